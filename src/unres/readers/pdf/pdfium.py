"""A second opinion, by way of PDFium, on glyphs for which the fonts give no Unicode."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from unres.readers.pdf.glyphs import letter_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import Glyph, GlyphPage, Letter

_CREDIBLE = ((0x20, 0x7E), (0xA0, 0xBF), (0x100, 0x24F), (0x600, 0x6FF), (0x2010, 0x22FF), (0xFB00, 0xFEFC))
"""Where PDFium has a bare code for want of better, it shows as Latin-1 letters, private use or Chinese."""
_NEAR = 0.6  # points between the origins of what is the same glyph


class PdfiumFill:
    """Asks PDFium what stands where a glyph without Unicode is; opens the document when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._failed = False

    def close(self) -> None:
        """Lets go of the document."""
        if self._document is not None:
            self._document.close()
            self._document = None

    def fill(self, page: GlyphPage, kashidas: AbstractSet[Letter]) -> None:
        """Gives those glyphs of the page a letter that PDFium knows one for; kashidas need none."""
        unknown = (glyph for glyph in page.glyphs if glyph.letter.kind == "?" and not glyph.letter.drawn)
        missing = [glyph for glyph in unknown if glyph.letter not in kashidas]
        if not missing:
            return
        with self._text_of(page.number) as text:
            for glyph in missing if text is not None else ():
                found = _character_at(text, glyph)
                if found and letter_of(found).kind != "M":
                    glyph.letter = letter_of(found, bold=glyph.letter.bold)

    def height(self, page: int, glyph: Glyph) -> float | None:
        """How high above its baseline the glyph is drawn, in points; None where PDFium does not find it."""
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        with self._text_of(page) as text:
            index = _index_at(text, glyph) if text is not None else -1
            if index < 0:
                return None
            left, right, bottom, top = (ctypes.c_double() for _ in range(4))
            pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, (left, right, bottom, top)))
            return top.value - glyph.y

    @contextmanager
    def _text_of(self, page: int) -> Iterator[Any]:
        """PDFium's own text of a page; None where it does not read the file."""
        import pypdfium2  # only for the few documents that need it

        try:
            if self._document is None and not self._failed:
                self._document = pypdfium2.PdfDocument(self._data)
            opened = self._document[page - 1] if not self._failed else None
        except (pypdfium2.PdfiumError, IndexError):
            self._failed, opened = True, None  # the glyphs stay what they are
        if opened is None:
            yield None
            return
        text = opened.get_textpage()
        try:
            yield text.raw
        finally:
            text.close()
            opened.close()


def _index_at(text: object, glyph: Glyph) -> int:
    """The index of PDFium's character at the glyph's origin; -1 for none."""
    import pypdfium2.raw as pdfium

    reach = 0.3 * glyph.size
    centre = (glyph.x0 + glyph.x1) / 2
    x, y = ctypes.c_double(), ctypes.c_double()
    for high, near in ((0.25, reach), (0.05, 0.1)):  # the second for what lies low beside something tall
        index = pdfium.FPDFText_GetCharIndexAtPos(text, centre, glyph.y + high * glyph.size, near, near)
        if index >= 0:
            pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            if abs(x.value - glyph.x0) <= _NEAR and abs(y.value - glyph.y) <= _NEAR:
                return int(index)
    return -1


def _character_at(text: object, glyph: Glyph) -> str:
    """The character that PDFium has at the glyph's origin; empty for none, or one of private use."""
    import pypdfium2.raw as pdfium

    index = _index_at(text, glyph)
    if index < 0:
        return ""
    code = pdfium.FPDFText_GetUnicode(text, index)
    return chr(code) if any(low <= code <= high for low, high in _CREDIBLE) else ""
