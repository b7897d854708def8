"""``unres view``: a page in which to read a resolution and to check what was understood of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unres.cli.console import InputFile, OneOf, explain, means_options, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.cli.console import Means
    from unres.models import Resolution
    from unres.models.vocabulary import Language

_SOURCE = InputFile()


def _interfaces() -> Iterable[str]:
    from unres.exports.interface import codes

    return codes()


@click.command()
@click.argument("file", type=_SOURCE)
@click.argument("other", required=False, type=_SOURCE)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True, allow_dash=True),
    help='Where to write the page; "-" is standard output [default: FILE.view.html, in this folder].',
)
@click.option("--open", "opened", is_flag=True, help="Show it in the browser.")
@click.option(
    "--interface",
    type=OneOf(_interfaces),
    help="The language of buttons and names [default: English].",
)
@click.option(
    "--pictures",
    type=click.IntRange(min=0),
    default=None,
    help="Of how many pages of a PDF pictures are shown at most [default: 200].",
)
@means_options
def view(
    file: str,
    other: str | None,
    output: str | None,
    *,
    opened: bool,
    interface: Language | None,
    pictures: int | None,
    means: Means,
) -> None:
    """Writes one page with the text of FILE, its outline, its references with their evidence, and its pages.

    With OTHER, the same resolution in another language, both stand side by side. The page loads nothing from a network.

    \b
    Examples:
      unres view resolution.pdf --open
      unres view resolution.ar.pdf resolution.en.docx -o both.html
    """
    from unres.exports.viewer import MOST_PICTURES, to_viewer

    if opened and output == "-":
        raise click.UsageError("--open shows a file; name one with --output")
    target = output or ("text" if file == "-" else Path(file).stem) + ".view.html"
    _spare(target, file, other)
    resolution, pdf = _read(file, means)
    second, second_pdf = _read(other, means) if other else (None, None)
    page = to_viewer(
        resolution,
        second,
        pdf=pdf,
        other_pdf=second_pdf,
        interface=interface,
        pictures=MOST_PICTURES if pictures is None else pictures,
    )
    if target == "-":
        write(page, None)
        return
    write(page, target)
    click.echo(f"{target}  {len(page.encode()) / 1000:,.0f} kB")
    if opened:
        click.launch(target)


def _spare(target: str, *sources: str | None) -> None:
    """Does not write over what is read."""
    for source in sources:
        if source not in {None, "-"} and Path(target).exists() and Path(target).samefile(str(source)):
            raise click.UsageError(f"{target} is what is to be read; name another page with --output")


def _read(name: str, means: Means) -> tuple[Resolution, bytes | None]:
    """What a file holds; its bytes too, if it is a PDF."""
    import unres
    from unres.readers.limits import DEFAULT_LIMITS

    try:
        if name == "-":
            data = sys.stdin.buffer.read(DEFAULT_LIMITS.max_bytes + 1)
            return unres.read(data, **means), _pdf(data)
        resolution = unres.read(name, **means)  # which refuses what is too large, before all of it is in memory
        return resolution, _pdf(Path(name).read_bytes())
    except unres.UnreadableError as error:
        raise click.ClickException(explain(error, name)) from error
    except unres.MissingExtraError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{name} cannot be opened: {error.strerror or error}") from error


def _pdf(data: bytes) -> bytes | None:
    """The data of a PDF, whose head may stand behind other bytes; None for any other file."""
    return data if b"%PDF-" in data[:1024] else None
