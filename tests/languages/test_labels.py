"""Labels of paragraphs, and letters of parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.languages.arabic import counting as arabic
from unres.languages.english import counting as english

LATIN = ["number", "letter", "capital", "roman", "capital_roman"]


@given(st.sampled_from(LATIN), st.integers(1, 52))
def test_latin_series_there_and_back_in_both_languages(series, n):
    for language in (english, arabic):
        assert language.read_label(language.write_label(series, n))[series] == n


@given(st.sampled_from(["abjad", "alphabetical"]), st.integers(1, 56))
def test_arabic_series_there_and_back(series, n):
    assert arabic.read_label(arabic.write_label(series, n))[series] == n


@pytest.mark.parametrize(
    ("label", "places"),
    [
        ("12", {"number": 12}),
        ("i", {"letter": 9, "roman": 1}),
        ("iii", {"roman": 3}),
        ("I", {"capital": 9, "capital_roman": 1}),
        ("aa", {"letter": 27}),
        ("B", {"capital": 2}),
        ("", {}),
        ("ab", {}),
        ("Iv", {}),
    ],
)
def test_english_labels(label, places):
    assert english.read_label(label) == places


@pytest.mark.parametrize(
    ("label", "places"),
    [
        ("أ", {"abjad": 1, "alphabetical": 1}),
        ("ا", {"abjad": 1, "alphabetical": 1}),
        ("ج", {"abjad": 3, "alphabetical": 5}),
        ("هـ", {"abjad": 5, "alphabetical": 26}),
        ("ه", {"abjad": 5, "alphabetical": 26}),
        ("ﻫ", {"abjad": 5, "alphabetical": 26}),
        ("أ أ", {"abjad": 29, "alphabetical": 29}),
        ("أأ", {"abjad": 29, "alphabetical": 29}),
        ("i", {"letter": 9, "roman": 1}),
        ("من", {}),
    ],
)
def test_arabic_labels(label, places):
    assert arabic.read_label(label) == places


def test_doubled_letters_are_written_as_printed():
    assert arabic.write_label("abjad", 29) == "أ أ"
    assert arabic.write_label("abjad", 5) == "هـ"
    assert english.write_label("letter", 28) == "bb"


@pytest.mark.parametrize(("series", "n"), [("letter", 0), ("letter", 53), ("roman", 400), ("abjad", 1)])
def test_places_without_label(series, n):
    with pytest.raises(ValueError, match="no "):
        english.write_label(series, n)


@pytest.mark.parametrize(
    ("name", "letter"), [("ألف", "A"), ("الف", "A"), ("باء", "B"), ("جيم", "C"), ("صاد", "R"), ("ضاد", "Z")]
)
def test_arabic_part_letters(name, letter):
    assert arabic.part_letter(name) == letter


def test_part_letters_that_are_none():
    assert arabic.part_letter("المرفق") is None
    assert english.part_letter("A") == "A"
    assert english.part_letter("AB") is None
    assert english.part_letter("") is None
