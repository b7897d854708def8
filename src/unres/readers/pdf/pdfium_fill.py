"""A second opinion, by way of PDFium, on glyphs for which the fonts give no Unicode."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from unres.readers.pdf.letters import letter_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import Glyph, GlyphPage
    from unres.readers.pdf.letters import Letter

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
        missing = [glyph for glyph in page.glyphs if glyph.letter.kind == "?" and glyph.letter not in kashidas]
        if not missing or self._failed:
            return
        import pypdfium2  # type: ignore[import-untyped]  # only for the few documents that need it

        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(self._data)
            opened = self._document[page.number - 1]
        except (pypdfium2.PdfiumError, IndexError):
            self._failed = True  # PDFium does not read this file: the glyphs stay unknown
            return
        text = opened.get_textpage()
        for glyph in missing:
            found = _character_at(text.raw, glyph)
            if found and letter_of(found).kind != "M":
                glyph.letter = letter_of(found, bold=glyph.letter.bold)
        text.close()
        opened.close()


def _character_at(text: object, glyph: Glyph) -> str:
    """The character that PDFium has at the glyph's origin; empty for none, or one of private use."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    reach = 0.3 * glyph.size
    index = pdfium.FPDFText_GetCharIndexAtPos(
        text, (glyph.x0 + glyph.x1) / 2, glyph.y + 0.25 * glyph.size, reach, reach
    )
    if index < 0:
        return ""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    code = pdfium.FPDFText_GetUnicode(text, index)
    if abs(x.value - glyph.x0) > _NEAR or abs(y.value - glyph.y) > _NEAR:
        return ""
    return chr(code) if any(low <= code <= high for low, high in _CREDIBLE) else ""
