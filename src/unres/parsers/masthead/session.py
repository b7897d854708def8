"""The session of the organ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_SESSION_LINE = 130
"""A line that gives the session is shorter; in a longer one it is named inside a title."""


def read_session(m: Masthead) -> None:
    """«Sixty-seventh session», «الدورة الاستثنائية الطارئة الحادية عشرة», «2022 session»."""
    end = m.title_start()
    for match in m.language.masthead.session.finditer(m.text, 0, end):
        if m.is_taken(match.start()) or m.text.count("(", 0, match.start()) > m.text.count(")", 0, match.start()):
            continue
        line = m.paragraphs[m.line(match.start())].folded
        if len(line) > _SESSION_LINE:
            continue
        if match["year"]:
            m.head.session = int(match["year"])
        elif (number := _ordinal(match["ordinal"], m)) is not None:
            m.head.session = number
        else:
            continue
        m.claim(match.start(), match.end(), "session")
        return


def _ordinal(written: str, m: Masthead) -> int | None:
    """«67th», «sixty-seventh», «السابعة والستون»."""
    return int(re.sub(r"\D", "", written)) if written[0].isdigit() else m.language.ordinals.read(written)
