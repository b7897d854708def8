"""Columns and pages side by side are read one after the other; what a copier leaves along the edges is taken off."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from unres.readers.ocr.lines import RecognizedLine, begins_paragraph
from unres.readers.ocr.regions import regions, without_border
from unres.readers.ocr.words import Word

DPI = 100


def page(*columns, width=800, height=1100, top=120, bottom=1000):
    """A page with lines of print in each column, given by its left and right."""
    picture = Image.new("L", (width, height), 240)
    draw = ImageDraw.Draw(picture)
    for left, right in columns:
        for y in range(top, bottom, 24):
            draw.rectangle((left, y, right, y + 12), fill=40)
    return picture


def starts(found):
    return [round(region.box[0], -2) for region in found]


@pytest.mark.parametrize("left", [60, 430])
def test_specks_beside_one_narrow_column_are_none(left):
    picture = page((left, left + 310))
    draw = ImageDraw.Draw(picture)
    for y in range(120, 1000, 12):
        x = (left + 400 + 7 * y) % 300 + (430 if left == 60 else 60)
        draw.rectangle((x, y, x + 4, y + 4), fill=40)
    assert len(regions(picture, DPI, arabic=True)) == 1


@pytest.mark.parametrize(("arabic", "order"), [(False, [0, 400]), (True, [400, 0])])
def test_two_columns(arabic, order):
    found = regions(page((60, 370), (430, 740)), DPI, arabic=arabic)
    assert starts(found) == order
    assert [region.goes_on for region in found] == [False, True]


def test_what_stands_above_columns_comes_first():
    picture = page((60, 370), (430, 740), top=300)
    ImageDraw.Draw(picture).rectangle((250, 80, 560, 110), fill=40)
    found = regions(picture, DPI, arabic=False)
    assert [region.box[1] for region in found] == [0, found[1].box[1], found[1].box[1]]
    assert 110 < found[1].box[1] <= 304


def test_one_column_stays_whole():
    assert len(regions(page((60, 740)), DPI, arabic=False)) == 1
    assert len(regions(Image.new("L", (800, 1100), 240), DPI, arabic=False)) == 1


def test_spaces_of_a_few_lines_that_meet_are_no_gutter():
    picture = page((30, 380), (420, 770), height=300, top=100, bottom=200)
    assert len(regions(picture, DPI, arabic=True)) == 1


def test_the_columns_of_a_masthead_stay():
    picture = page((60, 740), top=400)
    ImageDraw.Draw(picture).rectangle((60, 60, 300, 90), fill=40)
    ImageDraw.Draw(picture).rectangle((500, 60, 740, 90), fill=40)
    assert len(regions(picture, DPI, arabic=True)) == 1


def test_two_pages_of_which_one_is_nearly_empty():
    picture = page((60, 740), width=1600)
    picture.paste(page((60, 740), bottom=250), (800, 0))
    assert starts(regions(picture, DPI, arabic=False)) == [0, 800]


@pytest.mark.parametrize(("arabic", "order"), [(False, [0, 800]), (True, [800, 0])])
def test_two_pages_on_one_picture(arabic, order):
    both = Image.new("L", (1600, 1100), 240)
    both.paste(page((60, 740)), (0, 0))
    both.paste(page((60, 740)), (800, 0))
    assert starts(regions(both, DPI, arabic=arabic)) == order


def test_a_black_border_is_taken_off():
    inner = page((60, 740))
    outer = Image.new("L", (900, 1200), 20)
    outer.paste(inner, (40, 60))
    cleared = np.asarray(without_border(outer))
    assert (cleared[:, :30] > 200).all()
    assert (cleared[-30:] > 200).all()
    assert np.count_nonzero(cleared < 100) == pytest.approx(np.count_nonzero(np.asarray(inner) < 100), rel=0.02)
    assert without_border(inner) is inner


def line(text, x0):
    return RecognizedLine([Word(text, 90, x0, 0, x0 + 200, 20, (1, 1, 1))], text, x0, 0, x0 + 200, 20)


@pytest.mark.parametrize(
    ("before", "indent", "begins"),
    [("the lamps of the", 0, False), ("the lamps of the", 40, True), ("light the lamps;", 0, True)],
)
def test_a_column_goes_on_in_the_middle_of_a_paragraph(before, indent, begins):
    lines = [line("northern pier", indent), *(line("and of the southern pier", 0) for _ in range(5))]
    assert begins_paragraph(lines, line(before, 0), arabic=False) is begins
