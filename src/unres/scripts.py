"""Writing systems, whatever the language: letters, marks and digits by their code points, and direction.

Names in capitals that say "for a class" are the inside of a character class, to be put between brackets in a pattern.
"""

from __future__ import annotations

import re

ARABIC_LETTERS = "\u0621-\u064a"
"""Arabic letters, and kashida among them; for a class."""
ARABIC_LETTERS_ALONE = "\u0621-\u063a\u0641-\u064a"
"""The same without kashida; for a class."""
ARABIC_MARKS = "\u064b-\u0652\u0670"
"""Vowel marks, shadda and the small alef, written or left out at will; for a class."""
ARABIC_LETTERS_AND_MARKS = "\u0621-\u0652"
"""What an Arabic word is written with; for a class."""
ARABIC_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"
"""Presentation forms: letters and ligatures in one of their shapes; for a class."""
ARABIC_BLOCK = "\u0600-\u06ff"
"""Everything of the Arabic block: letters, marks, digits, punctuation; for a class."""
KASHIDA = "\u0640"
"""The stroke that stretches a word (tatweel)."""
LATIN_LETTERS = "A-Za-z\u00c0-\u024f"
"""Latin letters with and without diacritics; for a class."""
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters that are written from the right: Hebrew, Arabic and their neighbours; for a class."""

WESTERN, EASTERN, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
DIGITS = "0-9٠-٩۰-۹"
"""Digits of the three scripts; for a class."""
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The order of Arabic letters by which paragraphs and parts nearly always go."""
ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The order of the dictionary, by which some documents go."""

_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_LATIN = re.compile("[A-Za-z]")
_TO_EASTERN = str.maketrans(WESTERN, EASTERN)
_PAIRS = tuple(zip(EASTERN + PERSIAN, WESTERN * 2, strict=True))
_TO_SUPERSCRIPT = str.maketrans(WESTERN + EASTERN + "()", SUPERSCRIPT * 2 + "⁽⁾")
_FROM_SUPERSCRIPT = str.maketrans(SUPERSCRIPT, WESTERN, "⁽⁾")
_FOLDED = str.maketrans("أإآٱى", "ااااي", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640")
_SPACES = re.compile(r"\s+")


def western_digits(text: str) -> str:
    """The same text with Eastern Arabic and Persian digits made Western, character for character.

    A text without any is given back itself. Looking for each digit is many times faster than `str.translate` for
    a long text.
    """
    for digit, western in _PAIRS:
        if digit in text:
            text = text.replace(digit, western)
    return text


def eastern_digits(text: str) -> str:
    """The same text with Western digits made Eastern Arabic."""
    return text.translate(_TO_EASTERN)


def raised(text: str) -> str:
    """Digits and round brackets as superscripts."""
    return text.translate(_TO_SUPERSCRIPT)


def lowered(text: str) -> str:
    """Superscript digits as plain Western ones, raised brackets left out."""
    return text.translate(_FROM_SUPERSCRIPT)


def folded(text: str) -> str:
    """Arabic without vowel marks and kashida, its alefs and final yas in one form: to look words up, never to show."""
    return text.translate(_FOLDED)


def bare(text: str) -> str:
    """The same, each white space one blank and none at the ends."""
    return _SPACES.sub(" ", text.translate(_FOLDED)).strip()


def is_arabic(text: str) -> bool:
    """Whether more letters of a text are Arabic than Latin."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))
