"""Parts of a resolution, and which of them belong to its symbol.

The United Nations file a part under a symbol of its own (A/RES/68/247B), several that are adopted together in one
document (A/RES/76/247A-C), and the older ones without any letter. Which it is, dates and the other parts cited tell.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from unres.un.organs import GENERAL_ASSEMBLY
from unres.un.symbols import ALL_LETTERED_FROM, has_own_document

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from unres.references.cited import Cited


def settle_parts(cited: Sequence[Cited]) -> None:
    """Gives every number the part that its symbol has."""
    days: defaultdict[tuple[int, int], set[tuple[str, datetime.date]]] = defaultdict(set)
    for item in cited:
        key = _key(item)
        if key and item.date and item.dates == 1:
            days[key] |= {(part, item.date) for part in item.number.parts}
    for item in cited:
        parts = item.number.parts
        if not parts or item.number.form == "roman":
            continue  # parts of a resolution with a session in Roman numerals stand in one document
        key = _key(item)
        if len(parts) > 1:
            if key and key[0] >= ALL_LETTERED_FROM and _together(item):
                item.part_in_symbol = f"{parts[0]}-{parts[-1]}"
        elif has_own_document(parts[0], _session(item), item.date) or (
            key and key[0] >= ALL_LETTERED_FROM and _has_twin(parts[0], item.date, days[key])
        ):
            item.part_in_symbol = parts[0]


def _together(item: Cited) -> bool:
    """As in “77/264 A to C”, "76/84 A and B of 9 December 2021": parts in one document."""
    parts = item.number.parts
    in_order = parts == [chr(ord("A") + at) for at in range(len(parts))]
    return in_order and (item.number.range_of_parts or item.dates == 1)


def _has_twin(part: str, date: datetime.date | None, days: set[tuple[str, datetime.date]]) -> bool:
    """Another part of the same day, cited by itself: each has a document, and part A its letter."""
    return any(day == date and other != part for other, day in days)


def _session(item: Cited) -> int | None:
    reading = item.pair.chosen if item.pair else None
    if reading is None:
        return item.number.first
    return reading.first if reading.organ == GENERAL_ASSEMBLY or reading.first < 1900 else None  # noqa: PLR2004 - a year


def _key(item: Cited) -> tuple[int, int] | None:
    """Session and number of a resolution of the Assembly with parts."""
    reading = item.pair.chosen if item.pair else None
    if reading is None or reading.organ != GENERAL_ASSEMBLY or not item.number.parts:
        return None
    return reading.first, reading.number
