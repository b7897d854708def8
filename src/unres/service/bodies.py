"""What a request's body holds: the bytes of a file, a form, or JSON. Runs in the workers, where it does no harm."""

from __future__ import annotations

import codecs
import io
from email.message import Message
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from unres import languages
from unres.exports import interface
from unres.readers.text import known_encoding
from unres.service.answers import PairText, Text
from unres.service.problems import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from python_multipart.multipart import Field, File

    from unres.models.vocabulary import Language

_Body = TypeVar("_Body", bound=BaseModel)

RAW = (
    "application/octet-stream",
    "application/msword",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/xhtml+xml",
    "application/xml",
    "application/zip",
    "application/akn+xml",
    "text/html",
    "text/plain",
    "text/xml",
)
"""Content types of a body that is the file itself, any file first. What it is, is told by its content."""
FORM = "multipart/form-data"
JSON = "application/json"
_MOST_PARTS = 16
_FORM_CONFIG = {"MAX_MEMORY_FILE_SIZE": float("inf"), "MAX_HEADER_COUNT": 8, "MAX_HEADER_SIZE": 4096}


class Given(NamedTuple):
    """A document as it was sent: the bytes of a file, or a text."""

    data: bytes
    text: str | None = None
    """Set where it came as text and is no file."""
    language: Language | None = None
    """Of the document, where a form has a part for it."""
    other: bytes = b""
    """A second file of a form: the same resolution in another language."""
    interface: Language | None = None
    """Of the page that is asked for, where a form has a part for it."""


class _Type(NamedTuple):
    name: str
    charset: str | None


def document(body: bytes, content_type: str) -> Given:
    """The one document of a body.

    Raises:
        ProblemError: the body is not what its content type says, or holds no document.
    """
    kind = _type(content_type)
    if kind.name == FORM:
        return _of_form(_parts(body, content_type))
    if kind.name == JSON:
        return Given(b"", _json(body, Text).text)
    if kind.name not in RAW:
        raise ProblemError("media_type", "The content type of the body is none of those that are read.")
    if not body:
        raise ProblemError("no_body", "The body is empty.")
    if kind.name == "text/plain":
        return Given(b"", _decoded(body, kind.charset)) if kind.charset else Given(body)
    return Given(body)


def pair(body: bytes, content_type: str) -> tuple[Given, Given]:
    """The Arabic and the English document of a body.

    Raises:
        ProblemError: as :func:`document`.
    """
    kind = _type(content_type)
    if kind.name == FORM:
        parts = _parts(body, content_type)
        missing = [name for name in ("arabic", "english") if not parts.get(name)]
        if missing:
            raise ProblemError("part_missing", f"The form has no part “{missing[0]}” with a file in it.")
        return Given(parts["arabic"]), Given(parts["english"])
    if kind.name == JSON:
        texts = _json(body, PairText)
        return Given(b"", texts.arabic), Given(b"", texts.english)
    raise ProblemError("media_type", "Two documents come as a form (multipart/form-data) or as JSON.")


def is_text(content_type: str, given: Given) -> bool:
    """Whether it was sent as a text, and not as a file."""
    return given.text is not None or _type(content_type).name == "text/plain"


def _type(content_type: str) -> _Type:
    """The media type in lower case and its charset; no content type is that of bytes."""
    if not content_type.strip():
        return _Type(RAW[0], None)
    header = Message()
    header["content-type"] = content_type
    charset = header.get_param("charset")
    return _Type(header.get_content_type(), charset if isinstance(charset, str) else None)


def _of_form(parts: Mapping[str, bytes]) -> Given:
    text = None
    if not parts.get("file"):
        text = parts.get("text", b"").decode("utf-8", "replace")
        if not text.strip():
            raise ProblemError("part_missing", "The form has no part “file” with a file in it, and no “text”.")
    language, interface = _language(parts, "language"), _language(parts, "interface")
    return Given(parts.get("file", b"") if text is None else b"", text, language, parts.get("other", b""), interface)


def _language(parts: Mapping[str, bytes], name: str) -> Language | None:
    """What a form says of a language; nothing is to find it out."""
    value = parts.get(name, b"").decode("utf-8", "replace")
    known = interface.codes() if name == "interface" else languages.codes()
    if value and value not in known:
        words = " nor ".join(f"“{code}”" for code in known)
        raise ProblemError("bad_parameter", f"The part “{name}” of the form is neither {words}.")
    return value or None


def _decoded(body: bytes, charset: str) -> str:
    """The text in the charset that the request names. A name can be any: only those that documents have are taken."""
    encoding = known_encoding(charset)
    try:
        if encoding:
            return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise ProblemError("charset", "The text is not in the charset that the content type names.") from error
    raise ProblemError("charset", "The charset that the content type names is none that documents have.")


def _json(body: bytes, model: type[_Body]) -> _Body:
    try:
        return model.model_validate_json(body.removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"] if step in model.model_fields)
        if first["type"] == "json_invalid":
            raise ProblemError("not_json", "The body is not valid JSON.") from error
        expected = " and ".join(f"“{name}”" for name in model.model_fields)
        if first["type"] == "extra_forbidden":
            raise ProblemError("not_json", f"The JSON has more in it than {expected}.") from error
        detail = f"The JSON is no object with {expected} as text" + (f": look at “{where}”." if where else ".")
        raise ProblemError("not_json", detail) from error


def _parts(body: bytes, content_type: str) -> Mapping[str, bytes]:
    """The parts of a form by their names; of two of one name the last."""
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import create_form_parser

    parts: dict[str, bytes] = {}
    count = 0

    def more(name: bytes | None, value: bytes) -> None:
        nonlocal count
        count += 1
        if count > _MOST_PARTS:
            raise ProblemError("not_multipart", f"The form has more than {_MOST_PARTS} parts.")
        parts[(name or b"").decode("utf-8", "replace")] = value

    def on_field(field: Field) -> None:
        more(field.field_name, field.value or b"")

    def on_file(file: File) -> None:
        content = file.file_object
        content.seek(0)
        more(file.field_name, content.read())

    try:
        parser = create_form_parser({"Content-Type": content_type.encode("latin-1")}, on_field, on_file, _FORM_CONFIG)
        stream = io.BytesIO(body)
        while chunk := stream.read(1 << 20):
            parser.write(chunk)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise ProblemError("not_multipart", "The form is not valid multipart/form-data.") from error
    if not count:
        raise ProblemError("not_multipart", "The form ends before its first part does.")
    return parts
