"""The same run on a Dask cluster: partitions of inputs go out, parts of a Parquet data set come to lie at the output.

A task reads its inputs as one machine does, in a process under limits, and writes its part itself, so that nothing but
counts and failures goes through the scheduler. Inputs and output must be reachable from every machine: a shared folder,
or addresses that fsspec knows. A part is the same whoever writes it, so that a task may be done twice: by a retry, or
for a straggler.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import time
import uuid
from collections import Counter
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from unres.batch.conversion import OutputError, stop_signals
from unres.batch.engine import Outcome, results
from unres.batch.inputs import Argument, Input, expand, filesystem, is_remote
from unres.batch.parsing import Failure
from unres.batch.report import Report
from unres.batch.settings import MEMORY, SECONDS, Settings
from unres.errors import needs
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models.vocabulary import Language

PARTITION = 500
"""Files in a task: some seconds of work, so that the way there and back costs little and a lost one is no loss."""
RETRIES = 3
_AHEAD = 3
"""Tasks given out for each thread of the cluster."""
_STRAGGLES = 3.0
"""A task that has run so many times as long as the middle one is begun again elsewhere, once nothing else is left."""
_LEAST_STRAGGLE = 30.0
"""Seconds; shorter ones are waited for."""
_PARTIAL = "_partial"
_TABLES = ("resolutions", "blocks", "references", "footnotes")


@dataclass(slots=True)
class Part:
    """What a task says of its partition."""

    number: int
    digest: str
    """Of the names of its inputs and of what was asked for."""
    outcomes: list[dict[str, Any]] = field(default_factory=list)
    """Of each input, without what is nought."""
    seconds: float = 0.0


def convert(
    inputs: Iterable[Argument] | Argument,
    to: Argument,
    *,
    scheduler: str | None = None,
    partition: int = PARTITION,
    retries: int = RETRIES,
    jobs: int | None = None,
    language: Language | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    ocr: bool = False,
    resume: bool = False,
    overwrite: bool = False,
    max_failures: int | None = None,
    report: Argument | None = None,
    progress: Callable[[Report], None] | None = None,
) -> Report:
    """Reads files on a cluster and writes a folder of Parquet.

    It holds ``resolutions/``, ``blocks/``, ``references/`` and ``footnotes/``, a part for each partition.

    Args:
        inputs: as for :func:`unres.batch.convert`; listed here, read on the machines of the cluster.
        to: a folder that all machines share, or an address that fsspec knows.
        scheduler: its address, ``tcp://host:8786``; None for the client that is current, or a cluster on this machine.
        partition: how many files make a task, and a part.
        retries: how often a task that failed, or whose machine was lost, is tried again.
        jobs: of a cluster made here: how many processes.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most.
        seconds: how long one file may take.
        memory: bytes that the process that reads may use for data.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        resume: leave out parts that are there.
        overwrite: replace what is at ``to``.
        max_failures: stop when more files than that cannot be read.
        report: where to write the report as JSON; None for ``_report.json`` in the output.
        progress: called with the report so far.

    Raises:
        MissingExtraError: Dask is not installed.
        OutputError: the output cannot be written, or is there already.
    """
    named = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    where = _Output(_absolute(os.fspath(to)))
    settings = Settings("parquet", language, limits or DEFAULT_LIMITS, seconds, memory, ocr)
    where.prepare(resume=resume, overwrite=overwrite)
    own = [os.fspath(to)] if not is_remote(os.fspath(to)) else []
    partitions = _partitions((_everywhere(one) for one in expand(named, own)), partition, settings)
    with _client(scheduler, jobs) as client:
        run = _Run(
            client,
            where,
            settings,
            retries=retries,
            max_failures=max_failures,
            progress=progress,
            resume=resume,
        )
        done = run.run(partitions)
    where.finish(done, os.fspath(report) if report is not None else None)
    return done


def _client(scheduler: str | None, jobs: int | None) -> Any:  # noqa: ANN401  Dask has no types
    try:
        from distributed import Client
        from distributed.client import default_client
    except ImportError as error:
        raise needs("dask", error) from error
    if scheduler is not None:
        try:
            return Client(scheduler, timeout=30)
        except OSError as error:
            raise OutputError(f"no Dask scheduler answers at {scheduler}") from error
    try:
        return _Borrowed(default_client())
    except ValueError:
        return Client(n_workers=jobs, threads_per_worker=1, dashboard_address=None)


class _Borrowed:
    """A client that belongs to the caller, and is not closed here."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401  Dask has no types
        self._client = client

    def __enter__(self) -> Any:  # noqa: ANN401  Dask has no types
        return self._client

    def __exit__(self, *_: object) -> None: ...


def _absolute(name: str) -> str:
    return name if is_remote(name) else os.path.abspath(name)


def _everywhere(one: Input) -> Input:
    """Paths as they are on every machine that shares the folder, whatever folder its processes work in."""
    return Input(_absolute(one.address), one.member, one.target, one.size)


def _partitions(inputs: Iterator[Input], size: int, settings: Settings) -> Iterator[tuple[int, str, tuple[Input, ...]]]:
    """Number, digest and inputs of each."""
    number = 0
    while partition := tuple(islice(inputs, size)):
        names = "\0".join(
            [repr(settings.language), *(["ocr"] if settings.ocr else []), *(one.source for one in partition)]
        )
        yield number, hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest(), partition
        number += 1


class _Output:
    """The folder of the data set, here or far away."""

    def __init__(self, to: str) -> None:
        self.to = to
        self.fs, self.root = filesystem(to if is_remote(to) else f"file://{to}")
        self.here = not is_remote(to) or to.startswith("file://")

    def prepare(self, *, resume: bool, overwrite: bool) -> None:
        """Sees that nothing is replaced that nobody asked to replace."""
        if self.fs.exists(self.root) and not resume:
            there = [name for name in self.fs.ls(self.root, detail=False) if not name.endswith(_PARTIAL)]
            if there and not overwrite:
                raise OutputError(f"{self.to} is there already; --overwrite replaces it, --resume goes on with it")
            for name in (*_TABLES, _PARTIAL):
                if self.fs.exists(f"{self.root}/{name}"):
                    self.fs.rm(f"{self.root}/{name}", recursive=True)
        for name in (*_TABLES, _PARTIAL):
            self.fs.makedirs(f"{self.root}/{name}", exist_ok=True)

    def done(self, number: int, digest: str) -> Part | None:
        """What an earlier run said of this partition, where it is the same."""
        try:
            said = json.loads(self.fs.cat_file(f"{self.root}/{_PARTIAL}/part-{number:05}.json"))
        except FileNotFoundError:
            return None
        return Part(**said) if said["digest"] == digest else None

    def write(self, name: str, data: bytes) -> None:
        """Puts a file into its place, whole or not at all; stores of objects do so by themselves."""
        place = f"{self.root}/{name}"
        if not self.here:
            self.fs.pipe_file(place, data)
            return
        made = f"{self.root}/{_PARTIAL}/{uuid.uuid4().hex}"
        self.fs.pipe_file(made, data)
        os.replace(made, place)

    def finish(self, report: Report, path: str | None) -> None:
        """Writes the report; what was kept for taking the run up again goes when it is whole."""
        failures = [asdict(failure) for failure in report.failures]
        head = {"output": self.to, "format": "parquet", **report.counts()}
        made = {**head, "finished": report.finished, "stopped": report.stopped, "failures": failures}
        data = (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
        if path is None:
            self.write("_report.json", data)
        else:
            with open(path, "wb") as file:
                file.write(data)
        if report.finished:
            self.fs.rm(f"{self.root}/{_PARTIAL}", recursive=True)


# On a machine of the cluster.


def read_partition(number: int, digest: str, inputs: tuple[Input, ...], settings: Settings, to: str) -> Part:
    """A task: reads the inputs of a partition, writes its part, says what became of each."""
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    from unres.batch.outputs.parquet import FLAT, write_parquet
    from unres.exports.arrow import SCHEMA, flatten

    _allow_children()
    began = time.monotonic()
    part, batches = Part(number, digest), []
    for result in results(iter(inputs), settings, 1):
        part.outcomes += [_plain(outcome) for outcome in result.outcomes]
        if result.payload:
            batches += pa.ipc.open_stream(result.payload).read_all().to_batches()
    where = _Output(to)
    nested = pa.Table.from_batches(batches, schema=SCHEMA)
    flat = flatten(nested)
    for name in (*FLAT, "resolutions"):
        out = io.BytesIO()
        if name == "resolutions":
            write_parquet(nested, out)
        else:
            pq.write_table(getattr(flat, name).combine_chunks(), out, compression="zstd")
        where.write(f"{name}/part-{number:05}.parquet", out.getvalue())
    part.seconds = time.monotonic() - began
    where.write(f"{_PARTIAL}/part-{number:05}.json", json.dumps(asdict(part)).encode())
    return part


def _plain(outcome: Outcome) -> dict[str, Any]:
    made = {**asdict(outcome), "failures": [asdict(failure) for failure in outcome.failures]}
    return {name: value for name, value in made.items() if value}


def _allow_children() -> None:
    """Dask marks its processes as ones that may have no children; ours are ended with them, so they may.

    Python offers no other way to lift the mark (there is one in Dask's own configuration, to be set on every machine).
    """
    configuration: dict[str, Any] = getattr(multiprocessing.current_process(), "_config", {})
    configuration["daemon"] = False


# Where the run is led.


@dataclass(slots=True)
class _Given:
    """A task that was given out."""

    number: int
    digest: str
    inputs: tuple[Input, ...]
    futures: list[Any]
    since: float
    tries: int = 1


class _Run:
    """Gives out partitions, takes parts in, gives lost and late ones out again."""

    def __init__(
        self,
        client: Any,  # noqa: ANN401  Dask has no types
        where: _Output,
        settings: Settings,
        *,
        retries: int,
        max_failures: int | None,
        progress: Callable[[Report], None] | None,
        resume: bool,
    ) -> None:
        self._client = client
        self._where = where
        self._settings = settings
        self._retries = retries
        self._most = max_failures
        self._progress = progress
        self._resume = resume
        self._given: dict[int, _Given] = {}
        self._times: list[float] = []
        self._parts: dict[int, Part] = {}
        self._next = 0
        self.report = Report()
        self.stop: str | None = None

    def run(self, partitions: Iterator[tuple[int, str, tuple[Input, ...]]]) -> Report:
        """All of them, or until it is asked to stop."""
        began = time.monotonic()
        more = True
        with stop_signals(self._ask_to_stop):
            while (more or self._given) and self.stop is None:
                more = more and self._fill(partitions)
                self._wait()
                if not more:
                    self._hurry()
                self.report.seconds = time.monotonic() - began
                if self._progress:
                    self._progress(self.report)
        self._client.cancel([future for given in self._given.values() for future in given.futures], force=True)
        self.report.seconds = time.monotonic() - began
        self.report.stopped = self.stop
        self.report.finished = self.stop is None
        return self.report

    def _ask_to_stop(self, why: str) -> None:
        if self.stop is not None:
            raise KeyboardInterrupt
        self.stop = why

    def _threads(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def _fill(self, partitions: Iterator[tuple[int, str, tuple[Input, ...]]]) -> bool:
        """Gives out as many as the cluster can use; whether there are more."""
        room = self._threads() * _AHEAD - len(self._given)
        while room > 0:
            following = next(partitions, None)
            if following is None:
                return False
            number, digest, inputs = following
            done = self._where.done(number, digest) if self._resume else None
            if done is not None:
                self._take(done)
                continue
            given = _Given(number, digest, inputs, [], time.monotonic())
            given.futures.append(self._submit(given))
            self._given[number] = given
            room -= 1
        return True

    def _submit(self, given: _Given) -> Any:  # noqa: ANN401  Dask has no types
        return self._client.submit(
            read_partition,
            given.number,
            given.digest,
            given.inputs,
            self._settings,
            self._where.to,
            key=f"unres-part-{given.number:05}-{uuid.uuid4().hex[:8]}",
            retries=self._retries,
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
            if given.number in self._given:
                self._ended(given, future)

    def _ended(self, given: _Given, future: Any) -> None:  # noqa: ANN401  Dask has no types
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
        if given.tries <= self._retries:
            given.tries += 1
            given.since = time.monotonic()
            given.futures.append(self._submit(given))
            return
        self._forget(given)
        reason = f"the machine that read it was lost {given.tries} times: {type(error).__name__}"
        lost = [_plain(Outcome(one.source, failures=[Failure(one.source, "died", reason)])) for one in given.inputs]
        self._take(Part(given.number, given.digest, lost))

    def _forget(self, given: _Given) -> None:
        del self._given[given.number]
        self._client.cancel([future for future in given.futures if not future.done()], force=True)

    def _hurry(self) -> None:
        """Nothing else is left to give out: what takes far longer than usual is begun once more, elsewhere."""
        if not self._times:
            return
        usual = sorted(self._times)[len(self._times) // 2]
        for given in self._given.values():
            late = time.monotonic() - given.since > max(_LEAST_STRAGGLE, _STRAGGLES * usual)
            if late and len(given.futures) == 1:
                given.futures.append(self._submit(given))

    def _take(self, part: Part) -> None:
        """Counts parts in the order of their numbers, as one machine would."""
        self._parts[part.number] = part
        while self._next in self._parts:
            for said in self._parts.pop(self._next).outcomes:
                self.report.add(_outcome(said))
            self._next += 1
        if self._most is not None and self.report.failed > self._most and self.stop is None:
            self.stop = f"{self.report.failed:,} files could not be read, more than the {self._most:,} allowed"


def _outcome(said: dict[str, Any]) -> Outcome:
    return Outcome(
        said["source"],
        said.get("resolutions", 0),
        Counter(said.get("diagnostics", {})),
        Counter(said.get("severities", {})),
        [Failure(**failure) for failure in said.get("failures", [])],
    )
