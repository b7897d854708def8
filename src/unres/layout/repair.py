"""Characters: what real text carries besides its letters is taken out, and every place can be found again.

Taken out: tatweel, zero-width and direction marks, soft hyphens, control characters. Made one: the many
spaces, the line ends, and Arabic presentation forms, which become the letters that they show. Tatweel that
stretches no letter, because none stands beside it, is a dash ("1 ـ"). Letters, digits, punctuation and vowel
marks stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from heapq import merge
from typing import TYPE_CHECKING

from unres.scripts import (
    ALEF,
    ARABIC_FORMS,
    ARABIC_LETTERS,
    ARABIC_MARKS,
    DIGITS,
    KASHIDA,
    LAM,
    LAM_ALEFS,
    LETTER_MARK,
    ORNATE_BRACKETS,
    TURNED_LAM_ALEF,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters that are no white space
    f"\u00ad\u034f{LETTER_MARK}{KASHIDA}\u180e"  # soft hyphen, joiner, Arabic letter mark, tatweel
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, direction, anchors
)
# the search is fast where a pattern begins with one class: what the character calls for is asked behind it
_CHANGES_LENGTH = re.compile(
    f"[{INVISIBLE}\r{ARABIC_FORMS}](?:(?<=[{INVISIBLE}])[{INVISIBLE}]*+|(?<=\r)(?=\n)|(?<=[{ARABIC_FORMS}]))"
)
_EMPHASIS = re.compile(
    r"""(?P<open>\*{1,3}(?=[^\s*])(?![A-Z]?\d{5,9}[A-Z]?\*)|(?<![\w/.])_{1,2}(?=[^\W_]))
        (?:[^*_\n]|\n(?=[^\s>*_])){1,400}? (?<=[^\s*_]) (?P<close>(?P=open))(?![*\w])""",
    re.VERBOSE,
)
"""**urges**, *Treaty Series*, _Noting_ in Markdown. The bar code *1816895* is none."""
_SIGNS = re.compile(
    r"""(?<!\])(?P<open>\[)(?![\d^]{1,4}\]) [^\[\]\n]{1,300}
        (?P<close>\]\((?:https?://|mailto:|[./\#])[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?\))
      | ^[ ]{0,4}(?:>[ ]?){1,3}(?!\d{1,3}(?:[.,]\d{1,3})?[ ]?(?:%|$))(?:\#{1,6}[ ]+)? | ^\#{1,6}[ ]+
      | (?<!\\)\[(?=(?:[^\[\]\\]|\\.){0,2000}\]\{[a-z.]) | \]\{[a-z.][^{}\n]{0,80}\}
      | \\(?=[.*_()\[\]\#+"'-]|[ ]?$)""",
    re.VERBOSE | re.MULTILINE,
)
"""Its links, the signs of headings and quotations, [text]{dir="rtl"}, backslashes before signs and at line ends."""
_LETTER_BEFORE = re.compile(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ARABIC_FORMS}]$")
_LETTER_BEHIND = re.compile(f"[{ARABIC_LETTERS}{ARABIC_FORMS}]")
_LETTER_ALONE = re.compile(f"(?:^|\n) {{0,8}}[{ARABIC_LETTERS}]$")
_WORD_BEHIND = re.compile(f" {{1,3}}[{ARABIC_LETTERS}{ARABIC_FORMS}]{{2}}")
_AFTER_NUMBER = re.compile(f"[{DIGITS}] ?$")
_TURNED = re.compile(TURNED_LAM_ALEF)
_TURNED_SIGNS = tuple(ALEF + pair[1] for pair in LAM_ALEFS)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Repaired:
    """Repaired text, and the way back to where each character stood."""

    __slots__ = (
        "_at",
        "_length",
        "_shift",
        "emphasis",
        "removed",
        "source",
        "surrogates",
        "text",
        "turned",
        "unfolded",
    )

    def __init__(self, source: str) -> None:
        self.surrogates = 0
        self.source = source
        self.removed = 0
        self.unfolded = 0
        self.turned = 0
        self.emphasis = 0
        self._length = len(source)
        self._at: list[int] = []
        self._shift: list[int] = []
        self.text = self._resize(self._replace(source))

    def _replace(self, text: str) -> str:
        """One character for one: spaces, line ends, lone surrogates."""
        for space in _SPACES:
            if space in text:
                text = text.replace(space, " ")
        for end in _LINE_ENDS:
            if end in text:
                text = text.replace(end, "\n")
        if any(sign in text for sign in _TURNED_SIGNS):
            text, self.turned = _TURNED.subn(_set_right, text)
        try:
            text.encode()  # many times faster than a search for what is hardly ever there
        except UnicodeEncodeError:
            text, self.surrogates = _SURROGATE.subn("\ufffd", text)
            self.source = _SURROGATE.sub("\ufffd", self.source)
        return text

    def _resize(self, text: str) -> str:
        """What changes the length; notes each place where the shift between the two texts changes."""
        pieces: list[str] = []
        last = length = 0
        for start, end in self._places(text):
            piece = text[last:start]
            new = ""
            if ARABIC_FORMS[0] <= text[start] < "\ufeff":
                new = ORNATE_BRACKETS.get(text[start]) or unicodedata.normalize("NFKC", text[start])
                self.unfolded += 1
            elif KASHIDA in text[start:end] and _is_dash(text, start, end):
                new = "-"
            elif text[start] != "\r" and text[start] not in "*_#>\\[]":
                self.removed += end - start
            last = end
            length += len(piece) + len(new)
            pieces += (piece, new)
            if len(new) != end - start:
                self._at.append(length)
                self._shift.append(end - length)
        if not pieces:
            return text.replace("\r", "\n") if "\r" in text else text
        pieces.append(text[last:])
        return "".join(pieces).replace("\r", "\n")

    def _places(self, text: str) -> Iterable[tuple[int, int]]:
        """Ranges that change, in order: characters, and the signs of Markdown where there are any."""
        changes = (match.span() for match in _CHANGES_LENGTH.finditer(text))
        if not any(sign in text for sign in ("*", "_", "#", "\\", "](", "]{", "\n>")) and text[:1] != ">":
            return changes
        signs: list[tuple[int, int]] = []
        last = 0
        for start, end in sorted(span for pattern in (_EMPHASIS, _SIGNS) for span in _spans(pattern, text)):
            if start >= last:
                signs.append((start, end))
                last = end
        self.emphasis = len(signs)
        return merge(changes, signs)

    def original(self, position: int) -> int:
        """Where the character at `position` of the repaired text stands in the source."""
        if not self._at:
            return position
        at = bisect_right(self._at, position) - 1
        return position + self._shift[at] if at >= 0 else position

    def position(self, original: int) -> int:
        """Where the character at `original` of the source stands in the repaired text; if taken out, what followed."""
        if not self._at:
            return original
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.original(middle) < original:
                low = middle + 1
            else:
                high = middle
        return low

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source for a range of the repaired text.

        Removed characters belong to the text before them, or after white space to the text behind them,
        so that neighbours touch and never overlap.
        """
        if not self._at:
            return start, end
        text = self.text
        if start == 0:
            first = 0
        elif text[start - 1].isspace():
            first = self.original(start - 1) + 1
        else:
            first = self.original(start)
        return first, self.original(end) if end < len(text) else self._length


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The signs of Markdown that a pattern finds: what opens and what closes, or the whole of what has no ends."""
    for match in pattern.finditer(text):
        if match["open"]:
            yield from (match.span("open"), match.span("close"))
        else:
            yield match.span()


def _set_right(match: re.Match[str]) -> str:
    """The two letters of lam-alef in their order, as many characters as before."""
    return match["before"] + LAM + match["alef"]


def _is_dash(text: str, start: int, end: int) -> bool:
    """Whether tatweel stretches no letter: «1 ـ يطلب», «٢٠١٤ ـ ٢٠١٦»; before a letter only if a number is before it.

    Behind a letter that stands alone at the start of a line it is the dash of a label: «أـ إصلاح المصابيح».
    """
    if _LETTER_BEFORE.search(text, max(0, start - 1), start):
        labels = _LETTER_ALONE.search(text, max(0, start - 10), start) is not None
        return labels and _WORD_BEHIND.match(text, end) is not None
    return _LETTER_BEHIND.match(text, end) is None or _AFTER_NUMBER.search(text, max(0, start - 2), start) is not None
