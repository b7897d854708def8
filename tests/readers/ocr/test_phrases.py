"""Months, formulas and what stands before pairs are put right; what only resembles them stays."""

from __future__ import annotations

import pytest

from unres.languages import page_words
from unres.readers.ocr.lines import RecognizedLine
from unres.readers.ocr.numbers import Number
from unres.readers.ocr.phrases import Phrases
from unres.readers.ocr.words import SURE_NUMBER, Word

PHRASES = Phrases(page_words())


def words(*lines):
    """Words of lines; a word of digits was read digit by digit."""
    out = []
    for row, text in enumerate(lines):
        for word in text.split():
            digits = "".join(letter for letter in word if letter.isdigit() or letter in "/-").strip("/")
            digits = digits if any(letter.isdigit() for letter in digits) else ""
            numbers = (Number(digits, (0, 0, 9, 9), 0.99),) if digits else ()
            out.append(Word(word, 80, 0, 0, 9, 9, (1, 1, row), numbers=numbers))
    return out


def text(found):
    return " ".join(word.text for word in found)


def put_right(restore, read, meant):
    """The words of a line in which that was put right and said which differs; whether anything was."""
    found = words(read)
    done = restore(found)
    assert text(found) == meant
    assert bool(done) == (read != meant)
    return found, bool(done)


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
    put_right(PHRASES.restore_months, read, meant)


def test_a_month_parted_by_the_end_of_a_line():
    found = words("المؤرخ ٢٣ كانوت", "الأول/ديسمير ١٩٩٢ بشأن المنارات")
    PHRASES.restore_months(found)
    assert text(found) == "المؤرخ ٢٣ كانون الأول/ديسمبر ١٩٩٢ بشأن المنارات"
    assert [word.line[2] for word in found[1:4]] == [0, 0, 1]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("إلى قرزها ٦٨/١٧ بشأن المنارات", "إلى قرارها ٦٨/١٧ بشأن المنارات"),
        ("والقزاران ٦٨/١٧ و ٦٩/١٨", "والقراران ٦٨/١٧ و ٦٩/١٨"),
        ("في قرازيها ٦٨/١٧ و ٦٩/١٨", "في قراريها ٦٨/١٧ و ٦٩/١٨"),
        ("المقرر ٦٨/٥١٧", "المقرر ٦٨/٥١٧"),
        ("الفقرات ٣/٤", "الفقرات ٣/٤"),
        ("في الفترة ٢٠١٢/٢٠١٣", "في الفترة ٢٠١٢/٢٠١٣"),
        ("إلى قرزها بشأن المنارات", "إلى قرزها بشأن المنارات"),
        ("وإذ تذكر قرزاتها ٦٧/١٢", "وإذ تذكر قراراتها ٦٧/١٢"),
        ("بموجب قار الجمعية العامة ٦٧/١٢", "بموجب قرار الجمعية العامة ٦٧/١٢"),
        ("إلى قداري الجمعية العافة. ٦٧/١٢", "إلى قراري الجمعية العامة ٦٧/١٢"),
        ("في مقر المجلس ٢٠١١/٢٦", "في مقرر المجلس ٢٠١١/٢٦"),
        ("من مقر المجلس في ٢٠١١/٢٦", "من مقر المجلس في ٢٠١١/٢٦"),
        ("إلى مجلس الأمن ٦٧/١٢", "إلى مجلس الأمن ٦٧/١٢"),
        ("إلى قرار لجنة حقوق الإنسان ١٩٩٣/٥١", "إلى قرار لجنة حقوق الإنسان ١٩٩٣/٥١"),
        ("إلى قرار مجلس حقرق الإنسان ٢٣/١٣", "إلى قرار مجلس حقوق الإنسان ٢٣/١٣"),
        ("انظر انقرار ٤٥/١١٢", "انظر القرار ٤٥/١١٢"),
        ("مدة استقرار ٤٥/١١٢", "مدة استقرار ٤٥/١١٢"),
    ],
)
def test_words_before_pairs(read, meant):
    put_right(PHRASES.restore_cited, read, meant)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("إلى القرار ٢٨٣ ٦٩، المرفق", "إلى القرار ٦٩/٢٨٣، المرفق"),
        ("إلى قراراتها ١١٧ ٦٤ المؤرخ", "إلى قراراتها ٦٤/١١٧ المؤرخ"),
        ("إلى القزار ١ ٧٠.", "إلى القزار ٧٠/١."),
        ("إلى القرار ٦٩/٢٨٣ ٢ المرفق", "إلى القرار ٦٩/٢٨٣ ٢ المرفق"),
        ("إلى الفقرة ٢٨٣ ٦٩", "إلى الفقرة ٢٨٣ ٦٩"),
        ("إلى القرار ٩٩٣ ١٤٥", "إلى القرار ٩٩٣ ١٤٥"),
    ],
)
def test_numbers_side_by_side_behind_a_resolution_lost_their_slash(read, meant):
    found, done = put_right(PHRASES.join_pairs, read, meant)
    assert not done or found[2].numbers[0].sure < SURE_NUMBER


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("القرار د!- -٢٧/٣، المرفق", "القرار دإ-٢٧/٣، المرفق"),
        ("القرار و١-٢٧/٣ وما بعده", "القرار دإ-٢٧/٣ وما بعده"),
        ("القرار داإط- -١٠/٣ وما بعده", "القرار دإط-١٠/٣ وما بعده"),
        ("القرار دإط-١٠/٣", "القرار دإط-١٠/٣"),
        ("القرار و-١٠/٣", "القرار و-١٠/٣"),
        ("القرار -٢٧/٣", "القرار -٢٧/٣"),
        ("العبّارات و-٦٧/٣", "العبّارات و-٦٧/٣"),
    ],
)
def test_letters_of_special_sessions(read, meant):
    found, done = put_right(PHRASES.restore_cited, read, meant)
    assert all(number.sure < 0.98 for word in found for number in word.numbers) or not done


def line(said):
    return RecognizedLine([], said, 0, 0, 9, 9)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("إنك الجمعية العامة", "إن الجمعية العامة،"),
        ("إن مجاس الأمن.", "إن مجلس الأمن،"),
        ("من الجمعية العامة", "من الجمعية العامة"),
        ("اللمعية العامة", "الجمعية العامة"),
        ("و٥ الجمعية العامة", "إن الجمعية العامة،"),
        ("ان: مجلس الأمن", "إن مجلس الأمن،"),
        ("الجمعية العامة للعبّارات", "الجمعية العامة للعبّارات"),
        ("إن لجنة حقوق الإنسان،", "إن لجنة حقوق الإنسان،"),
        ("اللجنة العامة", "اللجنة العامة"),
    ],
)
def test_formulas_that_stand_alone(read, meant):
    lines = [line(read)]
    done = PHRASES.restore_lines(lines)
    assert lines[0].text == meant
    assert bool(done) == (read != meant)


def test_what_goes_on_from_the_line_above_is_no_formula():
    lines = [line("لدى مجلس الأمن"), line("و٥ مجلس الأمن")]
    for each in lines:
        each.gap = False
    PHRASES.restore_lines(lines)
    assert [each.text for each in lines] == ["لدى مجلس الأمن", "إن مجلس الأمن،"]
