"""What parts footnotes from the text, and how they are told apart."""

from __future__ import annotations

import pytest
from pdf_files import cut_rule, lines_of, of_role, set_left, set_right


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


@pytest.mark.parametrize("first", [2, 7])
def test_notes_go_on_behind_some_that_were_not_found(pdf, first):
    """Those of a figure, between the notes of two pages."""
    for numbers in ((1,), (first, first + 1)):
        page = pdf.page()
        set_right(page, 700)
        page.rule(400, 523, 200)
        for at, number in enumerate(numbers):
            page.right(523, 185 - 12 * at, f"({number}) تقرير المؤتمر عن مصابيح المرافئ.", 9)
    assert [note[:3] for note in of_role(pdf, "footnote")] == ["(1)", f"({first})", f"({first + 1})"]


@pytest.mark.parametrize("tab", [20, 12])
def test_foreign_note_of_several_lines_is_read_from_the_left(pdf, tab):
    """Its label stands at the right, set in; its second line reaches both edges and begins with a number."""
    page = pdf.page()
    for top in (740, 700, 660, 620):
        set_right(page, top)
    page.rule(400, 523, 200)
    page.left(72, 185, "Ann Keeper and others, “Lamps of the northern harbours”, paper No.", 9)
    page.left(346 + tab, 185, "(1)", 9)
    second = "94 (Lakeside, Island of Buoys, Printers of the Ferry, 2044), p. 22. https://lamps.example.org/2044-"
    page.left(523 - 4.5 * (len(second)) + 2.25 * second.count(" "), 174, second, 9)
    page.left(72, 163, "094.pdf.", 9)
    page.right(513, 152, "(2) المرجع نفسه.", 9)
    assert of_role(pdf, "footnote") == [
        f"(1) Ann Keeper and others, “Lamps of the northern harbours”, paper No. {second}094.pdf.",
        "(2) المرجع نفسه.",
    ]


def test_foreign_line_with_a_turned_stop_is_read_from_the_right(pdf):
    page = pdf.page()
    for top in (740, 700):
        set_right(page, top)
    for number, row in enumerate(["وثائق المرافئ هي: A/99/1 (Part I)، وA/99/2 (Part II)", "A/99/3 (Part III), A/99/4"]):
        page.right(523, 640 - 15 * number, row)
    assert "A/99/3 (Part III), A/99/4" in " ".join(text for _, text in lines_of(pdf))


def test_foreign_address_broken_behind_a_question_mark_beside_its_label(pdf):
    page = pdf.page()
    for top in (740, 700, 660, 620):
        set_right(page, top)
    page.rule(400, 523, 200)
    page.right(513, 185, "(1) المرجع نفسه.", 9)
    page.left(150, 174, "https://harbours.example.org/lamps-of-the-winter/find?", 9)
    page.left(400, 174, "(2)", 9)
    page.left(150, 163, "year=2044.", 9)
    notes = ["(1) المرجع نفسه.", "(2) https://harbours.example.org/lamps-of-the-winter/find?year=2044."]
    assert of_role(pdf, "footnote") == notes
