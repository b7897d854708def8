"""An alignment as a table for people: a Word file and a workbook, written part by part, without a package.

Each row is a place, the English, the Arabic, and where the two disagree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from unres.exports.docx import (
    HEAD,
    core_part,
    document_part,
    fixed_parts,
    footnotes_part,
    relationships_part,
    runs_of,
    zipped,
)
from unres.exports.interface import direction
from unres.exports.parallel_rows import rows
from unres.models.vocabulary import ARABIC, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unres.alignment.model import Alignment
    from unres.exports.parallel_rows import Level, Row

_COLUMNS = ("Place", "English", "Arabic", "To look at")
_LANGUAGES = (ENGLISH, ENGLISH, ARABIC, ENGLISH)
_WORD_WIDTHS = (1400, 5500, 5500, 1558)
"""Twentieths of a point, together the width of the text on a page of A4 on its side."""
_SHEET_WIDTHS = (26, 70, 70, 40)
"""In letters."""
_LONGEST_CELL = 32_767
"""Characters; Excel refuses a file with a longer one."""
MOST_ROWS = 1_048_576
"""Rows of a sheet."""
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel takes "_x0041_" for the sign of that number."""
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def to_bilingual_docx(alignments: Alignment | Iterable[Alignment | Row], level: Level = "block") -> bytes:
    """One or many alignments as the bytes of a .docx file: one table on pages that lie on their sides."""
    cells = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WORD_WIDTHS)
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(_WORD_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{cells}</w:tblGrid>{_word_row(_COLUMNS, head=True)}"
        f"{''.join(_word_row(cells) for cells in _cells(alignments, level))}</w:tbl><w:p/>"
    )
    return zipped(
        {
            **fixed_parts(),
            "docProps/core.xml": core_part("English and Arabic", ENGLISH),
            "word/document.xml": document_part(table, rtl=False, landscape=True),
            "word/footnotes.xml": footnotes_part([], rtl=False),
            "word/_rels/document.xml.rels": relationships_part([]),
        }
    )


def _cells(alignments: Alignment | Iterable[Alignment | Row], level: Level) -> Iterator[tuple[str, ...]]:
    for row in rows(alignments, level):
        yield row.place, row.english, row.arabic, "; ".join(row.checks)


def _word_row(cells: Sequence[str], *, head: bool = False) -> str:
    written = []
    for text, language, width in zip(cells, _LANGUAGES, _WORD_WIDTHS, strict=True):
        rtl = direction(language) == "rtl" and not head
        bidi = "<w:bidi/>" if rtl else ""
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"<w:p><w:pPr>{bidi}</w:pPr>{runs_of(text, rtl=rtl, italic=head)}</w:p></w:tc>"
        )
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(written)}</w:tr>"


def to_xlsx(alignments: Alignment | Iterable[Alignment | Row], level: Level = "block") -> bytes:
    """One or many alignments as the bytes of an .xlsx file: one sheet, whose first row stays in sight.

    A text longer than a cell of Excel holds goes on in the row below.

    Raises:
        ValueError: there are more rows than a sheet has.
    """
    found = [_COLUMNS, *(part for cells in _cells(alignments, level) for part in _parted(cells))]
    if len(found) > MOST_ROWS:
        raise ValueError(f"{len(found):,} rows: a sheet has {MOST_ROWS:,}; write TSV, or fewer resolutions")
    written = "".join(_sheet_row(number, cells) for number, cells in enumerate(found, 1))
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_SHEET_WIDTHS, 1)
    )
    sheet = (
        f'{HEAD}<worksheet xmlns="{_SHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{written}</sheetData></worksheet>"
    )
    return zipped({**_WORKBOOK, "xl/worksheets/sheet1.xml": sheet})


def _parted(cells: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows of a sheet that a row takes: nearly always one."""
    for start in range(0, max(1, *map(len, cells)), _LONGEST_CELL):
        yield [cells[0], *(cell[start : start + _LONGEST_CELL] for cell in cells[1:])]


def _sheet_row(number: int, cells: Sequence[str]) -> str:
    """Cells of text: nothing in them is taken for a formula. Style 1 is wrapped, 2 also written from the right."""
    written = []
    for column, text, language in zip("ABCD", cells, _LANGUAGES, strict=True):
        style = 0 if number == 1 else 2 if direction(language) == "rtl" else 1
        shown = escape(_LIKE_ESCAPE.sub("_x005F_", _NO_CELL.sub("\ufffd", text)))
        written.append(
            f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
        )
    return f'<row r="{number}">{"".join(written)}</row>'


def _types() -> str:
    parts = (
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    )
    named = "".join(f'<Override PartName="{part}" ContentType="{_OFFICE}.{kind}+xml"/>' for part, kind in parts)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{named}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    named = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'


_WRAPPED = '<xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top" readingOrder="{}"/></xf>'
_WORKBOOK = {
    "[Content_Types].xml": _types(),
    "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets>'
    '<sheet name="English and Arabic" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
    "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{_SHEET}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    f'<cellXfs count="3"><xf xfId="0"/>{_WRAPPED.format(1)}{_WRAPPED.format(2)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
"""The parts that are the same in every workbook."""
