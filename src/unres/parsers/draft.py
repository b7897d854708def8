"""The document on its way through the stages, and the plain values that they make of it.

Every stage reads and fills these by name; :mod:`unres.parsers.assemble`, the last, makes the models of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.languages.dates import DateFound
    from unres.languages.numbers import Series
    from unres.layout import Layout
    from unres.layout.lines import Paragraph, Piece, TextLine
    from unres.layout.repair import Repaired
    from unres.models.masthead import BasisKind
    from unres.models.vocabulary import BlockKind, LanguageCode, Organ, ResolutionKind, Status, Zone
    from unres.parsers.phrases import Found
    from unres.readers.source import Source
    from unres.references.border import Placed
    from unres.un.organs import SessionKind
    from unres.un.symbols import Adopted


@dataclass(slots=True)
class Label:
    """A label at the start of a paragraph."""

    written: str
    """Without brackets and stops."""
    style: str
    """Its form: "dot" (1. 1 -), "round" ((a) (1)), "quoted" (’1‘), "letter_dot" (a.), "bullet" (–)."""
    places: dict[Series, int]
    """The series in which it is legal, with its place in each."""
    length: int
    """Characters up to the text behind it."""

    @property
    def number(self) -> int | None:
        """The number of a numbered paragraph; None for a label of any other form."""
        return self.places.get("number") if self.style == "dot" else None


@dataclass(slots=True)
class Node:
    """A block."""

    kind: BlockKind
    zone: Zone
    paragraph: Paragraph
    label: str | None = None
    ordinal: int | None = None
    series: Series | None = None
    bullet: bool = False
    children: list[Node] = field(default_factory=list)
    id: str = ""
    verbs: list[Found] = field(default_factory=list)
    references: list[Placed] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Without its label."""
        return self.paragraph.text.rstrip()


@dataclass(slots=True)
class AnnexNode:
    """An annex."""

    label: str | None
    pieces: list[Piece]
    title: str | None = None
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class NoteNode:
    """A footnote."""

    label: str
    paragraph: Paragraph
    references: list[Placed] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Without its label."""
        return self.paragraph.text.rstrip()


@dataclass(slots=True)
class Number:
    """The number of the resolution, taken apart."""

    number: int
    as_written: str
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    part: str | None = None


@dataclass(slots=True)
class AgendaItem:
    """An item of the agenda."""

    number: str
    title: str | None = None


@dataclass(slots=True)
class Basis:
    """On what the organ acted."""

    kind: BasisKind
    text: str
    symbols: list[str]
    committee: str | None = None


@dataclass(slots=True)
class Vote:
    """A recorded vote."""

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    states: dict[str, list[str]] = field(default_factory=dict)
    """The States by the field of the model that lists them: ``states_in_favour`` …"""
    side: str | None = None
    """The field whose States were named last; a line of names alone goes on with it."""


@dataclass(slots=True)
class Head:
    """What masthead, first sentence and closing say, and the lines they were read from."""

    lines: list[tuple[list[str], Paragraph]] = field(default_factory=list)
    """Each line with the names of the fields that were read from it."""
    kind: ResolutionKind | None = None
    status: Status | None = None
    sponsors: list[str] = field(default_factory=list)
    organ: Organ | None = None
    symbol: str | None = None
    adopted: Adopted | None = None
    """What the symbol of an adopted text says."""
    written_number: str | None = None
    """The number before the title, as written."""
    council_number: str | None = None
    """The number and year over a resolution of the Security Council: "1445 (2002)"."""
    running_number: int | None = None
    """The number on a line of its own, without a year: "Resolution 1701"."""
    number: Number | None = None
    session: int | None = None
    year: int | None = None
    title: str | None = None
    title_of_part: list[str] | None = None
    """The lines from a part's letter on, where the title of the whole stands before it."""
    issued: DateFound | None = None
    stated: DateFound | None = None
    """The date of adoption in the masthead or the first sentence."""
    closed: DateFound | None = None
    """The date of adoption in the closing."""
    stated_meeting: int | None = None
    closing_meeting: int | None = None
    unread_meeting: str | None = None
    """The number of a meeting as written, where it cannot be read."""
    agenda_items: list[AgendaItem] = field(default_factory=list)
    basis: Basis | None = None
    vote: Vote | None = None
    distribution: str | None = None
    original_language: str | None = None
    job_number: str | None = None

    @property
    def issued_on(self) -> datetime.date | None:
        """The date of issue."""
        return self.issued.date if self.issued else None

    @property
    def adopted_on(self) -> datetime.date | None:
        """The date of adoption: the closing is written for this text, the masthead is copied from the last one."""
        return next((found.date for found in (self.closed, self.stated) if found and found.date), None)

    @property
    def meeting_number(self) -> int | None:
        """The meeting that adopted it: the masthead's, or else the closing's."""
        return self.closing_meeting if self.stated_meeting is None else self.stated_meeting


@dataclass(slots=True)
class Remark:
    """A diagnostic in terms of the repaired text."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Draft:
    """The parts of the resolution."""

    head: Head = field(default_factory=Head)
    preamble: list[Node] = field(default_factory=list)
    operative: list[Node] = field(default_factory=list)
    annexes: list[AnnexNode] = field(default_factory=list)
    notes: list[NoteNode] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Every node in reading order."""
        for nodes in (self.preamble, self.operative, *(annex.nodes for annex in self.annexes)):
            stack = nodes[::-1]
            while stack:
                node = stack.pop()
                yield node
                stack += reversed(node.children)


@dataclass(slots=True)
class Document:
    """What each stage adds to; the later fields are there when their stage has run."""

    source: Source
    asked: LanguageCode | None = None
    """The language that was asked for."""
    repaired: Repaired = field(init=False)
    folded: str = ""
    """The repaired text with Western digits; every character at the same place."""
    language: Language = field(init=False)
    lines: list[TextLine] = field(default_factory=list)
    layout: Layout = field(init=False)
    formula: Paragraph | None = None
    formula_organ: Organ | None = None
    body: list[Paragraph] = field(default_factory=list)
    reported: bool = False
    """Whether the text reports what an organ did, as decisions do: "…, the General Assembly decided …"."""
    draft: Draft = field(default_factory=Draft)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def recited(self) -> bool:
        """Whether clauses come first: after a formula, or where it is missing and the body opens like one."""
        first = self.body[0].folded if self.body else ""
        return self.formula is not None or self.language.clauses.preambular.match(first) is not None

    def remark(self, code: str, message: str, start: int | None = None, end: int | None = None) -> None:
        """Notes a diagnostic; the place is in terms of the repaired text."""
        self.remarks.append(Remark(code, message, start, end))
