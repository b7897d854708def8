"""The whole parse: one stage after the other, each adding to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.collection import collection_paused
from unres.languages import get_language
from unres.languages.detection import detect_language
from unres.layout import lay_out
from unres.layout.furniture import JOB_NUMBER
from unres.layout.repair import Repaired, western_digits
from unres.layout.split import split_lines, take_lines
from unres.parsers.assemble import assemble
from unres.parsers.blocks import build_blocks
from unres.parsers.checks import check
from unres.parsers.document import Document
from unres.parsers.identity import settle
from unres.parsers.ids import give_ids
from unres.parsers.masthead import read_masthead, read_opening
from unres.parsers.masthead.other import recognize_other
from unres.parsers.masthead.symbol import symbol_alone
from unres.parsers.parts import divide, organ_of
from unres.parsers.running import part
from unres.parsers.verbs import find_reported

if TYPE_CHECKING:
    from unres.layout.lines import Paragraph
    from unres.models import Resolution
    from unres.models.vocabulary import LanguageCode
    from unres.readers.source import Source


def repair(document: Document) -> None:
    """Characters made plain, digits made Western in a second copy of the same length."""
    document.repaired = Repaired(document.source.text)
    document.folded = western_digits(document.repaired.text)


def choose_language(document: Document) -> None:
    """The language that was asked for, or the one the text is in."""
    found, objection = detect_language(document.folded)
    if document.asked is None and objection:
        document.remark("language.unsupported", f"Read as “{found}”, but {objection}.")
    document.language = get_language(document.asked or found)


def split(document: Document) -> None:
    """Lines."""
    if document.source.lines is None:
        document.lines = split_lines(document.repaired.text, document.folded)
    else:
        document.lines = take_lines(document.source.lines, document.repaired, document.folded)


def lay(document: Document) -> None:
    """Paragraphs, footnotes, furniture."""
    document.layout = lay_out(document.lines, document.language)


def masthead(document: Document) -> None:
    """Everything before the enacting formula."""
    lines, document.formula, document.body = divide(document.layout.body, document.language)
    if document.formula is not None:
        document.formula_organ = organ_of(document.formula, document.language)
    head = document.draft.head
    read_masthead(lines, head, document.language)
    if document.formula is None and document.body:
        read_opening(document.body[0], head, document.language)
    for kind, line in document.layout.furniture:
        if kind == "job_number" and (match := JOB_NUMBER.match(line.folded)):
            head.fields.setdefault("job_number", match["job"])
        elif kind == "running_head" and (symbol := symbol_alone(line.folded)):
            head.fields.setdefault("symbol", symbol)
    _recognize(document)


def _recognize(document: Document) -> None:
    """A report, a record or a letter is read all the same, but not as a resolution."""
    fields, formula = document.draft.head.fields, document.formula
    found = recognize_other(document.layout.body, fields, document.language, formula=formula is not None)
    if found is None:
        return
    name, line = found
    fields["kind"] = "other"
    start, end = (line.pieces[0][0], line.pieces[-1][1]) if line else (None, None)
    if line and (title := _lines_before(line, document)):
        fields["title"] = " ".join(title)
    message = f"It looks like {name}, not like a resolution; what it adopts or annexes comes out of `read_all`."
    document.remark("structure.other_document", message, start, end)


def _lines_before(line: Paragraph, document: Document) -> list[str]:
    """What the title of a report or a note has before the line that says what it is: "Note by the Secretariat"."""
    titled = [each for names, each in document.draft.head.lines if "title" in names]
    place = next((n for n, each in enumerate(titled) if each is line), 0)
    return [each.text for each in titled[:place]]


def _recited(document: Document) -> bool:
    """Whether clauses come first: after a formula, or where it is missing and the body opens like one."""
    first = document.body[0].folded if document.body else ""
    return document.formula is not None or document.language.clauses.preambular.match(first) is not None


def _report(document: Document) -> None:
    """A text without formula that reports what an organ did is a decision, where nothing else is said of it."""
    opening = document.body[:_MOST_BEFORE_REPORT] if document.formula is None else []
    found = any(
        (said := find_reported(each.folded, document.language.code)) and said[1].mood == "past" for each in opening
    )
    fields = document.draft.head.fields
    if found and "symbol" not in fields:
        fields.setdefault("kind", "decision")
    document.reported = found or fields.get("kind") == "decision"
    if found:
        read_opening(document.body[0], document.draft.head, document.language, anywhere=True)


def blocks(document: Document) -> None:
    """Preamble, operative part, annexes and closing; then which resolution it is, and the ids."""
    _report(document)
    recited = _recited(document)
    document.body = part(document.body, document.language, recited=recited)
    build_blocks(document.body, document.draft, document.language, recited=recited)
    settle(document.draft, document.formula_organ, document.language, document.source.part)
    give_ids(document.draft)


_MOST_BEFORE_REPORT = 6
"""Paragraphs at the beginning of a decision in which it is looked for what it reports."""
STAGES = (repair, choose_language, split, lay, masthead, blocks, check)


def parse_source(source: Source, language: LanguageCode | None = None) -> Resolution:
    """What a reader gave, as a resolution."""
    with collection_paused():
        return _parsed(Document(source, language))


def _parsed(document: Document) -> Resolution:
    """The stages in their order. What they worked on is freed on return, before garbage is looked for again."""
    for stage in STAGES:
        stage(document)
    return assemble(document)
