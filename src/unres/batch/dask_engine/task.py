"""What a task does, on a machine of the cluster: it reads a partition and writes its part."""

from __future__ import annotations

import io
import multiprocessing
import time
from typing import TYPE_CHECKING, Any

from unres.batch.dask_engine.output import Output
from unres.batch.dask_engine.parts import Part, plain
from unres.batch.destination import TABLES
from unres.batch.engine import results

if TYPE_CHECKING:
    from unres.batch.dask_engine.partitions import Partition
    from unres.batch.settings import Settings


def read_partition(partition: Partition, settings: Settings, to: str) -> Part:
    """Reads the inputs of a partition, writes its part, says what became of each."""
    import pyarrow as pa

    _allow_children()
    began = time.monotonic()
    part, batches = Part(partition.number, partition.digest), []
    for result in results(iter(partition.inputs), settings, 1):
        part.outcomes += [plain(outcome) for outcome in result.outcomes]
        if result.payload:
            batches += pa.ipc.open_stream(result.payload).read_all().to_batches()
    where = Output(to)
    _write(where, partition.number, batches)
    part.seconds = time.monotonic() - began
    where.keep(part)
    return part


def _write(where: Output, number: int, batches: list[Any]) -> None:
    """The part's nested rows, and the flat tables of them."""
    from unres.batch.outputs.parquet import write_tables

    made = {name: io.BytesIO() for name in reversed(TABLES)}  # the nested rows last: they say that the part is there
    write_tables(batches, made)
    for name, out in made.items():
        where.write(f"{name}/part-{number:05}.parquet", out.getvalue())


def _allow_children() -> None:
    """Dask marks its processes as ones that may have no children; ours are ended with them, so they may.

    Python offers no other way to lift the mark (there is one in Dask's own configuration, to be set on every machine).
    """
    configuration: dict[str, Any] = getattr(multiprocessing.current_process(), "_config", {})
    configuration["daemon"] = False
