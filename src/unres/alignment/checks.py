"""Where two versions of one resolution disagree: slips of translation and of typesetting.

A report has to be worth a person's look, so that nothing is reported that the other version may say in words, in
another unit or in another place: numbers are looked for in digits and in words, years with and without their day,
pairs of numbers in both orders, amounts with their groups in both orders.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from unres.alignment.facts import all_numbers, facts, identity, whole
from unres.alignment.model import Check, CheckKind, Versions
from unres.models.vocabulary import ARABIC, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.alignment.facts import Fact
    from unres.alignment.model import BlockPair
    from unres.models import Block
    from unres.models.vocabulary import Language

SURE_PAIR = 0.6
"""The least score of a pair whose two sides are compared."""
SURE_JOIN = 0.8
"""The same where one side has several blocks."""
SMALL = 12
"""Up to here a number that one version leaves out may be said there by a form of a word."""
TABLE = 14
"""A text with more numbers is a table in one block: its order is not sure."""
SAME_TEXT = 0.6
"""The least mean score of the pairs of two versions of one text."""
LEAST_TEXT = 40
"""Characters of a clause that can be missed."""
KINDS: tuple[CheckKind, ...] = ("date", "symbol", "reference", "number")


@dataclass(frozen=True, slots=True)
class Side:
    """One version's side of a pair."""

    language: str
    owners: list[str]
    text: str
    cited: list[tuple[int, int]]
    """Where references begin, in order, and the furthest end of those so far."""

    def found(self) -> list[Fact]:
        """What is checkable in it."""
        return facts(self.text, self.language)

    def kind(self, fact: Fact) -> CheckKind:
        """A number inside a reference is part of it: "paragraph 7 above"."""
        place = bisect_right(self.cited, fact.start, key=itemgetter(0)) - 1
        inside = place >= 0 and fact.start < self.cited[place][1]
        return "reference" if fact.kind == "number" and inside else fact.kind


def check(alignment: Versions) -> list[Check]:
    """All disagreements, in the order of the Arabic; those of footnotes last."""
    if doubt := _not_one_text(alignment):
        return [doubt]
    found: list[Check] = []
    for mine, theirs in _sides(alignment):
        found += compare(mine, theirs)
    found += _missing(alignment)
    found += _marks(alignment)
    found += _counts(alignment)
    return found


def _not_one_text(alignment: Versions) -> Check | None:
    """Two versions that share so little are hardly of one resolution: single slips are then beside the point."""
    scores = [pair.score for pair in alignment.pairs if pair.arabic and pair.english]
    mean = sum(scores) / max(1, len(scores))
    if mean >= SAME_TEXT:
        return None
    return Check(
        kind="text", message=f"text: the two versions hardly say the same (mean score of their pairs {mean:.2f})"
    )


def _missing(alignment: Versions) -> Iterator[Check]:
    """Runs of clauses and paragraphs that one version alone has; headings and tables are divided too variously."""
    run: list[BlockPair] = []
    for pair in [*alignment.pairs, None]:
        if pair and run and bool(pair.arabic) == bool(run[0].arabic) and not (pair.arabic and pair.english):
            run.append(pair)
            continue
        if run:
            yield from _run(alignment, run)
        run = [pair] if pair and not (pair.arabic and pair.english) else []


def _run(alignment: Versions, run: list[BlockPair]) -> Iterator[Check]:
    language: Language = ARABIC if run[0].arabic else ENGLISH
    ids = [block_id for pair in run for block_id in (pair.arabic or pair.english)]
    blocks = [alignment.block(language, block_id) for block_id in ids]
    if not any(_is_whole(block) for block in blocks):
        return
    here, there = ("Arabic", "English") if language == ARABIC else ("English", "Arabic")
    named = ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]} ({len(ids)} blocks)"
    yield Check(
        kind="block",
        arabic=ids if language == ARABIC else [],
        english=ids if language == ENGLISH else [],
        message=f"block: {named} of the {here} without counterpart in the {there}",
    )


def _is_whole(block: Block) -> bool:
    """A clause or paragraph of its own, and not a piece of one or a line of a table."""
    return block.kind in ("clause", "paragraph") and len(block.text) >= LEAST_TEXT and bool(block.verbs)


def _sides(alignment: Versions) -> Iterator[tuple[Side, Side]]:
    """Both texts of every pair that is sure."""
    for pair in alignment.pairs:
        if pair.arabic and pair.english and pair.score >= (SURE_PAIR if _one_each(pair) else SURE_JOIN):
            yield _blocks(alignment, ARABIC, pair.arabic), _blocks(alignment, ENGLISH, pair.english)
    for note in alignment.notes:
        if note.arabic is not None and note.english is not None and note.score >= SURE_PAIR:
            left, right = alignment.note(ARABIC, note.arabic), alignment.note(ENGLISH, note.english)
            cited = [[(r.offset, r.offset + len(r.text)) for r in n.references] for n in (left, right)]
            yield (
                Side(ARABIC, [f"fn:{note.arabic}"], left.text, _furthest(cited[0])),
                Side(ENGLISH, [f"fn:{note.english}"], right.text, _furthest(cited[1])),
            )


def _one_each(pair: BlockPair) -> bool:
    return len(pair.arabic) == len(pair.english) == 1


def _blocks(alignment: Versions, language: str, ids: list[str]) -> Side:
    text, cited = "", []
    for block_id in ids:
        block = alignment.block(ARABIC if language == ARABIC else ENGLISH, block_id)
        cited += [(len(text) + r.offset, len(text) + r.offset + len(r.text)) for r in block.references]
        text += block.text + "\n"
    return Side(language, ids, text, _furthest(cited))


def _furthest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, each with the furthest end of those up to it."""
    spans = sorted(spans)
    return list(zip((start for start, _ in spans), accumulate((end for _, end in spans), max), strict=True))


def compare(mine: Side, theirs: Side) -> Iterator[Check]:
    """What the facts of two texts say against each other: one report, or none, for each kind."""
    all_left, all_right = mine.found(), theirs.found()
    left, right = _apart(all_left, all_right)
    if not left and not right:
        return
    months = _same_but_for_the_month(left, right)
    table = max(_plain(all_left), _plain(all_right)) > TABLE
    said_there, said_here = all_numbers(theirs.text, ENGLISH), all_numbers(mine.text, ARABIC)
    new_left = _unexplained(left, said_there, table=table)
    new_right = _unexplained(right, said_here, table=table)
    new_left += _others(months[0], new_left)
    new_right += _others(months[1], new_right)
    a_kinds, e_kinds = {mine.kind(f) for f in new_left}, {theirs.kind(f) for f in new_right}
    if not a_kinds & e_kinds and a_kinds and e_kinds:  # one slip: "2602 (2121)" is no resolution, but a number
        yield _disagree(next(k for k in KINDS if k in a_kinds | e_kinds), mine, theirs, new_left, new_right)
        return
    for kind in KINDS:
        a, e = [f for f in new_left if mine.kind(f) == kind], [f for f in new_right if theirs.kind(f) == kind]
        if not a and not e:
            continue
        here, there = [f for f in left if mine.kind(f) == kind], [f for f in right if theirs.kind(f) == kind]
        if len(here) == len(there):  # 74/255 for 74/225, where 225 stands elsewhere too
            yield _disagree(kind, mine, theirs, here, there)
        elif a and e:
            yield _disagree(kind, mine, theirs, a, e)
        else:
            a, e = [f for f in a if _matters(f, said_there)], [f for f in e if _matters(f, said_here)]
            if a or e:
                yield _disagree(kind, mine, theirs, a, e)


def _same_but_for_the_month(left: list[Fact], right: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Dates of both that have the year and the day of one of the other's, which numbers alone do not show."""
    dates = [[fact for fact in side if fact.kind == "date"] for side in (left, right)]
    numbers = {fact.numbers for fact in dates[0]} & {fact.numbers for fact in dates[1]}
    mine, theirs = ([fact for fact in side if fact.numbers in numbers] for side in dates)
    return mine, theirs


def _others(found: list[Fact], known: list[Fact]) -> list[Fact]:
    """Those that are not among the known ones."""
    without = set(known)
    return [fact for fact in found if fact not in without]


def _plain(found: list[Fact]) -> int:
    return sum(fact.kind == "number" for fact in found)


def _apart(left: list[Fact], right: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What each has that the other has not."""
    mine, theirs = {identity(fact) for fact in left}, {identity(fact) for fact in right}
    return [fact for fact in left if identity(fact) not in theirs], [f for f in right if identity(f) not in mine]


def _unexplained(found: list[Fact], said: set[int], *, table: bool) -> list[Fact]:
    """Facts of which some number does not occur in the other version at all."""
    return [
        fact for fact in found if not _said(fact, said) and not (table and fact.kind == "number") and not _version(fact)
    ]


def _said(fact: Fact, said: set[int]) -> bool:
    """Whether all its numbers occur, or it does as a whole: "مائة ألف" for 100,000."""
    return said.issuperset(fact.numbers) or (fact.value.isdigit() and whole(fact.value) in said)


def _version(fact: Fact) -> bool:
    """2.0, 4.0: the edition of a programme, which translations round or write in words."""
    return fact.kind == "number" and fact.value.endswith(".0")


def _matters(fact: Fact, said: set[int]) -> bool:
    """Whether it is worth a look that the other version, which says these numbers, says nothing of the kind."""
    if fact.kind == "number":
        return fact.numbers[-1] > SMALL
    if fact.kind == "symbol":
        return True
    if fact.kind == "reference" and "(" in fact.value:  # "resolution 2360", its year left out
        return fact.numbers[0] not in said
    return len(set(fact.numbers)) > 1  # 50/50 is no resolution


def _disagree(kind: CheckKind, mine: Side, theirs: Side, left: Sequence[Fact], right: Sequence[Fact]) -> Check:
    a, e = _values(left), _values(right)
    if a and e:
        message = f"the Arabic says {', '.join(a)}, the English {', '.join(e)}"
    elif a:
        message = f"the Arabic says {', '.join(a)}, which the English does not"
    else:
        message = f"the English says {', '.join(e)}, which the Arabic does not"
    return Check(
        kind=kind,
        arabic=mine.owners,
        english=theirs.owners,
        arabic_says=a,
        english_says=e,
        message=f"{kind}: {message}",
    )


def _values(found: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.value for fact in found))


def _marks(alignment: Versions) -> Iterator[Check]:
    """Footnotes without counterpart, and marks that stand in blocks which are no pair."""
    partner = {block: set(pair.english) for pair in alignment.pairs for block in pair.arabic}
    alone = {
        block
        for pair in alignment.pairs
        if not (pair.arabic and pair.english)
        for block in (*pair.arabic, *pair.english)
    }
    for note in alignment.notes:
        if note.arabic is None or note.english is None:
            yield from _missing_note(alignment, note.arabic, note.english, alone)
            continue
        left, right = alignment.note(ARABIC, note.arabic).block_ids, alignment.note(ENGLISH, note.english).block_ids
        if not left or not right or note.score < SURE_PAIR:
            continue  # a mark in a title, or one that was not read
        expected = {block for mine in left for block in partner.get(mine, set())}
        if expected and not expected & set(right):
            yield Check(
                kind="footnote_mark",
                arabic=left,
                english=right,
                arabic_says=[note.arabic],
                english_says=[note.english],
                message=f"footnote_mark: note {note.arabic} hangs on {', '.join(left)} in the Arabic,"
                f" on {', '.join(right)} in the English",
            )


def _missing_note(alignment: Versions, arabic: str | None, english: str | None, alone: set[str]) -> Iterator[Check]:
    """A note that one version alone has, whose mark stands in a block that both have."""
    if arabic is not None:
        blocks, here, there = alignment.note(ARABIC, arabic).block_ids, "Arabic", "English"
    else:
        blocks, here, there = alignment.note(ENGLISH, english or "").block_ids, "English", "Arabic"
    if not alone.issuperset(blocks):
        yield Check(
            kind="footnote_mark",
            arabic=blocks if arabic is not None else [],
            english=[] if arabic is not None else blocks,
            arabic_says=[arabic] if arabic is not None else [],
            english_says=[english] if english is not None else [],
            message=f"footnote_mark: note {arabic or english} of the {here} has no counterpart in the {there}",
        )


def _counts(alignment: Versions) -> Iterator[Check]:
    """Paragraphs that have more subparagraphs in one version than in the other, and not only divided otherwise."""
    alone = {(ARABIC, block) for pair in alignment.pairs if not pair.english for block in pair.arabic}
    alone |= {(ENGLISH, block) for pair in alignment.pairs if not pair.arabic for block in pair.english}
    for pair in alignment.pairs:
        if not _one_each(pair) or pair.score < SURE_PAIR:
            continue
        left = [c.id for c in alignment.block(ARABIC, pair.arabic[0]).children if c.kind == "subparagraph"]
        right = [c.id for c in alignment.block(ENGLISH, pair.english[0]).children if c.kind == "subparagraph"]
        missing = [c for c in left if (ARABIC, c) in alone], [c for c in right if (ENGLISH, c) in alone]
        if len(left) != len(right) and left and right and any(missing):
            yield Check(
                kind="subparagraphs",
                arabic=pair.arabic,
                english=pair.english,
                arabic_says=[str(len(left))],
                english_says=[str(len(right))],
                message=f"subparagraphs: {len(left)} in the Arabic, {len(right)} in the English;"
                f" {', '.join(missing[0] or missing[1])} without counterpart",
            )
