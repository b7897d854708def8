"""References inside the document, to articles of other instruments, and to the Charter.

=============================================== ==================================================
``paragraph 3 above``, ``الفقرة 3 أعلاه``         internal, to the block of that number
``the present resolution``, ``هذا القرار``        internal, to the whole
``articles 24 and 25 of the Convention``        article
``Article 51 of the Charter``, ``Chapter VII``  charter
=============================================== ==================================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from unres.languages.labels import SMALL, place
from unres.references.pinpoints import NUMBERS, numbers
from unres.references.scan import anchored
from unres.scripts import ABJAD, bare
from unres.un.numerals import read_roman

if TYPE_CHECKING:
    from unres.references.keywords import Keyword
    from unres.references.passages import Joined

_ROMANS = r"[IVX]{1,5}(?:(?:,\s|\s(?:and|to|or)\s|[–-])[IVX]{1,5}){0,4}"
_CHAPTER_WORDS = {
    word: roman
    for roman, words in {
        "I": "الأول",
        "II": "الثاني",
        "III": "الثالث",
        "IV": "الرابع",
        "V": "الخامس",
        "VI": "السادس",
        "VII": "السابع",
        "VIII": "الثامن",
        "IX": "التاسع",
        "X": "العاشر",
        "XI": "الحادي عشر",
        "XII": "الثاني عشر",
        "XIII": "الثالث عشر",
        "XIV": "الرابع عشر",
        "XV": "الخامس عشر",
        "XVI": "السادس عشر",
    }.items()
    for word in words.split("|")
}
_CHAPTER_NAMES = "|".join(sorted(_CHAPTER_WORDS, key=len, reverse=True))
_LINK = r"(?:of|on|the|for|and|to|in|against|with|from|relating|concerning|by|or|all|its|their|a|other|at)"
_COMMA = r"(?:,(?=\s(?:Inhuman|Suppress|Especially|Production|Stockpiling)))?"
"""The commas inside names of conventions; any other ends the name."""
_NAME = rf"[A-Z][\w’'-]*(?:{_COMMA}(?:\s{_LINK}){{0,4}}\s[A-Z][\w’'-]*){{0,24}}"
_ARABIC_INSTRUMENT = (
    r"(?:ال)?(?:اتفاقيات|اتفاقيتي|اتفاقية|اتفاق|عهدين|عهد|إعلان|بروتوكول|ميثاق|نظام|معاهدة"
    r"|دستور|قانون|صكوك|لائحة|مدونة)"
    r"(?![ء-ي])[^،.؛:()”“\"\x00\n]{0,110}"
)
_LETTER = r"(?:\s[a-i](?![a-z’']))?"
_CHARTER_ENGLISH = r"(?:United\sNations\s)?Charter(?:\sof\sthe\sUnited\sNations)?"
_CHARTER_ARABIC = r"(?:الميثاق|ميثاق(?:\sالأمم\sالمتحدة)?)"
_ARABIC_PARAGRAPHS = rf"\s?[،]?\s?(?:الفقرة|الفقرتين|الفقرات)\s(?P<paragraphs>{NUMBERS})\s?[،]?"
_CHAPTER = rf"(?:{_CHAPTER_NAMES}|[IVX]{{1,5}})"
_ENGLISH = (
    (
        "article",
        "rticle",
        re.compile(
            rf"rticles?\s(?P<articles>{NUMBERS}{_LETTER})"
            rf"(?:(?:,\sparagraphs?\s(?P<paragraphs>{NUMBERS}),?)?\sof\s(?:the\s|its\s)?(?P<instrument>{_NAME}))?"
        ),
    ),
    (
        "chapter",
        "hapter",
        re.compile(rf"hapters?\s(?P<chapters>{_ROMANS})\sof\sthe\s(?P<instrument>{_CHARTER_ENGLISH})"),
    ),
)
_ARABIC = (
    (
        "article",
        "ماد",
        re.compile(
            rf"ماد(?:ة|تين|تان)\s(?P<articles>{NUMBERS})(?:\s?\([ء-ي]\))?(?:{_ARABIC_PARAGRAPHS})?"
            rf"(?:\sمن\s(?P<instrument>{_ARABIC_INSTRUMENT}))?"
        ),
    ),
    (
        "article",
        "المواد",
        re.compile(rf"المواد\s(?:من\s)?(?P<articles>{NUMBERS})(?:\sمن\s(?P<instrument>{_ARABIC_INSTRUMENT}))?"),
    ),
    (
        "chapter",
        "فصل",
        re.compile(
            rf"فصل(?:ين|ان)?\s(?P<chapters>{_CHAPTER}(?:\sو\s?{_CHAPTER})?)\sمن\s(?P<instrument>{_CHARTER_ARABIC})(?![ء-ي])"
        ),
    ),
)
_CHARTER = re.compile(
    r"^(?:United\sNations\s)?Charter(?![A-Za-z])(?!\sof(?!\sthe\sUnited\sNations))"
    rf"|^{_CHARTER_ARABIC}(?:\s|$)"
)
_CHARTER_NAME = re.compile(
    r"(?:United\sNations\s)?Charter(?:\sof\sthe\sUnited\sNations)?|الميثاق|ميثاق(?:\sالأمم\sالمتحدة)?"
)
_OTHER_CHARTER = re.compile(r"ميثاق\s(?!الأمم)")
_CAPITAL_ARTICLE = 112
"""The Charter has 111 articles."""

_SUB = r"(?:\([a-z]{1,3}\)|\([ivx]{1,4}\)|\([ء-ي]{1,2}ـ?\))"
_INSIDE = (
    (
        "aragraph",
        re.compile(
            rf"aragraphs?\s(?P<numbers>{NUMBERS})(?P<where>,?\s(?:above|below)\b"
            r"|\s(?:of|to|in)\s(?:the\spresent|this)\s(?:resolution|decision|annex|declaration)"
            r"|(?=\s?[,;.:)\n\x00]|$|\s(?:and|shall|is|are|to|for|by|which|that)\s))"
        ),
    ),
    (
        "فقر",
        re.compile(
            rf"(?:فقرة|فقرات|فقرتين|فقرتان)\s(?:من\s)?(?P<numbers>{NUMBERS})(?P<where>\s?[،]?\s?(?:أعلاه|أدناه)(?![ء-ي])"
            r"|\sمن\s(?:هذا\sال(?:قرار|مقرر|مرفق)|هذه\sال[ء-ي]{3,9}|منطوق\sهذا\sالقرار|القرار\sالحالي)"
            r"|(?=\s?[،؛,;.:)\n\x00]|$))"
        ),
    ),
    (
        "ubparagraph",
        re.compile(
            rf"ubparagraphs?\s(?P<numbers>{_SUB}(?:(?:,\s|\sand\s|\sto\s){_SUB}){{0,5}})(?P<where>\s(?:above|below)\b)"
        ),
    ),
    ("فقر", re.compile(rf"فقر(?:ة|تين|ات)\sالفرعية\s(?P<numbers>{_SUB})(?P<where>\s(?:أعلاه|أدناه))")),
)
_PART_OF_NUMBER = re.compile(r"[0-9]+|\(([^()]+)\)")
BARE = 0.7
"""Confidence of "paragraph 4" that nothing follows: mostly the document's own."""
MOST_IN_RANGE = 60


def _starts_word(text: str, at: int) -> int:
    """The start of the word whose later letters an anchor matched, without an attached "and", "in", "as" of Arabic."""
    while at and text[at - 1].isalpha():
        at -= 1
    if text[at] in "وفبك" and text[at + 1 : at + 3] == "ال":
        return at + 1  # "and", "in", "as" are written as one with the noun
    return at


def find_articles(text: str) -> list[dict[str, Any]]:
    """Articles of conventions and of the Charter, chapters of the Charter."""
    found: list[dict[str, Any]] = []
    for kind, word, pattern in (*_ENGLISH, *_ARABIC):
        for match in anchored(text, word, pattern):
            start = _starts_word(text, match.start())
            reference = _article(kind, text, start, match)
            if reference:
                found.append(reference)
    return found


def _article(kind: str, text: str, start: int, match: re.Match[str]) -> dict[str, Any] | None:
    groups = match.groupdict()
    instrument = " ".join(groups["instrument"].split()) if groups.get("instrument") else None
    end = match.end()
    if kind == "chapter":
        chapters = [_CHAPTER_WORDS.get(word, word) for word in _split_chapters(groups["chapters"])]
        return {"kind": "charter", "chapters": chapters, "start": start, "end": end}
    articles = numbers(groups["articles"])
    if instrument and _CHARTER.search(instrument) and not _OTHER_CHARTER.match(instrument):
        name = _CHARTER_NAME.match(instrument)
        if name:
            end = match.start("instrument") + name.end()
        return {"kind": "charter", "articles": articles, "start": start, "end": end}
    if instrument is None:
        # a capital "Article" without more is the Charter's by convention
        if (
            text[start] == "A"
            and start
            and text[start - 1] == " "
            and all(int(re.split(r"\D", a)[0]) < _CAPITAL_ARTICLE for a in articles)
        ):
            return {"kind": "charter", "articles": articles, "start": start, "end": end, "confidence": BARE}
        return {"kind": "article", "articles": articles, "start": start, "end": end}
    trimmed = _trim(instrument, groups["instrument"])
    end = match.start("instrument") + len(trimmed)
    return {
        "kind": "article",
        "articles": articles,
        "instrument": " ".join(trimmed.split()),
        "start": start,
        "end": end,
    }


_STOPS = re.compile(r"\s(?:التي|الذي|والتي|والذي|وكذلك|بما|وإذ|وأن|وإلى|بأن|على أن|أن|لكي|من أجل|عند|حيث)\s")
LONGEST_NAME = 14


def _trim(instrument: str, raw: str) -> str:
    """An Arabic name runs on to the next mark: it ends where a relative clause begins, or at a length no name has."""
    if instrument[0] < "\u0600":
        return raw
    stop = _STOPS.search(raw)
    kept = raw[: stop.start()] if stop else raw
    words = re.split(r"(\s+)", kept)
    return "".join(words[: LONGEST_NAME * 2 - 1]).rstrip()


def _split_chapters(text: str) -> list[str]:
    if text[0] < "\u0600":
        return re.findall("[IVX]+", text)
    return re.findall(rf"{_CHAPTER_NAMES}|[IVX]+", text)


def find_internal(joined: Joined, keywords: list[Keyword]) -> list[dict[str, Any]]:
    """References to this document and its blocks."""
    text = joined.text
    found: list[dict[str, Any]] = []
    for keyword in keywords:
        if keyword.present:
            start = (
                keyword.before
                if keyword.language == "en"
                else text.rfind("هذا", max(0, keyword.start - 8), keyword.start)
            )
            end = keyword.end
            if start < 0:  # القرار الحالي
                start, end = keyword.start - 2, text.index("الحالي", keyword.start) + len("الحالي")
            found.append({"kind": "internal", "start": start, "end": end})
    for word, pattern in _INSIDE:
        for match in anchored(text, word, pattern):
            start = _starts_word(text, match.start())
            where = match["where"].strip()
            ids = _ids(joined, start, match["numbers"])
            if not where and not ids:
                continue
            reference: dict[str, Any] = {
                "kind": "internal",
                "start": start,
                "end": match.end() if where else match.end("numbers"),
            }
            if ids:
                reference["block_ids"] = ids
            if not where:
                reference["confidence"] = BARE
            found.append(reference)
    return found


def _ids(joined: Joined, at: int, written: str) -> list[str]:
    """Ids of the blocks meant: of the same annex for a reference that stands in one, else of the operative part."""
    own = joined.passages[joined.passage_at(at)].id or ""
    zone = own.split(".", 1)[0] + "." if own.startswith("annex") else "op"
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
    letter = place(bare(ABJAD), bare(label.replace("\u0640", "")))
    if letter:
        return (SMALL[letter - 1],) if letter <= len(SMALL) else ()
    roman = read_roman(label)
    return (label, str(roman)) if roman else (label,)
