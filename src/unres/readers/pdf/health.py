"""Whether what a page says can be trusted to be its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import GlyphPage, Letter

_MOST_UNKNOWN = 0.2  # share of glyphs without Unicode from which a page is no text
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)")
_FUNCTION_WORDS = re.compile(
    "(?:في|من|على|إلى|أن|التي|الذي|هذا|هذه|عن|مع|ما|لا|أو|بين|كما|ذلك|وفي|ومن|وأن|غير|كل|بعد|إذ|وإذ|وإلى|وعلى|بأن|تلك|إن|قد|لم)"
)
_LATIN_WORDS = re.compile(
    "(?:the|of|and|to|in|for|a|on|by|its|with|that|as|is|at|an|from|be|or|all|it|this|not"
    "|de|la|le|les|et|des|du|en|el|los|las|que|y|del)"
)
_ODD = re.compile(r"[^\w\s.,:;/()\[\]\-–—'’‘\"“”*%$&+°«»،؛؟]|\ufffd")
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|يناير|فبراير|مارس|أبريل"
    "|مايو|يونيه|يونيو|يوليه|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
_YEAR = re.compile(rf"(?:(?:{_MONTH}),?|(?:ال|ل|ب|لل)?(?:عام|سنة)|[Yy]ear) (\d{{4}})(?!\d)|(?<=\d )\((\d{{4}})\)")
"""Numbers that can only be years: behind a month, behind the word, or "1325 (2000)"."""
_YEARS = range(1850, 2101)
_FEW_WORDS = 25
_SHORT = 200


def years(text: str) -> tuple[int, list[str]]:
    """How many numbers of a text that must be years can be, and those that cannot."""
    found = [first or second for first, second in _YEAR.findall(text)]
    wrong = [year for year in found if int(year) not in _YEARS]
    return len(found) - len(wrong), wrong


def unknown_share(page: GlyphPage, kashidas: AbstractSet[Letter]) -> float:
    """Share of the glyphs with ink that have no Unicode; kashidas need none."""
    ink = [glyph for glyph in page.glyphs if glyph.letter.kind != "S" and glyph.letter not in kashidas]
    unknown = sum(glyph.letter.kind == "?" for glyph in ink)
    return unknown / len(ink) if ink else 0.0


def complaint(page: GlyphPage, kashidas: AbstractSet[Letter], text: str) -> str | None:
    """Why the page is not to be read, or None.

    A broken character map gives text, but no language: Arabic is full of the article and of function words,
    and English of a handful of short words.
    """
    if unknown_share(page, kashidas) > _MOST_UNKNOWN:
        return "most of its glyphs cannot be told, for its fonts lack a character map"
    arabic = _ARABIC_WORD.findall(text)
    latin = _LATIN_WORD.findall(text)
    if len(arabic) >= _FEW_WORDS and len(arabic) >= len(latin):
        article = sum(_ARTICLE.match(word) is not None for word in arabic) / len(arabic)
        function = sum(_FUNCTION_WORDS.fullmatch(word) is not None for word in arabic) / len(arabic)
        if article < 0.15 and function < 0.02:
            return "its letters make no Arabic, for its fonts' character map is broken"
        return None
    if len(text) > _SHORT and len(_ODD.findall(text)) > 0.25 * len(text.replace(" ", "")):
        return "its characters make no words, for its fonts' character map is broken"
    if len(latin) >= 4 * _FEW_WORDS:
        function = sum(_LATIN_WORDS.fullmatch(word.lower()) is not None for word in latin) / len(latin)
        capitals = sum(word[:1].isupper() for word in latin) / len(latin)
        if function < 0.02 and capitals < 0.6:  # a list of names has few of them too
            return "its letters make no words, for its fonts' character map is broken"
    return None
