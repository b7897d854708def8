"""What is compared: blocks, footnotes or sentences as bags of what can be told without knowing either language.

A token is language-neutral when it begins with a sign: ``#2015`` a number, ``=A/RES/67/190`` a symbol, ``!urge`` an
action, ``^3`` a footnote mark, ``§4`` the number of a heading, ``~7`` the pair of blocks on which a note hangs,
``@unicef`` a word in Latin letters. The others are stems of words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from unres.alignment.words import stems_of, translated, translations, words
from unres.languages import get_language
from unres.models.vocabulary import ARABIC
from unres.scripts import western_digits
from unres.un.numerals import read_roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from unres.models import Block, Footnote, Reference, Resolution

_NUMBER = re.compile("[0-9]+")
_AFTER_NUMBER = re.compile(r"[-–.:]\s|$")
_LONGEST_NUMBER = 16
_LATIN = re.compile("[A-Za-z]{2,}")


@dataclass(slots=True)
class Unit:
    """One block, footnote or sentence of one language."""

    id: str
    zone: str
    """Preamble, operative part, or which annex."""
    shape: tuple[str, int | None, int]
    """Kind, ordinal, depth."""
    length: int
    """Characters."""
    neutral: frozenset[str]
    """Tokens that are the same in every language."""
    words: frozenset[str]
    """Stems of the words."""


def tokens(
    text: str, language: str, references: Iterable[Reference] = (), latin: frozenset[str] | None = None
) -> tuple[set[str], frozenset[str]]:
    """The neutral tokens and the stems of a text.

    Args:
        text: the text.
        language: "ar" or "en".
        references: what it cites.
        latin: of an English text, the words in Latin letters to take as neutral: those that the Arabic writes so.
    """
    neutral = {f"#{number.lstrip('0') or '0'}" for number in _NUMBER.findall(western_digits(text))}
    neutral.update(f"={reference.symbol}" for reference in references if reference.symbol)
    found = words(text, language)
    if language == ARABIC:
        neutral.update(f"@{word.lower()}" for word in _LATIN.findall(text))
    elif latin:
        neutral.update(f"@{word}" for word in latin & found)
    return neutral, frozenset(stems_of(found, language))


def latin_words(resolution: Resolution) -> frozenset[str]:
    """The words that an Arabic text writes in Latin letters: acronyms, symbols, names."""
    texts = [block.text for block in resolution.walk()] + [note.text for note in resolution.footnotes]
    return frozenset(word.lower() for text in texts for word in _LATIN.findall(text))


def block_units(resolution: Resolution, latin: frozenset[str]) -> list[Unit]:
    """The blocks in reading order."""
    language = resolution.language
    parts: list[tuple[str, list[Block]]] = [("preamble", resolution.preamble), ("operative", resolution.operative)]
    parts += [(f"annex{n}", annex.blocks) for n, annex in enumerate(resolution.annexes, 1)]
    units: list[Unit] = []
    for zone, blocks in parts:
        for block, depth in _deep(blocks, 0):
            neutral, stems = tokens(block.text, language, block.references, latin)
            neutral.update(f"!{verb.action}" for verb in block.verbs)
            neutral.update(f"^{mark.label}" for mark in block.footnote_marks)
            if block.kind == "heading" and (number := heading_number(block.text, language)):
                neutral.add(f"§{number}")
            shape = (block.kind, block.ordinal, depth)
            units.append(Unit(block.id, zone, shape, len(block.text), frozenset(neutral), stems))
    return units


def heading_number(text: str, language: str) -> str | None:
    """The number or letter that a heading begins with, in one form: "IV." and "رابعا -", "B." and "باء -"."""
    head = _AFTER_NUMBER.split(text, maxsplit=1)[0].strip()
    if not head or len(head) > _LONGEST_NUMBER:
        return None
    words = get_language(language)
    if language == ARABIC:
        number = words.ordinals.read(head)
        return str(number) if number else words.labels.part_letter(head)
    number = read_roman(head) or words.ordinals.read(head)
    return str(number) if number and (len(head) > 1 or head in "IVX") else head if head.isupper() else None


def note_units(
    notes: list[Footnote], language: str, latin: frozenset[str], places: Mapping[str, int] | None = None
) -> list[Unit]:
    """The footnotes in their order.

    Args:
        notes: the footnotes of one version.
        language: "ar" or "en".
        latin: as for :func:`tokens`.
        places: for the id of each block the number of its pair, so that notes of one pair are known by it.
    """
    units: list[Unit] = []
    for note in notes:
        neutral, stems = tokens(note.text, language, note.references, latin)
        neutral.update(f"~{places[block]}" for block in note.block_ids if places and block in places)
        ordinal = int(note.label) if note.label.isdecimal() and len(note.label) < _LONGEST_NUMBER else None
        shape = ("footnote", ordinal, 0)
        units.append(Unit(note.label, "footnotes", shape, len(note.text), frozenset(neutral), stems))
    return units


def _deep(blocks: list[Block], depth: int) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        yield block, depth
        yield from _deep(block.children, depth + 1)


Group = tuple[int, ...]
"""Places of units of one language."""

_BASE = {"#": 1.2, "=": 2.0, "!": 0.8, "^": 0.8, "§": 1.5, "~": 1.0, "@": 1.2}
"""What a neutral token counts beside a word."""
_MOST_CANDIDATES = 16
"""So many units that share most with one are looked at."""
_MANY = 100
"""A token in more units than that is no reason to look at them: so each unit is compared with a number that has a
bound."""
_EXPECTED = 1.1
"""English characters to an Arabic one, over the blocks of resolutions."""
_SPREAD = 6.8
"""Variance of that ratio a character: Gale and Church, "A Program for Aligning Sentences", 1993."""


class Evidence:
    """The units of both versions, with the weights of all that stands in them."""

    def __init__(self, arabic: Sequence[Unit], english: Sequence[Unit]) -> None:
        self.arabic, self.english = arabic, english
        known, table = translated(), translations()
        self._table = table
        self._known: dict[tuple[Group, Group], tuple[float, int]] = {}
        self.mine = [unit.neutral for unit in arabic]
        self.theirs = [unit.neutral for unit in english]
        self.my_words = [frozenset(word for word in unit.words if word in table) for unit in arabic]
        self.their_words = [unit.words & known for unit in english]
        self._weigh()

    def _weigh(self) -> None:
        """A token that stands in few units says much, one that stands in all says nothing."""
        neutral = Counter(chain.from_iterable(self.mine))
        neutral.update(chain.from_iterable(self.theirs))
        stems = Counter(chain.from_iterable(self.their_words))
        many = len(self.mine) + len(self.theirs) + 2
        self.weight = {token: _BASE[token[0]] * math.log(many / n) + 0.05 for token, n in neutral.items() if n < many}
        # an Arabic word counts as its translations do: those are counted twice
        self.weight |= {word: math.log(many / (2 * n)) + 0.05 for word, n in stems.items() if 2 * n < many}
        least = math.log(many / 3)
        best: dict[str, float] = {}
        for held in self.my_words:
            for word in held:
                if word not in best:
                    found = [self.weight[e] * share for e, share in self._table[word] if e in self.weight]
                    best[word] = max(found, default=least * self._table[word][0][1])
        self._best = best
        weight = self.weight
        self.my_total = [self._total(i, self.mine, best, self.my_words) for i in range(len(self.mine))]
        self.their_total = [self._total(j, self.theirs, weight, self.their_words) for j in range(len(self.theirs))]

    def _total(
        self, at: int, neutral: list[frozenset[str]], words: dict[str, float], stems: list[frozenset[str]]
    ) -> float:
        weight = self.weight
        return sum([weight.get(t, 0.0) for t in neutral[at]]) + sum([words.get(w, 0.0) for w in stems[at]])

    def shared(self, mine: Group, theirs: Group) -> float:
        """The weight of what two groups share."""
        return self._both(mine, theirs)[0]

    def common_words(self, mine: Group, theirs: Group) -> int:
        """How many words of the Arabic have a translation in the English."""
        return self._both(mine, theirs)[1]

    def _both(self, mine: Group, theirs: Group) -> tuple[float, int]:
        """The weight of what two groups share, and how many words of it are translations. Asked for more than once."""
        known = self._known.get((mine, theirs))
        if known is None:
            known = self._known[mine, theirs] = self._compare(mine, theirs)
        return known

    def _compare(self, mine: Group, theirs: Group) -> tuple[float, int]:
        if len(mine) == 1 and len(theirs) == 1:
            i, j = mine[0], theirs[0]
            neutral, words, others = self.mine[i] & self.theirs[j], self.my_words[i], self.their_words[j]
        else:
            neutral = _union(self.mine, mine) & _union(self.theirs, theirs)
            words, others = _union(self.my_words, mine), _union(self.their_words, theirs)
        weight, table = self.weight, self._table
        total = sum([weight.get(token, 0.0) for token in neutral])
        common = 0
        for word in words:
            best = 0.0
            found = False
            for e, share in table[word]:
                if e in others:
                    found = True
                    if weight.get(e, 0.0) * share > best:
                        best = weight[e] * share
            total += best
            common += found
        return total, common

    def overlap(self, mine: Group, theirs: Group) -> float:
        """How far two groups say the same, 0 to 1: twice what they share by all that they hold."""
        return self._share(self.shared(mine, theirs), mine, theirs)

    def overlap_once(self, i: int, j: int) -> float:
        """The same of two units of which it is not asked again, and need not be kept."""
        return self._share((self._known.get(((i,), (j,))) or self._compare((i,), (j,)))[0], (i,), (j,))

    def _share(self, shared: float, mine: Group, theirs: Group) -> float:
        whole = self._whole(self.my_total, mine) + self._whole(self.their_total, theirs)
        return min(1.0, 2 * shared / whole) if whole > 0 else 0.0

    @staticmethod
    def _whole(totals: list[float], group: Group) -> float:
        return sum(totals[at] for at in group)

    def fit(self, mine: Group, theirs: Group) -> float:
        """How well the lengths fit: 1 as expected, 0 impossible."""
        left = sum(self.arabic[i].length for i in mine)
        right = sum(self.english[j].length for j in theirs)
        if not left or not right:
            return 0.0
        off = abs(right - left * _EXPECTED) / math.sqrt(_SPREAD * (left + right) / 2 + 40)
        return math.exp(-off * off / 8)

    def candidates(self, rows: Iterable[int], columns: Iterable[int]) -> dict[tuple[int, int], float]:
        """The overlap of each two units that share most, by way of what stands where."""
        wanted = list(columns)
        places: dict[str, list[int]] = {}
        for j in wanted:
            for token in (*self.theirs[j], *self.their_words[j]):
                places.setdefault(token, []).append(j)
        often = max(8, min(_MANY, len(wanted) // 3))  # what stands in every third says nothing, and costs most
        found: dict[tuple[int, int], float] = {}
        for i in rows:
            keys = [*self.mine[i], *(e for word in self.my_words[i] for e, _ in self._table[word])]
            reached: Counter[int] = Counter()
            for key in keys:
                where = places.get(key, ())
                if len(where) <= often:
                    reached.update(where)
            for j, _ in reached.most_common(_MOST_CANDIDATES):
                found[i, j] = self.overlap((i,), (j,))
        return found


def _union(sets: list[frozenset[str]], group: Group) -> frozenset[str]:
    if len(group) == 1:
        return sets[group[0]]
    return frozenset().union(*(sets[at] for at in group))
