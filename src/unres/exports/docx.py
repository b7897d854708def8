"""A resolution as a Word file, written part by part: real footnotes, links, Arabic from right to left.

Needs no package. What is written is read back by :func:`unres.read` to the same blocks. Parts that are the same in
every file stand in ``templates/docx``.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_left, bisect_right
from importlib.resources import files
from itertools import accumulate, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from unres.exports.bidi import kept_together, rows_grouped
from unres.exports.interface import direction
from unres.exports.text import masthead_lines
from unres.exports.wording import (
    heading_number,
    in_order,
    printed_formula,
    printed_label,
    printed_mark,
    printed_note,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from unres.models import Block, Footnote, Reference, Resolution

_INDENT = 567
"""A level's indentation in twentieths of a point: one centimetre."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same resolution gives the same bytes: a zip would otherwise hold the time."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = f'xmlns:w="{_MAIN}" xmlns:r="{_DOC}"'
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/styles.xml": "styles.xml",
}
"""Parts that are the same in every file, and the names of their sources."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LATIN = re.compile(r"([A-Za-z][\w./()\[\]&–-]*[\w)])")
"""A symbol or a word in Latin letters within Arabic: a run of its own, which is not set from right to left."""


def to_docx(resolution: Resolution) -> bytes:
    """The resolution as the bytes of a .docx file.

    Masthead, blocks with their labels as printed, closing, annexes; footnotes are Word's own, numbered by Word where
    the document numbers them 1, 2, 3 …, otherwise with the document's marks. Verbs stand in italics in English, as
    the United Nations prints them; references are links. Furniture is left out.
    """
    writer = _Writer(resolution)
    body = "".join(writer.body())
    parts = {
        **fixed_parts(),
        "docProps/core.xml": core_part(_name(resolution), resolution.language),
        "word/document.xml": document_part(body, rtl=writer.rtl),
        "word/footnotes.xml": footnotes_part(writer.runs.notes, rtl=writer.rtl),
        "word/_rels/document.xml.rels": relationships_part(list(writer.runs.links)),
    }
    return zipped(parts)


def fixed_parts() -> dict[str, str]:
    """The parts that are the same in every Word file."""
    folder = files("unres.exports") / "templates/docx"
    return {name: (folder / source).read_text("utf-8") for name, source in _PARTS.items()}


def zipped(parts: Mapping[str, str]) -> bytes:
    """The parts of an Office file, packed; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode())
    return stream.getvalue()


# ---- paragraphs


class _Writer:
    """The paragraphs of one resolution."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.rtl = direction(resolution.language) == "rtl"
        self.runs = _Runs(resolution)

    def body(self) -> Iterator[str]:
        """Every paragraph, in reading order."""
        resolution = self.resolution
        head, closing = masthead_lines(resolution)
        for line in head:
            yield self._line(line, "Masthead")
        if resolution.enacting_formula:
            yield self._paragraph(runs_of(printed_formula(resolution), rtl=self.rtl, italic=not self.rtl))
        yield from self._blocks((*resolution.preamble, *resolution.operative))
        for line in closing:
            yield self._line(line, "Closing")
        for annex in resolution.annexes:
            for part in (annex.label, annex.title):
                if part:
                    yield self._paragraph(runs_of(part, rtl=self.rtl), style="Heading1")
            yield from self._blocks(annex.blocks)
        for note in self.runs.unmarked():
            written = printed_note(note.label, note.text, resolution.language)
            yield self._paragraph(runs_of(written, rtl=self.rtl), style="FootnoteText")

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for part, depth in in_order(blocks):
            yield self._table(part) if isinstance(part, list) else self._block(part, depth)

    def _block(self, block: Block, depth: int) -> str:
        runs = self.runs.of(block)
        if block.kind == "heading":
            return self._paragraph(runs_of(heading_number(block), rtl=self.rtl) + runs, style="Heading2")
        label = printed_label(block, self.resolution.language)
        if not label and block.kind == "subparagraph":
            label = "–"
        return self._paragraph((runs_of(f"{label} ", rtl=self.rtl) if label else "") + runs, depth=depth)

    def _line(self, line: str, style: str) -> str:
        """A line of masthead or closing; one in Latin letters alone ("18 March 2013") is set from left to right."""
        latin = self.rtl and line.isascii() and any(letter.isalpha() for letter in line)
        return self._paragraph(runs_of(line, rtl=self.rtl and not latin), style=style, latin=latin)

    def _paragraph(self, runs: str, *, style: str = "Normal", depth: int = 0, latin: bool = False) -> str:
        bidi = '<w:jc w:val="right"/>' if latin else "<w:bidi/>" if self.rtl else ""
        indent = f'<w:ind w:left="{depth * _INDENT}"/>' if depth else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}{indent}</w:pPr>{runs}</w:p>'

    def _table(self, rows: Sequence[Block]) -> str:
        """Rows as a table; short ones are filled, for every row of a table in Word has all columns."""
        cells = [self.runs.cells(row) for row in rows_grouped(rows, self.resolution.language)]
        columns = max(len(row) for row in cells)
        bidi = "<w:bidiVisual/>" if self.rtl else ""
        grid = "<w:gridCol/>" * columns
        written = "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{self._paragraph(cell)}</w:tc>" for cell in row + [""] * (columns - len(row)))
            + "</w:tr>"
            for row in cells
        )
        properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/>{bidi}<w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


# ---- runs


def runs_of(text: str, *, rtl: bool, italic: bool = False) -> str:
    """Text as one run, or as several where Latin letters stand within Arabic."""
    if not text:
        return ""
    pieces = _LATIN.split(kept_together(text)) if rtl else [text]
    return "".join(_run(piece, rtl=rtl and n % 2 == 0, italic=italic) for n, piece in enumerate(pieces) if piece)


def _run(text: str, *, rtl: bool, italic: bool) -> str:
    properties = ("<w:i/><w:iCs/>" if italic else "") + ("<w:rtl/>" if rtl else "")
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    tab = '</w:t><w:tab/><w:t xml:space="preserve">'
    content = escape(_NOT_XML.sub("\ufffd", text)).replace("\t", tab)
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


class _Runs:
    """The runs of one resolution; gathers its footnotes and the addresses of its links."""

    def __init__(self, resolution: Resolution) -> None:
        self._language = resolution.language
        self.rtl = direction(resolution.language) == "rtl"
        self.links: dict[str, int] = {}
        """Addresses and their numbers."""
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
        """The runs of each cell of a row of a table."""
        ends = list(accumulate(len(cell) + 1 for cell in row.text.split("\t")))
        return self._parts(row, [(start, end - 1) for start, end in zip([0, *ends], ends, strict=False)])

    def of(self, block: Block) -> str:
        """The runs of a block's text."""
        return self._parts(block, [(0, len(block.text))])[0]

    def _parts(self, block: Block, bounds: list[tuple[int, int]]) -> list[str]:
        """The runs of parts of a block's text, cut where a mark stands and where a verb or a link begins or ends."""
        marks: dict[int, list[str]] = {}
        for mark in block.footnote_marks:
            marks.setdefault(mark.offset, []).append(mark.label)
        verbs = [] if self.rtl else sorted((verb.offset, verb.offset + len(verb.text), "") for verb in block.verbs)
        links = list(_links(block.references))
        edges = sorted({*marks, *(edge for a, b, _ in (*verbs, *links) for edge in (a, b))})
        parts: list[str] = []
        for start, end in bounds:
            cuts = [
                start,
                *edges[bisect_right(edges, start) : bisect_left(edges, end)],
                *([end] if end > start else []),
            ]
            out: list[str] = []
            for at, to in zip_longest(cuts, cuts[1:]):
                out += map(self._mark, marks.get(at, ()))
                if to is not None:
                    runs = runs_of(block.text[at:to], rtl=self.rtl, italic=_around(verbs, at) is not None)
                    out.append(self._linked(runs, _around(links, at)))
            parts.append("".join(out))
        return parts

    def _linked(self, runs: str, address: str | None) -> str:
        if address is None:
            return runs
        return f'<w:hyperlink r:id="link{self.links.setdefault(address, len(self.links) + 1)}">{runs}</w:hyperlink>'

    def _mark(self, label: str) -> str:
        """The mark of a footnote, with the note where it is the first; a further mark is a raised number."""
        note = self._by_label.get(label)
        if note is None or label in self._used:
            return runs_of(printed_mark(label, self._language), rtl=self.rtl)
        self._used.add(label)
        number = len(self._used)
        raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        shown = escape(_NOT_XML.sub("\ufffd", label))
        own = "" if self._automatic else f"<w:t>{shown}</w:t>"
        custom = "" if self._automatic else ' w:customMarkFollows="1"'
        at_note = "<w:footnoteRef/>" if self._automatic else f"<w:t>{shown}</w:t>"
        self.notes.append(f"<w:r>{raised}{at_note}</w:r>" + runs_of(f" {note.text}", rtl=self.rtl))
        return f'<w:r>{raised}<w:footnoteReference{custom} w:id="{number}"/>{own}</w:r>'


def _around(pieces: list[tuple[int, int, str]], at: int) -> str | None:
    """What is said of the piece in which a place stands, of pieces in order that do not overlap; None between them."""
    place = bisect_right(pieces, at, key=itemgetter(0)) - 1
    return pieces[place][2] if place >= 0 and at < pieces[place][1] else None


def _links(references: list[Reference]) -> Iterator[tuple[int, int, str]]:
    """Where links begin and end, and where they lead; of two that overlap the first."""
    at = 0
    for reference in sorted(references, key=lambda each: (each.offset, -len(each.text))):
        if reference.offset >= at and reference.url:
            at = reference.offset + len(reference.text)
            yield reference.offset, at, reference.url


# ---- parts of the file that hang on the resolution


def document_part(body: str, *, rtl: bool, landscape: bool = False) -> str:
    """The main part, on pages of A4."""
    bidi = "<w:bidi/>" if rtl else ""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    page = f'<w:pgSz {size}/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
    return f"{HEAD}<w:document {_W}><w:body>{body}<w:sectPr>{page}{bidi}</w:sectPr></w:body></w:document>"


def footnotes_part(notes: list[str], *, rtl: bool) -> str:
    """The footnotes, after the two separators that every file has."""
    bidi = "<w:bidi/>" if rtl else ""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}</w:pPr>{runs}</w:p>'
        "</w:footnote>"
        for number, runs in enumerate(notes, 1)
    )
    return f"{HEAD}<w:footnotes {_W}>{separators}{written}</w:footnotes>"


def relationships_part(links: list[str]) -> str:
    """Styles, footnotes, and where the links lead."""
    written = "".join(
        f'<Relationship Id="link{number}" Type="{_DOC}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for number, address in enumerate(links, 1)
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="styles" Type="{_DOC}/styles" Target="styles.xml"/>'
        f'<Relationship Id="footnotes" Type="{_DOC}/footnotes" Target="footnotes.xml"/>'
        f"{written}</Relationships>"
    )


def core_part(title: str, language: str) -> str:
    """Title and language, as a file manager shows them."""
    title = escape(_NOT_XML.sub("", title))
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _name(resolution: Resolution) -> str:
    return " ".join(part for part in (resolution.symbol, resolution.title) if part)
