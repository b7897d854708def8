"""Pieces for retrieval: nothing is left out, nothing is cut without need, and each says where it stands."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.exports.columns import TABLES

LONG = (
    "The General Assembly,\n\nRecalling its resolution 70/999 of 1 December 2015,\n\n"
    "1. Requests the Secretary-General:\n\n"
    "(a) To light the lamps of the harbour. The lamps shall be lit before the evening tide. They burn till morning;\n\n"
    "(b) To report on it.\n\n2. Decides to return to the matter."
)


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("name", unres.examples.names())
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("most", [1, 12, 60, 100_000])
def test_the_pieces_are_the_blocks(name, language, most):
    resolution = unres.examples.load(name, language)
    made = resolution.chunks(max_tokens=most)
    assert len({each.id for each in made}) == len(made)
    held = list(dict.fromkeys(block_id for each in made for block_id in each.block_ids))
    assert held == [block.id for block in resolution.walk()]
    whole = squeezed("".join(each.text for each in made))
    at = 0
    for block in resolution.walk():
        at = whole.find(squeezed(block.text), at)
        assert at >= 0, block.id
        at += len(squeezed(block.text))
    assert [each.as_dict() for each in made] == json.loads(json.dumps([each.as_dict() for each in made]))


@given(most=st.integers(1, 60), count=st.sampled_from([None, len, lambda text: len(text.split())]))
def test_no_piece_is_too_long_that_could_be_cut(most, count):
    resolution = unres.parse(LONG)
    counted = count or (lambda text: len(text.split()))
    for each in resolution.chunks(max_tokens=most, tokenizer=counted):
        assert counted(each.text) <= most or " " not in each.text


def test_a_long_clause_is_cut_at_the_end_of_a_sentence():
    pieces = unres.parse(LONG).chunks(max_tokens=14, tokenizer=lambda text: len(text.split()))
    texts = [each.text for each in pieces if each.block_ids == ["op1.a"]]
    assert texts == [
        "(a) To light the lamps of the harbour.",
        "The lamps shall be lit before the evening tide. They burn till morning;",
    ]
    cut = next(each for each in pieces if each.block_ids == ["op1.a"])
    assert "1. Requests the Secretary-General:" in cut.context
    assert cut.citation == "the present resolution, para. 1 (a)"


def test_a_piece_says_where_it_stands_and_what_it_cites():
    resolution = unres.examples.load("improving-coordination", "en")
    piece = next(each for each in resolution.chunks() if each.block_ids == ["pp2"])
    assert piece.citation == "A/RES/72/148, preambular para. 2"
    assert piece.context.startswith("A/RES/72/148 · General Assembly · 2017-12-20 · Improving coordination")
    assert "1 United Nations, Treaty Series, vol. 1184, No. 18961." in piece.context
    assert (piece.symbol, piece.organ, piece.date, piece.section) == (
        "A/RES/72/148",
        "general_assembly",
        "2017-12-20",
        "Preamble",
    )
    first = resolution.chunks()[0]
    assert first.references == ["A/RES/46/182", "A/RES/70/218", "E/RES/2016/9"]


def test_a_piece_of_no_tokens_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        unres.parse(LONG).chunks(max_tokens=0)


@pytest.mark.parametrize(
    ("block", "english", "arabic"),
    [
        ("pp3", "A/RES/72/148, preambular para. 3", "الفقرة 3 من ديباجة القرار 72/148"),
        ("op2.b.1", "A/RES/72/148, para. 2 (b) (i)", "الفقرة 2 (ب) (1) من القرار 72/148"),
    ],
)
def test_a_block_is_cited_in_both_languages_whatever_its_own(block, english, arabic):
    for language in ("ar", "en"):
        found = unres.examples.load("improving-coordination", language).block(block)
        assert found.citation() == found.citation("en") == english
        assert found.citation("ar") == arabic


def test_eastern_digits_stay_where_the_text_has_them():
    block = unres.examples.load("eastern-digits", "ar").block("op2.a")
    assert block.citation("ar") == "الفقرة ٢ (أ) من القرار ٦٧/٢٦٨"
    assert block.citation("en") == "A/RES/67/268, para. 2 (a)"


@pytest.mark.parametrize(
    ("annexes", "english", "arabic"),
    [
        (1, "S/RES/2950 (2025), annex, para. 7", "الفقرة 7 من مرفق القرار 2950 (2025)"),
        (2, "S/RES/2950 (2025), annex I, para. 7", "الفقرة 7 من المرفق الأول للقرار 2950 (2025)"),
    ],
)
def test_annexes(annexes, english, arabic):
    from unres.exports.pinpoint import cite
    from unres.models.block import Origin

    origin = Origin("S/RES/2950 (2025)", "2950 (2025)", text="", kind="resolution", annexes=annexes)
    assert cite("annex1.7", origin, "en") == english
    assert cite("annex1.7", origin, "ar") == arabic


@pytest.mark.parametrize("odd", ["op.h2", "op.p1", "op4.i1", "pp", "annex12", "op4.a~2", "op.s2.4", "nonsense", ""])
def test_every_id_can_be_cited(odd):
    from unres.exports.pinpoint import cite
    from unres.models.block import Origin

    origin = Origin(None, None, text="", kind="other", annexes=12)
    for language in ("ar", "en"):
        assert cite(odd, origin, language)


def test_no_such_block_or_language():
    resolution = unres.examples.load("improving-coordination", "en")
    with pytest.raises(KeyError, match=r"op2\.c"):
        resolution.block("op2.x")
    with pytest.raises(ValueError, match="'ar' and 'en'"):
        resolution.block("op2").citation("fr")


def test_json_and_equality_know_nothing_of_it():
    resolution = unres.examples.load("improving-coordination", "en")
    again = unres.Resolution.model_validate_json(resolution.model_dump_json())
    assert again == resolution
    assert again.block("op2.a").citation() == "A/RES/72/148, para. 2 (a)"
    assert "origin" not in resolution.block("op2").model_dump_json()


def test_what_belongs_to_a_resolution():
    related = unres.examples.load("improving-coordination", "en").related()
    assert [(each.kind, each.symbol) for each in related] == [
        ("meeting_record", "A/72/PV.74"),
        ("report", "A/72/421"),
        ("earlier", "A/RES/46/182"),
        ("earlier", "A/RES/70/218"),
    ]
    assert related[0].url == "https://docs.un.org/en/A/72/PV.74"
    assert "meeting 74" in related[0].because


PARTS = {
    "en": """General Assembly
A/RES/70/77 C

70/77. Preservation of lamps

C

The General Assembly,

Recalling its resolution 69/12 of 5 December 2014,

1. Adopts the rules that are annexed.

Annex
Rules for lamps, proposed in document A/70/305

1. A lamp burns at night.""",
    "ar": """الجمعية العامة
A/RES/70/77 C

70/77 - صون المصابيح

جيم

إن الجمعية العامة،

إذ تشير إلى قرارها 69/12 المؤرخ 5 كانون الأول/ديسمبر 2014،

1 - تعتمد القواعد المرفقة.

مرفق
قواعد المصابيح المقترحة في الوثيقة A/70/305

1 - يضاء المصباح ليلا.""",
}


@pytest.mark.parametrize("language", PARTS)
def test_parts_before_it_and_what_annexes_name_belong_to_a_resolution(language):
    resolution = unres.parse(PARTS[language])
    assert resolution.symbol == "A/RES/70/77C"
    assert [(each.kind, each.symbol) for each in resolution.related()] == [
        ("part", "A/RES/70/77"),
        ("part", "A/RES/70/77B"),
        ("earlier", "A/RES/69/12"),
        ("annexed", "A/70/305"),
    ]
    (row,) = TABLES["resolutions"].rows(resolution)
    assert row["parts"] == ["A/RES/70/77", "A/RES/70/77B"]
    assert (row["earlier"], row["annexed"], row["drafts"], row["meeting_record"]) == (
        ["A/RES/69/12"],
        ["A/70/305"],
        [],
        None,
    )


@pytest.mark.parametrize(
    ("organ", "fields", "expected"),
    [
        ("security_council", {}, "S/PV.4653"),
        ("general_assembly", {"session": 67}, "A/67/PV.4653"),
        ("general_assembly", {"session": 10, "session_kind": "emergency_special"}, "A/ES-10/PV.4653"),
        ("general_assembly", {}, None),
        ("economic_and_social_council", {"year": 2012}, "E/2012/SR.4653"),
        ("human_rights_council", {"session": 20}, None),
    ],
)
def test_records_of_meetings(organ, fields, expected):
    from unres.un.symbols import meeting_record

    assert meeting_record(organ, 4653, **fields) == expected
