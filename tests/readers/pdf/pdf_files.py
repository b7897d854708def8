"""The objects of a PDF put together, for tests that make their own files."""

from __future__ import annotations

import re
import zlib

from unres.languages import page_words
from unres.readers import pdf
from unres.readers.limits import Limits


def stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return f"<< /Length {len(packed)} /Filter /FlateDecode >> stream\n".encode() + packed + b"\nendstream"


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """The objects with header, table and trailer."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R ".encode() + trailer
    return bytes(out + b" >>\nstartxref\n" + str(start).encode() + b"\n%%EOF\n")


def glyphs_of(text: str) -> list[str]:
    """One glyph a character; what stands between ⟦ and ⟧ is one glyph together, as a ligature is."""
    return [ligature or glyph for ligature, glyph in re.findall("⟦(.*?)⟧|(.)", text)]


def width(glyph: str) -> int:
    """In thousandths of the size; vowel marks have none."""
    if "\u064b" <= glyph <= "\u0652":
        return 0
    return 250 if glyph == " " else 500


def read_pdf(data: bytes, name: str, limits, recognizer=None):
    """As `unres.read` reads it: with the words of all languages."""
    return pdf.read_pdf(data, name, limits, page_words(), recognizer)


def lines_of(pdf) -> list[tuple[str | None, str]]:
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return [(line.role, source.text[line.start : line.end]) for line in source.lines]


def of_role(pdf, role: str) -> list[str]:
    return [text for found, text in lines_of(pdf) if found == role]


BODY = [
    "Recalling the report on the lamps of all the harbours, which",
    "the keepers wrote in the winter and which was read aloud in",
    "the hall of the pilots,",
]
BODY_AR = [
    "وإذ تشير إلى تقرير حراس المنارات عن مصابيح المرافئ، الذي",
    "كتبوه في الشتاء وتلي على الربابنة في القاعة الكبرى،",
]


def set_left(page, top: float, rows=BODY, size: float = 12) -> None:
    for number, row in enumerate(rows):
        page.left(72, top - 15 * number, row, size)


def set_right(page, top: float, rows=BODY_AR, size: float = 12) -> None:
    for number, row in enumerate(rows):
        page.right(523, top - 15 * number, row, size)


def cut_rule(page, x0: float, x1: float, y: float, share: float) -> None:
    """A rule drawn in pieces, as borders of cells are."""
    piece = (x1 - x0) * share
    start = x0
    while start < x1 - 1:
        page.rule(start, min(start + piece - 0.5, x1), y)
        start += piece
