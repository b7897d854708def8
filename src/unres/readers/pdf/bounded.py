"""Ranges of a font's tables are bounded, for no interpreter of PDF does it.

A table of widths (``/W [0 2000000000 500]``) or a character map (``<00000000> <ffffffff>``) names a range of codes in
thirty bytes, and both playa-pdf and pdfminer write it out entry by entry: such a file would take all memory. The
modules that do this are given a ``range`` that counts, and refuses when a file asks for more than any font needs.
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
    if found and (length := (found[-1] - found[0]) // found.step) > _UNCOUNTED:
        left = getattr(_count, "left", _MOST_ENTRIES) - length
        if left < 0:
            raise ValueError("its fonts' tables name more codes than any font has")
        _count.left = left
    return found


def bound_ranges(*modules: ModuleType) -> None:
    """Has the functions of these modules count their ranges."""
    for module in modules:
        vars(module)["range"] = _bounded


def start_count() -> None:
    """Begins to count anew, for another file."""
    _count.left = _MOST_ENTRIES
