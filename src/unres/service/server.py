"""The server around the application: time for the head of a request, a graceful end, and logs without content."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import logging
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import uvicorn

from unres.service.app import build
from unres.service.connection import protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from unres.service.context import Service
    from unres.service.settings import Settings

_AFTER_GRACE = 3
_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE_BLOCK = 128 * 1024
_LARGEST_HEAD = 16 * 1024
_WAITING = 256
"""Connections that the system holds until they are accepted."""
_ACCEPTED_AT_ONCE = 8
"""Connections that are accepted before other connections have their turn: hundreds that come at once hold up nobody."""
_SENT_AHEAD = 256 * 1024
"""What the system takes of an answer before the client does; it says that more was taken in thirds of that."""


def run(settings: Settings, sock: socket.socket, announce: Callable[[], None]) -> None:
    """Serves on a bound socket until SIGTERM or SIGINT; then finishes what is under way, within the grace.

    A second signal ends it at once.

    Args:
        settings: the limits.
        sock: bound, not yet listening.
        announce: called when documents are taken.
    """
    _give_memory_back()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SENT_AHEAD)  # connections inherit it
    app = build(settings)
    config = uvicorn.Config(
        app,
        http=protocol(settings),
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_keep_alive=settings.keep_alive,
        timeout_graceful_shutdown=int(settings.grace) + _AFTER_GRACE,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        backlog=_ACCEPTED_AT_ONCE,  # and, until the server has started, as many that wait
    )
    _Server(config, app.state.service, announce).run(sockets=[sock])


def _give_memory_back() -> None:
    """Has large blocks returned to the system when they are freed.

    The C library would otherwise raise its threshold to the largest body that ever came, and keep what lies between.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library, which has no such threshold
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE_BLOCK)


class _Server(uvicorn.Server):
    """Ends with exit code 0 after a signal, and has the workers finish while no new connection is taken."""

    def __init__(self, config: uvicorn.Config, service: Service, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._service = service
        self._announce = announce
        self._draining: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As the parent's; then it is said."""
        await super().startup(sockets)
        for sock in sockets or ():
            sock.listen(_WAITING)
        if self.started:
            self._announce()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As the parent's, without raising the signal once more when all is done."""
        loop = asyncio.get_running_loop()
        before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
        for name in before:
            signal.signal(name, lambda number, frame: loop.call_soon_threadsafe(self._told, number, frame))
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)

    def _told(self, number: int, _frame: FrameType | None) -> None:
        if self.should_exit:
            self.force_exit = True
            for other in ("uvicorn.error", "asyncio"):  # what is cut off in the middle says so, at length
                logging.getLogger(other).setLevel(logging.CRITICAL + 1)
            for connection in self.server_state.connections:  # asyncio waits for them to close from Python 3.12 on
                connection.transport.abort()
            return
        logging.getLogger("unres.service").info("stopping", extra={"unres": {"signal": signal.Signals(number).name}})
        self._draining = asyncio.create_task(self._service.pool.drain(self._service.settings.grace))
        self.should_exit = True


class _Lines(logging.Formatter):
    """A line of JSON for each record: the message of this package's own, and its numbers."""

    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{record.msecs:03.0f}Z"
        line: dict[str, Any] = {"time": moment, "level": record.levelname.lower(), "message": _words(record)}
        line.update(getattr(record, "unres", {}))
        return json.dumps(line, ensure_ascii=True)


def _words(record: logging.LogRecord) -> str:
    """The message; of another library's only what stands in its code, for what it fills in could be content."""
    return record.getMessage() if record.name == "unres.service" else str(record.msg).partition("\n")[0]


def log_to_stderr(*, requests: bool) -> None:
    """Lines of JSON on standard error.

    Other libraries' records are kept out, but for the words of the server from warnings on, without their tracebacks:
    what they quote could be content.

    Args:
        requests: whether each request is a line.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    own = logging.getLogger("unres.service")
    own.handlers = [handler]
    own.propagate = False
    own.setLevel(logging.INFO if requests else logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "asyncio"):
        other = logging.getLogger(name)
        other.handlers = [handler] if name != "uvicorn.error" else []
        other.propagate = name == "uvicorn.error"
        other.setLevel(logging.WARNING)
