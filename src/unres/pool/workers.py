"""Several supervised processes for a caller that waits for pipes and deaths at once, without a thread.

A task is any object that can be pickled, and so is its result.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Literal, Self

from unres.errors import NO_MEMORY
from unres.pool.process import Duty, Head, receive, send, start

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable, Iterator
    from multiprocessing.process import BaseProcess

Run = Callable[[Any, Any], Any]
"""What a process does with a task: ``run(setup, task)``, a function at the top of a module."""

SECONDS = 120.0
"""A task may take so long. The slowest resolution known takes three seconds; a hostile file takes for ever."""
MEMORY = 2 * 1024**3
"""A process may use so many bytes beyond those it starts with."""
_AHEAD = 2
"""Tasks given to a process: the one it works on and the next, so that it never waits for the parent."""
_HELD = 64
"""Tasks given out for each process by :func:`in_order`; the ends of later ones wait for that of the first."""
_STARTS = 5
"""So many processes in a row that end before they are ready: it is no accident."""
_NEVER_READY = (
    "worker processes end before they begin; a script that hands them a function or a format of its own must be "
    'guarded by `if __name__ == "__main__":`'
)


def processors() -> int:
    """How many this process may use: in a container fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Event:
    """A task's end."""

    task: int
    kind: Literal["done", "failed", "timeout", "died"]
    result: Any = None
    """What ``run`` gave; for ``"failed"`` (it raised) and ``"died"`` a few words on how."""

    def why(self, seconds: float = SECONDS) -> tuple[str, str]:
        """Why a task that is not done is not: a code (``timeout``, ``memory``, ``internal``, ``died``), and words.

        Args:
            seconds: what the task was given.
        """
        if self.kind == "timeout":
            return "timeout", f"it took more than {seconds:g} seconds"
        if self.kind == "died":
            return "died", f"the process that worked on it {self.result}"
        if self.result.startswith(MemoryError.__name__):
            return "memory", NO_MEMORY
        return "internal", f"a defect of unres: {self.result}"


class Retire(Exception):  # noqa: N818  no error: it carries a result
    """Raised by ``run`` with its result as argument: done, but let a fresh process go on."""


@dataclass(slots=True)
class _Assigned:
    number: int
    task: bytes
    """Pickled."""
    seconds: float


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    socket: socket.socket
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

    Raises:
        ValueError: there is no process.
    """

    def __init__(
        self,
        count: int,
        run: Run,
        setup: object,
        *,
        prepare: Callable[[Any], None] | None = None,
        memory: int | None = None,
        preload: tuple[str, ...] = (),
    ) -> None:
        if count < 1:
            raise ValueError(f"{count} processes read nothing; there must be one at least")
        self._duty = Duty(_work, _Setup(run, setup, prepare), _prepare, memory)
        self._preload = preload
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

    @property
    def pids(self) -> list[int]:
        """The processes that are there."""
        return [worker.process.pid or 0 for worker in self._workers]

    def submit(self, task: object, seconds: float) -> int:
        """Gives a task, which may take so many seconds; returns its number."""
        self._numbers += 1
        self._queue.append(_Assigned(self._numbers, pickle.dumps(task, pickle.HIGHEST_PROTOCOL), seconds))
        self._assign()
        return self._numbers

    def wait(self, timeout: float) -> list[Event]:
        """What ended, as soon as anything did, or nothing after the timeout."""
        now = time.monotonic()
        for worker in self._workers:
            if worker.ready and worker.tasks:
                timeout = min(timeout, max(0.0, worker.since + worker.tasks[0].seconds - now) + 0.01)
        waited: dict[object, _Worker] = {worker.socket: worker for worker in self._workers}
        events: list[Event] = []
        for each in connection.wait([worker.socket for worker in self._workers], timeout):
            events += self._receive(waited[each])
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
            worker.socket.close()
        self._workers = []

    def _start(self) -> None:
        self._workers.append(_Worker(*start(self._duty, self._preload)))

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
                send(free.socket, {"seconds": assigned.seconds}, assigned.task)
            except OSError:  # it is dying: its end is seen by the next wait
                free.ready = False
                if free.tasks:
                    self._queue.appendleft(assigned)
                    continue  # otherwise it died of this one, perhaps, which must not go from one to the next for ever
            if not free.tasks:
                free.since = time.monotonic()
            free.tasks.append(assigned)

    def _receive(self, worker: _Worker) -> list[Event]:
        try:
            message = receive(worker.socket)
        except OSError:  # a reset: it had not taken all that was sent to it
            message = None
        except (ValueError, MemoryError) as error:
            return self._end(worker, "died", f"sent what cannot be read: {error}")
        if message is None:
            return self._end(worker, "died", None)
        head, body = message
        if "ready" in head:
            worker.ready = True
            self._failed_starts = 0
            return []
        done = worker.tasks.popleft()
        worker.since = time.monotonic()
        if head.get("retire"):
            self._replace(worker)
        if "failed" in head:
            return [Event(done.number, "failed", head["failed"])]
        return [Event(done.number, "done", pickle.loads(body))]  # noqa: S301  of our own process

    def _end(self, worker: _Worker, kind: Literal["timeout", "died"], how: str | None) -> list[Event]:
        """A process is no more: its task ended with it, what it had not begun goes to another."""
        if kind == "died":
            worker.process.join(timeout=5)
        was_ready, ended = worker.ready, worker.tasks.popleft() if worker.tasks else None
        code = self._replace(worker)
        if ended is not None and kind == "died" and self._duty.end_by(code) == "memory":
            return [Event(ended.number, "failed", MemoryError.__name__)]
        if not was_ready and ended is None:
            self._failed_starts += 0.1 if code is not None and code < 0 else 1  # killed: by accident, perhaps
            if self._failed_starts >= _STARTS:
                raise RuntimeError(_NEVER_READY)
        return [] if ended is None else [Event(ended.number, kind, how or _how(code))]

    def _replace(self, worker: _Worker) -> int | None:
        """Ends a process and starts another, which gets what it had not begun; its exit code."""
        worker.process.kill()
        worker.process.join()
        worker.socket.close()
        self._workers.remove(worker)
        self._queue.extendleft(reversed(worker.tasks))
        self._start()
        return worker.process.exitcode


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"ended with exit code {code}"


# In the process itself.


@dataclass(frozen=True, slots=True)
class _Setup:
    run: Run
    setup: object
    prepare: Callable[[Any], None] | None


def _prepare(given: _Setup) -> None:
    if given.prepare:
        given.prepare(given.setup)


def _work(given: _Setup, _: Head, body: bytes) -> tuple[Head, bytes]:
    retire = False
    try:
        try:
            result = given.run(given.setup, pickle.loads(body))  # noqa: S301  of our own parent
        except Retire as done:
            retire, result = True, done.args[0]
        return {"retire": retire}, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  the parent says what it was; the next task is another
        return {"failed": f"{type(error).__name__}: {error}"}, b""


# Tasks in order.


def in_order(
    run: Run,
    setup: object,
    tasks: Iterable[object],
    jobs: int,
    *,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    preload: tuple[str, ...] = (),
) -> Iterator[Event]:
    """Has each task done by a process, whatever becomes of any of them; gives their ends in the order of the tasks.

    A task whose process died is tried once more, for it may have been killed from outside.

    Args:
        run: a function at the top of a module, called with the setup and a task.
        setup: sent to each process once.
        tasks: what can be pickled.
        jobs: processes.
        seconds: how long one task may take.
        memory: bytes that a process may use; None for no limit.
        preload: modules that processes are started with.
    """
    waiting: deque[int] = deque()
    given: dict[int, tuple[int, object]] = {}
    ended: dict[int, Event] = {}
    following = enumerate(tasks)
    with Workers(jobs, run, setup, memory=memory, preload=preload) as workers:
        while True:
            for place, task in islice(following, _HELD * jobs - len(waiting)):
                waiting.append(place)
                given[workers.submit(task, seconds)] = place, task
            if not waiting:
                return
            for event in workers.wait(1.0):
                place, task = given.pop(event.task)
                if event.kind == "died" and place not in ended:
                    given[workers.submit(task, seconds)] = place, task
                ended[place] = event  # of the first try, until that of the second
            under_way = {place for place, _ in given.values()}
            while waiting and waiting[0] in ended and waiting[0] not in under_way:
                yield ended.pop(waiting.popleft())
