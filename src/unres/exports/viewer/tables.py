"""Rows of a table that follow one another: a table for each version, side by side."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from unres.exports.amounts import rows_grouped
from unres.exports.html.inline import cells_html, direction
from unres.exports.html.table import Table
from unres.exports.viewer.markup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.exports.viewer.arrangement import Placed, Row
    from unres.exports.viewer.edition import Edition
    from unres.exports.viewer.rows import Page


def runs(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Rows of the page in runs; of each whether it is a table in every version."""
    return ((is_table, list(run)) for is_table, run in groupby(rows, key=_is_table))


def _is_table(row: Row) -> bool:
    return all(placed.block.kind == "table_row" for side in row.sides for placed in side)


def table_row(page: Page, rows: Sequence[Row], abouts: Sequence[str]) -> str:
    """One row of the page with a table for each version.

    The names and the flags of its rows stand in a first column of the first table, which lies in the page's edge. Rows
    that say the same carry the same number, by which the page's script chooses them together.

    Args:
        page: What the page is made from.
        rows: What stands in each row of the tables.
        abouts: Markup that stands under the name of each.
    """
    cells = []
    for at, edition in enumerate(page.editions):
        edges = [_edge(page, row, about) for row, about in zip(rows, abouts, strict=True)] if at == 0 else None
        table = _table(page, edition, [row.sides[at] for row in rows], edges)
        focus = "" if edges else _reached(_first_id(rows[0]))
        cells.append(f'<div class="cell" dir="{edition.direction}"{focus}>{table}</div>')
    return f'<div class="row tables">{"".join(cells)}</div>'


def _reached(name: str) -> str:
    """What lets the keyboard scroll a wide table that has no link in it."""
    return f' tabindex="0" role="group" {attribute("aria-label", name)}'


def _edge(page: Page, row: Row, about: str) -> str:
    """The cell in the page's edge."""
    anchors = [
        edition.anchor(placed.block.id)
        for edition, side in zip(page.editions, row.sides, strict=True)
        for placed in side
    ]
    gutter = page.gutter(_first_id(row), anchors, about)
    return f'<td class="edge"><div class="gutter" dir="{direction(page.words["language"])}">{gutter}</div></td>'


def _first_id(row: Row) -> str:
    return next(placed.block.id for side in row.sides for placed in side)


def _table(page: Page, edition: Edition, sides: Sequence[list[Placed]], edges: Sequence[str] | None) -> str:
    """The table of one version; a row that it does not have says so."""
    placed = [(number, each) for number, side in enumerate(sides) for each in side]
    shown = rows_grouped([each.block for _, each in placed], edition.language)
    table = Table(shown) if placed else None
    lines: list[list[str]] = [[] for _ in sides]
    for at, (block, (number, _)) in enumerate(zip(shown, placed, strict=True)):
        anchor = attribute("id", edition.anchor(block.id))
        texts = cells_html(
            block,
            edition.notes,
            language=edition.language,
            interface=page.words["language"],
            anchors=edition.prefix,
            address=edition.card,
        )
        cells = table.cells(at, texts, classes="words") if table else ""
        lines[number].append(f'<tr class="item" {anchor} data-at="{number}">{cells}</tr>')
    for number, line in enumerate(lines):
        if not line:
            line.append(_nothing(page, number, table.columns if table else 1))
    turned = edges is not None and edition.direction != direction(page.words["language"])
    if edges:
        lines = [_edged(line, edge, last=turned) for line, edge in zip(lines, edges, strict=True)]
    written = [each for line in lines for each in line]
    parts = table.parted(written) if table and sides[0] else f"<tbody>{''.join(written)}</tbody>"
    depth = min((each.depth for _, each in placed), default=0)
    return f'<table class="d{min(depth, 2)}{" turned" if turned else ""}" {edition.attributes}>{parts}</table>'


def _edged(line: list[str], edge: str, *, last: bool) -> list[str]:
    """Lines with the cell in the page's edge, which of two that stand in one row only the first has.

    Args:
        line: What stands in one row.
        edge: The cell.
        last: Whether it is the last one of the line: the page's edge is where lines of this version end.
    """
    out = []
    for each in line:
        opening, tag, rest = each.partition(">")
        out.append(f"{opening}{tag}{rest.removesuffix('</tr>')}{edge}</tr>" if last else f"{opening}{tag}{edge}{rest}")
        edge = '<td class="edge"></td>'
    return out


def _nothing(page: Page, number: int, columns: int) -> str:
    """A row that the other version alone has."""
    title = attribute("title", page.words["only_here"])
    return f'<tr data-at="{number}"><td class="nothing" colspan="{columns}" {title}>–</td></tr>'
