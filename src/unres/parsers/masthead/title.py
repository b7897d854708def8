"""The title, and the number that stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.number import read_number

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_WORD = 14
"""Of the word before the number, at most: "Resolution ", "القرار ", "Decision "."""
_FEW = 2
"""Lines of a title that stands alone before the formula."""
_LETTER_NAME = 4
"""«باء», «B»: a part's letter stands alone on its line."""


def read_title(m: Masthead) -> None:
    """«67/190. Title»: the number as the document writes it, and the title up to the formula."""
    for n in range(len(m.paragraphs) - 1, -1, -1):
        found = read_number(m.paragraphs[n].folded)
        if found is None or "agenda_items" in m.claimed[n] or (m.claimed[n] and m.claimed[n] != ["number"]):
            continue
        number, length = found
        m.head.written_number = number
        m.claim(m.starts[n], m.starts[n] + len(m.paragraphs[n].folded), "number", "title")
        _number_over_all(m, number, n)
        title = [m.paragraphs[n].text[length:]]
        for k in range(n + 1, len(m.paragraphs)):
            if m.claimed[k]:
                break
            m.claim(m.starts[k], m.starts[k] + 1, "title")
            if len(m.paragraphs[k].text) <= _LETTER_NAME and m.language.labels.part_letter(m.paragraphs[k].folded):
                m.head.title_of_part = []
            (title if m.head.title_of_part is None else m.head.title_of_part).append(m.paragraphs[k].text)
        if joined := " ".join(part for part in title if part).strip():
            m.head.title = joined
        return
    _title_without_number(m)


def _number_over_all(m: Masthead, number: str, before: int) -> None:
    """«RESOLUTION 61/185», «القرار 61/185»: in the volumes of resolutions a line of its own says the number first."""
    for n in range(before):
        line = m.paragraphs[n].folded
        if not m.claimed[n] and line.endswith(f" {number}") and len(line) - len(number) <= _WORD:
            m.claim(m.starts[n], m.starts[n] + len(line), "number")


def _title_without_number(m: Masthead) -> None:
    """A draft has a title without a number: the last lines that no rule has claimed, behind all that were."""
    if m.head.title is not None or m.head.council_number:
        return
    last = max((n for n, names in enumerate(m.claimed) if names and names != ["united_nations"]), default=-1)
    rest = range(last + 1, len(m.paragraphs))
    if rest and (len(rest) <= _FEW if last < 0 else "agenda_items" not in m.claimed[last]):
        m.head.title = " ".join(m.paragraphs[n].text for n in rest)
        for n in rest:
            m.claim(m.starts[n], m.starts[n] + 1, "title")
