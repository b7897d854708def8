"""Symbols of documents of any kind where they stand in a text: their shape, and the addresses that hold them.

``ORGAN[/SUBSIDIARY…][/SESSION or YEAR][/NATURE]NUMBER[/SUFFIX…]``, as in A/67/458, E/CN.4/Sub.2/1982/2/Add.1,
A/73/12 (Part II), FCCC/CP/2015/10/Add.1. Two symbols joined by a dash are one document with two symbols.

::

    https://docs.un.org/ar/A/RES/67/190    undocs.org/S/PRST/2018/1    https://docs.un.org/en/a/res/67/190?direct=true
    https://documents.un.org/api/symbol/access?s=A/RES/67/190&l=ar
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from unres.un.symbols import SERIES

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
    rf"|(?:(?<=RES)|(?<=DEC)|(?<=PRST)|(?<=/ [0-9])|(?<=/ [0-9][0-9])){_GAP}/{_GAP}(?=[0-9]))"
)
_ELEMENT = r"[A-Za-z0-9](?:[A-Za-z0-9.–‑-]{0,24}(?:\([0-9IVXL]{1,5}\))?){1,2}"
SYMBOL = re.compile(
    rf"(?P<head>[A-Z][A-Za-z]{{0,6}}(?:\.[0-9]{{1,2}})?(?:\([A-Z]{{2,5}}\))?)"
    rf"(?P<rest>{_FIRST}{_ELEMENT}(?:{_LATER}{_ELEMENT}){{0,8}})"
    rf"(?P<tail>(?:{_PARENTHESIS}(?:/[A-Z][A-Za-z]{{1,5}}\.[0-9]{{1,3}}){{0,2}}){{0,2}})"
)
SLASH = re.compile("/(?=[ \n]{0,2}[A-Za-z0-9])")
HEAD = re.compile(r"(?<![0-9A-Za-z/.-])[A-Z][A-Za-z]{0,6}(?:\.[0-9]{1,2})?(?:\([A-Z]{2,5}\))?[ \n]{0,2}$")
HEAD_LENGTH = 20
NATURE = re.compile("/(?:Res|Dec|Prst)/")
"""The nature of what is adopted, as some write it; symbols have it in capitals."""
_OF_BODIES = re.compile(r"/(?:CONF|INF|COP|MSP|WP|CRP|L|WG|AC|CN|PC|Add|Rev|Corr)(?:\.|/)")
RES_YEAR = re.compile(r"\s?\((?P<year>[0-9]{4})\)")
RES_ROMAN = re.compile(r"\s?\((?P<roman>(?:E?S-|e?s-)?[IVXLivxl]{1,8}|[0-9]{1,2})\)(?:\s?(?P<part>[A-Z])(?![A-Za-z]))?")
RES_PART = re.compile(
    r"\s(?P<part>[A-Z]\s(?:and|to)\s[A-Z](?![A-Za-z0-9/-])|[B-Z]|A(?=\s(?:of|and|to)\s|\s?[-.,;)]|$)|[A-Z]-[A-Z])(?![A-Za-z0-9/-])"
)
ADOPTED = re.compile(r"/(?:RES/|res/|DEC/|PRST/|Res\.|Dec\.)")
BARE = re.compile(r"[A-Z.0-9/]{1,12}/(?:RES|DEC)/[0-9]{1,4}")
_DASH_SYMBOL = re.compile(r"[-–‑](?=[A-Z]{1,6}/)")
SUFFIX = re.compile(r"/(?:Add|Corr|Rev|Amend|Summary)\.?[0-9]*$")
MORE = r"(?:Add|Corr|Rev|Amend|SR|PV|CRP|L|WP)\."
"""The last elements by which a list goes on: "A/52/1 and Add.1"; a piece of a pattern."""


def is_series(head: str, rest: str) -> bool:
    """A series that is known, or an unknown one with a nature or suffix that only the UN's symbols have."""
    name = head.split("(", 1)[0].split(".", 1)[0]
    if name in SERIES:
        return True
    return name.isupper() and len(name) > 1 and rest.count("/") > 1 and _OF_BODIES.search(rest) is not None


def two_symbols(body: str) -> list[str]:
    """As in “A/62/89–E/2007/76”: the dash parts two symbols where a series stands behind it, unlike that of COP-MOP."""
    for match in _DASH_SYMBOL.finditer(body):
        if body[match.end() :].split("/", 1)[0] in SERIES:
            return [body[: match.start()], body[match.end() :]]
    return [body]


_SITES = ("un.org/", "undocs.org/")
_ADDRESS = re.compile(r"un(?:docs)?\.org/(?P<path>[^\s<>\"”“»«\x00]{3,300})")
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
    found: list[Address] = []
    if not any(site in text for site in _SITES):
        return found
    for match in _ADDRESS.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
        path = _without_stops(match["path"])
        symbol = _symbol_in(path)
        if before is not None and symbol is not None:
            found.append(Address(before.start(), match.start("path") + len(path), symbol))
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
