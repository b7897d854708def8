"""What finding is given: passages and what is known of the document; and the one string in which all are searched."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.scripts import ARABIC_MARKS, COMMON_ARABIC, EASTERN, PERSIAN, western_digits

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

Role = Literal["block", "footnote", "heading"]
Remark = tuple[str, str, str, int, int, int]
"""code, severity, message, index of the passage, start, end"""

SEPARATOR = "\n\x00\n"
"""Stands between passages. No pattern crosses it: repaired text holds no NUL, and NUL is no white space."""

_SIGNS_OF_ARABIC = f"{COMMON_ARABIC}{EASTERN}{PERSIAN}"
"""A text without any of these is taken to have no Arabic digits and vowel marks."""
# a pattern that begins with one class is searched for many times faster than one that begins with a repeated class
_VOWEL_MARKS = re.compile(f"[{ARABIC_MARKS}][{ARABIC_MARKS}]*")


@dataclass(slots=True)
class Passage:
    """One block or footnote: repaired text, digits as in the source."""

    text: str
    id: str | None = None
    """The block's id ("pp3", "op4.a", "annex1.7"), "fn:12" for a footnote."""
    role: Role = "block"


@dataclass(slots=True)
class Context:
    """What is known of the document from elsewhere. Anything may be unknown."""

    language: str
    organ: str | None = None
    """Whose text this is: the value of an :class:`~unres.models.Organ`."""
    symbol: str | None = None
    session: int | None = None
    year: int | None = None
    adopted_on: datetime.date | None = None
    issued_on: datetime.date | None = None
    own_number_as_written: str | None = None
    """"190/67" beside the symbol A/RES/67/190 shows how this document orders its numbers."""
    source_is_page: bool | None = None
    """True: read off a page; False: stored text; None: unknown."""

    @property
    def date(self) -> datetime.date | None:
        """The date of the document, as well as it is known."""
        return self.adopted_on or self.issued_on


class Joined:
    """All passages as one string, so that each pattern runs once over a document.

    The string has Western digits and no vowel marks; every place in it leads back to a passage.
    """

    __slots__ = ("_keys", "_squeezed", "ids", "passages", "starts", "text")

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        joined = SEPARATOR.join([passage.text for passage in passages])
        in_arabic = any(letter in joined for letter in _SIGNS_OF_ARABIC)
        if in_arabic:
            joined = western_digits(joined)
        self._keys: list[int] = []
        self.text = self._without_marks(joined) if in_arabic else joined
        self.starts: list[int] = []
        at = 0
        for passage in passages:
            self.starts.append(at)
            at += len(passage.text) + len(SEPARATOR)
        self._squeezed = self._squeeze(self.starts)
        self.ids = {passage.id: index for index, passage in enumerate(passages) if passage.id}

    def _without_marks(self, joined: str) -> str:
        """The text without vowel marks; notes where each one stood."""
        if not _VOWEL_MARKS.search(joined):
            return joined
        pieces: list[str] = []
        last = removed = 0
        for match in _VOWEL_MARKS.finditer(joined):
            start, end = match.span()
            pieces.append(joined[last:start])
            last = end
            for at in range(start, end):
                self._keys.append(at - removed)
                removed += 1
        pieces.append(joined[last:])
        return "".join(pieces)

    def _squeeze(self, positions: list[int]) -> list[int]:
        """Where ascending places of the passages as given stand in :attr:`text`."""
        if not self._keys:
            return positions
        out = []
        removed = 0
        for position in positions:
            while removed < len(self._keys) and self._keys[removed] + removed < position:
                removed += 1
            out.append(position - removed)
        return out

    def original(self, position: int) -> int:
        """The place in the joined passages as they were given."""
        return position + bisect_right(self._keys, position) if self._keys else position

    def passage_at(self, position: int) -> int:
        """The index of the passage in which this place stands."""
        return bisect_right(self._squeezed, position) - 1

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Index of the passage, and start and end in its own text."""
        index = bisect_right(self._squeezed, start) - 1
        base = self.starts[index]
        return index, self.original(start) - base, self.original(end - 1) + 1 - base

    def bounds(self, index: int) -> tuple[int, int]:
        """Start and end of a passage in :attr:`text`."""
        if index + 1 < len(self.starts):
            return self._squeezed[index], self._squeezed[index + 1] - len(SEPARATOR)
        return self._squeezed[index], len(self.text)


def anchored(text: str, word: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins with this word, one after the other.

    `str.find` costs a fraction of a nanosecond a character, a pattern's own search many times that.
    """
    find, match = text.find, pattern.match
    at = find(word)
    while at >= 0:
        found = match(text, at)
        if found is None:
            at = find(word, at + 1)
        else:
            yield found
            at = find(word, max(found.end(), at + 1))
