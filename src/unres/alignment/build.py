"""From two resolutions to an alignment: units, pairs, and what each pair rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.alignment.citations import pair_references
from unres.alignment.model import Alignment, BlockPair, NotePair
from unres.alignment.pairing import pair
from unres.alignment.units import block_units, latin_words, note_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.alignment.evidence import Evidence
    from unres.alignment.pairing import Link
    from unres.alignment.units import Unit
    from unres.models import Resolution

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
    if (arabic.language, english.language) == ("ar", "en"):
        return
    if arabic.language == english.language:
        name = "Arabic" if arabic.language == "ar" else "English"
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
    if evidence.fit(link.mine, link.theirs) > 0.5:  # noqa: PLR2004  # closer than chance
        said.append("lengths")
    return "; ".join(said) or "order"


def _pair_notes(
    arabic: Resolution, english: Resolution, latin: frozenset[str], pairs: Sequence[BlockPair]
) -> list[NotePair]:
    mine = {block: n for n, pair in enumerate(pairs) for block in pair.arabic}
    theirs = {block: n for n, pair in enumerate(pairs) for block in pair.english}
    left = note_units(arabic.footnotes, "ar", latin, mine)
    right = note_units(english.footnotes, "en", latin, theirs)
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
