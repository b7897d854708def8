"""How alike two blocks are, before their words are laid side by side: by weighted words and pairs of words they share.

A word counts the more, the fewer blocks hold it, so that "Requests the Secretary-General to submit" makes no two
paragraphs alike. Numbers and ordinals count as what they are, not by their value: in a series they move on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from unres.languages import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.comparison.words import Words
    from unres.models.vocabulary import Language

Bag = dict[object, float]
Pairs = dict[tuple[int, int], float]

LEAST = 0.15
"""Below this two blocks have nothing but common words in common."""
_PAIR = 0.5
"""What a pair of words counts beside a word: order tells, but each change of a word breaks two pairs."""
_WHOLE = 0.3
"""How much it counts that the shorter one stands within the longer one."""
_EVERYWHERE = 0.25
"""A word in more than this share of all blocks is no reason to look at a pair."""
_FEW = 12


def likenesses(older: Sequence[Words], newer: Sequence[Words], language: Language) -> Pairs:
    """How alike each pair is, 0 to 1, for the pairs with something in common; (older, newer) → likeness."""
    counts = [[_counted(words, language) for words in side] for side in (older, newer)]
    spread = Counter(feature for side in counts for bag in side for feature in bag)
    total = len(older) + len(newer)
    left, right = ([_weighted(bag, spread, total) for bag in side] for side in counts)
    pairs: Pairs = {}
    for (i, j), shared in _shared(left, right, spread, max(_FEW, int(total * _EVERYWHERE))).items():
        a, b = left[i][1], right[j][1]
        likeness = (1 - _WHOLE) * 2 * shared / (a + b) + _WHOLE * shared / min(a, b)
        if likeness >= LEAST:
            pairs[i, j] = min(likeness, 1.0)
    return pairs


def _counted(words: Words, language: Language) -> Counter[object]:
    """Words and pairs of words of a block."""
    forms = [_kind(form, language) for form in words.compared]
    found: Counter[object] = Counter(forms)
    found.update(zip(forms, forms[1:], strict=False))
    return found


@lru_cache(maxsize=1 << 15)
def _kind(form: str, language: Language) -> str:
    """The word in small letters; one sign for all numbers, one for all ordinals."""
    if any(c.isdigit() for c in form):
        return "#/#" if "/" in form else "#"
    form = form.lower()
    read = lexicon(language).ordinals.read_ordinal
    return "#th" if read(form) or (language == "ar" and read(form.removeprefix("و"))) else form


def _weighted(bag: Counter[object], spread: Counter[object], total: int) -> tuple[Bag, float]:
    weights = {
        feature: n * log(1 + total / spread[feature]) * (_PAIR if isinstance(feature, tuple) else 1)
        for feature, n in bag.items()
    }
    return weights, sum(weights.values())


def _shared(
    left: Sequence[tuple[Bag, float]], right: Sequence[tuple[Bag, float]], spread: Counter[object], most: int
) -> Pairs:
    """The weight that both of a pair have, for pairs that share more than what stands everywhere."""
    places: dict[object, list[tuple[int, float]]] = defaultdict(list)
    for i, (bag, _) in enumerate(left):
        for feature, weight in bag.items():
            places[feature].append((i, weight))
    shared: Pairs = {}
    for j, (bag, _) in enumerate(right):
        found: dict[int, float] = defaultdict(float)
        common: list[tuple[object, float]] = []
        for feature, weight in bag.items():
            if spread[feature] > most:
                common.append((feature, weight))
                continue
            for i, other in places.get(feature, ()):
                found[i] += min(weight, other)
        for i, weight in found.items():
            bag_i = left[i][0]
            shared[i, j] = weight + sum(min(w, bag_i.get(feature, 0.0)) for feature, w in common)
    return shared
