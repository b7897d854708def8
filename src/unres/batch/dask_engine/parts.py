"""What goes out to the machines of a cluster and comes back: partitions of inputs, and what became of each input."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import os
import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from unres.batch.dask_engine.output import Output
from unres.batch.engine import results
from unres.batch.inputs import Input, is_remote
from unres.batch.options import ConvertOptions
from unres.batch.outputs.sinks import DATA_SET
from unres.batch.parsing import Failure
from unres.batch.report import Outcome, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from unres.batch.options import Settings


PARTITION = 500
"""Files in a task: some seconds of work, so that the way there and back costs little and a lost one is no loss."""
RETRIES = 3


@dataclass(frozen=True, slots=True)
class DaskOptions(ConvertOptions):
    """A run on a cluster: what :class:`ConvertOptions` says, and more.

    Args:
        scheduler: its address, ``tcp://host:8786``; None for the client that is current, or a cluster on this machine.
        partition: how many files make a task, and a part.
        retries: how often a task that failed, or whose machine was lost, is tried again.
    """

    scheduler: str | None = None
    partition: int = PARTITION
    retries: int = RETRIES


class Partition(NamedTuple):
    """The inputs of a task, which make a part of the output."""

    number: int
    digest: str
    """Of the names of its inputs and of what was asked for."""
    inputs: tuple[Input, ...]


def partitions(options: DaskOptions, settings: Settings) -> Iterator[Partition]:
    """All inputs in their order, in partitions of so many."""
    following = (_everywhere(one) for one in options.expanded())
    number = 0
    while partition := tuple(islice(following, options.partition)):
        yield Partition(number, _digest(partition, settings), partition)
        number += 1


def absolute(name: str) -> str:
    """A path as it is on every machine that shares the folder, whatever folder its processes work in."""
    return name if is_remote(name) else os.path.abspath(name)


def _everywhere(one: Input) -> Input:
    return Input(absolute(one.address), one.member, one.target, one.size)


def _digest(inputs: tuple[Input, ...], settings: Settings) -> str:
    means = [name for name in ("ocr", "office") if getattr(settings, name)]
    means += [settings.only] if settings.only != "all" else []
    names = "\0".join([repr(settings.language), *means, *(one.source for one in inputs)])
    return hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()


# On a machine of the cluster.


@dataclass(slots=True)
class Part:
    """What a task says of its partition."""

    number: int
    digest: str
    """That of the partition."""
    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0


def read_partition(partition: Partition, settings: Settings, to: str) -> Part:
    """Reads the inputs of a partition, writes its part, says what became of each."""
    import pyarrow as pa

    _allow_children()
    began = time.monotonic()
    part, batches = Part(partition.number, partition.digest), []
    for result in results(iter(partition.inputs), settings, 1):
        part.outcomes += result.outcomes
        if result.payload:
            batches += pa.ipc.open_stream(result.payload).read_all().to_batches()
    where = Output(to)
    _write(where, partition.number, batches)
    part.seconds = time.monotonic() - began
    where.keep(part.number, part.digest, part.outcomes)
    return part


def _write(where: Output, number: int, batches: list[pa.RecordBatch]) -> None:
    """The part's nested rows, and the flat tables of them."""
    from unres.batch.outputs.parquet import write_tables

    made = {name: io.BytesIO() for name in reversed(DATA_SET)}  # the nested rows last: they say that the part is there
    write_tables(batches, made)
    for name, out in made.items():
        where.write(f"{name}/part-{number:05}.parquet", out.getvalue())


def _allow_children() -> None:
    """Dask marks its processes as ones that may have no children; ours are ended with them, so they may.

    Python offers no other way to lift the mark (there is one in Dask's own configuration, to be set on every machine).
    """
    configuration: dict[str, Any] = getattr(multiprocessing.current_process(), "_config", {})
    configuration["daemon"] = False


# What comes back.


def lost(partition: Partition, reason: str) -> Part:
    """The part of a partition that nobody could read."""
    outcomes = [Outcome(one.source, failures=[Failure(one.source, "died", reason)]) for one in partition.inputs]
    return Part(partition.number, partition.digest, outcomes)


class Gathered:
    """Parts, counted in the order of their numbers, whatever the order in which they come."""

    def __init__(self) -> None:
        self.report = Report()
        self._waiting: dict[int, Part] = {}
        self._next = 0

    def take(self, part: Part) -> None:
        """Counts a part, and those that waited for it."""
        self._waiting[part.number] = part
        while self._next in self._waiting:
            for outcome in self._waiting.pop(self._next).outcomes:
                self.report.add(outcome)
            self._next += 1
