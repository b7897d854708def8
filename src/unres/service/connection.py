"""One connection. Each of its states has a deadline, after which it is ended; so that none can be held for ever.

=========  ==============================================  ==================================================
state      what is waited for                              how long
=========  ==============================================  ==================================================
head       the whole head of a request                     ``header_seconds``; ``keep_alive`` for its first byte
work       the answer; the service sees to its own limits  all of these together
rest       the rest of a body whose answer was sent        ``keep_alive``
taking     the client, to take some of what was sent       ``taking_seconds``
answer     the client, to take all of what was sent        ``taking_seconds`` and a second for ``least_rate`` bytes
=========  ==============================================  ==================================================

uvicorn itself has ``timeout_keep_alive``, which is used, and which the first byte after an answer switches off.
"""

from __future__ import annotations

import asyncio
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from unres.service.problems import MEDIA_TYPE, ProblemError

if TYPE_CHECKING:
    from unres.service.settings import Settings

CONNECTION = "connection"
"""Where in the state of a request its connection is found."""
_LOOKS = 4
"""So often a connection is looked at while its shortest deadline passes, or once a second."""


def protocol(settings: Settings) -> type[H11Protocol]:
    """The protocol of connections under these settings."""
    return type("Connection", (Connection,), {"settings": settings, "idle_ones": []})


class Connection(H11Protocol):
    """The server's protocol, with limits that it lacks."""

    settings: ClassVar[Settings]
    idle_ones: ClassVar[list[tuple[float, Connection]]]
    """Those that were idle when there was no place last, the one that was so for longest at the end. All others became
    idle later than these, so that not every connection is looked at for each that takes the place of another."""
    _look_again: asyncio.TimerHandle | None = None
    _state: tuple[str, int] = ("", 0)
    _since = 0.0
    _answers = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the parent's
        """Takes a connection, or refuses it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, CONNECTION: self}
        limit = self.settings.max_connections
        if len(self.connections) > limit and not self._take_a_place():
            detail = f"{limit:,} connections are open, as many as are allowed."
            _refuse(transport, ProblemError("too_many_requests", detail))
        self._look()

    def _take_a_place(self) -> bool:
        """Ends the connection that has done nothing for longest; False where all others have a request under way."""
        for _ in range(2):
            while self.idle_ones:
                since, connection = self.idle_ones.pop()
                if connection.idle and connection.unchanged_since() == since:
                    connection.transport.abort()
                    return True
            others = (each for each in self.connections if each is not self and isinstance(each, Connection))
            idle = ((each.unchanged_since(), each) for each in others if each.idle)
            self.idle_ones.extend(sorted(idle, key=itemgetter(0), reverse=True))
        return False

    @property
    def idle(self) -> bool:
        """Whether no request is under way and nothing is left to be taken."""
        return self._now()[0][0] in {"head", "rest"}

    def give_up(self) -> None:
        """Ends it at once; what was not taken is thrown away."""
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request."""
        if not self.transport.is_closing():
            super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """The end of a connection."""
        if self._look_again is not None:
            self._look_again.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """The end of an answer."""
        self._answers += 1
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  the parent's words
        """Answers what is no HTTP."""
        _refuse(self.transport, ProblemError("bad_request", "The request cannot be read."))

    def _look(self) -> None:
        """Ends the connection where it has been in its state for too long; otherwise looks again soon."""
        state, allowed = self._now()
        if self.loop.time() - self.unchanged_since() >= allowed:
            if state[0] in {"taking", "closing"}:
                self.transport.abort()
                return
            self.transport.close()
        settings = self.settings
        shortest = min(settings.header_seconds, settings.taking_seconds, settings.keep_alive or 1)
        self._look_again = self.loop.call_later(min(1.0, shortest / _LOOKS), self._look)

    def unchanged_since(self) -> float:
        """When it was first seen in its state; now, where it has come to another since it was looked at last."""
        state, _ = self._now()
        if state != self._state:
            self._state, self._since = state, self.loop.time()
        return self._since

    def _now(self) -> tuple[tuple[str, int], float]:
        """The state, which is equal as long as nothing happens, and how long it may last."""
        settings, waiting = self.settings, self.transport.get_write_buffer_size()
        if waiting:
            return ("taking", waiting), settings.taking_seconds
        if self.transport.is_closing():
            return ("closing", 0), settings.taking_seconds
        if self.conn.their_state is h11.IDLE:
            return ("head", self._answers), settings.header_seconds
        if self.cycle is None or self.cycle.response_complete:
            return ("rest", self._answers), max(1, settings.keep_alive)
        return ("work", self._answers), settings.longest_work


def _refuse(transport: asyncio.Transport, problem: ProblemError) -> None:
    """Answers what is not yet a request, and ends the connection."""
    document = problem.document()
    body = document.model_dump_json().encode()
    retry = f"retry-after: {problem.retry_after}\r\n" if problem.retry_after else ""
    head = (
        f"HTTP/1.1 {document.status} \r\ncontent-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n"
        f"{retry}connection: close\r\n\r\n"
    )
    transport.write(head.encode() + body)
    transport.close()
