"""What can be asked of two aligned versions: counterparts, sentences, disagreements, renderings of verbs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from unres.alignment.checks import check
from unres.alignment.model import BlockPair, Check, SentencePair, VerbPair, Versions
from unres.alignment.sentences import align_sentences
from unres.alignment.verbs import verb_pairs
from unres.models.vocabulary import ARABIC, Language

if TYPE_CHECKING:
    from collections.abc import Iterator


class Alignment(Versions):
    """Two language versions of one resolution, side by side."""

    def counterparts(self, language: Language, block_id: str) -> list[str]:
        """Ids of the blocks of the other language that stand for this one.

        Raises:
            KeyError: the version has no such block.
        """
        self.block(language, block_id)
        for pair in self.pairs:
            mine, theirs = (pair.arabic, pair.english) if language == ARABIC else (pair.english, pair.arabic)
            if block_id in mine:
                return theirs
        return []

    def sentences(self, pair: BlockPair) -> list[SentencePair]:
        """The sentences of a pair of blocks, aligned; one pair of sentences where a block is a single one."""
        return align_sentences(*self.texts(pair))

    def checks(self) -> list[Check]:
        """Where the two versions disagree in a number, a date, a symbol, a reference, a mark, a count."""
        return check(self)

    def verbs(self) -> list[VerbPair]:
        """How each action was rendered in the other language, clause by clause."""
        return list(verb_pairs(self))

    def counts(self) -> Counter[str]:
        """How many pairs there are of each shape: "1-1", "1-0", "0-1", "2-1"."""
        return Counter(f"{len(pair.arabic)}-{len(pair.english)}" for pair in self.pairs)

    def split(self) -> Iterator[BlockPair]:
        """The pairs in which one language divides what the other holds together."""
        return (pair for pair in self.pairs if len(pair.arabic) > 1 or len(pair.english) > 1)
