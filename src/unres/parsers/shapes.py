"""What short paragraphs without label are, told by those around them: headings, or entries of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.layout.starts import ends_clause, ends_sentence, is_formula, opens_operative
from unres.parsers.labels import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Label

_ENTRY = re.compile(r"[^\W\d_][^:.;،,]{1,40}: \S")
_SHORT = 90
_LONGEST_TITLE = 600
"""Of a section whose number stands on a line of its own, and of an annex."""
_LONGEST_WITH_COLON = 60
_LINK = 3
"""Letters of the longest word that stands in a title in small letters: "and"."""
_FEW, _MORE = 2, 3
"""Names that make a list: behind an operative paragraph, and elsewhere, where two may be headings."""


class Shapes:
    """The paragraphs (by identity) that are entries, and those that are headings although they do not look it."""

    def __init__(self, paragraphs: list[Paragraph], language: Language) -> None:
        self.language = language
        self.paragraphs = [paragraph for paragraph in paragraphs if paragraph.folded]
        self.numbers: list[int | None] = []
        for paragraph in self.paragraphs:
            self.numbers.append(self._number(paragraph.folded))
        self.entries = set(self._values()) | set(self._names())
        self.headings = set(self._titles()) | set(self._with_colon())

    def _number(self, text: str) -> int | None:
        """The number of a numbered paragraph; 0 for any other label, None for no label."""
        label = read_label(text, self.language)
        if label is None or (label.style == "letter_dot" and self._is_title(label)):
            return None
        return label.places.get("number", 0) if label.style == "dot" else 0

    def _is_title(self, label: Label) -> bool:
        """Whether an Arabic letter and a stop, "د.", stand before a name and not behind another label."""
        return not label.written.isascii() and 1 not in label.places.values() and self.numbers[-1:] != [0]

    def _values(self) -> Iterator[int]:
        """Lines of a name and a value that stand together: «Date of birth: 20 January 1955»."""
        alike = [_ENTRY.match(paragraph.folded) is not None for paragraph in self.paragraphs]
        for n, paragraph in enumerate(self.paragraphs):
            if alike[n] and (alike[n - 1 : n] == [True] or alike[n + 1 : n + 2] == [True]):
                yield id(paragraph)

    def _names(self) -> Iterator[int]:
        """Short lines behind a colon, up to the next numbered paragraph or the end: «Mr. Adam Lantern (Norway)»."""
        n, count = 0, len(self.paragraphs)
        while n < count:
            n += 1
            if self.paragraphs[n - 1].folded[-1] != ":" or self.numbers[n - 1] == 0:
                continue
            first = n
            while n < count and self._is_name(n):
                n += 1
            if n - first >= self._fewest(first - 1) and (n == count or self._goes_on(n, first)):
                yield from (id(paragraph) for paragraph in self.paragraphs[first:n])

    def _fewest(self, n: int) -> int:
        """How many names make a list behind a paragraph: one is enough where it says that names follow."""
        text = self.paragraphs[n].folded
        label = read_label(text, self.language)
        operative = opens_operative(text[label.length :] if label else text, self.language)
        if not operative and not self.language.clauses.preambular.match(text):
            return _MORE
        return 1 if self.language.clauses.names_follow.search(text) else _FEW

    def _is_name(self, n: int) -> bool:
        paragraph = self.paragraphs[n]
        text = paragraph.folded
        if (
            paragraph.role not in (None, "body")
            or self.numbers[n] is not None
            or len(text) > _SHORT
            or ends_clause(text)
        ):
            return False
        return not (
            self.language.headings.annex.match(text)
            or self.language.closing.meeting.match(text)
            or self.language.headings.numbered.match(text)
        )

    def _goes_on(self, n: int, first: int) -> bool:
        """Whether the next numbered paragraph, or the closing, stands here: no heading of a text that begins."""
        text = self.paragraphs[n].folded
        if self.numbers[n] is not None:
            last = next((number for number in reversed(self.numbers[:first]) if number), 0)
            recited = self.language.clauses.preambular.match(self.paragraphs[first - 1].folded) is not None
            return self.numbers[n] == last + 1 and (last > 0 or recited)
        if not any(self.numbers) and opens_operative(text, self.language):
            return self._fewest(first - 1) == 1
        return any(
            pattern.match(text)
            for pattern in (self.language.closing.meeting, self.language.closing.remark, self.language.headings.annex)
        )

    def _titles(self) -> Iterator[int]:
        """Titles of any length: behind the number of a section, or behind the word «Annex»."""
        for n, paragraph in enumerate(self.paragraphs[1:], 1):
            text, above = paragraph.folded, self.paragraphs[n - 1].folded
            if self.numbers[n] is not None or len(text) > _LONGEST_TITLE or text[0].islower() or ends_clause(text):
                continue
            number = self.language.headings.numbered.match(above)
            if (number and number.end() == len(above)) or self.language.headings.annex.fullmatch(above):
                yield id(paragraph)

    def _with_colon(self) -> Iterator[int]:
        """«Reporting:» between numbered paragraphs: what follows it is no list, for the numbers go on."""
        last = 0
        for n, paragraph in enumerate(self.paragraphs[:-1]):
            last = self.numbers[n] or last
            text, following = paragraph.folded, self.numbers[n + 1]
            if self.numbers[n] is not None or text[-1] != ":" or len(text) > _LONGEST_WITH_COLON or text[0].islower():
                continue
            titled = self._is_titled(text)
            announces = not titled and self.language.clauses.announces.search(text)
            if following == last + 1 and not announces and self._parts(n, text, titled=titled):
                yield id(paragraph)

    def _is_titled(self, text: str) -> bool:
        """Whether the words begin with capitals, "Peacekeeping, Lamps and Support:", where the language has them."""
        words = [word for word in text.split() if len(word) > _LINK] if self.language.drafts.capitals else []
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def _parts(self, n: int, text: str, *, titled: bool) -> bool:
        """Whether the paragraph before is finished, and this one opens like no clause."""
        above = self.paragraphs[n - 1].folded if n else ","
        finished = ends_sentence(above) and above[-1] != ":" if self.numbers[n + 1] != 1 else above[-1] in ",،"
        clause = not titled and self.language.clauses.preambular.match(text)
        return finished and not (clause or opens_operative(text, self.language) or is_formula(text, self.language))
