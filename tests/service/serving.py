"""A real server process, told what to do over a real socket."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

EXAMPLES = Path(__file__).parents[2] / "src" / "unres" / "examples"
ENGLISH = (EXAMPLES / "general-assembly.en.txt").read_bytes()
ARABIC = (EXAMPLES / "general-assembly.ar.txt").read_bytes()
_START_SECONDS = 60


class Server:
    """A running ``unres serve``."""

    def __init__(self, **limits: object) -> None:
        words = [sys.executable, "-c", "from unres.cli import main; main()", "serve", "--port", "0"]
        for name, value in limits.items():
            words += ["--set", f"{name}={value}"]
        self.process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.lines: list[str] = []
        self._heard = threading.Event()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self._heard.wait(_START_SECONDS)
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.log)
        if found is None:
            self.process.kill()
            pytest.fail(f"the service did not start: {self.log}")
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.client = httpx.Client(base_url=self.url, timeout=60, trust_env=False)

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.append(line.decode())
            if "unres serves on" in self.lines[-1]:
                self._heard.set()
        self._heard.set()

    @property
    def log(self) -> str:
        """What it wrote so far."""
        return "".join(self.lines)

    @property
    def pid(self) -> int:
        """Of the service itself."""
        return self.process.pid

    def post(self, path: str, **given):
        """POST, as httpx has it."""
        return self.client.post(path, **given)

    def parse(self, content: bytes = ENGLISH, **headers: str):
        """Has a text parsed."""
        return self.post("/v1/parse", content=content, headers={"content-type": "text/plain", **headers})

    def metric(self, name: str) -> float:
        """One number: ``unres_workers{lane="quick",state="busy"}``."""
        for line in self.client.get("/metrics").text.splitlines():
            if line.startswith(name + " "):
                return float(line.rpartition(" ")[2])
        return 0.0

    def workers(self, *, quick: bool = True) -> list[int]:
        """The processes that work: the quick ones, which have the priority of the service itself, or all."""
        found = [pid for helper in _children(self.pid) for pid in _children(helper)]
        own = os.getpriority(os.PRIO_PROCESS, self.pid)
        return [pid for pid in found if not quick or os.getpriority(os.PRIO_PROCESS, pid) == own]

    def copier(self) -> int:
        """The process of which workers are copies."""
        return next(pid for pid in _children(self.pid) if b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes())

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 20) -> None:
        """Waits until something holds."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"{what} did not come about; {self.log}"
            time.sleep(0.03)

    def until_whole(self) -> None:
        """Every worker idle, none missing."""
        self.until(
            lambda: (
                self.metric('unres_workers{lane="quick",state="busy"}') == 0
                and self.metric('unres_workers{lane="slow",state="busy"}') == 0
                and len(self.workers()) == self.metric('unres_workers{lane="quick",state="idle"}') >= 1
            ),
            "rest",
        )

    @contextlib.contextmanager
    def stopped_workers(self) -> Iterator[list[int]]:
        """Quick workers that stand still, as if a document had them in an endless loop."""
        self.until_whole()
        pids = self.workers()
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield pids
        finally:
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def connect(self) -> socket.socket:
        """A connection for bytes that no HTTP client would send."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def stop(self) -> int:
        """Tells it to stop; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.close()

    def close(self) -> int:
        """Waits for the process and closes what was opened to it."""
        self.client.close()
        code = self.process.wait(60)
        self._reader.join(10)
        assert self.process.stderr
        self.process.stderr.close()
        return code


def answer_of(connection: socket.socket, seconds: float = 30) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what comes until the other side closes or the body is whole."""
    raw = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end and select.select([connection], [], [], max(0.0, end - time.monotonic()))[0]:
        try:
            more = connection.recv(65536)
        except ConnectionResetError:
            break
        if not more:
            break
        raw += more
        head, found, body = raw.partition(b"\r\n\r\n")
        if found and len(body) >= int(_headers(head).get("content-length", "1000000000")):
            break
    head, _, body = raw.partition(b"\r\n\r\n")
    return int(head.split()[1]) if head else 0, _headers(head), body


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def problem_of(response) -> str:
    """The code of a problem document, after its shape has been checked."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    document = json.loads(response.content)
    assert set(document) == {"type", "title", "status", "detail", "code", "advice"}
    assert document["status"] == response.status_code
    assert document["type"] == "urn:unres:problem:" + document["code"]
    assert document["detail"].endswith(".")
    assert document["advice"]
    return document["code"]


def _children(pid: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid and fields[0] != "Z":
                found.append(int(path.parent.name))
    return found


needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="not here: looks at processes in /proc")
