"""Recorded votes: the numbers, and the States that are named for each side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.parsers.draft import Vote

if TYPE_CHECKING:
    from unres.languages import Language

_BETWEEN = re.compile(r"\s*(?:[,،;؛]|\band\b| و(?=ال| ))\s*")
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
        vote.states["states_against"] = _names(against)
    if not add_states(vote, text, language):
        _states_in_brackets(vote, text, match.end())
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
        vote.states.setdefault(vote.side, []).extend(_names(names))
    if found:
        return True
    if vote.side and not vote.states[vote.side]:
        vote.states[vote.side] += _names(text)
        return True
    return False


def _names(text: str) -> list[str]:
    return [name for name in (part.strip(" .])") for part in _BETWEEN.split(text)) if name]


def _states_in_brackets(vote: Vote, text: str, end: int) -> None:
    """«... with 3 abstentions (Argentina, ...)»: the bracket names the side counted just before it."""
    match = _IN_BRACKETS.search(text, end)
    if match and (vote.abstaining or vote.against):
        vote.states["states_abstaining" if vote.abstaining else "states_against"] = _names(match[1])
