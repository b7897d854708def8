"""A printed line as clusters (letters with their marks, and the spaces between words), and clusters as text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from unres.readers.pdf.glyphs import EASTERN_DIGITS, RAISED, UNKNOWN, Letter
from unres.readers.pdf.limits import check_time
from unres.scripts import (
    ALEF,
    ALEF_MAKSURA,
    ALEF_MARKS,
    ARABIC_LETTERS,
    ARABIC_WRITTEN,
    DIGITS,
    DOUBLED_ALEF,
    EASTERN,
    ENDS_WORDS,
    HAMZAS,
    KAF,
    KASHIDA,
    LAM,
    LAM_ALEFS,
    ONLY_PERSIAN,
    PERSIAN,
    PERSIAN_KAF,
    PERSIAN_YEH,
    SUPERSCRIPT,
    YEH,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from unres.readers.pdf.glyphs import Glyph, Kind, PrintedLine

_GLUED = 0.03  # ems: less than any gap that may be a space
_WIDE_MARK = 0.05  # ems
_CHANGES = frozenset(("LR", "RL", "ER", "RE"))  # from a foreign word or number to Arabic, or back


@dataclass(slots=True, eq=False)
class Cluster:
    """One place in the line: a letter with its marks, a ligature, a digit, a sign or a space."""

    text: str
    kind: Kind
    raised: bool
    """Set as a footnote mark is: smaller and higher."""
    x0: float
    x1: float
    level: int = 1
    """1: in the order of the line; 2: from left to right within a line from the right."""
    at: int = -1
    """Its place in the stream of the page; -1 for a space."""
    drawn: bool = False
    """Whether a bracket is known to be given as it looks, so that no vote on brackets concerns it."""


def clusters(line: PrintedLine, kashidas: AbstractSet[Letter]) -> list[Cluster]:
    """The line from left to right, spaces decided by the gaps between its glyphs."""
    glyphs = line.glyphs
    _trust_stream(glyphs)
    small, high = 0.82 * line.size, line.y + 0.12 * line.size
    made = [_cluster(glyph, small, high, kashidas) for glyph in glyphs]
    if any(glyph.letter.kind == "?" for glyph in glyphs):
        _guess_unknown(glyphs, made)
    if line.marks:
        _attach_marks(line, made)
    return _spaced(line, made)


def _cluster(glyph: Glyph, small: float, high: float, kashidas: AbstractSet[Letter]) -> Cluster:
    """The cluster of one glyph, raised where it is smaller and stands higher than that."""
    letter = glyph.letter
    if kashidas and letter in kashidas:
        return Cluster(KASHIDA, "R", raised=False, x0=glyph.x0, x1=glyph.x1, at=glyph.at)
    raised = letter.text[0] in RAISED or (glyph.size < small and glyph.y > high)
    return Cluster(letter.shown, letter.kind, raised, glyph.x0, glyph.x1, at=glyph.at, drawn=letter.drawn)


def _guess_unknown(glyphs: list[Glyph], made: list[Cluster]) -> None:
    """What a glyph without Unicode can only be, by its place.

    A sliver between two letters is a kashida or a stroke of one of them; without width behind a lam it is the
    alef of a ligature set in two pieces. Every other stays U+FFFD, to be seen.
    """
    for index in range(1, len(made) - 1):
        cluster, before, after = made[index], made[index + 1], made[index - 1]
        size = glyphs[index].size
        width = cluster.x1 - cluster.x0
        if cluster.kind != "?" or before.kind != "R":
            continue
        if width < 0.01 * size and before.text == LAM:
            cluster.text, cluster.kind = ALEF, "R"
        elif width < 0.15 * size and after.kind == "R" and before.x0 - after.x1 < width + 0.1 * size:
            cluster.text, cluster.kind = KASHIDA, "R"


def runs_from_right(glyphs: list[Glyph]) -> bool:
    """Whether the stream gives the Arabic letters of a line from right to left, that is in reading order."""
    arabic = sorted((glyph for glyph in glyphs if glyph.letter.kind == "R"), key=lambda glyph: glyph.at)
    balance = 0
    for first, second in pairwise(arabic):
        if second.at - first.at <= 2:
            balance += 1 if second.x0 + second.x1 < first.x0 + first.x1 else -1
    return balance > 0


def _trust_stream(glyphs: list[Glyph]) -> None:
    """Puts overlapping Arabic neighbours into the order of the stream: swashes reach over the next letter."""
    from_right: bool | None = None
    displaced: list[Glyph] = []
    for i in range(1, len(glyphs)):
        j = i
        while j > 0:
            left, right = glyphs[j - 1], glyphs[j]
            overlap = left.x1 - right.x0
            if overlap <= 0.01 or left.letter.kind != "R" or right.letter.kind != "R":
                break
            width = min(left.x1 - left.x0, right.x1 - right.x0)
            if overlap <= 0.35 * width + 0.01 or abs(left.at - right.at) > 3:
                break
            check_time()
            if from_right is None:
                from_right = runs_from_right(glyphs)
            if (left.at < right.at) != from_right:
                break
            glyphs[j - 1], glyphs[j] = right, left
            displaced.append(max(left, right, key=lambda glyph: glyph.x1 - glyph.x0))
            j -= 1
    for glyph in displaced:
        _settle(glyph, glyphs, from_right=bool(from_right))


def _settle(glyph: Glyph, glyphs: list[Glyph], *, from_right: bool) -> None:
    """Moves a letter that was drawn out of its place on, past those that it touches, to its place in the stream."""
    check_time()
    index = glyphs.index(glyph)
    while index + 1 < len(glyphs):
        after = glyphs[index + 1]
        touches = after.letter.kind == "R" and after.x0 - glyph.x1 < 0.05 * glyph.size
        if not touches or abs(after.at - glyph.at) > 3 or (glyph.at < after.at) != from_right:
            break
        glyphs[index], glyphs[index + 1] = after, glyph
        index += 1


def _attach_marks(line: PrintedLine, made: list[Cluster]) -> None:
    """Each combining mark to the letter before it in the stream that it stands over.

    One without width says only roughly where it stands; one with a width stands within the width of its letter, or
    nearest to it, wherever the stream has it.
    """
    from_right = runs_from_right(line.glyphs)
    bases = [(glyph, cluster) for glyph, cluster in zip(line.glyphs, made, strict=True) if cluster.kind == "R"]
    if not bases:
        bases = list(zip(line.glyphs, made, strict=True))
    for mark in sorted(line.marks, key=lambda mark: mark.at):
        check_time()
        centre = (mark.x0 + mark.x1) / 2

        def distance(base: tuple[Glyph, Cluster], mark: Glyph = mark, centre: float = centre) -> tuple[float, ...]:
            glyph = base[0]
            away = max(glyph.x0 - centre, centre - glyph.x1, 0.0)
            steps = mark.at - glyph.at if from_right else glyph.at - mark.at
            behind = steps if steps > 0 else 1000 - steps
            is_wide = mark.x1 - mark.x0 > _WIDE_MARK * line.size
            return (away, behind) if is_wide else (away > 0.8 * line.size, behind, away)

        text = mark.letter.vowels or mark.letter.shown
        found = min(bases, key=distance)
        base = found[1]
        if base.text == LAM and text in HAMZAS:  # no lam has one
            index = bases.index(found)
            if index and bases[index - 1][1].text == ALEF:
                base = bases[index - 1][1]
            else:
                base.text = LAM + ALEF  # a lam-alef that the map calls a lam
        _put_on(base, text)


def _put_on(base: Cluster, mark: str) -> None:
    """On a lam-alef glyph tanwin, madda and hamzas belong to the alef; other marks are the lam's."""
    if mark in unicodedata.normalize("NFD", base.text):
        return
    if base.text.endswith(LAM_ALEFS) and mark not in ALEF_MARKS:
        base.text = base.text[:-1] + mark + base.text[-1]
    else:
        base.text += mark


_NO_SPACE = 0.1  # ems between Latin letters: less is none, though a space of no width is written there


def _spaced(line: PrintedLine, made: list[Cluster]) -> list[Cluster]:
    """Puts the spaces in: a wide gap is one, a narrow one only where the producer wrote a space glyph.

    A space glyph also counts where the stream has it between the two glyphs and a swash covers it.
    """
    glyphs, spaces = line.glyphs, line.spaces
    out = [made[0]]
    edge = made[0].x1
    before = glyphs[0]
    bare = 0.35 if 12 * len(spaces) >= len(glyphs) else 0.16  # a producer that writes its spaces leaves few out
    glued = _GLUED * line.size
    centres = [space.x0 + space.x1 for space in spaces] + [inf]  # twice the centres, as for clusters
    next_space = bisect_right(centres, before.x0 + before.x1)
    for cluster, glyph in zip(made[1:], glyphs[1:], strict=True):
        gap = cluster.x0 - edge
        centre = cluster.x0 + cluster.x1
        if gap <= glued and centres[next_space] > centre:  # within a word, as nearly all are
            out.append(cluster)
            edge = max(edge, cluster.x1)
            before = glyph
            continue
        raised = cluster.raised and out[-1].raised
        scale = line.size * (0.6 if raised else 1.0)
        written = between = False
        while centres[next_space] <= centre:
            space = spaces[next_space]
            next_space += 1
            written = written or (space.x0 + space.x1) / 2 > edge - 0.12 * scale
            order = (glyph.at - space.at) * (space.at - before.at)  # 1 where the stream has it right between
            both = glyph.letter.kind == before.letter.kind == "R"
            if order == 1 and both and space.x1 - space.x0 > 0.1 * scale:
                between = True
        kinds = before.letter.kind + glyph.letter.kind
        # where the direction changes the last letter may cover a written space; no Latin letter or digit does
        least = -0.1 if kinds in _CHANGES else 0.05 if "R" in kinds else _NO_SPACE
        parts = kinds == "RR" and not spaces and glyph.letter.shown[-1:] in ENDS_WORDS
        if between or gap > (least if written or parts else bare if kinds == "RR" else 0.16) * scale:
            out.append(Cluster(" ", "S", raised, edge, cluster.x0))
        out.append(cluster)
        edge = max(edge, cluster.x1)
        before = glyph
    return out


_TO_RAISED = str.maketrans("0123456789" + EASTERN_DIGITS + SUPERSCRIPT, SUPERSCRIPT * 4)
_DIGITS = re.compile(f"[{DIGITS}{SUPERSCRIPT}]+")
_SPACED_DIGITS = re.compile(f"(?<=\\([{DIGITS}]) +(?=[{DIGITS}]\\))")  # "(1 2)"
_SIDE_BY_SIDE = re.compile(f"[{DIGITS}]{{1,3}}(?:,? [{DIGITS}]{{1,3}}|,[{DIGITS}]{{1,3}}){{1,4}}")
_KASHIDAS = re.compile(
    f"(?<=[{ARABIC_WRITTEN}]){KASHIDA}+(?=[{ARABIC_WRITTEN}])|(?<![{ARABIC_WRITTEN}]){KASHIDA}+(?=[{ARABIC_LETTERS}])"
)
_DOUBLED_ALEF = re.compile(DOUBLED_ALEF)
_PERSIAN, _ONLY_PERSIAN = re.compile(f"[{PERSIAN_YEH}{PERSIAN_KAF}{PERSIAN}]"), re.compile(f"[{ONLY_PERSIAN}]")
_YEH_WITH_DOTS = re.compile(f"{PERSIAN_YEH}(?=[{ARABIC_LETTERS}{PERSIAN_YEH}])")
_TO_ARABIC = str.maketrans(PERSIAN_YEH + PERSIAN_KAF + PERSIAN, ALEF_MAKSURA + KAF + EASTERN)
_MIRRORED = str.maketrans("()[]{}<>«»‹›⁽⁾", ")(][}{><»«›‹⁾⁽")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"(?<=\S)\s+(?=[⁽⁰¹²³⁴⁵⁶⁷⁸⁹])")
_RAISED_LETTER = re.compile(f" ?[{ARABIC_LETTERS}]/?$")  # the mark of a table's note
_TAKEN = "\x00"  # stands behind a mark whose opening bracket was taken in
_CLOSING = re.compile(r"\x00\s?\)?")


def mirrored(text: str) -> str:
    """The same text with its brackets turned about."""
    return text.translate(_MIRRORED)


def written(line: list[Cluster], *, mirror: bool, arabic: bool) -> str:
    """The text of a line, one space between words, with its footnote marks ("⁽¹²⁾" in Arabic, "¹²" in English)."""
    parts: list[str] = []
    raised: list[str] = []
    for cluster in line:
        text = cluster.text
        if (mirror or cluster.drawn) and cluster.level == 1:
            text = mirrored(text)
        if cluster.raised and cluster.kind != "S":
            raised.append(text)
        elif cluster.raised and raised:
            raised.append(" ")
        else:
            if raised:
                parts.append(_mark("".join(raised), parts, arabic=arabic))
                parts.append(" " if _RAISED_LETTER.match(parts[-1]) and cluster.kind in "RLAE" else "")
                raised = []
            parts.append(text)
    if raised:
        parts.append(_mark("".join(raised), parts, arabic=arabic))
    text = clean("".join(parts))
    return _in_arabic(text) if arabic and _PERSIAN.search(text) and not _ONLY_PERSIAN.search(text) else text


def _in_arabic(text: str) -> str:
    """Arabic letters and digits for those that fonts for Persian give: at a word's end its yeh has no dots."""
    return _YEH_WITH_DOTS.sub(YEH, text).translate(_TO_ARABIC)


def clean(text: str) -> str:
    """Drops kashidas between letters and spaces that say nothing."""
    text = _DOUBLED_ALEF.sub(ALEF + LAM, _KASHIDAS.sub("", _CLOSING.sub("", text)))
    return unicodedata.normalize("NFC", _BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip())


def _western_mark(raised: str, numbers: list[str]) -> str:
    """A mark as English pages have it, "¹²"; several side by side, "1 2" or "1, 2", are kept apart by brackets."""
    raised = raised.strip()
    if len(numbers) > 1 and _SIDE_BY_SIDE.fullmatch(raised):
        return "".join(f"⁽{number.translate(_TO_RAISED)}⁾" for number in numbers)
    if len(numbers) == 1 and _SIDE_BY_SIDE.fullmatch(raised):
        return numbers[0].translate(_TO_RAISED)  # the same twice
    return raised.translate(_TO_RAISED).replace("(", "⁽").replace(")", "⁾")


def _numbers(raised: str) -> list[str]:
    """The numbers of a raised piece; one in brackets is one number however wide it is set.

    A repeated one counts once: LibreOffice prints a mark of the author's choice twice, "(1)(1)".
    """
    found = _DIGITS.findall(_SPACED_DIGITS.sub("", raised))
    return [number for at, number in enumerate(found) if at == 0 or number != found[at - 1]]


def _mark(raised: str, before: list[str], *, arabic: bool) -> str:
    """A raised piece as footnote mark, or as it is where it holds no digits ("1st", "*") or letters too."""
    numbers = _numbers(raised)
    if not numbers or any(c.isalpha() for c in raised):
        return " " + raised if _RAISED_LETTER.match(raised) else raised
    if not arabic:
        return _western_mark(raised, numbers)
    if UNKNOWN in raised:
        return raised
    bare = before[-1:] in (["("], ["⁽"]) and raised[0] not in "(⁽"
    if bare:
        before.pop()  # brackets set full size about a raised number
    return "".join(f"⁽{number.translate(_TO_RAISED)}⁾" for number in numbers) + (_TAKEN if bare else "")
