"""Words: how a text is cut into them, when two are the same, and which of two texts differ.

A word is never cut: an Arabic و that is written together with its word belongs to it, a symbol or a number is one
word. White space, the script of digits, vowel marks, tatweel, the shape of quotation marks and dashes are no
difference; nor is the sign that closes a text, which says only whether another paragraph follows.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from unres.comparison.runs import Run, inner_differences
from unres.scripts import ARABIC_MARKS, EASTERN, KASHIDA, PERSIAN, WESTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
