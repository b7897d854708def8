"""Glyphs by way of playa-pdf, whose lazy interpreter keeps pace with pages of any length."""

from __future__ import annotations

import logging
import time
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import playa
from playa.content import ImageObject, PathObject, TextObject, XObjectObject
from playa.pdftypes import resolve1
from playa.utils import decode_text, mult_matrix

from unres.readers.pdf.bombs import check_packed_objects
from unres.readers.pdf.fonts import PdfFont
from unres.readers.pdf.glyphs import MOST_TURNED, BombError, Glyph, GlyphPage, LockedError, Rule
from unres.readers.pdf.letters import letter_of
from unres.readers.pdf.playa_bombs import check_content, check_font
from unres.readers.pdf.turning import most_common_quarter, quarter_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playa.content import ContentObject, MarkedContent
    from playa.font import Font
    from playa.page import Page

    from unres.readers.pdf.letters import Letter

logging.getLogger("playa").setLevel(logging.CRITICAL)  # what it warns of is counted here and said in remarks

_THIN = 3.0  # points: a filled rectangle lower than this is a rule
_SHORTEST_RULE = 6.0
_DEEPEST_FORM = 20
_LONGEST_ACTUAL = 2_000  # bytes that stand for one cluster of glyphs
_LONGEST_STRING = 10_000  # bytes, or pieces, shown at once
_MOST_FORMS = 5_000  # forms shown on one page, those inside others counted
_MOST_GLYPHS = 300_000  # on one page
_MOST_RULES = 2_000  # a page with more is a drawing


_actual_letter = lru_cache(maxsize=4096)(letter_of)


class PlayaSource:
    """An open PDF, read by playa-pdf."""

    def __init__(self, data: bytes, most_pages: int = 5_000) -> None:
        check_packed_objects(data)
        try:
            self._document = playa.parse(data, space="page")
        except playa.PDFEncryptionError as error:
            raise LockedError from error
        self._fonts: dict[int, tuple[Font, PdfFont]] = {}
        self._make_font = self._document.get_font
        setattr(self._document, "get_font", self._checked_font)  # noqa: B010  # a method of theirs is replaced
        self._bad_fonts: dict[int, BombError] = {}
        self._good_fonts: set[int] = set()
        self.deadline = float("inf")
        if isinstance(self._document.catalog, dict):
            self._document.catalog.pop("PageLabels", None)  # nobody asks for them, and they may run in a circle
        self.page_count = sum(1 for _ in islice(self._document.pages.page_objects, most_pages + 1))

    def close(self) -> None:
        """Lets go of the document and of what was remembered of its fonts."""
        self._document.close()
        self._fonts.clear()

    def pages(self, seconds_per_page: float) -> Iterator[GlyphPage]:
        """Every page in order; one that fails says why in ``broken``."""
        pages = iter(self._document.pages)
        for number in range(1, self.page_count + 1):
            try:
                page = next(pages)
            except Exception as error:  # noqa: BLE001  # a damaged tree of pages raises anything, and has no more pages
                yield GlyphPage(number, 0.0, 0.0, broken=f"{type(error).__name__}: {error}")
                return
            yield _PageReader(self, number, page, seconds_per_page).read()

    def _checked_font(self, objid: int = 0, spec: dict[str, Any] | None = None) -> Font:
        """A font, once what it brings along was measured; the interpreter asks for fonts here."""
        if time.monotonic() > self.deadline:
            raise BombError("its fonts take too long to load")
        if objid in self._bad_fonts:
            raise self._bad_fonts[objid]
        if objid not in self._good_fonts:
            try:
                check_font(spec)
            except BombError as error:
                if objid:
                    self._bad_fonts[objid] = error
                raise
            if objid:
                self._good_fonts.add(objid)
        return self._make_font(objid, spec)

    @property
    def fonts(self) -> list[PdfFont]:
        """The fonts that the pages read so far set text in."""
        return [font for _, font in self._fonts.values()]

    def font(self, font: Font) -> PdfFont:
        """The reader of a font; the font is held too, so that its id stays its own."""
        found = self._fonts.get(id(font))
        if found is None:
            found = self._fonts[id(font)] = (font, PdfFont(font))
        return found[1]


class _PageReader:
    def __init__(self, source: PlayaSource, number: int, page: Page, seconds: float) -> None:
        self._source = source
        self._page = page
        self._deadline = source.deadline = time.monotonic() + seconds
        self._result = GlyphPage(number, 0.0, 0.0)
        self._actual: tuple[MarkedContent | None, Glyph | None, float] = (None, None, 0.0)
        self._at = 0
        self._forms = 0
        self._quarters = [0, 0, 0, 0]

    def read(self) -> GlyphPage:
        result = self._result
        try:
            check_content(self._page.streams)
            self._interpret()
            turn = most_common_quarter(self._quarters)
            if turn and not result.late:
                self._turn_page(turn)
                self._interpret()
        except Exception as error:  # noqa: BLE001  # a damaged page raises anything; the others are still read
            self._result.broken = f"{type(error).__name__}: {error}"
        self._result.late = self._result.late or time.monotonic() > self._deadline
        return self._result

    def _turn_page(self, quarters: int) -> None:
        """Begins again, with the page turned clockwise so that its text stands upright."""
        self._page.set_initial_ctm("page", self._page.rotate + 90 * quarters)
        self._result = GlyphPage(self._result.number, 0.0, 0.0, quarters=quarters)
        self._actual = (None, None, 0.0)
        self._at = self._forms = 0

    def _interpret(self) -> None:
        """Fills the result with what the page shows."""
        result = self._result
        width, height = abs(float(self._page.width)), abs(float(self._page.height))
        turned = self._page.rotate % 180 != 0
        result.width, result.height = (height, width) if turned else (width, height)
        for item in self._items(self._page, frozenset()):
            if isinstance(item, TextObject):
                self._text(item)
            elif isinstance(item, PathObject):
                self._path(item)
            elif isinstance(item, ImageObject):
                result.images += 1
            if time.monotonic() > self._deadline or len(result.glyphs) > _MOST_GLYPHS:
                result.late = True
                break

    def _items(self, content: Iterable[ContentObject], inside: frozenset[int]) -> Iterator[ContentObject]:
        """What the page paints, forms opened; a form inside itself is left out."""
        for item in content:
            if not isinstance(item, XObjectObject):
                yield item
                continue
            form = item.stream.objid or 0
            self._forms += 1
            if self._forms > _MOST_FORMS or time.monotonic() > self._deadline:
                self._result.late = True
                return
            if form not in inside and len(inside) < _DEEPEST_FORM:
                check_content((item.stream,))
                yield from self._items(item, inside | {form})

    def _text(self, item: TextObject) -> None:
        state = item.gstate
        font = state.font
        if font is None:
            return
        reader = self._source.font(font)
        a, b, c, d, e, f = mult_matrix(item.line_matrix, item.ctm)
        scale = state.fontsize * state.scaling * 0.01
        size = abs(state.fontsize) * (c * c + d * d) ** 0.5
        spacing = state.charspace * state.scaling * 0.01
        word_spacing = 0.0 if reader.multibyte else state.wordspace * state.scaling * 0.01
        x, y = item._glyph_offset  # noqa: SLF001
        raised = y + state.rise
        quarter = quarter_of(a * scale, b * scale, d * state.fontsize)
        step = a * scale
        actual = self._actual_text(item.mcstack) if item.mcstack else None
        glyphs = self._result.glyphs
        at = self._at
        x_of, y_of = c * raised + e, d * raised + f
        for piece in item.args[:_LONGEST_STRING]:
            if not isinstance(piece, bytes):
                if isinstance(piece, (int, float)):
                    x -= piece * 0.001 * scale
                continue
            for letter, advance, is_space in reader.read(piece[:_LONGEST_STRING]):
                left = a * x + x_of
                right = left + step * advance
                if right < left:
                    left, right = right, left
                x += advance * scale + spacing
                if is_space:
                    x += word_spacing
                if quarter != 0:
                    self._turned(letter, quarter)
                elif actual is None:
                    glyphs.append(Glyph(letter, left, right, b * x + y_of if b else y_of, size, at))
                    at += 1
                else:
                    self._cluster(actual, Glyph(letter, left, right, b * x + y_of, size, at))
                    at += 1
        self._quarters[0] += at - self._at
        self._at = at
        item._next_glyph_offset = (x, y)  # noqa: SLF001  # spares the interpreter the same sum

    def _turned(self, letter: Letter, quarter: int | None) -> None:
        """Text at an angle: the beginning is kept, to be named; what asks for a quarter turn is counted."""
        if quarter is not None:
            self._quarters[quarter] += 1
        if len(self._result.turned) < MOST_TURNED:
            self._result.turned.append(letter.shown)

    def _actual_text(self, stack: tuple[MarkedContent, ...]) -> tuple[MarkedContent, str] | None:
        """The innermost span with ActualText, the text that stands for all of its glyphs together."""
        for span in reversed(stack):
            if span.props and "ActualText" in span.props:
                text = resolve1(span.props["ActualText"])
                if isinstance(text, bytes) and len(text) < _LONGEST_ACTUAL:
                    return span, decode_text(text)
        return None

    def _cluster(self, actual: tuple[MarkedContent, str], part: Glyph) -> None:
        """One glyph of a span with ActualText: the span is one cluster, as wide as its parts together."""
        span, text = actual
        last, glyph, widest = self._actual
        width = part.x1 - part.x0
        if last is not span:
            self._actual = (span, part if text else None, width)
            if text:
                part.letter = _actual_letter(text, bold=part.letter.bold)
                self._result.glyphs.append(part)
        elif glyph is not None:
            glyph.x0, glyph.x1 = min(glyph.x0, part.x0), max(glyph.x1, part.x1)
            if width > widest:  # the letter's own baseline, not that of a mark on it
                glyph.y, glyph.size = part.y, part.size
                self._actual = (span, glyph, width)

    def _path(self, item: PathObject) -> None:
        if len(self._result.rules) > _MOST_RULES:
            return
        points = [point for segment in item.raw_segments for point in segment.points]
        if not points or not (item.stroke or item.fill):
            return
        a, b, c, d, e, f = item.ctm
        xs = [a * x + c * y + e for x, y in points]
        ys = [b * x + d * y + f for x, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        wide, high = x1 - x0, y1 - y0
        if (high < _THIN and wide > _SHORTEST_RULE) or (wide < _THIN and high > _SHORTEST_RULE):
            self._result.rules.append(Rule(x0, x1, y0, y1))
        elif item.stroke and wide > _SHORTEST_RULE and high > _SHORTEST_RULE and len(points) in (4, 5):
            self._result.rules += (
                Rule(x0, x1, y0, y0),
                Rule(x0, x1, y1, y1),
                Rule(x0, x0, y0, y1),
                Rule(x1, x1, y0, y1),
            )
