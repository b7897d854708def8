"""What a run writes: each format encodes in the worker process, and a sink writes in the parent.

Formats of :mod:`unres.exports.formats` go to a folder with a file for each resolution, or, where they are lines, to one
file that grows. Tables are listed in :data:`TABLES`.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial as bound
from importlib import import_module
from typing import TYPE_CHECKING

from unres.batch.outputs.sinks import Files, FolderSink, Sink, stream_sink
from unres.exports import formats
from unres.exports.formats import FORMATS

if TYPE_CHECKING:
    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile
    from unres.exports.columns import Of
    from unres.exports.formats import Format

Payload = bytes | Files
Encoder = Callable[[Sequence["Input"], Sequence["ParsedFile"]], Payload]


@dataclass(frozen=True, slots=True)
class Table:
    """A format of a table of all resolutions."""

    endings: tuple[str, ...]
    """Of the names of its files."""
    stream: bool
    """Whether it is one file that grows, and can go to standard output."""
    encode: Callable[[Sequence[ParsedFile], Of | None], bytes]
    """Given what the rows are, too; None for what the format is for."""
    sink: Callable[[str, str, Of | None], Sink]
    """Writes it to a file or a folder, with the folder of what is not yet whole."""
    parts: bool = False
    """Whether it can be a folder of parts."""


def _csv(parsed: Sequence[ParsedFile], of: Of | None, *, excel: bool = False) -> bytes:
    from unres.batch.outputs.csv import encode

    return encode(parsed, of or "blocks", excel=excel)


def _csv_sink(output: str, partial: str, of: Of | None, *, excel: bool = False) -> Sink:
    from unres.batch.outputs.csv import head

    return stream_sink(output, partial, head(of or "blocks", excel=excel))


def _xlsx(parsed: Sequence[ParsedFile], of: Of | None) -> bytes:
    from unres.batch.outputs.xlsx import encode

    return encode(parsed, of or "blocks")


def _xlsx_sink(output: str, partial: str, of: Of | None) -> Sink:
    from unres.batch.outputs.xlsx import SheetSink

    return SheetSink(output, partial, of or "blocks")


def _parquet(parsed: Sequence[ParsedFile], of: Of | None) -> bytes:
    from unres.batch.outputs.parquet import encode

    return encode(parsed, of)


def _parquet_sink(output: str, partial: str, of: Of | None) -> Sink:
    from unres.batch.outputs.parquet import sink

    return sink(output, partial, of)


TABLES: dict[str, Table] = {
    "parquet": Table((".parquet", ".pq"), stream=False, encode=_parquet, sink=_parquet_sink, parts=True),
    "xlsx": Table((".xlsx",), stream=False, encode=_xlsx, sink=_xlsx_sink),
    "csv": Table((".csv",), stream=True, encode=_csv, sink=_csv_sink),
    "csv_excel": Table((), stream=True, encode=bound(_csv, excel=True), sink=bound(_csv_sink, excel=True)),
}
"""Formats of tables by name."""


def names() -> list[str]:
    """What ``form`` and ``--format`` may be."""
    return [*FORMATS, *TABLES]


def require(form: str) -> None:
    """Sees that a format can be written at all.

    Raises:
        MissingExtraError: a package that it needs is not installed.
    """
    if form == "parquet":
        import_module("unres.batch.outputs.parquet")


def is_stream(form: str) -> bool:
    """Whether a format is one file that grows, and can go to standard output."""
    return TABLES[form].stream if form in TABLES else form in FORMATS and FORMATS[form].holds == "lines"


def is_one_file(form: str, output: str) -> bool:
    """Whether a format is written to one file of this name, and not to a folder."""
    if form in TABLES and not TABLES[form].parts:
        return True
    return is_stream(form) or (form in TABLES and format_of(output) == form)


def encoder(form: str, of: Of | None) -> Encoder:
    """The encoder of a format; of "objects", the resolutions themselves."""
    if form == "objects":
        return _objects
    if form in FORMATS:
        return bound(_lines if is_stream(form) else _each, FORMATS[form])
    return bound(_table, TABLES[form], of)


def sink(form: str, output: str, partial: str, of: Of | None) -> Sink:
    """Writes a format to a file or a folder; what is not yet whole lies in the folder ``partial``."""
    if form in TABLES:
        return TABLES[form].sink(output, partial, of)
    return stream_sink(output, partial) if is_stream(form) else FolderSink(output, partial)


def format_of(output: str) -> str | None:
    """The format of one file that a name's ending tells; None where it tells none."""
    written = formats.format_of(output)
    if written is not None:
        return written.name if is_stream(written.name) else None
    ending = os.path.splitext(output)[1].lower()
    return next((name for name, table in TABLES.items() if ending in table.endings), None)


def _table(table: Table, of: Of | None, _: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    return table.encode(parsed, of)


def _lines(form: Format, _: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    return form.write([resolution for one in parsed for resolution in one.resolutions])


def _each(form: Format, inputs: Sequence[Input], parsed: Sequence[ParsedFile]) -> Files:
    """Files laid out as the inputs are: ``a/b.pdf.json``, and ``a/b.pdf#2.json`` for the second of a file."""
    return [
        (f"{one.target}{f'#{place}' if place > 1 else ''}{form.ending}", form.write([resolution]))
        for one, file in zip(inputs, parsed, strict=True)
        for place, resolution in enumerate(file.resolutions, 1)
    ]


def _objects(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> Files:
    """The resolutions themselves: pickled file by file, so that the parent need not hold all at once."""
    return [("", pickle.dumps(one, protocol=5)) for one in parsed]
