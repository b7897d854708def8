"""Which of the two numbers of a pair is the session.

Arabic writes "القرار 67/190" and "القرار 190/67" for the same resolution, often in one document. What decides
is evidence, each piece a weight for one order or the other (natural logarithms of odds, as in a sum of
independent witnesses), strongest first:

1. the date that stands with the pair: the organ sat in that session on that day;
2. hard limits: no session after the document's own, no number far above the highest of its session, a year is a year;
3. the same resolution elsewhere in the document, where its order was certain;
4. the other certain pairs of the same passage, and the ascending order of a list;
5. the document's own number as written beside its symbol;
6. what most certain pairs of the document do, and the kind of source;
7. that recent sessions are cited more often than old ones.

Nothing is turned by default: a pair whose evidence is thin keeps both readings and says so.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.scripts import western_digits
from unres.un import limits, sessions
from unres.un.symbols import last_pair

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from unres.references.passages import Context

# weights, as logarithms of odds
DATE = 7.0
DATE_BY_A_YEAR = 2.0
"""The two numbers are neighbouring sessions: a date that is a year off, as misprints are, would decide wrongly.

It counts no more than this where all certain pairs of the document agree."""
DATE_UNKNOWN = 4.0
"""One order fits the date, of the other nothing is known."""
LIMIT = 9.0
UNLIKELY = 2.2
FIT = {limits.BARELY: -LIMIT, limits.UNLIKELY: -UNLIKELY, limits.POSSIBLE: 0.0}
"""What an order loses by how ill its number fits."""
KNOWN = 4.0
PASSAGE = 2.4
LIST = 2.0
OWN_NUMBER = 1.6
DOCUMENT = 2.1
"""All that is true of the whole document counts no more than this: single passages keep another order."""
UNANIMOUS, WITNESSES = 2.9, 4
"""And no more than this where that many certain pairs all agree."""
SOURCE = 0.8
LAST_COMMON_PART, LAST_OMNIBUS = "F", 54
RECENT, OLD, RECENT_YEARS = 0.02, 0.07, 16
"""How much less often a session is cited for each year of its age, to 16 years and beyond (counted on the corpus)."""
LATE = 0.6
"""Confidence of a resolution that is later than the document."""
GUESSED_ORGAN = 0.85
"""Confidence of a reading whose organ nothing names, or whose number is higher than seen."""
CERTAIN = 4.0
"""A pair whose own evidence reaches this is a witness for others."""


@dataclass(slots=True)
class Reading:
    """One of the two ways to read a pair."""

    organ: str | None
    first: int
    number: int
    fit: int

    @property
    def key(self) -> tuple[str | None, int, int]:
        """What is cited, whether it has a symbol or not."""
        return self.organ, self.first, self.number


@dataclass(slots=True)
class Pair:
    """A bare pair of numbers that is a resolution or a decision."""

    first: int
    second: int
    candidates: tuple[str, ...]
    """Organs that may be meant, the likeliest first."""
    sure_organs: int
    """How many of the candidates the text itself names."""
    stated: frozenset[str]
    """The organ that the text states with this number, where it does."""
    named: frozenset[str]
    """Further organs that the passage names."""
    decision: bool
    turnable: bool
    """False where the language never turns pairs."""
    passage: int
    group: int
    """Pairs of one list share a number."""
    adjacent: bool = False
    """The word "resolution" stands right before it."""
    part: str = ""
    """The letter of its part."""
    dated_out: bool = False
    """The other order is possible but for the date."""
    late: bool = False
    """Later than the document can cite."""
    date: datetime.date | None = None
    direct: Reading | None = None
    turned: Reading | None = None
    score: float = 0.0
    """Above 0: as written; below 0: turned."""
    own_score: float = 0.0
    held_back: float = 0.0
    """What the date says beyond what it counts against all other pairs of the document."""
    because: list[str] = field(default_factory=list)

    @property
    def chosen(self) -> Reading | None:
        """The reading that the evidence favours."""
        return self.direct if self.score >= 0 and self.direct else self.turned or self.direct

    @property
    def other(self) -> Reading | None:
        """The reading that was not chosen, where it is possible at all."""
        return self.turned if self.chosen is self.direct else self.direct

    @property
    def confidence(self) -> float:
        """How sure the choice is."""
        sure = 1 / (1 + math.exp(-abs(self.score))) if self.turnable else 1.0
        chosen = self.chosen
        if self.late:
            return min(sure, LATE)
        if chosen and (chosen.fit < limits.POSSIBLE or chosen.organ not in self.candidates[: self.sure_organs]):
            return min(sure, GUESSED_ORGAN)
        return sure


def read(pair: Pair, first: int, number: int, limit: limits.Limits) -> Reading | None:
    """The likeliest organ for this order, or None when no organ can have such a number.

    A date that fits outweighs everything; an organ that only the situation suggests needs one, or no rival.
    """
    best: Reading | None = None
    best_rank = (0, 0, 0)
    for place, organ in enumerate(pair.candidates):
        fit = limits.fits(organ, first, number, decision=pair.decision, limit=limit)
        if fit == limits.IMPOSSIBLE:
            continue
        dated = sessions.date_fits(organ, first, pair.date) if pair.date else None
        fallback = place >= pair.sure_organs
        if fallback and not dated and organ not in pair.named:
            continue
        if dated is False and organ not in pair.stated and not _may_be_slip(organ, first, pair.date):
            continue
        rank = (2 if dated else 0 if dated is False else 1, 0 if fallback else 1, fit)
        if best is None or rank > best_rank:
            best, best_rank = Reading(organ, first, number, fit), rank
    return best


def _possible(pair: Pair, first: int, number: int, limit: limits.Limits) -> bool:
    """Whether an organ that needs no date can have such a number."""
    likely = [organ for at, organ in enumerate(pair.candidates) if at < pair.sure_organs or organ in pair.named]
    return any(limits.fits(organ, first, number, decision=pair.decision, limit=limit) for organ in likely)


def _may_be_slip(organ: str, first: int, date: datetime.date | None) -> bool:
    """Whether the date would fit a year earlier or later, as slips in dates do; else it is of another organ."""
    if date is None or date.year in sessions.years_of(organ, first):
        return True
    day = min(date.day, 28)  # 29 February has no neighbour
    return any(sessions.date_fits(organ, first, date.replace(year=date.year + way, day=day)) for way in (-1, 1))


def decide(pairs: Sequence[Pair], context: Context, limit: limits.Limits) -> None:
    """Gives every pair its readings, its score and what decided it."""
    for pair in pairs:
        pair.direct = read(pair, pair.first, pair.second, limit)
        pair.turned = read(pair, pair.second, pair.first, limit) if pair.turnable else None
        if pair.turnable and pair.date and (pair.direct is None) != (pair.turned is None):
            first, number = (pair.second, pair.first) if pair.direct else (pair.first, pair.second)
            pair.dated_out = _possible(pair, first, number, limit)
        if pair.direct is None and pair.turned is None and pair.adjacent:
            # called a resolution, but later than the document: then what is known of the document may be wrong
            pair.direct = read(pair, pair.first, pair.second, limits.LATEST)
            pair.turned = read(pair, pair.second, pair.first, limits.LATEST) if pair.turnable else None
            pair.late = True
        _own_evidence(pair)
    votes = Counter(_sign(pair.own_score) for pair in pairs if _is_certain(pair))
    if sum(votes.values()) < WITNESSES or len(votes) > 1:
        for pair in pairs:
            pair.score += pair.held_back
            pair.own_score = pair.score
    open_pairs = [pair for pair in pairs if abs(pair.score) < CERTAIN and pair.direct and pair.turned]
    if open_pairs:
        _shared_evidence(pairs, open_pairs, context, limit)


def _own_evidence(pair: Pair) -> None:
    """What the pair itself says: its date, and what its numbers can be."""
    direct, turned = pair.direct, pair.turned
    if direct is None and turned is None:
        return
    if turned is None or direct is None:
        pair.score = LIMIT if direct else -LIMIT
        if pair.turnable:
            pair.because.append("date fits" if pair.dated_out else "only possible order")
    elif direct.key == turned.key:
        pair.score = LIMIT
    else:
        _date_evidence(pair, direct, turned)
        if direct.fit != turned.fit:
            pair.score += FIT[direct.fit] - FIT[turned.fit]
            pair.because.append("number fits the session")
        ranks = [pair.candidates.index(reading.organ or "") >= pair.sure_organs for reading in (direct, turned)]
        if ranks[0] != ranks[1] and pair.sure_organs:
            # the organ that the text names can have only one of the two
            pair.score += UNLIKELY * 2 * (ranks[1] - ranks[0])
            pair.because.append("fits the organ named")
        if pair.part > LAST_COMMON_PART:
            # only the omnibus resolutions of the older sessions had so many parts
            pair.score += UNLIKELY * ((turned.first > LAST_OMNIBUS) - (direct.first > LAST_OMNIBUS))
            pair.because.append("sessions with so many parts")
    pair.own_score = pair.score


def _date_evidence(pair: Pair, direct: Reading, turned: Reading) -> None:
    """Which of the two sessions sat on the date that stands with the pair."""
    if pair.date is None:
        return
    date = pair.date
    fits = [r.organ is not None and sessions.date_fits(r.organ, r.first, date) for r in (direct, turned)]
    if (fits[0] is True) == (fits[1] is True):
        return
    weight, way = DATE if False in fits else DATE_UNKNOWN, 1 if fits[0] else -1
    if abs(direct.first - turned.first) == 1:
        pair.held_back = way * (weight - DATE_BY_A_YEAR)
        weight = DATE_BY_A_YEAR
    pair.score += way * weight
    pair.because.append("date fits")


def _is_certain(pair: Pair) -> bool:
    """Whether its own evidence makes it a witness for others."""
    return pair.turnable and abs(pair.own_score) >= CERTAIN and pair.first != pair.second


def _recency(session: int, limit: limits.Limits) -> float:
    """The logarithm of how often a session of this age is cited."""
    age = max(0, limit.assembly - session)
    return -RECENT * min(age, RECENT_YEARS) - OLD * max(0, age - RECENT_YEARS)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _shared_evidence(pairs: Sequence[Pair], open_pairs: Sequence[Pair], context: Context, limit: limits.Limits) -> None:
    """What the rest of the document says."""
    certain = [pair for pair in pairs if _is_certain(pair)]
    known = Counter(pair.chosen.key for pair in certain if pair.chosen)
    by_passage: Counter[int] = Counter()
    votes = {1: 0, -1: 0}
    for pair in certain:
        way = _sign(pair.own_score)
        by_passage[pair.passage] += way
        votes[way] += 1
    own = _own_number_order(context)
    base = 1.2 * math.log((votes[1] + 0.5) / (votes[-1] + 0.5)) + OWN_NUMBER * own
    if context.source_is_page is not None:
        base += -SOURCE if context.source_is_page else SOURCE
    cap = UNANIMOUS if sum(votes.values()) >= WITNESSES and 0 in votes.values() else DOCUMENT
    base = max(-cap, min(cap, base))
    for pair in open_pairs:
        direct, turned = pair.direct, pair.turned
        if direct is None or turned is None:
            continue
        in_known = (direct.key in known) - (turned.key in known)
        if in_known:
            pair.score += KNOWN * in_known
            pair.because.append("the same resolution elsewhere")
        here = by_passage[pair.passage]
        if here:
            pair.score += PASSAGE * max(-2, min(2, here)) * 0.75
            pair.because.append("others of the passage")
        pair.score += base
        if own:
            pair.because.append("own number")
        if votes[1] or votes[-1]:
            pair.because.append("most pairs of the document")
        if direct.organ == turned.organ:
            pair.score += _recency(direct.first, limit) - _recency(turned.first, limit)
    _list_evidence(pairs)


def _list_evidence(pairs: Sequence[Pair]) -> None:
    """Lists run in ascending order: an open pair between certain ones fits in one way only."""
    groups: dict[int, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.group, []).append(pair)
    for group in groups.values():
        if len(group) == 1:
            continue
        lows = _certain_before(group)
        highs = _certain_before(group[::-1])[::-1]
        for pair, low, high in zip(group, lows, highs, strict=True):
            if abs(pair.own_score) >= CERTAIN or not pair.direct or not pair.turned or low is high is None:
                continue
            inside = [
                (low is None or low <= reading.first) and (high is None or reading.first <= high)
                for reading in (pair.direct, pair.turned)
            ]
            if inside[0] != inside[1]:
                pair.score += LIST if inside[0] else -LIST
                pair.because.append("order of the list")


def _certain_before(group: Sequence[Pair]) -> list[int | None]:
    """For each pair the session of the certain pair before it."""
    out: list[int | None] = []
    last: int | None = None
    for pair in group:
        out.append(last)
        if abs(pair.own_score) >= CERTAIN and pair.chosen:
            last = pair.chosen.first
    return out


def _own_number_order(context: Context) -> int:
    """1 when the document's own number stands as in its symbol, -1 when it is turned, 0 when nothing says."""
    written, symbol = context.own_number_as_written, context.symbol
    if not written or not symbol:
        return 0
    tail = last_pair(symbol)
    pair = last_pair(western_digits(written))
    if not tail or not pair or tail[0] == tail[1]:
        return 0
    return 1 if pair == tail else -1 if pair == tail[::-1] else 0
