"""Digits in pieces, digits that touch, specks beside digits, and what is left of a number that was torn."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from unres.readers.ocr.numbers import read_numbers

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
    _, lines = read_numbers(picture, 200, {LINE: (40, 95)})
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
