"""Mutation where it reaches the readers: inside the parts of a zip and the packed streams of a PDF.

A changed byte of packed data only tests the unpacking. Here one part or stream is unpacked, changed and packed
again, so that the change arrives in the XML of a Word file or in the drawing commands of a page.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_STREAM = re.compile(rb"stream\r?\n(.{1,200000}?)\r?\n?endstream", re.DOTALL)
_TEXT = re.compile(rb">([^<>]{1,400})<|^([^<>\n]{1,400})$", re.MULTILINE)
_WORDS = [
    word.encode()
    for word in """
        1. 2 - ٣ (a) (أ) (هـ) (ii) ’2‘ I أولا A. ألف • – a. (1) ¹ ⁽²⁾ ^(٣) * [^4]
        (١٤) 67/190 ١٩٠/٦٧ A/RES/71/94 S/RES/1325 1325 (2000) (د-3) دإط-10/21 2/9
        12-49072 3b 🙂 \u200f \u0640 \ufffd \u0651 ﻻ Annex المرفق Ibid. المرجع نفسه
        إن الجمعية العامة، The General Assembly, Recalling وإذ تشير Urges تحث In
        favour: المؤرخ كانون الأول/ديسمبر
    """.split()
]
_ROOT = re.compile(rb"(?:[^<]{0,20}<[?!][^>]{0,400}>){0,5}[^<]{0,20}<[^?!>]{0,4000}>")
_BETWEEN_TAGS = re.compile(rb">([^<>&]{1,400})<")
_NO_MARKUP = bytes(n if n >= 32 and n not in b"<&" else 32 for n in range(256))
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]{0,40})(?:\s[^<>]{0,400})?(?:/>|>(?:(?!<\1[\s>]).){0,3000}?</\1>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb"=\s*\"([^\"<&]{0,80})\"")
_VALUES = [
    b"",
    b"-1",
    b"0",
    b"1",
    b"7",
    b"999999999999999999999",
    b"x",
    b"9" * 5000,
    b"1e9",
    b"on",
    b"2012-12-20",
    b"eng",
]
_RAW = 0.1  # part of the mutations that change the file's own bytes all the same
_MOST_UNPACKED = 400_000
_SHORT = 4096

Mutate = Callable[[bytes, int], bytes]


def mutated(data: bytes, largest: int, chance: random.Random, mutate: Mutate) -> bytes:
    """The data changed once by `mutate`, on the level that `chance` chooses."""
    if chance.random() > _RAW:
        if data.startswith(b"PK\x03\x04"):
            return _in_zip(data, largest, chance, mutate)
        if data.startswith(b"%PDF"):
            return _in_pdf(data, largest, chance, mutate)
    if (len(data) > _SHORT or is_xml(data)) and chance.random() < 1 - _RAW:
        return _in_window(data, largest, chance, mutate)
    return mutate(data, largest)


def _in_window(data: bytes, largest: int, chance: random.Random, mutate: Mutate) -> bytes:
    """Changes a short piece, which costs far less than moving a long text about."""
    level = chance.random()
    for least, change in ((0.4, _in_elements), (0.15, _in_words)):
        if level >= least and (found := change(data, chance)) is not None and len(found) <= largest:
            return found
    if is_xml(data) and chance.random() < 1 - _RAW:
        texts = [match.span(1) for match in _BETWEEN_TAGS.finditer(data, chance.randrange(len(data) // 2 + 1))]
        if texts:
            start, end = chance.choice(texts)
            piece = mutate(data[start:end], 1024).translate(_NO_MARKUP).decode("utf-8", "ignore").encode()
            return data[:start] + piece + data[end:]
    length = chance.choice((16, 64, 512))
    start = chance.randrange(max(1, len(data) - length))
    piece = mutate(data[start : start + length], length * 2)
    return (data[:start] + piece + data[start + length :])[:largest]


def is_xml(data: bytes) -> bool:
    """Whether it is to stay well-formed: Akoma Ntoso, or a part of a Word file."""
    return b"xmlns" in data[:2000] or data.startswith(b"<?xml")


def _in_elements(data: bytes, chance: random.Random) -> bytes | None:
    """Moves, repeats or leaves out an element, or gives an attribute another value; what was well-formed stays so."""
    from_here = chance.randrange(max(1, len(data) * 3 // 4))
    if chance.random() < 0.5:
        values = [match.span(1) for match in islice(_ATTRIBUTE.finditer(data, max(from_here, _declared(data))), 200)]
        if values:
            start, end = chance.choice(values)
            other = chance.choice(_VALUES) if chance.random() < 0.5 else data[slice(*chance.choice(values))]
            return data[:start] + other + data[end:]
    found = [match.span() for match in islice(_ELEMENT.finditer(data, from_here), 200)]
    if len(found) < 2:
        return None
    (start, end), (to, to_end) = sorted(chance.sample(found, 2))
    one, between, two = data[start:end], data[end:to], data[to:to_end]
    changed = chance.choice(
        (two + between + one, one + between + one, two + between + two, between + one + two, between)
    )
    return data[:start] + changed + data[to_end:]


def _declared(data: bytes) -> int:
    """Where the root element of XML ends, whose namespaces all others need; 0 for what is no XML."""
    root = _ROOT.match(data) if is_xml(data) else None
    return root.end() if root else 0


def _in_words(data: bytes, chance: random.Random) -> bytes | None:
    """Puts a label, a mark or another text of the file in place of, before or into a text; markup stays whole."""
    texts = [match.span(match.lastindex or 1) for match in _TEXT.finditer(data, chance.randrange(len(data) // 2 + 1))]
    if not texts:
        return None
    start, end = chance.choice(texts)
    other = chance.choice(_WORDS) if chance.random() < 0.7 else data[slice(*chance.choice(texts))]
    match chance.randrange(4):
        case 0:
            return data[:start] + other + data[end:]
        case 1:
            return data[:start] + other + b" " + data[start:]
        case 2:
            return data[:start] + data[end:]
        case _:
            at = chance.randint(start, end)
            return data[:at] + other + data[at:]


def _in_zip(data: bytes, largest: int, chance: random.Random, mutate: Mutate) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos = [info for info in opened.infolist() if info.file_size < _MOST_UNPACKED]
            parts = {info.filename: opened.read(info) for info in infos}
    except Exception:  # noqa: BLE001  # what is no zip any more is changed as it is
        return mutate(data, largest)
    if not parts:
        return mutate(data, largest)
    chosen = chance.choice(list(parts))
    parts[chosen] = _in_window(parts[chosen], _MOST_UNPACKED, chance, mutate) if parts[chosen] else b"x"
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, part in parts.items():
            kept.writestr(name, part)
    return box.getvalue() if len(box.getvalue()) <= largest else data


def _in_pdf(data: bytes, largest: int, chance: random.Random, mutate: Mutate) -> bytes:
    """One packed stream changed; it keeps its length where it can, so that the table of objects stays true."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return mutate(data, largest)
    stream = chance.choice(streams)
    try:
        plain = zlib.decompressobj().decompress(stream[1], _MOST_UNPACKED)
    except zlib.error:
        return _in_window(data, largest, chance, mutate)
    if not plain:
        return mutate(data, largest)
    packed = zlib.compress(_in_window(plain, _MOST_UNPACKED, chance, mutate), 9)
    if len(packed) < len(stream[1]):
        packed += bytes(len(stream[1]) - len(packed))
    return (data[: stream.start(1)] + packed + data[stream.end(1) :])[:largest]
