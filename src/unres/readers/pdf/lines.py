"""Glyphs to printed lines: baselines, raised and lowered pieces, columns, combining marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.readers.pdf.columns import gutters
from unres.readers.pdf.glyphs import PrintedLine
from unres.readers.pdf.limits import LateError, check_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.readers.pdf.glyphs import Glyph, GlyphPage, Rule

_COLUMN_GAP = 4.0  # ems between two pieces of a baseline that belong to two columns
_LARGEST_PAGE = 14_400.0  # points (ISO 32000-1, annex C.2); type is smaller than the page
_MOST_PAIRS = 3_000_000
_LABEL_GAP = 10.0  # ems between the raised label of a footnote and its text
_LONGEST_LABEL = 10  # "(12)", which some producers set twice
_NO_WIDTH = 0.01
_TOUCHES = 0.1  # ems
_LONGEST_CLUSTER = 16  # glyphs
_SMALLEST = 2.0  # points: smaller type is not for reading


@dataclass(slots=True, eq=False)
class _Run:
    """Glyphs that follow each other in the stream, on one baseline, in one size."""

    y: float
    size: float
    x0: float
    x1: float
    glyphs: list[Glyph]
    upright: list[Rule] = field(default_factory=list)


def printed_lines(page: GlyphPage) -> list[PrintedLine]:
    """The lines of a page, from the top; those of one baseline from the left."""
    ink, marks, spaces = _sorted_out(page)
    upright = [rule for rule in page.rules if rule.y1 - rule.y0 > rule.x1 - rule.x0]
    runs = _runs(ink, upright)
    page.gutters = gutters(runs)
    if page.gutters:
        runs = _runs(ink, upright + page.gutters)
    lines = [_line(page.number, runs) for runs in _with_labels(_joined(runs))]
    owner = {glyph.at: line for line in lines for glyph in line.glyphs} if marks else {}
    strays: list[Glyph] = []
    for mark in marks:
        line = _owner(mark, owner)
        (strays if line is None else line.marks).append(mark)
    for mark, line in _by_place(lines, strays):
        line.marks.append(mark)
    _give_spaces(lines, spaces)
    lines.sort(key=lambda line: (-line.y, line.x0))
    return lines


def _sorted_out(page: GlyphPage) -> tuple[list[Glyph], list[Glyph], list[Glyph]]:
    """Glyphs with ink, combining marks and spaces; without what lies off the page or is drawn twice.

    Some producers make bold type by drawing each glyph again, a fraction of a point away.
    """
    ink: list[Glyph] = []
    marks: list[Glyph] = []
    spaces: list[Glyph] = []
    seen: dict[tuple[str, float, float], list[Glyph]] = {}
    low, high = -5.0, page.width + 5.0
    top = page.height + 5.0
    largest = min(max(page.width, page.height), _LARGEST_PAGE)
    for index, glyph in enumerate(page.glyphs):
        in_view = low < (glyph.x0 + glyph.x1) / 2 < high and low < glyph.y < top
        if not in_view or not _SMALLEST < glyph.size < largest:
            continue
        letter = glyph.letter
        if letter.kind == "S":
            if not _is_taken_back(page.glyphs, index):
                spaces.append(glyph)
            continue
        if letter.vowels and letter.kind != "M":
            _sort_cluster(page.glyphs, index, ink, marks)
            continue
        if _drawn_before(glyph, seen) or (
            letter.kind == "R" and glyph.x1 - glyph.x0 < _NO_WIDTH and _repeats(page.glyphs, index)
        ):
            continue
        if letter.kind == "R" and glyph.x1 - glyph.x0 < _NO_WIDTH:
            _bring_down(page.glyphs, index)
        (marks if letter.kind == "M" else ink).append(glyph)
    return ink, marks, spaces


def _bring_down(glyphs: list[Glyph], index: int) -> None:
    """Puts a letter without width on the baseline of the letter beside it in the stream, over which it is drawn.

    Fonts that draw a hamza apart from its alef give the mark the text "أ", and the lam-alef below it that of the lam.
    """
    glyph = glyphs[index]
    for other in glyphs[max(0, index - 1) : index] + glyphs[index + 1 : index + 2]:
        over = other.x0 - _TOUCHES * glyph.size <= glyph.x0 <= other.x1 + _TOUCHES * glyph.size
        if other.letter.kind == "R" and over and other.size == glyph.size and abs(other.y - glyph.y) < 1.5 * glyph.size:
            glyph.y = other.y
            return


def _is_taken_back(glyphs: list[Glyph], index: int) -> bool:
    """Whether the next letter begins where a space glyph does, as if there were none.

    Where Word draws the marks apart from the letters, the letters have a space glyph in the place of each.
    """
    space = glyphs[index]
    after = glyphs[index + 1] if index + 1 < len(glyphs) else space
    near = 0.02 * space.size
    return after.letter.kind == "R" and abs(after.x0 - space.x0) < near and abs(after.y - space.y) < near


def _drawn_before(glyph: Glyph, seen: dict[tuple[str, float, float], list[Glyph]]) -> bool:
    """Whether the same text was drawn at the same place before; remembers it otherwise, by squares of 4 points."""
    text, x, y = glyph.letter.text, glyph.x0, glyph.y
    row, column = (y + 2) // 4, x // 4
    near = 0.1 * glyph.size
    own = seen.get((text, row, column))
    for other in own or ():
        if abs(other.x0 - x) < near and abs(other.y - y) < near:
            return True
    if x - near < 4 * column and (left := seen.get((text, row, column - 1))) and _is_near(glyph, left, near):
        return True
    if x + near > 4 * column + 4 and (right := seen.get((text, row, column + 1))) and _is_near(glyph, right, near):
        return True
    if own is None:
        seen[text, row, column] = [glyph]
    else:
        own.append(glyph)
    return False


def _is_near(glyph: Glyph, others: Iterable[Glyph], near: float) -> bool:
    return any(abs(other.x0 - glyph.x0) < near and abs(other.y - glyph.y) < near for other in others)


def _sort_cluster(glyphs: list[Glyph], index: int, ink: list[Glyph], marks: list[Glyph]) -> None:
    """A glyph whose text is a letter with its marks.

    Some producers give each glyph of a cluster the text of the whole: then the one with width stands for all. One
    without width beside its own letter is only the mark.
    """
    glyph = glyphs[index]
    text = glyph.letter.text
    start, end = index, index + 1
    for start in range(index, max(-1, index - _LONGEST_CLUSTER), -1):
        if start == 0 or glyphs[start - 1].letter.text != text:
            break
    for end in range(index + 1, min(len(glyphs), index + _LONGEST_CLUSTER) + 1):
        if end == len(glyphs) or glyphs[end].letter.text != text:
            break
    wide = glyph.x1 - glyph.x0 >= _NO_WIDTH
    if not wide and (index > start or any(one.x1 - one.x0 >= _NO_WIDTH for one in glyphs[start:end])):
        return
    beside = glyphs[max(0, start - 1) : start] + glyphs[end : end + 1]
    alone = not any(glyph.letter.shown.startswith(other.letter.shown) for other in beside)
    (ink if wide or alone else marks).append(glyph)


def _repeats(glyphs: list[Glyph], index: int) -> bool:
    """Whether a glyph without width, a mark, has the text of the letter beside it in the stream, as a cluster has."""
    glyph = glyphs[index]
    beside = glyphs[max(0, index - 1) : index] + glyphs[index + 1 : index + 2]
    return any(other.letter.text == glyph.letter.text and other.x1 - other.x0 >= _NO_WIDTH for other in beside)


def _runs(ink: list[Glyph], upright: list[Rule]) -> list[_Run]:
    runs: list[_Run] = []
    run: _Run | None = None
    for glyph in ink:
        size, x0, x1 = glyph.size, glyph.x0, glyph.x1
        if (
            run is not None
            and abs(glyph.y - run.y) < 0.02 * size
            and abs(size - run.size) < 0.1
            and (-0.3 * size < x0 - run.x1 < 1.2 * size or -0.3 * size < run.x0 - x1 < 1.2 * size)
            and not (upright and _parted(run, glyph, upright))
        ):
            run.glyphs.append(glyph)
            run.x0, run.x1 = min(run.x0, x0), max(run.x1, x1)
        else:
            run = _Run(glyph.y, size, x0, x1, [glyph])
            runs.append(run)
    runs.sort(key=lambda run: -run.y)
    for run in runs:
        run.upright = upright
    return runs


def _parted(one: _Run, other: _Run | Glyph, upright: list[Rule]) -> bool:
    """Whether an upright rule, the border of a cell, stands between two pieces of a line."""
    left, right = min(one.x1, other.x1) - 1, max(one.x0, other.x0) + 1
    y = other.y
    check_time()
    return any(left <= (rule.x0 + rule.x1) / 2 <= right and rule.y0 - 1 <= y <= rule.y1 + 1 for rule in upright)


def _joined(runs: list[_Run]) -> list[list[_Run]]:
    """Runs of one line and column together: union of all pairs that are near enough."""
    parent = list(range(len(runs)))
    pairs = 0

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, upper in enumerate(runs):
        check_time()
        reach = 0.62 * max(upper.size, 40.0)
        if pairs > _MOST_PAIRS:
            raise LateError
        for j in range(i + 1, len(runs)):
            lower = runs[j]
            if upper.y - lower.y > reach:
                break
            pairs += 1
            if _same_line(upper, lower):
                parent[root(i)] = root(j)
    groups: dict[int, list[_Run]] = {}
    for index, run in enumerate(runs):
        groups.setdefault(root(index), []).append(run)
    return list(groups.values())


def _with_labels(groups: list[list[_Run]]) -> list[list[_Run]]:
    """Puts the raised label of a footnote, which a tab may part widely from its note, to the note's line."""
    labels = [group for group in groups if _is_raised_label(group)]
    if not labels:
        return groups
    others = [group for group in groups if not _is_raised_label(group)]
    for label in labels:
        check_time()
        last = max(label, key=lambda run: run.x1)
        beside = [(gap, text) for text in others if (gap := _label_gap(last, text)) is not None]
        if beside:
            min(beside, key=lambda found: found[0])[1].extend(label)
        else:
            others.append(label)
    return others


def _is_raised_label(group: list[_Run]) -> bool:
    """Whether there is nothing but a number, perhaps in brackets."""
    letters = [glyph.letter for run in group for glyph in run.glyphs[: _LONGEST_LABEL + 1]]
    if len(letters) > _LONGEST_LABEL:
        return False
    return any(letter.kind in "AE" for letter in letters) and all(
        letter.kind in "AE" or letter.text in ("(", ")") for letter in letters
    )


def _label_gap(label: _Run, group: list[_Run]) -> float | None:
    """How far a raised label stands off the end of a line of text; None where it cannot belong to it."""
    near = min(group, key=lambda run: max(run.x0 - label.x1, label.x0 - run.x1))
    rise = label.y - near.y
    if label.size > 0.85 * near.size or not 0 < rise < 0.62 * near.size:
        return None
    if near.upright and _parted(near, label, near.upright):
        return None
    gap = max(min(run.x0 for run in group) - label.x1, label.x0 - max(run.x1 for run in group))
    return gap if 0 < gap < _LABEL_GAP * near.size else None


def _same_line(upper: _Run, lower: _Run) -> bool:
    """Whether two runs stand on one line: a raised smaller one may lie higher than a piece of equal size."""
    drop = upper.y - lower.y
    large = max(upper.size, lower.size)
    if upper.size < 0.85 * lower.size:
        reach = 0.62
    elif min(len(upper.glyphs), len(lower.glyphs)) < 4:
        reach = 0.45
    else:
        reach = 0.25
    if drop > reach * large:
        return False
    if upper.upright and _parted(upper, lower, upper.upright):
        return False
    gap = max(upper.x0, lower.x0) - min(upper.x1, lower.x1)
    small = min(upper.size, lower.size)
    if drop < 0.05 * large:
        return gap < _COLUMN_GAP * small
    return gap < (1.2 * large if upper.size < 0.85 * lower.size else 0.6 * small)  # a raised label may stand off


def _line(page: int, runs: list[_Run]) -> PrintedLine:
    """One line of its runs; its size is the largest that a fifth of its letters have, its baseline theirs."""
    size = _main_size(runs)
    baselines: Counter[float] = Counter()
    for run in runs:
        if round(run.size, 1) == size:
            baselines[round(run.y, 1)] += len(run.glyphs)
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    glyphs.sort(key=lambda glyph: glyph.x0 + glyph.x1)
    y = baselines.most_common(1)[0][0]
    return PrintedLine(page, glyphs, y, size, min(run.x0 for run in runs), max(run.x1 for run in runs))


def _main_size(runs: list[_Run]) -> float:
    sizes = {round(run.size, 1) for run in runs}
    if len(sizes) == 1:
        return sizes.pop()
    weights: Counter[float] = Counter()
    for run in runs:
        weights[round(run.size, 1)] += sum(len(glyph.letter.text) for glyph in run.glyphs)
    total = sum(weights.values())
    return max(size for size, weight in weights.items() if weight >= 0.2 * total or weight == total)


def _owner(mark: Glyph, owner: dict[int, PrintedLine]) -> PrintedLine | None:
    """The line of the glyph next to a combining mark in the stream."""
    for step in (1, -1, 2, -2, 3, -3):
        line = owner.get(mark.at + step)
        if line is not None and abs(line.y - mark.y) < 1.2 * mark.size:
            return line
    return None


def _give_spaces(lines: list[PrintedLine], spaces: list[Glyph]) -> None:
    """Each space glyph to its line."""
    for space, line in _by_place(lines, spaces):
        line.spaces.append(space)
    for line in lines:
        line.spaces.sort(key=lambda space: space.x0 + space.x1)


def _by_place(lines: list[PrintedLine], glyphs: list[Glyph]) -> Iterator[tuple[Glyph, PrintedLine]]:
    """Each glyph with the line within whose ends it lies; those outside all lines are left out."""
    by_height: dict[int, list[PrintedLine]] = {}
    for line in lines:
        reach = 0.5 * line.size
        for row in range(int((line.y - reach) // 8), int((line.y + reach) // 8) + 1):
            by_height.setdefault(row, []).append(line)
    for glyph in glyphs:
        centre = (glyph.x0 + glyph.x1) / 2
        for line in by_height.get(int(glyph.y // 8), ()):
            if line.x0 < centre < line.x1 and abs(glyph.y - line.y) < 0.5 * line.size:
                yield glyph, line
                break
