"""Places on a page, in points with y upwards: boxes, quarter turns, baselines, and spans along one axis.

A table wider than the page is printed up its side, with the page's own ``/Rotate`` to show it upright, or without:
turns are counted in quarters, clockwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""
Span = tuple[float, float]
"""From and to along one axis."""

_LEAN = 0.2
"""How far from level a line may run, as its slope."""


class Set(Protocol):
    """What is set on a baseline in type of one size."""

    y: float
    size: float


class Placed(Set, Protocol):
    """The same with its ends."""

    x0: float
    x1: float


SetT = TypeVar("SetT", bound=Set)


def by_baseline(items: Iterable[SetT], share: float) -> list[list[SetT]]:
    """What stands on one baseline together, from the top; baselines differ by less than that share of the type size."""
    groups: list[list[SetT]] = []
    for item in sorted(items, key=lambda item: -item.y):
        if groups and abs(groups[-1][0].y - item.y) < share * min(item.size, groups[-1][0].size):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def joined_spans(spans: Iterable[Span], gap: float) -> list[Span]:
    """Spans put together where less than that gap parts them, in their order along the axis."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] < gap:
            if end > joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def touch(one: Box, other: Box, reach: float) -> bool:
    """Whether two boxes overlap, or lie no farther apart than that."""
    return (
        one[0] - reach <= other[2]
        and other[0] <= one[2] + reach
        and one[1] - reach <= other[3]
        and other[1] <= one[3] + reach
    )


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


def turned_box(box: Box, width: float, height: float, quarters: int) -> Box:
    """A box turned clockwise together with its page, which is that wide and high before; y upwards."""
    x0, y0, x1, y1 = box
    if quarters == 1:
        return y0, width - x1, y1, width - x0
    if quarters == 2:
        return width - x1, height - y1, width - x0, height - y0
    if quarters == 3:
        return height - y1, x0, height - y0, x1
    return box
