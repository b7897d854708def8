"""What a file is, told by its content alone; and the text of files that are only text."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome import is_read_or_refused
from word_files import paragraph, word_file

from unres.errors import UnreadableError
from unres.readers import open_source, open_sources
from unres.readers.detect import detect
from unres.readers.limits import Limits
from unres.readers.text import decode

LIMITS = Limits()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
ARABIC = "إن الجمعية العامة،\nإذ تشير إلى قرارها 67/190 المؤرخ 20 كانون الأول/ديسمبر 2012،\n"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def refused(data: bytes, limits: Limits = LIMITS) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        open_source(data, limits)
    return caught.value


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n\x00junk %PDF-1.4\n", "pdf"),
        (word_file(paragraph("x")), "docx"),
        (b"<akomaNtoso/>", "akn"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- c --><akn:akomaNtoso xmlns:akn="x"/>', "akn"),
        ('<?xml version="1.0" encoding="UTF-16"?><akomaNtoso/>'.encode("utf-16"), "akn"),
        (b"<!doctype HTML><p>x", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', "html"),
        (b"<!-- a page --><div>x</div>", "html"),
        (b"The General Assembly,", "text"),
        (b"<a note on the text> follows", "html"),
        (b"The format is called %PDF- something", "text"),
        (ARABIC.encode("cp1256"), "text"),
        (ARABIC.encode("utf-16"), "text"),
        (packed({"a.txt": b"x", "b.txt": b"y"}), "archive"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "odt"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (b"{\\rtf1 x}", "rtf"),
    ],
)
def test_formats(data, expected):
    assert detect(data, "any.name", LIMITS) == expected


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "empty", "nothing"),
        (b"\xef\xbb\xbf \r\n\x00", "empty", "nothing"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (OLE, "unknown_format", "Office"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image", "PNG"),
        (b"II*\x00\x08\x00\x00\x00", "image", "TIFF"),
        (b"\x1f\x8b\x08\x00", "unknown_format", "gzip"),
        (packed({"mimetype": b"application/epub+zip"}), "unknown_format", "book"),
        (b'<?xml version="1.0"?><rss/>', "unknown_format", "<rss>"),
        (b'<schema xmlns="x">y</schema>', "unknown_format", "<schema>"),
        (bytes(range(1, 32)) * 40, "unknown_format", "neither"),
        (b"PK\x03\x04 and then nothing", "broken", "zip"),
    ],
)
def test_what_is_refused_and_why(data, code, word):
    error = refused(data)
    assert error.code == code
    assert word in error.reason
    assert error.source == "<bytes>"


def test_names_are_not_asked(tmp_path):
    picture = tmp_path / "resolution.pdf"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    with pytest.raises(UnreadableError, match=r"resolution\.pdf: a scan"):
        open_source(picture)
    text = tmp_path / "resolution.docx"
    text.write_bytes(b"The General Assembly,")
    assert open_source(str(text)).text == "The General Assembly,"


def test_files_that_are_open(tmp_path):
    path = tmp_path / "resolution.txt"
    path.write_text("The General Assembly,", encoding="utf-8")
    with path.open("rb") as file:
        assert open_source(file).text == "The General Assembly,"
    with path.open(encoding="utf-8") as file, pytest.raises(TypeError, match="rb"):
        open_source(file)
    with pytest.raises(FileNotFoundError):
        open_source(tmp_path / "none.txt")


def test_a_file_over_the_limit_names_the_limit():
    error = refused(b"x" * 100, Limits(max_bytes=99))
    assert error.code == "too_large"
    assert "99" in error.reason
    assert "max_bytes" not in error.reason
    assert "max_bytes" in str(error.advice)
    assert str(error) == f"{error.source}: {error.reason}; {error.advice}"
    assert refused(b"x" * 100, Limits(max_characters=99)).code == "too_large"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1256"],
)
def test_encodings_of_arabic_text(encoding):
    assert decode((ARABIC * 3).encode(encoding)).text == ARABIC * 3


def test_encodings_of_iso_8859_6():
    text = "الجمعية العامة للأمم المتحدة"
    assert decode(text.encode("iso8859-6")).text == text


def test_western_text_in_an_older_encoding():
    text = "The Council’s “résolution” – naïve and coöperative"
    assert decode(text.encode("cp1252")).text == text


def test_a_guess_and_damage_are_said():
    assert [remark.code for remark in open_source(ARABIC.encode("cp1256")).remarks] == ["text.encoding_guessed"]
    broken = ARABIC.encode() + b"\xff"
    source = open_source(broken)
    assert [remark.code for remark in source.remarks] == ["text.bytes_damaged"]
    assert source.text == ARABIC + "\ufffd"
    cut = ARABIC.encode()[:-3]
    assert open_source(cut).text.startswith("إن الجمعية العامة،")
    assert open_source(ARABIC.encode()).remarks == []


def test_files_of_a_zip_one_after_the_other():
    data = packed(
        {"a.txt": b"First", "folder/b.docx": word_file(paragraph("Second")), "__MACOSX/a.txt": b"no", "folder/": b""}
    )
    assert [(source.name, source.text.strip()) for source in open_sources(data)] == [
        ("<bytes>/a.txt", "First"),
        ("<bytes>/folder/b.docx", "Second"),
    ]
    assert refused(data).code == "several_documents"
    assert open_source(packed({"a.txt": b"First"})).text == "First"
    assert refused(packed({})).code == "empty"


def test_zips_inside_zips():
    once = packed({"a.txt": b"First"})
    assert [source.text for source in open_sources(packed({"b.zip": once}))] == ["First"]
    deep = packed({"c.zip": packed({"b.zip": once})})
    with pytest.raises(UnreadableError, match="max_archive_depth"):
        list(open_sources(deep))
    limit = Limits(max_unpacked_bytes=1_500)
    with pytest.raises(UnreadableError, match="max_unpacked_bytes"):
        list(
            open_sources(
                packed({"b.zip": packed({"a.txt": b"x" * 1_000}), "c.zip": packed({"a.txt": b"x" * 1_000})}), limit
            )
        )


def test_a_file_that_cannot_be_read_stops_a_zip_or_is_handed_over():
    data = packed({"a.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF", "b.txt": b"Second"})
    with pytest.raises(UnreadableError, match=r"a\.jpg"):
        list(open_sources(data))
    errors: list[UnreadableError] = []
    assert [source.text for source in open_sources(data, on_error=errors.append)] == ["Second"]
    assert [error.code for error in errors] == ["image"]


def test_a_zip_with_a_password():
    data = bytearray(packed({"a.txt": b"First", "b.txt": b"Second"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    data[6] |= 1
    with pytest.raises(UnreadableError) as caught:
        list(open_sources(bytes(data)))
    assert caught.value.code == "encrypted"


def test_zero_bytes_in_text_are_text_that_is_repaired_later():
    assert open_source(b"The General\x00 Assembly, recalling its resolution").text.startswith("The General")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    assert is_read_or_refused(data)
