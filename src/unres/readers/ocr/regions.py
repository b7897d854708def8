"""Where text stands on a picture in one column: two pages side by side, columns of a page, borders taken off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from unres.readers.ocr.shapes import components

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unres.readers.ocr.shapes import Box

_BLOCK = 8
_BLACK = 110
"""A block of pixels this dark on average is black: print is lighter."""
_BORDER = 0.01
"""The least width of a black border, of the picture's."""
_INK = 0.9
"""A block darker than this share of the paper's lightness has ink in it."""
_SPREAD = 1.15
"""How much wider than high a picture of two pages is at the least."""
_FROM, _TO = 0.36, 0.64
"""Between which shares of the width a gutter lies."""
_GUTTER_INCHES = 0.16
_LEAST_HIGH, _LEAST_INCHES = 0.22, 3.0
"""How far two columns reach down a page at the least, of its height, and in inches: spaces of a few lines may meet."""
_PRINTED, _PRINTED_PAGE, _FILLED = 0.25, 0.02, 0.2
"""The least share of rows with print on either side of a gutter, and on either of two pages, of which one may be nearly
empty; and of such a row's width that has ink: specks have less."""


@dataclass(slots=True)
class Region:
    """A part of a picture with one column of text."""

    box: Box
    foot: bool
    """Whether it reaches the foot of its page, where furniture may stand."""
    goes_on: bool = False
    """Whether it is a column that goes on from the one before."""


def without_border(picture: Image.Image) -> Image.Image:
    """A page in grey, rid of the black that a copier leaves along the edges."""
    small = np.asarray(picture.reduce(_BLOCK))
    black = small < _BLACK
    if not (black[0].any() or black[-1].any() or black[:, 0].any() or black[:, -1].any()):
        return picture
    height, width = black.shape
    labels, boxes = components(black)
    at_edge = (boxes[:, 0] == 0) | (boxes[:, 1] == 0) | (boxes[:, 2] == width) | (boxes[:, 3] == height)
    least = max(1, round(_BORDER * min(width, height)))
    large = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) >= least
    border = np.isin(labels, np.flatnonzero(at_edge & large) + 1)
    if not border.any():
        return picture
    wider = border.copy()  # a block on, for the grey along the black
    for step in (-1, 1):
        for axis in (0, 1):
            wider |= np.roll(border, step, axis)
    mask = Image.fromarray(wider.astype(np.uint8) * 255).resize(
        (width * _BLOCK, height * _BLOCK), Image.Resampling.NEAREST
    )
    paper = int(np.median(small[~wider])) if (~wider).any() else 255
    out = picture.copy()
    out.paste(paper, mask=mask.crop((0, 0, *picture.size)))
    return out


def regions(picture: Image.Image, dpi: int, *, arabic: bool) -> list[Region]:
    """The parts of a picture in order of reading: of an Arabic one from the right.

    Args:
        picture: in grey, level, without a border.
        dpi: its resolution.
        arabic: whether it is read from the right.
    """
    ink = _inked(picture)
    width, height = picture.size
    pages = [(0, width)]
    if width > _SPREAD * height and (fold := _gutter(ink, dpi, _PRINTED_PAGE)):
        middle = round((fold[0] + fold[1]) / 2 * _BLOCK)
        pages = [(0, middle), (middle, width)]
    found: list[Region] = []
    for left, right in pages[:: -1 if arabic else 1]:
        found += _of_page(ink[:, left // _BLOCK : -(-right // _BLOCK)], (left, right, height), dpi, arabic=arabic)
    return found


def _of_page(ink: NDArray[np.bool_], page: tuple[int, int, int], dpi: int, *, arabic: bool) -> list[Region]:
    """The columns of one page, with what stands above and below them."""
    left, right, height = page
    gutter = _gutter(ink, dpi, _PRINTED)
    if gutter is None:
        return [Region((left, 0, right, height), foot=True)]
    middle = left + round((gutter[0] + gutter[1]) / 2 * _BLOCK)
    top, bottom = gutter[2] * _BLOCK, min(height, gutter[3] * _BLOCK)
    columns = [(left, middle), (middle, right)][:: -1 if arabic else 1]
    foot = not ink[gutter[3] :].any()
    found = [Region((x0, top, x1, bottom), foot, goes_on=at == 1) for at, (x0, x1) in enumerate(columns)]
    if ink[: gutter[2]].any():
        found.insert(0, Region((left, 0, right, top), foot=False))
    if not foot:
        found.append(Region((left, bottom, right, height), foot=True))
    return found


def _inked(picture: Image.Image) -> NDArray[np.bool_]:
    """Which blocks have ink, against the paper of the page."""
    small = np.asarray(picture.reduce(_BLOCK), np.float32)
    return np.asarray(small < _INK * np.median(small))


def _gutter(ink: NDArray[np.bool_], dpi: int, printed: float) -> tuple[int, int, int, int] | None:
    """Left, right, top and bottom in blocks of a white band; None without one, or with fewer printed rows beside it."""
    height, width = ink.shape
    wide = max(2, round(_GUTTER_INCHES * dpi / _BLOCK))
    best: tuple[int, int, int, int] | None = None
    for x in range(round(_FROM * width), round(_TO * width) - wide):
        top, bottom = _longest(np.asarray(~ink[:, x : x + wide].any(axis=1)))
        if best is None or bottom - top > best[3] - best[2]:
            best = (x, x + wide, top, bottom)
    if best is None:
        return None
    x0, x1, top, bottom = best
    sides = [side.mean(axis=1) >= _FILLED for side in (ink[top:bottom, :x0], ink[top:bottom, x1:])]
    rows = np.flatnonzero(sides[0] | sides[1])
    if not len(rows):
        return None
    top, bottom = top + int(rows[0]), top + int(rows[-1]) + 1
    least = max(_LEAST_HIGH * height, _LEAST_INCHES * dpi / _BLOCK)
    if bottom - top < least or min(side.sum() for side in sides) < printed * (bottom - top):
        return None
    while x1 < width and not ink[top:bottom, x1].any():
        x1 += 1
    while x0 > 0 and not ink[top:bottom, x0 - 1].any():
        x0 -= 1
    return x0, x1, top, bottom


def _longest(free: NDArray[np.bool_]) -> tuple[int, int]:
    """The longest run of rows that are free."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], free.astype(np.int8), [0]])))
    if not len(edges):
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    at = int((ends - starts).argmax())
    return int(starts[at]), int(ends[at])
