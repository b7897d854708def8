"""``POST /v1/parse`` and ``/v1/parse-all``: files and texts to resolutions."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from unres.exports.formats import FORMATS
from unres.models.resolution import Resolution
from unres.service.answers import Resolutions
from unres.service.context import service_of
from unres.service.problems import ProblemError
from unres.service.routes.common import REFUSALS, FormatParameter, LanguageParameter, one_document

router = APIRouter(tags=["documents"])


@router.post(
    "/v1/parse",
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
    return await service_of(request).perform(request, "parse", {"language": language, "format": form})


@router.post(
    "/v1/parse-all",
    response_class=Response,
    responses={200: {"model": Resolutions, "description": "All resolutions of the file."}, **REFUSALS},
    openapi_extra=one_document(),
)
async def parse_all(request: Request, language: LanguageParameter = None) -> Response:
    """Parses every resolution of a zip, of a compilation, or of one symbol with parts A and B."""
    return await service_of(request).perform(request, "parse_all", {"language": language})
