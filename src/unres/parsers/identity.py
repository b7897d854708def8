"""Which resolution it is: organ, symbol, number, session, year, from all that masthead and formula say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from unres.models.vocabulary import Organ
from unres.parsers.draft import Number, Remark
from unres.parsers.numbers import build_symbol
from unres.un.limits import FIRST_REGULAR_PAIR, only_decisions
from unres.un.numerals import read_roman, write_roman
from unres.un.sessions import (
    LATEST_YEAR,
    assembly_session_of,
    latest_session,
    roman_fits_assembly,
    security_council_year,
)

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.models.vocabulary import ResolutionKind
    from unres.parsers.draft import Document, Draft, Head
    from unres.un.organs import Instrument
    from unres.un.symbols import Adopted

_PAIR = re.compile(r"(?P<left>\d{1,4})/(?P<right>\d{1,4})(?P<part> ?\w+)?$")
_OLD = re.compile(r"(?P<number>\d{1,4})(?: (?P<part>\w+))? ?\((?P<session>[^)]+)\)$")
_DRAFT_SYMBOL = re.compile(r"/L\.\d")
"""The nature L. in a symbol: of limited distribution, as drafts are."""
_FIRST_SESSION_YEAR = 1945


def settle(document: Document) -> None:
    """Settles organ, symbol, number, kind and status."""
    draft, head, language = document.draft, document.draft.head, document.language
    part, adopted, council, written = document.source.part, head.adopted, head.council_number, head.written_number
    if part is not None and head.title_of_part and (own := head.title_of_part[1:]):
        head.title = " ".join(own)
    organ = Organ(adopted.organ) if adopted else document.formula_organ or head.organ
    if organ is None and council:
        organ = Organ.SECURITY_COUNCIL
    if organ is Organ.SECURITY_COUNCIL and head.running_number:
        written, council = str(head.running_number), council or _with_year(head.running_number)
    kind = adopted.instrument if adopted else head.kind or "resolution"
    if adopted is None and council and organ is Organ.SECURITY_COUNCIL and not (head.status == "draft" and head.symbol):
        adopted = build_symbol(organ, "resolution", council)
    if adopted is None and written and head.symbol is None:
        adopted = _from_number(written, organ, kind, draft, language)
    if adopted is not None and part is not None:
        adopted = replace(adopted, part=part)
    head.organ = organ or head.organ
    if adopted is not None:
        _drop_part_letter(head, adopted, language)
        _fill(head, adopted, written or council)
        kind = adopted.instrument
    elif written and organ is not None:
        _fill_without_symbol(written, organ, draft, language)
    head.kind = kind
    if kind != "other":
        _settle_status(head, adopted)


def _with_year(number: int) -> str | None:
    """A number of the Council with the year that goes with it: 1701 (2006)."""
    year = security_council_year(number)
    return f"{number} ({year})" if year else None


def _settle_status(head: Head, adopted: Adopted | None) -> None:
    """Adopted is what carries the symbol, the date or the meeting of an adoption; a draft has none of them."""
    shown = head.stated or head.closed or head.closing_meeting is not None or head.number
    if adopted is not None or (head.status is None and shown):
        head.status = "adopted"
    elif head.status is None and _DRAFT_SYMBOL.search(head.symbol or ""):
        head.status = "draft"


def _drop_part_letter(head: Head, adopted: Adopted, language: Language) -> None:
    """«78/183 - ألف توسيع العضوية»: the part's letter behind the dash is of the number."""
    first, _, rest = (head.title or "").partition(" ")
    if rest and adopted.part is not None and language.labels.part_letter(first) == adopted.part:
        head.title = rest


def _fill(head: Head, adopted: Adopted, written: str | None) -> None:
    head.symbol = adopted.symbol
    written = written or adopted.symbol or ""
    head.number = Number(adopted.number, written, adopted.session, adopted.session_kind, adopted.year, adopted.part)
    head.session = head.session if adopted.session is None else adopted.session
    head.year = head.year if adopted.year is None else adopted.year


def _fill_without_symbol(written: str, organ: Organ, draft: Draft, language: Language) -> None:
    """The number of an organ whose resolutions have no symbols: "330 (XXX)", "330 (د-30)", "72/1" of a commission."""
    session: int | None
    if match := _OLD.match(written):
        number, session = int(match["number"]), read_roman(_in_roman(match["session"], language))
    elif match := _PAIR.match(written):
        left, right = int(match["left"]), int(match["right"])
        session, number = (left, right) if _in_order(left, right, organ, draft, language) else (right, left)
    else:
        return
    draft.head.number = Number(number, written, session)
    if draft.head.session is None:
        draft.head.session = session


def _from_number(
    written: str, organ: Organ | None, kind: ResolutionKind, draft: Draft, language: Language
) -> Adopted | None:
    """The symbol of a document that shows its number alone, in either order."""
    if kind == "amendment" or kind == "other":  # noqa: PLR1714  narrows the type
        return None
    if match := language.numbers.special.match(written):
        prefix = language.numbers.prefixes[match["prefix"] or match["prefix2"]]
        session, number = match["session"] or match["session2"], match["number"] or match["number2"]
        return build_symbol(organ, kind, f"{prefix}{session}/{number}")
    if match := _OLD.match(written):
        part = match["part"]
        letter = (language.labels.part_letter(part) or part) if part else ""
        return build_symbol(
            organ, kind, f"{match['number']} {letter} ({_in_roman(match['session'], language)})".replace("  ", " ")
        )
    if written.isdecimal():
        return _of_running_number(int(written), organ, kind, draft.head)
    match = _PAIR.match(written)
    if match is None:
        return None
    left, right = int(match["left"]), int(match["right"])
    session, number = (left, right) if _in_order(left, right, organ, draft, language) else (right, left)
    part = (match["part"] or "").strip()
    letter = (language.labels.part_letter(part) or part) if part else ""
    if organ is Organ.GENERAL_ASSEMBLY and only_decisions(organ, number):
        kind = "decision"
    return build_symbol(organ, kind, f"{session}/{number}{letter}")


def _of_running_number(number: int, organ: Organ | None, kind: Instrument, head: Head) -> Adopted | None:
    """The symbol of a number that no other resolution of the organ has: the Council's, the Assembly's up to 1976."""
    if organ is Organ.SECURITY_COUNCIL and (year := security_council_year(number)):
        return build_symbol(organ, kind, f"{number} ({year})")
    sessions = _sessions_of(head, organ)
    fitting = [session for session in sessions if roman_fits_assembly(number, session)]
    session = fitting[0] if fitting else None
    if organ is Organ.GENERAL_ASSEMBLY and not sessions:
        session = assembly_session_of(number)
    if session is not None:
        return build_symbol(organ, kind, f"{number} ({write_roman(session)})")
    if head.title:
        head.title = f"{number}. {head.title}"
    return None


def _in_roman(session: str, language: Language) -> str:
    """A session as symbols of its time have it: «د-25» is XXV, «دإ-5» S-V, «دإط-5» ES-V; Roman numerals stay."""
    match = language.numbers.session.match(session)
    if match is None or not int(match["number"]):
        return session
    return language.numbers.prefixes[match["prefix"]] + write_roman(int(match["number"]))


def _in_order(left: int, right: int, organ: Organ | None, draft: Draft, language: Language) -> bool:
    """Whether the session (or the year) stands first, as in the UN's symbols.

    English keeps that order. In Arabic the masthead's session decides, then the year of adoption.
    """
    for known in (draft.head.session, *_sessions_of(draft.head, organ)):
        if known is not None and (left == known) != (right == known):
            return left == known
    if organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL:
        return left > right
    can_be = [_can_be_session(n, organ) for n in (left, right)]
    if can_be[0] != can_be[1]:
        return can_be[0]
    if not language.numbers.session_first and left != right:
        draft.remarks.append(
            Remark("number.order", f"Nothing says whether {left} or {right} is the session; the first was taken.")
        )
    return True


def _can_be_session(number: int, organ: Organ | None) -> bool:
    """Whether the organ can have held a session of this number."""
    if organ is None:
        return True
    first = FIRST_REGULAR_PAIR if organ is Organ.GENERAL_ASSEMBLY else 1
    return first <= number <= latest_session(organ.value, LATEST_YEAR)


def _sessions_of(head: Head, organ: Organ | None) -> tuple[int, ...]:
    """The sessions of the Assembly in which a date of adoption may fall: one opens each September."""
    date = head.adopted_on or head.issued_on
    if date is None or organ is not Organ.GENERAL_ASSEMBLY:
        return ()
    return date.year - _FIRST_SESSION_YEAR, date.year - _FIRST_SESSION_YEAR - 1
