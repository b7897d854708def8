"""How actions were rendered: the verbs of paired clauses, and over many resolutions a table of counts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from unres.alignment.model import VerbPair
from unres.languages import get_language
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.scripts import ARABIC_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.alignment.model import Versions
    from unres.models import Verb

_MARKS = re.compile(f"[{ARABIC_MARKS}]")
LEAST_SCORE = 0.5
"""The least score of a pair of blocks whose verbs are compared."""


class Term(NamedTuple):
    """A row of the table of terms."""

    action: str
    """The action of the English verb."""
    english: str
    """The English verb, in small letters."""
    arabic: str
    """The Arabic verb, without vowel marks and without the و that opens a clause."""
    times: int
    """In how many clauses."""


def verb_pairs(alignment: Versions) -> Iterator[VerbPair]:
    """The verbs of every pair of one block with one block.

    Where both have as many verbs they are paired in order; otherwise those of one action, and then the first ones.
    """
    for pair in alignment.pairs:
        if len(pair.arabic) != 1 or len(pair.english) != 1 or pair.score < LEAST_SCORE:
            continue
        arabic, english = alignment.block(ARABIC, pair.arabic[0]), alignment.block(ENGLISH, pair.english[0])
        for a, e in _matched(arabic.verbs, english.verbs):
            yield VerbPair(
                arabic=a.text,
                english=e.text,
                arabic_action=a.action,
                english_action=e.action,
                arabic_block=arabic.id,
                english_block=english.id,
            )


def _matched(arabic: list[Verb], english: list[Verb]) -> Iterator[tuple[Verb, Verb]]:
    if not arabic or not english:
        return
    if len(arabic) == len(english):
        yield from zip(arabic, english, strict=True)
        return
    yield arabic[0], english[0]
    left = arabic[1:]
    for e in english[1:]:
        a = next((verb for verb in left if verb.action is e.action), None)
        if a is not None:
            left.remove(a)
            yield a, e


def terms(alignments: Iterable[Versions]) -> list[Term]:
    """How each English verb was rendered in Arabic over many resolutions: the most frequent rows first."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for alignment in alignments:
        counts.update(keys(verb_pairs(alignment)))
    return table(counts)


def keys(pairs: Iterable[VerbPair]) -> Iterator[tuple[str, str, str]]:
    """Action, English and Arabic verb of each pair, in the form in which they are counted."""
    for pair in pairs:
        yield pair.english_action.value, " ".join(pair.english.lower().split()), plain_arabic(pair.arabic)


def table(counts: Counter[tuple[str, str, str]]) -> list[Term]:
    """Rows from counts: the most frequent first, then in the order of the English."""
    rows = [Term(action, english, arabic, count) for (action, english, arabic), count in counts.items()]
    return sorted(rows, key=lambda row: (-row.times, row.english, row.arabic))


def plain_arabic(verb: str) -> str:
    """An Arabic verb as it is counted: "وإذ تشير" and "إذ تشير" are one."""
    openers = get_language(ARABIC).wording.openers
    first, *rest = _MARKS.sub("", verb).split() or [""]
    return " ".join((openers.get(first, first), *rest))
