"""Columns of running text, and labels beside text, in the order in which a person reads them."""

from __future__ import annotations

import pytest
from pdf_files import lines_of

LEFT = [
    "The keepers of the harbour wrote",
    "to the pilots that three of the",
    "lamps on the northern mole had",
    "gone out in the storm, and asked",
    "them to wait for the morning and",
    "not to pass the mole at night, as",
]
RIGHT = [
    "the ferries did, until the lamps",
    "were lit again by the keepers on",
    "the second day of the month, and",
    "the pilots thanked them for that",
    "in a letter that is kept with the",
    "books of the harbour to this day.",
]
LEFT_AR = [
    "كتب حراس المرفأ إلى الربابنة",
    "أن ثلاثة من مصابيح الرصيف قد",
    "انطفأت في العاصفة، وطلبوا من",
    "الربابنة أن ينتظروا الصباح وأن",
] * 2
RIGHT_AR = [
    "يمروا بعد طلوع الشمس كما مرت",
    "العبارات التي جاءت من الجزر",
    "البعيدة، فشكرهم الربابنة على",
    "ذلك في رسالة حفظت في الدار.",
] * 2


@pytest.mark.parametrize("offset", [0, 7])
def test_narrow_white_between_columns_of_running_text_parts_them(pdf, offset):
    """The white is narrower than what parts pieces of one line; the columns need not stand on common lines."""
    page = pdf.page()
    page.left(60, 790, "A notice that goes over the whole width of the page stands above both of the columns here.")
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.left(60, 700 - 16 * number, left)
        page.left(285, 700 - offset - 16 * number, right)
    assert [text for _, text in lines_of(pdf)][1:] == [" ".join(LEFT + RIGHT)]


def test_columns_of_arabic_begin_on_the_right(pdf):
    page = pdf.page()
    for number, (first, second) in enumerate(zip(LEFT_AR, RIGHT_AR, strict=True)):
        page.right(540, 700 - 18 * number, first)
        page.right(328, 700 - 18 * number, second)
    assert " ".join(text for _, text in lines_of(pdf)) == " ".join(LEFT_AR + RIGHT_AR)


def test_a_river_through_lines_of_one_text_is_no_gutter(pdf):
    """Word gaps that happen to lie below each other, in fewer lines than columns have."""
    page = pdf.page()
    for number in range(4):
        page.left(60, 700 - 16 * number, LEFT[number])
        page.left(278, 700 - 16 * number, RIGHT[number])
    text = " ".join(text for _, text in lines_of(pdf))
    assert f"{LEFT[0]} {RIGHT[0]} {LEFT[1]}" in text


SCHEDULE = [
    ("9 a.m.", ["Opening of the meeting of the pilots"]),
    ("10 a.m.", ["Report of the keepers on the lamps of the", "northern mole and of the two islands"]),
    ("11 a.m.", ["Document H/2044/7"]),
    ("Noon", ["Lunch"]),
    ("2 p.m.", ["Tour of the harbour on the new ferry, and", "farewell to the pilots of the year before"]),
]


def set_schedule(schedule, put, of_labels: float, of_texts: float) -> None:
    """Sets labels in one column and the lines of their texts in another."""
    y = 400  # below where a masthead may stand
    for label, rows in schedule:
        put(of_labels, y, label)
        for row in rows:
            put(of_texts, y, row)
            y -= 15
        y -= 18


def test_labels_are_read_with_the_text_that_they_stand_beside(pdf):
    set_schedule(SCHEDULE, pdf.page().left, 72, 220)
    assert [text for _, text in lines_of(pdf)] == [
        "9 a.m.",
        "Opening of the meeting of the pilots",
        "10 a.m.",
        "Report of the keepers on the lamps of the northern mole and of the two islands",
        "11 a.m.",
        "Document H/2044/7",
        "Noon",
        "Lunch",
        "2 p.m.",
        "Tour of the harbour on the new ferry, and farewell to the pilots of the year before",
    ]


SCHEDULE_AR = [
    ("البند 1", ["افتتاح اجتماع الربابنة"]),
    ("البند 2", ["تقرير حراس المنارات عن مصابيح الرصيف", "الشمالي ومصابيح الجزيرتين"]),
    ("البند 3", ["الوثيقة H/2044/7"]),
    ("البند 4", ["جولة في المرفأ على متن العبارة"]),
]


def test_arabic_labels_are_read_with_their_text(pdf):
    set_schedule(SCHEDULE_AR, pdf.page().right, 523, 380)
    texts = [text for _, text in lines_of(pdf)]
    assert texts[:4] == ["البند 1", SCHEDULE_AR[0][1][0], "البند 2", " ".join(SCHEDULE_AR[1][1])]
    assert texts[-2:] == ["البند 4", SCHEDULE_AR[3][1][0]]
