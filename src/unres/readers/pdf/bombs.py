"""What a PDF may unpack to: packed streams are measured before an interpreter takes them."""

from __future__ import annotations

import re
import zlib

from unres.readers.pdf.glyphs import BombError

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
