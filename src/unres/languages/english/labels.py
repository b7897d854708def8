"""English labels: 1, a, i, A, I, aa."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages.labels import CAPITALS, read_latin, write_latin
from unres.languages.language import Labels

if TYPE_CHECKING:
    from unres.languages.labels import Series


def read_label(label: str) -> dict[Series, int]:
    """Every series in which the label is legal, with its place: "i" → letter 9, roman 1.

    The label comes without brackets and stops, its digits Western. An empty answer: it is no label.
    """
    return read_latin(label)


def write_label(series: Series, n: int) -> str:
    """The label at place `n` of a series.

    Raises:
        ValueError: no such place, or no such series in English.
    """
    return write_latin(series, n)


def part_letter(name: str) -> str | None:
    """The letter of a part of a resolution or a section ("A"), or None when it is none."""
    return name if len(name) == 1 and name in CAPITALS else None


_BEHIND_COMMA = re.compile(r"(?:(?:[A-Z][a-z]{1,12}ly|Also|Further|Again) [A-Za-z]|[A-Z])[a-z]{2,14}s ")
LABELS = Labels(read=read_label, write=write_label, part_letter=part_letter, behind_comma=_BEHIND_COMMA)
