"""Ids of blocks: stable, and the same in every language because they are built of places, never of words.

The ids of:
    preambular clause      pp3          its subparagraph (c)       pp3.c
    operative paragraph    op4          subparagraph (a) (ii)      op4.a.2
    of an annex            annex1.7     without a number           op.p1, annex1.p1
    heading                op.h2        bullet, table row          op4.i1, op4.r1
    clause recited inside  op.pp1       second run of numbers      op.s2.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages.numbers import letter_at

if TYPE_CHECKING:
    from unres.parsers.draft import Document, Node

_LETTERS = frozenset({"letter", "abjad", "alphabetical", "capital"})
_SMALL = "abcdefghijklmnopqrstuvwxyz"


def give_ids(document: Document) -> None:
    """Gives every node its id."""
    draft = document.draft
    taken: dict[str, int] = {}
    _top(draft.preamble, "pp", taken, plain="pp")
    numbered = any(node.kind == "paragraph" and node.ordinal is not None for node in draft.operative)
    _top(draft.operative, "op", taken, plain="op.p" if numbered else "op")
    for n, annex in enumerate(draft.annexes, 1):
        _top(annex.nodes, f"annex{n}.", taken, plain=f"annex{n}.p")


def _top(nodes: list[Node], prefix: str, taken: dict[str, int], *, plain: str) -> None:
    """The ids of one zone: `prefix` before a number, `plain` before the place of an unnumbered block."""
    base = prefix.removesuffix(".")
    counts = {"clause": 0, "paragraph": 0, "heading": 0, "table_row": 0, "bullet": 0, "run": 1}
    last = 0
    for node in nodes:
        if node.kind == "paragraph" and node.ordinal is not None:
            if node.ordinal <= last:
                counts["run"] += 1
            last = node.ordinal
            run = counts["run"]
            wanted = f"{prefix}{node.ordinal}" if run == 1 else f"{base}.s{run}.{node.ordinal}"
        elif node.bullet:
            wanted = _count(counts, "bullet", f"{base}.i")
        elif node.kind == "subparagraph":
            wanted = f"{base}.{_step(node)}"
        elif node.kind == "clause" and base == "pp":
            wanted = _count(counts, "clause", "pp")
        else:
            sign = {"clause": f"{base}.pp", "paragraph": plain, "heading": f"{base}.h", "table_row": f"{base}.r"}
            wanted = _count(counts, node.kind, sign[node.kind])
        node.id = _unique(wanted, taken)
        _children(node, taken)


def _count(counts: dict[str, int], kind: str, sign: str) -> str:
    counts[kind] += 1
    return f"{sign}{counts[kind]}"


def _children(parent: Node, taken: dict[str, int]) -> None:
    stack = [parent]
    while stack:
        node = stack.pop()
        counts = {"i": 0, "r": 0, "p": 0}
        for child in node.children:
            if child.ordinal is not None:
                step = _step(child)
            else:
                sign = "i" if child.bullet else "r" if child.kind == "table_row" else "p"
                counts[sign] += 1
                step = f"{sign}{counts[sign]}"
            child.id = _unique(f"{node.id}.{step}", taken)
            stack.append(child)


def _step(node: Node) -> str:
    """A letter by its place, so that (ج) and (c) give the same; a number or Roman numeral as digits."""
    place = node.ordinal or 0
    if node.series in _LETTERS and 1 <= place <= 2 * len(_SMALL):
        return letter_at(_SMALL, place)
    return str(place)


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """A label that stands twice in its series keeps its id apart by a sign."""
    taken[wanted] = n = taken.get(wanted, 0) + 1
    return wanted if n == 1 else f"{wanted}~{n}"
