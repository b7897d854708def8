"""Which block of the older resolution became which of the newer.

Three steps. What is alike beyond doubt and stands in the same order is laid down first: the heaviest chain of pairs
that never cross. What is left and alike, wherever it stands, was moved. What is left between two neighbours that
were found, and still has something in common, was changed much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise, product
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from unres.chains import heaviest_chain
from unres.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_LOOKED_AT = 192
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
    ordinals = get_language(language).ordinals
    return _ORDINAL if ordinals.read(form) or ordinals.read(form.removeprefix(ordinals.attached)) else form


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


_SURE = 0.45
"""From here on two blocks are one block, where the order of all says so."""
_ELSEWHERE = 0.5
"""From here on a block that stands somewhere else is the same block."""
_BETWEEN = 0.22
"""From here on two blocks of one kind between the same neighbours are one, though changed much."""
_BEST = 0.75
"""A pair less alike than this share of what either could have is left out: its better partner stands elsewhere."""
_WORDS_TO_MOVE = 4
"""A shorter one has moved only when all its words are the same."""


@dataclass(slots=True)
class Item:
    """A block or footnote, as the matching sees it."""

    words: Words
    place: tuple[str, ...]
    """What it is: zone, kind, label."""
    parent: int | None
    """The place of the block it stands under."""
    beside: str = ""
    """Of a footnote, the block in which its mark stands: the same for two blocks that are one."""


@dataclass(slots=True)
class Match:
    """One older, one newer block."""

    older: int
    newer: int
    moved: bool


def match(older: Sequence[Item], newer: Sequence[Item], language: Language) -> list[Match]:
    """The pairs, each block in one at most, in the order of the newer."""
    items = [*older, *newer]
    beside = [item.beside for item in items] if any(item.beside for item in items) else []
    pairs = likenesses([item.words for item in older], [item.words for item in newer], language, beside)
    weights = {pair: _weight(likeness, older[pair[0]], newer[pair[1]]) for pair, likeness in pairs.items()}
    chain = heaviest_chain({pair: weights[pair] for pair in _good(pairs)})
    found = dict(chain)
    found |= _elsewhere(pairs, weights, found, older, newer)
    found |= _between(chain, found, pairs, older, newer)
    in_order = set(heaviest_chain({pair: weights.get(pair, 0.0) + 0.01 for pair in found.items()}))
    return [
        Match(i, j, (i, j) not in in_order or _has_left(i, j, found, older, newer))
        for i, j in sorted(found.items(), key=lambda pair: pair[1])
    ]


def _weight(likeness: float, a: Item, b: Item) -> float:
    """What a pair adds to its chain: the more alike and the longer, the more; the same label decides between equals."""
    length = min(len(a.words.forms), len(b.words.forms))
    return likeness * likeness * sqrt(length + 1) * (1.02 if a.place == b.place else 1.0)


def _good(pairs: Pairs) -> Iterable[tuple[int, int]]:
    """The pairs that are alike enough, and nearly as alike as anything that either of the two could have."""
    best_older: dict[int, float] = {}
    best_newer: dict[int, float] = {}
    for (i, j), likeness in pairs.items():
        best_older[i] = max(best_older.get(i, 0.0), likeness)
        best_newer[j] = max(best_newer.get(j, 0.0), likeness)
    for (i, j), likeness in pairs.items():
        if likeness >= _SURE and likeness >= _BEST * max(best_older[i], best_newer[j]):
            yield i, j


def _elsewhere(
    pairs: Pairs, weights: Pairs, found: dict[int, int], older: Sequence[Item], newer: Sequence[Item]
) -> dict[int, int]:
    """What is alike though the order of all speaks against it, the weightiest first."""
    taken = set(found.values())
    moved: dict[int, int] = {}
    free = [pair for pair in pairs if pair[0] not in found and pair[1] not in taken]
    for i, j in sorted(free, key=lambda pair: -weights[pair]):
        if i in moved or j in taken:
            continue
        a, b = older[i].words, newer[j].words
        short = min(len(a.forms), len(b.forms)) < _WORDS_TO_MOVE
        if pairs[i, j] >= _ELSEWHERE and (not short or a.compared == b.compared):
            moved[i] = j
            taken.add(j)
    return moved


def _between(
    chain: Sequence[tuple[int, int]],
    found: dict[int, int],
    pairs: Pairs,
    older: Sequence[Item],
    newer: Sequence[Item],
) -> dict[int, int]:
    """What is left over between two pairs of the chain, with something in common and of the same kind."""
    taken = set(found.values())
    more: dict[int, int] = {}
    partners: dict[int, list[tuple[int, float]]] = {}
    for (i, j), likeness in pairs.items():
        if likeness >= _BETWEEN and i not in found and j not in taken and older[i].place[:2] == newer[j].place[:2]:
            partners.setdefault(i, []).append((j, likeness))
    fences = [(-1, -1), *chain, (len(older), len(newer))]
    for (i0, j0), (i1, j1) in pairwise(fences):
        left = [i for i in range(i0 + 1, i1) if i not in found]
        right = [j for j in range(j0 + 1, j1) if j not in taken]
        here = {(i, j): likeness for i in left for j, likeness in partners.get(i, ()) if j0 < j < j1}
        here |= dict.fromkeys(_wordless(left, right, older, newer), _BETWEEN)
        more |= dict(heaviest_chain(here))
    return more


def _wordless(
    left: Sequence[int], right: Sequence[int], older: Sequence[Item], newer: Sequence[Item]
) -> Iterator[tuple[int, int]]:
    """Pairs of one kind without any word, which only hold others: they are alike enough for the same place."""
    places: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}
    for side, (items, wanted) in enumerate(((older, left), (newer, right))):
        for at in wanted:
            if not items[at].words.forms:
                places.setdefault(items[at].place[:2], ([], []))[side].append(at)
    for mine, theirs in places.values():
        yield from in_their_order(mine, theirs)


def _has_left(i: int, j: int, found: dict[int, int], older: Sequence[Item], newer: Sequence[Item]) -> bool:
    """Whether it stands in another zone, or under another parent though its own is there too."""
    if older[i].place[0] != newer[j].place[0]:
        return True
    parent, now = older[i].parent, newer[j].parent
    if parent is None or now is None:
        return parent is not now
    return found.get(parent, now) != now
