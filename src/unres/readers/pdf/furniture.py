"""What is no part of the text: running heads, page numbers, job numbers, bar codes, the recycling notice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import Rule
from unres.readers.pdf.limits import check_time
from unres.readers.pdf.rules import THICKEST
from unres.scripts import DIGITS

if TYPE_CHECKING:
    from unres.printed import PagePatterns
    from unres.readers.pdf.rows import Row, RowPage

_TOP, _BOTTOM = 0.10, 0.10  # share of the page's height
_DASHED_TOP = 0.15  # the same for "-12-", which no text consists of
_LOWEST_HEAD = 0.6  # share of the page's height: a running head ends above it
_LOWEST_RULE = 0.85  # the same for one in type as large as the text
_FEW = 4  # rows of such a head
_SMALL = 0.93  # times the size of the text
_APART = 1.8  # ems between the running head and the text
_DIGITS = re.compile(f"[{DIGITS}]+")
_WIDE = 0.5  # share of the page's width from which a rule parts the running head from the text

_TOKEN = re.compile(
    rf"""
    [A-Z]+ (?: / [A-Za-z0-9.()\-]+ )+ \*{{0,3}}     # A/RES/73/3
  | [-–—] \s? [{DIGITS}]{{1,4}} \s? [-–—]     # -12-
  | [0-9]{{2}} - [0-9]{{5,6}} \*{{0,3}} | [0-9]{{5,6}} - [0-9]{{2}}     # job number 12-49072, also turned about
  | \( [A-Z] \)     # its language
  | [0-9]{{6}} | [{DIGITS}]{{1,3}}     # date of printing 241018; page number
  | \* [0-9A-Z]{{6,12}} \*     # bar code
  | [-–—•]
    """,
    re.VERBOSE,
)
_DASHED = re.compile(rf"[-–—] ?[{DIGITS}]{{1,4}} ?[-–—]")
_DRAWN_RULE = re.compile("[-_–—]{5,}")  # a rule made of characters
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Za-z0-9.()\-]+)+\*{0,3}")


def set_aside(pages: list[RowPage], words: PagePatterns) -> None:
    """Marks the rows that are furniture, by what they say, where they stand and how often they return."""
    seen: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for page in pages:
        seen.update({_masked(row) for row in page.rows if _at_edge(row, page)})
        for row in page.rows:
            sizes[round(row.size, 1)] += len(row.text)
    body_size = sizes.most_common(1)[0][0] if sizes else 0.0
    for page in pages:
        top = [row for row in page.rows if row.y > 0.85 * page.height and row.size > _SMALL * body_size]
        page.masthead = page.number == 1 or any(words.masthead.fullmatch(row.text) for row in top)
    enough = max(2, min(0.4 * len(pages), 3))
    repeated = {text for text, count in seen.items() if count >= enough}
    for page in pages:
        head = _head_end(page, body_size, repeated, words)
        for row in page.rows:
            if _DRAWN_RULE.fullmatch(row.text):
                page.rules.append(Rule(row.x0, row.x1, row.y, row.y))
                row.zone = "furniture"
            elif _is_furniture(row, page, head, words, repeated=_masked(row) in repeated):
                row.zone = "furniture"
        page.rules.sort(key=lambda rule: -rule.y0)
        _take_beside(page)


def _is_furniture(row: Row, page: RowPage, head: float | None, words: PagePatterns, *, repeated: bool) -> bool:
    if row.cell is not None:
        return False
    if head is not None and row.y > head:
        return True
    if page.masthead and row.y > 0.5 * page.height:
        return _at_edge(row, page) and _says_so(row, page, words)
    if _at_edge(row, page) and (repeated or _says_so(row, page, words)):
        return True
    return words.recycle.match(row.text) is not None and row.y < 0.2 * page.height


def _take_beside(page: RowPage) -> None:
    """What stands beside a page number, a job number or a symbol at the edge is furniture like it."""
    edge = [row for row in page.rows if row.zone == "furniture" and _at_edge(row, page)]
    for row in page.rows:
        if row.zone != "body" or (page.masthead and row.y > 0.5 * page.height):
            continue
        if any(abs(row.y - other.y) < 0.4 * other.size for other in edge):
            row.zone = "furniture"


def _at_edge(row: Row, page: RowPage) -> bool:
    top = _DASHED_TOP if _DASHED.fullmatch(row.text) else _TOP
    return row.y > (1 - top) * page.height or row.y < _BOTTOM * page.height


def _masked(row: Row) -> str:
    return _DIGITS.sub("#", row.text)


def _says_so(row: Row, page: RowPage, words: PagePatterns) -> bool:
    """Nothing but symbols, page numbers, job numbers and bar codes; a masthead keeps its symbol."""
    top = row.y > 0.5 * page.height
    rest = row.text
    while rest:
        check_time()
        match = words.page.match(rest) or _TOKEN.match(rest)
        if match is None or (match.end() < len(rest) and rest[match.end()] != " "):
            return False
        if top and page.masthead and _SYMBOL.fullmatch(match[0]):
            return False
        rest = rest[match.end() :].lstrip()
    return True


def _head_end(page: RowPage, body_size: float, repeated: set[str], words: PagePatterns) -> float | None:
    """The height at which the running head ends, of however many rows it is.

    A head holds a row that is nothing but a symbol or a page number, or one that other pages have too; with it goes
    what stands near it, down to the uppermost wide rule, or in smaller type than the text. In type as large as the
    text it has few rows.
    """
    if page.masthead:
        return None
    rows = sorted((row for row in page.rows if row.y > _LOWEST_HEAD * page.height), key=lambda row: -row.y)
    wide = (rule for rule in page.rules if rule.x1 - rule.x0 > _WIDE * page.width and rule.y1 - rule.y0 < THICKEST)
    end = next((rule.y0 for rule in wide if rows and rule.y0 < rows[0].y), 0.0)
    large_end = end if end > _LOWEST_RULE * page.height and sum(row.y > end for row in rows) <= _FEW else page.height
    head: list[Row] = []
    for row in rows:
        lowest = end if row.size <= _SMALL * body_size else large_end
        if row.y < lowest or (head and head[-1].y - row.y > _APART * row.size):
            break
        head.append(row)
    told = any(_says_so(row, page, words) or (_at_edge(row, page) and _masked(row) in repeated) for row in head)
    return head[-1].y - 1 if told else None
