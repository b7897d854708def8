"""From what a reader gave to paragraphs; and several resolutions in one source.

Those are parts A and B under one symbol, or one resolution after the other.
A resolution begins anew where a part's letter, or a number with its title, stands shortly before an enacting formula.
What stands before the first beginning (the masthead that all share) is put before each. A report that annexes
resolutions comes first, as a document of its own, and nothing of it before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages import get_language
from unres.languages.detection import detect_language
from unres.layout import lay_out
from unres.layout.lines import split_lines, take_lines
from unres.layout.repair import Repaired
from unres.layout.starts import is_formula, read_submitted
from unres.parsers.draft import NoteNode
from unres.parsers.labels import read_label
from unres.parsers.numbers import part_letter, read_number
from unres.readers.source import Line, Remark, Source
from unres.scripts import western_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.layout.lines import TextLine
    from unres.models.vocabulary import LanguageCode
    from unres.parsers.draft import Document

_PARAGRAPHS_OF_REPORT = 3
_BEFORE_FORMULA = 5
"""Lines of a title between the beginning and the formula."""


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
    document.lines = _lines(document.source, document.repaired, document.folded)


def _lines(source: Source, repaired: Repaired, folded: str) -> list[TextLine]:
    if source.lines is None:
        return split_lines(repaired.text, folded)
    return take_lines(source.lines, repaired, folded)


def lay(document: Document) -> None:
    """Paragraphs, footnotes, furniture."""
    document.layout = lay_out(document.lines, document.language)
    document.draft.notes = [NoteNode(note.label, note.paragraph) for note in document.layout.notes]


def split_source(source: Source, language: LanguageCode | None = None) -> Iterator[Source]:
    """The resolutions of a source, each as a source of its own; the source itself where it holds but one."""
    repaired = Repaired(source.text)
    folded = western_digits(repaired.text)
    words = get_language(language or detect_language(folded)[0])
    lines = _lines(source, repaired, folded)
    starts = [(line, part) for line, part in _beginnings(lines, words)]
    report = bool(starts) and _is_report([line for line in lines if line.start < starts[0][0].start], words)
    if len(starts) < 2 and not report:  # noqa: PLR2004  one beginning makes one resolution
        yield source
        return
    places = [repaired.original(line.start) for line, _ in starts]
    head = 0 if report else places[0]
    if report:
        yield _piece(source, 0, 0, places[0], None)
    for (_, part), start, end in zip(starts, places, [*places[1:], len(source.text)], strict=True):
        yield _piece(source, head, start, end, part)


def _is_report(lines: list[TextLine], words: Language) -> bool:
    """Whether what stands before the first resolution is no masthead: it has numbered paragraphs of its own."""
    labels = (read_label(line.folded, words) for line in lines)
    return sum(label is not None and label.style == "dot" for label in labels) >= _PARAGRAPHS_OF_REPORT


def _beginnings(lines: list[TextLine], words: Language) -> Iterator[tuple[TextLine, str | None]]:
    """The lines at which a resolution begins, and the letter of the part."""
    formulas = {n for n, line in enumerate(lines) if is_formula(line.folded, words)}
    last = -1
    for n, line in enumerate(lines):
        follows = next((k for k in range(n + 1, min(n + 1 + _BEFORE_FORMULA, len(lines))) if k in formulas), None)
        if follows is None or follows == last:
            continue
        part = part_letter(line.folded, words)
        begins = read_number(line.folded, words) or read_submitted(line.folded, words)
        if part or (begins and not _part_follows(lines[n + 1 : follows], words)):
            last = follows
            yield line, part


def _part_follows(lines: list[TextLine], words: Language) -> bool:
    return any(part_letter(line.folded, words) for line in lines)


def _piece(source: Source, head: int, start: int, end: int, part: str | None) -> Source:
    """The shared head and one resolution, as a source."""
    text = source.text[:head] + source.text[start:end]
    lines = None
    if source.lines is not None:
        own = [
            Line(line.start - start + head, line.end - start + head, line.page, line.box, line.role)
            for line in source.lines
            if start <= line.start < end
        ]
        lines = [line for line in source.lines if line.end <= head] + own
    return Source(text, source.name, lines, list(_own_remarks(source, head, start, end)), part)


def _own_remarks(source: Source, head: int, start: int, end: int) -> Iterator[Remark]:
    """The remarks on the whole file, and those whose places lie within the head or the part, as they stand there."""
    for remark in source.remarks:
        if remark.start is None or remark.end is None or remark.end <= head:
            yield remark
        elif max(remark.start, start) < min(remark.end, end):
            first, last = max(remark.start, start) - start + head, min(remark.end, end) - start + head
            yield Remark(remark.code, remark.severity, remark.message, first, last)
