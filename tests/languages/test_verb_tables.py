"""The tables of verbs: every stem in every form, no word twice for different actions."""

import itertools

import pytest

from unres.languages import get_language
from unres.languages.arabic import verb_tables as arabic
from unres.languages.arabic.verbs import FORMS as ARABIC
from unres.languages.arabic.verbs import key as arabic_key
from unres.languages.english import verb_tables as english
from unres.languages.english.verbs import FORMS as ENGLISH
from unres.models.action import Action

ARABIC_STEMS = sorted({stem for stems in arabic.STEMS.values() for stem in stems.split()})
ENGLISH_VERBS = sorted({base for bases in english.VERBS.values() for base in bases.split()})


@pytest.mark.parametrize("stem", ARABIC_STEMS)
def test_every_arabic_stem_has_the_feminine_the_masculine_and_the_first_person(stem):
    feminine, masculine, first = (ARABIC[arabic_key(prefix + stem)] for prefix in "تين")
    assert feminine.actions["present"] == masculine.actions["present"] == first.actions["plain"]
    assert {"present", "participle"} <= feminine.actions.keys() & masculine.actions.keys()
    assert (feminine.person, masculine.person, first.person) == ("ت", "ي", "ن")


@pytest.mark.parametrize("base", ENGLISH_VERBS)
def test_every_english_verb_has_its_four_forms(base):
    found = {mood for form in ENGLISH.values() for mood in form.actions if form is ENGLISH.get(base)}
    assert "plain" in found
    assert any("present" in form.actions for word, form in ENGLISH.items() if word.startswith(base[:-1]))
    assert any("participle" in form.actions for word, form in ENGLISH.items() if word.startswith(base[:-1]))


@pytest.mark.parametrize("table", [english.VERBS, arabic.STEMS, english.ADJECTIVES, english.FEELINGS, arabic.FEELINGS])
def test_no_word_stands_under_two_actions(table):
    words = [word for listed in table.values() for word in listed.split()]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("request", ("requests", "requesting", "requested")),
        ("urge", ("urges", "urging", "urged")),
        ("reaffirm", ("reaffirms", "reaffirming", "reaffirmed")),
        ("commit", ("commits", "committing", "committed")),
        ("reiterate", ("reiterates", "reiterating", "reiterated")),
        ("stress", ("stresses", "stressing", "stressed")),
        ("convey", ("conveys", "conveying", "conveyed")),
        ("ratify", ("ratifies", "ratifying", "ratified")),
        ("undertake", ("undertakes", "undertaking", "undertaken")),
        ("agree", ("agrees", "agreeing", "agreed")),
        ("echo", ("echoes", "echoing", "echoed")),
    ],
)
def test_english_inflection(base, forms):
    moods = ("present", "participle", "perfect")
    for form, mood in zip(forms, moods, strict=True):
        assert mood in ENGLISH[form].actions, (base, form)


def test_both_spellings():
    for first, second in (("recognizes", "recognises"), ("emphasizing", "emphasising"), ("authorizes", "authorises")):
        assert ENGLISH[first].actions == ENGLISH[second].actions


def test_every_action_can_be_said_in_both_languages():
    for code in ("ar", "en"):
        forms = get_language(code).verbs.forms.values()
        said = {action for form in forms for action in itertools.chain(form.actions.values(), form.tails.values())}
        said |= {action for form in forms for _, action in form.before}
        said |= {action for form in forms for _, action in form.clues}
        missing = set(Action) - said
        assert not missing, (code, missing)


def test_every_action_is_explained():
    assert all(action.value == action.name.lower() for action in Action)
