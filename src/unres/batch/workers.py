"""Processes under supervision: each has limits of time and memory, and its death costs nobody but itself.

Each process has a pipe of its own, so that one that is killed in the middle of a message spoils no other's; no lock is
shared. (A pool whose processes share a queue stands still, or gives up, when one of them is killed while it holds the
queue's lock: `benchmarks/pools.py` shows it.) The parent has no threads; it waits for pipes and deaths at once.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import connection
from typing import Any, Literal, Self

Run = Callable[[Any, Any], Any]
"""What a process does with a task: ``run(setup, task)``. It is pickled by its name."""

Prepare = Callable[[Any], None]
"""What it does before the first."""

_AHEAD = 2
"""Tasks given to a process: the one it works on and the next, so that it never waits for the parent."""
_ORPHAN_GRACE = 60
"""Seconds over its limit after which a process that nobody supervises any more is ended by the system."""
_STARTS = 5
"""So many processes in a row that end before they are ready: it is no accident."""


@dataclass(frozen=True, slots=True)
class Event:
    """A task's end."""

    task: int
    kind: Literal["done", "failed", "timeout", "died"]
    result: Any = None
    """What ``run`` gave; for ``"failed"`` (it raised) and ``"died"`` a few words on how."""


@dataclass(slots=True)
class _Assigned:
    number: int
    task: Any
    seconds: float


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Any
    tasks: deque[_Assigned] = field(default_factory=deque)
    since: float = 0.0
    ready: bool = False

    def overdue(self, now: float) -> bool:
        return self.ready and bool(self.tasks) and now - self.since > self.tasks[0].seconds


class Workers:
    """Some processes that run tasks.

    Args:
        count: how many.
        run: what they do, a function of a module.
        setup: given to it with each task; sent to each process once.
        prepare: called with the setup in each process before it is given its first task: what it does there takes no
            task's time.
        memory: bytes that a process may use beyond those it is prepared with; None for no limit. Held by Linux; other
            systems have no such limit.
        preload: modules that processes are started with.
    """

    def __init__(
        self,
        count: int,
        run: Run,
        setup: object,
        *,
        prepare: Prepare | None = None,
        memory: int | None = None,
        preload: tuple[str, ...] = (),
    ) -> None:
        self._context = _context(preload)
        self._start_with = (run, setup, prepare, memory)
        self._queue: deque[_Assigned] = deque()
        self._numbers = 0
        self._failed_starts = 0.0
        self._count = count
        self._workers: list[_Worker] = []
        try:
            for _ in range(count):
                self._start()
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def wanting(self) -> int:
        """How many more tasks can be taken without any of them waiting long."""
        return max(0, self._count * _AHEAD - sum(len(worker.tasks) for worker in self._workers) - len(self._queue))

    def submit(self, task: object, seconds: float) -> int:
        """Gives a task, which may take so many seconds; returns its number."""
        self._numbers += 1
        self._queue.append(_Assigned(self._numbers, task, seconds))
        self._assign()
        return self._numbers

    def wait(self, timeout: float) -> list[Event]:
        """What ended, as soon as anything did, or nothing after the timeout."""
        now = time.monotonic()
        for worker in self._workers:
            if worker.ready and worker.tasks:
                timeout = min(timeout, max(0.0, worker.since + worker.tasks[0].seconds - now) + 0.01)
        waited = {worker.pipe: worker for worker in self._workers}
        events: list[Event] = []
        for pipe in connection.wait(list(waited), timeout):
            events += self._receive(waited[pipe])
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.overdue(now)]:
            events += self._end(worker, "timeout", "")
        self._assign()
        return events

    def stop(self) -> None:
        """Ends all processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers = []

    @property
    def pids(self) -> list[int]:
        """The processes that are there."""
        return [worker.process.pid for worker in self._workers]

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, *self._start_with), name="unres worker")
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _assign(self) -> None:
        """The queue to those who have least to do."""
        while self._queue:
            free = min(
                (worker for worker in self._workers if worker.ready), key=lambda worker: len(worker.tasks), default=None
            )
            if free is None or len(free.tasks) >= _AHEAD:
                return
            assigned = self._queue.popleft()
            try:
                free.pipe.send((assigned.task, assigned.seconds))
            except OSError:  # it is dying: its end is seen by the next wait
                self._queue.appendleft(assigned)
                free.ready = False
                continue
            if not free.tasks:
                free.since = time.monotonic()
            free.tasks.append(assigned)

    def _receive(self, worker: _Worker) -> list[Event]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            return self._end(worker, "died", None)
        except Exception as error:  # noqa: BLE001  half a message, of a process that was killed
            return self._end(worker, "died", f"what it sent cannot be read: {error}")
        if not worker.ready:
            worker.ready = True
            self._failed_starts = 0
            return []
        done = worker.tasks.popleft()
        worker.since = time.monotonic()
        if isinstance(message, _Raised):
            return [Event(done.number, "failed", message.words)]
        return [Event(done.number, "done", message)]

    def _end(self, worker: _Worker, kind: Literal["timeout", "died"], how: str | None) -> list[Event]:
        """A process is no more: its task ended with it, what it had not begun goes to another."""
        if kind == "timeout":
            worker.process.kill()
        worker.process.join(timeout=5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        code = worker.process.exitcode
        if worker.ready is False and not worker.tasks:
            self._failed_starts += 0.1 if code is not None and code < 0 else 1  # killed: by accident, perhaps
            if self._failed_starts >= _STARTS:
                raise RuntimeError(
                    "worker processes end before they begin; a script that uses several processes must be "
                    'guarded by `if __name__ == "__main__":`'
                )
        events = []
        if worker.tasks and code != _FRESH_PLEASE:
            ended = worker.tasks.popleft()
            events.append(Event(ended.number, kind, how or _how(code)))
        self._queue.extendleft(reversed(worker.tasks))
        self._start()
        return events


_FRESH_PLEASE = 75
"""Exit code of a process that asks to be replaced; it has answered every task that it began."""


class Worn(Exception):  # noqa: N818  no error: a wish
    """Raised by ``run`` with its result as argument: done, but let a fresh process go on."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """Sent instead of a result."""

    words: str


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"ended with exit code {code}"


def _context(preload: tuple[str, ...]) -> Any:  # noqa: ANN401  contexts have no common type
    """Processes that copy nothing of the parent but what they are given: quick where a server can fork them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *preload])
    return context


# In the process itself.


def _serve(pipe: connection.Connection, run: Run, setup: object, prepare: Prepare | None, memory: int | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who lets begun work be finished
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare(setup)
    _limit_memory(memory)
    pipe.send("ready")
    while True:
        try:
            task, seconds = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_time(seconds + _ORPHAN_GRACE)
        fresh = False
        try:
            result = run(setup, task)
        except Worn as worn:
            result, fresh = worn.args[0], True
        except Exception as error:  # noqa: BLE001  the parent says what it was; the next task is another
            result = _Raised(f"{type(error).__name__}: {error}")
        _limit_time(0)
        try:
            pipe.send(result)
        except OSError:
            return
        if fresh:
            pipe.close()
            sys.stdout.flush()
            os._exit(_FRESH_PLEASE)


def _end_with_parent() -> None:
    """A process whose parent was killed ends too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_time(seconds: float) -> None:
    """The system ends this process after so many seconds, should the parent be gone; 0 for never."""
    if hasattr(signal, "alarm"):
        signal.alarm(round(seconds))


def _limit_memory(memory: int | None) -> None:
    """Asking for more memory than that fails, instead of taking it from others."""
    if memory is None or not sys.platform.startswith("linux"):
        return
    import resource

    with open("/proc/self/statm", encoding="ascii") as file:
        held = int(file.read().split()[5]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (held + memory, hard))
