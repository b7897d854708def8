"""An alignment as rows: what TMX, TSV and JSON lines write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple

from unres.alignment.model import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Level = Literal["block", "sentence"]


class Row(NamedTuple):
    """A pair of texts."""

    symbol: str
    """The symbol of the resolution, "" where it has none."""
    level: str
    """"block", "sentence" or "note"."""
    arabic_ids: list[str]
    """Ids of the Arabic blocks, or "fn:" and a label."""
    english_ids: list[str]
    """Ids of the English blocks."""
    score: float
    """How sure the pair is."""
    because: str
    """What it rests on."""
    arabic: str
    """The Arabic text on one line, "" where there is none."""
    english: str
    """The English text."""


def rows(alignments: Alignment | Iterable[Alignment], level: Level = "block") -> Iterator[Row]:
    """The pairs of one or many alignments: blocks or their sentences, then footnotes."""
    for alignment in [alignments] if isinstance(alignments, Alignment) else alignments:
        symbol = alignment.english.symbol or alignment.arabic.symbol or ""
        for pair in alignment.pairs:
            if level == "sentence" and pair.arabic and pair.english:
                for sentence in alignment.sentences(pair):
                    score = round(min(pair.score, sentence.score), 2)
                    texts = _line(sentence.arabic), _line(sentence.english)
                    yield Row(symbol, level, pair.arabic, pair.english, score, pair.because, *texts)
            else:
                arabic, english = map(_line, alignment.texts(pair))
                yield Row(symbol, "block", pair.arabic, pair.english, pair.score, pair.because, arabic, english)
        for note in alignment.notes:
            left = alignment.note(alignment.arabic.language, note.arabic).text if note.arabic is not None else ""
            right = alignment.note(alignment.english.language, note.english).text if note.english is not None else ""
            mine, theirs = _note_id(note.arabic), _note_id(note.english)
            yield Row(symbol, "note", mine, theirs, note.score, note.because, _line(left), _line(right))


def _note_id(label: str | None) -> list[str]:
    return [] if label is None else [f"fn:{label}"]


def _line(text: str) -> str:
    return " ".join(text.split())


def to_tsv(alignments: Alignment | Iterable[Alignment], level: Level = "block") -> str:
    """Tab-separated, with a header; ids are joined by blanks, texts hold neither tabs nor line ends."""
    lines = ["\t".join(Row._fields)]
    for row in rows(alignments, level):
        cells = (" ".join(cell) if isinstance(cell, list) else str(cell) for cell in row)
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def to_jsonl(alignments: Alignment | Iterable[Alignment], level: Level = "block") -> str:
    """One JSON object a line, with the fields of :class:`Row`."""
    return "".join(json.dumps(row._asdict(), ensure_ascii=False) + "\n" for row in rows(alignments, level))
