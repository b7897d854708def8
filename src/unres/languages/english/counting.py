"""Numbers, labels and dates of English: "sixty-seventh", "one third", "(iv)", "20 December 2012"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages.language import Cardinals, Dates, Labels, Ordinals
from unres.languages.numbers import CAPITALS, read_latin, write_latin
from unres.un.numerals import read_roman

if TYPE_CHECKING:
    from unres.languages.numbers import Series

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip

UNITS: dict[str, int] = {word: n for n, word in enumerate(_UNITS, 1)}
TENS: dict[str, int] = {word: n * 10 for n, word in enumerate(_TENS, 2)}
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS, 1)}
ORDINALS |= {word[:-1] + "ieth": n for word, n in TENS.items()}
HIGHEST = 999
_WITH_ENDING = re.compile("([1-9][0-9]{0,2})(st|nd|rd|th)", re.IGNORECASE)


def ending(n: int) -> str:
    """The ending of an ordinal in digits: 1 → "st", 12 → "th"."""
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


_JOINT = r"[\s\-‐‑–]{1,3}"  # a space or a hyphen; at a line's end both
_SMALL = "|".join(sorted(ORDINALS, key=len, reverse=True))
ORDINAL = re.compile(
    rf"""
    (?<![^\W_]) (?:
        (?:(?:{"|".join(UNITS)}|a){_JOINT}hundred{_JOINT}(?:and{_JOINT})?)?     # one hundred and
          (?:(?:{"|".join(TENS)}){_JOINT}(?:{"|".join(_ORDINALS[:9])})          # twenty-first
            | {_SMALL})                                                     # or one word for all the rest
      | (?:(?:{"|".join(UNITS)}|a){_JOINT})?hundredth                         # no rest: two hundredth
      | [1-9][0-9]{{0,2}}(?:st|nd|rd|th)
    ) (?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARTS = re.compile(r"[\s\-‐‑–]+")


def _below_hundred(words: list[str]) -> int | None:
    if len(words) == 1:
        return ORDINALS.get(words[0])
    if len(words) == 2 and words[0] in TENS:  # tens and units
        unit = ORDINALS.get(words[1], 0)
        return TENS[words[0]] + unit if 1 <= unit <= len(_UNITS) else None
    return None


def read_ordinal(words: str) -> int | None:
    """The number of an ordinal in words or digits, in any case, with hyphens or spaces; None when it is none.

    Cardinals ("sixty-seven") are none.
    """
    text = words.strip().lower()
    if text[:1].isdigit():
        return read_digits(text)
    parts = _PARTS.split(text)
    if parts[0] == "hundred":  # "hundred and eighty-third", as the first sessions wrote
        parts = ["one", *parts]
    hundreds = {**UNITS, "a": 1}
    if parts[-1] == "hundredth":
        before = parts[:-1]
        return 100 * hundreds.get(before[0], 0) or None if len(before) == 1 else (None if before else 100)
    if len(parts) > 2 and parts[1] == "hundred" and parts[0] in hundreds:  # hundreds and a rest
        rest = _below_hundred(parts[3:] if parts[2] == "and" else parts[2:])
        return 100 * hundreds[parts[0]] + rest if rest else None
    return _below_hundred(parts)


def write_ordinal(n: int) -> str:
    """The ordinal of `n` in words: 121 → "one hundred and twenty-first".

    Raises:
        ValueError: `n` is not in 1 to 999.
    """
    if not 1 <= n <= HIGHEST:
        raise ValueError(f"no ordinal in words for {n} here: 1 to {HIGHEST}")
    hundreds, rest = divmod(n, 100)
    if not rest:
        return f"{_UNITS[hundreds - 1]} hundredth"
    before = f"{_UNITS[hundreds - 1]} hundred and " if hundreds else ""
    exact = {value: word for word, value in ORDINALS.items()}
    if rest in exact:
        return before + exact[rest]
    tens, unit = divmod(rest, 10)
    return f"{before}{_TENS[tens - 2]}-{exact[unit]}"


SECTION = Ordinals(pattern=ORDINAL, read=read_ordinal, write=write_ordinal)


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
_COUNTED = re.compile(r"[A-Za-z]+")


def mentioned(text: str) -> set[int]:
    """Every number that the words of a text may mean, with the parts of compound ones: "twenty-five" → 25, 20, 5.

    For explaining a number that another language writes in digits: it gives rather too much than too little.
    """
    found: set[int] = set()
    sums: set[int] = set()
    for match in _COUNTED.finditer(text):
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


def read_label(label: str) -> dict[Series, int]:
    """Every series in which the label is legal, with its place: "i" → letter 9, roman 1.

    The label comes without brackets and stops, its digits Western. An empty answer: it is no label.
    """
    return read_latin(label)


def write_label(series: Series, n: int) -> str:
    """The label at place `n` of a series.

    Raises:
        ValueError: no such place, or no such series in English.
    """
    return write_latin(series, n)


def part_letter(name: str) -> str | None:
    """The letter of a part of a resolution or a section ("A"), or None when it is none."""
    return name if len(name) == 1 and name in CAPITALS else None


_BEHIND_COMMA = re.compile(r"(?:(?:[A-Z][a-z]{1,12}ly|Also|Further|Again) [A-Za-z]|[A-Z])[a-z]{2,14}s ")
LABELS = Labels(read=read_label, write=write_label, part_letter=part_letter, behind_comma=_BEHIND_COMMA)


_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
NAMES: dict[str, int] = {name: n for n, name in enumerate(_FULL, 1)}
NAMES |= {name[:3]: n for name, n in NAMES.items()} | {"sept": 9}

_YEAR = r"([12][0-9]{3})(?![0-9])"

# Each alternative begins with a class of few characters, so that the search skips what cannot open a date;
# which words are months is looked up afterwards. Small letters open a month only after the day.
DATE = re.compile(
    rf"""
    ([0-9](?<![0-9][0-9])[0-9]?)        # the day, no part of a longer number; it may be glued to a word before it
      (?:st|nd|rd|th)?(?:\s{{1,2}}day)?(?:\s{{1,2}}of)?
      \s{{0,3}}([A-Za-z]{{3,9}})\.?,?\s{{0,3}}{_YEAR}
    | ([JFMASOND](?<!\w\w)[A-Za-z]{{2,8}})\.?\s{{1,3}}([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}
    """,
    re.VERBOSE,
)

BEHIND = re.compile(
    r",?\s{0,2}(?:\(|(?:of|on|dated|adopted\s(?:on|by\sit\son))\s?)"
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s{1,2}(?P<month>[A-Z][a-z]{2,8})\s?,?\s?(?P<year>[0-9]{4})\)?"
)
"""The date that stands right behind what it dates: "of 20 December 2012"."""


def parts(found: re.Match[str]) -> tuple[int, int, int, bool]:
    """Year, month, day of a match of `DATE`, and False: English names a month once. Month 0 is no month."""
    day, month, year, month_first, day_after, year_after = found.groups()
    if month_first:
        return int(year_after), NAMES.get(month_first.lower(), 0), int(day_after), False
    return int(year), NAMES.get(month.lower(), 0), int(day), False


def parts_behind(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of a match of `BEHIND`. Month 0 is no month."""
    return int(found["year"]), NAMES.get(found["month"].lower(), 0), int(found["day"])


DATES = Dates(names=NAMES, pattern=DATE, parts=parts, behind=BEHIND, parts_behind=parts_behind)
