"""What an interpreter gives of a PDF page: glyphs and rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.readers.pdf.deadline import PageClock
    from unres.readers.pdf.letters import Letter


Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points, y upwards."""


@dataclass(slots=True, eq=False)
class Glyph:
    """One glyph on the page, in points, y upwards."""

    letter: Letter
    x0: float
    x1: float
    y: float
    """Its baseline, with rise."""
    size: float
    at: int
    """Its place in the content stream."""


@dataclass(slots=True)
class Rule:
    """A thin line: horizontal where ``y0`` and ``y1`` nearly agree, else vertical."""

    x0: float
    x1: float
    y0: float
    y1: float


MOST_TURNED = 80
"""Glyphs at an angle of which the text is kept."""


@dataclass(slots=True)
class GlyphPage:
    """What a page shows, as far as a reader of text needs it."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    """The beginning of the text that stands at an angle (watermarks, notes up the margin) and was left out."""
    late: bool = False
    """Whether the time for the page ran out before its end."""
    clock: PageClock | None = None
    """What is left of its time."""
    quarters: int = 0
    """Quarter turns, clockwise, that the page took before its text stood upright, as all is given here."""
    broken: str = ""
    """Why the page could not be interpreted; empty when it could."""


class LockedError(Exception):
    """The PDF is encrypted and asks for a password."""


class LateError(Exception):
    """The time for a page has run out, or it holds more than a page does; what was found until then is kept."""


class BombError(ValueError):
    """Something in the PDF unpacks to more than is ever needed."""
