"""Pages that a caller opened with pdfplumber, cropped or filtered as they may be.

The file behind them is interpreted here as any other. Of a page that was cropped or filtered those glyphs are kept
that pdfplumber's characters left over stand for, found by their place, and the rules near its lines and rectangles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.errors import UnreadableError
from unres.readers.pdf.geometry import touch, turned_box
from unres.readers.pdf.opening import open_pdf
from unres.readers.pdf.reader import read_opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

    from unres.printed import PagePatterns
    from unres.readers.ocr import Recognizer
    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import GlyphPage
    from unres.readers.pdf.limits import PdfLimits
    from unres.readers.pdf.opening import PageSource
    from unres.readers.source import Source

_NEAR = 0.5  # points between the origins of one glyph in both interpreters
_MOST_RISE = 1.5  # ems: pdfplumber gives a raised character the place from which it was raised
_RULE_REACH = 2.0  # points


def read_plumber(
    source: PDF | Page | list[Page] | tuple[Page, ...],
    limits: PdfLimits,
    words: PagePatterns,
    recognizer: Recognizer | None = None,
) -> Source:
    """Reads an open PDF or some of its pages, in the order given.

    Args:
        source: what pdfplumber opened, a page of it, cropped or filtered, or a list of pages of one file.
        limits: as for :func:`read_pdf`. For cropped and filtered pages pdfplumber interprets the page too, without
            limits.
        words: as for :func:`read_pdf`.
        recognizer: for pages given whole that have no text to be read.

    Raises:
        UnreadableError: as :func:`read_pdf`; the file was closed; the pages are of several files.
    """
    pages: list[Page] = (
        list(source) if isinstance(source, (list, tuple)) else list(getattr(source, "pages", None) or [])
    )
    pages = pages or [source]  # type: ignore[list-item]  # a page alone
    document = pages[0].pdf
    name = document.path.name if document.path is not None else str(getattr(document.stream, "name", "<pdfplumber>"))
    if any(page.pdf is not document for page in pages):
        raise UnreadableError("the pages are of several files; read each file by itself", source=name, code="pages")
    data = _bytes_of(document, name, limits)
    opened = open_pdf(data, name, limits, document.password or "")
    whole = {page.page_number for page in pages if page.is_original}
    return read_opened(opened, _kept(opened, pages, limits), limits, words, recognizer, whole)


def _bytes_of(document: PDF, name: str, limits: PdfLimits) -> bytes:
    """The file, and its place of reading left where it was."""
    stream = document.stream
    if stream.closed:
        raise UnreadableError("pdfplumber's file is closed; read it before it is closed", source=name, code="closed")
    place = stream.tell()
    stream.seek(0)
    data = stream.read(limits.max_bytes + 1)
    stream.seek(place)
    return data


def _kept(opened: PageSource, pages: list[Page], limits: PdfLimits) -> Iterator[GlyphPage]:
    """Each page with what is left of it."""
    numbers = [page.page_number for page in pages]
    for page, result in zip(pages, opened.pages(limits.seconds_per_page, numbers), strict=True):
        if not page.is_original and not result.broken:
            _keep(page, result)
        yield result


def _keep(page: Page, result: GlyphPage) -> None:
    """Takes away what pdfplumber's page no longer has. What pdfplumber never had goes by the page's box."""
    left = {_key(char) for char in page.chars}
    places = _Places(page.root_page.chars, result)
    box = _on_page(page.bbox, page.root_page, result)
    result.glyphs = [
        glyph
        for glyph in result.glyphs
        if (
            _key(char) in left
            if (char := places.near(glyph.x0, glyph.y, glyph.size)) is not None
            else _within(box, glyph.x0, glyph.y)
        )
    ]
    shapes = [_on_page(_box_of(shape), page.root_page, result) for shape in (*page.lines, *page.rects, *page.curves)]
    result.rules = [
        rule
        for rule in result.rules
        if any(touch(shape, (rule.x0, rule.y0, rule.x1, rule.y1), _RULE_REACH) for shape in shapes)
    ]
    images = [_on_page(_box_of(image), page.root_page, result) for image in page.images]
    result.pictures = [
        picture for picture in result.pictures if any(touch(image, picture, _RULE_REACH) for image in images)
    ]
    if len(left) < len(places):
        result.turned, result.hidden = [], []  # what is left is not known


def _key(char: dict[str, Any]) -> tuple[Any, ...]:
    """What tells a character from all others of its page; cropping leaves it as it is."""
    return char["matrix"], char["text"], char["fontname"]


class _Places:
    """The characters of a page by the squares, of the size of their reach, in which they begin."""

    def __init__(self, chars: list[dict[str, Any]], page: GlyphPage) -> None:
        self._columns: dict[int, list[tuple[float, float, dict[str, Any]]]] = {}
        width, height = (page.height, page.width) if page.quarters % 2 else (page.width, page.height)
        for char in chars:
            *_, e, f = char["matrix"]
            x, y, *_ = turned_box((e, f, e, f), width, height, page.quarters)
            self._columns.setdefault(round(x), []).append((x, y, char))
        self._count = len(chars)

    def __len__(self) -> int:
        return self._count

    def near(self, x: float, y: float, size: float) -> dict[str, Any] | None:
        """The character that begins nearest to a place on the page, if any is near."""
        best, nearest = None, _MOST_RISE * size
        for column in (round(x) - 1, round(x), round(x) + 1):
            for left, baseline, char in self._columns.get(column, ()):
                if abs(left - x) <= _NEAR and abs(baseline - y) < nearest:
                    best, nearest = char, abs(baseline - y)
        return best


def _box_of(shape: dict[str, Any]) -> Box:
    return shape["x0"], shape["top"], shape["x1"], shape["bottom"]


def _on_page(box: Box, root: Page, page: GlyphPage) -> Box:
    """A box of pdfplumber, counted from the upper left corner, on the page with y upwards, turned as it was."""
    x0, top, x1, bottom = box
    left, upper, right, lower = root.mediabox
    width, height = float(right - left), float(lower - upper)
    found = (x0 - left, height - (bottom - upper), x1 - left, height - (top - upper))
    return turned_box(found, width, height, page.quarters)


def _within(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
