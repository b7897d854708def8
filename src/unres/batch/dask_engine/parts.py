"""What comes back: of each part, what became of its inputs; counted in the order of the inputs, as on one machine."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from unres.batch.engine import Outcome
from unres.batch.parsing import Failure
from unres.batch.report import Report

if TYPE_CHECKING:
    from unres.batch.dask_engine.partitions import Partition


@dataclass(slots=True)
class Part:
    """What a task says of its partition."""

    number: int
    digest: str
    """That of the partition."""
    outcomes: list[dict[str, Any]] = field(default_factory=list)
    """Of each input, as :func:`plain` makes them."""
    seconds: float = 0.0


def plain(outcome: Outcome) -> dict[str, Any]:
    """An outcome in plain values, without what is nought."""
    made = {
        "source": outcome.source,
        "resolutions": outcome.resolutions,
        "diagnostics": dict(outcome.diagnostics),
        "severities": dict(outcome.severities),
        "failures": [failure.record() for failure in outcome.failures],
    }
    return {name: value for name, value in made.items() if value}


def lost(partition: Partition, reason: str) -> Part:
    """The part of a partition that nobody could read."""
    outcomes = [plain(Outcome(one.source, failures=[Failure(one.source, "died", reason)])) for one in partition.inputs]
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
            for said in self._waiting.pop(self._next).outcomes:
                self.report.add(_outcome(said))
            self._next += 1


def _outcome(said: dict[str, Any]) -> Outcome:
    return Outcome(
        said["source"],
        said.get("resolutions", 0),
        Counter(said.get("diagnostics", {})),
        Counter(said.get("severities", {})),
        [Failure(**failure) for failure in said.get("failures", [])],
    )
