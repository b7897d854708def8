"""Words: how a text is cut into them, when two are the same, and which of two texts differ.

A word is never cut: an Arabic و that is written together with its word belongs to it, a symbol or a number is one
word. White space, the script of digits, vowel marks, kashida, the shape of quotation marks and dashes are no
difference; nor is the sign that closes a text, which says only whether another paragraph follows.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import regex

from unres.scripts import ARABIC_MARKS, EASTERN, KASHIDA, PERSIAN, WESTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from difflib import Match

_INSIDE = rf"[\p{{L}}\p{{M}}\p{{N}}\p{{Cf}}{KASHIDA}]"
"""Letters with their marks, digits, kashida."""
_WORD = regex.compile(
    rf"""
    {_INSIDE}++
    (?: (?: [-‐‑'’&] | \.(?=\p{{Nd}})                   # neo-Nazism, Add.1
          | (?<=\p{{Lu}}|\p{{N}})[/.](?=\p{{Lu}}|\p{{N}})     # A/C.3/76/L.25, 67/190
          | (?<=\p{{Nd}})[,٬٫:–](?=\p{{Nd}}) )            # 1,234 and 2020–2022
        {_INSIDE}++ )*+
    | \S                                              # a sign stands alone
    """,
    regex.VERBOSE,
)
_ONE_FORM = str.maketrans(
    {
        **dict(zip(map(ord, EASTERN + PERSIAN), WESTERN * 2, strict=True)),
        **dict.fromkeys(map(ord, "“”„«»〝〞＂"), '"'),
        **dict.fromkeys(map(ord, "‘’‚ʼ`´"), "'"),
        **dict.fromkeys(map(ord, "‐‑–—−"), "-"),
    }
)
_NOT_WRITTEN_ALWAYS = regex.compile(rf"[\p{{Cf}}{KASHIDA}{ARABIC_MARKS}]+")
_CLOSING = frozenset(".;:,،؛")


@dataclass(slots=True)
class Words:
    """A text, cut into words."""

    text: str
    forms: list[str]
    """What is compared."""
    starts: list[int]
    ends: list[int]

    @property
    def compared(self) -> list[str]:
        """The forms without the sign that closes the text."""
        forms = self.forms
        return forms[:-1] if forms and forms[-1] in _CLOSING else forms


def cut(text: str, turned: Iterable[tuple[int, int, str]] = ()) -> Words:
    """Cuts a text into words.

    Args:
        text: any text.
        turned: start, end and form of numbers whose two halves may be written in either order, so that ``١٩٠/٦٧`` of a
            page and ``67/190`` of a stored text are one word.
    """
    found = [span for match in _WORD.finditer(text) if _form(text[slice(*(span := match.span()))])]
    forms = [_form(text[start:end]) for start, end in found]
    starts = [start for start, _ in found]
    for start, end, form in turned:
        at = bisect_left(starts, start)
        while at < len(found) and found[at][1] <= end:
            if "/" in forms[at]:
                forms[at] = form
            at += 1
    return Words(text, forms, starts, [end for _, end in found])


@lru_cache(maxsize=1 << 15)
def _form(word: str) -> str:
    """What is compared: digits Western, quotation marks and dashes of one shape, without what is not always written."""
    form: str = _NOT_WRITTEN_ALWAYS.sub("", word.translate(_ONE_FORM))
    return form


def differences(older: Words, newer: Words) -> tuple[list[Run], float]:
    """The runs of words that differ, and the share of words that both have. The time grows with the words alone."""
    a, b = older.compared, newer.compared
    if a == b:
        return [], 1.0
    before = 0
    while before < len(a) and before < len(b) and a[before] == b[before]:
        before += 1
    after = 0
    while after < min(len(a), len(b)) - before and a[-1 - after] == b[-1 - after]:
        after += 1
    runs, kept = inner_differences(a[before : len(a) - after], b[before : len(b) - after])
    share = 2 * (before + after + kept) / (len(a) + len(b))
    runs = [Run(*(place + before for place in run)) for run in runs]
    return _readable(runs, older), round(share, 4)


def _readable(runs: list[Run], older: Words) -> list[Run]:
    """Runs that only a little word or a sign holds apart are one: "of", "،" between two replacements tell nobody."""
    sizes = [0, *accumulate(map(len, older.forms))]
    joined: list[Run] = []
    for run in runs:
        if joined and _is_little(older, sizes, joined[-1], run):
            last = joined.pop()
            run = Run(last.older, run.older_end, last.newer, run.newer_end)  # noqa: PLW2901  it grew
        joined.append(run)
    return joined


def _is_little(older: Words, sizes: Sequence[int], last: Run, run: Run) -> bool:
    """Whether what is equal between two runs is shorter than each of them, and no number."""
    length = sizes[run.older] - sizes[last.older_end]
    return (
        length < _extent(last, sizes)
        and length < _extent(run, sizes)
        and run.older - last.older_end <= min(_longest(last), _longest(run))
        and not any(c.isdigit() for form in older.forms[last.older_end : run.older] for c in form)
    )


def _longest(run: Run) -> int:
    return max(run.older_end - run.older, run.newer_end - run.newer)


def _extent(run: Run, sizes: Sequence[int]) -> int:
    """Characters of the run, about: those of the older words, or five for each newer one."""
    mean = 5
    return max(sizes[run.older_end] - sizes[run.older], mean * (run.newer_end - run.newer))


_STEPS_FOR_A_WORD = 256
_LEAST_STEPS = 4096
MOST_DIFFERENCES = 64
"""After so many the search goes on from the furthest point it has reached: for each word it takes at most that many
steps, and holds the square of it."""


class Run(NamedTuple):
    """Words ``[older, older_end)`` of the one became words ``[newer, newer_end)`` of the other."""

    older: int
    older_end: int
    newer: int
    newer_end: int


class Block(NamedTuple):
    """So many words are equal from these places on."""

    older: int
    newer: int
    size: int


def inner_differences(a: Sequence[str], b: Sequence[str]) -> tuple[list[Run], int]:
    """The differences of what is left when equal beginnings and ends are taken off, and how many words are equal."""
    if not a or not b:
        return [Run(0, len(a), 0, len(b))], 0
    try:
        blocks = [Block(*block) for block in _Bounded(a, b).get_matching_blocks()]
    except _TooManyStepsError:
        blocks = [*greedy_blocks(a, b), Block(len(a), len(b), 0)]
    runs = []
    i = j = 0
    for block in blocks:
        if i < block.older or j < block.newer:
            runs.append(Run(i, block.older, j, block.newer))
        i, j = block.older + block.size, block.newer + block.size
    return runs, sum(block.size for block in blocks)


class _TooManyStepsError(Exception):
    """The search would take more steps than the length allows."""


class _Bounded(SequenceMatcher[str]):
    """Counts what each search for the longest block costs: the pairs of equal words that it passes."""

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        super().__init__(None, a, b, autojunk=False)
        self._left = max(_LEAST_STEPS, _STEPS_FOR_A_WORD * (len(a) + len(b)))
        self._passed = [0, *accumulate(len(self.b2j.get(word, ())) + 1 for word in a)]  # type: ignore[attr-defined]

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """As the parent's.

        Raises:
            _TooManyStepsError: the steps are used up.
        """
        end = len(self._passed) - 1 if ahi is None else ahi
        self._left -= self._passed[end] - self._passed[alo]
        if self._left < 0:
            raise _TooManyStepsError
        return super().find_longest_match(alo, ahi, blo, bhi)


def greedy_blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[Block]:
    """Blocks of equal words, both sides rising."""
    i = j = 0
    while i < len(a) and j < len(b):
        search = _Search(a, b, i, j)
        yield from search.blocks()
        i, j = search.end


class _Search:
    """The way from one point to the end of both, or to the furthest point that so many differences reach.

    A point is a place in each of the two; diagonal ``k`` has those whose older place is ``k`` ahead of the newer one,
    both counted from where the search begins. ``reached[k]`` is the furthest older place on it.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str], i: int, j: int) -> None:
        self._a, self._b = a, b
        self._i, self._j = i, j
        self._rows, self._columns = len(a) - i, len(b) - j
        self._trail: list[dict[int, int]] = []
        """What was reached before each difference."""
        self._last = self._walk()
        self.end = i + self._last[0], j + self._last[0] - self._last[1]

    def _walk(self) -> tuple[int, int]:
        """Goes as far as it may; the older place and the diagonal of the furthest point."""
        reached = {1: 0}
        for d in range(MOST_DIFFERENCES + 1):
            self._trail.append(dict(reached))
            for k in range(-min(d, self._columns - (d + self._columns) % 2), min(d, self._rows) + 1, 2):
                before = _before(reached, d, k)
                x = self._slid(reached[before] + (before < k), k)
                reached[k] = x
                if x >= self._rows and x - k >= self._columns:
                    return x, k
        here = [k for k in reached if (k - d) % 2 == 0]
        furthest = max(here, key=lambda k: 2 * reached[k] - k)
        return reached[furthest], furthest

    def _slid(self, x: int, k: int) -> int:
        """Past the words that are equal from a point on."""
        a, b, i, j = self._a, self._b, self._i, self._j - k
        while x < self._rows and x - k < self._columns and a[i + x] == b[j + x]:
            x += 1
        return x

    def blocks(self) -> list[Block]:
        """The equal words on the way, in their order."""
        found = []
        x, k = self._last
        for d in range(len(self._trail) - 1, -1, -1):
            reached = self._trail[d]
            before = _before(reached, d, k)
            start = reached[before] + (before < k)
            if x > start:
                found.append(Block(self._i + start, self._j + start - k, x - start))
            x, k = reached[before], before
        return found[::-1]


def _before(reached: dict[int, int], d: int, k: int) -> int:
    """The diagonal from which one more difference reaches diagonal `k` furthest."""
    if k == -d:
        return k + 1
    if k == d:
        return k - 1
    return k + 1 if reached.get(k - 1, -1) < reached.get(k + 1, -1) else k - 1
