"""Ranges of a font's tables are bounded, for pdfminer does not do it.

A table of widths (``/W [0 2000000000 500]``) or a character map (``<00000000> <ffffffff>``) names a range of codes in
thirty bytes, and pdfminer writes it out entry by entry: such a file would take all memory. The modules that do this
are given a ``range`` that counts while this package reads a file, and refuses when the file asks for more than any
font needs. At all other times it is Python's own, so that a program's own use of pdfminer is not touched.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_MOST_ENTRIES = 5_000_000
"""In all fonts of a file together. A font has at most 65,536 codes (ISO 32000-1, 9.7.4.3)."""
_UNCOUNTED = 32
_count = threading.local()


def _bounded(*bounds: int) -> range:
    found = range(*bounds)
    left: int | None = getattr(_count, "left", None)
    if left is not None and found and (length := (found[-1] - found[0]) // found.step) > _UNCOUNTED:
        if length > left:
            raise ValueError("its fonts' tables name more codes than any font has")
        _count.left = left - length
    return found


def bound_ranges(*modules: ModuleType) -> None:
    """Has the functions of these modules count their ranges, from :func:`start_count` to :func:`end_count`."""
    for module in modules:
        vars(module)["range"] = _bounded


def start_count() -> None:
    """Begins to count, for one file, in this thread."""
    _count.left = _MOST_ENTRIES


def end_count() -> None:
    """Counts no longer."""
    _count.left = None
