"""Resolutions cited by their number alone: "Security Council resolution 2334", "القرارين 242 و338", "242 لسنة 1967".

The Security Council and the early General Assembly counted on from year to year, so that the number says the rest. A
number alone is read right behind the word "resolution" only, and in the list that begins there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.references.numbers import Number
from unres.un.sessions import security_council_fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.references.keywords import Keyword

_BETWEEN = (
    r"[\s:،,(“\"”*]{0,4}(?:(?:[Nn]os?\.?|NOs?\.?|[Nn]umbers?|رقم|الأرقام|أرقامها|ذ[وي]\sالرقم)\s{0,2}\(?)?(?:و\s?)?"
    r"(?:section\s[IVXL]+\sof\s)?"
)
ADJACENT = re.compile(_BETWEEN)
"""What may stand between the word "resolution" and its number."""
_LEADS_TO_NUMBER = re.compile(rf"{_BETWEEN}(?=[0-9])")
_ALONE = re.compile(r"[0-9]{1,4}(?![0-9A-Za-zء-ي%٪/])(?!\s?[/–-]\s?[0-9])(?![.,٫٬][0-9])(?!\s?%)")
_OF_YEAR = re.compile(
    r"\s(?:of|لسنة|لعام|سنة|عام|الصادر\s(?:في\s|سنة\s|عام\s){1,2})\s?(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
_NEXT = re.compile(r"\s?[,،]\s?(?:and\s|و\s?)?|\s(?:and|&|or)\s|\s(?:و|أو)\s?")
MOST = 40
"""In one list."""


def find_alone(text: str, keywords: list[Keyword], signed: list[Number]) -> Iterator[tuple[Number, Keyword, int]]:
    """Numbers without a session or a year, the keyword that introduces each, and where its list ends.

    `signed` are the numbers that have one.
    """
    by_start = {number.start: number for number in signed}
    for keyword in keywords:
        if keyword.decision or keyword.present:
            continue
        between = _LEADS_TO_NUMBER.match(text, keyword.end)
        if between is None or (between.end() in by_start and not keyword.plural):
            continue
        at = end = between.end()
        members: list[Number] = []
        for _ in range(MOST if keyword.plural else 1):
            number = by_start.get(at)
            if number is None:
                alone = _ALONE.match(text, at)
                if alone is None:
                    break
                number = _number(text, alone)
                members.append(number)
            end = number.end
            following = _NEXT.match(text, end)
            if following is None:
                break
            at = following.end()
        yield from ((number, keyword, end) for number in members)


def _number(text: str, match: re.Match[str]) -> Number:
    """The number, with the year that words behind it give: "242 لسنة 1967", "1325 of 2000"."""
    first = int(match[0])
    behind = _OF_YEAR.match(text, match.end())
    if behind and security_council_fits(first, int(behind["year"])):
        return Number(match.start(), behind.end(), first, int(behind["year"]), "year")
    return Number(match.start(), match.end(), first, 0, "alone")
