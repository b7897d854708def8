"""What a text says that can be checked in another language: dates, symbols, numbers of resolutions, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.languages import for_all, get_language
from unres.languages.dates import find_dates
from unres.scripts import western_digits
from unres.un.symbols import CORRIGENDUM

if TYPE_CHECKING:
    from unres.languages import Language

FactKind = Literal["date", "symbol", "reference", "number"]

_SYMBOL = re.compile(
    r"""(?<![A-Za-z0-9/])
    [A-Z][A-Za-z]{0,11}(?:\.[0-9]{1,2})?        # A, UNEP, EA.5: a series
    (?:/[A-Za-z0-9.\-]{1,14}){1,8}              # /HRC/RES/55/1
    """,
    re.VERBOSE,
)
_PAIR = re.compile(r"(?<![0-9A-Za-z/.\-–])([0-9]{1,4})/([0-9]{1,4})(?![\w/])")
_WITH_YEAR = re.compile(r"(?<![0-9A-Za-z/.\-])([0-9]{1,4})[ \u00a0]?\(((?:19|20)[0-9]{2})\)")
_NUMBER = re.compile(
    r"""
      [0-9]{3}(?:[ ][0-9]{3}){0,4}[ ][0-9]{1,2}(?![0-9.,/])    # 200 690 89: as the UN's Arabic stores 89 690 200
    | [0-9]{1,3}(?:[ ,٬][0-9]{3}){1,5}(?![0-9])                 # 1,234,567 · 1 234 567
    | [0-9]+(?:[.,٫][0-9]{1,4}(?![0-9]))?                     # 12 · 12.5 · 12,5
    """,
    re.VERBOSE,
)
_GROUPS = re.compile("[ ,٬]")
_CORRIGENDUM = re.compile(rf"{CORRIGENDUM}$")
_MARKS = rf"""
      (?<![0-9])[’‘'"(][0-9]{{1,2}}[’‘'")]                  # ’1‘ (2): a mark inside the text
    | (?<![A-Za-z])[A-Za-z]+[0-9]+[A-Za-z]* | (?<![0-9])[0-9]+[A-Za-z]+    # Space4Water, 1930s, 53A
    | {CORRIGENDUM}(?:\s\w{{1,3}}\s[0-9]{{1,2}})?           # each language has corrigenda of its own
    | [0-9]{{1,2}}:[0-9]{{2}}                              # 17:40: an hour, counted in two ways
    | ^\s*[0-9]{{1,3}}(?:[-.][0-9]{{1,3}}){{0,3}}\s?[-–.](?=\s)    # a label that stayed in the text
    """
"""Numbers that are no facts in any language."""
_GROUP = 3
"""Digits of a group."""
_MOST_DIGITS = 40
_CENTURY = 1900
_DIGITS = re.compile(r"[0-9]+")


@for_all
def _no_facts(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """What holds a number and is no fact, in the words of all languages: texts of one quote another."""
    return re.compile("\n|".join((_MARKS, *(language.wording.no_facts for language in languages))), re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable, in a form that does not depend on the language."""

    kind: FactKind
    value: str
    """Neutral: "2012-12-20", "A/RES/67/190", "67/190", "1325 (2000)", "2015"."""
    numbers: tuple[int, ...]
    """The numbers it is made of."""
    start: int
    """Where it stands."""
    end: int
    """One past it."""


def facts(text: str, language: str) -> list[Fact]:
    """Everything checkable in a text, in its order."""
    folded = western_digits(text)
    if not _DIGITS.search(folded):
        return []
    found: list[Fact] = []
    for date in find_dates(folded, language):
        if date.date and not date.months_disagree:
            day = date.date
            found.append(Fact("date", day.isoformat(), (day.year, day.day), date.start, date.end))
    for match in _SYMBOL.finditer(folded):
        symbol = _CORRIGENDUM.sub("", match[0].rstrip(".-"))
        if _DIGITS.search(symbol):
            found.append(Fact("symbol", symbol.upper(), _numbers(symbol), match.start(), match.start() + len(symbol)))
    found += [
        Fact("reference", f"{match[1]} ({match[2]})", (int(match[1]), int(match[2])), *match.span())
        for match in _WITH_YEAR.finditer(folded)
    ]
    found += [_pair(match) for match in _PAIR.finditer(folded)]
    covered = bytearray(len(folded))
    apart = []
    for fact in found:  # the earlier ones are the stronger ones
        if _free(covered, fact.start, fact.end):
            apart.append(fact)
            _cover(covered, fact.start, fact.end)
    for match in _no_facts().finditer(folded):
        _cover(covered, *match.span())
    apart += [_plain_number(match) for match in _NUMBER.finditer(folded) if _free(covered, *match.span())]
    return sorted(apart, key=lambda fact: fact.start)


def _free(covered: bytearray, start: int, end: int) -> bool:
    """Whether nothing was found in a part of the text."""
    return covered.find(1, start, end) < 0


def _cover(covered: bytearray, start: int, end: int) -> None:
    covered[start:end] = bytes([1]) * (end - start)


def _pair(match: re.Match[str]) -> Fact:
    """67/190 in either order; 2021/2022 and 2021/22 are years."""
    small, large = sorted((int(match[1]), int(match[2])))
    if _CENTURY < large < _CENTURY + 200 and (small > _CENTURY or small == (large + 1) % 100):
        small, large = (large, large + 1) if small < _CENTURY else (small, large)
        return Fact("number", f"{small}/{large}", (small, large), *match.span())
    return Fact("reference", f"{match[1]}/{match[2]}", (small, large), *match.span())


def _plain_number(match: re.Match[str]) -> Fact:
    written = match[0].replace("٫", ".")
    groups = _GROUPS.split(written)
    if len(groups) > 1 and all(len(group) <= _GROUP for group in groups):
        if len(groups) == 2 and len(groups[1]) < _GROUP and "," in written:  # 12,5: a fraction
            value = ".".join(groups)
            return Fact("number", value, _numbers(value), *match.span())
        if len(groups[-1]) < _GROUP or groups[0].startswith("0"):
            groups.reverse()
        value = "".join(groups).lstrip("0") or "0"
        return Fact("number", value, tuple(sorted(whole(group) for group in groups)), *match.span())
    value = written.lstrip("0") or "0"
    value = f"0{value}" if value.startswith((".", ",")) else value.replace(",", ".")
    return Fact("number", value, _numbers(value), *match.span())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(whole(number) for number in _DIGITS.findall(text))


def whole(digits: str) -> int:
    """Digits as a number; of more than any number has the last, for Python refuses to read thousands of them."""
    return int(digits[-_MOST_DIGITS:])


def identity(fact: Fact) -> tuple[str, object]:
    """What two facts must share to be one: the order of a pair of numbers, and of groups of digits, does not count."""
    if (fact.kind == "reference" and "/" in fact.value) or (fact.kind == "number" and len(fact.numbers) > 1):
        return fact.kind, fact.numbers
    return fact.kind, fact.value


def all_numbers(text: str, language: str) -> set[int]:
    """Every number of a text, in digits or, generously, in words."""
    folded = western_digits(text)
    found = {whole(number) for number in _DIGITS.findall(folded)}
    found |= {whole(number) for match in _NUMBER.finditer(folded) if (number := _GROUPS.sub("", match[0])).isdigit()}
    return found | get_language(language).cardinals.mentioned(text)
