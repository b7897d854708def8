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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page

bound_ranges(pdfminer.cmapdb, pdfminer.pdffont)

_THIN = 3.0
"""Points: a filled rectangle lower than this is a rule."""
_SHORTEST_RULE = 6.0
_LEAN = 0.2
"""How far from upright a glyph may stand, as the slope of its line."""
_HEAVY = ("Bold", "bold", "Black", "Heavy")


class PlumberSource:
    """An open PDF, read by pdfplumber on pdfminer's interpreter."""

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
    result.width, result.height = float(page.width), float(page.height)
    result.images = len(page.images)
    for at, char in enumerate(page.chars):
        glyph = _glyph(char, at)
        if glyph is None:
            if len(result.turned) < MOST_TURNED:
                result.turned.append(char["text"])
        else:
            result.glyphs.append(glyph)
    for shape in (*page.lines, *page.rects):
        if rule := _rule(shape):
            result.rules.append(rule)


def _glyph(char: dict[str, Any], at: int) -> Glyph | None:
    """One glyph; None for one that runs up or down the page."""
    a, b, _, _, _, y = char["matrix"]
    if abs(b) > _LEAN * abs(a):
        return None
    text = char["text"]
    if text.startswith("(cid:"):
        text = UNKNOWN
    letter = letter_of(text, bold=any(word in char["fontname"] for word in _HEAVY))
    return Glyph(letter, float(char["x0"]), float(char["x1"]), float(y), float(char["size"]), at)


def _rule(shape: dict[str, Any]) -> Rule | None:
    """A line or a thin rectangle, as a rule."""
    x0, x1, y0, y1 = (float(shape[key]) for key in ("x0", "x1", "y0", "y1"))
    if min(x1 - x0, y1 - y0) > _THIN or max(x1 - x0, y1 - y0) < _SHORTEST_RULE:
        return None
    return Rule(x0, x1, y0, y1)
