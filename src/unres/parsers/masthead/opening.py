"""What the first sentences of a text say of it, where no formula stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.masthead.adoption import WINDOW
from unres.parsers.number import read_meeting
from unres.parsers.verbs import find_reported

if TYPE_CHECKING:
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Document

_LONGEST_NAME = 60
"""Between meeting and date of a first sentence stands no more than the organ's name."""
_MOST_BEFORE_REPORT = 6
"""Paragraphs at the beginning of a decision in which it is looked for what it reports."""


def read_opening(document: Document, *, anywhere: bool = False) -> None:
    """Reads meeting and date from the first sentence of a decision or statement, which have no formula.

    They stand at its beginning, or `anywhere` in it, as behind an Arabic verb: قررت الجمعية العامة، في جلستها 12.
    «At its 93rd plenary meeting, on 27 June 2019, the General Assembly, ..., decided ...».
    """
    if document.formula is not None or not document.body:
        return
    language, head, text = document.language, document.draft.head, document.body[0].folded
    match = language.masthead.opening_meeting.match(text)
    if match is None and anywhere:
        match = language.masthead.meeting.search(text, 0, WINDOW)
    if match is None:
        return
    if head.stated_meeting is None:
        head.stated_meeting = read_meeting(match, language)
    for date in find_dates(text[: match.end() + WINDOW], language.code):
        if date.start - match.end() <= _LONGEST_NAME:
            head.stated = head.stated or date
        return


def read_report(document: Document) -> None:
    """A text without formula that reports what an organ did is a decision, where nothing else is said of it."""
    head = document.draft.head
    opening = document.body[:_MOST_BEFORE_REPORT] if document.formula is None else []
    found = any(_reports(paragraph, document.language.code) for paragraph in opening)
    if found and head.symbol is None:
        head.kind = head.kind or "decision"
    document.reported = found or head.kind == "decision"
    if found:
        read_opening(document, anywhere=True)


def _reports(paragraph: Paragraph, code: str) -> bool:
    said = find_reported(paragraph.folded, code)
    return said is not None and said[1].mood == "past"
