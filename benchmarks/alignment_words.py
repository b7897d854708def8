"""Learns which words of the two languages stand for one another, from blocks that the UN's structure pairs.

    python benchmarks/alignment_words.py CORPUS [SET ...] > src/unres/alignment/data/words.tsv

SETs are archives of ``CORPUS/akn`` by name; all of them unless told otherwise. Documents of equal structure alone are
taken. Words are stems (:mod:`unres.alignment.words`). Two rounds of competitive linking (I. D. Melamed, "Models of
translational equivalence among words", Computational Linguistics 26, 2000): inside a pair of blocks the most strongly
associated stems are linked first, and a stem that is linked is taken; what is linked often, of all the times that it
could be, is kept. The table holds: Arabic stem, English stem, the share of the one's occurrences that are so linked.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from versions import alike, archives, versions

from unres.alignment.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_LINKS = 8
LEAST_SHARE = 0.12
MOST_PER_STEM = 3
LONGEST = 90
"""Blocks with more stems say little about which word is which."""

Pair = tuple[list[str], list[str]]


def pairs(archive: Path) -> Iterator[Pair]:
    """Stems of blocks with the same id, each stem once, from documents of equal structure."""
    for arabic, english in versions(archive):
        if not alike(arabic, english):
            continue
        for a, e in zip(arabic.walk(), english.walk(), strict=True):
            mine, theirs = sorted(stems(a.text, "ar")), sorted(stems(e.text, "en"))
            if mine and theirs and len(mine) <= LONGEST and len(theirs) <= LONGEST:
                yield mine, theirs


def likelihood(both: int, one: int, other: int, all_: int) -> float:
    """Dunning's log-likelihood ratio of two stems: how much oftener together than by chance."""
    total = 0.0
    cells = ((both, one, other), (one - both, one, all_ - other), (other - both, all_ - one, other))
    for seen, row, column in (*cells, (all_ - one - other + both, all_ - one, all_ - other)):
        if seen > 0:
            total += seen * math.log(seen * all_ / (row * column))
    return 2 * total if both * all_ > one * other else 0.0


def link(corpus: list[Pair], scores: dict[tuple[str, str], float]) -> Counter[tuple[str, str]]:
    """How often each two stems are linked when the strongest are linked first."""
    links: Counter[tuple[str, str]] = Counter()
    for mine, theirs in corpus:
        found = sorted(((scores.get((a, e), 0.0), a, e) for a in mine for e in theirs), reverse=True)
        taken: set[str] = set()
        for score, a, e in found:
            if score <= 0:
                break
            if a not in taken and e not in taken:
                links[a, e] += 1
                taken |= {a, e}
    return links


def learn(corpus: list[Pair]) -> dict[str, list[tuple[str, float]]]:
    """Arabic stem → English stems with their shares, best first."""
    ones = Counter(a for mine, _ in corpus for a in mine)
    others = Counter(e for _, theirs in corpus for e in theirs)
    both: Counter[tuple[str, str]] = Counter()
    for mine, theirs in corpus:
        both.update((a, e) for a in mine for e in theirs if ones[a] >= LEAST_LINKS and others[e] >= LEAST_LINKS)
    scores = {pair: likelihood(n, ones[pair[0]], others[pair[1]], len(corpus)) for pair, n in both.items() if n > 3}
    scores = {pair: score for pair, score in scores.items() if score > 20}
    links = link(corpus, scores)
    scores = {
        pair: math.log(n / both[pair] + 1e-9) + 5 + math.log(n) / 4
        for pair, n in links.items()
        if n >= LEAST_LINKS / 2 and n / both[pair] > 0.1
    }
    links = link(corpus, scores)
    found: dict[str, list[tuple[str, float]]] = {}
    for (a, e), n in links.items():
        share = n / ones[a]
        if n >= LEAST_LINKS and share >= LEAST_SHARE:
            found.setdefault(a, []).append((e, share))
    return {a: sorted(those, key=lambda t: -t[1])[:MOST_PER_STEM] for a, those in found.items()}


def main() -> None:
    """Writes the table to standard output."""
    folder, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    corpus = [pair for archive in archives(folder, wanted) for pair in pairs(archive)]
    table = learn(corpus)
    print(f"{len(corpus)} pairs of blocks, {len(table)} Arabic stems", file=sys.stderr)
    for a in sorted(table):
        for e, share in table[a]:
            print(a, e, f"{share:.2f}", sep="\t")


if __name__ == "__main__":
    main()
