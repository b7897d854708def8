"""One language version on the page: its anchors, its references in order, and where each thing stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.interface import direction, words
from unres.exports.marked import Texts
from unres.exports.wording import digits_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unres.exports.viewer.pictures import Pictures
    from unres.models import Block, Diagnostic, Footnote, Reference, Resolution, Span
    from unres.models.vocabulary import Language


_SURE = 0.99


class Cited(NamedTuple):
    """A reference and where it stands."""

    anchor: str
    """The id of its card."""
    place: str
    """The id of the element in whose text it stands."""
    name: str
    """What that place is called: ``op4``, ``fn-3``."""
    reference: Reference

    @property
    def unsure(self) -> bool:
        """Whether the reading is worth a look: it is not wholly sure, or there are others."""
        return self.reference.confidence < _SURE or bool(self.reference.alternatives)


class Stretch(NamedTuple):
    """A span of the source, and the element that shows it."""

    anchor: str
    name: str
    """What to call it: ``op4``, ``fn-3``; of lines and furniture, their kind."""
    span: Span


class Remarked(NamedTuple):
    """A diagnostic and its place."""

    anchor: str
    """The id of its card."""
    diagnostic: Diagnostic
    stretch: Stretch | None
    """What shows its place, or stands last before it; None for a remark about the whole document."""

    @property
    def inside(self) -> bool:
        """Whether the place itself is shown, and not only what stands before it."""
        span = self.diagnostic.span
        return self.stretch is not None and span is not None and span.start < self.stretch.span.end


@dataclass(slots=True)
class Edition:
    """A resolution as it is shown."""

    resolution: Resolution
    prefix: str
    """Put before the ids of its elements, so that two versions can stand on one page."""
    interface: str
    """The language of the page itself."""
    pictures: Pictures | None = None
    texts: Texts = field(init=False)
    """What writes its texts, with references that lead to their cards."""
    note_anchors: list[str] = field(init=False)
    """The id of each footnote. Marks lead to the first of those that share a label."""
    cited: list[Cited] = field(init=False)
    stretches: list[Stretch] = field(init=False)
    """In the order of the source."""
    remarks: list[Remarked] = field(init=False)
    _cards: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.note_anchors = list(self._note_anchors())
        self.cited = list(self._references())
        self._cards = {id(each.reference): each.anchor for each in self.cited}
        first = {note.label: note.text for note in reversed(self.resolution.footnotes)}
        self.texts = Texts(self.language, first, self.interface, self.prefix, self.card, digits_of(self.resolution))
        self.stretches = sorted(self._stretches(), key=lambda each: (each.span.start, each.span.end))
        self.remarks = [
            Remarked(f"{self.prefix}remark-{index}", each, self._place_of(each))
            for index, each in enumerate(self.resolution.diagnostics, start=1)
        ]

    @property
    def language(self) -> Language:
        """The language of its text."""
        return self.resolution.language

    @property
    def words(self) -> Mapping[str, str]:
        """Of the interface, in the language of its text."""
        return words("viewer", self.language)

    @property
    def direction(self) -> str:
        """``"rtl"`` or ``"ltr"``."""
        return direction(self.language)

    def anchor(self, name: str) -> str:
        """The id of the element of that name: of a block, its own id."""
        return f"{self.prefix}{name}"

    def card(self, reference: Reference) -> str:
        """The address, within the page, of what is known of a reference."""
        return f"#{self._cards[id(reference)]}"

    def _note_anchors(self) -> Iterator[str]:
        seen: set[str] = set()
        for index, note in enumerate(self.resolution.footnotes, start=1):
            yield self.anchor(f"fn-{note.label}-{index}" if note.label in seen else f"fn-{note.label}")
            seen.add(note.label)

    def _references(self) -> Iterator[Cited]:
        items: list[tuple[str, str, Block | Footnote]] = [
            (self.anchor(block.id), block.id, block) for block in self.resolution.walk()
        ]
        notes = zip(self.note_anchors, self.resolution.footnotes, strict=True)
        items += [(anchor, f"fn-{note.label}", note) for anchor, note in notes]
        count = 0
        for anchor, name, item in items:
            for reference in item.references:
                count += 1
                yield Cited(self.anchor(f"ref-{count}"), anchor, name, reference)

    def _place_of(self, diagnostic: Diagnostic) -> Stretch | None:
        if diagnostic.span is None:
            return None
        at = bisect_right(self.stretches, diagnostic.span.start, key=lambda each: each.span.start)
        return self.stretches[max(at - 1, 0)] if self.stretches else None

    def _stretches(self) -> Iterator[Stretch]:
        for anchor, name, spans in self._spans():
            for span in spans:
                yield Stretch(anchor, name, span)

    def _spans(self) -> Iterator[tuple[str, str, list[Span]]]:
        resolution = self.resolution
        for block in resolution.walk():
            yield self.anchor(block.id), block.id, block.spans
        for index, annex in enumerate(resolution.annexes, start=1):
            yield self.anchor(f"annex-{index}"), f"annex{index}", annex.spans
        for anchor, note in zip(self.note_anchors, resolution.footnotes, strict=True):
            yield anchor, f"fn-{note.label}", note.spans
        for index, line in enumerate(resolution.masthead, start=1):
            yield self.anchor(f"line-{index}"), ", ".join(line.fields) or "masthead", line.spans
        for index, piece in enumerate(resolution.furniture, start=1):
            yield self.anchor(f"aside-{index}"), piece.kind, piece.spans
