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
COMMON_ARABIC = "\u0644\u0627\u0648"
"""Letters of which one stands in every Arabic text: lam, alef, waw."""
KASHIDA = "\u0640"
"""The stroke that stretches a word (tatweel)."""
ARABIC_WRITTEN = ARABIC_LETTERS_AND_MARKS + "\u0671-\u06d3"
"""The same as letters and marks, with the letters of Persian, Urdu and other languages; for a class."""
ARABIC_MARK_FORMS = "\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f"
"""Presentation forms of vowel marks alone, with a blank or a kashida under them; for a class."""
FOLDED_FORMS = "\u00a0\u2000-\u200a\u202f\u3000\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\uff01-\uffee"
"""Presentation forms, ligatures and odd blanks, which NFKC turns into plain characters; for a class."""
VOWELS = "\u064b-\u065f\u0670"
"""All marks that stand on Arabic letters; for a class."""
LETTER_MARK = "\u061c"
"""An invisible sign that has the direction of Arabic letters."""
ORNATE_BRACKETS = {"\ufd3e": "(", "\ufd3f": ")"}
"""Brackets among the presentation forms → plain ones, which open and close a text from the right as these do."""
YEH, ALEF_MAKSURA, PERSIAN_YEH, PERSIAN_KAF = "ي", "ى", "ی", "ک"
ONLY_PERSIAN = "پچژگ"
"""Letters of Persian that Arabic has not; for a class."""
LAM, ALEF, KAF, HEH = "ل", "ا", "ك", "ه"
AND = "و"
ATTACHED = "وفبلك"
"""Particles of one letter, written together with the word or number behind them; for a class."""
LAM_ALEFS = ("لا", "لأ", "لإ", "لآ")
"""Pairs that every font draws as one ligature."""
HAMZAS = frozenset("\u0653\u0654\u0655")
"""Madda and hamzas that stand on or below an alef."""
ALEF_MARKS = HAMZAS | set("\u064b\u064c\u064d")
"""Tanwin, madda and hamzas: on a lam-alef they belong to the alef."""
ENDS_WORDS = frozenset("ةى")
"""Letters that stand only at the end of a word."""
NEVER_JOINS = frozenset("اأإآٱدذرزوؤةىء")
"""Letters that never join the one behind them."""
DOUBLED_ALEF = "اال(?=له)"
"""The article's alef before a glyph that shows the whole word "الله"."""
TURNED_LAM_ALEF = f"(?<![{ARABIC_LETTERS_AND_MARKS}])(?P<before>[وفبك]?ا)(?P<alef>[اأإآ])ل"
"""Lam-alef whose two letters a PDF tool wrote the wrong way round behind the article: "األمم", "االجتماع". No Arabic
word is written so; within words ("خالل") the letters stand wrong too, but as in many a right word."""
DRAWN_ALIKE = {"\u067a": "ت", "\u06be": "ه"}
"""Letters of Sindhi and Urdu that fonts map to glyphs of Arabic ones: a teh whose dots stand one over the other, and
the heh that begins a word."""
VARIANTS = {"ک": "ك", "ڪ": "ك", "ی": "ي", "ۍ": "ي", "ې": "ي", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ٺ": "ت"}
"""Letters of other languages that look like Arabic ones."""
DOTTED = {
    "ى": "يئ",
    "ٮ": "بتثنيى",
    "ڡ": "فق",
    "ٯ": "ق",
    "ں": "ن",
    "ح": "جخ",
    "س": "ش",
    "ص": "ض",
    "ط": "ظ",
    "ع": "غ",
    "د": "ذ",
    "ر": "ز",
    "ه": "ة",
}
"""A bare shape → the letters that some fonts draw with it, their dots as glyphs of their own."""
LATIN_LETTERS = "A-Za-z\u00c0-\u024f"
"""Latin letters with and without diacritics; for a class."""
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters that are written from the right: Hebrew, Arabic and their neighbours; for a class."""

WESTERN, EASTERN, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
DIGITS = "0-9٠-٩۰-۹"
"""Digits of the three scripts; for a class."""
ALIKE_DIGITS = "IiLlOo|SsZzB"
"""Letters that scans have for digits; for a class."""
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
ARABIC_LIKE_DIGITS = {"ه": "5", "ا": "1", "أ": "1"}
"""Arabic letters that scans have for digits."""
LETTERS_LIKE_EASTERN = {"١": "أ", "٥": "ه", "٦": "و", "٩": "و"}
"""Eastern digits that scans have for letters of lists."""
WESTERN_LIKE_EASTERN = (("0", "٥"), ("1", "١"), ("9", "٩"))
"""A Western and an Eastern digit of one shape."""

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
