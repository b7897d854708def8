"""Which organ can have adopted what: whether a number fits an organ, and a date a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.references import tables

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

GENERAL_ASSEMBLY = "general_assembly"
SECURITY_COUNCIL = "security_council"
ECOSOC = "economic_and_social_council"
HUMAN_RIGHTS_COUNCIL = "human_rights_council"
COMMISSION_ON_HUMAN_RIGHTS = "commission_on_human_rights"
ENVIRONMENT_ASSEMBLY = "environment_assembly"
TRUSTEESHIP_COUNCIL = "trusteeship_council"
HABITAT_ASSEMBLY = "habitat_assembly"
SMALL_SESSIONS = frozenset(tables.ANNUAL) | {HUMAN_RIGHTS_COUNCIL, ENVIRONMENT_ASSEMBLY, HABITAT_ASSEMBLY}
OTHER = "other"

BY_YEAR = {ECOSOC, COMMISSION_ON_HUMAN_RIGHTS}
"""Organs whose pair is year/number; all others number by session."""


GA_DECISIONS_FROM = 301
ECOSOC_DECISIONS_FROM = 200
ECOSOC_DECISIONS_BELOW = 400
ECOSOC_DECISIONS_COUNTED_APART = 1980
"""After this year a decision of the Council with a low number is unlikely: decisions have numbers of their own."""
HRC_DECISIONS_FROM = 101
GA_MARGIN = 25
"""How far a session may run over the highest number seen in it before that is no longer merely unlikely."""
HIGHEST = {HUMAN_RIGHTS_COUNCIL: 45, ENVIRONMENT_ASSEMBLY: 40, HABITAT_ASSEMBLY: 40}
COMMISSION_HIGHEST = 30
OTHER_HIGHEST = 200
ECOSOC_HIGHEST = 120
COMMISSION_ON_HUMAN_RIGHTS_BELOW = 200
COMMISSION_ON_HUMAN_RIGHTS_YEARS = range(1978, 2007)

IMPOSSIBLE, BARELY, UNLIKELY, POSSIBLE = range(4)


@dataclass(slots=True, frozen=True)
class Limits:
    """The latest that a document can cite."""

    year: int
    assembly: int
    """Session of the General Assembly."""
    council: int
    """Session of the Human Rights Council."""


LATEST = Limits(
    tables.LATEST_YEAR, tables.LATEST_YEAR - 1945, tables.latest_session(HUMAN_RIGHTS_COUNCIL, tables.LATEST_YEAR)
)
"""The latest that any document can cite today."""


def limits(date: datetime.date | None, year: int | None, organ: str | None, session: int | None) -> Limits:
    """From what is known of the document; the calendar where nothing is."""
    last = date.year if date else year or tables.LATEST_YEAR
    # a session opens in September; before that the session of the year before is still open
    assembly = last - 1945 - (1 if date and date.month < 9 else 0)  # noqa: PLR2004 - September
    council = tables.latest_session(HUMAN_RIGHTS_COUNCIL, last)
    if session and session >= tables.FIRST_REGULAR_PAIR and organ == GENERAL_ASSEMBLY:  # no special session got so far
        assembly = session
        council = min(council, tables.latest_session(HUMAN_RIGHTS_COUNCIL, session + 1946))
        last = min(last, session + 1946)
    elif session and organ == HUMAN_RIGHTS_COUNCIL:
        council = session
    return Limits(last, assembly, council)


def fits(organ: str, first: int, number: int, *, decision: bool, limit: Limits) -> int:
    """Whether "first/number" can be a resolution or decision of this organ: IMPOSSIBLE, BARELY, UNLIKELY, POSSIBLE."""
    if number < 1 or organ in {SECURITY_COUNCIL, TRUSTEESHIP_COUNCIL}:
        return IMPOSSIBLE
    if organ in BY_YEAR:
        return _fits_year(organ, first, number, decision=decision, limit=limit)
    if organ in SMALL_SESSIONS:
        return _fits_small(organ, first, number, decision=decision, limit=limit)
    if organ == GENERAL_ASSEMBLY:
        return _fits_assembly(first, number, decision=decision, limit=limit)
    return UNLIKELY if first <= limit.year and number < OTHER_HIGHEST else IMPOSSIBLE


def _fits_small(organ: str, first: int, number: int, *, decision: bool, limit: Limits) -> int:
    """Organs whose sessions are few and adopt few resolutions."""
    latest = limit.council if organ == HUMAN_RIGHTS_COUNCIL else tables.latest_session(organ, limit.year)
    if not 1 <= first <= latest:
        return IMPOSSIBLE
    if decision and organ == HUMAN_RIGHTS_COUNCIL and number < HRC_DECISIONS_FROM:
        return UNLIKELY
    if decision and number >= HRC_DECISIONS_FROM:
        return POSSIBLE if number < HRC_DECISIONS_FROM + 50 else IMPOSSIBLE
    return POSSIBLE if number <= HIGHEST.get(organ, COMMISSION_HIGHEST) else IMPOSSIBLE


def _fits_assembly(session: int, number: int, *, decision: bool, limit: Limits) -> int:
    if not tables.FIRST_REGULAR_PAIR <= session <= limit.assembly:
        return IMPOSSIBLE
    if number >= GA_DECISIONS_FROM + 100 or (decision and number >= GA_DECISIONS_FROM):
        if number > 899:  # noqa: PLR2004 - no session came near
            return IMPOSSIBLE
        return POSSIBLE if decision else UNLIKELY
    highest = tables.general_assembly_highest().get(session, 350)
    if number <= highest:
        return UNLIKELY if decision else POSSIBLE
    if number <= highest + GA_MARGIN:
        return UNLIKELY
    return BARELY if number < GA_DECISIONS_FROM else IMPOSSIBLE


def _fits_year(organ: str, year: int, number: int, *, decision: bool, limit: Limits) -> int:
    if organ == COMMISSION_ON_HUMAN_RIGHTS:
        in_range = year in COMMISSION_ON_HUMAN_RIGHTS_YEARS and number < COMMISSION_ON_HUMAN_RIGHTS_BELOW
        return POSSIBLE if in_range else IMPOSSIBLE
    if not tables.FIRST_ECOSOC_PAIR <= year <= limit.year + 1:
        return IMPOSSIBLE
    if number <= ECOSOC_HIGHEST:
        return UNLIKELY if decision and year > ECOSOC_DECISIONS_COUNTED_APART else POSSIBLE
    in_decisions = ECOSOC_DECISIONS_FROM < number < ECOSOC_DECISIONS_BELOW
    return (POSSIBLE if decision else UNLIKELY) if in_decisions else IMPOSSIBLE


def date_fits(organ: str, first: int, date: datetime.date) -> bool | None:
    """Whether this organ sat in its session or year `first` on this day; None where the rule is not known."""
    rule = _DATES.get(organ)
    if rule is not None:
        return rule(first, date)
    return date.year == tables.ANNUAL[organ] + first if organ in tables.ANNUAL else None


def years_of(organ: str, first: int) -> tuple[int, ...]:
    """The calendar years of a session; none where the rule is not known."""
    if organ == GENERAL_ASSEMBLY:
        return 1945 + first, 1946 + first
    if organ == HUMAN_RIGHTS_COUNCIL and 1 <= first <= LATEST.council:
        return (tables.human_rights_council_year(first)[0],)
    return (first,) if organ in BY_YEAR else ()


def _assembly_sat(session: int, date: datetime.date) -> bool:
    if not tables.FIRST_REGULAR_PAIR <= session <= LATEST.assembly:
        return False
    opening, closing = tables.assembly_session_dates(session)
    return opening <= date <= closing


def _ecosoc_sat(year: int, date: datetime.date) -> bool:
    return date.year == year or (date.year == year - 1 and date.month > 6)  # noqa: PLR2004 - from the July before


def _council_sat(session: int, date: datetime.date) -> bool:
    if not 1 <= session <= LATEST.council:
        return False
    year, opening_month, closing_month = tables.human_rights_council_year(session)
    return date.year == year and opening_month <= date.month <= closing_month


def _environment_sat(session: int, date: datetime.date) -> bool | None:
    sat = tables.ENVIRONMENT_ASSEMBLY.get(session)
    return None if sat is None else (date.year, date.month) in sat


def _habitat_sat(session: int, date: datetime.date) -> bool:
    return (date.year, date.month) in tables.HABITAT_ASSEMBLY.get(session, ())


_DATES: dict[str, Callable[[int, datetime.date], bool | None]] = {
    GENERAL_ASSEMBLY: _assembly_sat,
    ECOSOC: _ecosoc_sat,
    COMMISSION_ON_HUMAN_RIGHTS: lambda year, date: date.year == year,
    HUMAN_RIGHTS_COUNCIL: _council_sat,
    ENVIRONMENT_ASSEMBLY: _environment_sat,
    HABITAT_ASSEMBLY: _habitat_sat,
}
