"""Options that several commands share."""

from __future__ import annotations

from difflib import get_close_matches
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Command = TypeVar("Command", bound="Callable[..., Any]")

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

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002  given by click
        """How help shows it."""
        return f"[{'|'.join(self._names())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401  given by click
        """The name, if it is one of them."""
        names = list(self._names())
        if value not in names:
            near = get_close_matches(str(value), names, n=1)
            meant = f"did you mean {near[0]}? " if near else ""
            self.fail(f"{value!r} is not one of them; {meant}There are {', '.join(names)}.", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  given by click
        """Those that begin so."""
        return [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]


def means_options(command: Command) -> Command:
    """``--ocr`` and ``--office``, given to the command as one argument, ``means``."""

    @wraps(command)
    def with_means(*arguments: Any, ocr: bool, office: bool, **options: Any) -> Any:  # noqa: ANN401  as the command has it
        return command(*arguments, means=Means(ocr=ocr, office=office), **options)

    return cast("Command", ocr_option(office_option(with_means)))


language_option = click.option(
    "--language", type=click.Choice(["ar", "en"]), help="The language, where it need not be found out."
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
