"""``unres diff``: what changed from one resolution to another.

Exit codes: 0 compared; 1 with ``--exit-code``: they differ; 2 something could not be read or compared.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from unres.cli.console import (
    InputFile,
    explain,
    language_option,
    means_options,
    rtl_option,
    terminal_width,
    wants_colour,
    width_option,
    write,
)

if TYPE_CHECKING:
    from unres.cli.console import Means
    from unres.comparison import Comparison
    from unres.models import Resolution
    from unres.models.vocabulary import Language

DIFFERENT, TROUBLE = 1, 2


class _Trouble(click.ClickException):
    """What keeps two files from being compared; as diff(1) has it, 1 is left for those that differ."""

    exit_code = TROUBLE


@click.command()
@click.argument("older", type=InputFile())
@click.argument("newer", type=InputFile())
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True),
    help="Write to a file: a page (.html), everything (.json), or the summary (any other name).",
)
@language_option
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=8,
    show_default=True,
    help="Words of the summary on either side of a change.",
)
@click.option("--full", is_flag=True, help="Whole texts in the summary, also of blocks that were kept.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when the two differ, as diff does.")
@click.option(
    "--color",
    "--colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours: auto is on a terminal, unless NO_COLOR is set.",
)
@rtl_option("the summary")
@width_option("the summary")
@means_options
def diff(
    older: str,
    newer: str,
    output: str | None,
    language: Language | None,
    context: int,
    full: bool,
    exit_code: bool,
    color: Literal["auto", "always", "never"],
    rtl: str,
    width: int | None,
    means: Means,
) -> None:
    """Shows what changed from OLDER to NEWER: two resolutions of a series, or a draft and its adoption.

    Blocks are kept, changed, added, dropped or moved; words are [-deleted-] and {+inserted+}. Both files are in the
    same language, in any format that unres reads; "-" is standard input.

    \b
    Examples:
      unres diff A-RES-76-101.pdf A-RES-78-97.pdf
      unres diff draft.docx adopted.pdf -o changes.html
      unres diff --exit-code a.txt b.txt && echo the same

    Exit code 0: compared; 1: they differ, with --exit-code; 2: a file cannot be read, or they cannot be compared.
    """
    from unres.comparison import compare

    try:
        comparison = compare(_read(older, language, means), _read(newer, language, means))
    except (ValueError, ImportError) as error:  # the latter of what --ocr and --office need
        raise _Trouble(str(error)) from error
    on_terminal = color == "auto" and wants_colour(sys.stdout)
    colour = output is None and (on_terminal or color == "always")
    form = Path(output).suffix.lower() if output else ""
    if form in {".html", ".htm"}:
        text = _page(comparison)
    elif form == ".json":
        text = comparison.model_dump_json(indent=2)
    else:
        text = _summary(comparison, width, None if full else context, colour=colour, visual=rtl == "visual")
    try:
        if output:
            write(f"{text.rstrip()}\n", output)
        else:
            click.echo(text, color=colour)
    except click.ClickException as error:
        raise _Trouble(error.message) from error
    if exit_code and not comparison.equal:
        sys.exit(DIFFERENT)


def _read(name: str, language: Language | None, means: Means) -> Resolution:
    import unres

    try:
        return unres.read(sys.stdin.buffer if name == "-" else name, language=language, **means)
    except unres.UnreadableError as error:
        raise _Trouble(explain(error, name)) from error
    except OSError as error:
        raise _Trouble(f"{name}: {error.strerror or error}") from error


def _page(comparison: Comparison) -> str:
    from unres.exports.comparison import to_html

    return to_html(comparison)


def _summary(comparison: Comparison, width: int | None, context: int | None, *, colour: bool, visual: bool) -> str:
    from unres.exports.comparison import to_summary

    return to_summary(comparison, width=width or terminal_width(), context=context, colour=colour, visual=visual)
