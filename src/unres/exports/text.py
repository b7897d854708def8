"""A resolution as plain text, one block a line, that parses back to equal blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.wording import heading_number, printed_formula, printed_label, printed_mark, printed_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Block, FootnoteMark, MastheadLine, Resolution

_BULLET = "– "


def to_text(resolution: Resolution) -> str:
    """The resolution as text in logical order: masthead, formula, blocks, closing, annexes, footnotes.

    Each block is a line, blank lines between; footnote marks are superscript digits, in Arabic with brackets.
    Furniture is left out. ``unres.parse(to_text(r))`` has blocks equal to those of ``r``, except for their spans.
    """
    head, closing = masthead_lines(resolution)
    lines = [*head]
    if resolution.enacting_formula:
        lines.append(printed_formula(resolution))
    for block in (*resolution.preamble, *resolution.operative):
        lines += _block(block, resolution.language)
    lines += closing
    for annex in resolution.annexes:
        lines += [part for part in (annex.label, annex.title) if part]
        for block in annex.blocks:
            lines += _block(block, resolution.language)
    lines += [printed_note(note.label, note.text, resolution.language) for note in resolution.footnotes]
    return "\n\n".join(lines) + "\n"


def masthead_lines(resolution: Resolution) -> tuple[list[str], list[str]]:
    """The lines before the formula, and those of the closing, each in the order of the source."""
    first = min(
        (span.start for block in (*resolution.preamble, *resolution.operative) for span in block.spans),
        default=len(resolution.source_text),
    )
    lines = sorted(resolution.masthead, key=_place)
    head = [line.text for line in lines if _place(line) < first and "enacting_formula" not in line.fields]
    closing = [line.text for line in lines if _place(line) >= first and "enacting_formula" not in line.fields]
    return head, closing


def _place(line: MastheadLine) -> int:
    return line.spans[0].start if line.spans else 0


def _block(block: Block, language: str) -> Iterator[str]:
    yield _labelled(block, _marked(block.text, block.footnote_marks, language), language)
    for child in block.children:
        yield from _block(child, language)


def _labelled(block: Block, text: str, language: str) -> str:
    """The text with the label in the form that its kind has."""
    if block.kind == "heading":
        return f"{heading_number(block)}{text}"
    if block.label is None:
        return f"{_BULLET}{text}" if block.kind == "subparagraph" else text
    return f"{printed_label(block, language)} {text}"


def _marked(text: str, marks: list[FootnoteMark], language: str) -> str:
    """The text with its footnote marks put back."""
    pieces: list[str] = []
    last = 0
    for mark in marks:
        pieces += [text[last : mark.offset], printed_mark(mark.label, language)]
        last = mark.offset
    return "".join([*pieces, text[last:]])
