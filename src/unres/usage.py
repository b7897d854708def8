"""Arguments that cannot be meant: each is answered at once, with what is allowed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from unres.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE_NAME = re.compile(r"[^\n<>]{1,250}\.(?:pdf|docx?|html?|xml|akn|txt|md|markdown|zip|rtf|odt|json)", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?|ftp|s3|file)://\S{1,2000}\s*", re.IGNORECASE)
_LONGEST_NAME = 1_000
"""Characters of a path; what is longer is a text."""
_SHOWN = 80
_SYMBOL = re.compile(r"(?:[A-Z]{1,8})(?:/[A-Za-z0-9.\-]{1,30}){1,9}(?: ?\([\w ]{1,12}\))?")


def check_one_of(name: str, value: object, allowed: Iterable[str]) -> None:
    """Raises a ValueError for a value that is none of those allowed, and names one that is spelt like it."""
    listed = sorted(map(str, allowed))
    if value is None or str(value) in listed:
        return
    from difflib import get_close_matches

    close = get_close_matches(str(value), listed, n=1, cutoff=0.6)
    meant = f"; did you mean {close[0]!r}?" if close else ""
    raise ValueError(f"{name}={value!r} is none of {', '.join(listed)}{meant}")


def check_date(date: object) -> None:
    """Raises a TypeError for what is no date; None means that none is given."""
    if date is not None and not hasattr(date, "year"):
        raise TypeError(f"date={date!r} is no date; give a datetime.date")


def check_string(function: str, text: object) -> None:
    """Raises a TypeError where a function that takes a text is given anything else."""
    if not isinstance(text, str):
        raise TypeError(f"{function} takes a text (str), not {type(text).__name__}; unres.read takes files and bytes")


def check_text(text: str) -> None:
    """Raises for what is no text of a document: a TypeError, or an UnreadableError for a file's name or an address."""
    check_string("parse", text)
    if _ADDRESS.fullmatch(text):
        raise UnreadableError(
            "this is an address and no text", source="<text>", code="address", advice="unres.fetch takes symbols"
        )
    if _FILE_NAME.fullmatch(text.strip()):
        raise UnreadableError(
            "this is the name of a file and no text", source="<text>", code="file_name", advice="unres.read reads files"
        )


def check_source(source: object) -> None:
    """Raises for what can be no file: a TypeError, or an UnreadableError for an address, a symbol or a text."""
    if isinstance(source, str):
        if not os.path.lexists(source) and (what := no_file(source)):
            code, reason, advice = what
            raise UnreadableError(reason, source=source.strip()[:_SHOWN] or "<text>", code=code, advice=advice)
    elif not (isinstance(source, (bytes, os.PathLike)) or hasattr(source, "read")):
        kinds = "a path, the bytes of a file, or a binary file open for reading"
        raise TypeError(f"unres reads {kinds}, and not {type(source).__name__}")


def no_file(source: str) -> tuple[str, str, str] | None:
    """Code, reason and advice for a name without a file that is something else; None for a name that is mistyped."""
    if _ADDRESS.fullmatch(source):
        return "address", "an address is no file", "unres.fetch gets documents by their symbols"
    if _SYMBOL.fullmatch(source.strip()):
        return "symbol", "there is no such file; it looks like a symbol", "unres.fetch gets documents by their symbols"
    if "\n" in source or len(source) > _LONGEST_NAME:
        return "text", "a text is no name of a file", "unres.parse reads texts"
    return None
