"""Any tasks on supervised processes, their ends in the order of the tasks."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from unres.batch.settings import MEMORY, SECONDS
from unres.batch.workers import Event, Workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.batch.workers import Run

_HELD = 64
"""Tasks given out for each process; the ends of later ones wait for that of the first."""
_TICK = 1.0


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
    """Has each task done by a process, whatever becomes of any of them.

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
            for event in workers.wait(_TICK):
                place, task = given.pop(event.task)
                if event.kind == "died" and place not in ended:
                    ended[place] = event  # of the first try
                    given[workers.submit(task, seconds)] = place, task
                else:
                    ended[place] = event
            under_way = {place for place, _ in given.values()}
            while waiting and waiting[0] in ended and waiting[0] not in under_way:
                yield ended.pop(waiting.popleft())


def why(event: Event, seconds: float = SECONDS) -> str:
    """Why a task that is not done is not, in a few words."""
    if event.kind == "timeout":
        return f"it took more than {seconds:g} seconds"
    if event.kind == "failed":
        return f"a defect of unres: {event.result}"
    return f"the process that worked on it died twice: {event.result}"
