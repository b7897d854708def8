"""What is drawn beside the glyphs: rules, put together from their pieces, and pictures that stand for words.

Some producers print pieces of a line, or the numbers of paragraphs, as small images.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import Rule
from unres.readers.pdf.limits import check_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import GlyphPage
    from unres.readers.pdf.rows import Row, RowPage

_TOUCHING = 6.0  # points between two pieces of one rule
_COLLINEAR = 1.5  # points
THICKEST = 3.0  # points


def whole_rules(rules: list[Rule]) -> list[Rule]:
    """The rules of a page, each once: programs draw a border cell by cell, and each cell's part is a path of its own.

    Level ones stand first, from the top; then upright ones, from the left.
    """
    level = [(rule.x0, rule.x1, rule.y0, rule.y1) for rule in rules if is_level(rule)]
    upright = [(rule.y0, rule.y1, rule.x0, rule.x1) for rule in rules if not is_level(rule)]
    across = [Rule(start, end, low, high) for start, end, low, high in reversed(_merged(level))]
    return across + [Rule(low, high, start, end) for start, end, low, high in _merged(upright)]


def is_level(rule: Rule) -> bool:
    """Whether it lies across the page."""
    return rule.x1 - rule.x0 > rule.y1 - rule.y0


def _merged(pieces: list[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Start, end, low and high of pieces along one axis, those on one line that touch put together."""
    out: list[tuple[float, float, float, float]] = []
    tracks: list[list[tuple[float, float, float, float]]] = []
    for piece in sorted(pieces, key=lambda piece: piece[2]):
        if tracks and piece[2] - tracks[-1][0][2] < _COLLINEAR:
            tracks[-1].append(piece)
        else:
            tracks.append([piece])
    for track in tracks:
        track.sort()
        whole = [track[0]]
        for piece in track[1:]:
            last = whole[-1]
            if piece[0] - last[1] < _TOUCHING:
                whole[-1] = (last[0], max(last[1], piece[1]), min(last[2], piece[2]), max(last[3], piece[3]))
            else:
                whole.append(piece)
        out += whole
    return out


def underlines(rule: Rule, rows: Iterable[Row]) -> bool:
    """Whether a rule is drawn under words of a row, or through them: near its baseline, and no longer than it."""
    return any(
        -0.4 * row.size < rule.y0 - row.y < 0.7 * row.size
        and rule.x0 > row.x0 - 0.5 * row.size
        and rule.x1 < row.x1 + 0.5 * row.size
        for row in rows
    )


_HIGHEST = 60.0  # points: no line of a text is higher
_MOST = 200  # looked at on one page
_LOWEST_PART, _HIGHEST_PART = 0.4, 2.0  # ems of the line
_BELOW = 0.35  # ems that a picture may end above the baseline, for a dash has no more
_NARROWEST = 0.25  # ems


def without_glyphs(page: GlyphPage) -> list[Box]:
    """The pictures no higher than a line that no glyph is drawn over, as it is over a shaded ground."""
    found: list[Box] = []
    for x0, y0, x1, y1 in page.pictures[:_MOST]:
        if not y1 - y0 <= _HIGHEST:
            continue
        check_time()
        over = any(
            glyph.letter.kind != "S" and x0 < (glyph.x0 + glyph.x1) / 2 < x1 and y0 < glyph.y + 0.3 * glyph.size < y1
            for glyph in page.glyphs
        )
        if not over:
            found.append((x0, y0, x1, y1))
    return found


def in_lines(page: RowPage) -> list[Box]:
    """Those of the page's pictures that stand in a line of its text, as high as its letters."""
    rows = [row for row in page.rows if row.zone != "furniture"]
    return [picture for picture in page.pictures if any(_in_line(picture, row) for row in rows)]


def _in_line(picture: Box, row: Row) -> bool:
    x0, y0, x1, y1 = picture
    return (
        _LOWEST_PART * row.size <= y1 - y0 <= _HIGHEST_PART * row.size
        and x1 - x0 >= _NARROWEST * row.size
        and y0 - _BELOW * row.size <= row.y < (y0 + y1) / 2
    )
