"""Numbers whose forms are the same in every language: of resolutions, and of labels in their series.

A language gives its words for the first; the series of digits, Latin letters and Roman numerals need none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.un.numerals import MOST_READ, read_roman, write_roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LATIN = {"S": "S-", "ES": "ES-"}
"""Written before the number of a special and an emergency special session, in symbols and in many languages."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Patterns of numbers, made of the words of a language by :func:`numbers`."""

    before_title: re.Pattern[str]
    """The number before a title, with the dash or stop between the two. Groups: `number`, `part`."""
    running: re.Pattern[str]
    """A number without its session or year. Groups: `alone` with its word, or `number` before a title."""
    on_its_line: re.Pattern[str]
    """The same with its word on a line of its own. Group: `number`."""
    special: re.Pattern[str]
    """A number with a special session. Groups: `prefix`, `session`, `number`; the other order has the same with 2."""
    session: re.Pattern[str]
    """A session by prefix and number. Groups: `prefix`, `number`."""
    prefixes: Mapping[str, str]
    """What stands before the number of a session → the same in symbols: "S-", "ES-", or nothing."""
    with_title: re.Pattern[str]
    """How the line opens that has a number of today with its title: "67/190. Title", "67/190 - عنوان"."""
    to_come: re.Pattern[str]
    """The number that a draft will have once it is adopted: "56/… Lamps"."""
    beside_date: re.Pattern[str]
    """How the line opens that has a resolution's number and date."""
    session_first: bool
    """Whether the session always stands before the number, as in symbols."""


def numbers(
    *,
    resolution: tuple[str, ...] = (),
    decision: tuple[str, ...] = (),
    sign: str = "",
    parts: tuple[str, ...] = (),
    prefixes: Mapping[str, str] | None = None,
    dated: tuple[str, ...] = (),
    session_first: bool = True,
) -> Numbers:
    """The numbers of a language.

    Args:
        resolution: words for a resolution that stand before its number.
        decision: the same for a decision.
        sign: a pattern of what may stand between word and number: "No. ".
        parts: names of the letters of parts, where they are not written as Latin capitals.
        prefixes: what stands before the number of a session, beside "S" and "ES" → the same in symbols.
        dated: words that open a line with a number and its date, beside those for a resolution.
        session_first: whether the session always stands before the number.
    """
    known = {**_LATIN, **(prefixes or {})}
    special = _either(prefix for prefix, meant in known.items() if meant)
    any_prefix = _either(known)
    part = f"(?:[A-Z]{''.join(f'|{re.escape(name)}' for name in parts)})(?!\\w)"
    word = _either(resolution)
    return Numbers(
        before_title=_before_title(_either((*resolution, *decision)), special, any_prefix, part),
        running=re.compile(rf"{word} (?:{sign})?(?P<alone>\d{{3,4}})\.?$|(?P<number>\d{{3,4}})\. (?=[^\W\d_])"),
        on_its_line=re.compile(rf"^{word} (?:{sign})?(?P<number>\d{{1,4}})$", re.MULTILINE),
        special=re.compile(
            rf"""(?:
                (?P<prefix>{special})[ ]?-[ ]?(?P<session>\d{{1,2}})/(?P<number>\d{{1,3}})      # S-8/1
              | (?P<number2>\d{{1,3}})/(?P<prefix2>{special})[ ]?-[ ]?(?P<session2>\d{{1,2}})   # 1/S-8
            )$""",
            re.VERBOSE,
        ),
        session=re.compile(rf"(?P<prefix>{any_prefix}) ?- ?(?P<number>\d{{1,3}})"),
        prefixes=known,
        with_title=re.compile(rf"(?:{special}-)?\d{{1,4}}/\d{{1,4}}(?:\.| ?[-–—]) ?[^\W\d_]"),
        to_come=re.compile(
            rf"(?:{special}-)?\d{{1,4}}/(?:…|\.{{2,3}}|_{{2,9}}|--?|[xX]{{1,3}}|\[[^\]]{{0,9}}\])\.? ?(?:[-–—.] ?)?"
        ),
        beside_date=re.compile(rf"\d{{1,4}} ?\(|{_either((*resolution, *dated))}"),
        session_first=session_first,
    )


_DIGIT = r"[\dIlOoSZ|]"
"""A digit, or a letter that scans have for one; for meetings."""
MEETING = (
    rf"(?<![\w.,-])(?=[IlOoSZ| ,.-]{{0,6}}\d){_DIGIT}(?:[ ,،٬.-]?{_DIGIT}){{0,4}}(?![ ,،٬.-]?\d)"
    r"|(?<!\S)(?:(?-i:[IlOSZ]{2,5})|(?=[^\s\d]{0,6}\d)[^\s()]{1,8}?)(?=(?:st|nd|rd|th)\s)"
)
"""The number of a meeting, whole whatever stands inside it: "9990", "1,512", "151 2", "I,5l2"; and what has the ending
of an ordinal and was damaged, so that it can be said that it was not read."""


def _before_title(word: str, special: str, any_prefix: str, part: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?:{word}[ ])?
        (?P<number>
            (?:{special}[ ]?-[ ]?)?\d{{1,4}}/(?:{special}-)?\d{{1,4}}(?:[ ]?(?P<part>{part}))?  # 67/190  S-8/1
          | \d{{1,4}}(?:[ ]{part})?[ ]?                                                         # 217 A ...
            \((?:(?:E?S-)?[IVXLC]{{1,8}}|{any_prefix}[ ]?-[ ]?\d{{1,2}})\)                       # ... (III)
        )
        [ ]?(?:[-–—.:]{{1,2}}|$|(?=[ ]))[ ]?(?:[-–—.][ ]?)?""",
        re.VERBOSE,
    )


def _either(words: Iterable[str]) -> str:
    """A group that matches one of the words, the longest first; nothing at all where there are none."""
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return f"(?:{listed})" if listed else "(?!)"


Series = Literal["number", "letter", "capital", "roman", "capital_roman", "abjad", "alphabetical"]
"""``number`` 1 2 3 · ``letter`` a b c · ``capital`` A B C · ``roman`` i ii iii · ``capital_roman`` I II III ·
``abjad`` أ ب ج د هـ و · ``alphabetical`` أ ب ت ث ج ح"""

SMALL = "abcdefghijklmnopqrstuvwxyz"
CAPITALS = SMALL.upper()

_LABEL_NUMBER = re.compile("[0-9]{1,4}")
_SPACES = re.compile(r"\s+")


def place(letters: str, label: str) -> int | None:
    """The place of a letter, or of a letter twice ("aa", "أ أ"), which goes on after the last one."""
    once = _SPACES.sub("", label)
    if len(once) == 1 and once in letters:
        return letters.index(once) + 1
    if len(once) == 2 and once[0] == once[1] and once[0] in letters:  # one letter twice
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
    if _LABEL_NUMBER.fullmatch(label):
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
