"""A number of a text that is a resolution or a decision, and what is found out about it on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from unres.references import order
    from unres.references.keywords import Keyword
    from unres.references.numbers import Number

Candidates = tuple[tuple[str, ...], int, frozenset[str]]
"""Organs that may be meant, the likeliest first; how many are no fallback; which of the others need no date."""


@dataclass(slots=True)
class Cited:
    """A number that is a resolution or a decision."""

    number: Number
    keyword: Keyword | None
    passage: int
    language: str
    group: int
    adjacent: bool
    end: int
    date: datetime.date | None = None
    dates: int = 0
    """How many dates the text gives: parts of one resolution can have one each."""
    title: str | None = None
    pair: order.Pair | None = None
    organ: str | None = None
    confidence: float = 1.0
    because: str = ""
    remark: str | None = None
    part_in_symbol: str | None = None
    """The part, or the first and last of several, that belongs to the symbol."""
    alternative: tuple[str, str] | None = None
    """The symbol of another reading, and what speaks for it."""
