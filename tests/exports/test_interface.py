"""The words of the interface: both languages have the same ones, and every one that is used exists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

import unres
from unres.exports.interface import word, words
from unres.models import Furniture, Reference, ResolutionReference, vocabulary

SOURCES = Path(unres.__file__).parent
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (SOURCES / "exports/interface").glob("*.toml")}
ONLY_ARABIC = {"reasons", "meanings", "checks", "versions"}
"""What the library itself says in English, see ``test_explained.py``."""
OWN_ORDER = {"labels", "pinpoint"}
"""What is put together in each language by its own rules, of what it needs."""
USED = re.compile(r"""\bword\(f?["']([\w.]+)["'],|\bwords\[["'](\w+)["']\]""")
BUILT = re.compile(r"in_|key_|label_|pictures_|references_|draft_")
"""How keys begin that are put together where they are used."""
PAGES = [
    *sorted((SOURCES / "exports").rglob("*.py")),
    *sorted((SOURCES / "exports/templates").rglob("*.html")),
    *sorted((SOURCES / "service").rglob("*.py")),
]


def sections(language):
    """Section → key → words; what is shared stands under ""."""
    file = FILES[language]
    shared = {name: said for name, said in file.items() if isinstance(said, str)}
    return {"": shared, **{name: own for name, own in file.items() if isinstance(own, dict)}}


def test_both_languages_have_the_same_keys_with_the_same_names_in_braces():
    assert FILES.keys() == {vocabulary.ARABIC, vocabulary.ENGLISH}
    english, arabic = sections("en"), sections("ar")
    assert arabic.keys() - english.keys() == ONLY_ARABIC
    for section, own in english.items():
        assert own.keys() == arabic[section].keys(), section
        for key, said in own.items():
            if section not in OWN_ORDER:
                assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", arabic[section][key])), key
            assert said.strip()
            assert arabic[section][key].strip()


def test_what_all_pages_share_is_said_once():
    """A page that had its own word for what is shared would disagree with the others sooner or later."""
    for section, own in sections("ar").items():
        if section not in {"", "cited", *ONLY_ARABIC}:  # before a number a kind has another form: القرار 67/190
            assert not own.keys() & sections("ar")[""].keys(), section


def test_every_key_that_is_used_exists():
    known = {key for own in sections("en").values() for key in own}
    used = {
        key.rpartition(".")[2] for path in PAGES for found in USED.findall(path.read_text("utf-8")) for key in found
    }
    used.discard("")
    assert {"outline", "annex", "moved_from", "heading"} <= used
    assert used <= known


def test_every_key_is_used():
    text = "\n".join(path.read_text("utf-8") for path in [*PAGES, *sorted((SOURCES / "models").rglob("*.py"))])
    for section, own in sections("en").items():
        for key in own:
            assert BUILT.match(key) or re.search(rf"[\"'.]{key}[\"']|\b{key}\b *[:=]", text), f"{section}.{key}"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_value_of_a_closed_set_that_is_shown_has_its_word(language):
    for kind in get_args(vocabulary.ResolutionKind):
        assert word(kind, language)
        assert word(f"cited.{kind}", language) != word(kind, language)
    references = get_args(get_args(Reference)[0])
    values = [*get_args(vocabulary.Severity), *get_args(Furniture.model_fields["kind"].annotation)]
    values += [each.model_fields["kind"].default for each in references]
    values += get_args(ResolutionReference.model_fields["instrument"].annotation)
    assert {"ibid", "decision", "error", "page_number"} <= set(values)
    for value in values:
        assert words("viewer", language)[value]


@pytest.mark.parametrize("key", ["harbour", "viewer.harbour", "harbour.outline", ""])
def test_a_key_that_is_missing_is_an_error(key):
    with pytest.raises(KeyError):
        word(key, "en")


def test_a_section_has_what_is_shared_and_cannot_be_changed():
    found = words("comparison", "ar")
    assert found["references"] == word("references", "ar") == "الإحالات"
    assert found["moved_to"].format(place="op4") == "منقول إلى op4"
    with pytest.raises(TypeError):
        found["references"] = "المراجع"
