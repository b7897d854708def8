"""The words that introduce the number of a resolution, and the organ that they name.

English: ``[organ | short organ | "its"] ("resolution" | "decision") ["s"]``
Arabic:  ``[و ف ب ل ك] [ال] ("قرار" | "مقرر") [ending] [organ | short organ]``
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unres.languages.arabic import citations as arabic
from unres.languages.english import citations as english


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


_ENGLISH_WORDS = (
    (re.compile(r"esolutions?\b"), False),
    (re.compile(r"ecisions?\b"), True),
    (re.compile(r"ESOLUTIONS?\b"), False),
)
_SKIPPED = frozenset(
    "previous relevant earlier subsequent recent annual other all latest past own present various several following two three".split()
)
"""Adjectives between the organ and the word: "its previous resolutions"."""

_BY_LAST_WORD: dict[str, list[tuple[str, str]]] = {}
for _name, _organ in sorted(english.ORGANS.items(), key=lambda item: -len(item[0])):
    _BY_LAST_WORD.setdefault(_name.split()[-1], []).append((_name, _organ))

_LOOK_BACK = 110


def _english(text: str) -> list[Keyword]:
    found = []
    for pattern, decision in _ENGLISH_WORDS:
        for match in pattern.finditer(text):
            start = match.start() - 1
            if start < 0 or text[start] not in "rRdD" or (start and text[start - 1].isalpha()):
                continue
            words = text[max(0, start - _LOOK_BACK) : start].rpartition("\x00")[2].split()
            while words and words[-1] in _SKIPPED:
                words.pop()
            organ = short = None
            own = False
            if words:
                last = words[-1].removesuffix("’s").removesuffix("'s").lstrip("(“")
                if last in {"its", "Its", "our", "their"}:
                    own = True
                elif last in _BY_LAST_WORD or last in english.SHORT_ORGANS:
                    phrase = " ".join([*words[:-1], last])
                    organ = next((o for name, o in _BY_LAST_WORD.get(last, ()) if phrase.endswith(name)), None)
                    short = last if organ is None and last in english.SHORT_ORGANS else None
            found.append(Keyword(start, match.end(), decision, organ, short, own, "en", start))
    return found


def _spaced(names: list[str]) -> str:
    """Longest first, any white space between words."""
    return "|".join(r"\s{1,3}".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))


_ARABIC_TAIL = re.compile(
    r"(?P<suffix>ات|ت|ين|ان|ي|ا)?(?P<own>هما|ها|ه|هم|نا)?(?![ء-ي])"
    rf"(?:\s{{1,3}}(?P<organ>{_spaced(list(arabic.ORGANS))})(?![ء-ي])|\s{{1,3}}(?P<short>{_spaced(list(arabic.SHORT_ORGANS))})(?![ء-ي]))?"
    r"(?:\s{1,3}(?:السابقة|السابق|السابقين|السنوية|الأخيرة|الأخير|المتعاقبة|اللاحقة|رقم|التالية|ذات\sالصلة))?"
)
_ARABIC_WORDS = ((re.compile("قرار"), False), (re.compile("مقرر"), True))
_MAY_PRECEDE = frozenset("لوبكف")
_MARKS = frozenset("ًٌٍَُِّْ")


def _arabic(text: str) -> list[Keyword]:
    found = []
    for pattern, decision in _ARABIC_WORDS:
        for match in pattern.finditer(text):
            start = match.start()
            before = text[start - 1] if start else " "
            # استقرار, إقرار, تقرر are other words
            if "ء" <= before <= "ي" and before not in _MAY_PRECEDE:
                continue
            tail = _ARABIC_TAIL.match(text, match.end())
            if tail is None:
                continue
            organ = tail["organ"]
            found.append(
                Keyword(
                    start,
                    tail.end(),
                    decision,
                    arabic.ORGANS[" ".join(organ.split())] if organ else None,
                    tail["short"],
                    tail["own"] is not None,
                    "ar",
                    start,
                )
            )
    return found


def find_keywords(text: str) -> list[Keyword]:
    """Every such word of a text, in its order."""
    found = _english(text) + _arabic(text)
    found.sort(key=lambda keyword: keyword.start)
    return found


_ENGLISH_AFTER = re.compile(
    rf",?\s{{1,2}}(?:of|adopted\sby|by)\s(?:the\s)?(?:(?P<organ>{_spaced(list(english.ORGANS))})|(?P<short>Council|Assembly|Commission))\b"
)
_ARABIC_AFTER = re.compile(
    r"\s{1,2}(?:(?:الصادر|المتخذ|المعتمد)(?:ة|ين)?\s(?:عن|من|في)\s|(?:الذي|التي)\s(?:اتخذته|اتخذه|اعتمدته|اعتمده)\s|من\s)"
    rf"(?:(?P<organ>{_spaced(list(arabic.ORGANS))})|(?P<short>{_spaced(list(arabic.SHORT_ORGANS))}))(?![ء-ي])"
)


def organ_after(text: str, at: int, language: str) -> str | None:
    """The organ named behind a number: "of the General Assembly"."""
    match = (_ARABIC_AFTER if language == "ar" else _ENGLISH_AFTER).match(text, at)
    if match is None or not match["organ"]:
        return None
    return (arabic.ORGANS if language == "ar" else english.ORGANS)[" ".join(match["organ"].split())]


_NAMES: dict[str, list[tuple[str, str]]] = {
    "en": sorted(english.ORGANS.items(), key=lambda item: -len(item[0])),
    "ar": sorted(arabic.ORGANS.items(), key=lambda item: -len(item[0])),
}


def organs_named(text: str, start: int, end: int, language: str) -> list[str]:
    """The organs named in full in this stretch, the one named last first."""
    found = []
    for name, organ in _NAMES[language]:
        at = text.rfind(name, start, end)
        if at >= 0:
            found.append((at + len(name), organ))
    found.sort(reverse=True)
    return list(dict.fromkeys(organ for _, organ in found))


def organ_near(text: str, start: int, end: int, language: str) -> str | None:
    """The organ that closes this stretch or nearly so: "the General Assembly, in [its resolution]"."""
    last = organs_named(text, max(start, end - 40), end, language)
    return last[0] if last else None
