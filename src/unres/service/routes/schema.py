"""``GET /v1/schema``: the JSON Schema of a resolution."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from unres.exports.schema import to_json

router = APIRouter(tags=["about"])
MEDIA_TYPE = "application/schema+json"

_schema = cache(to_json)
_OBJECT: dict[str, Any] = {"schema": {"type": "object"}}


@router.get(
    "/v1/schema",
    response_class=Response,
    responses={200: {"description": "The schema, draft 2020-12.", "content": {MEDIA_TYPE: _OBJECT}}},
)
async def schema() -> Response:
    """The JSON Schema of what /v1/parse answers."""
    return Response(_schema(), media_type=MEDIA_TYPE, headers={"cache-control": "public, max-age=3600"})
