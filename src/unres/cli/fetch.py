"""``unres fetch``: documents by their symbols."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from unres.cli.console import OneOf, explain, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.fetching.access import Format
    from unres.models.vocabulary import Language


@click.command()
@click.argument("symbols", nargs=-1, metavar="[SYMBOL]...")
@click.option("--language", type=OneOf(languages), help="Which version [default: the English].")
@click.option(
    "--format",
    "form",
    type=click.Choice(["pdf", "docx", "doc"]),
    default="pdf",
    show_default=True,
    help="As which kind of file.",
)
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="A folder [default: the cache].")
@click.option("--from", "listed", type=click.File("r", encoding="utf-8"), help="A file of symbols, one a line.")
@click.option("--references", multiple=True, metavar="FILE", help="All that a resolution cites, by symbol.")
@click.option(
    "--related", multiple=True, metavar="FILE", help="What belongs to a resolution: record, drafts, reports …"
)
@click.option("--pause", type=click.FloatRange(min=0), default=1.0, show_default=True, help="Seconds between requests.")
@click.option("--address", default="", metavar="URL", help="The access point [default: that of documents.un.org].")
def fetch(
    symbols: tuple[str, ...],
    language: Language | None,
    form: Format,
    output: Path | None,
    listed: TextIO | None,
    references: tuple[str, ...],
    related: tuple[str, ...],
    pause: float,
    address: str,
) -> None:
    """Fetches documents by SYMBOL from the United Nations and prints the names of the files.

    One request is made at a time. What is in the folder already is not fetched again, so that a run that was
    interrupted goes on where it stopped. Exit code 1: something could not be fetched, and was named.

    \b
    Examples:
      unres fetch A/RES/67/190 --language ar
      unres fetch 'S/RES/1325(2000)' -o documents/
      unres fetch --references resolution.pdf -o cited/
    """
    from unres.errors import MissingExtraError, UnreadableError
    from unres.fetching import Access
    from unres.models.vocabulary import ENGLISH

    wanted = dict.fromkeys([*symbols, *_lines(listed), *_named_in(references, related)])
    if not wanted:
        raise click.UsageError("no symbol was given; try `unres fetch A/RES/67/190`")
    try:
        access = Access(output, address, pause)
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error
    failed = False
    for symbol in wanted:
        try:
            click.echo(access.fetch(symbol, language or ENGLISH, form))
        except (UnreadableError, OSError) as error:
            click.echo(f"unres: {explain(error, symbol)}", err=True)
            failed = True
    sys.exit(1 if failed else 0)


def _lines(listed: TextIO | None) -> list[str]:
    return [line.strip() for line in listed if line.strip()] if listed else []


def _named_in(references: tuple[str, ...], related: tuple[str, ...]) -> Iterator[str]:
    import unres

    for name in (*references, *related):
        try:
            resolution = unres.read(name)
        except (unres.UnreadableError, OSError) as error:
            raise click.ClickException(explain(error, name)) from error
        if name in references:
            yield from (each.symbol for each in resolution.references if each.symbol)
        if name in related:
            yield from (each.symbol for each in resolution.related())
