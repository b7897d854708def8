"""How a worker is started: as a copy of a process that has loaded everything, where the system has such a thing.

The copying is done by a process of its own (Python's fork server), which has neither threads nor connections; a copy of
the service itself would have both.
"""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess


def start_process(connection: socket.socket, settings: Mapping[str, Any]) -> BaseProcess:
    """Starts a worker that serves the connection. Blocks for a moment; the first time for as long as loading takes."""
    process = _context().Process(target=_work, args=(connection, settings), name="unres-worker", daemon=True)
    process.start()
    return process


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["unres.service.worker"])
    return context


def _work(connection: socket.socket, settings: Mapping[str, Any]) -> None:
    """Runs in the new process; the service itself never loads what a worker needs."""
    from unres.service.worker import main

    main(connection, settings)
