"""Words: how a text is cut into them, when two are the same, and which of two texts differ.

A word is never cut: an Arabic و that is written together with its word belongs to it, a symbol or a number is one
word. White space, the script of digits, vowel marks, tatweel, the shape of quotation marks and dashes are no
difference; nor is the sign that closes a text, which says only whether another paragraph follows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = regex.compile(
    r"""
    [\p{L}\p{M}\p{N}\p{Cf}ـ]++                        # letters with their marks, digits, tatweel
    (?: (?: [-‐‑'’&] | \.(?=\p{Nd})                   # neo-Nazism, Add.1
          | (?<=\p{Lu}|\p{N})[/.](?=\p{Lu}|\p{N})     # A/C.3/76/L.25, 67/190
          | (?<=\p{Nd})[,٬٫:–](?=\p{Nd}) )            # 1,234 and 2020–2022
        [\p{L}\p{M}\p{N}\p{Cf}ـ]++ )*+
    | \S                                              # a sign stands alone
    """,
    regex.VERBOSE,
)
_ONE_FORM = str.maketrans(
    {
        **{ord(zero) + n: str(n) for zero in "٠۰" for n in range(10)},
        **dict.fromkeys(map(ord, "“”„«»〝〞＂"), '"'),
        **dict.fromkeys(map(ord, "‘’‚ʼ`´"), "'"),
        **dict.fromkeys(map(ord, "‐‑–—−"), "-"),
    }
)
_NOT_WRITTEN_ALWAYS = regex.compile(r"[\p{Cf}ـ\u064b-\u0652\u0670]+")
_CLOSING = frozenset(".;:,،؛")
_MUCH = 2_000_000
"""From so many pairs of equal words on, words that stand everywhere are no longer tried as a beginning."""


class Run(NamedTuple):
    """Words ``[older, older_end)`` of the one became words ``[newer, newer_end)`` of the other."""

    older: int
    older_end: int
    newer: int
    newer_end: int


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
    for start, end, form in turned:
        for n, span in enumerate(found):
            if start <= span[0] and span[1] <= end and "/" in forms[n]:
                forms[n] = form
    return Words(text, forms, [start for start, _ in found], [end for _, end in found])


@lru_cache(maxsize=1 << 15)
def _form(word: str) -> str:
    """What is compared: digits Western, quotation marks and dashes of one shape, without what is not always written."""
    form: str = _NOT_WRITTEN_ALWAYS.sub("", word.translate(_ONE_FORM))
    return form


def differences(older: Words, newer: Words) -> tuple[list[Run], float]:
    """The runs of words that differ, and the share of words that both have."""
    a, b = older.compared, newer.compared
    if a == b:
        return [], 1.0
    before = 0
    while before < len(a) and before < len(b) and a[before] == b[before]:
        before += 1
    after = 0
    while after < min(len(a), len(b)) - before and a[-1 - after] == b[-1 - after]:
        after += 1
    runs, kept = _inner(a[before : len(a) - after], b[before : len(b) - after])
    share = 2 * (before + after + kept) / (len(a) + len(b))
    runs = [Run(*(place + before for place in run)) for run in runs]
    return _readable(runs, older), round(share, 4)


def _inner(a: Sequence[str], b: Sequence[str]) -> tuple[list[Run], int]:
    """The differences of what is left when equal beginnings and ends are taken off, and how many words are equal."""
    if not a or not b:
        return [Run(0, len(a), 0, len(b))], 0
    in_a, in_b = Counter(a), Counter(b)
    matcher = SequenceMatcher(None, a, b, autojunk=sum(n * in_b[form] for form, n in in_a.items()) > _MUCH)
    runs = [Run(*places) for tag, *places in matcher.get_opcodes() if tag != "equal"]
    return runs, sum(block.size for block in matcher.get_matching_blocks())


def _readable(runs: list[Run], older: Words) -> list[Run]:
    """Runs that only a little word or a sign holds apart are one: "of", "،" between two replacements tell nobody."""
    joined: list[Run] = []
    for run in runs:
        if joined and _is_little(older, joined[-1], run):
            last = joined.pop()
            run = Run(last.older, run.older_end, last.newer, run.newer_end)  # noqa: PLW2901  it grew
        joined.append(run)
    return joined


def _is_little(older: Words, last: Run, run: Run) -> bool:
    """Whether what is equal between two runs is shorter than each of them, and no number."""
    between = older.forms[last.older_end : run.older]
    length = sum(map(len, between))
    return (
        length < _extent(last, older)
        and length < _extent(run, older)
        and len(between) <= min(_longest(last), _longest(run))
        and not any(c.isdigit() for form in between for c in form)
    )


def _longest(run: Run) -> int:
    return max(run.older_end - run.older, run.newer_end - run.newer)


def _extent(run: Run, older: Words) -> int:
    """Characters of the run, about: those of the older words, or five for each newer one."""
    mean = 5
    return max(sum(map(len, older.forms[run.older : run.older_end])), mean * (run.newer_end - run.newer))
