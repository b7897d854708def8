"""English ordinals in words: "sixty-seventh", "one hundred and twenty-first"."""

from __future__ import annotations

import re

from unres.languages.language import Ordinals

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
    if len(words) == 2 and words[0] in TENS:  # noqa: PLR2004  # tens and units
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
    if len(parts) > 2 and parts[1] == "hundred" and parts[0] in hundreds:  # noqa: PLR2004  # hundreds and a rest
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
