"""Reads PDF: glyphs to lines, visual to logical order, footnotes, furniture and paragraphs."""

from __future__ import annotations

from unres.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
