"""Places: inside what is cited, of other instruments, and of the document itself.

=============================================== ==================================================
``paragraph 7 of``, ``، المرفق الثاني``            a pinpoint of the reference that it stands at
``articles 24 and 25 of the Convention``        article
``Article 51 of the Charter``, ``Chapter VII``  charter
``paragraph 3 above``, ``الفقرة 3 أعلاه``         internal, to the block of that number
``the present resolution``, ``هذا القرار``        internal, to the whole
=============================================== ==================================================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import ITEMS, NUMBERS, Joins, one_of
from unres.languages.numbers import SMALL, place
from unres.references.drafts import Article, Charter, Internal, Pinpoint
from unres.references.passages import anchored
from unres.scripts import ABJAD, KASHIDA, bare
from unres.scripts import ARABIC_LETTERS as ARABIC
from unres.un.numerals import read_roman, write_roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.languages.citing import Places, Rule
    from unres.references.keywords import Keyword
    from unres.references.passages import Joined

ANNEX = "annex"
_PART_OF_NUMBER = re.compile(r"[0-9]+|\(([^()]+)\)")
REACH = 130
MOST_PLACES = 6
LONGEST_WORD = 16
"""For "document"."""
LONGEST_NAME = 14
"""In words: names of instruments that run on are cut there."""
LAST_ARTICLES = (2, 6, 8, 22, 32, 38, 51, 54, 60, 72, 74, 85, 91, 96, 101, 105, 107, 109, 111)
"""The last article of each chapter of the Charter."""
BARE = 0.7
"""Confidence of "paragraph 4" that nothing follows: mostly the document's own."""
MOST_IN_RANGE = 60


class Words:
    """How one language says places."""

    def __init__(self, places: Places, items: str, numbers: str) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern.replace(ITEMS, items).replace(NUMBERS, numbers))

        def rules(given: tuple[Rule, ...]) -> list[tuple[str, re.Pattern[str]]]:
            return [(rule.word, compiled(rule.pattern)) for rule in given]

        self.behind = compiled(places.behind)
        self.before = compiled(places.before)
        self.leads = places.leads
        self.articles = rules(places.articles)
        self.chapters = rules(places.chapters)
        self.chapter_names = places.chapter_names
        self.chapter = re.compile("|".join([*sorted(places.chapter_names, key=len, reverse=True), "[IVX]+"]))
        self.charter = re.compile(places.charter)
        self.capital_is_charter = places.capital_is_charter
        self.ends = re.compile(places.instrument_ends) if places.instrument_ends else None
        self.another = compiled(places.another)
        self.inside = rules(places.inside)
        self.attached = re.compile(places.attached)

    def starts_word(self, text: str, at: int) -> int:
        """The start of the word whose later letters an anchor matched, without an attached "and", "in", "as"."""
        while at and text[at - 1].isalpha():
            at -= 1
        attached = self.attached.match(text, at)
        return attached.end() if attached else at


class Forms:
    """How all languages say places."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        join = Joins.of_all(each.citations for each in languages)
        places = [language.citations.places for language in languages]
        inserted = one_of(each.inserted for each in places)
        item = rf"[0-9]{{1,3}}(?:\s(?:{inserted}))?(?:\s?\((?:[a-z]{{1,4}}|[{ARABIC}]{{1,3}}|[0-9]{{1,2}})\)){{0,3}}"
        self.item = re.compile(item)
        # a list of numbers: "5, 27 and 28", "4 (a)", "61–76", "5 و 27 و 28"
        joined = rf"(?:\s?[,،]\s?(?:(?:{join.and_})\s?)?|\s(?:{join.and_}|{join.or_}|{join.to})\s?|\s?[–-]\s?)"
        again = rf"(?:(?:{one_of(each.paragraph for each in places)})\s)?"
        items, numbers = (rf"{item}(?:{joined}{word}{item}){{0,24}}" for word in ("", again))
        self.range = re.compile(rf"\s?(?:[–-]|{join.to})\s?")
        self.words = {language.code: Words(language.citations.places, items, numbers) for language in languages}
        self.document = re.compile(rf"(?:{one_of(language.citations.sources.document for language in languages)})\s$")
        self.behind = [words.behind for words in self.words.values()]


forms = for_all(Forms)


def numbers(text: str) -> list[str]:
    """The members of a list of numbers; a range stays one member ("61-76")."""
    out: list[str] = []
    last = 0
    for match in forms().item.finditer(text):
        value = " ".join(match[0].split())
        if out and forms().range.fullmatch(text, last, match.start()):
            out[-1] = f"{out[-1]}-{value}"
        else:
            out.append(value)
        last = match.end()
    return out


def _add(place: Pinpoint, groups: dict[str, str | None]) -> None:
    if groups.get("annex") or groups.get("annex_only"):
        place.annex = groups.get("annex_number") or ANNEX
    if section := groups.get("section"):
        place.section = f"{place.section}.{section}" if place.section else section
    if chapter := groups.get("chapter"):
        place.chapter = f"{place.chapter}.{chapter}" if place.chapter else chapter
    place.paragraphs += numbers(groups.get("paragraphs") or "")
    place.article += numbers(groups.get("article") or "")


def read_behind(text: str, at: int) -> tuple[Pinpoint, int]:
    """Pinpoints that follow a reference, and where they end."""
    place = Pinpoint()
    behind = forms().behind
    for before in range(MOST_PLACES):
        if before and text.startswith(" (", at):
            break  # a note on the place: "para. 60 (para. 6 of the text)"
        for pattern in behind:
            if match := pattern.match(text, at):
                break
        else:
            break
        if place.chapter and match["chapter"]:
            break  # "chap. II, sect. C, and part two, chap. V"
        _add(place, match.groupdict())
        at = match.end()
    return place, at


def read_before(text: str, end: int, language: str, low: int) -> Pinpoint:
    """Pinpoints that lead to a reference: "paragraphs 7 and 8 of [its resolution]"."""
    words = forms().words[language]
    place = Pinpoint()
    if text.endswith(words.leads, low, end) and (match := words.before.search(text, max(low, end - REACH), end)):
        _add(place, match.groupdict())
    return place


def read_before_symbol(text: str, end: int, low: int) -> Pinpoint:
    """Pinpoints that lead to a symbol: "annex II to document [A/67/458]"."""
    if document := forms().document.search(text, max(low, end - LONGEST_WORD), end):
        end = document.start()
    return next((place for language in forms().words if (place := read_before(text, end, language, low))), Pinpoint())


def find_articles(text: str) -> list[Article | Charter]:
    """Articles of conventions and of the Charter, chapters of the Charter."""
    found: list[Article | Charter] = []
    for words in forms().words.values():
        for word, pattern in words.articles:
            for match in anchored(text, word, pattern):
                article = _article(text, match, words)
                found.append(article)
                if isinstance(article, Article) and article.instrument:
                    found += _another(text, article, words)
        for word, pattern in words.chapters:
            for match in anchored(text, word, pattern):
                names = words.chapter.findall(match["chapters"])
                chapters = [words.chapter_names.get(" ".join(name.split()), name) for name in names]
                start = words.starts_word(text, match.start())
                found.append(Charter(start=start, end=match.end(), chapters=chapters))
    return found


def _article(text: str, match: re.Match[str], words: Words) -> Article | Charter:
    """Articles of the instrument named, or of the Charter."""
    start, end = words.starts_word(text, match.start()), match.end()
    groups = match.groupdict()
    written, articles = groups["instrument"], numbers(groups["articles"])
    if letter := groups.get("letter"):
        articles[-1] += f" {letter}"
    place = Pinpoint(paragraphs=numbers(groups.get("paragraphs") or ""))
    if chapter := groups.get("chapter"):
        chapter = words.chapter_names.get(" ".join(chapter.split()), chapter)
        if not written and all(_chapter_of(article) == chapter for article in articles):
            return Charter(start=start, end=end, articles=articles, chapters=[chapter], pinpoint=place)
        place.chapter = chapter
    if not written:
        capital = words.capital_is_charter and not chapter and _is_capital_inside(text, start)
        if capital and all(_chapter_of(article) for article in articles):
            return Charter(start=start, end=end, articles=articles, pinpoint=place, confidence=BARE)
        return Article(start=start, end=end, articles=articles, pinpoint=place)
    at = match.start("instrument")
    if charter := words.charter.match(text, at, match.end("instrument")):
        place.chapter = None  # found as a reference of its own
        return Charter(start=start, end=charter.end(), articles=articles, pinpoint=place)
    name = written if words.ends is None else _cut(written, words.ends)
    name_in_words = " ".join(name.split())
    return Article(start=start, end=at + len(name), articles=articles, instrument=name_in_words, pinpoint=place)


def _is_capital_inside(text: str, at: int) -> bool:
    """Whether a capital stands here inside a sentence."""
    return text[at].isupper() and text[at - 1 : at] == " "


def _chapter_of(article: str) -> str | None:
    """The chapter of the Charter in which an article stands; None for one that it does not have."""
    chapter = bisect_left(LAST_ARTICLES, int(re.split(r"\D", article)[0]))
    return write_roman(chapter + 1) if chapter < len(LAST_ARTICLES) else None


def _another(text: str, before: Article, words: Words) -> Iterator[Article]:
    """As in “article 19 of the Declaration and of the Covenant”: the same articles of a further instrument."""
    if match := words.another.match(text, before.end):
        start, name = match.start("instrument"), match["instrument"]
        name = name if words.ends is None else _cut(name, words.ends)
        yield replace(before, start=start, end=start + len(name), instrument=" ".join(name.split()))


def _cut(name: str, ends: re.Pattern[str]) -> str:
    """A name that runs on to the next mark: it ends where a clause begins, or at a length no name has."""
    stop = ends.search(name)
    kept = name[: stop.start()] if stop else name
    words = re.split(r"(\s+)", kept)
    return "".join(words[: LONGEST_NAME * 2 - 1]).rstrip()


def find_internal(joined: Joined, keywords: list[Keyword]) -> list[Internal]:
    """References to this document and its blocks."""
    text = joined.text
    found = [Internal(start=each.present[0], end=each.present[1]) for each in keywords if each.present]
    for words in forms().words.values():
        for word, pattern in words.inside:
            for match in anchored(text, word, pattern):
                start = words.starts_word(text, match.start())
                ids = _ids(joined, start, match["numbers"])
                if match["where"].strip():
                    found.append(Internal(start=start, end=match.end(), block_ids=ids))
                elif ids:
                    found.append(Internal(start=start, end=match.end("numbers"), block_ids=ids, confidence=BARE))
    return found


def _ids(joined: Joined, at: int, written: str) -> list[str]:
    """Ids of the blocks meant: of the same annex for a reference that stands in one, else of the operative part."""
    own = joined.passages[joined.passage_at(at)].id or ""
    zone = own.split(".", 1)[0] + "." if own.startswith(ANNEX) else "op"
    ids: list[str] = []
    for item in numbers(written):
        first, _, last = item.partition("-")
        parts = [group or whole for whole, group in ((m[0], m[1]) for m in _PART_OF_NUMBER.finditer(first))]
        if last and first.isdigit() and last.isdigit():
            candidates = [f"{zone}{n}" for n in range(int(first), min(int(last), int(first) + MOST_IN_RANGE) + 1)]
        elif parts and parts[0].isdigit():
            candidates = [_deepest(f"{zone}{parts[0]}", parts[1:], joined)]
        else:
            stem = own.rsplit(".", 1)[0] if "." in own else own
            names = [name for part in parts for name in _names(part)]
            candidates = [f"{stem}.{name}" for name in names] + [f"{own}.{name}" for name in names]
        ids += [candidate for candidate in candidates if candidate in joined.ids]
    if not ids and written.startswith("("):
        stem = own.rsplit(".", 1)[0] if "." in own else own
        for part in _PART_OF_NUMBER.findall(written):
            ids += [c for c in (f"{stem}.{part}", f"{own}.{part}") if c in joined.ids][:1]
    return ids


def _deepest(start: str, parts: list[str], joined: Joined) -> str:
    """The id of "4 (a) (ii)": as deep as there are blocks."""
    at = start
    for part in parts:
        below = next((f"{at}.{name}" for name in _names(part) if f"{at}.{name}" in joined.ids), None)
        if below is None:
            break
        at = below
    return at


def _names(label: str) -> tuple[str, ...]:
    """What a label is called in ids, which are the same in every language: ب is b, ii is 2."""
    letter = place(bare(ABJAD), bare(label.replace(KASHIDA, "")))
    if letter:
        return (SMALL[letter - 1],) if letter <= len(SMALL) else ()
    roman = read_roman(label)
    return (label, str(roman)) if roman else (label,)
