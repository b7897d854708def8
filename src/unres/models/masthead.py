"""What the head of a resolution says: number, agenda, basis of adoption, vote, and the lines it was read from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from unres.models.base import Model, Span
from unres.un.organs import SessionKind

BasisKind = Literal["committee_report", "without_committee", "plenary_proposal", "recommendation", "other"]


class ResolutionNumber(Model):
    """The number of a resolution, taken apart. Exactly one of ``session`` and ``year`` is set for most organs."""

    number: int
    """The running number: 190 of 67/190, 1325 of 1325 (2000)."""
    session: int | None = None
    """The session for organs that number by session: 67 of 67/190, 25 of 2625 (XXV)."""
    session_kind: SessionKind = "regular"
    """Regular, special (S-8/1) or emergency special (ES-10/21)."""
    year: int | None = None
    """The year for organs that number by year: 2000 of 1325 (2000), 2008 of 2008/33."""
    part: str | None = None
    """The part that a letter names: "A" of 217 A (III), in Latin letters whatever the language."""
    as_written: str
    """The number as the document writes it, in its own order; digits of other scripts are made Western."""

    @property
    def in_order(self) -> str:
        """The number in the order of the symbol, "67/190", whatever the order in which it is written."""
        first = self.session if self.year is None else self.year
        plain = "/" in self.as_written and self.session_kind == "regular" and self.part is None
        return f"{first}/{self.number}" if plain and first is not None else self.as_written


class AgendaItem(Model):
    """One item of the agenda under which the resolution was adopted."""

    number: str
    """As written, in Western digits: "103", "29 (a)"."""
    title: str | None = None
    """The item's title, where the masthead gives it."""


class Basis(Model):
    """On what the organ acted: "[on the report of the Third Committee (A/67/458)]"."""

    kind: BasisKind
    """Committee report, without reference to a Main Committee, proposal in plenary, recommendation, or other."""
    committee: str | None = None
    """The committee or body named, as written."""
    symbols: list[str] = Field(default_factory=list)
    """The document symbols given, in the order of the text."""
    text: str
    """The whole remark as written, without its square brackets."""


class Vote(Model):
    """A recorded vote, where the document carries one."""

    in_favour: int | None = None
    """Votes in favour."""
    against: int | None = None
    """Votes against."""
    abstaining: int | None = None
    """Abstentions."""
    states_in_favour: list[str] = Field(default_factory=list)
    """The States that voted in favour, as written."""
    states_against: list[str] = Field(default_factory=list)
    """The States that voted against, as written."""
    states_abstaining: list[str] = Field(default_factory=list)
    """The States that abstained, as written."""


class MastheadLine(Model):
    """One line of the masthead or the closing, and the fields that were read from it."""

    fields: list[str]
    """Names of the fields of :class:`Resolution` read from this line; ``"organ_name"`` and the like for fixed text."""
    text: str
    """The line, white space made one."""
    spans: list[Span]
    """Where it stands in the source."""


class Furniture(Model):
    """Matter of the page and not of the resolution: set aside, not lost."""

    kind: Literal[
        "running_head", "page_number", "recycling_notice", "job_number", "bar_code", "reissue_notice", "rule", "other"
    ]
    """What it is."""
    text: str
    """As written."""
    spans: list[Span]
    """Where it stands in the source."""
