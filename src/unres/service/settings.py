"""What the service allows: every limit in one place, with its default."""

from __future__ import annotations

import os

from pydantic import Field

from unres.models.base import Model
from unres.readers.limits import Limits

_MB = 1024 * 1024


def _cores() -> int:
    """Cores that this process may use, which in a container are fewer than the machine has."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1


class Settings(Model):
    """Limits of the service. What goes over one is answered with a problem document that names it."""

    workers: int = Field(default_factory=_cores, ge=1, le=1024)
    """Processes that parse."""
    slow_workers: int = Field(default_factory=_cores, ge=1, le=1024)
    """Processes, at a lower priority, for large documents and for those that take long."""
    max_body: int = Field(default=20 * _MB, ge=1)
    """Bytes of a request's body."""
    large_body: int = Field(default=_MB // 4, ge=0)
    """Bytes from which on a document goes to the slow workers at once; each of its lines counts for 128 at least."""
    max_bytes_held: int = Field(default=256 * _MB, ge=1)
    """Bytes of all bodies that are being received or wait, and of all answers until they are taken."""
    max_unpacked: int = Field(default=128 * _MB, ge=1)
    """Bytes that a zip (a Word file is one) may unpack to."""
    max_characters: int = Field(default=8_000_000, ge=1)
    """Characters of text read from one document."""
    max_pages: int = Field(default=500, ge=1)
    """Pages of a PDF."""
    ocr: bool = False
    """Whether the text of scans is recognised; it needs the extra ``ocr`` and the program tesseract."""
    max_ocr_pages: int = Field(default=20, ge=1)
    """Pages of one document whose text is recognised."""
    max_answer: int = Field(default=128 * _MB, ge=1024)
    """Bytes of one answer."""
    max_requests: int = Field(default=128, ge=1)
    """Requests with a document under way at one time, from their first byte until their answer is taken."""
    max_connections: int = Field(default=512, ge=1)
    """Open connections; one more takes the place of the one that has been idle for longest."""
    max_queue: int = Field(default=64, ge=0)
    """Documents that wait for a worker; the slow workers have a queue of their own, of the same length."""
    header_seconds: float = Field(default=10.0, gt=0)
    """Time in which the head of a request must have come."""
    body_seconds: float = Field(default=30.0, gt=0)
    """Time in which the whole body must have come."""
    queue_seconds: float = Field(default=30.0, gt=0)
    """Time that a document waits for a worker."""
    slow_after: float = Field(default=0.25, gt=0)
    """Processor time after which a document that is being worked on no longer holds up the others."""
    seconds: float = Field(default=30.0, gt=0)
    """Time to work on one document."""
    memory: int = Field(default=1024 * _MB, ge=64 * _MB)
    """Bytes of memory that a worker may use beyond what it started with."""
    taking_seconds: float = Field(default=20.0, gt=0)
    """Time in which a client must take something of an answer that it has not yet taken whole."""
    least_rate: int = Field(default=16 * 1024, ge=1)
    """Bytes of an answer that a client must take in a second, after the first `taking_seconds`."""
    documents_per_worker: int = Field(default=5_000, ge=1)
    """Documents after which a worker is replaced by a fresh one."""
    grace: float = Field(default=20.0, ge=0)
    """Time that requests under way are given when the service is told to stop."""
    keep_alive: int = Field(default=5, ge=0)
    """Seconds for which an idle connection is kept."""

    @property
    def longest_work(self) -> float:
        """Seconds from the head of a request to its answer: all limits on the way, one after the other."""
        return self.body_seconds + 2 * self.queue_seconds + self.seconds + self.header_seconds

    def reading(self) -> Limits:
        """The limits under which a worker reads a file."""
        return Limits(
            max_bytes=self.max_body,
            max_characters=self.max_characters,
            max_pages=self.max_pages,
            max_unpacked_bytes=self.max_unpacked,
            max_ocr_pages=self.max_ocr_pages,
            seconds_per_ocr_page=self.seconds,
        )
