"""The order of a line: it ends on any line, loses nothing, and reads numbers as they were meant."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import glyphs_of, read_pdf, width

from unres.readers.limits import Limits
from unres.readers.pdf.clusters import Cluster
from unres.readers.pdf.glyphs import kind_of
from unres.readers.pdf.order import logical
from unres.readers.pdf.ranges import Ranges
from unres.scripts import KASHIDA

FILLER = "وإذ تلاحظ أن المنارات القديمة في الميناء لا تزال تعمل،"
RAISED = "⁽⁾¹²"
ANY = st.sampled_from([*"()[]«»/.,:;-–−+%*،؛؟ابتلA BzI1239٣٤", KASHIDA, "\ufffd", "لا", *RAISED])


def line_of(texts: list[str]) -> list[Cluster]:
    """Clusters side by side; what stands in RAISED is raised, as is a letter after "^"."""
    return [
        Cluster(
            text[-1] if text[0] == "^" else text, kind_of(text[-1]), text[0] in RAISED + "^", 6.0 * n, 6.0 * n + 6, at=n
        )
        for n, text in enumerate(texts)
    ]


@settings(max_examples=400, deadline=2000)
@given(
    st.lists(st.one_of(ANY, ANY.map(lambda c: "^" + c)), min_size=1, max_size=60),
    st.booleans(),
    st.sampled_from([None, True, False]),
)
def test_any_line_is_put_in_order_with_nothing_lost(texts, from_right, ranges_from_left):
    line = line_of(texts)
    before = Counter(map(id, line))
    ordered = logical(list(line), from_right=from_right, ranges=Ranges(from_left=ranges_from_left))
    assert Counter(map(id, ordered)) == before


@pytest.mark.parametrize(
    "visual",
    [
        "ABC (A،B)/C ABC",  # an Arabic point in the bracket
        "ABC (A؛B)-C",
        "ABC (^AB)/C",  # a raised letter in it
        "ABC (A^1B)/C",
        "ABC (A ,B)/C ABC",  # a stop that belongs to a word from the right
        "(A؟)/Corr.1",
        "(((A،)))/A",
        "ابت (A،B)/C ابت",
        "(Aا)/B",
    ],
)
@pytest.mark.parametrize("from_right", [True, False])
def test_bracket_that_opens_no_foreign_words_ends_too(visual, from_right):
    texts = []
    for c in visual:
        texts[-1:] = [texts[-1] + c] if texts and texts[-1] == "^" else [*texts[-1:], c]
    line = line_of(texts)
    assert len(logical(list(line), from_right=from_right)) == len(texts)


@pytest.mark.parametrize("visual", ["AB/C .(12 با", "AB/C .(12 ,D با"])
def test_stop_before_a_bracket_ends_the_foreign_words(visual):
    """An address after the end of an Arabic sentence: "… 12). AB/C"."""
    ordered = "".join(cluster.text for cluster in logical(line_of(list(visual)), from_right=True))
    assert ordered.endswith("12(. AB/C")  # brackets are turned later


def test_long_line_of_open_brackets_takes_time_by_its_length():
    line = line_of(list("A (" * 5_000))
    assert len(logical(line, from_right=True)) == 15_000


def read_line(pdf, *shown: tuple[float, str] | str, above: str = "") -> str:
    """The last line of a page, given as it looks from the left, in pieces in the order in which they are drawn."""
    page = pdf.page()
    page.right(540, 740, FILLER)
    page.left(200, 700, above)
    for piece in shown:
        x, text = (120.0, piece) if isinstance(piece, str) else piece
        page.left(x, 660, text)
    return read_pdf(pdf.bytes(), "test.pdf", Limits()).text.split("\n")[-1]


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("ليربأ 14-13 ةرتفلا يف", "في الفترة 13-14 أبريل"),  # days before a month
        ("ليربأ 13-14 ةرتفلا يف", "في الفترة 13-14 أبريل"),
        ("ناسين 5-4 يف", "في 4-5 نيسان"),
        ("ناسين 4-5 يف", "في 4-5 نيسان"),
        ("2019-2018 نيماعلا يف", "في العامين 2018-2019"),
        ("2018-2019 نيماعلا يف", "في العامين 2018-2019"),
        ("2018–2019 نيماعلا يف", "في العامين 2018–2019"),
        ("2018 - 2019 نيماعلا يف", "في العامين 2018 - 2019"),
        ("2018-19 نيماعلا يف", "في العامين 2018-19"),
        ("19-2018 نيماعلا يف", "في العامين 2018-19"),
        ("٢٠١٩-٢٠١٨ نيماعلا يف", "في العامين ٢٠١٨-٢٠١٩"),
        ("٢٠١٨-٢٠١٩ نيماعلا يف", "في العامين ٢٠١٨-٢٠١٩"),
        ("ةئاملا يف 3.7-2.5 ةبسن", "نسبة 2.5-3.7 في المائة"),
        ("ةئاملا يف 2.5-3.7 ةبسن", "نسبة 2.5-3.7 في المائة"),
        ("11.30-10.00 ةعاسلا نم", "من الساعة 10.00-11.30"),
        ("11:30-10:00 ةعاسلا نم", "من الساعة 10:00-11:30"),
        ("49-44 تارقفلا", "الفقرات 44-49"),
        ("44-49 تارقفلا", "الفقرات 44-49"),
        ("18-00225 مقر", "رقم 18-00225"),  # a code
        ("00225-18 مقر", "رقم 18-00225"),
        ("12-49072 مقر", "رقم 12-49072"),
        ("1-12 ةياغلا", "الغاية 12-1"),  # of goal 12, in the order of the line
        ("2018/4/3 يف", "في 2018/4/3"),
        ("3/4/2018 يف", "في 3/4/2018"),
        ("1,234,567 هردق غلبم", "مبلغ قدره 1,234,567"),
        ("10:00 ةعاسلا", "الساعة 10:00"),
        ("%50 ةبسن", "نسبة 50%"),
        ("ةئاملا يف −1.5 ةبسن", "نسبة −1.5 في المائة"),
    ],
)
def test_numbers_in_arabic_are_read_in_their_order(pdf, shown, read):
    assert read_line(pdf, shown) == read


def test_pairs_that_say_nothing_follow_the_ranges_of_the_document(pdf):
    assert read_line(pdf, "1-12 تارقفلا", above="2018-2019 نيماعلا يف") == "الفقرات 1-12"


def test_other_ranges_drawn_from_the_right_leave_the_pair_so(pdf):
    assert read_line(pdf, "1-12 تارقفلا", above="2019-2018 نيماعلا يف") == "الفقرات 12-1"


def test_number_drawn_in_one_piece_from_the_left_is_read_so(pdf):
    assert read_line(pdf, (150, " تارقفلا"), (126, "1-12")) == "الفقرات 1-12"


def test_numbers_drawn_one_by_one_in_the_order_of_reading_are_read_so(pdf):
    assert read_line(pdf, (150, " تارقفلا"), (138, "12"), (132, "-"), (126, "1")) == "الفقرات 12-1"


def test_stream_that_turns_ranges_which_are_certain_tells_nothing_of_others(pdf):
    """Each line is drawn from the right, and each range from the left, as "2019-2018": 12-1 goes from 1 to 12."""
    page = pdf.page()
    for x, text in in_pieces("2019-2018", " نيماعلا يف"):
        page.left(x, 720, text)
    assert read_line(pdf, *in_pieces("12-1", " تارقفلا")) == "الفقرات 1-12"


def in_pieces(*shown: str) -> list[tuple[float, str]]:
    """Pieces as they stand from the left, in the order of a stream that writes them from the right."""
    places, x = [], 120.0
    for piece in shown:
        places.append((x, piece))
        x += 12 * sum(map(width, glyphs_of(piece))) / 1000
    return places[::-1]


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        (["255", "/", "64", " رارقلا"], "القرار 64/255"),
        (["5", "/", "2014", " ررقملا"], "المقرر 2014/5"),
        (["٢٥٥", "/", "٦٤", " رارقلا"], "القرار ٦٤/٢٥٥"),
        (["40", " ", "30", " نارقفلا"], "الفقران 30 40"),
        (["+41 22 917", " :فتاه"], "هاتف: +41 22 917"),
        (["12 500", " اغلبم"], "مبلغا 12 500"),
        (["A/64/255", " ةقيثولا"], "الوثيقة A/64/255"),
    ],
)
def test_numbers_side_by_side_follow_the_stream(pdf, shown, read):
    assert read_line(pdf, *in_pieces(*shown)) == read


@pytest.mark.parametrize("shown", ["255/64 رارقلا", "40 30 نارقفلا"])
def test_a_stream_from_the_left_does_not_tell(pdf, shown):
    assert read_line(pdf, shown) == {"2": "القرار 255/64", "4": "الفقران 30 40"}[shown[0]]
