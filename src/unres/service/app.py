"""The application: routes, problems in place of every refusal, and workers for as long as it runs."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from unres._version import __version__
from unres.service.context import Service
from unres.service.openapi import description
from unres.service.problems import MEDIA_TYPE, ProblemError, as_html
from unres.service.routes import STILL_POLICY, router
from unres.service.watch import CODE, Watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import Scope

    from unres.service.settings import Settings

_DESCRIPTION = (
    "Reads United Nations resolutions, in Arabic and English, into typed JSON. Whatever is refused is answered with a "
    "problem document (RFC 9457) whose `code` is for programs and whose `advice` is for people."
)


def build(settings: Settings) -> FastAPI:
    """The application under these settings."""
    service = Service(settings)

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await asyncio.gather(service.begin(), asyncio.to_thread(app.openapi))
        gc.collect()
        gc.freeze()  # what is there now stays, and need not be looked through while somebody waits
        try:
            yield
        finally:
            await service.pool.close()

    app = FastAPI(
        title="unres",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,  # the framework's pages load scripts from elsewhere; routes.docs does not
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.service = service
    app.include_router(router)
    routes = frozenset(str(getattr(route, "path", "")) for route in router.routes)
    app.add_middleware(Watch, metrics=service.metrics, routes=routes, answer=_answer)
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.openapi = partial(description, app)  # type: ignore[method-assign]
    return app


def _answer(scope: Scope, problem: ProblemError) -> Response:
    """The problem as JSON; as a page where a person sent a form."""
    scope.setdefault("state", {})[CODE] = problem.code
    document = problem.document()
    headers = problem.headers()
    if scope["path"] == "/v1/view" and "text/html" in Request(scope).headers.get("accept", ""):
        return HTMLResponse(as_html(document), document.status, headers | {"content-security-policy": STILL_POLICY})
    return Response(document.model_dump_json(), document.status, headers, MEDIA_TYPE)


async def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101  for the type checker: it was registered for these
    return _answer(request.scope, error)


async def _on_http(request: Request, error: Exception) -> Response:
    """What the framework refuses: no such path, not with this method."""
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == HTTPStatus.NOT_FOUND:
        return _answer(request.scope, ProblemError("not_found", "No route has this path."))
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        response = _answer(request.scope, ProblemError("method_not_allowed", "This route takes another method."))
        allowed = {name.strip() for name in (error.headers or {}).get("Allow", "").split(",")}  # in no certain order
        response.headers["allow"] = ", ".join(sorted(allowed | {"HEAD"} if "GET" in allowed else allowed))
        return response
    return _answer(request.scope, ProblemError("bad_request", "The request cannot be taken as it is."))


async def _on_invalid(request: Request, error: Exception) -> Response:
    """A parameter with a wrong value; its name is said, its value is not."""
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first: dict[str, Any] = error.errors()[0]
    name = str(first["loc"][-1])
    return _answer(
        request.scope, ProblemError("bad_parameter", f"The parameter “{name}” has a value that is not allowed.")
    )
