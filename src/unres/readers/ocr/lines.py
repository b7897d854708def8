"""Recognised words to lines, with what their places say of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from PIL import Image

from unres.readers.ocr.words import COLUMN_GAP, mended

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from unres.readers.ocr.words import Word
    from unres.readers.source import Role

_PARAGRAPH_GAP = 1.4  # times the usual distance of lines
_INDENT = 1.0  # times a line's height
_FOOT = 0.09  # share of the page's height where nothing but furniture stands, if it has no words
_ENDED = re.compile("[.;:؛]$")
_WORD = re.compile(r"[^\W\d_]{3}")
_RULES_FROM = 0.3  # share of the page's height above which no footnotes begin
_DARK = 128
_RULE_SHARE = 0.1  # of the page's width
_TEXT_SHARE, _INK_SHARE = 0.008, 0.6  # of a page's width: the least of a row of text that is dark, and the most
_LEAST_LINE, _MOST_LINES, _MARGIN = 0.5, 2.5, 0.3
"""How high what is missed is at least and at most, and how near others, in heights of a line."""
_MOST_MISSED = 6


@dataclass(slots=True)
class RecognizedLine:
    """A line of a picture, in pixels."""

    words: list[Word]
    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    gap: bool = True
    """Whether it stands apart from the line above, or is indented: a paragraph may begin."""
    role: Role | None = None
    """Known of footnotes, which stand under a rule, and of what stands at the foot of the page."""
    counted: list[str] = field(default_factory=list)
    """Labels and marks of footnotes in it that were put right by their count, each with what was read."""

    def move(self, right: int, down: int) -> None:
        """Moves it, from its place in a part of a picture to that in the whole."""
        self.x0, self.x1, self.y0, self.y1 = self.x0 + right, self.x1 + right, self.y0 + down, self.y1 + down

    @property
    def middle(self) -> float:
        """The usual height of its words' middles, which a misplaced box does not move."""
        return median((word.y0 + word.y1) / 2 for word in self.words)


def recognized_lines(words: list[Word], *, arabic: bool, height: int | None, rule: int | None) -> list[RecognizedLine]:
    """The lines of a page in order of reading.

    Args:
        words: in order of reading.
        arabic: whether the page is read from the right.
        height: of the page; None for a part of one that does not reach its foot.
        rule: where the line is drawn that parts the footnotes from the text; None for a page without.
    """
    lines: list[RecognizedLine] = []
    for _, of_line in groupby(words, key=lambda word: word.line):
        for piece in _columns(list(of_line), arabic=arabic):
            text = mended(" ".join(word.text for word in piece), arabic=arabic)
            if any(character.isalnum() for character in text):
                lines.append(_line(piece, text))
    body = [line for line in lines if rule is None or line.middle < rule]
    _find_gaps(body, arabic=arabic)
    for line in lines:
        if height is not None and line.middle > (1 - _FOOT) * height and _WORD.search(line.text) is None:
            line.role = "furniture"
    return lines


def drawn_rule(picture: Image.Image) -> int | None:
    """The height at which a thin line is drawn over a part of the page's lower half; None where there is none."""
    top = int(picture.height * _RULES_FROM)
    dark = picture.crop((0, top, picture.width, picture.height)).point(lambda value: 255 if value < _DARK else 0)
    shares = [share / 255 for share in dark.resize((1, dark.height), Image.Resampling.BOX).tobytes()]
    thick = max(3, picture.height // 400)
    for y in range(thick, len(shares) - 2 * thick):
        if shares[y] < _RULE_SHARE or shares[y] < max(shares[y - thick : y + 2 * thick]):
            continue
        around = shares[max(0, y - 3 * thick) : y - thick] + shares[y + thick + 1 : y + 3 * thick]
        if max(around) < _RULE_SHARE / 4:
            return top + y
    return None


def missed_lines(picture: Image.Image, bands: Collection[tuple[float, float]]) -> list[tuple[int, int]]:
    """Top and bottom of each strip of a page that looks like text and stands in no line that was read."""
    if not bands:
        return []
    height = median(bottom - top for top, bottom in bands)
    dark = picture.convert("L").point(lambda value: 255 if value < _DARK else 0)
    shares = [share / 255 for share in dark.resize((1, dark.height), Image.Resampling.BOX).tobytes()]
    free = [_TEXT_SHARE <= share <= _INK_SHARE for share in shares]
    for top, bottom in bands:
        for y in range(max(0, round(top - _MARGIN * height)), min(len(free), round(bottom + _MARGIN * height))):
            free[y] = False
    found: list[tuple[int, int]] = []
    y = 0
    for is_text, run in groupby(free):
        length = len(list(run))
        if is_text and _LEAST_LINE * height <= length <= _MOST_LINES * height:
            found.append((max(0, round(y - _MARGIN * height)), round(y + length + _MARGIN * height)))
        y += length
    return found[:_MOST_MISSED]


def _line(words: list[Word], text: str) -> RecognizedLine:
    return RecognizedLine(
        words,
        text,
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )


def _columns(words: list[Word], *, arabic: bool) -> Iterator[list[Word]]:
    """A line's words, parted where it runs over two columns of a masthead, Latin ones in their own order."""
    height = median(word.y1 - word.y0 for word in words)
    piece: list[Word] = []
    for word in words:
        if piece:
            before = piece[-1]
            distance = before.x0 - word.x1 if arabic else word.x0 - before.x1
            if distance > COLUMN_GAP * height:
                yield _latin_forward(piece) if arabic else piece
                piece = []
        piece.append(word)
    if piece:
        yield _latin_forward(piece) if arabic else piece


def _latin_forward(words: list[Word]) -> list[Word]:
    """Runs of Latin words of an Arabic line from left to right."""
    out: list[Word] = []
    for latin, run in groupby(words, key=lambda word: word.latin):
        found = list(run)
        out += sorted(found, key=lambda word: word.x0) if latin else found
    return out


def begins_paragraph(lines: list[RecognizedLine], before: RecognizedLine, *, arabic: bool) -> bool:
    """Whether the first of a column's lines begins a paragraph, rather than going on from the column before."""
    height = median(line.y1 - line.y0 for line in lines)
    starts = sorted((-line.x1 if arabic else line.x0) for line in lines)
    first = -lines[0].x1 if arabic else lines[0].x0
    return first - starts[len(starts) // 4] > _INDENT * height or _ENDED.search(before.text) is not None


def _find_gaps(lines: list[RecognizedLine], *, arabic: bool) -> None:
    """Sets ``gap`` by the distances of lines and by indents."""
    if len(lines) < 2:
        return
    middles = [line.middle for line in lines]
    steps = [later - before for before, later in pairwise(middles) if later > before]
    usual = median(steps) if steps else 0.0
    height = median(line.y1 - line.y0 for line in lines)
    starts = [(-line.x1 if arabic else line.x0) for line in lines]
    edge = sorted(starts)[len(starts) // 4]  # where most lines start, some of them outside it: labels of footnotes
    for at, (above, below) in enumerate(pairwise(middles), 1):
        start, before = starts[at], starts[at - 1]
        after = starts[at + 1] if at + 1 < len(starts) else start
        half = _INDENT * height / 2
        indented = start - edge > 2 * half and start - before > half
        indented |= abs(start - before) <= half and start - after > 2 * half
        lines[at].gap = not 0 < below - above <= _PARAGRAPH_GAP * usual or indented
