"""How much speaks for two groups of units saying the same: what they share, weighed by how rare it is here."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from unres.alignment.words import translated, translations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unres.alignment.units import Unit

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
        for words in self.my_words:
            for word in words:
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
