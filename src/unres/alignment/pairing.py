"""Pairs two sequences of units: what is sure first, then what lies between, then what one language divides.

1. Units with the same id that say the same are paired at once: nearly all, nearly always.
2. Of the others, those are paired that are each other's best by far, wherever they stand: blocks that were moved.
3. What lies between them is paired in order, by ids, shapes, lengths and what little is shared.
4. What is still alone joins its neighbour's pair when the counterpart holds its words too: a split, a join.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from unres.alignment.units import Evidence
from unres.chains import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from unres.alignment.units import Unit

_MOST_PAIRS = 160_000
"""Up to so many pairs each is looked at; of more, those near the diagonal."""
_LEAST_REACH = 32
"""How far from the diagonal that is, at least."""


def best_in_order(rows: int, columns: int, gain: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs without crossings whose gains together are greatest.

    Time and memory grow with the rows and columns; up to `_MOST_PAIRS` with their product.

    Args:
        rows: how many members the first sequence has.
        columns: the same of the second.
        gain: what a pair adds; it is not made where that is not above 0.
    """
    reach = columns if rows * columns <= _MOST_PAIRS else _LEAST_REACH + columns // rows
    gains: dict[tuple[int, int], float] = {}
    for row in range(rows):
        middle = (row + 1) * columns // rows
        for column in range(max(0, middle - reach - 1), min(columns, middle + reach)):
            if (gained := gain(row, column)) > 0:
                gains[row, column] = gained
    return heaviest_chain(gains)


SURE = 0.42
"""An overlap that two different blocks of one resolution do not reach by chance."""
SURE_IN_PLACE = 0.28
"""The same where all ids of both versions agree."""
SURE_ELSEWHERE = 0.62
"""The same where they do not: what has the same id may be the like clause of another section."""
SURE_NOTE = 0.9
"""The same for footnotes: they are much alike, and one more or less in a language moves all labels after it."""
MARGIN = 0.1
"""By how much the best counterpart must be better than the second."""
LEAST = 0.3
"""The least overlap of two units that are paired out of their place."""
BARE = 14
"""Characters of a heading that can be a number alone: "ثالث وعشرون"."""
CHANCE = 0.12
"""What units that have nothing to do with one another overlap."""
MOST_PARTS = 24
"""So many units of one language stand for one of the other at most."""
_NEVER = sys.maxsize


@dataclass(slots=True)
class Link:
    """Places of units that were paired; one side is empty where a unit stays alone."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    moved: bool = False


@dataclass
class Pairing:
    """The work on two sequences of units."""

    arabic: Sequence[Unit]
    english: Sequence[Unit]
    evidence: Evidence
    linked: dict[int, int] = field(default_factory=dict)
    """Arabic place → English place."""

    def __post_init__(self) -> None:
        self.taken: set[int] = set()

    def take(self, i: int, j: int) -> None:
        """Pairs two units."""
        self.linked[i] = j
        self.taken.add(j)

    def open(self) -> tuple[list[int], list[int]]:
        """What is not paired yet."""
        return (
            [i for i in range(len(self.arabic)) if i not in self.linked],
            [j for j in range(len(self.english)) if j not in self.taken],
        )

    def by_id(self, enough: float) -> None:
        """Step 1."""
        places = {unit.id: j for j, unit in enumerate(self.english)}
        for i, unit in enumerate(self.arabic):
            j = places.get(unit.id)
            if j is not None and self.evidence.overlap((i,), (j,)) >= enough:
                self.take(i, j)

    def by_content(self, least: float, margin: float) -> None:
        """Step 2: best for each other, and by far."""
        rows, columns = self.open()
        if not rows or not columns:
            return
        scores = self.evidence.candidates(rows, columns)
        for (i, j), overlap in scores.items():
            scores[i, j] = overlap + self.bonus(i, j) / 4
        best_row, best_column = _best_two(scores, 0), _best_two(scores, 1)
        for (i, j), score in sorted(scores.items(), key=lambda item: -item[1]):
            if i in self.linked or j in self.taken or score < least:
                continue
            second = max(best_row[i][1], best_column[j][1])
            if best_row[i][0] == score == best_column[j][0] and score - second >= margin:
                self.take(i, j)

    def bonus(self, i: int, j: int) -> float:
        """What id, kind and label say for a pair."""
        a, e = self.arabic[i], self.english[j]
        score = 0.2 if a.id == e.id else 0.0
        score += 0.1 if a.shape[0] == e.shape[0] else -0.15
        score += 0.05 if a.shape[1] == e.shape[1] else 0.0
        score += 0.0 if a.zone == e.zone else -0.15
        return score + 0.2 * (self.evidence.fit((i,), (j,)) - 0.5)

    def backbone(self) -> list[tuple[int, int]]:
        """The longest run of pairs that go up on both sides."""
        return heaviest_chain(dict.fromkeys(self.linked.items(), 1.0))

    def between(self) -> None:
        """Step 3."""
        bone = [(-1, -1), *self.backbone(), (len(self.arabic), len(self.english))]
        for (i0, j0), (i1, j1) in pairwise(bone):
            rows = [i for i in range(i0 + 1, i1) if i not in self.linked]
            columns = [j for j in range(j0 + 1, j1) if j not in self.taken]
            if rows and columns:
                for i, j in self._in_order(rows, columns):
                    self.take(i, j)

    def _in_order(self, rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
        """The best pairing of two runs without crossings."""

        def gain(row: int, column: int) -> float:
            i, j = rows[row], columns[column]
            return self.evidence.overlap_once(i, j) - CHANCE + self.bonus(i, j)

        return [(rows[row], columns[column]) for row, column in best_in_order(len(rows), len(columns), gain)]


def pair(arabic: Sequence[Unit], english: Sequence[Unit], *, joins: bool = True) -> tuple[list[Link], Evidence]:
    """Pairs two sequences of units.

    Args:
        arabic: the Arabic units in their order.
        english: the English units in their order.
        joins: whether a unit may stand for several; otherwise all pairs are one to one or one to none.

    Returns:
        Links that hold every unit of both sides once, in the order of the Arabic, and the evidence they rest on.
    """
    evidence = Evidence(arabic, english)
    work = Pairing(arabic, english, evidence)
    same = [unit.id for unit in arabic] == [unit.id for unit in english]
    work.by_id(SURE_NOTE if not joins else SURE_IN_PLACE if same else SURE_ELSEWHERE)
    work.by_content(SURE, MARGIN)
    work.between()
    work.by_content(LEAST, 0.05)
    return _ordered(_with_neighbours(work, joins=joins), work), evidence


def _with_neighbours(work: Pairing, *, joins: bool) -> list[Link]:
    """Step 4, and the units that stay alone."""
    links = [Link((i,), (j,)) for i, j in work.linked.items()]
    mine = {link.mine[0]: link for link in links}
    theirs = {link.theirs[0]: link for link in links}
    rows, columns = map(dict.fromkeys, work.open())
    again = joins
    while again:  # a block in three parts takes two rounds
        again = False
        for at in list(rows):
            if link := _joined(work, at, mine, left=True):
                link.mine = tuple(sorted((*link.mine, at)))
                mine[at] = link
                del rows[at]
                again = True
        for at in list(columns):
            if link := _joined(work, at, theirs, left=False):
                link.theirs = tuple(sorted((*link.theirs, at)))
                theirs[at] = link
                del columns[at]
                again = True
    return [*links, *(Link((i,), ()) for i in rows), *(Link((), (j,)) for j in columns)]


def _joined(work: Pairing, at: int, links: dict[int, Link], *, left: bool) -> Link | None:
    """The pair of a neighbour that the unit belongs to: its words are in the counterpart and not yet accounted for."""
    evidence = work.evidence
    if _bare_heading(work.arabic if left else work.english, at):
        link = links.get(at + 1)
        return link if link and len(link.mine) == len(link.theirs) == 1 else None
    whole = (evidence.my_total if left else evidence.their_total)[at]
    best: tuple[float, Link] | None = None
    for link in {id(links[n]): links[n] for n in (at - 1, at + 1) if n in links}.values():
        if len(link.theirs if left else link.mine) > 1 or len(link.mine if left else link.theirs) >= MOST_PARTS:
            continue  # two to two is no split
        if len({_is_heading(unit) for unit in _units(work, link, at, left=left)}) > 1:
            continue  # a heading is never half of a paragraph
        mine = tuple(sorted((*link.mine, at))) if left else link.mine
        theirs = link.theirs if left else tuple(sorted((*link.theirs, at)))
        more = evidence.shared(mine, theirs) - evidence.shared(link.mine, link.theirs)
        better = evidence.overlap(mine, theirs) - evidence.overlap(link.mine, link.theirs)
        closer = evidence.fit(mine, theirs) - evidence.fit(link.mine, link.theirs)
        score = better + 0.2 * closer
        if score > 0 and more >= 0.3 * whole and (best is None or score > best[0]):
            best = (score, link)
    return best[1] if best else None


def _units(work: Pairing, link: Link, at: int, *, left: bool) -> Iterator[Unit]:
    """The units of a link, and the one that may join it."""
    yield (work.arabic if left else work.english)[at]
    yield from (work.arabic[i] for i in link.mine)
    yield from (work.english[j] for j in link.theirs)


def _bare_heading(units: Sequence[Unit], at: int) -> bool:
    """A number on a line of its own ("أولا", "IV") before the heading that it numbers."""
    followed = at + 1 < len(units) and _is_heading(units[at + 1])
    return followed and _is_heading(units[at]) and units[at].length <= BARE


def _is_heading(unit: Unit) -> bool:
    return unit.shape[0] == "heading"


def _best_two(scores: dict[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The highest and the second highest score of each row (0) or column (1)."""
    found: dict[int, tuple[float, float]] = {}
    for key, score in scores.items():
        first, second = found.get(key[side], (0.0, 0.0))
        if score > first:
            found[key[side]] = (score, first)
        elif score > second:
            found[key[side]] = (first, score)
    return found


def _ordered(links: list[Link], work: Pairing) -> list[Link]:
    """In the order of the Arabic; an English unit alone stands after the one that it follows in the English."""
    straight = set(work.backbone())
    for link in links:
        link.moved = bool(link.mine and link.theirs) and not any(
            (i, j) in straight for i in link.mine for j in link.theirs
        )
    found = sorted((link for link in links if link.mine), key=lambda link: link.mine)
    alone = sorted((link for link in links if not link.mine), key=lambda link: link.theirs)
    reached = [max(link.theirs) if link.theirs and not link.moved else _NEVER for link in found]
    first_after = [*accumulate(reversed(reached), min)][::-1]  # the least English place from here on: these go up
    following: dict[int, list[Link]] = {}
    for link in alone:
        following.setdefault(bisect_left(first_after, link.theirs[0]), []).append(link)
    ordered = following.get(0, [])
    for at, link in enumerate(found, 1):
        ordered += [link, *following.get(at, ())]
    return ordered
