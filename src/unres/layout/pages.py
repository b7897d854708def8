"""Paragraphs that the turn of a page cut in two become one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.layout.lines import Paragraph, join_paragraphs
from unres.layout.starts import (
    ends_clause,
    ends_sentence,
    ends_with_mark,
    goes_on_in_line,
    is_formula,
    opens_clause,
    opens_label,
)

if TYPE_CHECKING:
    from unres.languages import Language

_HEADING = 90
"""A heading is shorter than this."""
_LONG = 120
"""What is longer than this and does not end was cut, even where no sign of a page is left."""


def rejoin(found: list[Paragraph], language: Language) -> list[Paragraph]:
    """Puts together again what a page cut in two. A masthead fits on its page: nothing before the body is touched."""
    out: list[Paragraph] = []
    group: list[Paragraph] = []
    in_body = False
    for paragraph in found:
        text = paragraph.folded
        if in_body and paragraph.role is None and group[0].role is None and _goes_on(group, paragraph, language):
            group.append(paragraph)
            continue
        in_body = in_body or language.clauses.formula.match(text) is not None or opens_label(text, language)
        if group:
            out.append(join_paragraphs(group))
        group = [paragraph]
    if group:
        out.append(join_paragraphs(group))
    return out


def _goes_on(group: list[Paragraph], after: Paragraph, language: Language) -> bool:
    """Whether `after` is the rest of the paragraph whose pieces are in `group`."""
    opening, text, rest = group[0].folded, group[-1].folded, after.folded
    if rest[0].isupper() and ends_with_mark(text):
        text = text[: text.rindex(" ")]
    begun = (
        "label"
        if opens_label(opening, language)
        else "clause"
        if language.clauses.preambular.match(opening)
        else "other"
    )
    if not after.turned and not _lacks_end(text, rest, begun, language):
        return False
    if (
        (opens_label(rest, language, text) and not goes_on_in_line(rest, text, language))
        or is_formula(opening, language)
        or is_formula(rest, language)
        or language.headings.annex.fullmatch(rest)
        or language.closing.meeting.match(rest)
        or language.closing.remark.match(rest)
        or language.closing.meeting.match(opening)
    ):
        return False
    if not ends_clause(text):
        return _rest_of_unended(text, rest, begun, language)
    if rest[0].islower():
        return True
    if ends_sentence(text):
        return _rest_of_sentence(rest, begun, language)
    return _rest_of_comma(rest, begun, language)


def _lacks_end(text: str, rest: str, begun: str, language: Language) -> bool:
    """Where no sign of a page is left: whether `text` was cut, and is no clause or item that only lacks its stop."""
    if begun == "other" or len(text) < _LONG or ends_clause(text):
        return False
    if rest[0].isupper() and language.clauses.hangs.search(text) is None:
        return False
    return not opens_clause(rest, language)


def _rest_of_unended(text: str, rest: str, begun: str, language: Language) -> bool:
    """`text` has no stop at its end: cut, unless it is a heading or a line of the masthead."""
    if begun == "other" and len(text) < _HEADING:
        return rest[0].islower()
    return not (language.clauses.preambular.match(rest) and begun == "other" and not rest[0].islower())


def _rest_of_sentence(rest: str, begun: str, language: Language) -> bool:
    """`text` ends with a full stop or semicolon: inside a numbered paragraph another sentence may follow."""
    if begun == "other" or not ends_sentence(rest):
        return False
    return not opens_clause(rest, language)


def _rest_of_comma(rest: str, begun: str, language: Language) -> bool:
    """`text` ends with a comma: a preambular clause ends so, a numbered paragraph does not."""
    if begun == "label":
        return True
    return not opens_clause(rest, language) and len(rest) > _HEADING / 3
