"""CSV for spreadsheets: its cells are no formulas, and a byte order mark says that it is UTF-8.

Excel, LibreOffice and Google Sheets run a cell that begins with one of a few signs. Such a text gets an apostrophe
before it, which makes it a text there; whoever reads the file with a program takes it away again, or uses ``csv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.batch.outputs import csv
from unres.batch.outputs.stream import OutputSink, StreamSink, stream_sink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Full-width signs are taken for the others where Chinese, Japanese or Korean is set."""
_MARK = b"\xef\xbb\xbf"


def encode(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    """One row for each block."""
    return csv.written(parsed, quoted)


def quoted(cell: Any) -> Any:  # noqa: ANN401  a cell is what it is
    """The cell, as a text where a spreadsheet would run it."""
    return (
        f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \u00a0\u200e\u200f").startswith(_BEGINS_FORMULA) else cell
    )


def sink(output: str, partial: str) -> StreamSink | OutputSink:
    """The file, with its line of names."""
    return stream_sink(output, partial, _MARK + csv.HEAD)
