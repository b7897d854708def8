"""What was found of a resolution, as the fields of :class:`unres.models.ResolutionReference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.un.limits import BY_YEAR
from unres.un.symbols import Adopted, address

if TYPE_CHECKING:
    from unres.references.cited import Cited
    from unres.references.order import Reading
    from unres.un.organs import Instrument

SURE = 0.9999
"""From this confidence on the other order is no longer worth a mention."""


def resolution_dicts(item: Cited, language: str) -> list[dict[str, Any]]:
    """The references for one number: one for each part that it names."""
    number = item.number
    parts: list[tuple[str | None, int, int]] = [(None, number.start, number.end)]
    if number.parts:
        parts = [(letter, *span) for letter, span in zip(number.parts, number.part_spans, strict=True)]
        # the first part carries the number, the last one what closes it
        parts[0] = (parts[0][0], number.start, number.end if len(parts) == 1 else parts[0][2])
        if len(parts) > 1:
            parts[-1] = (parts[-1][0], parts[-1][1], number.end)
    return [_one(item, part, start, end, language) for part, start, end in parts]


def _one(item: Cited, part: str | None, start: int, end: int, language: str) -> dict[str, Any]:
    """The reference for one number, or for one of the parts that it names."""
    number = item.number
    instrument: Instrument = "decision" if item.keyword and item.keyword.decision else "resolution"
    found: dict[str, Any] = {"kind": "resolution", "start": start, "end": end, "instrument": instrument}
    session, year, count = _numbers(item)
    symbol = _symbol(item, instrument, session=session, year=year, count=count)
    values = {
        "organ": item.organ,
        "session": session,
        "session_kind": number.session_kind if number.session_kind != "regular" else None,
        "year": year,
        "number": count,
        "part": part,
        "symbol": symbol,
        "url": address(symbol, language) if symbol else None,
        "date": item.date,
        "title": item.title,
        "confidence": round(item.confidence, 4) if item.confidence < 1 else None,
        "because": item.because,
    }
    found.update({key: value for key, value in values.items() if value})
    if item.alternative:
        found["alternatives"] = [{"symbol": item.alternative[0], "because": item.alternative[1]}]
    if item.pair and item.pair.other and item.pair.confidence < SURE:
        found.update(_alternative(item.pair.other, instrument, symbol))
    return found


def _numbers(item: Cited) -> tuple[int | None, int | None, int]:
    """Session, year and running number."""
    number = item.number
    if number.form == "year":
        return None, number.second or None, number.first
    if number.form == "roman":
        return number.second, None, number.first
    chosen = item.pair.chosen if item.pair else None
    if chosen:
        return *_session_or_year(chosen.organ, chosen.first), chosen.number
    return number.first, None, number.second


def _alternative(other: Reading, instrument: Instrument, chosen: str | None) -> dict[str, Any]:
    """The reading that was not chosen, where it has a symbol."""
    session, year = _session_or_year(other.organ, other.first)
    symbol = Adopted(other.organ or "", instrument, other.number, session=session, year=year).symbol
    if symbol is None or symbol == chosen:
        return {}
    return {"alternatives": [{"symbol": symbol, "because": "the two numbers in the other order"}]}


def _session_or_year(organ: str | None, first: int) -> tuple[int | None, int | None]:
    return (None, first) if organ in BY_YEAR else (first, None)


def _symbol(item: Cited, instrument: Instrument, *, session: int | None, year: int | None, count: int) -> str | None:
    """The symbol of the document in which the United Nations file it; None for organs without such symbols."""
    return Adopted(
        item.organ or "",
        instrument,
        count,
        session,
        item.number.session_kind,
        year,
        item.part_in_symbol,
        item.number.form == "roman",
    ).symbol
