"""The date that stands right behind a number: "of 20 December 2012", "المؤرخ 20 كانون الأول/ديسمبر 2012".

An anchored reader and no search: it is asked at one place and looks no further.
"""

from __future__ import annotations

import datetime

from unres.languages import get_language


def read_date(text: str, at: int, language: str) -> tuple[datetime.date | None, int]:
    """The date at this place and where it ends; (None, at) when there is none.

    Two month names that disagree are read by the second, Gregorian one, as is done for the document's own date.
    """
    dates = get_language(language).dates
    match = dates.behind.match(text, at)
    if match is None:
        return None, at
    year, month, day = dates.parts_behind(match)
    try:
        return datetime.date(year, month, day), match.end()
    except ValueError:  # no month, or a day that it does not have
        return None, at
