"""CSV: a row a block, or what else was asked for; what is a list is joined by "; ".

For spreadsheets, cells are no formulas, and a byte order mark says that it is UTF-8. Excel, LibreOffice and Google
Sheets run a cell that begins with one of a few signs. Such a text gets an apostrophe before it, which makes it a text
there; whoever reads the file with a program takes it away again, or uses plain CSV.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from unres.exports.columns import cells_of_file, names_in_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.parsing import ParsedFile
    from unres.exports.columns import Of

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Full-width signs are taken for the others where Chinese, Japanese or Korean is set."""
_NOT_SEEN = " \u00a0\u200e\u200f"


def head(of: Of, *, excel: bool) -> bytes:
    """The line of names."""
    return f"{','.join(names_in_files(of))}\n".encode("utf-8-sig" if excel else "utf-8")


def encode(parsed: Sequence[ParsedFile], of: Of, *, excel: bool) -> bytes:
    """The rows of a table."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for one in parsed:
        for row in cells_of_file(of, one.source, one.resolutions):
            writer.writerow(map(as_text, row) if excel else row)
    return out.getvalue().encode("utf-8", "surrogateescape")


def as_text(cell: object) -> object:
    """The cell; with an apostrophe before it where a spreadsheet would run it as a formula."""
    if isinstance(cell, str) and cell.lstrip(_NOT_SEEN).startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell
