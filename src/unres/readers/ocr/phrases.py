"""Words that every resolution has, put right where they are misread: months, formulas, what numbers are cited with.

A month is what dates hang on, the enacting formula parts the masthead from the text, and a pair is a resolution's
number behind that word alone: one misread letter loses all that depends on it. Such words are few and long, so that the
likeliest is beyond doubt or is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

from unres.readers.ocr.numbers import Number
from unres.readers.ocr.places import pair_fit
from unres.readers.ocr.words import Word
from unres.scripts import EASTERN, folded, western_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.printed import PagePatterns
    from unres.readers.ocr.lines import RecognizedLine

_MOST_WORDS = 4
_ALIKE, _APART = 0.78, 0.05
"""How alike a reading and a month must be, and how much less alike all others."""
_LINE_ALIKE = 0.8
_SHORT_WORD, _REST_ALIKE = 3, 0.9
"""How long the word is at most that opens a formula, and how alike what follows must be where it was misread."""
_CITED_ALIKE = 0.7
"""How alike a reading before a pair must be to a word that pairs stand behind, and each word of a name to its own."""
_OPENING_UNLIKE = 0.82
"""The same where it opens with other letters than all of them."""
_PAIR = re.compile(r"\d/\d")
_HALVES = re.compile(r"(\d{1,4}) (\d{1,4})([.,،؛:]?)")
_SLASH_GAP, _FITS, _NO_SLASH = 1.2, 0.5, 0.5
"""How far apart two numbers stand at most whose slash was not read, in heights of theirs; how well they go together
then, and how often they are such a pair."""
_ONE = f"{EASTERN[1]}1"
_SPECIAL = re.compile(rf"([\[(]?)([^\W\d_]{{0,4}}[{_ONE}!|]?)-((\d{{1,2}})/\d{{1,4}}\D{{0,3}})")
"""A pair behind a dash, and what was read of the letters before it: "د!-٢٣/٢"."""
_MARK_APART, _ALEF = re.compile(r"[^\s\d]{1,5}-"), re.compile(f"^[{_ONE}](?=-)")
_LAST_SPECIAL, _EMERGENCY, _RESTORED = 40, 10, 0.95
"""The highest session of either kind, the only one of emergency with many parts, which special ones have too; and how
often letters of such a session that were put right are right."""
_DIGITS = re.compile(r"\d")
_DAY = re.compile(r"[(\[]?\d{1,2}[)\]]?(?=[^\W\d_])")
_STOP = re.compile("[،؛.)]{1,2}$")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")


@dataclass(slots=True)
class _Month:
    """A month that may stand in so many words, behind a day that stands at it without a space."""

    likeness: float
    name: str
    count: int
    day: str
    read: str


class Phrases:
    """The months and lines that recognised text is held against."""

    def __init__(self, words: PagePatterns) -> None:
        self._months, self._lines, self._special = words.month_names, words.lone_lines, words.special_marks
        self._common = words.common
        parted_lines = [(line, *line.split(" ", 1)) for line in self._lines if " " in line]
        self._formulas = {name: line for line, opening, name in parted_lines if len(opening) < _SHORT_WORD}
        """Formulas that open with a short word, by the name of the organ behind it."""
        names = [tuple(_STOP.sub("", name).split(" ")) for name in self._formulas]
        article = re.compile(f"(?:{words.article.pattern})")
        self._organs = (*names, *dict.fromkeys(name[:1] for name in names if article.match(name[0])))
        """Names of organs, word by word, and their first words alone if these have an article: "المجلس"."""
        self._opening = re.compile(f"(?:{words.article.pattern})?.")
        self._cited = frozenset(words.cited_names)
        self._before_pairs: dict[str, list[str]] = {}
        """Words that pairs stand behind, or that resemble those, by their first letter and the article before it."""
        for name in (*words.cited_names, *words.cited_others):
            if opening := self._opening.match(_bare(name)):
                self._before_pairs.setdefault(opening[0], []).append(name)
        parted = [name.split(" ") for name in self._months if " " in name]
        self._first_words = tuple(dict.fromkeys(first for first, _ in parted))
        self._second_words = tuple(dict.fromkeys(second for _, second in parted))

    def restore_lines(self, lines: Sequence[RecognizedLine]) -> list[str]:
        """Puts right the lines that are a formula or a name as a whole; returns what was put right."""
        done: list[str] = []
        for line in lines if self._lines else ():
            likeness, meant = self._formula(line) or likeliest(line.text, self._lines)
            if likeness >= _LINE_ALIKE and meant != line.text and _word_by_word(line.text, meant):
                done.append(f"“{line.text}” as {meant}")
                line.text = meant
        return done

    def _formula(self, line: RecognizedLine) -> tuple[float, str] | None:
        """The formula whose first, short word was misread, which leaves the name of an organ; and how alike it is.

        A line that may go on from the one above it is none, unless it opens with what is no word.
        """
        opening, _, name = line.text.partition(" ")
        word = opening.isalpha() and (not line.gap or self._common.fullmatch(opening))
        if not name or len(opening) > _SHORT_WORD or word or not self._formulas:
            return None
        likeness, meant = likeliest(name, tuple(self._formulas))
        return (likeness, self._formulas[meant]) if likeness >= _REST_ALIKE else None

    def restore_words(self, words: list[Word]) -> list[str]:
        """Puts months, pairs and the words before these right, in the words of a page in order of reading.

        Returns:
            What was put right.
        """
        return self.restore_months(words) + self.join_pairs(words) + self.restore_cited(words)

    def restore_cited(self, words: list[Word]) -> list[str]:
        """Puts right what stands before pairs: "قرارها", and the letters of special sessions.

        Returns:
            What was put right: "“قرزها” as قرارها".
        """
        done: list[str] = []
        for at in range(len(words) - 1, -1, -1):
            if len(words[at].numbers) == 1 and (match := _SPECIAL.fullmatch(words[at].text)):
                self._restore_special(words, at, match, done)
        for at in range(1, len(words)):
            if any(_PAIR.search(number.text) for number in words[at].numbers):
                self._restore_name(words, at - 1, done)
                for organ in self._organs:
                    first = at - len(organ)
                    if first > 0 and _each_alike([word.text for word in words[first:at]], organ):
                        self._restore_organ(words, first, organ, done)
                        self._restore_name(words, first - 1, done)
                        break
        return done

    def join_pairs(self, words: list[Word]) -> list[str]:
        """Joins numbers beside each other behind a word that pairs stand behind: the slash was not read.

        Returns:
            What was joined, in order of reading: "“١٩٠ ٦٧” as ٦٧/١٩٠".
        """
        done: list[str] = []
        for at in range(len(words) - 1, 0, -1):
            for count in (1, 2):
                some = words[at : at + count]
                read = " ".join(word.text for word in some)
                if (pair := _lost_slash(some, read)) and self._is_cited(words[at - 1], some[0]):
                    done.append(f"“{read}” as {pair.text}")
                    words[at : at + count] = [pair]
                    break
        return done

    def _is_cited(self, before: Word, word: Word) -> bool:
        """Whether a word before another is one that pairs stand behind."""
        bare = _bare(before.text)
        return before.line == word.line and any(_likeness(bare, _bare(name)) >= _CITED_ALIKE for name in self._cited)

    def _restore_name(self, words: Sequence[Word], at: int, done: list[str]) -> None:
        """Puts right a word that pairs stand behind, if it is like one of those and less like any other."""
        word = words[at]
        if word.latin or word.numbers:
            return
        bare = _bare(word.text)
        opening = self._opening.match(bare)
        near = self._before_pairs.get(opening[0]) if opening else None
        least = _CITED_ALIKE if near else _OPENING_UNLIKE
        names = near or chain.from_iterable(self._before_pairs.values())
        ranked = sorted(((_likeness(bare, _bare(name)), name) for name in names), reverse=True)
        others = max((share for share, name in ranked if name not in self._cited), default=0.0)
        if not ranked or not max(least, others + _APART) <= ranked[0][0] < 1:
            return
        if len(ranked) == 1 or ranked[1][0] < ranked[0][0]:
            done.append(f"“{word.text}” as {ranked[0][1]}")
            word.text = ranked[0][1]

    @staticmethod
    def _restore_organ(words: Sequence[Word], first: int, organ: Sequence[str], done: list[str]) -> None:
        """Puts right the name of an organ between that word and a pair."""
        for word, name in zip(words[first:], organ, strict=False):
            if _bare(word.text) != _bare(name) and not word.numbers:
                done.append(f"“{word.text}” as {name}")
                word.text = name

    def _restore_special(self, words: list[Word], at: int, match: re.Match[str], done: list[str]) -> None:
        """Puts right the letters of a special session before a pair; they may have been read as a word of their own."""
        word, session = words[at], int(match[4])
        before = words[at - 1] if at and words[at - 1].line == word.line and not words[at - 1].numbers else None
        apart = before is not None and not match[2] and _MARK_APART.fullmatch(before.text)
        read = words[at - 1].text if apart else match[2]
        if not read.strip("-") or not 0 < session <= _LAST_SPECIAL or not self._special:
            return
        mark = max(self._special, key=lambda mark: _likeness(_bare(read), _bare(mark)))
        text = f"{match[1]}{mark}{match[3]}"
        unlike = session == _EMERGENCY and mark == self._special[0] and _bare(read) != _bare(mark)
        if unlike or (text == word.text and not apart):
            return
        done.append(f"“{read}” before {match[3]} as {mark}")
        word.text = text
        word.numbers[0].text = _ALEF.sub("", word.numbers[0].text)
        word.numbers[0].doubt(_RESTORED)
        if apart:
            word.x0, word.x1 = min(word.x0, words[at - 1].x0), max(word.x1, words[at - 1].x1)
            del words[at - 1]

    def restore_months(self, words: list[Word]) -> list[str]:
        """Puts the months beside numbers right, in the words of a page in order of reading.

        Returns:
            What was put right: "“حزيرات/يونيه” as حزيران/يونيه".
        """
        done: list[str] = []
        if not self._months:
            return done
        for at in range(len(words)):  # it shrinks where a month was read as several words
            found = [month for count in range(1, _MOST_WORDS + 1) if (month := self._month(words, at, count))]
            if found:
                _write(words, at, max(found, key=lambda month: month.likeness), done)
        return done

    def _month(self, words: Sequence[Word], at: int, count: int) -> _Month | None:
        some = words[at : at + count]
        if len(some) < count or any(word.line != some[0].line or word.latin for word in some):
            return None
        day = _DAY.match(some[0].text)
        if any(word.numbers for word in some[1:]) or (some[0].numbers and day is None):
            return None
        read = " ".join(word.text for word in some)[day.end() if day else 0 :]
        before = words[at - 1].text if at else ""
        behind = words[at + count] if at + count < len(words) else None
        goes_on = before.split(" ")[-1] in self._first_words
        after_number = day is not None or _DIGITS.search(before[-1:]) is not None
        if not (goes_on or after_number or (behind and _DIGITS.match(behind.text) and "/" in read)):
            return None
        known = (*self._months, *self._second_words)
        if after_number and behind and behind.line != some[0].line:
            parted = likeliest(behind.text, self._second_words)[0] >= _ALIKE
            known = (*known, *self._first_words) if parted else known
        likeness, name = likeliest(read, known)
        if likeness < _ALIKE or (name in self._second_words) != goes_on:
            return None
        return _Month(likeness, name, count, day[0] if day else "", read)


def _lost_slash(words: Sequence[Word], read: str) -> Word | None:
    """The pair of two numbers of one or two words that stand beside each other, the left one first; None for others."""
    match, numbers = _HALVES.fullmatch(read), [number for word in words for number in word.numbers]
    if match is None or len(numbers) != 2 or any(word.line != words[0].line for word in words):
        return None
    right, left = numbers
    height = max(number.box[3] - number.box[1] for number in numbers)
    fits = pair_fit(None, frozenset(), western_digits(match[2]), western_digits(match[1])) > _FITS
    if right.box[0] - left.box[2] > _SLASH_GAP * height or not fits:
        return None
    box = (left.box[0], min(left.box[1], right.box[1]), right.box[2], max(left.box[3], right.box[3]))
    sure = left.sure * right.sure * _NO_SLASH
    pair = Number(f"{match[2]}/{match[1]}", box, sure, members=left.members | right.members)
    return Word(pair.text + match[3], 100 * sure, *box, words[0].line, numbers=(pair,))


def _write(words: list[Word], at: int, month: _Month, done: list[str]) -> None:
    """Writes a month in the first of its words, with the stop or comma that stands behind it."""
    some = words[at : at + month.count]
    stop = _STOP.search(month.read)
    name = month.name + (stop[0] if stop else "")
    if name != month.read:
        done.append(f"“{month.read}” as {month.name}")
        some[0].text = f"{month.day} {name}" if month.day else name
        some[0].x0, some[0].x1 = min(word.x0 for word in some), max(word.x1 for word in some)
        del words[at + 1 : at + month.count]


def likeliest(read: str, known: Sequence[str]) -> tuple[float, str]:
    """Which of the known phrases was read, and how alike it is: 0 where others are nearly as alike."""
    bare = _bare(read)
    ranked = sorted(((_likeness(bare, _bare(name)), name) for name in known), reverse=True)
    (best, phrase), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
    return (best if best - second >= _APART else 0.0), phrase


def _word_by_word(read: str, line: str) -> bool:
    """Whether a text may be that line word by word, where both have as many; a short word at its head may be any."""
    said, meant = read.split(" "), line.split(" ")
    first = 1 if len(said[0]) <= _SHORT_WORD else 0
    return len(said) != len(meant) or _each_alike(said[first:], meant[first:])


def _each_alike(read: Sequence[str], names: Sequence[str]) -> bool:
    """Whether each word may be that of the name: one word parts the Commission on Human Rights from the Council."""
    return all(_likeness(_bare(one), _bare(name)) >= _CITED_ALIKE for one, name in zip(read, names, strict=True))


def _bare(text: str) -> str:
    return folded(_EDGES.sub("", text).replace(" ", ""))


def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > max(2, len(other) // 4):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
