"""What is no part of the text: running heads, page numbers, job numbers, bar codes, the recycling notice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import Rule

if TYPE_CHECKING:
    from unres.readers.pdf.rows import Row, RowPage

_TOP, _BOTTOM = 0.10, 0.10  # share of the page's height
_DIGITS = re.compile("[0-9٠-٩]+")
_WIDE = 0.5  # share of the page's width from which a rule parts the running head from the text

_TOKEN = re.compile(
    r"""
    [A-Z]+ (?: / [A-Za-z0-9.()\-]+ )+ \*?     # A/RES/73/3
  | [0-9٠-٩]{1,4} \s? / \s? [0-9٠-٩]{1,4}     # 2/9
  | [0-9]{2} - [0-9]{5,6} | [0-9]{5,6} - [0-9]{2}     # job number 12-49072, also turned about
  | \( [A-Z] \)     # its language
  | [0-9]{6} | [0-9٠-٩]{1,3}     # date of printing 241018; page number
  | \* [0-9A-Z]{6,12} \*     # bar code
  | [-–—•]
    """,
    re.VERBOSE,
)
_DRAWN_RULE = re.compile("[_–—]{5,}")  # a rule made of characters
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Za-z0-9.()\-]+)+")
_RECYCLE = re.compile("Please recycle|الرجاء إعادة (?:استعمال|التدوير)|يرجى إعادة (?:استعمال|التدوير)")
_MASTHEAD = re.compile("(?:United Nations|الأمم المتحدة|Distr\\..{0,20})(?: [A-Z]+/\\S+)?")


def set_aside(pages: list[RowPage]) -> None:
    """Marks the rows that are furniture, by what they say, where they stand and how often they return."""
    for page in pages:
        page.masthead = page.number == 1 or any(
            _MASTHEAD.fullmatch(row.text) for row in page.rows if row.y > 0.85 * page.height
        )
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_masked(row) for row in page.rows if _at_edge(row, page)})
    enough = max(2, min(0.4 * len(pages), 3))
    for page in pages:
        head = _head_rule(page)
        for row in page.rows:
            if _DRAWN_RULE.fullmatch(row.text):
                page.rules.append(Rule(row.x0, row.x1, row.y, row.y))
                row.zone = "furniture"
            elif _is_furniture(row, page, seen[_masked(row)] >= enough, head):
                row.zone = "furniture"
        _take_foot(page)


def _is_furniture(row: Row, page: RowPage, repeated: bool, head: float | None) -> bool:
    if row.cell is not None:
        return False
    if page.masthead and row.y > 0.5 * page.height:
        return _at_edge(row, page) and _says_so(row, page)
    if _at_edge(row, page) and (repeated or _says_so(row, page)):
        return True
    return (head is not None and row.y > head) or (_RECYCLE.match(row.text) is not None and row.y < 0.2 * page.height)


def _take_foot(page: RowPage) -> None:
    """What stands beside a page number or a job number at the foot is furniture like it."""
    foot = [row for row in page.rows if row.zone == "furniture" and row.y < _BOTTOM * page.height]
    for row in page.rows:
        if row.zone == "body" and any(abs(row.y - other.y) < 0.4 * other.size for other in foot):
            row.zone = "furniture"


def _at_edge(row: Row, page: RowPage) -> bool:
    return row.y > (1 - _TOP) * page.height or row.y < _BOTTOM * page.height


def _masked(row: Row) -> str:
    return _DIGITS.sub("#", row.text)


def _says_so(row: Row, page: RowPage) -> bool:
    """Nothing but symbols, page numbers, job numbers and bar codes; a masthead keeps its symbol."""
    top = row.y > 0.5 * page.height
    rest = row.text
    while rest:
        match = _TOKEN.match(rest)
        if match is None or (match.end() < len(rest) and rest[match.end()] != " "):
            return False
        if top and page.masthead and _SYMBOL.fullmatch(match[0]):
            return False
        rest = rest[match.end() :].lstrip()
    return True


def _head_rule(page: RowPage) -> float | None:
    """The height of the rule below the running head, of which at most four rows stand above it."""
    for rule in sorted(page.rules, key=lambda rule: rule.y0):
        if rule.y0 > (1 - 0.15) * page.height and rule.x1 - rule.x0 > _WIDE * page.width and rule.y1 - rule.y0 < 3:  # noqa: PLR2004
            return rule.y0 if sum(row.y > rule.y0 for row in page.rows) <= 4 else None  # noqa: PLR2004
    return None
