"""``POST /v1/view``: a page that shows the parse of a file; the page at ``/`` shows it in a frame."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from unres.models.vocabulary import Language
from unres.service.context import service_of
from unres.service.routes.common import PAGE, REFUSALS, LanguageParameter, one_document

router = APIRouter(tags=["page"])

_Interface = Annotated[Language | None, Query(description="The language of the page's buttons and names.")]

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
)
"""The page's own policy allows only the script that it was written with; this one sets it apart from the service."""


@router.post(
    "/v1/view",
    response_class=Response,
    responses={
        200: {"description": "The page.", "content": PAGE},
        **{status: {**refusal, "content": PAGE} for status, refusal in REFUSALS.items()},
    },
    openapi_extra=one_document(other={"type": "string", "format": "binary", "description": "The other language."}),
)
async def view(request: Request, language: LanguageParameter = None, interface: _Interface = None) -> Response:
    """Shows the parse of a file as a page; a form may bring the other language version as the part “other”."""
    response = await service_of(request).perform(request, "view", {"language": language, "interface": interface})
    response.headers["content-security-policy"] = POLICY
    return response
