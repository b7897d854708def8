"""A second opinion, by way of PDFium, on glyphs for which the fonts give no Unicode."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from unres.readers.pdf.glyphs import letter_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from pypdfium2 import PdfBitmap

    from unres.readers.pdf.geometry import Box
    from unres.readers.pdf.glyphs import Glyph, GlyphPage, Letter

_CREDIBLE = ((0x20, 0x7E), (0xA0, 0xBF), (0x100, 0x24F), (0x600, 0x6FF), (0x2010, 0x22FF), (0xFB00, 0xFEFC))
"""Where PDFium has a bare code for want of better, it shows as Latin-1 letters, private use or Chinese."""
_MOST_IMAGES = 2_000  # of one page
_MOST_PIXELS = 10_000
_WITH_ALPHA = 4  # channels
_INK = 128  # of 255: darker is ink
_NEAR = 0.6  # points between the origins of what is the same glyph


Picture = list[list[bool]]
"""What an image shows, row by row from the top: whether there is ink."""


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
        import pypdfium2.raw as pdfium

        with self._text_of(page) as text:
            index = _index_at(text, glyph) if text is not None else -1
            if index < 0:
                return None
            left, right, bottom, top = (ctypes.c_double() for _ in range(4))
            pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, (left, right, bottom, top)))
            return top.value - glyph.y

    def pictures(self, page: int, boxes: Sequence[Box]) -> list[Picture | None]:
        """What the small images at those places of a page show; None for one that PDFium does not find or draw."""
        import pypdfium2
        import pypdfium2.raw as pdfium

        found: list[Picture | None] = [None] * len(boxes)
        with self._opened(page) as opened:
            images = opened.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=1) if opened is not None else ()
            for image in islice(images, _MOST_IMAGES):
                place = _place_of(image.raw)
                for index, box in enumerate(boxes):
                    if place and all(abs(one - other) < _NEAR for one, other in zip(place, box, strict=True)):
                        try:
                            found[index] = _inked(image.get_bitmap(render=True))
                        except pypdfium2.PdfiumError:
                            continue
        return found

    @contextmanager
    def _opened(self, page: int) -> Iterator[Any]:
        """A page as PDFium has it; None where it does not read the file."""
        import pypdfium2  # only for the few documents that need it

        try:
            if self._document is None and not self._failed:
                self._document = pypdfium2.PdfDocument(self._data)
            opened = self._document[page - 1] if not self._failed else None
        except (pypdfium2.PdfiumError, IndexError):
            self._failed, opened = True, None  # the glyphs stay what they are
        try:
            yield opened
        finally:
            if opened is not None:
                opened.close()

    @contextmanager
    def _text_of(self, page: int) -> Iterator[Any]:
        """PDFium's own text of a page; None where it does not read the file."""
        with self._opened(page) as opened:
            if opened is None:
                yield None
                return
            text = opened.get_textpage()
            try:
                yield text.raw
            finally:
                text.close()


def _place_of(image: object) -> Box | None:
    """The bounds of an image on its page; None for one that is not small."""
    import pypdfium2.raw as pdfium

    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(image, ctypes.byref(width), ctypes.byref(height))
    if width.value * height.value > _MOST_PIXELS:
        return None
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(image, *map(ctypes.byref, edges))
    return edges[0].value, edges[1].value, edges[2].value, edges[3].value


def _inked(bitmap: PdfBitmap) -> Picture:
    """Which pixels of a bitmap are dark and not transparent."""
    data, channels = bytes(bitmap.buffer), bitmap.n_channels
    lines = [data[y * bitmap.stride :][: channels * bitmap.width] for y in range(bitmap.height)]
    seen = [line[3::4] if channels == _WITH_ALPHA else b"" for line in lines]
    return [
        [value < _INK and (not alpha or alpha[x] >= _INK) for x, value in enumerate(line[::channels])]
        for line, alpha in zip(lines, seen, strict=True)
    ]


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
