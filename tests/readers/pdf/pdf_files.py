"""The objects of a PDF put together, for tests that make their own files."""

from __future__ import annotations

import re
import zlib

from unres.languages import page_words
from unres.readers import pdf


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
