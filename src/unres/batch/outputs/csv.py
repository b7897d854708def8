"""CSV: a row a block, or what else was asked for; what is a list is joined by "; ".

For spreadsheets, cells are no formulas, and a byte order mark says that it is UTF-8. Excel, LibreOffice and Google
Sheets run a cell that begins with one of a few signs. Such a text gets an apostrophe before it, which makes it a text
there; whoever reads the file with a program takes it away again, or uses plain CSV.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from unres.exports.columns import SOURCE, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.batch.parsing import ParsedFile
    from unres.exports.columns import Column, Of

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Full-width signs are taken for the others where Chinese, Japanese or Korean is set."""
_NOT_SEEN = " \u00a0\u200e\u200f"


def columns(of: Of) -> tuple[Column, ...]:
    """The columns of a table, the file first."""
    return (SOURCE, *TABLES[of].columns)


def cells(parsed: Sequence[ParsedFile], of: Of) -> Iterator[list[Any]]:
    """The rows of a table, as many cells as there are columns; the values of a list are one text."""
    table = TABLES[of]
    kinds = [(column.name, column.kind == "texts") for column in table.columns]
    for one in parsed:
        for resolution in one.resolutions:
            for row in table.rows(resolution):
                yield [one.source, *("; ".join(row[name]) if many else row[name] for name, many in kinds)]


def head(of: Of, *, excel: bool) -> bytes:
    """The line of names."""
    line = ",".join(column.name for column in columns(of)) + "\n"
    return line.encode("utf-8-sig" if excel else "utf-8")


def encode(parsed: Sequence[ParsedFile], of: Of, *, excel: bool) -> bytes:
    """The rows of a table."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for row in cells(parsed, of):
        writer.writerow(map(as_text, row) if excel else row)
    return out.getvalue().encode("utf-8", "surrogateescape")


def as_text(cell: object) -> object:
    """The cell; with an apostrophe before it where a spreadsheet would run it as a formula."""
    if isinstance(cell, str) and cell.lstrip(_NOT_SEEN).startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell
