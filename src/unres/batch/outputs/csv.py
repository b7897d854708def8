"""CSV: a row a block; what is a list is joined by "; "."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from unres.batch.outputs.stream import OutputSink, StreamSink, stream_sink
from unres.exports.columns import SOURCE, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

_TABLE = TABLES["blocks"]
COLUMNS = (SOURCE, *_TABLE.columns)


HEAD = (",".join(column.name for column in COLUMNS) + "\n").encode()
"""The line of names."""


def encode(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    """One row for each block."""
    return written(parsed, lambda cell: cell)


def written(parsed: Sequence[ParsedFile], made: Callable[[Any], Any]) -> bytes:
    """The rows, each cell as it is made."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [column.name for column in COLUMNS], lineterminator="\n")
    for one in parsed:
        for resolution in one.resolutions:
            for record in _TABLE.rows(resolution):
                writer.writerow({name: made(cell) for name, cell in _row(one.source, record).items()})
    return out.getvalue().encode("utf-8", "surrogateescape")


def _row(source: str, record: dict[str, Any]) -> dict[str, Any]:
    joined = {column.name: "; ".join(record[column.name]) for column in _TABLE.columns if column.kind == "texts"}
    return {"source": source, **record, **joined}


def sink(output: str, partial: str) -> StreamSink | OutputSink:
    """The file, with its line of names."""
    return stream_sink(output, partial, HEAD)
