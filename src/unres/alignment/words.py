"""Words cut down to stems, and which English stems stand for an Arabic one (`data/words.tsv`).

A stem is a key for looking up and never shown: Arabic loses the letters written onto a word (and, with, the …) and
common endings, English its endings. `benchmarks/alignment_words.py` learns the table.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from unres.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTEST = 3
"""A stem keeps so many letters at least."""


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """What cuts a word of a language, as :func:`words` gives it, down to its stem."""
    wording = get_language(language).wording

    @lru_cache(maxsize=60_000)
    def stem(word: str) -> str:
        for prefix in wording.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
                word = word[len(prefix) :]
                break
        for ending in wording.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                return word[: -len(ending)]
        return word

    return stem


def words(text: str, language: str) -> set[str]:
    """The words of a text, each once, in letters of one form."""
    wording = get_language(language).wording
    return set(wording.word.findall(wording.fold(text)))


def stems(text: str, language: str) -> set[str]:
    """The stems of a text, without the commonest words."""
    return stems_of(words(text, language), language)


def stems_of(found: set[str], language: str) -> set[str]:
    """The stems of words."""
    return set(map(_stemmer(language), found - get_language(language).wording.common))


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
