"""What is done with a document. Runs in supervised processes; each task gives its answer as it is sent."""

from __future__ import annotations

import datetime
import logging
import os
import time
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Literal

import unres
from unres.errors import OUT_OF_MEMORY, UnreadableError
from unres.exports.formats import FORMATS
from unres.exports.pages import load
from unres.models.vocabulary import ARABIC, ENGLISH, Language, Organ
from unres.service.answers import Found, References, Resolutions, Unreadable
from unres.service.bodies import Given, document, is_text, pair
from unres.service.problems import ProblemError, of_unreadable, out_of_memory, where

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.models import Resolution
    from unres.pool import Head
    from unres.service.settings import Settings

PRELOAD = (
    "unres.readers.pdf",
    "unres.alignment.build",
    "unres.exports.viewer",
    "unres.exports.html",
    "unres.references.related",
    "python_multipart.multipart",
    "unres.service.tasks",
    "unres.batch.preload",
)
"""What processes are started with. The last parses something, compiles templates, and freezes what is there by then."""
JSON = "application/json"
HTML = "text/html; charset=utf-8"
_MOST_PICTURES = 40
"""Pages of a PDF that are shown beside the parse."""

TaskName = Literal["parse", "parse_all", "references", "align", "view"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with a body: plain values, for it goes to the process as JSON."""

    task: TaskName
    content_type: str = ""
    """Of the body."""
    language: Language | None = None
    """Of the document; None to find it out."""
    form: str = "json"
    """Name of the format, for ``parse``."""
    way: Literal["document", "text"] | None = None
    """How ``references`` takes the body; None to tell it by the content type."""
    organ: Organ | None = None
    """Who speaks in any text."""
    date: str | None = None
    """Of any text, as ISO 8601 has it."""
    interface: Language | None = None
    """Of the page that ``view`` gives."""


def prepare(_: Settings) -> None:
    """No word of a library about a document reaches a log."""
    for module in PRELOAD:
        import_module(module)
    load()
    logging.disable(logging.CRITICAL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def work(settings: Settings, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Does a job: how it went, and the answer's bytes."""
    start = time.perf_counter()
    payload = b""
    try:
        media_type, payload = run(Asked(**head["asked"]), body, settings)
        told: Head = {"media_type": media_type}
        if len(payload) > settings.max_answer:
            payload = b""
            detail = f"The answer would be over the limit of {settings.max_answer:,} bytes."
            told = {"code": "answer_too_large", "detail": detail}
    except ProblemError as problem:
        told = {"code": problem.code, "detail": problem.detail}
    except Exception as error:  # noqa: BLE001  a defect must not end the process, and is reported
        told = _failure(error, settings)
    return {**told, "seconds": time.perf_counter() - start, "retire": told.get("code") == "memory_limit"}, payload


def _failure(error: Exception, settings: Settings) -> Head:
    """What to say of an error that is none of the document's: there was no memory, or a defect."""
    if isinstance(error, OUT_OF_MEMORY) or "MemoryError" in str(error):  # as Pydantic passes it on
        problem = out_of_memory(settings)
        return {"code": problem.code, "detail": problem.detail}
    place = where(error, "unres")
    return {"code": "internal", "detail": f"{type(error).__name__} in {place}.", "where": place}


def run(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """Does a task by its name.

    Returns:
        The media type of the answer, and the answer.

    Raises:
        ProblemError: the document, or how it was sent, does not allow it.
    """
    try:
        return _TASKS[asked.task](asked, body, settings)
    except UnreadableError as error:
        raise of_unreadable(error.code, error.reason) from error


def _parse(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """One resolution, in the format that is asked for; JSON without line breaks by default."""
    resolution = _read(document(body, asked.content_type), asked, settings)
    form = FORMATS[asked.form]
    if form.media_type == JSON:
        return JSON, resolution.model_dump_json().encode()
    return form.media_type, form.write([resolution])


def _parse_all(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """Every resolution of a zip or of a compilation."""
    failed: list[Unreadable] = []

    def note(error: UnreadableError) -> None:
        failed.append(Unreadable(source=error.source, code=error.code, reason=error.reason))

    given = document(body, asked.content_type)
    data = given.data if given.text is None else _checked(given.text, settings).encode("utf-8", "surrogatepass")
    language = asked.language or given.language
    found = unres.read_all(data, language=language, limits=settings.reading(), on_error=note, ocr=settings.ocr)
    return JSON, Resolutions(resolutions=list(found), unreadable=failed).model_dump_json().encode()


def _references(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """What a document, or any text, cites."""
    from unres.references.related import placed

    given = document(body, asked.content_type)
    if (asked.way or ("text" if is_text(asked.content_type, given) else "document")) == "text":
        date = datetime.date.fromisoformat(asked.date) if asked.date else None
        language = asked.language or given.language
        cited = unres.find_references(_text(given, settings), language, asked.organ, date)
        found = [Found(place=None, reference=reference) for reference in cited]
    else:
        resolution = _read(given, asked, settings)
        found = [Found(place=place, reference=reference) for place, reference in placed(resolution)]
    return JSON, References(references=found).model_dump_json().encode()


def _align(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """Two versions of one resolution, side by side."""
    given = pair(body, asked.content_type)
    read = [_read(each, asked, settings) for each in given]
    for resolution, language, name in zip(read, (ARABIC, ENGLISH), ("arabic", "english"), strict=True):
        if resolution.language != language:
            raise ProblemError("wrong_language", f"What was sent as “{name}” is in another language.")
    return JSON, unres.align(*read).model_dump_json().encode()


def _view(asked: Asked, body: bytes, settings: Settings) -> tuple[str, bytes]:
    """A page that shows the parse, nothing loaded from elsewhere."""
    from unres.exports.viewer import to_viewer

    given = document(body, asked.content_type)
    first = _read(given, asked, settings)
    second = _read(Given(given.other), replace(asked, language=None), settings) if given.other else None
    interface = asked.interface or given.interface
    pdf, other_pdf = _pdf(given.data), _pdf(given.other)
    page = to_viewer(first, second, pdf=pdf, other_pdf=other_pdf, interface=interface, pictures=_MOST_PICTURES)
    return HTML, page.encode()


def _pdf(data: bytes) -> bytes | None:
    """The data of a PDF, whose head may stand behind other bytes; None for any other file."""
    return data if b"%PDF-" in data[:1024] else None


def _read(given: Given, asked: Asked, settings: Settings) -> Resolution:
    language = asked.language or given.language
    if given.text is not None:
        return unres.parse(_checked(given.text, settings), language=language)
    return unres.read(given.data, language=language, limits=settings.reading(), ocr=settings.ocr)


def _text(given: Given, settings: Settings) -> str:
    """It as text; the reader of text files knows the encodings."""
    from unres.readers.text import read_text

    if given.text is not None:
        return _checked(given.text, settings)
    return read_text(given.data, "<text>", settings.reading()).text


def _checked(text: str, settings: Settings) -> str:
    if len(text) > settings.max_characters:
        detail = f"A text of {len(text):,} characters is over the limit of {settings.max_characters:,}."
        raise ProblemError("too_large", detail)
    return text


_TASKS: dict[TaskName, Callable[[Asked, bytes, Settings], tuple[str, bytes]]] = {
    "parse": _parse,
    "parse_all": _parse_all,
    "references": _references,
    "align": _align,
    "view": _view,
}
