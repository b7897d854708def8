"""What a run did: parsed, with diagnostics by code, unreadable by reason."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Required, TypedDict

from unres.batch.parsing import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 1_000
_IN_SIGHT = 20
_COUNTS = ("inputs", "parsed", "resolutions", "left_out", "passed_over", "with_errors", "with_warnings")
_TALLIES = ("diagnostics", "severities", "unreadable")
_MINUTE = 60
_WHOLE_FROM = 10
"""Files a second from which on no fraction is said."""
Counts = dict[str, int | float | dict[str, int]]
"""Numbers of a report by their names."""


class OutcomeRecord(TypedDict, total=False):
    """An outcome in plain values, without what is 0 or empty."""

    source: Required[str]
    resolutions: int
    left_out: int
    diagnostics: dict[str, int]
    severities: dict[str, int]
    failures: list[dict[str, str]]


@dataclass(slots=True)
class Outcome:
    """What became of one input."""

    source: str
    resolutions: int = 0
    left_out: int = 0
    """Documents that are not what was asked for."""
    diagnostics: Counter[str] = field(default_factory=Counter)
    """How often each code occurs."""
    severities: Counter[str] = field(default_factory=Counter)
    """How often each severity occurs."""
    failures: list[Failure] = field(default_factory=list)

    def record(self) -> OutcomeRecord:
        """It in plain values."""
        record = OutcomeRecord(source=self.source)
        if self.resolutions:
            record["resolutions"] = self.resolutions
        if self.left_out:
            record["left_out"] = self.left_out
        if self.diagnostics:
            record["diagnostics"], record["severities"] = dict(self.diagnostics), dict(self.severities)
        if self.failures:
            record["failures"] = [failure.record() for failure in self.failures]
        return record

    @classmethod
    def of(cls, record: OutcomeRecord) -> Outcome:
        """It again, from :meth:`record`."""
        return cls(
            record["source"],
            record.get("resolutions", 0),
            record.get("left_out", 0),
            Counter(record.get("diagnostics", {})),
            Counter(record.get("severities", {})),
            [Failure(**failure) for failure in record.get("failures", [])],
        )


@dataclass(slots=True)
class Report:
    """What became of the inputs of a run, those before an interruption included."""

    inputs: int = 0
    """Files, those of zips each for itself."""
    parsed: int = 0
    """Files that gave at least one resolution."""
    resolutions: int = 0
    """What they gave."""
    left_out: int = 0
    """Documents that are not what was asked for (``only``)."""
    passed_over: int = 0
    """Files of data (JSON, CSV, Parquet) in folders, and folders that earlier runs wrote: they are no inputs."""
    with_errors: int = 0
    """Parsed files with a diagnostic of severity "error"."""
    with_warnings: int = 0
    """Parsed files with a diagnostic of severity "warning", and none of "error"."""
    diagnostics: Counter[str] = field(default_factory=Counter)
    """How often each code of diagnostic occurs."""
    severities: Counter[str] = field(default_factory=Counter)
    """How often each severity occurs."""
    unreadable: Counter[str] = field(default_factory=Counter)
    """How often each code of failure occurs."""
    failures: list[Failure] = field(default_factory=list)
    """The first thousand; all are in the JSON report."""
    seconds: float = 0.0
    """Time it took, interruptions left out."""
    finished: bool = False
    """False where the run was interrupted: the output is not yet whole."""
    stopped: str | None = None
    """Why it was interrupted."""

    @property
    def failed(self) -> int:
        """How many failures there were."""
        return sum(self.unreadable.values())

    def add(self, outcome: Outcome) -> None:
        """Counts an input."""
        self.inputs += 1
        self.parsed += bool(outcome.resolutions)
        self.resolutions += outcome.resolutions
        self.left_out += outcome.left_out
        self.with_errors += bool(outcome.severities["error"])
        self.with_warnings += bool(outcome.severities["warning"] and not outcome.severities["error"])
        self.diagnostics.update(outcome.diagnostics)
        self.severities.update(outcome.severities)
        for failure in outcome.failures:
            self.unreadable[failure.code] += 1
            if len(self.failures) < _SHOWN:
                self.failures.append(failure)

    def counts(self) -> Counts:
        """Everything but the list of failures, in plain values."""
        return {
            **{name: getattr(self, name) for name in _COUNTS},
            **{name: dict(getattr(self, name).most_common()) for name in _TALLIES},
            "seconds": round(self.seconds, 3),
        }

    def restore(self, counts: Counts, failures: Iterator[Failure]) -> None:
        """Goes on from :meth:`counts` of an earlier run."""
        for name in (*_COUNTS, "seconds"):
            setattr(self, name, counts[name])
        for name in _TALLIES:
            getattr(self, name).update(counts[name])
        self.failures.extend(islice(failures, _SHOWN))

    def __str__(self) -> str:
        """The report for people, with the first failures."""
        failures = (f"  {failure}" for failure in self.failures[:_IN_SIGHT])
        return "\n".join([*self.lines(), *failures, *([f"  {self._more()}"] if self._more() else [])])

    def lines(self) -> list[str]:
        """The report for people."""
        rate = f", {pace(self.inputs / self.seconds)} a second" if self.seconds else ""
        said = [f"{_counted(self.inputs, 'file')} in {duration(self.seconds)}{rate}"]
        clean = self.parsed - self.with_errors - self.with_warnings
        files, given = _counted(self.parsed, "file"), _counted(self.resolutions, "resolution")
        noted = f"{self.with_warnings:,} with warnings, {self.with_errors:,} with errors"
        said.append(f"parsed      {files}, {given} ({clean:,} without remarks to look at, {noted})")
        said += [f"            {code}  {count:,}" for code, count in self.diagnostics.most_common()]
        if self.passed_over:
            said.append(f"passed over {_counted(self.passed_over, 'file')} or folders of data")
        if self.left_out:
            said.append(f"left out    {_counted(self.left_out, 'document')} of another kind than was asked for")
        said.append(f"unreadable  {self.failed:,}")
        said += [f"            {code}  {count:,}" for code, count in self.unreadable.most_common()]
        if self.stopped:
            said.append(f"stopped     {self.stopped}")
        return said

    def _repr_html_(self) -> str:
        """How a notebook shows it: what happened, and the failures as a table."""
        rows = "".join(
            f"<tr><td>{escape(each.source)}</td><td>{escape(each.code)}</td><td>{escape(each.reason)}</td></tr>"
            for each in self.failures[:_IN_SIGHT]
        )
        table = f"<table><tr><th>source<th>code<th>reason</tr>{rows}</table>" if rows else ""
        return f"<pre>{escape(chr(10).join(self.lines()))}</pre>{table}{self._more()}"

    def _more(self) -> str:
        """How many failures are not shown."""
        more = self.failed - min(self.failed, _IN_SIGHT)
        return f"… and {more:,} more, in the report" if more else ""


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def pace(rate: float) -> str:
    """So many a second, as people say it: 1,200 and 0.4."""
    return f"{rate:,.0f}" if rate >= _WHOLE_FROM or not rate else f"{rate:.1f}"


def duration(seconds: float) -> str:
    """Seconds as people say them."""
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def whole_record(report: Report, about: dict[str, str]) -> dict[str, object]:
    """The report in plain values, with the failures that it shows."""
    failures = [failure.record() for failure in report.failures]
    return {**about, **report.counts(), "finished": report.finished, "stopped": report.stopped, "failures": failures}


def write_json(path: str, report: Report, failures: str | None, about: dict[str, str]) -> None:
    """The report as JSON, with every failure; ``failures`` is the file in which they were collected, line by line."""
    head = whole_record(report, about)
    del head["failures"]
    plain = not os.path.lexists(path) or (os.path.isfile(path) and not os.path.islink(path))
    made = f"{path}.new" if plain else path  # /dev/stdout is written to, and not replaced
    with open(made, "w", encoding="utf-8", errors="backslashreplace") as out:  # names can be any bytes
        out.write(json.dumps(head, ensure_ascii=False, indent=2)[:-2])
        out.write(',\n  "failures": [')
        out.writelines(("," if n else "") + f"\n    {line.rstrip()}" for n, line in enumerate(_lines(failures)))
        out.write("\n  ]\n}\n")
    if plain:
        os.replace(made, path)


def failure_line(failure: Failure) -> bytes:
    """A failure as a line of JSON."""
    return (json.dumps(failure.record(), ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def read_failures(path: str) -> Iterator[Failure]:
    """The failures of such a file."""
    for line in _lines(path):
        yield Failure(**json.loads(line))


def _lines(path: str | None) -> Iterator[str]:
    if path is not None and os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            yield from file
