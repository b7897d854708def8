"""Digits in pieces, digits that touch, specks beside digits, and what is left of a number that was torn."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from unres.readers.ocr.digits import CLASSES, Classed, Shape
from unres.readers.ocr.numbers import read_numbers
from unres.readers.ocr.shapes import Ink
from unres.readers.ocr.slashes import whole_slashes

LINE = (1, 1, 1)


@pytest.fixture(scope="module")
def font():
    font_manager = pytest.importorskip("matplotlib.font_manager", reason="no font with Arabic letters")
    return ImageFont.truetype(font_manager.findfont("DejaVu Sans"), 40, layout_engine=ImageFont.Layout.BASIC)


def shaped(text):
    reshaper = pytest.importorskip("arabic_reshaper")
    bidi = pytest.importorskip("bidi.algorithm")
    return bidi.get_display(reshaper.reshape(text))


def drawn(text, font):
    page = Image.new("L", (900, 140), 250)
    ImageDraw.Draw(page).text((60, 40), shaped(text), font=font, fill=20)
    return page


def numbers(picture):
    lines = read_numbers(picture, 200, {LINE: (40, 95)})
    return lines[LINE].numbers


@pytest.mark.parametrize(("number", "member"), [("٢٤", 0), ("١٧٨/٦٤", 1)])
def test_a_digit_in_two_pieces_is_one(font, number, member):
    page = drawn(f"قرار المرفأ {number} بشأن المصابيح", font)
    (whole,) = numbers(page)
    assert whole.text == number
    left, top, right, bottom = whole.box
    wide = (right - left) // len(number)
    y = top + (bottom - top) * 2 // 5
    ImageDraw.Draw(page).rectangle((left + member * wide, y, left + (member + 1) * wide, y + 1), fill=250)
    assert [found.text for found in numbers(page)] == [number]


def test_specks_among_digits_are_none(font):
    page = drawn("قرار المرفأ ١٩٩٨ بشأن المصابيح", font)
    (whole,) = numbers(page)
    left, top, right, bottom = whole.box
    for x, y in (((left + right) // 2, top - 4), (right + 3, bottom - 2), (left - 6, (top + bottom) // 2)):
        ImageDraw.Draw(page).rectangle((x, y, x + 1, y + 1), fill=20)
    assert [found.text for found in numbers(page)] == ["١٩٩٨"]


def test_ink_right_beside_a_number_makes_it_doubtful(font):
    page = drawn("قرار المرفأ ٢٠١٢ بشأن المصابيح", font)
    (whole,) = numbers(page)
    left, top, _, bottom = whole.box
    blot = (left - 16, top, left - 5, bottom)
    ImageDraw.Draw(page).rectangle(blot, fill=20)
    assert all(found.sure < 0.98 for found in numbers(page))


@pytest.mark.parametrize(("text", "gap"), [("٦٧", 24), ("٤٤", 26)])
def test_a_steep_slash_between_digits(font, text, gap):
    page = Image.new("L", (900, 140), 250)
    draw = ImageDraw.Draw(page)
    draw.text((600, 40), shaped("قرار المرفأ"), font=font, fill=20)
    right = 480 + gap
    draw.text((right, 40), "١٩٠", font=font, fill=20)
    box = draw.textbbox((right, 40), "١٩٠", font=font)
    draw.text((480 - draw.textlength(text, font), 40), text, font=font, fill=20)
    draw.line((482 + 4, box[3] + 4, 482 + 13, box[1] - 5), fill=20, width=4)
    assert [found.text for found in numbers(page)] == [f"{text}/١٩٠"]


@pytest.mark.parametrize(("number", "side"), [("٦٤/٩٣١", 1), ("٤٨/٩٦", -1), ("48/96", -1)])
def test_a_slash_that_touches_a_digit(font, number, side):
    page = drawn(f"قرار المرفأ {number} بشأن المصابيح", font)
    (whole,) = numbers(page)
    assert whole.text == number
    ink = np.asarray(page) < 128
    left, top, right, bottom = whole.box
    columns = np.flatnonzero(~ink[top:bottom, left:right].any(axis=0)) + left
    slash = left + (right - left) * (number.index("/") + 0.5) / len(number)
    gaps = columns[columns > slash] if side > 0 else columns[columns < slash]
    at = int(gaps[0] if side > 0 else gaps[-1])
    y = top + 8 if side > 0 else bottom - 8
    ImageDraw.Draw(page).rectangle((at - 4, y, at + 4, y + 2), fill=20)
    assert [found.text for found in numbers(page)] == [number]


@pytest.mark.parametrize(("number", "pair"), [("٩٤/٦٥", 0), ("٩٤/٦٥", 1), ("٦٣/١٧", 0)])
def test_digits_that_touch_beside_a_slash_are_two(font, number, pair):
    page = drawn(f"قرار المرفأ {number} بشأن المصابيح", font)
    (whole,) = numbers(page)
    assert whole.text == number
    left, top, right, bottom = whole.box
    columns = np.flatnonzero(~(np.asarray(page) < 128)[top:bottom, left:right].any(axis=0)) + left
    gaps = [run for run in np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1) if len(run)]
    between = gaps[0] if pair == 0 else gaps[-1]
    ImageDraw.Draw(page).rectangle((int(between[0]) - 3, bottom - 14, int(between[-1]) + 3, bottom - 12), fill=20)
    assert [found.text for found in numbers(page)] == [number]


@pytest.mark.parametrize("number", ["٦٧/١٩٠", "67/190"])
def test_a_broken_slash_is_one(font, number):
    page = drawn(f"قرار المرفأ {number} بشأن المصابيح", font)
    (whole,) = numbers(page)
    left, top, right, bottom = whole.box
    wide = (right - left) / len(number)
    middle = left + number.index("/") * wide + wide / 2
    y = (top + bottom) // 2
    ImageDraw.Draw(page).rectangle((middle - wide / 2, y, middle + wide / 2, y + 2), fill=250)
    assert all(found.text == whole.text or found.sure < 0.98 for found in numbers(page))
    assert "/" in "".join(found.text for found in numbers(page))
    assert "//" not in "".join(found.text for found in numbers(page))


@pytest.mark.parametrize("number", ["٤٢٠٨", "٤٥٠٧"])
def test_a_zero_that_faded_leaves_a_doubtful_number(font, number):
    page = drawn(f"قرار المرفأ {number} بشأن المصابيح", font)
    (whole,) = numbers(page)
    left, top, right, bottom = whole.box
    wide = (right - left) / len(number)
    ImageDraw.Draw(page).rectangle((left + 2 * wide, top, left + 3 * wide - 3, bottom), fill=250)
    assert all(found.sure < 0.98 for found in numbers(page))


@pytest.mark.parametrize(("dots", "read"), [(True, []), (False, ["٥"])])
def test_the_last_letter_of_a_word_is_no_five(font, dots, read):
    page = drawn("المنارد", font)
    draw = ImageDraw.Draw(page)
    draw.text((32, 40), "٥", font=font, fill=20)
    left, top, right, _ = draw.textbbox((32, 40), "٥", font=font)
    if dots:
        middle = (left + right) // 2
        draw.ellipse((middle - 7, top - 8, middle - 2, top - 3), fill=20)
        draw.ellipse((middle + 2, top - 8, middle + 7, top - 3), fill=20)
    assert [found.text for found in numbers(page) if "٥" in found.text] == read


def stroked(font, draw):
    """Two numbers with what `draw` puts between them, at the places of their ink."""
    page = drawn("قرار المرفأ", font)
    pen = ImageDraw.Draw(page)
    pen.text((420, 40), "٤٣", font=font, fill=20)
    pen.text((496, 40), "٦٨", font=font, fill=20)
    box = pen.textbbox((420, 40), "٤٣", font=font)
    draw(pen, box[2], box[1], box[3])
    return [number.text for number in numbers(page) if len(number.text) > 2]


@pytest.mark.parametrize("over", [0, 2])
def test_a_stroke_that_leans_to_the_right_between_digits_is_a_slash(font, over):
    def draw(pen, x, top, foot):
        pen.line((x + 9, foot + over, x + 17, top - over), fill=20, width=4)

    assert stroked(font, draw) == ["٤٣/٦٨"]


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        (((32, 14, 35, 20), (28, 21, 31, 28)), "٤/٦"),
        (((34, 12, 37, 17), (31, 18, 34, 23), (28, 24, 31, 29)), "٤/٦"),
        (((28, 14, 31, 20), (32, 21, 35, 28)), "٤..٦"),
        (((30, 18, 34, 22),), "٤.٦"),
    ],
)
def test_pieces_that_rise_to_the_right_between_digits_are_a_slash(pieces, read):
    labels = np.zeros((50, 80), np.int32)
    boxes = [(8, 10, 22, 30), *sorted(pieces), (42, 10, 56, 30)]
    signs = ["٤", *["."] * len(pieces), "٦"]
    shapes = []
    for name, (box, sign) in enumerate(zip(boxes, signs, strict=True), 1):
        labels[box[1] : box[3], box[0] : box[2]] = name
        chances = np.zeros(len(CLASSES), np.float32)
        chances[[0, CLASSES.index(sign)]] = 0.2, 0.8
        shapes.append(Classed(Shape((name,), box), chances))
    ink = Ink(np.zeros((50, 80), np.uint8), labels, np.array(boxes, np.int32), np.arange(1, len(boxes) + 1))
    assert "".join(one.sign for one in whole_slashes(shapes, 20, ink)) == read


def test_a_stroke_that_leans_to_the_left_is_none(font):
    def draw(pen, x, top, foot):
        pen.line((x + 9, top, x + 15, foot), fill=20, width=4)

    assert stroked(font, draw) != ["٤٣/٦٨"]


def test_digits_tell_how_high_letters_were_that_broke(font):
    page = drawn("قرار المرفأ ١٩٩٨ بشأن المصابيح ٢٠٣٠", font)
    found = {number.text: number.box for number in numbers(page)}
    pen = ImageDraw.Draw(page)
    for y in range(40, 100, 18):  # only the digits stay whole
        edges = [0, *sorted(edge for box in found.values() for edge in (box[0] - 3, box[2] + 3)), page.width]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            pen.rectangle((left, y, right, y + 1), fill=250)
    assert [number.text for number in numbers(page)] == list(found)
