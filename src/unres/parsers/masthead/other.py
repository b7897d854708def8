"""Documents that are no resolutions: reports, records of meetings, letters, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from unres.languages import Language
    from unres.layout.lines import Paragraph

_MOST_LINES = 40
_LONGEST_LINE = 220
_RECORD = re.compile(r"/(?:PV|SR)\.\d")
_OF_DRAFTS = re.compile(r"/L\.\d|RES|DEC|PRST")
_OF_A_RESOLUTION = ("adopted", "status", "council_number", "number_as_written", "adopted_on")
"""Fields of the head that only what is adopted, or to be adopted, has."""


def recognize_other(
    paragraphs: Sequence[Paragraph], fields: Mapping[str, Any], language: Language, *, formula: bool
) -> tuple[str, Paragraph | None] | None:
    """What a document looks like that is no resolution ("a report"), and the line that says so; None for all others.

    Args:
        paragraphs: the text from its beginning.
        fields: what its head says.
        language: its language.
        formula: whether an enacting formula stands in it. A report quotes resolutions, so that is no proof; but it has
            a symbol of its own.
    """
    symbol = fields.get("symbol", "")
    if _RECORD.search(symbol):
        return language.drafts.other_documents[0][1], None
    if (
        (formula and not symbol)
        or fields.get("kind", "resolution") != "resolution"
        or any(name in fields for name in _OF_A_RESOLUTION)
    ):
        return None
    for paragraph in paragraphs[:_MOST_LINES]:
        if len(paragraph.folded) <= _LONGEST_LINE:
            for pattern, name in language.drafts.other_documents:
                if pattern.match(paragraph.folded):
                    return name, paragraph
    return None if formula or not symbol or _OF_DRAFTS.search(symbol) else ("a document of another kind", None)
