"""An alignment as rows: what TMX, TSV, JSON lines, XLSX and the table in Word write."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from unres.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from unres.alignment.model import BlockPair, NotePair

Level = Literal["block", "sentence"]


class Row(NamedTuple):
    """A pair of texts."""

    symbol: str
    """The symbol of the resolution, "" where it has none."""
    level: str
    """"title", "block", "sentence" or "note"."""
    arabic_ids: list[str]
    """Ids of the Arabic blocks, "title", or "fn:" and a label."""
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
    place: str
    """How the English block or footnote is cited, the Arabic one where there is no English: "A/RES/70/301, para. 4"."""
    date: str
    """The day of adoption, "2015-12-22"; "" where it is not known."""
    checks: list[str]
    """Where the two disagree, in sentences; of a sentence those of its block."""


def rows(alignments: Alignment | Iterable[Alignment | Row], level: Level = "block") -> Iterator[Row]:
    """The pairs of one or many alignments: title, blocks or their sentences, footnotes. Rows are given as they are."""
    for each in [alignments] if isinstance(alignments, Alignment) else alignments:
        if isinstance(each, Row):
            yield each
        else:
            yield from _Rows(each, _said(each)).all(level)


def titles(alignment: Alignment) -> list[Row]:
    """The row of the title; none where not both versions have one."""
    return list(_Rows(alignment, {}).title())


def _said(alignment: Alignment) -> dict[str, list[str]]:
    """The language and the id of a block or a footnote → where it disagrees with its counterpart."""
    found: dict[str, list[str]] = defaultdict(list)
    for check in alignment.checks():
        sides = ((alignment.arabic.language, check.arabic), (alignment.english.language, check.english))
        for key in [f"{language}-{name}" for language, names in sides for name in names]:
            found[key].append(check.message)
    return found


class _Rows:
    """The rows of one alignment."""

    def __init__(self, alignment: Alignment, said: Mapping[str, list[str]]) -> None:
        """Takes what `_said` gives for the same alignment."""
        self.alignment = alignment
        english, arabic = alignment.english, alignment.arabic
        day = english.adopted_on or arabic.adopted_on
        self.symbol = english.symbol or arabic.symbol or ""
        self.date = day.isoformat() if day else ""
        self._said = said

    def all(self, level: Level) -> Iterator[Row]:
        """Title, blocks or sentences, footnotes."""
        yield from self.title()
        for pair in self.alignment.pairs:
            yield from self._of_pair(pair, level)
        for note in self.alignment.notes:
            yield self._of_note(note)

    def title(self) -> Iterator[Row]:
        """The titles, where both versions have one."""
        arabic, english = self.alignment.arabic.title, self.alignment.english.title
        if arabic and english:
            yield self._row("title", (["title"], ["title"]), (1.0, "titles"), (arabic, english), self.symbol)

    def _row(
        self,
        level: str,
        ids: tuple[list[str], list[str]],
        sure: tuple[float, str],
        texts: Iterable[str],
        place: str,
    ) -> Row:
        """A row; ids and texts Arabic before English."""
        codes = self.alignment.arabic.language, self.alignment.english.language
        keys = [f"{code}-{name}" for code, names in zip(codes, ids, strict=True) for name in names]
        checks = list(dict.fromkeys(said for key in keys for said in self._said.get(key, ())))
        arabic, english = (" ".join(text.split()) for text in texts)
        return Row(self.symbol, level, *ids, *sure, arabic, english, place, self.date, checks)

    def _of_pair(self, pair: BlockPair, level: Level) -> Iterator[Row]:
        arabic, english = self.alignment.arabic.language, self.alignment.english.language
        language, first = (english, pair.english[0]) if pair.english else (arabic, pair.arabic[0])
        place = self.alignment.block(language, first).citation(english)
        ids = pair.arabic, pair.english
        if level == "sentence" and pair.arabic and pair.english:
            for sentence in self.alignment.sentences(pair):
                sure = round(min(pair.score, sentence.score), 2), pair.because
                yield self._row(level, ids, sure, (sentence.arabic, sentence.english), place)
        else:
            yield self._row("block", ids, (pair.score, pair.because), self.alignment.texts(pair), place)

    def _of_note(self, pair: NotePair) -> Row:
        versions = ((self.alignment.arabic, pair.arabic), (self.alignment.english, pair.english))
        texts = [
            "" if label is None else self.alignment.note(version.language, label).text for version, label in versions
        ]
        arabic, english = ([] if label is None else [f"fn:{label}"] for _, label in versions)
        place = f"{self.symbol}, footnote {pair.arabic if pair.english is None else pair.english}".removeprefix(", ")
        return self._row("note", (arabic, english), (pair.score, pair.because), texts, place)


def to_tsv(alignments: Alignment | Iterable[Alignment | Row], level: Level = "block") -> str:
    """Tab-separated, with a header; ids are joined by blanks, checks by "; ". Texts hold neither tabs nor line ends."""
    lines = ["\t".join(Row._fields)]
    for row in rows(alignments, level):
        written = row._replace(checks=["; ".join(row.checks)])
        lines.append("\t".join(" ".join(cell) if isinstance(cell, list) else str(cell) for cell in written))
    return "\n".join(lines) + "\n"


def to_jsonl(alignments: Alignment | Iterable[Alignment | Row], level: Level = "block") -> str:
    """One JSON object a line, with the fields of :class:`Row`."""
    return "".join(json.dumps(row._asdict(), ensure_ascii=False) + "\n" for row in rows(alignments, level))
