"""`seconds_per_page` holds for all that is done for a page, and the page that is over it is named."""

from __future__ import annotations

import contextlib
import time
import zlib
from collections.abc import Callable

import pytest
from pdf_files import read_pdf

from unres.errors import UnreadableError
from unres.readers.limits import Limits
from unres.readers.pdf import reader
from unres.readers.pdf.limits import LateError, PageClock, check_time

SECONDS = 1.0


def test_clock_runs_only_inside_and_adds_up():
    check_time()
    clock = PageClock(0.2)
    with clock.running():
        check_time()
        time.sleep(0.15)
    time.sleep(0.1)
    with clock.running():
        check_time()
        time.sleep(0.1)
        with PageClock(5).running():
            check_time()
        with pytest.raises(LateError):
            check_time()
    check_time()


def slow(argument_of_page: int) -> Callable[..., None]:
    """Stands in for a step that never ends, on pages with that number only."""

    def step(*arguments: object, **_: object) -> None:
        page = next(argument for argument in arguments if hasattr(argument, "number"))
        while page.number == argument_of_page:
            check_time()

    return step


STEPS = ("printed_lines", "cut_cells", "page_rows", "gather_tables", "in_reading_order", "mark_notes")


@pytest.mark.parametrize("step", STEPS)
def test_page_that_a_step_does_not_finish_is_left_out_and_named(pdf, monkeypatch, step):
    for number in (1, 2, 3):
        page = pdf.page()
        page.left(60, 700, f"Recalling the lamps of harbour {number},", 10)
        page.left(60, 660, "Aware of the ferries and of their times,", 10)
    real = getattr(reader, step)
    endless = slow(2)

    def stand_in(*arguments, **named):
        if len(arguments) > 1 and arguments[1] == []:
            return real(*arguments, **named)  # of a page already left out
        endless(*arguments, **named)
        return real(*arguments, **named)

    monkeypatch.setattr(reader, step, stand_in)
    source = read_pdf(pdf.bytes(), "test.pdf", Limits(seconds_per_page=SECONDS))
    assert [number for number in "123" if f"harbour {number}" in source.text] == ["1", "3"]
    (remark,) = [remark for remark in source.remarks if remark.code == "pdf.unreadable_page"]
    assert remark.message.startswith("page 2 takes too long")


def test_page_whose_vote_does_not_end_is_left_out_and_named(pdf, monkeypatch):
    for number in (1, 2):
        pdf.page().left(60, 700, f"Recalling the lamps of harbour {number},", 10)
    real = reader.vote

    def vote(pages, words):
        while any("2" in "".join(glyph.letter.text for glyph in line.glyphs) for lines in pages for line in lines):
            check_time()
        return real(pages, words)

    monkeypatch.setattr(reader, "vote", vote)
    source = read_pdf(pdf.bytes(), "test.pdf", Limits(seconds_per_page=SECONDS))
    assert source.text == "Recalling the lamps of harbour 1,"
    assert any(remark.message.startswith("page 2 takes too long") for remark in source.remarks)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /A /FirstChar 0 /Widths [" + b"1 " * 256 + b"] /ToUnicode 6 0 R >>"
MAP = (
    b"1 begincodespacerange <00> <ff> endcodespacerange 5 beginbfchar "
    b"<61> <0644> <62> <064e> <63> <060c> <64> <0663> <65> <fefb> endbfchar"
)
LINES = [b"a:", b"a(", b"(A", b"A ,1", b"(1) ", b"ab", b"b", b"aA", b"A", b"1", b"d", b"dA.", b"c", b"Ac(", b"e", b"-1"]


@pytest.mark.parametrize("content", LINES, ids=lambda text: text.decode())
def test_one_line_of_any_length_ends_in_time(objects_to_pdf, content):
    text = (
        b"BT /F1 6 Tf 10 700 Td ("
        + (content * 40_000)[:40_000].replace(b"(", b"\\(").replace(b")", b"\\)")
        + b") Tj ET"
    )
    packed = zlib.compress(text)
    data = objects_to_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                b" /Resources << /Font << /F1 5 0 R >> >> >>"
            ),
            b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(packed) + packed + b"\nendstream",
            FONT,
            b"<< /Length %d >> stream\n" % len(MAP) + MAP + b"\nendstream",
        ]
    )
    started = time.process_time()
    with contextlib.suppress(UnreadableError):
        read_pdf(data, "test.pdf", Limits(seconds_per_page=SECONDS))
    assert time.process_time() - started < 8 * SECONDS
