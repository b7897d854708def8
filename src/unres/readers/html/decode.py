"""The encoding of a page: the byte order mark, what the page declares, its letters."""

from __future__ import annotations

import codecs
import re

from unres.readers.text import decode, known_encoding

_HEAD = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_LATIN = frozenset({"iso8859-1", "ascii"})


def decode_html(data: bytes) -> str:
    """The page as text. ISO 8859-1 is read as Windows-1252, as the HTML standard has it."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data).text
    declared = _DECLARED.search(data, 0, _HEAD)
    encoding = known_encoding(declared[1].decode("ascii", "replace")) if declared else None
    # a page that can be searched for ASCII is in none of the wide encodings, whatever it says
    if encoding is None or encoding.startswith(("utf-16", "utf-32")):
        return decode(data).text
    return data.decode("cp1252" if encoding in _LATIN else encoding, "replace")
