"""What becomes of a pool whose processes are killed again and again.

    python benchmarks/pools.py [--seconds 20] [--seed 1]

Each pool is given tasks of 20 milliseconds that answer with a megabyte, while one of its two processes is killed at
random some times a second, as an operator or a system short of memory does it. Printed: tasks done, tasks lost with
their process, and whether and when the pool gave up or stood still.

=========  ===============================================================================
unres      ``unres.pool``: a socket for each process, no lock shared
pebble     ``pebble.ProcessPool``: one pipe and one lock for all (``pip install pebble``)
executor   ``concurrent.futures.ProcessPoolExecutor``: gives up by design
=========  ===============================================================================
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from unres.pool import Workers

if TYPE_CHECKING:
    from collections.abc import Callable

AHEAD = 6
STILL = 15.0
"""Seconds without an answer after which a pool is said to stand still."""


def task(_: object = None, __: object = None) -> bytes:
    """A little work and a large answer."""
    end = time.perf_counter() + 0.02
    while time.perf_counter() < end:
        pass
    return b"x" * 1_000_000


class Killer:
    """Kills one of some processes now and then."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  nothing secret
        self.next = time.monotonic() + 1
        self.killed = 0

    def maybe(self, pids: list[int]) -> None:
        """Kills, if it is time."""
        if time.monotonic() > self.next and pids:
            with suppress(ProcessLookupError):
                os.kill(self.random.choice(pids), signal.SIGKILL)
                self.killed += 1
            self.next = time.monotonic() + self.random.random() * 0.4


def ours(seconds: float, seed: int) -> str:
    """The pool of this project."""
    killer, done, lost, pending = Killer(seed), 0, 0, 0
    end = time.monotonic() + seconds
    with Workers(2, task, None) as workers:
        while time.monotonic() < end:
            while pending < AHEAD:
                workers.submit(None, 20)
                pending += 1
            for event in workers.wait(0.05):
                pending -= 1
                done, lost = done + (event.kind == "done"), lost + (event.kind != "done")
            killer.maybe(workers.pids)
    return f"{done} done, {lost} lost, {killer.killed} killed; still at work"


def futures(submit: Callable[[], Future[bytes]], pids: Callable[[], list[int]], seconds: float, seed: int) -> str:
    """A pool that gives futures."""
    killer, done, lost = Killer(seed), 0, 0
    pending: set[Future[bytes]] = set()
    began = heard = time.monotonic()
    while time.monotonic() < began + seconds:
        try:
            pending |= {submit() for _ in range(AHEAD - len(pending))}
        except Exception as error:  # noqa: BLE001  whatever it is, the pool is of no more use
            after = time.monotonic() - began
            return f"{done} done, {lost} lost, {killer.killed} killed; gave up after {after:.1f} s: {error!r}"
        ended, pending = wait(pending, timeout=0.05, return_when=FIRST_COMPLETED)
        for future in ended:
            heard = time.monotonic()
            failed = future.exception() is not None
            done, lost = done + (not failed), lost + failed
        if time.monotonic() - heard > STILL:
            return f"{done} done, {lost} lost, {killer.killed} killed; stood still after {heard - began:.1f} s"
        killer.maybe(pids())
    return f"{done} done, {lost} lost, {killer.killed} killed; still at work"


def pebble(seconds: float, seed: int) -> str:
    """Pebble's."""
    from pebble import ProcessPool

    pool: Any = ProcessPool(2, context=multiprocessing.get_context("spawn"))

    def workers() -> list[int]:
        return list(pool._pool_manager.worker_manager.workers)  # noqa: SLF001  it tells nowhere else

    return futures(lambda: pool.schedule(task, timeout=20), workers, seconds, seed)


def executor(seconds: float, seed: int) -> str:
    """The standard library's."""
    pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
    return futures(lambda: pool.submit(task), lambda: list(pool._processes or ()), seconds, seed)  # noqa: SLF001


def main() -> None:
    """Each for some seconds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for name, pool in (("unres", ours), ("pebble", pebble), ("executor", executor)):
        try:
            print(f"{name:10} {pool(asked.seconds, asked.seed)}", flush=True)
        except ImportError as error:
            print(f"{name:10} not installed: {error}")
    os._exit(0)  # a broken pool would wait for ever


if __name__ == "__main__":
    main()
