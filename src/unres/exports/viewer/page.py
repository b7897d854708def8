"""What the templates of the viewer are filled with: rows with their edges and flags, tables, the outline."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.interface import direction
from unres.exports.marked import Table
from unres.exports.viewer.arrangement import arranged, note_places, own_of
from unres.exports.wording import check_said, meaning, vote_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unres.alignment import Alignment, Check
    from unres.exports.viewer.arrangement import Placed, Row
    from unres.exports.viewer.edition import Edition
    from unres.models import Annex, Block, Footnote
    from unres.models.vocabulary import Severity

_OUTLINED = 64
"""Characters of a text that the outline shows."""
_DEEPEST = 6
"""Levels that are set in; of tables two."""


_FIELDS = (
    *("status", "number", "organ", "adopted_on", "meeting_number"),
    *("issued_on", "sponsors", "agenda_items", "basis", "vote"),
)
"""Fields of the masthead, in the order in which they are shown."""
_ALIKE = ("status", "organ", "adopted_on", "meeting_number", "issued_on")
"""Those whose values are no text of the document; the counts of a vote are another."""


class Disagreement(NamedTuple):
    """What the two versions say differently."""

    anchor: str
    """The id of its card."""
    check: Check
    said: str
    """What it says in the interface's language; "" in English, in which the message is."""
    places: list[tuple[str, str]]
    """What disagrees: the id of each, and what to call it."""


class Flag(NamedTuple):
    """A mark at the edge of a row, which leads to a card."""

    card: str
    severity: Severity
    message: str


class Match(NamedTuple):
    """How sure it is that two sides say the same, where their ids do not."""

    others: str
    score: float
    because: str


class Edge(NamedTuple):
    """What stands at the edge of a row."""

    name: str
    """What the row is called: ``op4``."""
    anchor: str
    """Where its name leads."""
    flags: list[Flag]
    action: str = ""
    match: Match | None = None


class Line(NamedTuple):
    """A row of a table in one version."""

    number: int
    """Of the row on the page; rows that say the same have the same number."""
    at: int | None
    """Its place in the table; None for a row that the other version alone has."""
    anchor: str
    edge: Edge | None
    """In the first of the lines of one row."""


class TableView(NamedTuple):
    """The table of one version."""

    edition: Edition
    table: Table | None
    lines: list[Line]
    depth: int
    edged: bool
    """Whether it has the cells that lie in the page's edge: the first version's has."""
    has_head: bool


class Annexed(NamedTuple):
    """An annex of one or both versions."""

    edge: Edge
    anchors: list[str]
    sides: list[list[str] | None]
    """Label and title, for each version that has it."""
    rows: list[list[Row]]


class Noted(NamedTuple):
    """Footnotes side by side."""

    edge: Edge
    sides: list[tuple[str, Footnote] | None]
    """The id and the note."""


class Entry(NamedTuple):
    """An entry of the outline, with others under it."""

    anchor: str
    text: str
    language: str
    under: list[Entry]
    opened: bool = False


@dataclass(slots=True)
class Page:
    """What every part of the page is made from."""

    editions: Sequence[Edition]
    words: Mapping[str, str]
    """Of the interface."""
    alignment: Alignment | None = None
    """What stands beside what, where there are two languages."""
    disagreements: list[Disagreement] = field(init=False)
    flags: dict[str, list[Flag]] = field(init=False)
    """Warnings and errors by the id of their place."""
    parts: dict[str, list[list[Row]]] = field(init=False)
    """The rows of each part in runs: those of a table together, any other by itself."""

    def __post_init__(self) -> None:
        self.disagreements = list(self._disagreements())
        self.flags = defaultdict(list)
        for edition in self.editions:
            for remark in edition.remarks:
                said = remark.diagnostic
                if remark.stretch and said.severity != "info":
                    message = meaning(said.code, self.language) or said.message
                    self.flags[remark.stretch.anchor].append(Flag(remark.anchor, said.severity, message))
        for each in self.disagreements:
            for place, _ in each.places[:1]:  # both places stand in one row, which needs one flag
                self.flags[place].append(Flag(each.anchor, "warning", each.said or each.check.message))
        arrangement = arranged(self.editions, self.alignment)
        self.parts = {part: list(_runs(rows)) for part, rows in arrangement.items()}

    @property
    def shared(self) -> list[str]:
        """The fields of the masthead that two versions have alike, whatever their language: they are shown once."""
        if len(self.editions) == 1:
            return []
        one, two = (edition.resolution for edition in self.editions)
        found = [name for name in _ALIKE if getattr(one, name) == getattr(two, name)]
        votes = [each.vote and vote_words(each.vote, self.language) for each in (one, two)]
        return found if votes[0] != votes[1] else [*found, "vote"]

    @property
    def own(self) -> list[str]:
        """The other fields, which each version shows."""
        shared = self.shared
        return [name for name in _FIELDS if name not in shared]

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.words["language"]

    def _disagreements(self) -> Iterator[Disagreement]:
        """What the alignment finds, each with the elements that it is about."""
        for index, check in enumerate(self.alignment.checks() if self.alignment else (), start=1):
            places = [
                (edition.anchor(name.replace("fn:", "fn-", 1)), f"{self.words[f'in_{edition.language}']} {name}")
                for edition in self.editions
                for name in own_of(edition, check.arabic, check.english)
            ]
            yield Disagreement(f"check-{index}", check, check_said(check, self.language), places)

    # ---- the text

    def edge(self, row: Row) -> Edge:
        """Name and flags of a row of blocks; what its first block does, and how sure the pair is."""
        block = first_of(row).block
        sides = zip(self.editions, row.sides, strict=True)
        edge = self._edge(block.id, [edition.anchor(each.block.id) for edition, side in sides for each in side])
        action = block.verbs[0].action.replace("_", " ") if block.verbs else ""
        ids = [[placed.block.id for placed in side] for side in row.sides]
        if row.score is None or not all(ids) or ids[0] == ids[1]:
            return edge._replace(action=action)
        others = ", ".join(each for each in (*ids[0], *ids[1]) if each != block.id)
        return edge._replace(action=action, match=Match(others, row.score, row.because))

    def _edge(self, name: str, anchors: Sequence[str]) -> Edge:
        return Edge(name, anchors[0], [flag for anchor in anchors for flag in self.flags.get(anchor, ())])

    def tables(self, rows: Sequence[Row]) -> list[TableView]:
        """Rows of the page as a table for each version."""
        edges = [self.edge(row) for row in rows]
        return [
            self._table(edition, [row.sides[at] for row in rows], edges if at == 0 else None)
            for at, edition in enumerate(self.editions)
        ]

    def _table(self, edition: Edition, sides: Sequence[list[Placed]], edges: Sequence[Edge] | None) -> TableView:
        placed = [(number, each) for number, side in enumerate(sides) for each in side]
        table = Table([each.block for _, each in placed], edition.texts) if placed else None
        lines: list[Line] = []
        at = 0
        for number, side in enumerate(sides):
            edge = edges[number] if edges else None
            for each in side:
                lines.append(Line(number, at, edition.anchor(each.block.id), edge))
                at, edge = at + 1, None
            if not side:
                lines.append(Line(number, None, "", edge))
        depth = min((each.depth for _, each in placed), default=0)
        has_head = table is not None and table.has_head and bool(sides[0])
        return TableView(edition, table, lines, min(depth, 2), edges is not None, has_head)

    def annexes(self) -> Iterator[Annexed]:
        """The annexes, in their order; of two versions side by side."""
        both = zip_longest(*(edition.resolution.annexes for edition in self.editions))
        for index, annexes in enumerate(both, start=1):
            anchors = [edition.anchor(f"annex-{index}") for edition in self.editions]
            sides = [self._heading(index, annex) if annex else None for annex in annexes]
            there = [anchor for anchor, side in zip(anchors, sides, strict=True) if side]
            name = f"annex{index}"
            yield Annexed(self._edge(name, there), anchors, sides, self.parts.get(name, []))

    def _heading(self, index: int, annex: Annex) -> list[str]:
        return [part for part in (annex.label or f"{self.words['annex']} {index}", annex.title) if part]

    def notes(self) -> Iterator[Noted]:
        """The footnotes, of two versions side by side."""
        for places in note_places(self.editions, self.alignment):
            sides = [
                None if at is None else (edition.note_anchors[at], edition.resolution.footnotes[at])
                for at, edition in zip(places, self.editions, strict=True)
            ]
            there = [side for side in sides if side]
            edge = self._edge(f"fn-{there[0][1].label}", [anchor for anchor, _ in there])
            yield Noted(edge, sides)

    # ---- the outline, of the first version

    def outline(self) -> list[Entry]:
        """Every block by its first words."""
        edition = self.editions[0]
        resolution = edition.resolution
        entries = [
            Entry(f"ui-{zone}", self.words[zone], "", _entries(edition, blocks), opened=True)
            for zone, blocks in (("preamble", resolution.preamble), ("operative", resolution.operative))
            if blocks
        ]
        for index, annex in enumerate(resolution.annexes, start=1):
            name = " ".join(part for part in (annex.label, annex.title) if part) or f"{self.words['annex']} {index}"
            anchor, under = edition.anchor(f"annex-{index}"), _entries(edition, annex.blocks)
            entries.append(Entry(anchor, _cut(name), edition.language, under, opened=True))
        if resolution.footnotes:
            entries.append(Entry("ui-footnotes", self.words["footnotes"], "", []))
        return entries


def first_of(row: Row) -> Placed:
    """The first block of a row, which gives it its name."""
    return next(placed for side in row.sides for placed in side)


def turned(view: TableView, interface: str) -> bool:
    """Whether the page's edge is where lines of this table end."""
    return view.edged and view.edition.direction != direction(interface)


def depth_of(placed: Placed) -> int:
    """How far a block is set in."""
    return min(placed.depth, _DEEPEST)


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for is_table, run in groupby(rows, key=is_table_row):
        if is_table:
            yield list(run)
        else:
            yield from ([row] for row in run)


def is_table_row(row: Row) -> bool:
    """Whether a row is one of a table in every version that has it."""
    return all(placed.block.kind == "table_row" for side in row.sides for placed in side)


def _entries(edition: Edition, blocks: Sequence[Block]) -> list[Entry]:
    return [
        Entry(edition.anchor(block.id), _said(edition, block), edition.language, _entries(edition, block.children))
        for block in blocks
    ]


def _said(edition: Edition, block: Block) -> str:
    return _cut(f"{edition.texts.label(block)} {block.text}".strip()) or block.id


def _cut(text: str) -> str:
    text = " ".join(text[: _OUTLINED * 2].split())
    return text if len(text) <= _OUTLINED else text[:_OUTLINED].rpartition(" ")[0] + "…"
