"""Dates in English and Arabic text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.languages import get_language
from unres.languages.dates import find_dates, first_date

ENGLISH = "January February March April May June July August September October November December".split()
ARABIC = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
]
DATES = st.dates(min_value=dt.date(1945, 1, 1), max_value=dt.date(2099, 12, 31))


@given(DATES)
def test_english_date_is_read_day_first_and_month_first(date):
    month = ENGLISH[date.month - 1]
    assert first_date(f"adopted on {date.day} {month} {date.year},", "en") == date
    assert first_date(f"Signed {month} {date.day}, {date.year}.", "en") == date
    assert first_date(f"{date.day} {month.upper()} {date.year}", "en") == date


@given(DATES)
def test_arabic_date_is_read_with_both_names_and_with_either(date):
    both = ARABIC[date.month - 1]
    first, second = both.split("/")
    for month in (both, f"{first} / {second}", first, second):
        text = f"المؤرخ {date.day} {month} {date.year}،"
        (found,) = find_dates(text, "ar")
        assert found.date == date
        assert not found.months_disagree
        assert text[found.start : found.end] == f"{date.day} {month} {date.year}"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20th December 2012", dt.date(2012, 12, 20)),
        ("on8 October 2004", dt.date(2004, 10, 8)),
        ("the 4th day of July, 1976", dt.date(1976, 7, 4)),
        ("5 Sept. 1999", dt.date(1999, 9, 5)),
        ("20 December\n2012", dt.date(2012, 12, 20)),
        ("from 20 to 22 June 2012", dt.date(2012, 6, 22)),
    ],
)
def test_english_forms(text, date):
    assert first_date(text, "en") == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("5 حزيران/يونيو 2001", dt.date(2001, 6, 5)),
        ("5 تموز/يوليو 2001", dt.date(2001, 7, 5)),
        ("5 اذار/مارس 2001", dt.date(2001, 3, 5)),
        ("5 نيسان/ابريل 2001", dt.date(2001, 4, 5)),
        ("5 تمّوز/يوليه 2001", dt.date(2001, 7, 5)),
        ("5 ديسمبر/كانون الأول من عام 2001", dt.date(2001, 12, 5)),
    ],
)
def test_arabic_spellings(text, date):
    assert first_date(text, "ar") == date


def test_names_of_two_months_are_reported_and_the_gregorian_one_decides():
    (found,) = find_dates("في 20 كانون الثاني/ديسمبر 2012", "ar")
    assert found.months_disagree
    assert found.date == dt.date(2012, 12, 20)


def test_english_dates_are_found_in_arabic_documents_in_reading_order():
    text = "Distr.: General\n23 November 2021\nالجلسة العامة 60\n20 كانون الأول/ديسمبر 2012"
    assert [found.date for found in find_dates(text, "ar")] == [dt.date(2021, 11, 23), dt.date(2012, 12, 20)]


@pytest.mark.parametrize(("text", "code"), [("31 February 2012", "en"), ("31 نيسان/أبريل 2012", "ar")])
def test_a_day_that_no_calendar_has_is_found_without_a_date(text, code):
    (found,) = find_dates(text, code)
    assert found.date is None
    assert (found.start, found.end) == (0, len(text))
    assert first_date(text, code) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("120 December 2012", "en"), ("20 delegations 2012", "en"), ("12 دولة 2012", "ar"), ("1 December 20123", "en")],
)
def test_what_is_no_date(text, code):
    assert find_dates(text, code) == []


@given(st.text(alphabet="0123456789 /،,ابكنوديسمرأل\nJanuryDecmb.", max_size=80), st.sampled_from(["ar", "en"]))
def test_any_text_is_searched_without_error(text, code):
    for found in find_dates(text, code):
        assert 0 <= found.start < found.end <= len(text)


def test_every_month_has_a_name_in_each_language():
    for code in ("ar", "en"):
        assert set(get_language(code).dates.names.values()) == set(range(1, 13))
