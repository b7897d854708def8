"""Servers that run for the whole session of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("httpx", reason="httpx is not installed")
pytest.importorskip("fastapi", reason="the extra http is not installed")
pytest.importorskip("prometheus_client", reason="the extra http is not installed")

from serving import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """With limits that a test can reach."""
    running = Server(
        workers=2,
        slow_workers=1,
        max_body=2_000_000,
        large_body=1_000_000,
        header_seconds=1,
        body_seconds=1.5,
        seconds=2,
        slow_after=0.2,
        memory=256 * 1024 * 1024,
        max_unpacked=8_000_000,
    )
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.log


@pytest.fixture(scope="session")
def narrow() -> Iterator[Server]:
    """One worker of each kind, a queue of one, three requests at a time, little memory, seven documents a worker."""
    running = Server(
        workers=1,
        slow_workers=1,
        max_queue=1,
        max_requests=3,
        queue_seconds=1,
        large_body=100_000_000,
        seconds=6,
        slow_after=5,
        memory=64 * 1024 * 1024,
        documents_per_worker=7,
        max_connections=20,
        max_answer=300_000,
    )
    yield running
    assert running.stop() == 0
