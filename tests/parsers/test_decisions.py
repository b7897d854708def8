"""Decisions report what an organ did, in the past."""

from __future__ import annotations

from pathlib import Path

import pytest

import unres

PAIRS = [
    (english, arabic, actions.split())
    for actions, english, arabic in (
        pair.split("\n") for pair in (Path(__file__).parent / "decisions.txt").read_text("utf-8").strip().split("\n\n")
    )
]
"""English and Arabic reports of the same decisions, and their actions."""
HEADS = {
    "en": "General Assembly\n\nDecision\n\n98/420. Keeping of lamps\n\n",
    "ar": "الجمعية العامة\n\nمقرر\n\n98/420 - صيانة المصابيح\n\n",
}


def actions(block: unres.models.Block) -> list[str]:
    return [str(verb.action) for verb in block.verbs]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "+".join(pair[2]))
def test_what_an_organ_is_reported_to_have_done(pair: tuple[str, str, list[str]], language: str):
    decision = unres.parse(HEADS[language] + pair[language == "ar"])
    (block,) = decision.walk()
    assert block.kind == "paragraph"
    assert actions(block) == pair[2]
    assert (decision.kind, decision.symbol) == ("decision", "A/DEC/98/420")


LISTED = {
    "en": (
        "At its 12th plenary meeting, on 5 October 2043, the General Assembly:\n\n"
        "(a) Decided to postpone the election of a keeper;\n\n(b) Took note of the report of the Secretary-General;\n\n"
        "(c) Also requested the Committee to report on lamps."
    ),
    "ar": (
        "إن الجمعية العامة، في جلستها العامة 12، المعقودة في 5 تشرين الأول/أكتوبر 2043:\n\n"
        "(أ) قررت أن ترجئ انتخاب الحارس؛\n\n(ب) أحاطت علما بتقرير الأمين العام؛\n\n"
        "(ج) طلبت أيضا إلى اللجنة أن تقدم تقريرا عن المصابيح."
    ),
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_reported_item_by_item(language: str):
    decision = unres.parse(HEADS[language] + LISTED[language])
    found = {block.label: actions(block) for block in decision.walk() if block.label}
    assert list(found.values()) == [["decide"], ["take_note"], ["request"]]


def test_a_report_alone_is_a_decision_and_gives_meeting_and_date():
    decision = unres.parse(PAIRS[0][0])
    assert (decision.kind, decision.status, decision.meeting_number) == ("decision", "adopted", 12)
    assert str(decision.adopted_on) == "2043-10-05"
    arabic = unres.parse(PAIRS[0][1])
    assert (arabic.kind, arabic.status, arabic.meeting_number) == ("decision", "adopted", 12)
    assert str(arabic.adopted_on) == "2043-10-05"


RECITING = (
    "The General Assembly, recalling its decision 97/511 of 9 September 2043, by which it decided to light the ports, "
    "and taking into account the letter of the keeper, decides to convene the next conference in 2045."
)
DRAFTED = [RECITING, "The General Assembly decides to take note of the reports of the keeper."]


@pytest.mark.parametrize("text", DRAFTED)
def test_the_organ_of_a_draft_decision_is_the_subject_of_its_sentence(text: str):
    head = "A/98/L.7\n\nAgenda item 23\n\nLighting\n\nDraft decision submitted by the President\n\nLamps\n\n"
    (block,) = unres.parse(head + text).walk()
    assert actions(block)[0] == "decide"


def test_names_of_those_elected_are_no_headings():
    text = (
        "At its 2nd plenary meeting, on 15 September 2043, the General Assembly elected the following States:\n\n"
        "Ruritania\n\nFreedonia\n\nSylvania\n\nAs a result, the Committee is composed of nine members."
    )
    decision = unres.parse(HEADS["en"] + text)
    assert [block.text for block in decision.walk()][1:4] == ["Ruritania", "Freedonia", "Sylvania"]
    assert actions(next(decision.walk())) == ["appoint"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "To assist the Committee established pursuant to resolution 2700 (2023);"),
        ("en", "The reports requested by the General Assembly and adopted in 2043;"),
        ("ar", "التقارير التي طلبتها الجمعية العامة واعتمدت في عام 2043؛"),
    ],
)
def test_what_is_only_mentioned_is_no_verb(language: str, text: str):
    formula, lead = {"en": ("The General Assembly,", "Requests:"), "ar": ("إن الجمعية العامة،", "تطلب ما يلي:")}[
        language
    ]
    label = {"en": "a", "ar": "أ"}[language]
    resolution = unres.parse(f"{formula}\n\n1. {lead}\n\n({label}) {text}")
    assert [actions(block) for block in resolution.walk()][1:] == [[]]
