"""Real PDFs, from the folder that UNRES_CORPUS names."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits

CORPUS = Path(os.environ.get("UNRES_CORPUS", "/nowhere"))
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="UNRES_CORPUS names no folder of real documents")

ENGLISH = sorted(CORPUS.glob("pdf-en/*.pdf"))
ARABIC = [path for path in sorted(CORPUS.glob("pdf-ar/*.pdf")) if re.search("_(lo|chromium|typst)-", path.name)]


def lines_of(path: Path) -> list[tuple[str | None, str]]:
    source = read_pdf(path.read_bytes(), path.name, Limits())
    return [(line.role, source.text[line.start : line.end]) for line in source.lines or ()]


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_english_paragraphs_run_from_one_without_gaps(path):
    numbers = [int(m[1]) for role, text in lines_of(path) if role == "body" and (m := re.match(r"(\d{1,3})\. ", text))]
    assert numbers
    assert all(number in (1, last + 1) for last, number in zip([0, *numbers], numbers, strict=False))


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_english_masthead_begins_with_the_organization_and_its_symbol(path):
    body = [text for role, text in lines_of(path) if role != "furniture"]
    assert body[0] == "United Nations"
    assert {"General Assembly", "Security Council"} & set(body[1:4])
    assert any(re.fullmatch(r"[AS]/[A-Z0-9/]+", line) for line in body[1:4])


@pytest.mark.parametrize("path", ARABIC, ids=lambda path: path.stem)
def test_arabic_footnotes_are_numbered_through(path):
    labels = [int(m[1]) for role, text in lines_of(path) if role == "footnote" and (m := re.match(r"\((\d+)\) ", text))]
    assert labels == list(range(1, len(labels) + 1))
    assert len(labels) in (12, 23)
