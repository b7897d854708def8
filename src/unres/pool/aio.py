"""A supervised process for a caller in an event loop: a coroutine gives it one job and takes the answer in pieces."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from unres.pool.process import LENGTH, Duty, End, Head, head_of, lower_priority, pieces, start

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess

_PIECE = 256 * 1024
"""So much of an answer is taken at a time: whoever else waits for the event loop has a turn in between. Such pieces are
given back to the system one by one; many of some kilobytes would leave the heap full of holes."""
_LARGEST_HEAD = 64 * 1024
_START_SECONDS = 60.0
_JOIN_SECONDS = 5.0


class Answer(NamedTuple):
    """How a job went, as the process tells it, and the payload in pieces."""

    head: Head
    payload: tuple[bytes, ...]
    refused: Exception | None = None
    """Why the payload was not taken."""


class WorkerLostError(Exception):
    """The process ended before it answered.

    Attributes:
        by: what ended it.
    """

    def __init__(self, by: End = "outside") -> None:
        super().__init__()
        self.by = by


class Worker:
    """A running process with at most one job."""

    def __init__(
        self, duty: Duty, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.process = process
        self._duty = duty
        self.pid = process.pid or 0
        self.jobs = 0
        self.ended = False
        self.end_by: End = "outside"
        """What ended it, where it ended by itself."""
        self._reader = reader
        self._writer = writer
        self._processor = 0.0
        self._pending: asyncio.Future[Answer] | None = None
        self._reserve: Callable[[int], None] = _without_limit
        self._listener: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, duty: Duty, preload: tuple[str, ...], on_lost: Callable[[Self], None]) -> Self:
        """Starts one and waits until it is ready.

        Args:
            duty: what it does.
            preload: modules that every process is started with.
            on_lost: called when the process has ended by itself.

        Raises:
            OSError, EOFError, TimeoutError, WorkerLostError: it cannot be started.
        """
        process, ours = await asyncio.to_thread(start, duty, preload)
        worker = cls(duty, process, *await asyncio.open_connection(sock=ours, limit=_PIECE))
        ready = worker._expect()
        worker._listener = asyncio.create_task(worker._listen(on_lost))
        try:
            async with asyncio.timeout(_START_SECONDS):
                await ready
        except BaseException:
            await worker.end()
            raise
        return worker

    def processor_seconds(self) -> float:
        """Processor time since its last answer; endless where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2]
            ticks = sum(int(field) for field in fields.split()[11:13])
        except OSError:
            return math.inf
        return ticks / os.sysconf("SC_CLK_TCK") - self._processor

    def ask(self, head: Head, body: bytes, reserve: Callable[[int], None]) -> asyncio.Future[Answer]:
        """Sends a job. The future raises :class:`WorkerLostError` where the process ends before it answers.

        Args:
            head: what is to be done, and ``seconds``: the time it may take.
            body: with what.
            reserve: called with the size of the payload before it is taken; where it raises, the payload is not kept.
        """
        self.jobs += 1
        self._reserve = reserve
        answer = self._expect()
        if self.gone:
            answer.set_exception(WorkerLostError())
            return answer
        for piece in pieces(head, body):
            self._writer.write(piece)
        return answer

    @property
    def gone(self) -> bool:
        """Whether nobody listens any longer."""
        return self._writer.is_closing() or self._listener is None or self._listener.done()

    def fail(self, error: Exception) -> None:
        """Ends the wait for an answer."""
        if self._pending is not None and not self._pending.done():
            self._pending.set_exception(error)

    def lower_priority(self) -> None:
        """Lets other processes go first, for good."""
        lower_priority(self.pid)

    def kill(self) -> None:
        """Ends the process, whatever it is doing."""
        if self.ended:
            return
        self.ended = True
        self.process.kill()
        if self._listener is not None:
            self._listener.cancel()
        self._writer.close()

    async def end(self) -> None:
        """Ends it and waits until it is gone."""
        self.kill()
        await asyncio.to_thread(self._join)

    def _join(self) -> None:
        """Waits for its end and gives back what the system holds for it."""
        with contextlib.suppress(ValueError):  # it is already given back, or (as good as never) not at its end
            self.process.join(_JOIN_SECONDS)
            self.process.close()

    def _expect(self) -> asyncio.Future[Answer]:
        self._pending = asyncio.get_running_loop().create_future()
        return self._pending

    async def _listen(self, on_lost: Callable[[Self], None]) -> None:
        """Takes answers until the socket ends; then whoever waits for one is told."""
        try:
            while True:
                self._hand_over(await self._answer())  # and keep nothing of it until the next one comes
        except (asyncio.IncompleteReadError, OSError, ValueError, TypeError, MemoryError):
            self._writer.close()
            await asyncio.to_thread(self.process.join, _JOIN_SECONDS)  # the exit code comes after the end of the socket
            self.end_by = self._duty.end_by(self.process.exitcode)
            self.fail(WorkerLostError(self.end_by))
            if not self.ended:
                on_lost(self)

    def _hand_over(self, answer: Answer) -> None:
        """Gives an answer to whoever waits for it."""
        self._processor = float(answer.head.get("processor", 0))
        pending, self._pending = self._pending, None
        if pending is not None and not pending.done():
            pending.set_result(answer)

    async def _answer(self) -> Answer:
        """The next answer; of one that is refused, the payload is read and thrown away."""
        length = await self._length()
        if length > _LARGEST_HEAD:
            raise ValueError("a head as large as that is none of ours")
        head = head_of(b"".join(await self._frame(length)))
        length = await self._length()
        try:
            self._reserve(length)
        except Exception as error:  # noqa: BLE001  whatever it is, it is for who waits for the answer
            await self._frame(length, keep=False)
            return Answer(head, (), error)
        return Answer(head, await self._frame(length))

    async def _length(self) -> int:
        length: int = LENGTH.unpack(await self._reader.readexactly(LENGTH.size))[0]
        return length

    async def _frame(self, left: int, *, keep: bool = True) -> tuple[bytes, ...]:
        kept = []
        while left:
            piece = await self._reader.readexactly(min(left, _PIECE))
            if keep:
                kept.append(piece)
            left -= len(piece)
        return tuple(kept)


def _without_limit(_count: int) -> None:
    """Takes any number of bytes: before its first job a process says that it is ready, and no more."""
