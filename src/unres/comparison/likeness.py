"""How alike two blocks are, before their words are laid side by side: by weighted words and pairs of words they share.

A word counts the more, the fewer blocks hold it, so that "Requests the Secretary-General to submit" makes no two
paragraphs alike. Numbers and ordinals count mostly as what they are, less by their value: in a series they move on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise, product
from math import log
from typing import TYPE_CHECKING, NamedTuple

from unres.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unres.comparison.words import Words
    from unres.models.vocabulary import Language

Feature = str | tuple[str, str]
Pairs = dict[tuple[int, int], float]
"""(older, newer) → how alike they are."""

LEAST = 0.2
"""Below this two blocks have nothing but common words in common."""
_NUMBER, _ORDINAL, _PAIR_OF_NUMBERS = "#", "#th", "#/#"
_VALUE = 0.5
"""What the value of a number counts beside its being one."""
_ORDER = 0.5
"""What a pair of words counts beside a word: order tells, but each change of a word breaks two pairs."""
_WHOLE = 0.3
"""How much it counts that the shorter one stands within the longer one."""
_EVERYWHERE = 0.25
"""A word in more than this share of all blocks is no reason to look at a pair."""
_LOOKED_AT = 512
"""So often, at most, a block is met on the way from its rarest features to the blocks that have them too; so that the
time for a block has a bound."""
_CANDIDATES = 8
"""With so many of those that share most a block is compared."""
_FEW = 12


class _Bag(NamedTuple):
    """The features of a block with their weights, their sum, and those that do not stand everywhere, rarest first."""

    weights: dict[Feature, float]
    total: float
    telling: list[Feature]


def likenesses(older: Sequence[Words], newer: Sequence[Words], language: Language, beside: Sequence[str] = ()) -> Pairs:
    """How alike each pair is, 0 to 1, for the pairs with something in common.

    Args:
        older: the older blocks.
        newer: the newer blocks.
        language: their language.
        beside: one more feature for each of the older, then of the newer: the same where they stand in the same place.
    """
    once, repeated = _same(older, newer)
    pairs: Pairs = dict.fromkeys(once, 1.0)
    counts = [_features(words, language) for words in (*older, *newer)]
    for features, place in zip(counts, beside, strict=False):
        features["@", place] += 1
    spread = Counter(feature for features in counts for feature in features)
    most = max(_FEW, int(len(counts) * _EVERYWHERE))
    done = {i for i, _ in pairs}, {j for _, j in pairs}
    left = {i: _bag(counts[i], spread, len(counts), most) for i in range(len(older)) if i not in done[0]}
    right = {j: _bag(counts[len(older) + j], spread, len(counts), most) for j in range(len(newer)) if j not in done[1]}
    pairs.update(_alike(left, right))
    pairs.update(dict.fromkeys(repeated, 1.0))
    return pairs


def _same(older: Sequence[Words], newer: Sequence[Words]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs with the same words: those that stand once on each side, of which nothing else is asked, and others."""
    once: list[tuple[int, int]] = []
    repeated: list[tuple[int, int]] = []
    places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, blocks in enumerate((older, newer)):
        for n, words in enumerate(blocks):
            places[tuple(words.compared)][side].append(n)
    for forms, (left, right) in places.items():
        if forms and len(left) == len(right) == 1:
            once.append((left[0], right[0]))
        elif forms and left and right:
            repeated += in_their_order(left, right)
    return once, repeated


def in_their_order(left: list[int], right: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of blocks with one text: each with each, or of many from both ends."""
    if len(left) * len(right) <= _FEW * _FEW:
        return product(left, right)
    return {*zip(left, right, strict=False), *zip(reversed(left), reversed(right), strict=False)}


def _features(words: Words, language: Language) -> Counter[Feature]:
    """Words, pairs of words and values of numbers of a block."""
    forms = [_kind(form, language) for form in words.compared]
    found: Counter[Feature] = Counter(forms)
    found.update(pairwise(forms))
    found.update(("#", form) for form, kind in zip(words.compared, forms, strict=True) if kind[0] == "#")
    return found


@lru_cache(maxsize=1 << 15)
def _kind(form: str, language: Language) -> str:
    """The word in small letters; one sign for all numbers, one for all ordinals."""
    if any(c.isdigit() for c in form):
        return _PAIR_OF_NUMBERS if "/" in form else _NUMBER
    form = form.lower()
    read = get_language(language).ordinals.read
    return _ORDINAL if read(form) or (language == "ar" and read(form.removeprefix("و"))) else form


def _bag(features: Counter[Feature], spread: Counter[Feature], total: int, most: int) -> _Bag:
    weights: dict[Feature, float] = {}
    for feature, n in features.items():
        weight = n * log(1 + total / spread[feature])
        if isinstance(feature, tuple):
            weight *= _VALUE if feature[0] == "#" else _ORDER
        weights[feature] = weight
    telling = sorted((feature for feature in features if spread[feature] <= most), key=spread.__getitem__)
    return _Bag(weights, sum(weights.values()), telling)


def _alike(left: dict[int, _Bag], right: dict[int, _Bag]) -> Pairs:
    """The pairs that share enough, of those that meet by what does not stand everywhere."""
    places: dict[Feature, list[tuple[int, float]]] = defaultdict(list)
    for i, bag in left.items():
        for feature in bag.telling:
            places[feature].append((i, bag.weights[feature]))
    pairs: Pairs = {}
    for j, bag in right.items():
        for i in _candidates(bag, places):
            other, weights = left[i], bag.weights
            both = sum(
                [min(weight, weights[feature]) for feature, weight in other.weights.items() if feature in weights]
            )
            if (likeness := _likeness(both, bag.total, other.total)) >= LEAST:
                pairs[i, j] = min(likeness, 1.0)
    return pairs


def _candidates(bag: _Bag, places: dict[Feature, list[tuple[int, float]]]) -> list[int]:
    """The blocks that share most of its rarest features."""
    found: dict[int, float] = defaultdict(float)
    left = _LOOKED_AT
    for feature in bag.telling:
        where = places.get(feature, ())
        left -= len(where)
        if left < 0:
            break
        weight = bag.weights[feature]
        for i, other in where:
            found[i] += weight if weight < other else other  # noqa: FURB136  the inner loop: min() takes thrice
    return nlargest(_CANDIDATES, found, key=found.__getitem__)


def _likeness(shared: float, a: float, b: float) -> float:
    """The share of the weight of both that they have in common, and of the lighter one's."""
    return (1 - _WHOLE) * 2 * shared / (a + b) + _WHOLE * shared / min(a, b)
