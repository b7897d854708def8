"""The plain tree that the parsers build; Pydantic models are made of it at the border."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unres.languages.labels import Series
    from unres.layout.lines import Paragraph, Piece
    from unres.models.vocabulary import BlockKind, Zone


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


@dataclass(slots=True)
class Node:
    """A block in the making."""

    kind: BlockKind
    zone: Zone
    paragraph: Paragraph
    label: str | None = None
    ordinal: int | None = None
    series: Series | None = None
    bullet: bool = False
    children: list[Node] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True)
class AnnexNode:
    """An annex in the making."""

    label: str | None
    pieces: list[Piece]
    title: str | None = None
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Head:
    """What masthead and closing say: fields of the resolution, and the lines they were read from."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: list[tuple[list[str], Paragraph]] = field(default_factory=list)


@dataclass(slots=True)
class Remark:
    """A diagnostic in terms of the repaired text."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Draft:
    """A document in the making."""

    head: Head
    preamble: list[Node] = field(default_factory=list)
    operative: list[Node] = field(default_factory=list)
    annexes: list[AnnexNode] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
