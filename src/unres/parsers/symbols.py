"""The symbol of a resolution, taken apart: ST/LIB/SER.B/5 gives the series of each organ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.languages.numerals import read_roman
from unres.models.vocabulary import Organ

if TYPE_CHECKING:
    from unres.models.masthead import SessionKind
    from unres.models.vocabulary import ResolutionKind

ADOPTED = re.compile(
    r"""(?<![\w/])(?:
        (?P<organ>A/HRC|A|E|T)/(?P<nature>RES|DEC|PRST)/
          (?: (?P<special>S|ES)-(?P<special_session>\d{1,3})/(?P<special_number>\d{1,3})
            | (?P<old>\d{1,4})[ ]?\((?P<roman>(?:E?S-)?[IVXLC]+)\)
            | (?P<session>\d{1,4})/(?P<number>\d{1,4})
          )(?:[ ]?(?P<part>[A-Z](?:(?:-|[ ]and[ ]|[ ]to[ ]|[ ]و[ ]?|[ ]إلى[ ])[A-Z])?(?!\w)))?
      | S/RES/(?P<sc>\d{1,4})[ ]?\((?P<sc_year>(?:19|20)\d\d)\)
      | S/PRST/(?P<prst_year>(?:19|20)\d\d)/(?P<prst>\d{1,3})
      | A/HRC/(?P<hrc_prst>PRST)/(?:OS/)?(?P<hrc_session>\d{1,3})/(?P<hrc_number>\d{1,3})
      | UNEP/EA\.(?P<ea>\d{1,2})/(?P<ea_nature>Res|Dec)\.(?P<ea_number>\d{1,3})
      | HSP/HA\.(?P<ha>\d{1,2})/(?P<ha_nature>Res|Dec)\.(?P<ha_number>\d{1,3})
      )""",
    re.VERBOSE,
)
"""A symbol of what an organ has adopted, in any of the spellings that are met."""
_ORGANS = {
    "A": Organ.GENERAL_ASSEMBLY,
    "E": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
    "T": Organ.TRUSTEESHIP_COUNCIL,
    "A/HRC": Organ.HUMAN_RIGHTS_COUNCIL,
}
_KINDS: dict[str, ResolutionKind] = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidential_statement",
    "Res": "resolution",
    "Dec": "decision",
}
_SERIES = {organ: series for series, organ in _ORGANS.items()}
_SESSION_KINDS: dict[str, SessionKind] = {"": "regular", "S": "special", "ES": "emergency_special"}
_FIRST_YEAR = 1900


@dataclass(slots=True)
class Adopted:
    """What a symbol says."""

    symbol: str
    organ: Organ
    kind: ResolutionKind
    number: int
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    part: str | None = None


def read_adopted(match: re.Match[str]) -> Adopted:
    """The parts of a match of `ADOPTED`, and the symbol in its one canonical spelling."""
    if match["sc"]:
        number, year = int(match["sc"]), int(match["sc_year"])
        return Adopted(f"S/RES/{number} ({year})", Organ.SECURITY_COUNCIL, "resolution", number, year=year)
    if match["prst"]:
        number, year = int(match["prst"]), int(match["prst_year"])
        return Adopted(match[0], Organ.SECURITY_COUNCIL, "presidential_statement", number, year=year)
    if match["hrc_prst"]:
        number, session = int(match["hrc_number"]), int(match["hrc_session"])
        return Adopted(match[0], Organ.HUMAN_RIGHTS_COUNCIL, "presidential_statement", number, session)
    if match["ea"]:
        number, session = int(match["ea_number"]), int(match["ea"])
        return Adopted(match[0], Organ.ENVIRONMENT_ASSEMBLY, _KINDS[match["ea_nature"]], number, session)
    if match["ha"]:
        number, session = int(match["ha_number"]), int(match["ha"])
        return Adopted(match[0], Organ.HABITAT_ASSEMBLY, _KINDS[match["ha_nature"]], number, session)
    return _by_session(match)


def _by_session(match: re.Match[str]) -> Adopted:
    organ, kind = _ORGANS[match["organ"]], _KINDS[match["nature"]]
    part = f"{match['part'][0]}-{match['part'][-1]}" if match["part"] and len(match["part"]) > 1 else match["part"]
    series = f"{match['organ']}/{match['nature']}"
    if match["special"]:
        session, number = int(match["special_session"]), int(match["special_number"])
        session_kind = _SESSION_KINDS[match["special"]]
        symbol = f"{series}/{match['special']}-{session}/{number}{part or ''}"
        return Adopted(symbol, organ, kind, number, session, session_kind, part=part)
    if match["old"]:
        number, roman = int(match["old"]), match["roman"]
        prefix, _, session_number = roman.rpartition("-")
        session_kind = _SESSION_KINDS[prefix]
        symbol = f"{series}/{number}({roman}){part or ''}"
        return Adopted(symbol, organ, kind, number, read_roman(session_number), session_kind, part=part)
    session, number = int(match["session"]), int(match["number"])
    symbol = f"{series}/{session}/{number}{part or ''}"
    if organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL and session > _FIRST_YEAR:
        return Adopted(symbol, organ, kind, number, year=session, part=part)
    return Adopted(symbol, organ, kind, number, session, part=part)


def build_symbol(organ: Organ | None, kind: ResolutionKind, number: str) -> Adopted | None:
    """The symbol for a number in the order of the UN's symbols: "67/190", "217 A (III)", "1325 (2000)", "S-8/1"."""
    nature = {"resolution": "RES", "decision": "DEC", "presidential_statement": "PRST"}[kind]
    match organ:
        case Organ.SECURITY_COUNCIL:
            text = f"S/PRST/{number}" if kind == "presidential_statement" else f"S/RES/{number}"
        case Organ.ENVIRONMENT_ASSEMBLY | Organ.HABITAT_ASSEMBLY:
            session, _, running = number.partition("/")
            series = "UNEP/EA" if organ is Organ.ENVIRONMENT_ASSEMBLY else "HSP/HA"
            text = f"{series}.{session}/{nature.title()}.{running}"
        case _ if organ in _SERIES:
            old = re.fullmatch(r"(\d+) ?([A-Z])? ?\(([^)]+)\)", number)
            text = f"{_SERIES[organ]}/{nature}/" + (f"{old[1]}({old[3]}){old[2] or ''}" if old else number)
        case _:
            return None
    found = ADOPTED.fullmatch(text)
    return read_adopted(found) if found else None
