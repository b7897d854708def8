"""``unres graph``: the web of citations of many files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from unres.cli.console import InputFile, explain, format_by_ending, write
from unres.cli.options import means_options

if TYPE_CHECKING:
    from unres.cli.options import Means
    from unres.graph import CitationGraph

FORMATS = ("graphml", "csv", "json")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=InputFile())
@click.option(
    "--to", "form", type=click.Choice(FORMATS), help="The format; by default by the ending of --output, else json."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    help="Where to write it; standard output by default.",
)
@click.option(
    "--plot", "picture", type=click.Path(dir_okay=False, writable=True), help="Also draw it: out.svg, out.pdf, out.png."
)
@click.option("--most", default=60, show_default=True, help="How many of the most cited the picture shows.")
@means_options
def graph(
    files: tuple[str, ...], form: str | None, output: str | None, picture: str | None, most: int, means: Means
) -> None:
    """Reads each FILE and writes who cites whom: GraphML, CSV of the edges, or JSON.

    GraphML and pictures need the extra "graph": pip install "unres[graph]".

    \b
    Examples:
      unres graph *.pdf -o citations.csv
      unres graph *.pdf --plot citations.svg --most 40 -o citations.graphml
    """
    import unres
    from unres.graph import CitationGraph

    web = CitationGraph()
    for name in files:
        try:
            web.add(unres.read(name, **means))
        except unres.UnreadableError as error:
            click.echo(f"left out: {explain(error, name)}", err=True)
        except unres.MissingExtraError as error:
            raise click.ClickException(str(error)) from error
    try:
        _write(web, form, output)
        if picture:
            web.plot(picture, most=most)
    except ImportError as error:
        raise click.ClickException(str(error)) from error


def _write(web: CitationGraph, form: str | None, output: str | None) -> None:
    form = form or format_by_ending(output, FORMATS) or "json"
    write({"graphml": web.to_graphml, "csv": web.to_csv, "json": web.to_json}[form](), output)
