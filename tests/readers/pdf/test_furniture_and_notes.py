"""Running heads, page numbers and footnotes, told by rules, type and place."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits


def lines_of(pdf) -> list[tuple[str | None, str]]:
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return [(line.role, source.text[line.start : line.end]) for line in source.lines]


def of_role(pdf, role: str) -> list[str]:
    return [text for found, text in lines_of(pdf) if found == role]


BODY = [
    "Recalling the report on the lamps of all the harbours, which",
    "the keepers wrote in the winter and which was read aloud in",
    "the hall of the pilots,",
]
BODY_AR = [
    "وإذ تشير إلى تقرير حراس المنارات عن مصابيح المرافئ، الذي",
    "كتبوه في الشتاء وتلي على الربابنة في القاعة الكبرى،",
]


def set_left(page, top: float, rows=BODY, size: float = 12) -> None:
    for number, row in enumerate(rows):
        page.left(72, top - 15 * number, row, size)


def set_right(page, top: float, rows=BODY_AR, size: float = 12) -> None:
    for number, row in enumerate(rows):
        page.right(523, top - 15 * number, row, size)


def cut_rule(page, x0: float, x1: float, y: float, share: float) -> None:
    """A rule drawn in pieces, as borders of cells are."""
    piece = (x1 - x0) * share
    start = x0
    while start < x1 - 1:
        page.rule(start, min(start + piece - 0.5, x1), y)
        start += piece


# --- running heads


@pytest.mark.parametrize("rows", [1, 2, 4, 7])
@pytest.mark.parametrize("share", [1.0, 0.4, 0.15])
def test_head_of_any_number_of_rows_above_a_rule_in_pieces(pdf, rows, share):
    """Of a document of two pages, so that the head stands once."""
    set_left(pdf.page(), 600)
    page = pdf.page()
    for row in range(rows):
        page.left(72, 800 - 10 * row, f"Lamps and buoys {'of the ports ' * (row % 3)}", 8.5)
    page.left(460, 800 - 10 * (rows - 1), "A/RES/99/188", 8.5)
    cut_rule(page, 72, 523, 795 - 10 * (rows - 1), share)
    set_left(page, 700)
    furniture = of_role(pdf, "furniture")
    assert len(furniture) == rows + 1
    assert not of_role(pdf, "heading")


def test_arabic_head_of_five_rows(pdf):
    set_right(pdf.page(), 600)
    page = pdf.page()
    for row in range(5):
        page.right(523, 800 - 10 * row, "تنفيذ الإعلان المتعلق بإنارة المرافئ", 8.5)
    page.left(72, 760, "A/RES/99/188", 8.5)
    cut_rule(page, 72, 523, 755, 0.4)
    set_right(page, 700)
    assert len(of_role(pdf, "furniture")) == 6


def test_head_without_a_rule_is_told_by_the_symbol_and_its_small_type(pdf):
    set_left(pdf.page(), 600)
    page = pdf.page()
    page.left(72, 800, "Lamps and buoys of the river ports", 8.5)
    page.left(72, 790, "and of the lakes", 8.5)
    page.left(460, 790, "A/RES/99/188", 8.5)
    set_left(page, 740)
    assert of_role(pdf, "furniture") == ["Lamps and buoys of the river ports", "and of the lakes", "A/RES/99/188"]


def test_rows_of_a_paragraph_above_the_rule_of_a_table_are_no_head(pdf):
    set_left(pdf.page(), 600)
    page = pdf.page()
    set_left(page, 800, [*BODY, *BODY])
    page.rule(72, 523, 710)
    set_left(page, 690)
    assert not of_role(pdf, "furniture")


@pytest.mark.parametrize(("heading", "size"), [("Annex II", 12), ("Table 1. Dues of the harbours", 9)])
def test_heading_above_the_rule_of_a_table_is_no_head(pdf, heading, size):
    """Though a page number stands farther above."""
    set_left(pdf.page(), 600)
    page = pdf.page()
    page.left(280, 815, "-21-")
    page.left(72, 780, heading, size)
    page.left(72, 767, "Rates for a year", size)
    page.rule(72, 523, 755)
    set_left(page, 735)
    assert of_role(pdf, "furniture") == ["-21-"]


def test_title_that_stands_above_a_rule_on_several_pages_is_a_head(pdf):
    for _ in range(3):
        page = pdf.page()
        page.left(72, 800, "Report on the lamps of the river ports")
        page.rule(72, 523, 795)
        set_left(page, 700)
    assert len(of_role(pdf, "furniture")) == 2


def test_words_of_a_head_that_are_those_of_a_masthead(pdf):
    """The last line of a long title may be "United Nations" alone."""
    set_left(pdf.page(), 600)
    page = pdf.page()
    page.left(72, 800, "Lighting of the harbours by the agencies of the", 8.5)
    page.left(72, 790, "United Nations", 8.5)
    page.left(460, 790, "A/RES/99/188", 8.5)
    page.rule(72, 523, 785)
    set_left(page, 740)
    assert len(of_role(pdf, "furniture")) == 3


@pytest.mark.parametrize("text", ["-12-", "– 12 –", "12", "2/9", "Page 2", "Page 2 of 9"])
@pytest.mark.parametrize("x", [72, 280, 460])
@pytest.mark.parametrize("y", [800, 40])
def test_page_number_wherever_it_stands(pdf, text, x, y):
    set_left(pdf.page(), 600)
    page = pdf.page()
    page.left(x, y, text)
    set_left(page, 700)
    assert of_role(pdf, "furniture") == [text]


@pytest.mark.parametrize("text", ["صفحة 2", "الصفحة ٢", "-12-", "٢/٩"])
@pytest.mark.parametrize("y", [800, 40])
def test_page_number_of_an_arabic_page(pdf, text, y):
    set_right(pdf.page(), 600)
    page = pdf.page()
    page.right(523, y, text)
    set_right(page, 700)
    assert len(of_role(pdf, "furniture")) == 1


def test_symbol_of_a_reissued_document_stays_in_the_masthead(pdf):
    page = pdf.page()
    page.left(460, 800, "A/RES/99/188*")
    set_left(page, 600)
    page.left(72, 120, "* Reissued for technical reasons on 3 May 2044.", 9)
    page.left(72, 40, "44-24141* (E) 160144")
    lines = lines_of(pdf)
    assert ("body", "A/RES/99/188*") in lines
    assert ("furniture", "44-24141* (E) 160144") in lines
    assert ("footnote", "* Reissued for technical reasons on 3 May 2044.") in lines


# --- what parts footnotes from the text


def test_underlined_words_are_no_rule_of_notes(pdf):
    page = pdf.page()
    set_left(page, 700)
    page.left(400, 640, "7th plenary meeting")
    page.rule(400, 514, 638.5)
    page.left(436, 625, "28 June 2018")
    page.rule(436, 508, 623.5)
    set_left(page, 580)
    assert not of_role(pdf, "footnote")


def test_arabic_underlined_date_is_no_rule_of_notes(pdf):
    page = pdf.page()
    set_right(page, 700)
    page.right(200, 640, "الجلسة العامة 7")
    page.rule(110, 200, 638.5)
    page.right(200, 625, "28 حزيران/يونيه 2018")
    set_right(page, 580)
    assert not of_role(pdf, "footnote")


@pytest.mark.parametrize("share", [1.0, 0.3, 0.13])
def test_masthead_rule_in_pieces_is_no_rule_of_notes(pdf, share):
    """Below it stands a long footnote, so that most rows of the page are set small."""
    page = pdf.page()
    page.left(72, 800, "General Assembly", 16)
    cut_rule(page, 72, 523, 680, share)
    page.left(72, 660, "Ninety-ninth session")
    set_left(page, 640)
    page.rule(72, 216, 300)
    for row in range(12):
        page.left(72, 285 - 11 * row, "¹ The rules for the keepers of lamps," if not row else "and the guidelines,", 9)
    notes = of_role(pdf, "footnote")
    assert len(notes) == 1
    assert notes[0].startswith("¹ The rules for the keepers of lamps,")
    assert of_role(pdf, "body")[0] == "Ninety-ninth session"


def test_date_in_small_type_at_the_end_is_no_footnote(pdf):
    page = pdf.page()
    set_left(page, 700)
    page.left(430, 640, "55th plenary meeting", 9)
    page.left(430, 629, "24 December 2044", 9)
    assert not of_role(pdf, "footnote")


# --- how notes are told apart


@pytest.mark.parametrize(
    "wrapped",
    ["3 – 14 June 2044 (A/CONF.9/4)", "3 June 2044 (A/CONF.9/4)", "3 and 4 of the report", "3 per cent of it"],
)
def test_note_that_wraps_before_a_number(pdf, wrapped):
    page = pdf.page()
    set_left(page, 700)
    page.rule(72, 216, 200)
    page.left(72, 185, "1 The lamps of the ports.", 9)
    page.left(72, 174, "2 Report of the conference on the lights of the harbours, held from", 9)
    page.left(72, 163, wrapped, 9)
    page.left(72, 152, "3 Ibid.", 9)
    notes = of_role(pdf, "footnote")
    assert [note[0] for note in notes] == ["¹", "²", "³"]
    assert notes[1].endswith(wrapped)


def test_arabic_note_that_wraps_before_a_date(pdf):
    page = pdf.page()
    set_right(page, 700)
    page.rule(400, 523, 200)
    page.right(523, 185, "(1) تقرير المؤتمر عن مصابيح المرافئ المعقود في مدينة المنارات", 9)
    page.right(523, 174, "2 حزيران/يونيه 2044، المرفق.", 9)
    page.right(523, 163, "(2) المرجع نفسه.", 9)
    notes = of_role(pdf, "footnote")
    assert [note[:3] for note in notes] == ["(1)", "(2)"]
    assert notes[0].endswith("حزيران/يونيه 2044، المرفق.")


def test_number_in_the_middle_of_a_note_opens_none(pdf):
    """The row above is full and ends without a stop."""
    page = pdf.page()
    set_left(page, 700)
    page.rule(72, 216, 200)
    page.left(72, 185, "1 See the rules of the keepers of lamps, of which rule", 9)
    page.left(72, 174, "2 says that every lamp shall burn at night.", 9)
    page.left(72, 163, "2 Ibid.", 9)
    assert of_role(pdf, "footnote") == [
        "¹ See the rules of the keepers of lamps, of which rule 2 says that every lamp shall burn at night.",
        "² Ibid.",
    ]


@pytest.mark.parametrize("label", ["(296)", "296"])
def test_number_far_beyond_the_last_note_opens_none(pdf, label):
    page = pdf.page()
    set_left(page, 740)
    page.left(72, 200, f"{label} Keeping of the lamps in the harbours of the north", 8)
    assert not of_role(pdf, "footnote")


def test_arabic_number_far_beyond_the_last_note_opens_none(pdf):
    page = pdf.page()
    set_right(page, 740)
    page.right(523, 200, "(296) صيانة مصابيح المرافئ في الشمال", 8)
    assert not of_role(pdf, "footnote")


@pytest.mark.parametrize("drawn", ["-----", "_____", "—————"])
def test_rule_made_of_characters_is_no_heading(pdf, drawn):
    page = pdf.page()
    set_left(page, 740)
    page.left(280, 660, drawn, 16)
    assert of_role(pdf, "furniture") == [drawn]
