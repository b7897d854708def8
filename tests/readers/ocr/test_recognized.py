"""What is made of recognised words: lines, repairs, footnotes, doubts. No recognition takes place here."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from unres.readers.ocr.lines import RecognizedLine, drawn_rule, missed_lines, recognized_lines
from unres.readers.ocr.places import last_note, restore
from unres.readers.ocr.words import Word, doubts, letters_read, mended, with_latin, with_symbols


def word(text, x0, y0=100, *, width=40, sure=95.0, line=1):  # noqa: PLR0913  a word has as many sides
    return Word(text, sure, x0, y0, x0 + width, y0 + 20, (1, 1, line))


def line(text):
    return RecognizedLine([], text, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("بالأشخاص» وإذ تشير", "بالأشخاص، وإذ تشير"),
        ("المتحدة, الدورة", "المتحدة، الدورة"),
        ("ذلك; وتحث", "ذلك؛ وتحث"),
        ("خطة «العمل» هذه", "خطة «العمل» هذه"),
        (")1( القرار", "(1) القرار"),
        ("\u200f2021\u200e", "2021"),
    ],
)
def test_what_is_misread_as_a_rule(read, meant):
    assert mended(read, arabic=True) == meant


def test_english_lines_keep_their_commas():
    assert mended("States, and others; and so on»", arabic=False) == "States, and others; and so on»"


def test_symbols_and_western_numbers_come_from_the_english_reading():
    arabic = [word("الوثيقة", 200), word("8/85/76", 100, width=60, sure=40), word("عام", 60), word("2021", 10, sure=90)]
    english = [word("A/RES/76/7", 100, width=62, sure=90), word("20Z1", 10, sure=95), word("plc", 60, sure=99)]
    read = with_latin(arabic, english)
    assert [(w.text, w.latin) for w in read] == [
        ("الوثيقة", False),
        ("A/RES/76/7", True),
        ("عام", False),
        ("2021", False),
    ]


def test_an_unsure_english_reading_changes_nothing():
    arabic = [word("الدورة", 100, sure=30)]
    assert with_latin(arabic, [word("A/RES/76/7", 100, sure=20)]) == arabic


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        ("2021", 95, False),
        ("2021", 60, True),
        ("٢٠٢١", 99, True),
        ("18٠", 99, True),
        ("و64/293،", 95, False),
        ("ومه7ا", 95, True),
        ("القرار", 10, False),
    ],
)
def test_numbers_in_doubt(text, sure, doubtful):
    assert doubts(word(text, 0, sure=sure)) == ([text] if doubtful else [])


@pytest.mark.parametrize(
    ("arabic", "english", "taken"),
    [
        ("(71/44/)", "((A/71/44)", "(A/71/44)"),
        ("(2009/17/)", "¢(E/2009/17),", "(E/2009/17)"),
        ("(71/41/)", "((A/71/44)", "(71/41/)"),
        ("المرفأ", "A/RE/YI", "المرفأ"),
    ],
)
def test_an_unsure_symbol_whose_digits_were_read_is_taken_and_doubtful(arabic, english, taken):
    words = [word("الوثيقة", 200), word(arabic, 100, width=80, sure=70)]
    with_symbols(words, [word(english, 98, width=84, sure=0)])
    assert [found.text for found in words] == ["الوثيقة", taken]
    assert doubts(words[1]) == ([taken] if "/" in taken else [])


def test_the_language_with_more_sure_letters():
    words = [word("قرار", 0, sure=90), word("the", 50, sure=30)]
    assert letters_read(words, arabic=True) > letters_read(words, arabic=False)


def test_two_columns_are_parted_and_latin_runs_turned():
    words = [word("المتحدة", 900), word("General", 140, sure=95), word("Distr.:", 90)]
    for latin in words[1:]:
        latin.latin = True
    texts = [found.text for found in recognized_lines(words, arabic=True, height=2000, rule=None)]
    assert texts == ["المتحدة", "Distr.: General"]


@pytest.mark.parametrize(
    ("starts", "gaps"),
    [
        ([60, 10, 10, 60, 10], [True, False, False, True, False]),
        ([10, 10, 10, 60, 60, 10], [True, False, False, True, True, False]),  # the first is a paragraph of one line
        ([10, 10, 10, 60, 60, 60], [True, False, False, True, False, False]),  # set in as a whole
    ],
)
def test_an_indented_line_may_begin_a_paragraph(starts, gaps):
    words = []
    for row, x0 in enumerate(starts):
        words += [
            word("Recalling", x0, y0=100 + 30 * row, width=100, line=row),
            word("it", x0 + 110, 100 + 30 * row, line=row),
        ]
    lines = recognized_lines(words, arabic=False, height=2000, rule=None)
    assert [found.gap for found in lines] == gaps


def test_numbers_at_the_foot_are_furniture():
    words = [word("Urges", 10, y0=100, line=1), word("12-5", 10, y0=1950, line=2), word("2/10", 80, y0=1950, line=2)]
    lines = recognized_lines(words, arabic=False, height=2000, rule=None)
    assert [found.role for found in lines] == [None, "furniture"]


def test_a_drawn_rule_is_found_and_text_is_none():
    page = Image.new("L", (800, 1000), 255)
    draw = ImageDraw.Draw(page)
    for row in range(10, 40):
        draw.text((60, 20 * row), "the present resolution and the report " * 3, fill=0)
    assert drawn_rule(page) is None
    draw.line((60, 850, 260, 850), fill=0, width=2)
    assert drawn_rule(page) in range(848, 853)


def test_footnotes_are_put_right_by_their_count():
    body = [line("الرق 90)، وقرارات"), line('المعاصرة*)، وإذ تعيد (المرفق الأول)، "الاتجار"7 وإذ')]
    below = [line("(4) المرجع نفسه."), line("(ه) القرار 67/55."), line("تتمة الحاشية."), line("() انظر A/67/53.")]
    said = restore(body, below, 0, arabic=True)
    assert [found.role for found in below] == ["footnote", "footnote", "continues", "footnote"]
    assert [found.text[:4] for found in below] == ["(4) ", "(5) ", "تتمة", "(6) "]
    assert body[0].text == "الرق⁽⁴⁾، وقرارات"
    assert body[1].text == 'المعاصرة⁽⁵⁾، وإذ تعيد (المرفق الأول)، "الاتجار"⁽⁶⁾ وإذ'
    assert len(said) == 5
    assert last_note(below) == 6


@pytest.mark.parametrize(
    ("seen", "meant"), [("[(A/67/458)", "(A/67/458)]"), ("A/67/458)", "(A/67/458"), ("(2021)", "(2021)")]
)
def test_a_lone_bracket_of_a_symbol_stands_on_the_other_side(seen, meant):
    read = with_latin([word("8/77/8", 100, width=60, sure=20)], [word(seen, 100, width=60, sure=95)])
    assert [found.text for found in read] == [meant]


def test_footnotes_that_do_not_agree_stay_as_they_were_read():
    below = [line("(4) المرجع نفسه."), line("(9) القرار 67/55.")]
    assert restore([], below, 0, arabic=True) == []
    assert [found.text[:3] for found in below] == ["(4)", "(9)"]


def test_the_page_before_has_a_say():
    below = [line("(9) المرجع نفسه."), line("(8) القرار 67/55.")]
    assert restore([], below, 6, arabic=True) == ["“9” as 7"]


def test_strips_of_text_that_no_line_covers_are_found():
    page = Image.new("L", (800, 600), 255)
    pen = ImageDraw.Draw(page)
    for y in (100, 150, 200, 400):
        for x in range(80, 600, 30):
            pen.rectangle((x, y, x + 14, y + 20), fill=0)
    pen.line((80, 300, 300, 300), fill=0, width=2)
    bands = [(100.0, 120.0), (200.0, 220.0)]
    strips = missed_lines(page, bands)
    assert [(top < y and bottom > y + 20) for (top, bottom), y in zip(strips, (150, 400), strict=True)] == [True, True]
    assert missed_lines(page, [*bands, (150.0, 170.0), (400.0, 420.0)]) == []
    assert missed_lines(page, []) == []


def test_a_mark_that_was_set_by_counting_is_doubtful_where_it_stands():
    body, note = line("إضاءة المرفأ90)،"), line("(1) انظر تقرير الميناء")
    other = line("(2) تقرير المنارات")
    second = line("بشأن العبارات⁽²⁾.")
    restore([body, second], [note, other], 0, arabic=True)
    assert body.text == "إضاءة المرفأ⁽¹⁾،"
    assert len(body.counted) == 1
    assert body.counted[0].startswith("⁽¹⁾")
    assert second.counted == note.counted == []
