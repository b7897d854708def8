"""Roman numerals: of sessions, labels and lists alike."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
MOST_WRITTEN = 3999
MOST_READ = 399
"""The highest numeral of C, L, X, V and I alone: sessions and labels stay below it, and "D" and "M" are letters."""

# hundreds, tens, units: each in the one strict form that it has
_STRICT = re.compile("C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def write_roman(n: int) -> str:
    """The Roman numeral of `n` in capitals.

    Raises:
        ValueError: `n` is not in 1 to 3,999.
    """
    if not 1 <= n <= MOST_WRITTEN:
        raise ValueError(f"no Roman numeral for {n}: 1 to {MOST_WRITTEN}")
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
