"""When a map and a drawing mean the same letter, and which character of several a drawing is taken for."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from unres.readers.pdf.letters import TATWEEL, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_DASHES = dict.fromkeys("-‐‑‒–—―−¯\u00ad_ـ", "-")
_QUOTES = dict.fromkeys("'’‘‛`´ʼʹʿʾ′", "'") | dict.fromkeys('"“”„‟″', '"')
_DOTS = dict.fromkeys("·•∙▪●\u2022\uf0b7", "·")
_VARIANTS = dict.fromkeys("کڪ", "ك") | dict.fromkeys("یۍې", "ي") | dict.fromkeys("ھہەۀ", "ه") | {"ٺ": "ت", "٪": "%"}
_FOLDED = str.maketrans(_DASHES | _QUOTES | _DOTS | _VARIANTS)
_BARE = {"ى": "يئ", "ٮ": "بتثنيى", "ڡ": "فق", "ٯ": "ق", "ں": "ن", "ح": "جخ", "س": "ش", "ص": "ض", "ط": "ظ"}
_BARE |= {"ع": "غ", "د": "ذ", "ر": "ز", "ه": "ة"}
"""Letters that some fonts draw as another one, with the dots as glyphs of their own."""
_PRIVATE = ("\ue000", "\uf8ff")
_ODD = 9  # a rank for what is no text at all


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text without what makes no difference to a reader: form, case, marks, kinds of dashes and of quotes."""
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED)).casefold()
    bare = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
    return (bare.strip() or plain.strip()).translate(_FOLDED)


def same(said: str, drawn: str) -> bool:
    """Whether both show the same to a reader."""
    return said == drawn or folded(said) == folded(drawn)


def bare_form(said: str, drawn: str) -> bool:
    """Whether the drawing may be the said letter without its dots, which are a glyph of their own then."""
    return len(said) == 1 and folded(said) in _BARE.get(folded(drawn), ())


def has_mirror(text: str) -> bool:
    """Whether it is a bracket: of these a map tells what is meant, and never which way the drawing looks."""
    return text.translate(MIRRORED) != text


def is_mirror(said: str, drawn: str) -> bool:
    """Whether the two are brackets that differ only in the way that they look."""
    return said != drawn and said.translate(MIRRORED) == drawn


def is_mark(text: str) -> bool:
    """Whether a text is nothing but combining marks."""
    plain = unicodedata.normalize("NFKC", text).strip(" " + TATWEEL)
    return bool(plain) and all(unicodedata.category(c) == "Mn" for c in plain)


def is_blank(text: str) -> bool:
    """Whether a text says nothing: unknown, a space, or of private use."""
    return not text or text == UNKNOWN or text.isspace() or _PRIVATE[0] <= text[0] <= _PRIVATE[1] or text[0] < " "


@lru_cache(maxsize=8192)
def rank(text: str) -> int:
    """How likely resolutions are to mean this character where one glyph serves several; less is likelier."""
    first = text[0]
    if " " <= first <= "~" or "\u0621" <= first <= "\u0652" or "\u0660" <= first <= "\u0669" or first in "،؛؟":
        return 0
    if "\xa1" <= first <= "\u017f" or "\u2010" <= first <= "\u2044":
        return 1
    if unicodedata.category(first)[0] in "CZ":
        return _ODD
    return 2 if not "\ufb00" <= first <= "\ufefc" else 3


def best(texts: Iterable[str]) -> str:
    """The likeliest of the characters that a glyph serves; empty where it shows none."""
    ranked = [text for text in texts if text and rank(text) < _ODD]
    return min(ranked, key=rank, default="")


def counts(text: str) -> bool:
    """Whether a character is one that text is made of: ASCII, a letter or a digit, a sign of Arabic."""
    first = unicodedata.normalize("NFKC", text).lstrip(" ")[:1]
    return bool(first) and (rank(first) == 0 or unicodedata.category(first)[0] in "LN")
