"""What one embedded program says that it draws, by glyph id, and the way from the codes of a font to its glyphs.

Glyph names are read too: the Adobe Glyph List, "uni0627", and names with the form of an Arabic letter.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from unres.readers.pdf.drawn.outlines import TrueTypeOutlines
from unres.readers.pdf.drawn.sfnt import FontError, Sfnt, spread, substitutions

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    return code < 0xD800 or 0xE000 <= code <= 0x10FFFF


_UNICODE = {(3, 1), (3, 10), (0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 6)}
_SYMBOL, _MAC = (3, 0), (1, 0)
_SYMBOL_BASES = (0xF000, 0, 0xF100, 0xF200)


class Program:
    """A TrueType or OpenType program: characters by glyph id, glyph ids by code, and outlines.

    Raises:
        FontError: it is damaged beyond use. Single tables that are damaged are left out, and named in ``damaged``.
    """

    def __init__(self, data: bytes) -> None:
        self._font = Sfnt(data)
        self.damaged: list[str] = []
        self.cmaps: dict[tuple[int, int], dict[int, int]] = {}
        try:
            self.cmaps.update(self._font.cmaps())
        except FontError as error:
            self.damaged.append(f"cmap: {error}")
        self._plain = self._characters()
        self._all: dict[int, list[str]] | None = None
        self._shapes: dict[int, int] = {}
        self._outlines: TrueTypeOutlines | None = None
        with suppress(FontError):  # of cubic outlines, or of none: its glyphs are not compared with others'
            self._outlines = TrueTypeOutlines(self._font)

    def _characters(self) -> dict[int, list[str]]:
        """Characters by glyph id, from the cmaps that speak Unicode; private ones are none."""
        found: dict[int, list[str]] = {}
        for key, cmap in self.cmaps.items():
            if key in _UNICODE:
                for code, glyph in cmap.items():
                    if not (0xE000 <= code <= 0xF8FF or 0xD800 <= code < 0xE000):
                        texts = found.setdefault(glyph, [])
                        if chr(code) not in texts:
                            texts.append(chr(code))
        return found

    def texts(self, glyph: int) -> list[str]:
        """The texts that a glyph can stand for, by cmap, by name, and by what GSUB puts it in the place of."""
        found = self._plain.get(glyph)
        if found is None and glyph:
            if self._all is None:
                self._all = self._spread()
            found = self._all.get(glyph)
        return found or []

    def _spread(self) -> dict[int, list[str]]:
        known = dict(self._plain)
        try:
            for glyph, name in self._font.names().items():
                if glyph not in known and (text := text_of_name(name)):
                    known[glyph] = [text]
        except FontError as error:
            self.damaged.append(f"post: {error}")
        try:
            return spread(known, substitutions(self._font.table(b"GSUB")))
        except FontError as error:
            self.damaged.append(f"GSUB: {error}")
            return known

    def shape(self, glyph: int) -> int:
        """The number of a glyph's outline; 0 where it draws nothing or cannot be read."""
        found = self._shapes.get(glyph)
        if found is None:
            try:
                found = self._outlines.shape(glyph) if self._outlines is not None else 0
            except FontError:
                found = 0
            self._shapes[glyph] = found
        return found

    @property
    def glyph_count(self) -> int:
        """How many glyphs it has."""
        return self._font.glyph_count

    def points(self, glyph: int) -> int:
        """How many points its outline has; 0 where it draws nothing or cannot be read."""
        try:
            return self._outlines.points(glyph) if self._outlines is not None else 0
        except FontError:
            return 0

    def is_blank(self, glyph: int) -> bool:
        """Whether its outline can be read, and draws nothing."""
        return self._outlines is not None and not self.points(glyph)

    def glyphs_of_codes(self, encoding: Mapping[int, str], *, symbolic: bool) -> dict[int, int]:
        """Glyph ids by code, of a font of one byte, as section 9.6.6.4 of PDF 1.7 finds them."""
        by_code: dict[int, int] = {}
        symbol, mac = self.cmaps.get(_SYMBOL, {}), self.cmaps.get(_MAC, {})
        for base in _SYMBOL_BASES:
            for code in range(256):
                if base + code in symbol:
                    by_code.setdefault(code, symbol[base + code])
        for code, glyph in mac.items():
            by_code.setdefault(code, glyph)
        by_name: dict[int, int] = {}
        unicode = next((self.cmaps[key] for key in ((3, 1), (3, 10), (0, 3), (0, 4)) if key in self.cmaps), {})
        for code, name in encoding.items():
            text = text_of_name(name)
            if len(text) == 1 and ord(text) in unicode:
                by_name[code] = unicode[ord(text)]
        return {**by_name, **by_code} if symbolic else {**by_code, **by_name}
