"""Rows of tables: cells of several lines, grids with partial rules, cells in the middle of their rows, mastheads."""

from __future__ import annotations

import pytest
from pdf_files import lines_of, of_role, set_left, set_right

FIRST = ["Lamps of the harbours, which the", "keepers light at dusk and tend", "until the morning"]
SECOND = ["Ferries wait for the pilots.", "", "The last one leaves at noon."]


def upright(page, x: float, low: float, high: float) -> None:
    page.content.append(f"{x} {low} m {x} {high} l S")


@pytest.mark.parametrize("shift", [0, 4])
def test_cells_of_several_lines_between_two_rules_are_one_row(pdf, shift):
    """One upright rule parts the columns, and the lines of the second stand at heights of their own."""
    page = pdf.page()
    set_left(page, 760)
    for y in (700, 680, 620, 560):
        page.rule(72, 523, y)
    upright(page, 297, 560, 700)
    page.left(80, 686, "Plan of the harbours", 10)
    page.left(305, 686, "Plan of the ferries", 10)
    for top in (668, 608):
        for number, row in enumerate(FIRST):
            page.left(80, top - 14 * number, row, 10)
        for number, row in enumerate(SECOND):
            page.left(305, top - 5 - shift - 14 * number, row, 10)
    row = f"{' '.join(FIRST)}\tFerries wait for the pilots. The last one leaves at noon."
    assert of_role(pdf, "table_row") == ["Plan of the harbours\tPlan of the ferries", row, row]


def test_rows_of_one_line_beside_an_upright_rule_stay_rows(pdf):
    page = pdf.page()
    set_left(page, 760)
    for y in (700, 680, 600):
        page.rule(72, 523, y)
    upright(page, 297, 600, 700)
    for number, (harbour, dues) in enumerate([("Harbour", "Dues"), ("North", "12"), ("South", "14"), ("East", "9")]):
        page.left(80, 686 - 20 * number, harbour, 10)
        page.left(305, 686 - 20 * number, dues, 10)
    assert of_role(pdf, "table_row") == ["Harbour\tDues", "North\t12", "South\t14", "East\t9"]


def test_rule_beside_a_cell_of_several_rows_parts_the_rows_of_a_grid(pdf):
    page = pdf.page()
    set_left(page, 760)
    for y in (700, 600):
        page.rule(72, 523, y)
    page.rule(172, 523, 650)  # the first column is one cell
    for x in (72, 172, 300, 410, 523):
        upright(page, x, 600, 700)
    page.left(80, 680, "Lamps", 10)
    page.left(80, 666, "of all", 10)
    for top, words in ((680, "north"), (630, "south")):
        for x, column in ((180, "Keepers"), (308, "Pilots"), (418, "Buoys")):
            page.left(x, top, f"{column} of", 10)
            page.left(x, top - 14, f"the {words}", 10)
    rows = of_role(pdf, "table_row")
    assert rows == [
        "Lamps of all\tKeepers of the north\tPilots of the north\tBuoys of the north",
        "Keepers of the south\tPilots of the south\tBuoys of the south",
    ]


@pytest.mark.parametrize("parted", [False, True])
def test_long_name_of_a_column_is_one_with_the_line_of_the_short_ones(pdf, parted):
    """The names stand on one line below, so that a longer one begins above them; words over columns have a rule."""
    page = pdf.page()
    page.rule(72, 523, 734)
    page.left(440, 720, "Net of the", 9)
    if parted:
        page.rule(330, 523, 717)
    for x, name in ((76, "Harbour"), (350, "Gross"), (440, "dues")):
        page.left(x, 709, name, 9)
    page.rule(72, 523, 703)
    for number, cells in enumerate(
        (("Of the sea", "40", "30"), ("Of the lakes", "20", "10"), ("Of the isles", "5", "4"))
    ):
        for x, cell in zip((76, 350, 440), cells, strict=True):
            page.left(x, 688 - 15 * number, cell, 9)
    page.rule(72, 523, 650)
    head = ["Net of the", "Harbour\tGross\tdues"] if parted else ["Harbour\tGross\tNet of the dues"]
    assert of_role(pdf, "table_row") == [*head, "Of the sea\t40\t30", "Of the lakes\t20\t10", "Of the isles\t5\t4"]


def test_cell_in_the_middle_of_its_row(pdf):
    """The symbol stands between the two lines of the title; rows are spaced."""
    page = pdf.page()
    set_right(page, 780)
    for y in (700, 680, 560):
        page.rule(72, 523, y)
    rows = [
        ("قائمة المنارات",),
        ("تقرير عن مصابيح المرافئ القديمة", "وعن حراسها"),
        ("خطة العبارات في", "الشتاء المقبل"),
    ]
    page.right(520, 686, "العنوان", 10)
    page.left(80, 686, "الرمز"[::-1], 10)
    top = 665.0
    for number, lines in enumerate(rows, 1):
        for line, text in enumerate(lines):
            page.right(520, top - 13 * line, text, 10)
        page.left(80, top - 6.5 * (len(lines) - 1), f"A/99/{number}", 10)
        top -= 13 * len(lines) + 12
    assert of_role(pdf, "table_row") == [
        "العنوان\tالرمز",
        *(f"{' '.join(row)}\tA/99/{n}" for n, row in enumerate(rows, 1)),
    ]


def test_raised_number_alone_in_its_cell_is_no_mark(pdf):
    page = pdf.page()
    set_right(page, 780)
    for y in (700, 680, 600):
        page.rule(72, 523, y)
    for number, (title, item) in enumerate([("العنوان", "البند"), ("قائمة المنارات", "6"), ("خطة العبارات", "8")]):
        page.right(520, 686 - 22 * number, title, 12)
        if number:
            page.left(200, 689 - 22 * number, item, 9)
        else:
            page.right(220, 686, item, 12)
        page.left(80, 686 - 22 * number, f"A/99/{number}", 12)
    assert [row.split("\t")[1] for row in of_role(pdf, "table_row")] == ["البند", "6", "8"]


def test_masthead_between_two_rules_is_no_part_of_the_table_below(pdf):
    page = pdf.page()
    for y in (740, 660, 420, 400, 340):
        page.rule(72, 523, y)
    page.left(500, 750, "E", 30)
    page.left(80, 720, "Council of the Harbours", 14)
    page.left(400, 720, "A/99/12", 11)
    page.left(400, 707, "3 May 2044", 11)
    page.left(400, 694, "Original: English", 11)
    page.left(80, 690, "of the North", 14)
    for number, row in enumerate(["Committee on Lamps", "Ninth session", "Item 4 of the agenda"]):
        page.left(72, 640 - 14 * number, row, 11)
    page.left(220, 450, "List of documents", 14)
    for number, (title, symbol) in enumerate([("Title", "Symbol"), ("Lamps", "A/99/1"), ("Ferries", "A/99/2")]):
        page.left(80, 406 - 22 * number, title, 10)
        page.left(400, 406 - 22 * number, symbol, 10)
    assert of_role(pdf, "table_row") == ["Title\tSymbol", "Lamps\tA/99/1", "Ferries\tA/99/2"]
    assert ("body", "Ninth session") in lines_of(pdf)


@pytest.mark.parametrize("first", [1, 6])
def test_labels_of_notes_in_a_column_are_no_figures(pdf, first):
    """Notes of foreign words, their labels at the right edge."""
    page = pdf.page()
    set_right(page, 760)
    page.rule(400, 523, 200)
    notes = [
        "https://harbours.example.org/lamps.",
        "https://ferries.example.org/winter.",
        "https://buoys.example.org/.",
    ]
    for number, note in enumerate(notes):
        page.left(150, 185 - 15 * number, note, 9)
        page.left(500, 185 - 15 * number, f"({first + number})", 9)
    assert not of_role(pdf, "table_row")
    assert of_role(pdf, "footnote") == [f"({first + number}) {note}" for number, note in enumerate(notes)]


def test_long_second_column_leaves_the_rest_of_the_first_in_its_place(pdf):
    set_left(pdf.page(), 700)
    page = pdf.page()
    first = [f"Keeper of the lamp number {n}" for n in range(1, 12)]
    second = [f"Pilot of the ferry number {n}" for n in range(1, 8)]
    for number, row in enumerate(first):
        page.left(72, 700 - 15 * number, row, 10)
    for number, row in enumerate(second):
        page.left(330, 700 - 15 * number, row, 10)
    page.left(200, 500, "The harbours of the south and of the lakes thank all of them for their work", 10)
    text = " ".join(text for _, text in lines_of(pdf)[-40:])
    assert text.index("Keeper of the lamp number 11") < text.index("Pilot of the ferry number 1")
    assert text.endswith("for their work")


@pytest.mark.parametrize("label", ["19.29", "7-3"])
def test_paragraph_numbered_within_its_chapter_is_none_of_the_table_above(pdf, label):
    page = pdf.page()
    for y in (740, 720, 620):
        page.rule(72, 523, y)
    for number, (plan, sign) in enumerate(
        [("Plan", "Sign"), ("More lamps", "Lamps lit"), ("More ferries", "Ferries out")]
    ):
        page.left(80, 726 - 22 * number, plan)
        page.left(305, 726 - 22 * number, sign)
    page.left(250, 596, "C. Strategy")
    page.left(72, 575, label)
    page.left(112, 575, "The keepers light the lamps of all harbours, and in the")
    page.left(72, 560, "winter they tend the ferries,")
    assert len(of_role(pdf, "table_row")) == 3
    assert f"{label} The keepers light the lamps of all harbours, and in the winter they tend the ferries," in [
        text for _, text in lines_of(pdf)
    ]


def test_arabic_paragraph_numbered_within_its_chapter_is_none_of_the_table_above(pdf):
    page = pdf.page()
    for y in (740, 720, 620):
        page.rule(72, 523, y)
    for number, (plan, sign) in enumerate(
        [("الخطة", "المؤشر"), ("مصابيح أكثر", "مصابيح مضاءة"), ("عبارات أكثر", "عبارات مبحرة")]
    ):
        page.right(515, 726 - 22 * number, plan)
        page.right(290, 726 - 22 * number, sign)
    page.right(330, 596, "جيم- الاستراتيجية")
    page.right(523, 575, "19-29")
    page.right(483, 575, "تتولى جماعة الحراس إضاءة مصابيح المرافئ كلها، وفي")
    page.right(523, 560, "الشتاء تعنى بالعبارات.")
    assert len(of_role(pdf, "table_row")) == 3
    [text] = [text for _, text in lines_of(pdf) if "الحراس" in text]
    assert text.endswith("وفي الشتاء تعنى بالعبارات.")
