"""The fields of the head that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.comparison.changes import edits_between
from unres.comparison.model import FieldChange
from unres.comparison.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Resolution, Vote


def field_changes(older: Resolution, newer: Resolution) -> list[FieldChange]:
    """The fields that differ, in the order of the model; how a document was distributed and printed is none."""
    return [
        change
        for (name, before), (_, after) in zip(_fields(older), _fields(newer), strict=True)
        if (change := _change(name, before, after))
    ]


def _fields(resolution: Resolution) -> Iterator[tuple[str, str | None]]:
    """Each field that is compared, as text."""
    yield "kind", resolution.kind
    yield "status", resolution.status
    yield "sponsors", "; ".join(resolution.sponsors) or None
    yield "organ", resolution.organ.value if resolution.organ else None
    yield "symbol", resolution.symbol
    yield "title", resolution.title
    yield "adopted_on", resolution.adopted_on.isoformat() if resolution.adopted_on else None
    yield "meeting_number", str(resolution.meeting_number) if resolution.meeting_number else None
    yield "agenda_items", "; ".join(item.number for item in resolution.agenda_items) or None
    yield "basis", resolution.basis.text if resolution.basis else None
    yield "vote", _vote(resolution.vote)
    yield "enacting_formula", resolution.enacting_formula


def _vote(vote: Vote | None) -> str | None:
    """The three counts of a vote."""
    if vote is None:
        return None
    return f"{vote.in_favour}-{vote.against or 0}-{vote.abstaining or 0}"


def _change(name: str, older: str | None, newer: str | None) -> FieldChange | None:
    """The change of one field; None where it says the same."""
    if older == newer:
        return None
    if older is None or newer is None:
        return FieldChange(name=name, older=older, newer=newer)
    edits, _ = edits_between(cut(older), cut(newer))
    return FieldChange(name=name, older=older, newer=newer, edits=edits) if edits else None
