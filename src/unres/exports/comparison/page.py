"""A comparison as a page: each block with its deleted and inserted words, what moved with from and to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unres.exports.comparison.segments import Segment, of_change, of_field
from unres.exports.interface import words
from unres.exports.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.comparison import Change, Comparison, Passage

_BEGIN = 60
"""Characters shown of a block at the place it has left."""


class _Row(NamedTuple):
    """A block or a footnote, or the place that it has left."""

    passage: Passage
    """The newer, or where there is none the older; at a place that was left, what stood there."""
    change: Change
    left: bool
    """Whether this is the place that it has left."""
    segments: list[Segment]


def to_html(comparison: Comparison) -> str:
    """The comparison as a page that stands by itself, in the language of the resolutions, made to be printed too.

    Nothing is told by colour alone: words are struck through or underlined, blocks carry a word and a kind of line.
    """
    said = words("comparison", comparison.language)
    return render(
        "comparison.html",
        title=f"{comparison.older.symbol or said['older']} → {comparison.newer.symbol or said['newer']}",
        language=comparison.language,
        words=said,
        comparison=comparison,
        fields=[(field.name, of_field(field)) for field in comparison.fields],
        zones=_zones(comparison.blocks),
        notes=[_row(change) for change in comparison.footnotes],
        cited={kind: [each for each in comparison.references if each.kind == kind] for kind in ("added", "dropped")},
    )


def _zones(changes: Sequence[Change]) -> Iterator[tuple[str | None, list[_Row]]]:
    """Blocks in groups of one zone, each place that was left after what it stood behind."""
    left = _left_after(changes)
    zone: str | None = None
    rows = [_stub(moved) for moved in left.get(-1, ())]
    for n, change in enumerate(changes):
        row = _row(change)
        if row.passage.zone not in {zone, None}:
            yield zone, rows
            zone, rows = row.passage.zone, []
        rows += (row, *map(_stub, left.get(n, ())))
    yield zone, rows


def _left_after(changes: Sequence[Change]) -> dict[int, list[Change]]:
    """What has left its place, under the place in `changes` of what it stood behind; -1 before all."""
    stood = sorted(
        (change.older.position, n) for n, change in enumerate(changes) if change.older and change.kind != "moved"
    )
    places: dict[int, list[Change]] = {}
    for change in sorted((c for c in changes if c.older and c.kind == "moved"), key=_was_at):
        before = [n for position, n in stood if position < _was_at(change)]
        places.setdefault(before[-1] if before else -1, []).append(change)
    return places


def _was_at(change: Change) -> int:
    return change.older.position if change.older else -1


def _row(change: Change) -> _Row:
    passage = change.newer or change.older
    if passage is None:
        raise ValueError("a change has an older or a newer passage")
    return _Row(passage, change, left=False, segments=of_change(change))


def _stub(change: Change) -> _Row:
    """The place that a block has left."""
    older = change.older
    if older is None or change.newer is None:
        raise ValueError("what has moved has an older and a newer passage")
    text = older.text if len(older.text) <= _BEGIN else older.text[:_BEGIN].rsplit(" ", 1)[0] + " …"
    return _Row(older, change, left=True, segments=[Segment("same", text)])
