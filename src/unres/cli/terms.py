"""``unres terms``: how each action was rendered in the other language."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from unres.cli.console import format_by_ending, write
from unres.cli.options import OneOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.alignment import Alignment
    from unres.alignment.verbs import Term

FORMATS = ("table", "csv", "json")


def _actions() -> Iterable[str]:
    """The actions that a clause can have."""
    from unres.models.action import Action

    return Action


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--to", "form", type=click.Choice(FORMATS), help="The format; by default by the ending of --output, else table."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, writable=True), help="Where to write it.")
@click.option("--least", default=1, show_default=True, help="Only what occurs so often.")
@click.option(
    "--action",
    "actions",
    multiple=True,
    type=OneOf(_actions),
    metavar="ACTION",
    help="Only this action (urge, recall …); may be given more than once.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes [default: one a processor].")
def terms(
    directory: str, form: str | None, output: str | None, least: int, actions: tuple[str, ...], jobs: int | None
) -> None:
    """Counts how each verb of a clause was rendered in the other language, over all pairs of a folder.

    Files are paired by symbol, as with "unres align --folder".

    \b
    Examples:
      unres terms resolutions/
      unres terms resolutions/ --action urge --action request -o verbs.csv
    """
    from unres.alignment.verbs import table
    from unres.cli._folders import Folder, each_pair

    folder = Folder()
    counts: Counter[tuple[str, str, str]] = Counter()
    for _, found in each_pair(directory, jobs, _keys, folder):
        counts.update(found)
    if not folder.names:
        raise click.ClickException(f"{directory}: no two files are the Arabic and the English of one resolution")
    rows = [row for row in table(counts) if row.times >= least and (not actions or row.action in actions)]
    write(_written(rows, form or format_by_ending(output, FORMATS) or "table"), output)
    for reason in folder.unreadable:
        click.echo(f"left out: {reason}", err=True)


def _keys(alignment: Alignment) -> list[tuple[str, str, str]]:
    """The verbs of one pair, as they are counted."""
    from unres.alignment.verbs import keys, verb_pairs

    return list(keys(verb_pairs(alignment)))


def _written(rows: list[Term], form: str) -> str:
    if form == "json":
        return json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("action", "english", "arabic", "times"))
        writer.writerows(rows)
        return out.getvalue()
    return "".join(f"{row.times:>6}  {row.action:<18} {row.english:<30} {row.arabic}\n" for row in rows)
