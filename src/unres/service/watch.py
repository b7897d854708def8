"""Around every request: what it came to is counted and logged, and headers of safety are set.

A log line holds the method, the route, the status, the code of a problem, sizes and times. It holds no content, no file
name, no query, no path that a client made up, and no address.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from unres.service.limits import SHARE, ClientGoneError
from unres.service.problems import ProblemError, where

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from unres.service.metrics import Metrics

_log = logging.getLogger("unres.service")
GONE = 499
"""The status, in logs and metrics, of a request whose client did not wait; nobody receives it."""
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
}
CODE = "problem"
"""Where in the state of a request the code of its problem is left."""
_METHODS = frozenset({"GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"})
_NONE = "none"


class Watch:
    """Middleware of ASGI."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, routes: frozenset[str], answer: Callable[[Scope, ProblemError], Response]
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = routes
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on and notes what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = _Seen(send)
        start = time.perf_counter()
        scope.setdefault("state", {})
        # What asks for the head of an answer is answered as GET; the server leaves out the body.
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            await self._app(inner, receive, seen)
        except ClientGoneError:
            await seen.answer(self._gone(), scope, receive)
        except asyncio.CancelledError:  # the time to finish is over
            await self._refuse(ProblemError("stopping", "The service was told to stop."), scope, receive, seen)
        except Exception as error:  # noqa: BLE001  a defect is reported without what its message may quote
            extra = {"error": type(error).__name__, "where": where(error)}
            _log.error("the service failed", extra={"unres": extra})
            await self._refuse(ProblemError("internal", "Something went wrong that should not."), scope, receive, seen)
        finally:
            if (share := scope["state"].get(SHARE)) is not None:
                share.close()
        self._note(scope, seen, time.perf_counter() - start)

    async def _refuse(self, problem: ProblemError, scope: Scope, receive: Receive, seen: _Seen) -> None:
        if not seen.status:
            await seen.answer(self._answer(scope, problem), scope, receive)

    @staticmethod
    def _gone() -> Response:
        from starlette.responses import Response

        return Response(status_code=GONE)

    def _note(self, scope: Scope, seen: _Seen, seconds: float) -> None:
        route = scope["path"] if scope["path"] in self._routes else _NONE
        method = scope["method"] if scope["method"] in _METHODS else _NONE
        code = scope.get("state", {}).get(CODE, _NONE)
        self._metrics.requests.labels(method, route, str(seen.status), code).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        line = {"method": method, "route": route, "status": seen.status, "seconds": round(seconds, 6), "id": seen.id}
        if code != _NONE:
            line["code"] = code
        _log.info("request", extra={"unres": line})


class _Seen:
    """Sends on what is answered, with the headers, and notes what it is."""

    def __init__(self, send: Callable[[Message], Awaitable[None]]) -> None:
        self._send = send
        self.id = secrets.token_hex(8)
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers["x-request-id"] = self.id
        await self._send(message)

    async def answer(self, response: Response, scope: Scope, receive: Receive) -> None:
        """Answers, where nothing has been answered."""
        if not self.status:
            await response(scope, receive, self)
