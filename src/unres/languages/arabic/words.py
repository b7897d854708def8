"""The fixed words of Arabic resolutions: masthead, formulas, closing, annexes, furniture.

Every pattern is applied to text without tatweel, with Western digits and single spaces; lines of a masthead are joined
by a line end. Arabic mastheads keep some English ("Distr.: General"), so those patterns stand here too.
"""

from __future__ import annotations

import re

import regex

from unres.models.vocabulary import Organ

UNITED_NATIONS = re.compile(
    r"(?:United Nations|UNITED NATIONS|الأمم المتحدة|United Nations ?- ?الأمم المتحدة|Nations Unies)"
)

ORGANS: tuple[tuple[re.Pattern[str], Organ], ...] = tuple(
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
)
"""Names of organs; the first that is found names the organ, so special ones stand before general ones."""

_VERILY = r"[إا][\u064b-\u0652]?ن[\u064b-\u0652]{0,2}"
"""«إن», with its vowel marks or without."""
FORMULA = re.compile(
    rf"""[”“"]?{_VERILY}[ ](?P<organ>
        (?:الجمعية|مجلس|المجلس|لجنة|اللجنة|جمعية|مؤتمر|المؤتمر|منتدى|المنتدى|هيئة)   # the organ's first word ...
        (?:[ ][\u0621-\u0652]{{2,20}}){{0,9}}                                            # ... and the rest of its name
        )[ ]?(?P<end>[،,:؛]|$)""",
    re.VERBOSE,
)
"""The enacting formula: "إن الجمعية العامة،"."""

FORMULA_BEFORE_CLAUSE = re.compile(
    rf"{_VERILY} (?P<organ>الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)[،,:]? (?=و?[إا]ذ |وقد |[تي][\u0621-\u0652]{{2,}} )"
)
"""The same, with the first clause on the same line."""
FORMULA_AT_END = re.compile(
    rf"[^,،] (?P<formula>{_VERILY} (?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)[،,:])$"
)
"""The same, in one line with the end of the masthead."""

PREAMBULAR = re.compile(
    r"[”“\"]?(?:و?[إا]ذ[اْ]? |و?قد |و?لما |وبعد أن |بعد أن |و?[\u0621-\u0652]{4,12}ا\u064b? من(?:ه|ها) "
    r"|و?(?:رغبة|إيمانا|اقتناعا|إدراكا|اعترافا|تقديرا|حرصا|سعيا|تصميما|وعيا)\u064b? )"
)
"""How a preambular clause opens: "إذ", "وإذ" with the present, "وقد" with the past."""

RECITAL_INSIDE = re.compile(r"[،,؛] (?=و?[إا]ذ |وقد )")
"""Where a recital may begin inside a line."""

ANNOUNCES = re.compile(r"[,،]|^و|التالية?|يلي|[اآ]ت(?:ي|ية)\b|أدناه|فإن")
"""What a line that ends with a colon holds if it opens a list, and a heading does not."""

RECITALS_IN_A_CLAUSE = True
"""Whether one clause holds several recitals that look like clauses, as the language writes them."""

DISTRIBUTION = regex.compile(
    r"\bDistr(?:\.|ibution) ?:? ?\n?(?P<distribution>General|Limited|Restricted|Provisional|GENERAL|LIMITED|RESTRICTED)|التوزيع ?: ?(?P<arabic>عام|محدود|مقيد)"
)
ORIGINAL = regex.compile(
    r"\bOriginal ?: ?(?P<language>[A-Z][A-Za-z]+(?:(?:,| and|/) ?[A-Z][a-z]+){0,5})|الأصل ?: ?(?P<arabic>بال[\u0621-\u064a]+)",
    regex.IGNORECASE,
)
LANGUAGE_LINE = re.compile(
    r"^(?:ARABIC|CHINESE|ENGLISH|FRENCH|RUSSIAN|SPANISH|عربي|ARABIC/.{0,40})$", re.IGNORECASE | re.MULTILINE
)

SESSION = regex.compile(
    r"""(?:ال)?دور(?:ة|ته|تها)[ ](?:
          (?P<kind>(?:العادية[ ]|المستأنفة[ ]|التنظيمية[ ]|الموضوعية[ ])?(?:الاستثنائية[ ])?(?:الطارئة[ ])?)
          (?P<ordinal>(?:ال[\u0621-\u0652]+|\d{1,3})(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+))?(?:[ ]بعد[ ]المائة|[ ]بعد[ ]المئة)?)
        | (?:عام[ ]|لعام[ ])?(?P<year>(?:19|20)\d\d)
        )""",
    regex.VERBOSE,
)
EMERGENCY = "الطارئة"
SPECIAL = "الاستثنائية"

AGENDA = regex.compile(
    r"""(?:البند|البندان|البندين|البنود)[ ]*:?[ ]*
        (?P<numbers>\d{1,3}(?:[ ]?\([\u0621-\u064a]{1,3}\))?
            (?:(?:،[ ]?|[ ]?و[ ]?|[ ]إلى[ ]|[–-])(?:\d{1,3}(?:[ ]?\([\u0621-\u064a]{1,3}\))?|\([\u0621-\u064a]{1,3}\))){0,40}+)
        (?:[ ]من[ ](?:جدول[ ]الأعمال(?:[ ]المؤقت)?|القائمة[ ]الأولية))?""",
    regex.VERBOSE,
)
AGENDA_NUMBER = re.compile(r"(?P<number>\d{1,3})?(?:[ ]?\((?P<letter>[\u0621-\u064a]{1,3})\))?(?P<range> إلى |–|-)?")

ADOPTION = regex.compile(
    r"""(?:(?P<kind>قرار|مقرر|القرار|المقرر|بيان)\s.{0,60}?)?(?:الذي\s)?(?:اتخذته|اتخذه|اعتمدته|اعتمده|اتُخذ|اتخذ|اعتُمد|أدلى[ ]به)\s?
        (?P<organ>الجمعية[ ]العامة|مجلس[ ][\u0621-\u064a]+(?:[ ]الإنسان)?|المجلس[ ]الاقتصادي[ ]والاجتماعي|جمعية[ ]الأمم[ ]المتحدة[ ]للبيئة)?""",
    regex.VERBOSE,
)
"""The remark that says who adopted it; meeting and date follow within the same lines."""
MEETING = regex.compile(
    r"(?:جلست(?:ه|ها)|الجلسة)\s(?:العامة\s|المغلقة\s|العلنية\s)?(?:رقم\s)?(?P<number>\d{1,5})|(?:جلست(?:ه|ها)|الجلسة)\s(?:العامة\s)?(?P<words>ال[\u0621-\u0652]+(?:\s(?:عشرة?|و\s?ال[\u0621-\u0652]+|بعد\sال[\u0621-\u0652]+)){0,4})"
)

OPENING_MEETING = re.compile(
    r"""[”“"]?(?:في|خلال)[ ](?:جلست(?:ه|ها)|الجلسة|جلسة[ ](?:مجلس[ ][\u0621-\u064a]+(?:[ ]الإنسان)?|المجلس|الجمعية[ ]العامة))
        [ ](?:العامة[ ]|المغلقة[ ]|العلنية[ ])?(?:رقم[ ])?
        (?:(?P<number>\d{1,5})|(?P<words>ال[\u0621-\u0652]+(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+|بعد[ ]ال[\u0621-\u0652]+)){0,4}))""",
    re.VERBOSE,
)
"""How a decision or a statement opens that names its meeting in its first sentence: "في الجلسة العامة 93"."""

RESOLUTION_NUMBER = re.compile(r"^(?:القرار|قرار) (?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)", re.MULTILINE)
NUMBER_ALONE = re.compile(r"القرار (?P<number>\d{1,4})\s(?:المؤرخ\s)?")
"""The number without its year, which the date behind it gives: "القرار 290 المؤرخ 8 كانون الأول/ديسمبر 1970"."""
NUMBER_DATE = re.compile(r"^(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)[.،-]? ", re.MULTILINE)
DECISION_WORD = re.compile(r"^(?:مقرر|المقرر|مقررات)(?: اتخذ| \d|$)", re.MULTILINE)
STATEMENT_WORD = re.compile(r"بيان (?:من |أدلى به )?رئيس(?:ة)? مجلس الأمن|بيان رئاسي")

BASIS_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"دون ال[إا]حالة"), "without_committee"),
    (re.compile(r"بناء ?ً? على تقرير"), "committee_report"),
    (re.compile(r"بناءً? على توصي"), "recommendation"),
    (re.compile(r"مقترح|اقتراح|جلسة عامة"), "plenary_proposal"),
)
COMMITTEE = regex.compile(
    r"(?:بناء ?ً? على (?:تقارير|تقرير|توصيات|توصية)|دون ال[إا]حالة إلى) (?P<name>[\u0621-\u0652][^()\[\]]{2,160}(?:\(اللجنة [\u0621-\u064a]+\))?)"
)

CLOSING = re.compile(
    r"""الجلسة[ ](?:العامة[ ]|المغلقة[ ])?(?:\((?P<resumed>المستأنفة)\)[ ])?
        (?:(?P<number>\d{1,5})|(?P<words>ال[\u0621-\u0652]+(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+|بعد[ ]ال[\u0621-\u0652]+)){0,4}))
        (?:[ ](?:\((?:المستأنفة)\)[ ]?)?(?:المعقودة[ ]في[ ])?(?P<rest>\d{1,2}[ ][\u0621-\u0652]+(?:[ ]?/?[ ]?[\u0621-\u0652]+){0,3}[ ]\d{4}))?\.?$""",
    re.VERBOSE,
)
"""The closing: "الجلسة العامة 60", with the date on the same line or the next."""
CLOSING_VOTE = re.compile(
    r"[\[(]?(?:ا[\u064b-\u0652]?[عت]ت?[\u064b-\u0652]?[مخ][\u064b-\u0652]?[دذ][\u064b-\u0652]?ت?|تم اعتماد)(?!\w).{0,400}?(?:تصويت|الجلسة|جلسته|بالإجماع|بتوافق|صوتا|أصوات)",
    re.DOTALL,
)
"""The remark on the vote: "[اعتُمد بدون تصويت]"."""

VOTE = regex.compile(
    r"""(?:بأغلبية[ ])?(?P<for>\d{1,3})[ ](?:صوتا|أصوات|صوت)(?:ً)?[ ]مقابل[ ](?P<against>\d{1,3}|لا[ ]شيء|صوت[ ]واحد|صوتين|لا[ ]أحد)(?:[ ](?:صوتا|أصوات|صوت))?(?:ً)?
        (?:[ ]\((?P<who_against>[^()]{3,600})\))?
        (?:[ ]?،?[ ](?:مع[ ]|و[ ]?)?(?:امتناع[ ])?(?P<abstaining>\d{1,3}|عضو[ ]واحد|عضوين|دولة[ ]واحدة|دولتين)[ ]?(?:عضوا|أعضاء|دول|دولة|امتناعا|عن)?(?:ً)?)?""",
    regex.VERBOSE,
)
VOTE_STATES = re.compile(r"(?P<side>المؤيدون|المعارضون|الممتنعون(?: عن التصويت)?|المؤيدة|المعارضة|الممتنعة) ?: ?")
SIDES = {
    "المؤيدون": "states_in_favour",
    "المعارضون": "states_against",
    "الممتنعون": "states_abstaining",
    "الممتنعون عن التصويت": "states_abstaining",
    "المؤيدة": "states_in_favour",
    "المعارضة": "states_against",
    "الممتنعة": "states_abstaining",
}
NUMBER_WORDS = {
    "لا شيء": 0,
    "لا أحد": 0,
    "صوت واحد": 1,
    "صوتين": 2,
    "عضو واحد": 1,
    "عضوين": 2,
    "دولة واحدة": 1,
    "دولتين": 2,
}

ANNEX = re.compile(
    r"""(?P<label>(?:المرفق|مرفق|التذييل|تذييل|الضميمة|ضميمة|الملحق)
        (?:[ ](?:ال[\u0621-\u0652]{3,8}(?:[ ]عشر)?|[ألبجدهوزحطيكمن]|ألف|باء|جيم|دال|هاء|واو|\d{1,2}))?)
        (?:[ ](?:ب|ل)(?:هذا[ ]|ال)[\u0621-\u0652 ]{3,60})?[.:]?(?:$|(?P<sep>[ ]?[-–—:][ ]?)(?=[\u0621-\u064a]))""",
    re.VERBOSE,
)
"""The heading of an annex, alone or with its title."""
SECTION_HEADING = re.compile(
    r"(?:المادة|الباب|الجزء|الفصل|الفرع|المبدأ|المبدأ التوجيهي|القاعدة|باب الإيرادات|الهدف|اجتماع المائدة المستديرة) (?:\d+|ال[\u0621-\u064a]+)"
)
"""Headings that a word and a number make: "المادة 5", "الجزء الثاني"."""
NUMBERED_HEADING = re.compile(
    r"""(?P<label>(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي[ ]عشر|ثاني[ ]عشر|ثالث[ ]عشر|رابع[ ]عشر|خامس[ ]عشر|سادس[ ]عشر|سابع[ ]عشر|ثامن[ ]عشر|تاسع[ ]عشر|عشرون|عشرين|(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)ا?[ ]وعشرون)ً?
        |ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون)(?:[ ]?[-–.:][ ]|$)""",
    re.VERBOSE,
)
"""Headings with an ordinal or a letter's name: "رابعا - الإبلاغ", "ثانيا" alone."""

RECYCLE = re.compile(
    r"(?:الرجاء|يرجى) إعادة (?:استعمال|استخدام|تدوير)(?: الورق)?.{0,8}|(?:الرجاء )?إعادة الاستعمال.{0,8}|الرجاء إعادة الاستعمال.{0,8}|(?:Please recycle).{0,8}"
)
REISSUED = re.compile(r"\*{1,3} ?[أا]ُ?عيد إصدار.{0,120}|\*{1,3} ?Reissued\b.{0,120}")
PAGE = re.compile(r"(?:الصفحة|صفحة|Page) \d{1,3}(?: ?(?:من|/|of) ?\d{1,3})?")
CITES = re.compile(
    r"(?:انظر|المرجع نفسه|الأمم المتحدة، |الوثائق الرسمية|[A-Z]{1,5}/|القرار|قرار|المقرر|متاح|منشورات|تقرير|United Nations, |Ibid)"
)
"""How the text of a footnote usually opens."""
NOTE = re.compile(r"(?:المرجع نفسه|انظر (?:أيضا )?الوثائق الرسمية|الوثائق الرسمية ل|الوثيقة [AS]/)")
"""What opens a footnote and nothing else."""
GOES_ON_AFTER_LABEL = re.compile(r"\([\w ]{1,5}\)،? (?:و ?\(|أو|إلى \(|من [هاف]|أعلاه|أدناه)|\([\w ]{1,5}\) \(")
"""A bracketed letter at the start of a line that is the rest of a reference: "(ب) و (ج) أعلاه"."""
NAMES_A_NUMBER = re.compile(
    r"(?:الفقرة|الفقرات|الفقرتين|المادة|المادتين|المواد|القرار|القرارات|القرارين|رقم|الرقم|البند|البنود|الفرع|الفصل|المجلد|الجزء|عام|سنة|يوم|في|إلى|من|[/(])$"
)
"""Before a number: it is no footnote mark."""

HANGS = re.compile(r"(?:^| )(?:في|من|على|إلى|عن|مع|بين|أو|و|التي|الذي|أن|إن|بما|كما|ضد|تحت|عند|لدى|خلال|بشأن)$")
"""A word at the end of a text behind which something must follow."""

COMMON = re.compile(r"\b(?:في|من|على|إلى|إن|أن|عن|التي|الذي|المتحدة|العامة|مجلس|وإذ|إذ)\b")
"""Words that no text of some length does without."""
COMMON_AS_WRITTEN = (" في ", " من ", " على ", " إلى ", " أن ")
"""Most of them, as they mostly stand: counting them first decides nearly every text."""
