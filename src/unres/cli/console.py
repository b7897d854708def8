"""What commands share: options, files given by name, errors that say what to do next, output, the terminal."""

from __future__ import annotations

import os
import shlex
import sys
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypedDict, TypeVar, cast

import click
from click.shell_completion import CompletionItem

from unres.errors import UnreadableError
from unres.usage import no_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from unres.batch import ParsedFile
    from unres.batch.options import Settings
    from unres.exports.tmx import Codes
    from unres.models.vocabulary import Language

    Paint = Callable[[str, str], str]

Command = TypeVar("Command", bound="Callable[..., Any]")
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
    """A file to read, or "-"; one that is not there is answered with those of its folder that are spelt like it.

    Args:
        folders: whether it may be a folder.
        dash: whether it may be standard input.
    """

    def __init__(self, *, folders: bool = False, dash: bool = True) -> None:
        super().__init__(allow_dash=dash)
        self._folders = folders

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, checked."""
        name = str(value)
        if not (name == "-" and self.allow_dash) and not os.path.exists(name):
            self.fail(missing(name), param, ctx)
        if os.path.isdir(name) and not self._folders:
            self.fail(f"{name} is a folder; give its files: {os.path.join(name, '*')}", param, ctx)
        return name


class InputFolder(click.Path):
    """A folder to read; one that is not there is answered as a file is."""

    def __init__(self) -> None:
        super().__init__(file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, checked."""
        name = str(value)
        if not os.path.exists(name):
            self.fail(missing(name, "folder"), param, ctx)
        return str(super().convert(name, param, ctx))


def missing(name: str, what: str = "file") -> str:
    """That a file or folder is not there, and what is there that may be meant."""
    path = Path(name)
    if (kind := no_file(name)) and kind[0] in _FETCHED:
        return f"{name}: {kind[1]}; {_to_fetch(name)}"
    try:
        there = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f"{name}: there is no such {what}, and no folder {path.parent}"
    close = get_close_matches(path.name, there, n=2, cutoff=0.6)
    said = f"{name}: there is no such {what}"
    return f"{said}; did you mean {' or '.join(str(path.parent / each) for each in close)}?" if close else said


def _to_fetch(name: str) -> str:
    return f"`unres fetch {shlex.quote(name)}` gets the document"


def advice_for(codes: Iterable[str]) -> list[str]:
    """What to do about files that could not be read: a line for each code of which something can be said."""
    return [f"{code}: {NEXT[code]}" for code in dict.fromkeys(codes) if code in NEXT]


def explain(error: Exception, name: str) -> str:
    """One line that says what is wrong with a file, and a second that says what to do, where something can be done."""
    if isinstance(error, FileNotFoundError):
        return missing(name)
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; give its files: {os.path.join(name, '*')}"
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error}"
    if not isinstance(error, UnreadableError):
        return " ".join(str(error).split())
    said = " ".join(f"{error.source}: {error.reason}".split())
    if error.code in _FETCHED:
        return f"{said}\n  {_to_fetch(name)}"
    advice = NEXT.get(error.code) or (f"In Python: {error.advice}." if error.advice else None)
    return f"{said}\n  {advice}" if advice else said


def reading(means: Means, language: Language | None = None) -> Settings:
    """How many files are read; packages and programs that this needs and that are missing are told before any is."""
    from unres.batch.options import Settings

    settings = Settings(language=language, **means)
    try:
        settings.see_to_programs()
    except ImportError as error:
        raise click.ClickException(str(error)) from error
    return settings


def read_files(names: Sequence[str], jobs: int, means: Means, language: Language | None = None) -> Iterator[ParsedFile]:
    """What each file, and each of a folder or a zip, gave; what could not be read has then been named."""
    from unres.batch.conversion import parsed_files

    settings = reading(means, language)
    try:
        for parsed in parsed_files(list(names), jobs, settings):
            for failure in parsed.failures:
                click.echo(f"unres: {explain(failure.error(), failure.source)}", err=True)
            yield parsed
    except ImportError as error:
        raise click.ClickException(str(error)) from error


def paint_for(stream: IO[str] | None = None) -> Paint:
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


def wants_colour(stream: IO[str]) -> bool:
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


def form_for(output: str | None, formats: Sequence[str], default: str | None, *, plain: str = "") -> str | None:
    """The format in whose name a file ends; the default without a file, or where its name ends in nothing or ``plain``.

    Raises:
        UsageError: no format ends so, or there is no default.
    """
    ending = Path(output).suffix[1:].lower() if output else ""
    if ending in formats:
        return ending
    if not output or (default and ending in {"", plain}):
        return default
    raise click.UsageError(f"no format ends in “.{ending}”: say --to {'|'.join(formats)}")


def write(content: str | bytes, output: str | None) -> None:
    """Writes to a file, whose folder is made; to standard output without a name."""
    if not output:
        click.echo(content, nl=False)
        return
    try:
        Path(output).parent.mkdir(parents=True, exist_ok=True)
        Path(output).write_bytes(content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror or error}") from error


# Options that several commands share.

ocr_option = click.option(
    "--ocr",
    is_flag=True,
    help='Recognise the text of scans and of JPEG, PNG, TIFF; needs the extra "ocr" and the program tesseract.',
)
office_option = click.option(
    "--office",
    is_flag=True,
    help="Let an installed LibreOffice convert old Word files (.doc), Rich Text and OpenDocument.",
)


class Means(TypedDict):
    """By which further means files are read: keyword arguments of :func:`unres.read`."""

    ocr: bool
    office: bool


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4 alone
    """One of some names, which are asked for when they are needed: listing them may import much."""

    name = "choice"

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows it."""
        return f"[{'|'.join(self._names())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if it is one of them."""
        names = list(self._names())
        if value not in names:
            near = get_close_matches(str(value), names, n=1)
            meant = f"did you mean {near[0]}? " if near else ""
            self.fail(f"{value!r} is not one of them; {meant}There are {', '.join(names)}.", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those that begin so."""
        return [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]


def means_options(command: Command) -> Command:
    """``--ocr`` and ``--office``, given to the command as one argument, ``means``."""

    @wraps(command)
    def with_means(*arguments: Any, ocr: bool, office: bool, **options: Any) -> Any:
        return command(*arguments, means=Means(ocr=ocr, office=office), **options)

    return cast("Command", ocr_option(office_option(with_means)))


def languages() -> Iterable[str]:
    """The codes of the languages that are read."""
    from unres.languages import codes

    return codes()


language_option = click.option(
    "--language", type=OneOf(languages), help="The language, where it need not be found out."
)


def _codes(ctx: click.Context, param: click.Parameter, value: str | None) -> Codes | None:
    """Codes of the two languages."""
    from unres.exports.tmx import Codes

    try:
        return Codes.of(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


codes_option = click.option(
    "--codes",
    callback=_codes,
    metavar="AR,EN",
    help="Codes of the languages in TMX and TBX, as the translation tool knows them: ar-SA,en-US [default: ar,en].",
)
jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read."
)


def rtl_option(what: str) -> Callable[[Command], Command]:
    """How Arabic stands in what a command shows in the terminal, such as "the outline"."""
    return click.option(
        "--rtl",
        type=click.Choice(["logical", "visual"]),
        default="logical",
        show_default=True,
        help=f"Arabic in {what}: as stored, for terminals that order and join it themselves, or put in order here.",
    )


def width_option(what: str) -> Callable[[Command], Command]:
    """How wide that is; None for as wide as :func:`unres.cli.console.terminal_width` says."""
    return click.option(
        "--width", type=click.IntRange(min=40), default=None, help=f"Columns of {what} [default: the terminal's]."
    )
