"""Numbers of paragraphs that are drawn as pictures, read by their sequence.

Word prints the numbers of some lists as small pictures, one for the digits and one for the dash. What each shape means
is not known, but numbers that count up from 1 say it: with enough of them the same shapes come back in places where
only one digit can stand. A document in which a single shape does not fit is left alone.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from unres.readers.pdf.limits import check_time
from unres.readers.pdf.rows import LABEL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.pdfium import Picture
    from unres.readers.pdf.rows import Row, RowPage

_FEWEST = 12  # numbers: from 1 to 12 a shape comes back three times, and another twice
_MOST = 300
_SECONDS = 5.0  # for their pictures
_FARTHEST = 6.0  # ems before the text
_LOW, _HIGH = 0.3, 1.0  # ems below and above the baseline
_LOWEST_DIGIT = 0.4  # ems: lower is a dash
_COLUMNS, _LINES = 12, 16
_WIDTH_COUNTS = 60  # fields for a width as large as the height


@dataclass(slots=True)
class _Number:
    """A number before a row: its pictures, and what shapes it has from the left."""

    page: RowPage
    row: Row
    boxes: list[Box]
    dashed: bool
    shapes: list[_Shape] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Shape:
    """One digit: which fields of a grid laid over it have ink, as bits, and its width for its height."""

    fields: int
    width: float

    def distance(self, other: _Shape) -> float:
        return (self.fields ^ other.fields).bit_count() + _WIDTH_COUNTS * abs(self.width - other.width)


def read_numbers(pages: list[RowPage], draw: Callable[[int, Sequence[Box]], list[Picture | None]]) -> int:
    """Puts the numbers before their rows, and takes their pictures away; how many there are, 0 where they do not fit.

    Args:
        pages: their rows and pictures.
        draw: what the images at some places of a page show; None for those that cannot be drawn.
    """
    numbers = [number for page in pages if not page.quarters for number in _numbers(page)]
    if not _FEWEST <= len(numbers) <= _MOST:
        return 0
    end = time.monotonic() + _SECONDS
    for page, own in groupby(numbers, key=lambda number: number.page.number):
        if time.monotonic() > end:
            return 0
        _see(list(own), page, draw)
    if not _count_up([number.shapes for number in numbers]):
        return 0
    for value, number in enumerate(numbers, 1):
        _put_before(number, value)
    return len(numbers)


def _see(numbers: list[_Number], page: int, draw: Callable[[int, Sequence[Box]], list[Picture | None]]) -> None:
    """Gives the numbers of one page their shapes."""
    places = [(number, box) for number in numbers for box in sorted(number.boxes) if _is_high(box, number.row)]
    for (number, _), picture in zip(places, draw(page, [box for _, box in places]), strict=True):
        check_time()
        number.shapes += _shapes(picture) if picture else []


def _is_high(box: Box, row: Row) -> bool:
    """Whether it is as high as a digit; a dash is lower."""
    return box[3] - box[1] >= _LOWEST_DIGIT * row.size


def _numbers(page: RowPage) -> list[_Number]:
    """The rows of a page that have pictures of digits right before them, from the top."""
    found: list[_Number] = []
    for row in sorted(page.rows, key=lambda row: -row.y):
        check_time()
        if row.zone != "body" or row.cell is not None or LABEL.match(row.text):
            continue
        boxes = [box for box in page.pictures if _before(box, row, page)]
        high = [box for box in boxes if _is_high(box, row)]
        if high:
            found.append(_Number(page, row, boxes, dashed=len(high) < len(boxes)))
    return found


def _before(box: Box, row: Row, page: RowPage) -> bool:
    gap = box[0] - row.x1 if page.from_right else row.x0 - box[2]
    level = row.y - _LOW * row.size < box[1] and box[3] < row.y + _HIGH * row.size
    return level and 0 < gap < _FARTHEST * row.size


def _shapes(picture: Picture) -> list[_Shape]:
    """What stands side by side in a picture, with white between, from the left."""
    inked = [any(line[x] for line in picture) for x in range(len(picture[0]))]
    edges = [x for x in range(len(inked) + 1) if (x < len(inked) and inked[x]) != (x > 0 and inked[x - 1])]
    return [_shape([line[start:end] for line in picture]) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _shape(picture: Picture) -> _Shape:
    lines = [y for y, line in enumerate(picture) if any(line)]
    picture = picture[lines[0] : lines[-1] + 1]
    height, width = len(picture), len(picture[0])
    fields = 0
    for y in range(_LINES):
        for x in range(_COLUMNS):
            inked = picture[(2 * y + 1) * height // (2 * _LINES)][(2 * x + 1) * width // (2 * _COLUMNS)]
            fields = 2 * fields + inked
    return _Shape(fields, width / height)


def _count_up(numbers: Sequence[Sequence[_Shape]]) -> bool:
    """Whether every shape is likest to another of the same digit, if the numbers count up from 1."""
    if any(len(shapes) != len(str(value)) for value, shapes in enumerate(numbers, 1)):
        return False
    read = [
        (shape, digit)
        for value, shapes in enumerate(numbers, 1)
        for shape, digit in zip(shapes, str(value), strict=True)
    ]
    for index, (shape, digit) in enumerate(read):
        check_time()
        others = read[:index] + read[index + 1 :]
        if any(known == digit for _, known in others):
            nearest = min(others, key=lambda other: shape.distance(other[0]))
            if nearest[1] != digit:
                return False
    return True


def _put_before(number: _Number, value: int) -> None:
    row, page = number.row, number.page
    x0, x1 = min(box[0] for box in number.boxes), max(box[2] for box in number.boxes)
    start = page.width - x1 if page.from_right else x0
    row.text = f"{value}{'-' if number.dashed else '.'} {row.text}"
    row.second_word, row.first_word = row.lead - start, x1 - x0
    row.lead = start
    row.x0, row.x1 = min(row.x0, x0), max(row.x1, x1)
    page.pictures = [box for box in page.pictures if box not in number.boxes]
