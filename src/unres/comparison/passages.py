"""The blocks and footnotes of a resolution in reading order, as what is matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.comparison.matching import Item
from unres.comparison.model import Passage
from unres.comparison.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from unres.models import Block, Reference, Resolution


@dataclass(slots=True)
class Piece:
    """A passage, and what the matching sees of it."""

    passage: Passage
    item: Item


def block_pieces(resolution: Resolution) -> list[Piece]:
    """Every block in reading order; before those of an annex its label and title, where it has any."""
    pieces: list[Piece] = []
    for blocks in (resolution.preamble, resolution.operative):
        _add(pieces, blocks, None, 0)
    for n, annex in enumerate(resolution.annexes, 1):
        heading = None
        if annex.label or annex.title:
            passage = Passage(
                id=f"annex{n}",
                kind="annex",
                zone="annex",
                label=annex.label,
                position=len(pieces),
                text=annex.title or "",
            )
            heading = len(pieces)
            pieces.append(_piece(passage, (), None))
        _add(pieces, annex.blocks, heading, 0)
    return pieces


def _add(pieces: list[Piece], blocks: Iterable[Block], parent: int | None, depth: int) -> None:
    for block in blocks:
        passage = Passage(
            id=block.id,
            kind=block.kind,
            zone=block.zone,
            label=block.label,
            depth=depth,
            position=len(pieces),
            text=block.text,
        )
        pieces.append(_piece(passage, block.references, parent))
        _add(pieces, block.children, passage.position, depth + 1)


def footnote_pieces(resolution: Resolution, now: Mapping[str, str] | None = None) -> list[Piece]:
    """Every footnote, in order.

    Args:
        resolution: whose footnotes.
        now: the ids of its blocks → those of the blocks that they became, where they became any.
    """
    pieces = []
    for n, note in enumerate(resolution.footnotes):
        passage = Passage(id=f"fn:{note.label}", kind="footnote", label=note.label, position=n, text=note.text)
        piece = _piece(passage, note.references, None)
        if note.block_ids:
            at = note.block_ids[0]
            piece.item.beside = at if now is None else now.get(at, f"gone {at}")
        pieces.append(piece)
    return pieces


def _piece(passage: Passage, references: Iterable[Reference], parent: int | None) -> Piece:
    words = cut(passage.text, _turned(references))
    return Piece(passage, Item(words, (passage.zone or "", passage.kind, passage.label or ""), parent))


def _turned(references: Iterable[Reference]) -> Iterator[tuple[int, int, str]]:
    """The pairs of numbers that a page may show in the other order, each with its one form."""
    for reference in references:
        if reference.kind == "resolution" and reference.number and (first := reference.session or reference.year):
            yield reference.offset, reference.offset + len(reference.text), f"{first}/{reference.number}"
