"""How Arabic texts cite."""

from __future__ import annotations

from unres.languages.citing import Citations, Joins, Keywords, Numbers, Places, Rule, Sources, any_of
from unres.un.organs import COUNCILS, FUNCTIONAL_COMMISSIONS

_ORGANS = {
    "الجمعية العامة للأمم المتحدة": "general_assembly",
    "الجمعية العامة": "general_assembly",
    "مجلس الأمن الدولي": "security_council",
    "مجلس الأمن": "security_council",
    "المجلس الاقتصادي والاجتماعي": "economic_and_social_council",
    "مجلس الوصاية": "trusteeship_council",
    "مجلس حقوق الإنسان": "human_rights_council",
    "جمعية الأمم المتحدة للبيئة": "environment_assembly",
    "جمعية البيئة": "environment_assembly",
    "لجنة حقوق الإنسان": "commission_on_human_rights",
    "لجنة منع الجريمة والعدالة الجنائية": "commission_on_crime_prevention_and_criminal_justice",
    "لجنة المخدرات": "commission_on_narcotic_drugs",
    "لجنة وضع المرأة": "commission_on_the_status_of_women",
    "لجنة مركز المرأة": "commission_on_the_status_of_women",
    "لجنة السكان والتنمية": "commission_on_population_and_development",
    "لجنة التنمية الاجتماعية": "commission_for_social_development",
    "اللجنة المعنية بتسخير العلم والتكنولوجيا لأغراض التنمية": "commission_on_science_and_technology_for_development",
    "لجنة تسخير العلم والتكنولوجيا لأغراض التنمية": "commission_on_science_and_technology_for_development",
    "اللجنة الإحصائية": "statistical_commission",
    "منتدى الأمم المتحدة المعني بالغابات": "forum_on_forests",
    "جمعية موئل الأمم المتحدة": "habitat_assembly",
    "جمعية الموئل": "habitat_assembly",
    "اللجنة الاقتصادية والاجتماعية لغربي آسيا": "economic_and_social_commission_for_western_asia",
    "اللجنة الاقتصادية والاجتماعية لغرب آسيا": "economic_and_social_commission_for_western_asia",
    "الإسكوا": "economic_and_social_commission_for_western_asia",
    "اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ": "economic_and_social_commission_for_asia_and_the_pacific",
    "اللجنة الاقتصادية لأمريكا اللاتينية ومنطقة البحر الكاريبي": (
        "economic_commission_for_latin_america_and_the_caribbean"
    ),
    "اللجنة الاقتصادية لأمريكا اللاتينية": "economic_commission_for_latin_america_and_the_caribbean",
    "اللجنة الاقتصادية لأفريقيا": "economic_commission_for_africa",
    "اللجنة الاقتصادية لأوروبا": "economic_commission_for_europe",
    "مؤتمر الأطراف": "other",
    "مؤتمر الدول الأطراف": "other",
    "جمعية الصحة العالمية": "other",
    "المؤتمر": "other",
    "مجلس الإدارة": "other",
    "اللجنة الفرعية": "other",
    "اللجنة الاقتصادية": "other",
}
_SHORT = {
    "الجمعية": ("general_assembly", "environment_assembly"),
    "المجلس": COUNCILS,
    "الأممي": ("security_council", "general_assembly"),
    "الأممية": ("security_council", "general_assembly"),
    "الدولي": ("security_council", "general_assembly"),
    "الدولية": ("security_council", "general_assembly"),
    "الأمم المتحدة": ("security_council", "general_assembly"),
    "اللجنة": FUNCTIONAL_COMMISSIONS,
}
_LETTERS = {
    name: letter
    for letter, names in {
        "A": "ألف الف",
        "B": "باء",
        "C": "جيم",
        "D": "دال",
        "E": "هاء",
        "F": "واو",
        "G": "زاي زاء",
        "H": "حاء",
        "I": "طاء",
        "J": "ياء",
        "K": "كاف",
        "L": "لام",
        "M": "ميم",
        "N": "نون",
        "O": "سين",
        "P": "عين",
        "Q": "فاء",
        "R": "صاد",
        "S": "قاف",
        "T": "راء",
        "U": "شين",
        "V": "تاء",
        "W": "ثاء",
        "X": "خاء",
        "Y": "ذال",
        "Z": "ضاد",
    }.items()
    for name in names.split()
}

_DATIVE = {("لل" + name[2:] if name.startswith("ال") else "ل" + name): organ for name, organ in _ORGANS.items()}
"""“للجمعية العامة”, "لمجلس الأمن": the organ behind a number, joined by "of"."""
_TAIL = (
    r"(?P<plural>ات|ت|ين|ان|ي|ا)?(?P<own>هما|ها|ه|هم|نا)?(?![ء-ي])"
    rf"(?:\s{{1,3}}(?P<organ>{any_of(_ORGANS)})(?![ء-ي])|\s{{1,3}}(?P<short>{any_of(_SHORT)})(?![ء-ي]))?"
    r"(?:\s{1,3}(?:السابقة|السابق|السابقين|السنوية|الأخيرة|الأخير|المتعاقبة|اللاحقة|رقم(?![ء-ي])|التالية|ذات\sالصلة))?"
)
# استقرار, إقرار, تقرر are other words
_STARTS = r"(?<![ء-ي])|(?<=[لوبكف])"
_KEYWORDS = Keywords(
    rules=(
        Rule("قرار", rf"(?:{_STARTS})قرار{_TAIL}"),
        Rule("مقرر", rf"(?:{_STARTS})(?P<decision>مقرر){_TAIL}"),
    ),
    present_before=r"(?<![ء-ي])[وبلك]?(?P<this>هذا)\sال$",
    present_behind=r"\sالحالي(?![ء-ي])",
    article="ال",
    definite=r"(?<=ال)",
    organ_behind=(
        rf"\)?\s?[،,]?\s{{0,2}}(?:(?P<joined>{any_of(_DATIVE)})(?![ء-ي])"
        r"|(?:و?(?:الصادر|المتخذ|المعتمد)(?:ة|ين|تين|ات)?\s(?:عن|من|في)\s"
        r"|(?P<verb>(?:الذي|التي|اللذين|اللذان|اللتين|اللواتي)\s(?:أصدر|اتخذ|اعتمد|أقر)ت?(?:ه|ها|هما)\s)|من\s(?=قرارات))"
        rf"(?:(?P<organ>{any_of(_ORGANS)})|(?P<short>{any_of(_SHORT)})|(?P<unknown>[ء-ي])))"
    ),
    organs_behind=_DATIVE,
    organ_stems=("جمعية", "مجلس", "لجنة", "مؤتمر", "منتدى"),
)
_NUMBERS = Numbers(
    number=r"رقم[يا]?|الأرقام|أرقامها|ذ(?:و|ي|ات|وات)\sالرقم(?:ين)?|ذ(?:ات|وات)\sالأرقام",
    before_number=r"و\s?|من\s|ل?(?:عام|سنة)\s(?:19|20)[0-9]{2}:\s",
    behind_part=r"المؤرخ|بشأن|المتعلق|و",
    year=r"لعام|لسنة|عام|سنة",
    of_year=r"لسنة|لعام|سنة|عام|الصادر\s(?:في\s|سنة\s|عام\s){1,2}",
    session=(
        r"(?:ال)?دورة\s(?:(?:ال)?(?P<digits>[0-9]{1,2})|(?P<roman>[IVXL]{1,8})"
        r"|(?P<words>ال[ء-ي]{3,10}(?:\s(?:عشرة|و\s?ال[ء-ي]{4,8}))?))"
        r"|(?P<kind>د\s?[إا]\s?ط|د\s?[إا]|د)\s?[-–‑./]?\s?(?P<number>[0-9]{1,2})"
    ),
    session_prefix=r"(?<![ء-ي])[وبلك]?(?P<kind>د\s?[إا]\s?ط|د\s?[إا])\s?[-–‑]\s?$",
    session_kinds={
        "دإ": "special",
        "دا": "special",
        "دإط": "emergency_special",
        "داط": "emergency_special",
        "د": "regular",
    },
    turned=True,
    counted=(
        r"\s(?!(?:في|من|على|إلى|عن|حول|منذ|قبل|بعد|مع|ضد|دون|خلال|وفق|ذات|ذوات|حتى|لم|لن|لا|قد|كما|هي|هما|كان|كانت|جميعا|معا|أو)\s)"
        r"(?!ال|[وفبل])[ء-ْ]{3,14}(?![ء-ْ])"
    ),
    lookalikes=(
        r"(?:الفقرة|الفقرات|المادة|المادتين|المواد|[اوبل]لفترة|للفترة|لفترة|السنتين|عامي|العامين|عام|قانون|القانون"
        r"|التوجيه|الصفحة|الهدف|الغاية|الاتفاقية|اتفاقية|المجلد|كوفيد|استنتاجات(?:ها?)?|(?:ال)?متفق عليها)(?:\sرقم)?"
    ),
    title=r"\s?[،,]?\s?و?المعنون(?:ة|ين|تين|ان)?\s{1,2}[”“\"«](?P<title>[^“”\"«»\x00]{3,400})[“”\"»]",
    date_of_list=r"(?<=،\s)المؤرخ(?:ين|ان|تين|تان|ة)\s(?=[0-9])",
)
_SOURCES = Sources(
    ibid=(Rule("المرجع", r"المرجع\s(?:نفسه|ذاته|السابق)(?:\sذكره)?"),),
    document=r"الوثيقة|(?<=ل)لوثيقة|الوثيقتان|الوثائق",
    states_record=r"الدورة|الملحق",
    volume=r"المجلد(?:ان|ين|ات)?",
    number=r"الرقم(?:ان|ين)?|رقم|الأرقام",
    treaty_series=(Rule("مجموعة", r"مجموعة\sالمعاهدات"),),
    united_nations=r"الأمم\sالمتحدة",
    league_of_nations=r"عصبة\sالأمم",
    sales=(Rule("مبيع", r"مبيع(?:ات)?:?\s{0,2}"),),
    before_sales=r"(?:رقم|أرقام)\s(?:ال)?",
    supplement=r"(?:الملحقان|الملحقين|الملاحق|الملحق|ملحق)\s{0,2}(?:رقم|الخاص\sرقم)",
    meeting=r"(?:السنة\s[ء-ي ]{3,30}،\s)?الجلسة\s[0-9]{1,4}",
    records=(
        Rule(
            "الوثائق",
            r"الوثائق\sالرسمية\sل(?P<organ>لجمعية\sالعامة|مجلس\sالأمن|لمجلس\sالاقتصادي\sوالاجتماعي|مجلس\sالوصاية)?",
        ),
    ),
    records_of={
        "لجمعية العامة": "general_assembly",
        "مجلس الأمن": "security_council",
        "لمجلس الاقتصادي والاجتماعي": "economic_and_social_council",
        "مجلس الوصاية": "trusteeship_council",
    },
    inside_report=r"الفصل|الفرع|الجزء|المرفق",
)
_ROMANS = r"[IVXL]{1,7}(?:\.[A-Z])?(?:(?:,\s|\s(?:and|to)\s|[–-])[IVXL]{1,7}(?:\.[A-Z])?){0,5}"
_LETTER_NAME = r"(?:ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام)(?:[-–][0-9]{1,2})?"
_ORDINAL = (
    r"(?:ال)?(?:أولا?|ثانيا?|ثالثا?|رابعا?|خامسا?|سادسا?|سابعا?|ثامنا?|تاسعا?|عاشرا?|حادي|واحد)"
    r"(?:\s(?:عشر|والعشرون|والعشرين))?(?:\s?و\s?ال(?:ثاني|ثالث|رابع))?(?![ء-ي])"
)
_PLACE = rf"(?:{_LETTER_NAME}|{_ORDINAL}|{_ROMANS}|[0-9]{{1,2}})"
_CHAPTER_NAMES = {
    "الأول": "I",
    "الثاني": "II",
    "الثالث": "III",
    "الرابع": "IV",
    "الخامس": "V",
    "السادس": "VI",
    "السابع": "VII",
    "الثامن": "VIII",
    "التاسع": "IX",
    "العاشر": "X",
    "الحادي عشر": "XI",
    "الثاني عشر": "XII",
    "الثالث عشر": "XIII",
    "الرابع عشر": "XIV",
    "الخامس عشر": "XV",
    "السادس عشر": "XVI",
}
_CHAPTER = rf"(?:{'|'.join(sorted(_CHAPTER_NAMES, key=len, reverse=True))}|[IVX]{{1,5}})"
_CHARTER = r"(?:الميثاق|ميثاق(?:\sالأمم\sالمتحدة)?)"
_HEAD = r"(?:اتفاقيات|اتفاقيتي|اتفاقية|اتفاق|عهدين|عهد|إعلان|بروتوكول|ميثاق|نظام|معاهدة|دستور|قانون|صكوك|لائحة|مدونة)(?![ء-ي])"
_REST = r"(?:(?!\sو?[بل]?ال(?:مادة|مادتين|مواد|فقرة|فقرتين|فقرات)\s)[^،.؛:()”“\"\x00\n]){0,110}"
# "الاتفاقية" alone is a whole name, unless an adjective of its own follows
_INSTRUMENT = rf"(?:ال{_HEAD}(?:\s(?!ال[ء-ي]{{1,12}}(?:تين|تان)(?![ء-ي]))ال[ء-ي]{_REST})?|{_HEAD}{_REST})"
_PLACES = Places(
    behind=(
        r"(?:\s?[،,]\s?(?:و\s?)?|\sو|\s\()(?>(?P<annex>المرفق(?:ان|ين|ات)?|مرفق)"
        rf"(?:\s(?P<annex_number>{_PLACE}(?:\sو\s?(?:ال)?{_PLACE})?))?(?![ء-ي])"
        rf"|(?:الفرع|الفرعان|الفرعين|الجزء|الجزآن|الجزأين|الباب|القسم)\s(?P<section>{_PLACE})"
        rf"|(?:الفصل|الفصلان|الفصلين)\s(?P<chapter>{_PLACE})"
        r"|(?:الفقرة|الفقرتان|الفقرتين|الفقرات)\s(?:من\s)?(?P<paragraphs><NUMBERS>)"
        r"|(?:المادة|المادتان|المادتين|المواد)\s(?:من\s)?(?P<article><NUMBERS>))(?!\s(?:من|لل?))"
    ),
    before=(
        r"(?:(?:(?:ال|لل)(?:فقرة|فقرتان|فقرتين|فقرات)|فقرات)\s(?:من\s)?(?P<paragraphs><NUMBERS>)\sمن\s)?"
        rf"(?:(?:ال|لل)(?:فرع|جزء|باب|قسم)\s(?P<section>{_PLACE})\sمن\s"
        r"|(?:المادة|المادتين|المواد|للمادة)\s(?P<article><NUMBERS>)\sمن\s"
        rf"|(?P<annex>المرفق|المرفقين)\s(?P<annex_number>{_PLACE})\s(?:من\s|ل)"
        r"|(?P<annex_only>مرفق|بمرفق|لمرفق|المرفق)\s(?:من\s|ل)?)?(?:ال|هذا\sال)?$"
    ),
    leads=("من ", "من ال", "مرفق ", "من هذا ال", "ل", "من\n", "من\nال", "مرفق ال"),
    articles=(
        Rule(
            "ماد",
            r"ماد(?:ة|تين|تان)\s(?P<articles><NUMBERS>)(?:\s?\([ء-ي]\)|\s(?P<letter>[ء-ي])(?=\sمن\s))?"
            r"(?:\s?[،]?\s?(?:الفقرة|الفقرتين|الفقرات)\s(?P<paragraphs><NUMBERS>)\s?[،]?)?"
            rf"(?:\sمن\sالفصل\s(?P<chapter>{_CHAPTER})(?![ء-ي]))?(?:\sمن\s(?P<instrument>{_INSTRUMENT}))?",
        ),
        Rule("المواد", rf"المواد\s(?:من\s)?(?P<articles><NUMBERS>)(?:\sمن\s(?P<instrument>{_INSTRUMENT}))?"),
    ),
    inserted=r"مكررا?(?![ء-ي])",
    chapters=(Rule("فصل", rf"فصل(?:ين|ان)?\s(?P<chapters>{_CHAPTER}(?:\sو\s?{_CHAPTER})?)\sمن\s{_CHARTER}(?![ء-ي])"),),
    chapter_names=_CHAPTER_NAMES,
    charter=r"الميثاق(?=\s|$)|ميثاق(?:\sالأمم\sالمتحدة(?=\s|$)|$)",
    another=rf"\sومن\s(?P<instrument>{_INSTRUMENT})",
    instrument_ends=(
        r"\s(?:و?التي|و?الذي|اللت(?:ين|ان)|وكذلك|بما|وإذ|وأن(?:ه|ها)?|وإلى|ومن|بأن|على\sأن|أن|لكي|من\sأجل|عند|حيث|بهدف"
        r"|بموجب|و?وفقا|عملا|تحقيقا|تنفيذا|في\s?ما|في\sغضون|لقيام|لصالح|والمكمل|والفترة|والمرفق|وسائر|وغيرها|وقد|حق"
        r"|(?:تعترف|تلزم|تنص|ينص|تقضي|يقضي|تكفل|يكفل))(?![ء-ي])"
    ),
    inside=(
        Rule(
            "فقر",
            r"(?:فقرة|فقرات|فقرتين|فقرتان)\s(?:من\s)?(?P<numbers>(?><NUMBERS>))(?P<where>\s?[،]?\s?(?:أعلاه|أدناه)(?![ء-ي])"
            r"|\sمن\s(?:هذا\sال(?:قرار|مقرر|مرفق)|هذه\sال[ء-ي]{3,9}|منطوق\sهذا\sالقرار|القرار\sالحالي)"
            r"|(?=\s?[،؛,;.:)\n\x00]|$))",
        ),
        Rule(
            "فقر",
            r"فقر(?:ة|تين|ات)\sالفرعية\s(?P<numbers>(?:\([a-z]{1,3}\)|\([ivx]{1,4}\)|\([ء-ي]{1,2}ـ?\)))"
            r"(?P<where>\s(?:أعلاه|أدناه))",
        ),
    ),
    attached=r"[وفبك](?=ال)",
)

CITATIONS = Citations(
    organs=_ORGANS,
    short_organs=_SHORT,
    letters=_LETTERS,
    joins=Joins(and_="و", or_="أو", to="إلى", through="حتى"),
    keywords=_KEYWORDS,
    numbers=_NUMBERS,
    sources=_SOURCES,
    places=_PLACES,
)
