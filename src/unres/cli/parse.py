"""``unres parse``: what a resolution holds.

Exit codes: 0 parsed; 1 parsed, with errors among the diagnostics, or not written; 2 unreadable.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unres.cli.console import (
    OneOf,
    explain,
    language_option,
    means_options,
    paint_for,
    rtl_option,
    terminal_width,
    width_option,
)
from unres.exports.formats import FORMATS, Format, format_of
from unres.exports.losses import losses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.cli.console import Means
    from unres.models import Resolution
    from unres.models.vocabulary import Language

_NO_NAME = re.compile(r"[^\w.()-]+")
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
    worst = PARSED
    named = FORMATS[form] if form in FORMATS else None if form else format_of(output)
    writer = _Output(named or _outlines(rtl, width), output)
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


class _Output:
    """Takes resolutions one by one. What is written before a failure stays written."""

    def __init__(self, form: Format, output: str | None) -> None:
        self._form = form
        self._name = output
        self._folder = bool(output) and (Path(str(output)).is_dir() or str(output).endswith(("/", "\\")))
        if form.name == "docx" and output is None:
            raise click.UsageError("a Word file is written with --output NAME.docx, not to the terminal")
        self._written: set[str] = set()
        self._gathered: list[Resolution] = []

    def add(self, resolution: Resolution) -> None:
        """Writes one, or keeps it for the end where the format writes all together."""
        if self._form.holds == "all" and not self._folder:
            self._gathered.append(resolution)
            return
        if self._form.holds == "one" and self._written and not self._folder:
            raise click.UsageError(
                f"a file of {self._form.name} holds one resolution, and there are several: "
                "give --output a folder, such as out/"
            )
        written = self._form.write([resolution])
        for remark in losses(resolution, self._form.name, written) if self._form.read_back else ():
            click.echo(f"unres: {resolution.symbol or 'a resolution'}: {remark.message}", err=True)
        self._write(self._name_in_folder(resolution) if self._folder else self._name, written)
        self._written.add("")

    def close(self) -> None:
        """Writes what was kept."""
        if self._gathered:
            self._write(self._name, self._form.write(self._gathered))

    def _name_in_folder(self, resolution: Resolution) -> str:
        """A name from symbol and language that no other has."""
        from unres.exports.chunks import unused

        first = _NO_NAME.sub("-", resolution.symbol or resolution.title or "resolution").strip("-.")
        first = f"{first[:80]}.{resolution.language}"
        return str(Path(str(self._name)) / f"{unused(first, self._written, '-')}{self._form.ending}")

    def _write(self, name: str | None, content: bytes) -> None:
        """To a file; to the standard output without a name. The first write to a file makes it anew."""
        if name is None:
            click.echo(content, nl=False)
            return
        try:
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab" if self._written and not self._folder else "wb") as stream:
                stream.write(content)
        except OSError as error:
            raise click.ClickException(f"{name} cannot be written: {error.strerror or error}") from error
