"""Every route, in the order in which the description of the service lists them."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from unres.alignment import Alignment
from unres.exports.formats import FORMATS, json_schema
from unres.exports.interface import MESSAGES, codes, words
from unres.exports.pages import render, source
from unres.models.resolution import Resolution
from unres.models.vocabulary import Language, Organ
from unres.service.answers import Health, References, Resolutions
from unres.service.context import service_of
from unres.service.metrics import MEDIA_TYPE
from unres.service.openapi import (
    PAGE,
    REFUSALS,
    FormatParameter,
    LanguageParameter,
    one_document,
    one_of,
    problems,
    two_documents,
)
from unres.service.problems import ProblemError
from unres.service.tasks import Asked

router = APIRouter()

_KEPT = {"cache-control": "public, max-age=3600"}
_SCHEMA = "application/schema+json"

# Documents.

_As = Annotated[
    Literal["document", "text"] | None,
    Query(
        alias="as",
        description="Read it as a resolution, or take it as any text; without it, JSON and text/plain are any text.",
    ),
]
_Organ = Annotated[Organ | None, Query(description="For any text: who speaks, so that “its resolution” is understood.")]
_Date = Annotated[datetime.date | None, Query(description="For any text: its date, after which nothing can be cited.")]


@router.post(
    "/v1/parse",
    tags=["documents"],
    response_class=Response,
    responses={
        200: {
            "model": Resolution,
            "description": "The resolution, as JSON or in the format that was asked for.",
            "content": {form.media_type: {} for form in FORMATS.values() if form.name != "json"},
        },
        **REFUSALS,
    },
    openapi_extra=one_document(),
)
async def parse(request: Request, language: LanguageParameter = None, form: FormatParameter = "json") -> Response:
    """Parses one resolution."""
    if form not in FORMATS:
        raise ProblemError("bad_parameter", f"There is no format “{form}”; there are {', '.join(FORMATS)}.")
    return await service_of(request).perform(request, Asked("parse", language=language, form=form))


@router.post(
    "/v1/parse-all",
    tags=["documents"],
    response_class=Response,
    responses={200: {"model": Resolutions, "description": "All resolutions of the file."}, **REFUSALS},
    openapi_extra=one_document(),
)
async def parse_all(request: Request, language: LanguageParameter = None) -> Response:
    """Parses every resolution of a zip, of a compilation, or of one symbol with parts A and B."""
    return await service_of(request).perform(request, Asked("parse_all", language=language))


@router.post(
    "/v1/references",
    tags=["documents"],
    response_class=Response,
    responses={200: {"model": References, "description": "The references."}, **REFUSALS},
    openapi_extra=one_document(),
)
async def references(
    request: Request, language: LanguageParameter = None, way: _As = None, organ: _Organ = None, date: _Date = None
) -> Response:
    """Finds what a document, or any text, cites."""
    day = date.isoformat() if date else None
    asked = Asked("references", language=language, way=way, organ=organ, date=day)
    return await service_of(request).perform(request, asked)


@router.post(
    "/v1/align",
    tags=["documents"],
    response_class=Response,
    responses={200: {"model": Alignment, "description": "The alignment."}, **REFUSALS},
    openapi_extra=two_documents(),
)
async def align(request: Request) -> Response:
    """Aligns the blocks of two language versions."""
    return await service_of(request).perform(request, Asked("align"))


_Interface = Annotated[
    Language | None,
    one_of(codes()),
    Query(description="The language of the page's buttons and names.", json_schema_extra={"enum": [*codes()]}),
]

_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
"""What the page that shows a parse may do in its frame; it never counts as a page of the service."""
_VIEW_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; "
    f"base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox {_SANDBOX}"
)
"""The page's own policy allows only the script that it was written with; this one sets it apart from the service."""


@router.post(
    "/v1/view",
    tags=["page"],
    response_class=Response,
    responses={
        200: {"description": "The page.", "content": PAGE},
        **{status: {**refusal, "content": PAGE} for status, refusal in REFUSALS.items()},
    },
    openapi_extra=one_document(other={"type": "string", "format": "binary", "description": "The other language."}),
)
async def view(request: Request, language: LanguageParameter = None, interface: _Interface = None) -> Response:
    """Shows the parse of a file as a page; a form may bring the other language version as the part “other”."""
    response = await service_of(request).perform(request, Asked("view", language=language, interface=interface))
    response.headers["content-security-policy"] = _VIEW_POLICY
    return response


# About the service.

_schema = cache(json_schema)


@router.get(
    "/v1/schema",
    tags=["about"],
    response_class=Response,
    responses={
        200: {"description": "The schema, draft 2020-12.", "content": {_SCHEMA: {"schema": {"type": "object"}}}}
    },
)
async def schema() -> Response:
    """The JSON Schema of what /v1/parse answers."""
    return Response(_schema(), media_type=_SCHEMA, headers=_KEPT)


@router.get("/health/live", tags=["about"])
async def live() -> Health:
    """Whether the process answers."""
    return Health(status="alive")


@router.get("/health/ready", tags=["about"], responses=problems(503))
async def ready(request: Request) -> Health:
    """Whether documents are taken: there are workers, and room in the queue."""
    service = service_of(request)
    await service.begin()
    if not service.pool.ready:
        raise ProblemError("not_ready", "There is no worker, no room in the queue, or the service is stopping.")
    return Health(status="ready")


@router.get(
    "/metrics",
    tags=["about"],
    response_class=Response,
    responses={200: {"description": "The numbers.", "content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(request: Request) -> Response:
    """Numbers for Prometheus, in its text format."""
    service = service_of(request)
    return Response(service.metrics.text(service.pool.counts(), service.gate), media_type=MEDIA_TYPE)


# The page where a person drops a file and sees the parse: a form that works by itself, and better with its script.

_PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; frame-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
STILL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""Of pages that do nothing: of the description, and of a problem."""
_ACCEPTED = ".pdf,.docx,.html,.htm,.xml,.txt,.zip"
_MB = 1024 * 1024
_Lang = Annotated[
    Language | None,
    one_of(codes()),
    Query(description="Of the page; without it, what the browser asks for.", json_schema_extra={"enum": [*codes()]}),
]


@router.get(
    "/",
    tags=["page"],
    response_class=Response,
    responses={200: {"description": "The page.", "content": PAGE}, **problems(422)},
)
async def page(request: Request, lang: _Lang = None) -> HTMLResponse:
    """The page, in English or Arabic."""
    language = lang or _preferred(request.headers.get("accept-language", ""))
    limit = service_of(request).settings.max_body
    text = render(
        "form/form.html",
        language=language,
        languages=codes(),
        others=[other for other in codes() if other != language],
        words=words("form", language),
        accepted=_ACCEPTED,
        sandbox=_SANDBOX,
        limit=limit,
        size=f"{limit / _MB:.3g}",
    )
    return HTMLResponse(text, headers={"content-security-policy": _PAGE_POLICY, "vary": "accept-language"})


@router.get("/docs", include_in_schema=False)
@router.get("/redoc", include_in_schema=False)
async def docs(request: Request) -> HTMLResponse:
    """The description of the service, for people; it loads nothing from elsewhere."""
    text = render("form/docs.html", title=request.app.title, language=MESSAGES, api=request.app.openapi())
    return HTMLResponse(text, headers=_KEPT | {"content-security-policy": STILL_POLICY})


@router.get("/assets/page.css", include_in_schema=False)
async def style() -> Response:
    """Its style, which begins with what all pages share."""
    return Response(source("page.css") + source("form/form.css"), media_type="text/css", headers=_KEPT)


@router.get("/assets/page.js", include_in_schema=False)
async def script() -> Response:
    """Its script."""
    return Response(source("form/form.js"), media_type="text/javascript", headers=_KEPT)


def _preferred(accepted: str) -> Language:
    """The first of those that a browser lists, by preference, in which there is a page."""
    named = (each.strip().partition(";")[0].partition("-")[0].lower() for each in accepted.split(","))
    return next((code for code in named if code in codes()), MESSAGES)
