"""Lines and paragraphs: the plain data that the layout stage passes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.readers.source import Role

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

    def cut(self, start: int) -> None:
        """Drops the characters before `start`; offsets of marks move along."""
        self.text = self.text[start:]
        self.folded = self.folded[start:]
        self.marks = [(max(0, at - start), label) for at, label in self.marks]


def joined(left: str, right: str) -> str:
    """Two pieces of one paragraph: a space between them, but none after a hyphen or slash that broke a word."""
    if left.endswith(("-", "/", "‑")) and left[-2:-1].isalnum() and right[:1].isalnum():
        return left + right
    return f"{left} {right}"


def append(paragraph: Paragraph, other: Paragraph) -> None:
    """Joins `other` to the end of `paragraph`."""
    text = joined(paragraph.text, other.text)
    shift = len(text) - len(other.text)
    paragraph.marks += [(at + shift, label) for at, label in other.marks]
    paragraph.text = text
    paragraph.folded = joined(paragraph.folded, other.folded)
    paragraph.pieces += other.pieces
