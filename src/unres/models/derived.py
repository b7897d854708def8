"""What is made of a resolution when it is asked for: pieces of its text, and documents that belong to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

RelatedKind = Literal["meeting_record", "draft", "report", "amended", "part", "earlier", "annexed"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a resolution: a plain record."""

    id: str
    """Of the piece, unlike that of any other: symbol (or "resolution"), language, and the id of its first block."""
    text: str
    """The text as it stands, with labels."""
    context: str
    """The same for a reader who sees nothing else: symbol, organ, date, title, section, the text above it, the text
    itself, and the footnotes whose marks stand in it."""
    citation: str
    """As people cite it: "A/RES/67/190, para. 4 (a)"."""
    block_ids: list[str]
    """The blocks that it holds."""
    symbol: str | None
    """The symbol of the resolution."""
    title: str | None
    """Its title."""
    organ: str | None
    """The organ, by its name in the model."""
    date: str | None
    """The day of adoption, or where that is not known of issue: "2012-12-20"."""
    language: str
    """The code of its language."""
    section: str | None
    """The headings under which it stands."""
    pages: list[int]
    """The pages on which it stands; empty where the source has none."""
    boxes: list[tuple[int, float, float, float, float]]
    """Page, left, top, right, bottom of each part, in points from the upper left corner; of PDFs alone."""
    references: list[str]
    """Symbols of what it cites, footnotes included, each once."""

    def as_dict(self) -> dict[str, Any]:
        """The record as a dict of plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Related:
    """A document that belongs to a resolution."""

    kind: RelatedKind
    """The record of the meeting that adopted it, its draft, the report it was adopted on, the draft that it amends, an
    earlier part of the same resolution, an earlier resolution of the same organ that its preamble recalls, or what the
    title of an annex names."""
    symbol: str
    """The symbol."""
    url: str
    """Where docs.un.org keeps it, in the language of the resolution; built from the symbol, never fetched."""
    because: str
    """Where that is known from."""
