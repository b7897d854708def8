"""What belongs to a resolution: the record of its meeting, drafts, reports, and earlier ones of its series."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.models.action import Action
from unres.un.records import meeting_record
from unres.un.symbols import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Resolution

Kind = Literal["meeting_record", "draft", "report", "amended", "earlier"]
_DRAFT = re.compile(r"/L\.\d")
_RECALLING = frozenset({Action.RECALL, Action.REAFFIRM, Action.REITERATE})


@dataclass(frozen=True, slots=True)
class Related:
    """A document that belongs to a resolution."""

    kind: Kind
    """The record of the meeting that adopted it, its draft, the report it was adopted on, the draft that it amends, or
    an earlier resolution of the same organ that its preamble recalls."""
    symbol: str
    """The symbol."""
    url: str
    """Where docs.un.org keeps it, in the language of the resolution; built from the symbol, never fetched."""
    because: str
    """Where that is known from."""


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


def _found(resolution: Resolution) -> Iterator[tuple[Kind, str, str]]:
    if (record := _record(resolution)) is not None:
        yield "meeting_record", record, f"adopted at meeting {resolution.meeting_number}"
    draft: Kind = "amended" if resolution.kind == "amendment" else "draft"
    for symbol in resolution.basis.symbols if resolution.basis else ():
        yield (draft if _DRAFT.search(symbol) else "report"), symbol, "named in the masthead"
    for clause in resolution.preamble:
        if clause.verbs and clause.verbs[0].action in _RECALLING:
            for reference in (each for block in clause.walk() for each in block.references):
                if reference.kind == "resolution" and reference.organ == resolution.organ and reference.symbol:
                    yield "earlier", reference.symbol, f"recalled in {clause.id}"


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
