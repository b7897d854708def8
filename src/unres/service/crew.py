"""The processes of the service in their lanes: each lane has as many as it should, whatever becomes of any of them."""

from __future__ import annotations

import asyncio
import logging
import math
from typing import TYPE_CHECKING, NamedTuple, Self

from unres.pool.aio import Worker, WorkerLostError
from unres.pool.process import Duty
from unres.service import tasks
from unres.service.problems import where

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from unres.service.metrics import Metrics
    from unres.service.settings import Settings

_log = logging.getLogger("unres.service")
_LONGEST_PAUSE = 5.0
_WEIGHT = 0.1  # of the newest in the running mean
_OVERTAKEN_FOR_A_SECOND = 256 * 1024
"""Bytes of a document that smaller ones may overtake for a second; one of twice as many, for four seconds."""


class Turn(NamedTuple):
    """A place in a queue."""

    due: float
    """On the clock of the loop; who is due first is served first."""
    worker: asyncio.Future[Worker]

    @classmethod
    def now(cls, weight: int) -> Self:
        """The place of a document that comes now and weighs so many bytes."""
        loop = asyncio.get_running_loop()
        return cls(loop.time() + (weight / _OVERTAKEN_FOR_A_SECOND) ** 2, loop.create_future())


class Lane:
    """Workers of one priority, and who waits for them."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size
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
        """Gives a free worker to who is due first; to nobody, and it is idle."""
        while self.waiting:
            turn = min(self.waiting, key=lambda turn: turn.due)
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


class Crew:
    """All workers, in their lanes."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._duty = Duty(tasks.work, settings, tasks.prepare, settings.memory)
        self._metrics = metrics
        self.quick = Lane("quick", settings.workers)
        self.slow = Lane("slow", settings.slow_workers)
        self.overtime = Lane("overtime", 0)
        """Slow workers that made way for others; each ends with its document."""
        self.lanes = (self.quick, self.slow, self.overtime)
        self.stopping = False
        self._lane_of: dict[Worker, Lane] = {}
        self._replaced: set[Worker] = set()
        """Workers in whose place another is being started."""
        self._background: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Starts all workers; returns when they are ready."""
        await asyncio.gather(*(self._add(lane) for lane in self.lanes for _ in range(lane.size)))

    async def end_all(self, why: Exception) -> None:
        """Ends all workers; who waits for one of them is told why."""
        for task in list(self._background):
            task.cancel()
        workers = list(self._lane_of)
        for worker in workers:
            worker.fail(why)
        await asyncio.gather(*(worker.end() for worker in workers), return_exceptions=True)
        for lane in self.lanes:
            lane.workers.clear()
            lane.idle.clear()
        self._lane_of.clear()

    def free(self, worker: Worker, seconds: float, *, retire: bool) -> None:
        """After a job: the next one, or the end of a worker that holds much memory or has done its share."""
        lane = self._lane_of.get(worker)
        if lane is None:
            return
        lane.note(seconds)
        if retire:
            self.end(worker, "memory")
        elif len(lane.workers) > lane.size:
            self.end(worker, "replaced")
        else:
            had_its_share = worker.jobs >= self._settings.documents_per_worker
            if had_its_share and worker not in self._replaced and not self.stopping:
                self._replaced.add(worker)
                self._in_background(self._replace(worker, lane))
            lane.hand_out(worker)

    async def _replace(self, worker: Worker, lane: Lane) -> None:
        """Starts a new one before the old one goes, so that no document waits for it."""
        if not await self._add(lane):
            self._replaced.discard(worker)
        elif len(lane.workers) > lane.size and worker in lane.idle:
            self.end(worker, "replaced")  # otherwise it ends after its document

    def demote(self, worker: Worker) -> bool:
        """Makes it a slow worker in place of an idle one; False where all of those are busy."""
        if not self.slow.idle:
            return False
        self.end(self.slow.idle[-1], "swapped")
        self.quick.drop(worker)
        self.slow.workers.add(worker)
        self._lane_of[worker] = self.slow
        worker.lower_priority()
        self._refill(self.quick)
        return True

    def make_way(self, worker: Worker) -> None:
        """Starts another slow worker for those that wait, in place of one that takes long, where there is room."""
        if worker in self.slow.workers and self.slow.waiting and len(self.overtime.workers) < self.slow.size:
            self.slow.drop(worker)
            self.overtime.workers.add(worker)
            self._lane_of[worker] = self.overtime
            self._refill(self.slow)

    def end(self, worker: Worker, reason: str) -> None:
        """Ends a worker and starts another where one is missing."""
        lane = self._lane_of.pop(worker, None)
        if lane is None:
            return
        lane.drop(worker)
        self._replaced.discard(worker)
        self._metrics.ended.labels(reason).inc()
        worker.kill()
        self._in_background(worker.end())
        if reason != "swapped":  # whose place is taken
            self._refill(lane)

    def _lost(self, worker: Worker) -> None:
        """A worker has ended by itself: killed from outside, by the kernel, by a crash, or at its limit of memory."""
        self.end(worker, "memory" if worker.end_by == "memory" else "died")

    def _refill(self, lane: Lane) -> None:
        for _ in range(lane.size - len(lane.workers) - lane.starting):
            lane.starting += 1
            self._in_background(self._start_another(lane))

    async def _start_another(self, lane: Lane) -> None:
        pause = 0.1
        try:
            while not self.stopping and not await self._add(lane):
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        finally:
            lane.starting -= 1

    async def _add(self, lane: Lane) -> bool:
        """Starts a worker for the lane; False where that failed."""
        try:
            worker = await Worker.start(self._duty, tasks.PRELOAD, self._lost)
        except (OSError, EOFError, TimeoutError, WorkerLostError) as error:
            _log.error("a worker could not be started", extra={"unres": {"error": type(error).__name__}})
            return False
        self._metrics.started.inc()
        if self.stopping:
            await worker.end()
            return True
        if lane is self.slow:
            worker.lower_priority()
        self._lane_of[worker] = lane
        lane.workers.add(worker)
        lane.hand_out(worker)
        return True

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._ended_in_background)

    def _ended_in_background(self, task: asyncio.Task[None]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error(
                "work in the background failed", extra={"unres": {"error": type(error).__name__, "where": where(error)}}
            )
