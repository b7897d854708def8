"""Canonical symbols of resolutions, and the address of a document at docs.un.org."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from unres.layout.repair import western_digits

if TYPE_CHECKING:
    import datetime

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

_INFIX = {"resolution": "RES", "decision": "DEC"}
_HEADS = {
    "general_assembly": "A/{}/",
    "economic_and_social_council": "E/{}/",
    "human_rights_council": "A/HRC/{}/",
    "commission_on_human_rights": "E/CN.4/{}/",
}
_SPECIAL = {"special": "S-", "emergency_special": "ES-"}


def roman(number: int) -> str:
    """1 to 89 in Roman numerals."""
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out


def from_roman(letters: str) -> int | None:
    """The number, or None when the letters are no numeral in its strict form."""
    total = 0
    previous = 0
    for letter in reversed(letters):
        value = _ROMAN_VALUES.get(letter, 0)
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total if total > 0 and roman(total) == letters else None


def resolution_symbol(  # noqa: PLR0913 - the parts of which a number is made
    organ: str | None,
    number: int,
    *,
    session: int | None = None,
    year: int | None = None,
    session_kind: str = "regular",
    part: str | None = None,
    instrument: str = "resolution",
    in_roman: bool = False,
) -> str | None:
    """The symbol of the document in which the United Nations file a resolution or decision.

    ``A/RES/67/190``, ``A/RES/68/247B``, ``A/RES/2625(XXV)``, ``A/RES/S-8/1``, ``S/RES/1325 (2000)``, ``E/RES/2008/33``,
    ``A/HRC/RES/20/1``, ``UNEP/EA.5/Res.14``. None for organs whose resolutions have no symbol of their own.
    """
    if organ == "security_council":
        return f"S/RES/{number} ({year})" if year is not None and instrument == "resolution" else None
    if organ == "environment_assembly":
        return f"UNEP/EA.{session}/{'Res' if instrument == 'resolution' else 'Dec'}.{number}"
    head = _HEADS.get(organ or "")
    if head is None:
        return None
    head = head.format(_INFIX.get(instrument, "RES"))
    if in_roman and session is not None:
        return f"{head}{number}({_SPECIAL.get(session_kind, '')}{roman(session)}){part or ''}"
    first = year if session is None else session
    return f"{head}{_SPECIAL.get(session_kind, '')}{first}/{number}{part or ''}"


@lru_cache(maxsize=4096)
def address(symbol: str, language: str) -> str:
    """Where docs.un.org keeps the document: built from the symbol, never fetched."""
    return f"https://docs.un.org/{language}/{quote(symbol, safe='/')}"


_LAST_PAIR = re.compile(r"([0-9]{1,4})\s?/\s?([0-9]{1,4})\D*$")


def last_pair(text: str) -> tuple[int, int] | None:
    """The two numbers at the end of a symbol or of a number as written."""
    match = _LAST_PAIR.search(western_digits(text))
    return (int(match[1]), int(match[2])) if match else None


LETTERED_FROM = 48
ALL_LETTERED_FROM = 57


def has_own_document(part: str | None, session: int | None, date: datetime.date | None) -> bool:
    """Whether the United Nations file this part under a symbol of its own.

    Parts adopted together stand in one document, whose symbol has no letter: so it is with part A and with the
    older omnibus resolutions. A part B or C that the Assembly adds later is issued by itself, and its letter belongs
    to the symbol (A/RES/68/247B); in the sessions of the change (48 to 56) the date of the part decides.
    """
    if part is None or part == "A":
        return False
    if session is None:
        return True  # the Economic and Social Council's, added in a later part of its year
    if session < LETTERED_FROM:
        return date is not None and date.year > 1945 + session
    if date is not None and date.year > 1945 + session:
        return True
    if session < ALL_LETTERED_FROM:
        return date is None and part in "BC"
    return part in "BC"
