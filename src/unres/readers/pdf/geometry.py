"""Pages whose text stands sideways or upside down: which way to turn them, and where their boxes then lie.

A table wider than the page is printed up its side, with the page's own ``/Rotate`` to show it upright, or without.
Turns are counted in quarters, clockwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAN = 0.2
"""How far from level a line may run, as its slope."""


def quarter_of(a: float, b: float, d: float) -> int | None:
    """How often to turn the page for text of that matrix to be level; None for text at another angle."""
    if abs(b) <= _LEAN * abs(a):
        return 2 if a < 0 and d < 0 else 0
    if abs(a) <= _LEAN * abs(b):
        return 1 if b > 0 else 3
    return None


def most_common_quarter(counts: Sequence[int]) -> int:
    """The turn that most of all glyphs ask for; 0 where none has more than half."""
    most = max(range(4), key=lambda quarter: counts[quarter])
    return most if 2 * counts[most] > sum(counts) else 0


def turned_box(
    box: tuple[float, float, float, float], width: float, height: float, quarters: int
) -> tuple[float, float, float, float]:
    """A box turned clockwise together with its page, which is that wide and high before; y upwards."""
    x0, y0, x1, y1 = box
    if quarters == 1:
        return y0, width - x1, y1, width - x0
    if quarters == 2:
        return width - x1, height - y1, width - x0, height - y0
    if quarters == 3:
        return height - y1, x0, height - y0, x1
    return box
