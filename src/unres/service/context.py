"""What the routes share: the limits, the workers, the numbers, and the way of a document through them."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.responses import Response

from unres.service.connection import CONNECTION
from unres.service.limits import SHARE, ClientGoneError, Gate, read_body
from unres.service.metrics import Metrics
from unres.service.work import Job, Pool, Reply

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from unres.service.limits import Share
    from unres.service.settings import Settings
    from unres.service.tasks import Asked


class Service:
    """One service."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.gate = Gate(settings)
        self.pool = Pool(settings, self.metrics)
        self._begins = asyncio.Lock()
        self._begun = False

    async def begin(self) -> None:
        """Starts the workers, once: an application that is mounted in another learns of its start from a request."""
        async with self._begins:
            if not self._begun:
                await self.pool.start()
                self._begun = True

    async def perform(self, request: Request, asked: Asked) -> Response:
        """Reads the body, has a worker do what is asked, and answers.

        Raises:
            ProblemError: it was refused on the way.
            ClientGoneError: nobody waits for the answer any longer.
        """
        await self.begin()
        state = request.scope["state"]
        share = state[SHARE] = self.gate.enter(state.get(CONNECTION))
        try:
            body = await read_body(request, self.settings, share)
            size = len(body)
            self.metrics.body.labels(request.scope["path"]).observe(size)  # which a route has, as it came here
            job = Job(replace(asked, content_type=request.headers.get("content-type", "")), body)
            del body
            reply = await _unless_gone(request, self.pool.submit(job, share))
        except BaseException:
            share.close()
            raise
        share.give_back(size)
        return Pieces(reply, share)


class Pieces(Response):
    """An answer that is sent as fast as it is taken; a large one at once would hold up everybody else's.

    Each piece is held by the share until the next one was sent: that is when the transport has less than its high
    water mark left of it. So is the last, which an empty one follows.
    """

    def __init__(self, reply: Reply, share: Share) -> None:
        self._left = deque(reply.payload)
        self._share = share
        super().__init__(headers={"content-length": str(sum(map(len, self._left)))}, media_type=reply.media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  as the parent's
        """Sends it."""
        deadline = self._share.begin_answer()
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            before = 0
            while self._left:
                await send({"type": "http.response.body", "body": self._left[0], "more_body": True})
                self._share.give_back(before)
                before = len(self._left.popleft())
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            deadline.cancel()
            self._share.close()


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
