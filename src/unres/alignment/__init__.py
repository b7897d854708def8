"""Two language versions of one resolution, side by side: blocks, footnotes, references, and where they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.alignment.aligned import Alignment
from unres.alignment.model import (
    BlockPair,
    Check,
    NotePair,
    ReferencePair,
    ReferencePlace,
    SentencePair,
    VerbPair,
)

if TYPE_CHECKING:
    from unres.models import Resolution

__all__ = [
    "Alignment",
    "BlockPair",
    "Check",
    "NotePair",
    "ReferencePair",
    "ReferencePlace",
    "SentencePair",
    "VerbPair",
    "align",
]


def align(arabic: Resolution, english: Resolution) -> Alignment:
    """Aligns the two language versions of a resolution.

    Ids, labels and order decide where both are built alike; numbers, symbols, actions, names, word pairs and lengths
    confirm it, and decide where they are not: a block missing, divided, joined or moved.

    Args:
        arabic: the Arabic version.
        english: the English version.

    Raises:
        ValueError: the two are in the same language, or the other way round.
    """
    from unres.alignment.build import build

    return build(arabic, english)
