"""Chains, against all subsequences of small cases."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.chains import heaviest_chain, heaviest_rising


def goes_up(places: tuple[int, ...]) -> bool:
    return all(first < second for first, second in pairwise(places))


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from([0.5, 1, 1.5, 4])), max_size=8))
def test_no_rising_sequence_weighs_more(members):
    places, weights = [place for place, _ in members], [weight for _, weight in members]
    found = heaviest_rising(places, weights)
    assert goes_up(tuple(found))
    assert goes_up(tuple(places[index] for index in found))
    subsets = (some for n in range(len(places) + 1) for some in combinations(range(len(places)), n))
    most = max(sum(weights[i] for i in some) for some in subsets if goes_up(tuple(places[i] for i in some)))
    assert sum(weights[index] for index in found) == most


def test_of_equals_the_first_that_is_met():
    assert heaviest_rising([3, 3, 4], [1, 1, 1]) == [0, 2]


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.1, 2), max_size=9))
def test_pairs_of_a_chain_never_cross(weights):
    found = heaviest_chain(weights)
    assert goes_up(tuple(i for i, _ in found))
    assert goes_up(tuple(j for _, j in found))
    subsets = (some for n in range(len(weights) + 1) for some in combinations(sorted(weights), n))
    chains = (some for some in subsets if goes_up(tuple(i for i, _ in some)) and goes_up(tuple(j for _, j in some)))
    most = max(sum(weights[pair] for pair in some) for some in chains)
    assert sum(weights[pair] for pair in found) == pytest.approx(most)
