"""Arabic months, which the UN names twice: "20 كانون الأول/ديسمبر 2012". Either name may stand alone."""

from __future__ import annotations

import re

from unres.languages.language import Dates
from unres.scripts import bare

_LEVANTINE = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
)  # fmt: skip
# Spellings of one month are parted by a comma; the later ones are those of the Maghreb.
_GREGORIAN = (
    "يناير,جانفي|فبراير,فيفري|مارس|أبريل,إبريل,أفريل|مايو,ماي|يونيه,يونيو,يونية,جوان|يوليه,يوليو,يولية,يوليوز,جويلية"
    "|أغسطس,أغسطوس,غشت,أوت|سبتمبر,شتنبر|أكتوبر|نوفمبر,نونبر|ديسمبر,دجنبر"
)


def _by_name(months: str) -> dict[str, int]:
    return {bare(name): n for n, names in enumerate(months.split("|"), 1) for name in names.split(",")}


LEVANTINE: dict[str, int] = _by_name(_LEVANTINE)
"""The names that stand first."""
GREGORIAN: dict[str, int] = _by_name(_GREGORIAN)
"""The names that stand second, and decide where the two disagree."""
NAMES: dict[str, int] = LEVANTINE | GREGORIAN

_WORD = "[\u0621-\u063a\u0641-\u0652]{2,12}"
_NAME = rf"{_WORD}(?:\s{{1,3}}ال{_WORD})?"

# Begins with a digit, so that the search skips all else; which words are months is looked up afterwards.
DATE = re.compile(
    rf"""
    ([0-9](?<![0-9][0-9])[0-9]?)\s{{0,3}}                    # the day, no part of a longer number
    ({_NAME})(?:\s{{0,3}}[/\\]\s{{0,3}}({_NAME}))?              # one name or two
    (?:\s{{0,2}}[،,])?(?:\s{{1,3}}من)?(?:\s{{1,3}}(?:ال)?(?:عام|سنة))?
    \s{{0,3}}([12][0-9]{{3}})(?![0-9])
    """,
    re.VERBOSE,
)

BEHIND = re.compile(
    r"\s{0,2}[،,]?\s{0,2}\(?"
    r"(?:و?(?:المؤرخ|الصادر|المتخذ|المعتمد|المعقود)(?:ة|ين|ان|تين|تان|ات)?\s{1,2}(?:في\s{1,2})?|في\s{1,2}|بتاريخ\s{1,2})"
    r"(?P<day>[0-9]{1,2})\s{0,2}(?P<month>[ء-ي]{2,6}(?:\s(?:الأول|الاول|الثاني))?)"
    r"(?:\s?/\s?(?P<second>[ء-ي]{3,6}))?\s{0,2}(?P<year>[0-9]{4})\)?"
)
"""The date that stands right behind what it dates: "المؤرخ 20 كانون الأول/ديسمبر 2012"."""


def parts(found: re.Match[str]) -> tuple[int, int, int, bool]:
    """Year, month, day of a match of `DATE`, and whether its two names are of different months. Month 0 is no month."""
    day, first, second, year = found.groups()
    month = NAMES.get(bare(first), 0)
    if second is None:
        return int(year), month, int(day), False
    other = NAMES.get(bare(second), 0)
    disagree = month != other and month > 0 and other > 0
    if bare(first) in GREGORIAN and bare(second) in LEVANTINE:  # the two names in turned order
        other, month = month, other
    return int(year), other or month, int(day), disagree


def parts_behind(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of a match of `BEHIND`. Month 0 is no month; of two names that disagree the second decides."""
    month = NAMES.get(bare(found["second"] or "")) or NAMES.get(bare(found["month"]), 0)
    return int(found["year"]), month, int(found["day"])


DATES = Dates(names=NAMES, pattern=DATE, parts=parts, behind=BEHIND, parts_behind=parts_behind)
