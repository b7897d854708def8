"""The references of a resolution with the places in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Reference, Resolution


def placed(resolution: Resolution) -> Iterator[tuple[str, Reference]]:
    """Every reference in reading order, footnotes last, with the id of its block, or ``fn:`` and its note's label."""
    for block in resolution.walk():
        for reference in block.references:
            yield block.id, reference
    for note in resolution.footnotes:
        for reference in note.references:
            yield f"fn:{note.label}", reference
