"""What comes in is counted while it comes: bytes, seconds, and how much of both there is at one time."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from unres.service.problems import ProblemError, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

    from unres.service.settings import Settings

_DISCARD_SECONDS = 1.0
_DISCARD_TIMES = 10
"""So many times the largest body are read on, within that time, so that the refusal of a larger one arrives."""


class ClientGoneError(Exception):
    """Who asked is no longer there to be answered."""


class Gate:
    """How many requests are under way, and how many bytes of bodies they hold."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.requests = 0
        self.bytes = 0

    @contextlib.contextmanager
    def pass_through(self) -> Iterator[Share]:
        """Lets one request in.

        Raises:
            ProblemError: as many as are allowed are under way.
        """
        if self.requests >= self._settings.max_requests:
            limit = self._settings.max_requests
            raise ProblemError("too_many_requests", f"{limit:,} requests are under way, as many as are allowed.")
        self.requests += 1
        share = Share(self)
        try:
            yield share
        finally:
            self.requests -= 1
            share.give_back()

    def take(self, count: int) -> None:
        """Holds so many bytes more."""
        if self.bytes + count > self._settings.max_bytes_held:
            raise ProblemError("too_many_bytes", "The documents under way are as many bytes as the service may hold.")
        self.bytes += count


class Share:
    """The bytes that one request holds."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self.bytes = 0

    def take(self, count: int) -> None:
        """Holds so many bytes more."""
        self._gate.take(count)
        self.bytes += count

    def give_back(self) -> None:
        """Holds none any longer."""
        self._gate.bytes -= self.bytes
        self.bytes = 0


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
