"""Records of meetings: their symbols, built from organ, session or year, and the number of the meeting.

Verbatim records of the Assembly are "A/67/PV.60", of the Security Council "S/PV.4653" (numbered on since 1946); summary
records of the Economic and Social Council are "E/2012/SR.48".
"""

from __future__ import annotations

from unres.un.organs import ECOSOC, GENERAL_ASSEMBLY, SECURITY_COUNCIL, SessionKind
from unres.un.symbols import SESSION_PREFIXES


def meeting_record(
    organ: str,
    meeting: int,
    *,
    session: int | None = None,
    session_kind: SessionKind = "regular",
    year: int | None = None,
) -> str | None:
    """The symbol of the record of a meeting; None for organs without, or where session or year is missing."""
    if organ == SECURITY_COUNCIL:
        return f"S/PV.{meeting}"
    if organ == GENERAL_ASSEMBLY and session is not None:
        return f"A/{SESSION_PREFIXES[session_kind]}{session}/PV.{meeting}"
    if organ == ECOSOC and year is not None:
        return f"E/{year}/SR.{meeting}"
    return None
