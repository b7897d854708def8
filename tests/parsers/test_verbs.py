"""The verbs of clauses: one file for each rule, in `verbs`, a line a clause, under the zone in which it stands.

Behind ``=>`` stand its verbs as "phrase: action", parted by ``|``; ``-`` where it has none.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.models.action import Action
from unres.parsers.verbs import find_verbs
from unres.scripts import is_arabic

RULES = Path(__file__).parent / "verbs"
_ZONE = re.compile(r"\[(preamble|operative|annex)\]")


def _cases():
    """Zone, text and answer of each line of the files."""
    for path in sorted(RULES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if heading := _ZONE.fullmatch(line):
                zone = heading[1]
                continue
            text, _, answer = line.rpartition(" => ")
            yield pytest.param(zone, text, answer, id=f"{path.stem}: {text[:50]}")


@pytest.mark.parametrize(("zone", "text", "answer"), list(_cases()))
def test_rule(zone, text, answer):
    found = find_verbs(text, zone, "ar" if is_arabic(text) else "en")
    assert " | ".join(f"{phrase}: {action}" for phrase, action, _ in found) == answer.removeprefix("-")
    assert all(text[offset:].startswith(phrase) for phrase, _, offset in found)


def test_nothing_has_no_verb():
    assert find_verbs("", "preamble", "en") == find_verbs("", "preamble", "ar") == []


@pytest.mark.parametrize("prefix", ["ت", "ي"])
def test_gender_makes_no_difference(prefix):
    for stem in ("طلب إلى الأمين العام", "حث جميع الأطراف", "عرب عن تقديره", "ؤكد من جديد", "حيط علما بالتقرير"):
        feminine = find_verbs("ت" + stem + "؛", "operative", "ar")
        assert [v[1] for v in find_verbs(prefix + stem + "؛", "operative", "ar")] == [v[1] for v in feminine]


def test_vowel_marks_make_no_difference():
    assert find_verbs("تُقِرُّ بأهمية التعليم؛", "operative", "ar") == [("تُقِرُّ", Action.RECOGNIZE, 0)]
    assert find_verbs("تحيط علمًا بالتقرير؛", "operative", "ar") == [("تحيط علمًا", Action.TAKE_NOTE, 0)]


def test_a_line_break_within_the_phrase():
    assert find_verbs("Expressing its deep\nconcern at the war,", "preamble", "en") == [
        ("Expressing its deep concern", Action.CONCERN, 0)
    ]


WORDS = re.split(r" ", "Recalls further and , ; in this regard its the requests وإذ تشير ، وتطلب علما \n We will be")


@given(
    st.lists(st.sampled_from(WORDS)),
    st.sampled_from(["preamble", "operative", "annex"]),
    st.sampled_from(["ar", "en"]),
)
def test_phrases_stand_where_they_are_said_to(words, zone, code):
    text = " ".join(words)
    for phrase, action, offset in find_verbs(text, zone, code):
        assert phrase
        assert isinstance(action, Action)
        assert text[offset : offset + len(phrase)].replace("\n", " ") == phrase


@given(st.text(max_size=200), st.sampled_from(["preamble", "operative", "annex"]), st.sampled_from(["ar", "en"]))
def test_any_text_is_read(text, zone, code):
    for _, _, offset in find_verbs(text, zone, code):
        assert 0 <= offset < len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Take into account the price of oil;"),
        ("en", "In order to save oil, lamps, wicks and reports;"),
        ("ar", "في الموانئ، تحت الأرصفة؛"),
    ],
)
def test_items_of_a_list_open_with_no_verb_of_the_organ(language, text):
    assert find_verbs(text, "operative", language, item=True) == []


@pytest.mark.parametrize(
    ("organ", "verb", "action"),
    [
        ("مجلس الأمن", "يدعو", "call_upon"),
        ("الجمعية العامة", "تدعو", "invite"),
        ("مجلس حقوق الإنسان", "يدعو", "invite"),
    ],
)
def test_what_the_security_council_calls_upon_others_invite_to(organ, verb, action):
    resolution = unres.parse(f"إن {organ}،\n\n1 - {verb} جميع الموانئ إلى إبقاء مصباح مضاء.")
    assert [str(found.action) for block in resolution.operative for found in block.verbs] == [action]
