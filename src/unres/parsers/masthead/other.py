"""Documents that are no resolutions: reports, records of meetings, letters, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.un.symbols import NATURE_OF

if TYPE_CHECKING:
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Document, Head

_MOST_LINES = 40
_LONGEST_LINE = 220
_RECORD = re.compile(r"/(?:PV|SR)\.\d")
_OF_DRAFTS = re.compile(rf"/L\.\d|{'|'.join(NATURE_OF.values())}")


def recognize_other(document: Document) -> None:
    """A report, a record or a letter is read all the same, but not as a resolution."""
    found = _recognized(document)
    if found is None:
        return
    name, line = found
    head = document.draft.head
    head.kind = "other"
    start, end = (line.pieces[0][0], line.pieces[-1][1]) if line else (None, None)
    if line and (title := _lines_before(line, head)):
        head.title = " ".join(title)
    message = f"It looks like {name}, not like a resolution; what it adopts or annexes comes out of `read_all`."
    document.remark("structure.other_document", message, start, end)


def _recognized(document: Document) -> tuple[str, Paragraph | None] | None:
    """What a document looks like that is no resolution ("a report"), and the line that says so; None for all others.

    A report quotes resolutions, so that an enacting formula is no proof; but it has a symbol of its own.
    """
    head, others = document.draft.head, document.language.drafts.other_documents
    symbol, formula = head.symbol or "", document.formula is not None
    if _RECORD.search(symbol):
        return others[0][1], None
    if (formula and not symbol) or head.kind not in (None, "resolution") or _is_of_resolution(head):
        return None
    for paragraph in document.layout.body[:_MOST_LINES]:
        if len(paragraph.folded) <= _LONGEST_LINE:
            for pattern, name in others:
                if pattern.match(paragraph.folded):
                    return name, paragraph
    return None if formula or not symbol or _OF_DRAFTS.search(symbol) else ("a document of another kind", None)


def _is_of_resolution(head: Head) -> bool:
    """Whether the head says what only that has which is adopted, or to be adopted."""
    return bool(head.adopted or head.status or head.council_number or head.written_number or head.stated)


def _lines_before(line: Paragraph, head: Head) -> list[str]:
    """What the title of a report or a note has before the line that says what it is: "Note by the Secretariat"."""
    titled = [each for names, each in head.lines if "title" in names]
    place = next((n for n, each in enumerate(titled) if each is line), 0)
    return [each.text for each in titled[:place]]
