"""Addresses of documents, and the symbols in them.

::

    https://docs.un.org/ar/A/RES/67/190    undocs.org/S/PRST/2018/1    https://docs.un.org/en/a/res/67/190?direct=true
    https://documents.un.org/api/symbol/access?s=A/RES/67/190&l=ar
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from unres.references.scan import anchored
from unres.un.symbols import SERIES

_SITES = (
    ("un.org/", re.compile(r"un\.org/(?P<path>[^\s<>\"”“»«\x00]{3,300})")),
    ("undocs.org/", re.compile(r"undocs\.org/(?P<path>[^\s<>\"”“»«\x00]{3,300})")),
)
_BEFORE = re.compile(r"(?:https?://)?(?:[A-Za-z-]{1,12}\.){0,3}$")
_LONGEST_BEFORE = 60
_QUERIED = re.compile(r"[?&;](?:s|symbol|finalsymbol)=(?P<symbol>[^&#]+)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:(?:ar|en|es|fr|ru|zh)/)?(?P<symbol>[^?#]+)", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,6}(?:\.[0-9]{1,2})?(?:/[A-Za-z0-9.() -]{1,40}){1,9}")
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
    is_symbol = _SYMBOL.fullmatch(symbol) and head in SERIES and any(map(str.isdigit, symbol))
    return symbol if is_symbol else None
