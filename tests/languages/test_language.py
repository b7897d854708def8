"""Languages are found by their folders, and every section of each is there."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

import unres
from unres.languages import codes, get_language, page_words
from unres.languages.citing import Rule
from unres.languages.language import Language
from unres.models import Organ

SECTIONS = [field.name.removeprefix("make_") for field in fields(Language) if field.name.startswith("make_")]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_section_is_made_once_and_is_of_its_kind(code, section):
    language = get_language(code)
    made = getattr(language, section)
    assert type(made).__name__ == section.title().replace("_", "")
    assert getattr(language, section) is made


@pytest.mark.parametrize("code", ["ar", "en"])
def test_what_a_language_gives(code):
    language = get_language(code)
    assert language is get_language(code)
    assert language.dates.names
    assert language.ordinals.read(language.ordinals.write(67)) == 67
    assert language.labels.read("12") == {"number": 12}
    assert language.verbs.forms


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_organ_has_a_name_and_is_told_by_it_in_a_masthead(code):
    language = get_language(code)
    assert set(language.citations.organs.values()) == set(Organ), "languages/*/citations.py names every organ"
    without = replace(language, make_masthead=lambda: replace(language.masthead, organs=()))
    for name, value in without.citations.organs.items():
        told = {organ for pattern, organ in without.organs if pattern.search(name.upper())}
        assert (value in told) == (value != Organ.OTHER)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_name_that_mastheads_cut_short_goes_before_the_general_assembly(code):
    organs = [organ for _, organ in get_language(code).organs]
    assert set(organs) == set(Organ) - {Organ.OTHER}
    assert organs[-1] is Organ.GENERAL_ASSEMBLY


def test_an_unknown_language():
    assert set(codes()) == {"ar", "en"}
    with pytest.raises(KeyError):
        get_language("xx")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("page", "Page 3"),
        ("page", "الصفحة 3"),
        ("month", "March"),
        ("month", "اذار"),
        ("year", "year 1987"),
        ("year", "عام 1987"),
    ],
)
def test_readers_know_the_words_of_all_languages_together(field, text):
    assert getattr(page_words(), field).fullmatch(text)
    assert not getattr(page_words(), field).fullmatch("lighthouse")


def rules(section: object) -> Iterator[Rule]:
    """Every rule of a section, at any depth."""
    if isinstance(section, Rule):
        yield section
    elif isinstance(section, tuple):
        for each in section:
            yield from rules(each)
    elif is_dataclass(section):
        for field in fields(section):
            yield from rules(getattr(section, field.name))


def opening(pattern: str) -> str:
    """How a pattern begins, without what looks behind and without the names and brackets of groups."""
    seen = re.sub(r"\(\?<[!=](?:\[[^\]]*\]|[^\[)])*\)", "", pattern).replace("(?:|)", "")
    return re.sub(r"\(\?:|\(\?P<\w+>", "", seen)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_what_a_rule_matches_begins_with_its_word(code):
    """The word is looked for first, and the pattern is tried where it stands alone."""
    found = list(rules(get_language(code).citations))
    assert len(found) > 10
    assert [rule for rule in found if not opening(rule.pattern).startswith(rule.word.rstrip(". "))] == []


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_way_to_repeat_opens_a_footnote(code):
    said = {
        "ar": ("إن مجلس الموانئ،\n\n1 - يقرر أن تبقى المصابيح مضاءة", "{}، الفرع باء."),
        "en": ("The Harbour Council,\n\n1. Decides that the lamps stay lit", "{}, sect. B."),
    }
    body, note = said[code]
    for rule in get_language(code).citations.sources.ibid:
        words = {"Ibid": "Ibid.", "ibid": "ibid.", "المرجع": "المرجع نفسه"}[rule.word]
        resolution = unres.parse(f"{body};\n\n5 {note.format(words)}\n", language=code)
        assert [(each.label, each.text) for each in resolution.footnotes] == [("5", note.format(words))]
