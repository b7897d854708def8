"""Processes under supervision: each has limits of time and memory, and its death costs one task at most.

Each process has a socket of its own, so that one that is killed in the middle of a message spoils no other's, and no
lock is shared. (A pool whose processes share a queue stands still, or gives up, when one of them is killed while it
holds the queue's lock: ``benchmarks/pools.py`` shows it.)

process   the process itself: how it is started, its limits, its loop, the messages on its socket
workers   several of them for a caller that waits: batch runs, commands over folders
aio       one of them for a caller in an event loop: the service
"""

from __future__ import annotations

from unres.pool.process import Duty, Head
from unres.pool.workers import MEMORY, SECONDS, Event, Retire, Workers, in_order, processors

__all__ = [
    "MEMORY",
    "SECONDS",
    "Duty",
    "Event",
    "Head",
    "Retire",
    "Workers",
    "in_order",
    "processors",
]
