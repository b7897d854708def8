"""What every reader gives: the text in logical order and what is known of its lines, and how it is composed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from unres.readers.limits import Limits, too_large
from unres.scripts import EASTERN, SUPERSCRIPT, WESTERN, western_digits

Role = Literal["body", "continues", "heading", "table_row", "footnote", "furniture"]
"""What a reader knows of a line by its format's own markup or by its place on the page.

``body``      a paragraph, whole
``continues`` the rest of the paragraph before it, over a page or a column
``heading``   a title or a heading
``table_row`` a row of a table, its cells joined by a tab
``footnote``  a footnote with its label: "(1) ..."
``furniture`` a running head, a page number and the like
"""


@dataclass(slots=True)
class Line:
    """A line of the source, or a whole paragraph where the format knows paragraphs."""

    start: int
    """First character in the source's text."""
    end: int
    """One past the last, without the line's end."""
    page: int | None = None
    """Counted from 1."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the top left corner of the page."""
    role: Role | None = None
    """None: unknown, to be found out by the layout stage."""
    gap: bool = True
    """Whether a paragraph may begin with it; a paragraph of which this is the whole always does."""


@dataclass(slots=True)
class Remark:
    """A diagnostic of a reader, in the terms of the source's text."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Source:
    """A document as text in logical order.

    Automatic numbers stand in the text as they would be typed ("1. ", "(أ) "), and footnote marks as
    superscript digits ("¹", in Arabic "⁽¹⁾"), so that nothing after this stage depends on the format.
    """

    text: str
    name: str
    lines: list[Line] | None = None
    """None for plain text, whose lines are those of the text itself."""
    remarks: list[Remark] = field(default_factory=list)
    part: str | None = None
    """The letter of the part that this is, where one symbol carries several: "A"."""


_WHITE = re.compile(r"\s+")
_SUPERSCRIPT = str.maketrans(
    WESTERN + EASTERN + "()abcdefghijklmnoprstuvwxyz",
    SUPERSCRIPT * 2 + "⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
_LABEL = re.compile(r"[\d*†‡]{1,6}|[A-Za-z]{1,4}")


def squeeze(text: str) -> str:
    """One space between words, none at the ends."""
    return _WHITE.sub(" ", text).strip()


def bare_note_label(written: str) -> str:
    """The label inside a mark as written: "12" of "(12)" and of "(١٢)", "*" of "*"; "" where there is none."""
    found = _LABEL.search(western_digits(written))
    return found.group() if found else ""


def note_mark(label: str, *, arabic: bool) -> str:
    """A footnote's mark as it stands in the text: "¹²", in Arabic "⁽¹²⁾"; signs such as "*" stay what they are."""
    return superscript(f"({label})" if arabic and label.isdigit() else label)


def superscript(text: str) -> str:
    """Digits, brackets and small Latin letters raised."""
    return text.translate(_SUPERSCRIPT)


def without_own_mark(text: str, label: str) -> str:
    """A note's text without the mark that opens it: "() text", "(12) text", "12 text", "* text", "( text".

    A mark in brackets can stand there twice (see `unres.readers.docx.runs`).
    """
    western = western_digits(text)
    if western.startswith(twice := f"({label})" * 2):
        return text[len(twice) :].lstrip()
    for opening in (f"({label})", f"[{label}]", "()", "[]", label):
        if western.startswith(opening) and not _runs_on(western, len(opening)):
            return text[len(opening) :].lstrip()
    return text[1:].lstrip() if text.startswith("(") and ")" not in text else text


def _runs_on(text: str, end: int) -> bool:
    """Whether what looked like a mark is the beginning of a longer number or word: "12" of "125 States"."""
    return text[end - 1].isalnum() and end < len(text) and (text[end].isalnum() or text[end] in "/.-")


def note_line(label: str, text: str, *, arabic: bool) -> str:
    """A footnote as a line of its own: "¹² text", in Arabic "(12) text"."""
    if not label.isdigit():
        return f"{label} {text}"
    return f"({label}) {text}" if arabic else f"{label.translate(_SUPERSCRIPT)} {text}"


class Composer:
    """Takes paragraphs in the order of reading."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.remarks: list[Remark] = []
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._length = 0

    def add(self, text: str, role: Role | None, page: int | None = None) -> None:
        """A paragraph; nothing where it is only white space."""
        text = squeeze(text)
        if text:
            self._append(text, role, page)

    def add_row(self, cells: list[str]) -> None:
        """A row of a table, its cells joined by tabs; nothing where all are empty."""
        cells = [squeeze(cell) for cell in cells]
        if any(cells):
            self._append("\t".join(cells), "table_row", None)

    def _append(self, text: str, role: Role | None, page: int | None) -> None:
        start = self._length
        self._parts.append(text)
        self._length = start + len(text) + 1
        if self._length > self.limits.max_characters:
            too_large(self.name, "the length of the text", "max_characters", self.limits.max_characters)
        self._lines.append(Line(start, start + len(text), page, None, role))

    def source(self) -> Source:
        """All of it; the text ends in a line's end, and each line is a paragraph."""
        return Source("".join(f"{part}\n" for part in self._parts), self.name, self._lines, self.remarks)
