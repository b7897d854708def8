"""What a shape is: one of the digits and signs of numbers, or none of them, with a probability for each.

A small convolutional network looks at the shape alone and at its surroundings. Its weights stand in ``digits.npz``;
``benchmarks/ocr/train.py`` makes them. Persian forms of digits are read as the Arabic-Indic digits they stand for.

Bad copies break digits into pieces, and let them grow together. Pieces that nearly touch are looked at as one shape,
and shapes too wide for one digit as two; what is taken is what the network is sure of where it was not sure before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from unres.scripts import EASTERN, WESTERN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from unres.readers.ocr.shapes import Box, Ink, Views

CLASSES = f"\0{EASTERN}{WESTERN}/().-[]"
"""The character of each class; that of the first is none."""
_WIDEST, _HIGHEST = 1.3, 2.5  # of the letters' height: no digit, slash or bracket is larger
_BATCH = 32
_ONE_THREAD = 1 << 18
"""Multiplications up to which OpenBLAS uses one thread: its others would wait in a loop for work as small as this."""
_SURE = 0.9
"""From which probability pieces are one digit, or halves two."""
_MEND_GAP, _MEND_PIXELS = 0.1, 2.0
"""How near pieces of one digit stand, in heights of the letters, and in pixels at the least."""
_JOINED_WIDE, _JOINED_HIGH = 0.8, 1.6
"""The most of pieces that are joined, in heights of the letters."""
_PIECE = 0.35
"""A piece is no higher than that, or it is nothing by itself."""
_STUMP = 0.8
"""A slash is no lower than that, against the digit beside it."""
_CUT_FROM, _CUT_TO = 0.25, 0.75
"""Between which shares of its width a shape is cut."""
_TOUCHING = 0.45
"""From which width on a shape that is nothing by itself may be two digits, in heights of the letters."""
_STROKE = 0.35
"""The most ink in the line where a shape is cut, of its height."""
_SLOPES = (0.0, 0.25, 0.5)
"""How far to the left such a line goes for each row down."""
_NONE, _SIGNS = 0, CLASSES.index("/")
_DOT = CLASSES.index(".")


@dataclass(slots=True)
class Shape:
    """Ink that may be one character."""

    members: tuple[int, ...]
    """The numbers of its components in `Ink.labels`."""
    box: Box


@dataclass(slots=True)
class Classed:
    """A shape, and how likely it is each of the classes."""

    shape: Shape
    chances: NDArray[np.float32]

    @property
    def middle(self) -> float:
        """Between its left and its right edge, in pixels."""
        return (self.shape.box[0] + self.shape.box[2]) / 2

    @property
    def sign(self) -> str:
        """The likeliest character."""
        return CLASSES[int(self.chances.argmax())]

    @property
    def is_digit(self) -> bool:
        """Whether that is a digit."""
        return 0 < int(self.chances.argmax()) < _SIGNS


def shapes_of_line(ink: Ink, within: NDArray[np.intp], height: float) -> list[Shape]:
    """The components of a line that are no larger than a digit can be.

    Args:
        ink: of the page.
        within: the rows of `ink.boxes` that stand in the line.
        height: of the line's letters.
    """
    boxes = ink.boxes[within]
    small = (boxes[:, 2] - boxes[:, 0] <= _WIDEST * height) & (boxes[:, 3] - boxes[:, 1] <= _HIGHEST * height)
    return [
        Shape((int(ink.names[row]),), (int(box[0]), int(box[1]), int(box[2]), int(box[3])))
        for row, box in zip(within[small], boxes[small], strict=True)
    ]


@cache
def _weights() -> Mapping[str, NDArray[np.float32]]:
    """Each layer's weights, one row a filter, and its biases."""
    with files("unres.readers.ocr").joinpath("digits.npz").open("rb") as file, np.load(file) as stored:
        found: dict[str, NDArray[np.float32]] = {}
        for name in stored.files:
            if name.endswith("_weights"):
                layer = name.removesuffix("_weights")
                found[layer] = stored[name].astype(np.float32) * stored[f"{layer}_scale"].astype(np.float32)[:, None]
                found[f"{layer}_bias"] = stored[f"{layer}_bias"].astype(np.float32)
        return found


def probabilities(alone: NDArray[np.uint8], around: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What shapes are.

    Args:
        alone: n × 28 × 28, the shapes.
        around: n × 24 × 40, their surroundings.

    Returns:
        n × classes, each row adding up to 1.
    """
    if not len(alone):
        return np.zeros((0, len(CLASSES)), np.float32)
    features = [_features(alone[at : at + _BATCH], around[at : at + _BATCH]) for at in range(0, len(alone), _BATCH)]
    logits = _dense(np.maximum(_dense(np.concatenate(features), "hidden"), 0), "out")
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), np.float32)


def _features(alone: NDArray[np.uint8], around: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What the convolutions find in the two views, one row a shape."""
    one = _halved(_convolved(_scaled(alone), "alone1", side=3, padding=1))
    one = _halved(_convolved(one, "alone2", side=3, padding=1))
    one = _convolved(one, "alone3", side=3)
    other = _convolved(_scaled(around), "around1", side=5, padding=2, step=2)
    other = _convolved(other, "around2", side=3, padding=1, step=2)
    return np.concatenate([one.reshape(len(one), -1), other.reshape(len(other), -1)], axis=1)


def _scaled(views: NDArray[np.uint8]) -> NDArray[np.float32]:
    scaled = views[:, None].astype(np.float32)
    scaled /= 255
    return scaled


def _dense(values: NDArray[np.float32], layer: str) -> NDArray[np.float32]:
    weights = _weights()
    return np.asarray(values @ weights[layer].T + weights[f"{layer}_bias"], np.float32)


def _convolved(
    values: NDArray[np.float32], layer: str, *, side: int, padding: int = 0, step: int = 1
) -> NDArray[np.float32]:
    """A convolution over n × channels × height × width, negative values cut off."""
    weights, bias = _weights()[layer], _weights()[f"{layer}_bias"]
    padded = np.pad(values, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    count, channels = padded.shape[:2]
    height, width = ((length - side) // step + 1 for length in padded.shape[2:])
    windows = np.empty((count, channels, side, side, height, width), np.float32)
    for y in range(side):
        for x in range(side):
            rows, columns = slice(y, y + height * step, step), slice(x, x + width * step, step)
            windows[:, :, y, x] = padded[:, :, rows, columns]
    windows = windows.reshape(count, -1, height * width)
    out = np.empty((count, len(weights), height * width), np.float32)
    part = _ONE_THREAD // weights.size
    for at in range(0, height * width, part):
        np.matmul(weights, windows[:, :, at : at + part], out=out[:, :, at : at + part])
    out += bias[:, None]
    return np.maximum(out, 0, out=out).reshape(count, -1, height, width)


def _halved(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The largest of each two by two."""
    rows = np.maximum(values[:, :, ::2], values[:, :, 1::2])
    return np.asarray(np.maximum(rows[..., ::2], rows[..., 1::2]), np.float32)


def mended(
    views: Views, shapes: list[Shape], chances: NDArray[np.float32], heights: list[float]
) -> tuple[list[Shape], NDArray[np.float32], list[float]]:
    """The shapes of a page, with two or three pieces of one digit joined.

    Args:
        views: of the page.
        shapes: of each line from the left, line after line.
        chances: what each is.
        heights: of the letters of each shape's line.
    """
    pairs = list(_neighbours(shapes, chances, heights))
    behind: dict[int, list[int]] = {}
    for one, other in pairs:
        behind.setdefault(one, []).append(other)
    groups: list[tuple[int, ...]] = [*pairs]
    groups += [
        (one, other, third)
        for one, other in pairs
        for third in behind.get(other, ())
        if _fits(reduce(joined, (shapes[at] for at in (one, other, third))), heights[one])
    ]
    whole = [reduce(joined, (shapes[at] for at in group)) for group in groups]
    found = probabilities(
        *views.of([s.members for s in whole], [s.box for s in whole], [heights[one] for one, *_ in groups])
    )
    gone: set[int] = set()
    new: dict[int, tuple[Shape, NDArray[np.float32]]] = {}
    for at in np.argsort(-found[:, 1 : _SIGNS + 1].max(axis=1, initial=0)):
        group = groups[at]
        best = int(found[at].argmax())
        stump = at < len(pairs) and _stump(shapes, chances, group[0], group[1])
        apart = 0.0 if stump else min(_as_character(chances[piece]) for piece in group)
        if not 0 < best <= _SIGNS or found[at, best] < max(_SURE, apart) or gone & set(group):
            continue
        gone |= set(group)
        new[group[0]] = (whole[at], found[at])
    if not new:
        return shapes, chances, heights
    kept = [at for at in range(len(shapes)) if at not in gone or at in new]
    rows = np.stack([new[at][1] if at in new else chances[at] for at in kept])
    return [new[at][0] if at in new else shapes[at] for at in kept], rows, [heights[at] for at in kept]


def _as_character(chances: NDArray[np.float32]) -> float:
    """The probability that a shape is a digit or a sign larger than a dot."""
    return float(1 - chances[_NONE] - chances[_DOT])


def _stump(shapes: Sequence[Shape], chances: NDArray[np.float32], one: int, other: int) -> bool:
    """Whether one of two shapes looks like a slash and is lower than the other: a stroke that broke off a digit."""
    high = [shapes[at].box[3] - shapes[at].box[1] for at in (one, other)]
    slashes = [int(chances[at].argmax()) == _SIGNS for at in (one, other)]
    return min(high) < _STUMP * max(high) and slashes[int(high[1] < high[0])]


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
            whole = joined(shape, shapes[other])
            small = any(b[3] - b[1] < _PIECE * height for b in (shape.box, box))
            weak = min(_as_character(chances[one]), _as_character(chances[other])) < 1 - _SURE
            weak = weak or _stump(shapes, chances, one, other)
            if (small or weak) and _fits(whole, height):
                yield one, other


def _fits(shape: Shape, height: float) -> bool:
    """Whether pieces together are no larger than a digit."""
    x0, y0, x1, y1 = shape.box
    return x1 - x0 < _JOINED_WIDE * height and y1 - y0 < _JOINED_HIGH * height


def joined(one: Shape, other: Shape) -> Shape:
    """Two shapes as one."""
    a, b = one.box, other.box
    return Shape(one.members + other.members, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))


def parted(
    ink: Ink, views: Views, shapes: list[Shape], chances: NDArray[np.float32], heights: list[float]
) -> tuple[list[Shape], NDArray[np.float32], list[float]]:
    """The shapes of a page, with those cut in two that are two digits, or one and a slash, grown together.

    The right half of a component that is cut gets a new number in `Ink.labels`.
    """
    digits = (chances[:, 1 : _SIGNS + 1].max(axis=1, initial=0) > _SURE).tolist()
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
        signs = [int(row.argmax()) for row in rows]
        if 0 < min(signs) < _SIGNS and max(signs) <= _SIGNS and rows.max(axis=1).min() > _SURE:
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
    """A shape's component, and its halves left and right of the line with the least ink; None where that is thick.

    The line is upright, or leans as a slash does.
    """
    x0, y0, x1, y1 = shape.box
    name = shape.members[0]
    ys, xs = np.nonzero(ink.labels[y0:y1, x0:x1] == name)
    least, right = _STROKE * (y1 - y0), None
    for slope in _SLOPES:
        along = xs + np.round(slope * ys).astype(np.intp)
        counts = np.bincount(along)
        first = int(along.min())
        low, high = (first + round(share * (len(counts) - first)) for share in (_CUT_FROM, _CUT_TO))
        at = low + int(counts[low:high].argmin())
        if counts[at] < least or (right is None and counts[at] <= least):
            least, right = counts[at], along >= at
    if len(shape.members) > 1 or right is None:
        return None
    new = int(ink.labels.max()) + 1
    ink.labels[y0 + ys[right], x0 + xs[right]] = new
    sides = []
    for member, own in ((name, ~right), (new, right)):
        columns, rows = xs[own], ys[own]
        box = (x0 + int(columns.min()), y0 + int(rows.min()), x0 + int(columns.max()) + 1, y0 + int(rows.max()) + 1)
        sides.append(Shape((member,), box))
    return name, (sides[0], sides[1])


def _relabel(ink: Ink, box: Box, old: int, new: int) -> None:
    x0, y0, x1, y1 = box
    part = ink.labels[y0:y1, x0:x1]
    part[part == old] = new
