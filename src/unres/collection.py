"""The search for cyclic garbage, paused while many small objects are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collection_paused() -> Iterator[None]:
    """Cyclic garbage is not looked for inside.

    Reading a page and parsing a text make thousands of small objects and hardly a cycle; looking for them in between
    cost a fifth of the time. Where the caller has switched collection off it stays off, and work in several threads
    leaves it on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_young() -> None:
    """Frees the cyclic garbage among the objects made since the last time, where collection is paused for long."""
    gc.collect(0)
