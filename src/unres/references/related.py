"""What a resolution cites, by name and place, and what belongs to it: meeting record, drafts, reports, earlier ones."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from unres.models.action import Action
from unres.models.derived import Related
from unres.references import find_references
from unres.un.symbols import address, meeting_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Reference, Resolution
    from unres.models.derived import RelatedKind

_LETTERS = string.ascii_uppercase
_DRAFT = re.compile(r"/L\.\d")
_RECALLING = frozenset({Action.RECALL, Action.REAFFIRM, Action.REITERATE})


def related(resolution: Resolution) -> list[Related]:
    """What belongs to a resolution, each document once, the nearest first.

    Meetings in symbols count by the organ's own numbering: a resolution that does not say its organ, or its session or
    year where the organ numbers by them, has no record here.
    """
    found: dict[str, Related] = {}
    for kind, symbol, because in _found(resolution):
        if symbol != resolution.symbol and symbol not in found:
            found[symbol] = Related(kind, symbol, address(symbol, resolution.language), because)
    return list(found.values())


def _found(resolution: Resolution) -> Iterator[tuple[RelatedKind, str, str]]:
    if (record := _record(resolution)) is not None:
        yield "meeting_record", record, f"adopted at meeting {resolution.meeting_number}"
    yield from _parts_before(resolution)
    draft: RelatedKind = "amended" if resolution.kind == "amendment" else "draft"
    for symbol in resolution.basis.symbols if resolution.basis else ():
        yield (draft if _DRAFT.search(symbol) else "report"), symbol, "named in the masthead"
    for clause in resolution.preamble:
        if clause.verbs and clause.verbs[0].action in _RECALLING:
            for reference in (each for block in clause.walk() for each in block.references):
                if reference.kind == "resolution" and reference.organ == resolution.organ and reference.symbol:
                    yield "earlier", reference.symbol, f"recalled in {clause.id}"
    for place, annex in enumerate(resolution.annexes, 1):
        for reference in find_references(annex.title or "", resolution.language):
            if reference.kind in {"resolution", "document"} and reference.symbol:
                yield "annexed", reference.symbol, f"named in the title of annex {place}"


def _parts_before(resolution: Resolution) -> Iterator[tuple[RelatedKind, str, str]]:
    """Parts A and B of a part C: where a letter belongs to a symbol, part A stands under the symbol without one."""
    part = resolution.number.part if resolution.number else None
    if part and len(part) == 1 and resolution.symbol and resolution.symbol.endswith(part):
        whole = resolution.symbol.removesuffix(part)
        for letter in _LETTERS[: _LETTERS.index(part)]:
            symbol = whole.rstrip() if letter == "A" else f"{whole}{letter}"
            yield "part", symbol, f"the resolution is part {part} of the same"


def _record(resolution: Resolution) -> str | None:
    """Of a draft no meeting is known; the session of a resolution is not always that of the number it bears."""
    if resolution.organ is None or resolution.meeting_number is None or resolution.status == "draft":
        return None
    number, day = resolution.number, resolution.adopted_on
    return meeting_record(
        resolution.organ,
        resolution.meeting_number,
        session=resolution.session,
        session_kind=number.session_kind if number else "regular",
        year=day.year if day else resolution.year,
    )


def placed(resolution: Resolution) -> Iterator[tuple[str, Reference]]:
    """Every reference in reading order, footnotes last, with the id of its block, or ``fn:`` and its note's label."""
    for block in resolution.walk():
        for reference in block.references:
            yield block.id, reference
    for note in resolution.footnotes:
        for reference in note.references:
            yield f"fn:{note.label}", reference


_CITED = frozenset({"resolution", "document", "treaty", "official_record", "publication"})


def cited_by(reference: Reference) -> Reference:
    """What a reference cites; "Ibid." cites what it repeats, where that is known."""
    return (reference.repeats or reference) if reference.kind == "ibid" else reference


def name_of(reference: Reference) -> str | None:
    """What a reference leads to, as the key of a node; None for places of the document itself and of the Charter."""
    cited = cited_by(reference)
    if cited.kind not in _CITED:
        return None
    # the printed supplement and the report are one document
    return cited.symbol.removesuffix("(SUPP)") if cited.symbol else name_without_symbol(cited)


def name_without_symbol(reference: Reference) -> str | None:
    """What is cited, in words: "UNTS vol. 2225, No. 39574"; None for a place of the document itself or the Charter."""
    if reference.kind == "treaty":
        number = f", No. {reference.number}" if reference.number else ""
        return f"{reference.series} vol. {', '.join(reference.volumes)}{number}"
    if reference.kind == "publication":
        return f"Sales No. {reference.sales_number}"
    if reference.kind == "resolution" and reference.number:
        first = reference.year if reference.session is None else reference.session
        return f"{reference.organ.value if reference.organ else 'unknown organ'} {first}/{reference.number}"
    return None


def describe_pinpoint(reference: Reference) -> str:
    """A pinpoint in a few words: "annex II, para. 7"; "" for the whole of what is cited."""
    place = reference.pinpoint
    if place is None:
        return ""
    words = [
        f"chap. {place.chapter}" if place.chapter else "",
        f"sect. {place.section}" if place.section else "",
        ("annex" if place.annex == "annex" else f"annex {place.annex}") if place.annex else "",
        f"art. {', '.join(place.article)}" if place.article else "",
        f"para. {', '.join(place.paragraphs)}" if place.paragraphs else "",
    ]
    return ", ".join(word for word in words if word)
