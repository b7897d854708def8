"""The symbol of the document itself: what :mod:`unres.un.symbols` reads, with the model's organ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.models.vocabulary import Organ
from unres.un.organs import ORGANS
from unres.un.symbols import ADOPTED, read_match, read_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.un import symbols
    from unres.un.organs import Instrument, SessionKind


@dataclass(slots=True)
class Adopted:
    """What a symbol says."""

    symbol: str
    organ: Organ
    kind: Instrument
    number: int
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    part: str | None = None


def _of(found: symbols.Adopted | None) -> Adopted | None:
    if found is None or found.symbol is None:
        return None
    return Adopted(
        found.symbol,
        Organ(found.organ),
        found.instrument,
        found.number,
        found.session,
        found.session_kind,
        found.year,
        found.part,
    )


def find_adopted(text: str, start: int = 0) -> Iterator[tuple[re.Match[str], Adopted]]:
    """Every symbol of what an organ has adopted, from `start` on."""
    for match in ADOPTED.finditer(text, start):
        adopted = _of(read_match(match))
        if adopted is not None:
            yield match, adopted


_OLD = re.compile(r"(\d+) ?([A-Z])? ?\(([^)]+)\)")
_NATURES = {"resolution": "RES", "decision": "DEC", "presidential_statement": "PRST"}


def build_symbol(organ: Organ | None, kind: Instrument, number: str) -> Adopted | None:
    """The symbol for a number in the order of the UN's symbols: "67/190", "217 A (III)", "1325 (2000)", "S-8/1"."""
    known = ORGANS.get(organ.value) if organ else None
    if known is None or known.head is None:
        return None
    nature = _NATURES[kind]
    if known.dotted:
        session, _, running = number.partition("/")
        return _of(read_symbol(f"{known.head}.{session}/{nature.title()}.{running}"))
    old = _OLD.fullmatch(number)
    text = f"{old[1]}({old[3]}){old[2] or ''}" if old else number
    return _of(read_symbol(f"{known.head}/{nature}/{text}"))
