"""What the name of a glyph says: the Adobe Glyph List, "uni0627", and names with the form of an Arabic letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HEX = re.compile(r"uni((?:[0-9A-F]{4}){1,8})|u([0-9A-F]{4,6})")
_FORMS = r"(?:isol(?:ated)?|init(?:ial)?|medi(?:al)?|fina(?:l)?)"
_FORM = re.compile(rf"[-_]?{_FORMS}$")
_ARABIC = re.compile(rf"(?:[-_.](?:ar|arab|arabic)|[-_.]?{_FORMS})(?:[-_.]|$)")
_HEBREW = re.compile("[\u0590-\u05ff]")
_LONGEST = 80


@lru_cache(maxsize=4096)
def text_of_name(name: str) -> str:
    """The text that a glyph of that name shows; empty where the name says nothing ("g23", ".notdef")."""
    if len(name) > _LONGEST or name.startswith("."):
        return ""
    arabic = _ARABIC.search(name) is not None
    base = name.split(".", maxsplit=1)[0]
    if whole := (_arabic(base.replace("_", "")) if arabic else "") or _plain(base, arabic=arabic):
        return whole
    parts = [_plain(part, arabic=arabic) for part in base.split("_") if not _FORM.fullmatch(f"_{part}")]
    return "".join(parts) if all(parts) else ""


def _plain(name: str, *, arabic: bool) -> str:
    from playa.glyphlist import glyphname2unicode

    if hexadecimal := _HEX.fullmatch(name):
        digits = hexadecimal[1] or hexadecimal[2]
        width = 4 if hexadecimal[1] else len(digits)
        codes = [int(digits[at : at + width], 16) for at in range(0, len(digits), width)]
        return "".join(map(chr, codes)) if all(_is_character(code) for code in codes) else ""
    found = str(glyphname2unicode.get(name, ""))
    if arabic or _HEBREW.match(found):  # the list has the bare names for Hebrew: "alef"
        return _arabic(name) or found
    return found


def _arabic(name: str) -> str:
    """The Arabic letter of that name, which the list gives as "alefarabic" or "lamaleffinalarabic"."""
    from playa.glyphlist import glyphname2unicode

    bare = _FORM.sub("", name.removesuffix("-ar"))
    for known in (f"{bare}arabic", f"{bare}abovearabic", f"{bare}finalarabic", name):
        if known in glyphname2unicode:
            return unicodedata.normalize("NFKC", glyphname2unicode[known])
    return ""


def _is_character(code: int) -> bool:
    return code < 0xD800 or 0xE000 <= code <= 0x10FFFF  # noqa: PLR2004
