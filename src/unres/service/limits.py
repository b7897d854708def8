"""What comes in is counted while it comes: bytes, seconds, and how much of both there is at one time."""

from __future__ import annotations

import asyncio
import contextlib
import math
from typing import TYPE_CHECKING

from unres.service.problems import ProblemError, too_large

if TYPE_CHECKING:
    from starlette.requests import Request

    from unres.service.connection import Connection
    from unres.service.settings import Settings

_FIRST_MOMENT = 1.0
"""Seconds before it is asked how fast an answer is taken."""
_HURRY = 16
"""So many times the least rate an answer must be taken where there is no room."""
_DISCARD_SECONDS = 1.0
_DISCARD_TIMES = 10
"""So many times the largest body are read on, within that time, so that the refusal of a larger one arrives."""


SHARE = "share"
"""Where in the state of a request its share is left, to be closed at its end at the latest."""


class ClientGoneError(Exception):
    """Who asked is no longer there to be answered."""


class Gate:
    """How many requests are under way, and how many bytes of bodies and answers they hold."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.requests = 0
        self.bytes = 0
        self._answers: set[Share] = set()
        """Those whose answer is being taken."""

    def enter(self, connection: Connection | None) -> Share:
        """Lets one request in, until its share is closed.

        Raises:
            ProblemError: as many as are allowed are under way.
        """
        limit = self._settings.max_requests
        if self.requests >= limit:
            self._give_up_slowest()
        if self.requests >= limit:
            raise ProblemError("too_many_requests", f"{limit:,} requests are under way, as many as are allowed.")
        self.requests += 1
        return Share(self, connection)

    def take(self, count: int) -> None:
        """Holds so many bytes more.

        Raises:
            ProblemError: those are more than may be held.
        """
        limit = self._settings.max_bytes_held
        while self.bytes + count > limit and self._give_up_slowest():
            pass
        if self.bytes + count > limit:
            raise ProblemError("too_many_bytes", "The documents under way are as many bytes as the service may hold.")
        self.bytes += count

    def answer(self, share: Share) -> float:
        """Notes that an answer is being taken from now on; in how many seconds it must be."""
        self._answers.add(share)
        return self._settings.taking_seconds + share.bytes / self._settings.least_rate

    def leave(self, share: Share) -> None:
        """Takes a request out."""
        self.requests -= 1
        self.bytes -= share.bytes
        self._answers.discard(share)

    def _give_up_slowest(self) -> bool:
        """Makes room: the answer that is taken most slowly is thrown away; False where all are taken fast enough."""
        slowest = min(self._answers, key=Share.rate, default=None)
        if slowest is None or slowest.rate() > _HURRY * self._settings.least_rate:
            return False
        slowest.give_up()
        return True


class Share:
    """What one request holds, until it is closed: a place, and bytes."""

    def __init__(self, gate: Gate, connection: Connection | None) -> None:
        self._gate = gate
        self._connection = connection
        self._open = True
        self._since = math.inf
        self._taken = 0
        self.bytes = 0

    def take(self, count: int) -> None:
        """Holds so many bytes more.

        Raises:
            ProblemError: the service holds too much already.
            ClientGoneError: it is closed.
        """
        if not self._open:
            raise ClientGoneError
        self._gate.take(count)
        self.bytes += count

    def give_back(self, count: int) -> None:
        """Holds so many bytes less: those of a body that is no longer needed, of an answer that was taken."""
        if self._open:
            self.bytes -= count
            self._gate.bytes -= count
            self._taken += count

    def begin_answer(self) -> asyncio.TimerHandle:
        """Notes that all it holds is an answer that is being taken; what comes back ends it when it takes too long."""
        loop = asyncio.get_running_loop()
        self._since, self._taken = loop.time(), 0
        return loop.call_later(self._gate.answer(self), self.give_up)

    def rate(self) -> float:
        """Bytes of its answer that are taken in a second; endless for the first moment."""
        seconds = asyncio.get_running_loop().time() - self._since
        return self._taken / seconds if seconds > _FIRST_MOMENT else math.inf

    def give_up(self) -> None:
        """Closes it, and the connection with it."""
        if self._connection is not None:
            self._connection.give_up()
        self.close()

    def close(self) -> None:
        """Gives back all that it holds."""
        if self._open:
            self._open = False
            self._gate.leave(self)


async def read_body(request: Request, settings: Settings, share: Share) -> bytes:
    """The body of a request, with or without a Content-Length.

    Raises:
        ProblemError: it is too large, too slow, or the service holds too much already.
        ClientGoneError: the connection ended before the body did.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() not in {"identity", ""}:
        await _discard(request, settings)
        raise ProblemError("media_type", "The body is packed (Content-Encoding); it is read as it is alone.")
    if _declared(request) > settings.max_body:
        await _discard(request, settings)
        raise too_large(settings)
    chunks: list[bytes] = []
    try:
        async with asyncio.timeout(settings.body_seconds):
            while True:
                message = await request.receive()
                if message["type"] == "http.disconnect":
                    raise ClientGoneError
                chunk = message.get("body", b"")
                share.take(len(chunk))
                chunks.append(chunk)
                if share.bytes > settings.max_body:
                    break
                if not message.get("more_body", False):
                    return b"".join(chunks)
    except TimeoutError:
        seconds = f"{settings.body_seconds:g}"
        raise ProblemError("body_too_slow", f"The body had not come whole after {seconds} seconds.") from None
    chunks.clear()
    await _discard(request, settings)
    raise too_large(settings)


def _declared(request: Request) -> int:
    """The Content-Length; 0 where there is none. That it is a number was checked where the head was read."""
    value = request.headers.get("content-length", "")
    return int(value) if value.isascii() and value.isdigit() else 0


async def _discard(request: Request, settings: Settings) -> None:
    """Reads on for a moment without keeping anything.

    A client that is still sending when the connection ends may lose the answer; one that sends a little too much gets
    it this way. One that asked before sending (Expect: 100-continue) is answered at once.
    """
    if request.headers.get("expect", "").lower() == "100-continue":
        return
    left = _DISCARD_TIMES * settings.max_body
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_DISCARD_SECONDS):
            while left > 0:
                message = await request.receive()
                if message["type"] == "http.disconnect":
                    raise ClientGoneError
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return
