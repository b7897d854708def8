"""Tables: found on a page, their lines cut into cells, and the cells put together as rows.

Tables of resolutions have a rule above their head, one below it and one at their end, seldom more; what parts the
columns is white space that runs through all lines. A table that has no rules at all is known by its columns of
figures; one of words alone, without rules, is not told from text in columns, and stays lines.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from unres.readers.pdf.bands import CELL_GAP, WORD_GAP, Area, bands_of, columns_of_figures, pieces_of
from unres.readers.pdf.glyphs import PrintedLine
from unres.readers.pdf.limits import check_time
from unres.readers.pdf.paragraphs import joined
from unres.readers.pdf.rows import LABEL, Row
from unres.readers.pdf.rules import is_level
from unres.scripts import ARABIC_FORMS, ARABIC_LETTERS, DIGITS

if TYPE_CHECKING:
    from unres.readers.pdf.bands import Band
    from unres.readers.pdf.glyphs import GlyphPage, Rule
    from unres.readers.pdf.rows import RowPage

_SHORTEST = 100.0  # points: a rule that bounds a table
_FARTHEST = 450.0  # points between two rules of one table
_RULED_GAP = 2.5  # ems between the last rule and a line of the table below it
_CROSSED = 0.15
"""Share of the lines beside a gutter that may run across it, as headings within a table do."""
_MASTHEAD = 2.0
"""How many times larger than all between its rules something above a masthead is set: the letter of its language."""
_MOST_OF_ROW = 0.5
"""Share of a table's width from which a rule ends a row."""
_HIGHEST_CELL = 120.0
"""Points between two rules from which lines that stand in no columns are no row of a table."""
_MANY = 8
"""Lines whose gaps lie one below the other by more than chance."""
_NARROW = 0.45  # ems
_LABEL_FROM_LEFT = re.compile(rf"{LABEL.pattern}|[{DIGITS}]{{1,3}}[-–.][{DIGITS}]{{1,3}}(?=[ ]|$)", re.VERBOSE)
"""The label of a paragraph, or its number within a chapter."""
_LABEL_FROM_RIGHT = re.compile(
    rf"[{DIGITS}]{{1,3}} ?[-–.](?:[{DIGITS}]{{1,3}})?(?= |$)|[()][{ARABIC_LETTERS}{ARABIC_FORMS}]{{1,2}}[()](?= |$)"
)
"""As glyphs stand from the left, so that a bracket may open either way."""
_WRAPPED = 1.35  # ems between two lines of one cell
_MOST_SPANNING = 2
_MOST_TABLES = 40


def cut_cells(page: GlyphPage, lines: list[PrintedLine]) -> tuple[list[PrintedLine], list[Area]]:
    """The lines of a page, those of tables cut at the gutters, with ``cell`` set; and its tables."""
    bands = bands_of(lines)
    areas: list[Area] = []
    taken: set[int] = set()
    for area, members in (*_ruled(page, bands), *columns_of_figures(bands)):
        if not taken.isdisjoint(map(id, members)):
            continue
        gutters = _gutters(members)
        if gutters and len(areas) < _MOST_TABLES:
            taken.update(map(id, members))
            lines = _cut(lines, members, gutters, len(areas))
            areas.append(area)
    return lines, areas


def _ruled(page: GlyphPage, bands: list[Band]) -> list[tuple[Area, list[Band]]]:
    """Tables between level rules of one extent, with the bands that belong to each."""
    found: list[tuple[Area, list[Band]]] = []
    upright = [rule for rule in page.rules if not is_level(rule)]
    for (left, right), heights in _extents(page.rules).items():
        check_time()
        if len(heights) == 1:
            continue
        beside = [band for band in bands if band.pieces[0][0] > left - 6 and band.pieces[-1][1] < right + 6]
        for run, filled in _runs_of_segments(beside, heights, left, right):
            top, bottom = run[0], run[-1]
            members = [band for band in beside if _lies(band, top, bottom)]
            if len(run) == 2 and page.number == 1 and _is_masthead(bands, members, top):
                continue
            inner = [rule for rule in upright if left < rule.x0 < right and rule.y0 < top and rule.y1 > bottom]
            grid = len({round(rule.x0 / 4) for rule in inner}) > 2
            parts = any(left + 6 < rule.x0 < right - 6 for rule in inner)
            if not grid:
                members += _below(bands, members, bottom, left, right)
            if sum(band.parted for band in members) > (0 if parts else 1 if filled else 2):
                heights_of_rows = _rules_of_rows(page.rules, run, left, right) if grid else run
                bottom = min(bottom, *(band.y - 0.3 * band.size for band in members))
                found.append((Area(top, bottom, left, right, heights_of_rows, grid, parts), members))
    return found


def _is_masthead(bands: list[Band], members: list[Band], top: float) -> bool:
    largest = max((line.size for band in members for line in band.lines), default=0.0)
    return any(line.size > _MASTHEAD * largest for band in bands if band.y > top for line in band.lines)


def _rules_of_rows(rules: list[Rule], run: list[float], left: float, right: float) -> list[float]:
    """The heights at which rows of a grid end: a cell that stands beside several rows interrupts their rules."""
    partial = [
        rule.y0
        for rule in rules
        if is_level(rule)
        and run[-1] < rule.y0 < run[0]
        and left - 6 < rule.x0
        and rule.x1 < right + 6
        and rule.x1 - rule.x0 > _MOST_OF_ROW * (right - left)
    ]
    return sorted({*run, *partial}, reverse=True)


def _lies(band: Band, top: float, bottom: float) -> bool:
    return bottom < band.y + 0.3 * band.size < top


def _extents(rules: list[Rule]) -> dict[tuple[float, float], list[float]]:
    """Heights of level rules by their extent, from the top."""
    extents: dict[tuple[float, float], list[float]] = {}
    for rule in rules:
        check_time()
        left, right = rule.x0, rule.x1
        if is_level(rule) and right - left > _SHORTEST:
            near = (key for key in extents if abs(key[0] - left) < 6 and abs(key[1] - right) < 6)
            extents.setdefault(next(near, (left, right)), []).append(rule.y0)
    return extents


def _runs_of_segments(
    bands: list[Band], heights: list[float], left: float, right: float
) -> list[tuple[list[float], bool]]:
    """Runs of rules between which there is text and no running text, and whether some of it stands in columns.

    The head of a table may have words over one of its columns only.
    """
    runs: list[tuple[list[float], bool]] = []
    run: list[float] = []
    filled = False
    for upper, lower in pairwise(heights):
        check_time()
        inside = [band for band in bands if _lies(band, upper, lower)]
        plain = upper - lower > _HIGHEST_CELL and inside and not any(band.parted for band in inside)
        if upper - lower > _FARTHEST or plain or any(band.is_prose(left, right) for band in inside):
            if run:
                runs.append((run, filled))
            run, filled = [], False
        elif inside or filled:
            run = [*run, lower] if run else [upper, lower]
            filled = filled or any(band.parted for band in inside)
        else:
            run = []  # between the rule below a running head and that of the table
    return [*runs, (run, filled)] if run else runs


def _below(bands: list[Band], members: list[Band], bottom: float, left: float, right: float) -> list[Band]:
    """The bands of a table that goes on below its last rule, as at the end of a page."""
    out: list[Band] = []
    waiting: list[Band] = []
    last = bottom
    largest = max((band.size for band in members), default=0.0)
    if not any(band.parted for band in members):
        largest = float("inf")  # only the head is known, which may be set smaller
    numbered = any(_opens_paragraph(band) for band in members)
    for band in bands:
        if band.y > bottom:
            continue
        far = last - band.y > _RULED_GAP * band.size
        outside = band.pieces[0][0] < left - 6 or band.pieces[-1][1] > right + 6
        if far or outside or band.size > 1.3 * largest or band.is_prose(left, right):
            break
        if _opens_paragraph(band) and not numbered:
            return out + [note for note in waiting if note.size < 0.93 * band.size]  # of the table, in smaller type
        last = band.y
        waiting.append(band)
        if band.parted:
            out += waiting
            waiting = []
        elif len(waiting) > _MOST_SPANNING:
            break
    for band in waiting:  # the rest of the last cell
        if not out or out[-1].y - band.y > _WRAPPED * band.size:
            break
        out.append(band)
    return out


def _opens_paragraph(band: Band) -> bool:
    """Whether it opens with the label of a paragraph, on either side, and has no wide gap but behind that."""
    pieces = band.pieces
    from_left = _LABEL_FROM_LEFT.match(band.text_between(*pieces[0])) is not None
    label = 1
    if not from_left:
        words = [band.text_between(*piece) for piece in pieces[-2:]]
        if _LABEL_FROM_RIGHT.match(" ".join(reversed(words))) is None:
            return False
        label = 1 if _LABEL_FROM_RIGHT.match(words[-1]) else 2
    return not band.is_parted(pieces[label:] if from_left else pieces[:-label])


def _gutters(members: list[Band]) -> list[float]:
    """Where white space runs through all parted bands of a table; the middle of each gutter, from the left.

    The fewer lines there are, the wider it must be, for spaces between words may happen to lie below each other.
    """
    parted = [band for band in members if band.parted]
    if not parted:
        return []
    size = median(band.size for band in parted)
    least = size * (0.3 if len(parted) >= 8 else 0.5 if len(parted) >= 4 else CELL_GAP)
    allowed = len(parted) // 8
    edges = sorted(
        edge for band in parted for piece in band.pieces for edge in ((piece[0], 1), (piece[1], -1))
    )  # +1: ink begins, -1: it ends
    gutters: list[float] = []
    ink = 0
    stretch: list[tuple[float, float, int]] = []  # from, to and how many lines have ink there
    for (x, step), (after, _) in pairwise(edges):
        ink += step
        if ink <= allowed:
            stretch.append((x, after, ink))
        elif stretch:
            middle = _emptiest(stretch)
            if stretch[-1][1] - stretch[0][0] >= least and _parts(parted, middle):
                gutters.append(middle)
            stretch = []
    return _kept(parted, gutters, size)


def _emptiest(stretch: list[tuple[float, float, int]]) -> float:
    """The middle of that part of a stretch where fewest lines have ink."""
    wide = [part for part in stretch if part[1] > part[0]] or stretch
    start, end, _ = min(wide, key=lambda part: (part[2], part[0] - part[1]))
    return (start + end) / 2


def _parts(bands: list[Band], x: float) -> bool:
    """Whether there is text on both sides of a gutter, in two bands at least."""
    both = sum(band.pieces[0][0] < x < band.pieces[-1][1] for band in bands)
    return both > 1 or both == len(bands)


def _kept(bands: list[Band], gutters: list[float], size: float) -> list[float]:
    """The gutters without those that much of the text beside them crosses: a column that few lines fill is no gutter.

    Nor is one whose few gaps are as narrow as between words.
    """
    kept = list(gutters)
    place = 0
    while place < len(kept):
        edges = [float("-inf"), *kept, float("inf")]
        gaps = _gaps(bands, *edges[place : place + 3])
        if gaps and len(gaps) < _MANY and median(gaps) < _NARROW * size:
            del kept[place]
        else:
            place += 1
    while kept:
        edges = [float("-inf"), *kept, float("inf")]
        worst, excess = -1, 0.0
        for place, x in enumerate(kept):
            check_time()
            crossing = sum(any(start < x < end for start, end in band.pieces) for band in bands)
            beside = min(_filled(bands, edges[place], x), _filled(bands, x, edges[place + 2]))
            if crossing - _CROSSED * beside > excess:
                worst, excess = place, crossing - _CROSSED * beside
        if worst < 0:
            break
        del kept[worst]
    return kept


def _gaps(bands: list[Band], low: float, x: float, high: float) -> list[float]:
    """How wide a gutter is in the bands that have text right before and right behind it."""
    return [
        right[0] - left[1]
        for band in bands
        for left, right in pairwise(band.pieces)
        if low <= left[0] and left[1] <= x <= right[0] and right[1] <= high
    ]


def _filled(bands: list[Band], low: float, high: float) -> int:
    """How many bands have a piece wholly between two gutters."""
    return sum(any(start >= low and end <= high for start, end in band.pieces) for band in bands)


def _cut(lines: list[PrintedLine], members: list[Band], gutters: list[float], number: int) -> list[PrintedLine]:
    """The lines of the page, those of the table's bands replaced by their cells."""
    cells: dict[int, list[PrintedLine]] = {}
    for band in members:
        check_time()
        least = (WORD_GAP if band.parted else 2 * WORD_GAP) * band.size
        for line in band.lines:
            cells[id(line)] = _cells(line, band, gutters, least, number)
    return [cell for line in lines for cell in cells.get(id(line), (line,))]


def _cells(line: PrintedLine, band: Band, gutters: list[float], least: float, number: int) -> list[PrintedLine]:
    """A line of a band cut where a gutter lies in one of its gaps."""
    left, right = band.lines[0].x0, band.lines[-1].x1
    cuts: list[float] = []
    pieces = pieces_of(line.glyphs, least)
    for (_, end), (start, _) in pairwise(pieces):
        cuts += [gutter for gutter in gutters if end <= gutter + 1 and start >= gutter - 1][:1]
    out: list[PrintedLine] = []
    for low, high in pairwise([float("-inf"), *cuts, float("inf")]):
        glyphs = [glyph for glyph in line.glyphs if low <= (glyph.x0 + glyph.x1) / 2 < high]
        if not glyphs:
            continue
        x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
        column = sum(gutter < (x0 + min(x1, x0 + line.size)) / 2 for gutter in gutters)
        spaces = [space for space in line.spaces if x0 < (space.x0 + space.x1) / 2 < x1]
        marks = [mark for mark in line.marks if low <= (mark.x0 + mark.x1) / 2 < high]
        inner = left < x0 and x1 < right
        alone = inner and all(glyph.letter.kind in "AE" for glyph in glyphs)  # digits, and raised beside no text
        size = glyphs[0].size if alone else line.size
        out.append(PrintedLine(line.page, glyphs, line.y, size, x0, x1, spaces, marks, (number, column)))
    return out


_SPACED = 1.2
"""How many times the distance of lines within a cell a row stands off the one above it, where rows are spaced."""
_BETWEEN = 0.65
"""Share of that distance within which a line in another column is of the same row: it stands in its middle."""
_TIGHT = 1.5  # ems: the widest distance of lines within a cell
_HEAD_ROWS = 4
_RULES_OF_HEAD = 3  # above a head, below it, and at the end of the table
_LEVEL = 0.8
"""Share of the lines of a table that stand beside a line of its fullest column, where rows have no rules."""


def gather_tables(page: RowPage) -> None:
    """Puts the cells of each table together as rows of zone ``table``."""
    for number, area in enumerate(page.tables):
        check_time()
        cells = [row for row in page.rows if row.cell is not None and row.cell[0] == number and row.zone == "body"]
        if not cells:
            continue
        if area.grid:
            groups = _by_rules(cells, area)
        elif area.parted and not _side_by_side(cells):
            groups = []
            for group in _by_rules(cells, area):  # lines in one column are words between two tables
                groups += [group] if len({cell.cell for cell in group}) > 1 else _by_distance(group, area)
        else:
            groups = _with_whole_head(_by_distance(cells, area), area, page)
        own = set(map(id, cells))
        page.rows = [row for row in page.rows if id(row) not in own]
        page.rows += [_table_row(group) for group in groups]
        page.rules = [rule for rule in page.rules if not area.bottom - 1 <= rule.y0 <= area.top + 1]


def drop_repeated_heads(pages: list[RowPage]) -> None:
    """Makes the head of a table that is printed again at the top of the next page furniture."""
    for before, page in pairwise(pages):
        old = [row for row in before.rows if row.zone == "table"]
        new = sorted((row for row in page.rows if row.zone in ("table", "body")), key=lambda row: -row.y)
        for row, head in zip(new[:_HEAD_ROWS], _last_table(old), strict=False):
            if row.zone != "table" or row.text != head.text:
                break
            row.zone = "furniture"


def _last_table(rows: list[Row]) -> list[Row]:
    """The rows of the last table of a page, from its top."""
    last = max((row.cells[0].cell or (0, 0) for row in rows), default=(0, 0))[0]
    return sorted((row for row in rows if (row.cells[0].cell or (0, 0))[0] == last), key=lambda row: -row.y)


def _by_rules(cells: list[Row], area: Area) -> list[list[Row]]:
    """The cells between two rules are a row, whatever height each is set at."""
    groups: dict[int, list[Row]] = {}
    for cell in sorted(cells, key=lambda cell: -cell.y):
        check_time()
        above = sum(cell.y + 0.3 * cell.size < y for y in area.rules)
        groups.setdefault(above, []).append(cell)
    return list(groups.values())


def _side_by_side(cells: list[Row]) -> bool:
    """Whether the lines of all columns stand on common baselines, as those of cells of several lines do not."""
    columns: dict[int, list[Row]] = {}
    for cell in cells:
        columns.setdefault(cell.cell[1] if cell.cell else 0, []).append(cell)
    fullest = max(columns.values(), key=len)
    others = [cell for column in columns.values() if column is not fullest for cell in column]
    level = sum(any(abs(cell.y - beside.y) < 0.3 * cell.size for beside in fullest) for cell in others)
    return level >= _LEVEL * len(others)


def _by_distance(cells: list[Row], area: Area) -> list[list[Row]]:
    """A line goes on with the row above where it stands as near as the lines of one cell do."""
    cells = sorted(cells, key=lambda cell: (-cell.y, cell.lead))
    near = _line_distance(cells)
    groups: list[list[Row]] = []
    for cell in cells:
        check_time()
        if groups and _belongs(cell, groups[-1], near, area):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def _with_whole_head(groups: list[list[Row]], area: Area, page: RowPage) -> list[list[Row]]:
    """Joins the first lines of long names of columns with the line on which the short names stand.

    They stand as near as lines of one cell do, with no rule between as below words over several columns.
    """
    if len(area.rules) < _RULES_OF_HEAD:
        return groups
    levels = [rule.y0 for rule in page.rules if is_level(rule)]
    whole: list[list[Row]] = []
    for group in groups:
        above = whole[-1][-1] if whole else None
        if above is not None and above.y - group[0].y <= _WRAPPED * above.size and group[-1].y > area.rules[1]:
            columns = {cell.cell for cell in group}
            parted = any(group[0].y < y < above.y for y in levels)
            if not parted and {cell.cell for cell in whole[-1]} < columns:
                whole[-1] += group
                continue
        whole.append(group)
    return whole


def _belongs(cell: Row, group: list[Row], near: float | None, area: Area) -> bool:
    """Whether a cell is of the row that is being put together."""
    first, last = group[0], group[-1]
    if abs(first.y - cell.y) < 0.3 * cell.size or abs(last.y - cell.y) < 0.3 * cell.size:
        return True  # on the first line, or on a line that was found to go on
    if any(cell.y + 0.3 * cell.size < y < last.y + 0.3 * last.size for y in area.rules):
        return False
    over = next((other for other in reversed(group) if other.cell == cell.cell), None)
    if over is None:
        return near is not None and last.y - cell.y < _BETWEEN * near
    if near is not None:
        return over.y - cell.y <= near and over.bold == cell.bold
    lower = cell.text[:1].islower() or cell.text.startswith("(") or over.text.endswith(("-", ",", " of", " and"))
    return lower and over.y - cell.y <= _TIGHT * cell.size


def _line_distance(cells: list[Row]) -> float | None:
    """Up to which distance lines are of one cell; None where rows stand as near as lines do.

    Rows are spaced where most lines side by side stand off the line above, and some lines do not.
    """
    gaps: list[float] = []
    columns: dict[int, list[Row]] = {}
    for cell in cells:
        columns.setdefault(cell.cell[1] if cell.cell else 0, []).append(cell)
    for column in columns.values():
        gaps += [above.y - below.y for above, below in pairwise(column) if above.y - below.y > 0.5 * below.size]
    if not gaps:
        return None
    size = cells[len(cells) // 2].size
    tight = Counter(round(gap) for gap in gaps if 0.95 * size < gap <= _TIGHT * size)
    if not tight:
        return _SPACED * size
    least = tight.most_common(1)[0][0]
    wide = sum(gap > _SPACED * least for gap in gaps)
    return _SPACED * least if wide >= 0.25 * len(gaps) else None


def _table_row(cells: list[Row]) -> Row:
    """One row of zone ``table``: its cells in the order of reading, parted by tabs; empty ones are kept between."""
    columns: dict[int, list[Row]] = {}
    for cell in sorted(cells, key=lambda cell: -cell.y):
        columns.setdefault(cell.cell[1] if cell.cell else 0, []).append(cell)
    order = sorted(columns, key=lambda column: min(cell.lead for cell in columns[column]))
    texts: list[str] = []
    for place, column in enumerate(order):
        if place:
            texts += [""] * (abs(column - order[place - 1]) - 1)
        texts.append(joined([cell.text for cell in columns[column]]))
    first = max(cells, key=lambda cell: cell.y)
    x0, x1 = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    lead, trail = min(cell.lead for cell in cells), max(cell.trail for cell in cells)
    bold = all(cell.bold for cell in cells)
    text = "\t".join(texts)
    return Row(first.page, text, x0, x1, first.y, first.size, bold, lead, trail, 0.0, zone="table", cells=tuple(cells))
