"""The process that works: it takes one job after the other from a socket, under limits that the kernel enforces.

Both sides speak frames: eight bytes of length, then as many bytes. A job is two frames, what to do (JSON) and the body
as it came; an answer is two frames, how it went (JSON) and the payload. Nothing is unpickled, so that a process that
went wrong over a hostile file can say wrong things to the service, and no more.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import socket
import struct
import sys
import time
from typing import TYPE_CHECKING, Any

# Loaded here, once: a worker is a copy of a process that has imported this module.
import unres.alignment.build
import unres.exports.viewer
import unres.parsers.source
import unres.pipeline
import unres.readers.akn
import unres.readers.docx
import unres.readers.html
import unres.readers.pdf
import unres.readers.text
import unres.references  # noqa: F401
from unres.service import tasks
from unres.service.problems import ProblemError
from unres.service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTH = struct.Struct("!Q")
_SMALL = 65536
_SPARE_SECONDS = 2
"""How much later than the service the kernel ends a job that takes too long: for when the service is gone."""


def main(connection: socket.socket, given: Mapping[str, Any]) -> None:
    """Works until the other side closes the connection.

    Args:
        connection: the socket to the service.
        given: :class:`Settings`, as a dict.
    """
    settings = Settings.model_validate(given)
    _be_quiet()
    _limit_memory(settings.memory)
    at_first = _resident()
    _send(connection, {"ready": True}, b"")
    while True:
        head = _receive(connection)
        if head is None:
            return
        body = _receive(connection)
        if body is None:
            return
        job = json.loads(head)
        _limit_processor(settings.seconds)
        answer, payload = perform(job["task"], body, job["content_type"], job["options"], settings)
        answer["retire"] = answer.get("code") == "memory_limit" or _resident() - at_first > settings.memory // 2
        _send(connection, answer, payload)
        del head, body, job, payload
        gc.collect(0)


def perform(
    task: str, body: bytes, content_type: str, options: dict[str, Any], settings: Settings
) -> tuple[dict[str, Any], bytes]:
    """Does one job: how it went, and the payload."""
    start = time.perf_counter()
    answer: dict[str, Any]
    payload = b""
    try:
        media_type, payload = tasks.run(task, body, content_type, options, settings)
        answer = {"ok": True, "media_type": media_type}
        if len(payload) > settings.max_answer:
            payload = b""
            detail = f"The answer would be over the limit of {settings.max_answer:,} bytes."
            answer = {"ok": False, "code": "answer_too_large", "detail": detail}
    except ProblemError as problem:
        answer = {"ok": False, "code": problem.code, "detail": problem.detail}
    except Exception as error:  # noqa: BLE001  a defect must not end the process, and is reported
        answer = _failure(error, settings)
    answer["seconds"] = time.perf_counter() - start
    answer["processor"] = time.process_time()
    return answer, payload


def _failure(error: Exception, settings: Settings) -> dict[str, Any]:
    """What to say of an error that is none of the document's: there was no memory, or a defect."""
    if isinstance(error, MemoryError) or "MemoryError" in str(error):  # as Pydantic passes it on
        detail = f"The document needs more than the {settings.memory:,} bytes of memory that it is given."
        return {"ok": False, "code": "memory_limit", "detail": detail}
    where = _innermost(error)
    return {"ok": False, "code": "internal", "detail": f"{type(error).__name__} in {where}.", "where": where}


def _innermost(error: BaseException) -> str:
    """Where it was raised: a module and a line. The message may hold content, and is left out."""
    place = "?"
    frame = error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_globals.get("__name__", "?")
        if name.startswith("unres"):
            place = f"{name}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place


def _be_quiet() -> None:
    """No word of a library about a document reaches a log; and signals for the whole group are the service's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _limit_memory(allowed: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = _mapped() + allowed
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    elif sys.platform != "darwin":  # whose kernel refuses it
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit_processor(seconds: float) -> None:
    """The kernel ends the process when one job takes too long, also when nobody is left to do so."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1 + _SPARE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _statm(column: int) -> int:
    """A number of /proc/self/statm in bytes; 0 where there is no such file."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  the quickest way, taken for each job
            return int(file.read().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _resident() -> int:
    return _statm(1)


def _mapped() -> int:
    return _statm(5)


def _send(connection: socket.socket, answer: Mapping[str, Any], payload: bytes) -> None:
    head = json.dumps(answer).encode()
    start = b"".join((LENGTH.pack(len(head)), head, LENGTH.pack(len(payload))))
    if len(payload) < _SMALL:
        connection.sendall(start + payload)
    else:  # without another copy of it
        connection.sendall(start)
        connection.sendall(payload)


def _receive(connection: socket.socket) -> bytes | None:
    """One frame, or None where the other side has closed."""
    head = _exactly(connection, LENGTH.size)
    return None if head is None else _exactly(connection, LENGTH.unpack(head)[0])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    whole = bytearray(size)
    view = memoryview(whole)
    got = 0
    while got < size:
        count = connection.recv_into(view[got:])
        if count == 0:
            return None
        got += count
    return bytes(whole)


def _warm_up() -> None:
    """Tables and patterns that are built on first use, once for all workers."""
    from importlib.resources import files

    from unres import parse

    for path in sorted((files("unres") / "examples").iterdir(), key=str):
        if path.name.endswith(".txt"):
            parse(path.read_text("utf-8")).model_dump_json()
    gc.collect()
    gc.freeze()


_warm_up()
