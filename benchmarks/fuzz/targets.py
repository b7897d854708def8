"""Targets that are no files: the words of a recognised page, and the bytes of a connection to the service."""

from __future__ import annotations

import asyncio
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

import uvicorn
from properties import BrokenPropertyError, sound

import unres
from unres.languages import page_words
from unres.readers.ocr.lines import recognized_lines
from unres.readers.ocr.phrases import Phrases
from unres.readers.ocr.places import restore, weigh_labels, weigh_places
from unres.readers.ocr.recognizer import RecognizedPage, lines_of
from unres.readers.ocr.words import Word, in_rows, letters_read, with_latin
from unres.service import tasks
from unres.service.app import build
from unres.service.connection import protocol
from unres.service.problems import ProblemError
from unres.service.settings import Settings
from unres.service.work import Job, Reply

if TYPE_CHECKING:
    from unres.service.limits import Share

_HEIGHT, _RULE, _STEP = 3300, 2600, 60
_STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")


def recognized(text: str) -> bytes:
    """Lines of a text as a table of words: the text, how sure it is, its box, and its line."""
    rows = []
    for number, line in enumerate(text.splitlines()[:50]):
        arabic = any("\u0600" <= c <= "\u06ff" for c in line)
        x = 2300 if arabic else 200
        for word in line.split():
            width = 20 * len(word)
            left = x - width if arabic else x
            rows.append(f"{word}\t{60 + len(word) % 40}\t{left}\t{_STEP * number}\t{width}\t40\t{number}")
            x += -(width + 20) if arabic else width + 20
    return "\n".join(rows).encode()


def of_words(data: bytes) -> str:
    """What comes after tesseract: the words of a page to lines, and these to a resolution."""
    words = [word for row in data.decode("utf-8", "replace").splitlines() if (word := _word(row)) is not None]
    if not words:
        return "empty"
    arabic = letters_read(words, arabic=True) >= letters_read(words, arabic=False)
    phrases = Phrases(page_words())
    if arabic:
        words = with_latin(in_rows(words), [word for word in words if word.text.isascii()])
        phrases.restore_words(words)
        weigh_places(words, set(), page_words().before_year)
    page = RecognizedPage(1, recognized_lines(words, arabic=arabic, height=_HEIGHT, rule=_RULE))
    shown = {character for line in page.lines for character in line.text}
    if not page.lines and any(character.isalnum() for word in words for character in word.text):
        raise BrokenPropertyError("words without a line")
    phrases.restore_lines(page.lines)
    weigh_labels(page.lines, 0)
    body = [line for line in page.lines if line.middle < _RULE]
    restore(body, [line for line in page.lines if line.middle > _RULE and line.role is None], 0, arabic=arabic)

    text, lines = lines_of(page, 0)
    for line, place in zip(page.lines, lines, strict=True):
        if text[place.start : place.end] != line.text:
            raise BrokenPropertyError("a line is not where it says")
    sound(unres.parse(text))
    return "read" if shown else "empty"


def _word(row: str) -> Word | None:
    """A word with numbers as tesseract gives them; None for a row that is none."""
    text, *fields = row.split("\t")
    try:
        sure, left, top, width, height, line = map(int, fields)
    except ValueError:
        return None
    if not text.strip() or not 0 <= sure <= 100 or any(not 0 <= n < 10_000 for n in (left, top, width, height, line)):
        return None
    return Word(text.strip(), float(sure), left, top, left + width, top + height, (1, 1, line))


class _Transport(asyncio.Transport):
    """A connection that keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 1), "sockname": ("127.0.0.1", 2)})
        self.written = bytearray()
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += data

    def close(self) -> None:
        self.closed = True

    abort = close

    def is_closing(self) -> bool:
        return self.closed

    def get_write_buffer_size(self) -> int:
        return 0

    def pause_reading(self) -> None:
        pass

    resume_reading = pause_reading


class Connections:
    """The service without sockets and processes: its own protocol and routes, and its tasks in this process."""

    def __init__(self) -> None:
        settings = Settings(workers=1, max_body=200_000, max_characters=200_000, body_seconds=0.05)
        app = build(settings)
        service = app.state.service
        service.begin = self._nothing
        service.pool.submit = self._submit
        self._settings = settings
        self._config = uvicorn.Config(app, http=protocol(settings), lifespan="off", log_config=None, access_log=False)
        self._config.load()
        self._state = uvicorn.server.ServerState()
        self._loop = asyncio.new_event_loop()

    async def _nothing(self) -> None:
        """There are no processes to start."""

    async def _submit(self, job: Job, share: Share) -> Reply:
        head, body = tasks.work(self._settings, {"asked": asdict(job.asked)}, job.body)
        if "media_type" not in head:
            raise ProblemError(head["code"], head["detail"])
        share.take(len(body))
        return Reply(head["media_type"], (body,))

    def __call__(self, data: bytes) -> str:
        """All answers are HTTP, and none says that the service failed."""
        return self._loop.run_until_complete(self._answered(data))

    async def _answered(self, data: bytes) -> str:
        transport = _Transport()
        connection = cast("Any", self._config.http_protocol_class)(self._config, self._state, {})
        connection.connection_made(transport)
        for start in range(0, len(data), 4096):
            connection.data_received(data[start : start + 4096])
        if self._state.tasks:
            await asyncio.wait(self._state.tasks, timeout=10)
        if self._state.tasks:
            raise BrokenPropertyError("a request has no end")
        connection.connection_lost(None)
        written = bytes(transport.written)
        statuses = _STATUS.findall(written)
        if written and not written.startswith(b"HTTP/1.1 "):
            raise BrokenPropertyError("an answer is no HTTP")
        if b"500" in statuses:
            raise BrokenPropertyError(f"the service failed: {written[-300:]!r}")
        return statuses[0].decode() if statuses else "nothing"
