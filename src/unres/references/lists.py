"""What the members of a list share: dates, the order of their numbers, and the letters of their parts.

Ranges are lists too: "55/67 to 55/70" cites 55/68 and 55/69. The United Nations file a part under a symbol of its own
(A/RES/68/247B), several that are adopted together in one document (A/RES/76/247A-C), and the older ones without any
letter: which it is, dates and the other parts cited tell.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from unres.languages import for_all, get_language
from unres.languages.citing import Joins
from unres.un.organs import GENERAL_ASSEMBLY
from unres.un.sessions import date_fits, security_council_year
from unres.un.symbols import ALL_LETTERED_FROM, has_own_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.languages import Language
    from unres.references.numbered import Numbered
    from unres.references.order import Pair, Reading

REACH_OF_LIST = 220
_FIRST_YEAR = 1900
"""A lower number is a session."""


@for_all
def _joins(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two neighbours of a list, and between the two ends of a range, and nothing else."""
    joins = Joins.of_all(each.citations for each in languages)
    return (
        re.compile(rf"\s*[,،]?\s*(?:{joins.and_})?\s*"),
        re.compile(rf"\s?(?:{joins.to}|{joins.through}|[–-])\s?"),
    )


@for_all
def _dates_of_lists(languages: tuple[Language, ...]) -> dict[str, re.Pattern[str]]:
    """What stands before the date of a whole list, by language."""
    return {language.code: re.compile(language.citations.numbers.date_of_list) for language in languages}


def are_neighbours(text: str, end: int, start: int) -> bool:
    """Whether a comma or "and" is all that stands between."""
    return _joins()[0].fullmatch(text, end, start) is not None


def share_dates(cited: list[Numbered], text: str) -> None:
    """As in “69/252 and 69/253 of 29 December 2014”: the date is that of both."""
    for at in range(len(cited) - 2, -1, -1):
        item, after = cited[at], cited[at + 1]
        if item.date or not after.date or item.group != after.group or item.number.form != after.number.form:
            continue
        if not are_neighbours(text, item.number.end, after.number.start):
            continue
        pair, next_pair = item.number, after.number
        shares = pair.first == next_pair.first or pair.second == next_pair.second or pair.form == "roman"
        if shares and _can_be_of(item, after.date):
            item.date = after.date


def _can_be_of(item: Numbered, date: datetime.date) -> bool:
    """Whether one of the organs that may be meant sat on this day in a session that the pair may name."""
    pair = item.pair
    if pair is None:
        return True
    sessions = (pair.first, pair.second) if pair.turnable else (pair.first,)
    return any(date_fits(organ, session, date) for organ in pair.candidates for session in sessions)


def share_list_dates(cited: list[Numbered], text: str) -> None:
    """As in “القرارين 5/1 بشأن … و 5/2 بشأن …، المؤرخين 18 …”: a date in dual or plural is that of the list."""
    for place, item in enumerate(cited):
        at = place
        last_of_group = at + 1 == len(cited) or cited[at + 1].group != item.group
        if item.date or not last_of_group or at == 0:
            continue
        behind = _dates_of_lists()[item.language].search(text, item.end, min(len(text), item.end + REACH_OF_LIST))
        date = read_date(text, behind.start(), item.language)[0] if behind else None
        if date is None:
            continue
        while at >= 0 and cited[at].group == item.group and cited[at].date is None:
            cited[at].date = date
            at -= 1


def read_date(text: str, at: int, language: str) -> tuple[datetime.date | None, int]:
    """The date at this place and where it ends; (None, at) when there is none.

    Two month names that disagree are read by the second, Gregorian one, as is done for the document's own date.
    """
    dates = get_language(language).dates
    match = dates.behind.match(text, at)
    if match is None:
        return None, at
    year, month, day = dates.parts_behind(match)
    try:
        return datetime.date(year, month, day), match.end()
    except ValueError:  # no month, or a day that it does not have
        return None, at


_LONGEST_RANGE = 60
"""A longer range is no range."""
_RANGE = 4.0
"""What a range adds to the score of an order: it is right in 98 of 100."""


def is_range(text: str, first: Numbered, last: Numbered) -> bool:
    """Whether the two numbers are the ends of a range."""
    return (
        first.number.form == last.number.form
        and first.number.session_kind == last.number.session_kind
        and first.passage == last.passage
        and not first.number.parts
        and _joins()[1].fullmatch(text, first.number.end, last.number.start) is not None
    )


def settle_order(cited: list[Numbered], text: str) -> None:
    """The ends of a range share their session, so the number that both hold in the same place is the session."""
    for first, last in pairwise(cited):
        if first.pair and last.pair and first.pair.turnable and is_range(text, first, last):
            fitting = [
                (a, b)
                for a, b in ((first.pair.direct, last.pair.direct), (first.pair.turned, last.pair.turned))
                if a and b and a.first == b.first and 0 < b.number - a.number <= _LONGEST_RANGE
            ]
            if len(fitting) == 1:
                _choose(first.pair, fitting[0][0])
                _choose(last.pair, fitting[0][1])


def _choose(pair: Pair, reading: Reading) -> None:
    """Lets the score speak for the reading: above 0 as written, below 0 turned."""
    pair.score = max(pair.score, _RANGE) if reading is pair.direct else min(pair.score, -_RANGE)
    pair.because = ["the ends of a range share their session"]


def with_ranges(cited: list[Numbered], text: str) -> Iterator[Numbered]:
    """All that is cited, with the numbers inside ranges: they stand where the end of their range stands."""
    before: Numbered | None = None
    for item in cited:
        if before is not None and is_range(text, before, item):
            yield from _inside(before, item)
        yield item
        before = item


def _inside(first: Numbered, last: Numbered) -> Iterator[Numbered]:
    """The numbers between the two ends; none where they do not share session or year."""
    if first.pair and last.pair:
        low, high = first.pair.chosen, last.pair.chosen
        if low and high and low.first == high.first and low.number < high.number <= low.number + _LONGEST_RANGE:
            for number in range(low.number + 1, high.number):
                reading = replace(high, number=number)
                pair = replace(last.pair, direct=reading, turned=None, score=abs(last.pair.score))
                yield replace(last, pair=pair)
    elif last.number.form == "pair" and first.number.first == last.number.first:  # of a special session
        for number in range(first.number.second + 1, min(last.number.second, first.number.second + _LONGEST_RANGE)):
            yield replace(last, number=replace(last.number, second=number))
    elif last.number.form == "year":
        for number in range(first.number.first + 1, min(last.number.first, first.number.first + _LONGEST_RANGE)):
            year = security_council_year(number) or last.number.second
            yield replace(last, number=replace(last.number, first=number, second=year))


def settle_parts(cited: Sequence[Numbered]) -> None:
    """Gives every number the part that its symbol has."""
    days: defaultdict[tuple[int, int], set[tuple[str, datetime.date]]] = defaultdict(set)
    for item in cited:
        key = _with_parts(item)
        if key and item.date and item.dates == 1:
            days[key] |= {(part, item.date) for part in item.number.parts}
    for item in cited:
        parts = item.number.parts
        if not parts or item.number.form == "roman":
            continue  # parts of a resolution with a session in Roman numerals stand in one document
        key = _with_parts(item)
        if len(parts) > 1:
            if key and key[0] >= ALL_LETTERED_FROM and _together(item):
                item.part_in_symbol = f"{parts[0]}-{parts[-1]}"
        elif has_own_document(parts[0], _session(item), item.date) or (
            key and key[0] >= ALL_LETTERED_FROM and _has_twin(parts[0], item.date, days[key])
        ):
            item.part_in_symbol = parts[0]


def _together(item: Numbered) -> bool:
    """As in “77/264 A to C”, "76/84 A and B of 9 December 2021": parts in one document."""
    parts = item.number.parts
    in_order = parts == [chr(ord("A") + at) for at in range(len(parts))]
    return in_order and (item.number.range_of_parts or item.dates == 1)


def _has_twin(part: str, date: datetime.date | None, days: set[tuple[str, datetime.date]]) -> bool:
    """Another part of the same day, cited by itself: each has a document, and part A its letter."""
    return any(day == date and other != part for other, day in days)


def _session(item: Numbered) -> int | None:
    reading = item.pair.chosen if item.pair else None
    if reading is None:
        return item.number.first
    return reading.first if reading.organ == GENERAL_ASSEMBLY or reading.first < _FIRST_YEAR else None


def _with_parts(item: Numbered) -> tuple[int, int] | None:
    """Session and number of a resolution of the Assembly with parts."""
    reading = item.pair.chosen if item.pair else None
    if reading is None or reading.organ != GENERAL_ASSEMBLY or not item.number.parts:
        return None
    return reading.first, reading.number
