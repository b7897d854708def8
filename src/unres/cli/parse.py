"""``unres parse``: what a resolution holds.

Exit codes: 0 parsed; 1 parsed, with errors among the diagnostics, or not written; 2 unreadable.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from unres.cli.console import explain, paint_for, terminal_width
from unres.cli.options import OneOf, language_option, means_options, rtl_option, width_option
from unres.exports.formats import FORMATS, Format, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.cli.options import Means
    from unres.models import Resolution
    from unres.models.vocabulary import Language

PARSED, WITH_ERRORS, UNREADABLE = 0, 1, 2


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=OneOf(lambda: ["outline", *FORMATS]),
    help="How to write it; by default by the ending of --output, else an outline.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(),
    help="Where to write it; a folder, for a file for each resolution; standard output by default.",
)
@language_option
@rtl_option("the outline")
@width_option("the outline")
@means_options
def parse(
    files: tuple[str, ...],
    form: str | None,
    output: str | None,
    language: Language | None,
    rtl: str,
    width: int | None,
    means: Means,
) -> None:
    """Parses each FILE (PDF, Word, HTML, Akoma Ntoso XML, text, a zip of these; "-" is standard input).

    Exit code 0: parsed; 1: parsed, with errors among the diagnostics; 2: unreadable. What cannot be read is named on
    standard error, and the other files follow.

    \b
    Examples:
      unres parse resolution.pdf                        an outline in the terminal
      unres parse resolution.docx -o page.html          a page to read and to print
      unres parse a.pdf b.pdf --format bibtex           entries of a bibliography
      unres parse --format jsonl *.pdf -o all.jsonl     everything, a resolution a line
      unres parse session.zip --format markdown -o md/  a file for each resolution
    """
    from unres.cli.output import Output

    worst = PARSED
    named = FORMATS[form] if form in FORMATS else None if form else format_of(output)
    writer = Output(named or _outlines(rtl, width), output)
    for name in files:
        try:
            for resolution in _read(name, language, means):
                writer.add(resolution)
                if any(diagnostic.severity == "error" for diagnostic in resolution.diagnostics):
                    worst = max(worst, WITH_ERRORS)
        except ImportError as error:  # of what --ocr and --office need
            raise click.ClickException(str(error)) from error
        except (ValueError, OSError) as error:
            click.echo(f"unres: {explain(error, name)}", err=True)
            worst = UNREADABLE
    writer.close()
    sys.exit(worst)


def _read(name: str, language: Language | None, means: Means) -> Iterator[Resolution]:
    from unres import read_all

    if name == "-":
        return read_all(sys.stdin.buffer, language=language, **means)
    return read_all(name, language=language, **means)


def _outlines(rtl: str, width: int | None) -> Format:
    """The format for the terminal that the options describe."""

    def write(resolutions: Sequence[Resolution]) -> bytes:
        from unres.exports.outline import to_outline

        visual = rtl == "visual"
        paint = None if visual else paint_for(sys.stdout)  # what is put in order must not hold marks for colours
        columns = width or terminal_width()
        outlines = (to_outline(each, width=columns, visual=visual, paint=paint) for each in resolutions)
        return "".join(f"{outline}\n" for outline in outlines).encode("utf-8", "replace")

    return Format("outline", (".outline.txt",), "text/plain; charset=utf-8", "each", write, "a line a block")
