"""What a comparison of two resolutions says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.comparison import Comparison

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_series(series, language):
    found = unres.compare(*series[language])
    assert found.counts == {"kept": 7, "changed": 4, "added": 2, "dropped": 1, "moved": 2}
    assert [(change.older.id, change.newer.id) for change in found.blocks if change.kind == "moved"] == [
        ("pp3", "pp4"),
        ("op3", "op2"),
    ]
    assert [change.older.id for change in found.blocks if change.kind == "dropped"] == ["op2.c"]
    assert [change.newer.id for change in found.blocks if change.kind == "added"] == ["pp5", "op3.b.3"]
    assert [field.name for field in found.fields] == ["symbol", "adopted_on", "meeting_number", "agenda_items", "basis"]
    assert [(note.kind, note.newer.text) for note in found.footnotes if note.kind != "kept"] == [
        ("changed", "A/73/226.")
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_cited(series, language):
    found = unres.compare(*series[language]).references
    assert {(entry.name, tuple(entry.newer)) for entry in found if entry.kind == "added"} == {
        ("A/RES/71/94", ("pp1",)),
        ("A/73/226", ("fn:4",)),
    }
    assert {(entry.name, tuple(entry.older)) for entry in found if entry.kind == "dropped"} == {("A/71/212", ("fn:4",))}
    assert ("UNTS vol. 1760, No. 30619", "treaty") in {(entry.name, entry.cited) for entry in found}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_json_gives_it_back(series, language):
    found = unres.compare(*series[language])
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_it_is_frozen(series):
    with pytest.raises(ValueError, match="frozen"):
        unres.compare(*series["en"]).language = "ar"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_block_of_both_is_in_it_once(series, language):
    older, newer = series[language]
    found = unres.compare(older, newer)
    assert sorted(c.older.id for c in found.blocks if c.older) == sorted(block.id for block in older.walk())
    assert [c.newer.id for c in found.blocks if c.newer] == [block.id for block in newer.walk()]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_resolution_equals_itself(series, language):
    for resolution in series[language]:
        found = unres.compare(resolution, resolution)
        assert found.equal
        assert not found.fields
        assert {change.similarity for change in found.blocks} == {1.0}


def test_the_way_back_swaps_added_and_dropped(series):
    there, back = (unres.compare(*pair).counts for pair in (series["en"], series["en"][::-1]))
    assert (there["added"], there["dropped"]) == (back["dropped"], back["added"])
    assert (there["kept"], there["changed"], there["moved"]) == (back["kept"], back["changed"], back["moved"])


def test_the_script_of_digits_is_no_difference(series):
    resolution = series["ar"][0]
    latin = r"(?<![A-Z/\d.])\d+(?:/\d+)?(?![\d/]*[A-Z])"  # not in symbols
    text = re.sub(latin, lambda found: found[0].translate(EASTERN), resolution.source_text)
    found = unres.compare(resolution, unres.parse(text))
    assert "٦٩/١١٨" in text
    assert {change.kind for change in found.blocks} == {"kept"}


def test_the_order_in_which_a_page_shows_two_numbers_is_no_difference():
    clause = "إذ تشير إلى قرارها 67/190 المؤرخ 20 كانون الأول/ديسمبر 2012،"
    stored = f"إن الجمعية العامة،\n\n{clause}\n\n1 - تحث الدول على العمل."
    shown = stored.replace("67/190", "١٩٠/٦٧")
    assert unres.compare(unres.parse(stored), unres.parse(shown)).equal


def test_two_languages_are_not_compared(series):
    with pytest.raises(ValueError, match=r"unres\.align"):
        unres.compare(series["ar"][0], series["en"][0])


def test_annexes_are_compared_with_their_titles():
    text = (
        "The General Assembly,\n\n1. Adopts the rules annexed to the present resolution.\n\nAnnex\n\n"
        "Rules of the harbour\n\n1. Lamps are lit at dusk.\n\n2. Bells are rung in fog."
    )
    older, newer = unres.parse(text), unres.parse(text.replace("Rules of the harbour", "Rules of the old harbour"))
    changed = [change for change in unres.compare(older, newer).blocks if change.kind != "kept"]
    assert [(change.newer.id, change.newer.kind, change.edits[0].newer.text) for change in changed] == [
        ("annex1", "annex", "old")
    ]


def test_footnotes_go_with_the_paragraph_of_their_mark():
    head = "The General Assembly,\n\n"
    body = "1. Recalls the first report on lamps;¹\n\n2. Recalls the second report on bells.²"
    older = f"{head}{body}\n\n¹ A/60/1.\n² A/60/2."
    newer = f"{head}1. Recalls the second report on bells.¹\n\n¹ A/61/2."
    notes = unres.compare(unres.parse(older), unres.parse(newer)).footnotes
    assert [(note.kind, note.older and note.older.label, note.newer and note.newer.label) for note in notes] == [
        ("dropped", "1", None),
        ("changed", "2", "1"),
    ]


def test_a_field_that_only_one_of_them_has():
    bare = unres.parse("The General Assembly,\n\n1. Urges all States to act.")
    full = unres.parse("A/RES/60/1\n\nThe General Assembly,\n\n1. Urges all States to act.")
    fields = {field.name: (field.older, field.newer) for field in unres.compare(bare, full).fields}
    assert fields["symbol"] == (None, "A/RES/60/1")


@given(st.text(alphabet="1. \n()aAThe GneralsmbyU,;", min_size=1, max_size=120), st.integers(0, 3))
def test_whatever_was_parsed_can_be_compared(text, at):
    try:
        older, newer = unres.parse(f"x{text}", language="en"), unres.parse(f"{text[at:]}x", language="en")
    except unres.UnreadableError:
        return
    found = unres.compare(older, newer)
    assert Comparison.model_validate_json(found.model_dump_json()) == found
