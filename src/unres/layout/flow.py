"""Re-flow: lines as printed become paragraphs.

Text arrives in two shapes. Either each line is a paragraph, or lines were broken at a width. In the second, a line that
is *not the last of its paragraph* is full: the first word of the next line would not have fitted into it. That is how
a broken line is told from a finished one. Type of varying width breaks lines raggedly; there a line counts as full
from three quarters of the widest.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from unres.layout.lines import Paragraph, join_lines
from unres.layout.starts import (
    ends_clause,
    ends_sentence,
    ends_with_mark,
    is_formula,
    lists_names,
    may_stand_inside,
    opens_label,
    opens_operative,
    opens_title,
    read_submitted,
)

if TYPE_CHECKING:
    from unres.languages import Lexicon
    from unres.layout.lines import TextLine

_WIDEST = 160
"""Lines of printed matter are shorter than this; a longer one is a paragraph."""
_STRAYS = 0.02
"""Part of the lines that may be wider than the rest: an address that could not be broken."""
_STRAY_BY = 3
_FULL_WHEN_RAGGED = 0.72
_RAGGED_FROM = 0.25
_FEWEST_LINES = 3
_PLAINLY_CONTINUED = 0.2
"""Part of the lines with no blank line between that go on in small letters, where lines were broken."""
_NARROW = 60
_SHORT = 0.75
"""Part of the width that a line which does not end a clause fills when it is a heading."""


class Flow:
    """How the lines of one document were broken."""

    __slots__ = ("lexicon", "mixed", "ragged", "width")

    def __init__(self, lines: list[TextLine | None], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.width = _width(sorted(len(line.text) for line in lines if line is not None and line.role is None))
        self.ragged = self.width > 0 and self._is_ragged(lines)
        usual = _usual_of_continued(lines, lexicon)
        self.mixed = bool(usual) and (self.width == 0 or usual < self.width * _FULL_WHEN_RAGGED)
        """Whether lines were broken at several widths, or some paragraphs not at all."""
        if self.mixed:
            self.width, self.ragged = usual, True

    def _is_ragged(self, lines: list[TextLine | None]) -> bool:
        """Whether lines that plainly go on (long, no stop at the end) often leave room for the next word."""
        short = long = 0
        for before, line in pairwise(lines):
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

    def goes_on(self, first: TextLine, before: TextLine, line: TextLine) -> bool:
        """Whether `line` belongs to the paragraph that began with `first` and so far ended with `before`."""
        text = line.folded
        if text[0] == "[" or is_formula(first.folded, self.lexicon) or is_formula(text, self.lexicon):
            return False
        if (first.folded[0] == "[" and before.folded[-1] == "]") or opens_title(text):
            return False
        if self.lexicon.drafts.HEAD.match(text) and text[0].isalpha() and not text[0].islower():
            return False
        if read_submitted(before.folded, self.lexicon) or (
            read_submitted(text, self.lexicon) and not lists_names(first.folded, self.lexicon)
        ):
            return False
        finished = ends_clause(before.folded) or (text[0].isupper() and ends_with_mark(before.folded))
        if opens_label(text, self.lexicon) and (
            finished or line.gap or not may_stand_inside(text) or not self.full(before, line)
        ):
            return False
        if not line.gap and not finished and (self._is_remark(first, line) or (self.mixed and text[0].islower())):
            return True
        if not line.gap and text[0].islower() and not ends_sentence(before.folded) and self._opens_clause(first):
            return True
        if line.gap:
            return not finished and self.full(before, line) and (text[0].islower() or text[0] == "(")
        if not self.full(before, line) or (finished and self.lexicon.words.CLOSING_VOTE.match(text)):
            return False
        return not (finished and self._stands_alone(first, before, line))

    def _is_remark(self, first: TextLine, line: TextLine) -> bool:
        """«Adopted unanimously at the / 1620th meeting.»: set in a narrow column, so no line of it need be full."""
        text = first.folded
        remark = self.lexicon.words.ADOPTION.match(text)
        return remark is not None and remark["kind"] is None and len(text) <= _NARROW and "/" not in line.folded[:8]

    def _opens_clause(self, line: TextLine) -> bool:
        """Whether a clause or a numbered paragraph began with this line: none of its lines begins one in lower case."""
        text = line.folded
        return self.lexicon.words.PREAMBULAR.match(text) is not None or opens_label(text, self.lexicon)

    def _stands_alone(self, first: TextLine, before: TextLine, line: TextLine) -> bool:
        """Whether `line` begins something, although `before` is full: it ended with its paragraph by chance.

        After a comma only a clause begins. A numbered paragraph is followed by another or by a heading, so without
        a number or the shape of a heading the line is its next sentence.
        """
        text = line.folded
        if text[0].islower():
            return False
        if not ends_clause(text) and len(text) < self.width * _SHORT:
            return True
        if opens_label(first.folded, self.lexicon):
            return False
        clause = self.lexicon.words.PREAMBULAR.match(text) is not None or opens_operative(text, self.lexicon)
        if before.folded[-1] in ",،" or self.lexicon.words.PREAMBULAR.match(first.folded):
            return clause
        return not text[0].isdigit()


def _usual_of_continued(lines: list[TextLine | None], lexicon: Lexicon) -> int:
    """The usual length of lines that plainly go on in small letters on the next one; 0 where hardly any do."""
    pairs = [
        (before, line)
        for before, line in pairwise(lines)
        if before is not None and line is not None and not line.gap and line.role is None
    ]
    continued = sorted(
        len(before.text)
        for before, line in pairs
        if line.text[0].islower() and not ends_clause(before.folded) and not opens_label(line.folded, lexicon)
    )
    return continued[len(continued) // 2] if len(continued) > len(pairs) * _PLAINLY_CONTINUED else 0


def _width(lengths: list[int]) -> int:
    """The width at which lines were broken; 0 when each line is a paragraph of its own."""
    if len(lengths) < _FEWEST_LINES:
        return 0
    strays = int(len(lengths) * _STRAYS)
    widest = lengths[-1 - strays]
    if widest > _WIDEST:
        return 0
    while strays and lengths[-strays] <= widest + _STRAY_BY:
        widest = lengths[-strays]
        strays -= 1
    return widest


def paragraphs(lines: list[TextLine | None], lexicon: Lexicon) -> list[Paragraph]:
    """Lines put together; None (furniture) separates, and the paragraph after it is marked as `turned`."""
    flow = Flow(lines, lexicon)
    out: list[Paragraph] = []
    group: list[TextLine] = []
    turned = opened = False
    page: int | None = None
    for line in lines:
        if line is None:
            turned = True
            continue
        turned = turned or (page is not None and line.page != page and line.role is None)
        page = line.page
        if group and (
            line.role == "continues"
            or (flow.width and not turned and line.role is None and flow.goes_on(group[0], group[-1], line))
        ):
            group.append(line)
            continue
        if group:
            out.append(join_lines(group, turned=opened))
        group, opened, turned = [line], turned, False
    if group:
        out.append(join_lines(group, turned=opened))
    return out
