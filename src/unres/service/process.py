"""A worker as the service sees it: a process, a socket, and at most one job."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import os
import socket
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from unres.service.start import start_process

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.process import BaseProcess

_LENGTH = struct.Struct("!Q")
_SMALL = 65536
_PIECE = 256 * 1024
"""So much of an answer is taken at a time: whoever else waits for the service is looked after in between."""
_START_SECONDS = 60.0
_JOIN_SECONDS = 5.0


class Job(NamedTuple):
    """What is to be done, and with what."""

    task: str
    body: bytes
    content_type: str
    options: dict[str, Any]


class Answer(NamedTuple):
    """How it went, as the worker tells it, and the payload in pieces."""

    head: dict[str, Any]
    payload: tuple[bytes, ...]
    refused: Exception | None = None
    """Why the payload was not taken."""


class WorkerLostError(Exception):
    """The process ended before it answered."""


class Worker:
    """A running worker."""

    def __init__(self, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.process = process
        self.pid = process.pid or 0
        self.jobs = 0
        self.ended = False
        self.replacing = False
        """Whether another is being started to take its place."""
        self._reader = reader
        self._writer = writer
        self._processor = 0.0
        self._pending: asyncio.Future[Answer] | None = None
        self._reserve: Callable[[int], None] = _without_limit
        self._listener: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, settings: Mapping[str, Any], on_lost: Callable[[Worker], None]) -> Worker:
        """Starts one and waits until it is ready.

        Args:
            settings: the settings of the service, as a dict.
            on_lost: called when the process has ended by itself.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = await asyncio.to_thread(start_process, theirs, settings)
            except BaseException:
                ours.close()
                raise
        worker = cls(process, *await asyncio.open_connection(sock=ours, limit=_PIECE))
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

    def ask(self, job: Job, reserve: Callable[[int], None]) -> asyncio.Future[Answer]:
        """Sends a job. The future raises :class:`WorkerLostError` where the process ends before it answers.

        Args:
            job: what is to be done.
            reserve: called with the size of the payload before it is taken; where it raises, the payload is not kept.
        """
        self.jobs += 1
        self._reserve = reserve
        answer = self._expect()
        if self.gone:
            answer.set_exception(WorkerLostError())
            return answer
        told = {"task": job.task, "content_type": job.content_type, "options": job.options}
        head = json.dumps(told).encode()
        start = b"".join((_LENGTH.pack(len(head)), head, _LENGTH.pack(len(job.body))))
        if len(job.body) < _SMALL:
            self._writer.write(start + job.body)
        else:  # without another copy of it
            self._writer.write(start)
            self._writer.write(job.body)
        return answer

    @property
    def gone(self) -> bool:
        """Whether nobody listens any longer."""
        return self._writer.is_closing() or self._listener is None or self._listener.done()

    def fail(self, error: Exception) -> None:
        """Ends the wait for an answer."""
        if self._pending is not None and not self._pending.done():
            self._pending.set_exception(error)

    def lower_priority(self, by: int) -> None:
        """Lets other processes go first. For good: only an administrator could undo it."""
        with contextlib.suppress(OSError):  # it has just ended
            if hasattr(os, "setpriority"):
                os.setpriority(os.PRIO_PROCESS, self.pid, by)
            if hasattr(os, "SCHED_IDLE"):  # Linux: a processor that does nothing else counts as free
                os.sched_setscheduler(self.pid, os.SCHED_IDLE, os.sched_param(0))

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

    async def _listen(self, on_lost: Callable[[Worker], None]) -> None:
        """Takes answers until the socket ends; then whoever waits for one is told."""
        try:
            while True:
                head = json.loads(b"".join(await self._frame(await self._length())))
                answer = await self._payload(head)
                self._processor = float(head.get("processor", 0))
                pending, self._pending = self._pending, None
                if pending is not None and not pending.done():
                    pending.set_result(answer)
        except (asyncio.IncompleteReadError, OSError, ValueError, MemoryError):
            self._writer.close()
            self.fail(WorkerLostError())
            if not self.ended:
                on_lost(self)

    async def _payload(self, head: dict[str, Any]) -> Answer:
        """The payload, or why it was not taken."""
        length = await self._length()
        try:
            self._reserve(length)
        except Exception as error:  # noqa: BLE001  whatever it is, it is for who waits for the answer
            await self._frame(length, keep=False)
            return Answer(head, (), error)
        return Answer(head, await self._frame(length))

    async def _length(self) -> int:
        length: int = _LENGTH.unpack(await self._reader.readexactly(_LENGTH.size))[0]
        return length

    async def _frame(self, left: int, *, keep: bool = True) -> tuple[bytes, ...]:
        pieces = []
        while left:
            piece = await self._reader.read(min(left, _PIECE))
            if not piece:
                raise asyncio.IncompleteReadError(piece, left)
            if keep:
                pieces.append(piece)
            left -= len(piece)
        return tuple(pieces)


def _without_limit(_count: int) -> None:
    """Takes any number of bytes: before its first job a worker says that it is ready, and no more."""
