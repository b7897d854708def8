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
"""What a document is. "amendment" changes a draft resolution; "other" is a report, a meeting record or a letter."""
Status = Literal["adopted", "draft"]
"""A draft has been submitted, and was not yet adopted when it was issued."""
Zone = Literal["preamble", "operative", "annex"]
"""The part of a document that a block stands in: before the operative part, in it, or in an annex."""
BlockKind = Literal["clause", "paragraph", "subparagraph", "heading", "table_row"]
"""A clause is preambular; a paragraph may have a label and subparagraphs, which may have their own."""
Severity = Literal["info", "warning", "error"]
"""Of a diagnostic: what was done ("info"), what is doubtful ("warning"), what is likely wrong or missing ("error")."""
