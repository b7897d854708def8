"""Small PDFs written by hand, glyph by glyph, for the tests of the reader."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from bidi.algorithm import get_display
from pdf_files import assemble, glyphs_of, stream, width


@dataclass
class Page:
    """One page: text is placed glyph by glyph, as producers do."""

    owner: Pdf
    content: list[str] = field(default_factory=list)
    rotate: int = 0
    """Degrees by which a program that shows the page turns it clockwise."""

    def left(self, x: float, y: float, text: str, size: float = 12, rise: float = 0) -> float:
        """Text from left to right, in the order of its glyphs on the page; where it ends."""
        codes = "".join(f"{self.owner.code(glyph):04x}" for glyph in glyphs_of(text))
        self.content.append(f"BT /F1 {size} Tf {rise} Ts 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj ET")
        return x + size * sum(width(glyph) for glyph in glyphs_of(text)) / 1000

    def bold(self, x: float, y: float, text: str, size: float = 12) -> float:
        """The same in bold type."""
        end = self.left(x, y, text, size)
        self.content[-1] = self.content[-1].replace("/F1 ", "/F2 ")
        return end

    def right(self, x: float, y: float, text: str, size: float = 12, rise: float = 0) -> float:
        """Text that is read from the right and begins at x; where it ends, on the left."""
        shown = get_display(text, base_dir="R")
        start = x - size * sum(width(glyph) for glyph in glyphs_of(shown)) / 1000
        self.left(start, y, shown, size, rise)
        return start

    def drawn_turned(self, quarters: int) -> None:
        """Has what follows drawn turned to the left by so many quarters; an odd page is 842 wide and 595 high."""
        turns = {1: "0 1 -1 0 595 0", 2: "-1 0 0 -1 595 842", 3: "0 -1 1 0 0 842"}
        if quarters:
            self.content.append(f"{turns[quarters]} cm")

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A thin line."""
        self.content.append(f"{x0} {y} m {x1} {y} l S")


@dataclass
class Pdf:
    """A PDF with one font, plain and bold, whose codes get their text by a map."""

    mapped: bool = True
    actual: dict[str, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    unmapped: set[str] = field(default_factory=set)
    codes: dict[str, int] = field(default_factory=dict)

    def page(self) -> Page:
        """Adds an empty page."""
        self.pages.append(Page(self))
        return self.pages[-1]

    def code(self, glyph: str) -> int:
        """The code of a glyph in the font."""
        return self.codes.setdefault(glyph, len(self.codes) + 1)

    def bytes(self) -> bytes:
        """The file."""
        kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(self.pages)))
        widths = " ".join(f"{code} [{width(glyph)}]" for glyph, code in self.codes.items())
        last = 6 + 2 * len(self.pages)
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode(),
            self._font("Test", 4),
            self._descendant("Test", widths),
            stream(self._map().encode()),
        ]
        for number, page in enumerate(self.pages):
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
                + f" /Resources << /Font << /F1 3 0 R /F2 {last} 0 R >> >>".encode()
                + f" /Rotate {page.rotate} /Contents {7 + 2 * number} 0 R >>".encode()
            )
            objects.append(stream("\n".join(page.content).encode()))
        objects += [self._font("Test-Bold", last + 1), self._descendant("Test-Bold", widths)]
        return assemble(objects)

    def _font(self, name: str, descendant: int) -> bytes:
        unicode = " /ToUnicode 5 0 R" if self.mapped else ""
        return (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant} 0 R]{unicode} >>"
        ).encode()

    def _descendant(self, name: str, widths: str) -> bytes:
        return (
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name}"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4 >> /W [{widths}] >>"
        ).encode()

    def _map(self) -> str:
        lines = [
            f"<{code:04x}> <{glyph.encode('utf-16-be').hex()}>"
            for glyph, code in self.codes.items()
            if glyph not in self.unmapped
        ]
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar endcmap end end"
        )


@pytest.fixture
def pdf() -> Pdf:
    return Pdf()


@pytest.fixture
def make_pdf():
    """For tests that need a PDF of another kind."""
    return Pdf


@pytest.fixture
def objects_to_pdf():
    return assemble
