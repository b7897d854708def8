"""Dates in running text."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYWHERE = "en"
"""The language whose dates stand in documents of every language ("Distr.: General / 23 November 2021")."""


@dataclass(slots=True)
class DateFound:
    """A date as it stands in a text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    date: datetime.date | None
    """None for a day that no calendar has ("31 February 2012")."""
    months_disagree: bool
    """Two names of different months were given for it; `date` goes by the Gregorian one."""


def _read(text: str, code: str) -> Iterator[DateFound]:
    """Dates of one language in reading order."""
    dates = get_language(code).dates
    for found in dates.pattern.finditer(text):
        year, month, day, disagree = dates.parts(found)
        if not month:
            continue
        try:
            date = datetime.date(year, month, day)
        except ValueError:  # 31 February: it stands in the text, so it is found, but means no day
            yield DateFound(found.start(), found.end(), None, disagree)
        else:
            yield DateFound(found.start(), found.end(), date, disagree)


def find_dates(text: str, code: str) -> list[DateFound]:
    """Every date of a text, in reading order.

    Args:
        text: repaired text, its digits Western.
        code: the language of the text; English dates are found in texts of every language.
    """
    found = list(_read(text, code))
    if code != EVERYWHERE:
        found += _read(text, EVERYWHERE)
        found.sort(key=lambda date: date.start)
    return found


def first_date(text: str, code: str) -> datetime.date | None:
    """The first date of a text that a calendar has, or None."""
    return next((found.date for found in find_dates(text, code) if found.date), None)
