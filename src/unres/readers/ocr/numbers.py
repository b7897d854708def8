"""Numbers of a page, read digit by digit from its ink: where they stand, what they say, and what else they may say.

Tesseract's Arabic data was hardly taught Arabic-Indic digits. It says where the lines are; the ink of each line is cut
into shapes, each shape is classified, and neighbours that are digits and signs make a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from unres.readers.ocr.digits import CLASSES, Classed, joined, mended, parted, probabilities, shapes_of_line
from unres.readers.ocr.shapes import Box, Ink, Views, ink_of, letter_height, softened, thickened
from unres.readers.ocr.slashes import find_slashes, whole_slashes
from unres.scripts import EASTERN, WESTERN, WESTERN_LIKE_EASTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from PIL import Image

    from unres.readers.ocr.digits import Shape

LineName = tuple[int, int, int]
_EASTERN, _WESTERN = slice(1, 11), slice(11, 21)
_SIGNS = slice(21, len(CLASSES))
_DIGITS = slice(1, 21)
_SPECK = 0.11
"""Smaller ink is no zero or stop, in heights of the letters."""
_HIGH_DIGITS = [at for at in range(2, 11) if at != CLASSES.index(EASTERN[5])]
_DIGIT_HIGH, _FEWEST_DIGITS, _BROKEN_LETTERS = 0.9, 5, 1.35
"""How high digits but ٠ and ٥ are, in heights of the letters: from 0.7 to 1.1 in all faces. Where two of a line, or so
many of a page, are so much higher, the letters broke: they were as much higher themselves."""
_LIKELY = 0.5
"""From which probability a shape is taken for a digit or sign."""
_NEAR_MIDDLES, _NEAR_EDGES = 1.15, 0.5
"""How far apart neighbours of one number stand, in heights of the letters."""
_BRACKET_GAP = 0.3
"""The same between a number and a bracket that is not its own."""
_SMALL, _RAISED = 0.95, 0.1
"""A mark in brackets is so small, and ends so far above the line's foot, in heights of the letters."""
_ZERO, _STOP = CLASSES.index(EASTERN[0]), CLASSES.index(".")
_ZERO_IS_STOP = 0.9
"""How often a dot at the left end of a number, taken for a zero, is the stop behind it."""
_HANGING = 0.35
"""Digits without brackets end no farther above the line's foot, in heights of the letters."""
_LONE_SURE = 0.98
"""How sure at most a digit that stands alone or alone in brackets can be: letters look like one, as in "(هـ)"."""
_TORN = 0.5
"""What is left of the probability of a number that begins or ends with a slash, or has digits of two scripts: it is a
piece of a symbol in Latin letters."""
_HOLE, _BLANK, _DIGIT_HOLE, _MENDED = 0.5, 0.65, 1.3, 0.95
"""A gap of so many heights of the letters in a number may be a lost zero or stop, and one between two numbers that is
wider than a blank and no wider than a digit's; how often such numbers are right, and those with a digit in pieces."""
_CLOSING = "()[].-"
"""Signs at which a number ends."""
_TORN_GAP = 0.28
"""How near ink that may be more of a number stands to it, in heights of the letters."""
_AS_NEAR, _AS_HIGH = 1.1, 0.1
"""The same for ink as high as the number, in the widest gaps between two of its digits; how far it may reach above or
below, in heights of the letters."""
_TAIL = 0.05
"""How far "و" reaches below a number, in heights of the letters."""
_OTHER_SCRIPT = 1e-4
_LOOK_ALIKE = tuple((CLASSES.index(western), CLASSES.index(eastern)) for western, eastern in WESTERN_LIKE_EASTERN)
"""Digits of both scripts with one shape: in a number of one script they are its own."""
_MOST_OTHERS, _MOST_JOINT = 8, 24
_LEAST_OTHER = 0.004
_EDGE_INK = 0.005
"""How likely at the least the digit at an end of a number is a letter before it or a comma behind it."""
_TOO_LONG = re.compile(r"\d{5}|\d{4}/|/\d{4}|\d{3}/\d{3}")
_PIECES = re.compile(r"[0-9]{2}-[0-9]{5}|\d{1,20}(?:[/.]\d{1,20}){0,6}|.")
_MIRRORED = str.maketrans("()[]", ")(][")
_MARK = re.compile(r"\(\d{1,3}\)?|\d{1,3}\)")
_EASTERN_DIGIT, _WESTERN_DIGIT = re.compile(f"[{EASTERN}]"), re.compile("[0-9]")
_BRACKET = re.compile("[()]")
_ZEROS = re.compile(f"[^{WESTERN[1:]}{EASTERN[1:]}]+")
_LETTER, _GLUED, _BETWEEN_LETTERS, _ONE_LETTER = 0.3, 0.22, 0.3, 1.1
"""Heights of the letters: the least of a letter's ink, the most between a number and a letter at it, the most between
letters of a word, and the most of one letter's width."""
_DIGIT = re.compile(r"\d")
_CLEAR, _MORE, _FEW, _ONE_FORM = 0.7, 0.08, 2.0, 0.95
"""A page of whose digits no larger share than this is told is read again with clearer strokes; by which share, and by
how many digits, that must tell more; and how often a number is right that was read only so."""


@dataclass(slots=True)
class Number:
    """A number with the signs that stand at it, as it is written: "(١٢)", "٦٤/١٧٨", "٣ -"."""

    text: str
    box: Box
    sure: float
    """The probability that all of it is right."""
    others: list[tuple[str, float]] = field(default_factory=list)
    """What else it may say, each with its probability, the likeliest first."""
    raised: bool = False
    """Whether it is small and stands high, as the mark of a footnote does."""
    members: frozenset[int] = frozenset()
    """The numbers of its components in `Ink.labels`."""
    gap: int = 0
    """The widest between two of its digits, in pixels."""

    def doubt(self, factor: float) -> None:
        """Makes all its readings so much less likely."""
        self.sure *= factor
        self.others = [(text, share * factor) for text, share in self.others]


@dataclass(slots=True)
class InkLine:
    """The ink of one line and the numbers in it."""

    height: float
    """Of its letters."""
    ink: Ink
    """The page's."""
    within: NDArray[np.intp]
    """The rows of `Ink.boxes` that stand in it."""
    numbers: list[Number] = field(default_factory=list)

    @property
    def boxes(self) -> NDArray[np.int32]:
        """Those of its components."""
        return self.ink.boxes[self.within]

    @property
    def names(self) -> NDArray[np.int32]:
        """Those of its components."""
        return self.ink.names[self.within]


def read_numbers(
    picture: Image.Image, dpi: int, bands: Mapping[LineName, tuple[float, float]]
) -> dict[LineName, InkLine]:
    """Finds the numbers of a page, as it stands or, if strokes broke and more can be read then, with clearer strokes.

    Args:
        picture: in grey.
        dpi: its resolution.
        bands: top and bottom of each line of text in pixels, by tesseract's numbers of it.

    Returns:
        Each line by its name.
    """
    first = best = _read_lines(ink_of(picture, dpi), bands)
    told = _digits_told(first)
    if told <= _CLEAR * sum(count for count, _ in _digits(first)):
        for clearer in (softened, thickened):
            best = max(best, _read_lines(ink_of(clearer(picture, dpi), dpi), bands), key=_digits_told)
    if _digits_told(best) < told + max(_FEW, _MORE * told):
        return first
    for name, line in best.items():
        for number in line.numbers:
            if name not in first or not any(_alike(number, other) for other in first[name].numbers):
                number.doubt(_ONE_FORM)
    return best


def _read_lines(ink: Ink, bands: Mapping[LineName, tuple[float, float]]) -> dict[LineName, InkLine]:
    """The lines with their numbers."""
    lines = _lines(ink, bands)
    for name, of_line in _classified(ink, Views(ink), lines).items():
        line = lines[name]
        for group in _groups(_standing_free(of_line, line), line.height):
            line.numbers += filter(None, (_number(part, line) for part in _parted(group)))
        _doubt_torn(line, of_line)
    return lines


def _digits(lines: Mapping[LineName, InkLine]) -> Iterator[tuple[int, float]]:
    """How many digits each number has, and how sure it is."""
    for line in lines.values():
        yield from ((len(_DIGIT.findall(number.text)), number.sure) for number in line.numbers)


def _digits_told(lines: Mapping[LineName, InkLine]) -> float:
    """How many digits are read, each as far as it is sure; a lone one may be a piece of a letter."""
    return sum(count * sure for count, sure in _digits(lines) if count > 1)


def _alike(one: Number, other: Number) -> bool:
    return one.text == other.text and one.box[0] < other.box[2] and other.box[0] < one.box[2]


def _lines(ink: Ink, bands: Mapping[LineName, tuple[float, float]]) -> dict[LineName, InkLine]:
    """Each component belongs to the line whose middle is nearest to its own, if it stands in its band at all."""
    if not bands or not len(ink.boxes):
        return {}
    names = list(bands)
    edges = np.array([bands[name] for name in names])
    middles, reach = edges.mean(axis=1), np.maximum((edges[:, 1] - edges[:, 0]) / 2, 1)
    own = (ink.boxes[:, 1] + ink.boxes[:, 3]) / 2
    apart = np.abs(own[:, None] - middles) / reach
    nearest = np.argmin(apart, axis=1)
    close = apart[np.arange(len(own)), nearest] <= 1.25
    lines = {}
    for at, name in enumerate(names):
        within = np.flatnonzero((nearest == at) & close)
        if len(within):
            lines[name] = InkLine(letter_height(ink.boxes[within]), ink, within)
    return lines


def _classified(ink: Ink, views: Views, lines: Mapping[LineName, InkLine]) -> dict[LineName, list[Classed]]:
    """The shapes of each line from the left, and what they are; digits in pieces are joined, touching ones parted."""
    found: list[Shape] = []
    names: dict[int, LineName] = {}
    heights: list[float] = []
    for name, line in lines.items():
        shapes = sorted(shapes_of_line(ink, line.within, line.height), key=lambda shape: shape.box[0])
        shapes = [shape for shape in shapes if not _speck(shape.box, line.height)]
        found += shapes
        heights += [line.height] * len(shapes)
        names |= {shape.members[0]: name for shape in shapes}
    members, boxes = [shape.members for shape in found], [shape.box for shape in found]
    chances = probabilities(*views.of(members, boxes, heights))
    if broken := _broken_lines(boxes, chances, heights, [names[each[0]] for each in members]):
        for name, larger in broken.items():
            lines[name].height *= larger
        heights = [lines[names[each[0]]].height for each in members]
        chances = probabilities(*views.of(members, boxes, heights))
    found, chances, heights = mended(views, found, chances, heights)
    found, chances, heights = parted(ink, views, found, chances, heights)
    out: dict[LineName, list[Classed]] = {name: [] for name in lines}
    name = next(iter(lines), (0, 0, 0))
    for shape, row in zip(found, chances, strict=True):
        name = names.get(shape.members[0], name)  # the right half of a shape that was cut has a new number
        out[name].append(Classed(shape, row))
    return out


def _broken_lines(
    boxes: Sequence[Box], chances: NDArray[np.float32], heights: Sequence[float], names: Sequence[LineName]
) -> dict[LineName, float]:
    """How much higher the letters of some lines were before they broke: as the digits of the line or the page are."""
    high: dict[LineName, list[float]] = {}
    for at in np.flatnonzero((chances[:, _HIGH_DIGITS] > _LIKELY).any(axis=1)).tolist():
        high.setdefault(names[at], []).append((boxes[at][3] - boxes[at][1]) / max(heights[at], 1.0) / _DIGIT_HIGH)
    all_high = [one for of_line in high.values() for one in of_line]
    of_page = float(np.median(all_high)) if len(all_high) >= _FEWEST_DIGITS else 1.0
    shares = {name: float(np.median(high[name])) if len(high.get(name, ())) > 1 else of_page for name in set(names)}
    return {name: share for name, share in shares.items() if share > _BROKEN_LETTERS}


def _speck(box: Box, height: float) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) < _SPECK * height


def _groups(shapes: Iterable[Classed], height: float) -> Iterable[list[Classed]]:
    """Neighbours that are digits and signs, from the left."""
    group: list[Classed] = []
    for one in shapes:
        if group:
            before = group[-1]
            gap = one.shape.box[0] - before.shape.box[2]
            bracket = before.sign == ")" or one.sign == "("
            if (bracket and gap > _BRACKET_GAP * height) or (
                one.middle - before.middle > _NEAR_MIDDLES * height and gap > _NEAR_EDGES * height
            ):
                yield group
                group = []
            elif one.sign == before.sign == "/":  # a stroke that broke
                group[-1] = Classed(joined(before.shape, one.shape), before.chances)
                continue
        group.append(one)
    if group:
        yield group


def _parted(group: list[Classed]) -> list[list[Classed]]:
    """A group with the mark of a footnote at its left apart: what stands right of it belongs to the word."""
    signs = [one.sign for one in group]
    closing = next((at for at, sign in enumerate(signs) if sign == ")"), len(signs) - 1)
    if signs[0] == "(" and 2 <= closing <= 4 and closing < len(signs) - 1:
        return [group[: closing + 1], group[closing + 1 :]]
    return [group]


def _number(group: Sequence[Classed], line: InkLine) -> Number | None:
    """What a group of shapes says; None where no digit is among them."""
    chances = np.array([one.chances for one in group])
    signs = chances[:, _SIGNS].sum(axis=1) + 1e-6
    eastern, western = (np.log(chances[:, script].sum(axis=1) + signs).sum() for script in (_EASTERN, _WESTERN))
    weighted = chances.copy()
    weighted[:, 0] = 0
    if len(group) > 1 and weighted[0].argmax() == _ZERO and group[1].is_digit:  # a number begins with no zero
        chances[0, _STOP] += _ZERO_IS_STOP * chances[0, _ZERO]
        chances[0, _ZERO] *= 1 - _ZERO_IS_STOP
        weighted[0, _STOP], weighted[0, _ZERO] = chances[0, _STOP], chances[0, _ZERO]
    for one, other in _LOOK_ALIKE:
        own, strange = (other, one) if eastern >= western else (one, other)
        weighted[:, own] += weighted[:, strange]
        chances[:, own] += chances[:, strange]
        chances[:, strange] = 0
    weighted[:, _WESTERN if eastern >= western else _EASTERN] *= _OTHER_SCRIPT
    best = weighted.argmax(axis=1)
    text = _read(best)
    if _DIGIT.search(text) is None or _ZEROS.fullmatch(text):
        return None
    sure = float(chances[np.arange(len(group)), best].prod())
    if text.startswith("/") or text.endswith("/") or (_EASTERN_DIGIT.search(text) and _WESTERN_DIGIT.search(text)):
        sure *= _TORN
    boxes = np.array([one.shape.box for one in group])
    gaps = boxes[1:, 0] - boxes[:-1, 2]
    of_digits = [
        gap for gap, (one, other) in zip(gaps.tolist(), pairwise(group), strict=True) if one.is_digit and other.is_digit
    ]
    if gaps.max(initial=0) > _HOLE * line.height or any(len(one.shape.members) > 1 for one in group):
        sure *= _MENDED
    box = (int(boxes[:, 0].min()), int(boxes[:, 1].min()), int(boxes[:, 2].max()), int(boxes[:, 3].max()))
    foot = float(np.median(line.boxes[:, 3]))
    if foot - box[3] > _HANGING * line.height and not _BRACKET.search(text):
        return None  # quotation marks
    if _DIGIT.fullmatch(text) and _dotted(box, line.boxes, line.height):
        return None
    small = box[3] - box[1] < _SMALL * line.height and foot - box[3] > _RAISED * line.height
    raised = small and _MARK.fullmatch(text) is not None
    if not raised and len(_DIGIT.findall(text)) == 1:
        sure *= _LONE_SURE
    others = _others(chances, weighted, best, sure)
    members = frozenset(name for one in group for name in one.shape.members)
    return Number(text, box, sure, others, raised, members, max(of_digits, default=0))


def _dotted(box: Box, boxes: NDArray[np.int32], height: float) -> bool:
    """Whether dots stand above a shape and letters right beside it: it is the last letter of a word."""
    x0, y0, x1, y1 = box
    sides, gap = boxes[:, 2:] - boxes[:, :2], _NEAR_EDGES * height
    above = (boxes[:, 3] <= y0 + 1) & (boxes[:, 3] > y0 - gap) & (boxes[:, 0] < x1) & (boxes[:, 2] > x0)
    beside = (boxes[:, 0] >= x1) & (boxes[:, 0] - x1 < gap) & (boxes[:, 1] < y1) & (boxes[:, 3] > y0)
    dots = above & (sides.min(axis=1) >= _SPECK * height)
    return bool(dots.any() and (beside & (sides[:, 1] > _LETTER * height)).any())


def _standing_free(shapes: list[Classed], line: InkLine) -> list[Classed]:
    """The digits and signs of a line without those digits that are letters of words.

    A number stands free of words, but for one letter before it, as in "و٥"; a mark's digits stand in brackets.
    """
    shapes = whole_slashes(shapes, line.height, line.ink)
    find_slashes(shapes, line.height, line.ink)
    found = [one for one in shapes if one.chances[0] <= _LIKELY]
    boxes = line.boxes
    tall = boxes[:, 3] - boxes[:, 1] > _LETTER * line.height
    while True:
        taken = {name for one in found for name in one.shape.members}
        letters = boxes[tall & np.array([int(name) not in taken for name in line.names], bool)]
        free = [one for one in found if not (one.is_digit and _in_word(one.shape.box, letters, line.height))]
        if len(free) == len(found):
            return found
        found = free


def _in_word(box: Box, letters: NDArray[np.int32], height: float) -> bool:
    """Whether more than one letter's width of letters stands right beside a shape."""
    level = letters[(letters[:, 1] < box[3]) & (letters[:, 3] > box[1])]
    right = _run([(x0 - box[2], x1 - box[2]) for x0, _, x1, _ in level.tolist() if x1 > box[2]], height)
    left = _run([(box[0] - x1, box[0] - x0) for x0, _, x1, _ in level.tolist() if x0 < box[0]], height)
    return max(left, right) > _ONE_LETTER * height


def _run(letters: list[tuple[int, int]], height: float) -> int:
    """How far letters without a word's space between them reach; each with how far away it begins and ends."""
    reach = 0
    for begin, end in sorted(letters):
        if begin - reach > (_BETWEEN_LETTERS if reach else _GLUED) * height:
            break
        reach = max(reach, end)
    return reach


def _doubt_torn(line: InkLine, classed: Sequence[Classed]) -> None:
    """Lowers the probability of numbers at which ink stands that may be more of them.

    A digit that was not known as one (broken, touching its neighbour, or taken for a letter) leaves a shorter number
    behind, of which every digit is sure. Ink right beside it tells, or in it; "و" alone is written at a number, on its
    right. Ink a little farther away, or as small as a zero, tells as far as it may be a character.
    """
    for one, other in pairwise(sorted(line.numbers, key=lambda number: number.box[0])):
        if _BLANK * line.height < other.box[0] - one.box[2] < _DIGIT_HOLE * line.height:
            one.doubt(_MENDED)
            other.doubt(_MENDED)
    none = {name: float(one.chances[0]) for one in classed for name in one.shape.members}
    taken = frozenset().union(*(number.members for number in line.numbers))
    names, boxes = line.names, line.boxes
    for number in line.numbers:
        x0, y0, x1, y1 = number.box
        gaps = np.maximum(boxes[:, 0] - x1, x0 - boxes[:, 2])
        close = (gaps <= _NEAR_EDGES * line.height) & (boxes[:, 3] > y0) & (boxes[:, 1] < y1)
        closed = number.text[-1] in _CLOSING, number.text[0] in _CLOSING
        for name, box, gap in zip(names[close].tolist(), boxes[close].tolist(), gaps[close].tolist(), strict=True):
            right = box[0] > (x0 + x1) / 2
            if name in taken or (closed[right] and gap > 0):
                continue
            large = box[3] - box[1] > _LETTER * line.height
            hangs = box[3] > y1 + _TAIL * line.height
            one_letter = hangs and right and box[2] - box[0] < _ONE_LETTER * line.height
            chance = none.get(name, 1.0)
            over = _AS_HIGH * line.height
            like_digit = max(abs(box[1] - y0), abs(box[3] - y1)) <= over
            like_digit |= "/" in number.text and box[1] >= y0 - over and box[3] <= y1 + over
            near = max(_TORN_GAP * line.height, _AS_NEAR * number.gap * like_digit)
            if large and gap <= near and not one_letter:
                chance = min(_TORN, chance)
            number.doubt(chance)


def _others(
    chances: NDArray[np.float32], weighted: NDArray[np.float32], best: NDArray[np.intp], sure: float
) -> list[tuple[str, float]]:
    """Readings with other characters, and of long ones those without the digit at an end, which may be a letter."""
    rows = np.arange(len(best))
    odds = weighted / np.maximum(chances[rows, best], 1e-9)[:, None]
    joint: list[tuple[float, tuple[int, ...]]] = [(1.0, ())]
    for at in rows:
        nearest = [int(best[at]), *(int(index) for index in np.argsort(weighted[at])[::-1][1:3])]
        joint = sorted(
            (
                (share * (1.0 if index == best[at] else float(odds[at, index])), (*said, index))
                for share, said in joint
                for index in nearest
            ),
            reverse=True,
        )[:_MOST_JOINT]
    found = [(_read(said), sure * share) for share, said in joint if share < 1 or said != tuple(best)]
    long = _TOO_LONG.search(_read(best))
    for end, rest in ((0, best[1:]), (-1, best[:-1])):
        if long and 0 < best[end] < _SIGNS.start:
            none = max(float(chances[end, 0]), _EDGE_INK)
            found.append((_read(rest), sure * none / max(float(chances[end, best[end]]), 1e-9)))
    found = [(text, share) for text, share in found if share >= _LEAST_OTHER]
    return sorted(found, key=lambda pair: -pair[1])[:_MOST_OTHERS]


def _read(classes: Iterable[int]) -> str:
    return logical("".join(CLASSES[index] for index in classes))


def logical(seen: str) -> str:
    """Digits and signs as they stand from the left in an Arabic line, in the order in which they are written."""
    pieces = _PIECES.findall(seen)
    return "".join(piece if len(piece) > 1 else piece.translate(_MIRRORED) for piece in reversed(pieces))
