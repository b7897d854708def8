"""The longest ascent, against all subsequences of small cases."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from unres.alignment.pairing import longest_ascent


def goes_up(pairs: tuple[tuple[int, int], ...]) -> bool:
    return all(first[1] < second[1] for first, second in pairwise(pairs))


@given(st.lists(st.integers(0, 6), max_size=8))
def test_no_ascent_is_longer(places):
    pairs = list(enumerate(places))
    found = longest_ascent(pairs)
    assert goes_up(tuple(found))
    assert found == [pair for pair in pairs if pair in found]
    lengths = (n for n in range(len(pairs) + 1) for some in combinations(pairs, n) if goes_up(some))
    assert len(found) == max(lengths)
