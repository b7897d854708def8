"""Amounts in Arabic as they must be shown: a plain space lets the groups of "1 240" change places."""

from __future__ import annotations

import re

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


def grouped(text: str, language: str) -> str:
    """Keeps the groups of an amount together where a text is shown; what is stored stays as it is.

    A plain space parts two numbers for the bidirectional algorithm, which then sets the first of them to the right: of
    "1 240" in Arabic the eye would read 240 1. A no-break space is a "common separator" there (Unicode Standard Annex
    #9, rule W4) and holds one number together; it is as wide, and the text stays as long.

    An amount is left alone where it may be stored the other way round, so that it is shown right with a plain space:
    "000 600" is how the United Nations stores 600 000 in Arabic. One that could be read both ways ("125 400") is left
    alone too. No amount begins with a nought, which decides "600 000".
    """
    return _AMOUNT.sub(lambda amount: amount[0].replace(" ", _NO_BREAK), text) if language == "ar" else text
