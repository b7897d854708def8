"""What stands on each baseline of a page and where it is white, and the tables that this shows without any rule.

Such a table has columns of figures, one below the other, with white space before them: prose never has it that line
after line ends in a number which stands well apart. Columns of words alone are left as they are: mastheads and
lists of names are set like that too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from unres.readers.pdf.geometry import by_baseline, joined_spans
from unres.scripts import DIGITS

if TYPE_CHECKING:
    from unres.readers.pdf.geometry import Span
    from unres.readers.pdf.glyphs import Glyph, PrintedLine

WORD_GAP = 0.25  # ems: less between two glyphs is no space
_SAME_BASELINE = 0.3  # ems
CELL_GAP = 0.8  # ems: no space between words of a line that is not justified
_STRETCHED = 3  # gaps of a line from which their being alike says something


@dataclass(slots=True, eq=False)
class Area:
    """One table on a page: y upwards, gutters from the left."""

    top: float
    bottom: float
    left: float
    right: float
    rules: list[float]
    grid: bool
    """Whether upright rules part its cells, so that each of its rows has rules above and below."""
    parted: bool = False
    """Whether an upright rule stands between cells."""


@dataclass(slots=True, eq=False)
class Band:
    """The printed lines on one baseline, from the left."""

    lines: list[PrintedLine]
    _pieces: list[Span] | None = None

    @property
    def pieces(self) -> list[Span]:
        """The pieces of ink between gaps wider than between words; found when first asked for, as few bands are."""
        if self._pieces is None:
            self._pieces = pieces_of([glyph for line in self.lines for glyph in line.glyphs], WORD_GAP * self.size)
        return self._pieces

    @property
    def y(self) -> float:
        """The baseline, upwards."""
        return self.lines[0].y

    @property
    def size(self) -> float:
        """That of its first line."""
        return self.lines[0].size

    @property
    def parted(self) -> bool:
        """Whether it has at least two pieces that stand well apart."""
        return self.is_parted(self.pieces)

    def is_parted(self, pieces: list[Span]) -> bool:
        """Whether pieces of it stand well apart, and not only as the words of a stretched line do, all alike."""
        gaps = [right[0] - left[1] for left, right in pairwise(pieces)]
        widest = max(gaps, default=0.0)
        if widest < CELL_GAP * self.size:
            return False
        alike = len(gaps) >= _STRETCHED and widest < 1.25 * median(gaps) and widest < 2 * CELL_GAP * self.size
        return not alike or not self._words(pieces)

    def _words(self, pieces: list[Span]) -> bool:
        """Whether most pieces are words, not figures."""
        return 2 * sum(any(map(str.isalpha, self.text_between(*piece))) for piece in pieces) > len(pieces)

    def text_between(self, x0: float, x1: float) -> str:
        """What its glyphs between two places show, from the left."""
        glyphs = [glyph for line in self.lines for glyph in line.glyphs if x0 <= (glyph.x0 + glyph.x1) / 2 <= x1]
        return "".join(glyph.letter.shown for glyph in sorted(glyphs, key=lambda glyph: glyph.x0))

    def is_prose(self, left: float, right: float) -> bool:
        """Whether it is running text: as long as the place allows, without a gap."""
        return not self.parted and self.pieces[-1][1] - self.pieces[0][0] > 0.7 * (right - left)


def bands_of(lines: list[PrintedLine]) -> list[Band]:
    """Lines on one baseline together, from the top."""
    return [Band(sorted(lines, key=lambda line: line.x0)) for lines in by_baseline(lines, _SAME_BASELINE)]


def pieces_of(glyphs: list[Glyph], gap: float) -> list[Span]:
    """Stretches of ink with no gap as wide as that."""
    return joined_spans(((glyph.x0, glyph.x1) for glyph in glyphs), gap)


_APART = 1.2
"""Ems of white before a column: more than a stretched line has between its words."""
_FEWEST = 3
_DISTANCE = 3.0  # ems between two rows
_MOST_LINES = 2  # of a row's label, above the one that has the figures
_LONGEST_FIGURE = 24
_FIGURE = re.compile(
    rf"""
    [(\[$€£+\u2212-]? \s?
    [{DIGITS}] [{DIGITS}.,٫٬\s/]*
    [)\]%٪*]{{0,2}}
  | [\u2013\u2014\u2212-] | \.\.\.? | …     # none, or not known
    """,
    re.VERBOSE,
)
_LABEL = re.compile(rf"\(\s?([{DIGITS}]{{1,3}})\s?\)")
_LAST = frozenset(")]%٪*-\u2013\u2014\u2212…")  # of a figure, other than a digit
_DIGIT = re.compile(r"\d")

_Cell = tuple[float, float, str]


def columns_of_figures(bands: list[Band]) -> list[tuple[Area, list[Band]]]:
    """The tables without rules of a page, each with its bands from the top."""
    found: list[tuple[Area, list[Band]]] = []
    run: list[Band] = []
    columns: list[_Cell] = []
    waiting: list[Band] = []
    for band in [*bands, None]:
        figures = _figures(band) if band is not None else []
        near = bool(run) and band is not None and (waiting or run)[-1].y - band.y <= _DISTANCE * band.size
        if figures and near and _below_each_other(columns, figures):
            run += [*waiting, band] if band is not None else []
            columns, waiting = figures, []
        elif near and band is not None and not figures and len(waiting) < _MOST_LINES - 1 and _beside(band, columns):
            waiting.append(band)
        else:
            found += _table(run)
            run, columns, waiting = ([band] if band is not None and figures else []), figures, []
    return found


def _table(run: list[Band]) -> list[tuple[Area, list[Band]]]:
    if sum(band.parted for band in run) < _FEWEST or _are_labels(run):
        return []
    left = min(band.pieces[0][0] for band in run)
    right = max(band.pieces[-1][1] for band in run)
    top, bottom = run[0].y + run[0].size, run[-1].y - 0.3 * run[-1].size
    return [(Area(top, bottom, left, right, [], grid=False), run)]


def _are_labels(run: list[Band]) -> bool:
    """Whether what looks like figures counts the footnotes, "(6)", "(7)", that stand beside it."""
    cells = [_cells(band) for band in run]
    for end in (0, -1):
        found = [match for own in cells if (match := _LABEL.fullmatch(own[end][2]))]
        numbers = [int(match[1]) for match in found]
        if len(numbers) == len(run) and numbers == list(range(numbers[0], numbers[0] + len(run))):
            return True
    return False


def _figures(band: Band) -> list[_Cell]:
    """The cells of a band behind its first, where each stands apart and holds figures alone.

    What comes first, in the direction of reading, has words: a number there is a paragraph's.
    """
    if not _has_figure_at_an_end(band) or not band.parted:
        return []
    cells = _cells(band)
    kinds = [glyph.letter.kind for line in band.lines for glyph in line.glyphs]
    figures = cells[:-1] if kinds.count("R") > kinds.count("L") else cells[1:]
    if not figures or not {"R", "L"} & set(kinds) or not any(_DIGIT.search(cell[2]) for cell in figures):
        return []
    return figures if all(len(text) <= _LONGEST_FIGURE and _FIGURE.fullmatch(text) for _, _, text in figures) else []


def _has_figure_at_an_end(band: Band) -> bool:
    """Whether it may end in a figure; asked first, for most lines do not."""
    first, last = band.lines[0].glyphs, band.lines[-1].glyphs
    for letter, beside in ((last[-1].letter, last[-2:-1]), (first[0].letter, first[1:2])):
        if letter.kind in "AE" or letter.text in _LAST:
            return True
        if letter.text == "." and beside and beside[0].letter.text == ".":
            return True
    return False


def _cells(band: Band) -> list[_Cell]:
    """Pieces of a band that stand apart, with what they say from left to right."""
    stretches = joined_spans(band.pieces, _APART * band.size)
    return [(x0, x1, band.text_between(x0, x1)) for x0, x1 in stretches]


def _below_each_other(above: list[_Cell], below: list[_Cell]) -> bool:
    """Whether as many columns as there are in both lie one below the other."""
    return len(above) == len(below) and all(a[0] < b[1] and b[0] < a[1] for a, b in zip(above, below, strict=True))


def _beside(band: Band, columns: list[_Cell]) -> bool:
    """Whether a line of words keeps clear of the columns, as the first line of a long label does."""
    return not band.parted and all(band.pieces[-1][1] < x0 or band.pieces[0][0] > x1 for x0, x1, _ in columns)
