"""The session of the organ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models.masthead import SessionKind
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
            m.fields["session"] = int(match["year"])
        else:
            number = _ordinal(match["ordinal"], m)
            if number is None:
                continue
            m.fields["session"] = number
            m.fields["session_kind"] = _kind(match["kind"] or "", m)
        m.claim(match.start(), match.end(), "session")
        return


def _ordinal(written: str, m: Masthead) -> int | None:
    """«67th», «sixty-seventh», «السابعة والستون»."""
    return int(re.sub(r"\D", "", written)) if written[0].isdigit() else m.language.ordinals.read(written)


def _kind(written: str, m: Masthead) -> SessionKind:
    """«emergency special», «special», or nothing."""
    written = written.lower()
    if m.language.masthead.emergency in written:
        return "emergency_special"
    return "special" if m.language.masthead.special in written else "regular"
