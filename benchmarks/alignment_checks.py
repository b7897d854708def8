"""Lists where the two versions of real resolutions disagree, each with what stands around it: to be judged by reading.

    python benchmarks/alignment_checks.py CORPUS [--kinds number date …] [--sets ga76 …]

Reads the Akoma Ntoso files of ``CORPUS/akn`` themselves. The last lines count the reports by kind.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from versions import archives, resolutions

import unres
from unres.alignment.facts import facts
from unres.alignment.folder import key, pair_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres import Alignment
    from unres.models.vocabulary import Language

AROUND = 50


def alignments(corpus: Path, sets: set[str]) -> Iterator[tuple[str, Alignment]]:
    """Every resolution that is there in both languages."""
    for archive in archives(corpus, sets):
        found = [(key(each.symbol, name), each.language, each) for name, each in resolutions(archive)]
        for name, arabic, english in pair_up(found).pairs:
            yield english.symbol or name, unres.align(arabic, english)


def around(alignment: Alignment, language: Language, owners: list[str], values: list[str]) -> str:
    """What stands around the values, or the begin of the text."""
    texts = [
        alignment.note(language, owner[3:]).text if owner.startswith("fn:") else alignment.block(language, owner).text
        for owner in owners
    ]
    text = " ".join(" ".join(texts).split())
    places = [fact for fact in facts(text, language) if fact.value in values]
    if not places:
        return text[: 2 * AROUND]
    return " … ".join(text[max(0, fact.start - AROUND) : fact.end + AROUND] for fact in places)


def main() -> None:
    """Prints the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kinds", nargs="*", default=[])
    parser.add_argument("--sets", nargs="*", default=[])
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    count = 0
    for symbol, alignment in alignments(asked.corpus, set(asked.sets)):
        count += 1
        for check in alignment.checks():
            if asked.kinds and check.kind not in asked.kinds:
                continue
            counts[check.kind] += 1
            print(f"{symbol} {'+'.join(check.arabic) or '–'} | {'+'.join(check.english) or '–'}: {check.message}")
            print(f"    ar: {around(alignment, 'ar', check.arabic, check.arabic_says)}")
            print(f"    en: {around(alignment, 'en', check.english, check.english_says)}")
    print(f"{count} resolutions, {counts.total()} reports: {dict(counts.most_common())}")


if __name__ == "__main__":
    main()
