"""The organ, its session, and the items of its agenda."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.parsers.draft import AgendaItem

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.parsers.masthead.lines import Masthead

_MASTHEAD_LINE = 120
"""A line that names the organ is shorter; what is longer is a title."""
_SEARCHED = 90
_AT_THE_START = 30


def read_committee(m: Masthead) -> None:
    """«Third Committee», of the Assembly, on a line of its own before the agenda item."""
    for n, paragraph in enumerate(m.paragraphs):
        if not m.claimed[n] and m.language.drafts.committee_line.fullmatch(paragraph.folded):
            m.claim_line(n, "committee")
            return


def read_organ(m: Masthead) -> None:
    """The organ's name, on a line of its own or at its start; the last one, for a council names its assembly first."""
    for n, paragraph in enumerate(m.paragraphs):
        text = paragraph.folded
        named = len(text) < _MASTHEAD_LINE and not m.claimed[n]
        for pattern, organ in m.language.organs if named else ():
            match = pattern.search(text, 0, _SEARCHED)
            if match and match.start() <= _AT_THE_START:
                m.head.organ = organ
                m.claim(m.starts[n] + match.start(), m.starts[n] + match.end(), "organ")
                break
        if m.head.organ and m.words.agenda.search(text):
            break


_SESSION_LINE = 130
"""A line that gives the session is shorter; in a longer one it is named inside a title."""


def read_session(m: Masthead) -> None:
    """«Sixty-seventh session», «الدورة الاستثنائية الطارئة الحادية عشرة», «2022 session»."""
    end = m.title_start()
    for match in m.words.session.finditer(m.text, 0, end):
        if m.is_taken(match.start()) or m.text.count("(", 0, match.start()) > m.text.count(")", 0, match.start()):
            continue
        line = m.paragraphs[m.line(match.start())].folded
        if len(line) > _SESSION_LINE:
            continue
        if match["year"]:
            m.head.session = int(match["year"])
        elif (number := _ordinal(match["ordinal"], m)) is not None:
            m.head.session = number
        else:
            continue
        m.claim_match(match, "session")
        return


def _ordinal(written: str, m: Masthead) -> int | None:
    """«67th», «sixty-seventh», «السابعة والستون»."""
    return int(re.sub(r"\D", "", written)) if written[0].isdigit() else m.language.ordinals.read(written)


_SENTENCE = 160
"""A line of this length that ends with a full stop is a sentence, and no title."""


def _is_sentence(text: str) -> bool:
    return len(text) > _SENTENCE and text.endswith(".")


def read_agenda(m: Masthead) -> None:
    """«Agenda item 29 (a)», «البندان 13 و 117 من جدول الأعمال»; the titles follow on the next lines."""
    items: list[AgendaItem] = []
    for match in m.words.agenda.finditer(m.text):
        inside = match.start() and m.text[match.start() - 1] not in "\n (" and items
        if inside or m.is_taken(match.start()) or _is_sentence(m.paragraphs[m.line(match.start())].text):
            continue
        items += [AgendaItem(number) for number in agenda_numbers(match["numbers"], m.language)]
        m.claim_match(match, "agenda_items")
    m.head.agenda_items = items


def agenda_numbers(text: str, language: Language) -> list[str]:
    """«29 (a) and (b) and 30» as ["29 (a)", "29 (b)", "30"]."""
    numbers: list[str] = []
    last = ""
    for match in language.masthead.agenda_number.finditer(text):
        number, letter = match["number"], match["letter"]
        if not number and not letter:
            continue
        last = number or last
        numbers.append(f"{last} ({letter})" if letter else last)
    return numbers


def read_agenda_titles(m: Masthead) -> None:
    """The unclaimed lines behind an agenda item are its title."""
    items = m.head.agenda_items
    if not items:
        return
    first = next(n for n, names in enumerate(m.claimed) if "agenda_items" in names)
    title: list[str] = []
    for n in range(first + 1, len(m.paragraphs)):
        if "agenda_items" in m.claimed[n]:
            continue
        if m.claimed[n] or _is_sentence(m.paragraphs[n].text):
            break
        title.append(m.paragraphs[n].text)
        m.claim_line(n, "agenda_items")
    if title and len(items) == 1:
        items[0].title = " ".join(title)
    elif len(title) == len(items):
        for item, line in zip(items, title, strict=True):
            item.title = line
