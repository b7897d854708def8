"""What became of each passage: pairs, and what stands alone, in one order, with the words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.comparison.matching import match
from unres.comparison.model import Change, ChangeKind, Edit, EditKind, Stretch
from unres.comparison.words import differences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.comparison.matching import Match
    from unres.comparison.passages import Piece
    from unres.comparison.runs import Run
    from unres.comparison.words import Words
    from unres.models.vocabulary import Language


def changes_between(older: Sequence[Piece], newer: Sequence[Piece], language: Language) -> list[Change]:
    """One change for each passage of both, in the order of the newer; what was dropped follows what it followed."""
    matches = match([piece.item for piece in older], [piece.item for piece in newer], language)
    by_newer = {found.newer: found for found in matches}
    dropped = _dropped_after(matches, len(older))
    changes = [_dropped(older[i]) for i in dropped.get(-1, ())]
    for j, piece in enumerate(newer):
        found = by_newer.get(j)
        changes.append(_met(older[found.older], piece, moved=found.moved) if found else _added(piece))
        changes.extend(_dropped(older[i]) for i in dropped.get(j, ()))
    return changes


def _dropped_after(matches: Sequence[Match], count: int) -> dict[int, list[int]]:
    """The older ones without a partner, each under the newer one after which it would stand: -1 before all."""
    partner = {found.older: found for found in matches}
    after = -1
    dropped: dict[int, list[int]] = {}
    for i in range(count):
        found = partner.get(i)
        if found is None:
            dropped.setdefault(after, []).append(i)
        elif not found.moved:
            after = found.newer
    return dropped


def _added(piece: Piece) -> Change:
    return Change(kind="added", newer=piece.passage, similarity=0)


def _dropped(piece: Piece) -> Change:
    return Change(kind="dropped", older=piece.passage, similarity=0)


def _met(older: Piece, newer: Piece, *, moved: bool) -> Change:
    """The change of a passage that stands on both sides. A footnote goes where its text goes, and never moves."""
    edits, similarity = edits_between(older.item.words, newer.item.words)
    kind: ChangeKind = "moved" if moved and newer.passage.kind != "footnote" else "changed" if edits else "kept"
    return Change(kind=kind, older=older.passage, newer=newer.passage, similarity=similarity, edits=edits)


def edits_between(older: Words, newer: Words) -> tuple[list[Edit], float]:
    """The words that differ, by their places in the two texts, and the share of words that both have."""
    runs, similarity = differences(older, newer)
    return [_edit(run, older, newer) for run in runs], similarity


def _edit(run: Run, older: Words, newer: Words) -> Edit:
    before = _stretch(older, run.older, run.older_end)
    after = _stretch(newer, run.newer, run.newer_end)
    kind: EditKind = "replaced" if before.text and after.text else "deleted" if before.text else "inserted"
    return Edit(kind=kind, older=before, newer=after)


def _stretch(words: Words, first: int, end: int) -> Stretch:
    """The words ``[first, end)``; of none, the place before the next word."""
    if first == end:
        at = words.starts[first] if first < len(words.starts) else len(words.text)
        return Stretch(start=at, end=at, text="")
    start, stop = words.starts[first], words.ends[end - 1]
    return Stretch(start=start, end=stop, text=words.text[start:stop])
