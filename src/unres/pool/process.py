"""A process that does one job after the other, under limits that the kernel enforces, at the other end of a socket.

Both sides send messages of two frames: a head (a JSON object) and a body. A frame is eight bytes of length, then as
many bytes. Nothing is unpickled here, so that a process that went wrong over a hostile file can say wrong things to
the other side, and no more; callers whose jobs and results are Python objects pickle the bodies themselves.

A process is a copy of one that has loaded what is needed (Python's fork server), where the system can copy processes.
That server has neither threads nor connections; a copy of the caller would have both.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import json
import multiprocessing
import os
import pickle
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

Head = dict[str, Any]
"""A small JSON object. Of a job: ``seconds`` and what its work needs to know. Of an answer: what the work says, and
``retire`` (the process is to be replaced) and ``processor`` (seconds of processor time so far)."""
Work = Callable[[Any, Head, bytes], tuple[Head, bytes]]
"""What is done with a job: ``work(setup, head, body)`` gives the head and the body of the answer."""

End = Literal["memory", "crash", "outside"]
"""What ended a process: its limit of memory, a defect of itself, or somebody else; the last where it is not known."""
_CRASHES = {1, *(-number for number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGILL, signal.SIGFPE))}
"""Exit codes: an exception that nobody caught, and signals that a process sends to itself or the processor to it."""
LENGTH = struct.Struct("!Q")
_NAME = "unres worker"
_COPIED = 65536
"""Bytes up to which a body is sent in one piece with its head; a larger one is not copied for that."""
_LARGEST = 1 << 34
_STATM = Path("/proc/self/statm")
_ORPHAN_GRACE = 60
"""Seconds over its limit after which the system ends a process that nobody supervises any more."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a process is for. It is pickled, and sent to the process once."""

    work: Work
    """A function at the top of a module."""
    setup: object = None
    """Its first argument."""
    prepare: Callable[[Any], None] | None = None
    """Called with the setup before the first job: what it does takes no job's time, and memory of no limit."""
    memory: int | None = None
    """Bytes that the process may use beyond those it is prepared with; None for no limit. macOS holds no such limit."""

    def end_by(self, code: int | None) -> End:
        """What ended a process that has this exit code.

        Rust and C++ abort where they get no memory, and so does :func:`_serve`.
        """
        if self.memory is not None and code == -signal.SIGABRT:
            return "memory"
        return "crash" if code in _CRASHES else "outside"


def start(duty: Duty, preload: tuple[str, ...] = ()) -> tuple[BaseProcess, socket.socket]:
    """Starts a process; gives it and our end of its socket, on which it says when it is ready.

    It blocks for a moment; the first time, as long as loading ``preload`` takes.

    Args:
        duty: what it does.
        preload: modules that every process is started with.

    Raises:
        TypeError: the duty cannot be pickled.
    """
    try:
        names_main = b"__main__" in pickle.dumps(duty)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise TypeError(f"what other processes run must be functions at the top of a module: {error}") from error
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            process = _context(preload).Process(target=_serve, args=(theirs, duty), name=_NAME, daemon=True)
            with contextlib.nullcontext() if names_main else _main_hidden():
                process.start()
        except BaseException:
            ours.close()
            raise
    _see_to_the_end()
    return process, ours


@cache
def _see_to_the_end() -> None:
    """Has those that are left when the interpreter ends killed: they do not heed the SIGTERM of `multiprocessing`."""
    atexit.register(_kill_left)  # runs before what `multiprocessing` registered earlier


def _kill_left() -> None:
    for process in multiprocessing.active_children():
        if process.name == _NAME:
            process.kill()


def _context(preload: tuple[str, ...]) -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


_STARTING = threading.Lock()


@contextlib.contextmanager
def _main_hidden() -> Iterator[None]:
    """No main script is there while a process is started, so that the process does not run it once more.

    Python's processes import the caller's script, and run it a second time where it is not guarded by
    ``if __name__ == "__main__":``. A duty that names nothing of the script does not need it.
    """
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def lower_priority(pid: int) -> None:
    """Lets other processes go first. For good: only an administrator could undo it."""
    with contextlib.suppress(OSError):  # it has just ended
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, pid, 19)
        if hasattr(os, "SCHED_IDLE"):  # Linux: a processor that does nothing else counts as free
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))


def send(connection: socket.socket, head: Head, body: bytes = b"") -> None:
    """Sends a message.

    Raises:
        OSError: nobody listens.
    """
    for piece in pieces(head, body):
        connection.sendall(piece)


def pieces(head: Head, body: bytes) -> tuple[bytes, ...]:
    """A message as it goes through a socket."""
    said = json.dumps(head).encode()
    first = b"".join((LENGTH.pack(len(said)), said, LENGTH.pack(len(body))))
    return (first + body,) if len(body) < _COPIED else (first, body)


def receive(connection: socket.socket) -> tuple[Head, bytes] | None:
    """A message; None where the other side has closed, be it in the middle of one.

    Raises:
        OSError: the connection broke.
        ValueError: what came is no message.
    """
    head, body = _frame(connection), _frame(connection)
    return None if head is None or body is None else (head_of(head), body)


def head_of(data: bytes) -> Head:
    """The head that a frame holds.

    Raises:
        ValueError: it is no JSON object.
    """
    head = json.loads(data)
    if isinstance(head, dict):
        return head
    raise ValueError("the head of a message is a JSON object")


def _frame(connection: socket.socket) -> bytes | None:
    length = _exactly(connection, LENGTH.size)
    return None if length is None else _exactly(connection, LENGTH.unpack(length)[0])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    if size > _LARGEST:
        raise ValueError(f"a frame of {size:,} bytes is none of ours")
    whole = bytearray(size)
    view = memoryview(whole)
    got = 0
    while got < size:
        count = connection.recv_into(view[got:])
        if count == 0:
            return None
        got += count
    return bytes(whole)


# In the process itself.


def _serve(connection: socket.socket, duty: Duty) -> None:
    """Works until the other side closes the connection."""
    for number in (signal.SIGINT, signal.SIGTERM):  # sent to the whole group: the parent lets begun work be finished
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["RUST_BACKTRACE"] = "0"  # a backtrace needs memory: where there is none left, it waits for its own lock
    if duty.prepare:
        duty.prepare(duty.setup)
    _limit_memory(duty.memory)
    most = _resident() + duty.memory // 2 if duty.memory else None
    with contextlib.suppress(OSError):  # nobody listens any more
        send(connection, {"ready": True})
        try:
            while _do_one(connection, duty, most):
                gc.collect(0)
        except MemoryError:  # as a message was taken or sent, which is then cut off: there can be no answer
            os.abort()


def _do_one(connection: socket.socket, duty: Duty, most: int | None) -> bool:
    """One job; False where there are no more."""
    message = receive(connection)
    if message is None:
        return False
    head, body = message
    _limit_time(head["seconds"] + _ORPHAN_GRACE)
    answer, payload = duty.work(duty.setup, head, body)
    _limit_time(0)
    answer["retire"] = bool(answer.get("retire")) or (most is not None and _resident() > most)
    answer["processor"] = time.process_time()
    send(connection, answer, payload)
    return True


def _end_with_parent() -> None:
    """A process whose parent was killed ends too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_time(seconds: float) -> None:
    """The system ends this process after so many seconds, should the parent be gone; 0 for never."""
    if hasattr(signal, "alarm"):
        signal.alarm(round(seconds))


def _limit_memory(allowed: int | None) -> None:
    """Asking for more memory than that fails, instead of taking it from others. No core is written in any case."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if allowed is None or sys.platform == "darwin":  # whose kernel refuses it
        return
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    resource.setrlimit(kind, (_mapped() + allowed, resource.getrlimit(kind)[1]))


def _mapped() -> int:
    """Bytes of data and stack, as RLIMIT_DATA counts them."""
    return _statm(5)


def _resident() -> int:
    """Bytes in memory (RSS)."""
    return _statm(1)


def _statm(column: int) -> int:
    """A number of /proc/self/statm in bytes; 0 where there is no such file."""
    try:
        return int(_STATM.read_bytes().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
