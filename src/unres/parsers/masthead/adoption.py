"""When and at which meeting the text was adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.number import read_meeting

if TYPE_CHECKING:
    from unres.models.vocabulary import Organ
    from unres.parsers.masthead.lines import Masthead

WINDOW = 260
"""A remark of adoption with its meeting and date is shorter than this."""


def read_adoption(m: Masthead) -> None:
    """«Resolution adopted by the General Assembly on 20 December 2012», with the meeting where it is named."""
    if m.head.status == "draft":  # the subject of its agenda item may speak of what was adopted
        return
    remarks = [
        found for found in m.language.masthead.adoption.finditer(m.text) if not _in_brackets(m.text, found.start())
    ]
    if not remarks:
        return
    match = next((found for found in remarks if found["kind"] or found.start() in m.starts), remarks[0])
    end = min(len(m.text), match.start() + WINDOW)
    bracket = m.text.find("[", match.end(), end)
    end = bracket if bracket >= 0 else end
    stop = match.end()
    names = ["adopted_on"]
    for date in m.dates:
        if match.start() <= date.start < end:
            m.head.stated = date
            stop = date.end
            break
    if meeting := m.language.masthead.meeting.search(m.text, match.start(), max(stop, match.end())):
        number = read_meeting(meeting, m.language)
        if number is not None:
            m.head.stated_meeting = number
            names.append("meeting_number")
    m.claim(match.start(), stop, *names)
    if organ := _organ_in(match.group("organ"), m):
        m.head.organ = organ


def _organ_in(text: str | None, m: Masthead) -> Organ | None:
    return next((organ for pattern, organ in m.language.masthead.organs if text and pattern.search(text)), None)


def _in_brackets(text: str, position: int) -> bool:
    """Whether a bracket is open there: the basis too speaks of what was adopted."""
    return text.rfind("[", 0, position) > text.rfind("]", 0, position)
