"""What numbers can be: sessions with their years and highest numbers, the Security Council's numbers by year.

The figures are in ``data/``, each file with its source; ``benchmarks/extend_tables.py`` widens them from documents.
Sessions of organs that meet once or thrice a year follow a rule and need no table.
"""

from __future__ import annotations

import datetime
import json
from functools import cache
from importlib.resources import files
from typing import Any

LATEST_YEAR = datetime.datetime.now(tz=datetime.UTC).year + 1
"""No document is younger than this when nothing else is known."""

ANNUAL: dict[str, int] = {
    "commission_on_crime_prevention_and_criminal_justice": 1991,
    "commission_on_narcotic_drugs": 1957,
    "commission_on_the_status_of_women": 1956,
    "commission_on_population_and_development": 1967,
    "commission_for_social_development": 1962,
    "commission_on_science_and_technology_for_development": 1997,
    "statistical_commission": 1969,
}
"""Commissions that number by session and meet once a year: the year of their session N is this plus N."""

ENVIRONMENT_ASSEMBLY: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((2014, 6),),
    2: ((2016, 5),),
    3: ((2017, 12),),
    4: ((2019, 3),),
    5: ((2021, 2), (2022, 2), (2022, 3)),
    6: ((2024, 2), (2024, 3)),
    7: ((2025, 12),),
}
"""Years and months in which the United Nations Environment Assembly sat."""

_LAST_ENVIRONMENT_YEAR = 2025

HABITAT_ASSEMBLY: dict[int, tuple[tuple[int, int], ...]] = {1: ((2019, 5),), 2: ((2023, 6),), 3: ((2027, 6), (2027, 5))}
"""The same for the United Nations Habitat Assembly, which sits every fourth year."""

SESSIONS_PER_YEAR = 3
SUSPENDED_SESSION = 43
"""The Human Rights Council's session of February 2020, suspended in March and closed in June."""
FIRST_REGULAR_PAIR = 31
"""From this session on (1976) resolutions of the Assembly are numbered "session/number"."""
FIRST_ECOSOC_PAIR = 1978
LAST_ROMAN_GA = 30
LAST_ROMAN_ECOSOC = 63


def _data(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("unres.references") / "data" / name).read_text(encoding="utf-8"))
    return loaded


@cache
def general_assembly_highest() -> dict[int, int]:
    """The highest number of a resolution seen in each session: lower bounds."""
    return {int(session): number for session, number in _data("general_assembly.json")["highest"].items()}


@cache
def _assembly_starts() -> dict[int, int]:
    table = _data("general_assembly.json")["first_of_session"]["first"]
    return {int(session): number for session, number in table.items()}


def roman_fits_assembly(number: int, session: int) -> bool:
    """Whether "number (session)" can be the Assembly's, whose numbers ran on through its first thirty sessions."""
    starts = _assembly_starts()
    margin = 25
    return session in starts and starts[session] - margin <= number <= starts.get(session + 1, 3542) + margin


@cache
def security_council_ranges() -> dict[int, tuple[int, int]]:
    """For each year the widest range in which a number can lie: after the year before, before the year after."""
    data = _data("security_council.json")
    last = {int(year): number for year, number in data["last"].items()}
    seen = {int(year): (low, high) for year, (low, high) in data["seen"].items()}
    ranges: dict[int, tuple[int, int]] = {}
    final = max(*last, *seen)
    for year in range(min(last), LATEST_YEAR + 1):
        if year in last:
            ranges[year] = (last.get(year - 1, 0) + 1, last[year])
            continue
        before = [last[y] for y in last if y < year] + [high for y, (_, high) in seen.items() if y < year]
        after = [low for y, (low, _) in seen.items() if y > year]
        low = max(before) + 1
        # beyond the table the Council goes on at no more than its fastest pace
        high = min(after) - 1 if after else low + 100 * (year - final + 1)
        ranges[year] = (low, high)
    return ranges


def security_council_fits(number: int, year: int) -> bool:
    """Whether the Council can have adopted this number in this year."""
    low, high = security_council_ranges().get(year, (1, 0))
    return low <= number <= high


def assembly_session_dates(session: int) -> tuple[datetime.date, datetime.date]:
    """From the opening in September to the day before the next opening, with a fortnight to spare."""
    return datetime.date(1945 + session, 9, 1), datetime.date(1946 + session, 9, 30)


def human_rights_council_year(session: int) -> tuple[int, int, int]:
    """Year, first and last month of a regular session; from the 4th on there are three a year."""
    if session <= SESSIONS_PER_YEAR:
        return 2006, (6, 9, 11)[session - 1], (7, 12, 12)[session - 1]
    year, season = divmod(session - 4, SESSIONS_PER_YEAR)
    closing = (4, 8, 12)[season]
    if session == SUSPENDED_SESSION:
        closing = 7
    return 2007 + year, (2, 5, 9)[season], closing


@cache
def latest_session(organ: str, year: int) -> int:
    """The last session of an organ that can have begun by the end of a year."""
    if organ == "general_assembly":
        return year - 1945
    if organ == "human_rights_council":
        return 3 + SESSIONS_PER_YEAR * max(0, year - 2006)
    if organ in ANNUAL:
        return year - ANNUAL[organ]
    if organ == "habitat_assembly":
        return max((session for session, sat in HABITAT_ASSEMBLY.items() if sat[0][0] <= year), default=0)
    if organ == "environment_assembly":
        held = [session for session, sat in ENVIRONMENT_ASSEMBLY.items() if sat[0][0] <= year]
        # one every other year after the table
        return max(held, default=0) + max(0, year - _LAST_ENVIRONMENT_YEAR) // 2
    return 99
