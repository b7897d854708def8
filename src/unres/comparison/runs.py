"""Which words of two sequences differ, in time that grows with their length alone.

Python's `difflib` gives differences that read well, in time that can grow with the cube of the length where words
repeat. It is used as long as its steps are few; beyond that the greedy search of E. W. Myers, "An O(ND) Difference
Algorithm and Its Variations" (Algorithmica 1, 1986), which is told to go on from its furthest point after so many
differences: what it gives is right, though not always the least.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from difflib import Match

_STEPS_FOR_A_WORD = 256
_LEAST_STEPS = 4096
MOST_DIFFERENCES = 64
"""After so many the search goes on from the furthest point it has reached: for each word it takes at most that many
steps, and holds the square of it."""


class Run(NamedTuple):
    """Words ``[older, older_end)`` of the one became words ``[newer, newer_end)`` of the other."""

    older: int
    older_end: int
    newer: int
    newer_end: int


class Block(NamedTuple):
    """So many words are equal from these places on."""

    older: int
    newer: int
    size: int


def inner_differences(a: Sequence[str], b: Sequence[str]) -> tuple[list[Run], int]:
    """The differences of what is left when equal beginnings and ends are taken off, and how many words are equal."""
    if not a or not b:
        return [Run(0, len(a), 0, len(b))], 0
    try:
        blocks = [Block(*block) for block in _Bounded(a, b).get_matching_blocks()]
    except _TooManyStepsError:
        blocks = [*greedy_blocks(a, b), Block(len(a), len(b), 0)]
    runs = []
    i = j = 0
    for block in blocks:
        if i < block.older or j < block.newer:
            runs.append(Run(i, block.older, j, block.newer))
        i, j = block.older + block.size, block.newer + block.size
    return runs, sum(block.size for block in blocks)


class _TooManyStepsError(Exception):
    """The search would take more steps than the length allows."""


class _Bounded(SequenceMatcher[str]):
    """Counts what each search for the longest block costs: the pairs of equal words that it passes."""

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        super().__init__(None, a, b, autojunk=False)
        self._left = max(_LEAST_STEPS, _STEPS_FOR_A_WORD * (len(a) + len(b)))
        self._passed = [0, *accumulate(len(self.b2j.get(word, ())) + 1 for word in a)]  # type: ignore[attr-defined]

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """As the parent's.

        Raises:
            _TooManyStepsError: the steps are used up.
        """
        end = len(self._passed) - 1 if ahi is None else ahi
        self._left -= self._passed[end] - self._passed[alo]
        if self._left < 0:
            raise _TooManyStepsError
        return super().find_longest_match(alo, ahi, blo, bhi)


def greedy_blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[Block]:
    """Blocks of equal words, both sides rising."""
    i = j = 0
    while i < len(a) and j < len(b):
        search = _Search(a, b, i, j)
        yield from search.blocks()
        i, j = search.end


class _Search:
    """The way from one point to the end of both, or to the furthest point that so many differences reach.

    A point is a place in each of the two; diagonal ``k`` has those whose older place is ``k`` ahead of the newer one,
    both counted from where the search begins. ``reached[k]`` is the furthest older place on it.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str], i: int, j: int) -> None:
        self._a, self._b = a, b
        self._i, self._j = i, j
        self._rows, self._columns = len(a) - i, len(b) - j
        self._trail: list[dict[int, int]] = []
        """What was reached before each difference."""
        self._last = self._walk()
        self.end = i + self._last[0], j + self._last[0] - self._last[1]

    def _walk(self) -> tuple[int, int]:
        """Goes as far as it may; the older place and the diagonal of the furthest point."""
        reached = {1: 0}
        for d in range(MOST_DIFFERENCES + 1):
            self._trail.append(dict(reached))
            for k in range(-min(d, self._columns - (d + self._columns) % 2), min(d, self._rows) + 1, 2):
                before = _before(reached, d, k)
                x = self._slid(reached[before] + (before < k), k)
                reached[k] = x
                if x >= self._rows and x - k >= self._columns:
                    return x, k
        here = [k for k in reached if (k - d) % 2 == 0]
        furthest = max(here, key=lambda k: 2 * reached[k] - k)
        return reached[furthest], furthest

    def _slid(self, x: int, k: int) -> int:
        """Past the words that are equal from a point on."""
        a, b, i, j = self._a, self._b, self._i, self._j - k
        while x < self._rows and x - k < self._columns and a[i + x] == b[j + x]:
            x += 1
        return x

    def blocks(self) -> list[Block]:
        """The equal words on the way, in their order."""
        found = []
        x, k = self._last
        for d in range(len(self._trail) - 1, -1, -1):
            reached = self._trail[d]
            before = _before(reached, d, k)
            start = reached[before] + (before < k)
            if x > start:
                found.append(Block(self._i + start, self._j + start - k, x - start))
            x, k = reached[before], before
        return found[::-1]


def _before(reached: dict[int, int], d: int, k: int) -> int:
    """The diagonal from which one more difference reaches diagonal `k` furthest."""
    if k == -d:
        return k + 1
    if k == d:
        return k - 1
    return k + 1 if reached.get(k - 1, -1) < reached.get(k + 1, -1) else k - 1
