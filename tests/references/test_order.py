"""The order of the two numbers in Arabic: what decides, how sure it is, and what changes nothing."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.references import find_references
from unres.references.border import as_models, find_in_document
from unres.references.passages import Context, Passage

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def one(text, **context):
    findings = find_in_document([Passage(text)], Context(language="ar", organ="general_assembly", **context))
    return as_models(findings.references[0])


def test_the_date_decides():
    for pair in ("64/58", "58/64"):
        (found,) = one(f"قرارها {pair} المؤرخ 2 كانون الأول/ديسمبر 2009", session=70)
        assert found.symbol == "A/RES/64/58"
        assert "date" in found.because
        assert found.confidence >= 0.9


def test_no_session_after_the_documents_own():
    for pair in ("64/70", "70/64"):
        (found,) = one(f"القرار {pair}", session=67)
        assert found.symbol == "A/RES/64/70"


def test_a_number_above_all_of_its_session_is_no_number():
    for pair in ("41/254", "254/41"):
        (found,) = one(f"القرار {pair}", session=67)
        assert (found.session, found.number) == (41, 254) or found.confidence < 0.9


def test_a_year_is_a_year():
    for pair in ("2008/33", "33/2008"):
        (found,) = one(f"قرار المجلس الاقتصادي والاجتماعي {pair}")
        assert found.symbol == "E/RES/2008/33"


def test_the_organ_named_decides():
    for pair in ("20/3", "3/20"):
        (found,) = one(f"قرار لجنة منع الجريمة والعدالة الجنائية {pair} المؤرخ 15 نيسان/أبريل 2011")
        assert (found.session, found.number) == (20, 3)


def test_others_of_the_list_decide():
    found = one("القرارات 67/55 و 137/58 و 166/59 و 144/61 و 180/61 و 156/63 و 194/63", session=67)
    assert [r.symbol for r in found] == [
        "A/RES/55/67",
        "A/RES/58/137",
        "A/RES/59/166",
        "A/RES/61/144",
        "A/RES/61/180",
        "A/RES/63/156",
        "A/RES/63/194",
    ]
    assert found[0].alternatives[0].symbol == "A/RES/67/55"


def test_the_same_resolution_elsewhere_decides():
    found = one("قرارها 64/58 المؤرخ 2 كانون الأول/ديسمبر 2009، وإذ تشير إلى القرار 58/64", session=70)
    assert [r.symbol for r in found] == ["A/RES/64/58", "A/RES/64/58"]


@pytest.mark.parametrize(("own", "expected"), [("7/76", "A/RES/70/41"), ("76/7", "A/RES/41/70")])
def test_the_documents_own_number_decides(own, expected):
    (found,) = one("القرار 41/70", session=76, symbol="A/RES/76/7", own_number_as_written=own)
    assert found.symbol == expected


def test_a_pair_that_stays_open_keeps_both_readings():
    (found,) = one("القرار 55/67", session=76)
    assert found.confidence < 0.9
    assert {found.symbol, found.alternatives[0].symbol} == {"A/RES/55/67", "A/RES/67/55"}


def test_english_is_never_turned():
    findings = find_in_document([Passage("resolution 55/67")], Context(language="en", session=76))
    [reference] = as_models(findings.references[0])
    assert reference.symbol == "A/RES/55/67"
    assert reference.alternatives == []


def test_a_latin_prefix_is_never_turned():
    found = find_references("الوثيقة A/58/64 والقرار A/RES/58/64", "ar")
    assert [r.symbol for r in found] == ["A/58/64", "A/RES/58/64"]


@pytest.mark.parametrize(
    "text",
    [
        "القرار 64/293",
        "القرار ٦٤/٢٩٣",
        "القرار ٢٩٣/٦٤",
        "القرار \u200f293/64\u200f",
        "القرار \u202b64/293\u202c",
        "القرار 64/\n293",
        "القرار\n293/64",
        "القـــرار 293/64",
        "القرارُ 293/64",
    ],
)
def test_digits_marks_and_line_ends_change_nothing(text):
    (found,) = find_references(text, "ar", "general_assembly", datetime.date(2012, 12, 20))
    assert found.symbol == "A/RES/64/293"
    assert text[found.offset : found.offset + len(found.text)] == found.text


@given(
    session=st.integers(31, 80),
    number=st.integers(90, 200),
    day=st.integers(1, 28),
    turned=st.booleans(),
    eastern=st.booleans(),
)
def test_a_dated_pair_is_read_right_in_either_order(session, number, day, turned, eastern):
    pair = f"{number}/{session}" if turned else f"{session}/{number}"
    text = f"قرارها {pair} المؤرخ {day} كانون الأول/ديسمبر {1945 + session}"
    (found,) = find_references(text.translate(EASTERN) if eastern else text, "ar", "general_assembly")
    assert (found.session, found.number) == (session, number)


SEEDS = [("A_RES_67_190.ar.txt", 3), ("A_RES_76_7.ar.txt", 1)]


@pytest.mark.parametrize(("name", "times"), SEEDS)
def test_the_seeds_cite_one_resolution_in_both_orders(name, times):
    corpus = os.environ.get("UNRES_CORPUS")
    if not corpus:
        pytest.skip("UNRES_CORPUS is not set: the folder with the real documents")
    text = (Path(corpus) / "seeds" / name).read_text(encoding="utf-8")
    found = [r.symbol for r in find_references(text, organ="general_assembly") if r.kind == "resolution"]
    assert found.count("A/RES/64/293") >= times
    assert "A/RES/293/64" not in found
