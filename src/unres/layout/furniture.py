"""Furniture: what belongs to the page and not to the resolution.

A line is furniture by what it says (page number, recycling notice, job number, bar code) or, for running heads, by
what it repeats: the symbol of the document again, alone or beside a page number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.un.symbols import SERIES

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import TextLine

PAGE_NUMBER = re.compile(r"[-–— ]*(?P<page>\d{1,3}) ?/ ?(?P<of>\d{1,3})[-–— ]*")
"""«2/9»; a page whose text was read from right to left has «9/2»."""
LONE_NUMBER = re.compile(r"[-–—] ?\d{1,3} ?[-–—]")
"""«- 3 -»."""
JOB_NUMBER = re.compile(
    r"(?P<job>\d{2}-\d{5}|[NGVK]\d{7})(?: ?\([A-Z]\))?(?: ?\d{6})?(?: ?\*[\d]+\*)?(?: \d{1,3} ?/ ?\d{1,3})?"
)
"""«12-49072 (E) 020113», «N2171234», with what may stand beside it at the foot of a page."""
BAR_CODE = re.compile(r"\*\d{5,8}[A-Z]?\*|\*[A-Z]?\d{6,9}\*")
SYMBOL = re.compile(
    rf"(?P<symbol>(?:{'|'.join(sorted(SERIES))})/[A-Za-z0-9./\-]{{2,40}}"
    r"(?: \((?:\d{4}|[IVXL]+|Part [IVX]+)\))?)\*{0,3}"
)
_RUNNING_HEAD = re.compile(rf"(?:\d{{1,3}} ?/ ?\d{{1,3}} )?{SYMBOL.pattern}(?: \d{{1,3}} ?/ ?\d{{1,3}})?")
_RULE = re.compile(r"[_\-–—=* ]{3,}|\* \* \*")
_LONGEST = 130
_CLAUSE = 150
"""What opens like a clause and is longer than this is one, and no title."""


def set_aside(lines: list[TextLine], language: Language) -> tuple[list[TextLine | None], list[tuple[str, TextLine]]]:
    """The lines with None where furniture stood, and the furniture with its kind."""
    kept: list[TextLine | None] = []
    furniture: list[tuple[str, TextLine]] = []
    seen: set[str] = set()
    heads: list[str] = []
    masthead = True
    for line in lines:
        kind = None
        if masthead:
            heads.append(line.folded)
        elif kept[-1] is None and _repeats(line, heads):
            kind = "running_head"
        if line.role == "furniture":
            kind = _kind(line.folded, language, seen, masthead=False) or "other"
        elif kind is None and line.role is None and len(line.text) <= _LONGEST:
            kind = _kind(line.folded, language, seen, masthead=masthead)
        if masthead and kind is None and _ends_masthead(line.folded, language):
            masthead = False
        kept.append(line if kind is None else None)
        if kind is not None:
            furniture.append((kind, line))
    return kept, furniture


def _ends_masthead(text: str, language: Language) -> bool:
    """Whether the body has begun: the formula, or where it is missing a clause."""
    return language.clauses.formula.match(text) is not None or (
        len(text) > _CLAUSE and language.clauses.preambular.match(text) is not None
    )


def _repeats(line: TextLine, heads: list[str]) -> bool:
    """Whether a line beside other furniture repeats a line of the masthead, or the title at its end."""
    text = line.folded
    return line.role is None and len(text) <= _LONGEST and any(head.endswith(text) for head in heads)


def _kind(text: str, language: Language, seen: set[str], *, masthead: bool) -> str | None:
    """Which furniture the line is; None for a line of the document."""
    first = text[0]
    if first.isdigit() or first in "-–—":
        return _number_kind(text, masthead=masthead)
    if first == "*":
        if BAR_CODE.fullmatch(text):
            return "bar_code"
        return "reissue_notice" if language.furniture.reissued.fullmatch(text) else None
    if text.isascii() and "/" in text and (match := _RUNNING_HEAD.fullmatch(text)):
        symbol = match["symbol"].rstrip("*")
        if symbol in seen or (not masthead and not seen):
            return "running_head"
        if masthead:
            seen.add(symbol)
        return None
    if language.furniture.recycle.fullmatch(text):
        return "recycling_notice"
    if JOB_NUMBER.fullmatch(text):
        return "job_number"
    if not masthead and language.furniture.page.fullmatch(text):
        return "page_number"
    return "rule" if first == "_" and _RULE.fullmatch(text) else None


def _number_kind(text: str, *, masthead: bool) -> str | None:
    if JOB_NUMBER.fullmatch(text):
        return "job_number"
    if masthead:
        return None  # a bare «1/2022» here is the number of the resolution
    if PAGE_NUMBER.fullmatch(text) or LONE_NUMBER.fullmatch(text):
        return "page_number"
    if (match := _RUNNING_HEAD.fullmatch(text)) and match["symbol"]:
        return "running_head"
    return "rule" if text[0] in "-–—" and _RULE.fullmatch(text) else None
