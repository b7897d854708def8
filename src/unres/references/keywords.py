"""The words that introduce the number of a resolution, and the organ that they name.

English: ``[organ | short organ | "its"] ("resolution" | "decision") ["s"]``
Arabic:  ``[و ف ب ل ك] [ال] ("قرار" | "مقرر") [ending] [organ | short organ]``
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.languages import get_language
from unres.references.passages import anchored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ARABIC = get_language("ar").citations
_ENGLISH = get_language("en").citations


@dataclass(slots=True)
class Keyword:
    """One such word."""

    start: int
    end: int
    """Where a number may follow: behind the word and, in Arabic, the organ."""
    decision: bool
    organ: str | None
    """The organ named in full."""
    short: str | None
    """A short name: "Council", "المجلس"."""
    own: bool
    """Of the speaker: "its resolution", "قرارها"."""
    language: str
    before: int
    """Where the phrase begins, organ included."""
    present: bool = False
    """"the present resolution", "هذا القرار"."""
    plural: bool = False


_ENGLISH_WORDS = (
    ("esolution", re.compile(r"esolutions?\b"), False),
    ("ecision", re.compile(r"ecisions?\b"), True),
    ("ESOLUTION", re.compile(r"ESOLUTIONS?\b"), False),
)
_NUMBER_FOLLOWS = r"s?\.?(?=\s?(?:[Nn]os?\.?\s?)?\(?[0-9])"
_ABBREVIATED = tuple((word, re.compile(rf"{word.rstrip('. ')}{_NUMBER_FOLLOWS}")) for word in ("Res", " res.", " res "))
"""As in “GA Res. 217 A (III)”, "SC res. 827 (1993)"."""
_IN_ONE = (
    ("SCR", re.compile(r"SCRs?(?=\s?[0-9])"), "security_council"),
    ("GAR", re.compile(r"GARs?(?=\s?[0-9])"), "general_assembly"),
)
"""Organ and word in one: "UNSCR 2231 (2015)"."""
_IN_ONE_BEFORE = re.compile(r"(?<![A-Za-z])(?:UN)?$")
_SKIPPED = frozenset(
    (
        *("previous", "earlier", "past", "recent", "latest", "subsequent", "following", "present-day"),
        *("relevant", "annual", "other", "own", "all", "several", "various", "two", "three"),
    )
)
"""Adjectives between the organ and the word: "its previous resolutions"."""

_BY_LAST_WORD: dict[str, list[tuple[str, str]]] = {}
for _name, _organ in sorted(_ENGLISH.organs.items(), key=lambda item: -len(item[0])):
    _BY_LAST_WORD.setdefault(_name.split()[-1], []).append((_name, _organ))

_LOOK_BACK = 110


def _keyword(start: int, end: int, *, plural: bool, decision: bool = False, organ: str | None = None) -> Keyword:
    return Keyword(start, end, decision, organ, None, own=False, language="en", before=start, plural=plural)


def _english(text: str) -> list[Keyword]:
    found = []
    for word, pattern, decision in _ENGLISH_WORDS:
        for match in anchored(text, word, pattern):
            start = match.start() - 1
            if start < 0 or text[start] not in "rRdD" or (start and text[start - 1].isalpha()):
                continue
            keyword = _keyword(start, match.end(), plural=match[0].endswith(("s", "S")), decision=decision)
            _look_back(text, keyword)
            found.append(keyword)
    for word, pattern in _ABBREVIATED:
        for match in anchored(text, word, pattern):
            start = match.start() + (word[0] == " ")
            if start and (text[start - 1].isalnum() or text[start - 1] in "/-"):
                continue
            plural = match[0].rstrip(".").endswith("ss")
            keyword = _keyword(start, match.end(), plural=plural)
            _look_back(text, keyword)
            found.append(keyword)
    for word, pattern, organ in _IN_ONE:
        for match in anchored(text, word, pattern):
            before = _IN_ONE_BEFORE.search(text, max(0, match.start() - 3), match.start())
            if before:
                start, plural = before.start(), match[0].endswith("s")
                found.append(_keyword(start, match.end(), plural=plural, organ=organ))
    return found


def _look_back(text: str, keyword: Keyword) -> None:
    """Reads the organ that stands before the word, adjectives skipped: "the Council’s previous resolutions"."""
    at = keyword.start
    low = max(0, at - _LOOK_BACK)
    for _ in range(4):
        at, word = _word_before(text, at, low)
        if word not in _SKIPPED:
            break
    if word == "Nations" and text.endswith("United ", low, at):
        keyword.short, keyword.before = "United Nations", at - len("United ")
        return
    name = word.lstrip('(“["*')
    if name in _OWN_WORDS:
        keyword.own = True
        keyword.before = at
    elif name in {"this", "present"}:
        keyword.present = True
        keyword.before = at
    else:
        _read_organ(text, keyword, name.removesuffix("’s").removesuffix("'s"), at, low)


def _read_organ(text: str, keyword: Keyword, name: str, at: int, low: int) -> None:
    """The organ whose name ends with the word `name` at this place."""
    if name in _ENGLISH.abbreviations:
        keyword.organ = _ENGLISH.abbreviations[name]
        keyword.before = at
    elif name in _BY_LAST_WORD or name in _ENGLISH.short_organs:
        phrase = " ".join(f"{text[low:at]}{name}".rpartition("\x00")[2].split())
        full = next(((n, o) for n, o in _BY_LAST_WORD.get(name, ()) if phrase.endswith(n)), None)
        keyword.before = at
        if full:
            keyword.organ = full[1]
            keyword.before = max(low, at + len(name) - len(full[0]))
        elif name in _ENGLISH.short_organs:
            keyword.short = name
    elif name[:1].isupper() and _OTHER_BODY.search(text, low, keyword.start):
        keyword.organ = "other"


_OTHER_BODY = re.compile(
    r"(?:Commission|Conference|Organi[sz]ation|Committee|Union|Agency|Board|Authority|Congress)"
    r"\s(?:of|for|on)\s[A-Za-z’\s-]{3,70}\s$"
)
"""A body that is not among the organs known: its numbers follow rules of its own."""
_OWN_WORDS = frozenset({"its", "Its", "our", "their"})


def _word_before(text: str, at: int, low: int) -> tuple[int, str]:
    """The word before a place, and where it begins."""
    while at > low and text[at - 1] in " \n":
        at -= 1
    end = at
    while at > low and text[at - 1] not in " \n\x00":
        at -= 1
    return at, text[at:end]


def _spaced(names: Iterable[str]) -> str:
    """Longest first, any white space between words, any form of alef."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(_ALEF.sub("[اأإآ]", r"\s{1,3}".join(map(re.escape, name.split()))) for name in ordered)


_ALEF = re.compile("[اأإآ]")


def _plain(name: str) -> str:
    """A name under which it is looked up: one space between words, alef without its sign."""
    return _ALEF.sub("ا", " ".join(name.split()))


_ARABIC_ORGANS = {_plain(name): organ for name, organ in _ARABIC.organs.items()}
_ARABIC_SHORT = {_plain(name): name for name in _ARABIC.short_organs}
_DATIVE = {("لل" + name[2:] if name.startswith("ال") else "ل" + name): organ for name, organ in _ARABIC.organs.items()}
"""“للجمعية العامة”, "لمجلس الأمن": the organ behind a number, joined by "of"."""
_PLAIN_DATIVE = {_plain(name): organ for name, organ in _DATIVE.items()}


_ARABIC_TAIL = re.compile(
    r"(?P<suffix>ات|ت|ين|ان|ي|ا)?(?P<own>هما|ها|ه|هم|نا)?(?![ء-ي])"
    rf"(?:\s{{1,3}}(?P<organ>{_spaced(_ARABIC.organs)})(?![ء-ي])"
    rf"|\s{{1,3}}(?P<short>{_spaced(_ARABIC.short_organs)})(?![ء-ي]))?"
    r"(?:\s{1,3}(?:السابقة|السابق|السابقين|السنوية|الأخيرة|الأخير|المتعاقبة|اللاحقة|رقم|التالية|ذات\sالصلة))?"
)
_ARABIC_WORDS = (("قرار", re.compile("قرار"), False), ("مقرر", re.compile("مقرر"), True))
_PRESENT = re.compile(r"(?<![ء-ي])[وبلك]?هذا\sال$")
_CURRENT = re.compile(r"\sالحالي(?![ء-ي])")
_MAY_PRECEDE = frozenset("لوبكف")


def _arabic(text: str) -> list[Keyword]:
    found = []
    for word, pattern, decision in _ARABIC_WORDS:
        for match in anchored(text, word, pattern):
            start = match.start()
            before = text[start - 1] if start else " "
            # استقرار, إقرار, تقرر are other words
            if "ء" <= before <= "ي" and before not in _MAY_PRECEDE:
                continue
            tail = _ARABIC_TAIL.match(text, match.end())
            if tail is None:
                continue
            organ = tail["organ"]
            present = before == "ل" and _PRESENT.search(text, max(0, start - 8), start) is not None
            found.append(
                Keyword(
                    start,
                    tail.end(),
                    decision,
                    _ARABIC_ORGANS[_plain(organ)] if organ else None,
                    _ARABIC_SHORT[_plain(tail["short"])] if tail["short"] else None,
                    tail["own"] is not None,
                    "ar",
                    start,
                    present or _CURRENT.match(text, match.end()) is not None,
                    plural=tail["suffix"] is not None,
                )
            )
    return found


def find_keywords(text: str) -> list[Keyword]:
    """Every such word of a text, in its order."""
    found = _english(text) + _arabic(text)
    found.sort(key=lambda keyword: keyword.start)
    return found


_ENGLISH_AFTER = re.compile(
    r"\)?,?\s{1,2}(?:of|(?:as\s)?(?P<verb>adopted|taken|made|issued)\sby)\s(?:the\s)?"
    rf"(?:(?P<organ>{_spaced(_ENGLISH.organs)})"
    r"|(?P<short>Council|Assembly|Commission)|(?P<unknown>[A-Z]))"
)
_ARABIC_AFTER = re.compile(
    rf"\)?\s?[،,]?\s{{0,2}}(?:(?P<dative>{_spaced(_DATIVE)})(?![ء-ي])"
    r"|(?:و?(?:الصادر|المتخذ|المعتمد)(?:ة|ين|تين|ات)?\s(?:عن|من|في)\s"
    r"|(?P<verb>(?:الذي|التي|اللذين|اللذان|اللتين|اللواتي)\s(?:أصدر|اتخذ|اعتمد|أقر)ت?(?:ه|ها|هما)\s)|من\s(?=قرارات))"
    rf"(?:(?P<organ>{_spaced(_ARABIC.organs)})|(?P<short>{_spaced(_ARABIC.short_organs)})|(?P<unknown>[ء-ي])))"
)


def organ_after(text: str, at: int, language: str) -> str | None:
    """The organ named behind a number: "of the General Assembly"; "other" for one that is not known."""
    match = (_ARABIC_AFTER if language == "ar" else _ENGLISH_AFTER).match(text, at)
    if match is None or match["short"]:
        return None
    if match["unknown"]:
        return "other" if match["verb"] else None
    if language == "en":
        return _ENGLISH.organs[" ".join(match["organ"].split())]
    return _PLAIN_DATIVE[_plain(match["dative"])] if match["dative"] else _ARABIC_ORGANS[_plain(match["organ"])]


_KINDS = ("ssembly", "ouncil", "ommission", "onference", "orum", "جمعية", "مجلس", "لجنة", "مؤتمر", "منتدى", "")
"""What organs are, as their names say it; the empty one is in every name."""


def _by_kind(names: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The names under what they have in common: where that is not found, none of them needs to be looked for."""
    listed: dict[str, list[tuple[str, str]]] = {}
    for name, organ in names.items():
        listed.setdefault(next(kind for kind in _KINDS if kind in name), []).append((name, organ))
    return list(listed.items())


_NAMES = {"en": _by_kind(_ENGLISH.organs), "ar": _by_kind(_ARABIC.organs)}


_REACH = 3000
"""A passage longer than this is no clause: what it names at its beginning says nothing of its end."""


def organs_named(text: str, start: int, end: int, language: str) -> list[str]:
    """The organs named in full in this stretch, the one named last first."""
    start = max(start, end - _REACH)
    found = []
    for kind, names in _NAMES[language]:
        if text.find(kind, start, end) < 0:
            continue
        for name, organ in names:
            at = text.rfind(name, start, end)
            if at >= 0:
                found.append((at + len(name), organ))
    found.sort(reverse=True)
    return list(dict.fromkeys(organ for _, organ in found))


def organ_near(text: str, start: int, end: int, language: str) -> str | None:
    """The organ that closes this stretch or nearly so: "the General Assembly, in [its resolution]"."""
    last = organs_named(text, max(start, end - 40), end, language)
    return last[0] if last else None
