"""A Word file as it is written: read again it is the same resolution."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import hostile
import pytest

import unres
from tests.timing import processor_seconds
from unres.exports.docx import to_docx
from unres.models import Resolution

WRITTEN = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def shape(resolution: Resolution) -> list[tuple[object, ...]]:
    return [(b.id, b.kind, b.label, b.text, b.footnote_marks) for b in resolution.walk()]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_what_is_written_is_read_again(path):
    first = unres.parse(path.read_text("utf-8"))
    second = unres.read(to_docx(first))
    assert shape(second) == shape(first)
    assert sorted((n.label, n.text) for n in second.footnotes) == sorted((n.label, n.text) for n in first.footnotes)
    for name in ("language", "symbol", "title", "adopted_on", "meeting_number", "basis", "vote"):
        assert getattr(second, name) == getattr(first, name), name


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return ET.fromstring(archive.read(name))  # noqa: S314 - its own


def test_arabic_is_set_from_right_to_left_and_symbols_are_not():
    data = to_docx(unres.examples.load("improving-coordination", "ar"))
    root = part(data, "word/document.xml")
    paragraphs = root.findall(f".//{W}p")
    assert paragraphs
    assert all(paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in paragraphs)
    for run in root.iter(f"{W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{W}t"))
        rtl = run.find(f"{W}rPr/{W}rtl") is not None
        assert not text or rtl != text.startswith("A/72")


def test_footnotes_are_words_own():
    data = to_docx(unres.examples.load("improving-coordination", "en"))
    assert len(list(part(data, "word/document.xml").iter(f"{W}footnoteReference"))) == 4
    assert len(part(data, "word/footnotes.xml")) == 2 + 4


def test_the_same_resolution_gives_the_same_bytes():
    resolution = unres.examples.load("security-council", "ar")
    assert to_docx(resolution) == to_docx(resolution)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_is_well_formed_and_its_addresses_are_no_links(language):
    data = to_docx(hostile.resolution(language))
    for name in ("word/document.xml", "word/footnotes.xml", "docProps/core.xml"):
        part(data, name)
    targets = [each.get("Target") for each in part(data, "word/_rels/document.xml.rels")]
    assert not [target for target in targets if "javascript" in (target or "")]


def test_characters_that_xml_forbids_are_replaced():
    block = {"id": "op1", "zone": "operative", "kind": "clause", "text": "a\x00b\ud800c\x0bd"}
    data = to_docx(Resolution.model_validate({"language": "en", "operative": [block]}))
    assert "a\ufffdb\ufffdc\ufffdd" in "".join(part(data, "word/document.xml").itertext())


@pytest.mark.parametrize(
    ("language", "head", "cited"),
    [
        ("en", "The Harbour Council,\n\n1. Recalls ", "resolution 70/{n} of the lamps, "),
        ("ar", "إن مجلس الموانئ،\n\n1 - يشير إلى ", "القرار 70/{n} بشأن المصابيح، "),
    ],
)
def test_one_paragraph_of_many_references_takes_time_in_proportion(language, head, cited):
    def seconds(count: int, times: int = 1) -> float:
        text = head + "".join(cited.format(n=n % 500 + 1) for n in range(count))
        resolution = unres.parse(text, language=language)
        return processor_seconds(lambda: to_docx(resolution), times)

    assert seconds(8000) < 8 * seconds(2000, 2) + 0.5, "four times as many references"
