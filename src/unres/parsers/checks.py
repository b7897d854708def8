"""Diagnostics: what looks wrong in the parts taken together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.scripts import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Document


def check(document: Document) -> None:
    """Runs every check."""
    for rule in (_repairs, _footnotes, _dates, _number, _masthead, _parts):
        rule(document)


def _repairs(document: Document) -> None:
    repaired = document.repaired
    if repaired.surrogates:
        document.remark("text.surrogates", f"{repaired.surrogates} lone surrogates replaced.")
    if repaired.turned:
        document.remark("text.turned_letters", f"{repaired.turned} turned lam-alefs set right behind the article.")
    changes = [
        f"{count} {what}"
        for count, what in (
            (repaired.removed, "invisible characters taken out"),
            (repaired.unfolded, "presentation forms made letters"),
            (repaired.emphasis, "signs of Markdown taken out"),
        )
        if count
    ]
    if changes:
        document.remark("text.repaired", "; ".join(changes) + ".")


def _marked(document: Document) -> Iterable[tuple[str, Paragraph]]:
    for paragraph in document.layout.body:
        for _, label in paragraph.marks:
            yield label, paragraph


def _footnotes(document: Document) -> None:
    """Footnotes without mark, marks without footnote, both out of order."""
    notes = document.layout.notes
    labels: set[str] = set()
    last = 0
    for note in notes:
        start, end = note.paragraph.pieces[0][0], note.paragraph.pieces[-1][1]
        if note.label in labels:
            document.remark("footnote.repeated", f"A second footnote is labelled {note.label}.", start, end)
        elif note.label.isdigit() and int(note.label) < last:
            message = f"Footnote {note.label} stands behind footnote {last}."
            document.remark("footnote.out_of_order", message, start, end)
        labels.add(note.label)
        last = int(note.label) if note.label.isdigit() else last
    marked: set[str] = set()
    reissued = any(kind == "reissue_notice" for kind, _ in document.layout.furniture)
    highest = 0
    for label, paragraph in _marked(document):
        start, end = paragraph.pieces[0][0], paragraph.pieces[-1][1]
        if label not in labels and label not in marked and not (reissued and not label.isdigit()):
            document.remark("footnote.no_text", f"The mark {label} points to no footnote.", start, end)
        if label.isdigit() and label not in marked:
            if int(label) < highest:
                document.remark("footnote.out_of_order", f"The mark {label} stands behind {highest}.", start, end)
            highest = max(highest, int(label))
        marked.add(label)
    for note in notes:
        if note.label not in marked:
            start, end = note.paragraph.pieces[0][0], note.paragraph.pieces[-1][1]
            document.remark("footnote.no_mark", f"No mark points to footnote {note.label}.", start, end)


def _dates(document: Document) -> None:
    """Masthead against closing, and the two names of a month against each other."""
    head = document.draft.head
    stated, closed = head.stated and head.stated.date, head.closed and head.closed.date
    if stated and closed and stated != closed:
        document.remark("masthead.dates_disagree", f"Adopted on {stated} in the masthead, {closed} in the closing.")
    for date in (head.stated, head.issued, head.closed):
        if date and date.months_disagree:
            document.remark("date.months_disagree", "A date of masthead or closing names two different months.")


def _number(document: Document) -> None:
    """The number before the title against that of the symbol, and the meeting of the masthead against the closing's."""
    head = document.draft.head
    number, closed = head.number, head.closing_meeting
    if number and head.symbol:
        written = {int(n) for n in re.findall(r"\d+", western_digits(number.as_written))}
        if number.number not in written:
            message = f"The title is numbered {number.as_written}, the symbol is {head.symbol}."
            document.remark("number.disagrees", message)
    if head.unread_meeting and head.meeting_number is None:
        document.remark("masthead.meeting_unread", f"“{head.unread_meeting}” is no number of a meeting.")
    if closed is not None and closed != head.meeting_number:
        message = f"Meeting {head.meeting_number} in the masthead, {closed} in the closing."
        document.remark("masthead.meetings_disagree", message)


def _masthead(document: Document) -> None:
    """Lines of the masthead that no rule has read."""
    for names, paragraph in document.draft.head.lines:
        if not names:
            start, end = paragraph.pieces[0][0], paragraph.pieces[-1][1]
            document.remark("masthead.unread", f"“{paragraph.text[:60]}” is no known part of a masthead.", start, end)


def _parts(document: Document) -> None:
    """What a resolution cannot be without."""
    draft, head = document.draft, document.draft.head
    if head.kind == "other":
        return
    if document.formula is None:
        numbered = any(node.kind == "paragraph" and node.ordinal for node in draft.operative)
        if head.symbol is None and not numbered:
            document.remark("structure.not_a_resolution", "No enacting formula, no symbol, no numbered paragraph.")
        elif head.kind in (None, "resolution"):
            document.remark("structure.no_formula", "The enacting formula is missing.")
    if not draft.operative and not draft.annexes:
        document.remark("structure.no_operative", "No operative paragraph was found.")
