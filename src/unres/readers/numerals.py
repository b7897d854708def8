"""Number formats of Word (ST_NumberFormat of ECMA-376, part 1, 17.18.59) that resolutions use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.scripts import ABJAD, ALPHABET, eastern_digits
from unres.un.numerals import MOST_WRITTEN, write_roman

if TYPE_CHECKING:
    from collections.abc import Callable

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = "*†‡§"
_LONGEST = 30
"""How often a letter is repeated at most: beyond it a number is meant to break something."""


def _repeated(letters: str) -> Callable[[int], str]:
    """Letters that double after the last one: "z", "aa", "bb"."""

    def write(number: int) -> str:
        times, place = divmod(number - 1, len(letters))
        return letters[place] * (times + 1) if times < _LONGEST else str(number)

    return write


def _roman(number: int) -> str:
    return write_roman(number) if number <= MOST_WRITTEN else str(number)


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "arabicAbjad": _repeated(ABJAD),
    "arabicAlpha": _repeated(ALPHABET),
    "hindiNumbers": lambda number: eastern_digits(str(number)),
    "chicago": _repeated(_SIGNS),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(number: int, number_format: str) -> str:
    """A number in one of Word's formats; an unknown format is written in decimal digits.

    "hindiNumbers" are the digits ٠١٢٣٤٥٦٧٨٩, as Word shows them in Arabic documents.
    """
    if number < 1 and number_format != "decimalZero":
        return str(number) if number_format not in {"none", "bullet"} else ""
    return _FORMATS.get(number_format, str)(number)
