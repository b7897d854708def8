"""Arabic verbs and the phrases they make, as data; :mod:`unres.languages.arabic.verbs` makes the forms.

Verbs stand here as the stem of their present without its prefix, as it is spelt after one: "طلب" gives تطلب (a
feminine organ, as الجمعية), يطلب (a masculine one, as المجلس), نطلب (those who declare) and يطلبون.
"""

from __future__ import annotations

from unres.models.action import Action

A = Action

STEMS: dict[A, str] = {
    A.ACT: "تصرف عمل",
    A.ADDRESS: "خاطب",
    A.ADOPT: "عتمد تبنى",
    A.AFFIRM: "جزم",
    A.AGREE: "تفق شاطر شارك",
    A.AMEND: "عدل نقح بدل ستعيض زيد خفض",
    A.APPEAL: "ناشد توسل",
    A.APPOINT: "عين نتخب ختار رشح سمي",
    A.APPRECIATE: "شكر قدر متن ثمن",
    A.APPROPRIATE: "رصد خصص",
    A.APPROVE: "وافق",
    A.ASSURE: "كفل ضمن طمئن",
    A.AUTHORIZE: "أذن خول فوض جيز رخص سمح",
    A.AWARE: "درك عي تفهم فهم",
    A.BELIEVE: "عتقد ؤمن قتنع",
    A.CALL_FOR: "نادي",
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
    A.EMPHASIZE: "شدد برز ركز",
    A.ENCOURAGE: "شجع حفز",
    A.ENCOURAGED: "رتاح بتهج غتبط",
    A.ENDORSE: "ؤيد",
    A.ENTRUST: "كلف سند نيط وكل",
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
    A.SUPPORT: "روج دعم ساند ناصر تضامن ؤازر عضد",
    A.SUSPEND: "جمد وقف عفي ستثني",
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

REPEATED = (
    "تأكيد التأكيد الإعراب إعراب طلب دعوة نداء مطالبة التزام دعم تأييد قلق اقتناع تصميم إدانة تقدير تضامن اعتزام موقف"
    " ترحيب تشديد امتنان مناشدة تعهد عزم"
)

PHRASES: tuple[tuple[str, A, dict[A, str]], ...] = (
    ("حيط", A.TAKE_NOTE, {A.TAKE_NOTE: "علما"}),
    ("قبل", A.ACCEPT, {A.ADMIT: "عضوية عضوا"}),
    ("ؤكد", A.EMPHASIZE, {A.REAFFIRM: "جديد مجددا أخرى ثانية"}),
    ("عرب فصح عبر بدي", A.EXPRESS, FEELINGS),
    ("شعر حس", A.CONCERN, FEELINGS),
    ("كرر", A.REITERATE, {A.REITERATE: REPEATED}),
    ("جدد", A.RENEW, {A.REAFFIRM: "تأكيد التأكيد", A.RENEW: "التزام دعوة نداء دعم طلب ولاية تأييد"}),
    ("ساور خالج نتاب عتري", A.CONCERN, FEELINGS),
    ("بقي", A.CONTINUE, {A.REMAIN_SEIZED: "قيد"}),
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
    ("أخذ", {A.TAKE_INTO_ACCOUNT: "اعتبار حسبان", A.TAKE_NOTE: "علما", A.COMMIT: "عاتق"}),
    ("ضع", {A.BEAR_IN_MIND: "اعتبار حسبان نصب", A.TERMINATE: "حد"}),

    ("عيد", {
        A.REAFFIRM: "تأكيد", A.COMMIT: "التزام تعهد", A.RECALL: "أذهان", A.APPOINT: "تعيين",
        A.ESTABLISH: "إنشاء", A.REITERATE: "إعراب",
    }),
    ("سلط لقي", {A.EMPHASIZE: "ضوء أضواء"}),
    ("لفت", {A.DRAW_ATTENTION: "انتباه نظر أنظار"}),
    ("وجه", {
        A.DRAW_ATTENTION: "انتباه نظر عناية أنظار اهتمام", A.APPEAL: "نداء", A.APPRECIATE: "شكر", A.HONOUR: "تحية",
        A.INVITE: "دعوة", A.ADDRESS: "رسالة", A.WARN: "تحذير",
    }),
    ("قدم", {A.APPRECIATE: "شكر", A.CONDOLE: "تعازي", A.CONGRATULATE: "تهانئ تهاني", A.HONOUR: "تحية"}),
    ("تقدم", {A.APPRECIATE: "شكر", A.CONDOLE: "تعازي بتعازي", A.CONGRATULATE: "تهانئ تهاني"}),
    ("عقد", {A.DETERMINED: "عزم"}),
    ("عهد", {A.ENTRUST: "إلى"}),
    ("ولي", {A.EMPHASIZE: "أهمية اهتمام اهتماما أولوية عناية", A.TAKE_INTO_ACCOUNT: "اعتبار مراعاة"}),
    ("عاود", {A.REAFFIRM: "تأكيد", A.REITERATE: "إعراب طلب"}),
    ("حمل", {A.CONDEMN: "مسؤولية"}),
    ("بعث", {A.ADDRESS: "رسالة برسالة"}),
    ("طرح", {A.RECOMMEND: "اقتراح مقترح"}),
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

BEFALLING: dict[A, str] = {A.CONCERN: "ساور خالج نتاب عتري", A.HOPE: "حدو راود"}
"""The same with the feeling as the subject: يساورها القلق، يحدوه الأمل."""

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
    A.RECOGNIZE: "سلم اعترف",
    A.CONCERN: "ساوره ساورها ساءه ساءها هاله هالها روعه روعها أقلقه أقلقها أثار",
    A.GUIDE: "استرشد",
    A.APPROVE: "وافق أقر",
    A.AGREE: "اتفق",
    A.WELCOME: "رحب",
    A.COMMIT: "تعهد التزم",
    A.CONCLUDE: "خلص",
}  # fmt: skip
"""What has been done, after وقد: the masculine form, to which the feminine adds ت and "we" نا."""
PERFECT_WEAK: dict[A, str] = {A.RECEIVE: "تلق", A.HEAR: "أصغ", A.CONSIDER: "رأ أول", A.ADOPT: "تبن"}
"""The same without a weak last letter: تلقى، تلقت، تلقينا."""

PAST: dict[A, str] = {
    A.ACCEPT: "قبل",
    A.ADMIT: "ضم",
    A.AFFIRM: "جزم",
    A.AMEND: "عدل نقح استبدل",
    A.APPEAL: "ناشد",
    A.APPOINT: "انتخب عين اختار رشح",
    A.APPRECIATE: "شكر قدر",
    A.APPROPRIATE: "رصد خصص",
    A.ASSURE: "كفل",
    A.AUTHORIZE: "أذن خول فوض رخص سمح",
    A.CALL_UPON: "أهاب",
    A.COMMEMORATE: "احتفل",
    A.COMMEND: "أشاد",
    A.CONCLUDE: "اختتم",
    A.CONDEMN: "أدان دان ندد",
    A.CONFIRM: "صدق صادق ثبت",
    A.CONGRATULATE: "هنأ",
    A.CONSIDER: "اعتبر",
    A.CONTINUE: "واصل استمر تابع",
    A.DECLARE: "أعلن",
    A.DEFER: "أرجأ أجل",
    A.DEFINE: "حدد",
    A.DEMAND: "طالب",
    A.DEPLORE: "شجب استنكر",
    A.ENCOURAGE: "شجع",
    A.ENDORSE: "أيد",
    A.ENTRUST: "كلف أسند أناط",
    A.ESTABLISH: "أنشأ أسس شكل",
    A.EXPRESS: "أعرب",
    A.EXTEND: "مدد",
    A.INCLUDE: "أدرج",
    A.INFORM: "أفاد",
    A.OFFER: "منح",
    A.REAFFIRM: "أعاد",
    A.RECOMMEND: "اقترح",
    A.REFER: "أحال",
    A.REGRET: "أسف",
    A.REITERATE: "كرر",
    A.REJECT: "رفض",
    A.RENEW: "جدد",
    A.REQUEST: "طلب التمس",
    A.RESERVE: "احتفظ",
    A.SUPPORT: "دعم ساند",
    A.SUSPEND: "علق أوقف جمد",
    A.TERMINATE: "رفع سحب أقفل أغلق",
    A.URGE: "حث",
    A.WARN: "حذر",
}  # fmt: skip
"""What an organ is reported to have done, besides what may also follow وقد; the feminine adds ت."""
PAST_WEAK: dict[A, str] = {
    A.RECOMMEND: "أوص",
    A.INVITE: "دع",
    A.SUSPEND: "استثن",
    A.TERMINATE: "أنه ألغ",
    A.COMMEND: "أثن",
    A.APPOINT: "سم زك",
    A.EXPRESS: "أبد",
    A.EXAMINE: "أجر",
    A.CONSIDER: "ارتأ",
}
"""The same without a weak last letter: أوصى، أوصت؛ دعا، دعت."""
PAST_PHRASES: tuple[tuple[str, dict[A, str]], ...] = (
    ("أحاط", {A.TAKE_NOTE: "علما"}),
    ("أخذ", {A.TAKE_NOTE: "علما", A.TAKE_INTO_ACCOUNT: "اعتبار حسبان"}),
    ("وجه", {A.DRAW_ATTENTION: "انتباه نظر", A.APPEAL: "نداء", A.APPRECIATE: "شكر", A.INVITE: "دعوة"}),
    ("لفت", {A.DRAW_ATTENTION: "انتباه نظر أنظار"}),
    ("عهد", {A.ENTRUST: "إلى"}),
    ("أعرب", FEELINGS),
    ("أكد", {A.REAFFIRM: "جديد مجددا أخرى"}),
)
"""The same with a noun that belongs to the verb, and may stand behind its subject: أحاطت الجمعية العامة علما."""

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
    A.RESPOND: "استجابة",
    A.ACT: "عملا إعمالا تنفيذا",
    A.GUIDE: "انطلاقا استرشادا اهتداء",
}  # fmt: skip
"""Accusatives that open a clause: واقتناعا منها، واستجابة ل."""
ONLY_WITH_FROM = frozenset({"ملاحظة", "ثقة", "علما", "اعتبارا"})
"""Those of them that do so only before منها، منه، منا."""
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

ON: dict[A, str] = {A.AWARE: "بينة علم دراية", A.BELIEVE: "ثقة يقين اقتناع"}
"""What the organ is "on": وإذ هي على بينة."""
