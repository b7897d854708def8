"""The agenda items, and their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.draft import AgendaItem

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.parsers.masthead.lines import Masthead

_SENTENCE = 160
"""A line of this length that ends with a full stop is a sentence, and no title."""


def _is_sentence(text: str) -> bool:
    return len(text) > _SENTENCE and text.endswith(".")


def read_agenda(m: Masthead) -> None:
    """«Agenda item 29 (a)», «البندان 13 و 117 من جدول الأعمال»; the titles follow on the next lines."""
    items: list[AgendaItem] = []
    for match in m.language.masthead.agenda.finditer(m.text):
        inside = match.start() and m.text[match.start() - 1] not in "\n (" and items
        if inside or m.is_taken(match.start()) or _is_sentence(m.paragraphs[m.line(match.start())].text):
            continue
        items += [AgendaItem(number) for number in agenda_numbers(match["numbers"], m.language)]
        m.claim(match.start(), match.end(), "agenda_items")
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
        m.claim(m.starts[n], m.starts[n] + 1, "agenda_items")
    if title and len(items) == 1:
        items[0].title = " ".join(title)
    elif len(title) == len(items):
        for item, line in zip(items, title, strict=True):
            item.title = line
