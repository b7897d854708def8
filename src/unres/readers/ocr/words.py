"""Recognised words: three readings of one page made one, and what is known to be misread put right.

The Arabic data of tesseract knows no Latin letters and hardly any digits, and the English knows no Arabic. An Arabic
page is read with both: where the English reading is sure that a symbol, a job number or a Western number stands there,
it is taken. Numbers are those of the reader of digits: letters are tesseract's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from math import prod
from statistics import median
from typing import TYPE_CHECKING

from unres.readers.source import superscript
from unres.scripts import AND, ARABIC_LETTERS, ARABIC_LETTERS_AND_MARKS, ATTACHED, EASTERN, PERSIAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.readers.ocr.numbers import InkLine, Number

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ARABIC, _ENGLISH = re.compile(f"[{ARABIC_LETTERS}]"), re.compile("[A-Za-z]")
_LATIN = re.compile(
    r"""[\[(]*(?:
        (?P<symbol>[A-Z]{1,5}(?:/[A-Za-z0-9.()\-]+)+)   # A/RES/67/190
      | (?P<job>\d{2}-\d{5})                             # 12-49072
      | (?P<number>\d{2,5}(?:/\d{1,4})?)                 # 2021, 67/190
      | (?P<word>[A-Z][a-z]{3,}[.,]?:?)                  # Distr.: General, a name of a month
      )[\])]*[.,;]?""",
    re.VERBOSE,
)
_SYMBOL = re.compile(r"\(?[A-Z]{1,5}(?:/[A-Za-z0-9.\-]+)+\)?")
_SURE = {"symbol": 55.0, "job": 60.0, "number": 85.0, "word": 80.0}
"""From which confidence the English reading is believed to have found each."""
_SURE_ANYWAY = 85.0
"""An Arabic reading this sure is kept."""
_OVERLAP = 0.5
_SAME_ROW = 0.6
"""Which share of the lower of two lines stands within the other one's height where both are one row."""
COLUMN_GAP = 4.0
"""How far apart columns stand, in heights of a line; the gap behind a footnote's label is smaller."""
_WESTERN, _EASTERN = re.compile("[0-9]"), re.compile(f"[{EASTERN}{PERSIAN}]")
_NUMBER_SURE = 80.0
_LEAST_SAID, _MOST_SAID = 0.01, 3
SURE_EASTERN, _COVERED = 0.9, 0.7
"""From which probability, and over which share of a word, Arabic-Indic digits are believed against Latin letters."""
SURE_NUMBER = 0.98
"""From which probability a number that was read digit by digit is not said to be doubtful."""
_PREFIXED = re.compile(rf"[\[(\"]*[{ATTACHED}]?\d[\d/.\-–،,)(؛;:\]\"]*")
_TURNED = re.compile(r"\)([^()]{1,30})\(")
_COMMA = re.compile(rf'(?<=[{ARABIC_LETTERS}")\]])[,»]')
_SEMICOLON = re.compile(rf'(?<=[{ARABIC_LETTERS}")\]]);')


@dataclass(slots=True)
class Word:
    """A recognised word with its place in the picture."""

    text: str
    sure: float
    """Tesseract's confidence, 0 to 100."""
    x0: int
    y0: int
    x1: int
    y1: int
    line: tuple[int, int, int]
    """Tesseract's numbers of block, paragraph and line."""
    latin: bool = False
    """Whether it was taken from the English reading of an Arabic page."""
    numbers: tuple[Number, ...] = ()
    """What of it was read digit by digit."""


def letters_read(words: list[Word], *, arabic: bool) -> float:
    """How many letters of the language were read, each counted as far as it is sure."""
    wanted = _ARABIC if arabic else _ENGLISH
    return sum(len(wanted.findall(word.text)) * (word.sure / 100) ** 2 for word in words)


def share_read(words: list[Word]) -> float:
    """How much of the Arabic letters of a page is sure, from 0 to 1; 0 where there are none."""
    return letters_read(words, arabic=True) / max(1, sum(len(_ARABIC.findall(word.text)) for word in words))


def with_latin(arabic: list[Word], english: list[Word]) -> list[Word]:
    """The Arabic reading with what only the English one can read."""
    out = list(arabic)
    for word in english:
        match = _LATIN.fullmatch(word.text)
        if match is None or word.sure < _SURE[match.lastgroup or "word"]:
            continue
        there = [other for other in out if _share_inside(other, word) > _OVERLAP]
        if not there or any(other.latin for other in there):
            continue
        if match.lastgroup != "symbol" and min(other.sure for other in there) >= _SURE_ANYWAY:
            continue
        _take(out, there, word, word.text)
    return out


def with_symbols(words: list[Word], english: list[Word]) -> None:
    """Takes symbols of which the English reading is unsure, where the digits that were read from the ink are theirs.

    They keep the confidence of the English reading, and so are doubtful.
    """
    for word in english:
        match = _SYMBOL.search(word.text)
        there = [other for other in words if _share_inside(other, word) > _OVERLAP] if match else []
        seen = "".join(_WESTERN.findall(" ".join(other.text for other in there)))
        if match and seen and seen == "".join(_WESTERN.findall(match[0])) and not any(other.latin for other in there):
            _take(words, there, word, match[0])


def _take(words: list[Word], there: list[Word], word: Word, text: str) -> None:
    """Puts an English word in the place of what the Arabic data read there."""
    at = words.index(there[0])
    words[:] = [other for other in words if other not in there]
    text, line = _brackets_inside(text), there[0].line
    words.insert(at, Word(text, word.sure, word.x0, word.y0, word.x1, word.y1, line, latin=True))


def _brackets_inside(text: str) -> str:
    """A lone bracket stands on the other side in Arabic, and turned about: "[(A/67/458)" is "(A/67/458)]"."""
    for opening, closing in ("[]", "()"):
        if text.count(opening) > text.count(closing) and text.startswith(opening):
            text = text[1:] + closing
        elif text.count(closing) > text.count(opening) and text.endswith(closing):
            text = opening + text[:-1]
    return text


def _share_inside(inner: Word, outer: Word) -> float:
    """Which share of the one word's box lies within the other's."""
    across = min(inner.x1, outer.x1) - max(inner.x0, outer.x0)
    down = min(inner.y1, outer.y1) - max(inner.y0, outer.y0)
    area = (inner.x1 - inner.x0) * (inner.y1 - inner.y0)
    return max(0, across) * max(0, down) / area if area else 0.0


def bands(words: Sequence[Word]) -> dict[tuple[int, int, int], tuple[float, float]]:
    """Top and bottom of each line."""
    return {
        line: (
            float(median(word.y0 for word in words if word.line == line)),
            float(median(word.y1 for word in words if word.line == line)),
        )
        for line in dict.fromkeys(word.line for word in words)
    }


def in_rows(words: Sequence[Word]) -> list[Word]:
    """An Arabic reading with one line for each row of print, from the right where it had several.

    Tesseract takes for lines of their own what it cannot read within one, above all digits, and labels before one.
    What stands farther off than a few letters is another column.
    """
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    found = bands(words)
    rows: dict[tuple[int, int, int], list[Word]] = {}
    for name in sorted(lines, key=lambda name: -len(lines[name])):
        row = next((row for row in rows if _one_row(found[row], found[name], rows[row], lines[name])), name)
        rows.setdefault(row, []).extend(lines[name])
    out: list[Word] = []
    for name in filter(rows.__contains__, lines):
        of_row = [replace(word, line=name) for word in rows[name]]
        if len(of_row) > len(lines[name]):
            of_row.sort(key=lambda word: -(word.x0 + word.x1))
        out += of_row
    return out


def _one_row(
    one: tuple[float, float], other: tuple[float, float], words: Sequence[Word], others: Sequence[Word]
) -> bool:
    """Whether two lines, each with its top and bottom and its words, are one row of print."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    if shared <= _SAME_ROW * min(one[1] - one[0], other[1] - other[0]):
        return False
    apart = max(
        min(word.x0 for word in words) - max(word.x1 for word in others),
        min(word.x0 for word in others) - max(word.x1 for word in words),
    )
    return apart < COLUMN_GAP * (one[1] - one[0])


_ENDS = re.compile('[،؛,;:.»”"]+$')
_PREFIX = re.compile(rf'["(\[]*[{ATTACHED}]')
_PREFIXES = frozenset(ATTACHED)
_OWN_LETTERS = re.compile(f"[{ARABIC_LETTERS}]{{4}}")
"""More letters than are read into one letter and a number."""
_AFTER_LETTERS = re.compile(f"[^{ARABIC_LETTERS_AND_MARKS}]*$")
_BEFORE_LETTERS = re.compile(f"^[^{ARABIC_LETTERS_AND_MARKS}]*")
_QUOTE = re.compile('["”»]')
_LETTER_INK = 0.38  # of the letters' height: narrower ink beside a number is a comma or a stop
_PREFIX_INK = 0.95
_SPECK_TEXT, _SPECK_INK = 2, 0.25
"""How long a text is at most that is read from specks, and how large they are, in heights of the letters."""
_LEAP = 4.0  # heights of a line


def with_numbers(words: Sequence[Word], lines: dict[tuple[int, int, int], InkLine]) -> list[Word]:
    """The words of an Arabic page with the numbers that were read from its ink.

    A word whose ink is that of numbers is replaced by them; of a word that has both, the letters stay.
    """
    out: list[Word] = []
    for line in dict.fromkeys(word.line for word in words):
        of_line = _from_right([word for word in words if word.line == line])
        found = lines.get(line)
        of_line = [word for word in of_line if found is None or not _of_specks(word, found)]
        out += _numbered(of_line, found) if found and found.numbers else of_line
    return out


def _from_right(words: list[Word]) -> list[Word]:
    """A line's words from the right, if they leap otherwise: tesseract turns their order about numbers it misreads."""
    ordered = sorted(words, key=lambda word: -(word.x0 + word.x1))
    return ordered if _leaps(ordered) < _leaps(words) else words


def _leaps(words: Sequence[Word]) -> int:
    """How many words of a line stand far from the one before."""
    far = _LEAP * median(word.y1 - word.y0 for word in words)
    return sum(max(one.x0 - other.x1, other.x0 - one.x1) > far for one, other in pairwise(words))


def _numbered(words: list[Word], line: InkLine) -> list[Word]:
    """One line's words in order of reading, numbers among them."""
    waiting = list(line.numbers)
    kept: list[Word] = []
    for word in words:
        inside = [n for n in waiting if _lies_in(n, word) and not _apart(n, word, words)]
        if word.latin and not _better(inside, word):
            waiting = [number for number in waiting if number not in inside]
            kept.append(word)
        elif not inside:
            if not _only_numbers(word, line):
                kept.append(word)
        elif joined := _joined(word, inside, line, bare=bool(kept) and kept[-1].text in _PREFIXES):
            kept.append(joined[0])
            waiting = [number for number in waiting if number not in joined[1]]
    for number in waiting:
        middle = number.box[0] + number.box[2]
        at = next((place for place, word in enumerate(kept) if word.x0 + word.x1 < middle), len(kept))
        kept.insert(at, _as_word(number, words[0].line))
    for before, word in pairwise(kept):
        if before.numbers and word.numbers and before.text[-1:].isdecimal() and word.text[:1].isdecimal():
            rest, _ = _rest(word.numbers[0].box[2], before.numbers[-1].box[0], line)
            if _LETTER_INK * line.height <= sum(width for _, width in rest) < _PREFIX_INK * line.height:
                word.text = AND + word.text  # no other letter stands alone between two numbers
    return kept


def _better(numbers: list[Number], word: Word) -> bool:
    """Whether digits read from the ink are to be believed rather than the English reading."""
    eastern = [number for number in numbers if _EASTERN.search(number.text) and number.sure > SURE_EASTERN]
    covered = sum(number.box[2] - number.box[0] for number in eastern)
    return covered > _COVERED * (word.x1 - word.x0)


def _lies_in(number: Number, word: Word) -> bool:
    """Whether the word's box holds half of the number, or the number half of the word."""
    shared = min(number.box[2], word.x1) - max(number.box[0], word.x0)
    return shared > _OVERLAP * min(number.box[2] - number.box[0], word.x1 - word.x0)


def _apart(number: Number, word: Word, words: Sequence[Word]) -> bool:
    """Whether another word lies between a number and the middle of a word: the word's box reaches too far."""
    ends = sorted((number.box[0] + number.box[2], word.x0 + word.x1))
    return any(ends[0] < w.x0 + w.x1 < ends[1] and word.x0 <= w.x0 and w.x1 <= word.x1 for w in words if w is not word)


def _rest(x0: int, x1: int, line: InkLine) -> tuple[list[tuple[float, int]], int]:
    """The ink between two places of a line that is no number's: middles and widths; and how much is numbers'."""
    taken = frozenset().union(*(number.members for number in line.numbers))
    boxes = line.boxes
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    rest, numbers = [], 0
    for name, box, middle in zip(line.names, boxes, middles, strict=True):
        if x0 - 1 <= middle <= x1 + 1:
            if int(name) in taken:
                numbers += int(box[2] - box[0])
            else:
                rest.append((float(middle), int(box[2] - box[0])))
    return rest, numbers


def _only_numbers(word: Word, line: InkLine) -> bool:
    """Whether a word was read from ink that is wholly that of numbers."""
    rest, numbers = _rest(word.x0, word.x1, line)
    return numbers > 0 and sum(width for _, width in rest) < _LETTER_INK * line.height


def _of_specks(word: Word, line: InkLine) -> bool:
    """Whether a word of few letters or digits stands where there is ink of specks alone."""
    text = _MARKS.sub("", word.text)
    if len(text) > _SPECK_TEXT or not any(character.isalnum() for character in text):
        return False
    boxes = line.ink.boxes
    across, down = ((boxes[:, side] + boxes[:, side + 2]) / 2 for side in (0, 1))
    inside = (across >= word.x0 - 1) & (across <= word.x1 + 1) & (down >= word.y0 - 1) & (down <= word.y1 + 1)
    own = boxes[inside]
    return bool((own[:, 2:] - own[:, :2]).max(initial=0) < _SPECK_INK * line.height)


def _joined(word: Word, numbers: list[Number], line: InkLine, *, bare: bool) -> tuple[Word, list[Number]] | None:
    """A word's letters with the numbers at its ends; None where all its ink is that of numbers.

    `bare` says that the word before is one letter, such as "و": its ink is not taken for this word's.
    """
    rest, _ = _rest(word.x0, word.x1, line)
    ordered = sorted(numbers, key=lambda number: -number.box[2])
    middle = sum(number.box[0] + number.box[2] for number in numbers) / 2 / len(numbers)
    right = sum(width for at, width in rest if at > middle)
    left = sum(width for at, width in rest if at <= middle)
    text = _MARKS.sub("", word.text)
    ends = _ENDS.search(text) if left else None
    if len(numbers) > 1 and (listed := _listed(ordered, rest, line.height)):
        whole = listed
    elif max(left, right) < _LETTER_INK * line.height or _ARABIC.search(text) is None:
        if len(numbers) > 1 or not ends:
            return None
        whole = _said(numbers[0])
        whole += "" if whole.endswith(ends[0]) else ends[0]
    else:
        one = left < _LETTER_INK * line.height and right < _PREFIX_INK * line.height
        said = "".join(map(_said, ordered))
        if one and _OWN_LETTERS.search(text) is None:
            prefix = _PREFIX.match(text)
            whole = said if bare else (prefix[0] if prefix else AND) + said
        else:
            whole = _with_letters(text, said, (left, right), prefixed=right < _PREFIX_INK * line.height)
    sure = min([word.sure, *(100 * number.sure for number in numbers)])
    box = (word.x0, word.y0, word.x1, word.y1)
    return Word(whole, sure, *box, word.line, numbers=tuple(ordered)), numbers


def _listed(numbers: list[Number], rest: list[tuple[float, int]], height: float) -> str | None:
    """Numbers of a list, each behind its "و"; None where more than one letter stands between any two."""
    pieces: list[str] = []
    edge = float("inf")
    for number in numbers:
        between = sum(width for at, width in rest if number.box[2] <= at <= edge)
        if between > _PREFIX_INK * height:
            return None
        pieces.append((AND if between >= _LETTER_INK * height else "") + _said(number))
        edge = number.box[0]
    return " ".join(pieces)


def _with_letters(text: str, said: str, ink: tuple[int, int], *, prefixed: bool) -> str:
    """A word's letters and its numbers, on the side on which there is less ink that is no number's."""
    left, right = ink
    if right < left:
        return said + _BEFORE_LETTERS.sub("", text)
    letters, behind = _AFTER_LETTERS.sub("", text), _AFTER_LETTERS.search(text)
    if prefixed and (prefix := _PREFIX.match(text)):
        letters = prefix[0]
    after = behind[0] if behind else ""
    quote = "".join(_QUOTE.findall(after[:2])) if left == 0 or right > left else ""
    stop = _ENDS.search(after) if left else None
    return letters + quote + said + (stop[0] if stop and not said.endswith(stop[0]) else "")


def _as_word(number: Number, line: tuple[int, int, int]) -> Word:
    return Word(_said(number), 100 * number.sure, *number.box, line, numbers=(number,))


def _said(number: Number) -> str:
    """A number as it is written; a mark with raised digits."""
    return superscript(f"({number.text.strip('()')})") if number.raised else number.text


def mended(text: str, *, arabic: bool) -> str:
    """A line without direction marks; in Arabic with the comma that is read as a closing quote or a Latin comma."""
    text = _MARKS.sub("", text)
    if not arabic:
        return text
    text = _TURNED.sub(r"(\1)", text)
    if "«" not in text:
        text = _COMMA.sub("،", text)
    return _SEMICOLON.sub("؛", text)


def doubts(word: Word) -> list[str]:
    """What of a word may be a misread number, with what else it may say: "٢٠١٢ (81 %; ٢٠١٣ 17 %)".

    Tesseract's Arabic data was hardly taught Arabic-Indic digits: one that it read is always doubtful.
    """
    if word.numbers:
        rest = word.text
        for number in word.numbers:
            rest = rest.replace(_said(number), "", 1)
        mixed = [word.text] if _WESTERN.search(rest) or _EASTERN.search(rest) else []
        return mixed or [_doubt(run) for run in _runs(word) if len(run) > 1 or run[0].sure < SURE_NUMBER]
    text = _MARKS.sub("", word.text)
    western, eastern = _WESTERN.search(text), _EASTERN.search(text)
    if western is None and eastern is None:
        return []
    unsure = eastern is not None or word.sure < _NUMBER_SURE
    among_letters = _ARABIC.search(text) is not None and _PREFIXED.fullmatch(text) is None
    return [word.text] if unsure or among_letters else []


def _runs(word: Word) -> list[list[Number]]:
    """The numbers of a word, those together that stand at each other as one number would."""
    runs: list[list[Number]] = []
    for number in word.numbers:
        together = [*runs[-1], number] if runs and not (number.raised or runs[-1][-1].raised) else []
        if together and "".join(map(_said, together)) in word.text:
            runs[-1] = together
        else:
            runs.append([number])
    return runs


def _doubt(run: Sequence[Number]) -> str:
    sure, others = prod(number.sure for number in run), run[0].others if len(run) == 1 else []
    said = [f"{text} {share:.0%}" for text, share in others[:_MOST_SAID] if share >= _LEAST_SAID]
    return f"{''.join(number.text for number in run)} ({'; '.join([f'{sure:.0%}', *said])})".replace("%", " %")
