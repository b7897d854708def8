"""Markdown as a reader of Markdown understands it."""

from __future__ import annotations

import re

import hostile
import pytest

import unres
from unres.exports.markdown import to_markdown


def rendered(markdown: str) -> str:
    """The HTML that CommonMark (with GitHub's tables) makes of it; footnotes, which it has not, are put in words."""
    markdown = re.sub(r"\[\^(\w+)\](:?)", r"note\1\2", markdown)
    reader = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    return reader.MarkdownIt("commonmark").enable("table").render(markdown)


def words(html: str) -> str:
    """What is seen: no tags, one space between words."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).replace("\u2003", " ").split())


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", unres.examples.names())
def test_every_text_is_seen(name, language):
    resolution = unres.examples.load(name, language)
    seen = words(rendered(to_markdown(resolution, links=False)))
    for block in resolution.walk():
        text = block.text
        for mark in reversed(block.footnote_marks):
            text = f"{text[: mark.offset]}note{mark.label}{text[mark.offset :]}"
        assert " ".join(text.split()) in seen
    for note in resolution.footnotes:
        assert f"note{note.label}: {note.text}" in seen


def test_labels_make_no_lists_and_references_are_links():
    html = rendered(to_markdown(unres.examples.load("improving-coordination", "en")))
    assert "<li>" not in html
    assert '<a href="https://docs.un.org/en/A/RES/46/182">46/182</a>' in html
    assert "<h1>A/RES/72/148 — Improving coordination among rescue services at sea</h1>" in html


def test_arabic_is_set_from_right_to_left():
    markdown = to_markdown(unres.examples.load("improving-coordination", "ar"))
    assert markdown.startswith('<div lang="ar" dir="rtl">\n\n# ')
    assert markdown.endswith("\n\n</div>\n")


def test_rows_are_a_table():
    text = "The General Assembly,\n\n1. Approves the following posts:\n\nPost\tLevel\nCaptain\tP|4\n\n2. Ends."
    html = rendered(to_markdown(unres.parse(text)))
    assert "<td>P|4</td>" in html
    assert html.count("<tr>") == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_stays_text(language):
    html = rendered(to_markdown(hostile.resolution(language)))
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "<em>b</em>" not in html


@pytest.mark.parametrize(
    "opening", ["# a", "- a", "1. a", "1) a", "> a", "---", "===", "    a", "&copy;", "a &lt; b", "+ a"]
)
def test_an_opening_that_means_something_to_markdown_is_text(opening):
    block = {"id": "op1", "zone": "operative", "kind": "clause", "text": opening}
    resolution = unres.Resolution.model_validate({"language": "en", "operative": [block]})
    html = rendered(to_markdown(resolution))
    assert words(html).endswith(" ".join(opening.split()))
    assert html.endswith("</p>\n")
