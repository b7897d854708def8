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
from typing import TYPE_CHECKING

from unres.languages.labels import SMALL, place
from unres.references.drafts import Article, Charter, Internal, Pinpoint
from unres.references.passages import anchored
from unres.scripts import ABJAD, bare
from unres.un.numerals import read_roman

if TYPE_CHECKING:
    from unres.references.keywords import Keyword
    from unres.references.passages import Joined

_ITEM = r"[0-9]{1,3}(?:\s?\((?:[a-z]{1,4}|[ء-ي]{1,2}ـ?|[0-9]{1,2})\)){0,3}"
_JOIN = r"(?:\s?[,،]\s?(?:and\s|و\s?)?|\s(?:and|or|to|و|أو|إلى)\s?|\s?[–-]\s?)(?:(?:paragraphs?|para\.)\s)?"
NUMBERS = rf"{_ITEM}(?:{_JOIN}{_ITEM}){{0,24}}"
"""A list of numbers: "5, 27 and 28", "4 (a)", "61–76", "5 و 27 و 28"."""
_ROMANS = r"[IVXL]{1,7}(?:\.[A-Z])?(?:(?:,\s|\s(?:and|to)\s|[–-])[IVXL]{1,7}(?:\.[A-Z])?){0,5}"
_LETTER = r"[A-Z](?:[-–.][0-9A-Z]{1,3})?(?![A-Za-z])"
_LETTER_NAME = r"(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام)(?:[-–][0-9]{1,2})?"
_ARABIC_ORDINAL = (
    r"(?:ال)?(?:أولا?|ثانيا?|ثالثا?|رابعا?|خامسا?|سادسا?|سابعا?|ثامنا?|تاسعا?|عاشرا?|حادي|واحد)"
    r"(?:\s(?:عشر|والعشرون|والعشرين))?(?:\s?و\s?ال(?:ثاني|ثالث|رابع))?(?![ء-ي])"
)
_ARABIC_PLACE = rf"(?:{_LETTER_NAME}|{_ARABIC_ORDINAL}|{_ROMANS}|[0-9]{{1,2}})"

_BEHIND_ENGLISH = re.compile(
    rf",?\s{{1,2}}(?:and\s)?(?>(?P<annex>annex(?:es)?)(?:\s(?P<annex_number>{_ROMANS}|{_LETTER}))?(?![a-z])"
    rf"|(?:sect(?:s?\.|ions?)?)\s(?P<section>{_ROMANS}|{_LETTER}|[0-9]{{1,2}})"
    rf"|(?:chap(?:s?\.|ters?))\s(?P<chapter>{_ROMANS})"
    rf"|(?:para(?:s?\.|graphs?))\s(?P<paragraphs>{NUMBERS})"
    rf"|(?:art(?:s?\.|icles?))\s(?P<article>{NUMBERS})"
    r"|(?P<part>part\s(?:one|two|three|four|[IVX]{1,4}))(?![a-z]))(?!,?\s(?:of|to|in)\s)"  # else it leads to what comes
)
_BEHIND_ARABIC = re.compile(
    r"(?:\s?[،,]\s?(?:و\s?)?|\sو)(?>(?P<annex>المرفق(?:ان|ين|ات)?|مرفق)"
    rf"(?:\s(?P<annex_number>{_ARABIC_PLACE}(?:\sو\s?(?:ال)?{_ARABIC_PLACE})?))?(?![ء-ي])"
    rf"|(?:الفرع|الفرعان|الفرعين|الجزء|الجزآن|الجزأين|الباب)\s(?P<section>{_ARABIC_PLACE})"
    rf"|(?:الفصل|الفصلان|الفصلين)\s(?P<chapter>{_ARABIC_PLACE})"
    rf"|(?:الفقرة|الفقرتان|الفقرتين|الفقرات)\s(?:من\s)?(?P<paragraphs>{NUMBERS})"
    rf"|(?:المادة|المادتان|المادتين|المواد)\s(?:من\s)?(?P<article>{NUMBERS}))(?!\s(?:من|لل?))"
)
_BEFORE_ENGLISH = re.compile(
    rf"(?:\b(?P<paragraph_word>(?:sub)?paragraphs?|paras?\.)\s(?P<paragraphs>{NUMBERS})"
    rf"|\bsections?\s(?P<section>{_ROMANS}|{_LETTER})"
    rf"|\b(?P<annex>annex(?:es)?)(?:\s(?P<annex_number>{_ROMANS}))?"
    rf"|\bchapters?\s(?P<chapter>{_ROMANS})|\barticles?\s(?P<article>{NUMBERS}))"
    r",?\s(?:of|to|in|contained\sin)\s(?:the\s)?$"
)
_BEFORE_ARABIC = re.compile(
    rf"(?:(?:الفقرة|الفقرتان|الفقرتين|الفقرات|فقرات)\s(?:من\s)?(?P<paragraphs>{NUMBERS})\sمن\s"
    rf"|(?:الفرع|الجزء|الباب)\s(?P<section>{_ARABIC_PLACE})\sمن\s"
    rf"|(?:المادة|المادتين|المواد)\s(?P<article>{NUMBERS})\sمن\s"
    rf"|(?P<annex>المرفق|المرفقين)\s(?P<annex_number>{_ARABIC_PLACE})\s(?:من\s|ل)"
    r"|(?P<annex_only>مرفق|بمرفق|لمرفق|المرفق)\s(?:من\s|ل)?)(?:ال|هذا\sال)?$"
)
_NUMBER = re.compile(_ITEM)
_BETWEEN_RANGE = re.compile(r"^\s?(?:[–-]|to|إلى)\s?$")
_LEADS = {
    "en": ("of ", "to ", "in ", "the ", "of\n", "the\n"),
    "ar": ("من ", "من ال", "مرفق ", "من هذا ال", "ل", "من\n", "من\nال", "مرفق ال"),
}
"""What a stretch that leads to a reference ends with: cheap to ask before a pattern is tried."""
REACH = 130
MOST_PLACES = 6


def numbers(text: str) -> list[str]:
    """The members of a list of numbers; a range stays one member ("61-76")."""
    out: list[str] = []
    last = 0
    for match in _NUMBER.finditer(text):
        value = " ".join(match[0].split())
        if out and _BETWEEN_RANGE.match(text[last : match.start()]):
            out[-1] = f"{out[-1]}-{value}"
        else:
            out.append(value)
        last = match.end()
    return out


def _add(place: Pinpoint, groups: dict[str, str | None]) -> None:
    if groups.get("annex") or groups.get("annex_only"):
        place.annex = groups.get("annex_number") or "annex"
    if section := groups.get("section"):
        place.section = f"{place.section}.{section}" if place.section else section
    if chapter := groups.get("chapter"):
        place.chapter = f"{place.chapter}.{chapter}" if place.chapter else chapter
    place.paragraphs += numbers(groups.get("paragraphs") or "")
    place.article += numbers(groups.get("article") or "")


def read_behind(text: str, at: int, language: str) -> tuple[Pinpoint, int]:
    """Pinpoints that follow a reference, and where they end."""
    pattern = _BEHIND_ARABIC if language == "ar" else _BEHIND_ENGLISH
    place = Pinpoint()
    for _ in range(MOST_PLACES):
        match = pattern.match(text, at)
        if match is None:
            break
        _add(place, match.groupdict())
        at = match.end()
    return place, at


def read_before(text: str, end: int, language: str, low: int) -> Pinpoint:
    """Pinpoints that lead to a reference: "paragraphs 7 and 8 of [its resolution]"."""
    if not text.endswith(_LEADS[language], low, end):
        return Pinpoint()
    stretch = text[max(low, end - REACH) : end]
    match = (_BEFORE_ARABIC if language == "ar" else _BEFORE_ENGLISH).search(stretch)
    place = Pinpoint()
    if match:
        _add(place, match.groupdict())
    return place


_CHAPTERS_IN_ROMAN = r"[IVX]{1,5}(?:(?:,\s|\s(?:and|to|or)\s|[–-])[IVX]{1,5}){0,4}"
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
_ARTICLE_LETTER = r"(?:\s[a-i](?![a-z’']))?"
_CHARTER_ENGLISH = r"(?:United\sNations\s)?Charter(?:\sof\sthe\sUnited\sNations)?"
_CHARTER_ARABIC = r"(?:الميثاق|ميثاق(?:\sالأمم\sالمتحدة)?)"
_ARABIC_PARAGRAPHS = rf"\s?[،]?\s?(?:الفقرة|الفقرتين|الفقرات)\s(?P<paragraphs>{NUMBERS})\s?[،]?"
_CHAPTER = rf"(?:{_CHAPTER_NAMES}|[IVX]{{1,5}})"
_ENGLISH = (
    (
        "article",
        "rticle",
        re.compile(
            rf"rticles?\s(?P<articles>{NUMBERS}{_ARTICLE_LETTER})"
            rf"(?:(?:,\sparagraphs?\s(?P<paragraphs>{NUMBERS}),?)?\sof\s(?:the\s|its\s)?(?P<instrument>{_NAME}))?"
        ),
    ),
    (
        "chapter",
        "hapter",
        re.compile(rf"hapters?\s(?P<chapters>{_CHAPTERS_IN_ROMAN})\sof\sthe\s(?P<instrument>{_CHARTER_ENGLISH})"),
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


def find_articles(text: str) -> list[Article | Charter]:
    """Articles of conventions and of the Charter, chapters of the Charter."""
    found: list[Article | Charter] = []
    for kind, word, pattern in (*_ENGLISH, *_ARABIC):
        for match in anchored(text, word, pattern):
            start = _starts_word(text, match.start())
            found.append(_chapters(start, match) if kind == "chapter" else _article(text, start, match))
    return found


def _chapters(start: int, match: re.Match[str]) -> Charter:
    chapters = [_CHAPTER_WORDS.get(word, word) for word in _split_chapters(match["chapters"])]
    return Charter(start=start, end=match.end(), chapters=chapters)


def _article(text: str, start: int, match: re.Match[str]) -> Article | Charter:
    """Articles of the instrument named, or of the Charter."""
    written, end = match["instrument"], match.end()
    articles = numbers(match["articles"])
    if not written:
        # a capital "Article" without more is the Charter's by convention
        if (
            text[start] == "A"
            and start
            and text[start - 1] == " "
            and all(int(re.split(r"\D", a)[0]) < _CAPITAL_ARTICLE for a in articles)
        ):
            return Charter(start=start, end=end, articles=articles, confidence=BARE)
        return Article(start=start, end=end, articles=articles)
    instrument = " ".join(written.split())
    if _CHARTER.search(instrument) and not _OTHER_CHARTER.match(instrument):
        name = _CHARTER_NAME.match(instrument)
        return Charter(start=start, end=match.start("instrument") + name.end() if name else end, articles=articles)
    trimmed = _trim(instrument, written)
    end = match.start("instrument") + len(trimmed)
    return Article(start=start, end=end, articles=articles, instrument=" ".join(trimmed.split()))


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


def find_internal(joined: Joined, keywords: list[Keyword]) -> list[Internal]:
    """References to this document and its blocks."""
    text = joined.text
    found = [_present(text, keyword) for keyword in keywords if keyword.present]
    for word, pattern in _INSIDE:
        for match in anchored(text, word, pattern):
            start = _starts_word(text, match.start())
            ids = _ids(joined, start, match["numbers"])
            if match["where"].strip():
                found.append(Internal(start=start, end=match.end(), block_ids=ids))
            elif ids:
                found.append(Internal(start=start, end=match.end("numbers"), block_ids=ids, confidence=BARE))
    return found


def _present(text: str, keyword: Keyword) -> Internal:
    """“the present resolution”, "هذا القرار", "القرار الحالي"."""
    if keyword.language == "en":
        return Internal(start=keyword.before, end=keyword.end)
    start = text.rfind("هذا", max(0, keyword.start - 8), keyword.start)
    if start >= 0:
        return Internal(start=start, end=keyword.end)
    return Internal(start=keyword.start - 2, end=text.index("الحالي", keyword.start) + len("الحالي"))


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
