"""Paragraphs, footnotes, furniture and columns of PDF pages."""

from __future__ import annotations

from pdf_files import read_pdf

from unres.readers.limits import Limits

WORDS = "paragraphs that are long enough to run over the whole width of a line of text and then on to more lines"


def roles_of(pdf) -> list[tuple[str | None, int | None, str]]:
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return [(line.role, line.page, source.text[line.start : line.end]) for line in source.lines or ()]


def wrapped(page, text: str, top: float, right: float = 540) -> float:
    """Sets text from the left in lines up to x = `right`; gives the baseline for the next paragraph."""
    size = 10
    x, y = 60, top
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if x + size * len(longer) / 2 > right:
            page.left(x, y, line, size)
            line, y = word, y - 12
        else:
            line = longer
    page.left(x, y, line, size)
    return y - 18


def test_paragraphs_are_whole_over_lines_and_pages(pdf):
    first = pdf.page()
    y = wrapped(first, f"Recalling {WORDS},", 700)
    wrapped(first, "Noting that this one is cut by the end of the page and that its second line is not on it", y)
    second = pdf.page()
    y = wrapped(second, "but on the next page, where it ends,", 700)
    wrapped(second, f"1. Decides on {WORDS};", y)
    found = roles_of(pdf)
    assert found[0] == ("body", 1, f"Recalling {WORDS},")
    assert found[1][:2] == ("body", 1)
    assert found[2] == ("continues", 2, "but on the next page, where it ends,")
    assert found[3] == ("body", 2, f"1. Decides on {WORDS};")


def test_footnotes_wait_for_the_paragraph_that_the_page_cuts(pdf):
    first = pdf.page()
    y = wrapped(first, f"Recalling {WORDS},", 700)
    first.left(
        60, y, "Noting the Convention on the Rights of the Child and this line that fills the whole of the width", 10
    )
    first.rule(60, 160, 120)
    end = first.left(60, 100, "1", 5, rise=3)
    first.left(end + 2, 100, "United Nations, Treaty Series, vol. 1577, No. 27531.", 8)
    second = pdf.page()
    wrapped(second, "and its optional protocols,", 700)
    kinds = [(role, text[:14]) for role, _, text in roles_of(pdf)]
    assert kinds == [
        ("body", "Recalling para"),
        ("body", "Noting the Con"),
        ("continues", "and its option"),
        ("footnote", "¹ United Natio"),
    ]


def test_arabic_footnotes_have_their_label_in_brackets(pdf):
    page = pdf.page()
    for row in range(6):
        page.right(540, 740 - 18 * row, "وإذ تؤكد من جديد أهمية تنفيذ خطة العمل تنفيذا تاما،", 13)
    page.rule(400, 540, 140)
    end = page.right(540, 120, "(١)", 6, rise=4)
    page.right(end - 2, 120, "الأمم المتحدة، مجموعة المعاهدات، المجلد ٢٢٢٥، الرقم ٣٩٥٧٤.", 10)
    end = page.right(540, 104, "(٢)", 6, rise=4)
    page.right(end - 2, 104, "المرجع نفسه، المجلد ٢٢٣٧.", 10)
    notes = [text for role, _, text in roles_of(pdf) if role == "footnote"]
    assert notes == [
        "(1) الأمم المتحدة، مجموعة المعاهدات، المجلد ٢٢٢٥، الرقم ٣٩٥٧٤.",
        "(2) المرجع نفسه، المجلد ٢٢٣٧.",
    ]


def test_running_heads_page_numbers_and_job_numbers_are_furniture(pdf):
    for number in range(1, 4):
        page = pdf.page()
        if number > 1:
            page.left(60, 800, "A/RES/73/3", 9)
        wrapped(page, f"{number}. Decides on {WORDS};", 700)
        page.left(60, 40, f"{number}/3", 9)
        page.left(480, 40, "18-16895", 9)
    found = roles_of(pdf)
    assert [text for role, _, text in found if role == "furniture"].count("A/RES/73/3") == 2
    assert [text for role, _, text in found if role != "furniture"] == [f"{n}. Decides on {WORDS};" for n in (1, 2, 3)]


def test_masthead_of_two_columns_is_read_column_by_column(pdf):
    page = pdf.page()
    page.left(60, 790, "United Nations", 10)
    page.left(400, 790, "A/RES/73/3", 10)
    page.left(60, 770, "General Assembly", 10)
    page.left(400, 770, "Distr.: General", 10)
    page.left(400, 758, "18 October 2018", 10)
    wrapped(page, f"Recalling {WORDS},", 640)
    assert [text for _, _, text in roles_of(pdf)][:5] == [
        "United Nations",
        "General Assembly",
        "A/RES/73/3",
        "Distr.: General",
        "18 October 2018",
    ]


def test_text_below_a_running_head_that_begins_in_the_margin_is_no_second_column(pdf):
    """The symbol stands out in the margin, the title beside it: below the title lies the whole text."""
    wrapped(pdf.page(), f"1. Decides on {WORDS}, in all regions", 700, right=340)
    for number in (2, 3):
        page = pdf.page()
        page.left(20, 800, "A/67/1", 9)
        page.left(200, 800, "Declaration on the rights of the child", 9)
        page.left(200, 789, "and on its protocols", 9)
        y = wrapped(page, f"of the whole world, and of {WORDS};", 750, right=340)
        wrapped(page, f"{number}. Decides on {WORDS}, in all regions", y, right=340)
    assert [(role, text) for role, _, text in roles_of(pdf) if role != "furniture"] == [
        ("body", f"1. Decides on {WORDS}, in all regions"),
        ("continues", f"of the whole world, and of {WORDS};"),
        ("body", f"2. Decides on {WORDS}, in all regions"),
        ("continues", f"of the whole world, and of {WORDS};"),
        ("body", f"3. Decides on {WORDS}, in all regions"),
    ]


def test_text_wider_than_half_of_the_page_is_no_second_column(pdf):
    """On the first page nothing tells a head from a masthead, but how wide the text below it is."""
    page = pdf.page()
    page.left(20, 790, "A/67/1", 9)
    page.left(200, 790, "Declaration on the rights of the child", 9)
    y = wrapped(page, f"Recalling {WORDS},", 740)
    wrapped(page, f"1. Decides on {WORDS};", y)
    texts = [text for role, _, text in roles_of(pdf) if role != "furniture"]
    assert texts[-2:] == [f"Recalling {WORDS},", f"1. Decides on {WORDS};"]


def test_label_inside_a_sentence_that_comes_to_open_a_line_begins_no_paragraph(pdf):
    """A list has the wider gap of paragraphs before its labels; "(i) ...; (ii) ..." within a sentence has not."""
    page = pdf.page()
    y = 760.0
    for _ in range(5):  # paragraphs parted by a wider gap
        y = wrapped(page, f"Recalling {WORDS},", y)
    for line in (
        "1. Decides that its Committee on the matter shall study, in the course of its next session, and",
        "report on, (i) the rights of all children in each one of its regions and in all of the islands;",
        "(ii) the measures which States have taken in the course of the year, and those that they intend;",
        "and (iii) their costs;",
    ):
        page.left(60, y, line, 10)
        y -= 12
    y = wrapped(page, f"(a) Commends {WORDS} {WORDS};", y - 6)
    wrapped(page, f"(b) Invites {WORDS};", y)
    texts = [text for _, _, text in roles_of(pdf)][5:]
    assert [text[:12] for text in texts] == ["1. Decides t", "(a) Commends", "(b) Invites "]
    assert "of the islands; (ii) the measures" in texts[0]
    assert texts[0].endswith("that they intend; and (iii) their costs;")


def test_symbols_and_hyphenated_words_broken_over_a_line_are_whole(pdf):
    page = pdf.page()
    page.left(60, 700, "Taking note of the reports of the Secretary-General of the year and of the document A/RES/", 10)
    page.left(60, 688, "73/3 and of the multidrug-resistant forms which it says are found in all regions and low-", 10)
    page.left(60, 676, "income countries,", 10)
    text = roles_of(pdf)[0][2]
    assert "document A/RES/73/3 and" in text
    assert text.endswith("and low-income countries,")


def test_lines_cover_the_text_and_have_pages_and_boxes(pdf):
    page = pdf.page()
    wrapped(page, f"Recalling {WORDS},", 700)
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert source.lines is not None
    line = source.lines[0]
    assert (line.start, line.end) == (0, len(source.text))
    assert line.page == 1
    left, top, right, bottom = line.box
    assert 59 < left < 61
    assert 130 < top < bottom < 170  # the first baseline is 142 points below the top edge
    assert right <= 541


def test_ruled_table_becomes_rows_with_tabs(pdf):
    page = pdf.page()
    y = wrapped(page, f"Recalling {WORDS},", 740)
    top = y - 10
    for row, cells in enumerate(
        (
            ("Level", "Criteria", "Share"),
            ("A", "Permanent members of the Council", "100"),
            ("B", "All other States", "40"),
        )
    ):
        page.rule(60, 540, top - 20 * row + 14)
        for x, cell in zip((70, 200, 450), cells, strict=True):
            page.left(x, top - 20 * row, cell, 10)
    page.rule(60, 540, top - 46)
    wrapped(page, f"Noting {WORDS},", top - 80)
    rows = [text for role, _, text in roles_of(pdf) if role == "table_row"]
    assert rows == ["Level\tCriteria\tShare", "A\tPermanent members of the Council\t100", "B\tAll other States\t40"]


def test_page_of_figures_is_no_rubbish(pdf):
    page = pdf.page()
    for row in range(30):
        page.left(60, 780 - 20 * row, f"{row} 1 234 567,89 (12.5) 4/7 2018-2019 33 444 555 6.7 89 100", 10)
    assert "29 1 234 567,89 (12.5) 4/7 2018-2019" in " ".join(text for _, _, text in roles_of(pdf))


def test_table_with_rules_about_its_head_only_becomes_rows(pdf):
    """Cells of several lines are whole, a subtotal is a row, and the head printed again on the next page is dropped."""
    first = pdf.page()
    y = wrapped(first, f"Recalling {WORDS},", 740)
    second = pdf.page()
    for page, top, rows in (
        (first, y - 20, (("Harbour Office", "Lamps and", "12"), ("", "buoys", ""), ("Tide Office", "Gauges", "3"))),
        (second, 740, (("Moon Office", "Charts", "40"), ("Star Office", "Maps", "7"))),
    ):
        page.rule(60, 540, top + 12)
        for x, cell in zip((70, 250, 450), ("Office", "Unit", "Posts"), strict=True):
            page.left(x, top, cell, 8)
        page.rule(60, 540, top - 5)
        at = top - 4
        for row in rows:
            at -= 11 if not row[0] else 20
            for x, cell in zip((70, 250, 450), row, strict=True):
                page.left(x, at, cell, 9)
    roles = roles_of(pdf)
    assert [text for role, _, text in roles if role == "table_row"] == [
        "Office\tUnit\tPosts",
        "Harbour Office\tLamps and buoys\t12",
        "Tide Office\tGauges\t3",
        "Moon Office\tCharts\t40",
        "Star Office\tMaps\t7",
    ]
    assert [text for role, _, text in roles if role == "furniture"] == ["Office\tUnit\tPosts"]


def test_columns_of_figures_are_a_table_without_any_rule(pdf):
    page = pdf.page()
    y = wrapped(page, f"1. Decides on {WORDS}:", 740)
    for label, first, second in (
        ("Ostland", "0.138", "0.145"),
        ("Westland", "12.53", "–"),
        ("Bergland", "0.008", "1.020"),
    ):
        page.left(60, y, label, 10)
        page.left(300, y, first, 10)
        page.left(400, y, second, 10)
        y -= 14
    wrapped(page, f"2. Requests {WORDS}.", y - 10)
    assert [(role, text) for role, _, text in roles_of(pdf)] == [
        ("body", f"1. Decides on {WORDS}:"),
        ("table_row", "Ostland\t0.138\t0.145"),
        ("table_row", "Westland\t12.53\t–"),
        ("table_row", "Bergland\t0.008\t1.020"),
        ("body", f"2. Requests {WORDS}."),
    ]


def test_numbers_that_stand_before_their_paragraphs_are_no_columns(pdf):
    page = pdf.page()
    for number, text in enumerate(("Tides", "Currents", "Sea ice", "Salt"), 1):
        page.left(60, 740 - 14 * number, f"{number}.", 10)
        page.left(100, 740 - 14 * number, text, 10)
    assert "table_row" not in {role for role, _, _ in roles_of(pdf)}


def test_label_that_a_tab_parts_from_its_note(pdf):
    page = pdf.page()
    page.left(
        100, 740, "Recalling the report¹ on the tides and the work that was done on them since the year before,", 10
    )
    page.rule(60, 160, 120)
    for y, label, text in ((100, "1", "A/67/1."), (88, "2", "1 See A/67/2.")):
        page.left(60, y + 3, label, 5)
        page.left(130, y, text, 8)
    assert [text for role, _, text in roles_of(pdf) if role == "footnote"] == ["¹ A/67/1.", "² 1 See A/67/2."]
