"""Citations as people write them outside resolutions: numbers alone, abbreviations, addresses, spaces, slips."""

from __future__ import annotations

import datetime

import pytest

import unres
from unres.references import find_references


def symbols(text, **known):
    return [reference.symbol for reference in find_references(text, **known)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry lines of Security Council resolution 1701 reopened.", ["S/RES/1701 (2006)"]),
        ("UNSCR 1325 (2000) and UNSCRs 242 and 338", ["S/RES/1325 (2000)", "S/RES/242 (1967)", "S/RES/338 (1973)"]),
        ("as UNSC Res. 1540 asks", ["S/RES/1540 (2004)"]),
        ("SC res 687 (1991)", ["S/RES/687 (1991)"]),
        ("Security Council resolution 1325 of 2000", ["S/RES/1325 (2000)"]),
        ("Security Council resolution 1325/2000", ["S/RES/1325 (2000)"]),
        ("GA Res. 217 A (III) and UNGA Res 70/1", ["A/RES/217(III)", "A/RES/70/1"]),
        ("General Assembly resolution 1514", ["A/RES/1514(XV)"]),
        ("UN resolution 425 on the harbour", ["S/RES/425 (1978)"]),
        ("General Assembly resolution 194 (third session)", ["A/RES/194(III)"]),
        ("القرار 1701 الصادر عن مجلس الأمن", ["S/RES/1701 (2006)"]),
        ("قراري مجلس الأمن 242 و338 بشأن الموانئ", ["S/RES/242 (1967)", "S/RES/338 (1973)"]),
        ("قرار مجلس الامن الدولي رقم 425 لسنة 1978", ["S/RES/425 (1978)"]),
        ("القرار الأممي 2254", ["S/RES/2254 (2015)"]),
        ("القرارات 242 و338 و425 الصادرة عن مجلس الأمن", ["S/RES/242 (1967)", "S/RES/338 (1973)", "S/RES/425 (1978)"]),
        ("قرار الجمعية العامة 1514 (الدورة 15)", ["A/RES/1514(XV)"]),
        ("قرار الجمعية العامة 181 (الدورة الثانية)", ["A/RES/181(II)"]),
        ("القرار رقم (3379/30) للجمعية العامة", ["A/RES/3379(XXX)"]),
    ],
)
def test_forms_of_the_press(text, wanted):
    assert symbols(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The lamp has a resolution of 1920 lines.",
        "Resolution 2020 was a good year for the ferries.",
        "Board resolution 15 on the mooring fees",
        "قرار رقم 12 بشأن رسوم الموانئ",
        "decision 2231 of the harbour master",
        "resolutions 3 and 4 of the annual meeting of pilots",
    ],
)
def test_numbers_alone_that_are_nobodys(text):
    assert symbols(text) == []


def test_a_number_whose_year_was_given_once_stands_alone_later():
    text = "Recalling resolution 2250 (2015), the pilots praised resolution 2250 and resolutions 2250 and 2419."
    council = [(reference.symbol, reference.confidence) for reference in find_references(text)]
    assert council[0] == ("S/RES/2250 (2015)", 1.0)
    assert council[1:] == [("S/RES/2250 (2015)", 0.95), ("S/RES/2250 (2015)", 0.95), ("S/RES/2419 (2018)", 0.9)]


def test_parts_of_one_day_have_their_letters():
    text = "General Assembly resolutions 74/290 A and 74/290 B of 25 June 2020, and 77/264 A to C of 30 December 2022"
    assert symbols(text) == ["A/RES/74/290A", "A/RES/74/290B", *["A/RES/77/264A-C"] * 3]
    arabic = "قرار الجمعية العامة 76/84 ألف إلى جيم المؤرخ 9 كانون الأول/ديسمبر 2021"
    assert symbols(arabic) == ["A/RES/76/84A-C"] * 3
    # a part that was added months later leaves the first its symbol without a letter
    later = "resolutions 68/247 A of 27 December 2013 and 68/247 B of 9 April 2014"
    assert symbols(later) == ["A/RES/68/247", "A/RES/68/247B"]


def test_numbers_beside_the_human_rights_council():
    text = (
        "Noting the report to the Human Rights Council submitted pursuant to resolution 34/24, and resolution 67/190,"
    )
    assert symbols(text, organ="general_assembly") == ["A/HRC/RES/34/24", "A/RES/67/190"]
    arabic = "وإذ ترحب بالتقرير المقدم إلى مجلس حقوق الإنسان عملا بالقرار 34/24،"
    assert symbols(arabic, organ="general_assembly", date=datetime.date(2021, 12, 1)) == ["A/HRC/RES/34/24"]


@pytest.mark.parametrize(
    "text",
    [
        "decisions 14/34 and 14/5 of the Conference of the Parties on lighthouses",
        "المقررين 14/34 و 14/5 الصادرين عن مؤتمر الأطراف",
        "in accordance with decision 14/34 on harbours",
    ],
)
def test_decisions_of_conferences_of_parties_are_not_the_assemblys(text):
    found = find_references(text, organ="general_assembly")
    assert found
    assert {reference.symbol for reference in found} == {None}


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("ESCWA resolution 330 (XXX) of 28 June 2018", "economic_and_social_commission_for_western_asia"),
        (
            "قرار اللجنة الاقتصادية والاجتماعية لغربي آسيا 330 (د-30) المؤرخ 28 حزيران/يونيه 2018",
            "economic_and_social_commission_for_western_asia",
        ),
        (
            "The Economic Commission for Latin America and the Caribbean recalls its resolution 700 (XXXVI)",
            "economic_commission_for_latin_america_and_the_caribbean",
        ),
        ("General Assembly resolution 281 (XXV) of 29 May 2008", None),
        ("resolution 330 (XXX) of 28 June 2018", None),
    ],
)
def test_regional_commissions(text, organ):
    (found,) = find_references(text)
    assert (found.organ, found.symbol) == (organ, None)
    assert (found.confidence < 1) is (organ is None)


def test_a_date_behind_a_list_is_the_last_ones():
    assert symbols("in its resolutions 60/1, and 65/1 of 22 September 2010", organ="general_assembly") == [
        "A/RES/60/1",
        "A/RES/65/1",
    ]


def test_one_misprinted_date_does_not_turn_a_pair_against_all_others():
    text = (
        "إذ تشير إلى قراراتها 46/263 المؤرخ 13 آذار/مارس 1992 و 47/202 المؤرخ 22 كانون الأول/ديسمبر 1992"
        " و 48/210 المؤرخ 21 كانون الأول/ديسمبر 1993 و 49/144 المؤرخ 20 كانون الأول/ديسمبر 1994،\n\n"
        "وإذ تشير إلى قرار الجمعية العامة 45/46 المؤرخ 1 كانون الأول/ديسمبر 1991،"
    )
    last = find_references(text, organ="general_assembly")[-1]
    assert last.symbol == "A/RES/45/46"
    assert last.confidence < 0.9


@pytest.mark.parametrize("year", ["2106", "2140", "1812"])
def test_a_year_that_cannot_be_is_reported(year):
    text = f"""S/RES/2990 (2025)

The Security Council,

Recalling its resolutions 2240 (2015), 2312 ({year}) and 2380 (2017),

1. Decides to light the harbour."""
    resolution = unres.parse(text)
    assert [r.symbol for r in resolution.references] == ["S/RES/2240 (2015)", "S/RES/2312 (2016)", "S/RES/2380 (2017)"]
    assert resolution.references[1].confidence < 1
    assert "reference.number_and_year" in {diagnostic.code for diagnostic in resolution.diagnostics}


def test_a_year_of_another_number_names_the_other_reading():
    (found,) = find_references("Security Council resolution 1325 (2001)")
    assert found.symbol == "S/RES/1325 (2001)"
    assert [other.symbol for other in found.alternatives] == ["S/RES/1325 (2000)"]


def test_page_numbers_beside_job_numbers_are_no_resolutions():
    assert symbols("Recalling decision 14/2,\n25-16556 12/13\nthe harbours\n__________________\n3/13\n25-16556") == [
        None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "resolution 745 (1992). 3 Ibid., document S/25289. 4 The ferries sailed.",
        "القرار 745 (1992). المرجع نفسه، الوثيقة S/25289.",
    ],
)
def test_ibid_with_a_document_is_that_document(text):
    found = find_references(text)
    assert [(reference.kind, reference.symbol) for reference in found] == [
        ("resolution", "S/RES/745 (1992)"),
        ("ibid", "S/25289"),
    ]
    assert found[1].repeats.symbol == "S/25289"
