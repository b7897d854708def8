"""Parquet: one nested file, or a folder of parts with flat tables beside.

``out.parquet`` is one file of nested rows. A folder holds ``resolutions/part-00000.parquet`` and so on, and the flat
tables of the same rows in ``blocks/``, ``references/`` and ``footnotes/``; such a folder can be read as one table by
everything that reads Parquet. Where one part ends and the next begins is counted in rows and depends on nothing else.

Rows wait in a spool of Arrow's own format, to which is only added, until there are enough of them for a part.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from unres.batch.outputs.sinks import DATA_SET, Appended, Sink, State
from unres.errors import needs

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise needs("arrow", error) from error

from unres.exports.arrow import SCHEMA, flat_schema, flatten, to_batch
from unres.exports.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from unres.batch.parsing import ParsedFile
    from unres.exports.columns import Of

PART_ROWS = 1_000
"""Resolutions in a part of a folder."""
GROUP_ROWS = 125
"""Resolutions in a row group: what a reader takes into memory at once, and the process that leads a run as well, which
larger groups, quicker by some hundredths, would have need more than 300 MB."""
FLAT_GROUP_ROWS = 10_000
"""Rows of a flat table in a row group."""
_LENGTH = 8


def encode(parsed: Sequence[ParsedFile], of: Of | None) -> bytes:
    """The nested rows, or those of a flat table, as a message of Arrow's."""
    if of is not None:
        schema = flat_schema(of)
        flat = [
            {"source": _text(one.source), "position": place, **row}
            for one in parsed
            for place, resolution in enumerate(one.resolutions)
            for row in TABLES[of].rows(resolution)
        ]
        return _message([pa.RecordBatch.from_pylist(flat, schema=schema)], schema) if flat else b""
    found = [(one.source, place, resolution) for one in parsed for place, resolution in enumerate(one.resolutions)]
    if not found:
        return b""
    batch = to_batch([row[2] for row in found], [_text(row[0]) for row in found], [row[1] for row in found])
    return _message([batch])


def _message(batches: Iterable[pa.RecordBatch], schema: pa.Schema = SCHEMA) -> bytes:
    """Rows as bytes, in Arrow's own format."""
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    data: bytes = out.getvalue().to_pybytes()
    return data


def _text(name: str) -> str:
    """A name that can be written as UTF-8: what a file system holds is any bytes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


_FEW_VALUES = frozenset(
    "kind language organ zone action session_kind instrument series severity code schema_version source page".split()
)
_FILTERED = "source position kind language organ symbol session year issued_on adopted_on".split()
"""Columns by which readers leave out whole groups. Of the others the least and the greatest value are not written:
each text, and each value in a list, would be looked at."""


def _with_few_values(schema: pa.Schema) -> list[str]:
    """Columns of closed vocabularies: those that a dictionary makes smaller. For others it is only slower."""
    return [path for field in schema for path in _leaves(field.name, field.type) if path.split(".")[-1] in _FEW_VALUES]


def _leaves(path: str, kind: pa.DataType) -> Iterator[str]:
    if pa.types.is_struct(kind):
        for field in kind:
            yield from _leaves(f"{path}.{field.name}", field.type)
    elif pa.types.is_list(kind):
        yield from _leaves(f"{path}.list.element", kind.value_type)
    else:
        yield path


def parquet_writer(where: str | BinaryIO, schema: pa.Schema) -> pq.ParquetWriter:
    """A writer of files of this project."""
    few = _with_few_values(schema)
    return pq.ParquetWriter(where, schema, compression="zstd", use_dictionary=few, write_statistics=_FILTERED)


def write_parquet(batches: Iterable[pa.RecordBatch], where: str | BinaryIO, schema: pa.Schema = SCHEMA) -> None:
    """Writes rows, nested ones by default, in groups that depend on their number alone."""
    with parquet_writer(where, schema) as writer:
        for table in _grouped(batches, GROUP_ROWS if schema is SCHEMA else FLAT_GROUP_ROWS):
            writer.write_table(table)


def write_tables(batches: Iterable[pa.RecordBatch], places: Mapping[str, str | BinaryIO]) -> None:
    """Writes nested rows and the flat tables of the same, so many resolutions at a time.

    Args:
        batches: nested rows.
        places: for each of :data:`DATA_SET` a path or a file.
    """
    nothing = flatten(SCHEMA.empty_table())
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(parquet_writer(place, getattr(nothing, name).schema))
            for name, place in places.items()
        }
        for nested in _grouped(batches, GROUP_ROWS):
            tables = flatten(nested)
            for name, writer in writers.items():
                writer.write_table(getattr(tables, name))
            pa.default_memory_pool().release_unused()


class Spool:
    """Rows on disk, to which is only added.

    Args:
        path: where they lie.
        size: bytes after which it is cut off.
        rows: those that are in it.
    """

    def __init__(self, path: str, size: int = 0, rows: int = 0) -> None:
        self._file = Appended(path, size)
        self.path = path
        self.rows = rows

    def add(self, payload: bytes) -> None:
        """Rows as :func:`encode` made them."""
        with pa.ipc.open_stream(payload) as reader:
            self.rows += sum(batch.num_rows for batch in reader)
        self._file.write(len(payload).to_bytes(_LENGTH, "little") + payload)

    def sync(self) -> tuple[int, int]:
        """Brings it to the disk: its size and rows."""
        return self._file.sync(), self.rows

    def batches(self) -> Iterator[pa.RecordBatch]:
        """What is in it, read anew."""
        self._file.sync()
        with open(self.path, "rb") as stored:  # not mapped: what is mapped counts as this process's memory
            while head := stored.read(_LENGTH):
                with pa.ipc.open_stream(stored.read(int.from_bytes(head, "little"))) as reader:
                    yield from reader

    def close(self) -> None:
        """Lets go of it."""
        self._file.close()


def _grouped(batches: Iterable[pa.RecordBatch], rows: int) -> Iterator[pa.Table]:
    """Tables of so many rows, the last of fewer."""
    waiting: list[pa.RecordBatch] = []
    held = 0
    for batch in batches:
        waiting.append(batch)
        held += batch.num_rows
        while held >= rows:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, rows).combine_chunks()
            rest = table.slice(rows)
            waiting, held = rest.to_batches(), rest.num_rows
    if held:
        yield pa.Table.from_batches(waiting).combine_chunks()


class _SpoolSink(Sink):
    """Rows wait in a spool."""

    def __init__(self, output: str, partial: str) -> None:
        self._output = output
        self._partial = partial
        self._spool: Spool | None = None

    @property
    def spool(self) -> Spool:
        """The spool, which :meth:`restore` opens."""
        if self._spool is None:
            raise RuntimeError("restore comes first")
        return self._spool

    def close(self) -> None:
        """As :class:`Sink`."""
        if self._spool is not None:
            self._spool.close()


class FileSink(_SpoolSink):
    """One file, of nested rows or of a flat table."""

    def __init__(self, output: str, partial: str, schema: pa.Schema) -> None:
        super().__init__(output, partial)
        self._schema = schema

    def restore(self, state: State | None) -> None:
        """As :class:`Sink`."""
        self._spool = Spool(os.path.join(self._partial, "spool"), *(state["spool"] if state else ()))

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`."""
        self.spool.add(payload)

    def state(self) -> State:
        """As :class:`Sink`."""
        return {"spool": [*self.spool.sync()]}

    def finish(self) -> None:
        """As :class:`Sink`."""
        made = os.path.join(self._partial, "output")
        write_parquet(self.spool.batches(), made, self._schema)
        self.close()
        put(made, self._output)


class PartsSink(_SpoolSink):
    """A folder of parts. A part is written when its rows are there, and the spool begins anew with what is left."""

    def __init__(self, output: str, partial: str) -> None:
        super().__init__(output, partial)
        self._part = 0
        self._used: list[str] = []

    def restore(self, state: State | None) -> None:
        """As :class:`Sink`."""
        self._part, size, rows = state["part"] if state else (0, 0, 0)
        self._begin(size, rows)

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`."""
        self.spool.add(payload)
        while self.spool.rows >= PART_ROWS:
            self._write_part()

    def state(self) -> State:
        """As :class:`Sink`."""
        return {"part": [self._part, *self.spool.sync()]}

    def synced(self) -> None:
        """As :class:`Sink`: spools of earlier parts go."""
        for path in self._used:
            os.remove(path)
        self._used.clear()

    def finish(self) -> None:
        """As :class:`Sink`."""
        if self.spool.rows or self._part == 0:
            self._write_part()
        self.close()

    def _begin(self, size: int = 0, rows: int = 0) -> None:
        self._spool = Spool(os.path.join(self._partial, f"spool-{self._part:05}"), size, rows)

    def _write_part(self) -> None:
        rest: list[pa.RecordBatch] = []
        write_part(_first(self.spool.batches(), PART_ROWS, rest), self._output, self._partial, self._part)
        self.spool.close()
        self._used.append(self.spool.path)
        self._part += 1
        self._begin()
        if rest:
            self.spool.add(_message(rest))


def _first(batches: Iterator[pa.RecordBatch], rows: int, rest: list[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """So many rows; those after them are left in ``rest``."""
    for batch in batches:
        if rows:
            yield batch.slice(0, rows)
        if batch.num_rows > rows:
            rest.append(batch.slice(rows))
        rows = max(0, rows - batch.num_rows)


def write_part(batches: Iterator[pa.RecordBatch], output: str, partial: str, number: int) -> None:
    """One part of the nested table and of the flat ones, each put in its place when it is whole."""
    made = {name: os.path.join(partial, f"{name}.parquet") for name in DATA_SET}
    write_tables(batches, made)
    for name, path in made.items():
        os.makedirs(os.path.join(output, name), exist_ok=True)
        put(path, os.path.join(output, name, f"part-{number:05}.parquet"))


def put(made: str, place: str) -> None:
    """Puts a whole file into its place, on the disk first."""
    with open(made, "rb") as file:
        os.fsync(file.fileno())
    os.replace(made, place)


def sink(output: str, partial: str, of: Of | None) -> FileSink | PartsSink:
    """A file where the name ends like one, otherwise a folder."""
    if os.path.splitext(output)[1].lower() in {".parquet", ".pq"}:
        return FileSink(output, partial, SCHEMA if of is None else flat_schema(of))
    return PartsSink(output, partial)
