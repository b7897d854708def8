"""Blocks as elements, and their running text: references as links, verbs in italics, notes where their marks stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from unres.exports.interface import word
from unres.exports.wording import with_tables
from unres.layout.repair import Repaired

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from unres.models import Block, Footnote, FootnoteMark, Reference, Verb

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""
_LONGEST_LABEL = 24
_FEW = 12


def text(value: str) -> str:
    """Text, escaped; characters that XML cannot hold are left out."""
    return escape(_NO_XML.sub("", value))


def attribute(value: str) -> str:
    """An attribute's value in its quotes."""
    return quoteattr(_NO_XML.sub("", value))


class Notes:
    """Gives each mark its note. A note stands where its first mark is; further marks point at it.

    A note that no mark points at stands before the next one that has a mark, or else at the end, so that the
    order of notes is kept.
    """

    def __init__(self, notes: Sequence[Footnote], marked: Collection[str]) -> None:
        self._left = list(notes)
        self._marked = marked
        self._ids: dict[str, str] = {}
        self._count = 0

    def at_mark(self, mark: FootnoteMark) -> str:
        """The note of a mark, or a pointer to it where the note stands already."""
        note = next((each for each in self._left if each.label == mark.label), None)
        if note is not None:
            before = list(self._unmarked(self._left.index(note)))
            self._left.remove(note)
            return "".join([*before, self._written(note, "")])
        href = attribute(f"#{self._ids.get(mark.label, 'note')}")
        return f"<noteRef marker={attribute(mark.label)} href={href}/>"

    def rest(self) -> Iterator[str]:
        """Notes that have found no place."""
        while self._left:
            yield self._written(self._left.pop(0), ' class="unmarked"')

    def _unmarked(self, end: int) -> Iterator[str]:
        for note in self._left[:end]:
            if note.label not in self._marked:
                self._left.remove(note)
                yield self._written(note, ' class="unmarked"')

    def _written(self, note: Footnote, extra: str) -> str:
        self._count += 1
        identifier = f"authorialNote_{self._count}"
        self._ids.setdefault(note.label, identifier)
        body = linked(note.text, 0, len(note.text), note.references)
        marker = attribute(note.label)
        return (
            f'<authorialNote marker={marker} placement="bottom"{extra} eId="{identifier}"><p>{body}</p></authorialNote>'
        )


def linked(whole: str, start: int, end: int, references: Sequence[Reference]) -> str:
    """A stretch of text with its references as links; one that is not wholly inside it stays text."""
    out: list[str] = []
    at = start
    for reference in sorted(references, key=lambda each: each.offset):
        last = reference.offset + len(reference.text)
        if reference.url is None or reference.offset < at or last > end:
            continue
        out += (text(whole[at : reference.offset]), f"<a href={attribute(reference.url)}>{text(reference.text)}</a>")
        at = last
    return "".join([*out, text(whole[at:end])])


def running_text(block: Block, notes: Notes, start: int = 0, end: int | None = None) -> str:
    """A block's text, or a part of it (a cell of a row), with all that hangs on it."""
    last = len(block.text) if end is None else end
    out: list[str] = []
    at = start
    for mark in sorted(block.footnote_marks, key=lambda each: each.offset):
        offset = min(mark.offset, len(block.text))
        if offset < at or offset > last:
            continue
        out += (_with_verbs(block, at, offset), notes.at_mark(mark))
        at = offset
    out.append(_with_verbs(block, at, last))
    return "".join(out)


def _with_verbs(block: Block, start: int, end: int) -> str:
    out: list[str] = []
    at = start
    for verb in _upright(block.verbs, block.references):
        last = verb.offset + len(verb.text)
        if verb.offset < at or last > end:
            continue
        before = linked(block.text, at, verb.offset, block.references)
        out += (before, f'<span class="italic">{text(verb.text)}</span>')
        at = last
    return "".join([*out, linked(block.text, at, end, block.references)])


def _upright(verbs: Sequence[Verb], references: Sequence[Reference]) -> list[Verb]:
    """Verbs that no reference overlaps, in the order of the text."""
    spans = [(each.offset, each.offset + len(each.text)) for each in references if each.url is not None]
    return sorted(
        (
            verb
            for verb in verbs
            if not any(verb.offset < last and first < verb.offset + len(verb.text) for first, last in spans)
        ),
        key=lambda each: each.offset,
    )


class Blocks:
    """Writes blocks, one line of XML after the other."""

    def __init__(self, source_text: str, notes: Notes, language: str) -> None:
        self._source = source_text
        self._notes = notes
        self._language = language

    def preamble(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Clauses as containers; their subparagraphs as lists."""
        for block in with_tables(blocks):
            if isinstance(block, list):
                yield f'<container name="table" eId={attribute(block[0].id)}>{self._table(block)}</container>'
                continue
            name = attribute(block.verbs[0].text if block.verbs else block.kind)
            css = ' class="H23"' if block.kind == "heading" else ""
            opening = f"<container name={name} eId={attribute(block.id)}>"
            if block.children and all(_is_listed(child) for child in block.walk() if child is not block):
                yield opening
                yield self._block_list(block, "listIntroduction")
                yield "</container>"
            else:
                yield f"{opening}<p{css}>{self._num_inline(block)}{running_text(block, self._notes)}</p></container>"
                yield from self.preamble(block.children)

    def _block_list(self, block: Block, introduction: str) -> str:
        out = [f"<blockList><{introduction}>{running_text(block, self._notes)}</{introduction}>"]
        for child in block.children:
            out.append(f"<item eId={attribute(child.id)}>{self._num(child)}")
            if child.children:
                out.append(self._block_list(child, introduction))
            else:
                out.append(f"<p>{running_text(child, self._notes)}</p>")
            out.append("</item>")
        return "".join([*out, "</blockList>"])

    def body(self, blocks: Sequence[Block], element: str = "paragraph") -> Iterator[str]:
        """Paragraphs; what stands under one as points of a list, or as paragraphs where it bears no label."""
        for block in with_tables(blocks):
            if isinstance(block, list):
                yield f'<paragraph class="Table" eId={attribute(block[0].id)}>'
                yield f"<content>{self._table(block)}</content></paragraph>"
                continue
            heading = block.kind == "heading"
            tag = "paragraph" if heading or block.label is None else element
            css = ' class="H23"' if heading else ""
            content = f"<p>{running_text(block, self._notes)}</p>"
            yield f"<{tag}{css} eId={attribute(block.id)}>{self._num(block)}"
            if block.children:
                yield f"<list eId={attribute(f'{block.id}__list')}><intro>{content}</intro>"
                yield from self.body(block.children, "point")
                yield "</list>"
            else:
                yield f"<content>{content}</content>"
            yield f"</{tag}>"

    def _num(self, block: Block) -> str:
        written = self._written_label(block)
        return f"<num>{text(written)}</num>" if written else ""

    def _num_inline(self, block: Block) -> str:
        written = self._written_label(block)
        return f"{text(written)} " if written else ""

    def _written_label(self, block: Block) -> str:
        """The label with its brackets or stop, or a bullet, as the source writes it; otherwise as the UN would."""
        if block.spans:
            span = block.spans[0]
            opening = Repaired(self._source[span.start : min(span.end, span.start + 4 * _LONGEST_LABEL)]).text
            found = _before(opening, block.text)
            if found is not None and (block.label is None or block.label in found):
                return found
        if block.label is None or block.text.startswith(block.label):  # a heading's label can be part of its text
            return ""
        if block.kind == "paragraph" and block.label.isdigit():
            return word("labels.paragraph", self._language).format(label=block.label)
        return f"({block.label})" if block.kind != "heading" else f"{block.label}."

    def _table(self, rows: Sequence[Block]) -> str:
        return f"<table>{''.join(f'<tr>{self._cells(row)}</tr>' for row in rows)}</table>"

    def _cells(self, row: Block) -> str:
        out: list[str] = []
        start = 0
        for cell in row.text.split("\t"):
            end = start + len(cell)
            out.append(f"<td><p>{running_text(row, self._notes, start, end)}</p></td>")
            start = end + 1
        return "".join(out)


def _is_listed(block: Block) -> bool:
    return block.kind == "subparagraph" and block.label is not None


def _before(opening: str, own: str) -> str | None:
    """What stands before a block's own text in the source: its label, or a bullet."""
    start = own[:_FEW]
    if not start:
        return None
    found = opening.find(start)
    return " ".join(opening[:found].split()) if 0 <= found <= _LONGEST_LABEL else None
