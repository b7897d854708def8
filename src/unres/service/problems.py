"""Problem documents (RFC 9457): what went wrong, and what to do about it. Every refusal is one of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from unres.models.base import Model

if TYPE_CHECKING:
    from unres.service.settings import Settings

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:unres:problem:"
"""What ``type`` begins with: names, not addresses, so that nothing has to be fetched."""


class Problem(Model):
    """A refusal, as RFC 9457 has it, with a stable code and advice."""

    type: str
    """``urn:unres:problem:`` and the code."""
    title: str
    """What kind of problem it is; the same for every occurrence."""
    status: int = Field(ge=400, le=599)
    """The status of the answer."""
    detail: str
    """What is wrong this time."""
    code: str
    """Stable and short: for programs."""
    advice: str
    """What to do."""


class Kind(NamedTuple):
    """A kind of problem."""

    status: int
    title: str
    advice: str
    retry_after: int = 0
    """Seconds after which it is worth another try; 0 where it is not."""
    closes: bool = False
    """Whether the connection ends with the answer, as where the rest of a body is not wanted."""


_LATER = "Send it again after the seconds that the header Retry-After names."
KINDS: dict[str, Kind] = {
    # the request
    "bad_parameter": Kind(422, "A parameter has a value that is not allowed", "See /openapi.json for what is allowed."),
    "not_found": Kind(404, "There is nothing here", "See /openapi.json for what there is."),
    "method_not_allowed": Kind(405, "Not with this method", "See /openapi.json; documents are sent with POST."),
    "bad_request": Kind(
        400, "The request is not HTTP as it should be", "Use an HTTP client; send headers of normal size."
    ),
    "no_body": Kind(
        422, "Nothing was sent", "Send a file as the part “file” of a form, its bytes, or JSON with “text”."
    ),
    "media_type": Kind(
        415,
        "This content type is not read",
        "Send multipart/form-data (curl -F file=@NAME), JSON, or the bytes of the file as application/octet-stream.",
    ),
    "charset": Kind(415, "The charset is unknown or not the one of the text", "Send the text as UTF-8."),
    "not_json": Kind(400, "The body is not the JSON that is expected", 'Send an object such as {"text": "…"}.'),
    "not_multipart": Kind(400, "The form cannot be read", "Let the HTTP client write the form: curl -F file=@NAME."),
    "part_missing": Kind(422, "The form lacks a part", "See /openapi.json for the parts of the form."),
    "body_too_large": Kind(
        413, "The body is too large", "Send a smaller file; the limit is the service's.", closes=True
    ),
    "body_too_slow": Kind(
        408, "The body did not come in time", "Send it again, over a faster connection.", closes=True
    ),
    # the document
    "unreadable": Kind(
        422, "The document cannot be read", "Check that the file opens elsewhere, and is the one meant."
    ),
    "empty": Kind(422, "There is no text", "Send a document with text."),
    "encrypted": Kind(422, "The document is encrypted", "Remove the password and send it again."),
    "no_text_layer": Kind(422, "The document is a picture of text", "Recognise its text first, and send that."),
    "several_documents": Kind(422, "The file holds several documents", "Send it to /v1/parse-all."),
    "too_large": Kind(413, "The document is too large", "Send a smaller document; the limit is the service's."),
    "wrong_language": Kind(422, "The document is in another language", "Send each version under its own name."),
    "answer_too_large": Kind(413, "The answer would be too large", "Send the document in parts."),
    "time_limit": Kind(504, "The document took too long", "Send it in parts, or parse it with the library."),
    "memory_limit": Kind(503, "The document needs too much memory", "Send it in parts, or parse it with the library."),
    # the service
    "worker_lost": Kind(503, "The process that worked on the document ended", "Send it once more.", retry_after=1),
    "too_many_requests": Kind(503, "Too many requests are under way", _LATER, retry_after=1, closes=True),
    "too_many_bytes": Kind(503, "The service holds too many documents", _LATER, retry_after=1, closes=True),
    "queue_full": Kind(503, "Too many documents wait", _LATER, retry_after=1),
    "queue_timeout": Kind(503, "The document waited too long for its turn", _LATER, retry_after=5),
    "stopping": Kind(503, "The service is stopping", _LATER, retry_after=5, closes=True),
    "not_ready": Kind(503, "The service is not ready", _LATER, retry_after=1),
    "internal": Kind(500, "The service failed", "Report it, with the document if it may be shown."),
}
"""Every kind of problem by its code."""

STATUSES = tuple(sorted({kind.status for kind in KINDS.values()}))


class ProblemError(Exception):
    """Ends a request with a problem document.

    Attributes:
        code: a key of :data:`KINDS`.
        detail: one sentence on this occurrence; never content of a document.
        retry_after: seconds, where more is known than the kind says.
    """

    def __init__(self, code: str, detail: str, *, retry_after: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.kind = KINDS[code]
        self.retry_after = retry_after or self.kind.retry_after

    def document(self) -> Problem:
        """What is sent."""
        kind = self.kind
        return Problem(
            type=TYPE + self.code,
            title=kind.title,
            status=kind.status,
            detail=self.detail,
            code=self.code,
            advice=kind.advice,
        )

    def headers(self) -> dict[str, str]:
        """Headers that belong to it."""
        headers = {"cache-control": "no-store"}
        if self.retry_after:
            headers["retry-after"] = str(self.retry_after)
        if self.kind.closes:
            headers["connection"] = "close"
        return headers


def of_unreadable(code: str, reason: str) -> ProblemError:
    """The problem for an error of the library. The advice is the service's own: the library's is for Python."""
    known = "memory_limit" if code == "memory" else code if code in KINDS else "unreadable"
    return ProblemError(known, reason[:1].upper() + reason[1:] + ".")


def too_large(settings: Settings) -> ProblemError:
    """The body is over the limit."""
    return ProblemError("body_too_large", f"The body is over the limit of {settings.max_body:,} bytes.")


def out_of_memory(settings: Settings) -> ProblemError:
    """A process has reached its limit."""
    detail = f"The document needs more than the {settings.memory:,} bytes of memory that it is given."
    return ProblemError("memory_limit", detail)


def as_html(problem: Problem) -> str:
    """A small page, for a person who sent a form."""
    from unres.exports.interface import MESSAGES
    from unres.exports.pages import render

    return render("problem.html", title=problem.title, language=MESSAGES, problem=problem)


def where(error: BaseException, package: str = "") -> str:
    """The innermost module and line where it passed, of a package; its message may hold content, and is left out."""
    place = "?"
    frame = error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_globals.get("__name__", "?")
        if name.startswith(package):
            place = f"{name}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place
