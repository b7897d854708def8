"""What numbers can be: the tables, and the rules for organs that need none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.references import organs, symbols, tables


@given(st.integers(1, 89))
def test_roman_numerals_there_and_back(number):
    assert symbols.from_roman(symbols.roman(number)) == number


@pytest.mark.parametrize("letters", ["IIII", "VX", "IC", "XXXXX", ""])
def test_what_is_no_roman_numeral(letters):
    assert symbols.from_roman(letters) is None


def test_ranges_of_the_security_council_ascend():
    ranges = tables.security_council_ranges()
    assert min(ranges) == 1946
    assert all(low <= high for low, high in ranges.values())
    for year in range(1947, 1994):
        assert ranges[year][0] == ranges[year - 1][1] + 1
    assert tables.security_council_fits(1325, 2000)
    assert not tables.security_council_fits(1325, 2001)
    assert not tables.security_council_fits(38, 2020)


def test_every_session_of_the_assembly_has_a_highest_number():
    highest = tables.general_assembly_highest()
    assert set(range(31, 79)) <= set(highest)
    assert all(130 < number < 400 for number in highest.values())


@pytest.mark.parametrize(
    ("session", "year"), [(1, 2006), (4, 2007), (20, 2012), (43, 2020), (46, 2021), (55, 2024), (57, 2024)]
)
def test_years_of_the_human_rights_council(session, year):
    assert tables.human_rights_council_year(session)[0] == year


@pytest.mark.parametrize(
    ("organ", "first", "number", "fit"),
    [
        ("general_assembly", 67, 190, organs.POSSIBLE),
        ("general_assembly", 190, 67, organs.IMPOSSIBLE),
        ("general_assembly", 20, 1, organs.IMPOSSIBLE),
        ("economic_and_social_council", 2008, 33, organs.POSSIBLE),
        ("economic_and_social_council", 33, 2008, organs.IMPOSSIBLE),
        ("human_rights_council", 20, 1, organs.POSSIBLE),
        ("human_rights_council", 20, 90, organs.IMPOSSIBLE),
        ("security_council", 13, 25, organs.IMPOSSIBLE),
    ],
)
def test_what_fits_an_organ(organ, first, number, fit):
    assert organs.fits(organ, first, number, decision=False, limit=organs.LATEST) == fit


def test_limits_come_from_the_documents_own_session():
    assert organs.limits(None, None, "general_assembly", 67).assembly == 67
    assert organs.limits(datetime.date(2013, 3, 1), None, "security_council", None).assembly == 67
    assert organs.limits(datetime.date(2012, 12, 20), None, None, None).assembly == 67
    # the eleventh emergency special session is no session 11
    assert organs.limits(datetime.date(2022, 3, 2), None, "general_assembly", 11).assembly == 76


def test_parts_with_a_document_of_their_own():
    assert symbols.has_own_document("B", 68, datetime.date(2014, 4, 9))
    assert not symbols.has_own_document("A", 68, datetime.date(2013, 12, 27))
    assert not symbols.has_own_document("D", 50, datetime.date(1995, 12, 12))
    assert symbols.has_own_document("B", None, None)
