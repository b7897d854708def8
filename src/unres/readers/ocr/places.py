"""What a number's place says of it: years behind months, days before them, sessions in pairs, labels in order.

The reader of digits gives each number with other readings and their probabilities. A place makes some of them likelier
than others; where the likeliest reading is another than the one that looks best, it is taken, and what was seen stays
among the alternatives.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unres.readers.ocr.lines import RecognizedLine
    from unres.readers.ocr.numbers import Number
    from unres.readers.ocr.words import Word

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_PLAIN = re.compile(r"\D{0,2}(\d{1,4})\D{0,2}")
_SHORT = re.compile(r"\D{0,2}\d{1,3}\D{0,2}")
_PAIR = re.compile(r"\D{0,2}(\d{1,4})/(\d{1,4})\D{0,2}")
_MONTH = re.compile("[\u0621-\u064a]{2,}/[\u0621-\u064a]{3,}")
"""A month's two names, of the east and the west of the Arab world, as the United Nations write them."""
_LABEL = re.compile(r"(\d{1,3})(?!\d|/)")
_LABELLED = re.compile(r"(\d{1,3}) ?[-.–]")
_FIRST_YEAR, _LAST_YEAR, _DAYS, _LAST_SESSION = 1945, 2040, 31, 85
_IMPOSSIBLE, _UNLIKELY = 0.001, 0.1
_UNSEEN = 0.3
"""How likely what is among no alternatives is to fit a place, against one that fits."""


def weigh_places(words: Sequence[Word]) -> None:
    """Weighs the readings of the numbers of a page by the words beside them, which stand in order of reading."""
    for at, word in enumerate(words):
        for number in word.numbers:
            before = words[at - 1].text if at and words[at - 1].line == word.line else ""
            after = [other.text for other in words[at + 1 : at + 3] if other.line == word.line]
            if fit := _fit(number.text, before, after):
                _say(word, number, fit)


def _say(word: Word, number: Number, fit: Callable[[str], float]) -> tuple[str, str]:
    """Weighs a number of a word, and writes it anew; returns the word's text before and after."""
    seen, text = number.text, word.text
    weigh(number, fit)
    if number.text != seen and not number.raised:
        word.text = word.text.replace(seen, number.text, 1)
    word.sure = min(100.0, 100 * min(found.sure for found in word.numbers))
    return text, word.text


def _fit(text: str, before: str, after: list[str]) -> Callable[[str], float] | None:
    """How well a reading fits between its neighbours, 1 for well; None where the place says nothing."""
    year = _MONTH.search(before) is not None
    day = any(_MONTH.search(word) for word in after)
    if not year and not day and _SHORT.fullmatch(text):
        return None

    def fit(text: str) -> float:
        western = text.translate(_WESTERN)
        if match := _PLAIN.fullmatch(western):
            value, is_year = int(match[1]), len(match[1]) == 4 and _is_year(int(match[1]))
            if year:
                return 1.0 if is_year else _IMPOSSIBLE
            if day and len(match[1]) <= 2:
                return 1.0 if 1 <= value <= _DAYS else _IMPOSSIBLE
            return 1.0 if is_year or len(match[1]) < 4 else _UNLIKELY
        if match := _PAIR.fullmatch(western):
            parts = [int(part) for part in match.groups()]
            return 1.0 if any(part <= _LAST_SESSION or _is_year(part) for part in parts) else _UNLIKELY
        return 1.0

    return fit


def _is_year(value: int) -> bool:
    return _FIRST_YEAR <= value <= _LAST_YEAR


def weigh(number: Number, fit: Callable[[str], float]) -> None:
    """Weighs a number's readings; the likeliest becomes its text."""
    readings = [(number.text, number.sure), *number.others]
    weighed = [(text, share * fit(text)) for text, share in readings]
    unseen = max(0.0, 1 - sum(share for _, share in readings)) * _UNSEEN
    total = sum(share for _, share in weighed) + unseen
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
        if values[place] == expected or (following == expected + 1 and expected > 1):
            word = line.words[0]
            seen, said = _say(word, word.numbers[0], partial(_fits_order, expected))
            line.text = line.text.replace(seen, said, 1)
            values[place] = _label(line) or values[place]
    return values[-1]


def _fits_order(wanted: int, text: str) -> float:
    match = _LABEL.match(text.translate(_WESTERN))
    return 1.0 if match and int(match[1]) == wanted else _UNLIKELY


def _label(line: RecognizedLine) -> int | None:
    """The number that opens a paragraph as its label."""
    if not line.gap or line.role is not None or not line.words[0].numbers:
        return None
    match = _LABELLED.match(line.text.translate(_WESTERN))
    return int(match[1]) if match else None
