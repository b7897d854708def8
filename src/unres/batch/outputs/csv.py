"""CSV: a row a block, the keys of ``Resolution.to_records``; what is a list is joined by "; "."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from unres.batch.outputs.stream import OutputSink, StreamSink, stream_sink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

COLUMNS = (
    "source",
    "symbol",
    "language",
    "id",
    "parent",
    "zone",
    "kind",
    "label",
    "ordinal",
    "depth",
    "text",
    "action",
    "verb",
    "footnotes",
    "references",
    "page",
)


def encode(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    """One row for each block."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    for one in parsed:
        for resolution in one.resolutions:
            writer.writerows(_row(one.source, record) for record in resolution.to_records())
    return out.getvalue().encode("utf-8", "surrogateescape")


def _row(source: str, record: dict[str, Any]) -> dict[str, Any]:
    joined = {name: "; ".join(record[name]) for name in ("footnotes", "references")}
    return {"source": source, **record, **joined}


def sink(output: str, partial: str) -> StreamSink | OutputSink:
    """The file, with its line of names."""
    return stream_sink(output, partial, (",".join(COLUMNS) + "\n").encode())
