"""Arabic phrases that open clauses: تطلب، يحث أيضا، وإذ تشير إلى، وقد نظرت، واقتناعا منها، نعيد تأكيد.

Verbs stand here as the stem of their present without its prefix, as they are spelt after it: "طلب" gives تطلب (an
organ that is feminine, as الجمعية), يطلب (a masculine one, as المجلس), نطلب (those who declare) and يطلبون.
"""

from __future__ import annotations

import re

from unres.languages.arabic.letters import bare
from unres.languages.phrases import Form, Mood
from unres.models.action import Action as A

STEMS: dict[A, str] = {
    A.ACCEPT: "قبل",
    A.ACT: "تصرف عمل",
    A.ADDRESS: "خاطب",
    A.ADOPT: "عتمد تبنى",
    A.AGREE: "تفق شاطر شارك",
    A.AMEND: "عدل نقح غير بدل ستعيض زيد خفض",
    A.APPEAL: "ناشد توسل",
    A.APPOINT: "عين نتخب ختار رشح سمي",
    A.APPRECIATE: "شكر قدر متن ثمن",
    A.APPROPRIATE: "رصد خصص",
    A.APPROVE: "وافق",
    A.ASSURE: "كفل ضمن طمئن",
    A.AUTHORIZE: "أذن خول فوض جيز رخص سمح",
    A.AWARE: "درك عي تفهم فهم",
    A.BELIEVE: "عتقد ؤمن قتنع",
    A.CALL_UPON: "هيب",
    A.COMMEMORATE: "حتفل",
    A.COMMEND: "ثني شيد زكي متدح طري مدح",
    A.COMMIT: "لتزم تعهد",
    A.CONCERN: "قلق نزعج جزع",
    A.CONCLUDE: "خلص ستنتج ستخلص",
    A.CONDEMN: "دين ندد",
    A.CONDOLE: "عزي واسي",
    A.CONFIRM: "صدق صادق ثبت",
    A.CONGRATULATE: "هنئ",
    A.CONSIDER: "رى عتبر عد",
    A.CONTINUE: "ستمر تابع",
    A.CONVENE: "جتمع",
    A.DECIDE: "بت",
    A.DECLARE: "علن",
    A.DEFER: "رجئ ؤجل",
    A.DEFINE: "حدد عرف وضح فسر بين",
    A.DEMAND: "طالب",
    A.DEPLORE: "شجب ستنكر ستهجن ستاء",
    A.DESIRE: "رغب ود حرص سعى تمنى توخى صبو",
    A.DETERMINED: "صمم",
    A.DIRECT: "وعز أمر",
    A.DRAW_ATTENTION: "سترعي نبه",
    A.EMPHASIZE: "شدد برز",
    A.ENCOURAGE: "شجع حفز",
    A.ENCOURAGED: "رتاح بتهج غتبط",
    A.ENDORSE: "ؤيد",
    A.ENTRUST: "كلف عهد سند نيط وكل",
    A.ESTABLISH: "نشئ ؤسس طلق ستحدث",
    A.EXAMINE: "نظر درس ستعرض بحث ناقش تدارس",
    A.EXPECT: "توقع نتظر ترقب",
    A.EXTEND: "مدد طيل",
    A.GUIDE: "سترشد ستلهم ستند نطلق هتدي",
    A.HEAR: "ستمع صغي",
    A.HONOUR: "جل كرم حيي ترحم",
    A.HOPE: "أمل",
    A.INCLUDE: "درج ضيف",
    A.INFORM: "بلغ خطر",
    A.INSIST: "صر لح",
    A.INTEND: "عتزم نوي",
    A.LOOK_FORWARD: "تطلع",
    A.NOTE: "لاحظ سجل شهد",
    A.OFFER: "منح هب",
    A.RECALL: "شير ستذكر ستحضر",
    A.RECEIVE: "تلقى تسلم ستلم",
    A.RECOGNIZE: "سلم قر عترف نوه حترم",
    A.RECOMMEND: "وصي قترح نصح",
    A.REFER: "حيل رسل",
    A.REGRET: "أسف",
    A.REITERATE: "كرر ردد",
    A.REJECT: "رفض عارض عترض حتج نكر ناهض",
    A.RENEW: "جدد",
    A.REQUEST: "طلب لتمس رجو سأل",
    A.REQUIRE: "شترط لزم وجب",
    A.RESERVE: "حتفظ",
    A.RESPOND: "ستجيب",
    A.SUPPORT: "دعم ساند ناصر تضامن ؤازر عضد",
    A.SUSPEND: "جمد وقف عفي",
    A.TAKE_INTO_ACCOUNT: "راعي",
    A.TERMINATE: "نهي لغي رفع بطل سحب",
    A.TRUST: "ثق عول",
    A.URGE: "حث حض ستحث",
    A.WARN: "حذر نذر",
    A.WELCOME: "رحب",
    A.OTHER: "حظر منع فرض تناول عالج",
}  # fmt: skip
"""Verbs that open a clause by themselves. Those under OTHER do so too seldom for an action of their own."""

FEELINGS: dict[A, str] = {
    A.CONCERN: "قلق جزع انزعاج هلع صدمة فزع مخاوف شواغل ذعر هواجس",
    A.APPRECIATE: "تقدير امتنان شكر عرفان",
    A.BELIEVE: "اقتناع اعتقاد إيمان يقين",
    A.COMMEND: "إعجاب إشادة",
    A.COMMIT: "التزام تعهد",
    A.CONDEMN: "إدانة تنديد",
    A.CONDOLE: "تعازي تعاطف مواساة أسى حزن",
    A.CONGRATULATE: "تهانئ تهاني تهنئة",
    A.DEPLORE: "استياء استنكار سخط غضب شجب استهجان",
    A.DESIRE: "رغبة حرص",
    A.DETERMINED: "تصميم عزم",
    A.ENCOURAGED: "ارتياح سرور اغتباط سعادة ابتهاج",
    A.EXPECT: "توقع",
    A.HONOUR: "إجلال احترام",
    A.HOPE: "أمل تطلع تفاؤل",
    A.INTEND: "اعتزام نية",
    A.REGRET: "أسف خيبة",
    A.REJECT: "معارضة رفض",
    A.SUPPORT: "دعم تأييد تضامن مساندة",
    A.TRUST: "ثقة",
    A.WELCOME: "ترحيب",
    A.EXPRESS: "استعداد رأي اهتمام",
}  # fmt: skip
"""What is expressed or felt → what is done by that."""

_REPEATED = (
    "تأكيد التأكيد الإعراب إعراب طلب دعوة نداء مطالبة التزام دعم تأييد قلق اقتناع تصميم إدانة تقدير تضامن اعتزام موقف"
    " ترحيب تشديد امتنان مناشدة تعهد عزم"
)

PHRASES: tuple[tuple[str, A, dict[A, str]], ...] = (
    ("ؤكد", A.EMPHASIZE, {A.REAFFIRM: "جديد مجددا أخرى ثانية"}),
    ("عرب فصح عبر بدي", A.EXPRESS, FEELINGS),
    ("شعر حس", A.CONCERN, FEELINGS),
    ("كرر", A.REITERATE, {A.REITERATE: _REPEATED}),
    ("جدد", A.RENEW, {A.REAFFIRM: "تأكيد التأكيد", A.RENEW: "التزام دعوة نداء دعم طلب ولاية تأييد"}),
    ("ساور خالج نتاب عتري", A.CONCERN, FEELINGS),
    ("عقد", A.CONVENE, {A.DETERMINED: "عزم"}),
    ("علق", A.SUSPEND, {A.EMPHASIZE: "أهمية", A.HOPE: "آمال آمالا"}),
    ("قف", A.HONOUR, {A.SUPPORT: "جانب"}),
    ("عود", A.REITERATE, {}),
    (
        "واصل",
        A.CONTINUE,
        {
            A.ENCOURAGE: "تشجيع", A.EMPHASIZE: "تشديد تأكيد", A.EXPRESS: "إعراب", A.CALL_FOR: "دعوة", A.URGE: "حث",
            A.WELCOME: "ترحيب", A.REQUEST: "طلب", A.SUPPORT: "دعم", A.EXAMINE: "نظر",
        },
    ),
)  # fmt: skip
"""Verbs whose phrase may go on to a word that belongs to it: what they do alone, and with it."""

ONLY_PHRASES: tuple[tuple[str, dict[A, str]], ...] = (
    ("حيط", {A.TAKE_NOTE: "علما"}),
    ("أخذ", {A.TAKE_INTO_ACCOUNT: "اعتبار حسبان", A.TAKE_NOTE: "علما", A.COMMIT: "عاتق"}),
    ("ضع", {A.BEAR_IN_MIND: "اعتبار حسبان", A.ESTABLISH: "حد"}),
    ("بقي بقى", {A.REMAIN_SEIZED: "قيد"}),
    ("عيد", {A.REAFFIRM: "تأكيد التأكيد", A.RECALL: "أذهان", A.APPOINT: "تعيين", A.ESTABLISH: "إنشاء", A.REITERATE: "إعراب"}),
    ("سلط لقي", {A.EMPHASIZE: "ضوء أضواء"}),
    ("لفت", {A.DRAW_ATTENTION: "انتباه نظر أنظار"}),
    ("وجه", {
        A.DRAW_ATTENTION: "انتباه نظر عناية أنظار اهتمام", A.APPEAL: "نداء", A.APPRECIATE: "شكر", A.HONOUR: "تحية",
        A.INVITE: "دعوة", A.ADDRESS: "رسالة", A.WARN: "تحذير",
    }),
    ("قدم", {A.APPRECIATE: "شكر", A.CONDOLE: "تعازي", A.CONGRATULATE: "تهانئ تهاني", A.HONOUR: "تحية"}),
    ("تقدم", {A.APPRECIATE: "شكر", A.CONDOLE: "تعازي بتعازي", A.CONGRATULATE: "تهانئ تهاني"}),
    ("ولي", {A.EMPHASIZE: "أهمية اهتمام اهتماما"}),
    ("ضم", {A.SUPPORT: "صوت"}),
    ("غيب عزب", {A.BEAR_IN_MIND: "بال ذهن أذهان"}),
    ("ثير", {A.CONCERN: "جزع قلق انزعاج هلع فزع", A.DEPLORE: "استياء سخط"}),
    ("حدو راود", {A.HOPE: "أمل", A.DETERMINED: "عزم تصميم", A.DESIRE: "رغبة", A.BELIEVE: "اقتناع", A.TRUST: "ثقة"}),
    ("كن", {A.HONOUR: "احترام", A.APPRECIATE: "تقدير"}),
)  # fmt: skip
"""Verbs that open a clause only with one of these words."""

FELT: dict[A, str] = {
    A.CONCERN: "قلق زعج روع فزع هول صدم هال",
    A.ENCOURAGED: "شجع سر سعد ثلج",
    A.REGRET: "ؤسف",
    A.CONDOLE: "حزن ؤلم",
    A.DEPLORE: "سوؤ سوء",
    A.GUIDE: "حرك لهم دفع",
    A.CONSIDER: "هم",
    A.HONOUR: "شرف",
}  # fmt: skip
"""Verbs whose object is the organ, so that it is said what is felt: يقلقها، يؤسفه، يسرنا."""

PERFECT: dict[A, str] = {
    A.EXAMINE: "نظر درس استعرض بحث ناقش تدارس فحص تأمل حلل قيم",
    A.HEAR: "استمع",
    A.RECEIVE: "تسلم استلم",
    A.CONVENE: "اجتمع التأم عقد",
    A.DECIDE: "قرر",
    A.ADOPT: "اعتمد",
    A.NOTE: "لاحظ شهد سجل",
    A.INFORM: "علم أبلغ",
    A.TAKE_NOTE: "أحاط",
    A.TAKE_INTO_ACCOUNT: "أخذ راع",
    A.BEAR_IN_MIND: "وضع",
    A.BELIEVE: "اقتنع",
    A.AWARE: "أدرك",
    A.RECALL: "أشار ذكر استذكر",
    A.EMPHASIZE: "أكد شدد",
    A.DETERMINED: "صمم عزم",
    A.RECOGNIZE: "سلم اعترف أقر",
    A.CONCERN: "ساوره ساورها ساءه ساءها هاله هالها روعه روعها أقلقه أقلقها أثار",
    A.GUIDE: "استرشد",
    A.APPROVE: "وافق",
    A.WELCOME: "رحب",
    A.COMMIT: "تعهد التزم",
    A.CONCLUDE: "خلص",
}  # fmt: skip
"""What has been done, after وقد: the masculine form, to which the feminine adds ت and "we" نا."""
_PERFECT_WEAK = {"تلق": A.RECEIVE, "أصغ": A.HEAR, "رأ": A.CONSIDER, "تبن": A.ADOPT, "أول": A.CONSIDER}

ACCUSATIVES: dict[A, str] = {
    A.BELIEVE: "اقتناعا إيمانا اعتقادا يقينا",
    A.AWARE: "إدراكا وعيا تفهما فهما علما",
    A.DESIRE: "رغبة حرصا سعيا",
    A.DETERMINED: "تصميما عزما",
    A.RECOGNIZE: "إقرارا اعترافا تسليما تنويها",
    A.APPRECIATE: "تقديرا امتنانا عرفانا",
    A.TAKE_INTO_ACCOUNT: "مراعاة أخذا",
    A.EMPHASIZE: "تأكيدا تشديدا",
    A.COMMIT: "التزاما تمسكا",
    A.TRUST: "ثقة",
    A.HOPE: "أملا",
    A.CONCERN: "قلقا شعورا",
    A.SUPPORT: "تأييدا تضامنا دعما مساهمة إسهاما",
    A.ENCOURAGED: "ارتياحا",
    A.RECALL: "إشارة تذكيرا استذكارا",
    A.NOTE: "ملاحظة",
    A.CONSIDER: "اعتبارا",
}  # fmt: skip
"""Accusatives that open a clause before منها، منه، منا."""
_ALONE: dict[A, str] = {A.RESPOND: "استجابة", A.ACT: "عملا إعمالا تنفيذا", A.GUIDE: "انطلاقا استرشادا اهتداء"}

ADJECTIVES: dict[A, str] = {
    A.BELIEVE: "مقتنع مؤمن متيقن",
    A.AWARE: "مدرك واع متفهم",
    A.DETERMINED: "مصمم عازم",
    A.DESIRE: "راغب حريص تواق",
    A.COMMIT: "ملتزم متمسك",
    A.CONCERN: "قلق منزعج جزع",
    A.DEPLORE: "مستاء",
    A.APPRECIATE: "ممتن",
    A.TRUST: "واثق",
    A.GUIDE: "مسترشد مستلهم",
    A.BEAR_IN_MIND: "واضع",
    A.TAKE_INTO_ACCOUNT: "آخذ مراع",
    A.RECALL: "مشير",
    A.CONVENE: "مجتمع",
    A.RECOGNIZE: "مسلم معترف",
    A.EMPHASIZE: "مؤكد",
    A.HOPE: "متفائل آمل",
}  # fmt: skip
"""Adjectives that follow وإذ هي, or open a clause in the accusative."""

PREFIXES: dict[str, tuple[Mood, ...]] = {
    "ت": ("present", "participle"),
    "ي": ("present", "participle"),
    "ن": ("present", "participle", "plain"),
}
"""The subject of a verb: a feminine organ, a masculine one, those who speak."""
_OBJECTS = ("ها", "ه", "نا", "هم")

_PUNCTUATION = "،,؛;:.()[]«»“”\"'’‘*"
_BEFORE_SUFFIX = {"ت": "ة", "ئ": "ء", "ؤ": "ء"}  # دعوتها is دعوة, استيائها is استياء
_SUFFIX = re.compile("(?:ها|هما|هم|نا|ه)$")


def key(word: str) -> str:
    """The word without vowel marks and punctuation, its alefs in one form."""
    return bare(word.strip(_PUNCTUATION))


def tail_key(word: str) -> str:
    """The word without its article, a ب before it and a possessive after it: بقلقها، القلق → قلق."""
    text = key(word)
    for before in ("بال", "ال", "لل"):
        if text.startswith(before) and len(text) - len(before) > 2:  # noqa: PLR2004  # a root is left
            text = text[len(before) :]
            break
    short = _SUFFIX.sub("", text)
    if len(short) <= 2 or short == text:  # noqa: PLR2004
        return text
    return short[:-1] + _BEFORE_SUFFIX.get(short[-1], short[-1])


def _tails(nouns: dict[A, str]) -> dict[str, A]:
    words = {tail_key(word): action for action, listed in nouns.items() for word in listed.split()}
    return words | {"ب" + word: action for word, action in words.items()}


def _plural(stem: str) -> str:
    """يطلبون، يدعون، يثنون: a weak last letter gives way to the ending."""
    return (stem[:-1] if stem[-1] in "ويى" and len(stem) > 1 else stem) + "ون"


class _Table:
    """The forms, as they are collected."""

    def __init__(self) -> None:
        self.forms: dict[str, Form] = {}

    def put(self, word: str, form: Form) -> None:
        """Adds a form, also after "and"; one that is there already only gains what it lacks."""
        for spelt in (bare(word), "و" + bare(word)):
            old = self.forms.setdefault(spelt, form)
            if old is not form:
                old.actions = form.actions | old.actions
                old.tails = form.tails | old.tails
                old.needs_tail = old.needs_tail and form.needs_tail

    def verb(self, stem: str, action: A, tails: dict[str, A] | None = None, *, needs_tail: bool = False) -> Form:
        """Adds the present of a stem with every prefix."""
        for prefix, moods in PREFIXES.items():
            self.put(prefix + stem, Form(dict.fromkeys(moods, action), dict(tails or {}), needs_tail, person=prefix))
        self.put("ي" + _plural(stem), Form({"present": action}, dict(tails or {}), needs_tail, person="ون"))


def _forms() -> dict[str, Form]:
    """Every form of every verb, adjective and accusative above."""
    table = _Table()
    for bases, action, nouns in PHRASES:
        for stem in bases.split():
            table.verb(stem, action, _tails(nouns))
    for bases, nouns in ONLY_PHRASES:
        for stem in bases.split():
            table.verb(stem, A.OTHER, _tails(nouns), needs_tail=True)
    for action, stems in STEMS.items():
        for stem in stems.split():
            table.verb(stem, action)
    _add_felt(table)
    _add_perfect(table)
    _add_nominal(table)
    _add_special(table.forms)
    return table.forms


def _add_felt(table: _Table) -> None:
    """يساورها القلق، يقلقه، لا يغيب عن بالنا: the organ is the object."""
    feelings = _tails(FEELINGS)
    for prefix in "يت":
        for suffix in _OBJECTS:
            for action, stems in FELT.items():
                for stem in stems.split():
                    table.put(prefix + stem + suffix, Form({"present": action, "participle": action}))
            for stem in ("ساور", "خالج", "نتاب", "عتري", "حدو", "راود"):
                actions: dict[Mood, A] = {"present": A.CONCERN, "participle": A.CONCERN}
                if stem in ("حدو", "راود"):
                    actions = {"present": A.HOPE, "participle": A.GUIDE}
                table.put(prefix + stem + suffix, Form(actions, dict(feelings)))


def _add_perfect(table: _Table) -> None:
    """وقد نظرت، وقد نظر، وقد نظرنا."""
    for action, stems in PERFECT.items():
        for stem in stems.split():
            for ending in ("", "ت", "نا", "وا"):
                table.put(stem + ending, Form({"perfect": action}))
    for ending in ("", "ت", "نا"):
        table.forms[bare("عقد" + ending)].tails = {"عزم": A.DETERMINED}
    for stem, action in _PERFECT_WEAK.items():
        for ending in ("ى", "ت", "ينا", "وا"):
            table.put(stem + ending, Form({"perfect": action}))


def _add_nominal(table: _Table) -> None:
    """واقتناعا منها، وإذ هي مقتنعة."""
    for action, words in ACCUSATIVES.items():
        for word in words.split():
            table.put(word, Form({"participle": action}, {"منها": action, "منه": action, "منا": action, "منهم": action}))
            table.forms[bare(word)].needs_tail = word in ("ملاحظة", "ثقة", "علما", "اعتبارا")
    for action, words in _ALONE.items():
        for word in words.split():
            table.put(word, Form({"participle": action}))
    for action, words in ADJECTIVES.items():
        for word in words.split():
            for ending in ("", "ة", "ون", "ين", "ا"):
                actions: dict[Mood, A] = {"state": action, "participle": action}
                table.put(word + ending, Form(actions))
    for word in ("بينة", "علم", "دراية"):
        table.put(word, Form({"state": A.AWARE}))
    for word in ("ثقة", "يقين", "اقتناع"):
        table.put(word, Form({"state": A.BELIEVE}))


def _add_special(forms: dict[str, Form]) -> None:
    """What goes by the words around the verb."""
    for prefix in PREFIXES:
        for joined in ("", "و"):
            forms[joined + prefix + "قرر"] = decide = Form(dict.fromkeys(PREFIXES[prefix], A.DECIDE), person=prefix)
            decide.actions["participle"] = A.DETERMINE
            decide.clues = {"قيد": A.REMAIN_SEIZED}
            forms[joined + prefix + "دعو"] = Form(
                dict.fromkeys(PREFIXES[prefix], A.INVITE), person=prefix, before=(("إلى", A.CALL_FOR), ("الى", A.CALL_FOR))
            )
            forms[joined + prefix + "ذكر"] = Form(
                dict.fromkeys(PREFIXES[prefix], A.REMIND), person=prefix, before=(("ب", A.RECALL),)
            )
            for stem in ("زال", "ظل"):
                forms[joined + prefix + stem] = Form(
                    dict.fromkeys(PREFIXES[prefix], A.CONTINUE),
                    {"قيد": A.REMAIN_SEIZED},
                    person=prefix,
                    carries=("participle", "state"),
                )


FORMS: dict[str, Form] = _forms()
LEADS: dict[str, Mood | None] = {
    "واذ": "participle", "اذ": "participle", "وقد": "perfect", "وحيث": "participle", "لا": None, "ولا": None, "ولذلك": None, "لذلك": None,
    "هي": "state", "هو": "state", "هم": "state", "ونحن": None, "نحن": None, "علي": None, "فاننا": None, "فانها": None,
    "ايضا": None, "كذلك": None,
}  # fmt: skip
INTROS = ("وفي هذا الصدد، ", "وفي هذا السياق، ", "في هذا الصدد، ", "في هذا السياق، ", "ولهذه الغاية، ", "وتحقيقا لذلك، ")
LINKS = frozenset[str]()
POSSESSIVES = frozenset[str]()
AFTER = frozenset(
    tail_key(word)
    for word in (
        "أيضا كذلك مجددا بقوة بشدة بقلق بارتياح باهتمام بتقدير بأسف بالغ شديد متزايد عميق القوية الشديد البالغ العميق كثيرا"
        " بحزم تماما بوضوح وأيضا علنا صراحة رسميا"
    ).split()
)
_FELT_WORDS = frozenset(_tails(FEELINGS))
MANNERS: dict[str, frozenset[str]] = {
    "مع": _FELT_WORDS | {tail_key("التقدير"), tail_key("الاهتمام")},
    "ببالغ": _FELT_WORDS,
    "بعميق": _FELT_WORDS,
    "بشديد": _FELT_WORDS,
    "بكل": _FELT_WORDS,
    "من": frozenset({"جديد"}),
    "مره": frozenset({"اخري", "ثانية"}),
    "مرة": frozenset({"اخري", "ثانية"}),
    "في": frozenset({tail_key("الصدد"), tail_key("السياق"), tail_key("الخصوص")}),
    "بوجه": frozenset({"خاص", "عام"}),
    "بشكل": frozenset({"خاص", "قاطع"}),
    "علي": frozenset({tail_key("الخصوص"), tail_key("التحديد")}),
    "باشد": frozenset({tail_key("العبارات"), "ممكنة"}),
    "دون": frozenset({"تحفظ"}),
    "بدون": frozenset({"تحفظ"}),
}
STOPS = frozenset({"ان", "انه", "انها", "بان", "ما"})
FURTHER = re.compile("[،؛] (و)((?:[إا]ذ )?)([تين][^ ،؛]{1,14})")
JOINTS: tuple[str, ...] = ()
AND = " و"
NOUNS = frozenset[str]()
AFTER_NOUN = frozenset[str]()
AFTER_VERB = frozenset[str]()
SUBJECT_FOLLOWS = True
SAFE = frozenset(form for form, entry in FORMS.items() if "plain" in entry.actions or "perfect" in entry.actions)


def adverb(key: str) -> bool:
    """None: Arabic adverbs stand after the verb."""
    return key == ""


# Verbs that say what is, may or must be, and so open sentences of any text; and nouns that begin as verbs do.
_NOT_OPENING = frozenset(
    map(bare, "يجوز تجوز يجب ينبغي يتعين تتعين يكون تكون يمكن يتم تتم يلزم يوجد توجد يشمل تشمل يتضمن تتضمن تحت تجاه تلك".split())
)
_ACTION_NOUN = re.compile("ت..ي.|ت.ا.|ت.ا.ي.|ت..")  # تعزيز، تعاون، تقارير
_PREPOSITIONS = ("إلى", "على", "عن", "ب", "من", "في", "أن", "أيضا", "كذلك", "لل")


def looks_like_verb(key: str, following: str, mood: Mood) -> bool:
    """A present after إذ; elsewhere one with a preposition after it, so that it is no noun and its subject is not named."""
    if len(key) < 3 or key in _NOT_OPENING:  # noqa: PLR2004  # a prefix and two letters of the root
        return False
    if mood == "participle":
        return key[0] in "تين"
    if mood == "perfect":
        return True
    return (
        mood == "present"
        and key[0] in "تي"
        and not key.endswith(("ة", "ي"))
        and not _ACTION_NOUN.fullmatch(key)
        and following.startswith(tuple(map(bare, _PREPOSITIONS)))
    )
