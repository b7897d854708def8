"""Arabic ordinals in words: الدورة السابعة والستون، الجلسة الحادية والسبعون بعد المائة، المرفق الثاني عشر.

Grammar (each word with or without the article, the units masculine or feminine)::

    ordinal  = small [ "بعد" hundreds ] | hundreds
    small    = unit | unit "عشر" | tens | unit "و" tens | "أولا" | "ثانيا" | …
    hundreds = "المائة" | "المائتين" | "الثلاثمائة" | …
"""

from __future__ import annotations

import re

from unres.languages.language import Ordinals
from unres.scripts import ARABIC_MARKS, bare

HIGHEST = 999
_STEMS = ("ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")  # 2 to 10; the feminine adds ة
_TEN_STEMS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")  # 20 to 90; the case ending is ون or ين
_HUNDRED_STEMS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")  # 300 to 900
_HUNDRED = ("مائة", "مئة", "ماية")

ALONE: dict[str, int] = {"اول": 1, "اولي": 1, "ثان": 2}
ALONE |= {stem + gender: n for n, stem in enumerate(_STEMS, 2) for gender in ("", "ة")}
"""1 to 10 as words of their own."""
ADVERBS: dict[str, int] = {"اولا": 1} | {stem + "ا": n for n, stem in enumerate(_STEMS, 2)}
"""أولا، ثانيا: sections are counted so."""
JOINED: dict[str, int] = {"حادي": 1, "حادية": 1, "واحد": 1, "واحدة": 1}
JOINED |= {stem + gender: n for n, stem in enumerate(_STEMS[:-1], 2) for gender in ("", "ة")}
"""1 to 9 before عشر and before tens."""
TENS: dict[str, int] = {bare(stem) + case: n * 10 for n, stem in enumerate(_TEN_STEMS, 2) for case in ("ون", "ين")}
HUNDREDS: dict[str, int] = dict.fromkeys(map(bare, _HUNDRED), 100)
HUNDREDS |= {stem + case: 200 for stem in ("مائت", "مئت") for case in ("ان", "ين", "ا", "ي")}
HUNDREDS |= {
    bare(stem) + joint + bare(word): n * 100
    for n, stem in enumerate(_HUNDRED_STEMS, 3)
    for joint in ("", "ي" if stem == "ثمان" else "")
    for word in _HUNDRED
}


def _any(words: dict[str, int]) -> str:
    """An alternation, longest first, that lets alef take its hamza, ya lose its dots, and any letter a vowel mark."""
    loose = {"ا": "[اأإآ]", "ي": "[يى]"}
    return "|".join(
        "".join(loose.get(letter, letter) + f"[{ARABIC_MARKS}]?" for letter in word)
        for word in sorted(words, key=lambda w: (-len(w), w))
    )


_JOINT = r"\s{1,3}"
_AND = rf"{_JOINT}و\s?"
_ARTICLE = f"(?:ال|لل|[اأ]ل)?[{ARABIC_MARKS}]?"
ORDINAL = re.compile(
    rf"""
    (?:(?<!\w)|(?<=(?<!\w)[وب]))                    # at the start of a word, or after "and", "in"
    (?:
      (?:
        {_ARTICLE}(?:{_any(JOINED)})(?:{_JOINT}عشرة?|{_AND}{_ARTICLE}(?:{_any(TENS)}))   # 11 to 19, 21 to 99
        | {_ARTICLE}(?:{_any(ALONE)})                                               # 1 to 10
        | (?:{_any(ADVERBS)})
        | ال(?:{_any(TENS)})                              # 20 to 90: without article they count and do not order
      )(?:{_JOINT}بعد{_JOINT}ال(?:{_any(HUNDREDS)}))?
      | ال(?:{_any(HUNDREDS)})
    )(?!\w)
    """,
    re.VERBOSE,
)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(("ال", "لل")) else word


def _below_hundred(words: list[str]) -> int | None:
    first = words[0]
    if len(words) == 1:
        return ALONE.get(first) or TENS.get(first) or ADVERBS.get(first)
    if len(words) != 2 or first not in JOINED:  # noqa: PLR2004  # a unit, and what it is added to
        return None
    second = words[1]
    if second in ("عشر", "عشرة"):
        return 10 + JOINED[first]
    tens = TENS.get(_without_article(second[1:])) if second.startswith("و") else None
    return tens + JOINED[first] if tens else None


def read_ordinal(words: str) -> int | None:
    """The number of an ordinal in words, either gender, any case, definite or not; None when it is none."""
    parts = bare(words).replace(" و ", " و").split()
    if not parts or words[:1].isdigit():
        return None
    if len(parts) == 1 and (whole := HUNDREDS.get(_without_article(parts[0]))):
        return whole
    hundreds = 0
    if len(parts) > 2 and parts[-2] == "بعد":  # noqa: PLR2004  # a number before "after the hundredth"
        hundreds = HUNDREDS.get(_without_article(parts[-1]), 0)
        if not hundreds:
            return None
        parts = parts[:-2]
    rest = _below_hundred([_without_article(parts[0]), *parts[1:]])
    return hundreds + rest if rest else None


def _write_small(n: int, article: str, *, feminine: bool) -> str:
    gender = "ة" if feminine else ""
    if n == 1:
        return article + ("أولى" if feminine else "أول")
    if n <= 10:  # noqa: PLR2004  # one word
        return article + _STEMS[n - 2] + gender
    tens, unit = divmod(n, 10)
    one = article + ("حادي" if unit == 1 else _STEMS[unit - 2]) + gender
    if tens == 1:
        return f"{one} عشر{gender}"
    written = f"{article}{_TEN_STEMS[tens - 2]}ون"
    return f"{one} و{written}" if unit else written


def write_ordinal(n: int, *, feminine: bool = True, definite: bool = True) -> str:
    """The ordinal of `n` in words, in the nominative: 67 → "السابعة والستون".

    Feminine and definite unless told otherwise, as with الدورة and الجلسة; المرفق is masculine.

    Raises:
        ValueError: `n` is not in 1 to 999.
    """
    if not 1 <= n <= HIGHEST:
        raise ValueError(f"no ordinal in words for {n} here: 1 to {HIGHEST}")
    article = "ال" if definite else ""
    hundreds, rest = divmod(n, 100)
    if hundreds > 2:  # noqa: PLR2004  # one and two hundred are words of their own
        whole = f"{_HUNDRED_STEMS[hundreds - 3]}مائة"
    else:
        whole = ["", "مائة", "مائتين" if rest else "مائتان"][hundreds]
    if not rest:
        return article + whole
    small = _write_small(rest, article, feminine=feminine)
    return f"{small} بعد ال{whole}" if hundreds else small


SECTION = Ordinals(pattern=ORDINAL, read=read_ordinal, write=write_ordinal)
