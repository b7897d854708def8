"""The closed vocabularies: organs and the kinds of document, of block and of diagnostic."""

from __future__ import annotations

from typing import Final, Literal

from unres.un.organs import Organ

__all__ = [
    "ARABIC",
    "ENGLISH",
    "BlockKind",
    "Language",
    "LanguageCode",
    "Organ",
    "ResolutionKind",
    "Severity",
    "Status",
    "Zone",
]

LanguageCode = str
"""The code of a language: "ar", "en", or that of a language that is registered."""
Language = LanguageCode
ARABIC: Final = "ar"
ENGLISH: Final = "en"
ResolutionKind = Literal["resolution", "decision", "presidential_statement", "amendment", "other"]
Status = Literal["adopted", "draft"]
Zone = Literal["preamble", "operative", "annex"]
BlockKind = Literal["clause", "paragraph", "subparagraph", "heading", "table_row"]
Severity = Literal["info", "warning", "error"]
