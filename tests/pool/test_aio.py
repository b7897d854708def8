"""A supervised process for a caller in an event loop."""

from __future__ import annotations

import asyncio
import sys

import pytest

from unres.pool.aio import Worker
from unres.pool.process import Duty, Head

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets between processes are POSIX")


def many(_: object, head: Head, body: bytes) -> tuple[Head, bytes]:
    """A large answer to a small job."""
    return {"told": head["word"]}, 600_000 * body


async def _asked() -> tuple[Head, list[int], int]:
    worker = await Worker.start(Duty(many), (), lambda _lost: None)
    try:
        answer = await worker.ask({"seconds": 20, "word": "lamp"}, b"x", lambda _size: None)
        head, pieces = answer.head, list(answer.payload)
        del answer
        await asyncio.sleep(0)
        return head, [len(piece) for piece in pieces], sys.getrefcount(pieces[0])
    finally:
        await worker.end()


def test_an_answer_comes_in_whole_pieces_and_only_its_taker_keeps_it():
    head, lengths, holders = asyncio.run(_asked())
    assert head["told"] == "lamp"
    assert lengths == [262_144, 262_144, 75_712]
    assert holders == 2, "the list, and the argument of the count"
