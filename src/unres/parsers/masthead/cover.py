"""What the cover says of the document as printed: symbol, kind, distribution, language, job number, date of issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.parsers.numbers import find_adopted
from unres.scripts import ARABIC_LETTERS
from unres.un.symbols import LONE

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_JOB = re.compile(r"^(?P<job>\d{2}-\d{5}|[NGVK]\d{7})\b", re.MULTILINE)


def read_united_nations(m: Masthead) -> None:
    """«United Nations», «الأمم المتحدة», at the head of the first page."""
    for n, paragraph in enumerate(m.paragraphs[:6]):
        if m.words.united_nations.fullmatch(paragraph.folded):
            m.claim_line(n, "united_nations")


def read_distribution(m: Masthead) -> None:
    """«Distr.: General», «Original: English», «Arabic»."""
    if match := m.words.distribution.search(m.text):
        m.head.distribution = (match["distribution"] or match.groupdict().get("arabic") or "").capitalize()
        m.claim_match(match, "distribution")
    if match := m.words.original.search(m.text):
        m.head.original_language = match["language"] or match.groupdict().get("arabic")
        m.claim_match(match, "original_language")
    for match in m.words.language_line.finditer(m.text):
        m.claim_match(match, "language")
    if match := _JOB.search(m.text):
        m.head.job_number = match["job"]
        m.claim_match(match, "job_number")


def read_issue(m: Masthead) -> None:
    """The date of issue: alone on its line, or behind the distribution."""
    for date in m.dates:
        n = m.line(date.start)
        line = m.paragraphs[n].folded
        alone = line.strip() == m.text[date.start : date.end]
        behind = "distribution" in m.claimed[n] and line.rstrip().endswith(m.text[date.start : date.end])
        if (alone or behind) and not m.is_taken(date.start):
            m.head.issued = date
            m.claim(date.start, date.end, "issued_on")
            return


_NAME = rf"(?:[A-Z][A-Za-z]{{1,15}}|[a-z]{{2,3}}|[{ARABIC_LETTERS}]{{2,12}})"
_LONE_SYMBOL = re.compile(
    rf"^(?:{_NAME} ){{0,6}}(?P<symbol>{LONE})(?P<star>\*{{0,3}})(?: {_NAME}){{0,6}}$",  # A/67/L.4*: with a note
    re.MULTILINE,
)
"""A symbol alone on its line, or beside the name of the organization or the organ."""
_OF_THE_COUNCIL = len(" of the Human Rights Council")


def read_symbol(m: Masthead) -> None:
    """«A/RES/67/190», of what was adopted or of a draft, and not a symbol cited in a title."""
    first = next((each for each in find_adopted(m.text) if not _in_brackets(m.text, each[0].start())), None)
    if first:
        found, adopted = first
        m.head.symbol, m.head.adopted = adopted.symbol, adopted
        m.claim_match(found, "symbol")
        for again, same in find_adopted(m.text, found.end()):
            if same.symbol == adopted.symbol:
                m.claim_match(again, "symbol")
        return
    if match := _LONE_SYMBOL.search(m.text):
        m.head.symbol = match["symbol"]
        m.claim(match.start("symbol"), match.end("symbol"), "symbol")


def symbol_alone(text: str) -> str | None:
    """The symbol, where a line is nothing else."""
    match = _LONE_SYMBOL.fullmatch(text)
    return match["symbol"] if match and match.start("symbol") == 0 else None


def read_kind(m: Masthead) -> None:
    """«Decision adopted by ...», «Decision 73/561»; «Statement by the President of the Council» is no title."""
    if m.head.status == "draft":
        return
    if found := m.words.decision_word.search(m.text):
        m.head.kind = m.head.kind or "decision"
        if found[0] == m.paragraphs[m.line(found.start())].folded:
            m.claim_match(found, "kind")
    for n, paragraph in enumerate(m.paragraphs):
        match = m.words.statement_word.match(paragraph.folded)
        if match and len(paragraph.folded) - match.end() <= _OF_THE_COUNCIL:
            m.head.kind = "presidential_statement"
            m.claim_line(n, "kind")
            return


def _in_brackets(text: str, position: int) -> bool:
    """Whether a round bracket is open there."""
    return text.count("(", 0, position) != text.count(")", 0, position)
