"""How a run is asked to end before its inputs do: by a signal, or by what it counted."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.batch.report import Report


@dataclass(slots=True)
class Stop:
    """Whether a run is to end, and why."""

    max_failures: int | None
    """It ends when more files than that cannot be read."""
    why: str | None = None

    def ask(self, why: str) -> None:
        """Asks for it; who asks again will not wait for begun work to be finished."""
        if self.why is not None:
            raise KeyboardInterrupt
        self.why = why

    def after(self, report: Report) -> None:
        """Looks whether too many files could not be read."""
        most = self.max_failures
        if most is not None and report.failed > most and self.why is None:
            self.why = f"{report.failed:,} files could not be read, more than the {most:,} allowed"


@contextmanager
def stop_signals(ask: Callable[[str], None]) -> Iterator[None]:
    """Ctrl-C and the system's wish that we end are asked for once: begun work is finished. The second time ends all."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(number: int, _: object) -> None:
        ask("interrupted" if number == signal.SIGINT else "asked to end")

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
