"""``unres terms``: how the verbs of clauses were rendered in the other language, over a folder."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from unres.cli.console import InputFolder, OneOf, codes_option, form_for, means_options, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.alignment import Alignment
    from unres.alignment.verbs import Term
    from unres.cli.console import Means
    from unres.exports.parallel_rows import Row
    from unres.exports.tmx import Codes

FORMATS = ("table", "csv", "json", "tbx")


def _actions() -> Iterable[str]:
    """The actions that a clause can have."""
    from unres.models.action import Action

    return Action


@click.command()
@click.argument("directory", type=InputFolder())
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMATS),
    help="The format; by default by the ending of --output, else table. TBX is a glossary: titles, organs, months too.",
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
@codes_option
@click.option("--jobs", type=click.IntRange(min=1), help="Processes [default: one a processor].")
@means_options
def terms(
    directory: str,
    form: str | None,
    output: str | None,
    least: int,
    actions: tuple[str, ...],
    codes: Codes | None,
    jobs: int | None,
    means: Means,
) -> None:
    """Counts how each verb of a clause was rendered in the other language, over all pairs of a folder.

    Files are paired by symbol, as with "unres align --folder".

    \b
    Examples:
      unres terms resolutions/
      unres terms resolutions/ --action urge --action request -o verbs.csv
      unres terms resolutions/ --codes ar-SA,en-US -o glossary.tbx
    """
    from unres.alignment.verbs import table
    from unres.cli.pairs import Folder, each_pair

    form = form or form_for(output, FORMATS, "table", plain="txt")
    folder = Folder()
    counts: Counter[tuple[str, str, str]] = Counter()
    titles: list[Row] = []
    for _, (verbs, title) in each_pair(directory, jobs, _found, folder, means):
        counts.update(verbs)
        titles += title
    rows = [row for row in table(counts) if row.times >= least and (not actions or row.action in actions)]
    write(_written(rows, titles, form, codes), output)
    folder.report(more=f", {sum(counts.values())} verbs")


def _found(alignment: Alignment) -> tuple[list[tuple[str, str, str]], list[Row]]:
    """The verbs of one pair, as they are counted, and its titles."""
    from unres.alignment.verbs import keys, verb_pairs
    from unres.exports.parallel_rows import titles

    return list(keys(verb_pairs(alignment))), titles(alignment)


def _written(rows: list[Term], titles: list[Row], form: str | None, codes: Codes | None) -> str:
    if form == "tbx":
        from unres.exports.tmx import PLAIN, to_tbx

        return to_tbx(rows, titles, codes=codes or PLAIN)
    if form == "json":
        return json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("action", "english", "arabic", "times"))
        writer.writerows(rows)
        return out.getvalue()
    return "".join(f"{row.times:>6}  {row.action:<18} {row.english:<30} {row.arabic}\n" for row in rows)
