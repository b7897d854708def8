"""Arabic where it is shown: amounts that keep their order, and lines for terminals without bidirectional text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from unres.exports.interface import MESSAGES, direction
from unres.scripts import EASTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Block

_FROM_THE_RIGHT = frozenset({"AL", "R"})
_NO_BREAK = "\u00a0"
RIGHT_TO_LEFT_MARK = "\u200f"
_AMOUNT = re.compile(
    rf"""(?<!\d)(?<!\d[ ])
        (?: \d{{1,2}} (?:[ ]\d{{3}}){{1,6}}                 # one or two digits, then groups of three: 1 240
        | [1-9{EASTERN[1:]}]\d{{2}} (?:[ ]\d{{3}}){{0,5}}    # or groups of three, of which the first does not open with
          [ ][0{EASTERN[0]}]\d{{2}} (?![ ]\d) )             # 0 and the last does: 600 000, but not "773 000 2"
        (?!\d)""",
    re.VERBOSE,
)
_TURNED = re.compile(rf"[0{EASTERN[0]}]\d\d(?: \d{{3}}){{1,6}}|\d{{3}}(?: \d{{3}}){{0,6}} \d{{1,2}}")
"""What can only be stored the other way round: "000 600", "240 1"."""
_EITHER = re.compile(r"\(?\d{3}(?: \d{3}){1,6}\)?")


def kept_together(text: str) -> str:
    """The text with the groups of each amount held together by no-break spaces; it stays as long.

    A plain space parts two numbers for the bidirectional algorithm, which then sets the first of them to the right: of
    "1 240" in Arabic the eye would read 240 1. A no-break space is a "common separator" there (Unicode Standard Annex
    #9, rule W4) and holds one number together.

    An amount is left alone where it may be stored the other way round, so that it is shown right with a plain space:
    "000 600" is how the United Nations stores 600 000 in Arabic. One that could be read both ways ("125 400") is left
    alone too, except in tables (see :func:`rows_grouped`). No amount begins with a zero, which decides "600 000".
    """
    return _AMOUNT.sub(lambda amount: amount[0].replace(" ", _NO_BREAK), text)


def grouped(text: str, language: str) -> str:
    """:func:`kept_together` in a language that is written from right to left; any other text as it is."""
    return kept_together(text) if direction(language) == "rtl" else text


def rows_grouped(rows: Sequence[Block], language: str) -> list[Block]:
    """The rows of one table as they are shown: cells that could be read both ways go by the sure ones of the table.

    The tables of the United Nations store amounts in one order or the other, each table throughout; where most of the
    sure ones are in order, the others are kept together as well. Texts stay as long, so that all offsets hold.
    """
    if direction(language) == "ltr":
        return list(rows)
    cells = [cell.strip(" ()") for row in rows for cell in row.text.split("\t")]
    in_order = sum(_AMOUNT.fullmatch(cell) is not None for cell in cells)
    if in_order <= sum(_TURNED.fullmatch(cell) is not None for cell in cells):
        return list(rows)
    return [row.model_copy(update={"text": "\t".join(map(_cell, row.text.split("\t")))}) for row in rows]


def _cell(text: str) -> str:
    return text.replace(" ", _NO_BREAK) if _EITHER.fullmatch(text) else text


_UNSEEN = str.maketrans("", "", f"{RIGHT_TO_LEFT_MARK}\u200e")
"""Marks of direction: they take no column, and have done their work when a line is in order."""


def put_in_order(line: str, start: int = 0, width: int = 0) -> str:
    """Logical text as a terminal without bidirectional text has to be given it: letters joined, in visual order.

    Args:
        line: what is shown.
        start: so many characters before the text, of columns in Latin letters, stay where they are.
        width: columns of the terminal, at whose right end the text begins.
    """
    import arabic_reshaper
    from bidi.algorithm import get_display

    head, text = line[:start], line[start:].strip()
    # the base direction is given: the full stop of a line that begins with a symbol or a number stands at its left too
    ordered: str = get_display(arabic_reshaper.reshape(kept_together(text)), base_dir="R")
    return head + ordered.translate(_UNSEEN).rjust(width - start)


def language_of_line(text: str, language: str) -> str:
    """The language of a line: within text from right to left, one in Latin letters alone is English."""
    if direction(language) == "ltr" or not any(letter.isalpha() for letter in text):
        return language
    return language if from_right(text) else MESSAGES


def from_right(text: str) -> bool:
    """Whether there is any letter from right to left in it."""
    return any(bidirectional(letter) in _FROM_THE_RIGHT for letter in text)
