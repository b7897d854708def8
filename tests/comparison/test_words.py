"""How texts are cut into words, and which words differ."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.comparison.changes import edits_between
from unres.comparison.words import cut

WORDS = st.sampled_from("the of States وتحث 67/190 ، , ( الدول neo-Nazism 2016–2020 .".split())
TEXTS = st.lists(WORDS, max_size=30).map(lambda words: " ".join([*words, "end"]))
ANY = st.text("aا،و .,\u200f\u0651٣3/-–()“\n", max_size=60)


def edits(older: str, newer: str) -> list[tuple[str, str]]:
    found, _ = edits_between(cut(older), cut(newer))
    return [(edit.older.text, edit.newer.text) for edit in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("its resolution 67/190 of 2012", ["its", "resolution", "67/190", "of", "2012"]),
        ("(A/C.3/76/L.25/Rev.1)", ["(", "A/C.3/76/L.25/Rev.1", ")"]),
        ("A/66/462/Add.2,", ["A/66/462/Add.2", ","]),
        ("neo-Nazism in 2020–2022", ["neo-Nazism", "in", "2020-2022"]),
        ("1,234,000 dollars.", ["1,234,000", "dollars", "."]),
        ("وإذ تشير و 68/1", ["وإذ", "تشير", "و", "68/1"]),
        ("كانون الأول/ديسمبر", ["كانون", "الأول", "/", "ديسمبر"]),
        ("States’ own “rights”", ["States", "'", "own", '"', "rights", '"']),
        ("", []),
        ("\u200f", []),
    ],
)
def test_words_are_whole(text, words):
    assert cut(text).forms == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("١٧ كانون الأول/ ديسمبر ٢٠١٨", "17 كانون الأول/ديسمبر 2018"),
        ("تسلّم الجمعيـــة", "تسلم الجمعية"),
        ("the  item\nentitled “Sport”", 'the item entitled "Sport"'),
        ("COVID‑19 (2016–2020)", "COVID-19 (2016-2020)"),
        ("To publish a list;", "To publish a list."),
        ("القرار\u200f 67/190،", "القرار 67/190؛"),
    ],
)
def test_what_is_no_difference(one, other):
    assert edits(one, other) == []


@pytest.mark.parametrize(
    ("older", "newer", "found"),
    [
        ("at its sixty-seventh session", "at its sixty-eighth session", [("sixty-seventh", "sixty-eighth")]),
        ("in 2021,", "in 2021 and 2022,", [("", "and 2022")]),
        ("notes also the report", "notes the report", [("also", "")]),
        # an Arabic word changes with what is written together with it, and is not cut
        ("وتحث الدول", "تحث الدول", [("وتحث", "تحث")]),
        ("في دورتها السابعة والستين", "في دورتها الثامنة والستين", [("السابعة", "الثامنة")]),
        # what is equal between two replacements only by chance does not break them apart
        ("welcomes the swift entry of new members", "deplores the tragic loss of old friends", None),
        ("resolution 75/118 of 10 December 2020", "resolution 77/145 of 12 December 2022", None),
    ],
)
def test_words_that_differ(older, newer, found):
    if found is None:
        assert 0 < len(edits(older, newer)) <= 2
    else:
        assert edits(older, newer) == found


def test_order_of_two_numbers_that_are_one_resolution():
    one = cut("القرار ١٩٠/٦٧", [(7, 13, "67/190")])
    assert one.forms == cut("القرار 67/190").forms


@given(TEXTS, TEXTS)
def test_edits_turn_the_older_text_into_the_newer(older, newer):
    found, similarity = edits_between(cut(older), cut(newer))
    text = older
    for edit in reversed(found):
        assert older[edit.older.start : edit.older.end] == edit.older.text
        assert newer[edit.newer.start : edit.newer.end] == edit.newer.text
        text = f"{text[: edit.older.start]} {edit.newer.text} {text[edit.older.end :]}"
    assert cut(text).forms == cut(newer).forms
    assert 0 <= similarity <= 1
    assert (similarity == 1) == (not found)


@given(ANY, ANY)
def test_any_text(older, newer):
    edits_between(cut(older), cut(newer))


def test_long_texts_of_one_word_end():
    start = time.process_time()
    edits("the " * 6_000 + "one", "the " * 5_000 + "other " + "the " * 900)
    assert time.process_time() - start < 5
