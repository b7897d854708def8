"""The lines of a masthead as one text, and which field each was read from."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.numbers import read_number

if TYPE_CHECKING:
    import re

    from unres.languages import Language
    from unres.languages.dates import DateFound
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Head


class Masthead:
    """The lines of a masthead as one text, and which field each was read from."""

    def __init__(self, paragraphs: list[Paragraph], head: Head, language: Language) -> None:
        self.paragraphs = paragraphs
        self.language = language
        self.words = language.masthead
        self.head = head
        self.starts: list[int] = []
        at = 0
        for paragraph in paragraphs:
            self.starts.append(at)
            at += len(paragraph.folded) + 1
        self.text = "\n".join(paragraph.folded for paragraph in paragraphs)
        self.written = "\n".join(paragraph.text for paragraph in paragraphs)
        """The same with the digits as they are written; every character at the same place."""
        self.claimed: list[list[str]] = [[] for _ in paragraphs]
        self.taken: list[tuple[int, int]] = []
        self.dates: list[DateFound] = find_dates(self.text, language.code)

    def line(self, position: int) -> int:
        """The number of the line at a position."""
        return bisect_right(self.starts, position) - 1

    def title_start(self) -> int:
        """Where the last line begins that opens with a resolution's number: what it names is the title's matter."""
        lines = zip(reversed(self.starts), reversed(self.paragraphs), strict=True)
        return next((at for at, paragraph in lines if read_number(paragraph.folded, self.language)), len(self.text))

    def claim(self, start: int, end: int, *names: str) -> None:
        """Notes that the fields were read from this range."""
        self.taken.append((start, end))
        for n in range(self.line(start), self.line(max(start, end - 1)) + 1):
            self.claimed[n] += [name for name in names if name not in self.claimed[n]]

    def claim_match(self, match: re.Match[str], *names: str) -> None:
        """Notes that the fields were read from what a pattern has found in the text."""
        self.claim(match.start(), match.end(), *names)

    def claim_line(self, n: int, *names: str) -> None:
        """Notes that the fields were read from a line."""
        self.claim(self.starts[n], self.starts[n] + len(self.paragraphs[n].folded), *names)

    def is_taken(self, position: int) -> bool:
        """Whether a rule has claimed the position."""
        return any(start <= position < end for start, end in self.taken)
