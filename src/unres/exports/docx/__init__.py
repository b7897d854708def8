"""A resolution as a Word file, written part by part: real footnotes, links, Arabic from right to left.

Needs no package. What is written is read back by :func:`unres.read` to the same blocks.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from unres.exports.amounts import rows_grouped
from unres.exports.docx.package import PARTS, core_properties, document, footnotes, relationships
from unres.exports.docx.runs import Runs, plain_run
from unres.exports.labels import heading_number, printed_formula, printed_label
from unres.exports.text import masthead_lines, note_line
from unres.exports.walk import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unres.models import Block, Resolution

_INDENT = 567
"""A level's indentation in twentieths of a point: one centimetre."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same resolution gives the same bytes: a zip would otherwise hold the time."""


def to_docx(resolution: Resolution) -> bytes:
    """The resolution as the bytes of a .docx file.

    Masthead, blocks with their labels as printed, closing, annexes; footnotes are Word's own, numbered by Word where
    the document numbers them 1, 2, 3 …, otherwise with the document's marks. Verbs stand in italics in English, as
    the United Nations prints them; references are links. Furniture is left out.
    """
    writer = _Writer(resolution)
    body = "".join(writer.body())
    parts = {
        **PARTS,
        "docProps/core.xml": core_properties(resolution),
        "word/document.xml": document(body, rtl=writer.rtl),
        "word/footnotes.xml": footnotes(writer.runs.notes, rtl=writer.rtl),
        "word/_rels/document.xml.rels": relationships(writer.runs.links),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode())
    return stream.getvalue()


class _Writer:
    """The paragraphs of one resolution."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.rtl = resolution.language == "ar"
        self.runs = Runs(resolution)

    def body(self) -> Iterator[str]:
        """Every paragraph, in reading order."""
        resolution = self.resolution
        head, closing = masthead_lines(resolution)
        for line in head:
            yield self._line(line, "Masthead")
        if resolution.enacting_formula:
            yield self._paragraph(plain_run(printed_formula(resolution), rtl=self.rtl, italic=not self.rtl))
        yield from self._blocks((*resolution.preamble, *resolution.operative))
        for line in closing:
            yield self._line(line, "Closing")
        for annex in resolution.annexes:
            for part in (annex.label, annex.title):
                if part:
                    yield self._paragraph(plain_run(part, rtl=self.rtl), style="Heading1")
            yield from self._blocks(annex.blocks)
        for note in self.runs.unmarked():
            yield self._paragraph(plain_run(note_line(note, resolution.language), rtl=self.rtl))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for part, depth in in_order(blocks):
            yield self._table(part) if isinstance(part, list) else self._block(part, depth)

    def _block(self, block: Block, depth: int) -> str:
        runs = self.runs.of(block)
        if block.kind == "heading":
            return self._paragraph(plain_run(heading_number(block), rtl=self.rtl) + runs, style="Heading2")
        label = printed_label(block, self.resolution.language)
        if not label and block.kind == "subparagraph":
            label = "–"
        return self._paragraph((plain_run(f"{label} ", rtl=self.rtl) if label else "") + runs, depth=depth)

    def _line(self, line: str, style: str) -> str:
        """A line of masthead or closing; one in Latin letters alone ("18 March 2013") is set from left to right."""
        latin = self.rtl and line.isascii() and any(letter.isalpha() for letter in line)
        return self._paragraph(plain_run(line, rtl=self.rtl and not latin), style=style, latin=latin)

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
