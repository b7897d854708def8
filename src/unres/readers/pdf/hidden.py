"""Text that a page holds and does not show: outside the clipping path, or below a white area painted over it.

Programs leave both behind: Word keeps the text of a box that is larger than its frame, and a figure that was
translated has the new legend, on white, over the old one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.limits import check_time

if TYPE_CHECKING:
    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import Glyph

_HIGHEST, _LOWEST = 1.0, 0.3
"""Ems above and below the baseline that no ink passes."""
_BODY = 0.5
"""Ems above the baseline up to which a letter has ink."""
_WHITE = {1: 1.0, 3: 1.0, 4: 0.0}
"""What each component of white is, by their number: grey, red-green-blue, and inks."""


def is_white(components: list[float]) -> bool:
    """Whether a colour of a space of greys, of red, green and blue, or of inks is white."""
    count = len(components)
    return count in _WHITE and all(component == _WHITE[count] for component in components)


def common(one: Box | None, other: Box) -> Box:
    """What two clipping paths leave, by the boxes around them."""
    if one is None:
        return other
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def is_clipped(clip: Box, x: float, y: float, size: float) -> bool:
    """Whether nothing can be seen of an upright text that begins there."""
    return y + _HIGHEST * size < clip[1] or y - _LOWEST * size > clip[3] or x > clip[2]


def part_covered(glyphs: list[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that are still seen when a box is painted over them, and those that are not."""
    check_time()
    x0, y0, x1, y1 = box
    seen: list[Glyph] = []
    covered: list[Glyph] = []
    for glyph in glyphs:
        inside = y0 <= glyph.y and glyph.y + _BODY * glyph.size <= y1 and x0 <= glyph.x0 and glyph.x1 <= x1
        (covered if inside else seen).append(glyph)
    return seen, covered
