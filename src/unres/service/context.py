"""What the routes share: the limits, the workers, the numbers, and the way of a document through them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from unres.service.limits import ClientGoneError, Gate, read_body
from unres.service.metrics import Metrics
from unres.service.work import Job, Pool, Reply

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from unres.service.settings import Settings


class Service:
    """One service."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.gate = Gate(settings)
        self.pool = Pool(settings, self.metrics)

    async def perform(self, request: Request, task: str, options: dict[str, Any]) -> Response:
        """Reads the body, has a worker do the task, and answers.

        Raises:
            ProblemError: it was refused on the way.
            ClientGoneError: nobody waits for the answer any longer.
        """
        with self.gate.pass_through() as share:
            body = await read_body(request, self.settings, share)
            self.metrics.body.labels(request.url.path).observe(len(body))
            job = Job(task, body, request.headers.get("content-type", ""), options)
            del body
            reply = await _unless_gone(request, self.pool.submit(job))
        return Pieces(reply)


class Pieces(Response):
    """An answer that is sent as fast as it is taken; a large one at once would hold up everybody else's."""

    def __init__(self, reply: Reply) -> None:
        self._pieces = reply.payload
        length = sum(map(len, self._pieces))
        super().__init__(headers={"content-length": str(length)}, media_type=reply.media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  as the parent's
        """Sends it."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for left, piece in zip(range(len(self._pieces))[::-1], self._pieces, strict=True):
            await send({"type": "http.response.body", "body": piece, "more_body": left > 0})


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service


async def _unless_gone(request: Request, work: Coroutine[None, None, Reply]) -> Reply:
    """The reply, unless the connection ends first."""
    working = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(request.receive())  # after the body, nothing comes but the end
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientGoneError
        return working.result()
    finally:
        working.cancel()
        gone.cancel()
