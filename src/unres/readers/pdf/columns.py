"""The reading order of a page: rows side by side, as in a masthead of two columns."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from unres.readers.pdf.deadline import check_time
from unres.readers.pdf.rows import LABEL

if TYPE_CHECKING:
    from unres.readers.pdf.rows import Row, RowPage

_SAME_BASELINE = 0.5  # ems
_EQUAL = 0.5  # points


def in_reading_order(page: RowPage) -> None:
    """Orders the rows of a page; rows of a second column get ``column`` 1.

    Furniture is ordered apart and stands first: a running head that begins in the margin, with the symbol on one
    side and the title on the other, would else make the whole text below its title a second column.
    """
    furniture = [row for row in page.rows if row.zone == "furniture"]
    text = [row for row in page.rows if row.zone != "furniture"]
    page.rows = _ordered(furniture, page) + _ordered(text, page)


def _ordered(unordered: list[Row], page: RowPage) -> list[Row]:
    """Rows from the top, with those of columns side by side column by column."""
    bands = _bands(unordered)
    ends = Counter(round(band[0].trail) for band in bands if len(band) == 1)
    for band in bands:
        band.sort(key=lambda row: row.lead)
        _join_labels(band, from_right=page.from_right)
        if len(band) > 2 and max(ends[round(band[-1].trail) + step] for step in (-1, 0, 1)) > 1:  # noqa: PLR2004
            _join_justified(band)
    rows: list[Row] = []
    index = 0
    while index < len(bands):
        check_time()
        if len(bands[index]) == 1:
            rows += bands[index]
            index += 1
            continue
        group, gutter, index = _group(bands, index, page.width)
        rows += _column_by_column(group, gutter)
    return rows


def _bands(rows: list[Row]) -> list[list[Row]]:
    """Rows on one baseline together, from the top."""
    bands: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: -row.y):
        if bands and abs(bands[-1][0].y - row.y) < _SAME_BASELINE * min(row.size, bands[-1][0].size):
            bands[-1].append(row)
        else:
            bands.append([row])
    return bands


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


def _group(bands: list[list[Row]], start: int, page_width: float) -> tuple[list[Row], float, int]:
    """The bands from `start` on that leave a gutter free, and where it lies.

    The group ends behind the last row of the second column: what follows below it is the page's own text. A row
    alone and wider than half of the page is such text, even where it keeps out of the gutter: a head may begin
    farther out than the text does.
    """
    left, right = bands[start][0].trail, bands[start][1].lead
    last_second = start
    for index in range(start, len(bands)):
        band = bands[index]
        if index > start and bands[index - 1][0].y - band[0].y > _FAR * band[0].size:
            break
        if len(band) == 1 and band[0].width > page_width / 2:
            break
        narrowed = _narrowed(band, left, right)
        if narrowed is None:
            break
        left, right = narrowed
        if band[-1].lead >= right - 1:
            last_second = index
    rows = [row for band in bands[start : last_second + 1] for row in band]
    return rows, (left + right) / 2, last_second + 1


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


_FAR = 8.0  # ems between two rows of one masthead


def _column_by_column(rows: list[Row], gutter: float) -> list[Row]:
    first = [row for row in rows if row.lead < gutter]
    second = [row for row in rows if row.lead >= gutter]
    for row in second:
        row.column = 1
    return first + second
