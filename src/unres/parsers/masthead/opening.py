"""What the first sentence of a text says of itself, where no formula stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.masthead.adoption import WINDOW
from unres.parsers.number import read_meeting

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Head

_LONGEST_NAME = 60
"""Between meeting and date of a first sentence stands no more than the organ's name."""


def read_opening(paragraph: Paragraph, head: Head, language: Language, *, anywhere: bool = False) -> None:
    """Reads meeting and date from the first sentence of a decision or statement, which have no formula.

    They stand at its beginning, or `anywhere` in it, as behind an Arabic verb: قررت الجمعية العامة، في جلستها 12.
    «At its 93rd plenary meeting, on 27 June 2019, the General Assembly, ..., decided ...».
    """
    match = language.masthead.opening_meeting.match(paragraph.folded)
    if match is None and anywhere:
        match = language.masthead.meeting.search(paragraph.folded, 0, WINDOW)
    if match is None:
        return
    fields = head.fields
    number = read_meeting(match, language)
    if number is not None:
        fields.setdefault("meeting_number", number)
    for date in find_dates(paragraph.folded[: match.end() + WINDOW], language.code):
        if date.start - match.end() <= _LONGEST_NAME:
            fields.setdefault("adopted_on", date.date)
        return
