"""Numbers read digit by digit from drawn lines, and what becomes of the words around them. No tesseract takes part."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from unres.readers.ocr.digits import CLASSES, _convolved, _weights, probabilities
from unres.readers.ocr.numbers import InkLine, Number, logical, read_numbers
from unres.readers.ocr.shapes import Ink, _levels, components, evened, ink_of, letter_height, straightened
from unres.readers.ocr.words import SURE_NUMBER, Word, doubts, in_rows, with_numbers

LINE = (1, 1, 1)


@pytest.fixture(scope="module")
def font():
    font_manager = pytest.importorskip("matplotlib.font_manager", reason="no font with Arabic letters")
    return ImageFont.truetype(font_manager.findfont("DejaVu Sans"), 40, layout_engine=ImageFont.Layout.BASIC)


def drawn(text, font):
    """A line as it is seen, its pieces from the left."""
    page = Image.new("L", (900, 140), 250)
    ImageDraw.Draw(page).text((60, 40), text, font=font, fill=20)
    return page


def said(picture):
    lines = read_numbers(picture, 200, {LINE: (40, 95)})
    return [number.text for number in lines[LINE].numbers]


def shaped(text):
    reshaper = pytest.importorskip("arabic_reshaper")
    bidi = pytest.importorskip("bidi.algorithm")
    return bidi.get_display(reshaper.reshape(text))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("١٩٠/٦٧", "١٩٠/٦٧"),
        ("(١٢)", "(١٢)"),
        (".٣٨٢٢", "٣٨٢٢."),
        ("- ٣", "٣ -"),
        ("-١٤", "١٤-"),
        ("12-48805", "12-48805"),
        ("٩-٥", "٥-٩"),
    ],
)
def test_the_order_in_which_numbers_are_written(seen, meant):
    assert logical(seen) == meant


@pytest.mark.parametrize("number", ["٢٠١٢", "١٧٨/٦٤", "٣٩٥", "(١٨)", "٤٠٧/٥٦"])
def test_numbers_among_words(font, number):
    line = shaped(f"قرار المرفأ {number} بشأن المصابيح")
    assert said(drawn(line, font)) == [number]


@pytest.mark.parametrize("number", ["2012", "178/64", "395"])
def test_western_numbers_among_words(font, number):
    assert said(drawn(shaped(f"قرار المرفأ {number} بشأن المصابيح"), font)) == [number]


@pytest.mark.parametrize("text", ["تضيء المنارة السفن العائدة", "عودة العبارة إلى الميناء", "هذه أوراق دار الإدارة"])
def test_words_are_no_numbers(font, text):
    assert said(drawn(shaped(text), font)) == []


@pytest.mark.parametrize(("text", "sure"), [("(٥)", False), ("(٩)", False), ("(٥٣)", True)])
def test_a_digit_alone_in_brackets_may_be_a_letter(font, text, sure):
    page = drawn(f"{shaped('إنارة الأرصفة')} {text} {shaped('قرار المرفأ')}", font)
    lines = read_numbers(page, 200, {LINE: (40, 95)})
    (found,) = lines[LINE].numbers
    assert found.text == text
    assert (found.sure >= SURE_NUMBER) is sure


def test_a_blurred_page_on_grey_paper(font):
    page = drawn(shaped("قرار المرفأ ١٩٣/٤٧ بشأن المصابيح"), font).filter(ImageFilter.GaussianBlur(1))
    grey = page.point(lambda value: round(90 + value / 255 * 110))
    assert said(grey) == ["١٩٣/٤٧"]


def test_a_damaged_digit_is_not_sure(font):
    page = drawn(shaped("قرار المرفأ ٢٠٢٣ بشأن المصابيح"), font)
    lines = read_numbers(page, 200, {LINE: (40, 95)})
    (whole,) = lines[LINE].numbers
    left, top, right, bottom = whole.box
    wide = (right - left) // 4
    ImageDraw.Draw(page).rectangle((right - wide, top, right, (top + bottom) // 2), fill=250)
    lines = read_numbers(page, 200, {LINE: (40, 95)})
    found = [number for number in lines[LINE].numbers if number.text == "٢٠٢٣"]
    assert not found or found[0].sure < whole.sure


def test_broken_strokes_are_read_again_and_doubtful(font):
    page = drawn(shaped("قرار المرفأ ٢٠٢٣ بشأن المصابيح"), font)
    for y in range(0, page.height, 6):
        ImageDraw.Draw(page).rectangle((0, y, page.width, y + 1), fill=250)
    lines = read_numbers(page, 200, {LINE: (40, 95)})
    (found,) = lines[LINE].numbers
    assert found.text == "٢٠٢٣"
    assert found.sure < SURE_NUMBER


def test_components_touch_at_corners_too():
    ink = np.zeros((6, 9), bool)
    ink[1, 1] = ink[2, 2] = ink[1, 3] = True
    ink[4:6, 6:8] = True
    labels, boxes = components(ink)
    assert boxes.tolist() == [[1, 1, 4, 3], [6, 4, 8, 6]]
    assert labels[2, 2] == labels[1, 1] == labels[1, 3] != labels[5, 7]
    assert labels[0, 0] == 0


def test_components_that_meet_late_are_one():
    ink = np.zeros((5, 7), bool)
    ink[:, 1] = ink[:, 5] = ink[4, 1:6] = True
    assert components(ink)[1].tolist() == [[1, 0, 6, 5]]
    assert components(np.zeros((3, 3), bool))[1].shape == (0, 4)


def test_ink_on_paper_that_grows_dark():
    page = np.tile(np.linspace(120, 250, 400), (200, 1))
    page[80:100, 30:50] *= 0.3
    page[80:100, 340:360] *= 0.3
    ink = ink_of(Image.fromarray(page.astype(np.uint8)), 200)
    assert [box[0] for box in ink.boxes.tolist()] == pytest.approx([30, 340], abs=1)
    assert letter_height(ink.boxes) == pytest.approx(20, abs=2)


def test_probabilities_add_up():
    views = np.zeros((3, 28, 28), np.uint8), np.zeros((3, 24, 40), np.uint8)
    found = probabilities(*views)
    assert found.shape == (3, len(CLASSES))
    assert found.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-4)
    assert probabilities(views[0][:0], views[1][:0]).shape == (0, len(CLASSES))


@pytest.mark.parametrize(("layer", "side", "padding", "step"), [("alone2", 3, 1, 1), ("around2", 3, 1, 2)])
def test_a_convolution_adds_up_weighted_windows(layer, side, padding, step):
    values = np.random.default_rng(3).random((2, 16, 14, 14), np.float32)
    found = _convolved(values, layer, side=side, padding=padding, step=step)
    padded = np.pad(values, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    window = padded[1, :, 4 * step : 4 * step + side, 6 * step : 6 * step + side].ravel()
    wanted = np.maximum(_weights()[layer] @ window + _weights()[f"{layer}_bias"], 0)
    assert found[1, :, 4, 6] == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize(("grey", "paper", "level"), [(255, 255, 0), (0, 255, 255), (100, 200, 127), (210, 200, 0)])
def test_how_dark_grey_is_on_its_paper(grey, paper, level):
    page = Image.new("L", (90, 150), paper)
    page.putpixel((40, 130), grey)
    assert _levels(page)[130, 40] == level


def inked(*boxes):
    rows = np.array(boxes, np.int32)
    return Ink(
        np.zeros((1, 1), np.uint8), np.zeros((1, 1), np.int32), rows, np.arange(1, len(rows) + 1, dtype=np.int32)
    )


def in_line(ink, *numbers):
    return {LINE: InkLine(20.0, ink, np.arange(len(ink.boxes)), list(numbers))}


def number(text, x0, x1, member, **more):
    return Number(text, (x0, 100, x1, 120), more.pop("sure", 0.999), members=frozenset([member]), **more)


def word(text, x0, x1, *, sure=60.0, latin=False):
    return Word(text, sure, x0, 100, x1, 120, LINE, latin=latin)


def texts(words):
    return [found.text for found in words]


@pytest.mark.parametrize(
    ("top", "right", "read"),
    [
        (98, 240, [["المرفأ", "١٢", "بشأن"]]),  # digits within a line
        (106, 440, [["١٢", "المرفأ", "بشأن"]]),  # a label before it
        (114, 240, [["المرفأ", "بشأن"], ["١٢"]]),  # below it
        (98, 900, [["المرفأ", "بشأن"], ["١٢"]]),  # in another column
    ],
)
def test_one_line_for_each_row_of_print(top, right, read):
    words = [
        word("المرفأ", 300, 380),
        word("بشأن", 100, 180),
        Word("١٢", 9.0, right - 30, top, right, top + 16, (2, 1, 1)),
    ]
    rows = in_rows(words)
    assert [texts(row) for _, row in groupby(rows, key=lambda word: word.line)] == read


def test_a_number_takes_the_place_of_what_was_misread():
    ink = inked((300, 100, 380, 120), (200, 100, 260, 120), (100, 100, 180, 120))
    words = [word("المرفأ", 300, 380), word("19./ه", 198, 262), word("بشأن", 100, 180)]
    read = with_numbers(words, in_line(ink, number("١٩٠/٥", 200, 260, 2)))
    assert texts(read) == ["المرفأ", "١٩٠/٥", "بشأن"]
    assert doubts(read[1]) == []


def test_a_number_that_was_left_out_is_put_where_it_stands():
    ink = inked((300, 100, 380, 120), (200, 100, 260, 120), (100, 100, 180, 120))
    read = with_numbers(
        [word("المرفأ", 300, 380), word("بشأن", 100, 180)],
        in_line(ink, number("٢٠١٢", 200, 260, 2, sure=0.5, others=[("٢٠١٣", 0.2)])),
    )
    assert texts(read) == ["المرفأ", "٢٠١٢", "بشأن"]
    assert doubts(read[1]) == ["٢٠١٢ (50 %; ٢٠١٣ 20 %)"]


def test_letters_stay_before_a_mark_and_commas_behind_it():
    ink = inked((240, 100, 300, 120), (220, 100, 238, 112), (212, 115, 217, 120))
    read = with_numbers([word("المنارات90)،", 210, 300)], in_line(ink, number("(٣)", 220, 238, 2, raised=True)))
    assert texts(read) == ["المنارات⁽³⁾،"]


def test_one_letter_before_a_number_stays():
    ink = inked((262, 100, 275, 120), (200, 100, 260, 120))
    read = with_numbers([word('و"/لا١', 199, 276)], in_line(ink, number("٧/١٢", 200, 260, 2)))
    assert texts(read) == ["و٧/١٢"]


def test_a_symbol_in_latin_letters_is_kept():
    ink = inked((200, 100, 260, 120))
    read = with_numbers([word("A/75/12", 199, 261, latin=True)], in_line(ink, number("75/12", 220, 260, 1)))
    assert texts(read) == ["A/75/12"]


def test_numbers_of_a_list_that_were_read_as_one_word():
    ink = inked((260, 100, 300, 120), (242, 104, 255, 124), (200, 100, 240, 120))
    numbers = number("٧/١٢", 260, 300, 1), number("٩/١٤", 200, 240, 3)
    read = with_numbers([word("لا#١٢ما", 200, 300)], in_line(ink, *numbers))
    assert texts(read) == ["٧/١٢ و٩/١٤"]


@pytest.mark.parametrize(("letter", "read"), [((225, 238), "و٩/١٤"), ((230, 233), "٩/١٤"), ((222, 250), "٩/١٤")])
def test_the_letter_that_was_lost_between_two_numbers(letter, read):
    ink = inked((260, 100, 300, 120), (letter[0], 104, letter[1], 124), (180, 100, 215, 120))
    numbers = number("٧/١٢", 260, 300, 1), number("٩/١٤", 180, 215, 3)
    words = [word("لا#١", 258, 301), word("ما٢", 179, 216)]
    assert texts(with_numbers(words, in_line(ink, *numbers))) == ["٧/١٢", read]


@pytest.mark.parametrize(("said", "kept"), [("22", []), ("ا", []), ("...", ["..."]), ("المد", ["المد"])])
def test_words_read_from_specks_are_dropped(said, kept):
    ink = inked((400, 108, 403, 111), (411, 100, 414, 103), (200, 100, 260, 120))
    read = with_numbers([word(said, 398, 416), word("المرفأ", 200, 260)], in_line(ink))
    assert texts(read) == [*kept, "المرفأ"]


def test_words_read_from_the_ink_of_numbers_are_dropped():
    ink = inked((300, 100, 380, 120), (200, 100, 290, 120))
    words = [word("المرفأ", 300, 380), word("و", 205, 230), word("لا", 235, 285)]
    assert texts(with_numbers(words, in_line(ink, number("١٩٠/٦٧", 200, 290, 2)))) == ["المرفأ", "١٩٠/٦٧"]


def test_a_label_stays_first_where_the_box_of_a_later_word_reaches_over_it():
    ink = inked((380, 100, 396, 120), (360, 108, 372, 111), (300, 100, 350, 120), (200, 100, 290, 120))
    words = [word("-", 360, 372), word("تطلب", 300, 350), word("إنارة", 200, 396)]
    read = with_numbers(words, in_line(ink, number("٣", 380, 396, 1)))
    assert texts(read) == ["٣", "-", "تطلب", "إنارة"]


def test_quotation_marks_are_no_digits(font):
    assert said(drawn(f'"{shaped("مصابيح المرفأ")}"', font)) == []


def test_specks_and_faint_type_are_mended(font):
    clear = drawn(shaped("قرار المرفأ ١٩٣/٤٧ بشأن المصابيح"), font)
    assert np.count_nonzero(np.asarray(evened(clear)) < 128) == pytest.approx(
        np.count_nonzero(np.asarray(clear) < 128), rel=0.3
    )
    faint = evened(clear.point(lambda value: round(150 + value / 255 * 50)))
    assert faint.getextrema()[0] < 60
    grey = np.asarray(clear).copy()
    grey[np.random.default_rng(1).random(grey.shape) < 0.03] = 0
    assert np.count_nonzero(np.asarray(evened(Image.fromarray(grey)))[:30] < 128) < 20


def test_the_noise_of_grey_paper_is_not_stretched(font):
    page = drawn(shaped("قرار المرفأ بشأن المصابيح"), font).point(lambda value: round(110 + value / 255 * 110))
    noise = np.random.default_rng(1).normal(0, 14, (page.height, page.width))
    read = np.asarray(evened(Image.fromarray(np.clip(np.asarray(page) + noise, 0, 255).astype(np.uint8))))
    assert np.count_nonzero(read[:30] > 250) > 0.9 * read[:30].size
    assert read.min() < 60


@pytest.mark.parametrize("degrees", [-1.5, 0.8, 2.2])
def test_a_turned_page_is_straightened(degrees):
    page = Image.new("L", (900, 900), 255)
    for y in range(100, 800, 40):
        ImageDraw.Draw(page).line((100, y, 800, y), fill=0, width=4)
    assert straightened(page) is page
    turned = straightened(page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))
    dark = np.asarray(turned)[:, 200:700] < 128
    assert np.count_nonzero(dark.mean(axis=1) > 0.9) >= 17 * 2
    assert straightened(Image.new("L", (50, 50), 255)).size == (50, 50)


@pytest.mark.parametrize("gap", [0, 1])
def test_numbers_that_stand_at_each_other_are_told_as_one(gap):
    read = Word("٣١" + " " * gap + "٢", 99, 0, 0, 9, 9, LINE)
    read.numbers = tuple(Number(text, (0, 0, 9, 9), 0.99) for text in ("٣١", "٢"))
    assert doubts(read) == ([] if gap else ["٣١٢ (98 %)"])


def test_words_that_leap_are_put_in_their_order_from_the_right():
    ink = inked((800, 100, 830, 120), (500, 100, 560, 120))
    turned = [word("تعيد", 700, 780), word("قرارها", 570, 690), word("المرفأ", 100, 490), word("١-", 800, 830)]
    at = in_line(ink, number("٤١٣", 500, 560, 2), number("١-", 800, 830, 1))
    assert texts(with_numbers(turned, at)) == ["١-", "تعيد", "قرارها", "٤١٣", "المرفأ"]
