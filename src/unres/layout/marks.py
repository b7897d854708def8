"""Footnote marks: found in the many forms of real text, taken out, their places kept.

Strong forms can hardly be anything else: superscript digits, "⁽¹⁾", "^(١)", "<sup>1</sup>". Weak ones can: a digit
stuck to a word ("Development,1"), a number in brackets after a word, "1/", a number after a space. They count only
where a footnote with that label exists and no strong mark points to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from unres.chains import heaviest_rising
from unres.scripts import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.layout.lines import Paragraph

_T = TypeVar("_T")
Place = tuple[int, int]
"""A paragraph, and an offset in its text."""
STRONG = re.compile(
    r"""[ ]?(?:
        ⁽(?P<bracketed>[⁰¹²³⁴-⁹]{1,4})⁾
      | (?P<raised>[⁰¹²³⁴-⁹]{1,4})
      | \^[ ]?(?:\((?P<caret>\d{1,3})\)|\{?(?P<bare>\d{1,3})\}?)
      | <sup>[ ]?\(?(?P<html>\d{1,3})\)?[ ]?</sup>
      | \[\^?(?P<square>\d{1,3})\](?!\()
      )""",
    re.VERBOSE,
)
_STRONG_SIGN = re.compile(r"[⁰¹²³⁴-⁹^<\[](?:(?<![<\[])|(?<=<)(?=sup>)|(?<=\[)(?=[\d^]))")
"""What every strong mark holds, as one character: the search is fast where a pattern begins with one class."""
_ASCII_SIGNS = "^<["
"""Those of its characters that a text in ASCII can hold."""
_LABEL = re.compile(r"\^[ ]?\(?\d{1,3}\)?|⁽?[⁰¹²³⁴-⁹]{1,4}⁾?|<sup>[^<]{1,8}</sup>|\[\^?\d{1,3}\]|.", re.DOTALL)
"""The label of a footnote at the start of a paragraph, or any one character: no mark stands there."""
_UNIT = re.compile(r"\b(?:k|c|m|d|h)?m$")
"""m², km³: a power, not a mark."""
_ASTERISK = re.compile(r"(?<=[\w)\]”\"’.,;:،؛])\*{1,3}(?=[\s.,;:،؛)]|$)")

GLUED = re.compile(
    r"""(?:(?<=[^\W\d_])                           # stuck to a word
         | (?<=[,;:)\]”\"’']) | (?<=[^\W\d_]\.) | (?<=[)\]”\"’]\.)    # to a stop, and not in "4.3"
         | (?<=\b(?:19|20)\d\d)(?=[1-9])           # to a year
        )(?P<label>\d{1,3})(?![\w/%‘’']|[.,]\d)""",
    re.VERBOSE,
)
"""A bare digit stuck to the word, stop or year before it."""
BRACKETED = re.compile(
    r"(?<=[^\W\d_])[ ]?\((?P<label>\d{1,3})\)|(?<=[,.;:”\"»،؛)])\((?P<label2>\d{1,3})\)"
    r"|(?<=\d)\((?P<label3>\d{1,3})\)(?=[,.;:،؛])"
)
SLASHED = re.compile(r"(?<=[\w,;.:،؛)\]”»\"]) ?(?P<label>\d{1,3})/(?=[\s,;.،؛]|$)")
SPACED = re.compile(r"(?<=[\w,;.:،؛)\]”»\"]) (?P<label>\d{1,3})(?=[,;.،؛]?(?:\s|$))")
WEAK = (GLUED, BRACKETED, SLASHED, SPACED)


def label_of(match: re.Match[str]) -> str:
    """The label of a mark, in Western digits."""
    found = next(group for group in match.groups() if group)
    return str(int(lowered(found)))


def take_strong(paragraphs: list[Paragraph]) -> None:
    """Takes the strong marks out of the paragraphs."""
    for paragraph in paragraphs:
        text = paragraph.folded
        if (not text.isascii() or any(map(text.__contains__, _ASCII_SIGNS))) and _STRONG_SIGN.search(text):
            begin = _LABEL.match(text)
            found = _strong(text, begin.end() if begin else 1)
            _take(paragraph, [match for match in found if not _is_power(match)])
        if "*" in paragraph.folded and _ASTERISK.search(paragraph.folded, 1):
            _take(paragraph, list(_ASTERISK.finditer(paragraph.folded, 1)))


def _strong(text: str, at: int) -> Iterator[re.Match[str]]:
    """What ``STRONG.finditer`` finds, many times faster: the pattern is tried only where a sign of a mark stands."""
    for sign in _STRONG_SIGN.finditer(text, at):
        core = start = sign.start()
        if core < at:
            continue
        if start > at and text[start - 1] == "⁽":
            start -= 1
        if start > at and text[start - 1] == " ":
            start -= 1
        match = STRONG.match(text, start) or (STRONG.match(text, core) if start < core else None)
        if match:
            yield match
            at = match.end()


def _is_power(match: re.Match[str]) -> bool:
    if match["raised"] not in ("²", "³"):
        return False
    return _UNIT.search(match.string, max(0, match.start() - 3), match.start()) is not None


def _take(paragraph: Paragraph, found: list[re.Match[str]]) -> None:
    """Takes the matches out of a paragraph's text."""
    if not found:
        return
    text: list[str] = []
    folded: list[str] = []
    new: list[tuple[int, str]] = []
    last = length = 0
    for match in found:
        start, end = match.span()
        text.append(paragraph.text[last:start])
        folded.append(paragraph.folded[last:start])
        length += start - last
        new.append((length, match[0] if match[0][0] == "*" else label_of(match)))
        last = end
    old = _moved(paragraph.marks, found)
    taken = [(at, match.end() - match.start()) for (at, _), match in zip(new, found, strict=True)]
    paragraph.taken = sorted(_moved(paragraph.taken, found) + taken)
    paragraph.text = "".join([*text, paragraph.text[last:]])
    paragraph.folded = "".join([*folded, paragraph.folded[last:]])
    paragraph.marks = sorted(old + new, key=lambda mark: mark[0])


def _moved(marks: list[tuple[int, _T]], found: list[re.Match[str]]) -> list[tuple[int, _T]]:
    """Marks that were taken before, moved by what is taken now."""
    moved: list[tuple[int, _T]] = []
    taken = n = 0
    for at, label in marks:
        while n < len(found) and found[n].start() < at:
            taken += found[n].end() - found[n].start()
            n += 1
        moved.append((at - taken, label))
    return moved


@dataclass(slots=True)
class _Mark:
    """What may be the mark of a footnote."""

    paragraph: int
    match: re.Match[str]
    form: re.Pattern[str]
    label: int
    weight: float = 0
    taken: bool = False


def take_weak(paragraphs: list[Paragraph], labels: list[str], language: Language) -> None:
    """Takes out the weak marks of a document without strong ones.

    The marks of a document run in order, as its footnotes do, so of all numbers that may be marks the heaviest rising
    sequence is taken. A label that was met can be met again (a repeated mark), but only in the same form.
    """
    pointed = {label for paragraph in paragraphs for _, label in paragraph.marks if label.isdigit()}
    wanted = {int(label) for label in labels if label.isdigit()}
    if pointed or not wanted:
        return  # a document marks its footnotes in one way
    found = _candidates(paragraphs, wanted, language)
    first: dict[int, _Mark] = {}
    for n in heaviest_rising([mark.label for mark in found], [mark.weight for mark in found]):
        mark = found[n]
        mark.taken = True
        first[mark.label] = mark
    for mark in found:
        met = first.get(mark.label)
        if (
            met
            and met.form is mark.form
            and (mark.form is not SPACED or mark.weight > 1)
            and _after_stop(mark.match)
            and met.paragraph <= mark.paragraph
        ):
            mark.taken = True
    taken = (mark for mark in found if mark.taken)
    for n, marks in groupby(taken, key=lambda mark: mark.paragraph):
        _take(paragraphs[n], _apart([mark.match for mark in marks]))
    _take_left(paragraphs, sorted(wanted.difference(first)), language)


def _apart(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Matches in their order, without those that overlap the one before."""
    out: list[re.Match[str]] = []
    for match in sorted(found, key=re.Match.start):
        if not out or match.start() >= out[-1].end():
            out.append(match)
    return out


def _candidates(paragraphs: list[Paragraph], wanted: set[int], language: Language) -> list[_Mark]:
    """Every number that may be a mark, in the order of the text, with the weight that its form and place give it."""
    found: list[_Mark] = []
    for form in WEAK:
        marks = [
            _Mark(n, match, form, int(label))
            for n, paragraph in enumerate(paragraphs)
            for match in form.finditer(paragraph.folded, 1)
            if (label := next(group for group in match.groups() if group))[0] != "0"  # "2,113,001"
            and int(label) in wanted
            and not _is_reference(match, language)
        ]
        usual = 2 * len({mark.label for mark in marks}) > len(wanted)
        for mark in marks:
            mark.weight = _weight(mark, language, usual=usual)
        found += [mark for mark in marks if mark.weight]
    return sorted(found, key=lambda mark: (mark.paragraph, mark.match.start()))


def _weight(mark: _Mark, language: Language, *, usual: bool) -> float:
    """How sure it is that the number is a mark: by its form, and for one behind a space by what stands beside it."""
    if mark.form is not SPACED:
        return 4 if usual else 3
    text, start, end = mark.match.string, *mark.match.span()
    if language.notes.is_counted.match(text, end) and not text[start - 1].isdigit():
        return 0
    if text[start - 1] in _STOPS:
        return 2
    word = text.rfind(" ", max(0, start - _LONGEST_TOKEN), start) + 1
    named = text[word].isupper() or not text[word].isascii() or text[start - 1].isdigit()
    if end == len(text) or text[end] in ",;.:،؛" or (named and language.notes.goes_on.match(text, end)):
        return 1.5
    return 0.5 if language.notes.goes_on.match(text, end) else 0


_AHEAD = 5
"""Paragraphs between the neighbours of a mark that ran together with a number, at most."""


_STOPS = frozenset(",;.:،؛)”»\"’'")
"""What ends a stretch of text, so that a number right behind it can be a mark."""


def _loose(label: int | str) -> str:
    """The pattern of a label that stands behind a space."""
    return rf"(?<=\w) (?P<label>{label})(?![\w/]|[.,]\d)"


_LOOSE = re.compile(_loose(r"\d{1,3}"))


def _take_left(paragraphs: list[Paragraph], labels: list[int], language: Language) -> None:
    """Takes out, for each label that is left, the one number between the neighbours of its mark that may be it."""
    if not labels:
        return
    places = {int(mark): (n, at) for n, each in enumerate(paragraphs) for at, mark in each.marks if mark.isdigit()}
    loose: dict[int, list[int]] = {label: [] for label in labels}
    for n, each in enumerate(paragraphs):
        for label in {int(match["label"]) for match in _LOOSE.finditer(each.folded)} & loose.keys():
            loose[label].append(n)
    for label in labels:
        taken = _take_between(paragraphs, label, places, loose[label], language)
        if taken is not None:
            places.update((int(mark), (taken, at)) for at, mark in paragraphs[taken].marks if mark.isdigit())


def _take_between(
    paragraphs: list[Paragraph], label: int, places: dict[int, Place], loose: list[int], language: Language
) -> int | None:
    """Takes out the one number between the neighbours of a mark that may be it; gives its paragraph.

    It stands behind a space ("the recommendations 9 submitted by"), or ran together with a number: "resolution
    75/2167" before footnote 7, of which both neighbours must be known.

    Args:
        paragraphs: the body.
        label: of the footnote.
        places: paragraph and offset of each mark that was taken.
        loose: the paragraphs in which the label stands behind a space.
        language: the language.
    """
    low = max((place for mark, place in places.items() if mark < label), default=(0, 0))
    high = min((place for mark, place in places.items() if mark > label), default=(len(paragraphs), 0))
    tried = [(_loose(label), [n for n in loose if low[0] <= n <= high[0]])]
    if (label == 1 or label - 1 in places) and high[0] - low[0] <= _AHEAD:
        near = list(range(low[0], min(high[0] + 1, len(paragraphs))))
        tried.append((rf"(?<=\d)(?P<label>{label})(?!\w|[.,/%]\d)", near))
    for form, within in tried:
        found = [
            (n, match)
            for n in within
            for match in re.finditer(form, paragraphs[n].folded)
            if low <= (n, match.start()) <= high and not _is_counted(match, language)
        ]
        if len(found) == 1:
            _take(paragraphs[found[0][0]], [found[0][1]])
            return found[0][0]
    return None


def _is_counted(match: re.Match[str], language: Language) -> bool:
    """Whether the number, or the one that it ends, is a year, the day of a date, a pinpoint or a count."""
    text, start = match.string, match.start()
    if _is_reference(match, language) and match[0][0] == " ":
        return True
    token = text.rfind(" ", max(0, start - _LONGEST_TOKEN), start) + 1
    date = language.dates.pattern.match(text, token) if match[0][0] != " " else None
    return (
        _YEAR_BEFORE.search(text, max(0, start - 3), start) is not None
        or (date is not None and bool(language.dates.parts(date)[1]))
        or language.notes.is_counted.match(text, match.end()) is not None
    )


_YEAR_BEFORE = re.compile(r"(?<![\w/])(?:19|20)\d$")
_IN_SYMBOL = re.compile(r"/[^\s,;:)\]]*$")


_LONGEST_TOKEN = 60


def _is_reference(match: re.Match[str], language: Language) -> bool:
    """Whether the number is named by the word before it, stands inside a symbol, or is the day of a date."""
    text, start = match.string, match.start()
    day = text.find(next(group for group in match.groups() if group), start)
    date = language.dates.pattern.match(text, day)
    if date and language.dates.parts(date)[1]:
        return True
    token = text.rfind(" ", max(0, start - _LONGEST_TOKEN), start) + 1
    inside = match[0][0] != "(" and _IN_SYMBOL.search(text, max(token, start - _LONGEST_TOKEN), start) is not None
    return inside or (
        match[0].startswith(" ") and language.notes.names_a_number.search(text, max(0, start - 14), start) is not None
    )


def _after_stop(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1]
    return before in ',.;:)”"’' or before.islower()
