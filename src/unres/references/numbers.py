"""The numbers that may be resolutions, in every form in which they are written.

=========================== ==========================================================
``67/190``, ``68/247 B``     pair: session or year, and number, in either order
``1325 (2000)``              year: number and year
``217 A (III)``, ``(د-3)``    roman: number, parts, session in Roman numerals or with د
``S-8/1``, ``دإ-8/1``         pair with a prefix for special and emergency special sessions
``242``, ``242 لسنة 1967``     alone, right behind the word "resolution" or in the list that begins there
=========================== ==========================================================

The Security Council and the early General Assembly counted on from year to year, so that the number alone says the
rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.languages import get_language
from unres.un.numerals import read_roman
from unres.un.sessions import security_council_fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.references.keywords import Keyword
    from unres.un.organs import SessionKind

_LETTER_NAMES = "|".join(sorted(get_language("ar").citations.letters, key=len, reverse=True))
_PARTS = (
    r"\s?(?:[A-Z](?:(?:,\s?|\s(?:and|to|or)\s|\s?[–-]\s?)[A-Z](?![A-Za-z0-9])){0,6}"
    rf"|(?:{_LETTER_NAMES})(?:(?:\s?،)?\s(?:و\s?|إلى\s)?(?:{_LETTER_NAMES})){{0,6}})(?![A-Za-zء-ي])"
)
PARTS = re.compile(_PARTS)
_CORE = re.compile(
    r"[0-9](?<![0-9A-Za-z/.][0-9])[0-9]{0,3}(?:"
    r"\s?/\s?(?P<second>[0-9]{1,4})(?![0-9A-Za-z]|\s?/\s?[0-9])"  # 67/190; no date, no symbol
    r"|\s?\((?:(?:of|لعام|لسنة|عام|سنة)\s)?(?P<year>[0-9]{4})"  # 1325 (2000)
    r"(?:\(?\)|\()"  # brackets are misplaced where the next one begins
    rf"|(?P<parts>{_PARTS})?\s{{0,2}}\(\s?(?:"
    r"(?P<special>E?S[-–])?(?P<roman>[IVXL]{1,8})|(?P<digits_special>E?S)[-–](?P<digits>[0-9]{1,2})"  # (XXV), (S-VII)
    r"|(?:الدورة|[Ss]ession|[Ss]ess\.)\s(?:(?P<of_session>[0-9]{1,2})|(?P<roman_session>[IVXL]{1,8})"
    r"|(?P<in_words>ال[ء-ي]{3,10}(?:\s(?:عشرة|و\s?ال[ء-ي]{4,8}))?))"
    r"|(?P<worded>[A-Za-z]{4,12}(?:[- ][a-z]{4,7})?)\s[Ss]ession"
    r"|(?:(?P<kind>د\s?إ\s?ط|د\s?إ|د)\s?[-–]?\s?(?P<session>[0-9]{1,2}))"  # (د-25), (دإ-7)
    r")\s?\))"
)
_PREFIX = re.compile(
    r"(?:(?<![A-Za-z])(?P<latin>E?S|e?s)[-–‑]|(?<![ء-ي])[وبلك]?(?P<arabic>د\s?إ\s?ط|د\s?إ)\s?[-–‑]\s?)$"
)
_PREFIX_LENGTH = 9
KINDS: dict[str, SessionKind] = {
    "S": "special",
    "ES": "emergency_special",
    "دإ": "special",
    "دإط": "emergency_special",
    "د": "regular",
}


@dataclass(slots=True)
class Number:
    """A number in one of the forms, not yet known to be a resolution."""

    start: int
    end: int
    first: int
    second: int
    """The other number of a pair, the year, or the session."""
    form: str
    """``pair``, ``year`` or ``roman``."""
    session_kind: SessionKind = "regular"
    parts: list[str] = field(default_factory=list)
    range_of_parts: bool = False
    """"A to C"."""
    part_spans: list[tuple[int, int]] = field(default_factory=list)


def part_letters(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The parts named in this stretch, a range written out, and where each stands."""
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    last = start
    for match in _ONE_PART.finditer(text, start, end):
        letter = get_language("ar").citations.letters.get(match[0], match[0])
        between = text[last : match.start()]
        if letters and _RANGE.search(between):
            for code in range(ord(letters[-1]) + 1, ord(letter)):
                letters.append(chr(code))
                spans.append(match.span())
        letters.append(letter)
        spans.append(match.span())
        last = match.end()
    return letters, spans


_ONE_PART = re.compile(rf"[A-Z]|{_LETTER_NAMES}")
_RANGE = re.compile("to|إلى|[–-]")


_SIGN = re.compile("[/(]")
_PARTS_BEFORE = re.compile(rf"[0-9]{{1,4}}{_PARTS}\s{{0,2}}$")
_PARTS_REACH = 40


def _starts(text: str) -> Iterator[int]:
    """Where the digits before each "/" or "(" begin: no other digit can open one of the forms."""
    last = -1
    for sign in _SIGN.finditer(text):
        at = sign.start()
        while at and text[at - 1] in " \n" and sign.start() - at < 2:  # noqa: PLR2004 - at most two spaces
            at -= 1
        end = at
        while at and "0" <= text[at - 1] <= "9":
            at -= 1
        if at == end:
            before = text[at - 1 : at]
            if sign[0] == "/" or not ("A" <= before <= "Z" or "ء" <= before <= "ي"):
                continue
            parts = _PARTS_BEFORE.search(text, max(0, at - _PARTS_REACH), at)
            if parts is None:
                continue
            at = parts.start()
        if at > last:
            last = at
            yield at


def find_numbers(text: str) -> list[Number]:
    """Every number of these forms, in the order of the text."""
    found = []
    end = 0
    for start in _starts(text):
        match = _CORE.match(text, start) if start >= end else None
        number = _number(text, match) if match else None
        if number:
            found.append(number)
            end = number.end
    return found


def _number(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    digits = start
    while digits < end and text[digits].isdigit():
        digits += 1
    first = int(text[start:digits])
    if match["second"]:
        number = Number(start, end, first, int(match["second"]), "pair")
        if start and text[start - 1] in "-–‑ ":
            _read_prefix(text, number)
        parts = PARTS.match(text, end)
        if parts and not _is_word(text, parts):
            number.parts, number.part_spans = part_letters(text, *parts.span())
            number.range_of_parts = _RANGE.search(parts[0]) is not None
            number.end = parts.end()
        return number
    if match["year"]:
        return Number(start, end, first, int(match["year"]), "year")
    session = _session(match)
    if not session:
        return None
    number = Number(start, end, first, session, "roman")
    kind = "".join((match["kind"] or match["digits_special"] or (match["special"] or "").rstrip("-–")).split())
    number.session_kind = KINDS.get(kind, "regular")
    if match["parts"]:
        number.parts, number.part_spans = part_letters(text, *match.span("parts"))
    elif behind := _PART_BEHIND.match(text, end):  # 217 (III) A
        number.parts, number.part_spans = part_letters(text, *behind.span())
        number.end = behind.end()
    return number


_PART_BEHIND = re.compile(rf"\s?(?:[A-Z]|{_LETTER_NAMES})(?=\s?[,،.;؛:)]|\s(?:of|and|entitled|المؤرخ|و)|$)")


def _session(match: re.Match[str]) -> int | None:
    """The session of “(XXV)”, "(د-25)", "(الدورة 25)", "(الدورة الخامسة والعشرون)", "(third session)"."""
    digits = match["session"] or match["of_session"] or match["digits"]
    if digits:
        return int(digits)
    if match["roman"] or match["roman_session"]:
        return read_roman(match["roman"] or match["roman_session"])
    words, language = (match["in_words"], "ar") if match["in_words"] else (match["worded"], "en")
    return get_language(language).ordinals.read(words.lower())


def _read_prefix(text: str, number: Number) -> None:
    """S-8/1, ES-10/21, دإ-8/1: the prefix belongs to the number; any other dash makes it none."""
    match = _PREFIX.search(text, max(0, number.start - _PREFIX_LENGTH), number.start)
    if match:
        kind = "".join((match["latin"] or match["arabic"]).split())
        number.session_kind = KINDS[kind.upper()]
        number.start = match.start("latin") if match["latin"] else match.start("arabic")
    elif text[number.start - 1] != " " and not text[number.start - 2 : number.start - 1].isdigit():
        number.form = "none"  # but "55/67–55/70" is a range


_FOLLOWS_WORD = re.compile(r"\s[a-z]")


def _is_word(text: str, parts: re.Match[str]) -> bool:
    """An "A" that opens a sentence or a name is no part: a capital follows it, or it closes nothing."""
    letters = parts[0].strip()
    if len(letters) > 1 or letters > "Z":
        return False
    after = text[parts.end() : parts.end() + 2]
    return bool(after) and after[0] == " " and after[1:].isupper()


_BETWEEN = (
    r"[\s:،,(“\"”*]{0,4}(?:(?:[Nn]os?\.?|NOs?\.?|[Nn]umbers?|رقم|الأرقام|أرقامها|ذ[وي]\sالرقم)\s{0,2}\(?)?(?:و\s?)?"
    r"(?:section\s[IVXL]+\sof\s)?"
)
ADJACENT = re.compile(_BETWEEN)
"""What may stand between the word "resolution" and its number."""
_LEADS_TO_NUMBER = re.compile(rf"{_BETWEEN}(?=[0-9])")
_ALONE = re.compile(r"[0-9]{1,4}(?![0-9A-Za-zء-ي%٪/])(?!\s?[/–-]\s?[0-9])(?![.,٫٬][0-9])(?!\s?%)")
_OF_YEAR = re.compile(
    r"\s(?:of|لسنة|لعام|سنة|عام|الصادر\s(?:في\s|سنة\s|عام\s){1,2})\s?(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
_NEXT = re.compile(r"\s?[,،]\s?(?:and\s|و\s?)?|\s(?:and|&|or)\s|\s(?:و|أو)\s?")
MOST = 40
"""In one list."""


def find_alone(text: str, keywords: list[Keyword], signed: list[Number]) -> Iterator[tuple[Number, Keyword, int]]:
    """Numbers without a session or a year, the keyword that introduces each, and where its list ends.

    `signed` are the numbers that have one.
    """
    by_start = {number.start: number for number in signed}
    for keyword in keywords:
        if keyword.decision or keyword.present:
            continue
        between = _LEADS_TO_NUMBER.match(text, keyword.end)
        if between is None or (between.end() in by_start and not keyword.plural):
            continue
        at = end = between.end()
        members: list[Number] = []
        for _ in range(MOST if keyword.plural else 1):
            number = by_start.get(at)
            if number is None:
                alone = _ALONE.match(text, at)
                if alone is None:
                    break
                number = _alone(text, alone)
                members.append(number)
            end = number.end
            following = _NEXT.match(text, end)
            if following is None:
                break
            at = following.end()
        yield from ((number, keyword, end) for number in members)


def _alone(text: str, match: re.Match[str]) -> Number:
    """The number, with the year that words behind it give: "242 لسنة 1967", "1325 of 2000"."""
    first = int(match[0])
    behind = _OF_YEAR.match(text, match.end())
    if behind and security_council_fits(first, int(behind["year"])):
        return Number(match.start(), behind.end(), first, int(behind["year"]), "year")
    return Number(match.start(), match.end(), first, 0, "alone")
