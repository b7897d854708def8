"""Answers that do not fit into one piece, and clients that take them slowly or not at all."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from serving import Server

import unres

CLAUSES = "The General Assembly,\n\n" + "Recalling its resolution 67/190 of 20 December 2012,\n\n" * 6_000


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Patient with documents, and not with clients."""
    running = Server(workers=1, slow_workers=1, large_body=100_000_000, slow_after=20, taking_seconds=1)
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.log


@pytest.fixture(scope="module")
def expected() -> bytes:
    return unres.parse(CLAUSES).model_dump_json().encode()


def asked(server: Server) -> socket.socket:
    """A connection that takes little ahead, on which a large answer is under way."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    connection.settimeout(30)
    connection.connect(("127.0.0.1", server.port))
    body = CLAUSES.encode()
    head = f"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)
    return connection


def test_it_comes_whole(server, expected):
    response = server.parse(CLAUSES.encode())
    assert len(expected) > 4_000_000, "many pieces"
    assert response.headers["content-length"] == str(len(expected))
    assert response.content == expected


def test_a_client_that_takes_it_slowly(server, expected):
    with asked(server) as connection:
        whole = b""
        for _ in range(12):  # three times as long as one that takes nothing is given
            time.sleep(0.25)
            whole += connection.recv(1 << 20)
        while len(whole.partition(b"\r\n\r\n")[2]) < len(expected):
            piece = connection.recv(1 << 20)
            assert piece, "it ended before it was whole"
            whole += piece
    assert whole.endswith(expected)


def test_a_client_that_takes_nothing(server):
    with asked(server) as connection:
        assert connection.recv(20).startswith(b"HTTP/1.1 200")
        time.sleep(3)
        taken = 0
        try:
            while piece := connection.recv(65536):
                taken += len(piece)
        except ConnectionResetError:
            pass
    assert taken < 2_000_000, "the rest was thrown away when nothing was taken for a second"
    assert server.parse().status_code == 200
