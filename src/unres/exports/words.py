"""The words that a rendering adds of its own, in the language of the resolution."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Resolution, Vote

_WORDS = {
    "en": {
        "preamble": "Preamble",
        "operative": "Operative part",
        "annex": "Annex",
        "footnotes": "Footnotes",
        "references": "References",
        "diagnostics": "Remarks of the parser",
        "organ": "Organ",
        "status": "Status",
        "sponsors": "Submitted by",
        "draft": "draft",
        "adopted_on": "Adopted",
        "issued_on": "Issued",
        "meeting_number": "Meeting",
        "agenda_items": "Agenda items",
        "basis": "Basis",
        "vote": "Vote",
        "in_favour": "in favour",
        "against": "against",
        "abstaining": "abstaining",
        "rest": "the rest",
        "left_out": "left out here",
        "untitled": "A resolution without symbol",
        "error": "error",
        "warning": "warning",
        "info": "note",
    },
    "ar": {
        "preamble": "الديباجة",
        "operative": "المنطوق",
        "annex": "المرفق",
        "footnotes": "الحواشي",
        "references": "المراجع",
        "diagnostics": "ملاحظات القراءة الآلية",
        "organ": "الهيئة",
        "status": "الحالة",
        "sponsors": "مقدم من",
        "draft": "مشروع",
        "adopted_on": "تاريخ الاتخاذ",
        "issued_on": "تاريخ الإصدار",
        "meeting_number": "الجلسة",
        "agenda_items": "بنود جدول الأعمال",
        "basis": "الأساس",
        "vote": "التصويت",
        "in_favour": "المؤيدون",
        "against": "المعارضون",
        "abstaining": "الممتنعون",
        "rest": "البقية",
        "left_out": "غير معروض هنا",
        "untitled": "قرار بلا رمز",
        "error": "خطأ",
        "warning": "تنبيه",
        "info": "ملاحظة",
        "confidence": "درجة اليقين",
        "resolution": "قرار",
        "document": "وثيقة",
        "treaty": "معاهدة",
        "official_record": "وثائق رسمية",
        "publication": "منشور",
        "internal": "موضع في هذا النص",
        "ibid": "المرجع نفسه",
        "article": "مادة",
        "charter": "ميثاق الأمم المتحدة",
    },
}


def word(key: str, language: str) -> str:
    """What a rendering calls something, in a language; in English where it has no word in that language."""
    return _WORDS.get(language, _WORDS["en"]).get(key, key)


@cache
def _organs(language: str) -> dict[str, str]:
    """Organ → its name; of several names that which stands first where organs are listed."""
    if language == "ar":
        from unres.languages.arabic.citations import ORGANS
    else:
        from unres.languages.english.citations import ORGANS
    names: dict[str, str] = {}
    for name, organ in ORGANS.items():
        known = names.get(organ)
        if known is None or name in known:  # "General Assembly" rather than "General Assembly of the United Nations"
            names[organ] = name
    names["other"] = ""
    return names


def organ_name(organ: str | None, language: str) -> str:
    """The name of an organ as the UN writes it; "" where it has none."""
    return _organs(language).get(organ or "other", "")


def vote_words(vote: Vote, language: str) -> str:
    """``12 in favour, 1 against, 4 abstaining``; in Arabic the number follows, so that no word has to agree with it."""
    counts = (("in_favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining))
    known = [(word(key, language), count) for key, count in counts if count is not None]
    if language == "ar":
        return "، ".join(f"{name}: {count}" for name, count in known)
    return ", ".join(f"{count} {name}" for name, count in known)


def facts(resolution: Resolution) -> list[tuple[str, str]]:
    """What the masthead says, as pairs of a word and a value, without what it does not say."""
    language = resolution.language
    comma = "، " if language == "ar" else ", "
    items = comma.join(item.number for item in resolution.agenda_items)
    found = [
        ("status", word("draft", language) if resolution.status == "draft" else ""),
        ("sponsors", comma.join(resolution.sponsors)),
        ("organ", organ_name(resolution.organ, language)),
        ("adopted_on", resolution.adopted_on.isoformat() if resolution.adopted_on else ""),
        ("issued_on", resolution.issued_on.isoformat() if resolution.issued_on else ""),
        ("meeting_number", str(resolution.meeting_number or "")),
        ("agenda_items", items),
        ("basis", resolution.basis.text if resolution.basis else ""),
        ("vote", vote_words(resolution.vote, language) if resolution.vote else ""),
    ]
    return [(word(key, language), value) for key, value in found if value]
