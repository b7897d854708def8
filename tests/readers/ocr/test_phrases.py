"""Months beside numbers, and formulas, are put right; what only resembles them stays."""

from __future__ import annotations

import pytest

from unres.languages import page_words
from unres.readers.ocr.lines import RecognizedLine
from unres.readers.ocr.numbers import Number
from unres.readers.ocr.phrases import Phrases
from unres.readers.ocr.words import Word

PHRASES = Phrases(page_words())


def words(*lines):
    """Words of lines; a word of digits was read digit by digit."""
    out = []
    for row, text in enumerate(lines):
        for word in text.split():
            digits = "".join(letter for letter in word if letter.isdigit())
            numbers = (Number(digits, (0, 0, 9, 9), 0.99),) if digits else ()
            out.append(Word(word, 80, 0, 0, 9, 9, (1, 1, row), numbers=numbers))
    return out


def text(found):
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("المؤرخ ١٨ حزيرات/يونيه ٢٠٠٣", "المؤرخ ١٨ حزيران/يونيه ٢٠٠٣"),
        ("المؤرخ ٢٢ حزيرا ن/يونيه ٢٠٠٥", "المؤرخ ٢٢ حزيران/يونيه ٢٠٠٥"),
        ("في ٥ تموزا/يوليه ٢٠١٨، وتلاحظ", "في ٥ تموز/يوليه ٢٠١٨، وتلاحظ"),
        ("في ٣ تموزاروليه، وتلاحظ", "في ٣ تموز/يوليه، وتلاحظ"),
        ("المؤرخ ٢٣كانوت الأول/دشمبر ١٩٩٢", "المؤرخ ٢٣ كانون الأول/ديسمبر ١٩٩٢"),
        ("المؤرخ ٢٣ تشرين الثاني/نوفمبر ١٩٩٢", "المؤرخ ٢٣ تشرين الثاني/نوفمبر ١٩٩٢"),
        ("أضاءت ٢٣ منارة في المرفأ", "أضاءت ٢٣ منارة في المرفأ"),
        ("وتشيد بحزيرات/يونيه وحدها", "وتشيد بحزيرات/يونيه وحدها"),
    ],
)
def test_months_beside_numbers(read, meant):
    found = words(read)
    done = PHRASES.restore_months(found)
    assert text(found) == meant
    assert bool(done) == (read != meant)


def test_a_month_parted_by_the_end_of_a_line():
    found = words("المؤرخ ٢٣ كانوت", "الأول/ديسمير ١٩٩٢ بشأن المنارات")
    PHRASES.restore_months(found)
    assert text(found) == "المؤرخ ٢٣ كانون الأول/ديسمبر ١٩٩٢ بشأن المنارات"
    assert [word.line[2] for word in found[1:4]] == [0, 0, 1]


def line(said):
    return RecognizedLine([], said, 0, 0, 9, 9)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("إنك الجمعية العامة", "إن الجمعية العامة،"),
        ("إن مجاس الأمن.", "إن مجلس الأمن،"),
        ("اللمعية العامة", "الجمعية العامة"),
        ("الجمعية العامة للعبّارات", "الجمعية العامة للعبّارات"),
    ],
)
def test_formulas_that_stand_alone(read, meant):
    lines = [line(read)]
    done = PHRASES.restore_lines(lines)
    assert lines[0].text == meant
    assert bool(done) == (read != meant)
