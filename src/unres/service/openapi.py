"""How the service describes itself: the parameters, bodies and problems of its routes, in OpenAPI."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Query
from fastapi.openapi.utils import get_openapi
from pydantic import AfterValidator

from unres import languages
from unres.exports.formats import FORMATS
from unres.models.vocabulary import Language
from unres.service.answers import PairText, Text
from unres.service.bodies import FORM, JSON, RAW
from unres.service.problems import KINDS, MEDIA_TYPE, Problem

if TYPE_CHECKING:
    from fastapi import FastAPI

Json = dict[str, Any]
"""A JSON object of OpenAPI."""


def one_of(codes: tuple[str, ...]) -> AfterValidator:
    """Takes the code of a language that is one of these, or none."""

    def check(code: str | None) -> str | None:
        if code is not None and code not in codes:
            raise ValueError("there is no such language")
        return code

    return AfterValidator(check)


LanguageParameter = Annotated[
    Language | None,
    one_of(languages.codes()),
    Query(
        description="The language of the document; without it, it is found out.",
        json_schema_extra={"enum": [*languages.codes()]},
    ),
]
FormatParameter = Annotated[
    str,
    Query(
        alias="format",
        description=f"How the resolution is written: {', '.join(FORMATS)}.",
        json_schema_extra={"enum": list(FORMATS)},
    ),
]
_TITLES = {
    400: "The body is not what its content type says.",
    408: "The body did not come in time.",
    413: "The body, the document or the answer is too large.",
    415: "The content type or the charset is not read.",
    422: "There is no document, it cannot be read, or a parameter is wrong.",
    500: "The service failed.",
    503: "The service is busy, stopping, or lost the process that worked on the document.",
    504: "The document took too long.",
}


def problems(*statuses: int) -> dict[int | str, Json]:
    """Descriptions of the problems that a route may answer with."""
    described: dict[int | str, Json] = {}
    for status in statuses:
        codes = ", ".join(f"`{code}`" for code, kind in KINDS.items() if kind.status == status)
        title = _TITLES.get(status, HTTPStatus(status).phrase + ".")
        described[status] = {"model": Problem, "description": f"{title} Codes: {codes}."}
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            described[status]["headers"] = {
                "Retry-After": {
                    "description": "Seconds after which it is worth another try.",
                    "schema": {"type": "integer"},
                }
            }
    return described


REFUSALS = problems(400, 408, 413, 415, 422, 500, 503, 504)
"""What every route that takes a document may answer with."""

PAGE = {"text/html": {"schema": {"type": "string"}}}
"""Content of an answer that is a page. A problem is one too, where text/html is asked for."""

_BYTES = {"schema": {"type": "string", "format": "binary"}}
_RAW = f"The file itself. It may also be sent as {', '.join(RAW[1:])}: its content tells what it is."
"""Said in words: makers of clients know one content type for bytes, and warn of every other."""


def one_document(**more: Json) -> Json:
    """The body of a request with one document: a form, which may have more parts, JSON, or the file itself."""
    form = {
        "type": "object",
        "properties": {
            "file": {
                "type": "string",
                "format": "binary",
                "description": "The file: PDF, Word, HTML, XML, text, or a zip.",
            },
            "text": {"type": "string", "description": "A text, in place of the file."},
            "language": {
                "type": "string",
                "enum": ["", *languages.codes()],
                "description": "As the parameter of this name.",
            },
            **more,
        },
    }
    content: Json = {FORM: {"schema": form}, JSON: {"schema": Text.model_json_schema()}, RAW[0]: _BYTES}
    return {"requestBody": {"required": True, "description": _RAW, "content": content}}


def two_documents() -> Json:
    """The body of a request with the Arabic and the English version: a form or JSON."""
    part = {"type": "string", "format": "binary"}
    form = {
        "type": "object",
        "required": ["arabic", "english"],
        "properties": {"arabic": part, "english": part},
    }
    content = {FORM: {"schema": form}, JSON: {"schema": PairText.model_json_schema()}}
    return {"requestBody": {"required": True, "content": content}}


def description(app: FastAPI) -> Json:
    """The description of the service, in which problems have the media type that they are sent with."""
    if app.openapi_schema is None:
        whole = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for path in whole["paths"].values():
            for operation in path.values():
                _name_problems(operation["responses"])
        app.openapi_schema = whole
    return app.openapi_schema


def _name_problems(responses: Json) -> None:
    for status, response in responses.items():
        content = response.get("content", {})
        if status >= "400" and "application/json" in content:
            response["content"] = {MEDIA_TYPE: content.pop("application/json"), **content}
