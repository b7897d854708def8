"""One request at a time: the address of a symbol, redirects, retries, limits, and what an answer must be."""

from __future__ import annotations

import os
import re
import tempfile
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from unres._version import __version__
from unres.errors import UnreadableError, needs
from unres.languages import codes
from unres.models.vocabulary import ENGLISH
from unres.readers.limits import DEFAULT_LIMITS, too_large

if TYPE_CHECKING:
    import httpx

    from unres.models.vocabulary import Language

ADDRESS = "https://documents.un.org/api/symbol/access"
"""Where documents are asked for by symbol (``s``), language (``l``) and type (``t``); the answer is a redirect."""
AGENT = f"unres/{__version__} (reads United Nations resolutions; one request at a time)"
Format = Literal["pdf", "docx", "doc"]
_BEGINS: dict[Format, bytes] = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
_HEAD = 1024
_ZIP_ENDS, _ZIP_TAIL = b"PK\x05\x06", 22 + 0xFFFF
"""The record at the end of a zip, and within how many bytes of the end it begins: it may hold a comment."""
_UNSAFE = re.compile(r"[^\w.()-]+", re.ASCII)
_PAGES = frozenset({"docs.un.org", "undocs.org", "www.undocs.org"})
_SYMBOL = re.compile(r"[A-Z]{1,8}(?:[/.][A-Za-z0-9.()\[\]&*-]{1,40}){1,12}(?: ?[A-Z])?")
_LONGEST = 120
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_NOT_THERE = frozenset({400, 404, 410})
_LONGEST_WAIT = 60.0
_DIGITS = 5
"""Of the seconds of a Retry-After that is heeded: a day has 86,400."""
_MOST_REDIRECTS = 8


@dataclass(slots=True)
class Access:
    """How documents are fetched. One object keeps the pause between its requests; use one for many symbols.

    Raises:
        MissingExtraError: httpx is not installed (extra ``fetch``).
    """

    folder: Path | None = None
    """Where files are kept; None for ``~/.cache/unres``."""
    address: str = ""
    """The access point; by default the environment variable ``UNRES_FETCH_ADDRESS``, or :data:`ADDRESS`."""
    pause: float = 1.0
    """Seconds between two requests."""
    tries: int = 4
    """How often a request is made that fails in a way that may pass: no answer, 429, or a fault of the server."""
    seconds: float = 120.0
    """How long one answer may take."""
    max_bytes: int = DEFAULT_LIMITS.max_bytes
    """How large it may be."""
    _last: float = float("-inf")

    def __post_init__(self) -> None:
        """Settles the address, and sees that the extra is there before anything is done."""
        try:
            import_module("httpx")
        except ImportError as error:
            raise needs("fetch", error) from error
        self.address = self.address or os.environ.get("UNRES_FETCH_ADDRESS") or ADDRESS

    def fetch(self, symbol: str, language: Language = ENGLISH, form: Format = "pdf") -> Path:
        """The file of a document, from the folder where it is there already.

        Raises:
            UnreadableError: it is no symbol (code ``"not_a_symbol"``), there is no such document
                (``"not_found"``), what came is something else (``"not_the_document"``) or too large
                (``"too_large"``), or nothing came (``"unreachable"``).
            ValueError: there is no such language or format.
        """
        symbol = plain_symbol(symbol)
        if language not in codes() or form not in _BEGINS:
            known, forms = (" or ".join(map(repr, names)) for names in (codes(), _BEGINS))
            raise ValueError(f"language is {known}, form {forms}, not {language!r}, {form!r}")
        path = (self.folder or default_folder()) / file_name(symbol, language, form)
        if not held(path, form):
            keep(path, self._data(symbol, language, form))
        return path

    def _data(self, symbol: str, language: str, form: Format) -> bytes:
        import httpx

        name = f"{symbol} ({language}, {form})"
        with httpx.Client(
            headers={"User-Agent": AGENT}, follow_redirects=False, timeout=httpx.Timeout(30.0, connect=10.0)
        ) as client:
            for attempt in range(1, self.tries + 1):
                self._wait(self.pause)
                wait, trouble = 2.0**attempt * self.pause, ""
                try:
                    answer, data = self._answer(client, {"s": symbol, "l": language, "t": form}, name)
                except httpx.HTTPError as error:
                    trouble = f"{type(error).__name__}: {error}"
                else:
                    if answer.status_code not in _TRY_AGAIN:
                        return _checked(answer, data, name, form)
                    trouble = f"the server answers {answer.status_code}"
                    wait = max(wait, _retry_after(answer))
                if attempt < self.tries:
                    self._wait(min(wait, _LONGEST_WAIT))
        raise UnreadableError(f"it cannot be fetched: {trouble}", source=name, code="unreachable")

    def _wait(self, seconds: float) -> None:
        """Until so long after the last request."""
        left = self._last + seconds - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._last = time.monotonic()

    def _answer(self, client: httpx.Client, query: dict[str, str], name: str) -> tuple[httpx.Response, bytes]:
        """The answer at the end of the redirects, and its body."""
        import httpx

        address = httpx.URL(self.address, params=query)
        deadline = time.monotonic() + self.seconds
        for _ in range(_MOST_REDIRECTS):
            with client.stream("GET", address) as answer:
                if answer.next_request is None:
                    return answer, self._body(answer, deadline, name)
                target = answer.next_request.url
                if target.scheme not in {"https", address.scheme}:
                    raise UnreadableError(
                        f"it is redirected to {target.scheme}: only https is followed", source=name, code="unreachable"
                    )
                address = target
        raise UnreadableError("it is redirected again and again", source=name, code="unreachable")

    def _body(self, answer: httpx.Response, deadline: float, name: str) -> bytes:
        import httpx

        data = bytearray()
        for piece in answer.iter_bytes():  # as they come: pieces of a size would be waited for
            data += piece
            if len(data) > self.max_bytes:
                too_large(name, "the answer", "max_bytes", self.max_bytes)
            if time.monotonic() > deadline:
                raise httpx.ReadTimeout(f"the answer takes longer than {self.seconds:g} seconds")
        return bytes(data)


def fetch(
    symbol: str, language: Language = ENGLISH, *, form: Format = "pdf", folder: Path | None = None, address: str = ""
) -> Path:
    """Fetches a document by its symbol, and keeps it in a folder: `unres.read(unres.fetch("A/RES/67/190", "ar"))`.

    Args:
        symbol: the symbol, "A/RES/67/190", or its address at docs.un.org.
        language: "ar" or "en".
        form: "pdf", "docx" or "doc".
        folder: where files are kept, and looked for first; None for ``~/.cache/unres``.
        address: the access point; by default that of the United Nations.

    Returns:
        The path of the file.

    Raises:
        UnreadableError: see :meth:`Access.fetch`.
        MissingExtraError: httpx is not installed (extra ``fetch``).
    """
    return Access(folder, address).fetch(symbol, language, form)


def plain_symbol(text: str) -> str:
    """A symbol as it was given, or out of an address such as ``https://docs.un.org/ar/A/RES/67/190``.

    Raises:
        UnreadableError: it is none, with code ``"not_a_symbol"``.
    """
    symbol = " ".join(text.split())
    parts = urlsplit(symbol)
    if parts.scheme in {"http", "https"} and parts.hostname in _PAGES:
        path = unquote(parts.path).strip("/")
        symbol = re.sub(r"\A(?:ar|en|fr|es|ru|zh)/", "", path).upper()
    symbol = symbol.replace(" (", "(")
    if len(symbol) > _LONGEST or not _SYMBOL.fullmatch(symbol):
        reason = "it is no symbol of a document, such as A/RES/67/190 or S/RES/1325(2000)"
        raise UnreadableError(reason, source=text[:_LONGEST], code="not_a_symbol")
    return symbol


def _retry_after(answer: httpx.Response) -> float:
    """Seconds of the header; 0 without one, or with a date."""
    written = answer.headers.get("retry-after", "")
    return float(written) if written.isdecimal() and len(written) <= _DIGITS else 0.0


def _checked(answer: httpx.Response, data: bytes, name: str, form: Format) -> bytes:
    if answer.status_code in _NOT_THERE:
        reason = f"there is no such document in this language and format (the server answers {answer.status_code})"
        raise UnreadableError(reason, source=name, code="not_found")
    if not answer.is_success:
        raise UnreadableError(f"the server answers {answer.status_code}", source=name, code="unreachable")
    if not is_whole(data, form):
        kind = answer.headers.get("content-type", "").partition(";")[0]
        page = data[:_LONGEST].lstrip().lower().startswith((b"<!doctype", b"<html"))
        what = "a page of HTML" if page or "html" in kind else f"no whole {form} ({kind or 'of no type'})"
        reason = f"what came is {what}: the document may be missing in this language or format"
        raise UnreadableError(reason, source=name, code="not_the_document")
    return data


# The folder of what was fetched: a file for each symbol, language and format, checked by its content.


def default_folder() -> Path:
    """``$XDG_CACHE_HOME/unres``, by default ``~/.cache/unres``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "unres"


def file_name(symbol: str, language: str, form: Format) -> str:
    """``A_RES_67_190-AR.pdf``."""
    return f"{_UNSAFE.sub('_', symbol)}-{language.upper()}.{form}"


def is_whole(data: bytes, form: Format) -> bool:
    """Whether the content is of the format, and ends as one does: a PDF may have a few bytes before its head.

    Of an old Word file only the beginning is looked at: nothing stands at its end.
    """
    if form == "pdf":
        return _BEGINS[form] in data[:_HEAD] and b"%%EOF" in data[-_HEAD:]
    return data.startswith(_BEGINS[form]) and (form == "doc" or _ZIP_ENDS in data[-_ZIP_TAIL:])


def held(path: Path, form: Format) -> bool:
    """Whether the file is there, and is what it should be; a run that was interrupted leaves none behind."""
    try:
        return is_whole(path.read_bytes(), form)
    except FileNotFoundError:
        return False


def keep(path: Path, data: bytes) -> None:
    """Writes the file beside its place and puts it there, so that it is never there in part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".fetching-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
