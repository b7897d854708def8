"""Rows: printed lines with their text, measured from the side on which reading starts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unres.readers.pdf.deadline import check_time
from unres.readers.pdf.marks import written
from unres.readers.pdf.order import brackets_mirrored, brackets_turned, logical, mirrored
from unres.readers.pdf.ranges import drawn_from_left, holds_range
from unres.readers.pdf.spaces import clusters, find_kashidas

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.readers.pdf.bands import Area
    from unres.readers.pdf.deadline import PageClock
    from unres.readers.pdf.glyphs import Box, GlyphPage, Rule
    from unres.readers.pdf.letters import Letter
    from unres.readers.pdf.lines import PrintedLine
    from unres.readers.pdf.spaces import Cluster

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
    ranges_from_left: bool | None = None
    """Whether numbers joined by dashes are drawn from left to right in text from the right; None without any."""


def vote(pages: Iterable[list[PrintedLine]]) -> Votes:
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
    ranges_from_left = drawn_from_left(clusters(line, kashidas) for line in with_numbers)
    return Votes(from_right, turned, mirror is True, kashidas, ranges_from_left)


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
    return float(max((end for end, count in ends.items() if count >= 3), default=max(ends, default=100_000)))  # noqa: PLR2004


def _row(page: GlyphPage, line: PrintedLine, votes: Votes, *, from_right: bool, edge: float) -> Row:
    check_time()
    visual = visual_order(line, votes.kashidas, turned=votes.turned)
    line_from_right = _line_from_right(line, visual, votes, from_right=from_right, edge=edge)
    ordered = logical(visual, from_right=line_from_right, ranges_from_left=votes.ranges_from_left)
    text = written(ordered, mirror=votes.mirror, arabic=from_right)
    letters = [glyph.letter.bold for glyph in line.glyphs if glyph.letter.kind in "RL"]
    lead, trail = (page.width - line.x1, page.width - line.x0) if from_right else (line.x0, line.x1)
    first, second = _first_words(ordered, from_right=line_from_right)
    bold = len(letters) > 0 and sum(letters) > 0.9 * len(letters)
    return Row(page.number, text, line.x0, line.x1, line.y, line.size, bold, lead, trail, first, second, cell=line.cell)


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
    if not right and left > 3 and visual[-1].text == "." and visual[0].text in "(⁽0123456789":  # noqa: PLR2004
        return False  # a foreign footnote: its label on the left, its full stop on the right
    if not right and not left:
        at_start = any(cluster.kind == "A" for cluster in visual) or line.x1 > edge - 1.5 * line.size
        return at_start or holds_range(visual, from_left=votes.ranges_from_left)
    return line.x1 > edge - 1.5 * line.size or visual[0].text in ".،؛"


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
    r"""
    (?:
      [0-9٠-٩]{1,3} \s? [-–.—] (?=\s|$)     # 1. and Arabic 1 -
    | \( (?:[أ-ي]{1,2}ـ?|هـ) \) (?=\s|$)     # (أ)
    | \( (?:[a-z]{1,4}|[0-9٠-٩]{1,2}) \) (?=\s|$)     # (a), (iv), (1)
    | [’'‘]? [0-9٠-٩]{1,2} [’'‘] (?=\s|$)     # ’1‘
    | [-–—•▪·] (?=\s|$)     # a bullet or a dash
    )""",
    re.VERBOSE,
)
"""The label that opens a paragraph."""
