"""In which language a text is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models.vocabulary import Language

# A class, and then the same class again: the search is faster than for a class repeated.
_ARABIC = re.compile("[\u0621-\u064a][\u0621-\u064a]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f]+")
_OTHER = re.compile(
    "[\u0370-\u052f\u4e00-\u9fff\u0590-\u05ff\u0900-\u0dff][\u0370-\u052f\u4e00-\u9fff\u0590-\u05ff\u0900-\u0dff]*"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|on|for|its|that|by|with|at)\b", re.IGNORECASE)
_ARABIC_WORDS = re.compile(r"\b(?:في|من|على|إلى|إن|أن|عن|التي|الذي|المتحدة|العامة|مجلس|وإذ|إذ)\b")
_PLAIN_ENGLISH = (" the ", " of ", " and ", " to ", " in ")
_PLAIN_ARABIC = (" في ", " من ", " على ", " إلى ", " أن ")
"""Most of those words, as they mostly stand: counting them first decides nearly every text."""
_SAMPLE = 3_000
_MOST_OTHER = 0.25
_LEAST_ENGLISH = 0.08
_LEAST_WORDS = 25


def detect_language(text: str) -> tuple[Language, str | None]:
    """The language, and what speaks against it: None when nothing does.

    Looks at three samples of 3,000 characters: from the beginning, the middle and the end.
    """
    middle = len(text) // 2
    sample = text if len(text) <= 3 * _SAMPLE else "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
    if _is_plain_english(sample):
        return "en", None
    if _is_plain_arabic(sample):
        return "ar", None
    arabic, latin, other = (len(pattern.findall(sample)) for pattern in (_ARABIC, _LATIN, _OTHER))
    if other > (arabic + latin) * _MOST_OTHER:
        return ("ar" if arabic > latin else "en"), "it is written in another script"
    if arabic > latin:
        if arabic > _LEAST_WORDS and not _ARABIC_WORDS.search(sample):
            return "ar", "no common Arabic word is found: another language in Arabic script, or its letters run backwards"
        return "ar", None
    if latin > _LEAST_WORDS and not _has_english(sample, latin * _LEAST_ENGLISH):
        return "en", "common English words are missing"
    return "en", None


def _is_plain_english(sample: str) -> bool:
    """Whether nothing but English is in the sample, and so much that the words need not be counted.

    A word, and what parts it from the next, take three characters at least.
    """
    most_words = len(sample) / 3 + 1
    return (
        sum(map(sample.count, _PLAIN_ENGLISH)) >= most_words * _LEAST_ENGLISH
        and _ARABIC.search(sample) is None
        and _OTHER.search(sample) is None
    )


def _is_plain_arabic(sample: str) -> bool:
    """The same for Arabic: these words alone are more than all Latin ones."""
    words = sum(map(sample.count, _PLAIN_ARABIC))
    return words > _LEAST_WORDS and words > len(_LATIN.findall(sample)) and _OTHER.search(sample) is None


def _has_english(sample: str, least: float) -> bool:
    """Whether at least so many common English words stand in the sample."""
    return sum(map(sample.count, _PLAIN_ENGLISH)) >= least or len(_ENGLISH.findall(sample)) >= least
