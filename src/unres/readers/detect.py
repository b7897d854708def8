"""What a file is, by its content: names and extensions are not asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NoReturn

from unres.errors import UnreadableError
from unres.readers.archive import Archive

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from typing_extensions import TypeIs

    from unres.readers.limits import Limits

Format = Literal["pdf", "docx", "akn", "html", "text", "archive", "image", "doc", "rtf", "odt"]
"""The last three are read by way of LibreOffice, when that is asked for."""

_HEAD = 1024
_PDF = re.compile(rb"%PDF-\d")
_MARKUP_HEAD = 65536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
"""Their text can be recognised."""
_IMAGES = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_PROLOGUE = re.compile(r"\ufeff?\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?")
_COMMENT = re.compile(r"<!--.*?-->\s*|<\?.*?\?>\s*", re.DOTALL)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE)
_TAG = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_HTML_TAG = re.compile(
    r"(?:html|head|body|title|meta|link|script|style|base|main|article|section|header|footer|nav|form"
    r"|div|p|span|table|tr|td|center|font|b|i|u|a|h[1-6]|ul|ol|li|br|hr|img|pre|blockquote)\Z",
    re.IGNORECASE,
)
_HTML_SIGNS = re.compile(r"</(?:p|div|td|tr|table|li|span|h[1-6]|body|html)>|<br\s?/?>", re.IGNORECASE)
_NAMESPACED = re.compile(r"<[\w.:-]{1,60}\s[^<>]{0,1000}\bxmlns\b")
_FEW_SIGNS = 3
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")  # not those that text files carry
_TOO_MANY_CONTROLS = 0.05


def detect(data: bytes, name: str, limits: Limits) -> Format:
    """The format of a file.

    Raises:
        UnreadableError: nothing that can be read, with a code that says what it is: ``"empty"``, ``"image"`` (of a
            kind whose text cannot be recognised), ``"encrypted"``, ``"unknown_format"``; or a damaged zip.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xfe\xff"):
        raise UnreadableError("there is nothing in it", source=name, code="empty")
    if data.startswith(_ZIP):
        return _zip(data, name, limits)
    if _PDF.search(data, 0, _HEAD):
        return "pdf"
    if picture_kind(data):
        return "image"
    if data.startswith(_OLE):
        return _old_office(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    _refuse_other_binaries(data, name)
    return _text(data, name)


def picture_kind(data: bytes) -> str:
    """JPEG, PNG or TIFF; "" for anything else."""
    if b"\x00" not in data[:_HEAD]:
        return ""
    return next((kind for magic, kind in _PICTURES if data.startswith(magic)), "")


def _refuse(name: str, reason: str, code: str, advice: str | None = None) -> NoReturn:
    raise UnreadableError(reason, source=name, code=code, advice=advice)


def _old_office(data: bytes, name: str) -> Format:
    """An OLE compound file: its directory names the streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        _refuse(name, "the Office file is encrypted; open it with its password and save it without", "encrypted")
    if "WordDocument".encode("utf-16-le") not in data:
        _refuse(name, "an Office file of the old binary kind that is not a Word document", "unknown_format")
    return "doc"


def _refuse_other_binaries(data: bytes, name: str) -> None:
    for magic, kind in _IMAGES:
        if data.startswith(magic) and b"\x00" in data[:_HEAD]:
            _refuse(
                name, f"an image ({kind}); save it as PNG", "image", "its text can then be recognised with ocr=True"
            )
    for magic, kind in _PACKED:
        if data.startswith(magic):
            _refuse(name, f"a file packed with {kind}; unpack it first", "unknown_format")


def _zip(data: bytes, name: str, limits: Limits) -> Format:
    archive = Archive(data, name, limits)
    if "word/document.xml" in archive:
        return "docx"
    if "[Content_Types].xml" in archive:
        types = archive.read("[Content_Types].xml")
        if b"wordprocessingml.document.main" in types:
            return "docx"
        _refuse(name, "an Office file that is not a Word document", "unknown_format")
    if "mimetype" in archive:
        if archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
            return "odt"
        _refuse(name, "an OpenDocument file or a book that is no text document", "unknown_format")
    return "archive"


def _text(data: bytes, name: str) -> Format:
    from unres.readers.text import decode

    head = decode(data[:_MARKUP_HEAD]).text
    controls = len(_CONTROL.findall(head)) + head.count("\x00")
    if controls > _TOO_MANY_CONTROLS * len(head):
        _refuse(name, "neither text nor a format that is known", "unknown_format")
    prologue = _PROLOGUE.match(head)
    at = prologue.end() if prologue else 0
    declared = "<?xml" in head[:at]
    while (comment := _COMMENT.match(head, at)) is not None:
        at = comment.end()
    if _DOCTYPE_HTML.match(head, at):
        return "html"
    root = _TAG.match(head, at)
    tag = root[1] if root else ""
    if tag == "akomaNtoso":
        return "akn"
    if declared or _DOCTYPE.match(head, at):
        return _other_xml(head, tag, at, name)
    if _NAMESPACED.match(head, at):
        return _other_xml(head, tag, at, name)
    if _HTML_TAG.match(tag) or len(_HTML_SIGNS.findall(head)) >= _FEW_SIGNS:
        return "html"
    return "text"


def _other_xml(head: str, tag: str, at: int, name: str) -> Format:
    doctype = _DOCTYPE.match(head, at)
    root = tag or (doctype[1] if doctype else "")
    if root.lower() == "html":
        return "html"
    if root == "akomaNtoso":
        return "akn"  # which says why a document type is refused
    _refuse(name, f"XML that is not Akoma Ntoso: its root element is <{root}>", "unknown_format")


def is_plumber(source: object) -> TypeIs[PDF | Page | list[Page] | tuple[Page, ...]]:
    """Whether it is a PDF that pdfplumber opened, a page of one, or a list of such pages; imports nothing for it."""
    if isinstance(source, (list, tuple)):
        return bool(source) and all(is_plumber(page) and not isinstance(page, (list, tuple)) for page in source)
    return any(kind.__module__.startswith("pdfplumber.") for kind in type(source).__mro__)
