"""The Arabic interface says in Arabic why a reference is read as it is, and what is wrong; free text stays English."""

from __future__ import annotations

import re

import pytest
import viewer_documents as documents

import unres
from unres.exports.viewer import to_viewer

NO_MARK = "حاشية لا تشير إليها أي علامة في النص."


@pytest.fixture(scope="module")
def page():
    other = unres.parse(documents.ENGLISH.replace("2012", "2013"))
    return to_viewer(documents.arabic(), other, interface="ar")


def card(page, text):
    """The one card that holds a text."""
    (found,) = [each for each in re.findall(r'<li class="card.*?</li>', page, re.DOTALL) if text in each]
    return found


def test_reasons(page):
    assert '<bdi lang="ar" dir="rtl">هو الترتيب الوحيد الممكن</bdi>' in page
    assert "A/RES/67/190 · هو الترتيب الوحيد الممكن" in page, "when the pointer rests on a reference"
    assert "only possible order" not in page


def test_remarks_say_what_their_code_stands_for_and_then_the_message(page):
    remark = card(page, "footnote.no_mark")
    assert f'<p lang="ar" dir="rtl">{NO_MARK}</p><p lang="en" dir="ltr">No mark points to footnote 3.</p>' in remark
    (flag,) = [each for each in re.findall(r'<a class="flag.*?</a>', page) if NO_MARK in each]
    assert f'title="تنبيه: {NO_MARK}"' in flag


def test_disagreements_say_what_each_version_says(page):
    said = card(page, '<bdi dir="ltr" class="code">date</bdi>')
    assert "تاريخ: في العربية \u20662012-12-20\u2069، وفي الإنكليزية \u20662013-12-20\u2069" in said
    assert '<p lang="en" dir="ltr">date: ' in said


def test_the_english_interface_says_it_once():
    page = to_viewer(documents.arabic(), documents.english())
    assert "only possible order" in page
    assert NO_MARK not in page
    assert "هو الترتيب" not in page
