"""What is done and where, kept so that an interrupted run goes on as if nothing had happened.

Beside the output lies a folder of what is not yet whole. In it stands ``state.json``: how many inputs are done, a
digest of their names, the report so far, and how far each growing file had come. It is replaced in one step, after
everything that it speaks of was brought to the disk; so at any moment, whatever is killed, it is true. What was
written after it is cut off or written again, with the same content.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from unres._version import __version__

if TYPE_CHECKING:
    from unres.batch.inputs import Input
    from unres.batch.outputs.sinks import State
    from unres.batch.report import Counts

_STATE = "state.json"
_LOCK = "lock"


class ResumeError(ValueError):
    """An interrupted run cannot be taken up: its inputs, its options or the version of unres are others now."""


def partial_folder(output: str) -> str:
    """Where lies what is not yet whole: in an output folder, or beside an output file."""
    if os.path.isdir(output):
        return os.path.join(output, "_partial")
    return f"{output}.partial"


def has_state(output: str) -> bool:
    """Whether an interrupted run left something to go on from."""
    return os.path.exists(os.path.join(partial_folder(output), _STATE))


@dataclass(slots=True)
class Kept:
    """What an earlier run left."""

    done: int = 0
    names: str = ""
    sink: State | None = None
    report: Counts | None = None
    failures: int = 0
    """Bytes of the list of failures."""


@dataclass(slots=True)
class Journal:
    """The state of a run, in the folder ``partial``."""

    partial: str
    options: dict[str, object]
    """What must not change between the runs."""
    _lock: TextIO | None = field(default=None, repr=False)

    def open(self, *, resume: bool) -> Kept:
        """Begins a run, or takes up the one that was interrupted.

        Raises:
            ResumeError: there is one, with other options, or another process is at it.
            OSError: the folder cannot be made.
        """
        os.makedirs(self.partial, exist_ok=True)
        self._take_lock()
        state = self._read() if resume else None
        if state is None:
            self._clear()
            return Kept()
        was = state.pop("options")
        for name, value in self._options().items():
            if was.get(name) != value:
                raise ResumeError(f"the interrupted run had {name} {was.get(name)!r}, this one has {value!r}")
        return Kept(**state)

    def keep(self, kept: Kept) -> None:
        """Replaces the state in one step."""
        path = os.path.join(self.partial, _STATE)
        state = {name: getattr(kept, name) for name in Kept.__slots__} | {"options": self._options()}
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            json.dump(state, file, ensure_ascii=True)
            file.flush()
            os.fsync(file.fileno())
        os.replace(f"{path}.new", path)

    def remove(self) -> None:
        """The output is whole: nothing of the folder is needed any more."""
        self.close()
        shutil.rmtree(self.partial)

    def close(self) -> None:
        """Lets go of the folder, so that another run may take it up."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _options(self) -> dict[str, object]:
        return {"version": __version__, **self.options}

    def _read(self) -> dict[str, Any] | None:
        try:
            with open(os.path.join(self.partial, _STATE), encoding="utf-8") as file:
                state: dict[str, Any] = json.load(file)
        except FileNotFoundError:
            return None
        return state

    def _clear(self) -> None:
        for entry in list(os.scandir(self.partial)):
            if entry.name != _LOCK:
                shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else os.remove(entry.path)

    def _take_lock(self) -> None:
        """One run at a time; the system lets go of the lock when its process ends, however it ends."""
        self._lock = open(os.path.join(self.partial, _LOCK), "w", encoding="utf-8")
        try:
            import fcntl
        except ImportError:  # Windows: two runs at once are not noticed
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.close()
            raise ResumeError("another run is writing there") from error


class Names:
    """A digest of names in their order, to know the same inputs again."""

    __slots__ = ("_digest",)

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def add(self, one: Input) -> None:
        """The next input."""
        self._digest.update(one.source.encode("utf-8", "surrogateescape") + b"\x00")

    def hex(self) -> str:
        """Of all so far."""
        return self._digest.hexdigest()
