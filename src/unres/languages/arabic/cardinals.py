"""Arabic numbers in words, as a text may mention them: "أربع وسبعون", "سنتين", "ثلث", "النصف".

The gender of a number, its case and what is written onto it (و، ب، ل، ال) do not matter here.
"""

from __future__ import annotations

import re

from unres.languages.arabic.ordinals import ADVERBS, ALONE, HUNDREDS, JOINED, ORDINAL, TENS, read_ordinal
from unres.languages.language import Cardinals
from unres.scripts import bare

_COUNTING = (
    (0, "صفر"),
    (1, "واحد احد احدي اول اولي"),
    (2, "اثنا اثنان اثنين اثنتا اثنتان اثنتين اثني اثنتي"),
    (3, "ثلاث ثلاثه"),
    (4, "اربع اربعه"),
    (5, "خمس خمسه"),
    (6, "ست سته"),
    (7, "سبع سبعه"),
    (8, "ثمان ثماني ثمانيه"),
    (9, "تسع تسعه"),
    (10, "عشر عشره"),
    (100, "مائه مئه"),
)
"""Words that make compound numbers."""
_MEANT = (
    (1, "وحيد مره سنه سنوي سنويا عام شهر شهري شهريا"),
    (2, "ثنائي كلا كلتا كلتي نصف ضعف"),
    (3, "ثلث ثلثي ثلثا ثلاثي ثلاثيه"),
    (4, "ربع رباعي رباعيه فصلي ارباع"),
    (5, "خمسي خمسيه خماسي خماسيه"),
    (6, "سدس"),
    (7, "اسبوع اسبوعي اسبوعيا"),
    (8, "ثمن"),
    (10, "عقد عقود عقدين عشري عشريه"),
    (12, "سنه سنوي سنويا عام دسته"),
    (25, "ربع"),
    (50, "نصف"),
    (100, "قرن مئوي"),
)
"""Words that mean a number by themselves, and what they may stand for in another language."""
MEANT: dict[str, set[int]] = {}
WORDS: dict[str, set[int]] = {}
for _into, _rows in ((WORDS, _COUNTING), (MEANT, _MEANT)):
    for _n, _words in _rows:
        for _word in _words.split():
            _into.setdefault(_word, set()).add(_n)
for _table in (ALONE, ADVERBS, JOINED, TENS, HUNDREDS):
    for _word, _n in _table.items():
        WORDS.setdefault(bare(_word).replace("ة", "ه"), set()).add(_n)
for _word, _n in TENS.items():  # الاستعراض العشريني، الثلاثينيات
    if _word.endswith("ين"):
        for _ending in ("ي", "يه", "يات"):
            MEANT.setdefault(_word + _ending, set()).add(_n)
SCALES: dict[str, int] = {
    word: 10**power
    for power, words in ((3, "الف الاف الفا"), (6, "مليون ملايين مليونا"), (9, "مليار بليون بلايين مليارات"))
    for word in words.split()
}
DUAL_SCALES: dict[str, int] = {"الفين": 2000, "الفان": 2000, "مليونين": 2 * 10**6, "مليونان": 2 * 10**6, "مئتين": 200}
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,20}")
_DUAL = re.compile("[\u0621-\u063a\u0641-\u064a]{2,18}(?:تين|تان|ين|ان)(?![\u0621-\u064a])")
_PREFIXES = ("", "وال", "بال", "لل", "ال", "وب", "ول", "و", "ب", "ل", "ك", "ف")


def _looked_up(word: str) -> str:
    """The word without what is written onto it, and without the ending of the accusative."""
    for form in (word, word.removesuffix("ا")):
        for prefix in _PREFIXES:
            rest = form.removeprefix(prefix)
            if (rest != form or not prefix) and (
                rest in WORDS or rest in SCALES or rest in DUAL_SCALES or rest in MEANT
            ):
                return rest
    return word


def mentioned(text: str) -> set[int]:
    """Every number that the words of a text may mean, with the parts of compound ones: "خمسة وعشرون" → 25, 20, 5.

    Any dual may mean 2. For explaining a number that another language writes in digits: it gives rather too much than
    too little.
    """
    text = bare(text)
    found: set[int] = {2} if _DUAL.search(text) else set()
    found.update(n for match in ORDINAL.finditer(text) if (n := read_ordinal(match[0])))
    sums: set[int] = set()
    for match in _WORD.finditer(text.replace("ة", "ه")):
        word = _looked_up(match[0])
        if word in SCALES:
            sums = {max(n, 1) * SCALES[word] for n in sums or {1}}
        elif word in DUAL_SCALES:
            sums = {DUAL_SCALES[word]}
        elif word in WORDS:
            sums = WORDS[word] | {n + more for n in sums for more in WORDS[word]}
        else:
            sums = set()
            found |= MEANT.get(word, set())
        found |= sums
    return found


CARDINALS = Cardinals(mentioned)
