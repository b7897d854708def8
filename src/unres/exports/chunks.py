"""Resolutions in pieces for retrieval and language models.

A piece is a clause or paragraph with what stands under it. Where that is too long it is one subparagraph after the
other, each with the text above it as context; a clause that is too long by itself is cut at the end of a sentence, or
where it has none at a semicolon, a comma or a space. Nothing is left out: the texts of the pieces, in order, are the
texts of the blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.exports.interface import MESSAGES, codes, word
from unres.exports.wording import organ_name, printed_label
from unres.models.derived import Chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from unres.models import Block, Resolution
    from unres.models.vocabulary import Language

    Count = Callable[[str], int]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENDS = tuple(re.compile(rf"(?<={ends})\s+") for ends in ("[.!?؟]", "[;؛]", "[,،]", r"\S"))
"""Where a text may be cut, the better places first."""


def chunks(
    resolution: Resolution,
    *,
    max_tokens: int = 400,
    tokenizer: Count | None = None,
    language: Language | None = None,
) -> list[Chunk]:
    """The pieces of a resolution, in reading order; see :meth:`unres.models.Resolution.chunks`."""
    if max_tokens < 1:
        raise ValueError(f"max_tokens is {max_tokens}: a piece holds at least one token")
    own = resolution.language if resolution.language in codes() else MESSAGES
    maker = _Maker(resolution, max_tokens, tokenizer or _count, language or own)
    return list(maker.all())


def _count(text: str) -> int:
    return sum(1 for _ in _TOKEN.finditer(text))


class _Maker:
    def __init__(self, resolution: Resolution, most: int, count: Count, language: Language) -> None:
        self._resolution = resolution
        self._most = most
        self._count = count
        self._language = language
        self._notes = {note.label: note for note in resolution.footnotes}
        self._head = self._words_of_the_head()
        self._taken: set[str] = set()

    def all(self) -> Iterator[Chunk]:
        """The pieces of preamble, operative part and annexes."""
        resolution = self._resolution
        yield from self._zone(resolution.preamble, word("preamble", resolution.language))
        yield from self._zone(resolution.operative, None)
        for annex in resolution.annexes:
            name = " – ".join(part for part in (annex.label, annex.title) if part)
            yield from self._zone(annex.blocks, name or word("annex", resolution.language))

    def _zone(self, blocks: Sequence[Block], zone: str | None) -> Iterator[Chunk]:
        """A heading is no piece of its own: it opens the piece that follows it, and is the section of all below it."""
        waiting: list[Block] = []
        heading: str | None = None
        for block in blocks:
            if block.kind == "heading":
                heading = block.text if not waiting else f"{heading} – {block.text}"
                waiting.append(block)
                continue
            section = " – ".join(part for part in (zone, heading) if part) or None
            yield from self._pieces(block, waiting, [], section)
            waiting = []
        if waiting:
            yield self._chunk(waiting, "\n".join(block.text for block in waiting), [], zone)

    def _pieces(self, block: Block, before: list[Block], above: list[str], section: str | None) -> Iterator[Chunk]:
        whole = [*before, *block.walk()]
        text = "\n".join(map(self._written, whole))
        if self._count(text) <= self._most:
            yield self._chunk(whole, text, above, section)
            return
        own = "\n".join(map(self._written, [*before, block]))
        for part in self._cut(own):
            yield self._chunk([*before, block], part, above, section)
        for child in block.children:
            yield from self._pieces(child, [], [*above, self._written(block)], section)

    def _written(self, block: Block) -> str:
        label = printed_label(block, self._resolution.language)
        return f"{label} {block.text}" if label else block.text

    def _cut(self, text: str) -> Iterator[str]:
        """A text in parts that are not too long; the last resort is to cut at any space."""
        for ends in _ENDS:
            if self._count(text) <= self._most:
                break
            parts = self._packed(ends.split(text))
            if all(self._count(part) <= self._most for part in parts) or ends is _ENDS[-1]:
                yield from parts
                return
        yield text

    def _packed(self, pieces: Sequence[str]) -> list[str]:
        """Neighbours put together as far as they fit."""
        packed: list[str] = []
        for piece in pieces:
            together = f"{packed[-1]} {piece}" if packed else piece
            if packed and self._count(together) <= self._most:
                packed[-1] = together
            else:
                packed.append(piece)
        return packed

    def _chunk(self, blocks: list[Block], text: str, above: list[str], section: str | None) -> Chunk:
        resolution = self._resolution
        cited = next((block for block in blocks if block.kind != "heading"), blocks[0])
        labels = dict.fromkeys(mark.label for block in blocks for mark in block.footnote_marks)
        notes = [self._notes[label] for label in labels if label in self._notes]
        spans = [span for block in blocks for span in block.spans]
        references = [each for block in blocks for each in block.references]
        references += [each for note in notes for each in note.references]
        told = [self._head, section, *above, text, *(f"{note.label} {note.text}" for note in notes)]
        return Chunk(
            id=self._new_id(blocks[0]),
            text=text,
            context="\n".join(part for part in told if part),
            citation=cited.citation(self._language),
            block_ids=[block.id for block in blocks],
            symbol=resolution.symbol,
            title=resolution.title,
            organ=str(resolution.organ) if resolution.organ else None,
            date=self._date(),
            language=resolution.language,
            section=section,
            pages=sorted({span.page for span in spans if span.page is not None}),
            boxes=[(span.page, *span.box) for span in spans if span.page is not None and span.box is not None],
            references=list(dict.fromkeys(reference.symbol for reference in references if reference.symbol)),
        )

    def _new_id(self, block: Block) -> str:
        return unused(
            f"{self._resolution.symbol or 'resolution'}#{self._resolution.language}:{block.id}", self._taken, "/"
        )

    def _date(self) -> str | None:
        day = self._resolution.adopted_on or self._resolution.issued_on
        return day.isoformat() if day else None

    def _words_of_the_head(self) -> str:
        resolution = self._resolution
        organ = organ_name(resolution.organ, resolution.language)
        return " · ".join(part for part in (resolution.symbol, organ, self._date(), resolution.title) if part)


def unused(first: str, taken: set[str], mark: str) -> str:
    """The name, or where it is taken the name with the mark and the next number behind it; it is taken from now on."""
    name, number = first, 1
    while name in taken:
        number += 1
        name = f"{first}{mark}{number}"
    taken.add(name)
    return name
