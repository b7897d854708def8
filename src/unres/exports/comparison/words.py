"""What a page says of a comparison, in the language of the resolutions."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "language": "en",
                "heading": "What changed",
                "older": "Older",
                "newer": "Newer",
                "kept": "kept",
                "changed": "changed",
                "added": "added",
                "dropped": "dropped",
                "moved": "moved",
                "moved_from": "moved from {place}",
                "moved_to": "moved to {place}",
                "renumbered": "was {label}",
                "label_paragraph": "{label}. ",
                "label_subparagraph": "({label}) ",
                "only": "Show only what changed",
                "equal": "Nothing differs.",
                "head": "Head",
                "preamble": "Preamble",
                "operative": "Operative part",
                "annex": "Annexes",
                "footnotes": "Footnotes",
                "references": "References",
                "references_added": "Cited only by the newer",
                "references_dropped": "Cited only by the older",
                "none": "none",
                "kind": "kind",
                "status": "status",
                "sponsors": "submitted by",
                "organ": "organ",
                "symbol": "symbol",
                "title": "title",
                "adopted_on": "adopted",
                "meeting_number": "meeting",
                "agenda_items": "agenda item",
                "basis": "basis",
                "vote": "vote",
                "enacting_formula": "enacting formula",
            }
        ),
        "ar": MappingProxyType(
            {
                "language": "ar",
                "heading": "ما الذي تغيّر",
                "older": "السابق",
                "newer": "اللاحق",
                "kept": "بلا تغيير",
                "changed": "معدّل",
                "added": "مضاف",
                "dropped": "محذوف",
                "moved": "منقول",
                "moved_from": "منقول من {place}",
                "moved_to": "منقول إلى {place}",
                "renumbered": "كان {label}",
                "label_paragraph": "{label} - ",
                "label_subparagraph": "({label}) ",
                "only": "إظهار ما تغيّر فقط",
                "equal": "لا فرق بين النصين.",
                "head": "البيانات",
                "preamble": "الديباجة",
                "operative": "المنطوق",
                "annex": "المرفقات",
                "footnotes": "الحواشي",
                "references": "المراجع",
                "references_added": "وردت في اللاحق وحده",
                "references_dropped": "وردت في السابق وحده",
                "none": "لا شيء",
                "kind": "النوع",
                "status": "الحالة",
                "sponsors": "مقدم من",
                "organ": "الهيئة",
                "symbol": "الرمز",
                "title": "العنوان",
                "adopted_on": "تاريخ الاتخاذ",
                "meeting_number": "الجلسة",
                "agenda_items": "بند جدول الأعمال",
                "basis": "الأساس",
                "vote": "التصويت",
                "enacting_formula": "صيغة الاستهلال",
            }
        ),
    }
)
"""Language → key → words."""
