"""The opening phrases of real resolutions, which the United Nations sets in italics."""

import re
import zipfile

import pytest

from unres.layout.repair import Repaired
from unres.parsers.verbs import find_verbs

_ITALIC = re.compile(
    r'<p\b[^>]*>\s*<(?:span class="(?:bold )?italic"|i)>([^<]{2,60})</(?:span|i)>(.{0,600}?)</p>', re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")
_PARTS = (
    ("preamble", re.compile(r"<preamble\b.*?</preamble>", re.DOTALL)),
    ("operative", re.compile(r"<body\b.*?</body>", re.DOTALL)),
)
_FORMULAS = ("The ", "إن ")
"""Beginnings of enacting formulas, which are in italics as well."""
AT_LEAST = 0.99
"""The rest are headings, titles and remarks under tables that are in italics too."""


def _openings(document, zone, part):
    for found in part.finditer(document):
        for italic, rest in _ITALIC.findall(found[0]):
            text = " ".join(Repaired(_TAG.sub("", italic + rest)).text.split())
            if not italic.startswith(_FORMULAS) and text.endswith((",", ";", ".", "،", "؛", ":")):
                yield zone, " ".join(Repaired(italic).text.split()), text


@pytest.mark.parametrize("code", ["ar", "en"])
def test_what_is_in_italics_is_found(real_documents, code):
    due = hits = 0
    missed = []
    for archive in sorted((real_documents / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in [n for n in sorted(files.namelist()) if f"/{code}/" in f"/{n}" and n.endswith(".xml")][::9]:
                document = files.read(name).decode("utf-8", "replace")
                for zone, italic, text in (o for z, part in _PARTS for o in _openings(document, z, part)):
                    due += 1
                    verbs = find_verbs(text, zone, code)
                    if verbs and italic.split()[0].strip(",،") in verbs[0][0]:
                        hits += 1
                    else:
                        missed.append((name, italic, text[:60]))
    assert due > 1000
    assert hits / due >= AT_LEAST, missed[:40]
