"""Texts as HTML: what the document brings is escaped, what was understood is shown, nothing is moved."""

from __future__ import annotations

import html
import re

import pytest

import unres
from unres.exports.html.inline import direction, language_attributes, text_html
from unres.exports.html.page import page
from unres.models import Block, Footnote

ENGLISH = """The General Assembly,

Recalling its resolutions 67/190 of 20 December 2012¹ and A/RES/68/1,

1. Urges States <b>not</b> to pass paragraph 1 above & to act;

¹ See A/67/458.
"""


@pytest.fixture(scope="module")
def resolution():
    return unres.parse(ENGLISH)


def shown(markup: str) -> str:
    return html.unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", markup))


def test_the_text_is_shown_as_it_is(resolution):
    for block in resolution.walk():
        assert shown(text_html(block)) == block.text


def test_what_the_document_brings_is_escaped(resolution):
    assert "&lt;b&gt;not&lt;/b&gt;" in text_html(resolution.operative[0])


def test_verbs_references_and_marks_stand_where_they_are(resolution):
    clause = text_html(resolution.preamble[0], {"1": 'See "A/67/458".'}, anchors="x-")
    assert clause.startswith('<em class="verb" data-action="recall">Recalling</em>')
    assert 'data-symbol="A/RES/67/190"' in clause
    assert '20 December 2012<sup class="mark"><a href="#x-fn-1" title="See &quot;A/67/458&quot;.">1</a></sup>' in clause


def test_a_place_of_the_resolution_is_linked_on_the_page(resolution):
    assert 'href="#x-op1"' in text_html(resolution.operative[0], anchors="x-")


def test_an_address_of_ones_own(resolution):
    linked = text_html(resolution.preamble[0], address=lambda reference: f"/r/{reference.symbol}")
    assert '<a href="/r/A/RES/67/190"' in linked
    assert "<a" not in text_html(
        resolution.preamble[0].model_copy(update={"footnote_marks": []}), address=lambda _: None
    )


def test_a_mark_at_the_very_end_is_not_lost():
    block = Block.model_validate(
        {
            "id": "op1",
            "zone": "operative",
            "kind": "paragraph",
            "text": "Decides",
            "footnote_marks": [{"label": "2", "offset": 7}, {"label": "*", "offset": 7}],
        }
    )
    assert re.findall(r"<sup.*?>([^<]+)</a></sup>", text_html(block)) == ["2", "*"]
    assert text_html(block).startswith("Decides<sup")


def test_a_footnote(resolution):
    assert 'data-symbol="A/67/458"' in text_html(resolution.footnotes[0])
    assert text_html(Footnote(label="1", text="<script>")) == "&lt;script&gt;"


def test_direction():
    assert (direction("ar"), direction("en")) == ("rtl", "ltr")
    assert language_attributes("ar") == 'lang="ar" dir="rtl"'


def test_a_page_allows_its_own_script_only():
    made = page("<&>", "<p>x</p>", language="ar", script="let a = 1")
    assert "<title>&lt;&amp;&gt;</title>" in made
    assert '<html lang="ar" dir="rtl">' in made
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/=]{44}'", made)
    assert "script-src 'none'" in page("t", "")
