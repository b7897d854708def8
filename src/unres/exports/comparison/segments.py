"""Two texts as one: what both have once, what was deleted and what was inserted where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.comparison import Change, Edit

SegmentKind = Literal["same", "deleted", "inserted"]


class Segment(NamedTuple):
    """A piece of text with what became of it."""

    kind: SegmentKind
    text: str


def segments(change: Change) -> list[Segment]:
    """The text of a change, of one added or dropped in one piece. What is the same is written as the newer has it."""
    if change.newer is None:
        return [Segment("deleted", change.older.text)] if change.older else []
    if change.older is None:
        return [Segment("inserted", change.newer.text)]
    return merged(change.older.text, change.newer.text, change.edits)


def merged(older: str, newer: str, edits: Sequence[Edit]) -> list[Segment]:
    """Two texts with the edits between them as one run of pieces, none of them empty."""
    return [segment for segment in _pieces(older, newer, edits) if segment.text]


def _pieces(older: str, newer: str, edits: Sequence[Edit]) -> Iterator[Segment]:
    at = 0
    for edit in edits:
        yield Segment("same", newer[at : edit.newer.start])
        yield Segment("deleted", _spaced(edit, older, newer))
        yield Segment("inserted", edit.newer.text)
        at = edit.newer.end
    yield Segment("same", newer[at:])


def _spaced(edit: Edit, older: str, newer: str) -> str:
    """The deleted words with the blank that went with them, so that they do not stick to what stays."""
    text = edit.older.text
    if not text:
        return ""
    before = older[: edit.older.start]
    if before[-1:].isspace() and edit.newer.start and not newer[edit.newer.start - 1].isspace():
        return f" {text}"
    if not edit.newer.text and older[edit.older.end : edit.older.end + 1].isspace():
        return f"{text} "
    return text
