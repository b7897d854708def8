"""``POST /v1/view``: a page that shows the parse of a file; the page at ``/`` shows it in a frame."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from unres.service.context import service_of
from unres.service.routes.common import REFUSALS, LanguageParameter, one_document

router = APIRouter(tags=["page"])

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
)
"""The page's own policy allows only the script that it was written with; this one sets it apart from the service."""


@router.post(
    "/v1/view",
    response_class=HTMLResponse,
    responses={200: {"description": "The page.", "content": {"text/html": {"schema": {"type": "string"}}}}, **REFUSALS},
    openapi_extra=one_document(),
)
async def view(request: Request, language: LanguageParameter = None) -> Response:
    """Shows the parse of a file as a page."""
    response = await service_of(request).perform(request, "view", {"language": language})
    response.headers["content-security-policy"] = POLICY
    return response
