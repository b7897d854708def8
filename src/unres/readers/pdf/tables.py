"""Ruled tables: the rows between horizontal rules, their cells in the order of reading."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from unres.readers.pdf.paragraphs import joined
from unres.readers.pdf.rows import Row

if TYPE_CHECKING:
    from unres.readers.pdf.glyphs import Rule
    from unres.readers.pdf.rows import RowPage

_FEWEST_RULES = 3  # above the head, below it, below the body
_FARTHEST = 250.0  # points between two rules of one table


def gather_tables(page: RowPage) -> None:
    """Puts the cells between two rules of a table together as one row of zone ``table``."""
    for rules in _grids(page):
        for upper, lower in pairwise(rules):
            inside = [row for row in page.rows if row.zone == "body" and lower < row.y + 0.3 * row.size < upper]
            if inside:
                columns = _columns(page, rules[0], rules[-1])
                if len(columns) < 2:  # noqa: PLR2004  # a box about a paragraph
                    break
                cells = _cells(inside, columns)
                page.rows = [row for row in page.rows if row not in inside]
                page.rows.append(_table_row(inside, cells))


def _grids(page: RowPage) -> list[list[float]]:
    """Heights of the rules of each table, from the top: rules of one extent, one below the other."""
    level = sorted((rule for rule in page.rules if _is_level(rule)), key=lambda rule: -rule.y0)
    extents: dict[tuple[int, int], list[float]] = {}
    for left, right, y in _whole_rules(level):
        key = next((k for k in extents if abs(k[0] - left) < 6 and abs(k[1] - right) < 6), (round(left), round(right)))  # noqa: PLR2004
        extents.setdefault(key, []).append(y)
    grids: list[list[float]] = []
    for heights in extents.values():
        run = [heights[0]]
        for y in heights[1:]:
            if run[-1] - y > _FARTHEST:
                grids.append(run)
                run = []
            run.append(y)
        grids.append(run)
    return [run for run in grids if len(run) >= _FEWEST_RULES]


def _is_level(rule: Rule) -> bool:
    return rule.x1 - rule.x0 > rule.y1 - rule.y0


def _whole_rules(level: list[Rule]) -> list[tuple[float, float, float]]:
    """Rules drawn cell by cell put together: left end, right end, height."""
    whole: list[tuple[float, float, float]] = []
    for rule in sorted(level, key=lambda rule: (-round(rule.y0), rule.x0)):
        if whole and abs(whole[-1][2] - rule.y0) < 1.5 and rule.x0 - whole[-1][1] < 6:  # noqa: PLR2004
            whole[-1] = (whole[-1][0], max(whole[-1][1], rule.x1), whole[-1][2])
        else:
            whole.append((rule.x0, rule.x1, rule.y0))
    return [(left, right, y) for left, right, y in whole if right - left > 100]  # noqa: PLR2004


def _columns(page: RowPage, top: float, bottom: float) -> list[tuple[float, float]]:
    """The columns of a table, by the gaps that none of its pieces crosses; in the order of reading."""
    inside = [row for row in page.rows if row.zone in ("body", "table") and bottom < row.y < top]
    pieces = sorted((cell.lead, cell.trail) for row in inside for cell in (row.cells or (row,)))
    columns: list[tuple[float, float]] = []
    for lead, trail in pieces:
        if columns and lead < columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], trail))
        else:
            columns.append((lead, trail))
    return columns


def _cells(rows: list[Row], columns: list[tuple[float, float]]) -> list[str]:
    """The text of each column."""
    texts: list[list[str]] = [[] for _ in columns]
    for row in sorted(rows, key=lambda row: -row.y):
        centre = (row.lead + row.trail) / 2
        place = next((n for n, (lead, trail) in enumerate(columns) if lead - 1 <= centre <= trail + 1), 0)
        texts[place].append(row.text)
    return [joined(text) if text else "" for text in texts]


def _table_row(rows: list[Row], cells: list[str]) -> Row:
    first = max(rows, key=lambda row: row.y)
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    lead, trail = min(row.lead for row in rows), max(row.trail for row in rows)
    text = "\t".join(cells).rstrip("\t")
    bold = all(row.bold for row in rows)
    return Row(first.page, text, x0, x1, first.y, first.size, bold, lead, trail, 0.0, zone="table", cells=tuple(rows))
