"""Which organ can have adopted what: whether a number fits an organ, and the latest that a document can cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.un import sessions
from unres.un.organs import (
    COMMISSION_ON_HUMAN_RIGHTS,
    ECOSOC,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    REGIONAL,
    SECURITY_COUNCIL,
    TRUSTEESHIP_COUNCIL,
)

if TYPE_CHECKING:
    import datetime

SMALL_SESSIONS = frozenset(
    {HUMAN_RIGHTS_COUNCIL, *(name for name, organ in ORGANS.items() if organ.year_before_first or organ.sat)}
)
"""Organs whose sessions are few and adopt few resolutions."""
BY_YEAR = frozenset(name for name, organ in ORGANS.items() if organ.by_year) - {SECURITY_COUNCIL}
"""Organs whose pair is year/number; all others number by session."""
FIRST_REGULAR_PAIR = ORGANS[GENERAL_ASSEMBLY].first_pair

GA_DECISIONS_FROM = 301
ECOSOC_DECISIONS_FROM = 200
ECOSOC_DECISIONS_BELOW = 400
ECOSOC_DECISIONS_COUNTED_APART = 1980
"""After this year a decision of the Council with a low number is unlikely: decisions have numbers of their own."""
HRC_DECISIONS_FROM = 101
GA_MARGIN = 25
"""How far a session may run over the highest number seen in it before that is no longer merely unlikely."""
OTHER_HIGHEST = 200
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
    sessions.LATEST_YEAR,
    sessions.latest_session(GENERAL_ASSEMBLY, sessions.LATEST_YEAR),
    sessions.latest_session(HUMAN_RIGHTS_COUNCIL, sessions.LATEST_YEAR),
)
"""The latest that any document can cite."""


def limits(date: datetime.date | None, year: int | None, organ: str | None, session: int | None) -> Limits:
    """From what is known of the document; the latest that there can be where nothing is."""
    last = date.year if date else year or sessions.LATEST_YEAR
    # a session opens in September; before that the session of the year before is still open
    assembly = last - 1945 - (1 if date and date.month < 9 else 0)  # September
    council = sessions.latest_session(HUMAN_RIGHTS_COUNCIL, last)
    if session and session >= FIRST_REGULAR_PAIR and organ == GENERAL_ASSEMBLY:  # no special session got so far
        assembly = session
        council = min(council, sessions.latest_session(HUMAN_RIGHTS_COUNCIL, session + 1946))
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
    if organ in REGIONAL:
        return IMPOSSIBLE  # sessions in Roman numerals
    return UNLIKELY if first <= limit.year and number < OTHER_HIGHEST else IMPOSSIBLE


def only_decisions(organ: str | None, number: int) -> bool:
    """Whether only decisions of the organ have numbers so high."""
    if organ == GENERAL_ASSEMBLY:
        return number >= GA_DECISIONS_FROM + 100
    if organ == ECOSOC:
        return number > ECOSOC_DECISIONS_FROM
    return organ == HUMAN_RIGHTS_COUNCIL and number >= HRC_DECISIONS_FROM


def _fits_small(organ: str, first: int, number: int, *, decision: bool, limit: Limits) -> int:
    """Organs whose sessions are few and adopt few resolutions."""
    latest = limit.council if organ == HUMAN_RIGHTS_COUNCIL else sessions.latest_session(organ, limit.year)
    if not 1 <= first <= latest:
        return IMPOSSIBLE
    if decision and organ == HUMAN_RIGHTS_COUNCIL and number < HRC_DECISIONS_FROM:
        return UNLIKELY
    if decision and number >= HRC_DECISIONS_FROM:
        return POSSIBLE if number < HRC_DECISIONS_FROM + 50 else IMPOSSIBLE
    return POSSIBLE if number <= ORGANS[organ].highest else IMPOSSIBLE


def _fits_assembly(session: int, number: int, *, decision: bool, limit: Limits) -> int:
    if not FIRST_REGULAR_PAIR <= session <= limit.assembly:
        return IMPOSSIBLE
    if only_decisions(GENERAL_ASSEMBLY, number) or (decision and number >= GA_DECISIONS_FROM):
        if number > 899:  # no session came near
            return IMPOSSIBLE
        return POSSIBLE if decision else UNLIKELY
    if decision:
        return IMPOSSIBLE  # low numbers are those of conferences of parties, commissions and boards
    highest = sessions.general_assembly_highest().get(session, 350)
    if number <= highest:
        return POSSIBLE
    if number <= highest + GA_MARGIN:
        return UNLIKELY
    return BARELY if number < GA_DECISIONS_FROM else IMPOSSIBLE


def _fits_year(organ: str, year: int, number: int, *, decision: bool, limit: Limits) -> int:
    if organ == COMMISSION_ON_HUMAN_RIGHTS:
        in_range = year in COMMISSION_ON_HUMAN_RIGHTS_YEARS and number <= ORGANS[organ].highest
        return POSSIBLE if in_range else IMPOSSIBLE
    if not ORGANS[ECOSOC].first_pair <= year <= limit.year + 1:
        return IMPOSSIBLE
    if number <= ORGANS[ECOSOC].highest:
        return UNLIKELY if decision and year > ECOSOC_DECISIONS_COUNTED_APART else POSSIBLE
    in_decisions = ECOSOC_DECISIONS_FROM < number < ECOSOC_DECISIONS_BELOW
    return (POSSIBLE if decision else UNLIKELY) if in_decisions else IMPOSSIBLE
