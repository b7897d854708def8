"""``unres graph``: the web of citations of many files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from unres.cli.console import InputFile, format_by_ending, jobs_option, means_options, read_files, write

if TYPE_CHECKING:
    from unres.cli.console import Means
    from unres.graph import CitationGraph

_FAILED = 1
FORMATS = ("graphml", "csv", "json")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="INPUT...", type=InputFile(folders=True))
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
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    help="How many of the most cited the picture shows, and how many of those that cite them.",
)
@jobs_option
@means_options
def graph(
    files: tuple[str, ...],
    form: str | None,
    output: str | None,
    picture: str | None,
    most: int,
    jobs: int,
    means: Means,
) -> None:
    """Reads each INPUT (files, folders, zips) and writes who cites whom: GraphML, CSV of the edges, or JSON.

    What cannot be read is named on standard error, and the other files follow; exit code 1 says that there was some.

    GraphML and pictures need the extra "graph": pip install "unres[graph]".

    \b
    Examples:
      unres graph *.pdf -o citations.csv
      unres graph resolutions/ --jobs 4 -o citations.json
      unres graph *.pdf --plot citations.svg --most 40 -o citations.graphml
    """
    from unres.graph import CitationGraph

    web, failed = CitationGraph(), False
    for parsed in read_files(files, jobs, means):
        for resolution in parsed.resolutions:
            web.add(resolution)
        failed |= bool(parsed.failures)
    if not web.nodes:
        raise click.ClickException("nothing was read, so nothing was written")
    try:
        _write(web, form, output)
        if picture:
            web.plot(picture, most=most)
    except ImportError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(_FAILED if failed else 0)


def _write(web: CitationGraph, form: str | None, output: str | None) -> None:
    form = form or format_by_ending(output, FORMATS) or "json"
    write({"graphml": web.to_graphml, "csv": web.to_csv, "json": web.to_json}[form](), output)
