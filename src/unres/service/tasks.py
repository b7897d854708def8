"""What is done with a document. Runs in the workers; each task gives its answer as it is sent."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import unres
from unres.errors import UnreadableError
from unres.exports.formats import FORMATS
from unres.references.related import placed
from unres.service.answers import Found, References, Resolutions, Unreadable
from unres.service.bodies import Given, document, is_text, pair
from unres.service.problems import ProblemError, of_unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.models import Resolution
    from unres.models.vocabulary import Language
    from unres.service.settings import Settings

    Task = Callable[[bytes, str, dict[str, Any], Settings], tuple[str, bytes]]

JSON = "application/json"
HTML = "text/html; charset=utf-8"


def run(task: str, body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:
    """Does a task by its name.

    Returns:
        The media type of the answer, and the answer.

    Raises:
        ProblemError: the document, or how it was sent, does not allow it.
    """
    try:
        return TASKS[task](body, content_type, options, settings)
    except UnreadableError as error:
        raise of_unreadable(error.code, error.reason) from error


def parse(body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:
    """One resolution, in the format that is asked for; JSON without line breaks by default."""
    resolution = _read(document(body, content_type), options, settings)
    form = FORMATS[options.get("format") or "json"]
    if form.media_type == JSON:
        return JSON, resolution.model_dump_json().encode()
    return form.media_type, form.write([resolution])


def parse_all(body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:
    """Every resolution of a zip or of a compilation."""
    failed: list[Unreadable] = []

    def note(error: UnreadableError) -> None:
        failed.append(Unreadable(source=error.source, code=error.code, reason=error.reason))

    given = document(body, content_type)
    data = given.data if given.text is None else _checked(given.text, settings).encode("utf-8", "surrogatepass")
    found = unres.read_all(
        data, language=_language(given, options), limits=settings.reading(), on_error=note, ocr=settings.ocr
    )
    answer = Resolutions(resolutions=list(found), unreadable=failed)
    return JSON, answer.model_dump_json().encode()


def references(body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:
    """What a document, or any text, cites."""
    given = document(body, content_type)
    way = options.get("as") or ("text" if is_text(content_type, given) else "document")
    if way == "text":
        text = _text(given, settings)
        date = options.get("date")
        cited = unres.find_references(
            text, _language(given, options), options.get("organ"), datetime.date.fromisoformat(date) if date else None
        )
        answer = References(references=[Found(place=None, reference=reference) for reference in cited])
    else:
        found = placed(_read(given, options, settings))
        answer = References(references=[Found(place=place, reference=reference) for place, reference in found])
    return JSON, answer.model_dump_json().encode()


def align(body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:  # noqa: ARG001
    """Two versions of one resolution, side by side."""
    given = pair(body, content_type)
    read = [_read(each, {}, settings) for each in given]
    for resolution, language, name in zip(read, ("ar", "en"), ("arabic", "english"), strict=True):
        if resolution.language != language:
            raise ProblemError("wrong_language", f"What was sent as “{name}” is in another language.")
    return JSON, unres.align(*read).model_dump_json().encode()


def view(body: bytes, content_type: str, options: dict[str, Any], settings: Settings) -> tuple[str, bytes]:
    """A page that shows the parse."""
    from unres.service.showing import show

    given = document(body, content_type)
    first = _read(given, options, settings)
    second = _read(Given(given.other), {}, settings) if given.other else None
    interface = options.get("interface") or given.interface or "en"
    return HTML, show(first, given.data, second, given.other, interface).encode()


def _read(given: Given, options: dict[str, Any], settings: Settings) -> Resolution:
    language = _language(given, options)
    if given.text is not None:
        return unres.parse(_checked(given.text, settings), language=language)
    return unres.read(given.data, language=language, limits=settings.reading(), ocr=settings.ocr)


def _language(given: Given, options: dict[str, Any]) -> Language | None:
    return options.get("language") or given.language


def _checked(text: str, settings: Settings) -> str:
    if len(text) > settings.max_characters:
        detail = f"A text of {len(text):,} characters is over the limit of {settings.max_characters:,}."
        raise ProblemError("too_large", detail)
    return text


def _text(given: Given, settings: Settings) -> str:
    """It as text; the reader of text files knows the encodings."""
    from unres.readers.text import read_text

    if given.text is not None:
        return _checked(given.text, settings)
    return read_text(given.data, "<text>", settings.reading()).text


TASKS: dict[str, Task] = {
    "parse": parse,
    "parse_all": parse_all,
    "references": references,
    "align": align,
    "view": view,
}
