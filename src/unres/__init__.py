"""Reads United Nations resolutions, in Arabic and English, into typed Python objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres._version import __version__
from unres.errors import UnreadableError

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import Language

__all__ = ["UnreadableError", "__version__", "parse"]


def parse(text: str, *, language: Language | None = None) -> Resolution:
    """Parses the text of a resolution.

    Args:
        text: the text in logical order, as people have it: copied from a page, wrapped, with footnotes in between.
        language: "ar" or "en"; None to detect it.

    Returns:
        The resolution. However broken the text, what could not be placed is in ``diagnostics``.

    Raises:
        UnreadableError: the text is empty.
    """
    from unres.pipeline import parse_source
    from unres.readers.source import Source

    if not text.strip():
        raise UnreadableError("there is no text", source="<text>", code="empty")
    return parse_source(Source(text, "<text>"), language)
