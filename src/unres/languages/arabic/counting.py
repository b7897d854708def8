"""Numbers, labels and dates of Arabic: "السابعة والستون", "أربع وسبعون", "(هـ)", "20 كانون الأول/ديسمبر 2012".

The UN names months twice; either name may stand alone. Grammar of ordinals (each word with or without the article, the
units masculine or feminine)::

    ordinal  = small [ "بعد" hundreds ] | hundreds
    small    = unit | unit "عشر" | tens | unit "و" tens | "أولا" | "ثانيا" | …
    hundreds = "المائة" | "المائتين" | "الثلاثمائة" | …

For cardinals the gender of a number, its case and what is written onto it (و، ب، ل، ال) do not matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages.language import Cardinals, Dates, Labels, Ordinals
from unres.languages.numbers import CAPITALS, MEETING, letter_at, place, read_latin, write_latin
from unres.scripts import ABJAD, ALPHABET, ARABIC_MARKS, bare

if TYPE_CHECKING:
    from unres.languages.numbers import Series

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
    if len(words) != 2 or first not in JOINED:  # a unit, and what it is added to
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
    if len(parts) > 2 and parts[-2] == "بعد":  # a number before "after the hundredth"
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
    if n <= 10:  # one word
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
    if hundreds > 2:  # one and two hundred are words of their own
        whole = f"{_HUNDRED_STEMS[hundreds - 3]}مائة"
    else:
        whole = ["", "مائة", "مائتين" if rest else "مائتان"][hundreds]
    if not rest:
        return article + whole
    small = _write_small(rest, article, feminine=feminine)
    return f"{small} بعد ال{whole}" if hundreds else small


SECTION = Ordinals(pattern=ORDINAL, read=read_ordinal, write=write_ordinal, attached="و")


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
_COUNTED = re.compile("[\u0621-\u063a\u0641-\u064a]{2,20}")
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
    for match in _COUNTED.finditer(text.replace("ة", "ه")):
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


_ABJAD, _ALPHABET = bare(ABJAD), bare(ALPHABET)
_AS_PRINTED = {"ا": "أ", "ه": "هـ"}
_NO_LETTERS = str.maketrans("ھہۀﻫﻬﻩﻪ", "ههههههه", "\u0640\u200d")  # forms of ه that fonts and scans give
_LETTER_NAMES = (
    "الف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم",
    "نون", "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
)  # fmt: skip
PARTS: dict[str, str] = dict(zip(_LETTER_NAMES, CAPITALS, strict=True))
"""Names of letters in abjad order → the Latin letters that stand for the same parts."""
PARTS |= {name.rstrip("ء"): letter for name, letter in PARTS.items() if name.endswith("ء")} | {"زاء": "G", "ا": "A"}


def read_label(label: str) -> dict[Series, int]:
    """Every series in which the label is legal, with its place: "ج" → abjad 3, alphabetical 5.

    Latin labels stand in Arabic documents too. The label comes without brackets and stops, its digits Western.
    An empty answer: it is no label.
    """
    letters = bare(label.translate(_NO_LETTERS))
    places: dict[Series, int] = {}
    if abjad := place(_ABJAD, letters):
        places["abjad"] = abjad
    if alphabetical := place(_ALPHABET, letters):
        places["alphabetical"] = alphabetical
    return places or read_latin(label)


def write_label(series: Series, n: int) -> str:
    """The label at place `n` of a series, as the UN prints it ("أ", "هـ"; doubled "أ أ").

    Raises:
        ValueError: no such place.
    """
    if series not in ("abjad", "alphabetical"):
        return write_latin(series, n)
    letters = letter_at(_ABJAD if series == "abjad" else _ALPHABET, n)
    return " ".join(_AS_PRINTED.get(letter, letter) for letter in letters)


def part_letter(name: str) -> str | None:
    """The Latin letter of a part: "ألف" → "A", "باء" → "B"; None when it is the name of no letter."""
    return PARTS.get(bare(name))


LABELS = Labels(read=read_label, write=write_label, part_letter=part_letter)


_LEVANTINE = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
)  # fmt: skip
# Spellings of one month are parted by a comma; the later ones are those of the Maghreb.
_GREGORIAN = (
    "يناير,جانفي|فبراير,فيفري|مارس|أبريل,إبريل,أفريل|مايو,ماي|يونيه,يونيو,يونية,جوان|يوليه,يوليو,يولية,يوليوز,جويلية"
    "|أغسطس,أغسطوس,غشت,أوت|سبتمبر,شتنبر|أكتوبر|نوفمبر,نونبر|ديسمبر,دجنبر"
)


def _by_name(months: str) -> dict[str, int]:
    return {bare(name): n for n, names in enumerate(months.split("|"), 1) for name in names.split(",")}


LEVANTINE: dict[str, int] = _by_name(_LEVANTINE)
"""The names that stand first."""
GREGORIAN: dict[str, int] = _by_name(_GREGORIAN)
"""The names that stand second, and decide where the two disagree."""
NAMES: dict[str, int] = LEVANTINE | GREGORIAN

_MONTH_WORD = "[\u0621-\u063a\u0641-\u0652]{2,12}"
_MONTH = rf"{_MONTH_WORD}(?:\s{{1,3}}ال{_MONTH_WORD})?"

# Begins with a digit, so that the search skips all else; which words are months is looked up afterwards.
DATE = re.compile(
    rf"""
    ([0-9](?<![0-9][0-9])[0-9]?)\s{{0,3}}                    # the day, no part of a longer number
    ({_MONTH})(?:\s{{0,3}}[/\\]\s{{0,3}}({_MONTH}))?              # one name or two
    (?:\s{{0,2}}[،,])?(?:\s{{1,3}}من)?(?:\s{{1,3}}(?:ال)?(?:عام|سنة))?
    \s{{0,3}}([12][0-9]{{3}})(?![0-9])
    """,
    re.VERBOSE,
)

BEHIND = re.compile(
    r"\s{0,2}[،,]?\s{0,2}\(?"
    r"(?:و?(?:المؤرخ|الصادر|المتخذ|المعتمد|المعقود)(?:ة|ين|ان|تين|تان|ات)?\s{1,2}(?:في\s{1,2})?|في\s{1,2}|بتاريخ\s{1,2})"
    r"(?P<day>[0-9]{1,2})\s{0,2}(?P<month>[ء-ي]{2,6}(?:\s(?:الأول|الاول|الثاني))?)"
    r"(?:\s?/\s?(?P<second>[ء-ي]{3,6}))?\s{0,2}(?P<year>[0-9]{4})\)?"
)
"""The date that stands right behind what it dates: "المؤرخ 20 كانون الأول/ديسمبر 2012"."""


def parts(found: re.Match[str]) -> tuple[int, int, int, bool]:
    """Year, month, day of a match of `DATE`, and whether its two names are of different months. Month 0 is no month."""
    day, first, second, year = found.groups()
    month = NAMES.get(bare(first), 0)
    if second is None:
        return int(year), month, int(day), False
    other = NAMES.get(bare(second), 0)
    disagree = month != other and month > 0 and other > 0
    if bare(first) in GREGORIAN and bare(second) in LEVANTINE:  # the two names in turned order
        other, month = month, other
    return int(year), other or month, int(day), disagree


def parts_behind(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of a match of `BEHIND`. Month 0 is no month; of two names that disagree the second decides."""
    month = NAMES.get(bare(found["second"] or "")) or NAMES.get(bare(found["month"]), 0)
    return int(found["year"]), month, int(found["day"])


_BEGINS_MONTH = (
    "كانون|شباط|[آأا]ذار|نيسان|[أا]يار|حزيران|تموز|[آأا]ب(?![\u0621-\u0652])|[أا]يلول|تشرين|يناير|فبراير|مارس"
    "|[أا]بريل|مايو|يونيو?|يونيه|يوليو?|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر"
)
MEETING_NUMBER = (
    rf"(?:(?:{MEETING})(?!\w|[ ](?:{_BEGINS_MONTH}))"
    rf"|(?:\d{{1,2}}[ ,،٬.](?=\d{{3}}[ ]))?\d{{1,5}}(?=[ ،,]{{1,2}}\d{{1,2}}[ ](?:{_BEGINS_MONTH})))"
)
"""The number of a meeting; the day of the date that may stand behind it is no part of it: «60 20 كانون الأول»."""

DATES = Dates(names=NAMES, pattern=DATE, parts=parts, behind=BEHIND, parts_behind=parts_behind)
