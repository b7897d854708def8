"""Cells to rows of a table, in the order of reading."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from unres.readers.pdf.deadline import check_time
from unres.readers.pdf.paragraphs import joined
from unres.readers.pdf.rows import Row

if TYPE_CHECKING:
    from unres.readers.pdf.bands import Area
    from unres.readers.pdf.rows import RowPage

_SPACED = 1.2
"""How many times the distance of lines within a cell a row stands off the one above it, where rows are spaced."""
_TIGHT = 1.5  # ems: the widest distance of lines within a cell
_HEAD_ROWS = 4


def gather_tables(page: RowPage) -> None:
    """Puts the cells of each table together as rows of zone ``table``."""
    for number, area in enumerate(page.tables):
        check_time()
        cells = [row for row in page.rows if row.cell is not None and row.cell[0] == number and row.zone == "body"]
        if not cells:
            continue
        groups = _by_rules(cells, area) if area.grid else _by_distance(cells, area)
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


def _belongs(cell: Row, group: list[Row], near: float | None, area: Area) -> bool:
    """Whether a cell is of the row that is being put together."""
    first, last = group[0], group[-1]
    if abs(first.y - cell.y) < 0.3 * cell.size or abs(last.y - cell.y) < 0.3 * cell.size:
        return True  # on the first line, or on a line that was found to go on
    if any(cell.y + 0.3 * cell.size < y < last.y + 0.3 * last.size for y in area.rules):
        return False
    over = next((other for other in reversed(group) if other.cell == cell.cell), None)
    if over is None:
        return False
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
