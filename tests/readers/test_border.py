"""Whatever is raised over bytes, callers meet one kind of error; and one bad file of a zip costs no other."""

from __future__ import annotations

import builtins
import importlib
import io
import lzma
import struct
import time
import zipfile
import zlib

import pytest
from word_files import paragraph, word_file

import unres
from unres.errors import MissingExtraError, UnreadableError
from unres.readers import _READERS, open_source, open_sources
from unres.readers.limits import Limits
from unres.readers.safe_xml import parse_xml

LAMPS = b"The Harbour Council,\n\n1. Decides to keep the lamps lit;\n"
SAMPLES = {
    "pdf": b"%PDF-1.7\n",
    "docx": word_file(paragraph("Decides to keep the lamps lit.")),
    "akn": b"<akomaNtoso/>",
    "html": b"<!doctype html><p>Decides to keep the lamps lit.</p>",
    "text": LAMPS,
}
ARGUMENTS = {"UnicodeDecodeError": ("utf-8", b"\xff", 0, 1, "no"), "UnicodeEncodeError": ("ascii", "é", 0, 1, "no")}
ARGUMENTS["UnicodeTranslateError"] = ("é", 0, 1, "no")
PASSING = (ImportError, UnreadableError)


def _classes() -> list[type[Exception]]:
    """Every exception class of Python, and those of the modules that read bytes."""
    own = [cls for cls in vars(builtins).values() if isinstance(cls, type) and issubclass(cls, Exception)]
    of_modules = [zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error]
    found = [*dict.fromkeys(own), *of_modules, importlib.import_module("xml.etree.ElementTree").ParseError]
    return [cls for cls in found if not issubclass(cls, (*PASSING, ExceptionGroup))]


CLASSES = _classes()


def made(cls: type[BaseException]) -> BaseException:
    return cls(*ARGUMENTS.get(cls.__name__, ("lamp",)))


class Stream(io.RawIOBase):
    """A file that cannot be read to its end."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def read(self, _size: int = -1) -> bytes:
        """Raises."""
        raise self.error


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_stream_that_raises(cls):
    error = made(cls)
    expected = OSError if isinstance(error, OSError) else UnreadableError
    for read in (open_source, lambda stream: list(open_sources(stream))):
        with pytest.raises(expected) as caught:
            read(Stream(error))
        assert caught.value is error or caught.value.__cause__ is error


@pytest.mark.parametrize("kind", _READERS)
def test_a_reader_that_raises(kind, monkeypatch):
    module, function = _READERS[kind]
    names = [function, "read_akn_parts"] if kind == "akn" else [function]
    for cls in CLASSES:
        error = made(cls)

        def fail(*_args: object, error: BaseException = error) -> None:
            raise error

        for name in names:
            monkeypatch.setattr(importlib.import_module(module), name, fail)
        for read in (unres.read, lambda data: list(unres.read_all(data))):
            with pytest.raises(UnreadableError) as caught:
                read(SAMPLES[kind])
            assert caught.value.__cause__ is error or cls is StopIteration  # which generators turn into another
            expected = "memory" if cls is MemoryError else "too_large" if cls is RecursionError else "broken"
            assert caught.value.code == expected


@pytest.mark.parametrize("cls", [KeyboardInterrupt, SystemExit, MissingExtraError])
def test_what_is_not_the_files_fault_passes(cls, monkeypatch):
    error = cls("pdf", "lamp") if cls is MissingExtraError else cls("lamp")

    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(importlib.import_module("unres.readers.text"), "read_text", fail)
    with pytest.raises(cls):
        open_source(LAMPS)
    with pytest.raises(cls):
        list(open_sources(LAMPS))


def test_what_is_done_with_a_document_is_outside():
    """An error of the caller's own, or of what it does on a bad file, is not taken for the file's."""

    def refuse(_error: UnreadableError) -> None:
        raise IndexError("the caller's own")

    with pytest.raises(IndexError, match="own"):
        list(open_sources(_zip({"a.txt": LAMPS, "b.txt": b""}), on_error=refuse))


def _zip(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name or "x")
            info.filename, info.compress_type = name, method
            archive.writestr(info, data)
    return out.getvalue()


def _read(data: bytes) -> tuple[list[str], list[UnreadableError]]:
    errors: list[UnreadableError] = []
    return [source.name for source in open_sources(data, on_error=errors.append)], errors


@pytest.mark.parametrize("name", ["", "\x00lamp.txt"])
def test_a_member_without_a_name(name):
    data = _zip({name: LAMPS, "unnamed~1": LAMPS, "b.txt": LAMPS})
    names, errors = _read(data)
    assert names == ["<bytes>/unnamed", "<bytes>/unnamed~1", "<bytes>/b.txt"]
    assert not errors
    assert open_source(_zip({name: LAMPS})).text == LAMPS.decode()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str)
def test_one_damaged_member_costs_no_other(method):
    data = bytearray(_zip({"a.txt": LAMPS, "b.txt": bytes(range(256)) * 8, "c.txt": LAMPS}, method))
    start = data.index(b"b.txt") + len("b.txt")
    data[start : start + 24] = bytes(24)
    names, errors = _read(bytes(data))
    assert names == ["<bytes>/a.txt", "<bytes>/c.txt"]
    assert [(error.source, error.code) for error in errors] == [("<bytes>/b.txt", "broken")]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=str)
@pytest.mark.parametrize("declared", [len(LAMPS) - 20, len(LAMPS) + 20])
@pytest.mark.parametrize("sum_of", ["the part", "the whole"])
def test_a_zip_that_declares_another_size(method, declared, sum_of):
    """Of what is declared too short the first part is no document, even where the sum is that of the part."""
    data = _zip({"a.txt": LAMPS}, method)
    honest = struct.pack("<L", zlib.crc32(LAMPS))
    head = data.index(b"PK\x01\x02")
    told = LAMPS if sum_of == "the whole" else LAMPS[:declared]
    entry = data[head:].replace(honest, struct.pack("<L", zlib.crc32(told)))
    at = 24  # of the size in an entry of the directory
    entry = entry[:at] + struct.pack("<L", declared) + entry[at + 4 :]
    with pytest.raises(UnreadableError, match=r"bytes than the zip declares|CRC") as caught:
        open_source(data[:head] + entry)
    assert caught.value.code == "broken"


def test_a_zip_whose_entries_share_their_packed_bytes():
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lamps.txt", b"lamp " * 200_000)
    whole = box.getvalue()
    at, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entry, count = whole[at:end], 200
    tail = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(entry) * count, at, 0)
    refused = []
    read = list(open_sources(whole[:at] + entry * count + tail, on_error=refused.append))
    assert len(read) + len(refused) == count
    assert len(read) <= 5, "not more than 200 times the size of the zip is unpacked"
    overlapping = [error for error in refused if error.code == "broken"]  # newer releases of Python look for these
    assert overlapping or {error.code for error in refused} == {"too_large"}
    assert all("ratio" in error.reason for error in refused if error not in overlapping)


def test_numbers_of_characters_that_are_none():
    page = "<p>Lamp &#00000000065; &#x00000000042; &#{0}65; &#{1}; &#x{1};</p>".format("0" * 5000, "9" * 5000)
    assert open_source(page.encode()).text.strip() == "Lamp A B A \ufffd \ufffd"
    link = f'<p><a href="#&#{"9" * 1900};">1</a> lamp</p>'
    assert "lamp" in open_source(link.encode()).text


@pytest.mark.parametrize("code", ["-1", "110000", "+41", "0x41", "4_1", "zz", "99999999"])
def test_a_symbol_that_is_no_character(code):
    body = f'<w:p><w:r><w:t>Lamp</w:t><w:sym w:font="Arial" w:char="{code}"/></w:r></w:p>'
    assert open_source(word_file(body)).text.strip() == "Lamp\ufffd"


@pytest.mark.parametrize("name", ["punycode", "idna", "utf-7", "unicode_escape", "rot13", "zlib", "no such"])
def test_encodings_that_no_document_has_are_not_tried(name):
    page = f"<html><meta charset={name}><p>".encode() + b"Lamps-" * 100_000
    start = time.process_time()
    assert open_source(page).text.startswith("Lamps-Lamps")
    assert time.process_time() - start < 5


def test_a_long_token_before_the_first_element():
    for xml in (b"<!--" + b"x" * 30_000_000 + b"--><a/>", b'<a x="' + b"x" * 30_000_000 + b'"/>'):
        start = time.process_time()
        with pytest.raises(UnreadableError, match="first") as caught:
            parse_xml(xml, "lamps.xml", Limits())
        assert caught.value.code == "too_large"
        assert time.process_time() - start < 2
