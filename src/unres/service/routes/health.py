"""``GET /health/live`` and ``/health/ready``: for what watches over the service."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request

from unres.service.answers import Health
from unres.service.context import service_of
from unres.service.problems import ProblemError
from unres.service.routes.common import problems

router = APIRouter(tags=["about"])


@router.get("/health/live")
async def live() -> Health:
    """Whether the process answers."""
    return Health(status="alive")


@router.get("/health/ready", responses=problems(503))
async def ready(request: Request) -> Health:
    """Whether documents are taken: there are workers, and room in the queue."""
    if not service_of(request).pool.ready:
        raise ProblemError("not_ready", "There is no worker, no room in the queue, or the service is stopping.")
    return Health(status="ready")
