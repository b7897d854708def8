"""``unres parse``: what a resolution holds.

Exit codes: 0 parsed; 1 parsed, with errors among the diagnostics; 2 unreadable.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from unres.cli.options import ocr_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Resolution
    from unres.models.vocabulary import Language

PARSED, WITH_ERRORS, UNREADABLE = 0, 1, 2


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["outline", "json", "jsonl"]),
    default="outline",
    show_default=True,
    help="How to write it.",
)
@click.option("--language", type=click.Choice(["ar", "en"]), help="The language, where it need not be found out.")
@click.option(
    "--rtl",
    type=click.Choice(["logical", "visual"]),
    default="logical",
    show_default=True,
    help="Arabic in the outline: as stored, for terminals that order and join it themselves, or put in order here.",
)
@click.option(
    "--width", type=click.IntRange(min=40), default=None, help="Columns of the outline [default: the terminal's]."
)
@ocr_option
def parse(files: tuple[str, ...], form: str, language: Language | None, rtl: str, width: int | None, ocr: bool) -> None:
    """Parses each FILE (PDF, Word, HTML, Akoma Ntoso XML, text, a zip of these; "-" is standard input).

    Exit code 0: parsed; 1: parsed, with errors among the diagnostics; 2: unreadable. What cannot be read is named on
    standard error, and the other files follow.
    """
    worst = PARSED
    for name in files:
        try:
            for resolution in _read(name, language, ocr):
                click.echo(_written(resolution, form, rtl, width), nl=form != "jsonl")
                if any(diagnostic.severity == "error" for diagnostic in resolution.diagnostics):
                    worst = max(worst, WITH_ERRORS)
        except ImportError as error:  # of what --ocr needs
            raise click.ClickException(str(error)) from error
        except (ValueError, OSError) as error:
            click.echo(f"unres: {_reason(error, name)}", err=True)
            worst = UNREADABLE
    sys.exit(worst)


def _read(name: str, language: Language | None, ocr: bool) -> Iterator[Resolution]:
    from unres import read_all

    if name == "-":
        return read_all(sys.stdin.buffer, language=language, ocr=ocr)
    return read_all(name, language=language, ocr=ocr)


def _reason(error: Exception, name: str) -> str:
    """One line that names the file and the reason."""
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error}"
    return " ".join(str(error).split())


def _written(resolution: Resolution, form: str, rtl: str, width: int | None) -> str:
    if form == "json":
        return resolution.model_dump_json(indent=2)
    if form == "jsonl":
        return resolution.model_dump_json() + "\n"
    from unres.exports.outline import to_outline

    return to_outline(resolution, width=width or _terminal_width(), visual=rtl == "visual")


def _terminal_width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
