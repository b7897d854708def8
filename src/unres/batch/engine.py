"""From inputs to results in the order of the inputs, on several processes, whatever becomes of any of them.

Small files go to a process several at a time, so that the way there and back costs little beside the parse. When a
process is ended in the middle, those files are read again one by one, and only the one at fault is reported.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from unres.batch.outputs import Payload, encoder
from unres.batch.parsing import Failure, ParsedFile, parse_input
from unres.batch.report import Outcome
from unres.exports.formats import FORMATS
from unres.pool import Event, Retire, Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.batch.inputs import Input
    from unres.batch.options import Settings

_CHUNK_FILES = 16
_CHUNK_BYTES = 256 * 1024
_CHUNK_NAMES = 16 * 1024
"""Characters of the names: a task must fit into a pipe, so that the parent never waits to give it."""
_UNKNOWN_SIZE = 64 * 1024
_HELD_BYTES = 64 * 1024 * 1024
"""Results that wait for one before them."""
_HELD_CHUNKS = 64
"""The same, for each process."""
_TICK = 0.25
"""Seconds after which a run looks whether it was asked to stop."""
PRELOAD = ("unres.batch.preload",)
"""What processes are started with."""


@dataclass(slots=True)
class Result:
    """What some inputs, one after the other, gave."""

    outcomes: list[Outcome]
    payload: Payload = b""
    """What the format's encoder made of them."""

    @property
    def size(self) -> int:
        """Bytes of the payload, about."""
        if isinstance(self.payload, bytes):
            return len(self.payload)
        return sum(len(data) for _, data in self.payload)


def run(settings: Settings, inputs: tuple[Input, ...]) -> Result:
    """What a process does with a task."""
    parsed = [parse_input(one, settings) for one in inputs]
    result = Result([_outcome(one) for one in parsed], encoder(settings.form, settings.of)(inputs, parsed))
    if any(failure.code == "memory" for outcome in result.outcomes for failure in outcome.failures):
        raise Retire(result)
    return result


def prepare(settings: Settings) -> None:
    """What a process does before its first task: loads what it will need, where it has not been started with it."""
    for module in PRELOAD:
        import_module(module)
    if settings.written is not None:
        FORMATS.setdefault(settings.form, settings.written)
    encoder(settings.form, settings.of)


def _outcome(parsed: ParsedFile) -> Outcome:
    outcome = Outcome(parsed.source, len(parsed.resolutions), len(parsed.left_out), failures=parsed.failures)
    for resolution in parsed.resolutions:
        outcome.diagnostics.update(diagnostic.code for diagnostic in resolution.diagnostics)
        outcome.severities.update(diagnostic.severity for diagnostic in resolution.diagnostics)
    return outcome


def chunks(inputs: Iterable[Input]) -> Iterator[tuple[Input, ...]]:
    """Inputs in groups: large files alone, small ones together."""
    chunk: list[Input] = []
    size = names = 0
    for one in inputs:
        own, name = _UNKNOWN_SIZE if one.size is None else one.size, 2 * len(one.source)
        if chunk and (len(chunk) == _CHUNK_FILES or size + own > _CHUNK_BYTES or names + name > _CHUNK_NAMES):
            yield tuple(chunk)
            chunk, size, names = [], 0, 0
        chunk.append(one)
        size += own
        names += name
    if chunk:
        yield tuple(chunk)


@dataclass(slots=True)
class _Part:
    """A task, and its result when it is there."""

    inputs: tuple[Input, ...]
    result: Result | None = None
    tries: int = 0


@dataclass(slots=True)
class _Slot:
    """A chunk's place in the order; it falls into parts when it has to be done file by file."""

    parts: list[_Part]

    @property
    def finished(self) -> bool:
        return all(part.result is not None for part in self.parts)

    @property
    def size(self) -> int:
        return sum(part.result.size for part in self.parts if part.result)


class _Window:
    """What was given out and not yet handed on, in order."""

    def __init__(self, workers: Workers, settings: Settings, jobs: int) -> None:
        self._workers = workers
        self._settings = settings
        self._most = _HELD_CHUNKS * jobs
        self._slots: deque[_Slot] = deque()
        self._running: dict[int, tuple[_Slot, _Part]] = {}
        self._held = 0

    def __len__(self) -> int:
        return len(self._slots)

    @property
    def open(self) -> bool:
        """Whether another chunk may be given out."""
        return self._workers.wanting > 0 and len(self._slots) < self._most and self._held < _HELD_BYTES

    def add(self, chunk: tuple[Input, ...]) -> None:
        slot = _Slot([_Part(chunk)])
        self._slots.append(slot)
        self._submit(slot, slot.parts[0])

    def wait(self) -> None:
        for event in self._workers.wait(_TICK):
            slot, part = self._running.pop(event.task)
            if event.kind == "done":
                part.result = event.result
                self._held += event.result.size
            elif len(part.inputs) > 1:
                slot.parts = [_Part((one,)) for one in part.inputs]
                for single in slot.parts:
                    self._submit(slot, single)
            elif event.kind == "died" and part.tries == 1:  # killed from outside, perhaps: once more
                self._submit(slot, part)
            else:
                part.result = self._lost(part.inputs[0], event)

    def ready(self) -> Iterator[Result]:
        """What is finished and has nothing unfinished before it."""
        while self._slots and self._slots[0].finished:
            slot = self._slots.popleft()
            self._held -= slot.size
            for part in slot.parts:
                if part.result is not None:
                    yield part.result

    def _submit(self, slot: _Slot, part: _Part) -> None:
        part.tries += 1
        self._running[self._workers.submit(part.inputs, self._settings.seconds)] = (slot, part)

    def _lost(self, one: Input, event: Event) -> Result:
        failure = Failure(one.source, *event.why(self._settings.seconds))
        parsed = [ParsedFile(one.source, failures=[failure])]
        return Result([_outcome(parsed[0])], encoder(self._settings.form, self._settings.of)((one,), parsed))


def results(
    inputs: Iterable[Input],
    settings: Settings,
    jobs: int,
    stopping: Callable[[], bool] = lambda: False,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """Reads inputs on so many processes; gives results in the order of the inputs.

    Once ``stopping`` says so no new input is begun; what was begun is finished and given. ``meanwhile`` is called some
    times a second, whether there are results or not.

    Raises:
        ValueError: there is no process to read.
    """
    groups = chunks(inputs)
    with Workers(jobs, run, settings, prepare=prepare, memory=settings.memory, preload=PRELOAD) as workers:
        window = _Window(workers, settings, jobs)
        more = True
        while more or window:
            while more and window.open:
                chunk = None if stopping() else next(groups, None)
                if chunk is None:
                    more = False
                else:
                    window.add(chunk)
            if window:
                window.wait()
            yield from window.ready()
            meanwhile()
            more = more and not stopping()
