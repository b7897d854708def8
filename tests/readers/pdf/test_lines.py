"""What stands on a line of a PDF, in the order in which it is read."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits

FILLER = "وإذ تشير إلى قراراتها السابقة في هذا الشأن،"


def lines_of(pdf) -> list[str]:
    return read_pdf(pdf.bytes(), "test.pdf", Limits()).text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "إن الجمعية العامة،",
        "القرار 190/67 المؤرخ 20 كانون الأول/ديسمبر 2012",
        "القرار ١٩٠/٦٧ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٢",
        "[بناء على تقرير اللجنة الثالثة (A/67/458)]",
        "وإذ تحيط علما بالوثيقة A/RES/67/190 وبالوثيقة E/CN.7/2012/18،",
        "(أ) التدابير المتخذة في الفقرات 3 و 5 (ب) من المرفق؛",
        "بلغت نسبتها 25,5 في المائة في الفترة 2009-2011",
        "الأمم المتحدة (United Nations, Treaty Series, vol. 2225, No. 39574) في هذا الصدد",
        "المعنون «خطة العمل»، الفرع ألف",
    ],
)
def test_arabic_line_is_read_in_logical_order(pdf, text):
    page = pdf.page()
    page.right(540, 700, FILLER)
    page.right(540, 640, text)
    assert lines_of(pdf)[1] == text


def test_brackets_stored_as_logical_characters_are_read_alike(pdf):
    """Some producers map the mirrored glyph to the character that was typed."""
    page = pdf.page()
    page.right(540, 700, FILLER)
    shown = "ةمسن )ب( 5 و )أ( 3"
    page.left(300, 640, shown)
    assert lines_of(pdf)[1] == "3 (أ) و 5 (ب) نسمة"


def test_symbol_in_brackets_on_a_line_of_its_own_needs_no_other_brackets(pdf):
    """No Arabic line says how brackets are stored."""
    page = pdf.page()
    page.right(540, 700, FILLER)
    page.right(540, 660, FILLER)
    page.left(440, 600, "(E/HARB/2017/EC.4/3)")
    assert lines_of(pdf)[-1] == "(E/HARB/2017/EC.4/3)"


def test_ligatures_and_presentation_forms_become_letters_in_order(pdf):
    """Folding before turning would read "الأول" as "األول"."""
    page = pdf.page()
    page.right(540, 700, FILLER)
    page.left(300, 640, "ﻝﻭ⟦لأ⟧ﺍ ﻡﺎﻌﻟﺍ ⟦ﻻ⟧ ﻰﻟﺇ")
    assert lines_of(pdf)[1] == "إلى لا العام الأول"


def test_vowel_marks_stay_on_their_letters(pdf):
    page = pdf.page()
    page.right(540, 700, FILLER)
    for place, glyph in enumerate(("م", "ل", "س", "ت")):  # in the order of the eye, from the left
        if glyph == "ل":
            page.left(303 + 6 * place, 640, "\u0651")
        page.left(300 + 6 * place, 640, glyph)
    assert lines_of(pdf)[1] == "تسلّم"


def test_kashidas_mapped_to_nonsense_are_dropped(pdf):
    page = pdf.page()
    page.right(540, 700, FILLER)
    for row in range(4):
        page.left(300, 640 - 60 * row, "ةماعلا ةيعم~جلا نإ")
    assert lines_of(pdf)[1] == "إن الجمعية العامة"


def test_bold_made_by_drawing_twice_is_read_once(pdf):
    page = pdf.page()
    page.left(60, 700, "General Assembly resolution")
    page.left(60.3, 700, "General Assembly resolution")
    assert lines_of(pdf)[0] == "General Assembly resolution"


def test_wide_gaps_are_spaces_where_none_are_written(pdf):
    page = pdf.page()
    end = page.left(60, 700, "Recalling")
    page.left(end + 4, 700, "also")
    assert lines_of(pdf)[0] == "Recalling also"


def test_marks_are_superscript_digits_in_both_languages(make_pdf):
    english = make_pdf()
    page = english.page()
    end = page.left(60, 700, "on the Rights of the Child")
    end = page.left(end, 700, "12", 7, rise=5)
    page.left(end, 700, " and its Protocols,")
    assert lines_of(english)[0] == "on the Rights of the Child¹² and its Protocols,"

    arabic = make_pdf()
    page = arabic.page()
    page.right(540, 740, FILLER)
    end = page.right(540, 640, "اتفاقية حقوق الطفل")
    end = page.right(end, 640, "(١٢)", 7, rise=5)
    page.right(end, 640, " وبروتوكوليها،")
    assert lines_of(arabic)[1] == "اتفاقية حقوق الطفل⁽¹²⁾ وبروتوكوليها،"


def test_raised_letters_are_no_marks(pdf):
    page = pdf.page()
    end = page.left(60, 700, "at its 71")
    end = page.left(end, 700, "st", 7, rise=5)
    page.left(end, 700, " session")
    assert lines_of(pdf)[0] == "at its 71st session"


def test_glyphs_without_unicode_are_seen_and_counted(make_pdf):
    pdf = make_pdf(unmapped={"§"})
    page = pdf.page()
    page.left(
        60,
        700,
        "Recalling its resolution § of the year before, and the reports on it, and noting that no other was made,",
    )
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert "\ufffd" in source.text
    assert [remark.code for remark in source.remarks] == ["pdf.unknown_characters"]


def test_actual_text_stands_for_the_glyphs_of_its_span(pdf):
    page = pdf.page()
    page.right(540, 700, FILLER)
    page.content.append("/Span << /ActualText <FEFF06440627> >> BDC")
    page.left(300, 640, "xy")
    page.content.append("EMC")
    page.left(312, 640, "ا")
    assert lines_of(pdf)[1] == "الا"
