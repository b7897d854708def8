"""Slashes between digits that the network takes for something else: steep ones, short ones and those that broke.

A slash parts the two numbers of a pair, so that one which is read as "١" makes one wrong number of two. Its place
between two digits, its height and its slant tell.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from unres.readers.ocr.digits import CLASSES, Classed, joined
from unres.scripts import EASTERN, WESTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.readers.ocr.digits import Shape
    from unres.readers.ocr.shapes import Ink

_SLASH = CLASSES.index("/")
_SLASH_OVER, _SLASH_TALL, _SLASH_WIDE, _SLASH_GAP = 0.04, 0.9, 0.7, 1.2
"""How far a steep slash reaches above and below its neighbours, how high and wide it is, and how far apart they are,
in heights of the letters."""
_SLASH_SURE = 0.97
_SLASH_SLANT, _SLASH_LEVEL, _SLANT_SURE = 0.17, 0.8, 0.9
"""From which slant on (pixels to the right for each pixel up) a stroke is a slash: those of the faces that the network
was taught lean by 0.27 at least, all but one's "١" by 0.08 at most. How high it is at least, against the digits at it,
and how likely it is one then."""
_PIECE_HIGH, _BROKEN_WIDE, _BROKEN_HIGH, _BROKEN_SLANT, _BROKEN_SURE = 0.65, 0.5, 0.35, 2.0, 0.6
"""Pieces of a slash that broke: how high each is at most and all are at least, against the digits at them; how wide all
are at most, in heights of the letters; how much they slant at most, and how likely they are one."""
_MOST_PIECES, _REACH = 3, 5
"""How many they are at most; and among how many shapes a pair has no other slash."""
_LIKE_SLASH = f"\0{EASTERN[1]}{WESTERN[1]}"


def find_slashes(shapes: Sequence[Classed], height: float, ink: Ink) -> None:
    """Takes a stroke between digits for a slash that reaches above and below both, or leans to the right.

    A steep one looks like "١", and one that is no higher than the digits too.
    """
    for at, (before, one, after) in enumerate(zip(shapes, shapes[1:], shapes[2:], strict=False)):
        if not (before.is_digit and after.is_digit) or one.sign not in _LIKE_SLASH:
            continue
        (_, top, right, foot), (left, other_top, _, other_foot) = before.shape.box, after.shape.box
        x0, y0, x1, y1 = one.shape.box
        if x1 - x0 >= _SLASH_WIDE * height or left - right >= _SLASH_GAP * height:
            continue
        over = _SLASH_OVER * height
        reaches = y0 <= min(top, other_top) - over and y1 >= max(foot, other_foot) + over
        sure = _SLASH_SURE if reaches and y1 - y0 > _SLASH_TALL * height else 0.0
        other = any(near.sign == "/" for near in shapes[max(0, at - 2) : at + _REACH])
        if not (sure or other) and y1 - y0 > _SLASH_LEVEL * max(foot - top, other_foot - other_top):
            sure = _SLANT_SURE * (_slant(one.shape, ink) > _SLASH_SLANT)
        one.chances[:] = one.chances * (1 - sure)
        one.chances[_SLASH] += sure


def whole_slashes(shapes: list[Classed], height: float, ink: Ink) -> list[Classed]:
    """The shapes with a thin slash between two digits that broke into small pieces as one, if they slant as it does."""
    out: list[Classed] = []
    at = 0
    while at < len(shapes):
        for end in range(at + 1, min(at + 1 + _MOST_PIECES, len(shapes))):
            pieces = shapes[at:end]
            if any(near.sign == "/" for near in (*out[1 - _REACH :], *shapes[end : end + _REACH])):
                continue
            if out and (whole := _broken_slash(out[-1], pieces, shapes[end], height, ink)):
                out.append(whole)
                at = end
                break
        else:
            out.append(shapes[at])
            at += 1
    return out


def _broken_slash(
    before: Classed, pieces: Sequence[Classed], after: Classed, height: float, ink: Ink
) -> Classed | None:
    """The slash between two digits that broke into these pieces; None where they are none."""
    digits = [before.shape.box, after.shape.box]
    high = max(box[3] - box[1] for box in digits)
    small = all(one.shape.box[3] - one.shape.box[1] < _PIECE_HIGH * high for one in pieces)
    if not (before.is_digit and after.is_digit and small and high > _SLASH_LEVEL * height):
        return None
    whole = reduce(joined, (one.shape for one in pieces))
    x0, y0, x1, y1 = whole.box
    middle = (min(box[1] for box in digits) + max(box[3] for box in digits)) / 2
    if (
        x1 - x0 > _BROKEN_WIDE * height
        or digits[1][0] - digits[0][2] > _SLASH_GAP * height
        or y1 - y0 < max(_BROKEN_HIGH * high, x1 - x0)
        or not y0 < middle < y1
        or not _SLASH_SLANT < _slant(whole, ink) < _BROKEN_SLANT
    ):
        return None
    chances = np.zeros_like(before.chances)
    chances[[0, _SLASH]] = 1 - _BROKEN_SURE, _BROKEN_SURE
    return Classed(whole, chances)


def _slant(shape: Shape, ink: Ink) -> float:
    """How many pixels a stroke goes to the right for each pixel up."""
    x0, y0, x1, y1 = shape.box
    ys, xs = np.nonzero(np.isin(ink.labels[y0:y1, x0:x1], shape.members))
    down = ys - ys.mean()
    return float(-(down * (xs - xs.mean())).sum() / max(float((down * down).sum()), 1.0))
