"""What a PDF may cost: the time for each page, and what packed streams may unpack to.

Loops whose time may grow faster than the page call :func:`check_time`. The end of the time is kept for the thread and
task that reads (a context variable), so that no function has to hand it on.

Deflate packs at most a thousand to one, so that only long streams and those packed twice need be measured before an
interpreter unpacks them. What no page needs (sixteen million bytes of content, a map of a million codes) is refused
with BombError; the page it stands on is then named as damaged, and the others are read.
"""

from __future__ import annotations

import re
import time
import zlib
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

from playa.ascii85 import ascii85decode, asciihexdecode
from playa.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    ContentStream,
    resolve1,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class PdfLimits(Protocol):
    """The limits that concern a PDF."""

    @property
    def max_bytes(self) -> int:
        """Size of the file."""

    @property
    def max_pages(self) -> int:
        """Number of pages."""

    @property
    def max_characters(self) -> int:
        """Length of the text."""

    @property
    def seconds_per_page(self) -> float:
        """Time for one page, from its interpretation to its paragraphs."""


class LockedError(Exception):
    """The PDF is encrypted and asks for a password."""


class LateError(Exception):
    """The time for a page has run out, or it holds more than a page does; what was found until then is kept."""


class BombError(ValueError):
    """Something in the PDF unpacks to more than is ever needed."""


_end: ContextVar[float] = ContextVar("end of the time for a page")


class PageClock:
    """What is left of the time for one page; it runs only inside :meth:`running`."""

    __slots__ = ("_left",)

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    @contextmanager
    def running(self, share: float = 1.0) -> Iterator[None]:
        """Has :func:`check_time` raise once that share of what is left is used up.

        A clock that runs inside another keeps its own time.
        """
        started = time.monotonic()
        before = _end.set(started + share * self._left)
        try:
            yield
        finally:
            _end.reset(before)
            self._left -= time.monotonic() - started


def check_time() -> None:
    """Ends the work on a page whose time is up.

    Raises:
        LateError: it is.
    """
    end = _end.get(None)
    if end is not None and time.monotonic() > end:
        raise LateError


MOST = 16_000_000
"""Bytes that one stream may unpack to: more than a page can be read of in its time."""
_MOST_IN_ALL = 256_000_000
"""Bytes that all streams measured of one file may unpack to together."""
_STEP = 1 << 20

_PACKED_OBJECTS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_WIDE_ROWS = re.compile(rb"/(?:Columns|Colors)\s{0,9}[0-9]{7}")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2_000  # bytes before and after the type within which the stream begins


def check_packed_objects(data: bytes) -> None:
    """Measures the streams that hold objects and tables of objects, which are unpacked as a file is opened.

    Raises:
        BombError: they come to too much.
    """
    if _WIDE_ROWS.search(data):
        raise BombError("a stream is laid out in rows of a million columns")
    left = _MOST_IN_ALL
    for found in _PACKED_OBJECTS.finditer(data):
        begin = _STREAM.search(data, found.end(), found.end() + _DICTIONARY)
        if begin is None:
            continue
        end = data.find(b"endstream", begin.end())
        raw = data[begin.end() : end if end > 0 else len(data)]
        head = data[max(data.rfind(b"obj", 0, found.start()), found.start() - _DICTIONARY, 0) : begin.start()]
        left -= _inflated_size(raw, min(left, MOST))
        if _packed_twice(head):
            raise BombError("objects are packed more than once")


def _packed_twice(head: bytes) -> bool:
    return sum(head.count(name) for name in (b"/FlateDecode", b"/LZWDecode", b"/RunLengthDecode")) > 1


def _inflated_size(data: bytes, most: int) -> int:
    """What the bytes unpack to, without holding it.

    Raises:
        BombError: more than `most`.
    """
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while data and size <= most:
            size += len(unpacker.decompress(data, _STEP))
            data = unpacker.unconsumed_tail
    except zlib.error:
        pass  # not packed this way, or damaged
    if size > most:
        raise BombError(f"a stream unpacks to more than {most:,} bytes")
    return size


_SMALL = 15_000
"""Packed once, fewer bytes than this cannot unpack to more than MOST."""
_MOST_LZW = 256_000
_MOST_RUNS = 1_000_000
_MOST_MAP = 2_000_000
_MOST_CONTENT = 8_000_000
_MOST_SPACES = 1_000
_MOST_CODES = 1_000_000

_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_RANGES = re.compile(rb"begin(?:bf|cid|notdef)range(.*?)end(?:bf|cid|notdef)range", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,16})>\s{0,9}<([0-9A-Fa-f]{1,16})>\s{0,9}(?:<[^>]{0,4096}>|\[[^\]]*\]|[0-9]+)")


def checked_content(streams: Iterable[ContentStream]) -> bytes:
    """The content of a page or of a form, unpacked and in one piece.

    Raises:
        BombError: it is more than a page needs.
    """
    parts: list[bytes] = []
    size = 0
    for stream in streams:
        check_streams((stream,))
        parts.append(stream.buffer)
        size += len(parts[-1])
        if size > _MOST_CONTENT:
            raise BombError(f"its content is over {_MOST_CONTENT:,} bytes")
    return b"\n".join(parts)


def check_streams(streams: Iterable[ContentStream]) -> None:
    """Measures what streams unpack to.

    Raises:
        BombError: a stream unpacks to too much.
    """
    for stream in streams:
        filters = [name for name, _ in stream.get_filters()]
        _check_layout(stream)
        if len(stream.rawdata) >= _SMALL or len(filters) > 1:
            _unpacked(_packed(stream), filters)


def _check_layout(stream: ContentStream) -> None:
    """Rows of a predictor are laid out in memory as wide as they are said to be."""
    for _, parameters in stream.get_filters():
        width = 1
        for key in ("Columns", "Colors", "BitsPerComponent"):
            value = resolve1(parameters.get(key, 1))
            width *= value if isinstance(value, int) else 1
        if width > MOST:
            raise BombError("a stream is laid out in rows of a million columns")


def check_font(spec: Any) -> None:
    """Measures what a font brings along: its program, its maps, its widths, its way from cids to glyphs.

    Raises:
        BombError: there is more of it than any font has.
    """
    seen = [spec, *(resolve1(one) for one in _list(spec, "DescendantFonts"))]
    for font in (one for one in seen if isinstance(one, dict)):
        for key in ("ToUnicode", "Encoding"):
            _check_map(resolve1(font.get(key)))
        for key in ("W", "W2"):
            _check_widths(_list(font, key))
        parts: list[Any] = [resolve1(font.get("CIDToGIDMap"))]
        descriptor = resolve1(font.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            parts += (resolve1(descriptor.get(key)) for key in ("FontFile", "FontFile2", "FontFile3"))
        check_streams(part for part in parts if is_stream(part))


def _list(holder: Any, key: str) -> list[Any]:
    found = resolve1(holder.get(key)) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []


def is_stream(found: object) -> TypeGuard[ContentStream]:
    """Whether it is a stream. The class shares its register of subclasses with Mapping, so that a dict may pass."""
    return isinstance(found, ContentStream) and not isinstance(found, dict)


def _check_map(stream: Any) -> None:
    if not is_stream(stream):
        return
    text = _unpacked(_packed(stream), [name for name, _ in stream.get_filters()])
    if len(text) > _MOST_MAP:
        raise BombError(f"the character map of a font is over {_MOST_MAP:,} bytes")
    if sum(block.count(b"<") for block in _SPACES.findall(text)) > _MOST_SPACES:
        raise BombError("the character map of a font has too many spaces of codes")
    codes = 0
    for block in _RANGES.finditer(text):
        for low, high in _RANGE.findall(block[1]):
            codes += max(0, int(high, 16) - int(low, 16))
            if codes > _MOST_CODES:
                raise BombError(f"the character map of a font has over {_MOST_CODES:,} codes")


def _check_widths(widths: list[Any]) -> None:
    """Widths say "from code, to code, width": a pair may name any number of codes."""
    codes = 0
    last: list[float] = []
    for item in widths:
        value = resolve1(item)
        if isinstance(value, list):
            codes += len(value)
            last = []
        elif isinstance(value, (int, float)):
            last.append(value)
            if len(last) > 2:
                codes += max(0, int(last[1] - last[0]))
                last = []
        if codes > _MOST_CODES:
            raise BombError(f"a font gives over {_MOST_CODES:,} widths")


def _packed(stream: ContentStream) -> bytes:
    """The stream as it is packed; one of an encrypted file, which opens without a password, is decrypted."""
    if stream.decipher is None:
        return stream.rawdata
    return stream.decipher(stream.objid or 0, stream.genno or 0, stream.rawdata, stream.attrs)


def _unpacked(data: bytes, filters: list[Any]) -> bytes:
    """The stream unpacked, never to more than MOST; filters that only pictures have end it."""
    for name in filters:
        if name in LITERALS_FLATE_DECODE:
            data = _inflated(data)
        elif name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_ASCIIHEX_DECODE:
            data = asciihexdecode(data)
        elif name in LITERALS_LZW_DECODE:
            from playa.lzw import lzwdecode

            _refuse_over(data, _MOST_LZW)
            data = lzwdecode(data)
        elif name in LITERALS_RUNLENGTH_DECODE:
            from playa.runlength import rldecode

            _refuse_over(data, _MOST_RUNS)
            data = rldecode(data)
        else:
            break
    return data


def _refuse_over(data: bytes, most: int) -> None:
    if len(data) > most:
        raise BombError(f"packed in an old way, its content is over {most:,} bytes")


def _inflated(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        out = unpacker.decompress(data, MOST + 1)
    except zlib.error:
        return b""  # damaged: the interpreter takes what it can of it
    if len(out) > MOST:
        raise BombError(f"its content unpacks to more than {MOST:,} bytes")
    return out
