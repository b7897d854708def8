"""From paragraphs to lines: which paragraphs are notes, and how their marks are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.readers.html.page import MARK_CLOSES, MARK_OPENS, Kind, Paragraph
from unres.readers.source import Composer, note_line, note_mark, without_own_mark
from unres.scripts import is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.readers.limits import Limits
    from unres.readers.source import Role, Source

_MARK = re.compile(
    rf" ?[(⁽]{MARK_OPENS}([^{MARK_CLOSES}]{{1,5}}){MARK_CLOSES}[)⁾]|{MARK_OPENS}([^{MARK_CLOSES}]{{1,5}}){MARK_CLOSES}"
)
_OPENS_WITH_MARK = re.compile(rf"[(\[]?{MARK_OPENS}([^{MARK_CLOSES}]{{1,5}}){MARK_CLOSES}[)\]]?\s*(?=\S)")
_OLD_NOTE = re.compile(r"(\d{1,3}|\*{1,3})/\s+(?=\S)")
"""The notes of documents of the 1970s to 1990s: "1/ Resolution 217 A (III)."."""
_OLD_MARK = re.compile(r"(?<=[^\s\d/]) ?(?<![\w/])(\d{1,3}|\*{1,3})/(?=[\s,.;:)\]،؛]|$)")
_SAMPLE = 200
_ROLES: dict[Kind, Role | None] = {
    "body": "body",
    "heading": "heading",
    "row": "table_row",
    "broken": None,
    "aside": "furniture",
    "note": "footnote",
    "more": "continues",
}


def write_lines(paragraphs: Iterable[Paragraph], name: str, limits: Limits) -> Source:
    """Lines of a page; notes are told by the marks that open them, where the text has the same mark before."""
    found = list(paragraphs)
    arabic = is_arabic(" ".join(piece for paragraph in found[:_SAMPLE] for piece in paragraph.pieces))
    out = Composer(name, limits)
    old_labels = _old_labels(found)
    seen: set[str] = set()
    for paragraph in found:
        if paragraph.kind == "row":
            out.add_row([_written(cell, seen, old_labels, arabic=arabic) for cell in paragraph.pieces])
            continue
        if paragraph.kind == "note":
            label, text = paragraph.pieces
            out.add(note_line(label, _written(text, seen, old_labels, arabic=arabic), arabic=arabic), "footnote")
            continue
        for piece in paragraph.pieces:
            note = _OPENS_WITH_MARK.match(piece)
            if note is None and old_labels:
                note = _OLD_NOTE.match(piece)
            if note is not None and note[1] in seen:
                rest = _written(piece[note.end() :], seen, frozenset(), arabic=arabic)
                out.add(note_line(note[1], without_own_mark(rest, note[1]), arabic=arabic), "footnote")
                continue
            out.add(_written(piece, seen, old_labels, arabic=arabic), _ROLES[paragraph.kind])
    return out.source()


def _old_labels(paragraphs: list[Paragraph]) -> frozenset[str]:
    """Labels of notes written "1/"."""
    matches = (_OLD_NOTE.match(piece) for p in paragraphs if p.kind != "row" for piece in p.pieces)
    return frozenset(match[1] for match in matches if match is not None)


def _written(text: str, seen: set[str], old_labels: frozenset[str], *, arabic: bool) -> str:
    """The text with its marks as they stand in a source; each label is noted as seen."""

    def write(match: re.Match[str]) -> str:
        label = match[1] or match[2]
        seen.add(label)
        return note_mark(label, arabic=arabic)

    def write_old(match: re.Match[str]) -> str:
        if match[1] not in old_labels:
            return match.group()
        seen.add(match[1])
        return note_mark(match[1], arabic=arabic)

    if MARK_OPENS in text:
        text = _MARK.sub(write, text)
    return _OLD_MARK.sub(write_old, text) if old_labels else text
