"""What pages and fonts may unpack to, measured before playa-pdf takes them.

Bytes pack to a thousandth at most, so that only long streams and those packed twice need be measured. What a page
never needs (sixteen million bytes of content, a map of a million codes) is refused with BombError; the
page it stands on is then named as damaged, and the others are read.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any, TypeGuard

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

from unres.readers.pdf.bombs import MOST
from unres.readers.pdf.glyphs import BombError

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def check_font(spec: Any) -> None:  # noqa: ANN401  whatever the file has there
    """Measures what a font brings along: its program, its maps, its widths.

    Raises:
        BombError: there is more of it than any font has.
    """
    seen = [spec, *(resolve1(one) for one in _list(spec, "DescendantFonts"))]
    for font in (one for one in seen if isinstance(one, dict)):
        for key in ("ToUnicode", "Encoding"):
            _check_map(resolve1(font.get(key)))
        for key in ("W", "W2"):
            _check_widths(_list(font, key))
        descriptor = resolve1(font.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            programs: Any = (resolve1(descriptor.get(key)) for key in ("FontFile", "FontFile2", "FontFile3"))
            check_streams(program for program in programs if _is_stream(program))


def _list(holder: Any, key: str) -> list[Any]:  # noqa: ANN401
    found = resolve1(holder.get(key)) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []


def _is_stream(found: object) -> TypeGuard[ContentStream]:
    """Whether it is a stream. The class shares its register of subclasses with Mapping, so that a dict may pass."""
    return isinstance(found, ContentStream) and not isinstance(found, dict)


def _check_map(stream: Any) -> None:  # noqa: ANN401
    if not _is_stream(stream):
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
            if len(last) > 2:  # noqa: PLR2004
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
