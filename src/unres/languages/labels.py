"""Series of labels that are the same in every language: numbers, Latin letters, Roman numerals."""

from __future__ import annotations

import re
from typing import Literal

from unres.un.numerals import MOST_READ, read_roman, write_roman

Series = Literal["number", "letter", "capital", "roman", "capital_roman", "abjad", "alphabetical"]
"""``number`` 1 2 3 · ``letter`` a b c · ``capital`` A B C · ``roman`` i ii iii · ``capital_roman`` I II III ·
``abjad`` أ ب ج د هـ و · ``alphabetical`` أ ب ت ث ج ح"""

SMALL = "abcdefghijklmnopqrstuvwxyz"
CAPITALS = SMALL.upper()

_NUMBER = re.compile("[0-9]{1,4}")
_SPACES = re.compile(r"\s+")


def place(letters: str, label: str) -> int | None:
    """The place of a letter, or of a letter twice ("aa", "أ أ"), which goes on after the last one."""
    once = _SPACES.sub("", label)
    if len(once) == 1 and once in letters:
        return letters.index(once) + 1
    if len(once) == 2 and once[0] == once[1] and once[0] in letters:  # noqa: PLR2004  # one letter twice
        return len(letters) + letters.index(once[0]) + 1
    return None


def letter_at(letters: str, n: int) -> str:
    """The letter at place `n`, doubled after the last one.

    Raises:
        ValueError: no such place.
    """
    if not 1 <= n <= 2 * len(letters):
        raise ValueError(f"no label at place {n}: 1 to {2 * len(letters)}")
    return letters[n - 1] if n <= len(letters) else letters[n - len(letters) - 1] * 2


def read_latin(label: str) -> dict[Series, int]:
    """The places of a label in the series of numbers, Latin letters and Roman numerals; Western digits."""
    label = label.strip()
    if _NUMBER.fullmatch(label):
        return {"number": int(label)}
    small = label == label.lower()
    places: dict[Series, int] = {}
    if letter := place(SMALL if small else CAPITALS, label):
        places["letter" if small else "capital"] = letter
    if roman := read_roman(label):
        places["roman" if small else "capital_roman"] = roman
    return places


def write_latin(series: Series, n: int) -> str:
    """The label at place `n` of one of the series that all languages share.

    Raises:
        ValueError: no such place, or a series of one language alone.
    """
    match series:
        case "number":
            return str(n)
        case "letter":
            return letter_at(SMALL, n)
        case "capital":
            return letter_at(CAPITALS, n)
        case "roman" if n <= MOST_READ:
            return write_roman(n).lower()
        case "capital_roman" if n <= MOST_READ:
            return write_roman(n)
    raise ValueError(f"no label at place {n} of the series {series!r}")
