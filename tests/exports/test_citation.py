"""Entries of bibliographies: what others' parsers read out of them is what was put in."""

from __future__ import annotations

import json

import hostile
import pytest

import unres
from unres.exports.citation import to_bibtex, to_csl, to_csl_json

# names of CSL 1.0.2, of its JSON schema's "type" and of the variables used here
TYPES = {"legislation", "report", "document"}
STRINGS = {"title", "authority", "publisher", "genre", "number", "language", "URL", "id", "type"}


def example(name="improving-coordination", language="en"):
    return unres.examples.load(name, language)


def read_back(text):
    """The entries of a file as pybtex reads them, by key; its warnings are errors."""
    database = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    return dict(database.parse_string(text, "bibtex").entries)


def test_bibtex_is_read_back_by_another_parser():
    entries = read_back(to_bibtex(example(), example(language="ar"), example("security-council", "ar")))
    assert list(entries) == ["A-RES-72-148-en", "A-RES-72-148-ar", "S-RES-2418-2018-ar"]
    english, arabic, council = entries.values()
    assert english.type == "techreport"
    assert english.fields["title"] == "{Improving coordination among rescue services at sea}"
    assert english.fields["number"] == "A/RES/72/148"
    assert [english.fields[name] for name in ("year", "month", "date")] == ["2017", "December", "2017-12-20"]
    assert str(english.persons["author"][0]) == "{United Nations, General Assembly}"
    assert arabic.fields["title"] == "{تحسين التنسيق بين خدمات الإنقاذ في البحر}"
    assert arabic.fields["langid"] == "arabic"
    assert council.fields["title"] == "{القرار 2418 (2018)}"
    assert council.fields["url"] == "https://docs.un.org/ar/S/RES/2418%20%282018%29"


def test_entries_of_the_same_symbol_have_keys_of_their_own():
    entries = read_back(to_bibtex(example(), example()))
    assert list(entries) == ["A-RES-72-148-en", "A-RES-72-148-en-2"]
    assert len({item["id"] for item in json.loads(to_csl_json(example(), example()))}) == 2


def test_hostile_text_stays_within_its_field():
    (entry,) = read_back(to_bibtex(hostile.resolution())).values()
    assert r"\textbackslash{}input\textbraceleft{}" in entry.fields["title"]
    assert entry.fields["title"].count("{") == entry.fields["title"].count("}")


def test_csl_has_the_fields_of_its_schema_and_nothing_else():
    for language in ("ar", "en"):
        item = to_csl(example(language=language))
        assert item["type"] in TYPES
        assert set(item) - STRINGS == {"author", "issued"}
        assert all(isinstance(item[name], str) for name in set(item) & STRINGS)
        assert item["issued"] == {"date-parts": [[2017, 12, 20]]}
        assert list(item["author"][0]) == ["literal"]
    assert item["URL"] == "https://docs.un.org/en/A/RES/72/148"
    assert json.loads(to_csl_json(example())) == [to_csl(example())]


def test_a_resolution_that_says_nothing_of_itself_has_an_entry():
    resolution = unres.parse("1. Decides to remain seized of the matter.")
    (entry,) = read_back(to_bibtex(resolution)).values()
    assert entry.fields["title"] == "{Resolution}"
    assert "issued" not in to_csl(resolution)
