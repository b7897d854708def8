"""Kashidas that a font's map calls a lam.

Some fonts widen a lam before a kaf by a kashida, a glyph of its own within the cluster of the lam. Producers that give
each glyph of a cluster the cluster's text write "ل" twice, and those that give it to one of them may give it
to the kashida alone. What tells them is the drawing: a lam stands high, a kashida lies low.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.letters import letter_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import Glyph
    from unres.readers.pdf.letters import Letter
    from unres.readers.pdf.lines import PrintedLine

_LAM, _KAF = "ل", "ك"
_LOW = 0.25
"""Ems above the baseline that a kashida does not reach, and every lam does."""


def find_low_lams(lines: Iterable[PrintedLine], height: Callable[[int, Glyph], float | None]) -> set[Letter]:
    """The letters among those lines that are called lam and drawn low.

    Args:
        lines: printed lines, their glyphs from left to right.
        height: how high above its baseline, in points, a glyph of a page is drawn; None where that is not known.
    """
    asked: dict[Letter, bool] = {}
    for line in lines:
        glyphs = line.glyphs
        for index in range(1, len(glyphs) - 1):
            glyph = glyphs[index]
            if glyph.letter.shown != _LAM or glyph.letter in asked:
                continue
            before, after = glyphs[index + 1].letter, glyphs[index - 1].letter
            if after.shown == _KAF and (before.shown == _LAM or before.kind == "?"):
                high = height(line.page, glyph)
                if high is not None:
                    asked[glyph.letter] = high < _LOW * glyph.size
    return {letter for letter, low in asked.items() if low}


def give_back(lines: Iterable[PrintedLine], low_lams: AbstractSet[Letter]) -> None:
    """Gives a glyph without Unicode that stands before a low lam the text which its kashida has in its place."""
    if not low_lams:
        return
    for line in lines:
        for glyph, after in zip(line.glyphs[1:], line.glyphs, strict=False):
            if glyph.letter.kind == "?" and after.letter in low_lams:
                glyph.letter = letter_of(_LAM, bold=glyph.letter.bold)
