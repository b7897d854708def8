"""The document on its way through the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from unres.parsers.draft import Draft, Head, Remark

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout import Layout
    from unres.layout.lines import Paragraph, TextLine
    from unres.layout.repair import Repaired
    from unres.models.vocabulary import LanguageCode, Organ
    from unres.readers.source import Source


@dataclass(slots=True)
class Document:
    """What each stage adds to; the later fields are there when their stage has run."""

    source: Source
    asked: LanguageCode | None = None
    """The language that was asked for."""
    repaired: Repaired = field(init=False)
    folded: str = ""
    language: Language = field(init=False)
    lines: list[TextLine] = field(default_factory=list)
    layout: Layout = field(init=False)
    formula: Paragraph | None = None
    formula_organ: Organ | None = None
    body: list[Paragraph] = field(default_factory=list)
    reported: bool = False
    """Whether the text reports what an organ did, as decisions do: "…, the General Assembly decided …"."""
    draft: Draft = field(default_factory=lambda: Draft(Head()))
    remarks: list[Remark] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    """The fields of the finished resolution, as plain data."""

    def remark(self, code: str, message: str, start: int | None = None, end: int | None = None) -> None:
        """Notes a diagnostic; the place is in terms of the repaired text."""
        self.remarks.append(Remark(code, message, start, end))
