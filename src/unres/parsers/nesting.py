"""Which paragraph a subparagraph belongs to: the open series of labels, the innermost last.

A label goes on with the innermost series in which it is the next one; else it opens a series under the paragraph
before it when it is a first one ("a", "أ", "i", "1"); else it goes on, with a gap, in a series of its form. So "i"
after "h" is a letter, and after "(a)" a Roman numeral.

A block is only ever added behind everything that was added before it, so that the tree read from the top gives the
order of the source. Where a series goes on behind paragraphs without a label, those move under the item before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from unres.layout.starts import ends_clause, opens_operative
from unres.parsers.draft import Remark

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.languages.numbers import Series
    from unres.parsers.draft import Label, Node

DEEPEST = 8
"""Levels of labels; resolutions have four."""

_PREFERRED: tuple[Series, ...] = ("number", "abjad", "letter", "capital", "roman", "capital_roman", "alphabetical")
_ALIKE = 2
"""Up to this place the letters of an Arabic list are the same in the order of the abjad and of the alphabet."""


@dataclass(slots=True)
class _Open:
    """A series that is open: its form, its last label, and where its members go."""

    style: str
    series: Series
    last: int
    siblings: list[Node]
    owner: Node | None
    """The paragraph without label under which it lies, if any."""

    def goes_on_with(self, label: Label) -> bool:
        """Whether the label is the next one. The third tells whether an Arabic list is counted أ ب ج or أ ب ت."""
        if label.style != self.style:
            return False
        if label.places.get(self.series) == self.last + 1:
            return True
        if self.series != "abjad" or self.last != _ALIKE or label.places.get("alphabetical") != _ALIKE + 1:
            return False
        self.series = "alphabetical"
        for node in self.siblings[-_ALIKE:]:
            node.series = "alphabetical" if node.series == "abjad" else node.series
        return True


class _Place(NamedTuple):
    """Where a label goes: the depth and series of its level, the list it joins, and its owner as in :class:`_Open`."""

    depth: int
    series: Series
    siblings: list[Node]
    owner: Node | None


class Nesting:
    """The open series of one run of paragraphs."""

    def __init__(self, remarks: list[Remark], language: Language) -> None:
        self._open: list[_Open] = []
        self._remarks = remarks
        self._language = language
        self._parent: Node | None = None
        """The paragraph that a new series or a bullet belongs to."""
        self._plain: Node | None = None
        """The paragraph without label just before, if a list follows it."""
        self._loose: list[tuple[Node, Node]] = []
        """Blocks without label that stand at the top behind labelled ones, each with the labelled one before it."""

    def expected(self) -> int:
        """The number of the next numbered paragraph."""
        return self._open[0].last + 1 if self._open and self._open[0].style == "dot" else 1

    def asks_for(self, label: Label) -> bool:
        """Whether the label is the next one of an open series."""
        return any(level.goes_on_with(label) for level in self._open)

    def fits(self, label: Label) -> bool:
        """Whether a label of one letter and a stop belongs here: the first, or one of a series that is open.

        Without that "د. سالم" is a title before a name.
        """
        opened = any(level.style == label.style and level.series in label.places for level in self._open)
        return opened or 1 in label.places.values()

    def reset(self) -> None:
        """Closes all series: a heading, an annex or a clause came between."""
        self._open.clear()
        self._loose.clear()
        self._parent = None
        self._plain = None

    def plain(self, node: Node, siblings: list[Node]) -> None:
        """A block without a label."""
        if node.kind == "table_row" and self._parent is not None and not self._loose:
            self._parent.children.append(node)
            return
        if node.kind == "paragraph" and not self._loose and (item := self._unended()):
            item.children.append(node)
            self._plain = None
            return
        siblings.append(node)
        if node.kind in ("paragraph", "table_row"):
            self._plain = node if node.paragraph.folded[-1] == ":" and node.kind == "paragraph" else None
            if self._parent is not None:
                self._loose.append((node, self._parent))
        else:
            self.reset()
            if node.kind == "clause":
                self._parent = node

    def _unended(self) -> Node | None:
        """The item just before if it has no stop at its end, "(c) Training": what follows explains it."""
        item = self._parent
        return item if item and item.kind == "subparagraph" and not ends_clause(item.paragraph.folded) else None

    def place(self, node: Node, label: Label, top: list[Node]) -> None:
        """A block with a label, or with a bullet."""
        if node.bullet:
            self._bullet(node, top)
            return
        if label.style != "dot":
            self._subordinate(node, label, top)
        elif not self._listed(node, label, top):
            self._number(node, label, top)
        self._parent = node
        self._plain = None

    def _bullet(self, node: Node, top: list[Node]) -> None:
        parent = self._plain or self._parent
        if self._plain is None:
            self._tuck(self._owner(), top)
        (parent.children if parent is not None else top).append(node)
        node.zone = parent.zone if parent is not None else node.zone

    def _number(self, node: Node, label: Label, top: list[Node]) -> None:
        """«1.»: a paragraph of the top level."""
        number = label.places["number"]
        before = self._open[0].last if self._open and self._open[0].style == "dot" else None
        if before is not None and number not in (before + 1, 1):
            self._gap(node, label, before)
        self._open = [_Open("dot", "number", number, top, None)]
        self._loose.clear()
        node.series, node.ordinal = "number", number
        top.append(node)

    def _listed(self, node: Node, label: Label, top: list[Node]) -> bool:
        """Places an item of a numbered list inside a paragraph: "2. Approves the agenda:", 1., 2., and then 3."""
        number = label.places["number"]
        parent = self._parent
        if number == 1 and 0 < len(self._open) < DEEPEST and not self._loose and parent is not None:
            if parent.paragraph.folded[-1] != ":":
                return False
            self._put(node, label, _Place(len(self._open), "number", parent.children, self._owner()))
        else:
            at = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].style == "dot"), 0)
            if not at or number != self._open[at].last + 1:
                return False
            first = self._open[0]
            follows = first.style == "dot" and number == first.last + 1
            if follows and opens_operative(node.paragraph.folded, self._language):
                return False
            self._tuck(self._open[at].owner, top)
            self._put(node, label, _Place(at, "number", self._open[at].siblings, self._open[at].owner))
        node.kind = "subparagraph"
        return True

    def _subordinate(self, node: Node, label: Label, top: list[Node]) -> None:
        """«(a)»: under the paragraph before it, or on the level of its series."""
        place = self._next_in_series(label) or self._first_of_series(label, top) or self._with_gap(node, label, top)
        if place.depth >= DEEPEST:
            deepest = self._open[-1]
            place = _Place(DEEPEST - 1, place.series, deepest.siblings, deepest.owner)
            start, end = node.paragraph.pieces[0][:2]
            message = f"“{label.written}” opens level {DEEPEST + 1}."
            self._remarks.append(Remark("numbering.too_deep", message, start, end))
        if place.siblings is top:
            self._loose.clear()
        else:
            self._tuck(place.owner, top)
        self._put(node, label, place)

    def _put(self, node: Node, label: Label, place: _Place) -> None:
        del self._open[place.depth :]
        node.series, node.ordinal = place.series, label.places[place.series]
        self._open.append(_Open(label.style, place.series, node.ordinal, place.siblings, place.owner))
        place.siblings.append(node)

    def _owner(self) -> Node | None:
        """The paragraph without label under which the last labelled one lies."""
        return self._open[-1].owner if self._open else None

    def _tuck(self, owner: Node | None, top: list[Node]) -> None:
        """Before something is added under `owner`: the blocks without label behind it move under the item before."""
        kept = next((n for n, (node, _) in enumerate(self._loose, 1) if node is owner), 0)
        moved = self._loose[kept:]
        if moved:
            del top[-len(moved) :]
            moved[0][1].children += [node for node, _ in moved]
            del self._loose[kept:]

    def _next_in_series(self, label: Label) -> _Place | None:
        """The label is the next one of an open series of its form."""
        if self._plain is not None and 1 in label.places.values():
            return None
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.goes_on_with(label):
                return _Place(depth, level.series, level.siblings, level.owner)
        return None

    def _first_of_series(self, label: Label, top: list[Node]) -> _Place | None:
        """The label is the first of a series, which opens under the paragraph before it."""
        for series in _PREFERRED:
            if label.places.get(series) == 1:
                if self._plain is not None:
                    self._open = list(takewhile(lambda level: level.owner is None, self._open))
                    return _Place(len(self._open), series, self._plain.children, self._plain)
                return self._under_parent(series, top)
        return None

    def _with_gap(self, node: Node, label: Label, top: list[Node]) -> _Place:
        """The label goes on in a series of its form, but not with the next place; or it begins one in the middle."""
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.style == label.style and level.series in label.places:
                self._gap(node, label, level.last)
                return _Place(depth, level.series, level.siblings, level.owner)
        series = next(s for s in _PREFERRED if s in label.places)
        if label.places[series] > 1:
            self._gap(node, label, 0)
        return self._under_parent(series, top)

    def _under_parent(self, series: Series, top: list[Node]) -> _Place:
        parent = self._parent
        return _Place(len(self._open), series, parent.children if parent is not None else top, self._owner())

    def _gap(self, node: Node, label: Label, before: int) -> None:
        start, end = node.paragraph.pieces[0][:2]
        if before in label.places.values():
            remark = Remark("numbering.repeated", f"“{label.written}” stands twice in its series.", start, end)
        else:
            message = f"“{label.written}” does not go on from place {before} of its series."
            remark = Remark("numbering.gap", message, start, end)
        self._remarks.append(remark)
