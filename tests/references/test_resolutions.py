"""Every form in which a resolution or a decision is numbered, and whose it is."""

from __future__ import annotations

import datetime

import pytest

from unres.references import find_references


def symbols(text, language=None, organ="general_assembly"):
    found = find_references(text, language, organ)
    return [r.symbol for r in found if r.kind == "resolution"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling its resolution 67/190 of 20 December 2012,", ["A/RES/67/190"]),
        ("Recalling its resolutions 55/67 of 4 December 2000 and 58/137,", ["A/RES/55/67", "A/RES/58/137"]),
        ("resolution 2625 (XXV)", ["A/RES/2625(XXV)"]),
        ("resolution 217 A (III)", ["A/RES/217(III)"]),
        (
            "resolutions 1474 (ES-IV), 1592 (XV) and 1599 (XV)",
            ["A/RES/1474(ES-IV)", "A/RES/1592(XV)", "A/RES/1599(XV)"],
        ),
        ("resolution 3362 (S-VII)", ["A/RES/3362(S-VII)"]),
        ("resolution S-8/1", ["A/RES/S-8/1"]),
        ("resolution ES-10/21", ["A/RES/ES-10/21"]),
        ("its decision 67/530", ["A/DEC/67/530"]),
        ("Security Council resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("resolutions 242 (1967) and 338 (1973)", ["S/RES/242 (1967)", "S/RES/338 (1973)"]),
        ("resolution 1325(2000)", ["S/RES/1325 (2000)"]),
        ("Economic and Social Council resolution 2008/33", ["E/RES/2008/33"]),
        ("Economic and Social Council resolution 1079 (XXXIX)", ["E/RES/1079(XXXIX)"]),
        ("Human Rights Council resolutions S-1/1 and 20/1", ["A/HRC/RES/S-1/1", "A/HRC/RES/20/1"]),
        ("Human Rights Council decision 19/119", ["A/HRC/DEC/19/119"]),
        ("Commission on Human Rights resolution 1998/72", ["E/CN.4/RES/1998/72"]),
        ("United Nations Environment Assembly resolution 5/14", ["UNEP/EA.5/Res.14"]),
        ("the statement (S/PRST/2011/16)", ["S/PRST/2011/16"]),
        ("القرار 67/190", ["A/RES/67/190"]),
        ("قرارها 217 ألف (د-3)", ["A/RES/217(III)"]),
        ("قرارها 2626 (د-25)", ["A/RES/2626(XXV)"]),
        ("القرار دإ-8/1", ["A/RES/S-8/1"]),
        ("القرار دإط-10/21", ["A/RES/ES-10/21"]),
        ("قرار مجلس الأمن 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("قراري الجمعية العامة 74/270 و 74/274", ["A/RES/74/270", "A/RES/74/274"]),
        ("وقرار المجلس الاقتصادي والاجتماعي 1079 (د-39)", ["E/RES/1079(XXXIX)"]),
        ("للقرار 67/190 وبقرارها 68/1", ["A/RES/67/190", "A/RES/68/1"]),
        ("ومقررها 67/530", ["A/DEC/67/530"]),
        ("A/RES/67/190 and S/RES/1325 (2000)", ["A/RES/67/190", "S/RES/1325 (2000)"]),
        ("A/RES/217 (III) A", ["A/RES/217(III)"]),
    ],
)
def test_each_form_gives_its_symbol(text, expected):
    assert symbols(text) == expected


def test_parts_give_one_reference_each():
    first, second = find_references("its resolutions 3411 A and B (XXX)")
    assert (first.part, second.part) == ("A", "B")
    assert (first.text, second.text) == ("3411 A", "B (XXX)")
    assert first.number == second.number == 3411


def test_arabic_letter_names_are_parts():
    found = find_references("القرار 36/87 ألف وباء", "ar", "general_assembly")
    assert [r.part for r in found] == ["A", "B"]
    assert {r.session for r in found} == {36}


def test_a_range_of_parts_is_written_out():
    assert [r.part for r in find_references("resolution 75/254 A to C of 31 December 2020")] == ["A", "B", "C"]


def test_part_added_later_has_a_document_of_its_own():
    (found,) = find_references("its resolution 68/247 B of 9 April 2014")
    assert found.symbol == "A/RES/68/247B"
    (found,) = find_references("its resolution 50/72 D of 12 December 1995")
    assert found.symbol == "A/RES/50/72"


def test_an_article_is_no_part():
    (found,) = find_references("See resolution 67/190. A new start was made.")
    assert found.part is None


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("general_assembly", "A/RES/52/32"),
        ("human_rights_council", "A/HRC/RES/52/32"),
    ],
)
def test_its_resolution_is_the_speakers(organ, expected):
    assert symbols("Recalling its resolution 52/32", "en", organ) == [expected]
    assert symbols("إذ يشير إلى قراره 52/32", "ar", organ) == [expected]


def test_its_resolution_of_an_organ_just_named():
    text = "as the General Assembly, in its resolution 60/251, decided"
    assert symbols(text, "en", "human_rights_council") == ["A/RES/60/251"]


def test_the_council_is_the_one_that_the_text_named():
    text = "Welcoming the work of the Economic and Social Council and recalling Council resolution 2008/33"
    assert symbols(text) == ["E/RES/2008/33"]
    text = "Noting that the Human Rights Council met, and recalling Council resolution 20/1"
    assert symbols(text) == ["A/HRC/RES/20/1"]


def test_an_organ_behind_the_number():
    assert symbols("resolution 67/190 of the General Assembly", "en", "human_rights_council") == ["A/RES/67/190"]


def test_a_date_shows_whose_list_it_is():
    text = (
        "Recalling all Human Rights Council resolutions on the environment, including resolutions 44/7 of 16 July 2020 "
        "and 45/17 of 6 October 2020,"
    )
    assert symbols(text) == ["A/HRC/RES/44/7", "A/HRC/RES/45/17"]


def test_a_resolution_printed_in_a_report_is_its_bodys():
    text = "Seventy-fourth Session, Supplement No. 53A (A/74/53/Add.1), chap. III, resolution 42/12."
    assert "A/HRC/RES/42/12" in symbols(text)


def test_a_commission_has_no_symbol():
    (found,) = find_references("Commission on Crime Prevention and Criminal Justice resolution 20/3 of 15 April 2011")
    assert found.symbol is None
    assert found.url is None
    assert (found.organ, found.session, found.number) == ("commission_on_crime_prevention_and_criminal_justice", 20, 3)


def test_date_and_title_are_kept():
    text = "its resolution 70/1 of 25 September 2015, entitled “Transforming our world”, which"
    (found,) = find_references(text)
    assert found.date == datetime.date(2015, 9, 25)
    assert found.title == "Transforming our world"
    text = "قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 المعنون ”تحويل عالمنا“"
    (found,) = find_references(text, "ar")
    assert found.date == datetime.date(2015, 9, 25)
    assert found.title == "تحويل عالمنا"


def test_the_date_of_two_is_that_of_both():
    first, second = find_references("resolutions 69/252 and 69/253 of 29 December 2014")
    assert first.date == second.date == datetime.date(2014, 12, 29)


def test_a_list_introduced_with_a_colon():
    text = "Recalling its resolutions:\n\n67/190 of 20 December 2012;\n\n68/192 of 18 December 2013;"
    assert symbols(text) == ["A/RES/67/190", "A/RES/68/192"]


def test_address():
    (found,) = find_references("قرار مجلس الأمن 1325 (2000)", "ar")
    assert found.url == "https://docs.un.org/ar/S/RES/1325%20%282000%29"


def test_a_slip_in_a_year_is_kept_with_a_doubt():
    (found,) = find_references("Security Council resolution 1325 (2001)")
    assert found.symbol == "S/RES/1325 (2001)"
    assert found.confidence < 0.9
    assert found.because


@pytest.mark.parametrize(
    "text",
    [
        "general recommendation No. 38 (2020) of the Committee",
        "the Convention concerning Forced Labour, 1930 (No. 29)",
        "the biennium 2010/2011",
        "its budget for the period 2010/2011 and resolutions",
        "about 1/2 of the States, and 3/4 of the people",
        "on 12/11/2004 the meeting was held",
        "2/9",
        "COVID-19/20",
        "الاتفاقية رقم 29 لعام 1930",
        "التوصية العامة رقم 38 (2020)",
        "لفترة السنتين 2010/2011",
        "صفحة 2/9",
    ],
)
def test_look_alikes_are_no_resolutions(text):
    assert symbols(text) == []


def test_committee_names_are_no_pairs():
    text = "the 1267/1989 Committee established pursuant to resolutions 1267 (1999) and 1989 (2011)"
    assert symbols(text, "en", "security_council") == ["S/RES/1267 (1999)", "S/RES/1989 (2011)"]


@pytest.mark.parametrize(
    "text",
    [
        "Recclling lts rcsolut1ons 67/190 of 20 December 2012 and 55/67 of 4 December 2000,",
        "الاير رن ارات ٦٧/١٩٠ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٢ و ٥٥/٦٧ المؤرخ ٤ كانون الأول/ديسمبر ٢٠٠٠",
    ],
)
def test_a_date_on_which_the_organ_sat_stands_for_the_word(text):
    found = find_references(text, organ="general_assembly")
    assert [r.symbol for r in found] == ["A/RES/67/190", "A/RES/55/67"]
    assert all(r.confidence < 0.9 for r in found)
    assert find_references(text) == []


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Keepers of 67/190 of 20 December 2002,", "general_assembly"),
        ("Reaffirming its agreed conclusions 1997/2 of 18 July 1997,", "economic_and_social_council"),
        ("إذ يؤكد استنتاجاته المتفق عليها ١٩٩٧/٢ المؤرخة ١٨ تموز/يوليه ١٩٩٧،", "economic_and_social_council"),
    ],
)
def test_another_date_or_another_word_does_not(text, organ):
    assert find_references(text, organ=organ) == []


@pytest.mark.parametrize(
    ("text", "organ", "symbol"),
    [
        ("Rccalllng 2014/210 of 23 April 2014,", "economic_and_social_council", "E/DEC/2014/210"),
        ("Rccalllng 72/510 of 23 December 2017,", "general_assembly", "A/DEC/72/510"),
        ("Rccalllng 72/110 of 7 December 2017,", "general_assembly", "A/RES/72/110"),
    ],
)
def test_without_a_word_a_high_number_is_a_decisions(text, organ, symbol):
    assert symbols(text, organ=organ) == [symbol]


@pytest.mark.parametrize(("words", "found"), [(20, ["S/RES/2100 (2013)"]), (400, [])])
def test_a_year_tells_whose_a_number_is_only_within_a_clause(words, found):
    text = "Recalling the meeting held in 2013 " + "and the harbours " * words + "and resolution 2100,"
    assert symbols(text, "en", "general_assembly") == found
