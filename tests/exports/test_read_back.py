"""What is written is read back to the same blocks, or `losses` says what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.exports.formats import FORMATS
from unres.exports.losses import READ_BACK, losses

PIECES = [
    "The General Assembly,", "Recalling its resolution 70/999,", "1. Decides to light the lamp;", "(a) To trim it;",
    "(i) Daily;", "Annex", "Article 1", "2 Resolution 70/998.", "إن الجمعية العامة،", "وإذ تشير إلى قرارها 70/999،",
    "1 - تقرر إضاءة المصباح؛", "(أ) تنظيفه؛", "المرفق", ";", "3", "– a bullet", "* On behalf of the keepers.", "\ufffe",
    "II", "60th plenary meeting", "20 December 2012",
]  # fmt: skip


def shapes(resolution):
    blocks = [(block.id, block.zone, block.kind, block.label, block.text) for block in resolution.walk()]
    return blocks, sorted((note.label, note.text) for note in resolution.footnotes)


@pytest.mark.parametrize("form", READ_BACK)
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", unres.examples.names())
def test_the_examples_come_back(form, language, name):
    resolution = unres.examples.load(name, language)
    assert shapes(unres.read(FORMATS[form].write([resolution]))) == shapes(resolution)
    assert losses(resolution, form) == []


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), form=st.sampled_from(READ_BACK))
def test_any_text_comes_back_or_it_is_said(pieces, form):
    resolution = unres.parse("\n\n".join(pieces))
    told = losses(resolution, form)
    if not told:
        try:
            again = unres.read(FORMATS[form].write([resolution]), language=resolution.language)
        except unres.UnreadableError:
            assert not list(resolution.walk())
        else:
            assert shapes(again) == shapes(resolution)
    else:
        assert told[0].code == "export.not_read_back"


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Harbour Council,\n\nRecalling the tide tables,¹ ²\n\n1. Decides to light the lamp.\n\n"
            "² Kept at the ferry.\n\n² Kept at the pier.\n\n³ Printed in two volumes."
        ),
        (
            "إن الجمعية العامة،\n\nوإذ تشير إلى جداول المد⁽¹⁾ ⁽²⁾،\n\n1 - تقرر إضاءة المصباح.\n\n"
            "⁽²⁾ محفوظة في العبارة.\n\n⁽²⁾ محفوظة في الرصيف.\n\n⁽³⁾ طبعت في مجلدين."
        ),
    ],
)
def test_notes_that_no_mark_points_at_come_back_from_word(text):
    resolution = unres.parse(text)
    assert [note.label for note in resolution.footnotes] == ["2", "2", "3"]
    assert shapes(unres.read(FORMATS["docx"].write([resolution]))) == shapes(resolution)


def test_words_that_the_page_adds_are_no_words_of_the_document():
    resolution = unres.examples.load("improving-coordination", "en")
    again = unres.read(FORMATS["html"].write([resolution]))
    assert "Operative part" not in again.source_text
    assert "op2.a" not in again.source_text
    assert [(note.label, note.text) for note in again.footnotes] == [
        (note.label, note.text) for note in resolution.footnotes
    ]


def test_only_what_is_read_can_come_back():
    with pytest.raises(ValueError, match="is not read"):
        losses(unres.parse("1. Decides."), "bibtex")
