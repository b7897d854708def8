"""What commands share: files given by name, errors that say what to do next, where output goes, the terminal."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING, Any

import click

from unres.errors import UnreadableError
from unres.usage import no_file

if TYPE_CHECKING:
    from collections.abc import Callable

    Paint = Callable[[str, str], str]

_RECOGNISE = 'With --ocr its text is recognised; that needs `pip install "unres[ocr]"` and the program tesseract.'
_CONVERT = "With --office an installed LibreOffice converts it."
_AGAIN = "Fetch the file again, or save it anew from a program that opens it."
_FORMATS = "PDF, Word (.docx), HTML, Akoma Ntoso XML, plain text and zips of these are read: `unres help formats`."
_FETCHED = frozenset({"symbol", "address"})
NEXT = {
    "no_text_layer": _RECOGNISE,
    "unreadable_text": _RECOGNISE,
    "image": _RECOGNISE,
    "old_word": _CONVERT,
    "rtf": _CONVERT,
    "odt": _CONVERT,
    "damaged": _AGAIN,
    "broken": _AGAIN,
    "not_well_formed": _AGAIN,
    "not_akn": _FORMATS,
    "unknown_format": _FORMATS,
    "several_documents": "`unres parse` reads each file of a zip.",
    "empty": "Is it the right file?",
}
"""Code of an UnreadableError → what to do about it at the command line, where the reason itself does not say so."""


class InputFile(click.Path):
    """A file to read, or "-"; one that is not there is answered with those of its folder that are spelt like it."""

    def __init__(self) -> None:
        super().__init__(allow_dash=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401  given by click
        """The name, checked."""
        name = str(value)
        if name != "-" and not os.path.exists(name):  # noqa: PTH110  a name may hold what no path can
            self.fail(missing(name), param, ctx)
        if os.path.isdir(name):  # noqa: PTH112  the same
            self.fail(f"{name} is a folder; give its files: {os.path.join(name, '*')}", param, ctx)  # noqa: PTH118
        return name


def missing(name: str) -> str:
    """That a file is not there, and what is there that may be meant."""
    from difflib import get_close_matches
    from pathlib import Path

    path = Path(name)
    if (what := no_file(name)) and what[0] in _FETCHED:
        return f"{name}: {what[1]}; {_to_fetch(name)}"
    try:
        there = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"{name}: there is no such file, and no folder {path.parent}"
    close = get_close_matches(path.name, there, n=2, cutoff=0.6)
    said = f"{name}: there is no such file"
    return f"{said}; did you mean {' or '.join(str(path.parent / each) for each in close)}?" if close else said


def _to_fetch(name: str) -> str:
    return f"`unres fetch {shlex.quote(name)}` gets the document"


def explain(error: Exception, name: str) -> str:
    """One line that says what is wrong with a file, and a second that says what to do, where something can be done."""
    if isinstance(error, FileNotFoundError):
        return missing(name)
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; give its files: {os.path.join(name, '*')}"  # noqa: PTH118  a name, no path yet
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error}"
    if not isinstance(error, UnreadableError):
        return " ".join(str(error).split())
    said = " ".join(f"{error.source}: {error.reason}".split())
    if error.code in _FETCHED:
        return f"{said}\n  {_to_fetch(name)}"
    advice = NEXT.get(error.code) or (f"In Python: {error.advice}." if error.advice else None)
    return f"{said}\n  {advice}" if advice else said


def paint_for(stream: Any = None) -> Paint:  # noqa: ANN401  any stream
    """How words are coloured on a stream: not at all unless it is a terminal and nobody asked for none.

    ``NO_COLOR`` (https://no-color.org) and ``TERM=dumb`` turn colours off, ``FORCE_COLOR`` on.
    """
    if not wants_colour(stream or sys.stdout):
        return lambda text, _: text
    return lambda text, style: click.style(text, **_STYLES[style])


_STYLES: dict[str, dict[str, Any]] = {
    "id": {"dim": True},
    "action": {"fg": "cyan"},
    "symbol": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
}


def wants_colour(stream: Any) -> bool:  # noqa: ANN401  any stream
    """Whether a stream is a terminal that shows colours, to someone who wants them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns of the terminal; a hundred where there is none."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def format_by_ending(output: str | None, formats: tuple[str, ...]) -> str | None:
    """The one of the formats in which the name of a file ends; None where it is none of them, or there is no file."""
    from pathlib import Path

    ending = Path(output).suffix[1:].lower() if output else ""
    return ending if ending in formats else None


def write(text: str, output: str | None) -> None:
    """Writes to a file; to standard output without a name."""
    from pathlib import Path

    if not output:
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror or error}") from error
