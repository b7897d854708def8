"""What operators do to the place and size of glyphs and rules (ISO 32000-1, 8.4 and 9.3)."""

from __future__ import annotations

import pytest

from unres.readers.pdf import interpreter
from unres.readers.pdf.limits import LateError
from unres.readers.pdf.opening import PageSource

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Plain /FirstChar 32 /Widths [250 " + b"500 " * 90 + b"] >>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "


@pytest.fixture
def shown(objects_to_pdf):
    """The page that a content stream paints; other objects have numbers from 6 on."""

    def build(*contents: bytes, resources: bytes = b"", more: tuple[bytes, ...] = ()):
        own = [stream(content) for content in contents]
        places = b" ".join(b"%d 0 R" % (5 + len(more) + at) for at in range(1, len(own) + 1))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + places + b"]"
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page + b" /Resources << /Font << /F1 4 0 R /F2 5 0 R >> " + resources + b" >> >>",
            FONT,
            FONT.replace(b"/Plain", b"/Plain-Bold"),
        ]
        source = PageSource(objects_to_pdf([*objects, *more, *own]), "lamps.pdf")
        (page,) = source.pages(20.0)
        source.close()
        return page

    return build


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >> stream\n" % (len(content), extra) + content + b"\nendstream"


def placed(page) -> list[tuple[str, float, float, float]]:
    """Text, left end, baseline and size of each glyph."""
    return [(g.letter.text, round(g.x0, 3), round(g.y, 3), round(g.size, 3)) for g in page.glyphs]


def test_strings_advance_by_width_spacing_and_stretch(shown):
    page = shown(b"BT /F1 10 Tf 2 Tc 4 Tw 50 Tz 100 700 Td (a b) Tj [-1000 (c)] TJ ET")
    assert placed(page) == [
        ("a", 100, 700, 10),
        (" ", 100 + 3.5, 700, 10),
        ("b", 103.5 + 4.25, 700, 10),
        ("c", 107.75 + 3.5 + 5, 700, 10),
    ]


def test_lines_follow_each_other_by_the_leading(shown):
    page = shown(b"BT /F1 10 Tf 14 TL 100 700 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" 0 -20 TD (e) Tj T* 3 Ts (f) Tj ET")
    assert [(text, y) for text, _, y, _ in placed(page)] == [
        ("a", 700),
        ("b", 686),
        ("c", 672),
        ("d", 658),
        ("e", 638),
        ("f", 621),
    ]
    assert page.glyphs[3].x0 == 100


def test_quotation_mark_sets_both_spacings(shown):
    page = shown(b'BT /F1 10 Tf 100 700 Td 6 1 (a b) " ET')
    assert [x for _, x, _, _ in placed(page)] == [100, 106, 115.5]


def test_matrices_scale_and_move(shown):
    page = shown(b"q 2 0 0 2 10 20 cm BT /F1 5 Tf 1 0 0 1 50 100 Tm (a) Tj ET Q BT /F1 5 Tf 7 8 Td (b) Tj ET")
    assert placed(page) == [("a", 110, 220, 10), ("b", 7, 8, 5)]


def test_saved_state_comes_back_and_one_too_many_does_nothing(shown):
    page = shown(b"BT /F1 10 Tf 1 0 0 1 50 100 Tm q /F2 20 Tf 3 Ts (a) Tj Q (b) Tj Q Q (c) Tj ET")
    assert placed(page) == [("a", 50, 103, 20), ("b", 50, 100, 10), ("c", 55, 100, 10)]
    assert [glyph.letter.bold for glyph in page.glyphs] == [True, False, False]


def test_state_dictionary_may_set_the_font(shown):
    page = shown(
        b"BT /F1 10 Tf /G1 gs 50 100 Td (a) Tj ET",
        resources=b"/ExtGState << /G1 << /Font [5 0 R 18] >> >>",
    )
    assert placed(page) == [("a", 50, 100, 18)]
    assert page.glyphs[0].letter.bold


@pytest.mark.parametrize(
    "wrong", [b"(x) Tf", b"1 Td", b"/F1 Tj", b"5 TJ", b"(a) (b) Td", b"1 2 3 cm", b"/Nothing gs", b"/Nothing Do", b"Tm"]
)
def test_operator_without_its_operands_does_nothing(shown, wrong):
    page = shown(b"BT /F1 10 Tf 50 100 Td " + wrong + b" (a) Tj ET")
    assert placed(page) == [("a", 50, 100, 10)]
    assert not page.broken


def test_streams_of_a_page_are_one_content(shown):
    page = shown(b"BT /F1 10 Tf 50 100", b"Td [(a)", b"(b)] TJ ET")
    assert "".join(text for text, *_ in placed(page)) == "ab"


def test_form_is_painted_in_a_state_of_its_own(shown):
    form = stream(b"/F1 10 Tf BT 1 0 0 1 5 6 Tm (a) Tj ET Q Q 3 Ts", FORM + b"/Matrix [2 0 0 2 100 200]")
    page = shown(
        b"q 1 0 0 1 10 10 cm /X Do BT /F2 8 Tf 0 0 Td (b) Tj ET Q", resources=b"/XObject << /X 6 0 R >>", more=(form,)
    )
    assert placed(page) == [("a", 120, 222, 20), ("b", 10, 10, 8)]


def test_rules_are_thin_paths_and_the_sides_of_boxes(shown):
    page = shown(
        b"50 700 m 150 700 l S 50 600 100 0.5 re f 50 500 2 80 re f* 50 400 60 30 re S 50 300 60 30 re f"
        b" 50 200 100 1 re W n 50 100 m 60 150 120 30 150 100 c 50 90 l S 1 /x re S"
    )
    assert [(rule.x0, rule.x1, rule.y0, rule.y1) for rule in page.rules[:3]] == [
        (50, 150, 700, 700),
        (50, 150, 600, 600.5),
        (50, 52, 500, 580),
    ]
    assert [(rule.x0, rule.x1, rule.y0, rule.y1) for rule in page.rules[3:7]] == [
        (50, 110, 400, 400),
        (50, 110, 430, 430),
        (50, 50, 400, 430),
        (110, 110, 400, 430),
    ]


@pytest.mark.parametrize(
    "begin",
    [
        b"/Span << /ActualText <FEFF00660066> >> BDC",
        b"/Span << /Lang (en) /ActualText (ff) >> BDC",
        b"/Span /P1 BDC",
        b"/Span /P1 BDC /Part BMC",
    ],
)
def test_actual_text_stands_for_its_glyphs_together(shown, begin):
    page = shown(
        b"BT /F1 10 Tf 50 100 Td " + begin + b" (ab) Tj EMC EMC (c) Tj ET",
        resources=b"/Properties << /P1 << /ActualText (ff) >> >>",
    )
    assert [(g.letter.text, g.x0, g.x1) for g in page.glyphs] == [("ff", 50, 60), ("c", 60, 65)]


@pytest.mark.parametrize(("actual", "texts"), [(b"ab", ["a", "b", " "]), (b"c", ["a", "b", "c"])])
def test_blank_that_repeats_what_stands_before_it_is_a_blank(shown, actual, texts):
    page = shown(b"BT /F1 10 Tf 50 100 Td (ab) Tj /Span << /ActualText (" + actual + b") >> BDC ( ) Tj EMC ET")
    assert [g.letter.text for g in page.glyphs] == texts


def test_pictures_are_noted_with_their_places(shown):
    picture = stream(
        b"0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    page = shown(
        b"q 40 0 0 12 30 90 cm /X Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI BT /F1 10 Tf 50 100 Td (a) Tj ET",
        resources=b"/XObject << /X 6 0 R >>",
        more=(picture,),
    )
    assert page.pictures == [(30, 90, 70, 102), (0, 0, 1, 1)]
    assert placed(page) == [("a", 50, 100, 10)]


def test_string_that_never_ends_is_said_and_what_stands_before_is_kept(shown):
    page = shown(b"BT /F1 10 Tf 50 100 Td (a) Tj (b Tj ET")
    assert placed(page) == [("a", 50, 100, 10)]
    assert "never ends" in page.broken


def test_time_of_the_page_is_kept_within_one_long_string(shown, monkeypatch):
    def time_is_up() -> None:
        raise LateError

    monkeypatch.setattr(interpreter, "check_time", time_is_up)
    page = shown(b"BT /F1 10 Tf (" + b"a" * 2_000 + b") Tj (b) Tj ET")
    assert page.late
    assert len(page.glyphs) == 2_000
