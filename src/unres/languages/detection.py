"""In which language a text is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages import all_languages
from unres.languages.arabic import LANGUAGE as ARABIC
from unres.languages.english import LANGUAGE as ENGLISH
from unres.scripts import ARABIC_LETTERS, LATIN_LETTERS

if TYPE_CHECKING:
    from unres.models.vocabulary import Language

# A class, and then the same class again: the search is faster than for a class repeated.
_ARABIC = re.compile(f"[{ARABIC_LETTERS}][{ARABIC_LETTERS}]+")
_LATIN = re.compile(f"[{LATIN_LETTERS}][{LATIN_LETTERS}]+")
_OTHER = re.compile(
    "[\u0370-\u052f\u4e00-\u9fff\u0590-\u05ff\u0900-\u0dff][\u0370-\u052f\u4e00-\u9fff\u0590-\u05ff\u0900-\u0dff]*"
)
_NOT_EUROPEAN = re.compile("[\u0370-\u1fff\u2c00-\uffff]")
"""What is neither a Latin letter nor one of the signs between U+2000 and U+2BFF; Arabic and the others are."""
_ARABIC_LETTER = re.compile(f"[{ARABIC_LETTERS}]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_NO_ARABIC_WORD = "no common Arabic word is found: another language in Arabic script, or its letters run backwards"
_FOREIGN = {
    "French": re.compile(r"\b(?:le|la|les|des|du|et|que|aux|dans|une|sur|pour)\b", re.IGNORECASE),
    "Spanish": re.compile(r"\b(?:el|la|los|las|del|y|que|en|una|para|por|con)\b", re.IGNORECASE),
    "Portuguese": re.compile(r"\b(?:o|os|as|da|do|das|dos|e|que|em|uma|para)\b", re.IGNORECASE),
    "German": re.compile(r"\b(?:der|die|das|und|den|von|mit|zu|des|auf)\b", re.IGNORECASE),
}
"""Words that no text of some length in these languages does without."""
_SCRIPTS = {"Russian": re.compile("[\u0400-\u052f]"), "Chinese": re.compile("[\u4e00-\u9fff]")}
_OWN = (ARABIC.code, ENGLISH.code)
_READ = "Arabic and English are read"
_SAMPLE = 3_000
_MOST_OTHER = 0.25
_LEAST_ENGLISH = 0.08
_LEAST_WORDS = 25
_LETTERS = 1_000


def detect_language(text: str) -> tuple[Language, str | None]:
    """The language, and what speaks against it: None when nothing does.

    Looks at three samples of 3,000 characters: from the beginning, the middle and the end.
    """
    middle = len(text) // 2
    samples = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    sample = "\n".join(samples) if len(text) > 3 * _SAMPLE else text
    if _is_plain_english(sample):
        return "en", None
    if _is_plain_arabic(sample):
        return "ar", None
    arabic, latin, other = (len(pattern.findall(sample)) for pattern in (_ARABIC, _LATIN, _OTHER))
    if registered := _registered(sample, arabic + latin + other):
        return registered, None
    if other > (arabic + latin) * _MOST_OTHER:
        name = max(_SCRIPTS, key=lambda each: len(_SCRIPTS[each].findall(sample)))
        looks = f"it looks {name}" if _SCRIPTS[name].search(sample) else "it is written in another script"
        return ("ar" if arabic > latin else "en"), f"{looks}; {_READ}"
    if arabic > latin:
        if arabic > _LEAST_WORDS and not ARABIC.detection.common.search(sample):
            return "ar", _NO_ARABIC_WORD
        return "ar", None
    if latin > _LEAST_WORDS and not _has_english(sample, latin * _LEAST_ENGLISH):
        found = {name: len(words.findall(sample)) for name, words in _FOREIGN.items()}
        name = max(found, key=lambda each: found[each])
        looks = f"it looks {name}" if found[name] > latin * _LEAST_ENGLISH else "common English words are missing"
        return "en", f"{looks}; {_READ}"
    return "en", None


def language_of_letters(text: str) -> Language:
    """By which letters a sample holds more of, taken evenly over the whole: for any text, however short."""
    sample = text[:: max(1, len(text) // _LETTERS)]
    return "ar" if len(_ARABIC_LETTER.findall(sample)) > len(_LATIN_LETTER.findall(sample)) else "en"


def _registered(sample: str, words: int) -> Language | None:
    """The language besides Arabic and English that is the sample's, by its common words; None where none is."""
    if len(all_languages()) <= len(_OWN):
        return None
    counts = {each.code: len(each.detection.common.findall(sample)) for each in all_languages()}
    code = max(counts, key=lambda each: counts[each])
    return code if code not in _OWN and counts[code] > words * _LEAST_ENGLISH else None


def _is_plain_english(sample: str) -> bool:
    """Whether nothing but English is in the sample, and so much that the words need not be counted.

    A word, and what parts it from the next, take three characters at least.
    """
    most_words = len(sample) / 3 + 1
    return sum(map(sample.count, ENGLISH.detection.as_written)) >= most_words * _LEAST_ENGLISH and (
        _NOT_EUROPEAN.search(sample) is None or not (_ARABIC.search(sample) or _OTHER.search(sample))
    )


def _is_plain_arabic(sample: str) -> bool:
    """The same for Arabic: these words alone are more than all Latin ones."""
    words = sum(map(sample.count, ARABIC.detection.as_written))
    return words > _LEAST_WORDS and words > len(_LATIN.findall(sample)) and _OTHER.search(sample) is None


def _has_english(sample: str, least: float) -> bool:
    """Whether at least so many common English words stand in the sample."""
    return (
        sum(map(sample.count, ENGLISH.detection.as_written)) >= least
        or len(ENGLISH.detection.common.findall(sample)) >= least
    )
