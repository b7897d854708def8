"""Words and numbers that a page shows as small images: they cannot be read, and that is said."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits


def picture(x: float, y: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q"


def remarks(pdf) -> list[tuple[str, str]]:
    return [(remark.code, remark.message) for remark in read_pdf(pdf.bytes(), "test.pdf", Limits()).remarks]


def test_number_of_a_paragraph_drawn_as_a_picture_is_said(pdf):
    page = pdf.page()
    page.content += [picture(60, 499.5, 11, 9), picture(73, 503, 4, 1.5)]  # the number, and its dash
    page.left(90, 500, "The harbours of the region are dredged each spring.", 12)
    page.left(90, 460, "Their lamps are lit at dusk.", 12)
    assert remarks(pdf) == [
        ("pdf.pictures_in_text", "page 1: 1 picture stands in lines of text; what is drawn there was not read")
    ]


def test_words_of_an_arabic_line_drawn_as_pictures_are_said(pdf):
    page = pdf.page()
    page.right(530, 700, "وإذ تشير إلى حالة الموانئ،", 12)
    end = page.right(530, 660, "بيروت، 2018", 12)
    page.content += [picture(end - 90, 656, 85, 16), picture(end - 180, 657, 80, 15)]
    assert remarks(pdf) == [
        ("pdf.pictures_in_text", "page 1: 2 pictures stand in lines of text; what is drawn there was not read")
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        picture(60, 640, 60, 70),  # an emblem
        picture(58, 494, 300, 17),  # a shaded ground under the line
        picture(60, 496, 240, 0.8),  # a rule
        picture(60, 300, 200, 14),  # by itself
        picture(430, 60, 70, 14),  # beside the number of the page
    ],
)
def test_other_pictures_are_not(pdf, drawn):
    page = pdf.page()
    page.content.append(drawn)
    page.left(60, 500, "The harbours of the region are dredged each spring.", 12)
    page.left(60, 460, "Their lamps are lit at dusk.", 12)
    page.left(520, 62, "3/12", 10)
    assert remarks(pdf) == []
