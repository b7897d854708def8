"""Whether what a page says can be trusted to be its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.printed import NO_WORDS
from unres.scripts import ARABIC_LETTERS, folded

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from unres.printed import PagePatterns
    from unres.readers.pdf.glyphs import GlyphPage, Letter

_MOST_UNKNOWN = 0.2  # share of glyphs without Unicode from which a page is no text
_ARABIC_WORD = re.compile(f"[{ARABIC_LETTERS}]{{2,}}")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_ODD = re.compile(r"[^\w\s.,:;/()\[\]\-–—'’‘\"“”*%$&+°«»،؛؟]|\ufffd|[\xc0-\u024f]")
"""Signs, and letters with accents: no text in a language of the United Nations has many of these."""
_MIXED = re.compile(f"[\xc0-\u024f][{ARABIC_LETTERS}]|[{ARABIC_LETTERS}][\xc0-\u024f]")
_MOST_MIXED = 0.05  # of the words
_YEARS = range(1850, 2101)
_FEW_WORDS = 25
_SHORT = 200


def years(text: str, words: PagePatterns) -> tuple[int, list[str]]:
    """How many numbers of a text that must be years can be, and those that cannot."""
    found = [first or second for first, second in words.year.findall(folded(text))]
    wrong = [year for year in found if int(year) not in _YEARS]
    return len(found) - len(wrong), wrong


def unknown_share(page: GlyphPage, kashidas: AbstractSet[Letter]) -> float:
    """Share of the glyphs with ink that have no Unicode; kashidas need none."""
    ink = [glyph for glyph in page.glyphs if glyph.letter.kind != "S" and glyph.letter not in kashidas]
    unknown = sum(glyph.letter.kind == "?" for glyph in ink)
    return unknown / len(ink) if ink else 0.0


def complaint(page: GlyphPage, kashidas: AbstractSet[Letter], text: str, words: PagePatterns) -> str | None:
    """Why the page is not to be read, or None.

    A broken character map gives text, but no language: Arabic is full of the article and of function words,
    and English of a handful of short words. Without `words` that cannot be told.
    """
    if unknown_share(page, kashidas) > _MOST_UNKNOWN:
        return "most of its glyphs cannot be told, for its fonts lack a character map"
    if words is NO_WORDS:
        return None
    arabic = _ARABIC_WORD.findall(text)
    latin = _LATIN_WORD.findall(text)
    if len(arabic) >= _FEW_WORDS and len(arabic) >= len(latin):
        article = sum(words.article.match(word) is not None for word in arabic) / len(arabic)
        function = sum(words.common.fullmatch(word) is not None for word in arabic) / len(arabic)
        mixed = len(_MIXED.findall(text)) / len(arabic)
        if (article < 0.15 and function < 0.02) or mixed > _MOST_MIXED:
            return "its letters make no Arabic, for its fonts' character map is broken"
        return None
    if len(text) > _SHORT and len(_ODD.findall(text)) > 0.25 * len(text.replace(" ", "")):
        return "its characters make no words, for its fonts' character map is broken"
    if len(latin) >= 4 * _FEW_WORDS:
        function = sum(words.common.fullmatch(word.lower()) is not None for word in latin) / len(latin)
        capitals = sum(word[:1].isupper() for word in latin) / len(latin)
        if function < 0.02 and capitals < 0.6:  # a list of names has few of them too
            return "its letters make no words, for its fonts' character map is broken"
    return None
