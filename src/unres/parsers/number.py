"""The number of a resolution before its title: "67/190. Title", "١٩٠/٦٧ - عنوان", "2625 (XXV). Title"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.languages import Language

_NUMBER = re.compile(
    r"""(?:(?:Resolution|Decision|RESOLUTION|DECISION|القرار|المقرر|قرار|مقرر)[ ])?
    (?P<number>
        (?:(?:E?S|د[إا]ط?)[ ]?-[ ]?)?\d{1,4}/(?:(?:E?S|د[إا]ط?)-)?\d{1,4}                         # 67/190  S-8/1
          (?:[ ]?(?P<part>[A-Z](?!\w)|(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء)(?!\w)))?
      | \d{1,4}(?:[ ](?:[A-Z]|ألف|باء|جيم|دال|هاء|واو|زاي))?[ ]?                                   # 217 A ...
          \((?:(?:E?S-)?[IVXLC]{1,8}|د[إا]?ط?[ ]?-[ ]?\d{1,2})\)                                 # ... (III)  (د-6)
    )
    [ ]?(?:[-–—.:]{1,2}|$|(?=[ ]))[ ]?(?:[-–—.][ ]?)?""",
    re.VERBOSE,
)


_RUNNING = re.compile(
    r"(?:Resolution|RESOLUTION|القرار|قرار) (?:No\.? |رقم )?(?P<alone>\d{3,4})\.?$|(?P<number>\d{3,4})\. (?=[^\W\d_])"
)
"""A number without its session or year: "Resolution 1701" alone, "2624. Title"."""


def read_number(text: str) -> tuple[str, int] | None:
    """The number as written, and where the title begins; None for a line that begins otherwise."""
    match = _NUMBER.match(text)
    if match is None and (match := _RUNNING.match(text)):
        return match["alone"] or match["number"], match.end()
    return (match["number"], match.end()) if match else None


def read_meeting(found: re.Match[str], language: Language) -> int | None:
    """The number of a meeting, in digits or in the words of an ordinal; None for words that are none.

    Args:
        found: of one of the language's patterns of meetings, with the groups ``number`` and, in some, ``words``.
        language: the language.
    """
    if found["number"]:
        return read_digits(found["number"])
    return language.ordinals.read(found.groupdict().get("words") or "")


_READ_FOR_DIGITS = str.maketrans("IiLlOo|", "1111001")


def read_digits(written: str) -> int | None:
    """A number in which scans have read letters for digits: "I858", "179I", "i512"; None for what is no number."""
    digits = written.translate(_READ_FOR_DIGITS)
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


_MOST_DIGITS = 6
