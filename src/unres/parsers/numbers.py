"""The number of a resolution as it is written before its title, and the symbols that go with numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.un.organs import ORGANS
from unres.un.symbols import ADOPTED, Adopted, read_match, read_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.models.vocabulary import Organ
    from unres.un.organs import Instrument

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


def find_adopted(text: str, start: int = 0) -> Iterator[tuple[re.Match[str], Adopted]]:
    """Every symbol of what an organ has adopted, from `start` on."""
    for match in ADOPTED.finditer(text, start):
        adopted = read_match(match)
        if adopted is not None and adopted.symbol is not None:
            yield match, adopted


_OLD = re.compile(r"(\d+) ?([A-Z])? ?\(([^)]+)\)")
_NATURES = {"resolution": "RES", "decision": "DEC", "presidential_statement": "PRST"}


def build_symbol(organ: Organ | None, kind: Instrument, number: str) -> Adopted | None:
    """The symbol for a number in the order of the UN's symbols: "67/190", "217 A (III)", "1325 (2000)", "S-8/1"."""
    known = ORGANS.get(organ.value) if organ else None
    if known is None or known.head is None:
        return None
    nature = _NATURES[kind]
    if known.dotted:
        session, _, running = number.partition("/")
        return read_symbol(f"{known.head}.{session}/{nature.title()}.{running}")
    old = _OLD.fullmatch(number)
    text = f"{old[1]}({old[3]}){old[2] or ''}" if old else number
    return read_symbol(f"{known.head}/{nature}/{text}")
