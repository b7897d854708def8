"""The words by which the parts of a printed page are told: each language has its own, a reader needs all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.scripts import DIGITS, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one language: insides of patterns, which are joined with those of other languages. Empty: none."""

    page: str = ""
    """Before a page number: "Page"."""
    of: str = ""
    """Between a page and the number of pages, and between a day and its month."""
    recycle: str = ""
    """How the request to recycle begins."""
    reissued: str = ""
    """How the notice of a second edition begins, behind its stars: "Reissued"."""
    issuer: str = ""
    """What stands at the top of a first page: "United Nations"."""
    months: str = ""
    """Names of months in full, the first word where they have two: a line may end behind it."""
    share: str = ""
    """Behind a number: "per cent"."""
    joints: str = ""
    """Between the two numbers of a range or a list: "and", "to"."""
    year: str = ""
    """Before a year: "year", "عام"."""
    clause: str = ""
    """How clauses open."""
    formula: str = ""
    """The enacting formula on a row of its own."""
    month_names: tuple[str, ...] = ()
    """Months as the United Nations write them, which a recognised text is held against; no patterns."""
    lone_lines: tuple[str, ...] = ()
    """The same for what stands alone on a line: formulas and names of organs; no patterns."""
    cited_names: tuple[str, ...] = ()
    """The same for what stands before the number of a resolution or decision; no patterns."""
    cited_others: tuple[str, ...] = ()
    """Words like those, which may stand before such numbers too; no patterns."""
    special_marks: tuple[str, ...] = ()
    """What stands before the number of a special and of an emergency special session; no patterns."""
    draft: str = ""
    """How the line opens that stands behind the names of the sponsors and a colon: "draft resolution"."""
    article: str = ""
    """How many words of any text open, where the article is written together with its word."""
    common: str = ""
    """Short words that make up a good part of any text, so that text without them was decoded wrongly."""


@dataclass(frozen=True, slots=True)
class PagePatterns:
    """The words of several languages together, as patterns."""

    month: re.Pattern[str]
    """The name of a month, perhaps with the word before it; for text that is `folded`."""
    page: re.Pattern[str]
    """"Page 2", "2/9", "Page 2 of 9"."""
    recycle: re.Pattern[str]
    reissued: re.Pattern[str]
    """The whole notice, with its stars."""
    masthead: re.Pattern[str]
    """The first line of a masthead as a whole."""
    amount: re.Pattern[str]
    """A number that is no label: of a date, a range or a share; for text that is `folded`."""
    year: re.Pattern[str]
    """Numbers that can only be years: behind a month, behind the word, or "1325 (2000)"; for text that is `folded`."""
    before_year: re.Pattern[str]
    """The word alone; for text that is `folded`."""
    clause: re.Pattern[str]
    formula: re.Pattern[str]
    month_names: tuple[str, ...]
    lone_lines: tuple[str, ...]
    cited_names: tuple[str, ...]
    cited_others: tuple[str, ...]
    special_marks: tuple[str, ...]
    draft: re.Pattern[str]
    article: re.Pattern[str]
    common: re.Pattern[str]


def joined(languages: tuple[PageWords, ...]) -> PagePatterns:
    """The words of these languages; of none, patterns that match what needs no words."""
    month = rf"{folded(_any(each.months for each in languages))}(?!\w)"
    number, digit = f"[{DIGITS}]{{1,4}}", f"[{DIGITS}]"
    page, of = _any(each.page for each in languages), _any(each.of for each in languages)
    share, joints = folded(_any(each.share for each in languages)), folded(_any(each.joints for each in languages))
    year = folded(_any(each.year for each in languages))
    issuer = _any(each.issuer for each in languages)
    return PagePatterns(
        month=re.compile(f"(?:{folded(of)} )?{month}"),
        page=re.compile(rf"{page}?\s?{number}\s?(?:/|{of})\s?{number}|{page}\s{number}"),
        recycle=re.compile(_any(each.recycle for each in languages)),
        reissued=re.compile(rf"\*{{1,3}} ?{_any(each.reissued for each in languages)}.{{0,120}}"),
        masthead=re.compile(rf"{issuer}(?: [A-Z]+/\S+)?"),
        amount=re.compile(rf"{digit}{{1,3}}\s?(?:[-–—/]\s?{digit}|{share}\b|{joints}\s?{digit}|{month})"),
        year=re.compile(rf"(?:{month},?|{year}) (\d{{4}})(?!\d)|(?<=\d )\((\d{{4}})\)"),
        before_year=re.compile(year),
        clause=re.compile(_any(each.clause for each in languages)),
        formula=re.compile(_any(each.formula for each in languages)),
        month_names=tuple(name for each in languages for name in each.month_names),
        lone_lines=tuple(line for each in languages for line in each.lone_lines),
        cited_names=tuple(name for each in languages for name in each.cited_names),
        cited_others=tuple(name for each in languages for name in each.cited_others),
        special_marks=tuple(mark for each in languages for mark in each.special_marks),
        draft=re.compile(_any(each.draft for each in languages)),
        article=re.compile(_any(each.article for each in languages)),
        common=re.compile(_any(each.common for each in languages)),
    )


def _any(parts: Iterable[str]) -> str:
    """A pattern of one of these, or of nothing."""
    return f"(?:{'|'.join(filter(None, parts)) or _NEVER})"


NO_WORDS = joined(())
