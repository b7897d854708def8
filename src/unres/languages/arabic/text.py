"""The fixed words of the text: formulas, openings of clauses, headings, the closing, footnotes, furniture."""

from __future__ import annotations

import re

import regex

from unres.languages.arabic.counting import MEETING_NUMBER
from unres.languages.language import Clauses, Closing, Headings, Notes, Wording
from unres.scripts import ARABIC_LETTERS, ARABIC_LETTERS_ALONE, folded

_VERILY = r"[إا][\u064b-\u0652]?ن[\u064b-\u0652]{0,2}"
"""«إن», with its vowel marks or without."""

_WRITTEN_ALIKE = {"ة": "[ةه]", "ى": "[ىي]", "ي": "[يى]", "أ": "[أاإ]", "إ": "[إا]", "ا": "[اإأ]"}
"""Letters that people write one for the other."""
_LETTER = re.compile(r"(?P<letter>\[[^]]*\]|[\u0621-\u064a])(?P<times>[?*+{])?")


def _as_people_write(pattern: str) -> str:
    """The pattern with vowel marks allowed behind every letter, and letters that are written one for the other."""

    def loose(match: re.Match[str]) -> str:
        letter = match["letter"]
        if letter[0] == "[" and not re.search("[\u0621-\u064a]", letter):  # a class that says its range by escapes
            return match[0]
        marked = f"{_WRITTEN_ALIKE.get(letter, letter)}[\u064b-\u0652]{{0,2}}"
        return f"(?:{marked}){match['times']}" if match["times"] else marked

    return _LETTER.sub(loose, pattern)


CLAUSES = Clauses(
    formula=re.compile(
        _as_people_write(rf"""[”“"]?{_VERILY}[ ](?P<organ>
        (?:الجمعية|مجلس|المجلس|لجنة|اللجنة|جمعية|مؤتمر|المؤتمر|منتدى|المنتدى|هيئة)   # the organ's first word ...
        (?:[ ][\u0621-\u0652]{{2,20}}){{0,9}}                                            # ... and the rest of its name
        )[ ]?(?P<end>[،,:؛]|$)"""),
        re.VERBOSE,
    ),
    formula_before_clause=re.compile(
        _as_people_write(
            rf"{_VERILY} (?P<organ>الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)[،,:]? (?=و?[إا]ذ |وقد |[تي][\u0621-\u0652]{{2,}} )"
        )
    ),
    formula_at_end=re.compile(
        _as_people_write(
            rf"[^,،] (?P<formula>{_VERILY} (?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)[،,:])$"
        )
    ),
    preambular=re.compile(
        _as_people_write(
            r"[”“\"]?(?:و?[إا]ذ[اْ]? |وقد (?!ي|كان|تست|تكون|تؤدي|تشكل|تؤثر|تسهم)|و?لما |وبعد أن |بعد أن |و?[\u0621-\u0652]{4,12}ا\u064b? من(?:ه|ها) "
            r"|و?(?:رغبة|إيمانا|اقتناعا|إدراكا|اعترافا|تقديرا|حرصا|سعيا|تصميما|وعيا)\u064b? )"
        )
    ),
    recital_inside=re.compile(r"[،,؛] (?=و?[إا]ذ |وقد )"),
    recitals_in_a_clause=True,
    refers_back=re.compile(
        r"[إا]ذ |[\u0621-\u0647\u0649-\u0652]{4,12}ا\u064b? من(?:ها|ه) |وإذ [تي](?:شدد|شجع|حث|هيب|دعو|طلب|تطلع|ناشد) |وإذ [تي]عرب عن (?:ال)?أمل|و(?:تصميما|سعيا)\u064b? من(?:ها|ه) "
        r"|وإذ (?:[\u0621-\u0652]+ ){1,10}?(?:في هذا (?:الصدد|السياق)|[لب]?(?:ذلك|هذه|هذا|تلك))(?![\u0621-\u0652])"
    ),
    announces=re.compile(r"[,،]|^و|التالية?|يلي|[اآ]ت(?:ي|ية)\b|أدناه|فإن"),
    names_follow=re.compile(r"التالي(?:ة|ين|تين|ون|ات)?\b|الآتي|أدناه|يلي"),
    hangs=re.compile(r"(?:^| )(?:في|من|على|إلى|عن|مع|بين|أو|و|التي|الذي|أن|إن|بما|كما|ضد|تحت|عند|لدى|خلال|بشأن)$"),
)

CLOSING = Closing(
    meeting=re.compile(
        rf"""الجلسة[ ](?:العامة[ ]|المغلقة[ ])?(?:\((?P<resumed>المستأنفة)\)[ ])?
        (?:(?P<number>{MEETING_NUMBER})|(?P<words>ال[\u0621-\u0652]+(?:[ ](?:عشرة?|و[ ]?ال[\u0621-\u0652]+|بعد[ ]ال[\u0621-\u0652]+)){{0,4}}))
        (?:[،,]?[ ](?:\((?:المستأنفة)\)[ ]?)?(?:المعقودة[ ]في[ ])?(?P<rest>\d{{1,2}}[ ][\u0621-\u0652]+(?:[ ]?/?[ ]?[\u0621-\u0652]+){{0,3}}[ ]\d{{4}})|[ ]\(المستأنفة\))?[.،,]?$""",
        re.VERBOSE,
    ),
    remark=re.compile(
        r"[\[(]?(?:ا[\u064b-\u0652]?[عت]ت?[\u064b-\u0652]?[مخ][\u064b-\u0652]?[دذ][\u064b-\u0652]?ت?|تم اعتماد)(?!\w)(?! (?:ال|مجلس )[\u0621-\u0652 ]{3,40}،).{0,400}?(?:تصويت|الجلسة|جلسته|بالإجماع|بتوافق|صوتا|أصوات)",
        re.DOTALL,
    ),
    vote=regex.compile(
        r"""(?:بأغلبية[ ])?(?P<for>\d{1,3})[ ](?:صوتا|أصوات|صوت)(?:ً)?[ ]مقابل[ ](?P<against>\d{1,3}|لا[ ]شيء|صوت[ ]واحد|صوتين|لا[ ]أحد)(?:[ ](?:صوتا|أصوات|صوت))?(?:ً)?
        (?:[ ]\((?P<who_against>[^()]{3,600})\))?
        (?:[ ]?،?[ ](?:مع[ ]|و[ ]?)?(?:امتناع[ ])?(?P<abstaining>\d{1,3}|عضو[ ]واحد|عضوين|دولة[ ]واحدة|دولتين)[ ]?(?:عضوا|أعضاء|دول|دولة|امتناعا|عن)?(?:ً)?)?""",
        regex.VERBOSE,
    ),
    states=re.compile(r"(?P<side>المؤيدون|المعارضون|الممتنعون(?: عن التصويت)?|المؤيدة|المعارضة|الممتنعة) ?: ?"),
    sides={
        "المؤيدون": "states_in_favour",
        "المعارضون": "states_against",
        "الممتنعون": "states_abstaining",
        "الممتنعون عن التصويت": "states_abstaining",
        "المؤيدة": "states_in_favour",
        "المعارضة": "states_against",
        "الممتنعة": "states_abstaining",
    },
    number_words={
        "لا شيء": 0,
        "لا أحد": 0,
        "صوت واحد": 1,
        "صوتين": 2,
        "عضو واحد": 1,
        "عضوين": 2,
        "دولة واحدة": 1,
        "دولتين": 2,
    },
)

HEADINGS = Headings(
    annex=re.compile(
        r"""(?P<label>(?:المرفق|مرفق|التذييل|تذييل|الضميمة|ضميمة|الملحق)
        (?:[ ](?:ال[\u0621-\u0652]{3,8}(?:[ ]عشر)?|[ألبجدهوزحطيكمن]|ألف|باء|جيم|دال|هاء|واو|\d{1,2}))?)
        (?:[ ](?:ب|ل)(?:هذا[ ]|ال)[\u0621-\u0652 ]{3,60})?[.:]?(?:$|(?P<sep>[ ]?[-–—:][ ]?)(?=[\u0621-\u064a]))""",
        re.VERBOSE,
    ),
    section=re.compile(
        r"(?:المادة|الباب|الجزء|الفصل|الفرع|المبدأ|المبدأ التوجيهي|القاعدة|باب الإيرادات|الهدف|اجتماع المائدة المستديرة) (?:\d+|ال[\u0621-\u064a]+)"
    ),
    numbered=re.compile(
        r"""(?P<label>(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي[ ]عشر|ثاني[ ]عشر|ثالث[ ]عشر|رابع[ ]عشر|خامس[ ]عشر|سادس[ ]عشر|سابع[ ]عشر|ثامن[ ]عشر|تاسع[ ]عشر|عشرون|عشرين|(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)ا?[ ]وعشرون)ً?
        |ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون)(?:[ ]?[-–.:][ ]|$)""",
        re.VERBOSE,
    ),
)

NOTES = Notes(
    cites=re.compile(
        r"(?:انظر|الأمم المتحدة، |الوثائق الرسمية|[A-Z]{1,5}/|القرار|قرار|المقرر|متاح|منشورات|تقرير|United Nations, )"
    ),
    opens=re.compile(r"(?:انظر (?:أيضا )?الوثائق الرسمية|الوثائق الرسمية ل|الوثيقة [AS]/)"),
    goes_on_after_label=re.compile(r"\([\w ]{1,5}\)،? (?:و ?\(|أو|إلى \(|من [هاف]|أعلاه|أدناه)|\([\w ]{1,5}\) \("),
    names_a_number=re.compile(
        r"(?:\b(?:الفقرة|الفقرات|الفقرتين|المادة|المادتين|المواد|القرار|القرارات|القرارين|رقم|الرقم|البند|البنود|الفرع|الفصل|المجلد|الجزء|عام|سنة|يوم|في|إلى|من)|[/(])$"
    ),
    is_counted=re.compile(
        r" ?(?:(?:إلى|و|أو|[-–—،]) ?\d|في المائة|بالمائة|٪|%|مليون|مليار|ملايين|عاما|سنة|سنوات|شهرا|أشهر|يوما|أيام"
        r"|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين)"
    ),
    goes_on=re.compile(r" (?:و|أو |في |من |على |إلى |عن |التي |الذي |بما |بوصف|ال|الم)"),
)


def _one_form(text: str) -> str:
    """Letters in one form, the final ta as ha."""
    return folded(text).replace("ة", "ه")


WORDING = Wording(
    word=re.compile(f"[{ARABIC_LETTERS_ALONE}]{{2,24}}"),
    fold=_one_form,
    prefixes=("وبال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك"),
    endings=("تهما", "هما", "تها", "تهم", "اتها", "اتهم", "ها", "هم", "ات", "ون", "ين", "ان", "يه", "ته", "ه", "ي"),
    common=frozenset(
        map(
            _one_form,
            "من في على إلى عن أن أو ما لا مع بين هذا هذه ذلك تلك التي الذي الذين كل أي غير".split(),
        )
    ),
    openers={"وإذ": "إذ", "وقد": "قد"},
    no_facts=rf"""
      كوفيد[\s\-‑–]{{0,3}}19                              # one name, with its year or without
    | ^\s*[0-9]{{1,3}}\s(?=[تي][{ARABIC_LETTERS}]{{2}})   # a label that lost its dash, before a verb
    """,
)
