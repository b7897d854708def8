"""Sentences inside a pair of blocks: the second level, by length and by what they share.

The dynamic programme is that of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora"
(Computational Linguistics 19, 1993), with the overlap of words, numbers and symbols beside the lengths.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.alignment.model import SentencePair
from unres.alignment.units import Evidence, Unit, tokens
from unres.languages import for_all
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.scripts import ARABIC_LETTERS

if TYPE_CHECKING:
    from unres.languages import Language

_MOVES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))
_COST = {(1, 1): 0.0, (1, 0): 4.5, (0, 1): 4.5, (1, 2): 2.3, (2, 1): 2.3, (2, 2): 4.4}
"""How rare each shape is: minus the logarithm of its share, after Gale and Church."""
_MOST_CELLS = 40_000
_BAND = 16
_FOR_OVERLAP = 4.0
"""What a full overlap of words weighs beside the lengths."""


@for_all
def _ends(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """Where sentences end."""
    short = "".join(rf"(?<!\b{word})" for language in languages for word in language.wording.abbreviations)
    return re.compile(
        rf"""
        (?<![0-9])(?<!\b[A-Z]){short}
        [.!?؟][”"’)]?\s+(?=[“"(]?[A-Z0-9{ARABIC_LETTERS}])    # a stop and what can open a sentence
        | (?<=[0-9])[.؟][”"’)]?\s+(?=[“"(]?[A-Z{ARABIC_LETTERS}])   # a stop after a year
        | [؛;]\s+ | \n
        """,
        re.VERBOSE,
    )


def split_sentences(text: str) -> list[str]:
    """The sentences of a text: they end in a full stop, a question mark, a semicolon or at a line's end."""
    found, last = [], 0
    for match in _ends().finditer(text):
        found.append(text[last : match.end()].strip())
        last = match.end()
    found.append(text[last:].strip())
    return [sentence for sentence in found if sentence]


def align_sentences(arabic: str, english: str) -> list[SentencePair]:
    """The sentences of two texts, paired in their order; every sentence stands in one pair."""
    mine, theirs = split_sentences(arabic), split_sentences(english)
    if not mine or not theirs:
        return [SentencePair(arabic=arabic, english=english, score=0.0)] if arabic or english else []
    if len(mine) == len(theirs) == 1:
        return [SentencePair(arabic=mine[0], english=theirs[0], score=1.0)]
    latin = frozenset(word.lower() for word in re.findall("[A-Za-z]{2,}", arabic))
    evidence = Evidence([_unit(s, ARABIC, None) for s in mine], [_unit(s, ENGLISH, latin) for s in theirs])
    found = []
    for left, right in _path(evidence, len(mine), len(theirs)):
        score = 0.0
        if left and right:
            score = min(1.0, 0.5 * evidence.fit(left, right) + evidence.overlap(left, right))
        found.append(
            SentencePair(
                arabic=" ".join(mine[i] for i in left),
                english=" ".join(theirs[j] for j in right),
                score=round(score, 2),
            )
        )
    return found


def _unit(sentence: str, language: str, latin: frozenset[str] | None) -> Unit:
    neutral, words = tokens(sentence, language, (), latin)
    return Unit("", "", ("sentence", None, 0), len(sentence), frozenset(neutral), words)


def _path(evidence: Evidence, rows: int, columns: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The cheapest way through both lists."""
    cost = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(rows + 1):
        for j in _near(i, rows, columns):
            for di, dj in _MOVES:
                before = (i - di, j - dj)
                if before not in cost:
                    continue
                total = cost[before] + _COST[di, dj] + _distance(evidence, before, (i, j))
                if total < cost.get((i, j), float("inf")):
                    cost[i, j], came[i, j] = total, (di, dj)
    path, at = [], (rows, columns)
    while at != (0, 0):
        di, dj = came[at]
        path.append((tuple(range(at[0] - di, at[0])), tuple(range(at[1] - dj, at[1]))))
        at = (at[0] - di, at[1] - dj)
    return path[::-1]


def _near(row: int, rows: int, columns: int) -> range:
    """The columns that are looked at; of long texts those near the diagonal, so that their product does not count."""
    band = abs(rows - columns) + 6
    if rows * band <= _MOST_CELLS:
        return range(max(0, row - band), min(columns, row + band) + 1)
    middle, band = row * columns // rows, columns // rows + _BAND
    return range(max(0, middle - band), min(columns, middle + band) + 1)


def _distance(evidence: Evidence, start: tuple[int, int], end: tuple[int, int]) -> float:
    left, right = tuple(range(start[0], end[0])), tuple(range(start[1], end[1]))
    if not left or not right:
        return 0.0
    return 3.0 * (1 - evidence.fit(left, right)) + _FOR_OVERLAP * (1 - evidence.overlap(left, right))
