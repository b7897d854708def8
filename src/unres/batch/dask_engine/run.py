"""The loop that leads a run: partitions are given out, parts taken in, lost and late ones given out again."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.batch.dask_engine.parts import Gathered, Part, lost, read_partition
from unres.batch.destination import OutputError
from unres.batch.run import Stop, stop_signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client, Future

    from unres.batch.dask_engine.output import Output
    from unres.batch.dask_engine.parts import DaskOptions, Partition
    from unres.batch.report import Report

_AHEAD = 3
"""Tasks given out for each thread of the cluster."""
_STRAGGLES = 3.0
"""A task that has run so many times as long as the middle one is begun again elsewhere, once nothing else is left."""
_LEAST_STRAGGLE = 30.0
"""Seconds; shorter ones are waited for."""


@dataclass(slots=True)
class _Given:
    """A task that was given out."""

    partition: Partition
    futures: list[Future[Part]]
    """One; two where a second machine has begun it for a straggler."""
    since: float
    tries: int = 1


class Run:
    """Gives out partitions, takes parts in, gives lost and late ones out again."""

    def __init__(self, client: Client, where: Output, options: DaskOptions) -> None:
        self._client = client
        self._where = where
        self._options = options
        self._settings = options.settings("parquet")
        self._given: dict[int, _Given] = {}
        self._times: list[float] = []
        self._gathered = Gathered()
        self._stop = Stop(0 if options.fail_fast else options.max_failures)

    def run(self, partitions: Iterator[Partition]) -> Report:
        """All of them, or until it is asked to stop."""
        report = self._gathered.report
        began = time.monotonic()
        more = True
        with stop_signals(self._stop.ask):
            while (more or self._given) and self._stop.why is None:
                more = more and self._fill(partitions)
                self._wait()
                if not more:
                    self._hurry()
                report.seconds = time.monotonic() - began
                if self._options.progress:
                    self._options.progress(report)
        self._client.cancel([future for given in self._given.values() for future in given.futures], force=True)
        report.seconds = time.monotonic() - began
        report.stopped = self._stop.why
        report.finished = self._stop.why is None
        return report

    def _threads(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def _fill(self, partitions: Iterator[Partition]) -> bool:
        """Gives out as many as the cluster can use; whether there are more."""
        room = self._threads() * _AHEAD - len(self._given)
        while room > 0:
            partition = next(partitions, None)
            if partition is None:
                return False
            done = self._where.done(partition.number, partition.digest) if self._options.resume else None
            if done is not None:
                self._take(Part(partition.number, partition.digest, done))
                continue
            self._given[partition.number] = _Given(partition, [self._submit(partition)], time.monotonic())
            room -= 1
        return True

    def _submit(self, partition: Partition) -> Future[Part]:
        return self._client.submit(
            read_partition,
            partition,
            self._settings,
            self._where.to,
            key=f"unres-part-{partition.number:05}-{uuid.uuid4().hex[:8]}",
            retries=self._options.retries,
            pure=False,
        )

    def _wait(self) -> None:
        from distributed import wait

        futures = {future: given for given in self._given.values() for future in given.futures}
        if not futures:
            return
        try:
            done = wait(list(futures), timeout=1, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            return
        for future in done:
            given = futures[future]
            if given.partition.number in self._given:
                self._ended(given, future)

    def _ended(self, given: _Given, future: Future[Part]) -> None:
        if future.status == "finished":
            part = future.result()
            self._times.append(part.seconds)
            self._forget(given)
            self._take(part)
            return
        given.futures.remove(future)
        if given.futures:
            return  # another does the same
        error = future.exception() if future.status == "error" else None
        if isinstance(error, OSError) and not isinstance(error, ConnectionError):
            raise OutputError(error.errno, str(error.strerror or error), error.filename) from error
        if given.tries <= self._options.retries:
            given.tries += 1
            given.since = time.monotonic()
            given.futures.append(self._submit(given.partition))
            return
        self._forget(given)
        reason = f"the machine that read it was lost {given.tries} times: {type(error).__name__}"
        self._take(lost(given.partition, reason))

    def _forget(self, given: _Given) -> None:
        del self._given[given.partition.number]
        self._client.cancel([future for future in given.futures if not future.done()], force=True)

    def _hurry(self) -> None:
        """Nothing else is left to give out: what takes far longer than usual is begun once more, elsewhere."""
        if not self._times:
            return
        usual = sorted(self._times)[len(self._times) // 2]
        for given in self._given.values():
            late = time.monotonic() - given.since > max(_LEAST_STRAGGLE, _STRAGGLES * usual)
            if late and len(given.futures) == 1:
                given.futures.append(self._submit(given.partition))

    def _take(self, part: Part) -> None:
        self._gathered.take(part)
        self._stop.after(self._gathered.report)
