"""The words of Arabic drafts and of documents that are no resolutions: who submits what, reports, records, letters."""

from __future__ import annotations

import re

_TEXTS = "(?:قرار|مقرر|بيان[ ]رئاسي|بيان|إعلان)"
_AMENDMENT = "(?:ال)?تعديل(?:ات|ان)?(?:[ ]مقترحة?|[ ]شفوي|[ ]فرعي)?"
_BY = "(?:مقدم[اة]?|مقترح|معد|موصى[ ]به|يقدمه|تقدمه|قدمه|قدمته|أعده|أعدته|اقترحه|اقترحته)"
SUBMITTED = re.compile(
    rf"مشروع {_TEXTS}(?: منقح| موحد)?|{_AMENDMENT} (?:على|لـ?|في) ?[^\n]{{3,300}}|{_AMENDMENT} لمشروع [^\n]{{3,300}}"
)
"""What stands behind the names of the sponsors and a colon: "كوبا*: | مشروع قرار"."""
_WHICH = r"(?:الأول|الثاني|الثالث|الرابع|الخامس|السادس|(?:الوارد[ ]في[ ])?(?:الوثيقة[ ])?[A-Z]{1,5}/[\w./-]{3,40})"
_GROUNDS = "(?:على[ ]أساس|بناءً?[ ]على|استناداً?[ ]إلى|في[ ]أعقاب|عقب|إثر|وفقاً?|عملاً?)"
SUBMISSION = re.compile(
    rf"""(?P<what>(?:
            مشروع[ ](?:ال)?{_TEXTS}(?:[ ](?:ال)?منقح|[ ](?:ال)?موحد)?
          | {_AMENDMENT}[ ](?:على[ ]|لـ?[ ]?|في[ ])مشروع[ ](?:ال)?{_TEXTS}(?:[ ]المنقح)?
        )(?:[ ]{_WHICH})?)
        (?:،?[ ]{_BY}[ ](?:من[ ])?(?P<by>[^\n]{{2,4000}}?))?
        (?:،?[ ](?P<ground>{_GROUNDS}[ ][^\n]{{3,300}}))?""",
    re.VERBOSE,
)
"""The line of a draft that names no State before it: "مشروع قرار مقدم من رئيس اللجنة"."""
AMENDMENT = re.compile(r"تعديل")
DECISION = re.compile(r"مقرر")
STATEMENT = re.compile(r"بيان")
DRAFT_WORDS = ("مشروع", "تعديل")
"""One of these stands in every such line."""
COMMA = "،"
NAME_WORDS = frozenset[str]()
MOST_WORDS_IN_NAME = 6
BETWEEN_NAMES = re.compile(
    r"،\*{0,3} و?"
    r"| و(?!(?:الهرسك|بربودا|توباغو|برينسيبي|نيفس|الجبل الأسود|جزر غرينادين|[أإا]يرلندا الشمالية)(?!\w))"
    r"(?=[\u0621-\u064a]{3})"
)
"""What parts the names of a list; some names hold an "and"."""
ON_BEHALF = re.compile(r"،? ?\(? ?(?:باسم|نيابة ?ً? عن|نيابةً عن|بالنيابة عن) .*|،? بصفت(?:ها|ه) .*")
BODIES = re.compile(
    r"(?:رئيس|رئيسة|الرئيس|الرئيسة|نائب|نائبة|مقرر|مقررة|المقرر|المقررة|مكتب|المكتب|الأمانة|الأمين|لجنة|اللجنة|مجلس|المجلس"
    r"|مجموعة|الميسر|الميسرين|ميسر|منسق|منسقة)(?!\w)"
)
"""A chair or a body: one name, however many commas stand in it."""
ARTICLE = ""
HEAD = re.compile(
    r"(?:(?P<committee>اللجنة|المجلس|الهيئة)|(?P<topic>الموضوع|موضوع القرار|القضية|المسألة)"
    r"|(?P<sponsors>(?:(?:الدول|الوفود) )?(?:الراعية|المقدمة|الرعاة|المقدمون)|مقدمو المشروع|مقدم من|الراعي)"
    r"|(?P<signatories>(?:(?:الدول|الوفود) )?(?:الموقعة|الموقعون|الموقعين|المؤيدة|المشاركة في التقديم))) ?: ?(?=\S)"
)
"""How the lines open at the head of a paper for a Model United Nations; each group names what the line gives."""
COMMITTEE_LINE = re.compile(
    r"اللجنة (?:الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|الرئيسية)|المكتب"
    r"|لجنة المسائل السياسية الخاصة و[إا]نهاء الاستعمار(?: \(اللجنة الرابعة\))?"
)
OTHER_DOCUMENTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"محضر (?:موجز|حرفي|مؤقت)|المحضر (?:الموجز|الحرفي)|(?:المحاضر|محاضر) "), "the record of a meeting"),
    (re.compile(r"(?:رسالة|رسالتان|رسائل|مذكرة شفوية|مذكرتان شفويتان)(?: \S+)? ?مؤرخ|رسالة "), "a letter"),
    (re.compile(r"مذكرة (?:من|أعدها|مقدمة من|تفسيرية|مفاهيمية)"), "a note"),
    (
        re.compile(r"(?:ال)?تقرير (?:من |مقدم من |أولي |ختامي |سنوي |مرحلي )?(?:ال|لجنة|مجلس|هيئة|فريق|عن|بشأن|رئيس)"),
        "a report",
    ),
    (re.compile(r"جدول الأعمال(?: المؤقت| المشروح|$)|برنامج العمل(?: المؤقت|$)"), "an agenda"),
    (re.compile(r"بيان مقدم من|بيان خطي"), "a written statement"),
)
"""How the lines open by which a document that is no resolution says what it is."""
