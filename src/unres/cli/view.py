"""``unres view``: a page in which to read a resolution and to check what was understood of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import Language


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.argument("other", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    help="Where to write the page [default: the name of FILE with .html, in this folder].",
)
@click.option("--open", "opened", is_flag=True, help="Show it in the browser.")
@click.option(
    "--interface",
    type=click.Choice(["en", "ar"]),
    default="en",
    show_default=True,
    help="The language of buttons and names.",
)
@click.option(
    "--pictures",
    type=click.IntRange(min=0),
    default=None,
    help="Of how many pages of a PDF pictures are shown at most [default: 200].",
)
def view(
    file: str, other: str | None, output: str | None, *, opened: bool, interface: Language, pictures: int | None
) -> None:
    """Writes one page with the text of FILE, its outline, its references with their evidence, and its pages.

    With OTHER, the same resolution in another language, both stand side by side. The page loads nothing from a network.

    \b
    Examples:
      unres view resolution.pdf --open
      unres view resolution.ar.pdf resolution.en.docx -o both.html
    """
    from unres.exports.viewer import MOST_PICTURES, to_viewer

    target = Path(output) if output else Path(Path(file).stem + ".html")
    if any(target.exists() and target.samefile(source) for source in (file, other) if source):
        raise click.UsageError(f"{target} is what is to be read; name another page with --output")
    resolution, pdf = _read(file)
    second, second_pdf = _read(other) if other else (None, None)
    page = to_viewer(
        resolution,
        second,
        pdf=pdf,
        other_pdf=second_pdf,
        interface=interface,
        pictures=MOST_PICTURES if pictures is None else pictures,
    )
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror or error}") from error
    click.echo(f"{target}  {len(page.encode()) / 1_048_576:.1f} MB")
    if opened:
        click.launch(str(target))


def _read(name: str) -> tuple[Resolution, bytes | None]:
    """What a file holds; its bytes too, if it is a PDF."""
    import unres

    try:
        data = Path(name).read_bytes()
        resolution = unres.read(name)
    except unres.UnreadableError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{name} cannot be opened: {error.strerror or error}") from error
    return resolution, data if data.lstrip()[:5] == b"%PDF-" else None
