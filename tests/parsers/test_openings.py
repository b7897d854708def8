"""Openings that are rarer than most, in both languages, and verbs that stand behind a preface."""

from __future__ import annotations

import pytest

import unres
from unres.parsers.verbs import find_verbs

OPENINGS = [
    ("en", "preamble", "Proceeding from the fact that lamps need oil,", "consider"),
    ("en", "preamble", "Recommitting to the upkeep of ferries,", "commit"),
    ("en", "preamble", "In view of the state of the quays,", "consider"),
    ("en", "preamble", "In accordance with its rules,", "act"),
    ("en", "preamble", "Sharing the concern of the keepers,", "concern"),
    ("en", "operative", "Pending the repair of the quays, urges all ports to wait;", "urge"),
    ("en", "operative", "With a view to saving oil, requests the keepers to report;", "request"),
    ("en", "operative", "In order to save oil, also requests the keepers to report;", "request"),
    ("en", "operative", "Without prejudice to article 4, decides to light the ports;", "decide"),
    ("en", "operative", "Gives its full support to the ferry;", "support"),
    ("en", "operative", "Awaits the report of the keeper;", "expect"),
    ("en", "operative", "Brings to the attention of ports the price of oil;", "draw_attention"),
    ("en", "operative", "Brings the price of oil to the attention of ports;", "other"),
    ("en", "operative", "Raises awareness of the price of oil;", "draw_attention"),
    ("en", "operative", "Signals its intention to light the ports;", "intend"),
    ("en", "operative", "Conveys its gratitude to the keepers;", "appreciate"),
    ("en", "operative", "Takes the view that oil is dear;", "believe"),
    ("en", "operative", "Decides to keep under review the state of the lamps;", "remain_seized"),
    ("en", "operative", "Decides to keep the matter under active consideration;", "remain_seized"),
    ("en", "operative", "Keeps the matter under review;", "remain_seized"),
    ("en", "operative", "Decides to keep the lamps lit;", "decide"),
    ("en", "operative", "Call upon all ports to keep a lamp;", "call_upon"),
    ("ar", "preamble", "وإذ تولي الاعتبار الواجب لحالة الأرصفة،", "take_into_account"),
    ("ar", "preamble", "و إذ تشير إلى قرارها السابق،", "recall"),
    ("ar", "preamble", "وإذا تلاحظ مع القلق ثمن الزيت،", "note"),
    ("ar", "preamble", "وإذ تعيد الالتزام بصيانة العبّارات،", "commit"),
    ("ar", "operative", "ما زالت يساورها بالغ القلق إزاء حالة العبّارات؛", "concern"),
    ("ar", "operative", "تنادي بإضاءة الموانئ؛", "call_for"),
    ("ar", "operative", "تروج لاستعمال العبّارات؛", "support"),
    ("ar", "operative", "وريثما يتم إصلاح الأرصفة، تحث جميع الموانئ على الانتظار؛", "urge"),
    ("ar", "operative", "بغية توفير الزيت، تطلب إلى الحراس أن يقدموا تقريرا؛", "request"),
    ("ar", "operative", "نعاود التأكيد على أهمية المصابيح؛", "reaffirm"),
    ("ar", "operative", "تقرر أن تبقي حالة المصابيح قيد الاستعراض؛", "remain_seized"),
]


@pytest.mark.parametrize(("language", "zone", "text", "action"), OPENINGS)
def test_how_a_clause_opens(language: str, zone: str, text: str, action: str):
    assert [str(found[1]) for found in find_verbs(text, zone, language)][:1] == [action]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Take into account the price of oil;"),
        ("en", "In order to save oil, lamps, wicks and reports;"),
        ("ar", "في الموانئ، تحت الأرصفة؛"),
    ],
)
def test_items_of_a_list_open_with_no_verb_of_the_organ(language: str, text: str):
    assert find_verbs(text, "operative", language, item=True) == []


@pytest.mark.parametrize(
    ("organ", "verb", "action"),
    [
        ("مجلس الأمن", "يدعو", "call_upon"),
        ("الجمعية العامة", "تدعو", "invite"),
        ("مجلس حقوق الإنسان", "يدعو", "invite"),
    ],
)
def test_what_the_security_council_calls_upon_others_invite_to(organ: str, verb: str, action: str):
    resolution = unres.parse(f"إن {organ}،\n\n1 - {verb} جميع الموانئ إلى إبقاء مصباح مضاء.")
    assert [str(found.action) for block in resolution.operative for found in block.verbs] == [action]
