"""Numbers of paragraphs that are drawn as small pictures."""

from __future__ import annotations

import pytest
from pdf_files import lines_of, read_pdf

from unres.readers.limits import Limits

DIGITS = {
    "0": "01110 10001 10001 10001 10001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "11111 00010 00100 00010 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
}


def picture(page, rows: list[str], x: float, y: float, high: float) -> float:
    """An image of black and white squares, as high as that; how wide it is."""
    wide = high * len(rows[0]) / len(rows)
    data = "".join("00" if square == "1" else "ff" for row in rows for square in row)
    image = f"BI /W {len(rows[0])} /H {len(rows)} /CS /G /BPC 8 /F /AHx ID {data}> EI"
    page.content.append(f"q {wide:.2f} 0 0 {high} {x:.2f} {y} cm {image} Q")
    return wide


def number(page, value: str, x: float, y: float) -> None:
    """Its digits as one image that ends at x, and the dash as another before it, on the left."""
    glyphs = [DIGITS[digit].split() for digit in value]
    rows = ["0".join(glyph[line] for glyph in glyphs) for line in range(7)]
    picture(page, rows, x - 8.4 * len(rows[0]) / 7, y, 8.4)
    picture(page, ["111"], x - 8.4 * len(rows[0]) / 7 - 6, y + 3, 1.5)


ARABIC = "تحيط علما بتقرير حراس المنارات عن مصابيح الرصيف الشمالي؛"
ENGLISH = "Takes note of the report of the keepers on the lamps of the mole;"


def numbered(pdf, values, *, arabic=True):
    page = pdf.page()
    for row, value in enumerate(values):
        y = 760 - 34 * row
        if arabic:
            page.right(490, y, ARABIC)
            number(page, str(value), 523, y)
        else:
            page.left(110, y, ENGLISH)
            number(page, str(value), 95, y)
    return pdf


@pytest.mark.parametrize("arabic", [True, False])
def test_pictures_that_count_up_from_one_are_read(pdf, arabic, caplog):
    numbered(pdf, range(1, 16), arabic=arabic)
    text = ARABIC if arabic else ENGLISH
    assert [found for _, found in lines_of(pdf)] == [f"{value}- {text}" for value in range(1, 16)]
    remarks = [remark.code for remark in read_pdf(pdf.bytes(), "x", Limits()).remarks]
    assert remarks == ["pdf.numbers_from_pictures"]
    assert not caplog.records, "a library has something to say of it"


@pytest.mark.parametrize(
    "values",
    [
        range(1, 9),  # too few to prove anything
        [*range(1, 12), 12, 14, 15],  # one is missing
        [*range(1, 13), 12, 13],
        range(2, 17),
        [*range(1, 14), 41],
    ],
)
def test_pictures_that_do_not_count_up_are_left_and_named(pdf, values):
    numbered(pdf, values)
    assert not any(character.isdigit() for _, found in lines_of(pdf) for character in found)
    remarks = [remark.code for remark in read_pdf(pdf.bytes(), "x", Limits()).remarks]
    assert remarks == ["pdf.pictures_in_text"]
