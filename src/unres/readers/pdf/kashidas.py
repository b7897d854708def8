"""Kashidas that a font's map calls something else: by their places in the lines, and by how low they are drawn.

Some fonts widen a lam before a kaf by a kashida, a glyph of its own within the cluster of the lam. Producers that give
each glyph of a cluster the cluster's text write "ل" twice, and those that give it to one of them may give it
to the kashida alone. What tells them is the drawing: a lam stands high, a kashida lies low.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import is_arabic, letter_of
from unres.readers.pdf.limits import check_time
from unres.scripts import KAF, LAM, NEVER_JOINS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import Glyph, Letter, PrintedLine

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
            if glyph.letter.shown != LAM or glyph.letter in asked:
                continue
            before, after = glyphs[index + 1].letter, glyphs[index - 1].letter
            if after.shown == KAF and (before.shown == LAM or before.kind == "?"):
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
                glyph.letter = letter_of(LAM, bold=glyph.letter.bold)


def find_kashidas(lines: list[PrintedLine]) -> set[Letter]:
    """Letters whose glyph is a kashida whatever their font says of it.

    Some producers justify Arabic with kashidas that the font maps to "2", "~" or "/". They are known by their
    places: three at least, nearly always glued between two Arabic letters of which the first joins the
    second. Where the map says punctuation, they must also be seen side by side overlapping, as real
    punctuation never is.
    """
    counts: dict[Letter, list[int]] = {}  # seen, glued, overlapping
    for line in lines:
        glyphs = line.glyphs
        if not any(glyph.letter.kind == "R" for glyph in glyphs):
            continue
        end = 0
        for letter, run in groupby(glyphs, key=lambda glyph: glyph.letter):
            start, end = end, end + sum(1 for _ in run)
            if letter.kind == "R" or letter.text[0] in "،؛()[]«»؟":
                continue
            count = counts.setdefault(letter, [0, 0, 0])
            count[0] += end - start
            count[1] += (end - start) * _glued(glyphs, start, end)
            count[2] += sum(
                glyph.x0 - before.x0 < 0.95 * (before.x1 - before.x0) for before, glyph in pairwise(glyphs[start:end])
            )
    return {
        letter
        for letter, (seen, glued, overlapping) in counts.items()
        if glued >= 3 and glued >= 0.8 * seen and (letter.text[0] not in "./-–:\"'" or overlapping >= 0.1 * seen)
    }


def _glued(glyphs: list[Glyph], start: int, end: int) -> bool:
    """Whether equal glyphs side by side fill the gap between two Arabic letters that join."""
    check_time()
    if start == 0 or end == len(glyphs):
        return False
    before, after = glyphs[end], glyphs[start - 1]  # in reading order
    run = glyphs[start:end]
    near = 0.1 * run[0].size
    return (
        before.size == after.size == run[0].size
        and is_arabic(before.letter.text)
        and is_arabic(after.letter.text)
        and before.letter.shown[-1] not in NEVER_JOINS
        and min(glyph.x0 for glyph in run) - after.x1 < near
        and before.x0 - max(glyph.x1 for glyph in run) < near
    )
