"""What stands on each baseline of a page, and where it is white: the ground on which tables are found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.readers.pdf.glyphs import Glyph
    from unres.readers.pdf.lines import PrintedLine

WORD_GAP = 0.25  # ems: less between two glyphs is no space
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


@dataclass(slots=True, eq=False)
class Band:
    """The printed lines on one baseline, from the left."""

    lines: list[PrintedLine]
    _pieces: list[tuple[float, float]] | None = None

    @property
    def pieces(self) -> list[tuple[float, float]]:
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

    def is_parted(self, pieces: list[tuple[float, float]]) -> bool:
        """Whether pieces of it stand well apart, and not only as the words of a stretched line do, all alike."""
        gaps = [right[0] - left[1] for left, right in pairwise(pieces)]
        widest = max(gaps, default=0.0)
        if widest < CELL_GAP * self.size:
            return False
        alike = len(gaps) >= _STRETCHED and widest < 1.25 * median(gaps) and widest < 2 * CELL_GAP * self.size
        return not alike or not self._words(pieces)

    def _words(self, pieces: list[tuple[float, float]]) -> bool:
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
    bands: list[Band] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if bands and abs(bands[-1].y - line.y) < 0.3 * min(line.size, bands[-1].size):
            bands[-1].lines.append(line)
        else:
            bands.append(Band([line]))
    for band in bands:
        band.lines.sort(key=lambda line: line.x0)
    return bands


def pieces_of(glyphs: list[Glyph], gap: float) -> list[tuple[float, float]]:
    """Stretches of ink with no gap as wide as that."""
    pieces: list[tuple[float, float]] = []
    for x0, x1 in sorted((glyph.x0, glyph.x1) for glyph in glyphs):
        if pieces and x0 - pieces[-1][1] < gap:
            if x1 > pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], x1)
        else:
            pieces.append((x0, x1))
    return pieces
