"""The one border between bytes from anywhere and the rest: whatever is raised over them becomes `UnreadableError`.

Readers call `zipfile`, expat, codecs and PDF parsers, which raise more kinds of exceptions on damaged bytes than they
document. All reading passes through :func:`border`, so that callers meet one kind.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from unres.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        raise UnreadableError("reading it takes more memory than is allowed", source=name, code="memory") from error
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
