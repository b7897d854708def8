"""Pairs references: inside each pair of blocks or notes, by what they lead to, and what is left by kind and order."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from unres.alignment.model import BlockPair, NotePair, ReferencePair, ReferencePlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models import InternalReference, Reference, Resolution, ResolutionReference

    Placed = tuple[ReferencePlace, Reference]
    Key = Callable[[Reference], object]

SAME_KIND = 0.5
"""The score of references that only their kind and their order pair."""


def key_of(reference: Reference) -> tuple[object, ...] | None:
    """What a reference leads to, in a form that does not depend on the language; None where nothing says."""
    cited = (reference.repeats or reference) if reference.kind == "ibid" else reference
    if cited.symbol:
        return ("symbol", cited.symbol)
    match cited.kind:
        case "resolution":
            return _number(cited) if cited.number is not None else None
        case "treaty":
            return ("treaty", *cited.volumes, cited.number) if cited.volumes or cited.number else None
        case "publication":
            return ("publication", cited.sales_number[1:] if cited.sales_number else None)
        case "internal":
            return ("internal", *_places(cited))
        case "charter":
            return ("charter", *cited.articles, *cited.chapters)
        case "article":
            return ("article", *cited.articles)
    return None


def _number(cited: ResolutionReference) -> tuple[object, ...]:
    return ("resolution", cited.session, cited.year, cited.number, cited.part)


def _places(cited: InternalReference) -> list[str]:
    return sorted(cited.block_ids)


def pair_references(
    arabic: Resolution, english: Resolution, pairs: Iterable[BlockPair], notes: Iterable[NotePair]
) -> list[ReferencePair]:
    """Every reference of both versions in one pair."""
    mine = {block.id: block.references for block in arabic.walk()}
    theirs = {block.id: block.references for block in english.walk()}
    mine |= {f"fn:{note.label}": note.references for note in arabic.footnotes}
    theirs |= {f"fn:{note.label}": note.references for note in english.footnotes}
    found: list[ReferencePair] = []
    for pair in pairs:
        found += _within(list(_placed(pair.arabic, mine)), list(_placed(pair.english, theirs)))
    for note in notes:
        left = [f"fn:{note.arabic}"] if note.arabic is not None else []
        right = [f"fn:{note.english}"] if note.english is not None else []
        found += _within(list(_placed(left, mine)), list(_placed(right, theirs)))
    return found


def _placed(owners: Iterable[str], references: dict[str, list[Reference]]) -> Iterator[Placed]:
    for owner in owners:
        for index, reference in enumerate(references.get(owner, ())):
            yield ReferencePlace(owner=owner, index=index), reference


def _within(mine: list[Placed], theirs: list[Placed]) -> list[ReferencePair]:
    found = [
        *_matched(mine, theirs, key_of, lambda r: 1.0 if r.symbol else 0.9, "the same document"),
        *_matched(mine, theirs, lambda r: r.kind, lambda _: SAME_KIND, "kind and order"),
    ]
    found += [ReferencePair(arabic=place, score=0.0, because="not cited in the English") for place, _ in mine]
    found += [ReferencePair(english=place, score=0.0, because="not cited in the Arabic") for place, _ in theirs]
    return found


def _matched(
    mine: list[Placed], theirs: list[Placed], key: Key, score: Callable[[Reference], float], because: str
) -> Iterator[ReferencePair]:
    """Takes out of both lists, in their order, what has the same key."""
    waiting: dict[object, deque[Placed]] = {}
    for placed in theirs:
        waiting.setdefault(key(placed[1]), deque()).append(placed)
    left: list[Placed] = []
    taken: set[int] = set()
    for placed in mine:
        wanted = key(placed[1])
        if wanted is None or not waiting.get(wanted):
            left.append(placed)
            continue
        other = waiting[wanted].popleft()
        taken.add(id(other))
        why = f"{because}: {placed[1].symbol}" if placed[1].symbol and because != "kind and order" else because
        yield ReferencePair(arabic=placed[0], english=other[0], score=score(placed[1]), because=why)
    mine[:] = left
    theirs[:] = [placed for placed in theirs if id(placed) not in taken]
