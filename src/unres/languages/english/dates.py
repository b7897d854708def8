"""English months: "20 December 2012", "December 20, 2012", "20th day of December, 2012"."""

from __future__ import annotations

import re

from unres.languages.language import Dates

_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
NAMES: dict[str, int] = {name: n for n, name in enumerate(_FULL, 1)}
NAMES |= {name[:3]: n for name, n in NAMES.items()} | {"sept": 9}

_YEAR = r"([12][0-9]{3})(?![0-9])"

# Each alternative begins with a class of few characters, so that the search skips what cannot open a date;
# which words are months is looked up afterwards. Small letters open a month only after the day.
DATE = re.compile(
    rf"""
    ([0-9](?<![0-9][0-9])[0-9]?)        # the day, no part of a longer number; it may be glued to a word before it
      (?:st|nd|rd|th)?(?:\s{{1,2}}day)?(?:\s{{1,2}}of)?
      \s{{0,3}}([A-Za-z]{{3,9}})\.?,?\s{{0,3}}{_YEAR}
    | ([JFMASOND](?<!\w\w)[A-Za-z]{{2,8}})\.?\s{{1,3}}([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}
    """,
    re.VERBOSE,
)

BEHIND = re.compile(
    r",?\s{0,2}(?:\(|(?:of|on|dated|adopted\s(?:on|by\sit\son))\s?)"
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s{1,2}(?P<month>[A-Z][a-z]{2,8})\s?,?\s?(?P<year>[0-9]{4})\)?"
)
"""The date that stands right behind what it dates: "of 20 December 2012"."""


def parts(found: re.Match[str]) -> tuple[int, int, int, bool]:
    """Year, month, day of a match of `DATE`, and False: English names a month once. Month 0 is no month."""
    day, month, year, month_first, day_after, year_after = found.groups()
    if month_first:
        return int(year_after), NAMES.get(month_first.lower(), 0), int(day_after), False
    return int(year), NAMES.get(month.lower(), 0), int(day), False


def parts_behind(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of a match of `BEHIND`. Month 0 is no month."""
    return int(found["year"]), NAMES.get(found["month"].lower(), 0), int(found["day"])


DATES = Dates(names=NAMES, pattern=DATE, parts=parts, behind=BEHIND, parts_behind=parts_behind)
