"""The numbers that may be resolutions, in every form in which they are written.

=========================== ==========================================================
``67/190``, ``68/247 B``     pair: session or year, and number, in either order
``1325 (2000)``              year: number and year
``217 A (III)``, ``(د-3)``    roman: number, parts, session in Roman numerals or with د
``S-8/1``, ``دإ-8/1``         pair with a prefix for special and emergency special sessions
``242``, ``242 لسنة 1967``     alone, right behind the word "resolution" or in the list that begins there
``194 (3)``                  alone, with a session in plain digits, or the mark of a footnote
=========================== ==========================================================

The Security Council and the early General Assembly counted on from year to year, so that the number alone says the
rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unres.languages import for_all
from unres.languages.citing import Joins, one_of
from unres.scripts import ARABIC_LETTERS as ARABIC
from unres.un.numerals import read_roman
from unres.un.sessions import ROMAN_FITS, security_council_fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.references.keywords import Keyword
    from unres.un.organs import SessionKind

_SIGN = re.compile("[/(]")
_SPECIAL: dict[str, SessionKind] = {"S": "special", "ES": "emergency_special"}
_SESSION = re.compile(r"(?:(?P<special>E?S)[-–‑])?(?P<roman>[IVXL]{1,8})|(?P<kind>E?S)[-–‑](?P<digits>[0-9]{1,2})")
"""A session in brackets as all languages write it: (XXV), (S-VII), (ES-7)."""
_PLAIN_SESSION = re.compile("[0-9]{1,2}")
_PREFIX = re.compile(r"(?<![A-Za-z])(?P<kind>E?S|e?s)[-–‑]$")
_DASHES = frozenset("-–‑")
_REACH_OF_PREFIX, _REACH_OF_PARTS = 9, 40
MOST = 40
"""In one list of numbers alone."""
_ROUND = 50
_MOST_BETWEEN = 60
"""Numbers between two neighbours of a list that gives the session once."""


@dataclass(slots=True)
class Number:
    """A number in one of the forms, not yet known to be a resolution."""

    start: int
    end: int
    first: int
    second: int
    """The other number of a pair, the year, or the session."""
    form: Literal["pair", "year", "roman", "alone", "none"]
    """``none``: no number of a resolution, after all."""
    session_kind: SessionKind = "regular"
    parts: list[str] = field(default_factory=list)
    range_of_parts: bool = False
    """"A to C"."""
    part_spans: list[tuple[int, int]] = field(default_factory=list)
    bracketed: int | None = None
    """Of a number alone: the one or two digits in brackets behind it, a session or the mark of a footnote."""
    digits_end: int = 0
    """Where it ends without these brackets."""


class Forms:
    """The forms in all languages."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        citations = [language.citations for language in languages]
        numbers = [each.numbers for each in citations]
        join = Joins.of_all(each.citations for each in languages)
        self.letters = {name: letter for each in citations for name, letter in each.letters.items()}
        names = "|".join(sorted(self.letters, key=len, reverse=True)) or "(?!)"
        no_letter = rf"(?![A-Za-z{ARABIC}])"
        parts = (
            rf"\s?(?:[A-Z](?:(?:,\s?|\s(?:{join.and_}|{join.to}|{join.or_})\s|\s?[–-]\s?)[A-Z](?![A-Za-z0-9])){{0,6}}"
            rf"|(?:{names})(?:(?:\s?،)?\s(?:(?:{join.and_})\s?|(?:{join.to})\s)?(?:{names})){{0,6}}){no_letter}"
        )
        self.parts = re.compile(parts)
        self.parts_before = re.compile(rf"[0-9]{{1,4}}{parts}\s{{0,2}}$")
        self.part = re.compile(rf"[A-Z]|{names}")
        ends = rf"(?=\s?[,،.;؛:)]|\s(?:{one_of(each.behind_part for each in numbers)})|$)"
        self.part_behind = re.compile(rf"\s?(?:[A-Z]|{names}){ends}")
        self.ends = re.compile(ends)
        self.range = re.compile(rf"{join.to}|[–-]")
        self.core = re.compile(
            r"[0-9](?<![0-9A-Za-z/.][0-9])[0-9]{0,3}(?:"
            r"\s?/\s?(?P<second>[0-9]{1,4})(?![0-9A-Za-z]|\s?/\s?[0-9])"  # 67/190; no date, no symbol
            rf"|\s?\((?:(?:{one_of(each.year for each in numbers)})\s)?(?P<year>[0-9]{{4}})"  # 1325 (2000)
            r"(?:\(?\)|\()"  # brackets are misplaced where the next one begins
            rf"|(?P<parts>{parts})?\s{{0,2}}\(\s?(?P<session>[^()\s\x00](?:[^()\x00]{{0,40}}[^()\s\x00])?)\s?\))"
        )
        self.sessions = [(language, re.compile(language.citations.numbers.session)) for language in languages]
        self.prefixes = [(each.session_kinds, re.compile(each.session_prefix)) for each in numbers]
        between = (
            rf"[\s:،,(“\"”*]{{0,4}}(?:(?:{one_of(each.number for each in numbers)})\s{{0,2}}\(?)?"
            rf"(?:{one_of(each.before_number for each in numbers)})?"
        )
        self.between = re.compile(between)
        self.leads_to_number = re.compile(rf"{between}(?=[0-9])")
        self.alone = re.compile(rf"[0-9]{{1,4}}(?![0-9A-Za-z{ARABIC}%٪/])(?!\s?[/–-]\s?[0-9])(?![.,٫٬][0-9])(?!\s?%)")
        self.of_year = re.compile(
            rf"\s(?:{one_of(each.of_year for each in numbers)})\s?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
        )
        self.bracketed = re.compile(r"\s?\(\s?(?P<digits>[0-9]{1,2})\s?\)")
        self.counted = re.compile(one_of(each.counted for each in numbers))
        self.next = re.compile(rf"\s?[,،]\s?(?:(?:{join.and_})\s?)?|\s(?:{join.and_}|&|{join.or_}|{join.to})\s?")

    def session_in(self, written: str) -> tuple[int | None, SessionKind]:
        """The session of what stands in brackets: “XXV”, "د-25", "الدورة الخامسة والعشرون", "third session"."""
        match = _SESSION.fullmatch(written)
        if match:
            number = int(match["digits"]) if match["digits"] else read_roman(match["roman"])
            return number, _SPECIAL.get(match["special"] or match["kind"], "regular")
        for language, pattern in self.sessions:
            match = pattern.fullmatch(written)
            groups = match.groupdict() if match else {}
            if match is None:
                continue
            kinds = language.citations.numbers.session_kinds
            kind = kinds["".join(groups["kind"].split())] if groups.get("kind") else "regular"
            if groups.get("digits") or groups.get("number"):
                return int(groups.get("digits") or groups["number"]), kind
            if groups.get("roman"):
                return read_roman(groups["roman"]), kind
            return language.ordinals.read(groups["words"].lower()), kind
        return None, "regular"

    def part_letters(self, text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
        """The parts named in this stretch, a range written out, and where each stands."""
        letters: list[str] = []
        spans: list[tuple[int, int]] = []
        last = start
        for match in self.part.finditer(text, start, end):
            letter = self.letters.get(match[0], match[0])
            if letters and self.range.search(text, last, match.start()):
                for code in range(ord(letters[-1]) + 1, ord(letter)):
                    letters.append(chr(code))
                    spans.append(match.span())
            letters.append(letter)
            spans.append(match.span())
            last = match.end()
        return letters, spans

    def read_prefix(self, text: str, number: Number) -> None:
        """S-8/1, ES-10/21, دإ-8/1: the prefix belongs to the number; any other dash makes it none."""
        low = max(0, number.start - _REACH_OF_PREFIX)
        if match := _PREFIX.search(text, low, number.start):
            number.session_kind, number.start = _SPECIAL[match["kind"].upper()], match.start()
            return
        for kinds, pattern in self.prefixes:
            if match := pattern.search(text, low, number.start):
                number.session_kind = kinds["".join(match["kind"].split())]
                number.start = match.start("kind")
                return
        if text[number.start - 1] != " " and not text[number.start - 2 : number.start - 1].isdigit():
            number.form = "none"  # but "55/67–55/70" is a range


forms = for_all(Forms)


def _starts(text: str, rules: Forms) -> Iterator[int]:
    """Where the digits before each "/" or "(" begin: no other digit can open one of the forms."""
    last = -1
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at and text[at - 1] in " \n":
            at -= 1
            if at and text[at - 1] in " \n":
                at -= 1
        end = at
        while at and "0" <= text[at - 1] <= "9":
            at -= 1
        if at == end:
            before = text[at - 1 : at]
            if sign[0] == "/" or not before.isalpha() or before.islower():
                continue
            parts = rules.parts_before.search(text, max(0, at - _REACH_OF_PARTS), at)
            if parts is None:
                continue
            at = parts.start()
        if at > last:
            last = at
            yield at


def find_numbers(text: str) -> list[Number]:
    """Every number of these forms, in the order of the text."""
    rules = forms()
    found = []
    end = 0
    for start in _starts(text, rules):
        match = rules.core.match(text, start) if start >= end else None
        number = _number(text, match, rules) if match else None
        if number:
            found.append(number)
            end = number.end
    return found


def _number(text: str, match: re.Match[str], rules: Forms) -> Number | None:
    start, end = match.span()
    digits = start
    while digits < end and text[digits].isdigit():
        digits += 1
    first = int(text[start:digits])
    if match["second"]:
        number = Number(start, end, first, int(match["second"]), "pair")
        before = text[max(0, start - 2) : start]
        if before[-1:] in _DASHES or (before[-1:] == " " and before[0] in _DASHES):
            rules.read_prefix(text, number)
        parts = rules.parts.match(text, end)
        if parts and not _is_word(text, parts):
            number.parts, number.part_spans = rules.part_letters(text, *parts.span())
            number.range_of_parts = rules.range.search(parts[0]) is not None
            number.end = parts.end()
        return number
    if match["year"]:
        return Number(start, end, first, int(match["year"]), "year")
    session, kind = rules.session_in(match["session"])
    if not session and match["parts"] and _PLAIN_SESSION.fullmatch(match["session"]):  # 217 A (3)
        session = int(match["session"])
    if not session:
        return None
    number = Number(start, end, first, session, "roman", kind)
    if match["parts"]:
        number.parts, number.part_spans = rules.part_letters(text, *match.span("parts"))
    else:
        read_part_behind(text, number)
    return number


def read_part_behind(text: str, number: Number) -> None:
    """The part that stands behind the session: "217 (III) A"."""
    if behind := forms().part_behind.match(text, number.end):
        number.parts, number.part_spans = forms().part_letters(text, *behind.span())
        number.end = behind.end()


def _is_word(text: str, parts: re.Match[str]) -> bool:
    """An "A" that opens a sentence or a name is no part: a capital follows it, or it closes nothing."""
    letters = parts[0].strip()
    if len(letters) > 1 or letters > "Z":
        return False
    after = text[parts.end() : parts.end() + 2]
    return bool(after) and after[0] == " " and after[1:].isupper()


def find_alone(text: str, keywords: list[Keyword], signed: list[Number]) -> Iterator[tuple[Number, Keyword, int]]:
    """Numbers without a session or a year, the keyword that introduces each, and where its list ends.

    `signed` are the numbers that have one.
    """
    rules = forms()
    by_start = {number.start: number for number in signed}
    for keyword in keywords:
        if keyword.present or (keyword.decision and not keyword.plural):
            continue
        between = rules.leads_to_number.match(text, keyword.end)
        if between is None or (between.end() in by_start and not keyword.plural):
            continue
        at = end = between.end()
        members: list[Number] = []
        last: Number | None = None
        for _ in range(MOST):
            number = by_start.get(at)
            if number is None and (alone := rules.alone.match(text, at)):
                number = _of_session(text, alone, last) or (None if keyword.decision else _alone(text, alone, rules))
                if number is None:
                    break
                others = members and not keyword.plural and number.bracketed is None
                if others or (last and number.form == "alone" and _is_counted(text, number, last)):
                    break  # "resolution 194 (3) and 4 others", "242, 338 and 200 lamps"
                members.append(number)
            elif number is None or not keyword.plural:
                break
            last, end = number, number.end
            following = rules.next.match(text, end)
            if following is None:
                break
            at = following.end()
        yield from ((number, keyword, end) for number in members)


def _is_counted(text: str, number: Number, last: Number) -> bool:
    """Whether it is round, or lower than the one before, and what is counted stands behind it."""
    unlikely = number.first % _ROUND == 0 or number.first < last.first
    return unlikely and forms().counted.match(text, number.end) is not None


def _of_session(text: str, match: re.Match[str], last: Number | None) -> Number | None:
    """As in "67/190, 191 and 192": the session stands once, and the numbers go up."""
    number = int(match[0])
    if last is None or last.form != "pair" or not last.second < number <= last.second + _MOST_BETWEEN:
        return None
    if not forms().ends.match(text, match.end()):
        return None
    return Number(match.start(), match.end(), last.first, number, "pair", last.session_kind)


def _alone(text: str, match: re.Match[str], rules: Forms) -> Number:
    """The number, with the year that words behind it give: "242 لسنة 1967", "1325 of 2000"."""
    first = int(match[0])
    behind = rules.of_year.match(text, match.end())
    if behind and security_council_fits(first, int(behind["year"])):
        return Number(match.start(), behind.end(), first, int(behind["year"]), "year")
    number = Number(match.start(), match.end(), first, 0, "alone", digits_end=match.end())
    for _, pattern in rules.sessions:  # without brackets: "3379 د-30"
        written = pattern.match(text, match.end() + 1) if text[match.end() : match.end() + 1] == " " else None
        session, kind = rules.session_in(written[0]) if written else (None, number.session_kind)
        if written and session and any(fits(first, session) for fits in ROMAN_FITS.values()):
            return Number(match.start(), written.end(), first, session, "roman", kind)
    if bracketed := rules.bracketed.match(text, number.end):
        number.bracketed, number.end = int(bracketed["digits"]), bracketed.end()
    return number
