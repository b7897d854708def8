"""The best pairing of two sequences in their order, where there are too many pairs to look at each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_PAIRS = 160_000
"""Up to so many pairs each is looked at; of more, those near the diagonal."""
_LEAST_REACH = 32
"""How far from the diagonal that is, at least."""
_BOTH, _ROW, _COLUMN = 0, 1, 2
"""A step takes a member of both, of the rows alone, of the columns alone."""


def best_in_order(rows: int, columns: int, gain: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs without crossings whose gains together are greatest, by dynamic programming.

    Time and memory grow with the rows and columns; up to `_MOST_PAIRS` with their product.

    Args:
        rows: how many members the first sequence has.
        columns: the same of the second.
        gain: what a pair adds; it is not made where that is not above 0.
    """
    reach = columns if rows * columns <= _MOST_PAIRS else _LEAST_REACH + columns // rows
    above, first_above = [0.0] * (min(columns, reach) + 1), 0
    taken: list[tuple[int, bytearray]] = []
    for row in range(1, rows + 1):
        middle = row * columns // rows
        first, last = max(0, middle - reach), min(columns, middle + reach)
        sums: list[float] = []
        steps = bytearray()
        for column in range(first, last + 1):
            up = column - first_above
            best, step = (above[up], _ROW) if up < len(above) else (-math.inf, _ROW)
            if sums and sums[-1] > best:
                best, step = sums[-1], _COLUMN
            if 0 < up <= len(above):
                gained = gain(row - 1, column - 1)
                if gained > 0 and above[up - 1] + gained > best:
                    best, step = above[up - 1] + gained, _BOTH
            sums.append(best)
            steps.append(step)
        taken.append((first, steps))
        above, first_above = sums, first
    return _traced(taken, columns)


def _traced(taken: list[tuple[int, bytearray]], columns: int) -> list[tuple[int, int]]:
    """The pairs on the way back from the end."""
    found = []
    row, column = len(taken), columns
    while row and column:
        first, steps = taken[row - 1]
        step = steps[column - first]
        if step == _BOTH:
            found.append((row - 1, column - 1))
        row, column = row - (step != _COLUMN), column - (step != _ROW)
    return found[::-1]
