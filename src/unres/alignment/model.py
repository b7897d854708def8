"""What an alignment holds: which block, footnote and reference of one language stands for which of the other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from unres.models.action import Action
from unres.models.base import Model, Shown
from unres.models.block import Block, Footnote
from unres.models.resolution import Resolution
from unres.models.vocabulary import ARABIC, ENGLISH, Language

if TYPE_CHECKING:
    from unres.models.reference import Reference

CheckKind = Literal["text", "block", "number", "date", "symbol", "reference", "footnote_mark", "subparagraphs"]


class BlockPair(Model):
    """Blocks that say the same. One side is empty where the other language has nothing for it."""

    arabic: list[str] = Field(default_factory=list)
    """Ids of the Arabic blocks; more than one where English holds in one block what Arabic divides."""
    english: list[str] = Field(default_factory=list)
    """Ids of the English blocks."""
    score: float = Field(ge=0, le=1)
    """How sure the pair is, 0 to 1; 0 for a block without counterpart."""
    because: str = ""
    """What it rests on, in a few words: "id; action; numbers 2015, 2030; 7 words"."""
    moved: bool = False
    """Whether it stands in another place of the order than its neighbours."""


class NotePair(Model):
    """Footnotes that say the same; None where the other language has none."""

    arabic: str | None = None
    """Label of the Arabic footnote."""
    english: str | None = None
    """Label of the English footnote."""
    score: float = Field(ge=0, le=1)
    """How sure the pair is, 0 to 1."""
    because: str = ""
    """What it rests on."""


class ReferencePlace(Model):
    """Where a reference is: the ``index``-th of ``block.references`` or ``footnote.references``."""

    owner: str
    """The id of a block, or "fn:" and the label of a footnote."""
    index: int = Field(ge=0)
    """Which of its references, from 0."""


class ReferencePair(Model):
    """References that cite the same; None where the other language cites nothing for it."""

    arabic: ReferencePlace | None = None
    """The Arabic reference."""
    english: ReferencePlace | None = None
    """The English reference."""
    score: float = Field(ge=0, le=1)
    """How sure the pair is, 0 to 1."""
    because: str = ""
    """What it rests on: the symbol, the number, the place in the text."""


class SentencePair(Model):
    """Sentences of one pair of blocks that say the same, as text; "" where the other language has none."""

    arabic: str = ""
    """The Arabic sentence or sentences."""
    english: str = ""
    """The English sentence or sentences."""
    score: float = Field(ge=0, le=1)
    """How sure the pair is, 0 to 1."""


class Check(Model):
    """A place where the two versions disagree: worth a person's look."""

    kind: CheckKind
    """What disagrees."""
    arabic: list[str] = Field(default_factory=list)
    """Where, in the Arabic: ids of blocks, or "fn:" and the label of a footnote."""
    english: list[str] = Field(default_factory=list)
    """Where, in the English."""
    arabic_says: list[str] = Field(default_factory=list)
    """What the Arabic has that the English has not, in a neutral form: "2015", "2012-12-20", "A/RES/67/190"."""
    english_says: list[str] = Field(default_factory=list)
    """What the English has that the Arabic has not."""
    message: str
    """The disagreement in a sentence."""


class VerbPair(Model):
    """How an action was rendered: the verb of a clause in both languages."""

    arabic: str
    """As written."""
    english: str
    """As written."""
    arabic_action: Action
    """The action of the Arabic verb."""
    english_action: Action
    """The action of the English verb; another one where the translator chose another act."""
    arabic_block: str
    """Id of the Arabic block."""
    english_block: str
    """Id of the English block."""


class Versions(Model, Shown):
    """Two language versions of one resolution, with what stands for what in them."""

    arabic: Resolution
    """The Arabic version."""
    english: Resolution
    """The English version."""
    pairs: list[BlockPair] = Field(default_factory=list)
    """Every block of both versions stands in exactly one pair; in the order of the Arabic."""
    notes: list[NotePair] = Field(default_factory=list)
    """Every footnote of both versions stands in exactly one pair."""
    references: list[ReferencePair] = Field(default_factory=list)
    """Every reference of both versions stands in exactly one pair."""

    @cached_property
    def _found(self) -> dict[str, tuple[Resolution, dict[str, Block], dict[str, Footnote]]]:
        """What was looked up so far; no field and no private attribute, so that it has no part in equality."""
        return {}

    def _version(self, language: Language) -> tuple[Resolution, dict[str, Block], dict[str, Footnote]]:
        """A version with its blocks by id and its footnotes by label; a copy with another version looks anew."""
        version = self.arabic if language == ARABIC else self.english
        known = self._found.get(language)
        if known is None or known[0] is not version:
            blocks = {block.id: block for block in version.walk()}
            known = self._found[language] = (version, blocks, {note.label: note for note in version.footnotes})
        return known

    def block(self, language: Language, block_id: str) -> Block:
        """The block with this id.

        Raises:
            KeyError: the version has no such block.
        """
        return self._version(language)[1][block_id]

    def note(self, language: Language, label: str) -> Footnote:
        """The footnote with this label.

        Raises:
            KeyError: the version has no such footnote.
        """
        return self._version(language)[2][label]

    def reference(self, language: Language, place: ReferencePlace) -> Reference:
        """The reference at this place.

        Raises:
            KeyError: the version has no such block or footnote.
        """
        if place.owner.startswith("fn:"):
            return self.note(language, place.owner[3:]).references[place.index]
        return self.block(language, place.owner).references[place.index]

    def texts(self, pair: BlockPair) -> tuple[str, str]:
        """The Arabic and the English text of a pair; several blocks are joined by line ends."""
        return (
            "\n".join(self.block(ARABIC, block_id).text for block_id in pair.arabic),
            "\n".join(self.block(ENGLISH, block_id).text for block_id in pair.english),
        )
