"""``GET /metrics``: numbers for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from unres.service.context import service_of
from unres.service.metrics import MEDIA_TYPE

router = APIRouter(tags=["about"])


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"description": "The numbers.", "content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(request: Request) -> Response:
    """Numbers for Prometheus, in its text format."""
    service = service_of(request)
    return Response(service.metrics.text(service.pool, service.gate), media_type=MEDIA_TYPE)
