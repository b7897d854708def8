"""Texts as runs of Word: verbs in italics, references as links, marks as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from unres.exports.amounts import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Block, Footnote, Reference, Resolution

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LATIN = re.compile(r"([A-Za-z][\w./()\[\]&–-]*[\w)])")
"""A symbol or a word in Latin letters within Arabic: a run of its own, which is not set from right to left."""
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def plain_run(text: str, *, rtl: bool, italic: bool = False) -> str:
    """Text as one run, or as several where Latin letters stand within Arabic."""
    if not text:
        return ""
    pieces = _LATIN.split(grouped(text, "ar")) if rtl else [text]
    return "".join(_run(piece, rtl=rtl and n % 2 == 0, italic=italic) for n, piece in enumerate(pieces) if piece)


def _run(text: str, *, rtl: bool, italic: bool) -> str:
    properties = ("<w:i/><w:iCs/>" if italic else "") + ("<w:rtl/>" if rtl else "")
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    tab = '</w:t><w:tab/><w:t xml:space="preserve">'
    content = escape(_NOT_XML.sub("\ufffd", text)).replace("\t", tab)
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


class Runs:
    """The runs of one resolution; gathers its footnotes and the addresses of its links."""

    def __init__(self, resolution: Resolution) -> None:
        self.rtl = resolution.language == "ar"
        self.links: list[str] = []
        self.notes: list[str] = []
        self._by_label: dict[str, Footnote] = {}
        for note in resolution.footnotes:
            self._by_label.setdefault(note.label, note)
        self._footnotes = resolution.footnotes
        self._used: set[str] = set()
        first = dict.fromkeys(mark.label for block in resolution.walk() for mark in block.footnote_marks)
        known = [label for label in first if label in self._by_label]
        self._automatic = known == [str(n + 1) for n in range(len(known))] and len(known) == len(resolution.footnotes)

    def unmarked(self) -> Iterator[Footnote]:
        """Notes that no mark points at, and second ones of the same label, once all blocks are written."""
        seen: set[str] = set()
        for note in self._footnotes:
            if note.label not in self._used or note.label in seen:
                yield note
            seen.add(note.label)

    def cells(self, row: Block) -> list[str]:
        """The cells of a row of a table."""
        out, start = [], 0
        for cell in row.text.split("\t"):
            out.append(self.of(row, start, start + len(cell)))
            start += len(cell) + 1
        return out

    def of(self, block: Block, start: int = 0, end: int | None = None) -> str:
        """The runs of a block's text, or of a part of it."""
        end = len(block.text) if end is None else end
        marks = [mark for mark in block.footnote_marks if start <= mark.offset <= end]
        italics = [(verb.offset, verb.offset + len(verb.text)) for verb in block.verbs] if not self.rtl else []
        links = list(_links(block.references))
        edges = {edge for piece in (*italics, *((a, b) for a, b, _ in links)) for edge in piece}
        cuts = sorted({start, end, *(edge for edge in edges if start < edge < end), *(mark.offset for mark in marks)})
        out: list[str] = []
        for n, at in enumerate(cuts):
            out += (self._mark(mark.label) for mark in marks if mark.offset == at)
            if n + 1 < len(cuts):
                address = next((url for a, b, url in links if a <= at < b), None)
                italic = any(a <= at < b for a, b in italics)
                out.append(self._linked(plain_run(block.text[at : cuts[n + 1]], rtl=self.rtl, italic=italic), address))
        return "".join(out)

    def _linked(self, runs: str, address: str | None) -> str:
        if address is None:
            return runs
        if address not in self.links:
            self.links.append(address)
        return f'<w:hyperlink r:id="link{self.links.index(address) + 1}">{runs}</w:hyperlink>'

    def _mark(self, label: str) -> str:
        """The mark of a footnote, with the note where it is the first; a further mark is a raised number."""
        note = self._by_label.get(label)
        if note is None or label in self._used:
            shown = f"({label})" if self.rtl and label.isdigit() else label
            return plain_run(shown.translate(_RAISED), rtl=self.rtl)
        self._used.add(label)
        number = len(self._used)
        raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        shown = escape(_NOT_XML.sub("\ufffd", label))
        own = "" if self._automatic else f"<w:t>{shown}</w:t>"
        custom = "" if self._automatic else ' w:customMarkFollows="1"'
        at_note = "<w:footnoteRef/>" if self._automatic else f"<w:t>{shown}</w:t>"
        self.notes.append(f"<w:r>{raised}{at_note}</w:r>" + plain_run(f" {note.text}", rtl=self.rtl))
        return f'<w:r>{raised}<w:footnoteReference{custom} w:id="{number}"/>{own}</w:r>'


def _links(references: list[Reference]) -> Iterator[tuple[int, int, str]]:
    """Where links begin and end, and where they lead; of two that overlap the first."""
    at = 0
    for reference in sorted(references, key=lambda each: (each.offset, -len(each.text))):
        if reference.offset >= at and reference.url and reference.url.startswith(("https://", "http://")):
            at = reference.offset + len(reference.text)
            yield reference.offset, at, reference.url
