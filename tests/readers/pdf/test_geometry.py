"""Pages that are shown turned, or whose text is drawn turned."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits


@pytest.mark.parametrize(
    ("rotate", "drawn"), [(0, 0), (90, 1), (270, 3), (90, 0), (180, 0), (270, 0), (0, 1), (0, 2), (0, 3), (90, 2)]
)
def test_page_whose_text_is_turned_as_a_whole_is_read(pdf, rotate, drawn):
    page = pdf.page()
    page.rotate = rotate
    page.drawn_turned(drawn)
    page.left(60, 500, "Recalling the tides,", 10)
    page.left(60, 460, "1. Decides to measure them;", 10)
    read = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert [read.text[line.start : line.end] for line in read.lines or ()] == [
        "Recalling the tides,",
        "1. Decides to measure them;",
    ]


def test_boxes_of_a_turned_page_are_those_of_the_page_as_it_is_shown(pdf):
    page = pdf.page()
    page.rotate = 90
    end = page.left(60, 700, "Recalling the tides,", 10)
    read = read_pdf(pdf.bytes(), "test.pdf", Limits())
    (line,) = read.lines or ()
    assert line.box == pytest.approx((697.5, 60, 708, end), abs=0.2)


def test_note_up_the_margin_does_not_turn_the_page(pdf):
    page = pdf.page()
    page.left(60, 700, "Recalling the tides and the currents,", 10)
    page.drawn_turned(1)
    page.left(60, 570, "Advance version", 10)
    read = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert read.text == "Recalling the tides and the currents,"
    assert [remark.code for remark in read.remarks] == ["pdf.turned_text"]
