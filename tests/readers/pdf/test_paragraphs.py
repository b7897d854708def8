"""Where paragraphs begin beside tables, datelines, headings of several rows and the enacting formula."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits
from unres.readers.pdf.paragraphs import joined


def lines_of(pdf) -> list[tuple[str | None, str]]:
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return [(line.role, source.text[line.start : line.end]) for line in source.lines]


def table(page, top: float, size: float = 9, cells=None) -> None:
    """A head between two rules, three rows, and a rule at the end."""
    left, right = 72, 523
    page.rule(left, right, top + 14)
    for number, row in enumerate(
        cells or [("Rank", "Harbours", "Dues"), ("A", "of the sea", "40"), ("B", "of the lakes", "20")]
    ):
        for x, cell in zip((left + 4, left + 150, right - 60), row, strict=True):
            page.left(x, top - 15 * number, cell, size)
        if number == 0:
            page.rule(left, right, top - 5)
    page.rule(left, right, top - 40)


@pytest.mark.parametrize("label", ["12.", "(b)"])
@pytest.mark.parametrize("size", [9, 11])
def test_numbered_paragraphs_below_a_table_are_none_of_its_rows(pdf, label, size):
    page = pdf.page()
    page.left(100, 760, "11. Decides that the dues of harbours are these:", 11)
    table(page, 720, size=size)
    end = page.left(100, 660, label, 11)
    page.left(end + 14, 660, "Encourages the harbours of the lakes to move", 11)
    page.left(72, 647, "up of their own accord in their level of dues;", 11)
    end = page.left(100, 622, "13.", 11)
    page.left(end + 14, 622, "Welcomes the wish of some harbours to", 11)
    page.left(72, 609, "pay for the lamps at a higher rate;", 11)
    found = lines_of(pdf)
    assert [text for role, text in found if role == "table_row"] == [
        "Rank\tHarbours\tDues",
        "A\tof the sea\t40",
        "B\tof the lakes\t20",
    ]
    texts = [text for role, text in found if role != "table_row"]
    assert texts[-1] == "13. Welcomes the wish of some harbours to pay for the lamps at a higher rate;"


def test_note_in_small_type_below_a_table_is_of_the_table(pdf):
    page = pdf.page()
    page.left(100, 760, "11. Decides that the dues of harbours are these:", 11)
    table(page, 720)
    page.left(76, 666, "a Harbours of the islands pay nothing.", 8)
    end = page.left(100, 645, "12.", 11)
    page.left(end + 14, 645, "Encourages the harbours of the lakes;", 11)
    assert ("table_row", "a Harbours of the islands pay nothing.") in lines_of(pdf)


def test_numbered_rows_below_the_last_rule_stay_rows(pdf):
    """Where the rows above bear numbers too."""
    page = pdf.page()
    table(page, 720, cells=[("No.", "Harbours", "Dues"), ("1.", "of the sea", "40"), ("2.", "of the lakes", "20")])
    for x, cell in zip((76, 222, 463), ("3.", "of the canals", "10"), strict=True):
        page.left(x, 668, cell, 9)
    assert ("table_row", "3.\tof the canals\t10") in lines_of(pdf)


@pytest.mark.parametrize(
    ("above", "formula"),
    [
        ("Adopted by the Security Council at its 7488th meeting, on 20 July 2015", "The Security Council,"),
        ("Resolution of the second session of the Assembly, 20 July 2015", "The United Nations Environment Assembly,"),
    ],
)
def test_formula_joins_no_line_above_it(pdf, above, formula):
    """Every row stands at one distance, so that the longest looks like a full one."""
    page = pdf.page()
    for number, row in enumerate([above, formula, "Recalling its resolution on lamps,", "1. Demands light;"]):
        page.left(72, 700 - 28 * number, row, 12)
    assert ("body", formula) in lines_of(pdf)


@pytest.mark.parametrize("formula", ["إن مجلس الأمن،", "إن الجمعية العامة،", "إنّ المجلس الاقتصادي والاجتماعي،"])
def test_arabic_formula_joins_no_line_above_it(pdf, formula):
    page = pdf.page()
    above = "الذي اتخذه المجلس في جلسته 7488، المعقودة في 20 تموز/يوليه 2015"
    for number, row in enumerate([above, formula, "إذ يشير إلى قراره بشأن المصابيح،", "1 - يطالب بالإنارة؛"]):
        page.right(523, 700 - 28 * number, row, 12)
    assert ("body", formula) in lines_of(pdf)


def test_short_heading_behind_a_dateline_of_the_page_before(pdf):
    first = pdf.page()
    for row in range(4):
        first.left(72, 700 - 15 * row, "Recalling the report on the lamps of all the harbours, and of the lakes,", 10)
    first.left(382, 600, "16 July 2044", 10)
    second = pdf.page()
    second.left(72, 740, "Annex", 10)
    second.left(72, 715, "1. The keepers of lamps of all the harbours and of the lakes met in the winter.", 10)
    assert [text for _, text in lines_of(pdf)][-3:] == [
        "16 July 2044",
        "Annex",
        "1. The keepers of lamps of all the harbours and of the lakes met in the winter.",
    ]


def test_stretched_line_below_a_table_is_no_row_of_it(pdf):
    """All its words stand as far apart as cells do, and all alike; a heading parts it from the table."""
    page = pdf.page()
    table(page, 720)
    page.left(72, 660, "Lamps of the harbours", 9)
    x = 72
    for word in ("8.", "Concerning", "the", "item", "entitled", "lamps", "of", "the"):
        x = page.left(x, 642, word, 9) + 9.5
    page.left(72, 630, "harbours, the keepers may meet in the hall of the pilots in spring.", 9)
    texts = [text for role, text in lines_of(pdf) if role != "table_row"]
    assert texts[-1].startswith("8. Concerning the item entitled lamps of the harbours, the keepers")


def test_table_whose_head_has_words_over_one_column(pdf):
    page = pdf.page()
    page.rule(72, 523, 734)
    page.left(430, 720, "Days of meeting", 7)
    page.rule(72, 523, 710)
    rows = [
        ("Lamps of the sea", "6 October"),
        ("Lamps of the lakes", "7 October"),
        ("Lamps of the canals", "8 October"),
    ]
    for number, (item, day) in enumerate(rows):
        page.left(72, 690 - 20 * number, item, 10)
        page.left(430, 690 - 20 * number, day, 10)
    page.left(72, 638, "and of the islands", 10)
    assert [text for role, text in lines_of(pdf) if role == "table_row"][1:] == [
        "Lamps of the sea\t6 October",
        "Lamps of the lakes\t7 October",
        "Lamps of the canals and of the islands\t8 October",
    ]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the rules stand at www.lamps.example.org/rules/", "winter/lamps.pdf.", True),
        ("the rules of the ferries stand in document A/99/", "12/Add.1, annex.", True),
        ("the rules of ferries: www.lamps.example.org.", "Note: lamps are lit.", False),
    ],
)
def test_address_that_goes_on_in_smaller_type(pdf, above, below, joined):
    page = pdf.page()
    for number in range(5):
        page.left(72, 760 - 15 * number, "Keepers of the lamps of all harbours meet in spring and", 12)
    page.left(72, 685, above, 12)
    page.left(72, 670, below, 10)
    texts = [text for _, text in lines_of(pdf)]
    assert any(above + below in text for text in texts) is joined
    assert any(text == below for text in texts) is not joined


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["in document A/99/L.", "12 of the keepers"], "in document A/99/L.12 of the keepers"),
        (["See A/99/12.", "b Ferries are counted."], "See A/99/12. b Ferries are counted."),
        (["at www.lamps.", "example.org"], "at www.lamps.example.org"),
        (["at www.lamps.example.org.", "Lamps are lit."], "at www.lamps.example.org. Lamps are lit."),
        (["في الوثيقة A/99/L.", "12"], "في الوثيقة A/99/L.12"),
    ],
)
def test_stop_behind_a_symbol_or_address(rows, text):
    assert joined(rows) == text


ENTRIES = [("مقدمة", "1-4 3"), ("المصابيح القديمة", "5-16 3"), ("العبارات وحراسها", "17 6"), ("الخلاصة", "18-43 12")]


@pytest.mark.parametrize("dots", [30, 6])
def test_entries_of_a_table_of_contents_are_paragraphs_with_their_ranges_in_order(pdf, dots):
    """The ranges of the text say nothing of theirs: "1-4" may be the fourth of chapter 1."""
    page = pdf.page()
    page.right(300, 780, "المحتويات")
    expected = [f"{title} {'.' * dots} {place}" for title, place in ENTRIES]
    for number, entry in enumerate(expected):
        page.right(523, 740 - 15 * number, entry)
    assert [text for _, text in lines_of(pdf)] == ["المحتويات", *expected]


def test_english_entries_are_paragraphs_and_a_wrapped_one_is_one(pdf):
    page = pdf.page()
    page.left(72, 740, "A. Lamps of the harbours of the north and of the lakes, of")
    page.left(90, 725, "all the ferries ............................ 1-7 3")
    page.left(72, 710, "B. Keepers ................................ 8 4")
    page.left(72, 695, "C. Pilots .................................... 9-12")
    page.left(72, 680, "Annex. Buoys ............................ ")
    page.left(72, 665, "Rules of the lake ....................... 14")
    assert [text.rpartition(".")[2].strip() for _, text in lines_of(pdf)] == ["1-7 3", "8 4", "9-12", "", "14"]
    assert lines_of(pdf)[0][1].startswith(
        "A. Lamps of the harbours of the north and of the lakes, of all the ferries ..."
    )


@pytest.mark.parametrize("end", ["H/2044/L.7.", "H/AR/2044/7"])
def test_foreign_words_that_end_an_arabic_paragraph_may_be_set_in_smaller_type(pdf, end):
    """Word gives the two scripts of a paragraph sizes of their own, and a line may hold one of them alone."""
    page = pdf.page()
    page.right(523, 700, "وافقت لجنة المرافئ في تلك الجلسة على تنظيم أعمالها الوارد في الوثيقة")
    page.right(523, 684, end, 9)
    page.right(523, 650, "ثم استأنفت لجنة المرافئ النظر في تقرير حراس المنارات عن مصابيح الرصيف")
    assert lines_of(pdf)[0][1].endswith(f"في الوثيقة {end}")


def test_line_in_smaller_type_behind_a_finished_one_is_a_paragraph(pdf):
    page = pdf.page()
    page.right(523, 700, "وافقت لجنة المرافئ في تلك الجلسة على تنظيم أعمالها الوارد في وثيقتها.")
    page.right(523, 684, "H/2044/L.7", 9)
    assert lines_of(pdf)[1][1] == "H/2044/L.7"


def test_arabic_word_broken_before_its_hyphen_is_made_whole():
    assert joined(["في بيئة اجتماعية", "-اقتصادية جديدة"]) == "في بيئة اجتماعية-اقتصادية جديدة"
    assert joined(["the harbour", "- and the mole"]) == "the harbour - and the mole"
