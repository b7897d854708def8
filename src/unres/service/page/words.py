"""What the page says, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "this_language": "English",
        "title": "Read a United Nations resolution",
        "file": "A resolution",
        "hint": "Drop a file here, or choose one: PDF, Word, HTML, Akoma Ntoso XML or text, up to {} MB.",
        "or_text": "Or paste its text",
        "text": "The text of a resolution",
        "language": "Language of the document",
        "found_out": "found out from the text",
        "arabic": "Arabic",
        "english": "English",
        "show": "Show the parse",
        "privacy": "The file is read by this service alone. It is not stored, and nothing of it is written to a log.",
        "result": "The parse of the document",
        "busy": "Reading…",
        "done": "The parse stands below.",
        "too_large": "This file is over the limit of {} MB.",
    },
    "ar": {
        "this_language": "العربية",
        "title": "قراءة قرار من قرارات الأمم المتحدة",
        "file": "نص القرار",
        "hint": "أفلت ملفا هنا أو اختر ملفا: PDF أو Word أو HTML أو Akoma Ntoso XML أو نص، حتى {} ميغابايت.",
        "or_text": "أو الصق النص",
        "text": "نص القرار",
        "language": "لغة الوثيقة",
        "found_out": "تُستنتج من النص",
        "arabic": "العربية",
        "english": "الإنكليزية",
        "show": "عرض التحليل",
        "privacy": "لا يقرأ الملف إلا هذه الخدمة، ولا يُحفظ، ولا يُكتب شيء منه في أي سجل.",
        "result": "تحليل الوثيقة",
        "busy": "تجري القراءة…",
        "done": "يظهر التحليل أدناه.",
        "too_large": "يتجاوز هذا الملف الحد المسموح به وهو {} ميغابايت.",
    },
}
