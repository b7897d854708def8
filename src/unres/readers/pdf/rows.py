"""Rows: printed lines with their text, measured from the side on which reading starts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unres.readers.pdf.clusters import clusters, mirrored, written
from unres.readers.pdf.kashidas import find_kashidas
from unres.readers.pdf.limits import check_time
from unres.readers.pdf.order import brackets_mirrored, brackets_turned, logical
from unres.readers.pdf.ranges import Ranges, holds_range, ranges_of
from unres.scripts import ARABIC_LETTERS, DIGITS, KASHIDA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.printed import PagePatterns
    from unres.readers.pdf.bands import Area
    from unres.readers.pdf.clusters import Cluster
    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import GlyphPage, Letter, PrintedLine, Rule
    from unres.readers.pdf.limits import PageClock

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
    reach: float = 0.0
    """How far the lines of its column go, measured as ``trail``; 0 where it stands in none."""
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
    gutters: list[Rule] = field(default_factory=list)
    """The white between columns of running text, from its bottom to its top."""
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
        page.number,
        page.width,
        page.height,
        from_right,
        rows,
        page.rules,
        page.gutters,
        clock=page.clock,
        quarters=page.quarters,
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
