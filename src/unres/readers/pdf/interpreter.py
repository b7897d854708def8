"""Interprets the content of a page (ISO 32000-1, 8 and 9): where each glyph stands, and the thin lines drawn.

Operators that change nothing of that are passed over. What stands outside the crop box or is drawn without ink is still
read; what is clipped away or painted over is set aside.
"""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Any

from playa.pdftypes import ContentStream, matrix_value, num_value, resolve1
from playa.utils import decode_text, mult_matrix

from unres.readers.pdf.content import (
    ContentError,
    OperandError,
    name_of,
    numbers,
    operations,
    string_of,
    strings_and_numbers,
)
from unres.readers.pdf.geometry import quarter_of
from unres.readers.pdf.glyphs import MOST_SET_ASIDE, Glyph, GlyphPage, Rule, letter_of
from unres.readers.pdf.hidden import common, is_clipped, is_white, part_covered
from unres.readers.pdf.limits import LateError, check_time, checked_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.readers.pdf.content import Operand
    from unres.readers.pdf.fonts import Fonts, PdfFont
    from unres.readers.pdf.geometry import Box

    Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN = 3.0  # points: a filled rectangle lower than this is a rule
_SHORTEST_RULE = 6.0
_DEEPEST_FORM = 20
_LONGEST_ACTUAL = 2_000  # bytes that stand for one cluster of glyphs
_MOST_PIECES = 10_000  # shown at once
_MOST_FORMS = 5_000  # forms shown on one page, those inside others counted
_MOST_GLYPHS = 300_000  # on one page
_MOST_RULES = 2_000  # a page with more is a drawing
_MOST_PICTURES = 2_000  # of which the place is kept
_UNIT_SQUARE = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
_MOST_SEGMENTS = 10_000  # of a path
_PLAIN_SPACES = frozenset(("DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"))  # of colours
_LARGEST_COVER = 0.5  # of the page
_MOST_COVERS = 100  # white areas on one page under which to look for text
_MOST_SAVED = 50_000  # states of drawing, one inside the other
_LONG_STRING = 1_000  # bytes, behind which to look at the clock
_OPERATORS_BETWEEN = 256  # looks at the clock

_actual_letter = lru_cache(maxsize=4096)(letter_of)


class _Span:
    """A span of marked content for whose glyphs together an ActualText stands."""

    __slots__ = ("glyph", "text", "widest")

    def __init__(self, text: str) -> None:
        self.text = text
        self.glyph: Glyph | None = None
        self.widest = 0.0


class Interpreter:
    """Fills a page with the glyphs and rules of content streams."""

    def __init__(self, page: GlyphPage, fonts: Fonts, ctm: Matrix) -> None:
        self._page = page
        self._fonts = fonts
        self.quarters = [0, 0, 0, 0]
        """How many glyphs ask for the page to be turned so often."""
        self._at = 0  # glyphs so far
        self._forms = 0
        self._inside: tuple[object, ...] = ()  # the forms that are being shown
        self._resources: dict[str, Any] = {}
        self._named_fonts: dict[str, PdfFont] = {}  # of these resources
        self._ctm = ctm
        self._font: PdfFont | None = None
        self._size = self._char_space = self._word_space = self._leading = self._rise = 0.0
        self._stretch = 1.0  # horizontal scaling
        self._line: Matrix = _IDENTITY  # the text line matrix
        self._x = 0.0  # how far along the line the next glyph stands, in text space
        self._saved: list[tuple[Any, ...]] = []
        self._path: list[tuple[bool, list[Operand]]] = []
        self._clips = False  # whether the path, once painted, clips what follows
        self._clip: Box | None = None
        self._colour: tuple[list[Operand], list[Operand]] = ([], [])  # of fills: the name of its space, its components
        self._opaque = True
        self._covers = 0
        self._spans: list[_Span | None] = []  # of each open sequence of marked content, the innermost with ActualText
        self._last_span: _Span | None = None
        self._acts: dict[bytes, Callable[[list[Operand]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concatenate, b"gs": self._graphics_state,
            b"BT": self._begin_text, b"Tf": self._set_font, b"Tm": self._set_matrix,
            b"Td": self._move, b"TD": self._move_and_lead, b"T*": self._next_line,
            b"Tc": self._set_char_space, b"Tw": self._set_word_space, b"Tz": self._set_stretch,
            b"TL": self._set_leading, b"Ts": self._set_rise,
            b"TJ": self._show_text, b"Tj": self._show_text, b"'": self._next_line_show, b'"': self._space_and_show,
            b"m": self._add_to_path, b"l": self._add_to_path, b"c": self._add_to_path, b"v": self._add_to_path,
            b"y": self._add_to_path, b"re": self._add_rectangle, b"n": self._end_path,
            b"W": self._clip_next, b"W*": self._clip_next,
            b"S": self._stroke, b"s": self._stroke, b"B": self._fill_and_stroke, b"B*": self._fill_and_stroke,
            b"b": self._fill_and_stroke, b"b*": self._fill_and_stroke,
            b"f": self._fill, b"F": self._fill, b"f*": self._fill,
            b"BMC": self._begin_marked, b"BDC": self._begin_with_properties, b"EMC": self._end_marked,
            b"Do": self._show_object, b"EI": self._inline_image,
            b"g": self._set_colour, b"rg": self._set_colour, b"k": self._set_colour,
            b"cs": self._set_colour_space, b"sc": self._set_components, b"scn": self._set_components,
        }  # fmt: skip

    def run(self, data: bytes, resources: Any) -> None:
        """Interprets one content stream with its resources.

        Raises:
            LateError: the time ran out, or the page holds more than a page does; what was found is kept.
            BombError: a form or font asks for more than is ever needed.
            ContentError: the stream is damaged in such a way that its rest is lost.
        """
        outer, outer_fonts = self._resources, self._named_fonts
        self._resources, self._named_fonts = _dictionary(resources), {}
        for step, (operator, operands) in enumerate(operations(data), 1):
            act = self._acts.get(operator)
            if act is not None:
                try:
                    act(operands)
                except OperandError:  # the operator does nothing, as in any viewer
                    continue
            if step % _OPERATORS_BETWEEN == 0:
                check_time()
        self._resources, self._named_fonts = outer, outer_fonts

    # -- the state of drawing -------------------------------------------------------------------------------------

    def _state(self) -> tuple[Any, ...]:
        return (
            self._ctm, self._font, self._size, self._char_space, self._word_space, self._stretch, self._leading,
            self._rise, self._line, self._x, self._clip, self._colour, self._opaque,
        )  # fmt: skip

    def _set_state(self, state: tuple[Any, ...]) -> None:
        (
            self._ctm, self._font, self._size, self._char_space, self._word_space, self._stretch, self._leading,
            self._rise, self._line, self._x, self._clip, self._colour, self._opaque,
        ) = state  # fmt: skip

    def _save(self, _: list[Operand]) -> None:
        if len(self._saved) >= _MOST_SAVED:
            raise ContentError(f"its state of drawing is saved over {_MOST_SAVED:,} levels deep")
        self._saved.append(self._state())

    def _restore(self, _: list[Operand]) -> None:
        if self._saved:
            self._set_state(self._saved.pop())

    def _concatenate(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = numbers(operands, 6)
        self._ctm = mult_matrix((a, b, c, d, e, f), self._ctm)

    def _graphics_state(self, operands: list[Operand]) -> None:
        states = _dictionary(self._resources.get("ExtGState"))
        state = _dictionary(states.get(name_of(operands[-1]))) if operands else {}
        setting: Any = resolve1(state.get("Font"))
        if isinstance(setting, list) and len(setting) == 2:
            self._font, self._size = self._fonts.get(setting[0]), num_value(setting[1])
        if "ca" in state or "BM" in state or "SMask" in state:
            blend, mask = (getattr(resolve1(state.get(key)), "name", None) for key in ("BM", "SMask"))
            alpha = resolve1(state.get("ca", 1))
            self._opaque = alpha == 1 and blend in (None, "Normal", "Compatible") and mask in (None, "None")

    def _set_colour(self, operands: list[Operand]) -> None:
        self._colour = [], operands

    def _set_colour_space(self, operands: list[Operand]) -> None:
        self._colour = operands, []

    def _set_components(self, operands: list[Operand]) -> None:
        self._colour = self._colour[0], operands

    def _paints_white(self) -> bool:
        """Whether fills are white and hide what is below them."""
        space, components = self._colour
        if not self._opaque or not components:
            return False
        if space and name_of(space[-1]) not in _PLAIN_SPACES:
            named: Any = resolve1(_dictionary(self._resources.get("ColorSpace")).get(name_of(space[-1])))
            if not isinstance(named, list) or not named or getattr(named[0], "name", "") not in _PLAIN_SPACES:
                return False
        return is_white(numbers(components, len(components)))

    # -- text -----------------------------------------------------------------------------------------------------

    def _begin_text(self, _: list[Operand]) -> None:
        self._line, self._x = _IDENTITY, 0.0

    def _set_font(self, operands: list[Operand]) -> None:
        (size,) = numbers(operands, 1)
        name = name_of(operands[-2]) if len(operands) > 1 else ""
        font = self._named_fonts.get(name)
        if font is None:
            found = _dictionary(self._resources.get("Font")).get(name)
            font = self._named_fonts[name] = self._fonts.get(found)
        self._font, self._size = font, size

    def _set_char_space(self, operands: list[Operand]) -> None:
        (self._char_space,) = numbers(operands, 1)

    def _set_word_space(self, operands: list[Operand]) -> None:
        (self._word_space,) = numbers(operands, 1)

    def _set_stretch(self, operands: list[Operand]) -> None:
        (percent,) = numbers(operands, 1)
        self._stretch = 0.01 * percent

    def _set_leading(self, operands: list[Operand]) -> None:
        (self._leading,) = numbers(operands, 1)

    def _set_rise(self, operands: list[Operand]) -> None:
        (self._rise,) = numbers(operands, 1)

    def _set_matrix(self, operands: list[Operand]) -> None:
        a, b, c, d, e, f = numbers(operands, 6)
        self._line, self._x = (a, b, c, d, e, f), 0.0

    def _move(self, operands: list[Operand]) -> None:
        x, y = numbers(operands, 2)
        a, b, c, d, e, f = self._line
        self._line, self._x = (a, b, c, d, x * a + y * c + e, x * b + y * d + f), 0.0

    def _move_and_lead(self, operands: list[Operand]) -> None:
        self._leading = -numbers(operands, 1)[0]
        self._move(operands)

    def _next_line(self, _: list[Operand]) -> None:
        a, b, c, d, e, f = self._line
        self._line, self._x = (a, b, c, d, e - self._leading * c, f - self._leading * d), 0.0

    def _show_text(self, operands: list[Operand]) -> None:
        if self._font is not None:
            self._show(self._font, strings_and_numbers(operands))

    def _next_line_show(self, operands: list[Operand]) -> None:
        self._next_line(operands)
        self._show_text(operands)

    def _space_and_show(self, operands: list[Operand]) -> None:
        self._word_space, self._char_space = numbers(operands[:-1], 2)
        self._next_line_show(operands)

    def _show(self, font: PdfFont, pieces: list[tuple[bytes, bytes]]) -> None:
        """Strings, and numbers that move what follows back by thousandths of the size."""
        a, b, c, d, e, f = mult_matrix(self._line, self._ctm)
        scale = self._size * self._stretch
        size = abs(self._size) * (c * c + d * d) ** 0.5
        spacing = self._char_space * self._stretch
        word_spacing = 0.0 if font.multibyte else self._word_space * self._stretch
        quarter = quarter_of(a * scale, b * scale, d * self._size)
        add = self._taker(quarter)
        cache, at, x = font.cache, self._at, self._x
        x_of, y_of = c * self._rise + e, d * self._rise + f
        step, back = a * scale, 0.001 * scale
        if self._clip is not None and quarter == 0 and is_clipped(self._clip, a * x + x_of, b * x + y_of, size):
            add = self._hide
        for string, number in pieces[:_MOST_PIECES]:
            if string:
                for letter, advance, is_space in cache.get(string) or font.read(string):
                    left = a * x + x_of
                    right = left + step * advance
                    if right < left:
                        left, right = right, left
                    add(Glyph(letter, left, right, b * x + y_of, size, at))
                    at += 1
                    x += advance * scale + spacing
                    if is_space:
                        x += word_spacing
                if len(string) > _LONG_STRING:
                    _check(at)
            if number:
                x -= float(number) * back
        self._x = x
        if quarter == 0:
            self.quarters[0] += at - self._at
            self._at = at
        _check(at)

    def _taker(self, quarter: int | None) -> Callable[[Glyph], None]:
        """What to do with the glyphs of a text that asks for so many turns."""
        if quarter != 0:
            return partial(self._turned, quarter)
        span = self._spans[-1] if self._spans else None
        return self._page.glyphs.append if span is None else partial(self._cluster, span)

    def _turned(self, quarter: int | None, glyph: Glyph) -> None:
        """Text at an angle: the beginning is kept, to be named; what asks for a quarter turn is counted."""
        if quarter is not None:
            self.quarters[quarter] += 1
        if len(self._page.turned) < MOST_SET_ASIDE:
            self._page.turned.append(glyph.letter.shown)

    def _cluster(self, span: _Span, part: Glyph) -> None:
        """One glyph of a span with ActualText: the span is one cluster, as wide as its parts together."""
        width = part.x1 - part.x0
        if self._last_span is not span:
            self._last_span, span.widest, span.glyph = span, width, None
            if part.letter.kind == "S" and self._was_shown(span.text):
                span.text = ""  # a blank that says once more what stands before it, as InDesign writes labels of notes
                self._page.glyphs.append(part)
            if span.text:
                span.glyph = part
                part.letter = _actual_letter(span.text, bold=part.letter.bold)
                self._page.glyphs.append(part)
        elif (glyph := span.glyph) is not None:
            glyph.x0, glyph.x1 = min(glyph.x0, part.x0), max(glyph.x1, part.x1)
            if width > span.widest:  # the letter's own baseline, not that of a mark on it
                glyph.y, glyph.size, span.widest = part.y, part.size, width

    def _was_shown(self, text: str) -> bool:
        """Whether the last glyphs show that text."""
        last = self._page.glyphs[-len(text) :] if text else []
        return "".join(glyph.letter.shown for glyph in last) == text != ""

    # -- marked content -------------------------------------------------------------------------------------------

    def _begin_marked(self, _: list[Operand]) -> None:
        self._spans.append(self._spans[-1] if self._spans else None)

    def _begin_with_properties(self, operands: list[Operand]) -> None:
        if operands[:1] == [b"/OC"]:
            self._covers = _MOST_COVERS  # a layer, which may not be shown
        text: object = None
        properties = operands[-1] if operands else b""
        if isinstance(properties, list):
            value = next((value for key, value in pairwise(properties) if key == b"/ActualText"), b"")
            text = string_of(value) if value[:1] in (b"(", b"<") else None
        elif properties[:1] == b"/":
            named = _dictionary(_dictionary(self._resources.get("Properties")).get(name_of(properties)))
            text = resolve1(named.get("ActualText"))
        if isinstance(text, bytes) and len(text) < _LONGEST_ACTUAL:
            self._spans.append(_Span(decode_text(text)))
        else:
            self._begin_marked(operands)

    def _end_marked(self, _: list[Operand]) -> None:
        if self._spans:
            self._spans.pop()

    # -- paths ----------------------------------------------------------------------------------------------------

    def _add_to_path(self, operands: list[Operand]) -> None:
        """Keeps a line or curve unread, for most paths only clip and are never painted."""
        if len(self._path) < _MOST_SEGMENTS:
            self._path.append((False, operands))

    def _add_rectangle(self, operands: list[Operand]) -> None:
        if len(self._path) < _MOST_SEGMENTS:
            self._path.append((True, operands))

    def _points(self) -> list[tuple[float, float]]:
        """The points of the path, corners and those that draw curves."""
        points: list[tuple[float, float]] = []
        for is_rectangle, operands in self._path:
            if is_rectangle:
                x, y, width, height = numbers(operands, 4)
                points += ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            else:
                coordinates = numbers(operands, len(operands))
                points += zip(coordinates[::2], coordinates[1::2], strict=False)
        return points

    def _clip_next(self, _: list[Operand]) -> None:
        self._clips = True

    def _end_path(self, _: list[Operand]) -> None:
        """The path is done with; what follows is clipped by the box around it, where that was asked for."""
        if self._clips:
            self._clips = False
            if points := self._points():
                self._clip = common(self._clip, self._around(points))
        self._path.clear()

    def _fill(self, _: list[Operand]) -> None:
        self._paint(stroke=False, fill=True)

    def _stroke(self, _: list[Operand]) -> None:
        self._paint(stroke=True, fill=False)

    def _fill_and_stroke(self, _: list[Operand]) -> None:
        self._paint(stroke=True, fill=True)

    def _paint(self, *, stroke: bool, fill: bool) -> None:
        """Keeps what is a rule: a thin path, or the four sides of a stroked rectangle; looks what a white one hides."""
        rules = self._page.rules
        points = self._points() if len(rules) <= _MOST_RULES else []
        self._end_path([])
        if not points:
            return
        x0, y0, x1, y1 = self._around(points)
        wide, high = x1 - x0, y1 - y0
        if not isfinite(wide + high):
            return
        if (high < _THIN and wide > _SHORTEST_RULE) or (wide < _THIN and high > _SHORTEST_RULE):
            rules.append(Rule(x0, x1, y0, y1))
        elif stroke and wide > _SHORTEST_RULE and high > _SHORTEST_RULE and len(points) in (4, 5):
            rules += (Rule(x0, x1, y0, y0), Rule(x0, x1, y1, y1), Rule(x0, x0, y0, y1), Rule(x1, x1, y0, y1))
        if fill and self._page.glyphs and self._is_level_rectangle(points):
            self._cover((x0, y0, x1, y1))

    def _is_level_rectangle(self, points: list[tuple[float, float]]) -> bool:
        a, b, c, d, _, _ = self._ctm
        level = (b == 0 == c) or (a == 0 == d)
        return level and len(points) in (4, 5) and len({x for x, _ in points}) == 2 == len({y for _, y in points})

    def _cover(self, box: Box) -> None:
        """Sets aside the text that a white area was painted over."""
        if self._covers >= _MOST_COVERS or not self._paints_white():
            return
        self._covers += 1
        x0, y0, x1, y1 = area = common(self._clip, box)
        if (x1 - x0) * (y1 - y0) > _LARGEST_COVER * self._page.width * self._page.height:
            return  # the ground of a picture of the page, which has the recognised text below it
        seen, covered = part_covered(self._page.glyphs, area)
        if covered:
            self._page.glyphs[:] = seen
            for glyph in covered:
                self._hide(glyph)

    def _hide(self, glyph: Glyph) -> None:
        if len(self._page.hidden) < MOST_SET_ASIDE:
            self._page.hidden.append(glyph.letter.shown)

    # -- pictures and forms ---------------------------------------------------------------------------------------

    def _around(self, points: list[tuple[float, float]]) -> Box:
        """The box on the page around points of the user's space."""
        a, b, c, d, e, f = self._ctm
        xs = [a * x + c * y + e for x, y in points]
        ys = [b * x + d * y + f for x, y in points]
        return min(xs), min(ys), max(xs), max(ys)

    def _inline_image(self, _: list[Operand]) -> None:
        self._picture()
        check_time()

    def _picture(self) -> None:
        """Pictures fill the unit square of the user's space."""
        if len(self._page.pictures) < _MOST_PICTURES:
            self._page.pictures.append(self._around(_UNIT_SQUARE))

    def _show_object(self, operands: list[Operand]) -> None:
        """A picture is noted. A form is interpreted in a state of its own; one inside itself is left out."""
        name = name_of(operands[-1]) if operands else ""
        shown: Any = resolve1(_dictionary(self._resources.get("XObject")).get(name))
        if not isinstance(shown, ContentStream) or isinstance(shown, dict):
            return
        kind = getattr(resolve1(shown.get("Subtype")), "name", "")
        if kind == "Image":
            self._picture()
        if kind != "Form":
            return
        self._forms += 1
        if self._forms > _MOST_FORMS:
            raise LateError
        check_time()
        if "OC" in shown:
            self._covers = _MOST_COVERS
        if any(shown is form for form in self._inside) or len(self._inside) >= _DEEPEST_FORM:
            return
        state, saved, spans, path = self._state(), self._saved, self._spans, self._path
        self._saved, self._spans, self._path = [], spans[-1:], []
        self._inside = (*self._inside, shown)
        if "Matrix" in shown:
            self._ctm = mult_matrix(matrix_value(shown["Matrix"]), self._ctm)
        self._begin_text([])
        resources = shown.get("Resources")
        self.run(checked_content([shown]), self._resources if resources is None else resources)
        self._inside = self._inside[:-1]
        self._saved, self._spans, self._path = saved, spans, path
        self._set_state(state)


def _check(glyphs: int) -> None:
    check_time()
    if glyphs > _MOST_GLYPHS:
        raise LateError


def _dictionary(found: Any) -> dict[str, Any]:
    """A dictionary that the file has there, or an empty one."""
    found = resolve1(found)
    return found if isinstance(found, dict) else {}
