"""Rows to paragraphs, over lines and pages.

The evidence, from the strongest: a wider gap above, another size or weight, an edge that does not fit, a line
that was broken though its next word had room, an indent, a label behind a finished line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from unres.readers.pdf.rows import LABEL
from unres.scripts import ARABIC_LETTERS, DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.printed import PagePatterns
    from unres.readers.pdf.rows import Row, RowPage

_MARKS = "[⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹*]"
FINISHED = re.compile(
    rf"""
      [.:;؛،,؟?!\]…] ['\"”“’‘»)]* (?:{_MARKS}+[.,;،؛]?)? $     # a stop, perhaps with a footnote mark
    | [;؛] [ ] \w{{1,3}} $     # the last but one of a list: "; and"
    """,
    re.VERBOSE,
)
"""The end of a row that may end a paragraph."""
_ENTRY = re.compile(rf"[.…]{{5}} ?[{DIGITS}]{{0,4}}(?:[-–][{DIGITS}]{{1,4}})?(?: [{DIGITS}]{{1,4}})?$")
"""The end of an entry of a table of contents: dots that lead to its paragraphs and its page."""
_SPONSORS = re.compile(r":\*{0,3}$")
_LOOSE = 1.7  # ems: farther apart stand no two lines of one heading
_LOWER = re.compile(r"[a-z]")
_SPLIT_SYMBOL = re.compile(
    r"""(?:^|[\s(\[])(?:
      [A-Z]+ / (?:[A-Za-z0-9./()\-]*[/.\-])?     # A/RES/ or A/67/L.
    | (?:https?://|www\.) \S* [/.\-_=?&]     # an address on the web
    )$""",
    re.VERBOSE,
)
_AFTER_STOP, _DIGIT = re.compile("[a-z0-9]"), re.compile("[0-9]")
_ADDRESS = re.compile(r"://|www\.")
_WITHIN_ADDRESS = tuple("/-_=?&")
_FOREIGN = re.compile("[A-Za-z0-9]")
_SPLIT_PAIR = re.compile(f"[{DIGITS}{ARABIC_LETTERS}]/$")
_PAIR_GOES_ON = re.compile(f"[{DIGITS}{ARABIC_LETTERS}]")
_OPENING, _CLOSING = frozenset("([{⁽«"), frozenset("،؛,;:)]}⁽⁾»")
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_HYPHENATED = re.compile(f"-[{ARABIC_LETTERS}]")
_SMALLEST_FOREIGN = 0.7  # times the size of the Arabic beside it
_SPLIT_WORD = re.compile("[A-Za-z0-9]-$|[^\\W_][–—]$")


_ENOUGH = 2  # full lines: from more of them the distance of lines is learnt
_COMMON = 0.3
_MOSTLY_BOLD = 0.8
"""Share of the rows; a draft of a few lines has more rows in its masthead and its headings than in its text."""


@dataclass(slots=True)
class Measure:
    """What is usual in the document, in points."""

    lead: float
    trail: float
    size: float
    pitch: float
    """From baseline to baseline within a paragraph."""
    bold: bool = False
    """Whether nearly all of it is set bold, so that bold type marks no heading."""
    indents: bool = False
    """Whether paragraphs begin with an indent."""
    indent: float = 0.0
    """How far they are set in, where they are."""
    spaced: bool = False
    """Whether a wider gap stands between paragraphs."""
    break_gap: float = 1.3
    """The gap from which a paragraph begins, in multiples of the pitch."""


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph's part on one page."""

    rows: list[Row]
    continues: bool = False
    text: str = ""
    trails: list[float] = field(default_factory=list)


def measure(pages: Iterable[RowPage]) -> Measure:
    """The measure of a document's body."""
    sizes: Counter[float] = Counter()
    rows_by_page: list[list[Row]] = []
    for page in pages:
        rows = [row for row in page.rows if row.zone == "body" and row.column == 0]
        rows_by_page.append(rows)
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 12.0
    body = [[row for row in rows if abs(row.size - size) < 0.12 * size] for rows in rows_by_page]
    everything = [row for rows in body for row in rows]
    widest = max((row.width for row in everything), default=0.0)
    full = [row for row in everything if row.width > 0.7 * widest] or everything
    leads = Counter(round(row.lead) for row in full)
    trails = Counter(round(row.trail) for row in full)
    lead = float(_lowest_common(leads)) if leads else 60.0
    trail = float(-_lowest_common(Counter({-edge: count for edge, count in trails.items()}))) if trails else 500.0
    usual = Measure(lead, trail, size, _pitch(body, trail, size))
    usual.bold = sum(row.bold for row in everything) > _MOSTLY_BOLD * len(everything)
    _learn_habits(body, usual)
    return usual


def _pitch(body: list[list[Row]], trail: float, size: float) -> float:
    """From baseline to baseline within paragraphs: behind full lines that do not end in a stop, or else behind all."""
    everything: list[float] = []
    inside: list[float] = []
    for rows in body:
        for above, row in pairwise(rows):
            gap = above.y - row.y
            if not 0.5 * size < gap < 4 * size:
                continue
            everything.append(gap)
            if above.trail > trail - 2 * size and FINISHED.search(above.text) is None:
                inside.append(gap)
    gaps = inside if len(inside) > _ENOUGH else everything
    if not gaps:
        return 1.4 * size
    counts = Counter(round(gap * 2) for gap in gaps)
    most, count = counts.most_common(1)[0]
    if gaps is everything:  # of the distances that are common the least, for the others may part paragraphs
        most = min(gap for gap, times in counts.items() if times >= min(_COMMON * len(gaps), count))
    near = [gap for gap in gaps if abs(gap - most / 2) <= 0.75]
    return median(near) if count >= 0.2 * len(gaps) else median(gaps)


def _lowest_common(edges: Counter[int]) -> int:
    """The outermost edge that a good share of the lines reaches, counting edges within a point together."""
    total = sum(edges.values())
    for edge in sorted(edges):
        if sum(edges[near] for near in (edge - 1, edge, edge + 1)) >= max(2, 0.12 * total):
            return edge
    return min(edges)


def _learn_habits(body: list[list[Row]], usual: Measure) -> None:
    """How paragraphs are told apart, learnt behind lines that plainly end one: short, with a stop.

    Headings in the middle, datelines and labels are not asked.
    """
    column = usual.trail - usual.lead
    plain = close = 0
    indented: list[float] = []
    wide: list[float] = []
    for rows in body:
        for above, row in pairwise(rows):
            ends = above.trail < usual.trail - 0.25 * column and FINISHED.search(above.text) is not None
            starts = row.lead - usual.lead < 6 * usual.size and row.width > 0.6 * column
            if not ends or not starts:
                continue
            gap = above.y - row.y
            if 1.1 * usual.pitch < gap < 3 * usual.pitch:
                wide.append(gap)
            close += gap <= 1.1 * usual.pitch
            if LABEL.match(row.text) is None:
                if row.lead - usual.lead > 0.9 * usual.size:
                    indented.append(row.lead - usual.lead)
                plain += row.lead - usual.lead < 0.5 * usual.size
    usual.indents = len(indented) > 2 * plain and len(indented) > 1
    usual.indent = median(indented) if indented else 0.0
    usual.spaced = len(wide) > 4 * close and len(wide) > 3
    if usual.spaced:
        usual.break_gap = min((usual.pitch + median(wide)) / 2 / usual.pitch, usual.break_gap)


class Paragraphs:
    """Takes the rows of page after page and tells where paragraphs begin."""

    def __init__(self, usual: Measure, words: PagePatterns) -> None:
        self._usual = usual
        self._words = words
        self._last: Row | None = None
        self._rows_in_paragraph = 0
        self._second_lead = 0.0

    def page(self, rows: list[Row]) -> list[Piece]:
        """The paragraphs of one page; the first may go on with the last of the page before."""
        pieces: list[Piece] = []
        trails = _local_trails(rows, self._usual)
        for row, trail in zip(rows, trails, strict=True):
            begins = self._last is None or self._begins(self._last, row)
            if begins or not pieces:
                pieces.append(Piece([row], continues=not begins))
            else:
                pieces[-1].rows.append(row)
            self._rows_in_paragraph = 1 if begins else self._rows_in_paragraph + 1
            if self._rows_in_paragraph == 2:
                self._second_lead = row.lead
            self._last = row
            self._last_trail = trail
        for piece in pieces:
            piece.text = joined([row.text for row in piece.rows])
        return pieces

    _last_trail: float = 0.0

    def _begins(self, above: Row, row: Row) -> bool:
        if "table" in (above.zone, row.zone) or _ENTRY.search(above.text):
            return True
        if above.page != row.page:
            return self._begins_page(above, row)
        if row.column == 2 and above.column == 0 and row.y > above.y + row.size:  # the top of the next column
            return self._begins_page(above, row)
        if row.column != above.column or row.column == 1:
            return True
        usual = self._usual
        gap = above.y - row.y
        pitch = usual.pitch * (row.size / usual.size if abs(row.size - usual.size) > 0.12 * usual.size else 1.0)
        if gap < 0.3 * pitch or gap > 1.45 * pitch:
            return True
        if above.text.endswith(_WITHIN_ADDRESS) and _splits_symbol(above.text, row.text):
            return False  # whatever type each of its lines is set in
        foreign = _is_foreign_rest(above, row)
        if not foreign and abs(row.size - above.size) > 0.12 * usual.size:
            return True
        if row.bold != above.bold and not foreign and not _fragment(above, row):
            return True
        return self._begins_close(above, row, roomy=gap > usual.break_gap * pitch)

    def _begins_close(self, above: Row, row: Row, *, roomy: bool) -> bool:
        """For two rows at the usual distance, in one style."""
        usual = self._usual
        size = row.size
        if self._is_formula(row):
            return True
        finished = FINISHED.search(above.text) is not None
        slack = self._last_trail - above.trail - row.first_word - 0.25 * size
        had_room = slack > 0.3 * size
        if self._set_aside(row) and (finished or self._set_aside(above)):
            return not self._one_heading(above, row)
        labelled = LABEL.match(row.text) is not None and (finished or had_room)
        if (labelled and (roomy or had_room or not self._enumerates_within(row))) or (
            usual.indents and finished and self._set_in(above, row, roomy=roomy)
        ):
            return True
        if roomy and (finished or had_room):
            return not usual.indents or self._indented(row) or had_room
        much = slack > 0.25 * (usual.trail - usual.lead)
        if usual.spaced and not roomy and not much:
            return False
        if had_room and (finished or much):
            return not (above.bold and row.bold and self._one_heading(above, row))
        deeper = had_room and row.lead > max(usual.lead, above.lead) + 0.9 * size
        return deeper or self._edge_differs(above, row, finished=finished, had_room=had_room)

    def _enumerates_within(self, row: Row) -> bool:
        """A label in brackets inside a sentence, "(i) ...; (ii) ...", that came to open a line.

        Where a wider gap parts paragraphs, and none stands here, and the line starts where the paragraph's lines do.
        """
        inside = self._rows_in_paragraph >= 2 and abs(row.lead - self._second_lead) < 0.3 * row.size
        return self._usual.spaced and inside and row.text.startswith("(")

    def _edge_differs(self, above: Row, row: Row, *, finished: bool, had_room: bool) -> bool:
        size = row.size
        if self._rows_in_paragraph >= 2:
            return abs(row.lead - self._second_lead) > 0.9 * size and (finished or had_room)
        if row.lead > above.lead + 0.9 * size:  # deeper than the paragraph's first line: a hanging text, or a new one
            hangs = above.second_word and abs(row.lead - above.lead - above.second_word) < 0.6 * size
            return not hangs and LABEL.match(above.text) is None and finished
        return False

    def _set_in(self, above: Row, row: Row, *, roomy: bool) -> bool:
        """Indented as a first line, and not only as far as the line before."""
        before = self._second_lead if self._rows_in_paragraph >= 2 else above.lead
        deeper = row.lead > before + 0.6 * row.size
        as_usual = (
            self._rows_in_paragraph == 1 and abs(row.lead - self._usual.lead - self._usual.indent) < 0.2 * row.size
        )
        return self._indented(row) and (roomy or ((deeper or as_usual) and not self._usual.spaced))

    def _is_formula(self, row: Row) -> bool:
        """The enacting formula, which leaves its row open."""
        return self._words.formula.fullmatch(row.text) is not None and row.trail < self._usual.trail - 2 * row.size

    def _indented(self, row: Row) -> bool:
        """Set in as the first line of a paragraph is."""
        return 0.9 * row.size < row.lead - self._usual.lead < 6 * row.size

    def _set_aside(self, row: Row) -> bool:
        """Set far from the edge where lines start, as headings in the middle and datelines are."""
        usual = self._usual
        column = usual.trail - usual.lead
        far = row.lead - usual.lead > 0.2 * column and row.width < 0.8 * column
        inset = min(row.lead - usual.lead, usual.trail - row.trail)
        centred = abs((row.lead + row.trail) - (usual.lead + usual.trail)) < 0.5 * row.size
        return far or (centred and inset > 2 * row.size)

    def _one_heading(self, above: Row, row: Row) -> bool:
        """Two lines of one heading: centred on each other or flush, the first not much the shorter."""
        centred = abs((above.lead + above.trail) - (row.lead + row.trail)) < 2 * row.size
        flush = min(abs(above.lead - row.lead), abs(above.lead + above.second_word - row.lead)) < 0.5 * row.size
        column = self._usual.trail - self._usual.lead
        at_end = abs(above.trail - row.trail) < 0.5 * row.size and abs(above.lead - row.lead) > 0.5 * row.size
        goes_on = above.text.endswith((",", "،")) or (
            _SPONSORS.search(above.text) and self._words.draft.match(row.text)
        )
        if at_end or (FINISHED.search(above.text) and not goes_on) or above.y - row.y > _LOOSE * row.size:
            return False  # datelines stand flush with the text's end
        return (centred and above.width > 0.45 * column) or (flush and above.bold and above.width > 0.3 * column)

    def _begins_page(self, above: Row, row: Row) -> bool:
        """Over a page there is no gap to measure: what the line before says and how this one is set."""
        usual = self._usual
        size = row.size
        finished = FINISHED.search(above.text) is not None
        had_room = self._last_trail - above.trail - row.first_word - 0.25 * size > 0.3 * size
        if bool(above.reach) != bool(row.reach):
            return True  # from columns to the whole width, or back
        other_style = abs(row.size - above.size) > 0.12 * usual.size or (
            row.bold != above.bold and not _fragment(above, row)
        )
        if other_style or (LABEL.match(row.text) and (finished or had_room)):
            return True
        if _LOWER.match(row.text):
            return False
        if self._is_formula(row) or (self._set_aside(above) and not self._set_aside(row)):
            return True  # a dateline or a heading in the middle, and then text from the edge
        aside = self._set_aside(row) and (finished or self._set_aside(above))
        if aside or (had_room and (finished or above.width < 0.7 * (usual.trail - usual.lead))):
            return True
        if usual.indents and finished:
            return self._indented(row)
        return above.text.endswith(("؛", ";")) or (
            finished and self._words.clause.match(row.text) is not None and not above.text.endswith(".")
        )


def _is_foreign_rest(above: Row, row: Row) -> bool:
    """Whether a row is foreign words alone that end an Arabic sentence: Word sets them in a size of their own."""
    smaller = _SMALLEST_FOREIGN * above.size < row.size < above.size
    return (
        smaller
        and FINISHED.search(above.text) is None
        and not _ARABIC.search(row.text)
        and _ARABIC.search(above.text) is not None
    )


def _fragment(above: Row, row: Row) -> bool:
    """A line of a word or two says little by its weight."""
    return min(len(above.text), len(row.text)) < 12


def _local_trails(rows: list[Row], usual: Measure) -> list[float]:
    """For each row how far its neighbours reach: text set narrower than the page has an edge of its own."""
    trails = [row.reach or usual.trail for row in rows]
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and _alike(rows[end - 1], rows[end], usual):
            end += 1
        block = rows[start:end]
        reach = max(row.trail for row in block)
        full = len(block) >= 3 and sum(reach - row.trail < 1.5 for row in block) >= 2
        if not block[0].reach and (full or reach > usual.trail):
            trails[start:end] = [reach] * len(block)
        start = end
    return trails


def _alike(above: Row, row: Row, usual: Measure) -> bool:
    return above.column == row.column and abs(above.size - row.size) < 0.5 and 0 < above.y - row.y < 1.3 * usual.pitch


def _splits_symbol(above: str, text: str) -> bool:
    """Whether a symbol or an address is broken between two lines; a stop may end the sentence instead."""
    split = _SPLIT_SYMBOL.search(above)
    if split is None:
        return False
    goes_on = _FOREIGN if split[0][-1] != "." else _AFTER_STOP if _ADDRESS.search(split[0]) else _DIGIT
    return goes_on.match(text) is not None


def joined(texts: list[str]) -> str:
    """The text of rows that belong together; symbols and hyphenated words broken over a line are made whole."""
    out = texts[0]
    for text in texts[1:]:
        if out.endswith("\u00ad") or (out.endswith("(") and text.startswith("⁽")):
            out = out[:-1] + text
        elif (
            _splits_symbol(out, text)
            or (_SPLIT_PAIR.search(out) and _PAIR_GOES_ON.match(text))
            or out[-1:] in _OPENING
            or text[:1] in _CLOSING
            or (_HYPHENATED.match(text) and _ARABIC.match(out[-1]))
            or (_SPLIT_WORD.search(out) and re.match(r"(?!and |or |to )[^\W_]", text))
        ):
            out += text
        else:
            out += " " + text
    return out
