"""Words that every resolution has, put right where they are misread: months beside numbers, and formulas.

A month is what dates hang on, and the enacting formula parts the masthead from the text: one misread letter in either
loses all that depends on it. Both are few and long, so that the likeliest is beyond doubt or is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.readers.ocr.lines import RecognizedLine
    from unres.readers.ocr.words import Word

_MONTHS = (
    "كانون الثاني/يناير|شباط/فبراير|آذار/مارس|نيسان/أبريل|أيار/مايو|حزيران/يونيه|تموز/يوليه|آب/أغسطس|أيلول/سبتمبر"
    "|تشرين الأول/أكتوبر|تشرين الثاني/نوفمبر|كانون الأول/ديسمبر"
).split("|")
_FIRST_WORDS = ("كانون", "تشرين")
_SECOND_WORDS = "الثاني/يناير|الأول/أكتوبر|الثاني/نوفمبر|الأول/ديسمبر".split("|")
"""The rest of a month whose first word ends the line before."""
_FORMULAS = (
    "إن الجمعية العامة،|إن مجلس الأمن،|إن المجلس الاقتصادي والاجتماعي،|إن مجلس حقوق الإنسان،|الجمعية العامة|مجلس الأمن"
).split("|")
"""What stands alone on its line."""
_MOST_WORDS = 4
_ALIKE, _APART = 0.78, 0.05
"""How alike a reading and a month must be, and how much less alike all others."""
_FORMULA_ALIKE = 0.8
_DIGITS = re.compile("[0-9٠-٩]")
_DAY = re.compile(r"[(\[]?[0-9٠-٩]{1,2}[)\]]?(?=[^\W\d_])")
_STOP = re.compile("[،؛.)]{1,2}$")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_FOLDED = str.maketrans("أإآىة", "ااايه")


def restore_months(words: list[Word]) -> list[str]:
    """Puts the months beside numbers right, in the words of a page in order of reading.

    Returns:
        What was put right: "“حزيرات/يونيه” as حزيران/يونيه".
    """
    done: list[str] = []
    for at in range(len(words)):  # it shrinks where a month was read as several words
        found = [month for count in range(1, _MOST_WORDS + 1) if (month := _month(words, at, count))]
        if found:
            _write(words, at, max(found, key=lambda month: month.likeness), done)
    return done


@dataclass(slots=True)
class _Month:
    """A month that may stand in so many words, behind a day that stands at it without a space."""

    likeness: float
    name: str
    count: int
    day: str
    read: str


def _month(words: Sequence[Word], at: int, count: int) -> _Month | None:
    some = words[at : at + count]
    if len(some) < count or any(word.line != some[0].line or word.latin for word in some):
        return None
    day = _DAY.match(some[0].text)
    if any(word.numbers for word in some[1:]) or (some[0].numbers and day is None):
        return None
    read = " ".join(word.text for word in some)[day.end() if day else 0 :]
    before = words[at - 1].text if at else ""
    behind = words[at + count] if at + count < len(words) else None
    goes_on = before.split(" ")[-1] in _FIRST_WORDS
    after_number = day is not None or _DIGITS.search(before[-1:]) is not None
    if not (goes_on or after_number or (behind and _DIGITS.match(behind.text) and "/" in read)):
        return None
    parted = after_number and behind is not None and behind.line != some[0].line and behind.text.startswith("ال")
    likeness, name = likeliest(read, (*_MONTHS, *_SECOND_WORDS, *(_FIRST_WORDS if parted else ())))
    if (name in _SECOND_WORDS) != goes_on:
        return None
    return _Month(likeness, name, count, day[0] if day else "", read) if likeness >= _ALIKE else None


def _write(words: list[Word], at: int, month: _Month, done: list[str]) -> None:
    """Writes a month in the first of its words, with the stop or comma that stands behind it."""
    some = words[at : at + month.count]
    stop = _STOP.search(month.read)
    name = month.name + (stop[0] if stop else "")
    if name != month.read:
        done.append(f"“{month.read}” as {month.name}")
        some[0].text = f"{month.day} {name}" if month.day else name
        some[0].x0, some[0].x1 = min(word.x0 for word in some), max(word.x1 for word in some)
        del words[at + 1 : at + month.count]


def restore_formulas(lines: Sequence[RecognizedLine]) -> list[str]:
    """Puts right the lines that are a formula as a whole; returns what was put right."""
    done: list[str] = []
    for line in lines:
        likeness, formula = likeliest(line.text, _FORMULAS)
        if likeness >= _FORMULA_ALIKE and formula != line.text:
            done.append(f"“{line.text}” as {formula}")
            line.text = formula
    return done


def likeliest(read: str, known: Sequence[str]) -> tuple[float, str]:
    """Which of the known phrases was read, and how alike it is: 0 where others are nearly as alike."""
    bare = _bare(read)
    (best, phrase), (second, _) = sorted(((_likeness(bare, _bare(name)), name) for name in known), reverse=True)[:2]
    return (best if best - second >= _APART else 0.0), phrase


def _bare(text: str) -> str:
    return _EDGES.sub("", text).replace(" ", "").translate(_FOLDED)


def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > max(2, len(other) // 4):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
