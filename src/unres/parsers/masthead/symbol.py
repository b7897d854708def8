"""The symbol of the document, and whether it is a resolution, a decision or a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.parsers.symbols import find_adopted
from unres.un.symbols import SERIES

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_LONE_SYMBOL = re.compile(
    rf"""^(?:(?:[A-Z][A-Za-z]{{1,15}}|of|and|the|[\u0621-\u064a]{{2,12}})[ ]){{0,6}}   # United Nations
    (?P<symbol>
        (?:{"|".join(sorted(SERIES))})(?=/[A-Za-z./-]{{0,30}}\d)(?:/[A-Za-z0-9.\-]{{1,30}}){{1,9}}  # A/C.3/67/L.8
        (?:[ ]?\((?:\d{{4}}|[IVXLC]+|(?i:part|vol\.)[ ][IVXLC]+|(?i:summary))\))?     # (1956)  (XXV)  (Part II)
    )(?P<star>\*{{0,3}})                                                       # A/67/L.4*: reissued, or with a note
    (?:[ ][A-Z][A-Za-z]{{1,15}}|[ ](?:of|and|the)|[ ][\u0621-\u064a]{{2,12}}){{0,6}}$""",
    re.MULTILINE | re.VERBOSE,
)
"""A symbol alone on its line, or beside the name of the organization or the organ."""
_OF_THE_COUNCIL = len(" of the Human Rights Council")


def read_symbol(m: Masthead) -> None:
    """«A/RES/67/190», of what was adopted or of a draft, and not a symbol cited in a title."""
    first = next((each for each in find_adopted(m.text) if not _in_brackets(m.text, each[0].start())), None)
    if first:
        found, adopted = first
        m.head.symbol, m.head.adopted = adopted.symbol, adopted
        m.claim(found.start(), found.end(), "symbol")
        for again, same in find_adopted(m.text, found.end()):
            if same.symbol == adopted.symbol:
                m.claim(again.start(), again.end(), "symbol")
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
    if found := m.language.masthead.decision_word.search(m.text):
        m.head.kind = m.head.kind or "decision"
        if found[0] == m.paragraphs[m.line(found.start())].folded:
            m.claim(found.start(), found.end(), "kind")
    for n, paragraph in enumerate(m.paragraphs):
        match = m.language.masthead.statement_word.match(paragraph.folded)
        if match and len(paragraph.folded) - match.end() <= _OF_THE_COUNCIL:
            m.head.kind = "presidential_statement"
            m.claim(m.starts[n], m.starts[n] + len(paragraph.folded), "kind")
            return


def _in_brackets(text: str, position: int) -> bool:
    """Whether a round bracket is open there."""
    return text.count("(", 0, position) != text.count(")", 0, position)
