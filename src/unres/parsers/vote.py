"""Recorded votes: the numbers, and the States that are named for each side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unres.languages import Language

_BETWEEN = re.compile(r"\s*(?:[,،;؛]|\band\b| و(?=ال| ))\s*")
_IN_BRACKETS = re.compile(r"\(([^()]{3,600})\)")


def read_vote(text: str, language: Language) -> dict[str, Any] | None:
    """The vote that a remark states, as fields of :class:`unres.models.Vote`; None for a remark without one."""
    match = language.closing.vote.search(text)
    if match is None:
        return None
    groups = match.groupdict()
    vote: dict[str, Any] = {
        "in_favour": _number(groups.get("for") or groups.get("for2"), language),
        "against": _number(groups.get("against") or groups.get("against2"), language),
    }
    if abstaining := groups.get("abstaining") or groups.get("abstaining2"):
        vote["abstaining"] = _number(abstaining, language)
    if against := groups.get("who_against"):
        vote["states_against"] = _names(against)
    if not add_states(vote, text, language):
        _states_in_brackets(vote, text, match.end())
    return vote


def _number(words: str | None, language: Language) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else language.closing.number_words.get(words)


def add_states(vote: dict[str, Any], text: str, language: Language) -> bool:
    """Adds the States that follow "In favour:" and the like; a line of names alone belongs to the side before it."""
    found = list(language.closing.states.finditer(text))
    for match, following in zip(found, [*found[1:], None], strict=False):
        side = language.closing.sides[match["side"].lower()]
        names = text[match.end() : following.start() if following else len(text)]
        vote.setdefault(side, []).extend(_names(names))
        vote["_side"] = side
    if found:
        return True
    last = vote.get("_side")
    if last and not vote[last]:
        vote[last].extend(_names(text))
        return True
    return False


def _names(text: str) -> list[str]:
    return [name for name in (part.strip(" .])") for part in _BETWEEN.split(text)) if name]


def _states_in_brackets(vote: dict[str, Any], text: str, end: int) -> None:
    """«... with 3 abstentions (Argentina, ...)»: the bracket names the side counted just before it."""
    if match := _IN_BRACKETS.search(text, end):
        side = "states_abstaining" if vote.get("abstaining") else "states_against" if vote.get("against") else None
        if side:
            vote[side] = _names(match[1])
