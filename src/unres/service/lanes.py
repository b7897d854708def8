"""A lane: workers of one priority, and who waits for them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import asyncio

    from unres.service.process import Worker

_WEIGHT = 0.1  # of the newest in the running mean


class Turn(NamedTuple):
    """A place in a queue."""

    size: int
    worker: asyncio.Future[Worker]


class Lane:
    """Workers of one priority, and who waits for them."""

    def __init__(self, name: str, size: int, *, smallest_first: bool = False) -> None:
        self.name = name
        self.size = size
        self.smallest_first = smallest_first
        self.workers: set[Worker] = set()
        self.idle: list[Worker] = []
        self.waiting: list[Turn] = []
        self.starting = 0
        self.mean_seconds = 0.05

    @property
    def busy(self) -> int:
        """Workers with a job."""
        return len(self.workers) - len(self.idle)

    def hand_out(self, worker: Worker) -> None:
        """Gives a free worker to who waits longest, among slow ones to the smallest; to nobody, and it is idle."""
        while self.waiting:
            turn = min(self.waiting, key=lambda turn: turn.size) if self.smallest_first else self.waiting[0]
            self.waiting.remove(turn)
            if not turn.worker.done():
                turn.worker.set_result(worker)
                return
        self.idle.append(worker)

    def drop(self, worker: Worker) -> None:
        """Forgets a worker."""
        self.workers.discard(worker)
        if worker in self.idle:
            self.idle.remove(worker)

    def seconds_until_free(self) -> int:
        """How long a new document would wait, as things went lately; at least 1."""
        return max(1, math.ceil((len(self.waiting) + 1) * self.mean_seconds / self.size))

    def note(self, seconds: float) -> None:
        """How long a document took."""
        self.mean_seconds += _WEIGHT * (seconds - self.mean_seconds)
