"""The running text of a block as XML: references as links, verbs in italics, notes where their marks stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from unres.models import Block, Footnote, FootnoteMark, Reference, Verb

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


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
