"""Words cut down to stems, and which English stems stand for an Arabic one (`data/words.tsv`).

A stem is a key for looking up and never shown: Arabic loses the letters written onto a word (و، ب، ال …) and common
endings, English its endings. `benchmarks/alignment_words.py` learns the table.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from unres.models.vocabulary import ARABIC
from unres.scripts import ARABIC_LETTERS_ALONE, folded

_WORD_AR = re.compile(f"[{ARABIC_LETTERS_ALONE}]{{2,24}}")
_WORD_EN = re.compile("[a-z]{2,24}")
_SHORTEST = 3
"""A stem keeps so many letters at least."""
_PREFIXES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك")
_SUFFIXES = ("تهما", "هما", "تها", "تهم", "اتها", "اتهم", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "ته", "ه", "ي")
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ities", "ity", "ically", "ical", "ally", "ings", "ing", "ions", "ion",
    "ies", "ied", "ely", "ly", "ed", "es", "al", "ic", "e", "s", "y",
)  # fmt: skip
STOP_EN = frozenset(
    "the and for with that this its from their which such are has have been was were not but all any other upon of to "
    "in on by as at an or is it be no we he so if us into also including well under between more through within those "
    "these them they who whose".split()
)
STOP_AR = frozenset(map(str, "من في على إلى عن أن أو ما لا مع بين هذا هذه ذلك تلك التي الذي الذين كل أي غير".split()))


@lru_cache(maxsize=60_000)
def stem_ar(word: str) -> str:
    """The stem of an Arabic word."""
    word = folded(word).replace("ة", "ه")
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=60_000)
def stem_en(word: str) -> str:
    """The stem of an English word in small letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def words(text: str, language: str) -> set[str]:
    """The words of a text, each once: letters made one in Arabic, small in English."""
    if language == ARABIC:
        return set(_WORD_AR.findall(folded(text).replace("ة", "ه")))
    return set(_WORD_EN.findall(text.lower()))


def stems(text: str, language: str) -> set[str]:
    """The stems of a text, without the commonest words."""
    return stems_of(words(text, language), language)


def stems_of(found: set[str], language: str) -> set[str]:
    """The stems of words."""
    if language == ARABIC:
        return set(map(stem_ar, found - _STOP_AR))
    return set(map(stem_en, found - STOP_EN))


_STOP_AR = frozenset(folded(word).replace("ة", "ه") for word in STOP_AR)


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
