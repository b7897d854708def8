"""The phrases that open clauses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.models.action import Action
from unres.parsers.verbs import find_verbs

ENGLISH = [
    ("preamble", "Recalling its resolution 60/1 of 16 September 2005,", "Recalling", "recall"),
    ("preamble", "Recalling also all relevant resolutions,", "Recalling also", "recall"),
    ("preamble", "Having considered the report of the Secretary-General,", "Having considered", "examine"),
    ("preamble", "Having also heard the statement of the Chair,", "Having also heard", "hear"),
    ("preamble", "Having regard to Article 14 of the Statute,", "Having regard", "take_into_account"),
    ("preamble", "Having been informed of the results,", "Having been informed", "inform"),
    ("preamble", "Deeply concerned at the loss of life,", "Deeply concerned", "concern"),
    ("preamble", "Remaining deeply concerned about the drought,", "Remaining deeply concerned", "concern"),
    ("preamble", "Noting with appreciation the work of the Commission,", "Noting with appreciation", "note"),
    ("preamble", "Taking note of the report,", "Taking note", "take_note"),
    ("preamble", "Taking into account the needs of small States,", "Taking into account", "take_into_account"),
    ("preamble", "Bearing in mind the principles of the Charter,", "Bearing in mind", "bear_in_mind"),
    (
        "preamble",
        "Bearing in mind in this regard that time is short,",
        "Bearing in mind in this regard",
        "bear_in_mind",
    ),
    ("preamble", "Ever mindful of the need for peace,", "Ever mindful", "bear_in_mind"),
    ("preamble", "Guided by the Charter of the United Nations,", "Guided", "guide"),
    ("preamble", "Determining that the situation is a threat to peace,", "Determining", "determine"),
    ("preamble", "Determined to end impunity,", "Determined", "determined"),
    ("preamble", "Acting under Chapter VII of the Charter,", "Acting", "act"),
    (
        "preamble",
        "Expressing its very serious concern at the fighting,",
        "Expressing its very serious concern",
        "concern",
    ),
    ("preamble", "Expressing its gratitude to the host country,", "Expressing its gratitude", "appreciate"),
    ("preamble", "Looking forward to the next session,", "Looking forward", "look_forward"),
    ("preamble", "Whereas the Charter provides for this,", "Whereas", "consider"),
    ("preamble", "Having in mind the Charter,", "Having in mind", "bear_in_mind"),
    ("operative", "Also, in this context, urges States to join;", "Also, in this context, urges", "urge"),
    ("operative", "Requests the Secretary-General to report;", "Requests", "request"),
    ("operative", "Also strongly urges all parties to comply;", "Also strongly urges", "urge"),
    ("operative", "Calls upon Member States to pay;", "Calls upon", "call_upon"),
    ("operative", "Calls for the release of all hostages;", "Calls for", "call_for"),
    ("operative", "Calls once again upon the parties to talk;", "Calls once again upon", "call_upon"),
    ("operative", "Takes note of the report;", "Takes note", "take_note"),
    ("operative", "Decides to convene a meeting;", "Decides", "decide"),
    ("operative", "Decides to remain actively seized of the matter.", "Decides", "remain_seized"),
    ("operative", "Remains seized of the matter.", "Remains seized", "remain_seized"),
    ("operative", "Reiterates its strong support for the mission;", "Reiterates its strong support", "reiterate"),
    ("operative", "Expresses its intention to review the matter;", "Expresses its intention", "intend"),
    ("operative", "Condemns in the strongest terms the attacks;", "Condemns in the strongest terms", "condemn"),
    ("operative", "In this regard, welcomes the progress made;", "In this regard, welcomes", "welcome"),
    ("operative", "Continues to encourage States to join;", "Continues to encourage", "encourage"),
    ("operative", "Recognises the role of civil society;", "Recognises", "recognize"),
    ("operative", "Extends its condolences to the families;", "Extends its condolences", "condole"),
    ("annex", "We reaffirm the Charter;", "We reaffirm", "reaffirm"),
    ("annex", "We are deeply concerned by hunger;", "We are deeply concerned", "concern"),
    ("annex", "We have decided to act;", "We have decided", "decide"),
    ("annex", "We will leave no one behind;", "We will leave", "commit"),
    ("annex", "Reaffirm the right to development;", "Reaffirm", "reaffirm"),
]

ARABIC = [
    ("preamble", "إذ تشير إلى قرارها 60/1،", "إذ تشير", "recall"),
    ("preamble", "وإذ تشير أيضا إلى جميع قراراتها،", "وإذ تشير أيضا", "recall"),
    ("preamble", "وإذ يؤكد من جديد مقاصد الميثاق،", "وإذ يؤكد من جديد", "reaffirm"),
    ("preamble", "وإذ تعيد أيضا تأكيد التزامها،", "وإذ تعيد أيضا تأكيد", "reaffirm"),
    ("preamble", "وقد نظرت في تقرير الأمين العام،", "وقد نظرت", "examine"),
    ("preamble", "وقد استمع إلى البيان،", "وقد استمع", "hear"),
    ("preamble", "وإذ يساورها بالغ القلق إزاء الجفاف،", "وإذ يساورها بالغ القلق", "concern"),
    ("preamble", "وإذ لا يزال يساوره القلق إزاء العنف،", "وإذ لا يزال يساوره القلق", "concern"),
    ("preamble", "وإذ تعرب عن بالغ قلقها إزاء العنف،", "وإذ تعرب عن بالغ قلقها", "concern"),
    ("preamble", "وإذ لا يغيب عن بالها ضرورة السلام،", "وإذ لا يغيب عن بالها", "bear_in_mind"),
    ("preamble", "وإذ تضع في اعتبارها أحكام الميثاق،", "وإذ تضع في اعتبارها", "bear_in_mind"),
    ("preamble", "وإذ تحيط علما بالتقرير،", "وإذ تحيط علما", "take_note"),
    ("preamble", "وإذ تسلّم بأهمية التعليم،", "وإذ تسلّم", "recognize"),
    ("preamble", "واقتناعا منها بأن السلام ممكن،", "واقتناعا منها", "believe"),
    ("preamble", "وإدراكا منه لأهمية التعاون،", "وإدراكا منه", "aware"),
    ("preamble", "وإذ هي مقتنعة بضرورة العمل،", "وإذ هي مقتنعة", "believe"),
    ("preamble", "وإذ يقرر أن الحالة تشكل تهديدا للسلام،", "وإذ يقرر", "determine"),
    ("preamble", "وإذ يتصرف بموجب الفصل السابع من الميثاق،", "وإذ يتصرف", "act"),
    ("operative", "تطلب إلى الأمين العام أن يقدم تقريرا؛", "تطلب", "request"),
    ("operative", "يطلب أيضا إلى الدول الأعضاء أن تتعاون؛", "يطلب أيضا", "request"),
    ("operative", "يحث بقوة جميع الأطراف على الامتثال؛", "يحث بقوة", "urge"),
    ("operative", "تهيب مرة أخرى بالدول الأعضاء أن تسدد؛", "تهيب مرة أخرى", "call_upon"),
    ("operative", "تدعو الدول الأعضاء إلى المشاركة؛", "تدعو", "invite"),
    ("operative", "يدعو إلى وقف إطلاق النار؛", "يدعو", "call_for"),
    ("operative", "تلاحظ مع التقدير عمل اللجنة؛", "تلاحظ مع التقدير", "note"),
    ("operative", "تكرر دعوتها إلى الدول الأعضاء؛", "تكرر دعوتها", "reiterate"),
    ("operative", "تذكر بقرارها السابق؛", "تذكر", "recall"),
    ("operative", "تذكر الدول الأعضاء بواجباتها؛", "تذكر", "remind"),
    ("operative", "يقرر أن يبقي المسألة قيد نظره الفعلي.", "يقرر", "remain_seized"),
    ("operative", "تقرر أن تعقد مؤتمرا؛", "تقرر", "decide"),
    ("annex", "ونحن عازمون على القضاء على الفقر؛", "ونحن عازمون", "determined"),
    ("annex", "نعيد تأكيد التزامنا بالسلام؛", "نعيد تأكيد", "reaffirm"),
    ("annex", "ونلتزم بالقضاء على الجوع؛", "ونلتزم", "commit"),
    ("annex", "يعلنون رسميا ما يلي:", "يعلنون رسميا", "declare"),
]


@pytest.mark.parametrize(("zone", "text", "phrase", "action"), ENGLISH)
def test_english_opening(zone, text, phrase, action):
    assert find_verbs(text, zone, "en")[0] == (phrase, Action(action), 0)


@pytest.mark.parametrize(("zone", "text", "phrase", "action"), ARABIC)
def test_arabic_opening(zone, text, phrase, action):
    assert find_verbs(text, zone, "ar")[0] == (phrase, Action(action), 0)


def test_further_verbs_of_an_english_paragraph():
    text = (
        "Recalls its resolution 60/1, stresses the value of dialogue, and requests the Secretary-General to report,"
        " and in this regard encourages States to cooperate and further invites the Commission to take part;"
    )
    found = find_verbs(text, "operative", "en")
    assert [verb[:2] for verb in found] == [
        ("Recalls", Action.RECALL),
        ("stresses", Action.EMPHASIZE),
        ("requests", Action.REQUEST),
        ("in this regard encourages", Action.ENCOURAGE),
        ("further invites", Action.INVITE),
    ]
    assert all(text[offset : offset + len(phrase)] == phrase for phrase, _, offset in found)


def test_two_verbs_of_one_opening():
    found = find_verbs("Welcomes and encourages the work of the Office;", "operative", "en")
    assert [verb[:2] for verb in found] == [("Welcomes", Action.WELCOME), ("encourages", Action.ENCOURAGE)]
    found = find_verbs("وإذ تدرك وتؤكد أهمية التعليم،", "preamble", "ar")
    assert [verb[1] for verb in found] == [Action.AWARE]  # the second has no إذ of its own


def test_further_verbs_of_an_arabic_paragraph():
    text = "تشجع الدول على التعاون، وتهيب بها أن تسدد اشتراكاتها، وتطلب كذلك إلى الأمين العام أن يقدم تقريرا؛"
    found = find_verbs(text, "operative", "ar")
    assert [verb[:2] for verb in found] == [
        ("تشجع", Action.ENCOURAGE),
        ("تهيب", Action.CALL_UPON),
        ("تطلب كذلك", Action.REQUEST),
    ]
    assert all(text[offset : offset + len(phrase)] == phrase for phrase, _, offset in found)


def test_a_verb_of_another_subject_is_no_further_verb():
    text = "تحيط علما بتقرير المجلس الذي يرحب فيه بالاتفاق، ويطلب إلى الأمين العام متابعته؛"
    assert [verb[1] for verb in find_verbs(text, "operative", "ar")] == [Action.TAKE_NOTE]
    text = "Notes that offers, demands and requests for assistance, and calls of States, have risen;"
    assert [verb[1] for verb in find_verbs(text, "operative", "en")] == [Action.NOTE]


@pytest.mark.parametrize(
    ("zone", "text", "code"),
    [
        ("operative", "To develop national plans;", "en"),
        ("operative", "Promoting the participation of women;", "en"),
        ("operative", "Strengthening capacity-building;", "en"),
        ("operative", "States parties to the Convention;", "en"),
        ("operative", "Requests of Member States", "en"),
        ("operative", "The forum will be held in 2022;", "en"),
        ("annex", "Adopt measures to reduce demand;", "en"),
        ("annex", "Annex", "en"),
        ("annex", "Working Group on Ageing", "en"),
        ("operative", "وضع إجراءات وطنية؛", "ar"),
        ("operative", "تعزيز مشاركة المرأة؛", "ar"),
        ("operative", "تشجيع التعاون بين الدول؛", "ar"),
        ("operative", "يعقد المنتدى في عام 2022؛", "ar"),
        ("annex", "تقرر اللجنة نظامها الداخلي.", "ar"),
        ("annex", "يجوز للدول الأطراف أن تنسحب.", "ar"),
        ("annex", "المرفق", "ar"),
        ("preamble", "", "en"),
        ("preamble", "", "ar"),
    ],
)
def test_what_has_no_opening_verb(zone, text, code):
    assert find_verbs(text, zone, code) == []


@pytest.mark.parametrize(
    ("zone", "text", "code", "phrase"),
    [
        ("preamble", "Harnessing the power of statistics,", "en", "Harnessing"),
        ("preamble", "Having exhausted all other means,", "en", "Having exhausted"),
        ("operative", "Disburses the funds to the programme;", "en", "Disburses"),
        ("preamble", "وإذ تستلقي في ظل السلام،", "ar", "وإذ تستلقي"),
        ("operative", "يستفسر عن أسباب النزاع؛", "ar", "يستفسر"),
    ],
)
def test_an_unknown_verb_in_its_place_is_other(zone, text, code, phrase):
    assert find_verbs(text, zone, code) == [(phrase, Action.OTHER, 0)]


@pytest.mark.parametrize("prefix", ["ت", "ي"])
def test_gender_makes_no_difference(prefix):
    for stem in ("طلب إلى الأمين العام", "حث جميع الأطراف", "عرب عن تقديره", "ؤكد من جديد", "حيط علما بالتقرير"):
        feminine = find_verbs("ت" + stem + "؛", "operative", "ar")
        assert [v[1] for v in find_verbs(prefix + stem + "؛", "operative", "ar")] == [v[1] for v in feminine]


def test_vowel_marks_make_no_difference():
    assert find_verbs("تُقِرُّ بأهمية التعليم؛", "operative", "ar") == [("تُقِرُّ", Action.RECOGNIZE, 0)]
    assert find_verbs("تحيط علمًا بالتقرير؛", "operative", "ar") == [("تحيط علمًا", Action.TAKE_NOTE, 0)]


def test_a_line_break_within_the_phrase():
    assert find_verbs("Expressing its deep\nconcern at the war,", "preamble", "en") == [
        ("Expressing its deep concern", Action.CONCERN, 0)
    ]


WORDS = re.split(r" ", "Recalls further and , ; in this regard its the requests وإذ تشير ، وتطلب علما \n We will be")


@given(
    st.lists(st.sampled_from(WORDS)),
    st.sampled_from(["preamble", "operative", "annex"]),
    st.sampled_from(["ar", "en"]),
)
def test_phrases_stand_where_they_are_said_to(words, zone, code):
    text = " ".join(words)
    for phrase, action, offset in find_verbs(text, zone, code):
        assert phrase
        assert isinstance(action, Action)
        assert text[offset : offset + len(phrase)].replace("\n", " ") == phrase


@given(st.text(max_size=200), st.sampled_from(["preamble", "operative", "annex"]), st.sampled_from(["ar", "en"]))
def test_any_text_is_read(text, zone, code):
    for _, _, offset in find_verbs(text, zone, code):
        assert 0 <= offset < len(text)
