"""The number and year that stand over a resolution of the Security Council, and the date with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_WITH_THE_NUMBER = re.compile(r"[Oo]f |\d{1,4} ?\(|RESOLUTION|Resolution|القرار|المؤرخ|المتخذ")
_NUMBER_ON_ITS_LINE = re.compile(
    r"^(?:RESOLUTION|Resolution|القرار) (?:No\. ?|رقم )?(?P<number>\d{1,4})$", re.MULTILINE
)
"""«Resolution 1701», «القرار 1701»: of the Council the number alone tells the year."""


def read_council_number(m: Masthead) -> None:
    """«Resolution 1445 (2002)», «120 (1956). Resolution of 4 November 1956»: these resolutions have no title."""
    match = m.language.masthead.resolution_number.search(m.text) or m.language.masthead.number_date.search(m.text)
    if match is None and m.head.symbol is None and (bare := _NUMBER_ON_ITS_LINE.search(m.text)):
        m.head.running_number = int(bare["number"])
        m.claim(bare.start(), bare.end(), "number")
    elif match is None and m.head.symbol is None and (alone := m.language.masthead.number_alone.match(m.text)):
        for date in m.dates:
            if date.date is not None and 0 <= date.start - alone.end() <= len("of the "):
                m.head.council_number = f"{alone['number']} ({date.date.year})"
                m.claim(alone.start(), alone.end(), "number")
                break
    elif match:
        m.head.council_number = f"{int(match['number'])} ({match['year']})"
        end = m.text.find("\n", match.end())
        m.claim(match.start(), match.end() if end < 0 else end, "number")


def read_date_of_number(m: Masthead) -> None:
    """«Resolution 300 (1971) / of 12 October 1971»: the date stands with the number."""
    if m.head.council_number is None:
        return
    for date in m.dates:
        line = m.paragraphs[m.line(date.start)].folded
        if _WITH_THE_NUMBER.match(line):
            m.head.stated = date
            m.claim(date.start, date.end, "adopted_on")
            return
