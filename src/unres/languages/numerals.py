"""Numbers that are written the same way in every language: Roman numerals, and digits with an English ending."""

from __future__ import annotations

import re

_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
MOST_ROMAN = 399
"""The highest number written with C, X, V and I alone; the UN's sessions and annexes stay far below it."""

# Hundreds, tens, units: each in the one strict form that it has.
_STRICT = re.compile("C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WITH_ENDING = re.compile("([1-9][0-9]{0,2})(st|nd|rd|th)", re.IGNORECASE)


def write_roman(n: int) -> str:
    """The Roman numeral of `n` in capitals.

    Raises:
        ValueError: `n` is not in 1 to 399.
    """
    if not 1 <= n <= MOST_ROMAN:
        raise ValueError(f"no Roman numeral for {n} here: 1 to {MOST_ROMAN}")
    written = []
    for value, letters in _ROMAN:
        written.append(letters * (n // value))
        n %= value
    return "".join(written)


def read_roman(numeral: str) -> int | None:
    """What a Roman numeral means, 1 to 399; None for any but the strict form ("IIII", "IC"), and for mixed case."""
    capitals = numeral.upper()
    if not numeral or numeral not in (capitals, capitals.lower()) or not _STRICT.fullmatch(capitals):
        return None
    total = 0
    for value, letters in _ROMAN:
        while capitals.startswith(letters):
            total += value
            capitals = capitals[len(letters) :]
    return total


def ending(n: int) -> str:
    """The English ending of an ordinal in digits: 1 → "st", 12 → "th"."""
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def read_digits(text: str) -> int | None:
    """What "67th" means; None without an ending, or with the ending of another number ("67st")."""
    found = _WITH_ENDING.fullmatch(text)
    if not found:
        return None
    n = int(found[1])
    return n if found[2].lower() == ending(n) else None
