"""CSV: a row a block; what is a list is joined by "; ".

For spreadsheets, cells are no formulas, and a byte order mark says that it is UTF-8. Excel, LibreOffice and Google
Sheets run a cell that begins with one of a few signs. Such a text gets an apostrophe before it, which makes it a text
there; whoever reads the file with a program takes it away again, or uses plain CSV.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from unres.exports.columns import SOURCE, TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.parsing import ParsedFile

_TABLE = TABLES["blocks"]
COLUMNS = (SOURCE, *_TABLE.columns)
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Full-width signs are taken for the others where Chinese, Japanese or Korean is set."""
_LISTS = tuple(column.name for column in _TABLE.columns if column.kind == "texts")
_NOT_SEEN = " \u00a0\u200e\u200f"


def head(*, excel: bool) -> bytes:
    """The line of names."""
    line = ",".join(column.name for column in COLUMNS) + "\n"
    return line.encode("utf-8-sig" if excel else "utf-8")


def encode(parsed: Sequence[ParsedFile], *, excel: bool) -> bytes:
    """One row for each block."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [column.name for column in COLUMNS], lineterminator="\n")
    for one in parsed:
        for resolution in one.resolutions:
            for record in _TABLE.rows(resolution):
                row = {"source": one.source, **record, **{name: "; ".join(record[name]) for name in _LISTS}}
                writer.writerow({name: as_text(cell) for name, cell in row.items()} if excel else row)
    return out.getvalue().encode("utf-8", "surrogateescape")


def as_text(cell: object) -> object:
    """The cell; with an apostrophe before it where a spreadsheet would run it as a formula."""
    if isinstance(cell, str) and cell.lstrip(_NOT_SEEN).startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell
