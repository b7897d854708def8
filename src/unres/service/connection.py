"""One connection: ended where no request comes, where nothing is taken, and where there are too many."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from unres.service.problems import MEDIA_TYPE, ProblemError

if TYPE_CHECKING:
    from unres.service.settings import Settings


def protocol(settings: Settings) -> type[H11Protocol]:
    """The protocol of connections under these settings."""
    return type("Connection", (Connection,), {"settings": settings})


class Connection(H11Protocol):
    """The server's protocol, with limits that it lacks."""

    settings: ClassVar[Settings]
    _head_timer: asyncio.TimerHandle | None = None
    _taking_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the parent's
        """Takes a connection, or refuses it."""
        super().connection_made(transport)
        limit = self.settings.max_connections
        if len(self.connections) > limit:
            detail = f"{limit:,} connections are open, as many as are allowed."
            _refuse(transport, ProblemError("too_many_requests", detail))
        else:
            self._await_head()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self._head_timer is None and self.conn.their_state is h11.IDLE:
            self._await_head()

    def handle_events(self) -> None:
        """What the bytes mean; a whole head is waited for no longer."""
        super().handle_events()
        if self._head_timer is not None and self.conn.their_state is not h11.IDLE:
            self._head_timer.cancel()
            self._head_timer = None

    def connection_lost(self, exc: Exception | None) -> None:
        """The end of a connection."""
        if self._head_timer is not None:
            self._head_timer.cancel()
        self._stop_watching()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  the parent's words
        """Answers what is no HTTP."""
        _refuse(self.transport, ProblemError("bad_request", "The request cannot be read."))

    def pause_writing(self) -> None:
        """There is more to send than the client has taken: it has to take some of it."""
        super().pause_writing()
        self._watch_taking()

    def resume_writing(self) -> None:
        """It has."""
        super().resume_writing()
        self._stop_watching()

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(self.settings.header_seconds, self._end_without_head)

    def _end_without_head(self) -> None:
        self._head_timer = None
        if not self.transport.is_closing() and self.conn.their_state is h11.IDLE:
            self.transport.close()

    def _watch_taking(self) -> None:
        self._taking_timer = self.loop.call_later(
            self.settings.taking_seconds, self._end_untaken, self.transport.get_write_buffer_size()
        )

    def _stop_watching(self) -> None:
        if self._taking_timer is not None:
            self._taking_timer.cancel()
            self._taking_timer = None

    def _end_untaken(self, before: int) -> None:
        """Ends a connection whose client no longer takes the answer."""
        if self.transport.get_write_buffer_size() >= before:
            self.transport.abort()
        else:
            self._watch_taking()


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
