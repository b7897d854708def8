"""One font of a PDF: what its codes say, how wide they are, and the program that draws them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, Literal

from playa.cmapdb import IdentityCMap, IdentityCMapByte
from playa.encodingdb import cid2unicode_from_encoding
from playa.encodings import LITERAL_STANDARD_CID2UNICODE
from playa.font import CIDFont, SimpleFont
from playa.pdftypes import ObjRef, resolve1

from unres.readers.pdf.content import string_of
from unres.readers.pdf.glyphs import UNKNOWN, Letter, letter_of
from unres.readers.pdf.limits import BombError, check_font, check_time, is_stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playa.document import Document
    from playa.font import Font

    Shown = tuple[Letter, float, bool]
ProgramKind = Literal["FontFile", "FontFile2", "FontFile3"]
"""The key of the descriptor under which the program is embedded: Type 1, TrueType, or CFF and OpenType."""
_PROGRAMS: tuple[ProgramKind, ...] = ("FontFile", "FontFile2", "FontFile3")

_HEAVY = ("Bold", "bold", "Black", "Heavy")
_CACHED_STRINGS = 10_000
_CACHED_LENGTH = 100  # bytes of a string; longer ones do not come again
_LONGEST_STRING = 10_000  # bytes shown at once
_LONGEST_GLYPH_MAP = 2 * 65_536  # bytes: two for each glyph that a font can have
_SPACE = 32  # the code that word spacing widens


class PdfFont:
    """A font of the file. Codes are decoded here, and what they say is remembered by string of codes.

    A *cid* numbers a character in the font: the code itself in a simple font, what the font's CMap makes of the code
    in a font of many bytes (``multibyte``).
    """

    __slots__ = ("_encoded", "_font", "bold", "cache", "multibyte", "name", "shown")

    def __init__(self, font: Font, base_name: str = "") -> None:
        self._font = font
        self.name = base_name if font.fontname == "unknown" else font.fontname  # playa's word for a missing one
        self.bold = any(word in self.name for word in _HEAVY)
        self.multibyte = isinstance(font, CIDFont)
        self._encoded = _encoded_texts(font)
        self.shown: dict[tuple[int, str], Shown] = {}
        """What was shown so far, by cid and by the text that the map gives it; all glyphs share its letter."""
        self.cache: dict[bytes, list[Shown]] = {}
        """Short strings that were read, as they are written."""

    def read(self, token: bytes) -> list[Shown]:
        """Letter, advance in ems, and whether word spacing applies, for each code of a string of a content stream."""
        codes = self.codes(string_of(token[: 2 * _LONGEST_STRING])[:_LONGEST_STRING])
        found = [self.shown.get(code) or self._show(*code) for code in codes]
        if len(token) < _CACHED_LENGTH:
            if len(self.cache) > _CACHED_STRINGS:
                self.cache.clear()
            self.cache[token] = found
        return found

    def _show(self, cid: int, text: str) -> Shown:
        letter = letter_of(text, bold=self.bold)
        shown = self.shown[cid, text] = (letter, self._font.hdisp(cid), cid == _SPACE)
        return shown

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
    def symbolic(self) -> bool:
        """Whether the font says that its characters are none of the standard Latin ones."""
        return bool(self._font.flags & 4)

    @property
    def encoding(self) -> Mapping[int, str]:
        """Names of glyphs by code, of a simple font; empty for others, and where the font has its own order."""
        return self._font.encoding if isinstance(self._font, SimpleFont) else {}

    @property
    def cid_to_glyph(self) -> Mapping[int, int] | None:
        """Glyph ids by cid, of an embedded font of many bytes: its CIDToGIDMap; None where codes go another way."""
        if not isinstance(self._font, CIDFont):
            return None
        stream: Any = resolve1(self._font.spec.get("CIDToGIDMap"))
        if "FontFile2" not in self._font.descriptor or not is_stream(stream):
            return self._font.cid2gid
        data = stream.buffer[:_LONGEST_GLYPH_MAP]
        return dict(enumerate(struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])))

    def program(self) -> tuple[ProgramKind, bytes] | None:
        """The embedded font, unpacked, and of which kind it is; None where there is none."""
        for kind in _PROGRAMS:
            stream: Any = resolve1(self._font.descriptor.get(kind))
            if is_stream(stream):
                return kind, stream.buffer
        return None


class Fonts:
    """The fonts of an open file, each made once, after what it brings along was measured."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[tuple[bool, int], tuple[object, PdfFont | BombError]] = {}

    @property
    def used(self) -> list[PdfFont]:
        """The fonts asked for so far."""
        return [font for _, font in self._made.values() if isinstance(font, PdfFont)]

    def get(self, spec: Any) -> PdfFont:
        """The font that a resource names, by a reference to its dictionary or the dictionary itself.

        What is no font, or is damaged, gives one without any text.

        Raises:
            BombError: it has more of its tables than any font needs.
            LateError: the time for the page has run out.
        """
        is_reference = isinstance(spec, ObjRef)
        key = (is_reference, spec.objid if isinstance(spec, ObjRef) else id(spec))
        if key not in self._made:
            check_time()
            try:
                made: PdfFont | BombError = self._make(spec)
            except BombError as error:
                made = error
            self._made[key] = (spec, made)  # the dictionary is held too, so that its id stays its own
        font = self._made[key][1]
        if isinstance(font, BombError):
            raise font
        return font

    def _make(self, spec: Any) -> PdfFont:
        """A damaged font raises anything: it is tried again without its program, and then has no text."""
        found: Any = resolve1(spec)
        check_font(found)
        name = getattr(resolve1(found.get("BaseFont")), "name", "") if found else ""
        try:
            return PdfFont(self._document.get_font(spec.objid if isinstance(spec, ObjRef) else 0, found), name)
        except Exception:  # noqa: BLE001  # the program counts least: texts come from the maps
            descriptor = resolve1(found.get("FontDescriptor")) if isinstance(found, dict) else None
        if isinstance(descriptor, dict) and any(key in descriptor for key in _PROGRAMS):
            bare = {key: value for key, value in descriptor.items() if key not in _PROGRAMS}
            return self._make({**found, "FontDescriptor": bare})
        return PdfFont(self._document.get_font())

    def clear(self) -> None:
        """Forgets them."""
        self._made.clear()


def _encoded_texts(font: Font) -> Mapping[int, str]:
    """Texts by code that follow from the names of a simple font's glyphs; the standard ones where it has no map."""
    if not isinstance(font, SimpleFont):
        return {}  # of many bytes, or a font that the page does not have
    named = cid2unicode_from_encoding(font.encoding)
    return named or (LITERAL_STANDARD_CID2UNICODE if font.tounicode is None else {})
