"""Resolutions cited in one list: the date of one is that of the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.references.dates import read_date
from unres.un.sessions import date_fits

if TYPE_CHECKING:
    import datetime

    from unres.references.cited import Cited

ONLY_AND = re.compile(r"\s*(?:,|،)?\s*(?:and|و)?\s*$")
# no number and no passage's end between the list and its date
_DATE_OF_LIST = re.compile(r"(?<=،\s)المؤرخ(?:ين|ان|تين|تان|ة)\s(?=[0-9])")
REACH_OF_LIST = 220


def share_dates(cited: list[Cited], text: str) -> None:
    """As in “69/252 and 69/253 of 29 December 2014”: the date is that of both."""
    for at in range(len(cited) - 2, -1, -1):
        item, after = cited[at], cited[at + 1]
        if item.date or not after.date or item.group != after.group or item.number.form != after.number.form:
            continue
        if ONLY_AND.match(text, item.number.end, after.number.start) is None:
            continue
        pair, next_pair = item.number, after.number
        shares = pair.first == next_pair.first or pair.second == next_pair.second or pair.form == "roman"
        if shares and _can_be_of(item, after.date):
            item.date = after.date


def _can_be_of(item: Cited, date: datetime.date) -> bool:
    """Whether one of the organs that may be meant sat on this day in a session that the pair may name."""
    pair = item.pair
    if pair is None:
        return True
    sessions = (pair.first, pair.second) if pair.turnable else (pair.first,)
    return any(date_fits(organ, session, date) for organ in pair.candidates for session in sessions)


def share_list_dates(cited: list[Cited], text: str) -> None:
    """As in “القرارين 5/1 بشأن … و 5/2 بشأن …، المؤرخين 18 …”: a date in dual or plural is that of the list."""
    for place, item in enumerate(cited):
        at = place
        last_of_group = at + 1 == len(cited) or cited[at + 1].group != item.group
        if item.language != "ar" or item.date or not last_of_group or at == 0:
            continue
        behind = _DATE_OF_LIST.search(text, item.end, min(len(text), item.end + REACH_OF_LIST))
        date = read_date(text, behind.start(), "ar")[0] if behind else None
        if date is None:
            continue
        while at >= 0 and cited[at].group == item.group and cited[at].date is None:
            cited[at].date = date
            at -= 1
