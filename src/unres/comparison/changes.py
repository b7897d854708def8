"""What became of each block, footnote and field of the head, and of what is cited, with the words that differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.comparison.matching import Item, match
from unres.comparison.model import Change, ChangeKind, Edit, EditKind, FieldChange, Passage, ReferenceChange, Stretch
from unres.comparison.words import cut, differences
from unres.references.related import name_of, placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from unres.comparison.matching import Match
    from unres.comparison.words import Run, Words
    from unres.models import Block, Reference, Resolution, Vote
    from unres.models.vocabulary import Language


@dataclass(slots=True)
class Piece:
    """A passage, and what the matching sees of it."""

    passage: Passage
    item: Item


def block_pieces(resolution: Resolution) -> list[Piece]:
    """Every block in reading order; before those of an annex its label and title, where it has any."""
    pieces: list[Piece] = []
    for blocks in (resolution.preamble, resolution.operative):
        _add(pieces, blocks, None, 0)
    for n, annex in enumerate(resolution.annexes, 1):
        heading = None
        if annex.label or annex.title:
            passage = Passage(
                id=f"annex{n}",
                kind="annex",
                zone="annex",
                label=annex.label,
                position=len(pieces),
                text=annex.title or "",
            )
            heading = len(pieces)
            pieces.append(_piece(passage, (), None))
        _add(pieces, annex.blocks, heading, 0)
    return pieces


def _add(pieces: list[Piece], blocks: Iterable[Block], parent: int | None, depth: int) -> None:
    for block in blocks:
        passage = Passage(
            id=block.id,
            kind=block.kind,
            zone=block.zone,
            label=block.label,
            depth=depth,
            position=len(pieces),
            text=block.text,
        )
        pieces.append(_piece(passage, block.references, parent))
        _add(pieces, block.children, passage.position, depth + 1)


def footnote_pieces(resolution: Resolution, now: Mapping[str, str] | None = None) -> list[Piece]:
    """Every footnote, in order.

    Args:
        resolution: whose footnotes.
        now: the ids of its blocks → those of the blocks that they became, where they became any.
    """
    pieces = []
    for n, note in enumerate(resolution.footnotes):
        passage = Passage(id=f"fn:{note.label}", kind="footnote", label=note.label, position=n, text=note.text)
        piece = _piece(passage, note.references, None)
        if note.block_ids:
            at = note.block_ids[0]
            piece.item.beside = at if now is None else now.get(at, f"gone {at}")
        pieces.append(piece)
    return pieces


def _piece(passage: Passage, references: Iterable[Reference], parent: int | None) -> Piece:
    words = cut(passage.text, _turned(references))
    return Piece(passage, Item(words, (passage.zone or "", passage.kind, passage.label or ""), parent))


def _turned(references: Iterable[Reference]) -> Iterator[tuple[int, int, str]]:
    """The pairs of numbers that a page may show in the other order, each with its one form."""
    for reference in references:
        if reference.kind == "resolution" and reference.number and (first := reference.session or reference.year):
            yield reference.offset, reference.offset + len(reference.text), f"{first}/{reference.number}"


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


Cited = dict[str, tuple[str, dict[str, None]]]


def reference_changes(older: Resolution, newer: Resolution) -> list[ReferenceChange]:
    """Everything that either cites: what the newer cites in its order, then what was dropped.

    Places of the document itself, articles and the Charter are no sources, and left out.
    """
    before, after = _cited(older), _cited(newer)
    found: list[ReferenceChange] = []
    for name in [*after, *(name for name in before if name not in after)]:
        kind: Literal["kept", "added", "dropped"]
        kind = "dropped" if name not in after else "kept" if name in before else "added"
        cited = (after.get(name) or before[name])[0]
        older_places, newer_places = list(before.get(name, ("", {}))[1]), list(after.get(name, ("", {}))[1])
        found.append(ReferenceChange(kind=kind, name=name, cited=cited, older=older_places, newer=newer_places))
    return found


def _cited(resolution: Resolution) -> Cited:
    """Name → kind of reference, and the ids of what cites it, each once."""
    found: Cited = {}
    for place, reference in placed(resolution):
        name = name_of(reference)
        if name is None:
            continue
        whole = reference.repeats if reference.kind == "ibid" and reference.repeats else reference
        found.setdefault(name, (whole.kind, {}))[1][place] = None
    return found
