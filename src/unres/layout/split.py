"""The text as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.layout.lines import TextLine

if TYPE_CHECKING:
    from unres.layout.repair import Repaired
    from unres.readers.source import Line


def split_lines(text: str, folded: str) -> list[TextLine]:
    """The lines of plain text that are not blank. A form feed ends a page, as in the output of PDF tools."""
    lines: list[TextLine] = []
    at = 0
    gap = False
    page = 1 if "\f" in text else None
    same = text is folded
    for raw in text.split("\n"):
        end = at + len(raw)
        if page is not None and "\f" in raw:
            page += raw.count("\f")
            raw = raw.replace("\f", " ")  # noqa: PLW2901  the form feed is white space of this line
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            stop = start + len(stripped)
            row = _is_row(stripped)
            made_one = _cells if row else _one_space
            text_of_line = made_one(stripped)
            folded_line = text_of_line if same else made_one(folded[start:stop])
            lines.append(TextLine(start, stop, text_of_line, folded_line, gap, page, role="table_row" if row else None))
            gap = False
        else:
            gap = True
        at = end + 1
    return lines


def take_lines(given: list[Line], repaired: Repaired, folded: str) -> list[TextLine]:
    """The lines that a reader gave, in terms of the repaired text."""
    lines: list[TextLine] = []
    for line in given:
        start, end = repaired.position(line.start), repaired.position(line.end)
        text = repaired.text[start:end].strip()
        if text:
            lines.append(
                TextLine(
                    start,
                    end,
                    " ".join(text.split()) if line.role != "table_row" else text,
                    " ".join(folded[start:end].split()) if line.role != "table_row" else folded[start:end].strip(),
                    gap=line.gap,
                    page=line.page,
                    box=line.box,
                    role=line.role,
                )
            )
    return lines


_LONGEST_CELL = 60
_LABELLED = re.compile(r"(?:\(?\w{1,5}[).:]|\d{1,3} ?[-–.)]?|[-–•*⁰¹²³⁴-⁹⁽⁾]{1,6}) ?\t")


def _is_row(text: str) -> bool:
    """Whether the line is a row of a table: cells parted by tabs, or between bars as in Markdown.

    A label that a tab parts from its paragraph ("1.\t...") makes no row.
    """
    if text[0] == "|":
        return text[-1] == "|" and len(text) > 1
    if "\t" not in text:
        return False
    cells = text.split("\t")
    if _LABELLED.match(text) and len(cells) == 2:  # noqa: PLR2004  a label and its paragraph
        return False
    return all(len(cell) <= _LONGEST_CELL for cell in cells) and cells[-1].strip()[-1:] not in ".;؛"


def _cells(text: str) -> str:
    """The cells of a row, parted by tabs."""
    cells = text.strip("|").split("|") if text[0] == "|" else text.split("\t")
    return "\t".join(" ".join(cell.split()) for cell in cells if cell.strip()) or "|"


def _one_space(text: str) -> str:
    return " ".join(text.split()) if "  " in text or "\t" in text or "\f" in text else text
