"""One font of a PDF: what its codes say, how wide they are, and the program that draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from playa.cmapdb import IdentityCMap, IdentityCMapByte
from playa.encodingdb import cid2unicode_from_encoding
from playa.encodings import LITERAL_STANDARD_CID2UNICODE
from playa.font import CIDFont, SimpleFont
from playa.pdftypes import ContentStream, resolve1

from unres.readers.pdf.letters import UNKNOWN, Letter, letter_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playa.font import Font

ProgramKind = Literal["FontFile", "FontFile2", "FontFile3"]
"""The key of the descriptor under which the program is embedded: Type 1, TrueType, or CFF and OpenType."""

_HEAVY = ("Bold", "bold", "Black", "Heavy")
_CACHED_STRINGS = 20_000
_SPACE = 32  # the code that word spacing widens


class PdfFont:
    """A font of the file. Codes are decoded here, and what they say is remembered by string of codes.

    A *cid* numbers a character in the font: the code itself in a simple font, what the font's CMap makes of the code
    in a font of many bytes (``multibyte``).
    """

    __slots__ = ("_cache", "_encoded", "_font", "bold", "letters", "multibyte", "name", "readings")

    def __init__(self, font: Font) -> None:
        self._font = font
        self.name: str = font.fontname
        self.bold = any(word in self.name for word in _HEAVY)
        self.multibyte = isinstance(font, CIDFont)
        self.readings: dict[int, str] = {}
        """Texts by cid that count more than the font's map; to be filled before the first string is read."""
        self._encoded = _encoded_texts(font)
        self.letters: dict[tuple[int, str], Letter] = {}
        """By cid and the text that the map gives it; one letter is shared by all of its glyphs."""
        self._cache: dict[bytes, list[tuple[Letter, float, bool]]] = {}

    def read(self, data: bytes) -> list[tuple[Letter, float, bool]]:
        """Letter, advance in ems, and whether word spacing applies, for each code of the string."""
        found = self._cache.get(data)
        if found is None:
            if len(self._cache) > _CACHED_STRINGS:
                self._cache.clear()
            hdisp = self._font.hdisp
            found = self._cache[data] = [
                (self._letter(cid, text), hdisp(cid), cid == _SPACE) for cid, text in self.codes(data)
            ]
        return found

    def codes(self, data: bytes) -> list[tuple[int, str]]:
        """Cid and text of each code of the string, where the text is only what a map of the font says.

        playa gives a code without an entry the character of the code's own number, which is no reading at
        all; here it has no text, but U+FFFD.
        """
        font: Any = self._font
        unicode = getattr(font, "tounicode", None)
        table: Mapping[bytes, str] = unicode.bytes2unicode if unicode is not None else {}
        if not self.multibyte:
            plain = self._encoded
            return [(code, table.get(bytes((code,))) or plain.get(code, UNKNOWN)) for code in data]
        if len(data) % 2 and isinstance(font.cmap, IdentityCMap) and not isinstance(font.cmap, IdentityCMapByte):
            data = data[:-1]  # half a code ends a damaged string
        if unicode is not None:
            return [(cid, table.get(bytes(code), UNKNOWN)) for code, cid in font.cmap.decode(data)]
        if font.unicode_map is not None:
            return [(cid, text or UNKNOWN) for cid, text in font.decode(data)]
        return [(cid, UNKNOWN) for cid, _ in font.decode(data)]

    def texts(self) -> dict[int, str]:
        """All that the maps of the font say, by cid: ToUnicode, else the encoding of a simple font."""
        table = getattr(self._font, "tounicode", None)
        said = dict(self._encoded)
        for code, text in (table.bytes2unicode if table is not None else {}).items():
            said.update((cid, text) for cid, _ in self.codes(code)[:1] if text)
        return said

    @property
    def has_map(self) -> bool:
        """Whether the file gives the font a ToUnicode map of its own."""
        spec: Any = getattr(self._font, "spec", None)
        return getattr(self._font, "tounicode", None) is not None and (spec is None or "ToUnicode" in spec)

    @property
    def encoding(self) -> Mapping[int, str]:
        """Names of glyphs by code, of a simple font; empty for others, and where the font has its own order."""
        return self._font.encoding if isinstance(self._font, SimpleFont) else {}

    @property
    def cid_to_glyph(self) -> Mapping[int, int] | None:
        """Glyph ids by cid, of an embedded font of many bytes: its CIDToGIDMap; None where codes go another way."""
        return self._font.cid2gid if isinstance(self._font, CIDFont) else None

    def program(self) -> tuple[ProgramKind, bytes] | None:
        """The embedded font, unpacked, and of which kind it is; None where there is none."""
        kind: ProgramKind
        for kind in ("FontFile", "FontFile2", "FontFile3"):
            stream: Any = resolve1(self._font.descriptor.get(kind))
            if isinstance(stream, ContentStream) and not isinstance(stream, dict):
                return kind, stream.buffer
        return None

    def _letter(self, cid: int, text: str) -> Letter:
        key = (cid, text)
        letter = self.letters.get(key)
        if letter is None:
            letter = self.letters[key] = letter_of(self.readings.get(cid, text), bold=self.bold)
        return letter


def _encoded_texts(font: Font) -> Mapping[int, str]:
    """Texts by code that follow from the names of a simple font's glyphs; the standard ones where it has no map."""
    if not isinstance(font, SimpleFont):
        return {}  # of many bytes, or a font that the page does not have
    named = cid2unicode_from_encoding(font.encoding)
    return named or (LITERAL_STANDARD_CID2UNICODE if font.tounicode is None else {})
