"""Symbols of documents: one grammar that builds and reads those of resolutions, decisions and statements.

======================================== =============================================================
``A/RES/67/190``, ``E/RES/2008/33``       session or year, and number
``A/RES/S-8/1``, ``A/HRC/RES/S-1/1``       of a special session
``A/RES/2625(XXV)``, ``A/RES/3362(S-VII)`` a session in Roman numerals
``A/RES/68/247B``, ``A/RES/76/247A-C``     parts
``S/RES/1325 (2000)``                      number and year
``UNEP/EA.5/Res.14``, ``HSP/HA.1/Dec.1``   session, nature and number
``A/HRC/PRST/OS/12/1``                     a statement at an organizational meeting
======================================== =============================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from unres.un.numerals import read_roman, write_roman
from unres.un.organs import (
    ECOSOC,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANS,
    SECURITY_COUNCIL,
    Instrument,
    SessionKind,
)
from unres.un.sessions import assembly_session_of, security_council_year

if TYPE_CHECKING:
    import datetime

SERIES = frozenset((
    "A", "S", "E", "ST", "T", "AT", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CD", "CED", "CEDAW",
    "CERD", "CLCS", "CMW", "CRC", "CRPD", "CTOC", "DP", "FCCC", "GC", "HRI", "HSP", "IBA", "IBRD", "ICCD",
    "ICEF", "ID", "IDB", "INCB", "IPBES", "ISBA", "ITC", "ITU", "JIU", "LOS", "NPT", "OPCW", "PBC", "PCASED",
    "PCT", "PRST", "SPLOS", "TD", "TPNW", "APLC", "TRADE", "UNCTAD", "UNEP", "UNITAR", "UNFPA", "UNODC", "UNW",
    "UNICEF", "WFP", "WFC", "CAS", "CS", "CWC", "CCNR", "ICSC", "ICC", "IPCC", "MP", "PC", "SAT", "SEG",
    "UNCRD", "UNHCR", "UNU", "UNV", "WGAP", "HS", "HBP", "INF",
)) | {organ.head.partition("/")[0] for organ in ORGANS.values() if organ.head}  # fmt: skip
"""First elements of the symbols of the United Nations and of bodies that use its system."""
PRINTED = re.compile(
    rf"(?P<symbol>(?:{'|'.join(sorted(SERIES))})/[A-Za-z0-9./\-]{{1,39}}[A-Za-z0-9]"
    r"(?: \((?:\d{4}|[IVXL]+|Part [IVX]+)\))?)\*{0,3}"
)
"""A symbol as it stands on each page, with the asterisks of a note."""

_NATURES: dict[str, Instrument] = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidential_statement",
}
NATURE_OF = {instrument: nature for nature, instrument in _NATURES.items()}
_SLASHED = {organ.head: name for name, organ in ORGANS.items() if organ.head and not organ.dotted}
_DOTTED = {organ.head: name for name, organ in ORGANS.items() if organ.head and organ.dotted}

REVISION = re.compile(r"(?:Add|Amend|Corr|Rev)\.\d{1,3}")
"""The end of the symbol of an addendum, an amendment, a corrigendum or a revision."""
CORRIGENDUM = r"/Corr\.[0-9]{1,2}"
"""A pattern for what the symbol of a corrigendum adds."""
LONE = (
    rf"(?:{'|'.join(sorted(SERIES))})(?=/[A-Za-z./-]{{0,30}}\d)(?:/[A-Za-z0-9.\-]{{1,30}}){{1,9}}"
    r"(?: ?\((?:\d{4}|[IVXLC]+|(?i:part|vol\.) [IVXLC]+|(?i:summary))\))?"
)
"""A pattern for what can be a symbol only if nothing else stands on its line: "A/C.3/67/L.8", "S/3733 (1956)"."""


def _either(heads: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(heads, key=len, reverse=True)))


ADOPTED = re.compile(
    rf"""(?<![\w/.])(?:
        (?P<head>{_either(_SLASHED)})/(?P<nature>RES|DEC|PRST)/(?P<informal>OS/)?
          (?: (?P<old>\d{{1,4}})[ ]?\((?:(?P<old_kind>E?S)-)?(?P<roman>[IVXLC]{{1,8}})\)
            | (?P<running>\d{{1,4}})[ ]?\((?P<of_year>\d{{4}})\)
            | (?:(?P<kind>E?S)-)?(?P<first>\d{{1,4}})/(?P<number>\d{{1,4}})
            | (?P<alone>\d{{1,4}})(?![/\d.])
          )(?:[ ]?(?P<part>[A-Z](?:(?:-|[ ][^\W\dA-Z_]{{1,3}}[ ]?)[A-Z])?(?!\w)))?    # "A-C", "A and B", "A to C"
      | (?P<dotted>{_either(_DOTTED)})\.(?P<session>\d{{1,2}})/(?P<dotted_nature>Res|Dec)\.(?P<dotted_number>\d{{1,3}})
      )""",
    re.VERBOSE,
)
"""What looks like the symbol of something that an organ has adopted; :func:`read_match` says whether it is one."""

_KINDS: dict[str, SessionKind] = {"": "regular", "S": "special", "ES": "emergency_special"}
SESSION_PREFIXES: dict[SessionKind, str] = {"regular": "", "special": "S-", "emergency_special": "ES-"}


@dataclass(slots=True)
class Adopted:
    """Something that an organ has adopted, by the parts of its symbol."""

    organ: str
    instrument: Instrument
    number: int
    session: int | None = None
    session_kind: SessionKind = "regular"
    year: int | None = None
    part: str | None = None
    """A letter, or the first and last of several in one document: "A-C"."""
    in_roman: bool = False
    """The session is written in Roman numerals."""
    informal: bool = False
    """Of the Human Rights Council: at an organizational meeting."""

    @property
    def symbol(self) -> str | None:
        """The symbol in its one spelling; None where the organ has none for such a thing."""
        organ = ORGANS.get(self.organ)
        if organ is None or organ.head is None or self.instrument not in organ.instruments:
            return None
        nature, part = NATURE_OF[self.instrument], self.part or ""
        first = self.session if self.session is not None else self.year
        if organ.dotted:
            return f"{organ.head}.{first}/{nature.title()}.{self.number}" if first is not None else None
        if self.organ == SECURITY_COUNCIL and self.instrument == "resolution":
            return f"S/RES/{self.number} ({self.year})" if self.year is not None else f"S/RES/{self.number}"
        head = f"{organ.head}/{nature}/{'OS/' if self.informal else ''}"
        kind = SESSION_PREFIXES[self.session_kind]
        if self.in_roman and self.session:
            return f"{head}{self.number}({kind}{write_roman(self.session)}){part}"
        return f"{head}{kind}{first}/{self.number}{part}" if first is not None else None


def read_symbol(text: str) -> Adopted | None:
    """What a symbol says; None for a symbol of another kind."""
    match = ADOPTED.fullmatch(text)
    return read_match(match) if match else None


def read_match(match: re.Match[str]) -> Adopted | None:
    """What a match of :data:`ADOPTED` says; None where the organ has no such symbols."""
    if match["dotted"]:
        nature = _NATURES[match["dotted_nature"].upper()]
        return Adopted(_DOTTED[match["dotted"]], nature, int(match["dotted_number"]), int(match["session"]))
    name, instrument = _SLASHED[match["head"]], _NATURES[match["nature"]]
    organ = ORGANS[name]
    if instrument not in organ.instruments or (match["informal"] and name != HUMAN_RIGHTS_COUNCIL):
        return None
    part = f"{match['part'][0]}-{match['part'][-1]}" if match["part"] and len(match["part"]) > 1 else match["part"]
    if name == SECURITY_COUNCIL and instrument == "resolution":
        return _of_the_council(match)
    kind = _KINDS[match["kind"] or match["old_kind"] or ""]
    if kind != "regular" and kind not in organ.special:
        return None
    if match["old"]:
        session = read_roman(match["roman"])
        if session is None or not organ.in_roman:
            return None
        return Adopted(name, instrument, int(match["old"]), session, kind, part=part, in_roman=True)
    if match["number"] is None:
        # the number alone tells the session where it can be no session itself: the first ended with 103
        number, old = (
            int(match["alone"] or 0),
            name == GENERAL_ASSEMBLY and instrument == "resolution" and not match["kind"],
        )
        session = assembly_session_of(number) if old and number > _FIRST_SESSION_RAN_TO else None
        return Adopted(name, instrument, number, session, part=part, in_roman=True) if session else None
    first, number = int(match["first"]), int(match["number"])
    if organ.by_year and first > _LAST_SESSION:
        return Adopted(name, instrument, number, year=first, part=part)
    return Adopted(name, instrument, number, first, kind, part=part, informal=match["informal"] is not None)


_FIRST_SESSION_RAN_TO = 103
_LAST_SESSION = 1900
"""A higher number is a year."""


def _of_the_council(match: re.Match[str]) -> Adopted | None:
    """“S/RES/1325 (2000)”; the year is that of the number where the text leaves it out."""
    number = match["running"] or match["alone"]
    if number is None or match["part"]:
        return None
    year = int(match["of_year"]) if match["of_year"] else security_council_year(int(number))
    return Adopted(SECURITY_COUNCIL, "resolution", int(number), year=year)


@lru_cache(maxsize=4096)
def address(symbol: str, language: str) -> str:
    """Where docs.un.org keeps the document: built from the symbol, never fetched."""
    return f"https://docs.un.org/{language}/{quote(symbol, safe='/')}"


_LAST_PAIR = re.compile(r"([0-9]{1,4})\s?/\s?([0-9]{1,4})\D*$")


def last_pair(text: str) -> tuple[int, int] | None:
    """The two numbers at the end of a symbol or of a number as written, in Western digits."""
    match = _LAST_PAIR.search(text)
    return (int(match[1]), int(match[2])) if match else None


LETTERED_FROM = 48
ALL_LETTERED_FROM = 57


def has_own_document(part: str | None, session: int | None, date: datetime.date | None) -> bool:
    """Whether the United Nations file this part under a symbol of its own.

    Parts adopted together stand in one document, whose symbol has no letter: so it is with part A and with the
    older omnibus resolutions. A part B or C that the Assembly adds later is issued by itself, and its letter belongs
    to the symbol (A/RES/68/247B); in the sessions of the change (48 to 56) the date of the part decides.
    """
    if part is None or part == "A":
        return False
    if session is None:
        return True  # the Economic and Social Council's, added in a later part of its year
    if session < LETTERED_FROM:
        return date is not None and date.year > 1945 + session
    if date is not None and date.year > 1945 + session:
        return True
    if session < ALL_LETTERED_FROM:
        return date is None and part in "BC"
    return part in "BC"


def meeting_record(
    organ: str,
    meeting: int,
    *,
    session: int | None = None,
    session_kind: SessionKind = "regular",
    year: int | None = None,
) -> str | None:
    """The symbol of the record of a meeting; None for organs without, or where session or year is missing."""
    if organ == SECURITY_COUNCIL:
        return f"S/PV.{meeting}"
    if organ == GENERAL_ASSEMBLY and session is not None:
        return f"A/{SESSION_PREFIXES[session_kind]}{session}/PV.{meeting}"
    if organ == ECOSOC and year is not None:
        return f"E/{year}/SR.{meeting}"
    return None
