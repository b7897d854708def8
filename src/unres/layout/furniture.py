"""Furniture: what belongs to the page and not to the resolution.

A line is furniture by what it says (page number, recycling notice, job number, bar code) or, for running heads, by
what it repeats: the symbol of the document again, alone or beside a page number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages import page_words
from unres.layout.extracted import gather_notes
from unres.un.symbols import PRINTED

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import TextLine
    from unres.printed import PagePatterns

PAGE_NUMBER = re.compile(r"[-–— ]*(?P<page>\d{1,3}) ?/ ?(?P<of>\d{1,3})[-–— ]*")
"""«2/9»; a page whose text was read from right to left has «9/2»."""
LONE_NUMBER = re.compile(r"[-–—] ?\d{1,3} ?[-–—]")
"""«- 3 -»."""
JOB_NUMBER = re.compile(
    r"(?:\d{1,3} ?/ ?\d{1,3} )?(?P<job>\d{2}-\d{5}|[NGVK]\d{7})(?: ?\([A-Z]\))?(?: ?\d{6})?(?: ?\*[\d]+\*)?"
    r"(?: \d{1,3} ?/ ?\d{1,3})?"
)
"""«12-49072 (E) 020113», «2/3 N2171234», with what may stand beside it at the foot of a page."""
_PRINTED = re.compile(r"\d{6}")
"""The date of printing, behind the job number on a line of its own."""
BAR_CODE = re.compile(r"\*\d{5,8}[A-Z]?\*|\*[A-Z]?\d{6,9}\*")
_RUNNING_HEAD = re.compile(rf"(?:\d{{1,3}} ?/ ?\d{{1,3}} )?{PRINTED.pattern}(?: \d{{1,3}} ?/ ?\d{{1,3}})?")
_OWN = re.compile(rf"(?:^| ){PRINTED.pattern}$")
_MOST_LINES = 6
"""Lines of a title that is set as a running head."""
_MASTHEAD = 100
"""Lines of a masthead before its formula; what stands further up is none."""
_RULE = re.compile(r"[_\-–—=* ]{3,}|\* \* \*|\+[-=:+]{3,}")
"""A line of signs, as between a text and its footnotes, and above each row of a table in Markdown."""
_LONGEST = 130
_BEHIND_REQUEST = 8
"""Characters behind the request to recycle: its sign, as it was read."""
_CLAUSE = 150
"""What opens like a clause and is longer than this is one, and no title."""


def set_aside(lines: list[TextLine], language: Language) -> tuple[list[TextLine | None], list[tuple[str, TextLine]]]:
    """The lines with None where furniture stood, and the furniture with its kind."""
    body = next((n for n, line in enumerate(lines) if _ends_masthead(line.folded, language)), len(lines))
    heads = _Heads([line.folded for line in lines[max(0, body - _MASTHEAD) : body + 1]])
    lines = heads.cut_off(lines, body)
    kinds = _kinds(lines, body, heads)
    heads.mark(lines, body, kinds)
    gather_notes(lines, kinds)
    furniture = [(kind, line) for kind, line in zip(kinds, lines, strict=True) if kind is not None]
    return [line if kind is None else None for kind, line in zip(kinds, lines, strict=True)], furniture


def _kinds(lines: list[TextLine], body: int, heads: _Heads) -> list[str | None]:
    """Which furniture each line is by what it says; None for a line of the document."""
    words = page_words()
    kinds: list[str | None] = []
    for n, line in enumerate(lines):
        masthead = n <= body
        kind = None
        if line.start in heads.found:
            kind = "running_head"
        elif line.role == "furniture":
            kind = _kind(line.folded, words, heads, masthead=False) or "other"
        elif line.role is None and len(line.text) <= _LONGEST:
            kind = _kind(line.folded, words, heads, masthead=masthead)
            if kind is None and kinds and kinds[-1] == "job_number" and _PRINTED.fullmatch(line.folded):
                kind = "job_number"
        kinds.append(kind)
    return kinds


class _Heads:
    """The masthead, of which running heads repeat the symbol, the title, or both, broken at other places."""

    def __init__(self, lines: list[str]) -> None:
        self.symbols: set[str] = set()
        """Symbols that stood alone on a line of the masthead."""
        self.symbol: str | None = None
        """The one that stands there alone, or behind other words of its line."""
        self.found: set[int] = set()
        """Where lines begin that are running heads with the title and the symbol."""
        self._starts: set[int] = set()
        self._ends: set[int] = set()
        words: list[str] = []
        length = 0
        for line in lines:
            if len(line) <= _LONGEST:  # a longer one is no part of a head
                for word in line.split():
                    self._starts.add(length)
                    words.append(word)
                    length += len(word)
                self._ends.add(length)
        self._text = "".join(words)

    def repeats(self, text: str) -> bool:
        """Whether words of the text stand in the masthead, from the beginning of one to the end of a line."""
        text = "".join(text.split())
        at = self._text.find(text) if any(map(str.isalpha, text)) else -1
        while at >= 0:
            if at in self._starts and at + len(text) in self._ends:
                return True
            at = self._text.find(text, at + 1)
        return False

    def cut_off(self, lines: list[TextLine], body: int) -> list[TextLine]:
        """Finds running heads by the symbol; parts those from a line of the body that no line end parts from it."""
        own = next((match["symbol"] for line in lines[:body] if (match := _OWN.search(line.folded))), None)
        self.symbol = own
        if own is None:
            return lines
        cuts: dict[int, int] = {}
        for n in range(body + 1, len(lines)):
            if lines[n].role is None and own in lines[n].folded:
                for first in range(max(body + 1, n + 1 - _MOST_LINES), n + 1):
                    run = lines[first : n + 1]
                    at = self._begins(run, lines[n + 1 : n + 1 + _MOST_LINES], own)
                    if at is not None:
                        cuts[first] = at
                        self.found.update(line.start for line in run[1:])
                        break
        out: list[TextLine] = []
        for n, line in enumerate(lines):
            parts = line.parted(cuts[n]) if cuts.get(n) else (line,)
            if n in cuts:
                self.found.add(parts[-1].start)
            out += parts
        return out

    def _begins(self, run: list[TextLine], after: list[TextLine], own: str) -> int | None:
        """Where in the first of these lines the running head begins with which they end; None where it does not."""
        if any(line.role is not None or len(line.text) != len(line.folded) for line in run):
            return None
        if any(len(line.text) > (_LONGEST if n else _MOST_LINES * _LONGEST) for n, line in enumerate(run)):
            return None
        first, rest = run[0].folded, " ".join(line.folded for line in run[1:])
        for start in (0, *(match.end() for match in re.finditer(" ", first))):
            head = f"{first[start:]} {rest}"
            if own not in head:
                break
            head = head.replace(own, "", 1).strip()
            if self.repeats(head) or (not head and start and self._ends_page(run[0], after)):
                return max(0, start - 1)
        return None

    def _ends_page(self, line: TextLine, after: list[TextLine]) -> bool:
        """Whether a page ends behind the line, or a running head goes on, as far as the lines behind it say so."""
        if not after or after[0].page != line.page:
            return True
        if JOB_NUMBER.fullmatch(after[0].folded) or PAGE_NUMBER.fullmatch(after[0].folded):
            return True
        return any(self.repeats(" ".join(each.folded for each in after[:n])) for n in range(1, len(after) + 1))

    def kind(self, text: str, *, masthead: bool) -> str | None:
        """Whether the line is the symbol of the document again, alone or with the title. The first one is none."""
        if text.isascii() and (match := _RUNNING_HEAD.fullmatch(text)):
            symbol = match["symbol"].rstrip("*")
            if symbol in self.symbols or (not masthead and symbol == (self.symbol or symbol)):
                return "running_head"
            if masthead:
                self.symbols.add(symbol)
            return None
        found = None if masthead else PRINTED.match(text)
        return "running_head" if found and self.repeats(text[found.end() :]) else None

    def mark(self, lines: list[TextLine], body: int, kinds: list[str | None]) -> None:
        """Marks the lines behind other furniture that repeat the masthead, and those between it and the symbol.

        What stands before a page number is the last line of its page, whatever words it shares with the title.
        """
        for n in range(body + 1, len(lines)):
            if kinds[n] is None:
                continue
            for step in (-1, 1):
                count = next(
                    (c for c in range(_MOST_LINES, 0, -1) if self._is_head(lines, body, kinds, n, step * c)), 0
                )
                for place in range(n + step, n + step * (count + 1), step):
                    kinds[place] = "running_head"

    def _is_head(self, lines: list[TextLine], body: int, kinds: list[str | None], n: int, count: int) -> bool:
        """Whether so many lines behind line `n`, or before it if `count` is negative, are a running head."""
        first, last = (n + 1, n + count) if count > 0 else (n + count, n - 1)
        if first <= body or last >= len(lines):
            return False
        if count < 0 and (
            kinds[n] != "running_head" or not (kinds[first - 1] or lines[first - 1].page != lines[n].page)
        ):
            return False
        run = lines[first : last + 1]
        return (
            all(kind in (None, "running_head") for kind in kinds[first : last + 1])
            and all(line.role is None and len(line.text) <= _LONGEST for line in run)
            and self.repeats(" ".join(self._without_symbol(line.folded) for line in run))
        )

    def _without_symbol(self, text: str) -> str:
        """A line without the document's own symbol at its beginning or end."""
        own = self.symbol
        return text.removeprefix(f"{own} ").removesuffix(f" {own}") if own else text


def _ends_masthead(text: str, language: Language) -> bool:
    """Whether the body has begun: the formula, or where it is missing a clause."""
    return language.clauses.formula.match(text) is not None or (
        len(text) > _CLAUSE and language.clauses.preambular.match(text) is not None
    )


def _kind(text: str, words: PagePatterns, heads: _Heads, *, masthead: bool) -> str | None:
    """Which furniture the line is; None for a line of the document."""
    first = text[0]
    if first.isdigit() or first in "-–—":
        return _number_kind(text, masthead=masthead)
    if first == "*":
        if BAR_CODE.fullmatch(text):
            return "bar_code"
        return "reissue_notice" if words.reissued.fullmatch(text) else None
    if "/" in text and (kind := heads.kind(text, masthead=masthead)):
        return kind
    if (asked := words.recycle.match(text)) and len(text) - asked.end() <= _BEHIND_REQUEST:
        return "recycling_notice"
    if JOB_NUMBER.fullmatch(text):
        return "job_number"
    if not masthead and words.page.fullmatch(text):
        return "page_number"
    return "rule" if first in "_+" and _RULE.fullmatch(text) else None


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
