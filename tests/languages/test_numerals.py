"""Roman numerals and ordinals in digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.languages.english.counting import ending, read_digits
from unres.un.numerals import MOST_READ, MOST_WRITTEN, read_roman, write_roman


@given(st.integers(1, MOST_READ))
def test_roman_numerals_there_and_back(n):
    assert read_roman(write_roman(n)) == n
    assert read_roman(write_roman(n).lower()) == n


@given(st.text(alphabet="IVXLC", min_size=1, max_size=8))
def test_only_the_strict_form_is_read(numeral):
    n = read_roman(numeral)
    assert n is None or write_roman(n) == numeral


@pytest.mark.parametrize("numeral", ["", "IIII", "IC", "VX", "Iv", "A", "M", "XIIA"])
def test_what_is_no_roman_numeral(numeral):
    assert read_roman(numeral) is None


@pytest.mark.parametrize("n", [0, -1, MOST_WRITTEN + 1])
def test_numbers_without_roman_numeral(n):
    with pytest.raises(ValueError, match="no Roman numeral"):
        write_roman(n)


@given(st.integers(1, 999))
def test_digits_with_their_ending(n):
    assert read_digits(f"{n}{ending(n)}") == n


@pytest.mark.parametrize(
    ("n", "written"), [(1, "st"), (2, "nd"), (3, "rd"), (4, "th"), (11, "th"), (112, "th"), (121, "st")]
)
def test_endings(n, written):
    assert ending(n) == written


@pytest.mark.parametrize("text", ["67", "67st", "th", "", "067th"])
def test_digits_without_their_own_ending_are_no_ordinal(text):
    assert read_digits(text) is None
