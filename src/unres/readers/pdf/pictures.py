"""Words drawn as pictures: some producers print pieces of a line, or the numbers of paragraphs, as small images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.deadline import check_time

if TYPE_CHECKING:
    from unres.readers.pdf.glyphs import Box, GlyphPage
    from unres.readers.pdf.rows import Row, RowPage

_HIGHEST = 60.0  # points: no line of a text is higher
_MOST = 200  # looked at on one page
_LOWEST_PART, _HIGHEST_PART = 0.4, 2.0  # ems of the line
_BELOW = 0.35  # ems that a picture may end above the baseline, for a dash has no more
_NARROWEST = 0.25  # ems


def without_glyphs(page: GlyphPage) -> list[Box]:
    """The pictures no higher than a line that no glyph is drawn over, as it is over a shaded ground."""
    found: list[Box] = []
    for x0, y0, x1, y1 in page.pictures[:_MOST]:
        if not y1 - y0 <= _HIGHEST:
            continue
        check_time()
        over = any(
            glyph.letter.kind != "S" and x0 < (glyph.x0 + glyph.x1) / 2 < x1 and y0 < glyph.y + 0.3 * glyph.size < y1
            for glyph in page.glyphs
        )
        if not over:
            found.append((x0, y0, x1, y1))
    return found


def in_lines(page: RowPage) -> list[Box]:
    """Those of the page's pictures that stand in a line of its text, as high as its letters."""
    rows = [row for row in page.rows if row.zone != "furniture"]
    return [picture for picture in page.pictures if any(_in_line(picture, row) for row in rows)]


def _in_line(picture: Box, row: Row) -> bool:
    x0, y0, x1, y1 = picture
    return (
        _LOWEST_PART * row.size <= y1 - y0 <= _HIGHEST_PART * row.size
        and x1 - x0 >= _NARROWEST * row.size
        and y0 - _BELOW * row.size <= row.y < (y0 + y1) / 2
    )
