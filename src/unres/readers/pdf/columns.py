"""The order in which the rows of a page are read: columns side by side, and labels that a tab parts from their text.

Columns of running text may stand nearer to each other than two pieces of one line do. What tells them is white that
runs down through line after line, with text that fills the measure on both sides of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from unres.readers.pdf.geometry import by_baseline, joined_spans
from unres.readers.pdf.glyphs import Rule
from unres.readers.pdf.limits import check_time
from unres.readers.pdf.rows import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.readers.pdf.geometry import Placed, Span
    from unres.readers.pdf.rows import Row, RowPage

_LEVEL = 0.1  # ems
_FEWEST_LINES = 5
_WORDS_APART, _COLUMNS_APART = 0.8, 0.9  # ems
_NARROWEST = 9.0  # ems: a column of running text
_FULL = 0.7  # share of the measure that the middle one of its lines fills
_BLOCKS_APART = 5.0  # ems
_CLOSE = 2.2  # ems
_MOST_BEFORE = 60
"""Lines of one column above the first one of the other that are looked at."""


@dataclass(slots=True)
class _Piece:
    """A stretch of text on one baseline."""

    y: float
    size: float
    x0: float
    x1: float


def gutters(runs: Iterable[Placed]) -> list[Rule]:
    """The white between columns of running text, as upright rules.

    Args:
        runs: stretches of ink without a wide gap, anywhere on the page.
    """
    found: list[Rule] = []
    run: list[_Piece] = []
    white: Span | None = None
    for piece in _pieces(runs):
        check_time()
        if run and run[-1].y - piece.y > _BLOCKS_APART * piece.size:
            found += _gutter(run, white)
            run, white = [], None
        narrower = _beside(run, piece) if white is None else _narrower(white, piece)
        if white is not None and narrower is None:
            found += _gutter(run, white)
            run = []
        elif white is None and narrower is not None:
            run = [before for before in run[-_MOST_BEFORE:] if _narrower(narrower, before)]
        white = narrower
        run.append(piece)
    return found + _gutter(run, white)


def _pieces(runs: Iterable[Placed]) -> Iterator[_Piece]:
    for band in by_baseline(runs, _LEVEL):
        size = max(one.size for one in band)
        for x0, x1 in joined_spans(((one.x0, one.x1) for one in band), _WORDS_APART * size):
            yield _Piece(band[0].y, size, x0, x1)


def _beside(run: list[_Piece], piece: _Piece) -> Span | None:
    """The white between a piece and the last one before it, which stands beside it."""
    if not run:
        return None
    low, high = sorted((run[-1], piece), key=lambda one: one.x0)
    return (low.x1, high.x0) if high.x0 - low.x1 > _COLUMNS_APART * piece.size else None


def _narrower(white: Span, piece: _Piece) -> Span | None:
    """What is left of the white beside one more piece; None where it crosses it."""
    low, high = white
    if piece.x0 + piece.x1 < low + high:
        low = max(low, piece.x1)
    else:
        high = min(high, piece.x0)
    return (low, high) if high - low > _COLUMNS_APART * piece.size else None


def _gutter(run: list[_Piece], white: Span | None) -> list[Rule]:
    """The white of a run as a rule, where running text stands on both sides of it."""
    if white is None:
        return []
    x = sum(white) / 2
    sides = [piece for piece in run if piece.x1 < x], [piece for piece in run if piece.x0 > x]
    if not all(sides):
        return []
    top = min(max(piece.y for piece in side) for side in sides)
    bottom = max(min(piece.y for piece in side) for side in sides)
    for side in sides:
        lines = [
            (min(piece.x0 for piece in line), max(piece.x1 for piece in line))
            for line in by_baseline((piece for piece in side if bottom <= piece.y <= top), _LEVEL)
        ]
        if len(lines) < _FEWEST_LINES:
            return []
        measure = max(end for _, end in lines) - min(start for start, _ in lines)
        size = median(piece.size for piece in side)
        if measure < _NARROWEST * size or median(end - start for start, end in lines) < _FULL * measure:
            return []
    for piece in run:
        bottom = piece.y if 0 < bottom - piece.y < _CLOSE * piece.size else bottom
    for piece in reversed(run):
        top = piece.y if 0 < piece.y - top < _CLOSE * piece.size else top
    return [Rule(x, x, bottom, top)]


_SAME_BASELINE = 0.5  # ems
_EQUAL = 0.5  # points
_WIDEST_LABEL = 0.5  # times the width of the text beside it


def in_reading_order(page: RowPage) -> None:
    """Orders the rows of a page; rows of a second column get ``column`` 1; 2 where they are measured from its edge.

    Furniture is ordered apart and stands first: a running head that begins in the margin, with the symbol on one
    side and the title on the other, would else make the whole text below its title a second column.
    """
    furniture = [row for row in page.rows if row.zone == "furniture"]
    text = [row for row in page.rows if row.zone != "furniture"]
    page.rows = _ordered(furniture, page) + _ordered(text, page)


def _ordered(unordered: list[Row], page: RowPage) -> list[Row]:
    """Rows from the top, with those of columns side by side column by column."""
    bands = by_baseline(unordered, _SAME_BASELINE)
    ends = Counter(round(band[0].trail) for band in bands if len(band) == 1)
    for band in bands:
        band.sort(key=lambda row: row.lead)
        _join_labels(band, from_right=page.from_right)
        if len(band) > 2 and max(ends[round(band[-1].trail) + step] for step in (-1, 0, 1)) > 1:
            _join_justified(band)
    rows: list[Row] = []
    index = 0
    while index < len(bands):
        check_time()
        white = next((rule for rule in page.gutters if rule.y0 - 1 <= bands[index][0].y <= rule.y1 + 1), None)
        if white is not None:
            end = next((at for at in range(index, len(bands)) if bands[at][0].y < white.y0 - 1), len(bands))
            rows += _running_columns([row for band in bands[index:end] for row in band], white.x0)
            index = end
            continue
        if len(bands[index]) == 1:
            rows += bands[index]
            index += 1
            continue
        group, gutter, index = _group(bands, index, page)
        upper = page.masthead and group[0].y > page.height / 2
        rows += _side_by_side(group, gutter, apart=upper or group[0].zone == "furniture")
    return rows


def _join_labels(band: list[Row], *, from_right: bool) -> None:
    """Joins a label to its text where a wide tab parts them."""
    while len(band) > 1:
        check_time()
        label, text = band[0], band[1]
        match = LABEL.match(label.text)
        if match is None or match.end() != len(label.text) or text.lead - label.trail > 8 * label.size:
            return
        text.text = f"{label.text} {text.text}"
        text.second_word = text.lead - label.lead
        text.first_word = label.width
        text.lead = label.lead
        if from_right:
            text.x1 = label.x1
        else:
            text.x0 = label.x0
        del band[0]


def _join_justified(band: list[Row]) -> None:
    """Joins the words of a line stretched to the full measure: its wide gaps are all equal, as no columns' are.

    So are lines set whose next word, a long symbol, found no room.
    """
    gaps = [after.lead - before.trail for before, after in pairwise(band)]
    if max(gaps) - min(gaps) > _EQUAL:
        return
    first, last = band[0], band[-1]
    first.text = " ".join(row.text for row in band)
    first.trail = last.trail
    first.x0, first.x1 = min(row.x0 for row in band), max(row.x1 for row in band)
    first.bold = all(row.bold for row in band)
    del band[1:]


def _group(bands: list[list[Row]], start: int, page: RowPage) -> tuple[list[Row], float, int]:
    """The bands from `start` on that leave a gutter free, and where it lies.

    The group ends behind the last row of the second column, or where that is a long one and no masthead's, of the
    first: what follows below it is the page's own text. A row alone and wider than half of the page is such text, even
    where it keeps out of the gutter: a head may begin farther out than the text does.
    """
    left, right = bands[start][0].trail, bands[start][1].lead
    last = start
    seconds = 0
    for index in range(start, len(bands)):
        band = bands[index]
        if index > start and bands[index - 1][0].y - band[0].y > _FAR * band[0].size:
            break
        if len(band) == 1 and band[0].width > page.width / 2:
            break
        narrowed = _narrowed(band, left, right)
        if narrowed is None:
            break
        left, right = narrowed
        if band[-1].lead >= right - 1:
            last = index
            seconds += 1
        elif seconds >= _LONG_COLUMN and not page.masthead and last == index - 1 and _is_next(bands[last], band):
            last = index
    rows = [row for band in bands[start : last + 1] for row in band]
    return rows, (left + right) / 2, last + 1


def _is_next(above: list[Row], band: list[Row]) -> bool:
    return above[0].y - band[0].y < _NEXT * band[0].size


def _narrowed(band: list[Row], left: float, right: float) -> tuple[float, float] | None:
    """The gutter between `left` and `right` when the rows of one more band keep out of it; None when one crosses."""
    for row in band:
        if row.lead > left + 2:
            right = min(right, row.lead)
        elif row.trail < right - 2:
            left = max(left, row.trail)
        else:
            return None
    return left, right


_LONG_COLUMN = 6  # rows
_NEXT = 2.5  # ems between two rows of one column
_FAR = 8.0  # ems between two rows of one masthead


def _side_by_side(rows: list[Row], gutter: float, *, apart: bool) -> list[Row]:
    """Two columns one after the other; labels, such as times, line by line with the text that they stand beside.

    Where the columns are ``apart``, as in a masthead, nothing is a label.
    """
    first = [row for row in rows if row.lead < gutter]
    second = [row for row in rows if row.lead >= gutter]
    levels = sorted(row.y for row in second)
    beside = sum(_has_near(levels, row.y, _SAME_BASELINE * row.size) for row in first)
    narrow = max(row.width for row in first) < _WIDEST_LABEL * max(row.width for row in second)
    if narrow and not apart and len(first) <= len(second) and beside > len(first) / 2:
        _measure_apart(first, second)
        return sorted(rows, key=lambda row: (-row.y, row.column))
    for row in second:
        row.column = 1
    return first + second


def _has_near(levels: list[float], y: float, reach: float) -> bool:
    place = bisect_right(levels, y - reach)
    return place < len(levels) and levels[place] < y + reach


def _running_columns(rows: list[Row], gutter: float) -> list[Row]:
    """Two columns of running text, one after the other."""
    sides = [row for row in rows if row.x1 <= gutter], [row for row in rows if row.x1 > gutter]
    first, second = sorted(sides, key=lambda side: min((row.lead for row in side), default=0.0))
    if not first or not second:
        return rows
    _measure_apart(first, second)
    return first + second


def _measure_apart(first: list[Row], second: list[Row]) -> None:
    """Measures the rows of a second column from its own edge, as if it stood below the first."""
    shift = min(row.lead for row in second) - min(row.lead for row in first)
    for row in second:
        row.column = 2
        row.lead -= shift
        row.trail -= shift
    for side in (first, second):
        reach = max(row.trail for row in side)
        for row in side:
            row.reach = reach
