"""When, at which meeting, on what basis and with which vote the text was adopted: by masthead or first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages.dates import find_dates
from unres.parsers.closing import add_states, read_vote
from unres.parsers.draft import Basis
from unres.parsers.numbers import read_meeting
from unres.parsers.verbs import find_reported
from unres.scripts import western_digits
from unres.un.symbols import REVISION

if TYPE_CHECKING:
    from unres.layout.lines import Paragraph
    from unres.models.masthead import BasisKind
    from unres.models.vocabulary import Organ
    from unres.parsers.draft import Document
    from unres.parsers.masthead.lines import Masthead

WINDOW = 260
"""A remark of adoption with its meeting and date is shorter than this."""


def read_adoption(m: Masthead) -> None:
    """«Resolution adopted by the General Assembly on 20 December 2012», with the meeting where it is named."""
    if m.head.status == "draft":  # the subject of its agenda item may speak of what was adopted
        return
    remarks = [found for found in m.words.adoption.finditer(m.text) if not _in_brackets(m.text, found.start())]
    if not remarks:
        return
    match = next((found for found in remarks if found["kind"] or found.start() in m.starts), remarks[0])
    end = min(len(m.text), match.start() + WINDOW)
    bracket = m.text.find("[", match.end(), end)
    end = bracket if bracket >= 0 else end
    stop = match.end()
    names = ["adopted_on"]
    for date in m.dates:
        if match.start() <= date.start < end:
            m.head.stated = date
            stop = date.end
            break
    if meeting := m.words.meeting.search(m.text, match.start(), max(stop, match.end())):
        number = read_meeting(meeting, m.head, m.language)
        if number is not None:
            m.head.stated_meeting = number
            names.append("meeting_number")
    m.claim(match.start(), stop, *names)
    if organ := _organ_in(match.group("organ"), m):
        m.head.organ = organ


def _organ_in(text: str | None, m: Masthead) -> Organ | None:
    return next((organ for pattern, organ in m.language.organs if text and pattern.search(text)), None)


def _in_brackets(text: str, position: int) -> bool:
    """Whether a bracket is open there: the basis too speaks of what was adopted."""
    return text.rfind("[", 0, position) > text.rfind("]", 0, position)


_BRACKETED = re.compile(r"\[(?P<text>[^\[\]]{5,900})\]")
_SYMBOL_IN_TEXT = re.compile(r"(?<![\w/])[A-Z]{1,5}/[A-Za-z0-9./\-]*[A-Za-z0-9]")
_SYMBOL_ALONE = 20
"""«[S/3733]» names the draft and no basis in words; a basis in words is longer."""


def read_basis(m: Masthead) -> None:
    """«[on the report of the Third Committee (A/67/458)]»."""
    for match in _BRACKETED.finditer(m.text):
        text = match["text"]
        kind = next((kind for pattern, kind in m.words.basis_kinds if pattern.search(text)), None)
        symbols = symbols_in(text, m)
        if kind is None and len(text) < _SYMBOL_ALONE:
            m.claim_match(match, "basis")
            if symbols:
                m.head.basis = Basis("other", text.strip(), symbols)
            continue
        m.head.basis = _make_basis(kind or "other", m.written[match.start("text") : match.end("text")], m)
        m.claim_match(match, "basis")
        return
    _basis_of_adoption(m)


def _basis_of_adoption(m: Masthead) -> None:
    """«Adopted at the 81st plenary meeting, on ..., on the recommendation of the Committee (A/61/442), by ...»."""
    for n, paragraph in enumerate(m.paragraphs):
        if "adopted_on" not in m.claimed[n]:
            continue
        for pattern, kind in m.words.basis_kinds:
            if (match := pattern.search(paragraph.folded)) and (end := paragraph.folded.find(")", match.end())) > 0:
                m.head.basis = _make_basis(kind, paragraph.text[match.start() : end + 1], m)
                m.claim(m.starts[n] + match.start(), m.starts[n] + end + 1, "basis")
                return


def _make_basis(kind: BasisKind, text: str, m: Masthead) -> Basis:
    text = " ".join(text.split())
    committee = m.words.committee.search(text)
    name = committee["name"].strip(" ,،") if committee else None
    return Basis(kind, text, symbols_in(western_digits(text), m), name)


def symbols_in(text: str, m: Masthead) -> list[str]:
    """The document symbols of a remark; «A/65/L.78 and Add.1» gives both in full."""
    symbols: list[str] = []
    for match in _SYMBOL_IN_TEXT.finditer(text):
        symbols.append(match[0])
        whole, _, end = match[0].rpartition("/")
        whole = whole if REVISION.fullmatch(end) else match[0]
        at = match.end()
        while (joined := m.words.joins_symbols.match(text, at)) and (elided := REVISION.match(text, joined.end())):
            symbols.append(f"{whole}/{elided[0]}")
            at = elided.end()
    return symbols


def read_recorded_vote(m: Masthead) -> None:
    """«Adopted ... by a recorded vote of 156 to 2, with 3 abstentions, as follows:», and the States behind it."""
    for n, paragraph in enumerate(m.paragraphs):
        vote = read_vote(paragraph.folded, m.language) if m.language.closing.remark.match(paragraph.folded) else None
        if vote is None:
            continue
        m.head.vote = vote
        m.claim_line(n, "vote")
        for k in range(n + 1, len(m.paragraphs)):
            if m.language.closing.states.match(m.paragraphs[k].folded) is None:
                break
            add_states(vote, m.paragraphs[k].folded, m.language)
            m.claim_line(k, "vote")
        return


_LONGEST_NAME = 60
"""Between meeting and date of a first sentence stands no more than the organ's name."""
_MOST_BEFORE_REPORT = 6
"""Paragraphs at the beginning of a decision in which it is looked for what it reports."""


def read_opening(document: Document, *, anywhere: bool = False) -> None:
    """Reads meeting and date from the first sentence of a decision or statement, which have no formula.

    They stand at its beginning, or `anywhere` in it, as behind an Arabic verb: قررت الجمعية العامة، في جلستها 12.
    «At its 93rd plenary meeting, on 27 June 2019, the General Assembly, ..., decided ...».
    """
    if document.formula is not None or not document.body:
        return
    language, head, text = document.language, document.draft.head, document.body[0].folded
    match = language.masthead.opening_meeting.match(text)
    if match is None and anywhere:
        match = language.masthead.meeting.search(text, 0, WINDOW)
    if match is None:
        return
    if head.stated_meeting is None:
        head.stated_meeting = read_meeting(match, head, language)
    for date in find_dates(text[: match.end() + WINDOW], language.code):
        if date.start - match.end() <= _LONGEST_NAME:
            head.stated = head.stated or date
        return


def read_report(document: Document) -> None:
    """A text without formula that reports what an organ did is a decision, where nothing else is said of it."""
    head = document.draft.head
    opening = document.body[:_MOST_BEFORE_REPORT] if document.formula is None else []
    found = any(_reports(paragraph, document.language.code) for paragraph in opening)
    if found and head.symbol is None:
        head.kind = head.kind or "decision"
    document.reported = found or head.kind == "decision"
    if found:
        read_opening(document, anywhere=True)


def _reports(paragraph: Paragraph, code: str) -> bool:
    said = find_reported(paragraph.folded, code)
    return said is not None and said[1].mood == "past"
