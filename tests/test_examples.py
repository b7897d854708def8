"""The example documents, by name."""

from __future__ import annotations

import pytest

import unres


def test_each_is_there_in_both_languages_and_says_the_same():
    for name in unres.examples.names():
        arabic, english = (unres.examples.load(name, language) for language in ("ar", "en"))
        assert (arabic.language, english.language) == ("ar", "en")
        assert arabic.symbol == english.symbol
        assert [block.id for block in arabic.walk()] == [block.id for block in english.walk()]
        assert not [remark for remark in arabic.diagnostics if remark.severity != "info"]


def test_a_vote_and_an_annex():
    resolution = unres.examples.load("improving-coordination", "ar")
    assert resolution.vote
    assert (resolution.vote.in_favour, resolution.vote.against, resolution.vote.abstaining) == (12, 1, 4)
    assert len(resolution.vote.states_in_favour) == 12
    assert resolution.annexes[0].title == "المبادئ التوجيهية لتنسيق الإنقاذ في البحر"


def test_the_text_is_what_is_parsed():
    assert unres.parse(unres.examples.text("security-council")) == unres.examples.load("security-council")


@pytest.mark.parametrize(
    ("name", "language"), [("nothing", "en"), ("security-council", "fr"), ("../models/base", "py")]
)
def test_what_is_not_there_is_answered_with_what_is(name, language):
    with pytest.raises(ValueError, match="improving-coordination"):
        unres.examples.text(name, language)
