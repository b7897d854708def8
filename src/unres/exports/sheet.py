"""Workbooks of one sheet (.xlsx), written row by row, without a package."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape

from unres.exports.docx import HEAD
from unres.scripts import ARABIC_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Cell = str | int | float | date | None

MOST_ROWS = 1_048_576
"""Rows of a sheet."""
_LONGEST_CELL = 32_767
"""Characters; Excel refuses a file with a longer one."""
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel takes "_x0041_" for the sign of that number."""
_ARABIC = re.compile(f"[{ARABIC_BLOCK}]")
_PLAIN, _WRITTEN, _FROM_THE_RIGHT, _DAY = range(4)
"""Styles of cells, in the order of ``cellXfs``."""
_FIRST_DAY = date(1899, 12, 30)
_ROW = b"<row>"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def rows_of_sheet(cells: Sequence[Cell]) -> str:
    """A row as lines of a sheet's XML: one, or more where a text is longer than a cell; these repeat the first cell.

    Texts are no formulas, and those with Arabic letters are written from the right.
    """
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    written = [_row(cells)]
    for start in range(_LONGEST_CELL, longest, _LONGEST_CELL):
        rest = (cell[start:] if isinstance(cell, str) else None for cell in cells[1:])
        written.append(_row([cells[0], *rest]))
    return "".join(written)


def _row(cells: Sequence[Cell]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>\n"


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, date):
        return f'<c s="{_DAY}"><v>{(value - _FIRST_DAY).days}</v></c>'
    if not isinstance(value, str):
        return f"<c><v>{value!r}</v></c>"
    style = _FROM_THE_RIGHT if _ARABIC.search(value) else _WRITTEN
    return _text(value[:_LONGEST_CELL], style)


def _text(value: str, style: int) -> str:
    shown = escape(_LIKE_ESCAPE.sub("_x005F_", _NO_CELL.sub("\ufffd", value)))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def write_workbook(
    out: IO[bytes], name: str, columns: Sequence[str], widths: Sequence[int], lines: Iterable[bytes]
) -> None:
    """Writes a workbook of one sheet, whose first row holds the names of the columns and stays in sight.

    Args:
        out: where to.
        name: of the sheet.
        columns: the names of the columns.
        widths: in letters.
        lines: what :func:`rows_of_sheet` made, line by line.

    Raises:
        ValueError: there are more rows than a sheet has.
    """
    wide = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1))
    begins = (
        f'{HEAD}<worksheet xmlns="{_SHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{wide}</cols><sheetData><row>{''.join(_text(column, _PLAIN) for column in columns)}</row>\n"
    )
    count = 1
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in _parts(name).items():
            package.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
        member = zipfile.ZipInfo("xl/worksheets/sheet1.xml")
        member.compress_type = zipfile.ZIP_DEFLATED
        with package.open(member, "w", force_zip64=True) as sheet:
            sheet.write(begins.encode())
            for line in lines:
                count += line.count(_ROW)
                if count > MOST_ROWS:
                    raise ValueError(f"there are more rows than the {MOST_ROWS:,} of a sheet; write CSV or TSV")
                sheet.write(line)
            sheet.write(b"</sheetData></worksheet>")


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


def _parts(name: str) -> dict[str, str]:
    """The parts of a workbook but its sheet."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets>'
        f'<sheet name="{escape(name)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{_SHEET}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="4"><xf xfId="0"/>{_WRAPPED.format(1)}{_WRAPPED.format(2)}'
        '<xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }
