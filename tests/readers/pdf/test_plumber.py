"""What pdfplumber opened, whole, cropped, filtered or as a list of pages, reads as the file itself does."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

import unres
from unres.errors import UnreadableError
from unres.readers import open_source, open_sources

SHORT = 4
CORPUS = Path(os.environ.get("UNRES_CORPUS", "/nowhere"))
ENGLISH = ("Recalling the tides,", "1. Decides to light the lamps;", "2. Asks for a report.")
ARABIC = ("إذ تشير إلى المنارات،", "1 - تقرر إضاءة المصابيح؛", "2 - تطلب تقريرا.")


@pytest.fixture(params=["en", "ar"])
def harbours(request, pdf):
    """Three pages, each with a head, three paragraphs and a small line at the foot."""
    for number in (1, 2, 3):
        page = pdf.page()
        page.left(60, 800, f"Head of page {number}", 10)
        for row, text in enumerate(ENGLISH if request.param == "en" else ARABIC):
            place = page.left if request.param == "en" else page.right
            place(60 if request.param == "en" else 540, 700 - 40 * row, f"{text}", 10)
        page.left(60, 60, "Small print", 6)
    with pdfplumber.open(io.BytesIO(pdf.bytes())) as opened:
        opened.paragraphs = ENGLISH if request.param == "en" else ARABIC
        yield opened


def words(source) -> list[str]:
    return open_source(source).text.split("\n")


def test_open_file_reads_as_its_bytes(harbours):
    data = harbours.stream.getvalue()
    assert open_source(harbours) == replace(open_source(data), name="<pdfplumber>")
    assert [source.text for source in open_sources(harbours)] == [open_source(data).text]
    assert harbours.pages[0].extract_text()  # the caller goes on with it


def test_page_and_list_of_pages_are_what_is_read(harbours):
    assert "Head of page 2" in words(harbours.pages[1])
    assert "Head of page 1" not in words(harbours.pages[1])
    both = open_source([harbours.pages[2], harbours.pages[0]])
    assert both.text.index("Head of page 3") < both.text.index("Head of page 1")
    assert "Head of page 2" not in both.text
    assert {line.page for line in both.lines} == {1, 3}


def test_pages_chosen_in_opening_are_what_is_read(harbours):
    with pdfplumber.open(io.BytesIO(harbours.stream.getvalue()), pages=[2]) as opened:
        assert open_source(opened).text == open_source(harbours.pages[1]).text


def test_cropped_page_has_what_lies_inside(harbours):
    page = harbours.pages[0]
    below_head = page.crop((0, 80, page.width, page.height))
    text = open_source(below_head).text
    assert "Head" not in text
    assert all(paragraph in text for paragraph in harbours.paragraphs)
    assert "Small print" in text
    middle = below_head.crop((0, 100, page.width, 160)).within_bbox((0, 110, page.width, 150))
    assert words(middle) == [harbours.paragraphs[0]]


def test_outside_of_a_box_is_read(harbours):
    page = harbours.pages[0]
    text = open_source(page.outside_bbox((0, 120, page.width, 800))).text
    assert text.startswith("Head of page 1")
    assert harbours.paragraphs[1] not in text


def test_filtered_page_has_what_passed(harbours):
    page = harbours.pages[0]
    large = page.filter(lambda thing: thing["object_type"] != "char" or thing["size"] > 8)
    assert "Small print" not in open_source(large).text
    assert all(paragraph in open_source(large).text for paragraph in harbours.paragraphs)
    assert open_source(page.filter(lambda _: True)).text == open_source(page).text


def test_all_pages_without_their_heads(harbours):
    cropped = [page.crop((0, 80, page.width, page.height)) for page in harbours.pages]
    text = open_source(cropped).text
    assert "Head" not in text
    assert text.count(harbours.paragraphs[2]) == 3
    assert unres.read(cropped).operative


def test_filtered_page_may_drop_what_is_drawn_twice(pdf):
    page = pdf.page()
    page.left(60, 700, "Lamps", 10)
    page.left(63, 700, "Lamps", 10)
    with pdfplumber.open(io.BytesIO(pdf.bytes())) as opened:
        assert words(opened.pages[0].dedupe_chars(tolerance=4)) == ["Lamps"]


@pytest.mark.parametrize(("rotate", "drawn"), [(0, 1), (90, 1), (270, 3), (180, 2), (90, 0)])
def test_turned_pages_are_cropped_where_they_are_shown(pdf, rotate, drawn):
    page = pdf.page()
    page.rotate = rotate
    page.drawn_turned(drawn)
    page.left(60, 500, "Recalling the tides,", 10)
    page.left(60, 460, "Aware of the lamps,", 10)
    with pdfplumber.open(io.BytesIO(pdf.bytes())) as opened:
        (whole,) = opened.pages
        assert words(whole) == ["Recalling the tides,", "Aware of the lamps,"]
        one = whole.filter(lambda thing: thing in whole.chars[:20])
        assert words(one) == ["Recalling the tides,"]


def test_rules_go_with_what_is_left(pdf):
    page = pdf.page()
    page.left(60, 700, "Recalling the tides,", 10)
    page.rule(60, 160, 120)
    page.left(60, 100, "1 See the almanac.", 7)
    with pdfplumber.open(io.BytesIO(pdf.bytes())) as opened:
        (whole,) = opened.pages
        assert [line.role for line in open_source(whole).lines] == ["body", "footnote"]
        without = whole.filter(lambda thing: thing["object_type"] == "char" and thing["size"] > 8)
        assert words(without) == ["Recalling the tides,"]


def test_actual_text_holds_for_what_is_left(objects_to_pdf):
    content = (
        b"BT /F1 10 Tf 60 700 Td /Span << /ActualText (Tide) >> BDC (xx) Tj EMC ( table) Tj 0 -600 Td (foot) Tj ET"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [10 20 605 862] /Contents 5 0 R"
            b" /Resources << /Font << /F1 4 0 R >> >> >>"
        ),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >> stream\n" % len(content) + content + b"\nendstream",
    ]
    with pdfplumber.open(io.BytesIO(objects_to_pdf(objects))) as opened:
        (page,) = opened.pages
        x0, top, x1, _ = page.bbox
        assert words(page.crop((x0, top, x1, top + 400))) == ["Tide table"]


def test_pages_of_two_files_are_refused(harbours, make_pdf):
    other = make_pdf()
    other.page().left(60, 700, "Another file", 10)
    with pdfplumber.open(io.BytesIO(other.bytes())) as second, pytest.raises(UnreadableError) as caught:
        open_source([harbours.pages[0], second.pages[0]])
    assert caught.value.code == "pages"


def test_closed_file_is_refused_with_its_reason(pdf, tmp_path):
    pdf.page().left(60, 700, "Lamps and ferries", 10)
    path = tmp_path / "lamps.pdf"
    path.write_bytes(pdf.bytes())
    with pdfplumber.open(path) as opened:
        assert open_source(opened).name == "lamps.pdf"
    with pytest.raises(UnreadableError) as caught:
        open_source(opened)
    assert (caught.value.code, caught.value.source) == ("closed", "lamps.pdf")


def test_page_with_nothing_left_is_empty(harbours):
    with pytest.raises(UnreadableError) as caught:
        open_source(harbours.pages[0].filter(lambda _: False))
    assert caught.value.code == "empty"


@pytest.mark.skipif(not CORPUS.exists(), reason="UNRES_CORPUS names no folder of real documents")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("pdf-*/*.pdf")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_real_files_read_the_same_by_way_of_pdfplumber(path):
    """Whole, where they are short; and their first page filtered by a function that lets everything pass."""
    with pdfplumber.open(path) as opened:
        if len(opened.pages) <= SHORT:
            assert told(opened) == told(path)
        first = opened.pages[0]
        assert told(first.filter(lambda _: True)) == told(first)


def told(source) -> str:
    """The text, or why there is none."""
    try:
        return open_source(source).text
    except UnreadableError as error:
        return error.code
