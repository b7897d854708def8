"""Text that runs on: clauses and numbered paragraphs that stand in one line are parted.

A label inside a line begins a paragraph where the sequence asks for it: "2. Requests ...; 3. Decides ..." where no
paragraph 3 follows. A recital inside a line begins a clause where it opens like one: ", Recalling ..., Noting ...".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from unres.layout.starts import opens_operative
from unres.models.action import Action
from unres.parsers.labels import read_label
from unres.parsers.verbs import find_verbs
from unres.scripts import ARABIC_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Document

_MOST_IN_LINE = 200
"""Paragraphs that are taken out of one line, at most."""
_WRITTEN = (None, "body")
"""Roles of what can run on."""
_LONGEST_OPENING = 120
_QUOTES = "“”«»"


def part_running(document: Document) -> None:
    """Parts the paragraphs of the body that run on in one line."""
    document.body = _part(document.body, document.language, recited=document.recited)


def _part(paragraphs: list[Paragraph], language: Language, *, recited: bool) -> list[Paragraph]:
    parted: list[Paragraph] = []
    if recited and language.clauses.recitals_in_a_clause:
        recited = sum(language.clauses.preambular.match(paragraph.folded) is not None for paragraph in paragraphs) == 1
    numbers = [_number(paragraph, language) for paragraph in paragraphs]
    behind: list[int | None] = [None]
    for number in reversed(numbers):
        behind.append(number or behind[-1])
    last = 0
    for n, paragraph in enumerate(paragraphs):
        last, following = numbers[n] or last, behind[len(numbers) - n - 1]
        for piece in _numbered(paragraph, last, following, language):
            last = (numbers[n] if piece is paragraph else _number(piece, language)) or last
            parted += _recitals(piece, language) if recited and not last else [piece]
    if parted and recited and not any(numbers) and not any(_decides(each.folded, language) for each in parted):
        parted += _decisions(parted.pop(), language)
    return parted


def _number(paragraph: Paragraph, language: Language) -> int | None:
    label = read_label(paragraph.folded, language)
    return label.number if label else None


def _numbered(paragraph: Paragraph, last: int, following: int | None, language: Language) -> Iterator[Paragraph]:
    """The paragraph, parted before each next number that stands inside it and that no paragraph behind it has."""
    rest = paragraph
    for number in range(last + 1, last + _MOST_IN_LINE):
        if following == number or paragraph.role not in _WRITTEN:
            break
        found = _label_inside(number).finditer(rest.folded) if f" {number}" in rest.folded else ()
        at = next((m.end("before") for m in found if opens_operative(rest.folded[m.end() :], language)), None)
        if at is None:
            break
        before, rest = rest.split(at)
        yield before
    yield rest


@cache
def _label_inside(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?P<before>[.;؛:,،] ){number} ?[.)–-] ?(?=[A-Z{ARABIC_LETTERS}])")


def _recitals(paragraph: Paragraph, language: Language) -> list[Paragraph]:
    """A clause, parted before each recital in it."""
    text = paragraph.folded
    if paragraph.role not in _WRITTEN or language.clauses.preambular.match(text) is None:
        return [paragraph]
    inside = _unquoted(language.clauses.recital_inside.finditer(text), text)
    return _parted(paragraph, [match.end() for match in inside if _recites(_opening(text, match.end()), language)])


def _unquoted(found: Iterable[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Those of the matches, in order, that end outside quotation marks."""
    marks = last = 0
    for match in found:
        marks += sum(text.count(quote, last, match.end()) for quote in _QUOTES)
        last = match.end()
        if marks % 2 == 0:
            yield match


def _opening(text: str, at: int) -> str:
    """So much of what begins here as says what it is: a copy of all that follows would be made for each place."""
    return text[at : at + _LONGEST_OPENING]


def _parted(paragraph: Paragraph, places: list[int]) -> list[Paragraph]:
    """The paragraph, parted at each of the places."""
    parted: list[Paragraph] = []
    for at in reversed(places):
        paragraph, behind = paragraph.split(at)
        parted.append(behind)
    return [paragraph, *reversed(parted)]


def _decides(text: str, language: Language) -> bool:
    """Whether an operative paragraph begins here, and no clause with "whereas" before the same verb."""
    return opens_operative(text, language) and language.clauses.preambular.match(text) is None


_DECISION = re.compile(rf"[,،;؛.] (?=[A-Z{ARABIC_LETTERS}])")


def _decisions(paragraph: Paragraph, language: Language) -> list[Paragraph]:
    """The last clause of a text without operative part, parted where one begins: ", Decides ...; Requests ..."."""
    text = paragraph.folded
    conjunction = language.verbs.conjunction.lstrip()
    places: list[int] = []
    for match in _unquoted(_DECISION.finditer(text), text):
        if not (places and match[0][0] in ",،"):
            behind = _opening(text, match.end())
            if _decides(behind.removeprefix(conjunction) if places else behind, language):
                places.append(match.end())
    return _parted(paragraph, places[:_MOST_IN_LINE])


def _recites(text: str, language: Language) -> bool:
    """Whether a clause with a known verb begins with this opening."""
    if language.clauses.preambular.match(text) is None:
        return False
    verbs = find_verbs(text, "preamble", language.code)
    return bool(verbs) and verbs[0][1] is not Action.OTHER and verbs[0][2] == 0
