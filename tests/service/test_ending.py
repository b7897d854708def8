"""How the service ends: gracefully, at once, or killed. Nothing of it is left."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Server, needs_linux, problem_of

from tests.service.test_under_load import Asked, busy

pytestmark = needs_linux


@pytest.fixture
def own() -> Iterator[Server]:
    running = Server(workers=2, slow_workers=1, grace=4, seconds=30, slow_after=20)
    yield running
    with contextlib.suppress(ProcessLookupError):
        running.process.kill()
    running.close()


def gone(pids: list[int]) -> bool:
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def until_gone(pids: list[int]) -> None:
    end = time.monotonic() + 20
    while not gone(pids):
        assert time.monotonic() < end, "processes are left"
        time.sleep(0.05)


def test_sigterm_lets_what_is_under_way_finish(own):
    every = own.workers(quick=False)
    with own.stopped_workers() as stopped:
        asked = [Asked(own.parse) for _ in range(2)]
        own.until(lambda: busy(own) == 2, "work")
        start = time.monotonic()
        own.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", own.port), timeout=5)
        os.kill(stopped[0], signal.SIGCONT)
        responses = sorted((each.answered() for each in asked), key=lambda each: each.status_code)
        assert responses[0].status_code == 200, "it had time to finish"
        assert problem_of(responses[1]) == "stopping"
        assert own.process.wait(30) == 0
        assert 3.5 < time.monotonic() - start < 20
        until_gone(every)
    assert "Traceback" not in own.log


def test_a_second_signal_ends_it_at_once(own):
    every = own.workers(quick=False)
    with own.stopped_workers():
        asked = own.connect()
        asked.sendall(b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
        own.until(lambda: busy(own) == 1, "work")
        start = time.monotonic()
        own.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        own.process.send_signal(signal.SIGINT)
        own.process.wait(30)
        assert time.monotonic() - start < 3.5
        asked.close()
        until_gone(every)
    assert "Traceback" not in own.log
    assert "never retrieved" not in own.log


def test_killed_it_leaves_no_worker_behind(own):
    every = own.workers(quick=False)
    assert len(every) == 3
    own.process.kill()
    until_gone(every)
