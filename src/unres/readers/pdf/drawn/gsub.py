"""Which glyphs a font puts in the place of others: the substitutions of its GSUB table, read without their context.

A form of a letter (initial, medial, final) or a ligature of several has no entry in the cmap. It is reached from
those that have one, by lookups of type 1 (single), 3 (alternate) and 4 (ligature). Which feature or which neighbours
ask for a lookup does not matter here: whatever the reason, the glyph shows the letters that it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unres.readers.pdf.drawn.sfnt import FontError, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
