"""English numbers in words, as a text may mention them: "seventy-four", "one third", "biennial", "twice"."""

from __future__ import annotations

import re

from unres.languages.english.ordinals import ORDINALS, TENS, UNITS
from unres.languages.language import Cardinals
from unres.un.numerals import read_roman

_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
SMALL: dict[str, int] = UNITS | {word: n for n, word in enumerate(_TEENS, 10)} | TENS
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
MEANT: dict[str, tuple[int, ...]] = {
    "once": (1,), "twice": (2,), "both": (2,), "pair": (2,), "double": (2,), "half": (2, 50), "halve": (2, 50),
    "biennial": (2,), "biennially": (2,), "biennium": (2,), "biannual": (2,), "biannually": (2,), "bilateral": (2,),
    "triennial": (3,), "triennium": (3,), "trilateral": (3,), "triple": (3,), "quarter": (4, 25, 3),
    "quarterly": (4, 3), "quadrennial": (4,), "quadrennium": (4,), "quinquennial": (5,), "decade": (10,),
    "decades": (10,), "dozen": (12,), "century": (100,), "centenary": (100,), "centennial": (100,), "week": (7,),
    "weekly": (7,), "fortnight": (14, 2), "year": (1, 12), "annual": (1, 12), "annually": (1, 12), "yearly": (1, 12),
    "monthly": (1,), "month": (1,), "semi-annual": (6, 2), "semiannual": (6, 2), "nil": (0,), "zero": (0,), "no": (0,),
    "single": (1,), "quadruple": (4,), "thirds": (3,), "fifths": (5,), "quarters": (4, 3),
}  # fmt: skip
"""Words that mean a number, and what they may stand for in another language."""
_WORD = re.compile(r"[A-Za-z]+")


def mentioned(text: str) -> set[int]:
    """Every number that the words of a text may mean, with the parts of compound ones: "twenty-five" → 25, 20, 5.

    For explaining a number that another language writes in digits: it gives rather too much than too little.
    """
    found: set[int] = set()
    sums: set[int] = set()
    for match in _WORD.finditer(text):
        word = match[0].lower()
        value = SMALL.get(word) or ORDINALS.get(word) or ORDINALS.get(word.removesuffix("s"))
        if value:
            sums = {value} | {n + value for n in sums}
        elif word in SCALES:
            sums = {n * SCALES[word] for n in sums or {1}}
        elif word != "and":
            sums = set()
            found.update(MEANT.get(word, ()))
            if match[0].isupper() and (roman := read_roman(match[0])):
                found.add(roman)
        found |= sums
    return found


CARDINALS = Cardinals(mentioned)
