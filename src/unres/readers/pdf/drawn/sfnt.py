"""The tables of a TrueType or OpenType program that say what its glyphs are: cmap, post and GSUB.

Programs come out of files of any origin. Every offset is checked by the slice that it takes: what points outside a
table raises FontError, and so does what is larger than any font needs.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_TABLES = 64
_MOST_SUBTABLES = 16
_MOST_GROUPS = 20_000
_MOST_NAMES = 20_000
_MOST_ENTRIES = 70_000
"""Characters in one cmap: more than the basic plane holds."""


class FontError(ValueError):
    """A table is damaged, contradicts itself, or asks for more than any font needs."""


def numbers(data: bytes, offset: int, form: str) -> tuple[int, ...]:
    """Big-endian numbers at an offset, by the letters of ``struct``.

    Raises:
        FontError: they lie outside the data.
    """
    try:
        return struct.unpack_from(">" + form, data, offset)
    except (struct.error, ValueError) as error:  # a negative offset too
        raise FontError("a table ends before what it points at") from error


class Sfnt:
    """The tables of one program.

    Raises:
        FontError: from the constructor and from every method, where the program is damaged.
    """

    def __init__(self, data: bytes) -> None:
        start = numbers(data, 12, "I")[0] if data[:4] == b"ttcf" else 0
        count = numbers(data, start + 4, "H")[0]
        if data[start : start + 4] not in (b"\0\1\0\0", b"true", b"OTTO", b"\0\2\0\0"):
            raise FontError("no TrueType program")
        if count > _MOST_TABLES:
            raise FontError("too many tables")
        self._data = data
        self._places: dict[bytes, tuple[int, int]] = {}
        for index in range(count):
            at = start + 12 + 16 * index
            offset, length = numbers(data, at + 8, "II")
            self._places.setdefault(data[at : at + 4], (offset, length))
        self.glyph_count = numbers(self.table(b"maxp"), 4, "H")[0]

    def table(self, tag: bytes) -> bytes:
        """One table; empty where the program has none."""
        offset, length = self._places.get(tag, (0, 0))
        return self._data[offset : offset + length]

    def cmaps(self) -> Iterator[tuple[tuple[int, int], dict[int, int]]]:
        """Each cmap that is used for text: its platform and encoding, and the glyph ids by character."""
        table = self.table(b"cmap")
        if not table:
            return
        seen: set[int] = set()
        for index in range(min(numbers(table, 2, "H")[0], _MOST_SUBTABLES)):
            platform, encoding, offset = numbers(table, 4 + 8 * index, "HHI")
            if offset in seen and platform == 0:
                continue
            seen.add(offset)
            yield (platform, encoding), _subtable(table, offset)

    def names(self) -> dict[int, str]:
        """Glyph names by glyph id, of a post table that lists them itself; the standard 258 are left out."""
        table = self.table(b"post")
        if len(table) < 34 or numbers(table, 0, "I")[0] != 0x20000:
            return {}
        count = min(numbers(table, 32, "H")[0], self.glyph_count, _MOST_NAMES)
        indices = numbers(table, 34, f"{count}H")
        strings: list[str] = []
        at = 34 + 2 * count
        while at < len(table) and len(strings) < _MOST_NAMES:
            length = table[at]
            strings.append(table[at + 1 : at + 1 + length].decode("latin-1"))
            at += 1 + length
        return {glyph: strings[i - 258] for glyph, i in enumerate(indices) if 0 <= i - 258 < len(strings)}


def _subtable(table: bytes, offset: int) -> dict[int, int]:
    form = numbers(table, offset, "H")[0]
    if form == 0:
        return {code: glyph for code, glyph in enumerate(table[offset + 6 : offset + 262]) if glyph}
    if form == 4:
        return _segments(table, offset)
    if form == 6:
        first, count = numbers(table, offset + 6, "HH")
        glyphs = numbers(table, offset + 10, f"{count}H")
        return {first + index: glyph for index, glyph in enumerate(glyphs) if glyph}
    if form == 12:
        return _groups(table, offset)
    return {}  # of Chinese encodings, and of variants


def _segments(table: bytes, offset: int) -> dict[int, int]:
    """Format 4: runs of characters, each with a difference to the glyph id or a list of glyph ids."""
    count = numbers(table, offset + 6, "H")[0] // 2
    at = offset + 14
    ends = numbers(table, at, f"{count}H")
    starts = numbers(table, at + 2 + 2 * count, f"{count}H")
    deltas = numbers(table, at + 2 + 4 * count, f"{count}H")
    places = at + 2 + 6 * count
    offsets = numbers(table, places, f"{count}H")
    found: dict[int, int] = {}
    size = 0
    for index in range(count):
        first, last, delta = starts[index], ends[index], deltas[index]
        if last < first or first == 0xFFFF:
            continue
        size += last - first + 1
        if size > _MOST_ENTRIES:
            raise FontError("a cmap has too many characters")
        if not offsets[index]:
            found.update((code, (code + delta) & 0xFFFF) for code in range(first, last + 1))
            continue
        listed = numbers(table, places + 2 * index + offsets[index], f"{last - first + 1}H")
        found.update((first + step, (glyph + delta) & 0xFFFF) for step, glyph in enumerate(listed) if glyph)
    return found


def _groups(table: bytes, offset: int) -> dict[int, int]:
    """Format 12: runs of characters in the order of their glyph ids."""
    count = numbers(table, offset + 12, "I")[0]
    if count > _MOST_GROUPS:
        raise FontError("a cmap has too many groups")
    found: dict[int, int] = {}
    for index in range(count):
        first, last, glyph = numbers(table, offset + 16 + 12 * index, "III")
        if last < first or last > 0x10FFFF or len(found) + last - first >= _MOST_ENTRIES:
            raise FontError("a cmap has too many characters")
        found.update((code, glyph + code - first) for code in range(first, last + 1))
    return found


_SINGLE, _ALTERNATE, _LIGATURE, _EXTENSION = 1, 3, 4, 7
_MOST_NUMBERS = 250_000
"""Numbers read from one table, those read twice counted twice: subtables may point at the same bytes."""
_MOST_PARTS = 8  # letters in a ligature
_ROUNDS = 6
"""How many substitutions one after the other lead from a letter to what is drawn."""
_MOST_TEXTS = 6  # that one glyph is remembered to stand for


class Substitution(NamedTuple):
    """A glyph that stands in the place of others, which are given in their logical order."""

    glyph: int
    parts: tuple[int, ...]


def substitutions(table: bytes) -> list[Substitution]:
    """All single, alternate and ligature substitutions of a GSUB table, in their order.

    Raises:
        FontError: the table is damaged, or has more rules than any font needs.
    """
    return list(_Table(table).rules()) if table else []


class _Table:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = _MOST_NUMBERS

    def _numbers(self, at: int, form: str, count: int) -> tuple[int, ...]:
        self._spend(count)
        return numbers(self._data, at, f"{count}{form}")

    def _spend(self, count: int) -> None:
        self._left -= count + 1
        if self._left < 0:
            raise FontError("GSUB has more rules than a font needs")

    def _list(self, at: int) -> tuple[int, ...]:
        """A count, and as many numbers."""
        return self._numbers(at + 2, "H", self._numbers(at, "H", 1)[0])

    def rules(self) -> Iterator[Substitution]:
        lookups = self._numbers(8, "H", 1)[0]
        for place in self._list(lookups):
            kind = self._numbers(lookups + place, "H", 1)[0]
            for offset in self._list(lookups + place + 4):
                yield from self._subtable(kind, lookups + place + offset)

    def _subtable(self, kind: int, at: int) -> Iterator[Substitution]:
        if kind == _EXTENSION:
            kind = self._numbers(at + 2, "H", 1)[0]
            at += self._numbers(at + 4, "I", 1)[0]
        if kind not in (_SINGLE, _ALTERNATE, _LIGATURE):
            return
        form, coverage = self._numbers(at, "H", 2)
        covered = self._coverage(at + coverage)
        if kind == _SINGLE and form == 1:
            delta = self._numbers(at + 4, "H", 1)[0]
            yield from (Substitution((glyph + delta) & 0xFFFF, (glyph,)) for glyph in covered)
            return
        for glyph, value in zip(covered, self._list(at + 4), strict=False):
            if kind == _SINGLE:
                yield Substitution(value, (glyph,))
            elif kind == _ALTERNATE:
                yield from (Substitution(other, (glyph,)) for other in self._list(at + value))
            else:
                yield from self._ligatures(at + value, glyph)

    def _ligatures(self, at: int, first: int) -> Iterator[Substitution]:
        for offset in self._list(at):
            glyph, parts = self._numbers(at + offset, "H", 2)
            if 1 <= parts <= _MOST_PARTS:
                yield Substitution(glyph, (first, *self._numbers(at + offset + 4, "H", parts - 1)))

    def _coverage(self, at: int) -> Sequence[int]:
        """The glyphs that a subtable is about, in the order in which it counts them."""
        if self._numbers(at, "H", 1)[0] == 1:
            return self._list(at + 2)
        glyphs: list[int] = []
        for index in range(self._numbers(at + 2, "H", 1)[0]):
            first, last, _ = self._numbers(at + 4 + 6 * index, "H", 3)
            self._spend(max(last - first, 0))
            glyphs += range(first, last + 1)
        return glyphs


def spread(texts: Mapping[int, list[str]], rules: list[Substitution]) -> dict[int, list[str]]:
    """Gives glyphs without characters those of the glyphs that they stand for.

    A glyph that has characters keeps them, so that rules which run in a circle change nothing.

    Args:
        texts: what each glyph can stand for, by glyph id.
        rules: the substitutions.

    Returns:
        The same, with the glyphs that the rules lead to.
    """
    known = dict(texts)
    waiting = rules
    for _ in range(_ROUNDS):
        fresh: dict[int, list[str]] = {}
        left: list[Substitution] = []
        for rule in waiting:
            if rule.glyph in known:
                continue
            if not all(part in known for part in rule.parts):
                left.append(rule)
                continue
            found = fresh.setdefault(rule.glyph, [])
            wanted = known[rule.parts[0]]
            if len(rule.parts) > 1:
                wanted = ["".join(known[part][0] for part in rule.parts)]
            found += [text for text in wanted if text not in found][: _MOST_TEXTS - len(found)]
        if not fresh:
            break
        known.update(fresh)
        waiting = left
    return known
