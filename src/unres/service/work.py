"""Who works on what: workers in two lanes, a bounded queue for each, and an end to every job.

A document goes to the quick lane. One that is large, and one that has not been done in ``slow_after``, goes to the slow
lane, whose processes have a lower priority: so that a document that takes half a minute, honestly or by intent, leaves
the others their workers and their share of the processor. Nothing of one worker is shared with another: each has a
socket of its own, and one that is ended in the middle of an answer harms nobody else.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
from typing import TYPE_CHECKING, NamedTuple

from unres.service.problems import ProblemError
from unres.service.process import Job, Worker, WorkerLostError
from unres.service.watch import where

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from unres.service.metrics import Metrics
    from unres.service.process import Answer
    from unres.service.settings import Settings

__all__ = ["Job", "Lane", "Pool", "Reply"]

_log = logging.getLogger("unres.service")
_LOWER_BY = 19
"""Slow workers take what others leave of the processor."""
_PATIENCE = 4
_LONGEST_PAUSE = 5.0
_WEIGHT = 0.1  # of the newest in the running mean


class Reply(NamedTuple):
    """A good answer."""

    media_type: str
    payload: tuple[bytes, ...]
    """In pieces."""


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


class Pool:
    """All workers."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._given = settings.model_dump()
        self._metrics = metrics
        self.quick = Lane("quick", settings.workers)
        self.slow = Lane("slow", settings.slow_workers, smallest_first=True)
        self.lanes = (self.quick, self.slow)
        self.stopping = False
        self._lane_of: dict[Worker, Lane] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._under_way: set[asyncio.Task[Reply]] = set()
        self._inside = 0
        self._nobody = asyncio.Event()
        self._nobody.set()

    @property
    def ready(self) -> bool:
        """Whether documents are taken: there is a worker and room in the queue."""
        room = len(self.quick.waiting) < max(1, self._settings.max_queue)
        return not self.stopping and bool(self.quick.workers) and room

    async def start(self) -> None:
        """Starts all workers; returns when they are ready."""
        await asyncio.gather(*(self._add(lane) for lane in self.lanes for _ in range(lane.size)))

    async def submit(self, job: Job) -> Reply:
        """Has a job done.

        Cancelled while the job waits, it is forgotten; while it is worked on, the work goes on to its end or its limit.

        Raises:
            ProblemError: it could not be done.
        """
        lane = self.slow if len(job.body) >= self._settings.large_body else self.quick
        with self._counted():
            worker = await self._turn(lane, len(job.body))
            while worker.gone:  # between two jobs, and nobody has noticed yet
                worker = await self._turn(lane, len(job.body))
            work = asyncio.create_task(self._work(worker, lane, job))
            self._under_way.add(work)
            work.add_done_callback(self._worked)
            return await asyncio.shield(work)

    @contextlib.contextmanager
    def _counted(self) -> Iterator[None]:
        self._inside += 1
        self._nobody.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._nobody.set()

    async def drain(self, seconds: float) -> None:
        """Takes nothing more, lets what is under way finish for so long, and refuses the rest."""
        self.stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._nobody.wait()
        await self.close()

    async def close(self) -> None:
        """Ends all workers; what is still under way fails as “stopping”."""
        self.stopping = True
        for lane in self.lanes:
            for turn in lane.waiting:
                if not turn.worker.done():
                    turn.worker.set_exception(_stopping())
            lane.waiting.clear()
        for task in list(self._background):
            task.cancel()
        workers = list(self._lane_of)
        for worker in workers:
            worker.fail(_stopping())
        await asyncio.gather(*(worker.end() for worker in workers), return_exceptions=True)
        for lane in self.lanes:
            lane.workers.clear()
            lane.idle.clear()
        self._lane_of.clear()

    async def _turn(self, lane: Lane, size: int) -> Worker:
        """A worker of the lane, when there is one.

        Raises:
            ProblemError: the queue is full, or it took too long.
        """
        if self.stopping:
            raise _stopping()
        if lane.idle:
            return self._timed(lane, 0.0, lane.idle.pop())
        if len(lane.waiting) >= self._settings.max_queue:
            detail = f"{len(lane.waiting):,} documents wait, as many as are allowed."
            raise ProblemError("queue_full", detail, retry_after=lane.seconds_until_free())
        loop = asyncio.get_running_loop()
        since = loop.time()
        turn = Turn(size, loop.create_future())
        lane.waiting.append(turn)
        try:
            async with asyncio.timeout(self._settings.queue_seconds):
                await turn.worker
        except TimeoutError:
            self._decline(lane, turn)
            detail = f"No worker was free within {self._settings.queue_seconds:g} seconds."
            raise ProblemError("queue_timeout", detail, retry_after=lane.seconds_until_free()) from None
        except BaseException:
            self._decline(lane, turn)
            raise
        return self._timed(lane, loop.time() - since, turn.worker.result())

    def _decline(self, lane: Lane, turn: Turn) -> None:
        """Gives up a place in the queue, or the worker that was handed out in the same moment."""
        given = turn.worker
        if turn in lane.waiting:
            lane.waiting.remove(turn)
        elif given.done() and not given.cancelled() and given.exception() is None and given.result() in lane.workers:
            lane.hand_out(given.result())

    def _timed(self, lane: Lane, seconds: float, worker: Worker) -> Worker:
        self._metrics.queue.labels(lane.name).observe(seconds)
        return worker

    async def _work(self, worker: Worker, lane: Lane, job: Job) -> Reply:
        """Has one job done by this worker, or in the end by a slow one."""
        loop = asyncio.get_running_loop()
        answer = worker.ask(job)
        since = loop.time()
        if lane is self.quick and not await self._done_quickly(worker, answer):
            self._metrics.demoted.inc()
            if not self._demote(worker):
                self._end(worker, "restarted")
                worker = await self._turn(self.slow, len(job.body))
                answer = worker.ask(job)
                since = loop.time()
        if not await _done(answer, self._settings.seconds - (loop.time() - since)):
            self._end(worker, "time")
            detail = f"It was not done after {self._settings.seconds:g} seconds."
            raise ProblemError("time_limit", detail)
        return self._settle(worker, job, answer)

    async def _done_quickly(self, worker: Worker, answer: asyncio.Future[Answer]) -> bool:
        """Whether it is done, or out of time, before it has used up what a quick worker gives.

        That is processor time, so that on a busy machine no small document passes for one that takes long; one that
        waits for something has a few times as long.
        """
        left = self._settings.seconds
        share = self._settings.slow_after
        for _ in range(_PATIENCE):
            if left <= 0 or await _done(answer, min(share, left)):
                return True
            left -= share
            if worker.processor_seconds() >= share:
                break
        return left <= 0

    def _settle(self, worker: Worker, job: Job, answer: asyncio.Future[Answer]) -> Reply:
        """Takes the answer, and frees or replaces the worker."""
        try:
            head, payload = answer.result()
        except WorkerLostError:
            raise ProblemError(
                "worker_lost", "The process that worked on the document ended before it was done."
            ) from None
        seconds = float(head.get("seconds", 0))
        self._metrics.work.labels(job.task).observe(seconds)
        lane = self._lane_of.get(worker)
        if lane is not None:
            lane.mean_seconds += _WEIGHT * (seconds - lane.mean_seconds)
            self._free(worker, lane, retire=bool(head.get("retire")))
        if head.get("ok"):
            return Reply(str(head["media_type"]), payload)
        if head.get("code") == "internal":
            _log.error("a worker failed", extra={"unres": {"task": job.task, "where": head.get("where")}})
        raise ProblemError(head["code"], head["detail"])

    def _free(self, worker: Worker, lane: Lane, *, retire: bool) -> None:
        """After a job: the next one, or the end of a worker that holds much memory or has done its share."""
        if retire:
            self._end(worker, "memory")
        elif len(lane.workers) > lane.size:
            self._end(worker, "replaced")
        else:
            if worker.jobs >= self._settings.documents_per_worker and not worker.replacing and not self.stopping:
                worker.replacing = True
                self._in_background(self._replace(worker, lane))
            lane.hand_out(worker)

    async def _replace(self, worker: Worker, lane: Lane) -> None:
        """Starts a new one before the old one goes, so that no document waits for it."""
        if not await self._add(lane):
            worker.replacing = False
        elif len(lane.workers) > lane.size and worker in lane.idle:
            self._end(worker, "replaced")  # otherwise it ends after its document

    def _demote(self, worker: Worker) -> bool:
        """Makes it a slow worker in place of an idle one; False where all of those are busy."""
        if not self.slow.idle:
            return False
        self._end(self.slow.idle[-1], "swapped")
        self.quick.drop(worker)
        self.slow.workers.add(worker)
        self._lane_of[worker] = self.slow
        worker.lower_priority(_LOWER_BY)
        self._refill(self.quick)
        return True

    def _end(self, worker: Worker, reason: str) -> None:
        """Ends a worker and starts another where one is missing."""
        lane = self._lane_of.pop(worker, None)
        if lane is None:
            return
        lane.drop(worker)
        self._metrics.ended.labels(reason).inc()
        worker.kill()
        self._in_background(worker.end())
        if reason != "swapped":  # whose place is taken
            self._refill(lane)

    def _lost(self, worker: Worker) -> None:
        """A worker has ended by itself: killed from outside, by the kernel, or by a crash."""
        self._end(worker, "died")

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
            worker = await Worker.start(self._given, self._lost)
        except (OSError, EOFError, TimeoutError, WorkerLostError) as error:
            _log.error("a worker could not be started", extra={"unres": {"error": type(error).__name__}})
            return False
        self._metrics.started.inc()
        if self.stopping:
            await worker.end()
            return True
        if lane is self.slow:
            worker.lower_priority(_LOWER_BY)
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

    def _worked(self, work: asyncio.Task[Reply]) -> None:
        """Nobody may be left who asks how it went."""
        self._under_way.discard(work)
        if not work.cancelled():
            work.exception()


async def _done(answer: asyncio.Future[Answer], seconds: float) -> bool:
    """Whether an answer comes within so many seconds; it is left alone where it does not."""
    if not answer.done():
        await asyncio.wait({answer}, timeout=max(0.0, seconds))
    return answer.done()


def _stopping() -> ProblemError:
    return ProblemError("stopping", "The service was told to stop.")
