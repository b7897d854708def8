"""Where the masthead ends: the enacting formula, or without one the first paragraph of the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.layout.starts import ends_clause, ends_sentence, is_formula, opens_operative, read_submitted
from unres.parsers.labels import read_label
from unres.parsers.masthead.cover import symbol_alone
from unres.parsers.numbers import read_number
from unres.scripts import VOWELS

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.models.vocabulary import Organ

_MARKS = re.compile(f"[{VOWELS}]")
_LONGEST_MASTHEAD = 80
_LONGEST_FORMULA = 120
_SOON = 8
_SENTENCE = 90
"""A line of a masthead that ends with a full stop is shorter."""
_LONG = 300
"""No line of a masthead is longer, except titles."""


def divide(
    paragraphs: list[Paragraph], language: Language
) -> tuple[list[Paragraph], Paragraph | None, list[Paragraph]]:
    """Masthead, formula and body. An Arabic masthead can show the formula as the organ's name; the last one counts."""
    formula: int | None = None
    numbered: int | None = None
    submitted: int | None = None
    for n, paragraph in enumerate(paragraphs[:_LONGEST_MASTHEAD]):
        if parted := _formula_in_line(paragraph, language):
            paragraphs[n : n + 1] = parted
            at = n + (not is_formula(parted[0].folded, language))
            return paragraphs[:at], paragraphs[at], paragraphs[at + 1 :]
        if is_formula(paragraph.folded, language):
            formula = n
            if numbered is not None:  # what stands behind the number is no name of the organ at the head of the page
                break
        elif formula is not None and _is_body(paragraph, language):
            break
        elif formula is None and _opens_body(paragraph, language, titled=numbered is not None or submitted is not None):
            if not _formula_follows(paragraphs, n, language):
                begin = _first_recital(paragraphs, n, numbered, language)
                return paragraphs[:begin], None, paragraphs[begin:]
        elif submitted is None and read_submitted(paragraph.folded, language):
            submitted = n
        numbered = n if numbered is None and _names_number(paragraph, language) else numbered
    if formula is None:
        begin = _first_sentence(paragraphs) if submitted is None else submitted + 2  # behind the title of a draft
        return paragraphs[:begin], None, paragraphs[begin:]
    return paragraphs[:formula], paragraphs[formula], paragraphs[formula + 1 :]


def _first_recital(paragraphs: list[Paragraph], n: int, numbered: int | None, language: Language) -> int:
    """Where the clauses begin: some before the paragraph `n`, behind the title, may lack the comma at their end."""
    if numbered is None:
        return n
    line = paragraphs[numbered].folded
    number = read_number(line, language)
    alone = number is None or number[1] >= len(line)  # its title, which may open like a clause, stands below
    while n > numbered + 1 + alone:
        text = paragraphs[n - 1].folded
        if text[0].islower() or not language.clauses.preambular.match(text):
            break
        n -= 1
    return n


def _first_sentence(paragraphs: list[Paragraph]) -> int:
    """Where the first sentence stands behind a symbol: all before it is the head of some document; 0 without symbol."""
    symbol = next((n for n, paragraph in enumerate(paragraphs[:_SOON]) if symbol_alone(paragraph.folded)), None)
    if symbol is None:
        return 0
    places = range(symbol + 1, min(len(paragraphs), _LONGEST_MASTHEAD))
    return next((n for n in places if ends_sentence(paragraphs[n].folded)), 0)


def _names_number(paragraph: Paragraph, language: Language) -> bool:
    """Whether the line opens with the number of a resolution, in any of its forms."""
    text = paragraph.folded
    return bool(
        read_number(text, language)
        or language.masthead.resolution_number.match(text)
        or language.masthead.number_date.match(text)
    )


def _formula_in_line(paragraph: Paragraph, language: Language) -> list[Paragraph] | None:
    """The paragraph parted where a formula stands in one line with what is before or behind it.

    «The Security Council, Recalling ...», «... on 3 July 2025 The Security Council,», or both.
    """
    match = language.clauses.formula_before_clause.search(paragraph.folded)
    if match and match.start() == 0:
        return list(paragraph.split(match.end()))
    if match and paragraph.folded[match.start() - 2] not in ",،;؛":
        before, behind = paragraph.split(match.start())
        return [before, *behind.split(match.end() - match.start())]
    if is_formula(paragraph.folded, language) or paragraph.folded[-1] not in ",،:":
        return None
    match = language.clauses.formula_at_end.search(paragraph.folded, max(0, len(paragraph.folded) - _LONGEST_FORMULA))
    return list(paragraph.split(match.start("formula"))) if match else None


def _formula_follows(paragraphs: list[Paragraph], n: int, language: Language) -> bool:
    """Whether a formula, or who submits a draft, comes soon, before anything is numbered or recited: no body yet."""
    for paragraph in paragraphs[n : n + _SOON]:
        text = paragraph.folded
        if is_formula(text, language) or read_submitted(text, language):
            return True
        if _is_numbered(text, language) or (_recites(text, language) and not is_remark(text, language)):
            return False
    return False


def _recites(text: str, language: Language) -> bool:
    """Whether the line is a preambular clause; "Strengthening of the system:" is the first half of a title."""
    return language.clauses.preambular.match(text) is not None and ends_clause(text) and text[-1] != ":"


def is_remark(text: str, language: Language) -> bool:
    """Whether the line says by whom, when and with which vote the text was adopted, or names the States that voted."""
    return any(
        pattern.match(text)
        for pattern in (language.masthead.adoption, language.closing.remark, language.closing.states)
    )


def _is_body(paragraph: Paragraph, language: Language) -> bool:
    """Whether the paragraph shows that the body has begun."""
    text = paragraph.folded
    return (
        language.clauses.preambular.match(text) is not None
        or _is_numbered(text, language)
        or (opens_operative(text, language) and ends_sentence(text))
        or (len(text) > _LONG and ends_clause(text))
    )


def _opens_body(paragraph: Paragraph, language: Language, *, titled: bool) -> bool:
    """The same where no formula has been met, so with more caution: a title may begin like a clause.

    Behind a title, or the line that says who submits a draft, stands the text, however short.
    """
    text = paragraph.folded
    if _is_numbered(text, language) or (titled and ends_sentence(text) and text[-1] not in ")]"):
        return True
    if text[0] == "[" or not ends_clause(text) or is_remark(text, language):
        return False
    return language.clauses.preambular.match(text) is not None or len(text) > (
        _SENTENCE if ends_sentence(text) else _LONG
    )


def _is_numbered(text: str, language: Language) -> bool:
    label = read_label(text, language)
    return label is not None and label.style == "dot" and label.places.get("number") == 1


def organ_of(formula: Paragraph, language: Language) -> Organ | None:
    """The organ that a formula names."""
    text = _MARKS.sub("", formula.folded)
    return next((organ for pattern, organ in language.organs if pattern.search(text)), None)
