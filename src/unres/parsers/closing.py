"""The closing: "60th plenary meeting / 20 December 2012", the remark on the vote, and the States that voted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.draft import Vote
from unres.parsers.numbers import read_meeting

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Head

_SEMICOLON = re.compile(r"[;؛]")
_IN_BRACKETS = re.compile(r"\(([^()]{3,600})\)")


def read_vote(text: str, language: Language) -> Vote | None:
    """The vote that a remark states; None for a remark without one."""
    match = language.closing.vote.search(text)
    if match is None:
        return None
    groups = match.groupdict()
    vote = Vote(
        in_favour=_number(groups.get("for") or groups.get("for2"), language),
        against=_number(groups.get("against") or groups.get("against2"), language),
        abstaining=_number(groups.get("abstaining") or groups.get("abstaining2"), language),
    )
    if against := groups.get("who_against"):
        vote.states["states_against"] = _names(against, language)
    if not add_states(vote, text, language):
        _states_in_brackets(vote, text, match.end(), language)
    return vote


def _number(words: str | None, language: Language) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else language.closing.number_words.get(words)


def add_states(vote: Vote, text: str, language: Language) -> bool:
    """Adds the States that follow "In favour:" and the like; a line of names alone belongs to the side before it."""
    found = list(language.closing.states.finditer(text))
    for match, following in zip(found, [*found[1:], None], strict=False):
        vote.side = language.closing.sides[match["side"].lower()]
        names = text[match.end() : following.start() if following else len(text)]
        vote.states.setdefault(vote.side, []).extend(_names(names, language))
    if found:
        return True
    if vote.side and not vote.states[vote.side]:
        vote.states[vote.side] += _names(text, language)
        return True
    return False


def _names(text: str, language: Language) -> list[str]:
    parts = (part for run in _SEMICOLON.split(text) for part in language.drafts.between_names.split(run))
    return [name for name in map(_bare_name, parts) if name]


def _bare_name(written: str) -> str:
    """The name without what stands behind a list; a bracket that opens in it stays closed: "Ruritania (Kingdom of)"."""
    name = written.strip(" .]")
    return name if name.count("(") == name.count(")") else name.strip(" .])")


def _states_in_brackets(vote: Vote, text: str, end: int, language: Language) -> None:
    """«... with 3 abstentions (Argentina, ...)»: the bracket names the side counted just before it."""
    match = _IN_BRACKETS.search(text, end)
    if match and (vote.abstaining or vote.against):
        vote.states["states_abstaining" if vote.abstaining else "states_against"] = _names(match[1], language)


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
    number = read_meeting(match, head, language)
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
        number = read_meeting(meeting, head, language)
        if number is not None:
            head.stated_meeting = number if head.stated_meeting is None else head.stated_meeting
            fields.append("meeting_number")
    if vote := read_vote(text, language):
        head.vote = vote
    return fields


def _states(text: str, head: Head, language: Language) -> list[str]:
    """«In favour: Albania, Algeria, ...»: after the heading, the States on the same line or the next."""
    return ["vote"] if head.vote and add_states(head.vote, text, language) else []
