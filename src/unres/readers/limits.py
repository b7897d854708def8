"""Limits of size and time, and the border past which whatever damaged bytes raise becomes `UnreadableError`.

Readers call `zipfile`, expat, codecs and PDF parsers, which raise more kinds of exceptions on damaged bytes than they
document. All reading passes through :func:`border`, so that callers meet one kind. The search for cyclic garbage is
paused here too, for reading and for the parse.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, TypeVar

from unres.errors import NO_MEMORY, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader takes at most. The defaults hold every resolution ever printed many times over.

    Raise one for a single call with ``Limits(max_pages=20_000)``. A source over a limit is refused with
    :class:`UnreadableError`, code ``"too_large"``; it is never cut short in silence.
    """

    max_bytes: int = 64 * _MB
    """Size of the source as it was given, and of one member of an archive."""
    max_characters: int = 64_000_000
    """Length of the text read from it."""
    max_pages: int = 5_000
    """Pages of a PDF."""
    max_unpacked_bytes: int = 256 * _MB
    """What all parts of a zip (a Word file is one) may come to, unpacked."""
    max_ratio: int = 200
    """How many times its packed size one part of a zip may unpack to; parts under 1 MB are not asked."""
    max_members: int = 10_000
    """Files in a zip."""
    max_depth: int = 200
    """Elements of XML inside each other."""
    max_elements: int = 2_000_000
    """Elements of one XML document."""
    max_archive_depth: int = 2
    """Zips inside each other."""
    seconds_per_page: float = 20.0
    """Time for one page of a PDF."""
    max_ocr_pages: int = 200
    """Pages of one file whose text is recognised from pictures."""
    seconds_per_ocr_page: float = 60.0
    """Time for the recognition of one page."""
    seconds_per_office_file: float = 60.0
    """Time for LibreOffice to convert one file."""
    max_pixels: int = 100_000_000
    """Size of one picture."""


DEFAULT_LIMITS = Limits()


def too_large(name: str, what: str, limit: str, value: float) -> NoReturn:
    """Refuses a source: `what` is over the field `limit` of :class:`Limits`, which stands at `value`."""
    raise UnreadableError(
        f"{what} is over the limit of {value:,}",
        source=name,
        code="too_large",
        advice=f"to read it all the same, pass limits=Limits({limit}=…) with a higher value",
    )


Item = TypeVar("Item")
_LONGEST_WORDS = 200


@contextmanager
def border(name: str, what: str = "a damaged file", passing: type[Exception] = UnreadableError) -> Iterator[None]:
    """Turns what is raised inside into :class:`UnreadableError`, with the exception as its cause.

    Three things pass as they are: `UnreadableError` itself, an ImportError (something is not installed, which is not
    the file's fault), and what is no `Exception`, such as KeyboardInterrupt.

    Args:
        name: the source's name, for messages.
        what: what the source is called where it cannot be read.
        passing: one more kind of exception that passes as it is.

    Raises:
        UnreadableError: ``"memory"`` for MemoryError, ``"too_large"`` for RecursionError, otherwise ``"broken"``.
    """
    try:
        yield
    except (UnreadableError, ImportError, passing):
        raise
    except MemoryError as error:
        raise UnreadableError(NO_MEMORY, source=name, code="memory") from error
    except RecursionError as error:
        raise UnreadableError("what it holds is nested too deeply", source=name, code="too_large") from error
    except Exception as error:
        words = " ".join(str(error).split())[:_LONGEST_WORDS] or type(error).__name__
        raise UnreadableError(f"{what}: {words}", source=name, code="broken") from error


def guarded(name: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items, each made inside the border of its own; what is done with one in between is outside of it."""
    nothing = object()
    while True:
        with border(name):
            item = next(items, nothing)
        if item is nothing:
            return
        yield item  # type: ignore[misc]  # it is no longer the sentinel


@contextmanager
def collection_paused() -> Iterator[None]:
    """Cyclic garbage is not looked for inside.

    Reading a page and parsing a text make thousands of small objects and hardly a cycle; looking for them in between
    cost a fifth of the time. Where the caller has switched collection off it stays off, and work in several threads
    leaves it on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_young() -> None:
    """Frees the cyclic garbage among the objects made since the last time, where collection is paused for long."""
    gc.collect(0)
