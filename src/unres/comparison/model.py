"""What a comparison says: frozen values, with the texts in them, so that they can be shown and stored alone."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Literal

from pydantic import Field

from unres.models.base import LanguageOfText, Model, Shown
from unres.models.vocabulary import BlockKind, Zone

ChangeKind = Literal["kept", "changed", "added", "dropped", "moved"]
EditKind = Literal["replaced", "deleted", "inserted"]


class Edition(Model):
    """Which resolution stands on one side."""

    symbol: str | None = None
    """Its canonical symbol."""
    title: str | None = None
    """Its title."""
    adopted_on: datetime.date | None = None
    """When it was adopted; None for a draft."""


class Stretch(Model):
    """A half-open range ``[start, end)`` of characters of a text, with what stands there."""

    start: int = Field(ge=0)
    """First character, counted from 0."""
    end: int = Field(ge=0)
    """One past the last character; equal to ``start`` where nothing stands."""
    text: str
    """What stands there: whole words and signs, never a part of a word."""


class Edit(Model):
    """A run of words that differs. ``older`` is empty for words inserted, ``newer`` for words deleted."""

    kind: EditKind
    """Words replaced by others, deleted, or inserted."""
    older: Stretch
    """Where, in the older text."""
    newer: Stretch
    """Where, in the newer text."""


class Passage(Model):
    """A block or a footnote, as it stands on one side."""

    id: str
    """The block's id; "annex1" for the heading of an annex, "fn:3" for a footnote."""
    kind: BlockKind | Literal["annex", "footnote"]
    """The block's kind; "annex" for the label and title of an annex."""
    zone: Zone | None = None
    """Preamble, operative part or annex; None for a footnote."""
    label: str | None = None
    """As written."""
    depth: int = Field(default=0, ge=0)
    """How many blocks it stands under."""
    position: int = Field(ge=0)
    """Its place in reading order, from 0."""
    text: str
    """Its own text."""


class Change(Model):
    """What became of one block or footnote."""

    kind: ChangeKind
    """"moved": it stands at another place among its neighbours, under another parent, or in another zone; its words
    may have changed too, which ``edits`` tell. A new number alone is no move: see :attr:`renumbered`."""
    older: Passage | None = None
    """As it was; None for one added."""
    newer: Passage | None = None
    """As it is; None for one dropped."""
    similarity: float = Field(ge=0, le=1)
    """The share of words that both have, 0 to 1; 0 for one added or dropped."""
    edits: list[Edit] = Field(default_factory=list)
    """The words that differ, in order; empty when none does."""

    @property
    def renumbered(self) -> bool:
        """Whether it stands on both sides under different labels."""
        return self.older is not None and self.newer is not None and self.older.label != self.newer.label


class FieldChange(Model):
    """A field of the head that differs: symbol, title, date of adoption and the like."""

    name: str
    """The field of :class:`unres.models.Resolution`."""
    older: str | None = None
    """Its value as text; None where there was none."""
    newer: str | None = None
    """Its value as text; None where there is none."""
    edits: list[Edit] = Field(default_factory=list)
    """The words that differ, where both have a value."""


class ReferenceChange(Model):
    """Something that is cited: by both, only by the newer, or only by the older."""

    kind: Literal["kept", "added", "dropped"]
    """"added": only the newer cites it; "dropped": only the older."""
    name: str
    """Its canonical symbol; for what has none, words: "UNTS vol. 2225, No. 39574"."""
    cited: str
    """The kind of reference: "resolution", "document", "treaty" …"""
    older: list[str] = Field(default_factory=list)
    """Ids of the blocks and footnotes of the older one that cite it."""
    newer: list[str] = Field(default_factory=list)
    """Ids of the blocks and footnotes of the newer one that cite it."""


class Comparison(Model, Shown):
    """What changed from an older resolution to a newer one."""

    language: LanguageOfText
    """The language of both."""
    older: Edition
    """The older one."""
    newer: Edition
    """The newer one."""
    fields: list[FieldChange] = Field(default_factory=list)
    """The fields of the head that differ."""
    blocks: list[Change] = Field(default_factory=list)
    """Every block of both once, in the order of the newer; a dropped one follows what it followed."""
    footnotes: list[Change] = Field(default_factory=list)
    """Every footnote of both once, in the same way. A new label alone is no change."""
    references: list[ReferenceChange] = Field(default_factory=list)
    """Everything that either cites, once: what was added, what was dropped, what both cite."""

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many blocks were kept, changed, added, dropped and moved."""
        found = Counter(change.kind for change in self.blocks)
        kinds: tuple[ChangeKind, ...] = ("kept", "changed", "added", "dropped", "moved")
        return {kind: found[kind] for kind in kinds}

    @property
    def equal(self) -> bool:
        """Whether nothing differs: no field of the head, no block, no footnote."""
        return not self.fields and all(change.kind == "kept" for change in (*self.blocks, *self.footnotes))
