"""What is found in a text: one class for each kind of citation, with its place in the joined text.

:mod:`unres.references.border` makes models of them when all is settled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import datetime

    from unres.un.organs import Instrument, SessionKind


@dataclass(slots=True)
class Pinpoint:
    """The place inside what is cited; empty where none is given."""

    paragraphs: list[str] = field(default_factory=list)
    annex: str | None = None
    section: str | None = None
    article: list[str] = field(default_factory=list)
    chapter: str | None = None

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.annex or self.section or self.article or self.chapter)


@dataclass(slots=True)
class Alternative:
    """Another reading that the evidence did not rule out."""

    symbol: str
    because: str


@dataclass(slots=True, kw_only=True)
class Citation:
    """What all kinds share."""

    kind: ClassVar[str]
    start: int
    end: int
    symbol: str | None = None
    pinpoint: Pinpoint = field(default_factory=Pinpoint)
    confidence: float = 1.0
    because: str = ""
    nested: bool = False
    """A symbol inside the citation of a volume of records: "Supplement No. 4 (A/50/4)"."""

    @property
    def printed(self) -> str | None:
        """The symbol as the text has it."""
        return self.symbol


@dataclass(slots=True, kw_only=True)
class Resolution(Citation):
    """A resolution, a decision or a presidential statement."""

    kind = "resolution"
    instrument: Instrument = "resolution"
    organ: str | None = None
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    number: int | None = None
    part: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    alternative: Alternative | None = None


@dataclass(slots=True, kw_only=True)
class Document(Citation):
    """A document cited by its symbol."""

    kind = "document"


@dataclass(slots=True, kw_only=True)
class Treaty(Citation):
    """An entry of a treaty series."""

    kind = "treaty"
    series: str = "UNTS"
    volumes: list[str]
    number: str | None = None


@dataclass(slots=True, kw_only=True)
class OfficialRecord(Citation):
    """A volume of the Official Records of an organ."""

    kind = "official_record"
    organ: str | None = None
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    supplement: str | None = None
    in_text: str | None = None
    """The symbol as the text has it; `symbol` is the one under which the printed volume is filed."""

    @property
    def printed(self) -> str | None:
        """The symbol as the text has it."""
        return self.in_text


@dataclass(slots=True, kw_only=True)
class Publication(Citation):
    """A publication for sale."""

    kind = "publication"
    sales_number: str


@dataclass(slots=True, kw_only=True)
class Internal(Citation):
    """A place of the document itself."""

    kind = "internal"
    block_ids: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Article(Citation):
    """Articles of a convention or another instrument."""

    kind = "article"
    articles: list[str]
    instrument: str | None = None


@dataclass(slots=True, kw_only=True)
class Charter(Citation):
    """Articles or chapters of the Charter of the United Nations."""

    kind = "charter"
    articles: list[str] = field(default_factory=list)
    chapters: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Ibid(Citation):
    """“Ibid.”, with what it states itself."""

    kind = "ibid"
    states: Treaty | OfficialRecord | Document | Resolution | None = None
    open: bool = False
    """Something follows that was not read: ", section entitled …"."""
    repeats: Citation | None = None
    """What is meant, whole."""
