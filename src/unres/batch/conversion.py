"""A whole run: inputs to one output, with a journal, a report and a way to stop."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from unres.batch.engine import Result, results
from unres.batch.inputs import Argument, Input, expand
from unres.batch.journal import Journal, Kept, Names, ResumeError, partial_folder
from unres.batch.outputs import FORMATS, STREAMED, Sink, format_of, sink
from unres.batch.outputs.stream import STANDARD_OUTPUT, Appended
from unres.batch.report import Report, failure_line, read_failures, write_json
from unres.batch.settings import MEMORY, SECONDS, Settings, processors, see_to_recognition
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models.vocabulary import Language

    Progress = Callable[[Report], None]

KEEP_EVERY = 1.0
"""Seconds after which what is done is brought to the disk: so much work, at most, is done again after a crash."""


class OutputError(OSError):
    """The output cannot be written: the disk is full, the folder may not be written to, something is there already."""


def convert(
    inputs: Iterable[Argument] | Argument,
    to: Argument,
    *,
    form: str | None = None,
    jobs: int | None = None,
    language: Language | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    ocr: bool = False,
    resume: bool = False,
    overwrite: bool = False,
    fail_fast: bool = False,
    max_failures: int | None = None,
    report: Argument | None = None,
    progress: Progress | None = None,
) -> Report:
    """Reads files and writes one data set.

    Each file is read in a process of its own limits. One that takes too long or too much memory is ended and reported,
    and the rest goes on. The order of the output is that of the inputs, whatever the number of jobs.

    Args:
        inputs: files, folders, globs, zips, addresses that fsspec knows (extra ``remote``).
        to: a file (``.jsonl``, ``.csv``, ``.parquet``), a folder, or "-" for standard output.
        form: "json", "jsonl", "parquet", "csv", "akn" or "markdown"; None to tell it by the ending of ``to``;
            a folder is of JSON.
        jobs: how many processes; None for as many as there are processors.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most; None for the defaults.
        seconds: how long one file may take.
        memory: bytes that a process may use for data (held on Linux); None for no limit.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        resume: go on with a run that was interrupted. Where there is none it is a new one; where the output is whole
            there is nothing to do.
        overwrite: replace what is at ``to``.
        fail_fast: stop at the first file that cannot be read.
        max_failures: stop when more files than that cannot be read.
        report: where to write the report as JSON; None for beside the output.
        progress: called with the report so far, some times a second.

    Returns:
        The report. ``finished`` is False where the run was stopped, by Ctrl-C or a threshold; ``resume`` goes on.

    Raises:
        ValueError: no such format, or one that does not go to standard output.
        OutputError: the output cannot be written, or is there already. What was done is kept, for ``resume``.
        ResumeError: the interrupted run was of other inputs or options.
        MissingExtraError: a package, or tesseract for ``ocr``, is not installed.
    """
    if ocr:
        see_to_recognition(language)
    names = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    plan = _Plan(
        [os.fspath(name) for name in names],
        os.fspath(to),
        Settings(_format(form, os.fspath(to)), language, limits or DEFAULT_LIMITS, seconds, memory, ocr),
        jobs or processors(),
        0 if fail_fast else max_failures,
        os.fspath(report) if report is not None else None,
    )
    if resume and plan.streamed:
        raise ValueError("what went to standard output cannot be resumed; write to a file")
    try:
        return _whole_run(plan, progress, resume=resume, overwrite=overwrite)
    except BrokenPipeError:
        raise
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(error.errno, f"{error.strerror or error}", error.filename or plan.to) from error


@dataclass(frozen=True, slots=True)
class _Plan:
    """What was asked for."""

    arguments: list[str]
    to: str
    settings: Settings
    jobs: int
    max_failures: int | None
    report: str | None

    @property
    def streamed(self) -> bool:
        return self.to == STANDARD_OUTPUT

    @property
    def folder(self) -> bool:
        """Whether the output is a folder."""
        return not self.streamed and not (
            self.settings.form in STREAMED or (self.settings.form == "parquet" and format_of(self.to) == "parquet")
        )

    @property
    def report_path(self) -> str | None:
        if self.report is not None or self.streamed:
            return self.report
        return os.path.join(self.to, "_report.json") if self.folder else f"{self.to}.report.json"

    @property
    def options(self) -> dict[str, Any]:
        """What must be the same when a run is taken up again."""
        ocr = {"ocr": True} if self.settings.ocr else {}
        return {"inputs": self.arguments, "format": self.settings.form, "language": self.settings.language, **ocr}


def _format(form: str | None, to: str) -> str:
    chosen = form or format_of(to) or ("jsonl" if to == STANDARD_OUTPUT else "json")
    if chosen not in FORMATS:
        raise ValueError(f"no format {chosen!r}; there are {', '.join(FORMATS)}")
    if to == STANDARD_OUTPUT and chosen not in STREAMED:
        raise ValueError(f"{chosen} does not go to standard output; {' and '.join(STREAMED)} do")
    return chosen


def _whole_run(plan: _Plan, progress: Progress | None, *, resume: bool, overwrite: bool) -> Report:
    if plan.streamed:
        return _Run(plan, None, sink(plan.settings.form, plan.to, "")).run(Kept(), progress)
    if plan.folder:
        os.makedirs(plan.to, exist_ok=True)
    partial = partial_folder(plan.to)
    if not overwrite:
        interrupted = os.path.isdir(partial)
        if resume and not interrupted and _is_there(plan):
            return Report(finished=True, stopped="nothing to resume: the output is whole")
        if not (resume and interrupted) and _is_there(plan):
            raise OutputError(f"{plan.to} is there already; --overwrite replaces it, --resume goes on with it")
    elif plan.folder and not resume:
        _empty(plan)
    journal = Journal(partial, plan.options)
    try:
        kept = journal.open(resume=resume)
        done = _Run(plan, journal, sink(plan.settings.form, plan.to, partial)).run(kept, progress)
    finally:
        journal.close()
    if done.finished:
        journal.remove()
    return done


def _is_there(plan: _Plan) -> bool:
    """Whether there is something that a new run would replace."""
    if plan.folder:
        return any(not entry.name.startswith("_partial") for entry in os.scandir(plan.to))
    return os.path.lexists(plan.to)


def _empty(plan: _Plan) -> None:
    """Parts of an earlier data set would be read as if they belonged to this one."""
    if plan.settings.form == "parquet":
        import shutil

        for name in ("resolutions", "blocks", "references", "footnotes"):
            shutil.rmtree(os.path.join(plan.to, name), ignore_errors=True)


@dataclass(slots=True)
class _Run:
    """The loop: results in order go to the sink, the report and, once in a while, the journal."""

    plan: _Plan
    journal: Journal | None
    sink: Sink
    report: Report = field(default_factory=Report)
    names: Names = field(default_factory=Names)
    failures: Appended | None = None
    stop: str | None = None
    _progress: Progress | None = None
    _last_kept: float = 0.0
    _before: float = 0.0
    _began: float = 0.0
    _expected: str = ""
    _given: list[Input] = field(default_factory=list)

    def run(self, kept: Kept, progress: Progress | None) -> Report:
        self._restore(kept)
        self._began = self._last_kept = time.monotonic()
        self._progress = progress
        try:
            with stop_signals(self._ask_to_stop):
                for result in self._results(kept.done):
                    self._take(result)
            return self._end()
        finally:
            self.sink.close()
            if self.failures:
                self.failures.close()

    def _restore(self, kept: Kept) -> None:
        self.sink.restore(kept.sink)
        if self.journal:
            path = os.path.join(self.journal.partial, "failures.jsonl")
            self.failures = Appended(path)
            self.failures.restore(kept.failures)
            if kept.report:
                self.report.restore(kept.report, read_failures(path))
                self._before = self.report.seconds
        self._expected = kept.names

    def _inputs(self) -> Iterator[Input]:
        without = [] if self.plan.streamed else [self.plan.to, partial_folder(self.plan.to)]
        if self.plan.report_path:
            without.append(self.plan.report_path)
        return expand(self.plan.arguments, without)

    def _results(self, done: int) -> Iterator[Result]:
        inputs = self._inputs()
        for _ in range(done):
            one = next(inputs, None)
            if one is not None:
                self.names.add(one)
        if done and self.names.hex() != self._expected:
            raise ResumeError("the inputs are no longer those of the interrupted run, or come in another order")
        return results(
            self._counted(inputs), self.plan.settings, self.plan.jobs, lambda: self.stop is not None, self._tick
        )

    def _tick(self) -> None:
        now = time.monotonic()
        self.report.seconds = self._before + now - self._began
        if self._progress:
            self._progress(self.report)
        if now - self._last_kept >= KEEP_EVERY:
            self._keep()
            self._last_kept = time.monotonic()

    def _counted(self, inputs: Iterator[Input]) -> Iterator[Input]:
        """Inputs, remembered in order until their results are taken."""
        for one in inputs:
            self._given.append(one)
            yield one

    def _take(self, result: Result) -> None:
        for outcome in result.outcomes:
            self.report.add(outcome)
            for failure in outcome.failures:
                if self.failures:
                    self.failures.write(failure_line(failure))
        count = len(result.outcomes)
        for one in self._given[:count]:
            self.names.add(one)
        del self._given[:count]
        if result.payload:
            self.sink.write(result.payload)
        most = self.plan.max_failures
        if most is not None and self.report.failed > most and self.stop is None:
            self.stop = f"{self.report.failed:,} files could not be read, more than the {most:,} allowed"

    def _keep(self) -> None:
        if self.journal is None:
            return
        state = self.sink.state()
        failures = self.failures.sync() if self.failures else 0
        self.journal.keep(Kept(self.report.inputs, self.names.hex(), state, self.report.counts(), failures))
        synced = getattr(self.sink, "synced", None)
        if synced:
            synced()

    def _end(self) -> Report:
        self.report.seconds = self._before + time.monotonic() - self._began
        self.report.stopped = self.stop
        self._keep()
        if self.stop is None:
            self.sink.finish()
            self.report.finished = True
        if self.plan.report_path:
            about = {"output": self.plan.to, "format": self.plan.settings.form}
            write_json(self.plan.report_path, self.report, self.failures.path if self.failures else None, about)
        return self.report

    def _ask_to_stop(self, why: str) -> None:
        if self.stop is not None:
            raise KeyboardInterrupt
        self.stop = why


@contextmanager
def stop_signals(ask: Callable[[str], None]) -> Iterator[None]:
    """Ctrl-C and the system's wish that we end are asked for once: begun work is finished. The second time ends all."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(number: int, _: object) -> None:
        ask("interrupted" if number == signal.SIGINT else "asked to end")

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
