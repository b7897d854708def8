"""The masthead: everything before the enacting formula.

Its lines can arrive joined or interleaved, because they were set in a table of two columns. So each rule searches the
whole masthead, its lines joined by a line end, and claims the place it was read from; titles are what no rule claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.layout.furniture import JOB_NUMBER
from unres.parsers.masthead.adoption import read_adoption, read_basis, read_opening, read_recorded_vote
from unres.parsers.masthead.cover import (
    read_distribution,
    read_issue,
    read_kind,
    read_symbol,
    read_united_nations,
    symbol_alone,
)
from unres.parsers.masthead.lines import Masthead
from unres.parsers.masthead.organ import read_agenda, read_agenda_titles, read_committee, read_organ, read_session
from unres.parsers.masthead.submission import read_paper_head, read_submission
from unres.parsers.masthead.title import read_council_number, read_date_of_number, read_title
from unres.parsers.parts import divide, organ_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Document, Head

__all__ = ["RULES", "read_head"]

_MOST_LINES = 60

RULES: tuple[Callable[[Masthead], None], ...] = (
    read_united_nations,
    read_paper_head,
    read_symbol,
    read_submission,
    read_distribution,
    read_adoption,
    read_basis,
    read_recorded_vote,
    read_kind,
    read_issue,
    read_session,
    read_agenda,
    read_committee,
    read_organ,
    read_council_number,
    read_date_of_number,
    read_title,
    read_agenda_titles,
)
"""In order: what is plainest first, titles last."""


def read_head(document: Document) -> None:
    """Everything before the enacting formula, or before the body where there is none."""
    lines, document.formula, document.body = divide(document.layout.body, document.language)
    if document.formula is not None:
        document.formula_organ = organ_of(document.formula, document.language)
    head = document.draft.head
    if lines:
        _read_lines(lines, head, document.language)
    read_opening(document)
    for kind, line in document.layout.furniture:
        if kind == "job_number" and head.job_number is None and (match := JOB_NUMBER.match(line.folded)):
            head.job_number = match["job"]
        elif kind == "running_head" and head.symbol is None:
            head.symbol = symbol_alone(line.folded)


def _read_lines(paragraphs: list[Paragraph], head: Head, language: Language) -> None:
    masthead = Masthead(paragraphs[:_MOST_LINES], head, language)
    for rule in RULES:
        rule(masthead)
    head.lines += zip(masthead.claimed, masthead.paragraphs, strict=True)
    head.lines += [([], paragraph) for paragraph in paragraphs[_MOST_LINES:]]
