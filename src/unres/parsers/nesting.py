"""Which paragraph a subparagraph belongs to: the open series of labels, the innermost last.

A label goes on with the innermost series in which it is the next one; else it opens a series under the paragraph
before it when it is a first one ("a", "أ", "i", "1"); else it goes on, with a gap, in a series of its form. So "i"
after "h" is a letter, and after "(a)" a Roman numeral.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.parsers.draft import Remark

if TYPE_CHECKING:
    from unres.languages.labels import Series
    from unres.parsers.draft import Label, Node

DEEPEST = 8
"""Levels of labels; resolutions have four."""

_PREFERRED: tuple[Series, ...] = ("number", "abjad", "letter", "capital", "roman", "capital_roman", "alphabetical")


@dataclass(slots=True)
class _Open:
    """A series that is open: its form, its last label, and where its members go."""

    style: str
    series: Series
    last: int
    siblings: list[Node]


class Nesting:
    """The open series of one run of paragraphs."""

    def __init__(self, remarks: list[Remark]) -> None:
        self._open: list[_Open] = []
        self._remarks = remarks
        self._parent: Node | None = None
        """The paragraph that a new series or a bullet belongs to."""
        self._plain: Node | None = None

    def reset(self) -> None:
        """Closes all series: a heading, an annex or a clause came between."""
        self._open.clear()
        self._parent = None
        self._plain = None

    def plain(self, node: Node, siblings: list[Node]) -> None:
        """A block without a label."""
        if node.kind == "table_row" and self._parent is not None:
            self._parent.children.append(node)
            return
        siblings.append(node)
        if node.kind == "paragraph":
            self._plain = node if node.paragraph.folded[-1] == ":" else None
        else:
            self.reset()
            if node.kind == "clause":
                self._parent = node

    def place(self, node: Node, label: Label, top: list[Node]) -> None:
        """A block with a label, or with a bullet."""
        if node.bullet:
            parent = self._plain or self._parent
            (parent.children if parent is not None else top).append(node)
            node.zone = parent.zone if parent is not None else node.zone
            return
        if label.style == "dot":
            self._number(node, label, top)
        else:
            self._subordinate(node, label, top)
        self._parent = node
        self._plain = None

    def _number(self, node: Node, label: Label, top: list[Node]) -> None:
        """«1.»: a paragraph of the top level."""
        number = label.places["number"]
        before = self._open[0].last if self._open and self._open[0].style == "dot" else None
        if before is not None and number not in (before + 1, 1):
            self._gap(node, label, before)
        self._open = [_Open("dot", "number", number, top)]
        node.series, node.ordinal = "number", number
        top.append(node)

    def _subordinate(self, node: Node, label: Label, top: list[Node]) -> None:
        level = self._next_in_series(label) or self._first_of_series(label, top) or self._with_gap(node, label, top)
        depth, series, siblings = level
        if depth >= DEEPEST:
            deepest = self._open[-1]
            depth, siblings = DEEPEST - 1, deepest.siblings
            start, end = node.paragraph.pieces[0][:2]
            message = f"“{label.written}” opens level {DEEPEST + 1}."
            self._remarks.append(Remark("numbering.too_deep", message, start, end))
        del self._open[depth:]
        place = label.places[series]
        self._open.append(_Open(label.style, series, place, siblings))
        node.series, node.ordinal = series, place
        siblings.append(node)

    def _next_in_series(self, label: Label) -> tuple[int, Series, list[Node]] | None:
        """The label is the next one of an open series of its form."""
        if self._plain is not None and 1 in label.places.values():
            return None
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.style == label.style and label.places.get(level.series) == level.last + 1:
                return depth, level.series, level.siblings
        return None

    def _first_of_series(self, label: Label, top: list[Node]) -> tuple[int, Series, list[Node]] | None:
        """The label is the first of a series, which opens under the paragraph before it."""
        for series in _PREFERRED:
            if label.places.get(series) == 1:
                parent = self._plain or self._parent
                if self._plain is not None:
                    self._open.clear()
                return len(self._open), series, parent.children if parent is not None else top
        return None

    def _with_gap(self, node: Node, label: Label, top: list[Node]) -> tuple[int, Series, list[Node]]:
        """The label goes on in a series of its form, but not with the next place; or it begins one in the middle."""
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.style == label.style and level.series in label.places:
                self._gap(node, label, level.last)
                return depth, level.series, level.siblings
        series = next(s for s in _PREFERRED if s in label.places)
        if label.places[series] > 1:
            self._gap(node, label, 0)
        parent = self._parent
        return len(self._open), series, parent.children if parent is not None else top

    def _gap(self, node: Node, label: Label, before: int) -> None:
        start, end = node.paragraph.pieces[0][:2]
        if before in label.places.values():
            remark = Remark("numbering.repeated", f"“{label.written}” stands twice in its series.", start, end)
        else:
            message = f"“{label.written}” does not go on from place {before} of its series."
            remark = Remark("numbering.gap", message, start, end)
        self._remarks.append(remark)
