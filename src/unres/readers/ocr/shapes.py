"""A page's ink cut into shapes: what is dark, which dark pixels hang together, and views of each for the classifier."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SHAPE_SIDE = 28
"""Pixels of the square view of one shape alone."""
AROUND_WIDE, AROUND_HIGH = 40, 24
"""Pixels of the view of a shape's surroundings."""
_AROUND_HEIGHTS = 1.2
"""How far the surroundings reach above and below the shape's middle, in heights of the line's letters."""
_PAPER_BLOCK = 8
_PAPER_REACH = 9  # blocks, over which the lightest is taken for paper
_DARKEST_PAPER = 24
_ROWS = 64  # that are looked up at a time: they fit into the processor's cache
_FEWEST, _MOST = 0.35, 0.8  # of the paper's lightness: the threshold of ink lies between them
_SPECK, _SPECKLED, _SPECKS_OF_ANY = 2, 3, 500
"""Pixels across of a speck; a page is full of them where there are so many for each letter, and so many more."""
_LEAST_TURNED, _MOST_TURNED = 0.3, 3.0
"""Degrees by which a page is turned back, at the least and at the most."""
_WIDE_ENOUGH = 800
_BLACK = 170
"""The mean level of ink from which it is black on white already."""
_FAINT = 100
"""Where ink and paper are parted at a lower level, levels are stretched until they are parted at this one."""
_PAPER = 0.95
"""The share of the paper that becomes white when levels are stretched: the rest of its noise is darker."""
_SOFT, _LESS_SOFT, _THICKER = 0.005, 0.003, 0.01
"""How far, in inches, strokes are softened for a second reading; and how far for a third, in which they are so much
thicker."""
_SMALLEST_DOT = 0.006  # inches across; smaller components are noise
_MARGIN = 0.08  # of the shape's larger side, left free around it

Box = tuple[int, int, int, int]


@dataclass(slots=True)
class Ink:
    """The dark parts of a page.

    Attributes:
        level: how dark each pixel is against the paper around it, 0 to 255.
        labels: the number of each pixel's component, from 1; 0 is paper.
        boxes: left, top, right and bottom of each component that is no speck, one row each.
        names: the number in `labels` of each row of `boxes`.
    """

    level: NDArray[np.uint8]
    labels: NDArray[np.int32]
    boxes: NDArray[np.int32]
    names: NDArray[np.int32]


def ink_of(picture: Image.Image, dpi: int) -> Ink:
    """Finds the ink of a picture in grey; paper may be darker in one place than in another."""
    level = _levels(picture)
    labels, boxes = components(level > _threshold(level))
    smallest = max(2.0, _SMALLEST_DOT * dpi)
    large = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) >= smallest
    return Ink(level, labels, boxes[large], np.flatnonzero(large).astype(np.int32) + 1)


def softened(picture: Image.Image, dpi: int) -> Image.Image:
    """A page in grey with its edges smooth: rough ones are read as dots of letters."""
    return picture.filter(ImageFilter.GaussianBlur(_SOFT * dpi))


def thickened(picture: Image.Image, dpi: int) -> Image.Image:
    """A page in grey with thicker strokes: thin ones that broke hang together again."""
    thicker = picture.filter(ImageFilter.MinFilter(round(_THICKER * dpi) | 1))
    return thicker.filter(ImageFilter.GaussianBlur(_LESS_SOFT * dpi))


def evened(picture: Image.Image) -> Image.Image:
    """A page in grey as tesseract reads it best.

    Specks are taken off a page that is full of them; faint type and dark paper become black on white.
    """
    level = _levels(picture)
    threshold = _threshold(level)
    boxes = components(level > threshold)[1]
    large = int(np.count_nonzero((boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=0) > _SPECK))
    if len(boxes) - large > _SPECKLED * large + _SPECKS_OF_ANY:
        picture = picture.filter(ImageFilter.MedianFilter(3))
        level = _levels(picture)
        threshold = _threshold(level)
    counts = np.bincount(level.ravel(), minlength=256)
    paper = np.cumsum(counts[: int(threshold) + 1])
    counts[: int(threshold) + 1] = 0
    levels = np.arange(256)
    mean = float(counts @ levels / max(1, counts.sum()))
    if not counts.any() or mean >= _BLACK:
        return picture
    white = int(np.searchsorted(paper, _PAPER * paper[-1]))  # noise that is stretched too hides the letters
    stretch = max(_FAINT / max(1.0, threshold - white), 2 * _FAINT / (mean - white))
    return Image.fromarray(level).point((255 - np.clip((levels - white) * stretch, 0, 255)).astype(np.uint8).tolist())


def straightened(picture: Image.Image) -> Image.Image:
    """A page turned so that its lines lie level; one that is turned by less than a third of a degree stays."""
    small = picture.reduce(4) if min(picture.size) >= _WIDE_ENOUGH else picture
    level = _levels(small)
    ys, xs = np.nonzero(level > _threshold(level))
    if not len(ys):
        return picture
    coarse = max(np.arange(-_MOST_TURNED, _MOST_TURNED + 0.1, 0.25), key=lambda angle: _levelness(ys, xs, angle))
    degrees = max(np.arange(coarse - 0.2, coarse + 0.21, 0.05), key=lambda angle: _levelness(ys, xs, angle))
    if abs(degrees) < _LEAST_TURNED:
        return picture
    return picture.rotate(float(degrees), Image.Resampling.BICUBIC, fillcolor=255)


def _levelness(ys: NDArray[np.intp], xs: NDArray[np.intp], degrees: float) -> float:
    """How much the ink gathers in single rows, were the page turned by so many degrees against the clock."""
    rows = np.round(ys - xs * np.tan(np.radians(degrees))).astype(np.intp)
    return float((np.bincount(rows - rows.min()).astype(float) ** 2).sum())


def _levels(picture: Image.Image) -> NDArray[np.uint8]:
    """The picture turned about: 0 for paper, 255 for black, whatever the paper's own grey."""
    blocks = picture.reduce(_PAPER_BLOCK) if min(picture.size) >= _PAPER_BLOCK else picture
    paper = blocks.filter(ImageFilter.MaxFilter(_PAPER_REACH)).filter(ImageFilter.BoxBlur(_PAPER_REACH // 2))
    around = np.asarray(paper.resize(picture.size, Image.Resampling.BILINEAR))
    grey, level = np.asarray(picture), np.empty(around.shape, np.uint8)
    for top in range(0, len(grey), _ROWS):
        part = slice(top, top + _ROWS)
        level[part] = _darkness()[around[part].astype(np.uint16) << 8 | grey[part]]
    return level


@cache
def _darkness() -> NDArray[np.uint8]:
    """The level of each grey on each paper, the paper's grey in the upper eight bits of the index."""
    paper, grey = np.divmod(np.arange(1 << 16, dtype=np.float32), 256)
    return np.asarray(255 * (1 - np.clip(grey / np.maximum(paper, _DARKEST_PAPER), 0, 1)), np.uint8)


def _threshold(level: NDArray[np.uint8]) -> float:
    """The level that best parts ink from paper (Otsu's method) in the halved page, where specks count less."""
    counts = np.bincount(np.asarray(Image.fromarray(level).reduce(2)).ravel(), minlength=256).astype(float)
    values = np.arange(256)
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * values)
    with np.errstate(invalid="ignore", divide="ignore"):
        between = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    best = float(np.argmax(np.nan_to_num(between)))
    return min(max(best, 255 * (1 - _MOST)), 255 * (1 - _FEWEST))


def components(ink: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Numbers the groups of dark pixels that touch, corners included.

    Returns:
        The number of each pixel's group, from 1, and the box of each group: left, top, right, bottom.
    """
    height, width = ink.shape
    padded = np.zeros((height, width + 1), np.bool_)  # a run ends with its row
    padded[:, :-1] = ink
    edges = np.flatnonzero(np.diff(padded.ravel(), prepend=False))
    rows, starts = np.divmod(edges[::2], width + 1)
    ends = edges[1::2] - rows * (width + 1)
    if not len(rows):
        return np.zeros(ink.shape, np.int32), np.zeros((0, 4), np.int32)
    parents = _joined(rows, starts, ends, width)
    _, of_run = np.unique(parents, return_inverse=True)
    count = int(of_run.max()) + 1
    boxes = np.empty((count, 4), np.int32)
    boxes[:, :2] = max(height, width)
    boxes[:, 2:] = 0
    np.minimum.at(boxes[:, 0], of_run, starts)
    np.minimum.at(boxes[:, 1], of_run, rows)
    np.maximum.at(boxes[:, 2], of_run, ends)
    np.maximum.at(boxes[:, 3], of_run, rows + 1)
    labels = np.zeros(height * width, np.int32)
    labels[ink.ravel()] = np.repeat(of_run + 1, ends - starts)
    return labels.reshape(ink.shape), boxes


def _joined(rows: NDArray[np.intp], starts: NDArray[np.intp], ends: NDArray[np.intp], width: int) -> NDArray[np.intp]:
    """For each run of dark pixels the first run of its group."""
    span = width + 4
    first = np.searchsorted(rows * span + ends, (rows - 1) * span + starts, side="left")
    last = np.searchsorted(rows * span + starts, (rows - 1) * span + ends, side="right")
    touching = np.maximum(last - first, 0)
    lower = np.repeat(np.arange(len(rows)), touching)
    upper = np.repeat(first, touching) + np.arange(len(lower)) - np.repeat(np.cumsum(touching) - touching, touching)
    parents = np.arange(len(rows))
    while len(lower):
        one, other = parents[lower], parents[upper]
        apart = one != other
        if not apart.any():
            break
        lower, upper = lower[apart], upper[apart]
        one, other = one[apart], other[apart]
        np.minimum.at(parents, np.maximum(one, other), np.minimum(one, other))
        while True:
            grand = parents[parents]
            if np.array_equal(grand, parents):
                break
            parents = grand
    return parents


def letter_height(boxes: NDArray[np.int32]) -> float:
    """How high the letters of a line are: exceeded by a fifth of its shapes, dots left aside."""
    heights = (boxes[:, 3] - boxes[:, 1]).astype(float)
    if not len(heights):
        return 0.0
    tall = heights[heights > heights.max() * 0.3] if len(heights) < 4 else heights[heights > np.median(heights) * 0.5]
    return float(np.percentile(tall, 80))


class Views:
    """Cuts the two views of shapes out of a page: the shape alone, and the shape among its neighbours."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._pad = 8
        self._page = Image.fromarray(ink.level)

    def of(
        self, members: Sequence[Sequence[int]], boxes: Sequence[Box], heights: Sequence[float]
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Views of shapes.

        Args:
            members: of each shape the numbers in `Ink.labels` of the components that make it up.
            boxes: of each shape.
            heights: of the letters of each shape's line.

        Returns:
            Two arrays, n × 28 × 28 and n × 24 × 40.
        """
        alone = np.zeros((len(boxes), SHAPE_SIDE, SHAPE_SIDE), np.uint8)
        around = np.zeros((len(boxes), AROUND_HIGH, AROUND_WIDE), np.uint8)
        for at, (names, box, height) in enumerate(zip(members, boxes, heights, strict=True)):
            alone[at] = self._alone(names, box)
            around[at] = self._around(box, height)
        return alone, around

    def _alone(self, names: Sequence[int], box: Box) -> NDArray[np.uint8]:
        x0, y0, x1, y1 = max(0, box[0] - 1), max(0, box[1] - 1), box[2] + 1, box[3] + 1
        level = self._ink.level[y0:y1, x0:x1]
        labels = self._ink.labels[y0:y1, x0:x1]
        own = labels == 0
        for name in names:
            own = own | (labels == name)
        high, wide = level.shape
        side = max(high, wide)
        side += 2 * max(1, round(_MARGIN * side))
        square = np.zeros((side, side), np.uint8)
        top, left = (side - high) // 2, (side - wide) // 2
        square[top : top + high, left : left + wide] = np.where(own, level, 0)
        return np.asarray(Image.fromarray(square).resize((SHAPE_SIDE, SHAPE_SIDE), Image.Resampling.BILINEAR))

    def _around(self, box: Box, height: float) -> NDArray[np.uint8]:
        reach = _AROUND_HEIGHTS * max(height, 4.0)
        wide = reach * AROUND_WIDE / AROUND_HIGH
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        size = (AROUND_WIDE, AROUND_HIGH)
        area = (round(x - wide), round(y - reach), round(x + wide), round(y + reach))
        return np.asarray(self._page.crop(area).resize(size, Image.Resampling.BILINEAR))
