"""Akoma Ntoso 3.0, in the manner of the United Nations' own files (AKN4UN).

What is written is valid against the schema of OASIS LegalDocML and reads back to the same blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.akn.body import Blocks, Notes, text
from unres.exports.akn.head import Head, meta

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Annex, Resolution

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_EMPTY = "<p/>"


def to_akn(resolution: Resolution) -> str:
    """The resolution as an XML document (AKN4UN element names; ids are those of the blocks).

    Notes stand where their first mark is; one that no mark points at bears ``class="unmarked"``. Furniture is
    left out but for the job number.
    """
    lines = "\n".join(_document(resolution))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n{lines}\n</akomaNtoso>\n'


def _document(resolution: Resolution) -> Iterator[str]:
    head = Head(resolution)
    notes = Notes(resolution.footnotes, {mark.label for block in resolution.walk() for mark in block.footnote_marks})
    blocks = Blocks(resolution.source_text, notes, resolution.language)
    yield f'<statement name="{resolution.kind}">'
    yield from meta(resolution)
    yield from _section("coverPage", head.cover_page())
    yield from _section("preface", head.title())
    yield from _section("preamble", _preamble(resolution, head, blocks))
    body = list(blocks.body(resolution.operative))
    # notes are placed in the order of reading: annexes are written before what is left is counted
    annexes = [list(_annex(resolution, annex, number, blocks)) for number, annex in enumerate(resolution.annexes, 1)]
    yield from _section("mainBody", iter(body or [_EMPTY]))
    yield from _section("conclusions", _conclusions(head, notes))
    yield from _section("attachments", (line for annex in annexes for line in annex))
    yield "</statement>"


def _section(tag: str, content: Iterator[str]) -> Iterator[str]:
    """An element around lines; nothing where there are none."""
    first = next(content, None)
    if first is None:
        return
    yield f"<{tag}>"
    yield first
    yield from content
    yield f"</{tag}>"


def _preamble(resolution: Resolution, head: Head, blocks: Blocks) -> Iterator[str]:
    if head.formula:
        formula = text(head.formula)
        yield f'<formula name="enactingFormula"><p><span class="italic">{formula}</span></p></formula>'
    yield from blocks.preamble(resolution.preamble)


def _conclusions(head: Head, notes: Notes) -> Iterator[str]:
    yield from head.conclusions()
    left = "".join(notes.rest())
    if left:
        yield f"<p>{left}</p>"


def _annex(resolution: Resolution, annex: Annex, number: int, blocks: Blocks) -> Iterator[str]:
    yield '<attachment><doc name="annex">'
    yield from meta(resolution, f"annex_{number}")
    yield "<mainBody>"
    for level, (css, line) in enumerate((("H1", annex.label), ("H23", annex.title))):
        if line:
            identifier = f"annex{number}__title_{level}"
            yield f'<paragraph class="{css}" eId="{identifier}"><content><p>{text(line)}</p></content></paragraph>'
    yield from blocks.body(annex.blocks)
    if not (annex.label or annex.title or annex.blocks):
        yield _EMPTY
    yield "</mainBody></doc></attachment>"
