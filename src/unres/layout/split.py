"""The text as lines."""

from __future__ import annotations

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
            text_of_line = _one_space(stripped)
            lines.append(
                TextLine(start, stop, text_of_line, text_of_line if same else _one_space(folded[start:stop]), gap, page)
            )
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
                    gap=True,
                    page=line.page,
                    box=line.box,
                    role=line.role,
                )
            )
    return lines


def _one_space(text: str) -> str:
    return " ".join(text.split()) if "  " in text or "\f" in text else text
