"""What a shape is: one of the digits and signs of numbers, or none of them, with a probability for each.

A small convolutional network looks at the shape alone and at its surroundings. Its weights stand in ``digits.npz``;
``benchmarks/ocr/train.py`` makes them. Persian forms of digits are read as the Arabic-Indic digits they stand for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from unres.readers.ocr.shapes import Box, Ink

CLASSES = "\0٠١٢٣٤٥٦٧٨٩0123456789/().-[]"
"""The character of each class; that of the first is none."""
_WIDEST, _HIGHEST = 1.3, 2.5  # of the letters' height: no digit, slash or bracket is larger
_BATCH = 256


@dataclass(slots=True)
class Shape:
    """Ink that may be one character."""

    members: tuple[int, ...]
    """The numbers of its components in `Ink.labels`."""
    box: Box


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
    rows = [_logits(alone[at : at + _BATCH], around[at : at + _BATCH]) for at in range(0, len(alone), _BATCH)]
    if not rows:
        return np.zeros((0, len(CLASSES)), np.float32)
    logits = np.concatenate(rows)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), np.float32)


def _logits(alone: NDArray[np.uint8], around: NDArray[np.uint8]) -> NDArray[np.float32]:
    one = _halved(_convolved(_scaled(alone), "alone1", side=3, padding=1))
    one = _halved(_convolved(one, "alone2", side=3, padding=1))
    one = _convolved(one, "alone3", side=3)
    other = _convolved(_scaled(around), "around1", side=5, padding=2, step=2)
    other = _convolved(other, "around2", side=3, padding=1, step=2)
    flat = [values.transpose(0, 3, 1, 2).reshape(len(values), -1) for values in (one, other)]
    hidden = np.maximum(_dense(np.concatenate(flat, axis=1), "hidden"), 0)
    return _dense(hidden, "out")


def _scaled(views: NDArray[np.uint8]) -> NDArray[np.float32]:
    scaled = views[:, :, :, None].astype(np.float32)
    scaled /= 255
    return scaled


def _dense(values: NDArray[np.float32], layer: str) -> NDArray[np.float32]:
    weights = _weights()
    return np.asarray(values @ weights[layer].T + weights[f"{layer}_bias"], np.float32)


def _convolved(
    values: NDArray[np.float32], layer: str, *, side: int, padding: int = 0, step: int = 1
) -> NDArray[np.float32]:
    """A convolution over n × height × width × channels, negative values cut off."""
    around = ((0, 0), (padding, padding), (padding, padding), (0, 0))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, around), (side, side), axis=(1, 2))
    windows = windows[:, ::step, ::step]
    n, height, width = windows.shape[:3]
    values = _dense(windows.reshape(n * height * width, -1), layer).reshape(n, height, width, -1)
    return np.maximum(values, 0, out=values)


def _halved(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The largest of each two by two."""
    n, height, width, channels = values.shape
    return np.asarray(values.reshape(n, height // 2, 2, width // 2, 2, channels).max(axis=(2, 4)), np.float32)
