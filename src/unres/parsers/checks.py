"""Diagnostics: what looks wrong in the parts taken together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.layout.repair import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.layout.lines import Paragraph
    from unres.parsers.document import Document


def check(document: Document) -> None:
    """Runs every check."""
    for rule in (_repairs, _footnotes, _dates, _number, _masthead, _parts):
        rule(document)


def _repairs(document: Document) -> None:
    repaired = document.repaired
    if repaired.surrogates:
        document.remark("text.surrogates", f"{repaired.surrogates} lone surrogates replaced.")
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
    """Masthead against closing, and the two names of a month against each other.

    Where the two differ the closing counts: it is written for this text, the masthead is copied from the last one.
    """
    fields = document.draft.head.fields
    closed = fields.pop("closed_on", None)
    if closed is not None:
        stated = fields.get("adopted_on") or closed
        if closed != stated:
            document.remark("masthead.dates_disagree", f"Adopted on {stated} in the masthead, {closed} in the closing.")
        fields["adopted_on"] = closed
    for name in ("months_disagree", "issue_months_disagree", "closing_months_disagree"):
        if fields.pop(name, False):
            document.remark("date.months_disagree", "A date of masthead or closing names two different months.")


_DIGITS = re.compile(r"\d+")


def _number(document: Document) -> None:
    """The number before the title against that of the symbol, and the meeting of the masthead against the closing's."""
    fields = document.draft.head.fields
    number = fields.get("number")
    if number and "symbol" in fields:
        written = {int(n) for n in _DIGITS.findall(western_digits(number["as_written"]))}
        if number["number"] not in written:
            message = f"The title is numbered {number['as_written']}, the symbol is {fields['symbol']}."
            document.remark("number.disagrees", message)
    closed = fields.pop("closing_meeting", None)
    if closed is not None and closed != fields.setdefault("meeting_number", closed):
        message = f"Meeting {fields['meeting_number']} in the masthead, {closed} in the closing."
        document.remark("masthead.meetings_disagree", message)


def _masthead(document: Document) -> None:
    """Lines of the masthead that no rule has read."""
    for names, paragraph in document.draft.head.lines:
        if not names:
            start, end = paragraph.pieces[0][0], paragraph.pieces[-1][1]
            document.remark("masthead.unread", f"“{paragraph.text[:60]}” is no known part of a masthead.", start, end)


def _parts(document: Document) -> None:
    """What a resolution cannot be without."""
    draft = document.draft
    if draft.head.fields.get("kind") == "other":
        return
    if document.formula is None:
        numbered = any(node.kind == "paragraph" and node.ordinal for node in draft.operative)
        if "symbol" not in draft.head.fields and not numbered:
            document.remark("structure.not_a_resolution", "No enacting formula, no symbol, no numbered paragraph.")
        elif draft.head.fields.get("kind", "resolution") == "resolution":
            document.remark("structure.no_formula", "The enacting formula is missing.")
    if not draft.operative and not draft.annexes:
        document.remark("structure.no_operative", "No operative paragraph was found.")
