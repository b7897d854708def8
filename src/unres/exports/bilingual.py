"""An alignment as a table for people: a Word file and a workbook, written part by part, without a package.

Each row is a place, the English, the Arabic, and where the two disagree.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from unres.exports.docx import (
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
from unres.exports.sheet import rows_of_sheet, write_workbook
from unres.models.vocabulary import ARABIC, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unres.alignment import Alignment
    from unres.exports.parallel_rows import Level, Row

_COLUMNS = ("Place", "English", "Arabic", "To look at")
_LANGUAGES = (ENGLISH, ENGLISH, ARABIC, ENGLISH)
_WORD_WIDTHS = (1400, 5500, 5500, 1558)
"""Twentieths of a point, together the width of the text on a page of A4 on its side."""
_SHEET_WIDTHS = (26, 70, 70, 40)
"""In letters."""


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
    out = io.BytesIO()
    written = (rows_of_sheet(cells).encode() for cells in _cells(alignments, level))
    write_workbook(out, "English and Arabic", _COLUMNS, _SHEET_WIDTHS, written)
    return out.getvalue()
