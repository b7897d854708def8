"""Small files that ask for much: each is bounded in time and memory, and what is left out is named."""

from __future__ import annotations

import time
import zlib

import pytest
from pdf_files import read_pdf
from playa.pdftypes import LIT, ContentStream

from unres.errors import UnreadableError
from unres.readers.limits import Limits
from unres.readers.pdf import interpreter, lines
from unres.readers.pdf.limits import BombError, check_streams

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
TEXT = b"BT /F1 12 Tf 60 700 Td (The General Assembly, recalling the tides,) Tj ET\n"
SHOWN = "The General Assembly, recalling the tides,"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "


def page(resources: bytes = b"", box: bytes = b"[0 0 595 842]", contents: bytes = b"4 0 R") -> bytes:
    fonts = b" /Resources << /Font << /F1 5 0 R >> " + resources + b" >> >>"
    return b"<< /Type /Page /Parent 2 0 R /MediaBox " + box + b" /Contents " + contents + fonts


def packed(data: bytes, extra: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    return b"<< /Length %d /Filter %s %s >> stream\n" % (len(data), filters, extra) + data + b"\nendstream"


def outcome(data: bytes) -> tuple[str, str]:
    """The text with what was remarked, or the code and reason of the refusal."""
    try:
        source = read_pdf(data, "test.pdf", Limits(seconds_per_page=4.0))
    except UnreadableError as error:
        return error.code, error.reason
    return source.text, " ".join(remark.message for remark in source.remarks)


@pytest.fixture
def one(objects_to_pdf):
    """A PDF of one page with this content, and other objects from number 6 on."""

    def build(content: bytes, *more: bytes, resources: bytes = b"", font: bytes = FONT, box: bytes = b"[0 0 595 842]"):
        stream = content if content.startswith(b"<<") else packed(zlib.compress(content))
        return objects_to_pdf([CATALOG, ONE_PAGE, page(resources, box), stream, font, *more])

    return build


def test_content_packed_more_than_once_is_measured(one):
    inner = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    assert len(inner) < 2_000
    code, reason = outcome(one(packed(inner, filters=b"[/FlateDecode /FlateDecode]")))
    assert (code, "unpacks to more than" in reason) == ("damaged", True)


def test_rows_of_a_predictor_as_wide_as_memory_are_refused(one):
    wide = b"/DecodeParms << /Predictor 12 /Columns 999999 /Colors 9999 >>"
    assert outcome(one(packed(zlib.compress(TEXT), wide)))[0] == "damaged"
    wider = b"/DecodeParms << /Predictor 12 /Columns 9000000000 >>"
    assert outcome(one(packed(zlib.compress(TEXT), wider)))[0] == "too_large"


def test_streams_of_an_encrypted_file_are_measured_as_they_unpack():
    bomb = zlib.compress(b" " * 50_000_000, 9)
    locked = bytes(byte ^ 0x55 for byte in bomb)
    stream = ContentStream(
        {"Filter": LIT("FlateDecode")}, locked, lambda *given: bytes(byte ^ 0x55 for byte in given[2])
    )
    with pytest.raises(BombError):
        check_streams([stream])


def test_object_streams_are_measured(one):
    bomb = packed(zlib.compress(b"0" * 100_000_000, 9), b"/Type /ObjStm /N 1 /First 4")
    assert outcome(one(TEXT, bomb))[0] == "too_large"


def test_forms_that_multiply_end_with_the_time_of_the_page(one):
    forms = []
    for number in range(6, 20):
        inner = b" /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>" % (number + 1)
        forms.append(packed(zlib.compress(b"/X Do " * 10), FORM + inner))
    data = one(TEXT + b"/X Do", *forms, packed(zlib.compress(TEXT), FORM), resources=b"/XObject << /X 6 0 R >>")
    started = time.process_time()
    text, remarks = outcome(data)
    assert text == SHOWN
    assert "too long" in remarks
    assert time.process_time() - started < 8


def test_a_form_inside_itself_is_left_out(one):
    form = packed(zlib.compress(b"/X Do /X Do"), FORM + b"/Resources << /XObject << /X 6 0 R >> >>")
    assert outcome(one(TEXT + b"/X Do", form, resources=b"/XObject << /X 6 0 R >>")) == (SHOWN, "")


def test_saved_states_without_end_are_refused(one):
    code, reason = outcome(one(b"q " * 200_000 + TEXT))
    assert (code, "levels" in reason) == ("damaged", True)


def test_large_pictures_are_not_unpacked(one):
    size = b"/Width 900000 /Height 900000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    picture = packed(zlib.compress(b" " * 100_000_000, 9), b"/Type /XObject /Subtype /Image " + size)
    assert outcome(one(TEXT + b"/X Do", picture, resources=b"/XObject << /X 6 0 R >>"))[0] == SHOWN


@pytest.mark.parametrize("box", [b"[0 0 1e30 1e30]", b"[0 0 1" + b"0" * 300 + b" 842]"])
def test_pages_and_type_of_any_size_take_no_memory(one, box):
    huge = b"BT /F1 1000000000 Tf 60 700 Td (The Assembly) Tj ET\n"
    assert "recalling" in outcome(one(huge + TEXT, box=box))[0]


def test_too_many_glyphs_for_a_page_are_read_in_part(one, monkeypatch):
    monkeypatch.setattr(interpreter, "_MOST_GLYPHS", 100)
    assert "takes too long" in outcome(one(TEXT * 10))[1]


def test_pieces_that_all_lie_over_each_other_are_refused(one, monkeypatch):
    monkeypatch.setattr(lines, "_MOST_PAIRS", 1_000)
    placed = (b"1 0 0 1 %.2f %.2f Tm (a) Tj\n" % (i * 7919 % 590, i * 104729 % 840) for i in range(2_000))
    assert outcome(one(b"BT /F1 2.5 Tf " + b"".join(placed) + b"ET"))[0] == "too_slow"


def test_after_three_slow_pages_no_more_are_tried(objects_to_pdf, monkeypatch):
    monkeypatch.setattr(interpreter, "_MOST_GLYPHS", 10)
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 26))
    pages = [page(contents=b"4 0 R") for _ in range(20)]
    tree = b"<< /Type /Pages /Kids [" + kids + b"] /Count 20 >>"
    text, remarks = outcome(objects_to_pdf([CATALOG, tree, b"null", packed(zlib.compress(TEXT * 2)), FONT, *pages]))
    assert text.count(SHOWN) == 3
    assert "page 4 and those behind it were left out, for 3 pages took too long" in remarks


@pytest.mark.parametrize(
    "extra",
    [b"/PageLabels 6 0 R", b"/Outlines 6 0 R", b"/Names 6 0 R"],
)
def test_circles_beside_the_pages_are_not_followed(objects_to_pdf, extra):
    catalog = b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>"
    circle = b"<< /Kids [6 0 R 6 0 R] /First 6 0 R /Next 6 0 R /Title (a) >>"
    data = objects_to_pdf([catalog, ONE_PAGE, page(), packed(zlib.compress(TEXT)), FONT, circle])
    assert outcome(data) == (SHOWN, "")


def test_a_table_of_objects_that_points_to_itself_is_read_once(one):
    data = one(TEXT)
    itself = data.rindex(b"xref\n0 ")
    assert outcome(data.replace(b"trailer << ", b"trailer << /Prev %d " % itself))[0] == SHOWN


def test_pages_without_end_are_counted_to_the_limit_only(objects_to_pdf):
    tree = b"<< /Type /Pages /Kids [" + b"null " * 50_000 + b"] /Count 1 >>"
    assert outcome(objects_to_pdf([CATALOG, tree]))[0] == "too_large"


def test_a_missing_font_costs_its_own_text_only(one):
    data = one(TEXT + b"BT /F9 12 Tf 60 600 Td (unknown) Tj ET")
    assert SHOWN in outcome(data)[0]


def test_text_at_an_angle_is_set_aside_and_named(one):
    text, remarks = outcome(one(TEXT + b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (Advance version) Tj ET"))
    assert text == SHOWN
    assert remarks == "page 1: text at an angle was set aside: “Advance version”"
