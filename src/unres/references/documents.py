"""Documents cited by their symbols, with the lists that leave out what repeats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import Joins
from unres.references.drafts import Document, Resolution
from unres.un.documents import (
    ADOPTED,
    BARE,
    HEAD,
    HEAD_LENGTH,
    MORE,
    NATURE,
    RES_PART,
    RES_ROMAN,
    RES_YEAR,
    SLASH,
    SUFFIX,
    SYMBOL,
    find_addresses,
    is_series,
    two_symbols,
)
from unres.un.limits import LATEST, POSSIBLE, fits
from unres.un.numerals import write_roman
from unres.un.symbols import read_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.un.documents import Address

_SPACE = re.compile(r"\s+")
_RANGE_END = re.compile(r"\s?[-–]\s?(?P<last>[0-9]{1,4})(?![0-9/])")
_RANGE = re.compile(r"(?P<stem>.*[/.])(?P<number>[0-9]{1,4})[–-](?P<again>(?:E?S-)?[0-9]{1,4}/)?(?P<last>[0-9]{1,4})")
_ENDING_NUMBER = re.compile(r"^(?P<stem>.*[/.])(?P<number>[0-9]{1,4})$")
_WITH_STEM_OF_HEAD = ("SR.", "PV.", "CRP.", "L.", "WP.")
"""Elements that stand in the place of the last one; others stand behind it."""
_LONGEST_JOIN = 12
"""For what stands between the two ends of a range."""
MAXIMUM_RANGE = 60
MOST_WRITTEN_OUT = 5000
"""In one document: ranges must not make a short text into millions of references."""


@for_all
def _more(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The members of a list that give only their last element, only their number, or session and number."""
    join = Joins.of_all(each.citations for each in languages)
    return (
        re.compile(
            rf"(?:\s?[,،]\s?|\s)(?:(?:{join.and_}|{join.to})\s?)?"
            rf"(?P<suffix>(?P<word>{MORE})(?P<number>[0-9]{{1,4}})(?![0-9/]))"
        ),
        re.compile(
            rf"(?:\s?[,،]\s?|\s)(?:(?:{join.and_})\s?)?(?P<number>[0-9]{{1,4}})"
            rf"(?=\s?[,،;.)؛:]|\s(?:{join.and_})\s?[0-9A-Z]|\s?[-–]\s?[0-9]|$|\n)(?!\s?\()"
        ),
        re.compile(
            rf"(?:\s?[,،]\s?|\s)(?:(?:{join.and_})\s?)?(?P<first>[0-9]{{1,4}}/)(?P<number>[0-9]{{1,4}})(?![0-9/]|\s?[A-Z]\b)"
        ),
    )


@for_all
def _to(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """What stands between the two ends of a range, and nothing else."""
    join = Joins.of_all(each.citations for each in languages)
    return re.compile(rf"\s(?:{join.to}|{join.through})\s|\s[–-]\s")


Symbol = Document | Resolution
"""A symbol in the text: of a resolution where it is one's."""


def find_symbols(text: str) -> list[Symbol]:
    """Every symbol of a text and every member of the lists that they head."""
    found: list[Symbol] = []
    written_out = 0
    end = -1
    addresses = find_addresses(text)
    to = _to()
    for slash in SLASH.finditer(text):
        at = slash.start()
        if at < end:
            continue
        if addresses and at >= addresses[0].start:
            here = addresses.pop(0)
            found.append(of_address(text, here))
            end = found[-1].end
            continue
        head_match = HEAD.search(text, max(end, at - HEAD_LENGTH, 0), at)
        match = SYMBOL.match(text, head_match.start()) if head_match else None
        if match is None:
            continue
        head, rest = match["head"], match["rest"]
        if not any(character.isdigit() for character in rest) or not is_series(head, rest):
            continue
        pieces = list(_read(text, match))
        if found and pieces[0].start - end < _LONGEST_JOIN and to.fullmatch(text, found[-1].end, pieces[0].start):
            written_out += MAXIMUM_RANGE
            found += _between(found[-1], pieces[0]) if written_out <= MOST_WRITTEN_OUT else ()
        found += pieces
        end = pieces[-1].end
        members = list(_members(text, found[-1]))
        written_out += len(members)
        found += members if written_out <= MOST_WRITTEN_OUT else members[:1]
        end = members[-1].end if members else end
    return found


def of_address(text: str, address: Address) -> Symbol:
    """The symbol in an address; the Council's year may stand behind it, after a space."""
    year = RES_YEAR.match(text, address.end) if address.symbol.startswith("S/RES/") else None
    if year and "(" not in address.symbol:
        return _settled(address.start, year.end(), f"{address.symbol} ({year['year']})")
    return _settled(address.start, address.end, address.symbol)


def _settled(start: int, end: int, symbol: str) -> Symbol:
    """The symbol in its canonical spelling."""
    if symbol.startswith("PRST/"):
        symbol = f"A/HRC/{symbol}"
    adopted = None
    if ADOPTED.search(symbol):
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


def _read(text: str, match: re.Match[str]) -> Iterator[Symbol]:
    """The one symbol found, or the two of a document with two symbols."""
    at = match.start()
    body = match["head"] + match["rest"]
    trimmed = body.rstrip(".-–‑")
    tail = match["tail"] if len(trimmed) == len(body) else ""
    pieces = two_symbols(trimmed)
    for index, piece in enumerate(pieces):
        yield from _one(text, at, piece, tail if index == len(pieces) - 1 else "")
        at += len(piece) + 1


def _one(text: str, start: int, written: str, tail: str) -> Iterator[Symbol]:
    """A symbol with what stands in brackets behind it, and a range over its last element written out."""
    stop = start + len(written)
    piece = NATURE.sub(lambda nature: nature[0].upper(), _SPACE.sub("", written).replace("‑", "-"))
    ends = _RANGE.fullmatch(piece) if "–" in piece or ADOPTED.search(piece) else None
    if ends and ends["stem"].endswith(ends["again"] or ""):
        yield _settled(start, stop - len(piece) + ends.end("number"), ends["stem"] + ends["number"])
        yield from _range(ends["stem"], int(ends["number"]), int(ends["last"]), stop)
        return
    if "–" in piece:
        piece = piece.replace("–", "-")
    if ADOPTED.search(piece):
        year = RES_YEAR.match(text, stop) if piece.startswith("S/") else None
        if year:
            yield _settled(start, year.end(), f"{piece} ({year['year']})")
            return
        roman = RES_ROMAN.match(text, stop) if BARE.fullmatch(piece) else None
        if roman:
            session = write_roman(int(roman["roman"])) if roman["roman"].isdigit() else roman["roman"].upper()
            yield _settled(start, roman.end(), f"{piece}({session}){roman['part'] or ''}")
            return
        part = RES_PART.match(text, stop) if piece[-1:].isdigit() and not piece.startswith("S/") else None
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


def _between(first: Symbol, last: Symbol) -> Iterator[Symbol]:
    """As in “A/RES/46/1 to A/RES/46/5”: those between stand where the last one stands."""
    low, high = (_ENDING_NUMBER.match(symbol.symbol or "") for symbol in (first, last))
    if low and high and low["stem"] == high["stem"]:
        for symbol in _range(low["stem"], int(low["number"]), int(high["number"]) - 1, last.end):
            yield replace(symbol, start=last.start)


def _can_be(head: Resolution, symbol: str) -> bool:
    """Whether the same organ can have adopted this."""
    read = read_symbol(symbol)
    if read is None or read.organ != head.organ or (read.year is None) != (head.year is None):
        return False
    decision, first = read.instrument == "decision", read.year or read.session or 0
    return fits(read.organ, first, read.number, decision=decision, limit=LATEST) == POSSIBLE


def _members(text: str, head: Symbol) -> Iterator[Symbol]:
    """As in “A/52/1 and Add.1 and Corr.1–2”, "A/64/115, 174 and 323", "A/C.6/76/SR.16 و 17"."""
    at, symbol = head.end, head.symbol or ""
    base = SUFFIX.sub("", symbol)
    numbered = _ENDING_NUMBER.match(symbol)
    more, more_numbers, more_pairs = _more()
    for _ in range(MAXIMUM_RANGE):
        match = more.match(text, at)
        if match:
            word = match["word"]
            stem = (symbol[: symbol.rfind("/") + 1] if word in _WITH_STEM_OF_HEAD else f"{base}/") + word
        elif numbered and (match := more_numbers.match(text, at)):
            stem = numbered["stem"]
            if stem.endswith("/") and int(match["number"]) <= int(numbered["number"]):
                return
        elif isinstance(head, Resolution) and numbered and (match := more_pairs.match(text, at)):
            stem = numbered["stem"][: numbered["stem"][:-1].rfind("/") + 1] + match["first"]
            if not ADOPTED.search(stem) or not _can_be(head, f"{stem}{match['number']}"):
                return
        else:
            return
        first = int(match["number"])
        start = next(match.start(name) for name in ("suffix", "first", "number") if name in match.re.groupindex)
        at = match.end()
        yield _settled(start, at, f"{stem}{first}")
        rest = _RANGE_END.match(text, at)
        if rest:
            at = rest.end()
            yield from _range(stem, first, int(rest["last"]), at)
