"""Reports of disagreement: each slip is found, and nothing is reported that the other version says otherwise."""

from __future__ import annotations

import pytest

import unres
from unres.alignment.facts import facts, identity
from unres.languages.arabic import counting as arabic
from unres.languages.english import counting as english


def found(alignment):
    return [(check.kind, check.arabic_says, check.english_says) for check in alignment.checks()]


def test_two_versions_that_agree_give_no_report(alignment):
    assert found(alignment) == []


@pytest.mark.parametrize(
    ("ar", "en", "report"),
    [
        ({"في عام 2014": "في عام 2015"}, {}, ("number", ["2015"], ["2014"])),
        ({}, {"twelve": "13"}, ("number", [], ["13"])),
        ({"30 حزيران/يونيه": "30 تموز/يوليه"}, {}, ("date", ["2017-07-30"], ["2017-06-30"])),
        ({}, {"30 June 2017": "30 June 2071"}, ("date", ["2017-06-30"], ["2071-06-30"])),
        ({"A/70/55": "A/70/56"}, {}, ("symbol", ["A/70/56"], ["A/70/55"])),
        ({}, {"66/120": "66/210"}, ("reference", ["66/120"], ["66/210"])),
        ({}, {"paragraph 1 above": "paragraph 2 above"}, ("reference", ["1"], ["2"])),
        ({"الرقم 30619": "الرقم 30691"}, {}, ("reference", ["30691"], ["30619"])),
    ],
)
def test_a_slip_is_reported_once(aligned, ar, en, report):
    assert found(aligned(ar, en)) == [report]


@pytest.mark.parametrize(
    ("ar", "en"),
    [
        ({"اثنتي عشرة": "12"}, {}),
        ({"مرة كل ثلاث سنوات": "كل 3 سنوات"}, {}),
        ({"مرة كل ثلاث سنوات": "كل سنتين"}, {"once every three years": "every 2 years"}),
        ({"اثنتي عشرة منارة": "000 12 منارة"}, {"twelve": "12,000"}),
        ({"اثنتي عشرة منارة": "مائة ألف منارة"}, {"twelve": "100,000"}),
        ({"اثنتي عشرة منارة": "200 690 89 منارة"}, {"twelve": "89,690,200"}),
        ({"66/120": "120/66"}, {}),
        ({"A/70/55.": "A/70/55 و Corr.1."}, {"A/70/55.": "A/70/55 and A/70/55/Corr.2."}),
        ({"في عام 2014": "في عام 2014 وفي الثلاثينيات"}, {"in 2014": "in 2014 and in the 1930s"}),
    ],
)
def test_another_way_of_saying_it_is_no_slip(aligned, ar, en):
    assert found(aligned(ar, en)) == []


def test_a_missing_clause_is_reported(aligned):
    checks = aligned(
        en={"Concerned that storms destroyed twelve lighthouses in coastal areas in 2014,\n\n": ""}
    ).checks()
    assert [(check.kind, check.arabic, check.english) for check in checks] == [("block", ["pp2"], [])]


def test_a_missing_footnote_is_reported(aligned):
    alignment = aligned(
        en={"countries;²": "countries;", "² United Nations, Treaty Series, vol. 1760, No. 30619.\n": ""}
    )
    assert ("footnote_mark", ["2"], []) in found(alignment)


def test_a_mark_in_another_block_is_reported(aligned):
    alignment = aligned(en={"communities,": "communities,¹", "lighthouses,¹": "lighthouses,"})
    checks = [check for check in alignment.checks() if check.kind == "footnote_mark"]
    assert [(check.arabic, check.english) for check in checks] == [(["pp1"], ["pp3"])]


def test_a_missing_subparagraph_is_reported(aligned):
    more = (
        "(b) To publish maps of the coasts once every three years;\n\n(c) To celebrate the keepers of lamps at schools;"
    )
    alignment = aligned(en={"(b) To publish maps of the coasts once every three years;": more})
    assert ("subparagraphs", ["2"], ["3"]) in found(alignment)


def test_two_texts_of_two_matters_get_one_report(texts):
    other = texts[1].split("The General Assembly,", 1)[0] + (
        "The General Assembly,\n\nNoting the census of penguins,\n\nDeploring noise in libraries,\n\n"
        "Guided by the stars,\n\n1. Condemns mosquitoes;\n\n(a) To sing;\n\n(b) To swim;\n\n"
        "2. Adopts the budget of 1999;\n\n"
        "3. Appoints 16 judges;\n\n4. Suspends the meeting."
    )
    checks = unres.align(unres.parse(texts[0]), unres.parse(other)).checks()
    assert [check.kind for check in checks] == ["text"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("أربعا وسبعين دولة", {74}), ("مائة وخمسة وعشرون", {125}), ("كل سنتين", {2}), ("اثني عشر شهرا", {12}),
     ("الاستعراض العشريني", {20}), ("بمائة ألف شخص", {100_000}), ("الدورة الثانية والسبعين", {72})],
)  # fmt: skip
def test_arabic_numbers_in_words(text, numbers):
    assert numbers <= arabic.mentioned(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("seventy-four States", {74}), ("one hundred and twenty-five", {125}), ("a biennial report", {2}),
     ("Chapter VII", {7}), ("three hundred thousand", {300_000}), ("its seventy-second session", {72})],
)  # fmt: skip
def test_english_numbers_in_words(text, numbers):
    assert numbers <= english.mentioned(text)


def test_words_without_numbers_mean_none():
    assert arabic.mentioned("تحث الدول") == set()
    assert english.mentioned("urges States") == set()


@pytest.mark.parametrize(
    ("arabic_text", "english_text"),
    [
        ("000 250 3 دولار", "3,250,000 dollars"),
        ("القرار ١٩٠/٦٧", "resolution 67/190"),
        ("القرار 1325 (2000)", "resolution 1325 (2000)"),
        ("الفترة 2021/2022", "the period 2021/22"),
        ("3,5 في المائة", "3.5 per cent"),
        ("٢٠ كانون الأول/ديسمبر ٢٠١٢", "20 December 2012"),
        ("الوثيقة A/67/458/Add.1،", "document A/67/458/Add.1,"),
    ],
)
def test_one_fact_in_two_languages(arabic_text, english_text):
    mine, theirs = facts(arabic_text, "ar"), facts(english_text, "en")
    assert mine
    assert [identity(fact) for fact in mine] == [identity(fact) for fact in theirs]


@pytest.mark.parametrize("text", ["Space4Water", "the COVID-19 pandemic", "at 5.40 p.m.", "(2) the other", "no digits"])
def test_what_is_no_fact(text):
    assert facts(text, "en") == []
