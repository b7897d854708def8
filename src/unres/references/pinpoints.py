"""The place inside what is cited: "paragraph 7 of", ", annex II, sect. A", "الفقرة 7 من", "، المرفق".

Two anchored readers, one for what stands behind a reference and one for what stands before it; each
gives the fields of :class:`unres.models.Pinpoint`.
"""

from __future__ import annotations

import re
from typing import Any

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
MOST = 6


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


def _add(found: dict[str, Any], groups: dict[str, str | None]) -> None:
    if groups.get("annex"):
        found["annex"] = groups.get("annex_number") or "annex"
    if groups.get("annex_only"):
        found["annex"] = "annex"
    for key in ("section", "chapter"):
        if groups.get(key):
            found[key] = f"{found[key]}.{groups[key]}" if found.get(key) else groups[key]
    if groups.get("paragraphs"):
        found.setdefault("paragraphs", []).extend(numbers(groups["paragraphs"] or ""))
    if groups.get("article"):
        found.setdefault("article", []).extend(numbers(groups["article"] or ""))


def read_behind(text: str, at: int, language: str) -> tuple[dict[str, Any], int]:
    """Pinpoints that follow a reference, and where they end."""
    pattern = _BEHIND_ARABIC if language == "ar" else _BEHIND_ENGLISH
    found: dict[str, Any] = {}
    for _ in range(MOST):
        match = pattern.match(text, at)
        if match is None:
            break
        _add(found, match.groupdict())
        at = match.end()
    return found, at


def read_before(text: str, end: int, language: str, low: int) -> dict[str, Any]:
    """Pinpoints that lead to a reference: "paragraphs 7 and 8 of [its resolution]"."""
    if not text.endswith(_LEADS[language], low, end):
        return {}
    stretch = text[max(low, end - REACH) : end]
    match = (_BEFORE_ARABIC if language == "ar" else _BEFORE_ENGLISH).search(stretch)
    found: dict[str, Any] = {}
    if match:
        _add(found, match.groupdict())
    return found
