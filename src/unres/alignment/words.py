"""Which English words stand for an Arabic one: `data/words.tsv`, learnt by `benchmarks/alignment_words.py`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Translations = dict[str, list[tuple[str, float]]]


def read_table() -> str:
    """The table as text: Arabic stem, English stem, share."""
    return files("unres.alignment").joinpath("data/words.tsv").read_text("utf-8")


@cache
def translations() -> Translations:
    """Arabic stem → English stems, each with how far finding it speaks for a translation, 0 to 1."""
    table: Translations = {}
    for line in read_table().splitlines():
        arabic, english, share = line.split("\t")
        table.setdefault(arabic, []).append((english, min(1.0, 2 * float(share))))
    return table


@cache
def translated() -> frozenset[str]:
    """The English stems that stand for any Arabic one."""
    return frozenset(english for row in translations().values() for english, _ in row)
