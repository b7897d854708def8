"""Documents cited by their symbols, with the lists that leave out what repeats.

``ORGAN[/SUBSIDIARY…][/SESSION or YEAR][/NATURE]NUMBER[/SUFFIX…]``, as in A/67/458, E/CN.4/Sub.2/1982/2/Add.1,
A/73/12 (Part II), FCCC/CP/2015/10/Add.1. Two symbols joined by a dash are one document with two symbols.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unres.references import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

SERIES = frozenset((
    "A", "S", "E", "ST", "T", "AT", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CD", "CED", "CEDAW",
    "CERD", "CLCS", "CMW", "CRC", "CRPD", "CTOC", "DP", "FCCC", "GC", "HRI", "HSP", "IBA", "IBRD", "ICCD",
    "ICEF", "ID", "IDB", "INCB", "IPBES", "ISBA", "ITC", "ITU", "JIU", "LOS", "NPT", "OPCW", "PBC", "PCASED",
    "PCT", "PRST", "SPLOS", "TD", "TPNW", "APLC", "TRADE", "UNCTAD", "UNEP", "UNITAR", "UNFPA", "UNODC", "UNW",
    "UNICEF", "WFP", "WFC", "CAS", "CS", "CWC", "CCNR", "ICSC", "ICC", "IPCC", "MP", "PC", "SAT", "SEG",
    "UNCRD", "UNHCR", "UNU", "UNV", "WGAP", "HS", "HBP", "INF",
))  # fmt: skip
"""First elements of the symbols of the United Nations and of bodies that use its system."""

_PARENTHESIS = (
    r"\s?\((?:[Pp]arts?|PART|Vols?\.?|VOL\.?|Sects?\.?|Supp\.?|SUPP|supp|Resumption|Introduction|Income\s[Ss]ect\.?)"
    r"\s?[^()\x00]{0,16}\)"
)
_SEGMENT = r"/[A-Za-z0-9](?:[A-Za-z0-9.–‑-]{0,24}(?:\([0-9IVXL]{1,5}\))?){1,2}"
_SYMBOL = re.compile(
    rf"(?P<head>[A-Z][A-Za-z]{{0,6}}(?:\.[0-9]{{1,2}})?(?:\([A-Z]{{2,5}}\))?)(?P<rest>(?:{_SEGMENT}){{1,9}})"
    rf"(?P<tail>(?:{_PARENTHESIS}(?:/[A-Z][A-Za-z]{{1,5}}\.[0-9]{{1,3}}){{0,2}}){{0,2}})"
)
_SLASH = re.compile("/(?=[A-Za-z0-9])")
_HEAD = re.compile(r"(?<![0-9A-Za-z/.-])[A-Z][A-Za-z]{0,6}(?:\.[0-9]{1,2})?(?:\([A-Z]{2,5}\))?$")
_HEAD_LENGTH = 18
_NATURE = re.compile(r"/(?:CONF|INF|COP|MSP|WP|CRP|L|WG|AC|CN|PC|Add|Rev|Corr)(?:\.|/)")
_RES_YEAR = re.compile(r"\s?\((?P<year>[0-9]{4})\)")
_RES_ROMAN = re.compile(r"\s?\((?P<roman>(?:E?S-|e?s-)?[IVXLivxl]{1,8})\)(?:\s?(?P<part>[A-Z])(?![A-Za-z]))?")
_DASH_SYMBOL = re.compile(r"[-–](?=[A-Z]{1,6}/)")
# the members of a list that give only their last element
_MORE = re.compile(
    r"(?:\s?[,،]\s?|\s)(?:(?:and|و|إلى|to)\s?)?"
    r"(?P<suffix>(?P<word>Add\.|Corr\.|Rev\.|Amend\.|SR\.|PV\.|CRP\.|L\.|WP\.)(?P<number>[0-9]{1,4})(?![0-9/]))"
)
_MORE_NUMBER = re.compile(
    r"(?:\s?[,،]\s?|\s)(?:(?:and|و)\s?)?(?P<number>[0-9]{1,4})"
    r"(?=\s?[,،;.)؛:]|\s(?:and|و)\s?[0-9A-Z]|\s?[-–]\s?[0-9]|$|\n)(?!\s?\()"
)
_RANGE_END = re.compile(r"\s?[-–]\s?(?P<last>[0-9]{1,4})(?![0-9/])")
_ENDING_NUMBER = re.compile(r"^(?P<stem>.*[/.])(?P<number>[0-9]{1,4})$")
_SUFFIX = re.compile(r"/(?:Add|Corr|Rev|Amend|Summary)\.?[0-9]*$")
MAXIMUM_RANGE = 60
MOST_WRITTEN_OUT = 5000
"""In one document: ranges must not make a short text into millions of references."""

_NUMBER = r"(?P<number>[0-9]{1,4})(?P<part>[A-Za-z]?)$"
_SESSION = r"(?P<session>[0-9]{1,2})/"
_YEAR = r"(?P<year>[0-9]{4})/"
_OF_SESSION_IN_ROMAN = r"{}/RES/(?P<number>[0-9]{{1,4}})\((?:(?P<special>E?S)-)?(?P<roman>[IVXL]{{1,8}})\)$"
_RESOLUTION = tuple(
    (re.compile(pattern), organ, instrument)
    for pattern, organ, instrument in (
        (rf"A/(?:RES|res)/(?:(?P<special>E?S|e?s)-)?{_SESSION}{_NUMBER}", "general_assembly", "resolution"),
        (rf"A/DEC/{_SESSION}{_NUMBER}", "general_assembly", "decision"),
        (_OF_SESSION_IN_ROMAN.format("A"), "general_assembly", "resolution"),
        (_OF_SESSION_IN_ROMAN.format("E"), "economic_and_social_council", "resolution"),
        (r"S/RES/(?P<number>[0-9]{1,4}) ?\((?P<year>[0-9]{4})\)$", "security_council", "resolution"),
        (rf"E/RES/{_YEAR}{_NUMBER}", "economic_and_social_council", "resolution"),
        (rf"E/DEC/{_YEAR}{_NUMBER}", "economic_and_social_council", "decision"),
        (rf"A/HRC/(?:RES|DEC)/(?:(?P<special>S)-)?{_SESSION}{_NUMBER}", "human_rights_council", "resolution"),
        (rf"UNEP/EA\.(?P<session>[0-9])/Res\.{_NUMBER}", "environment_assembly", "resolution"),
        (rf"S/PRST/{_YEAR}{_NUMBER}", "security_council", "presidential_statement"),
        (rf"A/HRC/PRST/(?:OS/)?{_SESSION}{_NUMBER}", "human_rights_council", "presidential_statement"),
    )
)
"""Patterns of the symbols of resolutions, decisions and statements; the organ and the instrument of each."""
_ROMAN_RESOLUTION = re.compile(r"(?P<head>[AE])/RES/(?P<number>[0-9]{1,4})$")


@dataclass(slots=True)
class Symbol:
    """A symbol in the text."""

    start: int
    end: int
    symbol: str
    """Canonical."""
    part: str | None = None
    """The part that a letter behind a Roman session names."""


def find_symbols(text: str) -> list[Symbol]:
    """Every symbol of a text and every member of the lists that they head."""
    found: list[Symbol] = []
    written_out = 0
    end = -1
    for slash in _SLASH.finditer(text):
        at = slash.start()
        if at < end:
            continue
        head_match = _HEAD.search(text, max(end, at - _HEAD_LENGTH, 0), at)
        match = _SYMBOL.match(text, head_match.start()) if head_match else None
        if match is None:
            continue
        head, rest = match["head"], match["rest"]
        if not any(character.isdigit() for character in rest) or not _is_series(head, rest):
            continue
        for symbol in _read(text, match):
            found.append(symbol)
            end = symbol.end
        if found:
            members = list(_members(text, found[-1]))
            written_out += len(members)
            found += members if written_out <= MOST_WRITTEN_OUT else members[:1]
            end = members[-1].end if members else end
    return found


def _is_series(head: str, rest: str) -> bool:
    """A series that is known, or an unknown one with a nature or suffix that only the UN's symbols have."""
    name = head.split("(", 1)[0].split(".", 1)[0]
    if name in SERIES:
        return True
    return name.isupper() and len(name) > 1 and rest.count("/") > 1 and _NATURE.search(rest) is not None


def _read(text: str, match: re.Match[str]) -> Iterator[Symbol]:
    """The one symbol found, or the two of a document with two symbols."""
    start = match.start()
    body = match["head"] + match["rest"]
    trimmed = body.rstrip(".-–‑")
    tail = match["tail"] if len(trimmed) == len(body) else ""
    at = start
    pieces = _two_symbols(trimmed.replace("‑", "-"))
    for index, piece in enumerate(pieces):
        yield from _one(text, at, piece, tail if index == len(pieces) - 1 else "")
        at += len(piece) + 1


def _two_symbols(body: str) -> list[str]:
    """As in “A/62/89–E/2007/76”: the dash parts two symbols where a series stands behind it, unlike that of COP-MOP."""
    for match in _DASH_SYMBOL.finditer(body):
        if body[match.end() :].split("/", 1)[0] in SERIES:
            return [body[: match.start()], body[match.end() :]]
    return [body]


def _one(text: str, start: int, piece: str, tail: str) -> Iterator[Symbol]:
    """A symbol with what stands in brackets behind it, and a range over its last element written out."""
    stop = start + len(piece)
    if "–" in piece:
        stem, _, last = piece.rpartition("–")
        numbered = _ENDING_NUMBER.match(stem)
        if numbered and last.isdigit():
            yield Symbol(start, start + len(stem), stem)
            yield from _range(numbered["stem"], int(numbered["number"]), int(last), stop)
            return
        piece = piece.replace("–", "-")
    if "/RES/" in piece.upper() or "/res/" in piece:
        year = _RES_YEAR.match(text, stop) if piece.startswith("S/") else None
        if year:
            yield Symbol(start, year.end(), f"{piece} ({year['year']})")
            return
        roman = _RES_ROMAN.match(text, stop)
        if roman and _ROMAN_RESOLUTION.match(piece):
            yield Symbol(start, roman.end(), f"{piece}({roman['roman'].upper()})", roman["part"])
            return
    if tail:
        yield Symbol(start, stop + len(tail), piece + " " + " ".join(tail.split()))
        return
    yield Symbol(start, stop, piece)


def _range(stem: str, first: int, last: int, end: int) -> Iterator[Symbol]:
    """What a range adds to its first member; each stands where the range's end stands."""
    width = len(str(last))
    if last <= first or last - first > MAXIMUM_RANGE:
        return
    for number in range(first + 1, last + 1):
        yield Symbol(end - width, end, f"{stem}{number}")


def _members(text: str, head: Symbol) -> Iterator[Symbol]:
    """As in “A/52/1 and Add.1 and Corr.1–2”, "A/64/115, 174 and 323", "A/C.6/76/SR.16 و 17"."""
    at = head.end
    base = _SUFFIX.sub("", head.symbol)
    numbered = _ENDING_NUMBER.match(head.symbol)
    for _ in range(MAXIMUM_RANGE):
        match = _MORE.match(text, at)
        if match:
            word = match["word"]
            if word in {"SR.", "PV.", "CRP.", "L.", "WP."}:
                stem = head.symbol[: head.symbol.rfind("/") + 1] + word
            else:
                stem = f"{base}/{word}"
        elif numbered and (match := _MORE_NUMBER.match(text, at)):
            stem = numbered["stem"]
            if stem.endswith("/") and int(match["number"]) <= int(numbered["number"]):
                return
        else:
            return
        first = int(match["number"])
        start = match.start("suffix") if "suffix" in match.re.groupindex else match.start("number")
        at = match.end()
        yield Symbol(start, at, f"{stem}{first}")
        rest = _RANGE_END.match(text, at)
        if rest:
            at = rest.end()
            yield from _range(stem, first, int(rest["last"]), at)


def symbol_dict(symbol: Symbol, language: str) -> dict[str, Any]:
    """The reference for a symbol: a resolution where the symbol is one's, a document otherwise."""
    found: dict[str, Any] = {"kind": "document", "start": symbol.start, "end": symbol.end}
    canonical = symbol.symbol
    if canonical.startswith("PRST/"):
        canonical = f"A/HRC/{canonical}"
    for pattern, organ, instrument in _RESOLUTION:
        match = pattern.match(canonical)
        if match:
            found |= {"kind": "resolution", "organ": organ}
            found["instrument"] = "decision" if "/DEC/" in canonical else instrument
            if symbol.part:
                found["part"] = symbol.part
            canonical = _read_resolution(found, match.groupdict(), canonical)
            break
    found["symbol"] = canonical
    if canonical.split("/", 1)[0].split("(", 1)[0].split(".", 1)[0] in SERIES:  # another body's has another address
        found["url"] = symbols.address(canonical, language)
    return found


_KINDS = {"S": "special", "ES": "emergency_special"}


def _read_resolution(found: dict[str, Any], values: dict[str, str | None], canonical: str) -> str:
    """Takes the symbol of a resolution apart; returns it with its letters in the usual case."""
    for key in ("number", "session", "year"):
        value = values.get(key)
        if value:
            found[key] = int(value)
    if values.get("roman"):
        found["session"] = symbols.from_roman(values["roman"] or "")
    special = values.get("special")
    if special:
        found["session_kind"] = _KINDS[special.upper()]
        canonical = canonical.replace(f"/{special}-", f"/{special.upper()}-")
    part = values.get("part")
    if part:
        found["part"] = part.upper()
        canonical = canonical[:-1] + found["part"]
    return canonical
