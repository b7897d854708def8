"""``GET /``: a page where a person drops a file and sees the parse."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from unres.models.vocabulary import Language
from unres.service.context import service_of
from unres.service.page import asset, build
from unres.service.routes.common import PAGE, problems

router = APIRouter(tags=["page"])

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; frame-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_Lang = Annotated[Language | None, Query(description="Of the page; without it, what the browser asks for.")]
_KEPT = {"cache-control": "public, max-age=3600"}


@router.get(
    "/", response_class=Response, responses={200: {"description": "The page.", "content": PAGE}, **problems(422)}
)
async def page(request: Request, lang: _Lang = None) -> HTMLResponse:
    """The page, in English or Arabic."""
    language = lang or _preferred(request.headers.get("accept-language", ""))
    text = build(language, service_of(request).settings.max_body)
    return HTMLResponse(text, headers={"content-security-policy": POLICY, "vary": "accept-language"})


@router.get("/assets/page.css", include_in_schema=False)
async def style() -> Response:
    """Its style."""
    return Response(asset("page.css"), media_type="text/css", headers=_KEPT)


@router.get("/assets/page.js", include_in_schema=False)
async def script() -> Response:
    """Its script."""
    return Response(asset("page.js"), media_type="text/javascript", headers=_KEPT)


def _preferred(accepted: str) -> Language:
    """Arabic where it is named before English, as browsers list languages by preference."""
    for named in accepted.split(","):
        primary = named.strip().partition(";")[0].partition("-")[0].lower()
        if primary == "ar":
            return "ar"
        if primary == "en":
            return "en"
    return "en"
