"""Any text: offsets are exact, nothing crashes, time grows with length and no faster."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import processor_seconds
from unres.references import find_references

PIECES = [
    "resolution ", "resolutions ", "its ", "القرار ", "قرارها ", "القرارات ", "المقرر ", "67/190", "٢٩٣/٦٤",
    "1325 (2000)", "217 A (III)", "217 ألف (د-3)",
    " and ", " و ", ", ", "، ", "A/67/458", " and Add.1–3", "S/RES/1325 (2000)",
    "Ibid.", "المرجع نفسه", ", vol. 3, No. 4", "، المجلد 3، الرقم 4",
    "Treaty Series", "paragraph 3", "الفقرة 3", " above", " أعلاه", "of ", "من ",
    "Article 51", "المادة 51", "\n", "\n\n", "\u200f", "\u0640", "\u064b", "\u00a0",
    "(", ")", "/", "-", "–", "دإ-", "S-", "8/1", " A", " B", " ألف", "\ufefb", "١٢", "12",
    " of 20 December 2012", " المؤرخ 20 كانون الأول/ديسمبر 2012", "\x00", "\r\n",
    "Official Records of the General Assembly, ", "Supplement No. 3 ", "Sales No. E.96.IV.13",
    "annex II", "المرفق الثاني", "Chapter VII of the Charter",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join),
    st.sampled_from(["ar", "en", None]),
)
def test_offsets_are_exact(text, language):
    found = find_references(text, language)
    for reference in found:
        assert reference.text
        assert text[reference.offset : reference.offset + len(reference.text)] == reference.text
    assert [r.offset for r in found] == sorted(r.offset for r in found)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_string_is_read(text):
    for reference in find_references(text):
        assert text[reference.offset : reference.offset + len(reference.text)] == reference.text


def test_the_same_text_gives_the_same_references():
    text = "إذ تشير إلى قراريها 67/190 و 58/64 وإلى المرجع نفسه، المجلد 3."
    assert find_references(text) == find_references(text)


UNITS = {
    "digits": "1",
    "pairs": "1/",
    "brackets": "(",
    "numbers and brackets": "1 A (",
    "Arabic pairs": "و 1/2 ",
    "open pairs": "و 55/67 ",
    "Ibids": "Ibid. ",
    "Ibids in paragraphs": "المرجع نفسه، المجلد 3.\n\n",
    "words": "resolution ",
    "ranges": "A/55/67 and Add.1–60, ",
    "lists of paragraphs": "paragraphs 1, 2, 3, ",
    "lists of duals": "القرارين 55/67 و 56/1 بشأن كذا ",
    "introductions": "resolution:\n\n55/67\n\n",
    "instruments": "article 1 of the Convention of the Convention ",
    "vowel marks": "\u064b",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_with_length_and_no_faster(unit):
    def seconds(length, times=1):
        text = "القرارات resolutions " + unit * (length // len(unit))
        return processor_seconds(lambda: find_references(text), times)

    small, large = seconds(40_000, 2), seconds(320_000)
    # eight times the text: sixteen times the time leaves room for a busy machine, and none for squares (64)
    assert large < 16 * max(small, 0.01) + 0.5


def test_ranges_do_not_multiply_without_end():
    assert len(find_references("A/55/67 and Add.1–60, " * 5000)) < 40_000


@pytest.fixture(scope="module")
def annotated():
    corpus = os.environ.get("UNRES_CORPUS")
    if not corpus:
        pytest.skip("UNRES_CORPUS is not set: the folder with the real documents")
    annotations = json.loads((Path(__file__).parent / "cr_unsc_annotations.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(Path(corpus) / "cr-unsc-texts.zip") as files:
        texts = {Path(name).name: files.read(name).decode("utf-8", "replace") for name in files.namelist()}
    return [(texts[name], set(symbols)) for name, symbols in annotations.items()]


def test_sixty_texts_annotated_by_hand(annotated):
    due = hit = 0
    for text, symbols in annotated:
        found = {r.symbol for r in find_references(text, "en", "security_council") if r.kind == "resolution"}
        due += len(symbols)
        hit += len(symbols & found)
    assert due == 105
    assert hit == due


@pytest.mark.parametrize("symbol", ["A/HRC/RES/55/5", "A/67/458", "A/RES/76/123"])
def test_a_symbol_alone_is_found_in_either_script_of_digits(symbol):
    eastern = symbol.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert [found.symbol for found in find_references(eastern)] == [symbol]
