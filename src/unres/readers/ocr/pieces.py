"""Digits that ink does not part as they are written: broken into pieces, or grown together with a neighbour.

Both come of bad copies. Pieces that nearly touch are looked at as one shape, and shapes too wide for one digit as two;
what is taken is what the classifier is sure of where it was not sure before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from unres.readers.ocr.digits import CLASSES, Shape, probabilities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from unres.readers.ocr.shapes import Box, Ink, Views

_SURE = 0.9
"""From which probability pieces are one digit, or halves two."""
_MEND_GAP, _MEND_PIXELS = 0.1, 2.0
"""How near pieces of one digit stand, in heights of the letters, and in pixels at the least."""
_WIDEST, _HIGHEST = 0.8, 1.6
"""Of a digit or slash, in heights of the letters."""
_PIECE = 0.35
"""A piece is no higher than that, or it is nothing by itself."""
_CUT_FROM, _CUT_TO = 0.25, 0.75
"""Between which shares of its width a shape is cut."""
_TOUCHING = 0.55
"""From which width on a shape that is nothing by itself may be two digits, in heights of the letters."""
_STROKE = 0.35
"""The most ink in the column where a shape is cut, of its height."""
_NONE, _SIGNS = 0, CLASSES.index("/")
_DOT = CLASSES.index(".")


def mended(
    views: Views, shapes: list[Shape], chances: NDArray[np.float32], heights: list[float]
) -> tuple[list[Shape], NDArray[np.float32], list[float]]:
    """The shapes of a page, with pieces of one digit joined.

    Args:
        views: of the page.
        shapes: of each line from the left, line after line.
        chances: what each is.
        heights: of the letters of each shape's line.
    """
    pairs = list(_neighbours(shapes, chances, heights))
    joined = [_joined(shapes[one], shapes[other]) for one, other in pairs]
    found = probabilities(
        *views.of([s.members for s in joined], [s.box for s in joined], [heights[one] for one, _ in pairs])
    )
    gone: set[int] = set()
    new: dict[int, tuple[Shape, NDArray[np.float32]]] = {}
    for at in np.argsort(-found[:, 1 : _SIGNS + 1].max(axis=1, initial=0)):
        one, other = pairs[at]
        best = int(found[at].argmax())
        apart = min(_as_character(chances[one]), _as_character(chances[other]))
        if not 0 < best <= _SIGNS or found[at, best] < max(_SURE, apart) or {one, other} & gone:
            continue
        gone |= {one, other}
        new[one] = (joined[at], found[at])
    if not new:
        return shapes, chances, heights
    kept = [at for at in range(len(shapes)) if at not in gone or at in new]
    rows = np.stack([new[at][1] if at in new else chances[at] for at in kept])
    return [new[at][0] if at in new else shapes[at] for at in kept], rows, [heights[at] for at in kept]


def _as_character(chances: NDArray[np.float32]) -> float:
    """The probability that a shape is a digit or a sign larger than a dot."""
    return float(1 - chances[_NONE] - chances[_DOT])


def _neighbours(
    shapes: Sequence[Shape], chances: NDArray[np.float32], heights: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """Shapes that nearly touch and together are no larger than a digit, of which one is none by itself."""
    for one, shape in enumerate(shapes):
        height = heights[one]
        near = max(_MEND_PIXELS, _MEND_GAP * height)
        for other in range(one + 1, len(shapes)):
            box = shapes[other].box
            if box[0] - shape.box[2] > near or box[0] < shape.box[0] or heights[other] != height:
                break
            if max(box[1] - shape.box[3], shape.box[1] - box[3]) > near:
                continue
            whole = _joined(shape, shapes[other]).box
            small = any(b[3] - b[1] < _PIECE * height for b in (shape.box, box))
            weak = min(_as_character(chances[one]), _as_character(chances[other])) < 1 - _SURE
            if (small or weak) and whole[2] - whole[0] < _WIDEST * height and whole[3] - whole[1] < _HIGHEST * height:
                yield one, other


def _joined(one: Shape, other: Shape) -> Shape:
    a, b = one.box, other.box
    return Shape(one.members + other.members, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))


def parted(
    ink: Ink, views: Views, shapes: list[Shape], chances: NDArray[np.float32], heights: list[float]
) -> tuple[list[Shape], NDArray[np.float32], list[float]]:
    """The shapes of a page, with those beside digits that are two grown together cut in two.

    The right half of a component that is cut gets a new number in `Ink.labels`.
    """
    digits = (chances[:, 1:_SIGNS].max(axis=1, initial=0) > _SURE).tolist()
    halves: list[tuple[int, int, tuple[Shape, Shape]]] = []
    for at, shape in enumerate(shapes):
        beside = any(
            digits[near] and heights[near] == heights[at] for near in (at - 1, at + 1) if 0 <= near < len(shapes)
        )
        wide = shape.box[2] - shape.box[0] > _TOUCHING * heights[at]
        if beside and wide and chances[at, _NONE] > 1 - _SURE and (cut := _cut(ink, shape)):
            halves.append((at, *cut))
    both = [half for *_, pair in halves for half in pair]
    found = probabilities(
        *views.of([s.members for s in both], [s.box for s in both], [heights[at] for at, *_ in halves for _ in "lr"])
    )
    new: dict[int, tuple[tuple[Shape, Shape], NDArray[np.float32]]] = {}
    for place, (at, name, pair) in enumerate(halves):
        rows = found[2 * place : 2 * place + 2]
        if all(0 < int(row.argmax()) < _SIGNS and row.max() > _SURE for row in rows):
            new[at] = (pair, rows)
        else:
            _relabel(ink, pair[1].box, pair[1].members[0], name)
    if not new:
        return shapes, chances, heights
    out: list[tuple[Shape, NDArray[np.float32], float]] = []
    for at, shape in enumerate(shapes):
        pieces, rows = new.get(at, ((shape,), chances[at : at + 1]))
        out += [(piece, row, heights[at]) for piece, row in zip(pieces, rows, strict=True)]
    return [shape for shape, *_ in out], np.stack([row for _, row, _ in out]), [height for *_, height in out]


def _cut(ink: Ink, shape: Shape) -> tuple[int, tuple[Shape, Shape]] | None:
    """A shape's component, and its halves left and right of the column with the least ink; None where that is thick."""
    x0, y0, x1, y1 = shape.box
    name = shape.members[0]
    own = ink.labels[y0:y1, x0:x1] == name
    columns = own.sum(axis=0)
    first, last = round(_CUT_FROM * len(columns)), round(_CUT_TO * len(columns))
    at = first + int(columns[first:last].argmin())
    if len(shape.members) > 1 or columns[at] > _STROKE * (y1 - y0):
        return None
    new = int(ink.labels.max()) + 1
    _relabel(ink, (x0 + at, y0, x1, y1), name, new)
    sides = []
    for member, dark, left in ((name, own[:, :at], x0), (new, own[:, at:], x0 + at)):
        rows = np.flatnonzero(dark.any(axis=1))
        box = (left, y0 + int(rows[0]), left + dark.shape[1], y0 + int(rows[-1]) + 1)
        sides.append(Shape((member,), box))
    return name, (sides[0], sides[1])


def _relabel(ink: Ink, box: Box, old: int, new: int) -> None:
    x0, y0, x1, y1 = box
    part = ink.labels[y0:y1, x0:x1]
    part[part == old] = new
