"""Rows of a table as HTML: which cells are heads of columns and of rows, and which hold a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Block

_BESIDE_DIGITS = frozenset(" .,٫٬\u00a0/%()[]+–—−-$*…")
"""What stands in a cell of numbers, or alone where there is no number."""


class Table:
    """Rows that follow one another, and the part of each of their cells.

    A resolution does not say which row is the head. The first is taken for it where others follow, and where every cell
    holds words but the first, which may be empty; the first cell of a row is taken for its head where it holds words.
    """

    def __init__(self, rows: Sequence[Block]) -> None:
        self._texts = [row.text.split("\t") for row in rows]
        self.columns = max(map(len, self._texts))
        first = self._texts[0]
        self.has_head = len(rows) > 1 and len(first) > 1 and all(map(_is_words, first[1:])) and not _is_number(first[0])

    def cells(self, row: int, markup: Sequence[str], *, classes: str = "") -> str:
        """The cells of a row as elements, filled up to the width of the table.

        Args:
            row: Its place among the rows.
            markup: What stands in each cell.
            classes: Of every cell that holds text.
        """
        out = []
        for column, (text, inside) in enumerate(zip(self._texts[row], markup, strict=True)):
            name, scope = self._element(row, column, text)
            names = " ".join(part for part in (classes, "n" if _is_number(text) else "") if part)
            given = f' class="{names}"' if names else ""
            out.append(f"<{name}{scope}{given}>{inside}</{name}>")
        return "".join(out) + "<td></td>" * (self.columns - len(out))

    def parted(self, rows: Sequence[str]) -> str:
        """Rows as head and body."""
        if not self.has_head:
            return f"<tbody>{''.join(rows)}</tbody>"
        return f"<thead>{rows[0]}</thead><tbody>{''.join(rows[1:])}</tbody>"

    def _element(self, row: int, column: int, text: str) -> tuple[str, str]:
        if row == 0 and self.has_head and text.strip():
            return "th", ' scope="col"'
        if column == 0 and self.columns > 1 and _is_words(text):
            return "th", ' scope="row"'
        return "td", ""


def _is_number(text: str) -> bool:
    return bool(text.strip()) and all(each.isdigit() or each in _BESIDE_DIGITS for each in text)


def _is_words(text: str) -> bool:
    return bool(text.strip()) and not _is_number(text)
