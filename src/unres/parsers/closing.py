"""The closing: "60th plenary meeting / 20 December 2012", the remark on the vote, and the States that voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.number import read_meeting
from unres.parsers.vote import add_states, read_vote

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Head

_LONGEST_REMARK = 3000
_LONGEST_DATE = 40


def read_closing(paragraph: Paragraph, head: Head, language: Language, *, after_closing: bool) -> bool:
    """Reads the paragraph if it is part of the closing; whether it is."""
    text = paragraph.folded
    fields = (
        _meeting(text, head, language)
        or _vote(text, head, language)
        or (after_closing and (_date(text, head, language) or _states(text, head, language)))
    )
    if not fields:
        return False
    head.lines.append((fields, paragraph))
    return True


def _meeting(text: str, head: Head, language: Language) -> list[str]:
    """«60th plenary meeting 20 December 2012», «الجلسة العامة ٦٠»."""
    match = language.closing.meeting.match(text)
    if match is None:
        return []
    fields = ["meeting_number"]
    number = read_meeting(match, language)
    if number is None:
        return []
    if head.closing_meeting is None:
        head.closing_meeting = number
    if match["rest"] and (dates := find_dates(match["rest"], language.code)):
        head.closed = dates[0]
        fields.append("adopted_on")
    return fields


def _date(text: str, head: Head, language: Language) -> list[str]:
    """The date on a line of its own, behind the meeting."""
    if len(text) > _LONGEST_DATE:
        return []
    dates = find_dates(text, language.code)
    if not dates or dates[0].start > 0 or dates[0].end < len(text.rstrip(".")):
        return []
    head.closed = dates[0]
    return ["adopted_on"]


def _vote(text: str, head: Head, language: Language) -> list[str]:
    """«Adopted at the 259th meeting by 8 votes to none, with 3 abstentions (...)», «[Adopted without a vote.]»."""
    if len(text) > _LONGEST_REMARK or language.closing.remark.match(text) is None:
        return []
    fields = ["vote"]
    if meeting := language.masthead.meeting.search(text):
        number = read_meeting(meeting, language)
        if number is not None:
            head.stated_meeting = number if head.stated_meeting is None else head.stated_meeting
            fields.append("meeting_number")
    if vote := read_vote(text, language):
        head.vote = vote
    return fields


def _states(text: str, head: Head, language: Language) -> list[str]:
    """«In favour: Albania, Algeria, ...»: after the heading, the States on the same line or the next."""
    return ["vote"] if head.vote and add_states(head.vote, text, language) else []
