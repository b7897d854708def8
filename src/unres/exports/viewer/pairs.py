"""Which item of one language stands beside which item of the other."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Pair = tuple[int | None, int | None]


def paired(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """Pairs items with equal keys, in order; ids of blocks are such keys, for they are the same in every language.

    Yields:
        Places in ``left`` and in ``right``; None where one has nothing. Every place of both comes once and in order,
        and as many as can be are paired.
    """
    at, other = 0, 0
    for place, match in (*_longest_ascent(left, right), (len(left), len(right))):
        yield from ((alone, None) for alone in range(at, place))
        yield from ((None, alone) for alone in range(other, match))
        if place < len(left):
            yield place, match
        at, other = place + 1, match + 1


def _longest_ascent(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The most pairs of equal keys whose places ascend in both: the longest ascending subsequence, by patience."""
    places = {key: index for index, key in reversed(list(enumerate(right)))}
    matches = [(index, places[key]) for index, key in enumerate(left) if key in places]
    tops: list[int] = []  # the lowest place at which an ascent of that length can end
    ends: list[int] = []  # which match it is
    before: list[int] = []
    for index, (_, place) in enumerate(matches):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    ascent = []
    index = ends[-1] if ends else -1
    while index >= 0:
        ascent.append(matches[index])
        index = before[index]
    return ascent[::-1]
