"""Lines and paragraphs: the plain data that the layout stage passes on, and how a text is split into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.repair import Repaired
    from unres.readers.source import Line, Role

Box = tuple[float, float, float, float]
Piece = tuple[int, int, int | None, Box | None]
"""Start and end in the repaired text, page, and place on the page."""


@dataclass(slots=True)
class TextLine:
    """One line: its text, the same text with Western digits, and what is known of its surroundings."""

    start: int
    end: int
    text: str
    folded: str
    gap: bool = False
    """Whether a blank line stands before it."""
    page: int | None = None
    box: Box | None = None
    role: Role | None = None

    def parted(self, at: int) -> tuple[TextLine, TextLine]:
        """Two lines: what stands before the blank at offset `at`, and what stands behind it."""
        place = min(self.start + at, self.end)
        first = replace(self, end=place, text=self.text[:at], folded=self.folded[:at])
        return first, replace(self, start=place, text=self.text[at + 1 :], folded=self.folded[at + 1 :], gap=False)


@dataclass(slots=True)
class Paragraph:
    """A paragraph whole again, and the pieces of the text that it was put together from."""

    text: str
    folded: str
    pieces: list[Piece]
    role: Role | None = None
    turned: bool = False
    """Whether a page was turned just before it: it may be the rest of the paragraph before."""
    marks: list[tuple[int, str]] = field(default_factory=list)
    """Offsets and labels of the footnote marks that were taken out of the text."""
    taken: list[tuple[int, int]] = field(default_factory=list)
    """Offsets at which characters were taken out, and how many: labels and marks."""

    def cut(self, start: int) -> None:
        """Drops the characters before `start`; offsets of marks move along."""
        self.text = self.text[start:]
        self.folded = self.folded[start:]
        self.marks = [(max(0, at - start), label) for at, label in self.marks]
        self.taken = [(0, start), *((max(0, at - start), length) for at, length in self.taken)]

    def split(self, at: int) -> tuple[Paragraph, Paragraph]:
        """Two paragraphs: what stands before offset `at`, without white space at its end, and what stands behind it.

        The pieces are parted at the same place: each line gave its characters and, but for the last, one blank.
        """
        before, behind = self._part_pieces(at + sum(length for place, length in self.taken if place <= at))
        first = Paragraph(self.text[:at].rstrip(), self.folded[:at].rstrip(), before, self.role, self.turned)
        second = Paragraph(self.text[at:], self.folded[at:], behind, self.role)
        for mark, label in self.marks:
            side, moved = (first, mark) if mark < at else (second, mark - at)
            side.marks.append((min(moved, len(side.text)), label))
        for place, length in self.taken:
            side, moved = (first, place) if place <= at else (second, place - at)
            side.taken.append((moved, length))
        return first, second

    def _part_pieces(self, left: int) -> tuple[list[Piece], list[Piece]]:
        """The pieces up to that many characters of the source, and the others; neither side is empty."""
        for n, (start, end, page, box) in enumerate(self.pieces):
            if left < end - start or n == len(self.pieces) - 1:
                place = min(max(start + left, start + (n == 0)), end)
                before, behind = [*self.pieces[:n]], [(place, end, page, box), *self.pieces[n + 1 :]]
                return ([*before, (start, place, page, box)] if place > start else before), behind
            left -= end - start + 1
        raise AssertionError("a paragraph has pieces")


def _goes_without_space(left: str, right: str) -> bool:
    """Whether a hyphen or a slash broke a word or a symbol at the end of a line."""
    return left[-1] in "-/‑" and left[-2:-1].isalnum() and right[:1].isalnum()


def _join(parts: list[str], language: Language) -> tuple[str, list[int]]:
    """The parts as one text, a space between them where one belongs, and where each part begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for n, part in enumerate(parts):
        if n and not _goes_without_space(parts[n - 1], part):
            pieces.append(" ")
            length += 1
        elif n and parts[n - 1][-1] == "-" and language.clauses.fragment.match(part):
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        starts.append(length)
        pieces.append(part)
        length += len(part)
    return "".join(pieces), starts


def join_lines(lines: list[TextLine], language: Language, *, turned: bool) -> Paragraph:
    """The lines of one paragraph, put together."""
    first = lines[0]
    pieces = [(line.start, line.end, line.page, line.box) for line in lines]
    if len(lines) == 1:
        return Paragraph(first.text, first.folded, pieces, first.role, turned)
    text = _join([line.text for line in lines], language)[0]
    same = all(line.text is line.folded for line in lines)
    folded = text if same else _join([line.folded for line in lines], language)[0]
    return Paragraph(text, folded, pieces, first.role, turned)


def join_paragraphs(parts: list[Paragraph], language: Language) -> Paragraph:
    """The pieces of one paragraph that pages cut, put together."""
    first = parts[0]
    if len(parts) == 1:
        return first
    text, starts = _join([part.text for part in parts], language)
    folded = _join([part.folded for part in parts], language)[0]
    marks = [(start + at, label) for start, part in zip(starts, parts, strict=True) for at, label in part.marks]
    taken = [(start + at, n) for start, part in zip(starts, parts, strict=True) for at, n in part.taken]
    pieces = [piece for part in parts for piece in part.pieces]
    return Paragraph(text, folded, pieces, first.role, first.turned, marks, taken)


def split_lines(text: str, folded: str) -> list[TextLine]:
    """The lines of plain text that are not blank. A form feed ends a line and a page, as in the output of PDF tools."""
    lines: list[TextLine] = []
    at = 0
    gap = False
    paged = "\f" in text
    page = 1
    same = text is folded
    raws = (text.replace("\f", "\n") if paged else text).split("\n")
    tabbed = _tabbed(raws) if "\t" in text else frozenset()
    for n, raw in enumerate(raws):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            stop = start + len(stripped)
            row = _is_row(stripped, alone=n not in tabbed)
            made_one = _cells if row else _one_space
            whole = made_one(stripped)
            folded_line = whole if same else made_one(folded[start:stop])
            role: Role | None = "table_row" if row else None
            lines.append(TextLine(start, stop, whole, folded_line, gap, page if paged else None, role=role))
        at += len(raw) + 1
        if paged and text[at - 1 : at] == "\f":
            page += 1
        else:
            gap = not stripped
    return lines


def take_lines(given: list[Line], repaired: Repaired, folded: str) -> list[TextLine]:
    """The lines that a reader gave, in terms of the repaired text."""
    lines: list[TextLine] = []
    for line in given:
        start, end = repaired.position(line.start), repaired.position(line.end)
        text = repaired.text[start:end].strip()
        if text:
            lines.append(
                TextLine(
                    start,
                    end,
                    " ".join(text.split()) if line.role != "table_row" else text,
                    " ".join(folded[start:end].split()) if line.role != "table_row" else folded[start:end].strip(),
                    gap=line.gap,
                    page=line.page,
                    box=line.box,
                    role=line.role,
                )
            )
    return lines


_LONGEST_CELL = 60
_LABEL_AND_TEXT = 2
_LABELLED = re.compile(r"(?:\(?\w{1,5}[).:]|\d{1,3} ?[-–.)]?|[-–•*⁰¹²³⁴-⁹⁽⁾]{1,6}) ?\t")


def _tabbed(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines with a tab that stand above or below another, blank lines left out: parts of a table."""
    written = [(n, line) for n, line in enumerate(lines) if line.strip()]
    beside = pairwise([(n, "\t" in line.strip()) for n, line in written])
    return frozenset(n for (a, first), (b, second) in beside if first and second for n in (a, b))


def _is_row(text: str, *, alone: bool) -> bool:
    """Whether the line is a row of a table: cells parted by tabs, or between bars as in Markdown.

    A label that a tab parts from its paragraph ("1.\t...") makes no row, nor one tab in a line that stands `alone`.
    """
    if text[0] == "|":
        return text[-1] == "|" and len(text) > 1
    if "\t" not in text:
        return False
    cells = text.split("\t")
    if len(cells) == _LABEL_AND_TEXT and (alone or _LABELLED.match(text)):
        return False
    return all(len(cell) <= _LONGEST_CELL for cell in cells) and cells[-1].strip()[-1:] not in ".;؛,،"


def _cells(text: str) -> str:
    """The cells of a row, parted by tabs."""
    cells = text.strip("|").split("|") if text[0] == "|" else text.split("\t")
    return "\t".join(" ".join(cell.split()) for cell in cells if cell.strip()) or "|"


def _one_space(text: str) -> str:
    return " ".join(text.split()) if "  " in text or "\t" in text else text
