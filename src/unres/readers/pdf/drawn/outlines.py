"""The shape of a glyph, as a number, and the shapes whose text is known.

Equal outlines have equal numbers, whatever font and file they stand in: an outline is the list of its points, scaled
to a common em, with its left edge at 0. Producers that cut a font down to the glyphs of a document renumber them and
drop every table that tells what they are, but leave the points alone. The table of known outlines comes with the
package; ``benchmarks/pdf/outlines.py`` makes it from files whose maps are right.
"""

from __future__ import annotations

import struct
import zlib
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from unres.readers.pdf.drawn.sfnt import FontError, Sfnt, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EM = 2048
"""Units to which all outlines are scaled."""
_MOST_POINTS = 3_000
_MOST_ALL = 400_000
"""Points read from one font."""
_MOST_PARTS = 40  # of one composite glyph, those inside others counted
_ON, _SHORT_X, _SHORT_Y, _REPEATED, _SAME_X, _SAME_Y = 1, 2, 4, 8, 16, 32
_WORDS, _OFFSETS, _SCALE, _MORE, _SCALES, _MATRIX = 1, 2, 8, 32, 64, 128

Point = tuple[int, int, int]
"""x, y, and whether the point lies on the curve; 2 is added where it ends a contour."""


class TrueTypeOutlines:
    """The outlines of a TrueType program.

    Raises:
        FontError: from the constructor and from every method, where the tables are damaged.
    """

    def __init__(self, font: Sfnt) -> None:
        head = font.table(b"head")
        self._units, wide = numbers(head, 18, "H")[0], numbers(head, 50, "h")[0]
        if not self._units:
            raise FontError("a font without units")
        self._glyf = font.table(b"glyf")
        self._loca = font.table(b"loca")
        self._wide = bool(wide)
        self._left = _MOST_ALL
        self.count = min(font.glyph_count, len(self._loca) // (4 if wide else 2) - 1)

    def shape(self, glyph: int) -> int:
        """The number of a glyph's outline; 0 for a glyph that draws nothing."""
        points = self._of(glyph)
        if not points:
            return 0
        left = min(x for x, _, _ in points)
        flat = [value for x, y, on in points for value in (self._scaled(x - left), self._scaled(y), on)]
        digest = blake2b(struct.pack(f"<{len(flat)}i", *flat), digest_size=5)
        return int.from_bytes(digest.digest(), "big") or 1

    def points(self, glyph: int) -> int:
        """How many points the outline of a glyph has."""
        return len(self._of(glyph))

    def _of(self, glyph: int) -> list[Point]:
        points = self._points(glyph, _MOST_PARTS) if 0 <= glyph < self.count else []
        self._left -= len(points)
        if self._left < 0:
            raise FontError("its glyphs have too many points")
        return points

    def _scaled(self, value: int) -> int:
        return (2 * value * EM + self._units) // (2 * self._units)

    def _points(self, glyph: int, parts: int) -> list[Point]:
        if self._wide:
            start, end = numbers(self._loca, 4 * glyph, "II")
        else:
            start, end = (2 * place for place in numbers(self._loca, 2 * glyph, "HH"))
        data = self._glyf[start:end]
        if not data:
            return []
        contours = numbers(data, 0, "h")[0]
        return [*self._composite(data, parts)] if contours < 0 else _simple(data, contours)

    def _composite(self, data: bytes, parts: int) -> Iterator[Point]:
        """The points of glyphs put together, each moved and scaled as the composite says."""
        at, flags = 10, _MORE
        while flags & _MORE:
            flags, glyph = numbers(data, at, "HH")
            dx, dy = numbers(data, at + 4, "hh" if flags & _WORDS else "bb")
            at += 8 if flags & _WORDS else 6
            xx, xy, yx, yy = 16384, 0, 0, 16384
            if flags & _SCALE:
                xx = yy = numbers(data, at, "h")[0]
                at += 2
            elif flags & _SCALES:
                xx, yy = numbers(data, at, "hh")
                at += 4
            elif flags & _MATRIX:
                xx, xy, yx, yy = numbers(data, at, "hhhh")
                at += 8
            parts -= 1
            if parts < 0 or glyph >= self.count:
                raise FontError("a composite glyph has too many parts")
            if not flags & _OFFSETS:
                dx = dy = 0  # points of both parts are laid on each other: only their own shape counts here
            for x, y, on in self._points(glyph, parts // 2):
                yield ((x * xx + y * yx) >> 14) + dx, ((x * xy + y * yy) >> 14) + dy, on


def _simple(data: bytes, contours: int) -> list[Point]:
    if not contours:
        return []
    ends = numbers(data, 10, f"{contours}H")
    count = ends[-1] + 1
    if count > _MOST_POINTS or any(second <= first for first, second in pairwise(ends)):
        raise FontError("a glyph has too many points, or contours that run back")
    at = 12 + 2 * contours + numbers(data, 10 + 2 * contours, "H")[0]
    flags: list[int] = []
    while len(flags) < count:
        flag, again = numbers(data, at, "BB") if at + 1 < len(data) else (*numbers(data, at, "B"), 0)
        at += 1
        flags.append(flag)
        if flag & _REPEATED:
            at += 1
            flags += [flag] * again
    del flags[count:]
    xs, at = _coordinates(data, at, flags, _SHORT_X, _SAME_X)
    ys, _ = _coordinates(data, at, flags, _SHORT_Y, _SAME_Y)
    last = set(ends)
    return [
        (x, y, (flag & _ON) + 2 * (index in last)) for index, (x, y, flag) in enumerate(zip(xs, ys, flags, strict=True))
    ]


def _coordinates(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """One coordinate of all points: each is a step from the one before."""
    value = 0
    found: list[int] = []
    for flag in flags:
        if flag & short:
            step = numbers(data, at, "B")[0]
            value += step if flag & same else -step
            at += 1
        elif not flag & same:
            value += numbers(data, at, "h")[0]
            at += 2
        found.append(value)
    return found, at


_NUMBER = 5  # bytes of an outline's number


def known_text(shape: int) -> str:
    """The text of an outline; empty where it is not known."""
    return _table().get(shape, "")


@cache
def _table() -> Mapping[int, str]:
    return unpacked(files(__package__).joinpath("outlines.bin").read_bytes())


def packed(table: Mapping[int, str]) -> bytes:
    """The table as it is kept: the texts, then for each outline its number and the place of its text among them."""
    texts = sorted(set(table.values()))
    places = {text: index for index, text in enumerate(texts)}
    words = zlib.compress("\n".join(texts).encode(), 9)
    rows = sorted(table.items())
    numbers = b"".join(shape.to_bytes(_NUMBER, "big") for shape, _ in rows)
    indices = zlib.compress(struct.pack(f">{len(rows)}H", *(places[text] for _, text in rows)), 9)
    return struct.pack(">III", len(rows), len(words), len(indices)) + words + indices + numbers


def unpacked(data: bytes) -> dict[int, str]:
    """The table that was packed so."""
    count, words, indices = struct.unpack_from(">III", data)
    texts = zlib.decompress(data[12 : 12 + words]).decode().split("\n")
    places = struct.unpack(f">{count}H", zlib.decompress(data[12 + words : 12 + words + indices]))
    at = 12 + words + indices
    numbers = (data[start : start + _NUMBER] for start in range(at, at + _NUMBER * count, _NUMBER))
    return {int.from_bytes(number, "big"): texts[place] for number, place in zip(numbers, places, strict=True)}
