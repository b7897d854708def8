"""What a number's place says of it: years behind months, days before them, sessions in pairs, counts.

The reader of digits gives each number with other readings and their probabilities. A place makes some of them likelier
than others; where the likeliest reading is another than the one that looks best, it is taken, and what was seen stays
among the alternatives.

Labels and marks of footnotes are small, and so they are misread more than anything else. They count through a document:
what was misread is put right where what was read agrees on the count, and said in a diagnostic.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from unres.readers.source import note_mark
from unres.scripts import (
    ABJAD,
    ARABIC_LETTERS,
    ARABIC_LIKE_DIGITS,
    EASTERN,
    HEH,
    KASHIDA,
    LETTERS_LIKE_EASTERN,
    SUPERSCRIPT,
    WESTERN,
    folded,
    western_digits,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from unres.readers.ocr.lines import RecognizedLine
    from unres.readers.ocr.numbers import Number
    from unres.readers.ocr.words import Word

_PLAIN = re.compile(r"\D{0,2}(\d{1,4})\D{0,2}")
_SHORT = re.compile(r"\D{0,2}\d{1,3}\D{0,2}")
_LONG = re.compile(r"\D{0,2}\d{5,}\D{0,2}")
"""Thousands are parted by blanks: a slash was read as a digit."""
_PAIR = re.compile(r"\D{0,2}(\d{1,4})/(\d{1,4})\D{0,2}")
_MONTH = re.compile(f"[{ARABIC_LETTERS}]{{2,}}/[{ARABIC_LETTERS}]{{3,}}")
"""A month's two names, of the east and the west of the Arab world, as the United Nations write them."""
_LABEL = re.compile(r"\(?(\d{1,3})(?!\d|/)")
_LABELLED = re.compile(r"(\d{1,3}) ?[-.–]")
_UNREAD_LABEL = re.compile(rf"([^\s\w(“”«»\"]{{1,2}}|[^\s\d{ARABIC_LETTERS}]) ?(?=[-–])|(?=[-–])")
"""What is read of a label whose digits were not known: "© -", "' -", "-"."""
_LETTERED = re.compile(rf"\(([{ABJAD}{''.join(LETTERS_LIKE_EASTERN)}]){KASHIDA}?\)")
_FIRST_YEAR, _LAST_YEAR, _DAYS, _LAST_SESSION = 1945, 2040, 31, 85
_FIRST_OF_ASSEMBLY, _FIRST_OF_COUNCIL, _LAST_OF_COUNCIL, _LAST_NUMBER = 31, 2006, 60, 999
"""The first session of the General Assembly whose resolutions are pairs, the year of the first of the Human Rights
Council's, the most of their sessions and of resolutions in one, and the highest number of any document that is a pair.
"""
_BROKEN_PAIR = re.compile(r"/\d{0,4}\.\d|\d\.\d{0,4}/|\d/\d{1,4}/\d")
_IN_SYMBOL = re.compile(r"/(\d{1,4})/(\d{1,4})(?![/\d])")
_DATE_WORDS = 6
"""In how many words behind a pair its date stands."""
_LIKELY_NUMBER = 0.9
"""From which probability a number is no mark of a footnote."""
_KNOWN_FROM, _NAMED = 0.98, 4.0
"""From which probability a pair counts as named, and how much likelier a reading is that is named elsewhere."""
_TORN, _TORN_SURE = re.compile(r"(?<!\S)(?!\d{1,3} \d{3}(?!\S))[\d/]+ [\d/]+(?!\S)"), 0.5
"""Two numbers with nothing between them, but for thousands; how likely they are right as they stand."""
_IMPOSSIBLE, _UNLIKELY = 0.001, 0.1
_UNSEEN, _LEAST_UNSEEN = 0.3, 0.01
"""How likely what is among no alternatives is to fit a place, against one that fits, and how likely it is at least
where those that were seen fit ill."""

_NOTE_LABEL = re.compile(r"\((\d{1,3}|[^\s()]{0,2})\)[0-9]{0,2} *-? *")  # "(4)"; misread: "(ه)", "()", "(2)06"
_PLAIN_NOTE_LABEL = re.compile(r"([0-9]{1,3})(?= [^\W\d_])")  # of an English note, whose raised label has no brackets
_TO_EASTERN = str.maketrans(WESTERN, EASTERN)
_LIKE_DIGITS = str.maketrans(dict(zip(EASTERN, WESTERN, strict=True)) | ARABIC_LIKE_DIGITS)
_MARK = re.compile(
    rf"""[ ]?⁽[{SUPERSCRIPT}]{{1,3}}⁾  # of the reader of digits
      | (?<=[{ARABIC_LETTERS}"”»]) [ ]? ["'!(*©]{{0,2}} [\d*؛؟]{{0,2}} [)'!©]{{1,2}} (?=[\s،؛.,»]|$)  # "90)،", "*)"
      | (?<=[{ARABIC_LETTERS}"”»]) [0-9*]{{1,2}} (?=[\s،؛.,]|$)
    """,
    re.VERBOSE,
)
_ENGLISH_MARK = re.compile(r"(?<=[a-z,;.”\"])[0-9*'°]{1,2}(?=\s|$)")


def weigh_places(words: Sequence[Word], known: set[str], before_year: re.Pattern[str]) -> None:
    """Weighs the readings of the numbers of a page by the words beside them, which stand in order of reading.

    Args:
        words: of the page.
        known: pairs that the document surely names, in western digits; those of this page are added.
        before_year: words that years stand behind, `folded`.
    """
    for word in words:
        found = _IN_SYMBOL.findall(word.text) if word.latin else ()
        sure = (_PAIR.fullmatch(western_digits(n.text)) for n in word.numbers if n.sure > _KNOWN_FROM)
        for one, other in (*found, *(match.groups() for match in sure if match)):
            known |= {f"{one}/{other}", f"{other}/{one}"}
    _doubt_torn(words)
    for at, word in enumerate(words):
        for number in word.numbers:
            before = words[at - 1].text if at and words[at - 1].line == word.line else ""
            after = [other.text for other in words[at + 1 : at + 3] if other.line == word.line]
            adopted = _year_of(words[at + 1 : at + 1 + _DATE_WORDS])
            year = bool(_MONTH.search(before) or before_year.fullmatch(folded(before)))
            if fit := _fit(number.text, after, partial(pair_fit, adopted, known), year=year):
                _say(word, number, fit)


def _doubt_torn(words: Sequence[Word]) -> None:
    """Doubts numbers with nothing between them, but for thousands, which are written so: they may be pieces of one."""
    for word, beside in zip_longest(words, words[1:]):
        text = word.text if beside is None or beside.line != word.line else f"{word.text} {beside.text}"
        if _TORN.search(western_digits(text)):
            for number in (*word.numbers, *(beside.numbers if beside and text != word.text else ())):
                number.doubt(_TORN_SURE)


def _year_of(words: Sequence[Word]) -> int | None:
    """The year of the date behind a pair; None where another number than a day comes first."""
    for number in (number for word in words for number in word.numbers):
        match = _PLAIN.fullmatch(western_digits(number.text))
        if match is None or not 0 < int(match[1]) <= _DAYS:
            return int(match[1]) if match and _is_year(int(match[1])) and number.sure > _KNOWN_FROM else None
    return None


def pair_fit(adopted: int | None, known: AbstractSet[str], one: str, other: str) -> float:
    """How well two numbers go together as a session, or year, and a number in it, in either order."""
    first, second = int(one), int(other)
    share = max(_session_fit(first, second, adopted), _session_fit(second, first, adopted))
    return share * (_NAMED if f"{one}/{other}" in known else 1)


def _session_fit(session: int, number: int, adopted: int | None) -> float:
    """How likely a session, or year, has a document of this number, that was adopted in this year."""
    if _is_year(session):
        return 1.0 if 0 < number <= _LAST_NUMBER or _is_year(number) else _IMPOSSIBLE
    if not (0 < session <= _LAST_SESSION and 0 < number <= _LAST_NUMBER):
        return _IMPOSSIBLE
    if session < _FIRST_OF_ASSEMBLY and number > _LAST_OF_COUNCIL:
        return _UNLIKELY
    of_assembly = session > _LAST_OF_COUNCIL or (adopted is not None and adopted < _FIRST_OF_COUNCIL)
    late = adopted is not None and not 0 <= adopted - session - _FIRST_YEAR <= 1
    return _UNLIKELY if of_assembly and late else 1.0


def _say(word: Word, number: Number, fit: Callable[[str], float]) -> tuple[str, str]:
    """Weighs a number of a word, and writes it anew; returns the word's text before and after."""
    seen, text = number.text, word.text
    weigh(number, fit)
    if number.text != seen and not number.raised:
        word.text = word.text.replace(seen, number.text, 1)
    word.sure = min(100.0, 100 * min(found.sure for found in word.numbers))
    return text, word.text


def _fit(
    text: str, after: list[str], pair: Callable[[str, str], float], *, year: bool
) -> Callable[[str], float] | None:
    """How well a reading fits between its neighbours, 1 for well; None where the place says nothing.

    Args:
        text: the reading that looks best.
        after: the words behind it.
        pair: how well two numbers go together.
        year: whether the word before it is one that years stand behind.
    """
    day = any(_MONTH.search(word) for word in after)
    if not year and not day and _SHORT.fullmatch(text):
        return None

    def fit(text: str) -> float:
        western = western_digits(text)
        if match := _PLAIN.fullmatch(western):
            value, is_year = int(match[1]), len(match[1]) == 4 and _is_year(int(match[1]))
            if year:
                return 1.0 if is_year else _IMPOSSIBLE
            if (day and len(match[1]) <= 2) or (after and not is_year and _MONTH.search(after[0])):
                return 1.0 if 1 <= value <= _DAYS else _IMPOSSIBLE
            return 1.0 if is_year or len(match[1]) < 4 else _UNLIKELY
        if match := _PAIR.fullmatch(western):
            if (after and _MONTH.search(after[0])) or (year and not all(_is_year(int(one)) for one in match.groups())):
                return _IMPOSSIBLE
            return pair(*match.groups())
        if _BROKEN_PAIR.search(western):
            return _IMPOSSIBLE
        return _UNLIKELY if _LONG.fullmatch(western) else 1.0

    return fit


def _is_year(value: int) -> bool:
    return _FIRST_YEAR <= value <= _LAST_YEAR


def weigh(number: Number, fit: Callable[[str], float]) -> None:
    """Weighs a number's readings; the likeliest becomes its text."""
    readings = [(number.text, number.sure), *number.others]
    weighed = [(text, share * fit(text)) for text, share in readings]
    seen, fitting = (sum(share for _, share in pairs) for pairs in (readings, weighed))
    unseen = max(0.0 if fitting > seen / 2 else _LEAST_UNSEEN, 1 - seen) * _UNSEEN
    total = fitting + unseen
    if total <= 0:
        return
    ranked = sorted(((text, share / total) for text, share in weighed), key=lambda pair: -pair[1])
    number.text, number.sure = ranked[0]
    number.others = ranked[1:]


def weigh_labels(lines: Sequence[RecognizedLine], last: int) -> int:
    """Weighs the labels at the beginning of paragraphs by their order.

    Args:
        lines: of one page.
        last: the last label of the page before; 0 where there was none.

    Returns:
        The last label of this page; `last` where it has none.
    """
    found = [(line, label) for line in lines if (label := _label(line))]
    values = [last, *(label for _, label in found)]
    for place, (line, _) in enumerate(found, 1):
        expected = values[place - 1] + 1
        following = values[place + 1] if place + 1 < len(values) else 0
        word = line.words[0]
        if word.numbers and (values[place] == expected or (following == expected + 1 and expected > 1)):
            seen, said = _say(word, word.numbers[0], partial(_fits_order, expected))
            line.text = line.text.replace(seen, said, 1)
            values[place] = _label(line) or values[place]
    return values[-1]


def restore_labels(lines: Sequence[RecognizedLine], last: int) -> list[str]:
    """Counts the labels of Arabic paragraphs of which no digit was read, where the labels around them agree.

    Args:
        lines: of one page, without footnotes.
        last: the last label of the page before; 0 where there was none.

    Returns:
        What was put right: "“©” as ٥".
    """
    begin = [line for line in lines if line.gap and line.role is None]
    read = [(line, _label(line), _UNREAD_LABEL.match(line.text)) for line in begin]
    found = [one for one in read if one[1] or one[2]]
    done: list[str] = []
    before = last
    for place, (line, label, match) in enumerate(found):
        behind = found[place + 1][1] if place + 1 < len(found) else None
        agreed = behind == before + 2 if behind else match and match[1]
        if match and agreed and (before or match[1]) and (before or behind):
            said = str(before + 1).translate(_TO_EASTERN)
            line.text = said + line.text[match.end() :]
            line.counted.append(f"{said} (by its count; “{match[0].strip()}” was read)")
            done.append(f"“{match[0].strip()}” as {said}")
            before += 1
        before = label or before
    return done


def _fits_order(wanted: int, text: str) -> float:
    match = _LABEL.match(western_digits(text))
    return 1.0 if match and int(match[1]) == wanted else _UNLIKELY


def _label(line: RecognizedLine) -> int | None:
    """The number that opens a paragraph as its label."""
    if not line.gap or line.role is not None or not (line.words[0].numbers or line.counted):
        return None
    match = _LABELLED.match(western_digits(line.text))
    return int(match[1]) if match else None


def letter_labels(lines: Sequence[RecognizedLine], last: str) -> tuple[str, list[str]]:
    """Puts right the letters of subparagraphs that were read as digits, where the letter before or behind agrees.

    Args:
        lines: of one page, without footnotes.
        last: the last letter of the page before; "" where there was none.

    Returns:
        The last letter of this page, and what was put right: "“(٥)” as (هـ)".
    """
    found = [(line, match[1]) for line in lines if line.gap and (match := _LETTERED.match(line.text))]
    letters = [last, *(LETTERS_LIKE_EASTERN.get(sign, sign) for _, sign in found)]
    done: list[str] = []
    for place, (line, sign) in enumerate(found, 1):
        letter, before = letters[place], letters[place - 1]
        behind = found[place][1] if place < len(found) else ""
        if sign == letter:
            continue
        at = ABJAD.index(letter)
        follows = at > 0 and before == ABJAD[at - 1]
        if letter in (before, behind) or not (follows or behind == ABJAD[at + 1]):
            letters[place] = ""
            continue
        label = f"({letter}{KASHIDA if letter == HEH else ''})"
        done.append(f"“({sign})” as {label}")
        line.text = line.text.replace(f"({sign})", label, 1)
        line.words[0].text = line.words[0].text.replace(f"({sign})", label, 1)
        line.words[0].numbers = line.words[0].numbers[1:]
    return letters[-1], done


def restore(body: list[RecognizedLine], below: list[RecognizedLine], after: int, *, arabic: bool) -> list[str]:
    """Finds the footnotes among the lines below the rule, and puts labels and marks right.

    Args:
        body: the lines above the rule.
        below: the lines below it.
        after: the last footnote of the pages before; 0 where there was none.
        arabic: whether the page is Arabic.

    Returns:
        What was put right: "“ه” as (5)".
    """
    pattern = _NOTE_LABEL if arabic else _PLAIN_NOTE_LABEL
    notes: list[RecognizedLine] = []
    for line in below:
        line.role = "footnote" if pattern.match(line.text) else "continues" if notes else None
        if line.role == "footnote":
            notes.append(line)
    read = [match[1] if (match := pattern.match(line.text)) else "" for line in notes]
    first = _first([label.translate(_LIKE_DIGITS) for label in read], after)
    if first is None:
        return []
    done: list[str] = []
    for label, line in enumerate(notes, first):
        was = read[label - first]
        if line.words and line.words[0].numbers:
            weigh(line.words[0].numbers[0], partial(_fits_order, label))
        if not was.isdecimal() or int(was) != label:
            line.text = pattern.sub(f"({label}) " if arabic else f"{label}", line.text, count=1)
            done.append(f"“{was}” as {label}")
            line.counted.append(f"({label}) (by its count; “{was}” was read)")
    return done + _marks(body, first, len(notes), arabic=arabic)


def _first(labels: list[str], after: int) -> int | None:
    """The label of the first note, on which at least two agree: labels, or one and the count so far."""
    votes = Counter(int(label) - place for place, label in enumerate(labels) if label.isdecimal())
    if votes:
        votes[after + 1] += 1
    ranked = [(first, count) for first, count in votes.most_common(2) if first > 0]
    if not ranked or ranked[0][1] < min(2, len(labels)) or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _marks(body: list[RecognizedLine], first: int, count: int, *, arabic: bool) -> list[str]:
    """Where the text has as many places that look like marks as there are notes, they are those."""
    pattern = _MARK if arabic else _ENGLISH_MARK
    depth = 0
    found: list[tuple[RecognizedLine, re.Match[str]]] = []
    for line in body:
        at = 0
        for match in pattern.finditer(line.text):
            depth = max(0, depth + line.text.count("(", at, match.start()) - line.text.count(")", at, match.start()))
            at = match.end()
            if depth:  # it closes what was opened before
                depth -= match[0].count(")")
            elif not _is_other_number(line, match[0], range(first, first + count)):
                found.append((line, match))
        depth = max(0, depth + line.text.count("(", at) - line.text.count(")", at))
    if len(found) != count:
        return []
    done = []
    for label, (line, match) in reversed(list(enumerate(found, first))):  # from the end: places before stay true
        mark = note_mark(str(label), arabic=arabic)
        line.text = line.text[: match.start()] + mark + line.text[match.end() :]
        if match[0].strip() == mark:
            continue
        done.append(f"the mark “{match[0].strip()}” as {label}")
        line.counted.append(f"{mark} (by its count; “{match[0].strip()}” was read)")
    return done[::-1]


def _is_other_number(line: RecognizedLine, text: str, labels: range) -> bool:
    """Whether a number stands there that was read from the ink at full size, and is no label: it closes a bracket."""
    numbers = [number for word in line.words for number in word.numbers if not number.raised]
    digits = western_digits(text.strip("() "))
    sure = any(n.sure > _LIKELY_NUMBER and western_digits(n.text.strip("() ")) == digits for n in numbers)
    return sure and int(digits) not in labels


def last_note(lines: list[RecognizedLine]) -> int:
    """The number of the last footnote of a page; 0 where there is none."""
    for line in reversed(lines):
        if line.role == "footnote" and (match := re.match(r"\(?([0-9]{1,3})", line.text)):
            return int(match[1])
    return 0
