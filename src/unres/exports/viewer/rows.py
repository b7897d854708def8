"""A row of the middle: what stands side by side, with its name and its marks at the edge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.viewer.markup import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unres.alignment import Alignment
    from unres.exports.viewer.edition import Edition, Remarked


class Cell(NamedTuple):
    """What one language has in a row."""

    anchors: tuple[str, ...]
    """The ids of what is in it, which ``markup`` carries."""
    markup: str


@dataclass(slots=True)
class Page:
    """What every part of the page is made from."""

    editions: Sequence[Edition]
    words: Mapping[str, str]
    """Of the interface."""
    alignment: Alignment | None = None
    """What stands beside what, where there are two languages."""
    flags: dict[str, list[Remarked]] = field(init=False)
    """Warnings and errors by the id of their place."""

    def __post_init__(self) -> None:
        self.flags = defaultdict(list)
        for edition in self.editions:
            for remark in edition.remarks:
                if remark.stretch and remark.diagnostic.severity != "info":
                    self.flags[remark.stretch.anchor].append(remark)

    def row(self, name: str, cells: Sequence[Cell | None], about: str = "") -> str:
        """A row with its name, which leads to it, what is said about it, and its flags.

        Args:
            name: What the row is called: ``op4``.
            cells: One for each edition.
            about: Markup that stands under the name.
        """
        anchors = [anchor for cell in cells if cell for anchor in cell.anchors]
        gutter = f'<a class="id" dir="ltr" {attribute("href", "#" + anchors[0])}>{escape(name)}</a>{about}'
        gutter += "".join(self._flag(remark) for anchor in anchors for remark in self.flags.get(anchor, ()))
        return bare_row([cell.markup if cell else self._nothing() for cell in cells], gutter)

    def heading(self, edition: Edition) -> str:
        """Names the version, where there are two."""
        if len(self.editions) == 1:
            return ""
        return f"<h3>{escape(self.words[f'in_{edition.language}'])}</h3>"

    def _flag(self, remark: Remarked) -> str:
        severity, message = remark.diagnostic.severity, remark.diagnostic.message
        title = f"{self.words[severity]}: {message}"
        link = f"{attribute('href', '#' + remark.anchor)} {attribute('title', title)} {attribute('aria-label', title)}"
        return f'<a class="flag {severity}" {link}>!</a>'

    def _nothing(self) -> str:
        return f'<p class="nothing" {attribute("title", self.words["only_here"])}>–</p>'


def bare_row(cells: Sequence[str], gutter: str = "") -> str:
    """A row without a name."""
    inside = "".join(f'<div class="cell">{cell}</div>' for cell in cells)
    return f'<div class="row"><div class="gutter">{gutter}</div>{inside}</div>'
