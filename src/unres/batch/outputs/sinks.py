"""Where results go: one file that grows, standard output, or a folder with a file for each resolution."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

STANDARD_OUTPUT = "-"
DATA_SET = ("resolutions", "blocks", "references", "footnotes")
"""The folders of a data set of Parquet: the nested rows, and flat tables of the same."""
Files = list[tuple[str, bytes]]
"""Relative paths, and what goes there."""
State = dict[str, list[int]]
"""How to go on from what is on the disk: sizes of growing files and counts of rows, in plain values."""
_MOST_FOLDERS = 10_000
"""Folders that are remembered to be there; more are looked for again."""


class Sink:
    """Where results go. What it wrote before :meth:`state` is still there after a crash."""

    def restore(self, state: State | None) -> None:
        """Begins: after the state that an earlier run left, or anew for None."""

    def write(self, payload: bytes) -> None:
        """Takes what the encoder made, where that is bytes."""
        raise NotImplementedError

    def write_files(self, payload: Files) -> None:
        """Takes what the encoder made, where that is files."""
        raise NotImplementedError

    def state(self) -> State:
        """Brings everything to the disk, and says how to go on from here."""
        return {}

    def synced(self) -> None:
        """The state was kept: what only an earlier one speaks of is no longer needed."""

    def finish(self) -> None:
        """Makes the output whole and puts it in its place."""
        self.state()

    def close(self) -> None:
        """Lets go of files, finished or not."""


class Appended:
    """A file to which bytes are added; after a crash it is cut back to what the last state says.

    Args:
        path: where it lies.
        size: what stands behind so many bytes is cut off.
    """

    def __init__(self, path: str, size: int = 0) -> None:
        self.path = path
        self._file: BinaryIO = open(path, "r+b" if size else "wb")
        self._file.truncate(size)
        self._file.seek(size)

    def write(self, data: bytes) -> None:
        """Adds to it."""
        self._file.write(data)

    def sync(self) -> int:
        """Brings it to the disk; returns its size."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> None:
        """Lets go of it; what cannot be written any more is cut off when the run is taken up again."""
        try:
            self._file.close()
        except OSError:  # the disk is full: the second call has nothing left to write
            if not self._file.closed:
                os.close(self._file.fileno())


class StreamSink(Sink):
    """Text that grows in the folder of what is not yet whole, and is put in its place at the end.

    Args:
        output: its place.
        partial: the folder of what is not yet whole.
        head: what it begins with.
    """

    def __init__(self, output: str, partial: str, head: bytes = b"") -> None:
        self._output = output
        self._path = os.path.join(partial, "output")
        self._head = head
        self._grown: Appended | None = None

    def restore(self, state: State | None) -> None:
        """As :class:`Sink`."""
        if state and not os.path.exists(self._path) and os.path.exists(self._output):
            os.replace(self._output, self._path)  # the run ended between putting it in its place and saying so
        self._grown = Appended(self._path, state["size"][0] if state else 0)
        if state is None:
            self._grown.write(self._head)

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`."""
        self._open.write(payload)

    def state(self) -> State:
        """As :class:`Sink`."""
        return {"size": [self._open.sync()]}

    def finish(self) -> None:
        """As :class:`Sink`."""
        self._open.sync()
        self._open.close()
        os.replace(self._path, self._output)

    def close(self) -> None:
        """As :class:`Sink`."""
        if self._grown is not None:
            self._grown.close()

    @property
    def _open(self) -> Appended:
        if self._grown is None:
            raise RuntimeError("restore comes first")
        return self._grown


class OutputSink(Sink):
    """Standard output: what was written cannot be taken back, so that there is nothing to go on from."""

    def __init__(self, head: bytes = b"") -> None:
        self._head = head

    def restore(self, state: State | None) -> None:
        """As :class:`Sink`."""
        if state is None:
            sys.stdout.buffer.write(self._head)

    def write(self, payload: bytes) -> None:
        """As :class:`Sink`; what is there is passed on at once, for whoever reads it."""
        sys.stdout.buffer.write(payload)
        sys.stdout.buffer.flush()

    def finish(self) -> None:
        """As :class:`Sink`."""
        sys.stdout.buffer.flush()


def stream_sink(output: str, partial: str, head: bytes = b"") -> Sink:
    """The sink of a format that is one stream of bytes."""
    return OutputSink(head) if output == STANDARD_OUTPUT else StreamSink(output, partial, head)


class FolderSink(Sink):
    """Each file is written beside its place and then put into it, so that none is ever half there.

    Files written after the last state are written again, with the same content.
    """

    def __init__(self, output: str, partial: str) -> None:
        self._output = output
        self._being_written = os.path.join(partial, "being-written")
        self._fresh: list[str] = []
        self._folders: set[str] = set()

    def write_files(self, payload: Files) -> None:
        """As :class:`Sink`."""
        for target, data in payload:
            path = os.path.join(self._output, *target.split("/"))
            self._make_folder(os.path.dirname(path))
            with open(self._being_written, "wb") as file:
                file.write(data)
            os.replace(self._being_written, path)
            self._fresh.append(path)

    def state(self) -> State:
        """As :class:`Sink`."""
        for path in self._fresh:
            _sync(path)
        for folder in {os.path.dirname(path) for path in self._fresh}:
            _sync(folder)
        self._fresh.clear()
        return {}

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            if len(self._folders) > _MOST_FOLDERS:
                self._folders.clear()
            self._folders.add(folder)


def _sync(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
