"""Ordinals in words, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.languages import get_language
from unres.languages.arabic import counting as arabic
from unres.languages.english import counting as english

NUMBERS = st.integers(1, 999)


@given(NUMBERS)
def test_english_there_and_back(n):
    written = english.write_ordinal(n)
    assert english.read_ordinal(written) == n
    assert english.read_ordinal(written.replace("-", " ").title()) == n
    assert english.ORDINAL.search(f"at its {written} session")[0] == written


@given(NUMBERS, st.booleans(), st.booleans())
def test_arabic_there_and_back(n, feminine, definite):
    written = arabic.write_ordinal(n, feminine=feminine, definite=definite)
    assert arabic.read_ordinal(written) == n


@given(NUMBERS, st.booleans())
def test_arabic_is_found_whole_in_running_text(n, feminine):
    written = arabic.write_ordinal(n, feminine=feminine)
    assert arabic.ORDINAL.search(f"في دورتها {written}، المعقودة")[0] == written


@pytest.mark.parametrize(
    ("n", "written"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (67, "sixty-seventh"),
        (100, "one hundredth"),
        (121, "one hundred and twenty-first"),
    ],
)
def test_english_words(n, written):
    assert english.write_ordinal(n) == written


@pytest.mark.parametrize(
    ("n", "feminine", "written"),
    [
        (1, True, "الأولى"),
        (1, False, "الأول"),
        (2, False, "الثاني"),
        (10, True, "العاشرة"),
        (11, True, "الحادية عشرة"),
        (12, False, "الثاني عشر"),
        (20, True, "العشرون"),
        (67, True, "السابعة والستون"),
        (71, True, "الحادية والسبعون"),
        (171, True, "الحادية والسبعون بعد المائة"),
        (345, True, "الخامسة والأربعون بعد الثلاثمائة"),
    ],
)
def test_arabic_words(n, feminine, written):
    assert arabic.write_ordinal(n, feminine=feminine) == written


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("السابعة والستين", 67),
        ("السّابعة والستون", 67),
        ("الاولى", 1),
        ("الثانى عشر", 12),
        ("الواحدة والعشرين", 21),
        ("الخامسة بعد المئة", 105),
        ("ثانية عشرة", 12),
        ("أولا", 1),
        ("ثانياً", 2),
        ("عاشرا", 10),
        ("حادي عشر", 11),
        ("حادي وعشرون", 21),
    ],
)
def test_arabic_cases_and_spellings(text, n):
    assert arabic.read_ordinal(text) == n


def test_counting_words_are_no_ordinals_in_running_text():
    assert arabic.ORDINAL.search("في أربعين دولة وفي دولة واحدة") is None
    assert english.ORDINAL.search("in forty States and in one State") is None


def test_neighbours_in_a_list_stay_apart():
    text = "الدورتين السادسة والستين والسابعة والستين"
    assert [arabic.read_ordinal(found[0]) for found in arabic.ORDINAL.finditer(text)] == [66, 67]
    text = "the sixty-sixth and sixty-seventh sessions"
    assert [english.read_ordinal(found[0]) for found in english.ORDINAL.finditer(text)] == [66, 67]


@pytest.mark.parametrize(
    "text", ["", "sixty-seven", "twentieth-first", "one hundred and", "session", "67st", "and first"]
)
def test_what_is_no_english_ordinal(text):
    assert english.read_ordinal(text) is None


@pytest.mark.parametrize("text", ["", "الدورة", "واحدة", "حادي", "والستون", "بعد المائة", "السابعة والثامنة", "67"])
def test_what_is_no_arabic_ordinal(text):
    assert arabic.read_ordinal(text) is None


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("n", [0, 1000])
def test_numbers_out_of_range(code, n):
    with pytest.raises(ValueError, match="1 to 999"):
        get_language(code).ordinals.write(n)
