"""Text that a page holds and does not show is set aside and named; what can be seen is read."""

from __future__ import annotations

import pytest
from pdf_files import BODY, BODY_AR, assemble, read_pdf

from unres.readers.limits import Limits

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Plain /FirstChar 32 /Widths [250 " + b"500 " * 90 + b"] >>"
LINE = b"BT /F1 12 Tf 100 700 Td (Lamps of the harbour are lit at dusk.) Tj ET\n"
OTHER = b"BT /F1 12 Tf 100 600 Td (The ferry waits for the last of the pilots.) Tj ET\n"
WHOLE = "Lamps of the harbour are lit at dusk.\nThe ferry waits for the last of the pilots."


def read(content: bytes, resources: bytes = b""):
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + resources + b" >> >>",
        FONT,
        b"<< /Length %d >> stream\n" % len(content) + content + b"\nendstream",
    ]
    return read_pdf(assemble(objects), "lamps.pdf", Limits())


def hidden(source) -> list[str]:
    return [remark.message for remark in source.remarks if remark.code == "pdf.hidden_text"]


@pytest.mark.parametrize("clip", ["50 560 500 100 re W n", "50 560 m 550 560 l 550 660 l 50 660 l h W* n"])
def test_text_outside_the_clipping_path_is_set_aside_and_named(clip):
    source = read(b"q " + clip.encode() + b" " + LINE + OTHER + b" Q")
    assert source.text == WHOLE.split("\n")[1]
    assert hidden(source) == [
        "page 1: text that the page does not show was set aside: “Lamps of the harbour are lit at dusk.”"
    ]


def test_clipping_ends_with_its_state_and_narrows_within_it():
    assert read(b"q 50 560 500 100 re W n Q " + LINE + OTHER).text == WHOLE
    nested = read(b"q 0 0 595 842 re W n q 50 560 500 100 re W n " + LINE + b"Q " + OTHER + b"Q " + LINE)
    assert nested.text == WHOLE


def test_text_that_a_clipping_path_cuts_is_read():
    assert read(b"q 50 560 500 145 re W n " + LINE + OTHER + b"Q").text == WHOLE


@pytest.mark.parametrize("white", ["1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs 1 1 1 sc"])
def test_text_under_a_white_area_is_set_aside(white):
    source = read(LINE + OTHER + white.encode() + b" 90 690 400 30 re f\n")
    assert source.text == WHOLE.split("\n")[1]
    assert len(hidden(source)) == 1


@pytest.mark.parametrize(
    "drawing",
    [
        "0.9 g 90 690 400 30 re f",  # a shade, perhaps of a highlight
        "1 0 0 rg 1 g /S1 gs 90 690 400 30 re f",  # transparent
        "1 g /S2 gs 90 690 400 30 re f",  # multiplied with what is below
        "/C1 cs 1 1 1 sc 90 690 400 30 re f",  # three inks
        "1 g 90 690 400 30 re S",
        "1 g 90 703 400 30 re f",  # the upper half of the letters
        "q 0 0 50 50 re W n 1 g 90 690 400 30 re f Q",  # clipped away itself
        "1 g 0 0 595 842 re f",  # the ground of a picture of the page, with the recognised text below it
        "1 g 90 690 m 490 690 l 290 720 l h f",
        "/OC /L1 BDC 1 g 90 690 400 30 re f EMC",  # a layer that may be off
        "q 0.7 0.7 -0.7 0.7 0 0 cm 1 g 0 0 2000 2000 re f Q",
    ],
)
def test_text_that_can_be_seen_is_read(drawing):
    states = b"/ExtGState << /S1 << /ca 0.4 >> /S2 << /BM /Multiply >> >> "
    spaces = b"/ColorSpace << /C1 [/DeviceN [/A /B /C] /DeviceCMYK 4 0 R] >> "
    source = read(LINE + OTHER + drawing.encode(), states + spaces)
    assert source.text == WHOLE
    assert not hidden(source)


def test_text_painted_on_a_white_area_is_read():
    source = read(b"1 g 0 0 595 842 re f 0 g " + LINE + b"1 g 90 590 400 30 re f 0 g " + OTHER)
    assert source.text == WHOLE


def test_new_legend_in_another_language_takes_the_place_of_the_old_one(pdf):
    """As a translated figure is made: the old words, a white area, the new words."""
    page = pdf.page()
    for number, (old, new) in enumerate(zip(BODY, BODY_AR, strict=False)):
        page.left(150, 700 - 15 * number, old)
        page.content.append(f"1 g 140 {696 - 15 * number} 440 14 re f 0 g")
        page.right(523, 700 - 15 * number, new)
    for number, row in enumerate(BODY_AR):
        page.right(523, 600 - 15 * number, row)
    source = read_pdf(pdf.bytes(), "lamps.pdf", Limits())
    assert not any(c.isascii() and c.isalpha() for c in source.text)
    assert source.text.count("منارات") == 2
