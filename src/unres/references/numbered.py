"""A number of a text that is a resolution or a decision: what is found out about it, and the citations it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.references.drafts import Alternative, Resolution
from unres.un.limits import BY_YEAR, only_decisions
from unres.un.symbols import Adopted

if TYPE_CHECKING:
    import datetime

    from unres.references import order
    from unres.references.keywords import Keyword
    from unres.references.numbers import Number
    from unres.un.organs import Instrument

Candidates = tuple[tuple[str, ...], int, frozenset[str]]
"""Organs that may be meant, the likeliest first; how many are no fallback; which of the others need no date."""


@dataclass(slots=True)
class Numbered:
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
    alternative: Alternative | None = None


SURE = 0.9999
"""From this confidence on the other order is no longer worth a mention."""


def citations_of(item: Numbered) -> list[Resolution]:
    """The citations of one number: one for each part that it names."""
    number = item.number
    parts: list[tuple[str | None, int, int]] = [(None, number.start, number.end)]
    if number.parts:
        parts = [(letter, *span) for letter, span in zip(number.parts, number.part_spans, strict=True)]
        # the first part carries the number, the last one what closes it
        parts[0] = (parts[0][0], number.start, number.end if len(parts) == 1 else parts[0][2])
        if len(parts) > 1:
            parts[-1] = (parts[-1][0], parts[-1][1], number.end)
    return [_one(item, part, start, end) for part, start, end in parts]


def _one(item: Numbered, part: str | None, start: int, end: int) -> Resolution:
    """The citation of one number, or of one of the parts that it names."""
    number = item.number
    session, year, count = _session_year_number(item)
    decision = item.keyword.decision if item.keyword else only_decisions(item.organ, count)
    instrument: Instrument = "decision" if decision else "resolution"
    symbol = Adopted(
        item.organ or "",
        instrument,
        count,
        session,
        number.session_kind,
        year,
        item.part_in_symbol,
        number.form == "roman",
    ).symbol
    return Resolution(
        start=start,
        end=end,
        instrument=instrument,
        organ=item.organ,
        session=session or None,
        session_kind=number.session_kind,
        year=year or None,
        number=count or None,
        part=part,
        symbol=symbol,
        date=item.date,
        title=item.title,
        confidence=round(item.confidence, 4),
        because=item.because,
        alternative=_alternative(item, instrument, symbol) or item.alternative,
    )


def _session_year_number(item: Numbered) -> tuple[int | None, int | None, int]:
    number = item.number
    if number.form == "year":
        return None, number.second or None, number.first
    if number.form == "roman":
        return number.second, None, number.first
    chosen = item.pair.chosen if item.pair else None
    if chosen:
        return *_session_or_year(chosen.organ, chosen.first), chosen.number
    return number.first, None, number.second


def _alternative(item: Numbered, instrument: Instrument, chosen: str | None) -> Alternative | None:
    """The order that was not chosen, where it is not ruled out and has a symbol."""
    other = item.pair.other if item.pair and item.pair.confidence < SURE else None
    if other is None:
        return None
    session, year = _session_or_year(other.organ, other.first)
    symbol = Adopted(other.organ or "", instrument, other.number, session=session, year=year).symbol
    if symbol is None or symbol == chosen:
        return None
    return Alternative(symbol, because="the two numbers in the other order")


def _session_or_year(organ: str | None, first: int) -> tuple[int | None, int | None]:
    return (None, first) if organ in BY_YEAR else (first, None)
