"""What every reader gives: the text in logical order, and what is known of its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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
