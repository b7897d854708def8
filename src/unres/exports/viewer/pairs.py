"""Which item of one language stands beside which item of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.alignment.ascent import longest_ascent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Pair = tuple[int | None, int | None]


def paired(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """Pairs items with equal keys, in order; ids of blocks are such keys, for they are the same in every language.

    Yields:
        Places in ``left`` and in ``right``; None where one has nothing. Every place of both comes once and in order,
        and as many as can be are paired.
    """
    places = {key: index for index, key in reversed(list(enumerate(right)))}
    equal = [(index, places[key]) for index, key in enumerate(left) if key in places]
    at, other = 0, 0
    for place, match in (*longest_ascent(equal), (len(left), len(right))):
        yield from ((alone, None) for alone in range(at, place))
        yield from ((None, alone) for alone in range(other, match))
        if place < len(left):
            yield place, match
        at, other = place + 1, match + 1
