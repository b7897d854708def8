"""``POST /v1/references``: what a document or any text cites."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from unres.models.vocabulary import Organ
from unres.service.answers import References
from unres.service.context import service_of
from unres.service.routes.common import REFUSALS, LanguageParameter, one_document

router = APIRouter(tags=["documents"])

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
    "/v1/references",
    response_class=Response,
    responses={200: {"model": References, "description": "The references."}, **REFUSALS},
    openapi_extra=one_document(),
)
async def references(
    request: Request, language: LanguageParameter = None, way: _As = None, organ: _Organ = None, date: _Date = None
) -> Response:
    """Finds what a document, or any text, cites."""
    options = {"language": language, "as": way, "organ": organ, "date": date.isoformat() if date else None}
    return await service_of(request).perform(request, "references", options)
