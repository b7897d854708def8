"""In Arabic: the reasons of references, the meanings of diagnostics and of what two versions disagree on.

The library says them in English, each from a closed set. What is not in the set is free text, and stays as it is.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.alignment import Check

REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date fits": "التاريخ يوافقه",
        "fits the organ named": "يوافق الهيئة المذكورة",
        "keeps what it does not state of what was cited last": "ما لم يُذكر فيه مأخوذ مما أُحيل إليه قبله",
        "most pairs of the document": "هو الترتيب الغالب في الوثيقة",
        "no organ known that has such a number": "لا تُعرف هيئة لها رقم كهذا",
        "no such number in that year": "لا وجود لهذا الرقم في تلك السنة",
        "number fits the session": "الرقم يوافق الدورة",
        "only possible order": "هو الترتيب الوحيد الممكن",
        "order of the list": "ترتيب القائمة",
        "others of the passage": "سائر أرقام المقطع",
        "own number": "رقم القرار نفسه",
        "repeats what was cited last": "يكرر ما أُحيل إليه قبله",
        "sessions with so many parts": "الدورات التي لها هذا العدد من الأجزاء",
        "the ends of a range share their session": "طرفا النطاق من دورة واحدة",
        "the same resolution elsewhere": "القرار نفسه في موضع آخر",
        "the two numbers in the other order": "الرقمان بالترتيب المعاكس",
    }
)
"""What decided how a reference is read."""

MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text.repaired": "أُزيلت محارف غير مرئية أو بقايا من Markdown، أو رُدّت صور العرض إلى حروفها.",
        "text.surrogates": "حلّ الرمز U+FFFD محل أنصاف أزواج منفردة لا تمثل أي محرف.",
        "text.invisible": "محارف غير مرئية تقوم وحدها خارج أي سطر.",
        "text.unplaced": "نص لم يُعرف موضعه من القرار، ومكانه مبيَّن في المصدر.",
        "language.unsupported": "النص ليس بالعربية ولا بالإنكليزية؛ وقُرئ كأنه بإحداهما.",
        "text.encoding_guessed": "لا يذكر الملف ترميزه؛ وقد استُدل عليه من الحروف.",
        "text.bytes_damaged": "بايتات لا تمثل محارف في هذا الترميز، حلّ محلها الرمز U+FFFD.",
        "pdf.unknown_characters": "رسوم في ملف PDF لا يقابلها محرف، حلّ محلها الرمز U+FFFD.",
        "pdf.unreadable_page": "صفحة من ملف PDF تعذرت قراءتها، أو ليس ما تعطيه نصا.",
        "pdf.turned_text": "نص مائل في ملف PDF، كالعلامة المائية، نُحّي جانبا.",
        "pdf.pictures_in_text": "صور صغيرة تقوم في أسطر نص ملف PDF مقام كلمات أو أرقام، ولم تُقرأ.",
        "pdf.page_without_text": "صفحة من ملف PDF ليست فيها طبقة نصية.",
        "ocr.page": "نص الصفحة استُخرج من صورة بالتعرف الضوئي؛ ومتوسط درجة اليقين مذكور.",
        "ocr.no_text": "لم يُتعرف على أي نص في صفحة هي صورة.",
        "ocr.unsure_words": "كلمات تُعرّف عليها بدرجة يقين متدنية، وهي مسرودة.",
        "ocr.restored_note": "أرقام حواش وعلاماتها أُسيئت قراءتها، وصُححت بعدّها على امتداد الصفحة.",
        "ocr.doubtful_number": "أرقام ربما أُسيئت قراءتها: غير مؤكدة، أو بين حروف، أو بالأرقام العربية الهندية.",
        "docx.notes_by_page": "الحواشي مرقمة من جديد في كل صفحة؛ وقد رُقّمت ترقيما متصلا.",
        "structure.other_document": "يبدو أن النص تقرير أو محضر أو رسالة أو مذكرة، وهذا مبين هنا؛ ونوعه ”other“.",
        "structure.not_a_resolution": "لا صيغة استهلال ولا رمز ولا فقرة مرقمة: لا يبدو النص قرارا.",
        "structure.no_formula": "صيغة الاستهلال غير موجودة؛ وفُصل من دونها بين الترويسة والمتن.",
        "structure.no_operative": "لم يُعثر على أي فقرة من فقرات المنطوق: ربما كان النص مبتورا.",
        "masthead.unread": "سطر من الترويسة لا تتعرف عليه أي قاعدة؛ وهو محفوظ فيها كما ورد.",
        "masthead.dates_disagree": "تختلف الترويسة والخاتمة في تاريخ الاتخاذ؛ وأُخذ بتاريخ الخاتمة.",
        "masthead.meetings_disagree": "تختلف الترويسة والخاتمة في رقم الجلسة.",
        "number.order": "لا شيء يحسم الترتيب الذي كُتب به رقم القرار.",
        "number.disagrees": "الرقم السابق للعنوان غير الرقم الوارد في الرمز.",
        "date.months_disagree": "تاريخ يحمل اسمي شهرين مختلفين؛ وأُخذ بالاسم الثاني.",
        "numbering.gap": "ترقيم لا يتصل بما سبقه في تسلسله.",
        "numbering.repeated": "رقم أو حرف مكرر في تسلسله.",
        "footnote.no_mark": "حاشية لا تشير إليها أي علامة في النص.",
        "footnote.no_text": "علامة تشير إلى حاشية غير موجودة.",
        "footnote.out_of_order": "علامات أو حواش ليست مرتبة بحسب أرقامها.",
        "footnote.repeated": "حاشيتان تحملان الرقم نفسه.",
        "numbering.too_deep": "الترقيم أعمق مما يرد في أي قرار؛ وأُخذ بأعمق مستوى.",
        "reference.ibid_unresolved": "عبارة ”المرجع نفسه“ ليس قبلها ما تعود إليه.",
        "reference.number_and_year": "رقم وسنة لا يتوافقان.",
        "export.not_read_back": "لو كُتب القرار نصا مجردا لقُرئ ثانية بفقرات أو حواش مختلفة.",
        "verb.unknown": "فقرة تُستهل بفعل لا يعرفه معجم الأفعال.",
    }
)
"""Of each code of diagnostic."""

CHECKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "لا تكاد النسختان تقولان الشيء نفسه",
        "block": "لا مقابل له في النسخة الأخرى",
        "number": "عدد",
        "date": "تاريخ",
        "symbol": "رمز",
        "reference": "إحالة",
        "footnote_mark": "علامة حاشية",
        "subparagraphs": "عدد الفقرات الفرعية",
    }
)
"""Of each kind of disagreement of two versions."""


def reasons(because: str, language: str) -> list[tuple[str, str]]:
    """The reasons of a reference, one by one, each with the language that it is given in."""
    if language != "ar":
        return [(because, "en")] if because else []
    return [(REASONS[each], "ar") if each in REASONS else (each, "en") for each in because.split("; ") if each]


def meaning(code: str, language: str) -> str:
    """What a code of diagnostic stands for, in Arabic; "" in English, where each message says it, and more."""
    return MEANINGS.get(code, "") if language == "ar" else ""


def check_said(check: Check, language: str) -> str:
    """What two versions disagree on, and what each of them says, in Arabic; "" in English, as with :func:`meaning`."""
    if language != "ar":
        return ""
    said = CHECKS[check.kind]
    arabic, english = ", ".join(check.arabic_says), ", ".join(check.english_says)
    if arabic and english:
        return f"{said}: في العربية {_isolated(arabic)}، وفي الإنكليزية {_isolated(english)}"
    if arabic:
        return f"{said}: في العربية {_isolated(arabic)}، ولا مقابل له في الإنكليزية"
    if english:
        return f"{said}: في الإنكليزية {_isolated(english)}، ولا مقابل له في العربية"
    return said


def _isolated(text: str) -> str:
    """A date, a symbol, a list of numbers within a line of Arabic: from left to right, whatever stands beside it."""
    return f"\u2066{text}\u2069"
