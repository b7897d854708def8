"""What numbers can be: the tables, and the rules for organs that need none."""

from __future__ import annotations

import datetime

import pytest

from unres.models import Organ
from unres.un import limits, sessions, symbols
from unres.un.organs import ORGANS


def test_ranges_of_the_security_council_ascend():
    ranges = sessions.security_council_ranges()
    assert min(ranges) == 1946
    assert all(low <= high for low, high in ranges.values())
    for year in range(1947, 2025):
        assert ranges[year][0] == ranges[year - 1][1] + 1
    assert sessions.security_council_fits(1325, 2000)
    assert not sessions.security_council_fits(1325, 2001)
    assert not sessions.security_council_fits(38, 2020)


def test_every_session_of_the_assembly_has_a_highest_number():
    highest = sessions.general_assembly_highest()
    assert set(range(31, 79)) <= set(highest)
    assert all(130 < number < 400 for number in highest.values())


@pytest.mark.parametrize(
    ("session", "year"), [(1, 2006), (4, 2007), (20, 2012), (43, 2020), (46, 2021), (55, 2024), (57, 2024)]
)
def test_years_of_the_human_rights_council(session, year):
    assert sessions.human_rights_council_year(session)[0] == year


@pytest.mark.parametrize(
    ("organ", "first", "number", "fit"),
    [
        ("general_assembly", 67, 190, limits.POSSIBLE),
        ("general_assembly", 190, 67, limits.IMPOSSIBLE),
        ("general_assembly", 20, 1, limits.IMPOSSIBLE),
        ("economic_and_social_council", 2008, 33, limits.POSSIBLE),
        ("economic_and_social_council", 33, 2008, limits.IMPOSSIBLE),
        ("human_rights_council", 20, 1, limits.POSSIBLE),
        ("human_rights_council", 20, 90, limits.IMPOSSIBLE),
        ("security_council", 13, 25, limits.IMPOSSIBLE),
    ],
)
def test_what_fits_an_organ(organ, first, number, fit):
    assert limits.fits(organ, first, number, decision=False, limit=limits.LATEST) == fit


def test_limits_come_from_the_documents_own_session():
    assert limits.limits(None, None, "general_assembly", 67).assembly == 67
    assert limits.limits(datetime.date(2013, 3, 1), None, "security_council", None).assembly == 67
    assert limits.limits(datetime.date(2012, 12, 20), None, None, None).assembly == 67
    # the eleventh emergency special session is no session 11
    assert limits.limits(datetime.date(2022, 3, 2), None, "general_assembly", 11).assembly == 76


def test_parts_with_a_document_of_their_own():
    assert symbols.has_own_document("B", 68, datetime.date(2014, 4, 9))
    assert not symbols.has_own_document("A", 68, datetime.date(2013, 12, 27))
    assert not symbols.has_own_document("D", 50, datetime.date(1995, 12, 12))
    assert symbols.has_own_document("B", None, None)


@pytest.mark.parametrize(("number", "year"), [(1, 1946), (242, 1967), (1325, 2000), (2250, 2015), (2767, 2024)])
def test_a_number_of_the_council_gives_its_year(number, year):
    assert sessions.security_council_year(number) == year


@pytest.mark.parametrize("number", [0, 2800, 9999])
def test_a_number_behind_the_table_gives_no_year(number):
    assert sessions.security_council_year(number) is None


def test_nothing_depends_on_the_calendar():
    # a text is read alike in every year: the latest year is a figure of the table
    assert sessions.LATEST_YEAR == 2030
    assert limits.limits(None, None, None, None) == limits.LATEST


@pytest.mark.parametrize(
    ("number", "session", "assembly", "council"),
    [
        (2625, 25, True, False),
        (1079, 39, False, True),
        (1503, 48, False, True),
        (330, 30, False, False),
        (281, 25, False, False),
    ],
)
def test_numbers_with_sessions_in_roman_numerals(number, session, assembly, council):
    assert sessions.roman_fits_assembly(number, session) is assembly
    assert sessions.roman_fits_ecosoc(number, session) is council


def test_a_late_date_rules_roman_numerals_out():
    late = datetime.date(2008, 5, 29)
    assert not sessions.roman_fits_date("general_assembly", late)
    assert not sessions.roman_fits_date("economic_and_social_council", late)
    assert sessions.roman_fits_date("economic_and_social_commission_for_western_asia", late)
    assert sessions.roman_fits_date("general_assembly", datetime.date(1970, 10, 24))


def test_every_organ_is_one_of_the_models():
    assert set(ORGANS) <= {organ.value for organ in Organ}
