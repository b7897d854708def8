"""The longest ascent: of pairs of places, as many as go up on both sides."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def longest_ascent(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence in which the second numbers go up, by patience sorting.

    The first numbers are to go up already.
    """
    tops: list[int] = []  # the lowest second number with which an ascent of that length can end
    ends: list[int] = []  # which pair that is
    before: list[int] = []  # for each pair, the one before it in its ascent
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    ascent = []
    index = ends[-1] if ends else -1
    while index >= 0:
        ascent.append(pairs[index])
        index = before[index]
    return ascent[::-1]
