"""Which organ can have adopted what: whether a number fits an organ, and a date a number."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from unres.references import tables

GENERAL_ASSEMBLY = "general_assembly"
SECURITY_COUNCIL = "security_council"
ECOSOC = "economic_and_social_council"
HUMAN_RIGHTS_COUNCIL = "human_rights_council"
COMMISSION_ON_HUMAN_RIGHTS = "commission_on_human_rights"
ENVIRONMENT_ASSEMBLY = "environment_assembly"
OTHER = "other"

BY_YEAR = {ECOSOC, COMMISSION_ON_HUMAN_RIGHTS}
"""Organs whose pair is year/number; all others number by session."""

SMALL_SESSIONS = frozenset(tables.ANNUAL) | {HUMAN_RIGHTS_COUNCIL, ENVIRONMENT_ASSEMBLY, "habitat_assembly", "forum_on_forests"}

GA_DECISIONS_FROM = 301
ECOSOC_DECISIONS_FROM = 200
HRC_DECISIONS_FROM = 101
GA_MARGIN = 25
"""How far a session may run over the highest number seen in it before that is no longer merely unlikely."""
HRC_HIGHEST = 45
COMMISSION_HIGHEST = 30
UNEA_HIGHEST = 40
ECOSOC_HIGHEST = 120
COMMISSION_ON_HUMAN_RIGHTS_YEARS = range(1978, 2007)

IMPOSSIBLE, UNLIKELY, POSSIBLE = 0, 1, 2


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
    if session and organ == GENERAL_ASSEMBLY:
        assembly = session
        council = min(council, tables.latest_session(HUMAN_RIGHTS_COUNCIL, session + 1946))
        last = min(last, session + 1946)
    elif session and organ == HUMAN_RIGHTS_COUNCIL:
        council = session
    return Limits(last, assembly, council)


def fits(organ: str, first: int, number: int, *, decision: bool, limit: Limits) -> int:
    """Whether "first/number" can be a resolution or decision of this organ: IMPOSSIBLE, UNLIKELY or POSSIBLE."""
    if number < 1:
        return IMPOSSIBLE
    if organ == GENERAL_ASSEMBLY:
        return _fits_assembly(first, number, decision=decision, limit=limit)
    if organ in BY_YEAR:
        return _fits_year(organ, first, number, decision=decision, limit=limit)
    if organ == HUMAN_RIGHTS_COUNCIL:
        if not 1 <= first <= limit.council:
            return IMPOSSIBLE
        if number >= HRC_DECISIONS_FROM:
            return POSSIBLE if decision and number < HRC_DECISIONS_FROM + 50 else IMPOSSIBLE
        if decision:
            return UNLIKELY
        return POSSIBLE if number <= HRC_HIGHEST else IMPOSSIBLE
    if organ == ENVIRONMENT_ASSEMBLY:
        return POSSIBLE if 1 <= first <= tables.latest_session(organ, limit.year) and number <= UNEA_HIGHEST else IMPOSSIBLE
    if organ in tables.ANNUAL:
        latest = tables.latest_session(organ, limit.year)
        if not 1 <= first <= latest:
            return IMPOSSIBLE
        return POSSIBLE if number <= COMMISSION_HIGHEST or (decision and number < 150) else IMPOSSIBLE  # noqa: PLR2004
    if organ == SECURITY_COUNCIL:
        return IMPOSSIBLE
    return UNLIKELY if first <= limit.year and number < 200 else IMPOSSIBLE  # noqa: PLR2004


def _fits_assembly(session: int, number: int, *, decision: bool, limit: Limits) -> int:
    if not tables.FIRST_REGULAR_PAIR <= session <= limit.assembly:
        return IMPOSSIBLE
    if number >= GA_DECISIONS_FROM + 100 or (decision and number >= GA_DECISIONS_FROM):
        if number > 899:  # noqa: PLR2004 - no session came near
            return IMPOSSIBLE
        return POSSIBLE if decision else UNLIKELY
    highest = tables.general_assembly_highest().get(session, 350)
    if number <= highest:
        return UNLIKELY if decision and session > 40 else POSSIBLE  # noqa: PLR2004
    return UNLIKELY if number <= highest + GA_MARGIN else IMPOSSIBLE


def _fits_year(organ: str, year: int, number: int, *, decision: bool, limit: Limits) -> int:
    if organ == COMMISSION_ON_HUMAN_RIGHTS:
        return POSSIBLE if year in COMMISSION_ON_HUMAN_RIGHTS_YEARS and number < 200 else IMPOSSIBLE  # noqa: PLR2004
    if not tables.FIRST_ECOSOC_PAIR <= year <= limit.year + 1:
        return IMPOSSIBLE
    if number <= ECOSOC_HIGHEST:
        return UNLIKELY if decision and year > 1980 else POSSIBLE  # noqa: PLR2004
    return (POSSIBLE if decision else UNLIKELY) if ECOSOC_DECISIONS_FROM < number < 400 else IMPOSSIBLE  # noqa: PLR2004


def date_fits(organ: str, first: int, date: datetime.date) -> bool | None:
    """Whether this organ sat in its session or year `first` on this day; None where the rule is not known."""
    if organ == GENERAL_ASSEMBLY:
        if not tables.FIRST_REGULAR_PAIR <= first < 200:  # noqa: PLR2004
            return False
        opening, closing = tables.assembly_session_dates(first)
        return opening <= date <= closing
    if organ == ECOSOC:
        # a session of the Council may open in the July before its year
        return date.year == first or (date.year == first - 1 and date.month > 6)  # noqa: PLR2004
    if organ == COMMISSION_ON_HUMAN_RIGHTS:
        return date.year == first
    if organ == HUMAN_RIGHTS_COUNCIL:
        if first > 300:  # noqa: PLR2004
            return False
        year, opening_month, closing_month = tables.human_rights_council_year(first)
        return date.year == year and opening_month <= date.month <= closing_month
    if organ == ENVIRONMENT_ASSEMBLY:
        return date.year in tables.ENVIRONMENT_ASSEMBLY.get(first, ()) if first in tables.ENVIRONMENT_ASSEMBLY else None
    if organ in tables.ANNUAL:
        return date.year == tables.ANNUAL[organ] + first
    return None
