"""The border: what was found becomes the values of models, with its place in the passage that holds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from unres.models.reference import Reference
from unres.references import drafts
from unres.references.find import Finder
from unres.references.passages import Context, Joined, Passage, Remark
from unres.un.symbols import SERIES, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Values = dict[str, object]
"""What a model is made of, by the names of its fields; those that are not known are left out."""

_MANY: TypeAdapter[list[Reference]] = TypeAdapter(list[Reference])
_NUMBERED = ("organ", "session", "session_kind", "year")
_FIELDS: dict[type[drafts.Citation], tuple[str, ...]] = {
    drafts.Resolution: ("instrument", *_NUMBERED, "number", "part", "date", "title"),
    drafts.Document: (),
    drafts.Treaty: ("series", "volumes", "number"),
    drafts.OfficialRecord: (*_NUMBERED, "supplement"),
    drafts.Publication: ("sales_number",),
    drafts.Internal: ("block_ids",),
    drafts.Article: ("articles", "instrument"),
    drafts.Charter: ("articles", "chapters"),
    drafts.Ibid: (),
}
"""The fields that a kind has beside those of all, by the names of the models."""


@dataclass(slots=True)
class Placed:
    """A citation with its place in the passage that holds it."""

    citation: drafts.Citation
    language: str
    """Of the document, for the address."""
    offset: int
    text: str

    def values(self) -> Values:
        """What the model is made of."""
        return _values(self.citation, self.language, self.offset, self.text)


@dataclass(slots=True)
class Findings:
    """The references of each passage, and what could not be settled."""

    references: list[list[Placed]]
    remarks: list[Remark] = field(default_factory=list)


def as_models(found: Iterable[Placed]) -> list[Reference]:
    """The models of what was found, made in one go."""
    return _MANY.validate_python([each.values() for each in found])


def find_in_document(passages: Sequence[Passage], context: Context) -> Findings:
    """Every reference of the passages of one document, in the order of each passage's text.

    The passages come in reading order, footnotes last in the order of their labels.
    """
    findings = Findings([[] for _ in passages])
    if not passages:
        return findings
    joined = Joined(list(passages))
    finder = Finder(joined, context)
    for citation in finder.find():
        index, start, end = joined.place(citation.start, citation.end)
        text = passages[index].text[start:end]
        findings.references[index].append(Placed(citation, context.language, start, text))
    findings.remarks = finder.remarks
    return findings


def _values(citation: drafts.Citation, language: str, offset: int, text: str) -> Values:
    values: Values = {
        "kind": citation.kind,
        "offset": offset,
        "text": text,
        "confidence": citation.confidence,
        "because": citation.because,
    }
    for name in _FIELDS[type(citation)]:
        value = getattr(citation, name)
        if value is not None:
            values[name] = value
    if citation.symbol:
        values["symbol"] = citation.symbol
        if _is_filed(citation):
            values["url"] = address(citation.symbol, language)
    if place := citation.pinpoint:
        values["pinpoint"] = {
            "paragraphs": place.paragraphs,
            "annex": place.annex,
            "section": place.section,
            "article": place.article,
            "chapter": place.chapter,
        }
    if isinstance(citation, drafts.Resolution) and citation.alternative:
        other = citation.alternative
        values["alternatives"] = [{"symbol": other.symbol, "because": other.because}]
    if isinstance(citation, drafts.Ibid) and citation.repeats:
        # what is meant is put together from several places: it stands where the "Ibid." stands
        values["repeats"] = _values(citation.repeats, language, offset, text)
    return values


def _is_filed(citation: drafts.Citation) -> bool:
    """Whether docs.un.org has it: the documents of other bodies have other addresses."""
    if isinstance(citation, drafts.Ibid) and citation.repeats:
        return _is_filed(citation.repeats)
    if not isinstance(citation, drafts.Document):
        return True
    return (citation.symbol or "").split("/", 1)[0].split("(", 1)[0].split(".", 1)[0] in SERIES
