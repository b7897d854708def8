"""What stands beside a number weighs its readings."""

from __future__ import annotations

import pytest

from unres.languages import page_words
from unres.readers.ocr.lines import RecognizedLine
from unres.readers.ocr.numbers import Number
from unres.readers.ocr.places import letter_labels, restore, restore_labels, weigh_labels, weigh_places
from unres.readers.ocr.words import SURE_NUMBER, Word

BEFORE_YEAR = page_words().before_year


def word(text, *others, sure=0.6):
    """A word; with other readings, one that was read digit by digit."""
    numbers = (Number(text, (0, 0, 9, 9), sure, list(others)),) if others else ()
    return Word(text, 100 * sure, 0, 0, 9, 9, (1, 1, 1), numbers=numbers)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([word("تموز/يوليه"), word("٣٠٠٩", ("٢٠٠٩", 0.3))], "٢٠٠٩"),
        ([word("٣٨", ("٢٨", 0.1)), word("آذار/مارس"), word("1998")], "٢٨"),
        ([word("٩٨", ("١٨", 0.1)), word("كانون"), word("الأول/ديسمبر")], "١٨"),
        ([word("القرار"), word("١٩٠/٩٧", ("١٩٠/٦٧", 0.3))], "١٩٠/٦٧"),
        ([word("القرار"), word("١٩٠/٥٧", ("١٩٠/٦٧", 0.3))], "١٩٠/٥٧"),
        ([word("الرقم"), word("٣٨", ("٢٨", 0.1))], "٣٨"),
        ([word("القرار"), word("٦٤/٢٣١٥", ("٦٤/٢٣١", 0.005), sure=0.9)], "٦٤/٢٣١"),
        ([word("القرار"), word("٤٦٤/١٩٨", ("٦٤/١٩٨", 0.005), sure=0.9)], "٦٤/١٩٨"),
        ([word("القرار"), word("٢١٠/.٥", ("٥٠/٢١٠", 0.3))], "٥٠/٢١٠"),
        ([word("القرار"), word("٢٠/٥/٣٤", ("٢٠١٥/٣٤", 0.03))], "٢٠١٥/٣٤"),
        ([word("القرار"), word("٦٧١١٩٠", ("٦٧/١٩٠", 0.1))], "٦٧/١٩٠"),
        ([word("resolution"), word("671190", ("67/190", 0.1))], "67/190"),
        ([word("كانون"), word("الأول/ديسمبر"), word("٢٠/٥", ("٢٠١٥", 0.03), sure=0.97)], "٢٠١٥"),
        ([word("لعام"), word("٢٠/٥", ("٢٠١٥", 0.03), sure=0.97)], "٢٠١٥"),
        ([word("للسنة"), word("٢٠١٤/٢٠١٥", ("٢٠١٤١٢٠١٥", 0.03), sure=0.97)], "٢٠١٤/٢٠١٥"),
        ([word("في"), word("١/٨", ("١٨", 0.1)), word("تموز/يوليه")], "١٨"),
        ([word("في"), word("١٨٠", ("١٨", 0.1)), word("تموز/يوليه")], "١٨"),
    ],
)
def test_the_likeliest_reading_of_a_place(words, meant):
    weigh_places(words, set(), BEFORE_YEAR)
    (weighed,) = [found for found in words if found.numbers]
    assert weighed.text == weighed.numbers[0].text == meant


def test_what_was_seen_stays_an_alternative():
    words = [word("أيار/مايو"), word("٣٠٠٩", ("٢٠٠٩", 0.3))]
    weigh_places(words, set(), BEFORE_YEAR)
    number = words[1].numbers[0]
    assert number.sure > 0.6
    assert [text for text, _ in number.others] == ["٣٠٠٩"]
    assert number.sure + sum(share for _, share in number.others) <= 1


def test_a_neighbour_of_another_line_has_no_say():
    words = [word("أيار/مايو"), word("٣٠٠٩", ("٢٠٠٩", 0.02))]
    words[0].line = (1, 1, 7)
    weigh_places(words, set(), BEFORE_YEAR)
    assert words[1].text == "٣٠٠٩"


@pytest.mark.parametrize(("year", "meant"), [("٢٠١١", "٦٦/٨"), ("٢٠٠٩", "٦٤/٨"), ("١٢", "٦٤/٨"), ("٣٥", "٦٤/٨")])
def test_a_session_goes_with_the_year_of_its_date(year, meant):
    date = [word("المؤرخ"), word("١٥", ("", 0)), word("أيار/مايو"), word(year, ("", 0), sure=0.99)]
    words = [word("قراره"), word("٦٤/٨", ("٦٦/٨", 0.3)), *date]
    weigh_places(words, set(), BEFORE_YEAR)
    assert words[1].text == meant


@pytest.mark.parametrize("symbol", ["A/RES/58/241", "A/58/241"])
def test_a_pair_that_is_named_elsewhere_is_likelier(symbol):
    sure, doubtful = word("٥١/٣٧", ("", 0), sure=0.995), word("٥٧/٣٧", ("٥١/٣٧", 0.3))
    head = Word(symbol, 90, 0, 0, 9, 9, (1, 1, 1), latin=True)
    other = word("٥٨/٢٤٧", ("٥٨/٢٤١", 0.3))
    known: set[str] = set()
    weigh_places([head, sure], known, BEFORE_YEAR)
    weigh_places([doubtful, other], known, BEFORE_YEAR)
    assert (doubtful.text, other.text) == ("٥١/٣٧", "٥٨/٢٤١")


def test_a_reading_that_fits_ill_is_doubtful_without_others():
    words = [word("القرار"), word("٣٧٢٩٢", ("", 0), sure=0.999)]
    weigh_places(words, set(), BEFORE_YEAR)
    assert words[1].numbers[0].sure < SURE_NUMBER


def labelled(*labels):
    return [
        RecognizedLine([found, Word("-", 90, 0, 0, 9, 9, (1, 1, 1))], f"{found.text} - تطلب", 0, 0, 9, 9)
        for found in labels
    ]


def test_labels_count_up():
    lines = labelled(word("١", ("٩", 0.01)), word("٣", ("٢", 0.3)), word("٣", ("٢", 0.01)))
    assert weigh_labels(lines, 0) == 3
    assert [line.text[:3] for line in lines] == ["١ -", "٢ -", "٣ -"]
    assert lines[2].words[0].numbers[0].sure > 0.8


def test_labels_go_on_from_the_page_before():
    lines = labelled(word("٧", ("٦", 0.2)), word("٧", ("٦", 0.01)))
    assert weigh_labels(lines, 5) == 7
    assert [line.text[:1] for line in lines] == ["٦", "٧"]


def test_labels_that_begin_anew_stay():
    lines = labelled(word("١", ("٩", 0.01)), word("٢", ("٣", 0.01)))
    assert weigh_labels(lines, 8) == 2
    assert [line.text[:1] for line in lines] == ["١", "٢"]


@pytest.mark.parametrize(
    ("read", "last", "meant", "behind"),
    [
        ("٤ © ٦", 3, "٤ ٥ ٦", 6),
        ("٤ ©", 3, "٤ ٥", 5),
        ("٤ -", 3, "٤ -", 4),
        ("٤ - ٦", 3, "٤ ٥ ٦", 6),
        ("٤ © ٧", 3, "٤ © ٧", 7),
        ("©", 7, "٨", 8),
        ("©", 0, "©", 0),
        ("' ٢", 0, "١ ٢", 2),
        ("- ٢", 0, "- ٢", 2),
    ],
)
def test_labels_of_which_no_digit_was_read_are_counted(read, last, meant, behind):
    lines = labelled(*(word(sign, *[("", 0)] * sign.isdecimal(), sure=0.99) for sign in read.split()))
    for line in lines:
        line.text = line.text.removeprefix("- ")
    done = restore_labels(lines, last)
    assert [line.text.split()[0].rstrip("-") or "-" for line in lines] == meant.split()
    assert len(done) == sum(len(line.counted) for line in lines) == (read != meant)
    assert weigh_labels(lines, last) == behind


def lettered(*labels):
    texts = [f"({label}) إنارة الأرصفة" for label in labels]
    return [RecognizedLine([Word(text, 90, 0, 0, 9, 9, (1, 1, 1))], text, 0, 0, 9, 9) for text in texts]


@pytest.mark.parametrize(
    ("read", "last", "meant"),
    [
        ("جد٥", "", ["ج", "د", "هـ"]),
        ("٥٩ز", "د", ["هـ", "و", "ز"]),
        ("١ب", "", ["أ", "ب"]),
        ("هـ٦", "د", ["ه", "و"]),
        ("٤٥", "", ["٤", "٥"]),
        ("٤٥٦", "", ["٤", "٥", "٦"]),
        ("د٥ه", "", ["د", "٥", "ه"]),
        ("أ١ب", "", ["أ", "١", "ب"]),
    ],
)
def test_letters_of_subparagraphs_that_were_read_as_digits(read, last, meant):
    lines = lettered(*read.replace("ـ", ""))
    _, done = letter_labels(lines, last)
    assert [line.text.split(")")[0][1:] for line in lines] == meant
    assert len(done) == sum(one != other[0] for one, other in zip(read.replace("ـ", ""), meant, strict=True))


def test_letters_go_on_from_the_page_before():
    last, _ = letter_labels(lettered("ج", "د"), "")
    lines = lettered("٥")
    assert letter_labels(lines, last) == ("ه", ["“(٥)” as (هـ)"])
    assert lines[0].words[0].text.startswith("(هـ)")


def test_labels_of_footnotes_in_order_are_surer():
    found = [word(f"({label})", (f"({other})", 0.01), sure=0.97) for label, other in ("١٩", "٢٣")]
    notes = [RecognizedLine([label], f"{label.text} انظر الوثيقة", 0, 0, 9, 9) for label in found]
    assert restore([], notes, 0, arabic=True) == []
    assert all(label.numbers[0].sure > 0.98 for label in found)


@pytest.mark.parametrize(("number", "text"), [("٣٧)", "الفقرة٣٧)"), ("(٢٦", "الأرصفة (٢٦)")])
def test_a_number_before_a_bracket_is_no_mark(number, text):
    body = RecognizedLine([word(number, ("", 0), sure=0.97)], text, 0, 0, 9, 9)
    note = RecognizedLine([word("(١)", ("", 0), sure=0.97)], "(١) انظر الوثيقة", 0, 90, 9, 99)
    assert restore([body], [note], 0, arabic=True) == []
    assert body.text == text


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        (["القرار", "٦", "٩/٣"], True),
        (["القرار", "٦٩/٣١٣", "المرفق"], False),
        (["مبلغ", "١٢", "٥٠٠", "دولار"], False),
        (["القرار", "١٣٢", "(٢٠٠٠)"], False),
    ],
)
def test_numbers_side_by_side_may_be_one(texts, doubtful):
    words = [word(text, ("", 0), sure=0.999) if any(map(str.isdigit, text)) else word(text) for text in texts]
    weigh_places(words, set(), BEFORE_YEAR)
    sure = [number.sure > SURE_NUMBER for found in words for number in found.numbers]
    assert sure == [not doubtful] * len(sure)


def test_a_page_without_words_has_no_places():
    weigh_places([], set(), BEFORE_YEAR)
