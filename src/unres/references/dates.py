"""The date that stands right behind a number: "of 20 December 2012", "المؤرخ 20 كانون الأول/ديسمبر 2012".

An anchored reader and no search: it is asked at one place and looks no further.
"""

from __future__ import annotations

import datetime
import re

from unres.languages.arabic.letters import bare
from unres.languages.arabic.months import NAMES as ARABIC_MONTHS
from unres.languages.english.months import NAMES as ENGLISH_MONTHS

ENGLISH = re.compile(
    r",?\s{0,2}(?:\(|(?:of|on|dated|adopted\s(?:on|by\sit\son))\s?)"
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s{1,2}(?P<month>[A-Z][a-z]{2,8})\s?,?\s?(?P<year>[0-9]{4})\)?"
)
ARABIC = re.compile(
    r"\s{0,2}[،,]?\s{0,2}\(?"
    r"(?:و?(?:المؤرخ|الصادر|المتخذ|المعتمد|المعقود)(?:ة|ين|ان|تين|تان|ات)?\s{1,2}(?:في\s{1,2})?|في\s{1,2}|بتاريخ\s{1,2})"
    r"(?P<day>[0-9]{1,2})\s{0,2}(?P<month>[ء-ي]{2,6}(?:\s(?:الأول|الاول|الثاني))?)"
    r"(?:\s?/\s?(?P<second>[ء-ي]{3,6}))?\s{0,2}(?P<year>[0-9]{4})\)?"
)


def read_date(text: str, at: int, language: str) -> tuple[datetime.date | None, int]:
    """The date at this place and where it ends; (None, at) when there is none.

    Two month names that disagree are read by the second, Gregorian one, as is done for the document's own date.
    """
    match = (ARABIC if language == "ar" else ENGLISH).match(text, at)
    if match is None:
        return None, at
    if language == "ar":
        month = ARABIC_MONTHS.get(bare(match["second"] or "")) or ARABIC_MONTHS.get(
            bare(" ".join(match["month"].split()))
        )
    else:
        month = ENGLISH_MONTHS.get(match["month"].lower())
    if month is None:
        return None, at
    try:
        return datetime.date(int(match["year"]), month, int(match["day"])), match.end()
    except ValueError:
        return None, at
