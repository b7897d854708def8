"""What a page holds: glyphs with the letters that they stand for, lines of them, rules and pictures."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from unres.scripts import (
    ARABIC_MARK_FORMS,
    DRAWN_ALIKE,
    EASTERN,
    FOLDED_FORMS,
    KASHIDA,
    PERSIAN,
    RIGHT_TO_LEFT,
    SUPERSCRIPT,
    VOWELS,
)

if TYPE_CHECKING:
    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.limits import PageClock

Kind = Literal["R", "L", "A", "E", "N", "S", "M", "?"]
"""Class of a glyph, a coarse form of the classes of the Unicode bidirectional algorithm (UAX 9).

``R`` letter written from the right, ``L`` letter written from the left, ``A`` Eastern (Arabic-Indic, Persian)
digit, ``E`` Western digit, ``N`` neutral, ``S`` white space, ``M`` combining mark, ``?`` without Unicode.
"""

UNKNOWN = "\ufffd"
EASTERN_DIGITS = EASTERN + PERSIAN
RAISED = frozenset(SUPERSCRIPT + "⁽⁾")

_MARK_FORMS = re.compile(f"[{ARABIC_MARK_FORMS}]")
_FOLDED = re.compile(f"[{FOLDED_FORMS}]")
_NOTHING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff]")  # control, private use, non-characters
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-"}  # of Word's symbol fonts, which map into the private area
_LAST_OF_SCRIPTS = "\u2200"  # above it no letter stands in one glyph with one of Arabic or Latin
_OTHER_LETTERS = str.maketrans(DRAWN_ALIKE)
_VOWELS = re.compile(f"[{VOWELS}]")
_RTL_LETTER = re.compile(f"[{RIGHT_TO_LEFT}]")


@dataclass(slots=True, eq=False)
class Letter:
    """One code of one font, or one text given by ActualText: the glyph's text and what follows from it."""

    text: str
    """As the font maps it; may be several letters (a ligature)."""
    shown: str
    """Presentation forms folded to the letters that they show; in logical order."""
    kind: Kind
    bold: bool = False
    vowels: str = ""
    """Marks within the text, for a glyph without width that carries its whole cluster."""
    drawn: bool = False
    """Whether the font was asked what it draws: a bracket is given as it looks, an unknown letter not to be guessed."""


def letter_of(text: str, *, bold: bool = False) -> Letter:
    """The letter for a text that a font gives; text without meaning becomes U+FFFD."""
    text = _BULLETS.get(text, text)
    if len(text) > 1:
        text = _with_high_bytes(text)
    if not text or _NOTHING.search(text):
        text = UNKNOWN
    shown = fold(text)
    vowels = "".join(_VOWELS.findall(shown)) if len(text) > 1 else ""
    return Letter(text, shown, kind_of(text), bold, vowels)


def _with_high_bytes(text: str) -> str:
    """Sets right the text of a glyph of several letters as Ghostscript writes it into the map.

    Behind the first letter, the high byte of each code is the low byte of the code before: U+0644 U+4427 for lam-alef.
    """
    fixed = text[0]
    for before, letter in pairwise(text):
        meant = chr(ord(text[0]) & 0xFF00 | ord(letter) & 0xFF)
        shifted = ord(letter) >> 8 == ord(before) & 0xFF and letter > _LAST_OF_SCRIPTS and meant.isalpha()
        fixed += meant if shifted else letter
    return fixed


def fold(text: str) -> str:
    """Folds presentation forms, ligatures of letters and odd spaces; leaves superscripts and symbols."""
    if text.isascii():
        return " " if text == "\t" else text
    text = _MARK_FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]).strip(" " + KASHIDA), text)
    text = _FOLDED.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return text.translate(_OTHER_LETTERS)


def kind_of(text: str) -> Kind:
    """The class of a glyph's text, by its first character."""
    first = text[0]
    if text.isspace():
        return "S"
    if first == UNKNOWN:
        return "?"
    if _is_mark(text):
        return "M"
    if first in EASTERN_DIGITS:
        return "A"
    if "0" <= first <= "9" or first in SUPERSCRIPT:
        return "E"
    return _DIRECTIONS.get(unicodedata.bidirectional(first), "N")


_DIRECTIONS: dict[str, Kind] = {"R": "R", "AL": "R", "L": "L"}


def _is_mark(text: str) -> bool:
    """Nothing but combining marks, or marks on a tatweel."""
    if text == KASHIDA:
        return False
    return all(unicodedata.category(c) == "Mn" or _MARK_FORMS.match(c) or c == KASHIDA for c in text)


def is_arabic(text: str) -> bool:
    """Whether the text begins with a letter or sign of a script written from the right, not a digit."""
    return _RTL_LETTER.match(text) is not None and text[0] not in EASTERN_DIGITS


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


MOST_SET_ASIDE = 80
"""Glyphs that are left out of which the text is kept."""


@dataclass(slots=True)
class GlyphPage:
    """What a page shows, as far as a reader of text needs it."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    gutters: list[Rule] = field(default_factory=list)
    """The white between columns of running text, from its bottom to its top; known once there are lines."""
    pictures: list[Box] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    """The beginning of the text that stands at an angle (watermarks, notes up the margin) and was left out."""
    hidden: list[str] = field(default_factory=list)
    """The beginning of the text that is clipped away or painted over, and was left out."""
    late: bool = False
    """Whether the time for the page ran out before its end."""
    clock: PageClock | None = None
    """What is left of its time."""
    quarters: int = 0
    """Quarter turns, clockwise, that the page took before its text stood upright, as all is given here."""
    broken: str = ""
    """Why the page could not be interpreted; empty when it could."""


@dataclass(slots=True, eq=False)
class PrintedLine:
    """A line as it stands on the page, in one column; y is the baseline, upwards."""

    page: int
    glyphs: list[Glyph]
    """With ink and without combining marks; from left to right."""
    y: float
    size: float
    x0: float
    x1: float
    spaces: list[Glyph] = field(default_factory=list)
    marks: list[Glyph] = field(default_factory=list)
    cell: tuple[int, int] | None = None
    """The table of the page and the column in it, both counted from 0; None outside tables."""
