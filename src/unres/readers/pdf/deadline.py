"""The time that one page may take, from its interpretation to its paragraphs.

Loops whose time may grow faster than the page call :func:`check_time`. The end of the time is kept for the thread and
task that reads, so that no function has to hand it on.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import LateError

if TYPE_CHECKING:
    from collections.abc import Iterator

_end: ContextVar[float] = ContextVar("end of the time for a page")


class PageClock:
    """What is left of the time for one page; it runs only inside :meth:`running`."""

    __slots__ = ("_left",)

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    @contextmanager
    def running(self, share: float = 1.0) -> Iterator[None]:
        """Has :func:`check_time` raise once that share of what is left is used up.

        A clock that runs inside another keeps its own time.
        """
        started = time.monotonic()
        before = _end.set(started + share * self._left)
        try:
            yield
        finally:
            _end.reset(before)
            self._left -= time.monotonic() - started


def check_time() -> None:
    """Ends the work on a page whose time is up.

    Raises:
        LateError: it is.
    """
    end = _end.get(None)
    if end is not None and time.monotonic() > end:
        raise LateError
