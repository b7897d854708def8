"""The words that introduce the number of a resolution, and the organ that they name.

English: ``[organ | short organ | "its"] ("resolution" | "decision") ["s"]``
Arabic:  ``[و ف ب ل ك] [ال] ("قرار" | "مقرر") [ending] [organ | short organ]``
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import plain
from unres.references.passages import anchored

if TYPE_CHECKING:
    from unres.languages import Language


@dataclass(slots=True)
class Keyword:
    """One such word."""

    start: int
    end: int
    """Where a number may follow: behind the word and an organ that follows it."""
    language: str
    before: int
    """Where the phrase begins, an organ before the word included."""
    decision: bool = False
    plural: bool = False
    organ: str | None = None
    """The organ named in full."""
    short: str | None = None
    """A short name: "Council", "المجلس"."""
    own: bool = False
    """Of the speaker: "its resolution", "قرارها"."""
    present: tuple[int, int] | None = None
    """Where "the present resolution", "هذا القرار" stands."""


_LOOK_BACK = 110
_PRESENT_REACH = 10
REACH = 3000
"""A passage longer than this is no clause: what it names at its beginning says nothing of its end."""
_OTHER = "other"
_OPENS = (*'.;:)(“"[*\x00', "")
"""Signs behind which a sentence begins."""


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        citations = language.citations
        words = citations.keywords
        self.language = language.code
        self.words = words
        self.verbs = language.verbs
        self.rules = [(rule.word, re.compile(rule.pattern), None) for rule in words.rules] + [
            (word, re.compile(rf"(?<![A-Za-z]){re.escape(word)}(?P<plural>s)?(?=\s?[0-9])"), organ)
            for word, organ in words.in_one.items()
        ]
        self.abbreviations = citations.abbreviations
        self.short = {plain(name): name for name in citations.short_organs}
        self.organs = {plain(name): organ for name, organ in (*citations.organs.items(), *words.organs_behind.items())}
        self.by_last_word: dict[str, list[tuple[str, str]]] = {}
        for name, organ in sorted(citations.organs.items(), key=lambda item: -len(item[0])):
            self.by_last_word.setdefault(name.split()[-1], []).append((name, organ))
        self.long_short = [name for name in citations.short_organs if " " in name]
        self.present_before = re.compile(words.present_before)
        self.present_behind = re.compile(words.present_behind)
        self.definite = re.compile(words.definite)
        self.other_body = re.compile(words.other_body)
        self.behind = re.compile(words.organ_behind)
        by_stem: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, organ in citations.organs.items():
            by_stem[next((stem for stem in words.organ_stems if stem in name), "")].append((name, organ))
        self.by_stem = list(by_stem.items())

    def find(self, text: str) -> list[Keyword]:
        """Every such word of a text."""
        found = []
        for word, pattern, organ in self.rules:
            for match in anchored(text, word, pattern):
                groups = {name: written for name, written in match.groupdict().items() if written}
                start = match.start("word") if "word" in groups else match.start()
                keyword = Keyword(
                    start,
                    match.end(),
                    self.language,
                    start,
                    decision="decision" in groups,
                    plural="plural" in groups,
                    organ=organ or (self.organs[plain(groups["organ"])] if "organ" in groups else None),
                    short=self.short[plain(groups["short"])] if "short" in groups else None,
                    own="own" in groups,
                )
                self._read_present(text, keyword)
                if self.words.organ_before and not organ:
                    self._look_back(text, keyword)
                found.append(keyword)
        return found

    def _read_present(self, text: str, keyword: Keyword) -> None:
        before = self.present_before.search(text, max(0, keyword.start - _PRESENT_REACH), keyword.start)
        if before:
            keyword.present = before.start("this"), keyword.end
        elif not keyword.own and (behind := self.present_behind.match(text, keyword.end)):
            keyword.present = max(0, keyword.start - 2), behind.end()

    def _look_back(self, text: str, keyword: Keyword) -> None:
        """Reads the organ that stands before the word, adjectives skipped: "the Council’s previous resolutions"."""
        if keyword.present:
            keyword.before = keyword.present[0]
            return
        at = keyword.start
        low = max(0, at - _LOOK_BACK)
        for _ in range(4):
            at, word = _word_before(text, at, low)
            if word not in self.words.skipped:
                break
        for name in self.long_short:
            if name.endswith(word) and text.endswith(name, low, at + len(word)):
                keyword.short, keyword.before = name, at + len(word) - len(name)
                return
        name = word.lstrip('(“["*')
        if name in self.words.own:
            keyword.own = True
            keyword.before = at
        else:
            self._read_organ(text, keyword, name.removesuffix("’s").removesuffix("'s"), at, low)

    def _read_organ(self, text: str, keyword: Keyword, name: str, at: int, low: int) -> None:
        """The organ whose name ends with the word `name` at this place."""
        if name in self.abbreviations:
            keyword.organ = self.abbreviations[name]
            keyword.before = at
        elif name in self.by_last_word or name in self.short:
            phrase = " ".join(f"{text[low:at]}{name}".rpartition("\x00")[2].split())
            full = next(((n, o) for n, o in self.by_last_word.get(name, ()) if phrase.endswith(n)), None)
            keyword.before = at
            if full:
                keyword.organ = full[1]
                keyword.before = max(low, at + len(name) - len(full[0]))
            elif name in self.short and self._is_longer(text, at, low):
                keyword.organ = _OTHER
            elif name in self.short:
                keyword.short = name
        elif name[:1].isupper() and self.other_body.search(text, low, keyword.start):
            keyword.organ = _OTHER

    def _is_longer(self, text: str, at: int, low: int) -> bool:
        """Whether a capital before a short name shows that it ends the name of an organ not known: "Pilots Council".

        The first word of a sentence has a capital anyway, and so has a verb: "Recalling Council resolution 5/2".
        """
        start, word = _word_before(text, at, low)
        before = text[low:start].rstrip(" \n")[-1:]
        if not word[:1].isupper() or before in _OPENS or word.endswith((".", ",", ";", ":")):
            return False
        key = self.verbs.key(word)
        return key not in self.verbs.forms and not self.verbs.looks_like_verb(key, "", "participle")

    def organ_after(self, text: str, at: int) -> str | None:
        """The organ named behind a number: "of the General Assembly"; "other" for one that is not known."""
        match = self.behind.match(text, at)
        groups = match.groupdict() if match else {}
        if groups.get("short"):
            return None
        if groups.get("unknown"):
            return _OTHER if groups.get("verb") else None
        name = groups.get("organ") or groups.get("joined")
        return self.organs[plain(name)] if name else None

    def organs_named(self, text: str, start: int, end: int) -> list[str]:
        """The organs named in full in this stretch, the one named last first."""
        start = max(start, end - REACH)
        found = []
        for stem, names in self.by_stem:
            if text.find(stem, start, end) < 0:
                continue
            for name, organ in names:
                at = text.rfind(name, start, end)
                if at >= 0:
                    found.append((at + len(name), organ))
        found.sort(reverse=True)
        return list(dict.fromkeys(organ for _, organ in found))

    def organ_near(self, text: str, start: int, end: int) -> str | None:
        """The organ that closes this stretch or nearly so: "the General Assembly, in [its resolution]"."""
        last = self.organs_named(text, max(start, end - 40), end)
        return last[0] if last else None


@for_all
def words_of(languages: tuple[Language, ...]) -> dict[str, Words]:
    """The words of each language by its code."""
    return {language.code: Words(language) for language in languages}


def _word_before(text: str, at: int, low: int) -> tuple[int, str]:
    """The word before a place, and where it begins."""
    while at > low and text[at - 1] in " \n":
        at -= 1
    end = at
    while at > low and text[at - 1] not in " \n\x00":
        at -= 1
    return at, text[at:end]


def find_keywords(text: str) -> list[Keyword]:
    """Every such word of a text, in its order."""
    found = [keyword for words in words_of().values() for keyword in words.find(text)]
    found.sort(key=lambda keyword: keyword.start)
    return found
