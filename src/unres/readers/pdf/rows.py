"""Rows: printed lines with their text, measured from the side on which reading starts, and in their reading order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from unres.readers.pdf.clusters import clusters, written
from unres.readers.pdf.geometry import by_baseline
from unres.readers.pdf.kashidas import find_kashidas
from unres.readers.pdf.limits import check_time
from unres.readers.pdf.order import brackets_mirrored, brackets_turned, logical, mirrored
from unres.readers.pdf.ranges import Ranges, holds_range, ranges_of
from unres.scripts import ARABIC_LETTERS, DIGITS, KASHIDA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.printed import PagePatterns
    from unres.readers.pdf.bands import Area
    from unres.readers.pdf.clusters import Cluster
    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import GlyphPage, Letter, Rule
    from unres.readers.pdf.limits import PageClock
    from unres.readers.pdf.lines import PrintedLine

Zone = Literal["body", "note", "furniture", "table"]


@dataclass(slots=True, eq=False)
class Row:
    """One printed line in reading order.

    ``lead`` and ``trail`` are the distances of its ends from the edge of the page where reading starts, so
    that the same rules serve both directions.
    """

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    lead: float
    trail: float
    first_word: float
    """Width of its first word in points."""
    second_word: float = 0.0
    """How far behind its own start the second word begins; 0 for a single word."""
    column: int = 0
    zone: Zone = "body"
    cells: tuple[Row, ...] = ()
    cell: tuple[int, int] | None = None
    """The table and the column that it was cut out for."""

    @property
    def width(self) -> float:
        """Its length in points."""
        return self.trail - self.lead


@dataclass(slots=True, eq=False)
class RowPage:
    """The rows of one page, with what else the later stages ask of it."""

    number: int
    width: float
    height: float
    from_right: bool
    rows: list[Row]
    rules: list[Rule] = field(default_factory=list)
    masthead: bool = False
    tables: list[Area] = field(default_factory=list)
    clock: PageClock | None = None
    """What is left of its time."""
    quarters: int = 0
    """Quarter turns, clockwise, that the page took before its text stood upright."""
    pictures: list[Box] = field(default_factory=list)
    """Those that may be words of a line."""


@dataclass(slots=True)
class Votes:
    """What the first pages decide for the whole document."""

    from_right: bool
    turned: bool
    """Whether all brackets are stored turned about."""
    mirror: bool
    """Whether those of text from the right are stored as they look."""
    kashidas: set[Letter]
    ranges: Ranges = field(default_factory=Ranges)


def vote(pages: Iterable[list[PrintedLine]], words: PagePatterns) -> Votes:
    """Direction of reading, which letters are kashidas, and how brackets are stored."""
    lines = [line for page in pages for line in page]
    kashidas = find_kashidas(lines)
    right, left = _letters(lines)
    from_right = right > left
    bracketed = [line for line in lines if any(glyph.letter.text in "()[]«»" for glyph in line.glyphs)]
    turned = brackets_turned(clusters(line, kashidas) for line in bracketed)
    mirror: bool | None = None
    for arabic in (True, False):  # lines without Arabic, such as a symbol in brackets, are asked where no other tells
        if mirror is None:
            mirror = brackets_mirrored(
                logical(visual_order(line, kashidas, turned=turned), from_right=from_right)
                for line in bracketed
                if any(glyph.letter.kind == "R" for glyph in line.glyphs) == arabic
            )
    with_numbers = (line for line in lines if from_right and any(glyph.letter.kind in "AE" for glyph in line.glyphs))
    ranges = ranges_of((clusters(line, kashidas) for line in with_numbers), words.month)
    return Votes(from_right, turned, mirror is True, kashidas, ranges)


def visual_order(line: PrintedLine, kashidas: set[Letter], *, turned: bool) -> list[Cluster]:
    """The clusters of a line from left to right, with brackets that were stored turned about set right."""
    visual = clusters(line, kashidas)
    if turned:
        for cluster in visual:
            if not cluster.drawn:
                cluster.text = mirrored(cluster.text)
    return visual


def _letters(lines: Iterable[PrintedLine]) -> tuple[int, int]:
    """How many letters are written from the right, and how many from the left."""
    right = left = 0
    for line in lines:
        for glyph in line.glyphs:
            kind = glyph.letter.kind
            right += kind == "R"
            left += kind == "L"
    return right, left


def page_rows(page: GlyphPage, lines: list[PrintedLine], votes: Votes) -> RowPage:
    """The rows of a page, each read in its own direction, from the top."""
    right, left = _letters(lines)
    from_right = right > left or (votes.from_right and right > 0.1 * left) or (votes.from_right and not left)
    edge = _right_edge(lines) if from_right else 0.0
    rows = [_row(page, line, votes, from_right=from_right, edge=edge) for line in lines]
    rows = [row for row in rows if row.text]
    return RowPage(
        page.number, page.width, page.height, from_right, rows, page.rules, clock=page.clock, quarters=page.quarters
    )


def _right_edge(lines: list[PrintedLine]) -> float:
    """Where most Arabic lines of a page begin."""
    ends: dict[int, int] = {}
    for line in lines:
        if any(glyph.letter.kind == "R" for glyph in line.glyphs):
            end = round(line.x1)
            ends[end] = ends.get(end, 0) + 1
    return float(max((end for end, count in ends.items() if count >= 3), default=max(ends, default=100_000)))


def _row(page: GlyphPage, line: PrintedLine, votes: Votes, *, from_right: bool, edge: float) -> Row:
    check_time()
    visual = visual_order(line, votes.kashidas, turned=votes.turned)
    label = _label_at_end(visual, line.size) if from_right else 0
    if label:
        visual = [*visual[label:], visual[label - 1], *visual[: label - 1]]
    line_from_right = not label and _line_from_right(line, visual, votes, from_right=from_right, edge=edge)
    ordered = logical(visual, from_right=line_from_right, ranges=votes.ranges)
    text = written(ordered, mirror=votes.mirror, arabic=from_right)
    letters = [glyph.letter.bold for glyph in line.glyphs if glyph.letter.kind in "RL"]
    lead, trail = (page.width - line.x1, page.width - line.x0) if from_right else (line.x0, line.x1)
    first, second = _first_words(ordered, from_right=line_from_right)
    bold = len(letters) > 0 and sum(letters) > 0.9 * len(letters)
    return Row(page.number, text, line.x0, line.x1, line.y, line.size, bold, lead, trail, first, second, cell=line.cell)


_LABEL_AT_END = re.compile(rf" (\([{DIGITS}]{{1,3}}\))$")
_TAB = 0.6  # ems
_ENDS_ON_LEFT = frozenset(".،؛")
"""Stops that stand at the left of a line that is read from the right."""


def _line_from_right(line: PrintedLine, visual: list[Cluster], votes: Votes, *, from_right: bool, edge: float) -> bool:
    """Whether this line is read from the right.

    On an Arabic page a line with few Arabic letters is read from the right where it starts at the right edge,
    shows its full stop on the left, or is a range that does; on an English page a line of mostly Arabic letters is.
    """
    right = sum(cluster.kind == "R" for cluster in visual)
    left = sum(cluster.kind == "L" for cluster in visual)
    if not from_right:
        return right > left
    if right * 4 >= left and right:
        return True
    if not right and left > 3 and visual[-1].text == "." and visual[0].text in "(⁽0123456789":
        return False  # a foreign footnote: its label on the left, its full stop on the right
    if not right and not left:
        at_start = any(cluster.kind == "A" for cluster in visual) or line.x1 > edge - 1.5 * line.size
        return at_start or holds_range(visual, votes.ranges)
    if visual[0].text in _ENDS_ON_LEFT:
        return True
    return line.x1 > edge - 1.5 * line.size and (right > 0 or not _stop_behind_bracket(visual))


def _label_at_end(visual: list[Cluster], size: float) -> int:
    """Where "(12)" begins at the right of foreign words, a tab away from them: the label of a footnote; else 0.

    Foreign words whose full stop stands on the left are read from the right, and need no such care.
    """
    match = _LABEL_AT_END.search("".join(cluster.text if len(cluster.text) == 1 else "x" for cluster in visual[-6:]))
    if match is None or visual[0].text in _ENDS_ON_LEFT or any(cluster.kind == "R" for cluster in visual):
        return 0
    first = len(visual) - len(match[1])
    return first if first > 1 and visual[first].x0 - visual[first - 2].x1 > _TAB * size else 0


def _stop_behind_bracket(visual: list[Cluster]) -> bool:
    """Whether a stop stands on the right of a closing bracket: set from the right, it would stand on the left of it."""
    kinds = [cluster.text for cluster in visual]
    found = False
    for before, stop, after in zip(kinds, kinds[1:], kinds[2:], strict=False):
        if stop in ",.;:":
            if before == " " and after == "(":
                return False
            found = found or (before == ")" and after == " ")
    return found


def _first_words(ordered: list[Cluster], *, from_right: bool) -> tuple[float, float]:
    low, high = float("inf"), float("-inf")
    start = ordered[0].x1 if from_right else ordered[0].x0
    for index, cluster in enumerate(ordered):
        if cluster.kind == "S":
            if index + 1 < len(ordered):
                after = ordered[index + 1]
                second = start - after.x1 if from_right else after.x0 - start
                return high - low, max(second, 0.0)
            break
        low, high = min(low, cluster.x0), max(high, cluster.x1)
    return high - low, 0.0


LABEL = re.compile(
    rf"""
    (?:
      [{DIGITS}]{{1,3}} \s? [-–.—] (?=\s|$)     # 1. and Arabic 1 -
    | \( [{ARABIC_LETTERS}]{{1,2}} {KASHIDA}? \) (?=\s|$)     # a letter, perhaps stretched
    | \( (?:[a-z]{{1,4}}|[{DIGITS}]{{1,2}}) \) (?=\s|$)     # (a), (iv), (1)
    | [’'‘]? [{DIGITS}]{{1,2}} [’'‘] (?=\s|$)     # ’1‘
    | [-–—•▪·] (?=\s|$)     # a bullet or a dash
    )""",
    re.VERBOSE,
)
"""The label that opens a paragraph."""


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
        if len(bands[index]) == 1:
            rows += bands[index]
            index += 1
            continue
        group, gutter, index = _group(bands, index, page)
        rows += _column_by_column(group, gutter)
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


def _column_by_column(rows: list[Row], gutter: float) -> list[Row]:
    first = [row for row in rows if row.lead < gutter]
    second = [row for row in rows if row.lead >= gutter]
    for row in second:
        row.column = 1
    return first + second
