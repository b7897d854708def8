"""Ranges of resolutions: "55/67 to 55/70" cites 55/68 and 55/69 too."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.references.cited import Cited
    from unres.references.order import Pair, Reading

_BETWEEN = re.compile(r"\s?(?:to|through|إلى|حتى|[–-])\s?")
"""What stands between the two ends, and nothing else."""
_MOST = 60
"""A longer range is no range."""
_WEIGHT = 4.0
"""What a range adds to the score of an order: it is right in 98 of 100."""


def is_range(text: str, first: Cited, last: Cited) -> bool:
    """Whether the two numbers are the ends of a range."""
    return (
        first.number.form == last.number.form
        and first.passage == last.passage
        and not first.number.parts
        and _BETWEEN.fullmatch(text, first.number.end, last.number.start) is not None
    )


def settle_order(cited: list[Cited], text: str) -> None:
    """The ends of a range share their session, so the number that both hold in the same place is the session."""
    for first, last in pairwise(cited):
        if first.pair and last.pair and first.pair.turnable and is_range(text, first, last):
            fitting = [
                (a, b)
                for a, b in ((first.pair.direct, last.pair.direct), (first.pair.turned, last.pair.turned))
                if a and b and a.first == b.first and 0 < b.number - a.number <= _MOST
            ]
            if len(fitting) == 1:
                _choose(first.pair, fitting[0][0])
                _choose(last.pair, fitting[0][1])


def _choose(pair: Pair, reading: Reading) -> None:
    """Lets the score speak for the reading: above 0 as written, below 0 turned."""
    pair.score = max(pair.score, _WEIGHT) if reading is pair.direct else min(pair.score, -_WEIGHT)
    pair.because = ["the ends of a range share their session"]


def with_ranges(cited: list[Cited], text: str) -> Iterator[Cited]:
    """All that is cited, with the numbers inside ranges: they stand where the end of their range stands."""
    before: Cited | None = None
    for item in cited:
        if before is not None and is_range(text, before, item):
            yield from _inside(before, item)
        yield item
        before = item


def _inside(first: Cited, last: Cited) -> Iterator[Cited]:
    """The numbers between the two ends; none where they do not share session or year."""
    if first.pair and last.pair:
        low, high = first.pair.chosen, last.pair.chosen
        if low and high and low.first == high.first and low.number < high.number <= low.number + _MOST:
            for number in range(low.number + 1, high.number):
                reading = replace(high, number=number, symbol=None)
                pair = replace(last.pair, direct=reading, turned=None, score=abs(last.pair.score))
                yield replace(last, pair=pair)
    elif last.number.form == "year" and first.number.second == last.number.second:
        for number in range(first.number.first + 1, min(last.number.first, first.number.first + _MOST)):
            yield replace(last, number=replace(last.number, first=number))
