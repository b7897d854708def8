"""PDFs with an embedded font that is built for the test: its glyphs, its tables, and the map that the PDF gives it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pdf_files import assemble, stream

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإؤئء"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
SIGNS = " ()/,.-"
ALL = SIGNS + DIGITS + LATIN + ARABIC


def outline(shape: str, scale: int = 1):
    """A polygon that is the shape's own, the same each time."""
    points = random.Random(shape)  # noqa: S311  # to draw with
    pen = TTGlyphPen(None)
    corners = [(scale * points.randint(20, 480), scale * points.randint(0, 700)) for _ in range(12)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def font_file(  # noqa: PLR0913
    glyphs: Sequence[str],
    *,
    drawn: Mapping[int, str] | None = None,
    cmap: Mapping[str, int] | None = None,
    features: str = "",
    drop: Sequence[str] = (),
    units: int = 1000,
) -> bytes:
    """A TrueType font.

    Args:
        glyphs: a character for each glyph id from 1 on; what it is drawn as, too.
        drawn: another drawing for some glyph ids.
        cmap: characters to glyph ids; None for those of ``glyphs`` that are one character long.
        features: substitutions, in the language of feature files; glyphs are called g1, g2 …
        drop: tables to leave out.
        units: of the em.
    """
    names = [".notdef", *(f"g{index}" for index in range(1, len(glyphs) + 1))]
    builder = FontBuilder(units, isTTF=True)
    builder.setupGlyphOrder(names)
    by_character = cmap if cmap is not None else {c: i for i, c in enumerate(glyphs, 1) if len(c) == 1}
    builder.setupCharacterMap({ord(character): names[index] for character, index in by_character.items()})
    shapes = {index: (drawn or {}).get(index, character) for index, character in enumerate(glyphs, 1)}
    empty = TTGlyphPen(None).glyph()
    drawings = {names[i]: outline(c, units // 1000) if c.strip() else empty for i, c in shapes.items()}
    builder.setupGlyf({".notdef": empty, **drawings})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500 * units // 1000, 0)))
    builder.setupHorizontalHeader(ascent=800 * units // 1000, descent=-200 * units // 1000)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    for tag in drop:
        del builder.font[tag]
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


@dataclass
class Font:
    """A font of the PDF: its program, and the texts by code that its map says."""

    program: bytes
    says: Mapping[int, str]
    cid_to_gid: bytes | None = None
    one_byte: bool = False
    flags: int = 4
    name: str = "ABCDEF+Lamp"


@dataclass
class FontPdf:
    """One page, with lines of codes, each in one of the fonts."""

    fonts: list[Font]
    lines: list[list[tuple[int, list[int]]]] = field(default_factory=list)
    """Each a list of a font's index and codes, from left to right."""

    def bytes(self) -> bytes:
        """The file."""
        content = []
        for number, line in enumerate(self.lines):
            x = 60.0
            for font, codes in line:
                width = 2 if self.fonts[font].one_byte else 4
                shown = "".join(f"{code:0{width}x}" for code in codes)
                content.append(f"BT /F{font} 12 Tf 1 0 0 1 {x} {750 - 20 * number} Tm <{shown}> Tj ET")
                x += 6 * len(codes)
        names = " ".join(f"/F{index} {5 + 6 * index} 0 R" for index in range(len(self.fonts)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + f" /Resources << /Font << {names} >> >> >>".encode(),
            stream("\n".join(content).encode()),
        ]
        for index, font in enumerate(self.fonts):
            objects += _objects(font, 5 + 6 * index)
        return assemble(objects)


def _objects(font: Font, first: int) -> list[bytes]:
    """The six objects of a font: itself, its descendant, descriptor, program, map, and way from cids to glyphs."""
    name = f"/BaseFont /{font.name}"
    to_gid = "/Identity" if font.cid_to_gid is None else f"{first + 5} 0 R"
    to_unicode = f"/ToUnicode {first + 4} 0 R" if font.says else ""
    if font.one_byte:
        widths = " ".join(["500"] * 256)
        itself = (
            f"<< /Type /Font /Subtype /TrueType {name} /FirstChar 0 /LastChar 255 /Widths [{widths}] {to_unicode}"
            f"{' /Encoding /WinAnsiEncoding' if font.flags == 32 else ''} /FontDescriptor {first + 2} 0 R >>"
        )
    else:
        itself = (
            f"<< /Type /Font /Subtype /Type0 {name} /Encoding /Identity-H /DescendantFonts [{first + 1} 0 R]"
            f" {to_unicode} >>"
        )
    descendant = (
        f"<< /Type /Font /Subtype /CIDFontType2 {name} /DW 500 /CIDToGIDMap {to_gid}"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {first + 2} 0 R >>"
    )
    descriptor = (
        f"<< /Type /FontDescriptor /FontName /{font.name} /Flags {font.flags} /FontFile2 {first + 3} 0 R"
        " /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    width = 2 if font.one_byte else 4
    lines = [f"<{code:0{width}x}> <{text.encode('utf-16-be').hex()}>" for code, text in font.says.items()]
    to_unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange"
        f" <{'0' * width}> <{'f' * width}> endcodespacerange\n{len(lines)} beginbfchar\n"
        + "\n".join(lines)
        + "\nendbfchar endcmap end end"
    )
    return [
        itself.encode(),
        descendant.encode(),
        descriptor.encode(),
        stream(font.program),
        stream(to_unicode_map.encode()),
        stream(font.cid_to_gid or b"\0\0"),
    ]
