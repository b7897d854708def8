"""What can stand in order: rising subsequences, and pairs of which no two cross.

Of the chains that end at or before some place only the heaviest matters. Going once through all places, these chains
are kept with the places at which they end and their weights, both rising.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def heaviest_rising(places: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Which members of a sequence go up, and weigh most together; where two weigh the same, the one that is met first.

    Args:
        places: the sequence.
        weights: what each member weighs, above 0.

    Returns:
        Their indices, rising.
    """
    ends: list[int] = []
    sums: list[float] = []
    last: list[int] = []  # for each of `ends`, the index of the member there
    before: list[int] = []  # for each member, the one before it in its chain
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place)
        total = weight + (sums[at - 1] if at else 0.0)
        before.append(last[at - 1] if at else -1)
        if at < len(ends) and ends[at] == place and sums[at] >= total:
            continue
        beyond = at
        while beyond < len(ends) and sums[beyond] <= total:
            beyond += 1
        ends[at:beyond], sums[at:beyond], last[at:beyond] = [place], [total], [index]
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def heaviest_chain(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs of greatest weight together in which both sides only go on."""
    pairs = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    return [pairs[index] for index in heaviest_rising([j for _, j in pairs], [weights[pair] for pair in pairs])]
