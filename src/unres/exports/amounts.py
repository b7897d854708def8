"""Amounts in Arabic as they must be shown: a plain space lets the groups of "1 240" change places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Block

_NO_BREAK = "\u00a0"
_AMOUNT = re.compile(
    r"""(?<!\d)(?<!\d[ ])
        (?: \d{1,2} (?:[ ]\d{3}){1,6}     # one or two digits, then groups of three: 1 240
        | [1-9١-٩]\d{2}                   # or groups of three, the first of which does not open with 0, and
          (?:[ ]\d{3}){0,5} [ ][0٠]\d{2}  # the last does: 600 000; but not "773 000 2", which is 2 000 773
          (?![ ]\d) )
        (?!\d)""",
    re.VERBOSE,
)

_TURNED = re.compile(r"[0٠]\d\d(?: \d{3}){1,6}|\d{3}(?: \d{3}){0,6} \d{1,2}")
"""What can only be stored the other way round: "000 600", "240 1"."""
_EITHER = re.compile(r"\(?\d{3}(?: \d{3}){1,6}\)?")


def grouped(text: str, language: str) -> str:
    """Keeps the groups of an amount together where a text is shown; what is stored stays as it is.

    A plain space parts two numbers for the bidirectional algorithm, which then sets the first of them to the right: of
    "1 240" in Arabic the eye would read 240 1. A no-break space is a "common separator" there (Unicode Standard Annex
    #9, rule W4) and holds one number together; it is as wide, and the text stays as long.

    An amount is left alone where it may be stored the other way round, so that it is shown right with a plain space:
    "000 600" is how the United Nations stores 600 000 in Arabic. One that could be read both ways ("125 400") is left
    alone too, except in tables (see :func:`rows_grouped`). No amount begins with a nought, which decides "600 000".
    """
    return _AMOUNT.sub(lambda amount: amount[0].replace(" ", _NO_BREAK), text) if language == "ar" else text


def rows_grouped(rows: Sequence[Block], language: str) -> list[Block]:
    """The rows of one table as they are shown: cells that could be read both ways go by the sure ones of the table.

    The tables of the United Nations store amounts in one order or the other, each table throughout; where most of the
    sure ones are in order, the others are kept together as well. Texts stay as long, so that all offsets hold.
    """
    if language != "ar":
        return list(rows)
    cells = [cell.strip(" ()") for row in rows for cell in row.text.split("\t")]
    in_order = sum(_AMOUNT.fullmatch(cell) is not None for cell in cells)
    if in_order <= sum(_TURNED.fullmatch(cell) is not None for cell in cells):
        return list(rows)
    return [row.model_copy(update={"text": "\t".join(map(_kept_together, row.text.split("\t")))}) for row in rows]


def _kept_together(cell: str) -> str:
    return cell.replace(" ", _NO_BREAK) if _EITHER.fullmatch(cell) else cell
