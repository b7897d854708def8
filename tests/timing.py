"""Processor time of a piece of work, measured so that a test can hold two of them against each other."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable


def processor_seconds(work: Callable[[], object], times: int = 1) -> float:
    """The time it takes, the least of several, without the collector's passes over all that the test session holds."""
    best = math.inf
    for _ in range(times):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
        finally:
            gc.enable()
    return best
