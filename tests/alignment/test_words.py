"""Words as they are compared between languages: stems, words that open clauses, what is no fact."""

import pytest

from unres.alignment.facts import facts
from unres.alignment.folder import key
from unres.alignment.sentences import split_sentences
from unres.alignment.verbs import plain_arabic
from unres.alignment.words import stems


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "the lanterns", "a lantern"),
        ("en", "navigation", "navigations"),
        ("ar", "والمنارات", "منارات"),
        ("ar", "بالسفينة", "السفينه"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, one, other):
    assert stems(one, language) == stems(other, language) != set()


@pytest.mark.parametrize(("language", "text"), [("en", "which of them"), ("ar", "من هذه التي")])
def test_common_words_have_no_stem(language, text):
    assert stems(text, language) == set()


@pytest.mark.parametrize(
    ("verb", "plain"), [("وإذ تشير", "إذ تشير"), ("وقد نظرت", "قد نظرت"), ("تُرحِّب", "ترحب"), ("", "")]
)
def test_the_word_and_before_an_arabic_verb_does_not_count(verb, plain):
    assert plain_arabic(verb) == plain


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the ferries of the COVID-19 years"),
        ("en", "from 10 a.m. to 5.40 p.m."),
        ("en", "100 per cent of the lamps"),
        ("en", "A/67/12/Corr.1 and 2"),
        ("ar", "جائحة كوفيد-19"),
        ("ar", "7 تشجع المرافئ"),
    ],
)
def test_numbers_that_another_language_need_not_say(language, text):
    assert [fact.value for fact in facts(text, language) if fact.kind == "number"] == []


@pytest.mark.parametrize("name", ["harbour.ar", "harbour_EN", "harbour-arabic", "harbour eng"])
def test_the_language_in_a_name_of_a_file_is_no_part_of_it(name):
    assert key(None, name) == "harbour"


def test_a_stop_behind_an_abbreviation_ends_no_sentence():
    assert split_sentences("See vol. 7, sect. B of the log. The lamps burn.") == [
        "See vol. 7, sect. B of the log.",
        "The lamps burn.",
    ]
