"""Re-flow: lines as printed become paragraphs.

Text arrives in two shapes. Either each line is a paragraph, or lines were broken at a width. In the second, a line that
is *not the last of its paragraph* is full: the first word of the next line would not have fitted into it. That is how
a broken line is told from a finished one. Type of varying width breaks lines raggedly; there a line counts as full
from three quarters of the widest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.layout.lines import Paragraph, append
from unres.layout.starts import ends_clause, may_stand_inside, opens_label, starts_clause

if TYPE_CHECKING:
    from unres.languages import Lexicon
    from unres.layout.lines import TextLine

_WIDEST = 160
"""Lines of printed matter are shorter than this; a longer one is a paragraph."""
_FULL_WHEN_RAGGED = 0.72
_RAGGED_FROM = 0.25
_FEWEST_LINES = 3


class Flow:
    """How the lines of one document were broken."""

    __slots__ = ("lexicon", "ragged", "width")

    def __init__(self, lines: list[TextLine | None], lexicon: Lexicon) -> None:
        lengths = sorted(len(line.text) for line in lines if line is not None and line.role is None)
        self.lexicon = lexicon
        self.ragged = False
        self.width = 0
        if len(lengths) >= _FEWEST_LINES and lengths[-1] <= _WIDEST:
            self.width = lengths[-1]
            self.ragged = self._is_ragged(lines)

    def _is_ragged(self, lines: list[TextLine | None]) -> bool:
        """Whether lines that plainly go on (long, no stop at the end) often leave room for the next word."""
        short = long = 0
        for before, line in zip(lines, lines[1:], strict=False):
            if before is None or line is None or line.gap or ends_clause(before.folded):
                continue
            room = self.width - len(before.text) - 1
            if room < self.width / 2:
                long += 1
                short += room >= len(line.text.split(" ", 1)[0])
        return short > long * _RAGGED_FROM

    def full(self, before: TextLine, line: TextLine) -> bool:
        """Whether `before` was broken because the next word found no room in it."""
        if self.ragged:
            return len(before.text) >= self.width * _FULL_WHEN_RAGGED
        return self.width - len(before.text) - 1 < len(line.text.split(" ", 1)[0])

    def goes_on(self, before: TextLine, line: TextLine, so_far: Paragraph) -> bool:
        """Whether `line` belongs to the paragraph of `before`."""
        if self.lexicon.words.FORMULA.match(so_far.folded):
            return False
        finished = ends_clause(before.folded)
        if opens_label(line.folded, self.lexicon) and (
            finished or line.gap or not may_stand_inside(line.folded) or not self.full(before, line)
        ):
            return False
        if line.gap:
            return not finished and self.full(before, line) and (line.folded[0].islower() or line.folded[0] == "(")
        if not self.full(before, line):
            return False
        return not (finished and starts_clause(line.folded, self.lexicon))


def paragraphs(lines: list[TextLine | None], lexicon: Lexicon) -> list[Paragraph]:
    """Lines put together; None (furniture) separates, and the paragraph after it is marked as `turned`."""
    flow = Flow(lines, lexicon)
    out: list[Paragraph] = []
    before: TextLine | None = None
    turned = False
    page: int | None = None
    for line in lines:
        if line is None:
            turned, before = True, None
            continue
        turned = turned or (page is not None and line.page != page and line.role is None)
        new = Paragraph(line.text, line.folded, [(line.start, line.end, line.page, line.box)], line.role, turned)
        if out and (
            line.role == "continues"
            or (flow.width and before is not None and line.role is None and flow.goes_on(before, line, out[-1]))
        ):
            append(out[-1], new)
        else:
            out.append(new)
        before, turned, page = line, False, line.page
    return out
