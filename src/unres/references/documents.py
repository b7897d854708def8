"""Documents cited by their symbols, with the lists that leave out what repeats.

``ORGAN[/SUBSIDIARY…][/SESSION or YEAR][/NATURE]NUMBER[/SUFFIX…]``, as in A/67/458, E/CN.4/Sub.2/1982/2/Add.1,
A/73/12 (Part II), FCCC/CP/2015/10/Add.1. Two symbols joined by a dash are one document with two symbols.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from unres.references.drafts import Document, Resolution
from unres.references.passages import anchored
from unres.un.symbols import SERIES, read_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARENTHESIS = (
    r"\s?\((?:[Pp]arts?|PART|Vols?\.?|VOL\.?|Sects?\.?|Supp\.?|SUPP|supp|Resumption|Introduction|Income\s[Ss]ect\.?)"
    r"\s?[^()\x00]{0,16}\)"
)
_NAMED = (
    r"(?:(?:CONF|INF|COP|WP|CRP|L|WG|AC|CN|C|PC|PV|SR|Sub|Res|Dec|Add|Rev|Corr|Amend)\.[0-9]"
    r"|(?:RES|DEC|PRST|HRC)[ \n]?/)"
)
"""Elements that stand in symbols alone: white space before them is the end of a line, or a slip."""
_GAP = r"(?:[ \n]{1,2})"
_FIRST = rf"(?:/|{_GAP}?/{_GAP}?(?={_NAMED})|/{_GAP}(?=[0-9]{{2,4}}/[0-9]))"
_LATER = (
    rf"(?:/|{_GAP}?/{_GAP}?(?={_NAMED})|{_GAP}/(?=[0-9])|/{_GAP}(?=[0-9])"
    rf"|(?:(?<=RES)|(?<=DEC)|(?<=PRST)){_GAP}/{_GAP}(?=[0-9]))"
)
_ELEMENT = r"[A-Za-z0-9](?:[A-Za-z0-9.–‑-]{0,24}(?:\([0-9IVXL]{1,5}\))?){1,2}"
_SYMBOL = re.compile(
    rf"(?P<head>[A-Z][A-Za-z]{{0,6}}(?:\.[0-9]{{1,2}})?(?:\([A-Z]{{2,5}}\))?)"
    rf"(?P<rest>{_FIRST}{_ELEMENT}(?:{_LATER}{_ELEMENT}){{0,8}})"
    rf"(?P<tail>(?:{_PARENTHESIS}(?:/[A-Z][A-Za-z]{{1,5}}\.[0-9]{{1,3}}){{0,2}}){{0,2}})"
)
_SLASH = re.compile("/(?=[ \n]{0,2}[A-Za-z0-9])")
_HEAD = re.compile(r"(?<![0-9A-Za-z/.-])[A-Z][A-Za-z]{0,6}(?:\.[0-9]{1,2})?(?:\([A-Z]{2,5}\))?[ \n]{0,2}$")
_HEAD_LENGTH = 20
_SPACE = re.compile(r"\s+")
_NATURE = re.compile(r"/(?:CONF|INF|COP|MSP|WP|CRP|L|WG|AC|CN|PC|Add|Rev|Corr)(?:\.|/)")
_RES_YEAR = re.compile(r"\s?\((?P<year>[0-9]{4})\)")
_RES_ROMAN = re.compile(r"\s?\((?P<roman>(?:E?S-|e?s-)?[IVXLivxl]{1,8})\)(?:\s?(?P<part>[A-Z])(?![A-Za-z]))?")
_RES_PART = re.compile(r"\s(?P<part>[B-Z]|A(?=\s(?:of|and|to)\s|\s?[-.,;)]|$)|[A-Z]-[A-Z])(?![A-Za-z0-9/-])")
_ADOPTED = re.compile(r"/(?:RES/|res/|DEC/|PRST/|Res\.|Dec\.)")
_BARE = re.compile(r"[A-Z.0-9/]{1,12}/(?:RES|DEC)/[0-9]{1,4}")
_DASH_SYMBOL = re.compile(r"[-–‑](?=[A-Z]{1,6}/)")
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


Symbol = Document | Resolution
"""A symbol in the text: of a resolution where it is one's."""


def find_symbols(text: str) -> list[Symbol]:
    """Every symbol of a text and every member of the lists that they head."""
    found: list[Symbol] = []
    written_out = 0
    end = -1
    addresses = find_addresses(text)
    for slash in _SLASH.finditer(text):
        at = slash.start()
        if at < end:
            continue
        if addresses and at >= addresses[0].start:
            here = addresses.pop(0)
            found.append(_of_address(text, here))
            end = found[-1].end
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
        members = list(_members(text, found[-1]))
        written_out += len(members)
        found += members if written_out <= MOST_WRITTEN_OUT else members[:1]
        end = members[-1].end if members else end
    return found


def _of_address(text: str, address: Address) -> Symbol:
    """The symbol in an address; the Council's year may stand behind it, after a space."""
    year = _RES_YEAR.match(text, address.end) if address.symbol.startswith("S/RES/") else None
    if year and "(" not in address.symbol:
        return _settled(address.start, year.end(), f"{address.symbol} ({year['year']})")
    return _settled(address.start, address.end, address.symbol)


def _settled(start: int, end: int, symbol: str) -> Symbol:
    """The symbol in its canonical spelling."""
    if symbol.startswith("PRST/"):
        symbol = f"A/HRC/{symbol}"
    adopted = None
    if _ADOPTED.search(symbol):
        adopted = read_symbol(symbol.replace("/res/", "/RES/").replace("/es-", "/ES-").replace("/s-", "/S-"))
    canonical = adopted.symbol if adopted else None
    if adopted is None or canonical is None:
        return Document(start=start, end=end, symbol=symbol)
    if adopted.part and (len(adopted.part) == 1 and adopted.part.islower()):
        adopted = replace(adopted, part=adopted.part.upper())
    if adopted.in_roman:  # the parts of such a resolution stand in one document
        canonical = replace(adopted, part=None).symbol or canonical
    return Resolution(
        start=start,
        end=end,
        symbol=canonical,
        organ=adopted.organ,
        instrument=adopted.instrument,
        number=adopted.number,
        session=adopted.session,
        session_kind=adopted.session_kind,
        year=adopted.year,
        part=adopted.part,
    )


def _is_series(head: str, rest: str) -> bool:
    """A series that is known, or an unknown one with a nature or suffix that only the UN's symbols have."""
    name = head.split("(", 1)[0].split(".", 1)[0]
    if name in SERIES:
        return True
    return name.isupper() and len(name) > 1 and rest.count("/") > 1 and _NATURE.search(rest) is not None


def _read(text: str, match: re.Match[str]) -> Iterator[Symbol]:
    """The one symbol found, or the two of a document with two symbols."""
    at = match.start()
    body = match["head"] + match["rest"]
    trimmed = body.rstrip(".-–‑")
    tail = match["tail"] if len(trimmed) == len(body) else ""
    pieces = _two_symbols(trimmed)
    for index, piece in enumerate(pieces):
        yield from _one(text, at, piece, tail if index == len(pieces) - 1 else "")
        at += len(piece) + 1


def _two_symbols(body: str) -> list[str]:
    """As in “A/62/89–E/2007/76”: the dash parts two symbols where a series stands behind it, unlike that of COP-MOP."""
    for match in _DASH_SYMBOL.finditer(body):
        if body[match.end() :].split("/", 1)[0] in SERIES:
            return [body[: match.start()], body[match.end() :]]
    return [body]


def _one(text: str, start: int, written: str, tail: str) -> Iterator[Symbol]:
    """A symbol with what stands in brackets behind it, and a range over its last element written out."""
    stop = start + len(written)
    piece = _SPACE.sub("", written).replace("‑", "-")
    if "–" in piece:
        stem, _, last = piece.rpartition("–")
        numbered = _ENDING_NUMBER.match(stem)
        if numbered and last.isdigit():
            yield _settled(start, stop - len(last) - 1, stem)
            yield from _range(numbered["stem"], int(numbered["number"]), int(last), stop)
            return
        piece = piece.replace("–", "-")
    if _ADOPTED.search(piece):
        year = _RES_YEAR.match(text, stop) if piece.startswith("S/") else None
        if year:
            yield _settled(start, year.end(), f"{piece} ({year['year']})")
            return
        roman = _RES_ROMAN.match(text, stop) if _BARE.fullmatch(piece) else None
        if roman:
            yield _settled(start, roman.end(), f"{piece}({roman['roman'].upper()}){roman['part'] or ''}")
            return
        part = _RES_PART.match(text, stop) if piece[-1:].isdigit() and not piece.startswith("S/") else None
        if part:
            yield _settled(start, part.end(), piece + part["part"])
            return
    if tail:
        yield Document(start=start, end=stop + len(tail), symbol=piece + " " + " ".join(tail.split()))
        return
    yield _settled(start, stop, piece)


def _range(stem: str, first: int, last: int, end: int) -> Iterator[Symbol]:
    """What a range adds to its first member; each stands where the range's end stands."""
    width = len(str(last))
    if last <= first or last - first > MAXIMUM_RANGE:
        return
    for number in range(first + 1, last + 1):
        yield _settled(end - width, end, f"{stem}{number}")


def _members(text: str, head: Symbol) -> Iterator[Symbol]:
    """As in “A/52/1 and Add.1 and Corr.1–2”, "A/64/115, 174 and 323", "A/C.6/76/SR.16 و 17"."""
    at, symbol = head.end, head.symbol or ""
    base = _SUFFIX.sub("", symbol)
    numbered = _ENDING_NUMBER.match(symbol)
    for _ in range(MAXIMUM_RANGE):
        match = _MORE.match(text, at)
        if match:
            word = match["word"]
            if word in {"SR.", "PV.", "CRP.", "L.", "WP."}:
                stem = symbol[: symbol.rfind("/") + 1] + word
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
        yield _settled(start, at, f"{stem}{first}")
        rest = _RANGE_END.match(text, at)
        if rest:
            at = rest.end()
            yield from _range(stem, first, int(rest["last"]), at)


_SITES = (
    ("un.org/", re.compile(r"un\.org/(?P<path>[^\s<>\"”“»«\x00]{3,300})")),
    ("undocs.org/", re.compile(r"undocs\.org/(?P<path>[^\s<>\"”“»«\x00]{3,300})")),
)
_BEFORE = re.compile(r"(?:https?://)?(?:[A-Za-z-]{1,12}\.){0,3}$")
_LONGEST_BEFORE = 60
_QUERIED = re.compile(r"[?&;](?:s|symbol|finalsymbol)=(?P<symbol>[^&#]+)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:(?:ar|en|es|fr|ru|zh)/)?(?P<symbol>[^?#]+)", re.IGNORECASE)
_SYMBOL_OF_ADDRESS = re.compile(r"[A-Z][A-Za-z]{0,6}(?:\.[0-9]{1,2})?(?:/[A-Za-z0-9.() -]{1,40}){1,9}")
_CAPITALISED = re.compile(r"(?<=/)(?:ADD|CORR|REV|AMEND|RES|DEC|SUB|SUMMARY)(?=\.)")
_CLOSING = {")": "(", "]": "["}


@dataclass(slots=True, frozen=True)
class Address:
    """An address with the symbol in it."""

    start: int
    end: int
    symbol: str


def find_addresses(text: str) -> list[Address]:
    """Every address of a document of the United Nations, in the order of the text."""
    found = []
    for site, pattern in _SITES:
        for match in anchored(text, site, pattern):
            before = _BEFORE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
            path = _without_stops(match["path"])
            symbol = _symbol_in(path)
            if before is not None and symbol is not None:
                found.append(Address(before.start(), match.start("path") + len(path), symbol))
    found.sort(key=lambda address: address.start)
    return found


def _without_stops(path: str) -> str:
    """The path without what closes the sentence or the bracket around it."""
    while path:
        last = path[-1]
        if last not in ".,;:،؛!?'’*_" and (last not in _CLOSING or path.count(last) <= path.count(_CLOSING[last])):
            break
        path = path[:-1]
    return path


def _symbol_in(path: str) -> str | None:
    match = _QUERIED.search(f"?{path}" if "?" not in path else path) or _PLAIN.match(path)
    symbol = unquote(match["symbol"]).replace("+", " ").strip("/ ").removesuffix(".pdf") if match else ""
    if symbol == symbol.lower():
        symbol = _CAPITALISED.sub(lambda word: word[0].capitalize(), symbol.upper())
    head = symbol.partition("/")[0].partition(".")[0]
    is_symbol = _SYMBOL_OF_ADDRESS.fullmatch(symbol) and head in SERIES and any(map(str.isdigit, symbol))
    return symbol if is_symbol else None
