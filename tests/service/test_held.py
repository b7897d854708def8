"""Clients that hold what others need: connections, places, memory. Real sockets on loopback, few and for seconds."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import ENGLISH, Server, answer_of, needs_linux, problem_of

from tests.service.test_under_load import Asked, busy

pytestmark = needs_linux

NOTES = "A/RES/71/94\n\n71/94. Lamps\n\nThe General Assembly,\n\n1. Recalls resolution 67/190.\n" + "".join(
    f"({i}) Ibid.\n" for i in range(1, 6000)
)
"""Small, and its answer is some megabytes."""
HELD = 9_000_000


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server(
        workers=1,
        slow_workers=1,
        large_body=100_000_000,
        slow_after=20,
        header_seconds=1,
        body_seconds=1,
        taking_seconds=1,
        keep_alive=1,
        least_rate=200_000,
        max_connections=12,
        max_requests=6,
        max_bytes_held=HELD,
    )
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.log


def head(method: str = "GET", path: str = "/health/live", length: int = 0, more: str = "") -> bytes:
    return f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{more}\r\n".encode()


STATES: dict[str, tuple[bytes, bytes]] = {
    "nothing is sent": (b"", b""),
    "half a head": (b"GET / HT", b""),
    "a head byte by byte": (b"GET /", b"x"),
    "the rest of a body that nobody waits for": (head(length=1000), b""),
    "that rest byte by byte": (head(length=1000), b"x"),
    "a body that does not come": (head("POST", "/v1/parse", 10), b""),
    "a body byte by byte": (head("POST", "/v1/parse", 100_000), b"x"),
    "the rest of a body that was refused": (head("POST", "/nowhere", 100_000), b"x"),
    "an upgrade": (head(more="Connection: Upgrade\r\nUpgrade: websocket\r\n"), b"x"),
    "requests without end": (b"", head()[:-2] + b"X: y\r\n"),
    "chunks without end": (b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "no HTTP": (b"\x16\x03\x01\x02\x00", b"\x01"),
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_connection_ends(server, state):
    first, then = STATES[state]
    with server.connect() as connection:
        connection.sendall(first)
        start = time.monotonic()
        while not ended(connection):
            assert time.monotonic() - start < 8, "it is held"
            with contextlib.suppress(OSError):
                connection.sendall(then)


def ended(connection: socket.socket) -> bool:
    """Whether the other side has ended it, after a moment; answers are thrown away."""
    connection.settimeout(0.2)
    try:
        return connection.recv(65536) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_who_waits_for_nothing_makes_room(server):
    """The limit of connections is reached again and again by clients that do nothing; a good one is not refused."""
    with contextlib.ExitStack() as held:
        for _ in range(30):
            connection = held.enter_context(server.connect())
            connection.sendall(head(length=10))
            with server.connect() as good:
                good.sendall(head("POST", "/v1/parse", len(ENGLISH), "Content-Type: text/plain\r\n") + ENGLISH)
                assert answer_of(good)[0] == 200


def test_who_has_been_idle_for_longest_makes_room_and_not_who_was_used_since(server):
    with contextlib.ExitStack() as held:
        first, used, third, *_ = [held.enter_context(server.connect()) for _ in range(12)]
        held.enter_context(server.connect())
        assert ended(first)
        used.sendall(head())
        assert answer_of(used)[0] == 200
        held.enter_context(server.connect())
        assert ended(third)
        used.sendall(head())
        assert answer_of(used)[0] == 200


def takes_nothing(server: Server) -> socket.socket:
    """A connection on which a large answer waits to be taken."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(20)
    connection.connect(("127.0.0.1", server.port))
    body = NOTES.encode()
    connection.sendall(head("POST", "/v1/parse", len(body), "Content-Type: text/plain\r\n") + body)
    return connection


def test_answers_count_until_they_are_taken(server):
    with takes_nothing(server) as connection:
        assert connection.recv(15).startswith(b"HTTP/1.1 200")
        assert server.metric("unres_bytes_held") > 1_000_000
        assert server.metric("unres_requests_under_way") == 1
    server.until(lambda: server.metric("unres_bytes_held") == 0, "the end of the answer")
    server.until(lambda: server.metric("unres_requests_under_way") == 0, "the end of the request")


def test_answers_that_are_taken_slowly_make_room(server):
    """A dozen clients take a little at a time, which holds off `taking_seconds`: not more is held than is allowed."""
    before = resident(server)
    with contextlib.ExitStack() as held:
        connections = []
        for _ in range(12):
            connection = held.enter_context(takes_nothing(server))
            connection.recv(15)
            connections.append(connection)
            for each in connections:
                each.settimeout(0)
                with contextlib.suppress(OSError):
                    each.recv(20_000)
            assert server.metric("unres_bytes_held") <= HELD
            time.sleep(0.3)
        assert resident(server) - before < HELD + 50_000_000
        response = server.parse()
        assert response.status_code == 200, problem_of(response)
    server.until(lambda: server.metric("unres_bytes_held") == 0, "the end of all answers")


def test_a_client_that_takes_just_enough_not_to_be_ended(server):
    """It takes some of it again and again, and far too little: the answer as a whole has its time too."""
    with takes_nothing(server) as connection:
        start = time.monotonic()
        try:
            while connection.recv(4096):
                assert time.monotonic() - start < 40, "it is held"
                time.sleep(0.1)
        except ConnectionResetError:
            pass
    server.until(lambda: server.metric("unres_bytes_held") == 0, "the end of the answer")


def resident(server: Server) -> int:
    return int(Path(f"/proc/{server.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("host", ["lamp/evil", "a?evil", "a#evil", "user:evil@x", "[evil", "evil\\x", "", "x:evil"])
def test_the_host_is_neither_route_nor_label(server, host):
    with server.connect() as connection:
        request = f"POST /v1/parse HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\n"
        connection.sendall(f"{request}Content-Length: {len(ENGLISH)}\r\n\r\n".encode() + ENGLISH)
        assert answer_of(connection)[0] in {200, 400}
    assert "evil" not in server.client.get("/metrics").text
    assert "evil" not in server.log


@pytest.fixture
def small() -> Iterator[Server]:
    running = Server(
        workers=1, slow_workers=1, large_body=50_000, slow_after=0.1, seconds=20, queue_seconds=15, grace=9
    )
    yield running
    with contextlib.suppress(ProcessLookupError):
        running.process.kill()
    running.close()


def test_connections_that_come_at_once_wait_to_be_accepted(small):
    os.kill(small.pid, signal.SIGSTOP)
    try:
        opened = [socket.create_connection(("127.0.0.1", small.port), timeout=2) for _ in range(150)]
    finally:
        os.kill(small.pid, signal.SIGCONT)
    for connection in opened:
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert [answer_of(connection)[0] for connection in opened] == [200] * len(opened)
    for connection in opened:
        connection.close()


def test_told_to_stop_it_serves_small_documents_before_endless_ones(small):
    with small.stopped_workers():
        endless = Asked(small.parse)
        small.until(lambda: busy(small) == 1 or busy(small, "slow") == 1, "work")
        others = [Asked(small.parse) for _ in range(4)]
        time.sleep(0.05)
        small.process.send_signal(signal.SIGTERM)
        codes = [each.answered().status_code for each in others]
        assert max(each.seconds for each in others) < 9, "they did not wait for the end of the grace"
        assert problem_of(endless.answered()) == "stopping"
    assert codes == [200] * 4


def test_slow_documents_do_not_wait_for_one_that_will_be_ended(small):
    small.until_whole()
    slow = set(small.workers(quick=False)) - set(small.workers())
    for pid in slow:
        os.kill(pid, signal.SIGSTOP)
    large = ENGLISH + b"\n" * 60_000
    endless = Asked(lambda: small.parse(large))
    small.until(lambda: busy(small, "slow") == 1, "work")
    other = Asked(lambda: small.parse(large))
    assert other.answered().status_code == 200
    assert other.seconds < 12
    assert endless.is_alive()
    for pid in slow:
        os.kill(pid, signal.SIGCONT)
    assert endless.answered().status_code == 200
    small.until(lambda: len(small.workers(quick=False)) == 2, "as many workers as there should be")
