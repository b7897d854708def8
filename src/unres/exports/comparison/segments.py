"""A change as one run of text: what was deleted and what was inserted where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unres.comparison import Change, Edit, FieldChange

SegmentKind = Literal["same", "deleted", "inserted"]
_NOT_JOINED = "\u200c"
"""ZERO WIDTH NON-JOINER: keeps the last letter of one piece from being joined to the first of the next."""


class Segment(NamedTuple):
    """A piece of text with what became of it."""

    kind: SegmentKind
    text: str
    joint: str = ""
    """What stands between it and the one before: a blank between a deleted and an inserted word, or a sign that keeps
    two Arabic letters from being joined across the border of their elements."""


def of_change(change: Change) -> list[Segment]:
    """The text of a change, of one added or dropped in one piece. What is the same is written as the newer has it."""
    if change.newer is None:
        return [Segment("deleted", change.older.text)] if change.older else []
    if change.older is None:
        return [Segment("inserted", change.newer.text)]
    return merged(change.older.text, change.newer.text, change.edits)


def of_field(field: FieldChange) -> list[Segment]:
    """A field word by word where its edits are known, otherwise its two values."""
    older, newer = field.older or "", field.newer or ""
    if field.edits:
        return merged(older, newer, field.edits)
    both = [segment for segment in (Segment("deleted", older), Segment("inserted", newer)) if segment.text]
    return [segment._replace(joint=" " if n else "") for n, segment in enumerate(both)]


def merged(older: str, newer: str, edits: Sequence[Edit]) -> list[Segment]:
    """Two texts with the edits between them as one run of pieces, none of them empty."""
    return list(_joined(segment for segment in _pieces(older, newer, edits) if segment.text))


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    last = Segment("same", " ")
    for segment in segments:
        before, after = last.text[-1], segment.text[0]
        if segment.kind == "inserted" and last.kind == "deleted" and not before.isspace():
            yield segment._replace(joint=" ")
        else:
            yield segment._replace(joint=_NOT_JOINED) if before.isalpha() and after.isalpha() else segment
        last = segment


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
