"""When organs sat, and the numbers that each session or year can have.

The figures are in ``data/``, each file with its source; ``benchmarks/extend_tables.py`` widens them from documents.
Sessions of organs that meet once or thrice a year follow a rule and need no table.
"""

from __future__ import annotations

import datetime
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from unres.un.organs import COMMISSION_ON_HUMAN_RIGHTS, ECOSOC, GENERAL_ASSEMBLY, HUMAN_RIGHTS_COUNCIL, ORGANS

if TYPE_CHECKING:
    from collections.abc import Callable

LATEST_YEAR = 2030
"""No document is younger than this when nothing else is known. A constant: a text is read alike in every year."""
FIRST_SESSION_YEAR = 1945
"""The Assembly's session N opens in the September of this year plus N."""

SESSIONS_PER_YEAR = 3
"""Of the Human Rights Council."""
SUSPENDED_SESSION = 43
"""The Human Rights Council's session of February 2020, suspended in March and closed in June."""
_ASSEMBLY_RAN_TO, _ECOSOC_RAN_TO = 3541, 2140
"""The last numbers with sessions in Roman numerals."""
_MARGIN = 60
"""The first numbers of the Economic and Social Council's sessions are known only roughly."""


def _data(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("unres.un") / "data" / name).read_text(encoding="utf-8"))
    return loaded


@cache
def general_assembly_highest() -> dict[int, int]:
    """The highest number of a resolution seen in each session: lower bounds."""
    return {int(session): number for session, number in _data("general_assembly.json")["highest"].items()}


@cache
def _assembly_seen() -> dict[int, tuple[int, int]]:
    """A low and a high number of each of the first thirty sessions, whose numbers ran on."""
    seen = _data("general_assembly.json")["seen_of_session"]["seen"]
    return {int(session): (low, high) for session, (low, high) in seen.items()}


def roman_fits_assembly(number: int, session: int) -> bool:
    """Whether "number (session)" can be the Assembly's, whose numbers ran on through its first thirty sessions."""
    seen = _assembly_seen()
    if session not in seen:
        return False
    before, behind = seen.get(session - 1, (0, 0))[1], seen.get(session + 1, (_ASSEMBLY_RAN_TO + 1, 0))[0]
    return before < number < behind


def assembly_session_of(number: int) -> int | None:
    """The session of a resolution of the Assembly's first thirty by its number alone; None near a session's ends."""
    return next((session for session, (low, high) in _assembly_seen().items() if low <= number <= high), None)


@cache
def _ecosoc_firsts() -> dict[int, int]:
    table = _data("economic_and_social_council.json")
    return {int(session): number for session, number in table["first_of_session"]["first"].items()}


def roman_fits_ecosoc(number: int, session: int) -> bool:
    """The same for the Economic and Social Council, whose numbers ran on through sixty-three sessions."""
    starts = _ecosoc_firsts()
    if session not in starts:
        return False
    first, behind = starts[session], starts.get(session + 1, _ECOSOC_RAN_TO)
    return first - min(_MARGIN, 10 + first // 10) <= number <= behind + _MARGIN


ROMAN_FITS: dict[str, Callable[[int, int], bool]] = {
    GENERAL_ASSEMBLY: roman_fits_assembly,
    ECOSOC: roman_fits_ecosoc,
}
"""Whether number and session in Roman numerals go together, by organ."""


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


@cache
def _security_council_seen() -> int:
    """The highest number in the table."""
    data = _data("security_council.json")
    highest: int = max(*data["last"].values(), *(high for _, high in data["seen"].values()))
    return highest


def security_council_latest() -> int:
    """No number of the Council can be higher yet."""
    return max(high for _, high in security_council_ranges().values())


def security_council_fits(number: int, year: int) -> bool:
    """Whether the Council can have adopted this number in this year."""
    low, high = security_council_ranges().get(year, (1, 0))
    return low <= number <= high


@cache
def security_council_year(number: int) -> int | None:
    """The year of a resolution of the Council by its number alone; None behind the table, and for no number of it."""
    if number > _security_council_seen():
        return None
    years = [year for year, (low, high) in security_council_ranges().items() if low <= number <= high]
    return years[0] if len(years) == 1 else None


def assembly_session_dates(session: int) -> tuple[datetime.date, datetime.date]:
    """From the opening in September to the day before the next opening, with a fortnight to spare."""
    opens = FIRST_SESSION_YEAR + session
    return datetime.date(opens, 9, 1), datetime.date(opens + 1, 9, 30)


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
    if organ == GENERAL_ASSEMBLY:
        return year - FIRST_SESSION_YEAR
    if organ == HUMAN_RIGHTS_COUNCIL:
        return SESSIONS_PER_YEAR + SESSIONS_PER_YEAR * max(0, year - 2006)
    known = ORGANS.get(organ)
    if known and known.year_before_first is not None:
        return year - known.year_before_first
    if known and known.sat:
        held = [session for session, sat in known.sat.items() if sat[0][0] <= year]
        since = year - max(sat[0][0] for sat in known.sat.values())
        return max(held, default=0) + max(0, since) // known.every
    return 99


def date_fits(organ: str, first: int, date: datetime.date) -> bool | None:
    """Whether this organ sat in its session or year `first` on this day; None where the rule is not known."""
    rule = _DATES.get(organ)
    if rule is not None:
        return rule(first, date)
    known = ORGANS.get(organ)
    if known and known.year_before_first is not None:
        return date.year == known.year_before_first + first
    if known and known.sat:
        sat = known.sat.get(first)
        return None if sat is None and first > max(known.sat) else (date.year, date.month) in (sat or ())
    return None


def years_of(organ: str, first: int) -> tuple[int, ...]:
    """The calendar years of a session; none where the rule is not known."""
    if organ == GENERAL_ASSEMBLY:
        return FIRST_SESSION_YEAR + first, FIRST_SESSION_YEAR + first + 1
    if organ == HUMAN_RIGHTS_COUNCIL and 1 <= first <= latest_session(organ, LATEST_YEAR):
        return (human_rights_council_year(first)[0],)
    return (first,) if organ in ORGANS and ORGANS[organ].by_year else ()


def roman_fits_date(organ: str, date: datetime.date) -> bool:
    """Whether the organ still numbered its sessions in Roman numerals on this day."""
    last = ORGANS[organ].last_roman_year
    return ORGANS[organ].in_roman and (last is None or date.year <= last)


def _assembly_sat(session: int, date: datetime.date) -> bool:
    if not ORGANS[GENERAL_ASSEMBLY].first_pair <= session <= LATEST_YEAR - FIRST_SESSION_YEAR:
        return False
    opening, closing = assembly_session_dates(session)
    return opening <= date <= closing


def _ecosoc_sat(year: int, date: datetime.date) -> bool:
    return date.year == year or (date.year == year - 1 and date.month > 6)  # from the July before


def _council_sat(session: int, date: datetime.date) -> bool:
    if not 1 <= session <= latest_session(HUMAN_RIGHTS_COUNCIL, LATEST_YEAR):
        return False
    year, opening_month, closing_month = human_rights_council_year(session)
    return date.year == year and opening_month <= date.month <= closing_month


_DATES: dict[str, Callable[[int, datetime.date], bool | None]] = {
    GENERAL_ASSEMBLY: _assembly_sat,
    ECOSOC: _ecosoc_sat,
    COMMISSION_ON_HUMAN_RIGHTS: lambda year, date: date.year == year,
    HUMAN_RIGHTS_COUNCIL: _council_sat,
}
