"""What stands in which row: blocks one by one, or those of two versions that say the same beside each other."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from unres.chains import heaviest_chain
from unres.exports.interface import direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.alignment import Alignment
    from unres.exports.viewer.edition import Edition
    from unres.models import Block, Resolution

    Pair = tuple[int | None, int | None]

_T = TypeVar("_T")


class Placed(NamedTuple):
    """A block where it stands."""

    part: str
    """``preamble``, ``operative``, ``annex1`` …"""
    depth: int
    block: Block


class Row(NamedTuple):
    """Blocks that stand beside each other, for each edition those that it has."""

    sides: tuple[list[Placed], ...]
    score: float | None = None
    """How sure it is that they say the same; None where only their ids tell."""
    because: str = ""
    """What that rests on."""

    @property
    def part(self) -> str:
        """The part to which the row belongs."""
        return next(placed.part for side in self.sides for placed in side)


def align_editions(editions: Sequence[Edition]) -> Alignment | None:
    """The alignment of an Arabic and an English version; None for one version, or two of one language."""
    by_direction = {direction(edition.language): edition.resolution for edition in editions}
    if len(by_direction) == 1:
        return None
    from unres.alignment import align

    return align(by_direction["rtl"], by_direction["ltr"])


def own_of(edition: Edition, arabic: _T, english: _T) -> _T:
    """Of what an alignment has for both versions, that of an edition."""
    return arabic if direction(edition.language) == "rtl" else english


def arranged(editions: Sequence[Edition], alignment: Alignment | None) -> dict[str, list[Row]]:
    """The rows of every part, in the order of reading. Every block of every edition stands in exactly one row."""
    walks = [list(_placed(edition.resolution)) for edition in editions]
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(editions, walks, alignment):
        parts[row.part].append(row)
    return parts


def note_places(editions: Sequence[Edition], alignment: Alignment | None) -> Iterator[tuple[int | None, ...]]:
    """Which footnotes stand beside each other: for each edition the place in its list."""
    labels = [[note.label for note in edition.resolution.footnotes] for edition in editions]
    if len(labels) == 1:
        return ((at,) for at in range(len(labels[0])))
    if alignment is None:
        return paired(*labels)
    return _aligned_notes(editions, alignment)


def _aligned_notes(editions: Sequence[Edition], alignment: Alignment) -> Iterator[tuple[int | None, ...]]:
    """By the alignment; of footnotes with the same label, one after the other."""
    waiting: list[dict[str, deque[int]]] = []
    for edition in editions:
        places: dict[str, deque[int]] = defaultdict(deque)
        for index, note in enumerate(edition.resolution.footnotes):
            places[note.label].append(index)
        waiting.append(places)
    for pair in alignment.notes:
        labels = [own_of(edition, pair.arabic, pair.english) for edition in editions]
        yield tuple(
            None if label is None else places[label].popleft() for label, places in zip(labels, waiting, strict=True)
        )


def _placed(resolution: Resolution) -> Iterator[Placed]:
    for part in ("preamble", "operative"):
        yield from _nested(part, getattr(resolution, part), 0)
    for index, annex in enumerate(resolution.annexes, start=1):
        yield from _nested(f"annex{index}", annex.blocks, 0)


def _nested(part: str, blocks: Sequence[Block], depth: int) -> Iterator[Placed]:
    for block in blocks:
        yield Placed(part, depth, block)
        yield from _nested(part, block.children, depth + 1)


def _rows(editions: Sequence[Edition], walks: Sequence[list[Placed]], alignment: Alignment | None) -> Iterator[Row]:
    if len(walks) == 1:
        yield from (Row(([placed],)) for placed in walks[0])
    elif alignment is None:
        left, right = walks
        ids = [[placed.block.id for placed in walk] for walk in walks]
        for one, two in paired(*ids):
            yield Row(([] if one is None else [left[one]], [] if two is None else [right[two]]))
    else:
        by_id = [{placed.block.id: placed for placed in walk} for walk in walks]
        for pair in alignment.pairs:
            ids = [own_of(edition, pair.arabic, pair.english) for edition in editions]
            sides = tuple([known[each] for each in side] for side, known in zip(ids, by_id, strict=True))
            yield Row(sides, pair.score, pair.because)


def paired(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """Pairs items with equal keys, in order; ids of blocks are such keys, for they are the same in every language.

    Yields:
        Places in ``left`` and in ``right``; None where one has nothing. Every place of both comes once and in order,
        and as many as can be are paired.
    """
    places = {key: index for index, key in reversed(list(enumerate(right)))}
    equal = [(index, places[key]) for index, key in enumerate(left) if key in places]
    at, other = 0, 0
    for place, match in (*heaviest_chain(dict.fromkeys(equal, 1.0)), (len(left), len(right))):
        yield from ((alone, None) for alone in range(at, place))
        yield from ((None, alone) for alone in range(other, match))
        if place < len(left):
            yield place, match
        at, other = place + 1, match + 1
