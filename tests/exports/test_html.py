"""The page: everything is in it, nothing else gets in."""

from __future__ import annotations

from html.parser import HTMLParser

import hostile
import pytest

import unres
from unres.exports.html import to_html

VOID = {"meta", "br", "hr", "img", "link", "input"}
ALLOWED = set(
    "html head meta title style body main header section h1 h2 h3 p div span bdi em a sup dl dt dd".split()
) | set("br ins del table thead tbody tr th td ul li strong code q details summary".split())


class Page(HTMLParser):
    """Tags in order, each closed where it must be; the text of the body; the addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        """Notes what opens."""
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in {"href", "src"}:
                self.addresses.append(value)
            if name == "id":
                self.ids.append(value)

    def handle_endtag(self, tag):
        """What closes was open."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Text that is seen."""
        if "style" not in self.open:
            self.text += data


def assert_nothing_got_in(html: str) -> None:
    page = Page(html)
    assert page.tags <= ALLOWED
    assert not {name for name in page.attributes if name.startswith("on")}
    assert all(address.startswith(("https://", "#")) for address in page.addresses)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", unres.examples.names())
def test_every_text_is_there_and_every_block_is_an_anchor(name, language):
    resolution = unres.examples.load(name, language)
    html = to_html(resolution)
    page = Page(html)
    seen = " ".join(page.text.split())
    for block in resolution.walk():
        first = block.text[: min([len(block.text), *(mark.offset for mark in block.footnote_marks)])]
        assert " ".join(first.split()) in seen
        assert block.id in page.ids
    assert all(address[1:] in page.ids for address in page.addresses if address.startswith("#"))
    assert len(page.ids) == len(set(page.ids))
    assert_nothing_got_in(html)


def test_rows_are_a_table_and_a_heading_says_what_it_says():
    text = "The General Assembly,\n\nI\nFerries\n\n1. Approves the posts:\n\nPost\tLevel\nCaptain\tP-4\n\n2. Ends."
    resolution = unres.parse(text)
    html = to_html(resolution)
    assert '<th scope="row">Captain</th><td>P-4</td>' in html
    assert "Ferries</h3>" in html


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_stays_text(language):
    assert_nothing_got_in(to_html(hostile.resolution(language)))


def test_direction_and_language_are_said():
    assert '<main lang="ar" dir="rtl">' in to_html(unres.examples.load("security-council", "ar"))
    assert '<main lang="en" dir="ltr">' in to_html(unres.examples.load("security-council", "en"))
