"""From lines to paragraphs: furniture set aside, lines joined, footnotes lifted, pages put together again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.layout.extracted import join_labels
from unres.layout.flow import paragraphs, rejoin
from unres.layout.footnotes import Note, lift
from unres.layout.furniture import set_aside
from unres.layout.marks import take_strong, take_weak

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph, TextLine


@dataclass(slots=True)
class Layout:
    """A document as paragraphs."""

    body: list[Paragraph]
    notes: list[Note]
    furniture: list[tuple[str, TextLine]]


def lay_out(lines: list[TextLine], language: Language) -> Layout:
    """Lines as they were read, as paragraphs in the order of reading."""
    kept, furniture = set_aside(join_labels(lines, language), language)
    found = paragraphs(kept, language)
    take_strong(found)
    lifted = lift(found, language)
    body = rejoin(lifted.body, language)
    take_weak(body, [note.label for note in lifted.notes], language)
    return Layout(body, lifted.notes, furniture)
