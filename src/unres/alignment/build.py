"""From two resolutions to an alignment: units, pairs, and what each pair rests on."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from unres.alignment.aligned import Alignment
from unres.alignment.model import BlockPair, NotePair, ReferencePair, ReferencePlace
from unres.alignment.pairing import pair
from unres.alignment.units import block_units, latin_words, note_units
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.references.related import cited_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models import InternalReference, Reference, Resolution, ResolutionReference

    Placed = tuple[ReferencePlace, Reference]
    Key = Callable[[Reference], object]
    from collections.abc import Sequence

    from unres.alignment.pairing import Link
    from unres.alignment.units import Evidence, Unit

SAME_KIND = 0.5
"""The score of references that only their kind and their order pair."""


def key_of(reference: Reference) -> tuple[object, ...] | None:
    """What a reference leads to, in a form that does not depend on the language; None where nothing says."""
    cited = cited_by(reference)
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
    for each in pairs:
        found += _within(list(_placed(each.arabic, mine)), list(_placed(each.english, theirs)))
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


_MOST_SHOWN = 4


def build(arabic: Resolution, english: Resolution) -> Alignment:
    """See :func:`unres.align`."""
    _refuse(arabic, english)
    latin = latin_words(arabic)
    left, right = block_units(arabic, latin), block_units(english, latin)
    links, evidence = pair(left, right)
    pairs = [_block_pair(link, left, right, evidence) for link in links]
    notes = _pair_notes(arabic, english, latin, pairs)
    return Alignment(
        arabic=arabic,
        english=english,
        pairs=pairs,
        notes=notes,
        references=pair_references(arabic, english, pairs, notes),
    )


def _refuse(arabic: Resolution, english: Resolution) -> None:
    if (arabic.language, english.language) == (ARABIC, ENGLISH):
        return
    if arabic.language == english.language:
        name = "Arabic" if arabic.language == ARABIC else "English"
        raise ValueError(f"both versions are {name}: unres.compare shows what changed between two of one language")
    raise ValueError("the first version is English and the second Arabic: unres.align(arabic, english)")


def _block_pair(link: Link, left: Sequence[Unit], right: Sequence[Unit], evidence: Evidence) -> BlockPair:
    mine, theirs = [left[i].id for i in link.mine], [right[j].id for j in link.theirs]
    if not mine or not theirs:
        return BlockPair(arabic=mine, english=theirs, score=0.0, because="nothing in the other version fits")
    return BlockPair(
        arabic=mine,
        english=theirs,
        score=score(link, left, right, evidence),
        because=reasons(link, left, right, evidence),
        moved=link.moved,
    )


def score(link: Link, left: Sequence[Unit], right: Sequence[Unit], evidence: Evidence) -> float:
    """How sure a pair is: what is shared, raised by agreement of id, shape and length."""
    found = evidence.overlap(link.mine, link.theirs)
    one_each = len(link.mine) == len(link.theirs) == 1
    if one_each:
        a, e = left[link.mine[0]], right[link.theirs[0]]
        found += 0.25 * (a.id == e.id) + 0.1 * (a.shape == e.shape)
    found += 0.15 * evidence.fit(link.mine, link.theirs)
    return round(min(1.0, found), 2)


def reasons(link: Link, left: Sequence[Unit], right: Sequence[Unit], evidence: Evidence) -> str:
    """What a pair rests on, in a few words."""
    said: list[str] = []
    if len(link.mine) == len(link.theirs) == 1:
        a, e = left[link.mine[0]], right[link.theirs[0]]
        if a.id == e.id:
            said.append("the same place" if a.zone != "footnotes" else "the same label")
        elif a.shape[1] is not None and a.shape[1] == e.shape[1]:
            said.append("the same label")
    else:
        said.append(f"{len(link.mine)} to {len(link.theirs)}")
    mine = frozenset().union(*(left[i].neutral for i in link.mine))
    shared = mine & frozenset().union(*(right[j].neutral for j in link.theirs))
    for sign, name in (
        ("=", "symbols"),
        ("#", "numbers"),
        ("!", "actions"),
        ("^", "marks"),
        ("§", "heading"),
        ("@", "names"),
    ):
        these = sorted((token[1:] for token in shared if token[0] == sign), key=lambda t: (len(t), t))
        if these:
            more = " …" if len(these) > _MOST_SHOWN else ""
            said.append(f"{name} {', '.join(these[:_MOST_SHOWN])}{more}")
    if words := evidence.common_words(link.mine, link.theirs):
        said.append(f"{words} words" if words > 1 else "1 word")
    if evidence.fit(link.mine, link.theirs) > 0.5:  # closer than chance
        said.append("lengths")
    return "; ".join(said) or "order"


def _pair_notes(
    arabic: Resolution, english: Resolution, latin: frozenset[str], pairs: Sequence[BlockPair]
) -> list[NotePair]:
    mine = {block: n for n, pair in enumerate(pairs) for block in pair.arabic}
    theirs = {block: n for n, pair in enumerate(pairs) for block in pair.english}
    left = note_units(arabic.footnotes, ARABIC, latin, mine)
    right = note_units(english.footnotes, ENGLISH, latin, theirs)
    links, evidence = pair(left, right, joins=False)
    return [
        NotePair(
            arabic=left[link.mine[0]].id if link.mine else None,
            english=right[link.theirs[0]].id if link.theirs else None,
            score=score(link, left, right, evidence) if link.mine and link.theirs else 0.0,
            because=reasons(link, left, right, evidence)
            if link.mine and link.theirs
            else "nothing in the other version fits",
        )
        for link in links
    ]
