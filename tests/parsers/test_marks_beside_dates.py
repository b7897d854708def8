"""A digit before a month is the day of a date, and no footnote mark, however it is set."""

from __future__ import annotations

import datetime

import pytest

import unres

BODY = {
    "en": "71/94. Lamps\n\nThe General Assembly,\n\nRecalling its resolution 67/190,{mark}\n\n1. Decides.\n",
    "ar": "71/94 - مصابيح\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 67/190،{mark}\n\n1 - تقرر.\n",
}
CASES = [
    ("en", "Resolution adopted by the General Assembly on1 December 2016", "1 Keepers' report.", ""),
    ("en", "Resolution adopted by the General Assembly on 1 December 2016", "1 Keepers' report.", "1"),
    ("en", "Resolution adopted by the General Assembly on1December 2016", "^1 Keepers' report.", "(1)"),
    ("ar", "قرار اتخذته الجمعية العامة في1 كانون الأول/ديسمبر 2016", "(1) تقرير الحراس.", ""),
    ("ar", "قرار اتخذته الجمعية العامة في 1 كانون الأول/ديسمبر 2016", "1 تقرير الحراس.", ""),
]


@pytest.mark.parametrize(("language", "line", "note", "mark"), CASES)
def test_the_day_stays(language, line, note, mark):
    text = f"A/RES/71/94\n\n{line}\n\n{BODY[language].format(mark=mark)}\n{note}\n"
    resolution = unres.parse(text)
    assert line in [found.text for found in resolution.masthead]
    assert resolution.adopted_on == datetime.date(2016, 12, 1)
    if mark:
        assert [found.label for found in resolution.footnotes] == ["1"]
        assert [len(block.footnote_marks) for block in resolution.preamble] == [1]


def test_a_mark_before_a_word_and_a_year_is_one():
    text = "The General Assembly,\n\nNoting the lamps,1 lit 2016 times,\n\n1. Decides.\n\n1 Keepers' report.\n"
    assert len(unres.parse(text).preamble[0].footnote_marks) == 1
