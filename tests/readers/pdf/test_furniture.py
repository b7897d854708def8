"""Running heads, page numbers and rules made of characters: told by rules, type and place."""

from __future__ import annotations

import pytest
from pdf_files import BODY, cut_rule, lines_of, of_role, set_left, set_right


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


@pytest.mark.parametrize("drawn", ["-----", "_____", "—————"])
def test_rule_made_of_characters_is_no_heading(pdf, drawn):
    page = pdf.page()
    set_left(page, 740)
    page.left(280, 660, drawn, 16)
    assert of_role(pdf, "furniture") == [drawn]


@pytest.mark.parametrize("number", ["-2-", "– 2 –"])
def test_dashed_page_number_below_a_head_of_two_symbols(pdf, number):
    """Lower than other furniture stands; text follows close."""
    set_left(pdf.page(), 600)
    page = pdf.page()
    page.left(72, 800, "A/99/12(Part II)", 11)
    page.left(72, 788, "A/99/13", 11)
    page.left(290, 750, number, 11)
    set_left(page, 720)
    assert number in of_role(pdf, "furniture")


def test_dashed_number_lower_on_the_page_is_text(pdf):
    page = pdf.page()
    set_right(page, 700)
    page.left(290, 640, "-2-", 11)
    assert "-2-" not in of_role(pdf, "furniture")
