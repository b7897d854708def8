"""``POST /v1/align``: the Arabic and the English version of a resolution, side by side."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from unres.alignment import Alignment
from unres.service.context import service_of
from unres.service.routes.common import REFUSALS, two_documents

router = APIRouter(tags=["documents"])


@router.post(
    "/v1/align",
    response_class=Response,
    responses={
        200: {"model": Alignment, "description": "The alignment."},
        **REFUSALS,
    },
    openapi_extra=two_documents(),
)
async def align(request: Request) -> Response:
    """Aligns the blocks of two language versions."""
    return await service_of(request).perform(request, "align", {})
