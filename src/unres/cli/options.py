"""Options that several commands share."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

import click

if TYPE_CHECKING:
    from collections.abc import Callable

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
