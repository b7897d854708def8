"""What stands around the body: metadata, cover, title and closing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.exports.akn.body import attribute, text
from unres.exports.interface import codes, word
from unres.exports.wording import printed_formula
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from unres.models import MastheadLine, Resolution

_NO_DATE = "0001-01-01"
"""What the UN's files have for a date that is not known."""
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9.()-]+")
_SOURCE = "#unres"
_ELEMENTS = {
    "symbol": ("docNumber", ' refersTo="#symbol"'),
    "united_nations": ("docAuthority", ' refersTo="#publisher"'),
    "organ": ("docAuthority", ' refersTo="#issuingBody"'),
    "distribution": ("docStatus", ' refersTo="#distribution"'),
    "sponsors": ("docProponent", ""),
    "agenda_items": ("inline", ' name="agenda item"'),
    "basis": ("docProponent", ' refersTo="#issuingBody"'),
    "adopted_on": ("docTitle", ""),
    "number": ("docTitle", ""),
    "meeting_number": ("docTitle", ""),
}
"""The element of a line of the cover, by the field of :class:`Resolution` that it gives."""


class Head:
    """The lines of the masthead, sorted by where they are printed."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self.cover: list[MastheadLine] = []
        self.preface: list[MastheadLine] = []
        self.closing: list[MastheadLine] = []
        self.formula: str | None = None
        begins = _begin_of_body(resolution)
        for line in resolution.masthead:
            if "enacting_formula" in line.fields:
                self.formula = self.formula or line.text
            elif _is_closing(line, begins):
                self.closing.append(line)
            elif "title" in line.fields:
                self.preface.append(line)
            else:
                (self.preface or self.cover).append(line)
        if self.formula is None and resolution.enacting_formula:
            self.formula = printed_formula(resolution)

    def cover_page(self) -> Iterator[str]:
        """The cover: the lines of the masthead, or what is known of it where there are none."""
        if not self.cover and self._resolution.symbol:
            yield f'<p><docNumber refersTo="#symbol">{text(self._resolution.symbol)}</docNumber></p>'
        for line in self.cover:
            yield f"<p>{self._marked_up(line)}</p>"

    def title(self) -> Iterator[str]:
        """Number and title."""
        resolution = self._resolution
        if not self.preface and resolution.title:
            number = resolution.number.as_written if resolution.number else ""
            yield _number_and_title(number, resolution.title)
        for line in self.preface:
            number = resolution.number.as_written if resolution.number else ""
            if "title" in line.fields and number and line.text.startswith(number):
                yield _number_and_title(number, line.text[len(number) :].lstrip(" .-–—"))
            else:
                yield f"<p>{text(line.text)}</p>"

    def _marked_up(self, line: MastheadLine) -> str:
        """A line in the element that the UN's files give it, by the first field that was read from it."""
        resolution = self._resolution
        field = line.fields[0] if line.fields else ""
        tag, attributes = _ELEMENTS.get(field, ("", ""))
        if field == "issued_on" and resolution.issued_on:
            tag, attributes = "docDate", f' date="{resolution.issued_on.isoformat()}" refersTo="#dateOfIssuance"'
        elif field == "session" and resolution.session:
            tag, attributes = "session", f' value="{resolution.session}" refersTo="#issuingBody"'
        return f"<{tag}{attributes}>{text(line.text)}</{tag}>" if tag else text(line.text)

    def conclusions(self) -> Iterator[str]:
        """The closing lines."""
        for line in self.closing:
            yield f"<p>{text(line.text)}</p>"


def _number_and_title(number: str, title: str) -> str:
    first = f"<docNumber>{text(number)}</docNumber> " if number else ""
    return f'<p>{first}<docTitle refersTo="#resolutionTitle">{text(title)}</docTitle></p>'


def _begin_of_body(resolution: Resolution) -> int | None:
    starts = [span.start for block in resolution.walk() for span in block.spans]
    return min(starts, default=None)


def _is_closing(line: MastheadLine, begins: int | None) -> bool:
    """Whether a line stands behind the body; without places, meeting and vote are taken to do so."""
    if begins is not None and line.spans:
        return line.spans[0].start > begins
    return bool(line.fields) and line.fields[0] in {"meeting_number", "vote"}


def meta(resolution: Resolution, part: str = "") -> Iterator[str]:
    """The identification of the document, or of an annex to it, in FRBR's terms."""
    adopted, issued = _date(resolution.adopted_on), _date(resolution.issued_on or resolution.adopted_on)
    work = f"/akn/un/statement/deliberation/{_organ(resolution)}/{adopted}/{_number(resolution)}"
    language = resolution.language
    code = word("iso_639_2", language) if language in codes() else language
    suffix = f"/{part}" if part else ""
    yield f'<meta><identification source="{_SOURCE}">'
    yield "<FRBRWork>" + _frbr(f"{work}/!main{suffix}", f"{work}/", adopted, "adoption", "author")
    subtype = '<FRBRsubtype value="draft"/>' if resolution.status == "draft" else ""
    yield f'<FRBRcountry value="un"/>{subtype}</FRBRWork>'
    expression = f"{work}/{code}@"
    yield "<FRBRExpression>" + _frbr(f"{expression}!main{suffix}", f"{expression}/", issued, "publication", "issuer")
    yield f'<FRBRlanguage language="{code}"/></FRBRExpression>'
    written = _frbr(f"{expression}/!main{suffix}.xml", f"{expression}.xml", issued, "markup", "editor")
    yield f"<FRBRManifestation>{written}</FRBRManifestation></identification>"
    if not part:
        yield f'<references source="{_SOURCE}">'
        yield '<TLCOrganization eId="issuingBody" href="/akn/ontology/organization/un" showAs="United Nations"/>'
        yield '<TLCOrganization eId="unres" href="/akn/ontology/software/unres" showAs="unres"/></references>'
        if resolution.job_number:
            job = f'<docketNumber refersTo="#publicationJobNumber">{text(resolution.job_number)}</docketNumber>'
            code = f'<akn4un:internalCode xmlns:akn4un="http://un.org/akn4un">{job}</akn4un:internalCode>'
            yield f'<presentation source="{_SOURCE}">{code}</presentation>'
    yield "</meta>"


def _frbr(this: str, uri: str, date: str, name: str, role: str) -> str:
    return (
        f"<FRBRthis value={attribute(this)}/><FRBRuri value={attribute(uri)}/>"
        f'<FRBRdate date="{date}" name="{name}"/><FRBRauthor href="#issuingBody" as="#{role}"/>'
    )


def _date(value: date | None) -> str:
    return value.isoformat() if value else _NO_DATE


def _organ(resolution: Resolution) -> str:
    """The organ as the UN's own files have it in their addresses; any other by its name."""
    if resolution.organ is None:
        return "un"
    known = ORGANS.get(resolution.organ.value)
    return known.code if known and known.code else resolution.organ.value.replace("_", "-")


def _number(resolution: Resolution) -> str:
    """The part of an address: "67-190" of A/RES/67/190."""
    symbol = resolution.symbol or "unnumbered"
    written = symbol.rpartition("RES/")[2]
    return _NOT_IN_ADDRESS.sub("-", written).strip("-") or "unnumbered"
