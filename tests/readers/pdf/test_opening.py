"""What is no PDF, has no text, or is damaged: refused with its reason, never read as rubbish."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping

import pytest
from font_files import ARABIC
from pdf_files import BODY, BODY_AR, read_pdf, set_left, set_right

from unres.errors import UnreadableError
from unres.readers import pdf as pdf_package
from unres.readers.limits import Limits
from unres.readers.pdf.opening import PageSource
from unres.readers.source import Source

CLAUSE = "Recalling its resolutions on the matter, and the reports of the Secretary-General on it,"


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(data, "test.pdf", limits or Limits())
    assert caught.value.source == "test.pdf"
    return caught.value.code


def good(pdf) -> bytes:
    page = pdf.page()
    for row in range(8):
        page.left(60, 760 - 20 * row, CLAUSE, 10)
    page.right(540, 500, "وإذ تشير إلى قرارها 67/190 المؤرخ 20 كانون الأول/ديسمبر 2012،")
    page.rule(60, 160, 120)
    page.left(60, 100, "(1) Resolution 67/190.", 8)
    return pdf.bytes()


def test_no_pdf_is_refused_by_what_it_is(pdf):
    assert refusal(b"") == "empty"
    assert refusal(b"\xff\xd8\xff\xe0 a picture") == "not_pdf"
    assert refusal(b"%PDF-1.7\n") in {"damaged", "empty"}
    assert refusal(good(pdf)[:900]) == "damaged"


def test_limits_are_kept(pdf):
    data = good(pdf)
    assert refusal(data, Limits(max_bytes=100)) == "too_large"
    assert refusal(data, Limits(max_characters=100)) == "too_large"
    pdf.page()
    assert refusal(pdf.bytes(), Limits(max_pages=1)) == "too_large"


def test_pages_without_end_are_refused(objects_to_pdf):
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    assert refusal(objects_to_pdf([catalog, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])) == "empty"
    assert refusal(objects_to_pdf([catalog, b"<< /Type /Pages /Kids [] /Count 0 >>"])) == "empty"


def test_encrypted_pdf_is_refused(objects_to_pdf):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32
        + b"> /U <"
        + b"22" * 32
        + b"> >> /ID [<00> <00>]"
    )
    assert refusal(objects_to_pdf(objects, lock)) == "encrypted"


def test_scan_has_no_text_layer(objects_to_pdf):
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /XObject << /I 5 0 R >> >> >>"
        ),
        b"<< /Length 27 >> stream\n500 0 0 700 40 70 cm /I Do \nendstream",
        (
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
            b" /ColorSpace /DeviceGray /Length 1 >> stream\n0\nendstream"
        ),
    ]
    assert refusal(objects_to_pdf(objects)) == "no_text_layer"


def test_font_without_map_is_refused(make_pdf):
    pdf = make_pdf(mapped=False)
    good(pdf)
    assert refusal(pdf.bytes()) == "unreadable_text"


def test_map_that_makes_no_language_is_refused(pdf):
    page = pdf.page()
    letters = random.Random(7)  # noqa: S311  # nothing here is secret
    for row in range(20):
        words = ["".join(letters.choices("ثخذغظضصطعؤئءىة", k=6)) for _ in range(8)]
        page.right(540, 780 - 20 * row, " ".join(words))
    assert refusal(pdf.bytes()) == "unreadable_text"


@pytest.mark.parametrize("lies", [{"ل": "ÿ", "ا": "'"}, dict.fromkeys(ARABIC, "þ")], ids=["some", "all"])
def test_arabic_for_which_a_map_gives_letters_of_another_language_is_refused(pdf, lies):
    """As Ghostscript does with fonts whose characters stand in the private area."""
    page = pdf.page()
    rows = [row.translate(str.maketrans(lies)) for row in BODY_AR]
    for top in range(780, 300, -40):
        set_right(page, top, rows)
    assert refusal(pdf.bytes()) == "unreadable_text"


def test_arabic_with_foreign_names_is_read(pdf):
    page = pdf.page()
    for top in range(780, 300, -40):
        set_right(page, top)
    page.right(523, 280, "الحراس هم Ólafur Þórðarson وÉléonore وÇelik في ميناء Curaçao")
    assert "Þórðarson" in read_pdf(pdf.bytes(), "test.pdf", Limits()).text


@pytest.mark.parametrize("arabic", [True, False])
def test_without_the_words_of_languages_no_page_is_said_to_have_none(pdf, arabic):
    page = pdf.page()
    for top in range(780, 300, -40):
        (set_right if arabic else set_left)(page, top)
    assert len(pdf_package.read_pdf(pdf.bytes(), "test.pdf", Limits()).text) > 500


def test_pages_without_text_are_named(pdf):
    good(pdf)
    pdf.page()
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert [(remark.code, remark.message) for remark in source.remarks] == [
        ("pdf.page_without_text", "page 2 has no text")
    ]


def test_content_that_unpacks_without_end_is_refused(objects_to_pdf):
    bomb = zlib.compress(b" " * 100_000_000, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        f"<< /Length {len(bomb)} /Filter /FlateDecode >> stream\n".encode() + bomb + b"\nendstream",
    ]
    assert refusal(objects_to_pdf(objects)) == "damaged"


def font_with(widths: bytes, characters: bytes) -> list[bytes]:
    """A page that shows a text in a font with these tables."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length 44 >> stream\nBT /F1 12 Tf 50 700 Td <00410042> Tj ET      \nendstream",
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R]"
            b" /ToUnicode 7 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor << /Type /FontDescriptor /Flags 4 >>"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [" + widths + b"] >>"
        ),
        f"<< /Length {len(characters)} >> stream\n".encode() + characters + b"\nendstream",
    ]


ENDLESS_MAP = b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"


@pytest.mark.parametrize(
    ("widths", "characters"),
    [(b"0 2000000000 500", b""), (b"0 65535 500 " * 500, b""), (b"", ENDLESS_MAP)],
    ids=["endless widths", "widths again and again", "endless map"],
)
def test_endless_tables_of_a_font_take_no_memory(objects_to_pdf, widths, characters):
    opened = PageSource(objects_to_pdf(font_with(widths, characters)), "lamps.pdf", 10)
    [page] = opened.pages(20.0)
    opened.close()
    assert page.broken
    assert not page.glyphs


@pytest.mark.parametrize("seed", range(60))
def test_mutations_are_read_or_refused(pdf, seed):
    data = bytearray(good(pdf))
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    for _ in range(chance.choice((1, 3, 10, 40))):
        place = chance.randrange(len(data))
        kind = chance.random()
        if kind < 0.5:
            data[place] = chance.randrange(256)
        elif kind < 0.75:
            del data[place : place + chance.randrange(1, 40)]
        else:
            data[place:place] = chance.randbytes(chance.randrange(1, 20))
    try:
        source = read_pdf(bytes(data), "test.pdf", Limits(seconds_per_page=2))
    except UnreadableError:
        return  # refused, and said why
    else:
        assert isinstance(source, Source)
        assert all(0 <= line.start <= line.end <= len(source.text) for line in source.lines or ())


def test_an_encoding_that_is_a_dictionary_is_read(objects_to_pdf):
    """A plain font, as many producers write it; no map of characters, but names of glyphs."""
    objects = font_with(b"", b"")[:4]
    objects[3] = b"<< /Length 41 >> stream\nBT /F1 12 Tf 50 700 Td (Urges States) Tj ET\nendstream"
    encoding = b"<< /Type /Encoding /Differences [65 /A /B] >>"
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding " + encoding + b" >>")
    assert isinstance({}, Mapping)  # after which a dict passed for a stream
    assert read_pdf(objects_to_pdf(objects), "test.pdf", Limits()).text == "Urges States"


@pytest.mark.parametrize("rows", [BODY, BODY_AR])
def test_a_pdf_that_is_cut_off_says_so(pdf, rows):
    for _ in range(3):
        page = pdf.page()
        (set_left if rows is BODY else set_right)(page, 760, rows)
    data = pdf.bytes()
    for end in (len(data) - 6, data.rindex(b"xref")):
        part = read_pdf(data[:end], "test.pdf", Limits())
        assert part.text == read_pdf(data, "test.pdf", Limits()).text
        assert "pdf.cut_off" in [remark.code for remark in part.remarks]
    whole = read_pdf(data + b"\r\n" + bytes(2000), "test.pdf", Limits())
    assert "pdf.cut_off" not in [remark.code for remark in whole.remarks]


def test_a_pdf_whose_pages_are_cut_off_is_refused_for_that(objects_to_pdf):
    objects = font_with(b"", b"")
    data = objects_to_pdf([*objects[:3], b"<< /Length 9000 >> stream\nBT /F1 12 Tf 50 700 Td <0001"])
    with pytest.raises(UnreadableError, match="cut off") as caught:
        read_pdf(data[: data.index(b"<0001")], "test.pdf", Limits())
    assert caught.value.code == "damaged"
