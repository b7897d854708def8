"""Outlines whose text is known from files with right maps: a table that comes with the package.

It is made by ``benchmarks/pdf/outlines.py``. A font that was cut down to the glyphs of one document, and lost
every table that tells what they are, still draws them as all others do that were cut from the same font.
"""

from __future__ import annotations

import struct
import zlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = 5  # bytes of an outline's number


def known_text(shape: int) -> str:
    """The text of an outline; empty where it is not known."""
    return _table().get(shape, "")


@cache
def _table() -> Mapping[int, str]:
    return unpacked(files(__package__).joinpath("outlines.bin").read_bytes())


def packed(table: Mapping[int, str]) -> bytes:
    """The table as it is kept: the texts, then for each outline its number and the place of its text among them."""
    texts = sorted(set(table.values()))
    places = {text: index for index, text in enumerate(texts)}
    words = zlib.compress("\n".join(texts).encode(), 9)
    rows = sorted(table.items())
    numbers = b"".join(shape.to_bytes(_NUMBER, "big") for shape, _ in rows)
    indices = zlib.compress(struct.pack(f">{len(rows)}H", *(places[text] for _, text in rows)), 9)
    return struct.pack(">III", len(rows), len(words), len(indices)) + words + indices + numbers


def unpacked(data: bytes) -> dict[int, str]:
    """The table that was packed so."""
    count, words, indices = struct.unpack_from(">III", data)
    texts = zlib.decompress(data[12 : 12 + words]).decode().split("\n")
    places = struct.unpack(f">{count}H", zlib.decompress(data[12 + words : 12 + words + indices]))
    at = 12 + words + indices
    numbers = (data[start : start + _NUMBER] for start in range(at, at + _NUMBER * count, _NUMBER))
    return {int.from_bytes(number, "big"): texts[place] for number, place in zip(numbers, places, strict=True)}
