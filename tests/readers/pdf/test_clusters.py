"""Marks drawn as glyphs of their own, and what tells words apart where no space is written."""

from __future__ import annotations

import pytest

from unres.readers.pdf.clusters import clusters, written
from unres.readers.pdf.glyphs import Glyph, GlyphPage, letter_of
from unres.readers.pdf.kashidas import find_kashidas
from unres.readers.pdf.lines import printed_lines
from unres.readers.pdf.order import logical


def read(*glyphs: tuple[str, float, float], stream_from_right: bool = False) -> str:
    """A line of glyphs (text, left, right), given from the left; its stream runs that way or the other."""
    letters: dict[str, object] = {}
    count = len(glyphs)
    drawn = [
        Glyph(letters.setdefault(text, letter_of(text)), x0, x1, 700.0, 12.0, count - n if stream_from_right else n)
        for n, (text, x0, x1) in enumerate(glyphs)
    ]
    drawn.sort(key=lambda glyph: glyph.at)
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, drawn))
    return written(logical(clusters(line, find_kashidas([line])), from_right=True), mirror=False, arabic=True)


@pytest.mark.parametrize("stream_from_right", [False, True])
@pytest.mark.parametrize(
    ("glyphs", "word"),
    [
        ((("ن", 100, 106), ("\u0654", 106, 106), ("لا", 106, 112)), "لأن"),  # on the alef of the ligature
        ((("ن", 100, 106), ("\u0655", 106, 106), ("لا", 106, 112)), "لإن"),
        ((("ر", 100, 106), ("\u0654", 106, 106), ("ا", 106, 109), ("ث", 109, 115)), "ثأر"),
        ((("ل", 100, 106), ("\u0654", 106, 106), ("و", 106, 112), ("م", 112, 118)), "مؤل"),
        ((("ن", 100, 106), ("\u0651", 106, 106), ("لا", 106, 112)), "لّان"),  # a shadda is the lam's
        ((("ن", 100, 106), ("\u0654", 106, 106), ("ل", 106, 112)), "لأن"),  # a lam-alef that the map calls a lam
        ((("ن", 100, 106), ("\u0655", 106, 106), ("ل", 106, 112), ("ا", 112, 114)), "الإن"),
        ((("ن", 100, 106), ("ا", 106, 109), ("\u0654", 109, 109), ("ل", 109, 112)), "لأن"),
        ((("\u0654", 100, 100), ("ل", 100, 106), ("ا", 106, 109)), "الأ"),
        ((("ن", 100, 106), ("\u0654", 106, 106), ("لأ", 106, 112)), "لأن"),  # the map has the hamza too
    ],
)
def test_hamza_of_its_own_is_on_its_letter(glyphs, word, stream_from_right):
    assert read(*glyphs, stream_from_right=stream_from_right) == word


def test_mark_with_a_width_is_on_the_letter_that_it_stands_over():
    """Word writes the marks of a word behind all of its letters."""
    drawn = [("لا", 100.0, 107.0, 1), ("و", 107.0, 113.0, 2), ("أ", 113.0, 116.0, 3), ("\u064b", 100.5, 103.0, 4)]
    page = GlyphPage(1, 595.0, 842.0, [Glyph(letter_of(t), x0, x1, 700.0, 12.0, at) for t, x0, x1, at in drawn])
    (line,) = printed_lines(page)
    assert written(logical(clusters(line, set()), from_right=True), mirror=False, arabic=True) == "أولاً"


def test_marks_drawn_after_a_whole_span_are_on_their_letters_and_leave_no_spaces():
    """Far behind their letters in the stream, with space glyphs in their places and under the other letters."""
    word = [("م", 100.0, 105.0), ("د", 105.0, 110.0), ("ق", 110.0, 114.0), (" ", 114.0, 118.0), ("ي", 118.0, 126.0)]
    places = [(" ", 105.0, 109.0), (" ", 110.0, 114.0)]
    marks = [(" ", 100.0, 104.0), *[(" ", 118.0, 122.0)] * 5, ("\u0651", 105.0, 108.0), *[(" ", 118.0, 122.0)] * 5]
    drawn = [word[0], places[0], word[1], places[1], *word[2:], *marks, ("\u064f", 110.0, 113.0)]
    glyphs = [Glyph(letter_of(text), x0, x1, 700.0, 12.0, at) for at, (text, x0, x1) in enumerate(drawn)]
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, glyphs))
    assert written(logical(clusters(line, set()), from_right=True), mirror=False, arabic=True) == "ي قُدّم"


def test_mark_with_a_width_beside_its_letter_is_on_the_nearest():
    """It begins where the letter ends, over the space before the word, which stays."""
    drawn = [
        ("أن", 114.0, 124.0),
        (" ", 110.0, 114.0),
        ("\u064f", 110.0, 113.0),
        ("م", 100.0, 105.0),
        ("ن", 105.0, 110.0),
    ]
    glyphs = [Glyph(letter_of(text), x0, x1, 700.0, 12.0, at) for at, (text, x0, x1) in enumerate(drawn)]
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, glyphs))
    assert written(logical(clusters(line, set()), from_right=True), mirror=False, arabic=True) == "أن نُم"


@pytest.mark.parametrize("mark", ["\ufc5f", "\ufc61", "\ufcf3"])
def test_marks_mapped_to_their_own_forms_bring_no_space(mark):
    letter = letter_of(mark)
    assert letter.kind == "M"
    assert " " not in letter.shown


@pytest.mark.parametrize(("drawn", "word"), [("\u06beذا", "هذا"), ("بم\ufbadب", "بمهب"), ("\u067aشير", "تشير")])
def test_letters_of_other_alphabets_that_share_a_glyph_are_the_arabic_ones(drawn, word):
    count = len(drawn)
    glyphs = [(letter, 100 + 6 * (count - n), 106 + 6 * (count - n)) for n, letter in enumerate(drawn, 1)]
    assert read(*reversed(glyphs)) == word


def test_mark_whose_map_repeats_its_letter_is_no_second_letter():
    assert read(("د", 100, 106), ("س", 109, 109), ("س", 106, 112)) == "سد"


def test_letter_that_only_ends_words_ends_one_where_no_space_is_written():
    assert read(("ل", 100, 104), ("ك", 104, 111.2), ("ة", 112, 117), ("ن", 117, 123)) == "نة كل"


def test_line_of_equal_signs_takes_time_by_its_length():
    dots = [("-", 6.0 * n / 100, 6.0 * n / 100 + 1) for n in range(8_000)]
    assert read(*dots, ("ا", 490, 496)).startswith("ا")


@pytest.mark.parametrize("stream_from_right", [False, True])
@pytest.mark.parametrize(("text", "word"), [("أ", "لأمر"), ("إ", "لإمر"), ("آ", "لآمر")])
def test_alef_without_width_above_a_lam_alef_is_on_its_line(text, word, stream_from_right):
    """The hamza is drawn apart, and the map gives it the whole letter."""
    places = [("ر", 94, 100, 700), ("م", 100, 106, 700), (text, 106, 106, 711), ("ل", 106, 112, 700)]
    drawn = [
        Glyph(letter_of(shown), x0, x1, float(y), 12.0, 4 - n if stream_from_right else n)
        for n, (shown, x0, x1, y) in enumerate(places)
    ]
    drawn.sort(key=lambda glyph: glyph.at)
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, drawn))
    found = written(logical(clusters(line, set()), from_right=True), mirror=False, arabic=True)
    assert found == word


@pytest.mark.parametrize(
    ("mapped", "meant"),
    [
        ("ل\u4427", "لا"),  # as Ghostscript writes it: the low byte of lam is the high byte of alef
        ("ل\u4423", "لأ"),
        ("f\u6669", "fi"),
        ("لا", "لا"),
        ("f\u2044", "f\u2044"),
        ("中文", "中文"),
    ],
)
def test_text_of_a_ligature_with_shifted_bytes(mapped, meant):
    assert letter_of(mapped).shown == meant


@pytest.mark.parametrize(
    ("shown", "text"),
    [("علی", "على"), ("ین", "ين"), ("۲۰۱٦", "٢٠١٦"), ("کتب", "كتب"), ("گلیم", "گلیم")],
)
def test_persian_letters_and_digits_on_an_arabic_line(shown, text):
    """Fonts made for Persian give them for Arabic ones; a word that only Persian has is left alone."""
    order = shown if shown[0].isdigit() else shown[::-1]
    assert read(*((letter, 100 + 6 * n, 106 + 6 * n) for n, letter in enumerate(order))) == text


@pytest.mark.parametrize(
    ("small", "shown"), [(("أ", 92, 96), "مرفأ أ"), (("ب", 92, 96), "مرفأ ب"), (("4", 92, 96), "مرفأ⁽⁴⁾")]
)
def test_raised_letter_that_leads_to_a_note_of_a_table_stands_off_its_word(small, shown):
    glyphs = [Glyph(letter_of(small[0]), small[1], small[2], 704.0, 7.0, 0)]
    word = [("أ", 96, 100), ("ف", 100, 106), ("ر", 106, 110), ("م", 110, 118)]
    glyphs += [Glyph(letter_of(text), x0, x1, 700.0, 12.0, n) for n, (text, x0, x1) in enumerate(word, 1)]
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, glyphs))
    assert written(logical(clusters(line, set()), from_right=True), mirror=False, arabic=True) == shown


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ((("5", 100, 106), ("–", 106, 112), (" ", 112.4, 115.4), ("1", 112.8, 118), ("3", 118, 124)), "5–13"),
        ((("A", 100, 106), (" ", 106.5, 109.5), ("B", 106.8, 112)), "AB"),
        ((("5", 100, 106), (" ", 106, 109), ("–", 109, 115), (" ", 115, 118), ("9", 118, 124)), "5 – 9"),
        ((("A", 100, 106), (" ", 106, 107.8), ("B", 107.8, 114)), "A B"),  # a narrow one, in a line that is pressed
    ],
)
def test_a_space_without_width_parts_no_latin_letters_and_digits(glyphs, text):
    drawn = [Glyph(letter_of(t), x0, x1, 700.0, 12.0, n) for n, (t, x0, x1) in enumerate(glyphs)]
    (line,) = printed_lines(GlyphPage(1, 595.0, 842.0, drawn))
    assert written(logical(clusters(line, set()), from_right=False), mirror=False, arabic=False) == text
