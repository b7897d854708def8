"""Queues, time, memory and the death of workers. A worker is stopped by a signal where a document would hang it."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import threading
import time
from collections.abc import Callable
from unittest.mock import Mock

import pytest
from serving import ENGLISH, answer_of, needs_linux, problem_of

from unres.service.crew import Lane, Turn
from unres.service.work import Job

pytestmark = needs_linux


class Asked(threading.Thread):
    """A request under way."""

    def __init__(self, ask: Callable) -> None:
        super().__init__(daemon=True)
        self._ask = ask
        self.response = None
        self.seconds = 0.0
        self.start()

    def run(self) -> None:
        """Asks."""
        start = time.monotonic()
        self.response = self._ask()
        self.seconds = time.monotonic() - start

    def answered(self):
        """The answer, when it is there."""
        self.join(60)
        assert self.response is not None
        return self.response


def busy(server, lane: str = "quick") -> float:
    return server.metric(f'unres_workers{{lane="{lane}",state="busy"}}')


def test_a_document_that_hangs_is_ended_and_holds_nobody_up(server):
    server.parse()
    with server.stopped_workers() as stopped:
        hanging = Asked(server.parse)
        server.until(lambda: busy(server) == 1 or busy(server, "slow") == 1, "work")
        for pid in stopped:  # one has the document; the other works on
            if pid in server.workers() and busy(server) < 1:
                os.kill(pid, signal.SIGCONT)
        server.until(lambda: busy(server, "slow") == 1, "demotion")
        for pid in set(server.workers()) & set(stopped):
            os.kill(pid, signal.SIGCONT)
        server.until(lambda: len(server.workers()) == 2, "another worker")
        others = [Asked(server.parse) for _ in range(6)]
        assert [each.answered().status_code for each in others] == [200] * 6
        assert hanging.is_alive(), "the others did not wait for it"
        response = hanging.answered()
        assert response.status_code == 504
        assert problem_of(response) == "time_limit"
        assert hanging.seconds < 10
    server.until_whole()
    assert server.parse().status_code == 200
    assert server.metric('unres_workers_ended_total{reason="time"}') >= 1


def test_documents_that_hang_by_the_dozen(server):
    """More than there are slow workers: those that find no place start again when there is one, and end in time."""
    with server.stopped_workers():
        hanging = [Asked(server.parse) for _ in range(2)]
        codes = [each.answered().status_code for each in hanging]
    assert sorted(codes) in ([200, 504], [504, 504], [200, 200]), codes
    server.until_whole()
    assert server.parse().status_code == 200


@pytest.mark.parametrize("idle", [True, False], ids=["between documents", "with a document"])
def test_a_worker_that_is_killed(server, idle):
    server.until_whole()
    before = server.metric('unres_workers_ended_total{reason="died"}')
    if idle:
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
    else:
        with server.stopped_workers() as stopped:
            asked = Asked(server.parse)
            server.until(lambda: busy(server) == 1, "work")
            for pid in stopped:
                os.kill(pid, signal.SIGKILL)
            response = asked.answered()
            assert response.status_code == 503
            assert problem_of(response) == "worker_lost"
            assert response.headers["retry-after"] == "1"
    server.until(lambda: server.metric('unres_workers_ended_total{reason="died"}') == before + 2, "notice")
    server.until(lambda: len(server.workers()) == 2, "other workers")
    assert server.parse().status_code == 200
    assert server.metric('unres_workers_ended_total{reason="died"}') == before + 2


@pytest.mark.parametrize(
    ("number", "status", "code"),
    [(signal.SIGABRT, 503, "memory_limit"), (signal.SIGSEGV, 500, "internal")],
    ids=["for want of memory", "by a crash"],
)
def test_a_worker_that_ends_by_itself_is_no_reason_to_send_the_document_again(server, number, status, code):
    server.until_whole()
    with server.stopped_workers() as stopped:
        asked = Asked(server.parse)
        server.until(lambda: busy(server) == 1, "work")
        for pid in stopped:
            os.kill(pid, number)
            os.kill(pid, signal.SIGCONT)
        response = asked.answered()
    assert (response.status_code, problem_of(response)) == (status, code)
    assert "retry-after" not in response.headers
    server.until_whole()


@pytest.mark.parametrize("body", [b" " * 1_200_000, b"\n" * 10_000], ids=["bytes", "lines"])
def test_a_large_document_goes_to_the_slow_workers(server, body):
    before = server.metric('unres_queue_seconds_count{lane="slow"}')
    assert problem_of(server.parse(body)) == "empty"
    assert server.metric('unres_queue_seconds_count{lane="slow"}') == before + 1


def test_lines_are_counted_in_json_too():
    lines = "(a) Lamps;\n" * 400
    written = json.dumps({"text": lines}).encode()
    assert Job(Mock(), lines.encode()).weight == Job(Mock(), written).weight == 400 * 128
    assert Job(Mock(), b"%PDF" + bytes(range(11, 256)) * 40).weight < 2 * 40 * 245


def test_a_client_that_does_not_wait(server):
    name = 'unres_requests_total{code="none",method="POST",route="/v1/parse",status="499"}'
    before = server.metric(name)
    with server.stopped_workers():
        with server.connect() as connection:
            head = f"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: {len(ENGLISH)}\r\n\r\n"
            connection.sendall(head.encode() + ENGLISH)
            server.until(lambda: busy(server) == 1, "work")
        server.until(lambda: server.metric(name) == before + 1, "the end of the wait")
        assert server.metric("unres_requests_under_way") == 0
        assert server.metric("unres_bytes_held") == 0
    server.until_whole()
    with server.connect() as connection:  # in the middle of its body
        connection.sendall(b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
    server.until(lambda: server.metric(name) == before + 2, "the end of the wait")


def test_a_full_queue(narrow):
    with narrow.stopped_workers():
        first = Asked(narrow.parse)
        narrow.until(lambda: busy(narrow) == 1, "work")
        second = Asked(narrow.parse)
        narrow.until(lambda: narrow.metric('unres_queue_length{lane="quick"}') == 1, "a queue")
        refused = narrow.parse()
        assert refused.status_code == 503
        assert problem_of(refused) == "queue_full"
        assert int(refused.headers["retry-after"]) >= 1
        assert problem_of(narrow.client.get("/health/ready")) == "not_ready"
        assert narrow.client.get("/health/live").status_code == 200
        waited = second.answered()
        assert problem_of(waited) == "queue_timeout"
        assert 0.9 < second.seconds < 5
        assert "retry-after" in waited.headers
        assert problem_of(first.answered()) == "time_limit"
    narrow.until_whole()
    assert narrow.parse().status_code == 200


def test_too_many_requests_at_one_time(narrow):
    held = [narrow.connect() for _ in range(3)]
    try:
        for connection in held:
            connection.sendall(b"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")
        narrow.until(lambda: narrow.metric("unres_requests_under_way") == 3, "requests under way")
        refused = narrow.parse()
        assert refused.status_code == 503
        assert problem_of(refused) == "too_many_requests"
        assert refused.headers["retry-after"] == "1"
        assert narrow.client.get("/health/live").status_code == 200, "who watches is not refused"
    finally:
        for connection in held:
            connection.close()
    narrow.until(lambda: narrow.metric("unres_requests_under_way") == 0, "their end")
    assert narrow.parse().status_code == 200


def test_too_many_connections(narrow):
    """The one that has been idle for longest goes."""
    held = [narrow.connect() for _ in range(25)]
    try:
        assert answer_of(held[0], 5) == (0, {}, b"")
        held[-1].sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer_of(held[-1], 5)[0] == 200
    finally:
        for connection in held:
            connection.close()
    narrow.until(lambda: narrow.parse().status_code == 200, "room")


def test_a_connection_that_was_just_used_is_not_the_one_that_goes(narrow):
    ask = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
    held = [narrow.connect() for _ in range(8)]
    try:
        held[0].sendall(ask)
        assert answer_of(held[0], 5)[0] == 200
        while len(held) < 40 and not select.select([held[1]], [], [], 0.02)[0]:
            held.append(narrow.connect())
        assert answer_of(held[1], 5) == (0, {}, b""), "it was idle for longest"
        held[0].sendall(ask)
        assert answer_of(held[0], 5)[0] == 200
    finally:
        for connection in held:
            connection.close()
    narrow.until(lambda: narrow.parse().status_code == 200, "room")


def test_a_document_that_needs_too_much_memory(narrow):
    before = narrow.metric('unres_workers_ended_total{reason="memory"}')
    response = narrow.parse(b"Recalling its resolution 67/190,\n\n" * 24_000)
    assert response.status_code == 503
    assert problem_of(response) == "memory_limit"
    assert "retry-after" not in response.headers
    narrow.until_whole()
    assert narrow.parse().status_code == 200
    assert narrow.metric('unres_workers_ended_total{reason="memory"}') >= before + 1, (
        "its memory was given back with the process"
    )


def test_an_answer_that_would_be_too_large(narrow):
    assert problem_of(narrow.parse(b"Recalling its resolution 67/190,\n\n" * 1_500)) == "answer_too_large"


def test_workers_are_replaced_after_their_share_and_nothing_is_lost(narrow):
    narrow.until_whole()
    before = narrow.metric('unres_workers_ended_total{reason="replaced"}')
    seen = set()

    def another_was_replaced(count):
        assert narrow.parse().status_code == 200
        seen.update(narrow.workers())
        return narrow.metric('unres_workers_ended_total{reason="replaced"}') >= before + count

    narrow.until(lambda: another_was_replaced(2), "the end of two workers after their share")
    narrow.until_whole()
    assert len(seen) >= 3
    narrow.until(lambda: len(narrow.workers(quick=False)) == 2, "as many workers as there should be")


def test_the_process_of_which_workers_are_copies_is_killed(narrow):
    """Those that live work on; when they die too, there is a new one to make others."""
    narrow.until_whole()
    workers, started = narrow.workers(quick=False), narrow.metric("unres_workers_started_total")
    os.kill(narrow.copier(), signal.SIGKILL)
    assert narrow.parse().status_code == 200
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    narrow.until(lambda: narrow.metric("unres_workers_started_total") >= started + 2, "other workers", 40)
    assert narrow.parse().status_code == 200


async def _order(sizes: list[int], pause: float = 0.0) -> list[int]:
    """The sizes of documents in the order in which one worker that becomes free again and again takes them."""
    lane, worker = Lane("quick", 1), Mock()
    turns = {}
    for size in sizes:
        turns[size] = Turn.now(size)
        lane.waiting.append(turns[size])
        await asyncio.sleep(pause)
    taken: list[int] = []
    while lane.waiting:
        lane.hand_out(worker)
        taken += [size for size, turn in turns.items() if turn.worker.done() and size not in taken]
    return taken


def test_smaller_documents_overtake_larger_ones():
    assert asyncio.run(_order([100_000, 90_000, 2_000, 15_000])) == [2_000, 15_000, 90_000, 100_000]


def test_a_larger_document_is_not_overtaken_for_ever():
    assert asyncio.run(_order([300_000, 200_000])) == [200_000, 300_000]
    assert asyncio.run(_order([300_000, 200_000], pause=1.0)) == [300_000, 200_000]
