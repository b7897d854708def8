"""``unres graph``: the web of citations of many files."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unres.cli.console import InputFile, form_for, jobs_option, means_options, read_files, write
from unres.errors import needs

if TYPE_CHECKING:
    from unres.cli.console import Means

FORMATS = ("graphml", "csv", "json")
PICTURES = (".svg", ".pdf", ".png")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="INPUT...", type=InputFile(folders=True))
@click.option(
    "--to", "form", type=click.Choice(FORMATS), help="The format; by default by the ending of --output, else json."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True),
    help="Where to write it [default: standard output]; out.svg, out.pdf and out.png are drawn.",
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
      unres graph *.pdf -o citations.svg
      unres graph *.pdf --plot citations.svg --most 40 -o citations.graphml
    """
    from unres.graph import CitationGraph

    alone = output if output and not form and output.lower().endswith(PICTURES) else None
    form = form or (None if alone else form_for(output, FORMATS, "json"))
    drawn = [name for name in (picture, alone) if name]
    _see_to(["networkx"] * (form == "graphml") + ["matplotlib"] * bool(drawn))
    web, failed = CitationGraph(), False
    for parsed in read_files(files, jobs, means):
        for resolution in parsed.resolutions:
            web.add(resolution)
        failed |= bool(parsed.failures)
    if not web.nodes:
        raise click.ClickException("nothing was read, so nothing was written")
    if form:
        write({"graphml": web.to_graphml, "csv": web.to_csv, "json": web.to_json}[form](), output)
    for name in drawn:
        try:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            web.plot(name, most=most)
        except (OSError, ValueError) as error:  # of pictures there is no such format
            raise click.ClickException(f"{name} cannot be written: {error}") from error
    sys.exit(1 if failed else 0)


def _see_to(packages: list[str]) -> None:
    """Says before anything is read that the extra is not installed."""
    try:
        for package in packages:
            import_module(package)
    except ImportError as error:
        raise click.ClickException(str(needs("graph", error))) from error
