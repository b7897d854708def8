"""One file that grows, or standard output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

STANDARD_OUTPUT = "-"


class Appended:
    """A file to which bytes are added; after a crash it is cut back to what the last state says."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def restore(self, size: int) -> None:
        """Opens it; what stands behind ``size`` is cut off."""
        self._file = open(self.path, "r+b" if size else "wb")  # noqa: SIM115  open for the whole run
        self._file.truncate(size)
        self._file.seek(size)

    def write(self, data: bytes) -> None:
        """Adds to it."""
        assert self._file is not None, "restore comes first"  # noqa: S101
        self._file.write(data)

    def sync(self) -> int:
        """Brings it to the disk; returns its size."""
        assert self._file is not None, "restore comes first"  # noqa: S101
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> None:
        """Lets go of it; what cannot be written any more is cut off when the run is taken up again."""
        if self._file is not None:
            try:
                self._file.close()
            except OSError:
                os.close(self._file.fileno()) if not self._file.closed else None
            self._file = None


class StreamSink:
    """Text that grows in the folder of what is not yet whole, and is put in its place at the end."""

    def __init__(self, output: str, partial: str, head: bytes = b"") -> None:
        self._output = output
        self._head = head
        self._grown = Appended(os.path.join(partial, "output"))

    def restore(self, state: dict[str, Any] | None) -> None:
        """As :class:`Sink`."""
        if state and not os.path.exists(self._grown.path) and os.path.exists(self._output):
            os.replace(self._output, self._grown.path)  # the run ended between putting it in its place and saying so
        self._grown.restore(state["size"] if state else 0)
        if state is None:
            self._grown.write(self._head)

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`."""
        self._grown.write(payload)

    def state(self) -> dict[str, Any]:
        """As :class:`Sink`."""
        return {"size": self._grown.sync()}

    def finish(self) -> None:
        """As :class:`Sink`."""
        self._grown.sync()
        self._grown.close()
        os.replace(self._grown.path, self._output)

    def close(self) -> None:
        """As :class:`Sink`."""
        self._grown.close()


class OutputSink:
    """Standard output: what was written cannot be taken back, so that there is nothing to go on from."""

    def __init__(self, head: bytes = b"") -> None:
        self._head = head

    def restore(self, state: dict[str, Any] | None) -> None:
        """As :class:`Sink`."""
        if state is None:
            sys.stdout.buffer.write(self._head)

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`; what is there is passed on at once, for whoever reads it."""
        sys.stdout.buffer.write(payload)
        sys.stdout.buffer.flush()

    def state(self) -> dict[str, Any]:
        """As :class:`Sink`."""
        return {}

    def finish(self) -> None:
        """As :class:`Sink`."""
        sys.stdout.buffer.flush()

    def close(self) -> None:
        """As :class:`Sink`."""


def stream_sink(output: str, partial: str, head: bytes = b"") -> StreamSink | OutputSink:
    """The sink of a format that is one stream of bytes."""
    return OutputSink(head) if output == STANDARD_OUTPUT else StreamSink(output, partial, head)
