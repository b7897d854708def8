"""HTML pages: block elements as lines, tables as rows, notes bound to their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.html.lines import write_lines
from unres.readers.html.page import Page
from unres.readers.html.tokens import decode_html
from unres.readers.limits import too_large

if TYPE_CHECKING:
    from unres.readers.limits import Limits
    from unres.readers.source import Source


def read_html(data: bytes, name: str, limits: Limits) -> Source:
    """A page of HTML or XHTML, however broken its markup is; the time it takes grows with its length alone.

    Raises:
        UnreadableError: code ``"too_large"``.
    """
    text = decode_html(data)
    if len(text) > limits.max_bytes:
        too_large(name, "the length of the page", "max_bytes", limits.max_bytes)
    return write_lines(Page(text).paragraphs(), name, limits)
