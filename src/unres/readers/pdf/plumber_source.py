"""Glyphs by way of pdfplumber, which is always installed: slower than playa-pdf, and blind to ActualText."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

import pdfminer.cmapdb
import pdfminer.pdffont
import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfplumber.utils.exceptions import PdfminerException

from unres.readers.pdf.bombs import check_all_streams
from unres.readers.pdf.bounded import bound_ranges, end_count, start_count
from unres.readers.pdf.glyphs import MOST_TURNED, Glyph, GlyphPage, LockedError, Rule
from unres.readers.pdf.letters import UNKNOWN, letter_of
from unres.readers.pdf.turning import most_common_quarter, quarter_of, turned_box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page

bound_ranges(pdfminer.cmapdb, pdfminer.pdffont)

_THIN = 3.0
"""Points: a filled rectangle lower than this is a rule."""
_SHORTEST_RULE = 6.0
_HEAVY = ("Bold", "bold", "Black", "Heavy")


class PlumberSource:
    """An open PDF, read by pdfplumber on pdfminer's interpreter."""

    fonts = ()

    def __init__(self, data: bytes, most_pages: int = 5_000) -> None:  # noqa: ARG002  # pdfplumber counts all
        check_all_streams(data)
        start_count()
        try:
            self._document = pdfplumber.open(io.BytesIO(data))
        except PdfminerException as error:
            if error.args and isinstance(error.args[0], PDFEncryptionError):
                raise LockedError from error
            raise
        self.page_count = len(self._document.pages)

    def close(self) -> None:
        """Lets go of the document."""
        end_count()
        self._document.close()

    def pages(self, seconds_per_page: float) -> Iterator[GlyphPage]:
        """Every page in order; one that fails says why in ``broken``."""
        for number, page in enumerate(self._document.pages, 1):
            result = GlyphPage(number, 0.0, 0.0)
            started = time.monotonic()
            try:
                _read(page, result)
            except Exception as error:  # noqa: BLE001  # a damaged page raises anything; the others are still read
                result.broken = f"{type(error).__name__}: {error}"
            result.late = time.monotonic() - started > seconds_per_page
            page.close()
            yield result


def _read(page: Page, result: GlyphPage) -> None:
    """Fills the result with what the page shows. Its y runs upwards from the foot of the page."""
    width, height = float(page.width), float(page.height)
    result.images = len(page.images)
    quarters = [_quarter(char) for char in page.chars]
    turn = result.quarters = most_common_quarter([quarters.count(quarter) for quarter in range(4)])
    result.width, result.height = (height, width) if turn % 2 else (width, height)
    for at, (char, quarter) in enumerate(zip(page.chars, quarters, strict=True)):
        if quarter == turn:
            result.glyphs.append(_glyph(char, at, turn, width, height))
        elif len(result.turned) < MOST_TURNED:
            result.turned.append(char["text"])
    for shape in (*page.lines, *page.rects):
        if rule := _rule(shape, turn, width, height):
            result.rules.append(rule)


def _quarter(char: dict[str, Any]) -> int | None:
    a, b, _, d, _, _ = char["matrix"]
    return quarter_of(a, b, d)


def _glyph(char: dict[str, Any], at: int, turn: int, width: float, height: float) -> Glyph:
    """One glyph, as it stands once the page is turned."""
    *_, e, f = char["matrix"]
    text = char["text"]
    if text.startswith("(cid:"):
        text = UNKNOWN
    letter = letter_of(text, bold=any(word in char["fontname"] for word in _HEAVY))
    x0, _, x1, _ = turned_box(_corners(char), width, height, turn)
    _, y, _, _ = turned_box((e, f, e, f), width, height, turn)
    size = float(char["x1"]) - float(char["x0"]) if turn % 2 else float(char["size"])
    return Glyph(letter, x0, x1, y, size, at)


def _corners(shape: dict[str, Any]) -> tuple[float, float, float, float]:
    return float(shape["x0"]), float(shape["y0"]), float(shape["x1"]), float(shape["y1"])


def _rule(shape: dict[str, Any], turn: int, width: float, height: float) -> Rule | None:
    """A line or a thin rectangle, as a rule."""
    x0, y0, x1, y1 = turned_box(_corners(shape), width, height, turn)
    if min(x1 - x0, y1 - y0) > _THIN or max(x1 - x0, y1 - y0) < _SHORTEST_RULE:
        return None
    return Rule(x0, x1, y0, y1)
