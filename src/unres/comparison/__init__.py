"""What changed from one resolution to another: two of a series, or a draft and its adoption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.comparison.changes import block_pieces, changes_between, field_changes, footnote_pieces, reference_changes
from unres.comparison.model import (
    Change,
    Comparison,
    Edit,
    Edition,
    FieldChange,
    Passage,
    ReferenceChange,
    Stretch,
)

if TYPE_CHECKING:
    from unres.models import Resolution

__all__ = [
    "Change",
    "Comparison",
    "Edit",
    "Edition",
    "FieldChange",
    "Passage",
    "ReferenceChange",
    "Stretch",
    "compare",
]


def compare(older: Resolution, newer: Resolution) -> Comparison:
    """Compares two resolutions in one language, block by block and word by word.

    For two resolutions of a series ("Question of Tokelau", 2021 and 2023), for a draft and its adoption, or for two
    readings of one document. Each block of both is kept, changed, added, dropped or moved; a new number alone is no
    change. White space, the script of digits, vowel marks and the shape of quotation marks are no difference.

    Args:
        older: the one that was.
        newer: the one that is.

    Raises:
        ValueError: the two are in different languages; :func:`unres.align` lays those side by side.
    """
    if older.language != newer.language:
        raise ValueError(
            f"one is in {older.language!r}, the other in {newer.language!r}, and only texts in one language can be "
            "compared; to lay two languages side by side use unres.align, or `unres align` on the command line"
        )
    blocks = changes_between(block_pieces(older), block_pieces(newer), newer.language)
    became = {change.older.id: change.newer.id for change in blocks if change.older and change.newer}
    return Comparison(
        language=newer.language,
        older=_edition(older),
        newer=_edition(newer),
        fields=field_changes(older, newer),
        blocks=blocks,
        footnotes=changes_between(footnote_pieces(older, became), footnote_pieces(newer), newer.language),
        references=reference_changes(older, newer),
    )


def _edition(resolution: Resolution) -> Edition:
    return Edition(symbol=resolution.symbol, title=resolution.title, adopted_on=resolution.adopted_on)
