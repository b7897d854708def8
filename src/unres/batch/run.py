"""The loop of a run: results in the order of the inputs go to the output, the report and the journal."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.batch.engine import Result, results
from unres.batch.inputs import Input, PassedOver
from unres.batch.journal import Journal, Kept, Names, ResumeError
from unres.batch.outputs.sinks import Appended
from unres.batch.report import Report, failure_line, read_failures, write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.batch.options import Plan
    from unres.batch.outputs.sinks import Sink

KEEP_EVERY = 1.0
"""Seconds after which what is done is brought to the disk: so much work, at most, is done again after a crash."""


@dataclass(slots=True)
class Run:
    """Results in order go to the sink, the report and, once in a while, the journal."""

    plan: Plan
    journal: Journal | None
    """None where nothing can be taken up again: what went to standard output has gone."""
    sink: Sink
    report: Report = field(default_factory=Report)
    names: Names = field(default_factory=Names)
    failures: Appended | None = None
    _stop: Stop = field(init=False)
    _last_kept: float = 0.0
    _before: float = 0.0
    _began: float = 0.0
    _expected: str = ""
    _given: list[Input] = field(default_factory=list)
    _passed: PassedOver = field(default_factory=PassedOver)

    def __post_init__(self) -> None:
        self._stop = Stop(self.plan.max_failures)

    def run(self, kept: Kept) -> Report:
        """All inputs after those that are done, or until it is asked to stop."""
        self._restore(kept)
        self._began = self._last_kept = time.monotonic()
        try:
            with stop_signals(self._stop.ask):
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
            self.failures = Appended(path, kept.failures)
            if kept.report:
                self.report.restore(kept.report, read_failures(path))
                self._before = self.report.seconds
        self._expected = kept.names

    def _results(self, done: int) -> Iterator[Result]:
        inputs = self.plan.asked.expanded(self._passed)
        for _ in range(done):
            one = next(inputs, None)
            if one is not None:
                self.names.add(one)
        if done and self.names.hex() != self._expected:
            raise ResumeError("the inputs are no longer those of the interrupted run, or come in another order")
        return results(
            self._counted(inputs), self.plan.settings, self.plan.jobs, lambda: self._stop.why is not None, self._tick
        )

    def _tick(self) -> None:
        now = time.monotonic()
        self.report.seconds = self._before + now - self._began
        if self.plan.asked.progress:
            self.plan.asked.progress(self.report)
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
        if isinstance(result.payload, list):
            self.sink.write_files(result.payload)
        elif result.payload:
            self.sink.write(result.payload)
        self._stop.after(self.report)

    def _keep(self) -> None:
        if self.journal is None:
            return
        state = self.sink.state()
        failures = self.failures.sync() if self.failures else 0
        self.journal.keep(Kept(self.report.inputs, self.names.hex(), state, self.report.counts(), failures))
        self.sink.synced()

    def _end(self) -> Report:
        self.report.seconds = self._before + time.monotonic() - self._began
        self.report.stopped = self._stop.why
        self.report.passed_over = self._passed.count
        self._keep()
        if self._stop.why is None:
            self.sink.finish()
            self.report.finished = True
        if self.plan.report_path:
            about = {"output": self.plan.to, "format": self.plan.settings.form}
            write_json(self.plan.report_path, self.report, self.failures.path if self.failures else None, about)
        return self.report


@dataclass(slots=True)
class Stop:
    """Whether a run is to end, and why."""

    max_failures: int | None
    """It ends when more files than that cannot be read."""
    why: str | None = None

    def ask(self, why: str) -> None:
        """Asks for it; who asks again will not wait for begun work to be finished."""
        if self.why is not None:
            raise KeyboardInterrupt
        self.why = why

    def after(self, report: Report) -> None:
        """Looks whether too many files could not be read."""
        most = self.max_failures
        if most is not None and report.failed > most and self.why is None:
            self.why = f"{report.failed:,} files could not be read, more than the {most:,} allowed"


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
