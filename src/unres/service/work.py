"""The way of a job: into a lane, to a worker, and to its end or its limit.

A document goes to the quick lane. One that is large, and one that has not been done in ``slow_after``, goes to the slow
lane, whose processes have a lower priority: so that a document that takes half a minute, honestly or by intent, leaves
the others their workers and their share of the processor. Nothing of one worker is shared with another: each has a
socket of its own, and one that is ended in the middle of an answer harms nobody else.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from unres.pool.aio import WorkerLostError
from unres.service.crew import Crew, Turn
from unres.service.metrics import LaneCounts
from unres.service.problems import ProblemError, out_of_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.pool.aio import Answer, Worker
    from unres.service.crew import Lane
    from unres.service.limits import Share
    from unres.service.metrics import Metrics
    from unres.service.settings import Settings
    from unres.service.tasks import Asked

_log = logging.getLogger("unres.service")
_BYTES_OF_LINE = 128
"""A line, or the sign for a line end in JSON, counts for so many bytes at least."""
_PATIENCE = 4
_TURN = 1.0
"""Seconds after which a slow document makes way, where there is another place for it."""


@dataclass(frozen=True)
class Job:
    """What is to be done, and with what."""

    asked: Asked
    body: bytes

    @cached_property
    def weight(self) -> int:
        """What it costs, in bytes of usual text: what is done for each line takes as long as for some of them."""
        return max(len(self.body), _BYTES_OF_LINE * (self.body.count(b"\n") + self.body.count(b"\\n")))


class Reply(NamedTuple):
    """A good answer."""

    media_type: str
    payload: tuple[bytes, ...]
    """In pieces."""


class Pool:
    """All jobs under way."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._crew = Crew(settings, metrics)
        self.lanes = self._crew.lanes
        self._under_way: set[asyncio.Task[Reply]] = set()
        self._draining = False
        self._inside = 0
        self._nobody = asyncio.Event()
        self._nobody.set()

    @property
    def ready(self) -> bool:
        """Whether documents are taken: there is a worker and room in the queue."""
        quick = self._crew.quick
        room = len(quick.waiting) < max(1, self._settings.max_queue)
        return not self._draining and bool(quick.workers) and room

    def counts(self) -> Iterator[LaneCounts]:
        """What each lane has."""
        return (LaneCounts(lane.name, len(lane.idle), lane.busy, len(lane.waiting)) for lane in self.lanes)

    async def start(self) -> None:
        """Starts all workers; returns when they are ready."""
        await self._crew.start()

    async def submit(self, job: Job, share: Share) -> Reply:
        """Has a job done.

        Cancelled while the job waits, it is forgotten; while it is worked on, the work goes on to its end or its limit.

        Args:
            job: what is to be done.
            share: what holds the answer's bytes.

        Raises:
            ProblemError: it could not be done.
        """
        if self._draining:
            raise _stopping()
        lane = self._crew.slow if job.weight >= self._settings.large_body else self._crew.quick
        with self._counted():
            worker = await self._turn(lane, job.weight)
            while worker.gone:  # between two jobs, and nobody has noticed yet
                worker = await self._turn(lane, job.weight)
            work = asyncio.create_task(self._work(worker, lane, job, share))
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
        """Takes nothing more, lets what is under way finish for so long, and refuses the rest.

        Until then all goes on as before: a document that takes long gives way to those that wait, and workers that end
        are replaced.
        """
        self._draining = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._nobody.wait()
        await self.close()

    async def close(self) -> None:
        """Ends all workers; what is still under way fails as “stopping”."""
        self._draining = self._crew.stopping = True
        for lane in self.lanes:
            for turn in lane.waiting:
                if not turn.worker.done():
                    turn.worker.set_exception(_stopping())
            lane.waiting.clear()
        await self._crew.end_all(_stopping())

    async def _turn(self, lane: Lane, weight: int) -> Worker:
        """A worker of the lane, when there is one.

        Raises:
            ProblemError: the queue is full, or it took too long.
        """
        if self._crew.stopping:
            raise _stopping()
        if lane.idle:
            return self._timed(lane, 0.0, lane.idle.pop())
        if len(lane.waiting) >= self._settings.max_queue:
            detail = f"{len(lane.waiting):,} documents wait, as many as are allowed."
            raise ProblemError("queue_full", detail, retry_after=lane.seconds_until_free())
        loop = asyncio.get_running_loop()
        since = loop.time()
        turn = Turn.now(weight)
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

    async def _work(self, worker: Worker, lane: Lane, job: Job, share: Share) -> Reply:
        """Has one job done by this worker, or in the end by a slow one."""
        loop = asyncio.get_running_loop()
        answer = self._ask(worker, job, share)
        since = loop.time()
        if lane is self._crew.quick and not await self._done_quickly(worker, answer):
            self._metrics.demoted.inc()
            if not self._crew.demote(worker):
                self._crew.end(worker, "restarted")
                worker = await self._turn(self._crew.slow, job.weight)
                answer = self._ask(worker, job, share)
                since = loop.time()
        if not await self._done_in_the_end(worker, answer, self._settings.seconds - (loop.time() - since)):
            self._crew.end(worker, "time")
            detail = f"It was not done after {self._settings.seconds:g} seconds."
            raise ProblemError("time_limit", detail)
        return self._settle(worker, job, answer)

    def _ask(self, worker: Worker, job: Job, share: Share) -> asyncio.Future[Answer]:
        return worker.ask({"seconds": self._settings.seconds, "asked": asdict(job.asked)}, job.body, share.take)

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

    async def _done_in_the_end(self, worker: Worker, answer: asyncio.Future[Answer], seconds: float) -> bool:
        """Whether it is done in so many seconds. One that takes long makes way for others."""
        while seconds > 0 and not await _done(answer, min(_TURN, seconds)):
            seconds -= _TURN
            self._crew.make_way(worker)
        return answer.done()

    def _settle(self, worker: Worker, job: Job, answer: asyncio.Future[Answer]) -> Reply:
        """Takes the answer, and frees or replaces the worker."""
        try:
            head, payload, refused = answer.result()
        except WorkerLostError as lost:
            raise self._lost(lost, job) from None
        seconds = float(head.get("seconds", 0))
        self._metrics.work.labels(job.asked.task).observe(seconds)
        self._crew.free(worker, seconds, retire=bool(head.get("retire")))
        if refused is not None:
            raise refused
        if "media_type" in head:
            return Reply(str(head["media_type"]), payload)
        if head.get("code") == "internal":
            _log.error("a worker failed", extra={"unres": {"task": job.asked.task, "where": head.get("where")}})
        raise ProblemError(head["code"], head["detail"])

    def _lost(self, lost: WorkerLostError, job: Job) -> ProblemError:
        """Only a document whose process was killed by somebody else is worth another try."""
        if lost.by == "memory":
            return out_of_memory(self._settings)
        if lost.by == "crash":
            _log.error("a worker crashed", extra={"unres": {"task": job.asked.task}})
            return ProblemError("internal", "The process that worked on the document crashed.")
        return ProblemError("worker_lost", "The process that worked on the document ended before it was done.")

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
