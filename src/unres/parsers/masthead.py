"""The masthead: everything before the enacting formula.

Its lines can arrive joined or interleaved, because they were set in a table of two columns. So each rule searches the
whole masthead, its lines joined by a line end, and claims the place it was read from; titles are what no rule claims.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from unres.languages.dates import find_dates
from unres.layout.repair import western_digits
from unres.parsers.number import read_digits, read_number
from unres.parsers.symbols import ADOPTED, read_adopted
from unres.parsers.vote import add_states, read_vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.languages import Lexicon
    from unres.languages.dates import DateFound
    from unres.layout.lines import Paragraph
    from unres.parsers.draft import Head

_LONE_SYMBOL = re.compile(
    r"^(?P<symbol>(?:A|S|E|T|ST|UNEP|HSP|CEDAW|CAT|CRC)/[A-Za-z0-9./\-]{1,60}(?: ?\((?:\d{4}|[IVXLC]+)\))?)(?P<star>\*{0,3})$", re.MULTILINE
)
_BRACKETED = re.compile(r"\[(?P<text>[^\[\]]{5,900})\]")
_SYMBOL_IN_TEXT = re.compile(r"(?<![\w/])[A-Z]{1,5}/[A-Za-z0-9./\-]*[A-Za-z0-9]")
_ELIDED = re.compile(r"(?:,|،)? ?(?:and |و ?)?(?P<suffix>(?:Add|Amend|Corr|Rev)\.\d{1,3})")
"""«A/65/L.78 and Add.1»: the second symbol leaves out what it shares with the first."""
_SUFFIX = re.compile(r"/(?:Add|Amend|Corr|Rev)\.\d{1,3}$")
_JOB = re.compile(r"^(?P<job>\d{2}-\d{5}|[NGVK]\d{7})\b", re.MULTILINE)
_WINDOW = 260
"""A remark of adoption with its meeting and date is shorter than this."""
_MOST_LINES = 60
_LETTER_NAME = 4
"""«باء», «B»: a part's letter stands alone on its line."""
_LONGEST_NAME = 60
"""Between meeting and date of a first sentence stands no more than the organ's name."""
_OF_THE_COUNCIL = len(" of the Human Rights Council")


class Masthead:
    """The lines of a masthead as one text, and which field each was read from."""

    def __init__(self, paragraphs: list[Paragraph], head: Head, lexicon: Lexicon) -> None:
        self.paragraphs = paragraphs
        self.lexicon = lexicon
        self.words = lexicon.words
        self.fields = head.fields
        self.starts: list[int] = []
        at = 0
        for paragraph in paragraphs:
            self.starts.append(at)
            at += len(paragraph.folded) + 1
        self.text = "\n".join(paragraph.folded for paragraph in paragraphs)
        self.written = "\n".join(paragraph.text for paragraph in paragraphs)
        """The same with the digits as they are written; every character at the same place."""
        self.claimed: list[list[str]] = [[] for _ in paragraphs]
        self.taken: list[tuple[int, int]] = []
        self.dates: list[DateFound] = find_dates(self.text, lexicon.code)

    def line(self, position: int) -> int:
        """The number of the line at a position."""
        return bisect_right(self.starts, position) - 1

    def title_start(self) -> int:
        """Where the last line begins that opens with a resolution's number: what it names is the title's matter."""
        lines = zip(reversed(self.starts), reversed(self.paragraphs), strict=True)
        return next((at for at, paragraph in lines if read_number(paragraph.folded)), len(self.text))

    def claim(self, start: int, end: int, *names: str) -> None:
        """Notes that the fields were read from this range."""
        self.taken.append((start, end))
        for n in range(self.line(start), self.line(max(start, end - 1)) + 1):
            self.claimed[n] += [name for name in names if name not in self.claimed[n]]

    def is_taken(self, position: int) -> bool:
        """Whether a rule has claimed the position."""
        return any(start <= position < end for start, end in self.taken)


def _symbol(m: Masthead) -> None:
    """«A/RES/67/190», of what was adopted or of a draft, and not a symbol cited in a title."""
    match = next((found for found in ADOPTED.finditer(m.text) if m.text[: found.start()].count("(") == m.text[: found.start()].count(")")), None)
    if match:
        adopted = read_adopted(match)
        m.fields.update(symbol=adopted.symbol, adopted=adopted)
        m.claim(match.start(), match.end(), "symbol")
        for again in ADOPTED.finditer(m.text, match.end()):
            if read_adopted(again).symbol == adopted.symbol:
                m.claim(again.start(), again.end(), "symbol")
        return
    if match := _LONE_SYMBOL.search(m.text):
        m.fields["symbol"] = match["symbol"]
        m.claim(match.start(), match.end(), "symbol")


def _organ(m: Masthead) -> None:
    """The organ's name, on a line of its own or at its start; the last one, for a council names its assembly first."""
    for n, paragraph in enumerate(m.paragraphs):
        text = paragraph.folded
        named = len(text) < 120 and not m.claimed[n]  # noqa: PLR2004  a line of the masthead, not a title
        for pattern, organ in m.words.ORGANS if named else ():
            match = pattern.search(text, 0, 90)
            if match and match.start() <= 30:  # noqa: PLR2004
                m.fields["organ"] = organ
                m.claim(m.starts[n] + match.start(), m.starts[n] + match.end(), "organ")
                break
        if m.fields.get("organ") and m.words.AGENDA.search(text):
            break


def _distribution(m: Masthead) -> None:
    """«Distr.: General», «Original: English», «Arabic»."""
    if match := m.words.DISTRIBUTION.search(m.text):
        m.fields["distribution"] = (match["distribution"] or match.groupdict().get("arabic") or "").capitalize()
        m.claim(match.start(), match.end(), "distribution")
    if match := m.words.ORIGINAL.search(m.text):
        m.fields["original_language"] = match["language"] or match.groupdict().get("arabic")
        m.claim(match.start(), match.end(), "original_language")
    for match in m.words.LANGUAGE_LINE.finditer(m.text):
        m.claim(match.start(), match.end(), "language")
    if match := _JOB.search(m.text):
        m.fields["job_number"] = match["job"]
        m.claim(match.start(), match.end(), "job_number")


def _session(m: Masthead) -> None:
    """«Sixty-seventh session», «الدورة الاستثنائية الطارئة الحادية عشرة», «2022 session»."""
    end = m.title_start()
    for match in m.words.SESSION.finditer(m.text, 0, end):
        if m.is_taken(match.start()) or m.text.count("(", 0, match.start()) > m.text.count(")", 0, match.start()):
            continue
        line = m.paragraphs[m.line(match.start())].folded
        if len(line) > 130:  # noqa: PLR2004  a session named inside a title
            continue
        if match["year"]:
            m.fields["session"] = int(match["year"])
        else:
            ordinal = match["ordinal"]
            number = int(re.sub(r"\D", "", ordinal)) if ordinal[0].isdigit() else m.lexicon.ordinals.read_ordinal(ordinal)
            if number is None:
                continue
            kind = match["kind"] or ""
            m.fields["session"] = number
            m.fields["session_kind"] = (
                "emergency_special" if m.words.EMERGENCY in kind.lower() else "special" if m.words.SPECIAL in kind.lower() else "regular"
            )
        m.claim(match.start(), match.end(), "session")
        return


def _agenda(m: Masthead) -> None:
    """«Agenda item 29 (a)», «البندان 13 و 117 من جدول الأعمال»; the titles follow on the next lines."""
    items: list[dict[str, Any]] = []
    for match in m.words.AGENDA.finditer(m.text):
        if m.is_taken(match.start()) or (match.start() and m.text[match.start() - 1] not in "\n (" and items):
            continue
        items += [{"number": number} for number in agenda_numbers(match["numbers"], m.lexicon)]
        m.claim(match.start(), match.end(), "agenda_items")
    if items:
        m.fields["agenda_items"] = items


def agenda_numbers(text: str, lexicon: Lexicon) -> list[str]:
    """«29 (a) and (b) and 30» as ["29 (a)", "29 (b)", "30"]."""
    numbers: list[str] = []
    last = ""
    for match in lexicon.words.AGENDA_NUMBER.finditer(text):
        number, letter = match["number"], match["letter"]
        if not number and not letter:
            continue
        last = number or last
        numbers.append(f"{last} ({letter})" if letter else last)
    return numbers


def _number_heading(m: Masthead) -> None:
    """«Resolution 1445 (2002)», «120 (1956). Resolution of 4 November 1956»: Security Council resolutions have no title."""
    match = m.words.RESOLUTION_NUMBER.search(m.text) or m.words.NUMBER_DATE.search(m.text)
    if match is None and "symbol" not in m.fields and (alone := m.words.NUMBER_ALONE.match(m.text)):
        for date in m.dates:
            if date.date is not None and 0 <= date.start - alone.end() <= len("of the "):
                year = date.date.year
                m.fields["council_number"] = (int(alone["number"]), year, f"{alone['number']} ({year})")
                m.claim(alone.start(), alone.end(), "number")
                break
    elif match:
        m.fields["council_number"] = (int(match["number"]), int(match["year"]), f"{match['number']} ({match['year']})")
        end = m.text.find("\n", match.end())
        m.claim(match.start(), match.end() if end < 0 else end, "number")


def _adoption(m: Masthead) -> None:
    """«Resolution adopted by the General Assembly on 20 December 2012», with the meeting where it is named."""
    match = next((found for found in m.words.ADOPTION.finditer(m.text) if m.text.rfind("[", 0, found.start()) <= m.text.rfind("]", 0, found.start())), None)
    if match is None:
        _date_of_number(m)
        return
    end = min(len(m.text), match.start() + _WINDOW)
    bracket = m.text.find("[", match.end(), end)
    end = bracket if bracket >= 0 else end
    stop = match.end()
    names = ["adopted_on"]
    for date in m.dates:
        if match.start() <= date.start < end:
            m.fields["adopted_on"] = date.date
            m.fields["months_disagree"] = date.months_disagree
            stop = date.end
            break
    if meeting := m.words.MEETING.search(m.text, match.start(), max(stop, match.end())):
        number = meeting["number"] or m.lexicon.ordinals.read_ordinal(meeting.groupdict().get("words") or "")
        if number is not None:
            m.fields["meeting_number"] = read_digits(str(number))
            names.append("meeting_number")
    m.claim(match.start(), stop, *names)
    if organ := _organ_in(match.group("organ"), m):
        m.fields["organ"] = organ


def _organ_in(text: str | None, m: Masthead) -> object | None:
    return next((organ for pattern, organ in m.words.ORGANS if text and pattern.search(text)), None)


def _date_of_number(m: Masthead) -> None:
    """«Resolution 300 (1971) / of 12 October 1971»: the date stands with the number."""
    if "council_number" not in m.fields:
        return
    for date in m.dates:
        line = m.paragraphs[m.line(date.start)].folded
        if re.match(r"[Oo]f |\d{1,4} ?\(|RESOLUTION|Resolution|القرار|المؤرخ|المتخذ", line):
            m.fields["adopted_on"] = date.date
            m.claim(date.start, date.end, "adopted_on")
            return


def _basis(m: Masthead) -> None:
    """«[on the report of the Third Committee (A/67/458)]»."""
    for match in _BRACKETED.finditer(m.text):
        text = match["text"]
        kind = next((kind for pattern, kind in m.words.BASIS_KINDS if pattern.search(text)), None)
        symbols = symbols_in(text)
        if kind is None and len(text) < 20:  # noqa: PLR2004  «[S/3733]» names the draft and no basis in words
            m.claim(match.start(), match.end(), "basis")
            if symbols:
                m.fields["basis"] = {"kind": "other", "symbols": symbols, "text": text.strip()}
            continue
        m.fields["basis"] = _make_basis(kind or "other", m.written[match.start("text") : match.end("text")], m)
        m.claim(match.start(), match.end(), "basis")
        return
    _basis_of_adoption(m)


def _basis_of_adoption(m: Masthead) -> None:
    """«Adopted at the 81st plenary meeting, on ..., on the recommendation of the Committee (A/61/442, para. 20), by ...»."""
    for n, paragraph in enumerate(m.paragraphs):
        if "adopted_on" not in m.claimed[n]:
            continue
        for pattern, kind in m.words.BASIS_KINDS:
            if (match := pattern.search(paragraph.folded)) and (end := paragraph.folded.find(")", match.end())) > 0:
                m.fields["basis"] = _make_basis(kind, paragraph.text[match.start() : end + 1], m)
                m.claim(m.starts[n] + match.start(), m.starts[n] + end + 1, "basis")
                return


def _make_basis(kind: str, text: str, m: Masthead) -> dict[str, Any]:
    text = " ".join(text.split())
    basis: dict[str, Any] = {"kind": kind, "text": text}
    if symbols := symbols_in(western_digits(text)):
        basis["symbols"] = symbols
    if committee := m.words.COMMITTEE.search(text):
        basis["committee"] = committee["name"].strip(" ,،")
    return basis


def symbols_in(text: str) -> list[str]:
    """The document symbols of a remark; «A/65/L.78 and Add.1» gives both in full."""
    symbols: list[str] = []
    for match in _SYMBOL_IN_TEXT.finditer(text):
        symbols.append(match[0])
        at = match.end()
        while elided := _ELIDED.match(text, at):
            symbols.append(f"{_SUFFIX.sub('', match[0])}/{elided['suffix']}")
            at = elided.end()
    return symbols


def _vote(m: Masthead) -> None:
    """«Adopted ... by a recorded vote of 156 to 2, with 3 abstentions, as follows:», and the States on the lines behind it."""
    for n, paragraph in enumerate(m.paragraphs):
        if m.words.CLOSING_VOTE.match(paragraph.folded) is None or (vote := read_vote(paragraph.folded, m.lexicon)) is None:
            continue
        m.fields["vote"] = vote
        m.claim(m.starts[n], m.starts[n] + len(paragraph.folded), "vote")
        for k in range(n + 1, len(m.paragraphs)):
            if m.words.VOTE_STATES.match(m.paragraphs[k].folded) is None:
                break
            add_states(vote, m.paragraphs[k].folded, m.lexicon)
            m.claim(m.starts[k], m.starts[k] + len(m.paragraphs[k].folded), "vote")
        return


def _kind(m: Masthead) -> None:
    """«Decision adopted by ...», «Decision 73/561»; «Statement by the President of the Security Council» is no title."""
    if m.words.DECISION_WORD.search(m.text):
        m.fields["kind"] = "decision"
    for n, paragraph in enumerate(m.paragraphs):
        match = m.words.STATEMENT_WORD.match(paragraph.folded)
        if match and len(paragraph.folded) - match.end() <= _OF_THE_COUNCIL:
            m.fields["kind"] = "presidential_statement"
            m.claim(m.starts[n], m.starts[n] + len(paragraph.folded), "kind")
            return


def _issue(m: Masthead) -> None:
    """The date of issue: alone on its line, or behind the distribution."""
    for date in m.dates:
        n = m.line(date.start)
        line = m.paragraphs[n].folded
        alone = line.strip() == m.text[date.start : date.end]
        behind = "distribution" in m.claimed[n] and line.rstrip().endswith(m.text[date.start : date.end])
        if (alone or behind) and not m.is_taken(date.start):
            m.fields["issued_on"] = date.date
            m.fields["issue_months_disagree"] = date.months_disagree
            m.claim(date.start, date.end, "issued_on")
            return


def _title(m: Masthead) -> None:
    """«67/190. Title»: the number as the document writes it, and the title up to the formula."""
    for n in range(len(m.paragraphs) - 1, -1, -1):
        found = read_number(m.paragraphs[n].folded)
        if found is None or "agenda_items" in m.claimed[n] or (m.claimed[n] and m.claimed[n] != ["number"]):
            continue
        number, length = found
        m.fields["number_as_written"] = number
        m.claim(m.starts[n], m.starts[n] + len(m.paragraphs[n].folded), "number", "title")
        title = [m.paragraphs[n].text[length:]]
        for k in range(n + 1, len(m.paragraphs)):
            if m.claimed[k]:
                break
            m.claim(m.starts[k], m.starts[k] + 1, "title")
            if len(m.paragraphs[k].text) <= _LETTER_NAME and m.lexicon.labels.part_letter(m.paragraphs[k].folded):
                m.fields["title_of_part"] = []
            m.fields.get("title_of_part", title).append(m.paragraphs[k].text)
        if joined := " ".join(part for part in title if part).strip():
            m.fields["title"] = joined
        return
    _title_without_number(m)


def _title_without_number(m: Masthead) -> None:
    """A draft has a title without a number: the last lines that no rule has claimed, behind all that were."""
    last = max((n for n, names in enumerate(m.claimed) if names and names != ["united_nations"]), default=-1)
    rest = range(last + 1, len(m.paragraphs))
    if rest and last >= 0 and "agenda_items" not in m.claimed[last] and "council_number" not in m.fields:
        m.fields["title"] = " ".join(m.paragraphs[n].text for n in rest)
        for n in rest:
            m.claim(m.starts[n], m.starts[n] + 1, "title")


def _agenda_titles(m: Masthead) -> None:
    """The unclaimed lines behind an agenda item are its title."""
    items = m.fields.get("agenda_items")
    if not items:
        return
    first = next(n for n, names in enumerate(m.claimed) if "agenda_items" in names)
    title: list[str] = []
    for n in range(first + 1, len(m.paragraphs)):
        if "agenda_items" in m.claimed[n]:
            continue
        if m.claimed[n]:
            break
        title.append(m.paragraphs[n].text)
        m.claim(m.starts[n], m.starts[n] + 1, "agenda_items")
    if title and len(items) == 1:
        items[0]["title"] = " ".join(title)
    elif len(title) == len(items):
        for item, line in zip(items, title, strict=True):
            item["title"] = line


def _united_nations(m: Masthead) -> None:
    """«United Nations», «الأمم المتحدة», at the head of the first page."""
    for n, paragraph in enumerate(m.paragraphs[:6]):
        if m.words.UNITED_NATIONS.fullmatch(paragraph.folded):
            m.claim(m.starts[n], m.starts[n] + 1, "united_nations")


RULES: tuple[Callable[[Masthead], None], ...] = (
    _united_nations,
    _symbol,
    _distribution,
    _adoption,
    _basis,
    _vote,
    _kind,
    _issue,
    _session,
    _agenda,
    _organ,
    _number_heading,
    _date_of_number,
    _title,
    _agenda_titles,
)
"""In order: what is plainest first, titles last."""


def read_masthead(paragraphs: list[Paragraph], head: Head, lexicon: Lexicon) -> None:
    """Reads the fields of the masthead into `head`."""
    if not paragraphs:
        return
    masthead = Masthead(paragraphs[:_MOST_LINES], head, lexicon)
    for rule in RULES:
        rule(masthead)
    head.lines += [(names, paragraph) for names, paragraph in zip(masthead.claimed, masthead.paragraphs, strict=True)]
    head.lines += [([], paragraph) for paragraph in paragraphs[_MOST_LINES:]]


def read_opening(paragraph: Paragraph, head: Head, lexicon: Lexicon) -> None:
    """What the first sentence of a text without a formula says of itself: decisions and statements name their meeting there.

    «At its 93rd plenary meeting, on 27 June 2019, the General Assembly, ..., decided ...».
    """
    match = lexicon.words.OPENING_MEETING.match(paragraph.folded)
    if match is None:
        return
    fields = head.fields
    number = match["number"] or lexicon.ordinals.read_ordinal(match.groupdict().get("words") or "")
    if number is not None:
        fields.setdefault("meeting_number", read_digits(str(number)))
    for date in find_dates(paragraph.folded[: match.end() + _WINDOW], lexicon.code):
        if date.start - match.end() <= _LONGEST_NAME:
            fields.setdefault("adopted_on", date.date)
        return
