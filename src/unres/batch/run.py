"""The loop of a run: results in the order of the inputs go to the output, the report and the journal."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.batch.engine import Result, results
from unres.batch.inputs import Input, expand
from unres.batch.journal import Journal, Kept, Names, ResumeError, partial_folder
from unres.batch.outputs.stream import Appended
from unres.batch.report import Report, failure_line, read_failures, write_json
from unres.batch.stopping import Stop, stop_signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.batch.outputs import Sink
    from unres.batch.plan import Plan

Progress = Callable[[Report], None]

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
    _progress: Progress | None = None
    _last_kept: float = 0.0
    _before: float = 0.0
    _began: float = 0.0
    _expected: str = ""
    _given: list[Input] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stop = Stop(self.plan.max_failures)

    def run(self, kept: Kept, progress: Progress | None) -> Report:
        """All inputs after those that are done, or until it is asked to stop."""
        self._restore(kept)
        self._began = self._last_kept = time.monotonic()
        self._progress = progress
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
            self._counted(inputs), self.plan.settings, self.plan.jobs, lambda: self._stop.why is not None, self._tick
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
        self._stop.after(self.report)

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
        self.report.stopped = self._stop.why
        self._keep()
        if self._stop.why is None:
            self.sink.finish()
            self.report.finished = True
        if self.plan.report_path:
            about = {"output": self.plan.to, "format": self.plan.settings.form}
            write_json(self.plan.report_path, self.report, self.failures.path if self.failures else None, about)
        return self.report
