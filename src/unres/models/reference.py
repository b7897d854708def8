"""Cross-references: what a text cites, in which form, and how sure the reading is."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal, SupportsIndex, overload

from pydantic import AfterValidator, Field

from unres.models.base import Model, Shown
from unres.models.vocabulary import Organ
from unres.un.organs import SessionKind


class Pinpoint(Model):
    """The place inside what is cited. Values are as written, in Western digits; letters of Arabic are kept."""

    paragraphs: list[str] = Field(default_factory=list)
    """Paragraph numbers: ["5", "27", "28"], ["4 (a)"]."""
    annex: str | None = None
    """"annex" when the annex has no number of its own, otherwise its number: "II"."""
    section: str | None = None
    """"VI", "A"."""
    article: list[str] = Field(default_factory=list)
    """Article numbers."""
    chapter: str | None = None
    """"IV", "VII"."""


def _web_address(url: str | None) -> str | None:
    """The address where it is one of the web; exports make links of it, and ``javascript:`` must not become one."""
    return url if url is not None and _HTTPS.fullmatch(url) else None


_HTTPS = re.compile(r"https://[^\s<>\"\x00-\x1f\x7f]+", re.IGNORECASE)


class Alternative(Model):
    """Another reading that the evidence did not rule out."""

    symbol: str
    """The canonical symbol of that reading."""
    because: str
    """What speaks for it, or against it, in a few words."""


class ReferenceBase(Model):
    """What all references share."""

    text: str
    """As written: ``passage[offset:offset + len(text)] == text``."""
    offset: int = Field(ge=0)
    """First character in the text of the block or footnote (or in the text given to ``find_references``)."""
    symbol: str | None = None
    """The canonical symbol: "A/RES/67/190", "S/RES/1325 (2000)"; None where there is none."""
    url: Annotated[str | None, AfterValidator(_web_address)] = None
    """The address of the document at docs.un.org, built from the symbol and never fetched; always ``https``: any
    other address, as a file of JSON may hold it, is read as None."""
    pinpoint: Pinpoint | None = None
    """The place inside what is cited."""
    date: datetime.date | None = None
    """The date that the text gives with it."""
    title: str | None = None
    """The title that the text gives with it."""
    confidence: float = Field(default=1.0, ge=0, le=1)
    """How sure the reading is, 0 to 1."""
    alternatives: list[Alternative] = Field(default_factory=list)
    """Readings that were not chosen but remain possible."""
    because: str = ""
    """The evidence that decided, in a few words."""


class ResolutionReference(ReferenceBase):
    """A resolution, a decision or a presidential statement."""

    kind: Literal["resolution"] = "resolution"
    instrument: Literal["resolution", "decision", "presidential_statement"] = "resolution"
    """Which of the three."""
    organ: Organ | None = None
    """The organ that adopted it; None where nothing says."""
    session: int | None = None
    """The session, for organs that number by session."""
    session_kind: SessionKind = "regular"
    """Regular, special or emergency special."""
    year: int | None = None
    """The year, for organs that number by year."""
    number: int | None = None
    """The running number."""
    part: str | None = None
    """The part, in Latin letters."""


class DocumentReference(ReferenceBase):
    """A document cited by its symbol: "A/67/458", "E/CN.4/Sub.2/1982/2/Add.1"."""

    kind: Literal["document"] = "document"


class TreatyReference(ReferenceBase):
    """An entry of the United Nations *Treaty Series*."""

    kind: Literal["treaty"] = "treaty"
    series: str = "UNTS"
    """"UNTS" for the United Nations Treaty Series, "LNTS" for that of the League of Nations."""
    volumes: list[str] = Field(default_factory=list)
    """Volume numbers, as written, in Western digits."""
    number: str | None = None
    """The registration number."""


class OfficialRecordReference(ReferenceBase):
    """A volume of the Official Records of an organ."""

    kind: Literal["official_record"] = "official_record"
    organ: Organ | None = None
    """Whose records."""
    session: int | None = None
    """The session, where the records are numbered by session."""
    session_kind: SessionKind = "regular"
    """Regular, special or emergency special."""
    year: int | None = None
    """The year, where they are numbered by year."""
    supplement: str | None = None
    """The number of the supplement: "53", "10A"."""


class PublicationReference(ReferenceBase):
    """A publication for sale: "Sales No. E.96.IV.13"."""

    kind: Literal["publication"] = "publication"
    sales_number: str
    """As written, in Western digits; its first letter is the language of the edition."""


class InternalReference(ReferenceBase):
    """A place of the same document: "paragraph 3 above", "الفقرة 3 أعلاه", "the present resolution"."""

    kind: Literal["internal"] = "internal"
    block_ids: list[str] = Field(default_factory=list)
    """Ids of the blocks meant; empty when the whole document is meant, or when no block fits."""


class ArticleReference(ReferenceBase):
    """Articles of a convention or another instrument: "articles 24 and 25 of the Convention"."""

    kind: Literal["article"] = "article"
    articles: list[str] = Field(default_factory=list)
    """Article numbers as written, in Western digits."""
    instrument: str | None = None
    """The instrument named, as written."""


class CharterReference(ReferenceBase):
    """Articles or chapters of the Charter of the United Nations."""

    kind: Literal["charter"] = "charter"
    articles: list[str] = Field(default_factory=list)
    """Article numbers as written: "73 e", "2 (4)"."""
    chapters: list[str] = Field(default_factory=list)
    """Chapter numbers in Roman numerals: "VII"."""


Cited = Annotated[
    ResolutionReference
    | DocumentReference
    | TreatyReference
    | OfficialRecordReference
    | PublicationReference
    | ArticleReference
    | CharterReference,
    Field(discriminator="kind"),
]


class IbidReference(ReferenceBase):
    """“Ibid.”, “المرجع نفسه”: resolved to what it repeats."""

    kind: Literal["ibid"] = "ibid"
    repeats: Cited | None = None
    """What is meant, whole: parts that the text replaces are replaced, parts that it leaves out are taken over.
    None when there is nothing to repeat."""


Reference = Annotated[
    ResolutionReference
    | DocumentReference
    | TreatyReference
    | OfficialRecordReference
    | PublicationReference
    | InternalReference
    | IbidReference
    | ArticleReference
    | CharterReference,
    Field(discriminator="kind"),
]
"""Any reference; ``kind`` tells which."""


class References(list[Reference], Shown):
    """A list of references, equal to a plain one, that notebooks show as a table; so do its slices."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: SupportsIndex) -> Reference: ...
    @overload
    def __getitem__(self, index: slice) -> References: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Reference | References:
        """One reference, or a part of the list, which is shown as the whole is."""
        found = super().__getitem__(index)
        return References(found) if isinstance(index, slice) else found  # type: ignore[arg-type,return-value]
