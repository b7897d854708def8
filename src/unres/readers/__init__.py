"""One module a format: bytes in, lines out.

`open_source` and `open_sources` tell the format by its content and call the reader for it, which is imported
only then.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from unres.errors import UnreadableError
from unres.printed import NO_WORDS
from unres.readers.archive import Archive
from unres.readers.detect import Format, detect, is_plumber, picture_kind
from unres.readers.limits import DEFAULT_LIMITS, Limits, border, guarded, too_large
from unres.readers.source import Source
from unres.usage import check_source

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

    from unres.printed import PagePatterns
    from unres.readers.ocr import Recognizer

Reader = Callable[..., Source]
Ocr = str | None
"""The language in which text of pictures is to be recognised; "any": to be found out; None: not at all."""


@dataclass(frozen=True, slots=True)
class _How:
    """What is allowed and asked for in reading."""

    limits: Limits
    ocr: Ocr
    office: bool
    words: PagePatterns


OnError = Callable[[UnreadableError], None]

_READERS: dict[Format, tuple[str, str]] = {
    "pdf": ("unres.readers.pdf", "read_pdf"),
    "docx": ("unres.readers.docx", "read_docx"),
    "akn": ("unres.readers.akn", "read_akn"),
    "html": ("unres.readers.html", "read_html"),
    "text": ("unres.readers.text", "read_text"),
}


def open_source(
    source: str | os.PathLike[str] | bytes | BinaryIO | PDF | Page | list[Page] | tuple[Page, ...],
    limits: Limits = DEFAULT_LIMITS,
    ocr: Ocr = None,
    *,
    office: bool = False,
    words: PagePatterns = NO_WORDS,
) -> Source:
    """Reads one document.

    Args:
        source: a path, the bytes of a file, or a binary file open for reading; or what pdfplumber opened: a PDF, a
            page of one, cropped or filtered, or a list of its pages.
        limits: what it may come to at most.
        ocr: whether text of pages that are pictures is recognised, and in which language.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument.
        words: by which the parts of a printed page are told.

    Raises:
        UnreadableError: there is nothing to read; its ``code`` says why. A zip is read where it holds one document
            alone, otherwise refused with ``"several_documents"``.
        OSError: the file cannot be opened.
    """
    how = _How(limits, ocr, office, words)
    if is_plumber(source):
        with border("<pdfplumber>"):
            from unres.readers.pdf.plumber import read_plumber

            return read_plumber(source, limits, words, _recognizer(how) if ocr else None)
    data, name = _load(source, limits)
    with border(name):
        kind = detect(data, name, limits)
        if kind != "archive":
            return _read(kind, data, name, how)
        members = list(islice(_members(Archive(data, name, limits)), 2))
        if not members:
            raise UnreadableError("a zip without files", source=name, code="empty")
        if len(members) > 1:
            advice = "read_all reads them one after the other"
            raise UnreadableError("a zip of several files", source=name, code="several_documents", advice=advice)
        inner_name, inner = members[0]
        if isinstance(inner, UnreadableError):
            raise inner
        return _read(_document_format(inner, inner_name, limits), inner, inner_name, how)


def open_sources(
    source: str | os.PathLike[str] | bytes | BinaryIO | PDF | Page | list[Page] | tuple[Page, ...],
    limits: Limits = DEFAULT_LIMITS,
    on_error: OnError | None = None,
    ocr: Ocr = None,
    *,
    office: bool = False,
    words: PagePatterns = NO_WORDS,
) -> Iterator[Source]:
    """Reads all documents of a zip or of a collection in Akoma Ntoso; of any other file, the one.

    Args:
        source: as for `open_source`.
        limits: as for `open_source`; the limit on what is unpacked is for the zip as a whole.
        on_error: called for a file of a zip that cannot be read, after which the next one follows. Without it
            the error is raised.
        ocr: as for `open_source`.
        office: as for `open_source`.
        words: as for `open_source`.

    Raises:
        UnreadableError: as `open_source`.
        OSError: the file cannot be opened.
    """
    if is_plumber(source):
        yield open_source(source, limits, ocr, words=words)
        return
    data, name = _load(source, limits)
    how = _How(limits, ocr, office, words)
    for found in guarded(name, _sources(data, name, how)):
        if isinstance(found, Source):
            yield found
        elif on_error is None:
            raise found
        else:
            on_error(found)


def _sources(data: bytes, name: str, how: _How) -> Iterator[Source | UnreadableError]:
    """The documents of a file, and for each file of a zip that cannot be read why."""
    if detect(data, name, how.limits) != "archive":
        yield from _documents(data, name, how)
        return
    for inner_name, inner in _members(Archive(data, name, how.limits)):
        if isinstance(inner, UnreadableError):
            yield inner
            continue
        try:
            yield from guarded(inner_name, _documents(inner, inner_name, how))
        except UnreadableError as error:
            yield error


def _documents(data: bytes, name: str, how: _How) -> Iterator[Source]:
    kind = _document_format(data, name, how.limits)
    if kind == "akn":
        parts = importlib.import_module("unres.readers.akn").read_akn_parts
        yield from cast("Iterator[Source]", parts(data, name, how.limits))
    else:
        yield _read(kind, data, name, how)


def _document_format(data: bytes, name: str, limits: Limits) -> Format:
    if len(data) > limits.max_bytes:
        too_large(name, "the size of the file", "max_bytes", limits.max_bytes)
    return detect(data, name, limits)


def _read(kind: Format, data: bytes, name: str, how: _How) -> Source:
    if kind == "image":
        return _read_picture(data, name, how)
    if kind in {"doc", "rtf", "odt"}:
        from unres.readers import office

        if not how.office:
            raise office.refuse(kind, name)
        data, kind = office.to_docx(data, kind, name, how.limits), "docx"
    module, function = _READERS[kind]
    reader = cast("Reader", getattr(importlib.import_module(module), function))
    more = (how.words, _recognizer(how) if how.ocr else None) if kind == "pdf" else ()
    source = reader(data, name, how.limits, *more)
    if not source.text.strip():
        raise UnreadableError("there is no text in it", source=name, code="empty")
    return source


def _read_picture(data: bytes, name: str, how: _How) -> Source:
    if not how.ocr:
        reason = f"a scan: a picture ({picture_kind(data)}) without text"
        advice = "to have its text recognised, pass ocr=True"
        raise UnreadableError(reason, source=name, code="image", advice=advice)
    from unres.readers.ocr.pictures import read_image

    return read_image(data, name, how.limits, _recognizer(how))


def _recognizer(how: _How) -> Recognizer:
    from unres.readers.ocr import Recognizer

    return Recognizer(None if how.ocr == "any" else how.ocr, how.limits, how.words)


def _members(archive: Archive, depth: int = 1) -> Iterator[tuple[str, bytes | UnreadableError]]:
    """Files of a zip, and of zips inside it, in the order of the zip; each with its path, or with why not."""
    limits = archive.limits
    if depth > limits.max_archive_depth:
        too_large(archive.name, "the nesting of zips", "max_archive_depth", limits.max_archive_depth)
    for member in archive.names():
        name = f"{archive.name}/{member}"
        try:
            with border(name):
                data = archive.read(member)
                packed = data.startswith(b"PK\x03\x04") and detect(data, name, limits) == "archive"
                inner = _members(Archive(data, name, limits, archive.budget), depth + 1) if packed else None
            if inner is None:
                yield name, data
            else:
                yield from inner
        except UnreadableError as error:
            yield name, UnreadableError(error.reason, source=name, code=error.code, advice=error.advice)


def _load(source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits) -> tuple[bytes, str]:
    """The bytes and a name for messages; never reads more than one byte over the limit."""
    check_source(source)
    if isinstance(source, bytes):
        data, name = source, "<bytes>"
    elif isinstance(source, (str, os.PathLike)):
        path = Path(source)
        name = path.name
        with path.open("rb") as file:
            data = _read_stream(file, name, limits)
    else:
        name = str(getattr(source, "name", "<file>"))
        data = _read_stream(source, name, limits)
        if not isinstance(data, bytes):
            raise TypeError("the file is open as text; open it with mode 'rb'")
    if len(data) > limits.max_bytes:
        too_large(name, "the size of the file", "max_bytes", limits.max_bytes)
    return data, name


def _read_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Its bytes. That it cannot be read at all is an OSError, as that it cannot be opened; all else is the file's."""
    with border(name, passing=OSError):
        return stream.read(limits.max_bytes + 1)
