"""Amounts in Arabic are shown in order, wherever a resolution is shown, and are stored as they were."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import unres
from unres.comparison import compare
from unres.exports.akn import to_akn
from unres.exports.bidi import grouped, rows_grouped
from unres.exports.comparison import to_html as comparison_html
from unres.exports.comparison import to_summary
from unres.exports.docx import to_docx
from unres.exports.html import to_html
from unres.exports.markdown import to_markdown
from unres.exports.outline import to_outline
from unres.exports.parallel import to_parallel_html
from unres.exports.text import to_text
from unres.exports.viewer import to_viewer

TEXT = """الأمم المتحدة
A/RES/70/298
الجمعية العامة
Distr.: General
19 July 2016

الدورة السبعون

70/298 - تمويل الصندوق المشترك للعبّارات بمبلغ 9 240 دولارا

إن الجمعية العامة،

إذ تشير إلى قرارها 67/190 المؤرخ 20 كانون الأول/ديسمبر 2012 وإلى الوثيقة A/70/583^(١)،

1 - توافق على مبلغ قدره 1 240 دولارا، ثم ١٢ ٥٠٠ دولار؛

2 - تقرر قسمة المبالغ وفق الجدول التالي:

وجه الإنفاق\tالمبلغ
الوقود\t8 325

3 - تطلب إلى الأمين العام أن يقدم تقريرا.

(١) انظر مبلغ 3 450 دولارا في الوثيقة A/67/211.
"""
AMOUNTS = ["9 240", "1 240", "١٢ ٥٠٠", "8 325", "3 450"]


@pytest.fixture(scope="module")
def arabic():
    return unres.parse(TEXT)


def test_groups_are_kept_together_where_their_order_is_sure():
    for amount in ("1 240", "12 500 000", "١٢ ٥٠٠ ٠٠٠", "600 000", "145 456 000", "٦٠٠ ٠٠٠"):
        assert grouped(f"مبلغ {amount} دولار", "ar") == f"مبلغ {amount} دولار".replace(
            amount, amount.replace(" ", "\u00a0")
        )


@pytest.mark.parametrize(
    "text", ["000 600", "240 1", "773 000 2", "125 400", "5 24", "12 1999", "3 1234", "2010 200", "67/190 12"]
)
def test_what_may_be_stored_the_other_way_round_or_is_no_amount_is_left_alone(text):
    assert grouped(text, "ar") == text


def test_english_is_left_alone():
    assert grouped("1 240", "en") == "1 240"


SHOWN = {
    "page": to_html,
    "viewer": lambda each: to_viewer(each, interface="ar"),
    "notebook": lambda each: each._repr_html_(),
    "side by side": lambda each: to_parallel_html(unres.align(each, unres.parse("The General Assembly,\n\n1. Urges;"))),
    "comparison": lambda each: comparison_html(compare(each, unres.parse(TEXT.replace("A/67/211", "A/67/212")))),
    "summary": lambda each: to_summary(compare(each, unres.parse(TEXT.replace("تقريرا", "بيانا"))), context=None),
    "outline": to_outline,
    "markdown": to_markdown,
    "Word": lambda each: (
        zipfile.ZipFile(io.BytesIO(to_docx(each))).read("word/document.xml").decode()
        + zipfile.ZipFile(io.BytesIO(to_docx(each))).read("word/footnotes.xml").decode()
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_rendering_keeps_them_together(arabic, name):
    shown = SHOWN[name](arabic)
    for amount in AMOUNTS:
        together = amount.replace(" ", "\u00a0")
        assert together in shown, amount
        assert amount not in shown, amount
    assert "67/190" in shown


@pytest.mark.parametrize("write", [to_text, to_akn, lambda each: each.model_dump_json()])
def test_what_is_stored_has_plain_spaces(arabic, write):
    stored = write(arabic)
    stored = stored.decode() if isinstance(stored, bytes) else stored
    assert "\u00a0" not in stored
    assert "1 240" in stored


def test_word_files_are_read_back_with_plain_spaces(arabic):
    again = unres.read(to_docx(arabic))
    assert [block.text for block in again.walk()] == [block.text for block in arabic.walk()]
    assert [note.text for note in again.footnotes] == [note.text for note in arabic.footnotes]


def test_an_english_line_of_an_arabic_word_file_is_set_from_left_to_right(arabic):
    document = zipfile.ZipFile(io.BytesIO(to_docx(arabic))).read("word/document.xml").decode()
    (line,) = re.findall(r"<w:p>(?:(?!<w:p>).)*?19 July 2016</w:t>", document)
    assert "<w:bidi/>" not in line
    assert "<w:rtl/>" not in line
    assert '<w:jc w:val="right"/>' in line


def test_a_date_of_digits_keeps_its_order_in_markdown(arabic):
    assert '<bdi dir="ltr">2016-07-19</bdi>' in to_markdown(arabic)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (("1 240", "125 400", "(125 400)"), "125\u00a0400"),
        (("240 1", "125 400"), "125 400"),
        (("125 400", "300 653"), "125 400"),
        (("٢ ٤٠٠", "125 400"), "125\u00a0400"),
    ],
)
def test_what_could_be_either_goes_by_the_rest_of_its_table(cells, shown):
    rows = "\n".join(f"الوجه\t{cell}" for cell in cells)
    resolution = unres.parse(f"إن الجمعية العامة،\n\n1 - توافق على ما يلي:\n\n{rows}\n\n2 - تقرر ذلك.")
    other = shown.replace("\u00a0", " ") if "\u00a0" in shown else shown.replace(" ", "\u00a0")
    for write in (to_html, to_viewer, to_markdown, SHOWN["Word"]):
        assert shown in write(resolution)
    assert other not in to_html(resolution)
    assert [block.text for block in unres.read(to_docx(resolution)).walk()] == [b.text for b in resolution.walk()]
    assert rows_grouped(resolution.operative[0].children, "en") == resolution.operative[0].children


def test_the_outline_in_visual_order_keeps_columns_at_the_left(arabic):
    lines = to_outline(arabic, width=80, visual=True).split("\n")
    op2 = next(line for line in lines if line.startswith("op2 "))
    assert op2.startswith("op2          [decide]")
    assert op2.endswith(" 2")  # its label: the text begins at the right
    assert op2.removeprefix("op2          [decide]").strip().startswith(":")
    assert {len(line) for line in lines if "\ufeff" > max(line, default="") > "\ufb50"} == {80}
    assert any(line.startswith("  organ    general_assembly") for line in lines)
