"""The number before the title, the title, and the number and year over a resolution of the Security Council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.numbers import part_letter, read_number

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead


def read_council_number(m: Masthead) -> None:
    """«Resolution 1445 (2002)», «120 (1956). Resolution of 4 November 1956»: these resolutions have no title."""
    match = m.words.resolution_number.search(m.text) or m.words.number_date.search(m.text)
    if match is None and m.head.symbol is None and (bare := m.language.numbers.on_its_line.search(m.text)):
        m.head.running_number = int(bare["number"])
        m.claim_match(bare, "number")
    elif match is None and m.head.symbol is None and (alone := m.words.number_alone.match(m.text)):
        for date in m.dates:
            if date.date is not None and 0 <= date.start - alone.end() <= len("of the "):
                m.head.council_number = f"{alone['number']} ({date.date.year})"
                m.claim_match(alone, "number")
                break
    elif match:
        m.head.council_number = f"{int(match['number'])} ({match['year']})"
        end = m.text.find("\n", match.end())
        m.claim(match.start(), match.end() if end < 0 else end, "number")


def read_date_of_number(m: Masthead) -> None:
    """«Resolution 300 (1971) / of 12 October 1971»: the date stands with the number."""
    if m.head.council_number is None:
        return
    for date in m.dates:
        line = m.paragraphs[m.line(date.start)].folded
        if m.language.numbers.beside_date.match(line):
            m.head.stated = date
            m.claim(date.start, date.end, "adopted_on")
            return


_WORD = 14
"""Of the word before the number, at most: "Resolution ", "القرار ", "Decision "."""
_FEW = 2
"""Lines of a title that stands alone before the formula."""


def read_title(m: Masthead) -> None:
    """«67/190. Title»: the number as the document writes it, and the title up to the formula."""
    for n in range(len(m.paragraphs) - 1, -1, -1):
        found = read_number(m.paragraphs[n].folded, m.language)
        if found is None or "agenda_items" in m.claimed[n] or (m.claimed[n] and m.claimed[n] != ["number"]):
            continue
        number, length = found
        m.head.written_number = number
        m.claim_line(n, "number", "title")
        _number_over_all(m, number, n)
        title = [m.paragraphs[n].text[length:]]
        for k in range(n + 1, len(m.paragraphs)):
            if m.claimed[k]:
                break
            m.claim_line(k, "title")
            if part_letter(m.paragraphs[k].folded, m.language):
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
            m.claim_line(n, "number")


def _title_without_number(m: Masthead) -> None:
    """A draft has a title without a number: the last lines that no rule has claimed, behind all that were."""
    if m.head.title is not None or m.head.council_number:
        return
    last = max((n for n, names in enumerate(m.claimed) if names and names != ["united_nations"]), default=-1)
    rest = range(last + 1, len(m.paragraphs))
    if rest and (len(rest) <= _FEW if last < 0 else "agenda_items" not in m.claimed[last]):
        m.head.title = " ".join(m.paragraphs[n].text for n in rest)
        for n in rest:
            m.claim_line(n, "title")
