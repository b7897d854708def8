"""Texts as they are marked on pages: the digits of labels and marks, and shares that are never rounded up."""

from __future__ import annotations

import re

import pytest

import unres
from unres.exports.html import to_html
from unres.exports.viewer import to_viewer
from unres.exports.wording import percent

EASTERN = """إن الجمعية العامة،

إذ تشير إلى قرارها ١٩٠/٦٧ المؤرخ ٢١ كانون الأول/ديسمبر ٢٠١٢⁽¹⁾،

١ - تشكر حراس المنارات؛

٢ - تطلب تقديم تقرير في دورتها الثانية والعشرين بعد المائة.

(١) انظر الوثيقة A/67/211."""
WESTERN = EASTERN.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
ENGLISH = "The General Assembly,\n\nRecalling its resolution 67/190,¹\n\n1. Thanks the keepers.\n\n¹ See A/67/211."


@pytest.mark.parametrize("page", [to_html, to_viewer])
def test_labels_and_marks_stand_in_the_digits_of_the_text(page):
    html = page(unres.parse(EASTERN))
    assert re.search(r'<sup class="mark"><a href="#fn-1"[^>]*>١</a></sup>', html)
    assert re.search(r'class="label"[^>]*>٢ -<', html)
    assert re.search(r'class="label"[^>]*>١<', html), "the note itself"
    for text, label in ((WESTERN, "1 -"), (ENGLISH, "1.")):
        html = page(unres.parse(text))
        assert re.search(r'<sup class="mark"><a href="#fn-1"[^>]*>1</a></sup>', html)
        assert re.search(rf'class="label"[^>]*>{re.escape(label)}<', html)


def test_a_page_in_eastern_digits_is_read_back_to_the_same_labels():
    resolution = unres.parse(EASTERN)
    again = unres.read(to_html(resolution).encode())
    assert [(block.id, block.label) for block in again.walk()] == [(b.id, b.label) for b in resolution.walk()]
    assert [note.label for note in again.footnotes] == ["1"]
    assert again.preamble[0].footnote_marks == resolution.preamble[0].footnote_marks


@pytest.mark.parametrize(
    ("share", "shown"), [(1.0, "100%"), (0.9999, "99.9%"), (0.996, "99.6%"), (0.5, "50%"), (0.0, "0%")]
)
def test_what_is_not_wholly_sure_is_never_shown_as_wholly_sure(share, shown):
    assert percent(share) == shown
