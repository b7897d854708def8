"""Arabic mastheads and drafts, and documents that are no resolutions.

Mastheads keep some English ("Distr.: General").
"""

from __future__ import annotations

import re

import regex

from unres.languages.arabic.counting import MEETING_NUMBER
from unres.languages.language import Drafts, Masthead
from unres.languages.numbers import numbers
from unres.models.vocabulary import Organ

MASTHEAD = Masthead(
    united_nations=re.compile(
        r"(?:United Nations|UNITED NATIONS|الأمم المتحدة|United Nations ?- ?الأمم المتحدة|Nations Unies)"
    ),
    organs=tuple(
        (re.compile(pattern), organ)
        for pattern, organ in (
            (r"مجلس حقوق ال[إا]نسان", Organ.HUMAN_RIGHTS_COUNCIL),
            (r"جمعية ال[أا]مم المتحدة للبيئة", Organ.ENVIRONMENT_ASSEMBLY),
            (r"جمعية موئل ال[أا]مم المتحدة|جمعية الأمم المتحدة للموئل", Organ.HABITAT_ASSEMBLY),
            (r"مجلس ال[أا]من", Organ.SECURITY_COUNCIL),
            (r"المجلس الاقتصادي والاجتماعي", Organ.ECONOMIC_AND_SOCIAL_COUNCIL),
            (r"مجلس الوصاية", Organ.TRUSTEESHIP_COUNCIL),
            (r"لجنة حقوق ال[إا]نسان", Organ.COMMISSION_ON_HUMAN_RIGHTS),
            (r"لجنة منع الجريمة", Organ.COMMISSION_ON_CRIME_PREVENTION),
            (r"لجنة المخدرات", Organ.COMMISSION_ON_NARCOTIC_DRUGS),
            (r"لجنة وضع المر[أا]ة", Organ.COMMISSION_ON_THE_STATUS_OF_WOMEN),
            (r"لجنة السكان", Organ.COMMISSION_ON_POPULATION),
            (r"لجنة التنمية الاجتماعية", Organ.COMMISSION_FOR_SOCIAL_DEVELOPMENT),
            (r"بتسخير العلم والتكنولوجيا", Organ.COMMISSION_ON_SCIENCE_AND_TECHNOLOGY),
            (r"اللجنة ال[إا]حصائية", Organ.STATISTICAL_COMMISSION),
            (r"المعني بالغابات", Organ.FORUM_ON_FORESTS),
            (r"والاجتماعية لغربي? [آا]سيا", Organ.COMMISSION_FOR_WESTERN_ASIA),
            (r"والاجتماعية ل[آا]سيا والمحيط الهادئ", Organ.COMMISSION_FOR_ASIA_AND_THE_PACIFIC),
            (r"اللجنة الاقتصادية ل[أا]مريكا اللاتينية", Organ.COMMISSION_FOR_LATIN_AMERICA),
            (r"اللجنة الاقتصادية ل[أا]فريقيا", Organ.COMMISSION_FOR_AFRICA),
            (r"اللجنة الاقتصادية ل[أا]وروبا", Organ.COMMISSION_FOR_EUROPE),
            (r"الجمعية العامة", Organ.GENERAL_ASSEMBLY),
        )
    ),
    distribution=regex.compile(
        r"\bDistr(?:\.|ibution) ?:? ?\n?(?P<distribution>General|Limited|Restricted|Provisional|GENERAL|LIMITED|RESTRICTED)|التوزيع ?: ?(?P<arabic>عام|محدود|مقيد)"
    ),
    original=regex.compile(
        r"\bOriginal ?: ?(?P<language>[A-Z][A-Za-z]+(?:(?:,| and|/) ?[A-Z][a-z]+){0,5})|الأصل ?: ?(?P<arabic>بال[\u0621-\u064a]+)",
        regex.IGNORECASE,
    ),
    language_line=re.compile(
        r"^(?:ARABIC|CHINESE|ENGLISH|FRENCH|RUSSIAN|SPANISH|عربي|ARABIC/.{0,40})$", re.IGNORECASE | re.MULTILINE
    ),
    session=regex.compile(
        r"""(?:ال)?دور(?:ة|ته|تها)[ ](?:
          (?P<kind>(?:العادية[ ]|المستأنفة[ ]|التنظيمية[ ]|الموضوعية[ ])?(?:الاستثنائية[ ])?(?:الطارئة[ ])?)
          (?P<ordinal>(?:ال[\u0621-\u0652]+|\d{1,3})(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+))?(?:[ ]بعد[ ]المائة|[ ]بعد[ ]المئة)?)
        | (?:عام[ ]|لعام[ ])?(?P<year>(?:19|20)\d\d)
        )""",
        regex.VERBOSE,
    ),
    agenda=regex.compile(
        r"""(?:البند|البندان|البندين|البنود)[ ]*:?[ ]*
        (?P<numbers>\d{1,3}(?:[ ]?\([\u0621-\u064a]{1,3}\))?
            (?:(?:،[ ]?|[ ]?و[ ]?|[ ]إلى[ ]|[–-])(?:\d{1,3}(?:[ ]?\([\u0621-\u064a]{1,3}\))?|\([\u0621-\u064a]{1,3}\))){0,40}+)
        (?:[ ]من[ ](?:جدول[ ]الأعمال(?:[ ]المؤقت)?|القائمة[ ]الأولية))?""",
        regex.VERBOSE,
    ),
    agenda_number=re.compile(r"(?P<number>\d{1,3})?(?:[ ]?\((?P<letter>[\u0621-\u064a]{1,3})\))?(?P<range> إلى |–|-)?"),
    adoption=regex.compile(
        r"""(?:(?P<kind>قرار|مقرر|القرار|المقرر|بيان)\s.{0,60}?)?(?:الذي\s)?(?:اتخذته|اتخذه|اعتمدته|اعتمده|اتُخذ|اتخذ|اعتُمد|أدلى[ ]به)\s?
        (?P<organ>الجمعية[ ]العامة|مجلس[ ][\u0621-\u064a]+(?:[ ]الإنسان)?|المجلس[ ]الاقتصادي[ ]والاجتماعي|جمعية[ ]الأمم[ ]المتحدة[ ]للبيئة)?""",
        regex.VERBOSE,
    ),
    meeting=regex.compile(
        rf"(?:جلست(?:ه|ها)|الجلسة)\s(?:العامة\s|المغلقة\s|العلنية\s)?(?:رقم\s)?(?P<number>{MEETING_NUMBER})|(?:جلست(?:ه|ها)|الجلسة)\s(?:العامة\s)?(?P<words>ال[\u0621-\u0652]+(?:\s(?:عشرة?|و\s?ال[\u0621-\u0652]+|بعد\sال[\u0621-\u0652]+)){{0,4}})"
    ),
    opening_meeting=re.compile(
        rf"""[”“"]?(?:في|خلال)[ ](?:جلست(?:ه|ها)|الجلسة|جلسة[ ](?:مجلس[ ][\u0621-\u064a]+(?:[ ]الإنسان)?|المجلس|الجمعية[ ]العامة))
        [ ](?:العامة[ ]|المغلقة[ ]|العلنية[ ])?(?:رقم[ ])?
        (?:(?P<number>{MEETING_NUMBER})|(?P<words>ال[\u0621-\u0652]+(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+|بعد[ ]ال[\u0621-\u0652]+)){{0,4}}))""",
        re.VERBOSE,
    ),
    resolution_number=re.compile(r"^(?:القرار|قرار) (?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)", re.MULTILINE),
    number_alone=re.compile(r"القرار (?P<number>\d{1,4})\s(?:المؤرخ\s)?"),
    number_date=re.compile(r"^(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)[.،-]? ", re.MULTILINE),
    decision_word=re.compile(r"^(?:مقرر|المقرر|مقررات)(?: اتخذ| \d|$)", re.MULTILINE),
    statement_word=re.compile(r"بيان (?:من |أدلى به )?رئيس(?:ة)? مجلس الأمن|بيان رئاسي"),
    basis_kinds=(
        (re.compile(r"دون ال[إا]حالة"), "without_committee"),
        (re.compile(r"بناء ?ً? على تقرير"), "committee_report"),
        (re.compile(r"بناءً? على توصي"), "recommendation"),
        (re.compile(r"مقترح|اقتراح|جلسة عامة"), "plenary_proposal"),
    ),
    committee=regex.compile(
        r"(?:بناء ?ً? على (?:تقارير|تقرير|توصيات|توصية)|دون ال[إا]حالة إلى) (?P<name>[\u0621-\u0652][^()\[\]]{2,160}(?:\(اللجنة [\u0621-\u064a]+\))?)"
    ),
    joins_symbols=re.compile(r"[,،]? ?(?:and |و ?)?"),
)


_TEXTS = "(?:قرار|مقرر|بيان[ ]رئاسي|بيان|إعلان)"
_AMENDMENT = "(?:ال)?تعديل(?:ات|ان)?(?:[ ]مقترحة?|[ ]شفوي|[ ]فرعي)?"
_BY = "(?:مقدم[اة]?|مقترح|معد|موصى[ ]به|يقدمه|تقدمه|قدمه|قدمته|أعده|أعدته|اقترحه|اقترحته)"
_WHICH = r"(?:الأول|الثاني|الثالث|الرابع|الخامس|السادس|(?:الوارد[ ]في[ ])?(?:الوثيقة[ ])?[A-Z]{1,5}/[\w./-]{3,40})"
_GROUNDS = "(?:على[ ]أساس|بناءً?[ ]على|استناداً?[ ]إلى|في[ ]أعقاب|عقب|إثر|وفقاً?|عملاً?)"

DRAFTS = Drafts(
    submitted=re.compile(
        rf"مشروع {_TEXTS}(?: منقح| موحد)?|{_AMENDMENT} (?:على|لـ?|في) ?[^\n]{{3,300}}|{_AMENDMENT} لمشروع [^\n]{{3,300}}"
    ),
    submission=re.compile(
        rf"""(?P<what>(?:
            مشروع[ ](?:ال)?{_TEXTS}(?:[ ](?:ال)?منقح|[ ](?:ال)?موحد)?
          | {_AMENDMENT}[ ](?:على[ ]|لـ?[ ]?|في[ ])مشروع[ ](?:ال)?{_TEXTS}(?:[ ]المنقح)?
        )(?:[ ]{_WHICH})?)
        (?:،?[ ]{_BY}[ ](?:من[ ])?(?P<by>[^\n]{{2,4000}}?))?
        (?:،?[ ](?P<ground>{_GROUNDS}[ ][^\n]{{3,300}}))?""",
        re.VERBOSE,
    ),
    draft_words=("مشروع", "تعديل"),
    amendment=re.compile(r"تعديل"),
    decision=re.compile(r"مقرر"),
    statement=re.compile(r"بيان"),
    comma="،",
    name_words=frozenset[str](),
    most_words_in_name=6,
    between_names=re.compile(
        r"،\*{0,3} و?"
        r"| و(?!(?:الهرسك|بربودا|توباغو|برينسيبي|نيفس|الجبل الأسود|جزر غرينادين|[أإا]يرلندا الشمالية)(?!\w))"
        r"(?=[\u0621-\u064a]{3})"
    ),
    on_behalf=re.compile(r"،? ?\(? ?(?:باسم|نيابة ?ً? عن|نيابةً عن|بالنيابة عن) .*|،? بصفت(?:ها|ه) .*"),
    bodies=re.compile(
        r"(?:رئيس|رئيسة|الرئيس|الرئيسة|نائب|نائبة|مقرر|مقررة|المقرر|المقررة|مكتب|المكتب|الأمانة|الأمين|لجنة|اللجنة|مجلس|المجلس"
        r"|مجموعة|الميسر|الميسرين|ميسر|منسق|منسقة)(?!\w)"
    ),
    article="",
    head=re.compile(
        r"(?:(?P<committee>اللجنة|المجلس|الهيئة)|(?P<topic>الموضوع|موضوع القرار|القضية|المسألة)"
        r"|(?P<sponsors>(?:(?:الدول|الوفود) )?(?:الراعية|المقدمة|الرعاة|المقدمون)|مقدمو المشروع|مقدم من|الراعي)"
        r"|(?P<signatories>(?:(?:الدول|الوفود) )?(?:الموقعة|الموقعون|الموقعين|المؤيدة|المشاركة في التقديم))) ?: ?(?=\S)"
    ),
    committee_line=re.compile(
        r"اللجنة (?:الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|الرئيسية)|المكتب"
        r"|لجنة المسائل السياسية الخاصة و[إا]نهاء الاستعمار(?: \(اللجنة الرابعة\))?"
    ),
    other_documents=(
        (re.compile(r"محضر (?:موجز|حرفي|مؤقت)|المحضر (?:الموجز|الحرفي)|(?:المحاضر|محاضر) "), "the record of a meeting"),
        (re.compile(r"(?:رسالة|رسالتان|رسائل|مذكرة شفوية|مذكرتان شفويتان)(?: \S+)? ?مؤرخ|رسالة "), "a letter"),
        (re.compile(r"مذكرة (?:من|أعدها|مقدمة من|تفسيرية|مفاهيمية)"), "a note"),
        (
            re.compile(
                r"(?:ال)?تقرير (?:من |مقدم من |أولي |ختامي |سنوي |مرحلي )?(?:ال|لجنة|مجلس|هيئة|فريق|عن|بشأن|رئيس)"
            ),
            "a report",
        ),
        (re.compile(r"جدول الأعمال(?: المؤقت| المشروح|$)|برنامج العمل(?: المؤقت|$)"), "an agenda"),
        (re.compile(r"بيان مقدم من|بيان خطي"), "a written statement"),
    ),
    capitals=False,
)


NUMBERS = numbers(
    resolution=("القرار", "قرار", "Resolution", "RESOLUTION"),
    decision=("المقرر", "مقرر", "Decision", "DECISION"),
    sign=r"رقم |No\.? ?",
    parts=("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء"),
    prefixes={"د": "", "دإ": "S-", "دا": "S-", "دط": "ES-", "دإط": "ES-", "داط": "ES-"},
    dated=("المؤرخ", "المتخذ", "of ", "Of "),
    session_first=False,
)
