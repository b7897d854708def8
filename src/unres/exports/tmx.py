"""An alignment as TMX 1.4: what translation memories read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from unres._version import __version__
from unres.alignment.model import Alignment
from unres.exports.interface import MESSAGES
from unres.exports.parallel_rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.exports.parallel_rows import Level

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SEGTYPE = {"block": "paragraph", "sentence": "sentence"}


def to_tmx(alignments: Alignment | Iterable[Alignment], level: Level = "block") -> str:
    """One or many alignments as a TMX 1.4 file.

    A unit for each pair with text on both sides; its properties are the symbol, the ids and the score. Footnotes are
    units too.

    Args:
        alignments: what to write.
        level: "block", or "sentence" for the sentences inside blocks.
    """
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "unres",
            "creationtoolversion": __version__,
            "segtype": _SEGTYPE[level],
            "o-tmf": "unres",
            "adminlang": MESSAGES,
            "srclang": "*all*",
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    each = [alignments] if isinstance(alignments, Alignment) else alignments
    for pair, row in ((one, row) for one in each for row in rows(one, level)):
        if row.arabic and row.english:
            unit = ET.SubElement(body, "tu")
            properties = {
                "symbol": row.symbol,
                "arabic-ids": " ".join(row.arabic_ids),
                "english-ids": " ".join(row.english_ids),
                "score": f"{row.score:.2f}",
            }
            for name, value in properties.items():
                if value:
                    ET.SubElement(unit, "prop", type=f"x-{name}").text = _clean(value)
            for language, text in ((pair.english.language, row.english), (pair.arabic.language, row.arabic)):
                variant = ET.SubElement(unit, "tuv", {_LANG: language})
                ET.SubElement(variant, "seg").text = _clean(text)
    ET.indent(root)
    body_text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n{body_text}\n'


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)
