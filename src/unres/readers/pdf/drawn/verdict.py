"""The map of a font against what its program draws: which of both is right, and what is to be set right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unres.readers.pdf.drawn.sameness import bare_form, best, counts, folded, is_blank, is_mark, is_mirror, same
from unres.readers.pdf.letters import TATWEEL, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Relation = Literal["open", "agree", "differ", "fill", "mirror", "bare", "mark", "cluster"]
"""How the text of a map and a drawing stand to each other.

``open`` nothing is known of the drawing; ``differ`` another letter, digit or sign is drawn; ``fill`` the map says
nothing or a space; ``mirror`` brackets that look the other way; ``bare`` a letter whose dots are drawn apart;
``mark`` a vowel mark is drawn for a letter; ``cluster`` the map gives several letters of which this is one.
"""

_SHARE = 0.6
"""Of the glyphs that occur, by kinds and by number, so many must agree before the program is believed on the others."""
_FEW = 4
_RENUMBERED = 0.35
"""Where fewer agree than this, the program's table was left behind when the font was cut down: the map is right."""


@dataclass(slots=True)
class Verdict:
    """What comes out of the comparison of one font."""

    trusted: bool = True
    """Whether what the program says counts where the map says something else."""
    readings: dict[int, str] = field(default_factory=dict)
    """Texts by cid that replace those of the map."""
    drawn_brackets: dict[int, str] = field(default_factory=dict)
    """Brackets by cid, as they look on the page."""
    guessed: set[int] = field(default_factory=set)
    """Cids that a font without a map says nothing of, now unknown."""
    doubtful: dict[int, tuple[str, str]] = field(default_factory=dict)
    """What the map and what the program say, by cid, where neither can be believed over the other."""


def relation(said: str, drawn: Sequence[str]) -> Relation:
    """How a map's text stands to the texts that the drawing can stand for."""
    likeliest = best(drawn)
    if not likeliest:
        return "open"
    if likeliest.isspace():
        return "fill" if said == UNKNOWN else "agree" if is_blank(said) else "differ"
    if likeliest == TATWEEL and said != TATWEEL:
        return "differ" if not is_blank(said) else "fill"
    if any(same(said, text) for text in drawn):
        return "agree"
    if not counts(likeliest) and not is_mark(likeliest):
        return "open"
    if is_blank(said):
        return "fill"
    if is_mirror(said, likeliest):
        return "mirror"
    if bare_form(said, likeliest):
        return "bare"
    if len(folded(said)) > 1 and (folded(likeliest) in folded(said) or folded(said) in folded(likeliest)):
        return "cluster" if len(folded(likeliest)) < len(folded(said)) else "agree"
    return "mark" if is_mark(likeliest) else "differ"


def compare(  # noqa: PLR0913
    said: Mapping[int, str],
    drawn: Mapping[int, Sequence[str]],
    known: Mapping[int, str],
    seen: Mapping[int, int],
    *,
    trusted: bool | None = None,
    mapped: bool = True,
) -> Verdict:
    """Decides one font.

    Args:
        said: texts by cid as the maps of the font give them.
        drawn: what the font's own tables say that is drawn, by cid.
        known: texts of outlines that other fonts draw too, by cid; they are believed.
        seen: how often each cid occurs.
        trusted: whether the program is believed, where that was decided before.
        mapped: whether the file gives the font a map; without one, what is said is a guess by the codes.

    Returns:
        What is to be set right. A reading is given where the program differs and is believed, where
        a known outline differs, and where the map says nothing.
    """
    relations = {cid: relation(said.get(cid, UNKNOWN), drawn.get(cid, ())) for cid in seen}
    result = Verdict(_trusted(relations, said, drawn, known, seen) if trusted is None else trusted)
    result.guessed = set() if mapped else _wrong_guesses(said, drawn, known, seen)
    whole = all(drawn.get(cid) or cid in known for cid in seen)
    for cid in seen:
        text, texts = said.get(cid, UNKNOWN), drawn.get(cid, ())
        kind = relations[cid]
        if not (result.trusted and texts) and cid in known:
            texts = (known[cid],)
            kind = relation(text, texts)
        elif not result.trusted:
            if kind in ("differ", "fill") and not _renumbered(relations, seen):
                result.doubtful[cid] = (text, best(texts))
            continue
        if kind in ("differ", "fill", "mark", "mirror") or (kind == "cluster" and whole):
            result.readings[cid] = best(texts)
        shown = result.readings.get(cid, text)
        if cid in result.guessed:
            result.readings[cid] = UNKNOWN
        if kind in ("agree", "mirror") and shown in "()[]{}«»<>" and shown:
            result.drawn_brackets[cid] = shown
    return result


def _trusted(
    relations: Mapping[int, Relation],
    said: Mapping[int, str],
    drawn: Mapping[int, Sequence[str]],
    known: Mapping[int, str],
    seen: Mapping[int, int],
) -> bool:
    """Whether the program is believed where it differs from the map.

    The outlines decide where they are known. Else the program must agree with the map on most other glyphs, by
    kinds and by number; or, of a font with few glyphs, digits must stand against digits, as they do
    not where glyphs were renumbered.
    """
    differing = [cid for cid, kind in relations.items() if kind == "differ"]
    agreeing = [cid for cid, kind in relations.items() if kind == "agree"]
    if not differing:
        return bool(agreeing) or not any(kind == "fill" for kind in relations.values()) or len(seen) >= _FEW
    votes = sum(same(known[cid], best(drawn[cid])) - same(known[cid], said[cid]) for cid in differing if cid in known)
    if votes:
        return votes > 0
    if len(agreeing) < _FEW:
        return all(said[cid].isdecimal() and best(drawn[cid]).isdecimal() for cid in differing)
    for weight in (dict.fromkeys(seen, 1), seen):
        right, wrong = (sum(weight[cid] for cid in group) for group in (agreeing, differing))
        if right < _SHARE * (right + wrong):
            return False
    return True


def _wrong_guesses(
    said: Mapping[int, str], drawn: Mapping[int, Sequence[str]], known: Mapping[int, str], seen: Mapping[int, int]
) -> set[int]:
    """The cids of which nothing is known, in a font whose codes were guessed wrong wherever something is."""
    told = [
        relation(said.get(cid, UNKNOWN), drawn.get(cid) or (known[cid],))
        for cid in seen
        if drawn.get(cid) or cid in known
    ]
    wrong = sum(kind in ("differ", "fill") for kind in told)
    if wrong < _FEW or wrong < sum(kind == "agree" for kind in told):
        return set()
    return {cid for cid in seen if not drawn.get(cid) and cid not in known}


def _renumbered(relations: Mapping[int, Relation], seen: Mapping[int, int]) -> bool:
    agree = sum(kind == "agree" for kind in relations.values())
    differ = sum(kind == "differ" for kind in relations.values())
    return len(seen) >= _FEW and agree < _RENUMBERED * (agree + differ)
