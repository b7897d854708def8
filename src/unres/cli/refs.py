"""``unres refs``: what a file cites."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, get_args

import click

from unres.cli.console import (
    InputFile,
    OneOf,
    explain,
    jobs_option,
    language_option,
    means_options,
    read_files,
    terminal_width,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.cli.console import Means
    from unres.models import Reference
    from unres.models.vocabulary import Language, Organ

COLUMNS = ("place", "offset", "kind", "symbol", "text", "pinpoint", "date", "confidence", "url")
_SHOWN = ("place", "kind", "symbol", "text", "pinpoint", "confidence")
"""Columns of the table."""
_GAP = "  "


def _organ(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The organ, which must be one that there is."""
    from unres.models.vocabulary import Organ

    if value is None or value in {organ.value for organ in Organ}:
        return value
    raise click.BadParameter(f"{value!r} is none of {', '.join(Organ)}", ctx, param)


def _kinds() -> list[str]:
    """The kinds that a reference can have."""
    from unres.models.reference import Reference

    members = get_args(get_args(Reference)[0])
    return [get_args(member.model_fields["kind"].annotation)[0] for member in members]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="INPUT...", type=InputFile(folders=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@language_option
@click.option(
    "--organ", callback=_organ, help="Who speaks in a text that is no resolution: general_assembly, security_council …"
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=OneOf(_kinds),
    metavar="KIND",
    help="Only references of this kind; may be given more than once.",
)
@click.option(
    "--text",
    "as_text",
    is_flag=True,
    help="Take the files as any text, not as resolutions; offsets are then those of the file.",
)
@jobs_option
@means_options
def refs(
    files: tuple[str, ...],
    form: str,
    language: Language | None,
    organ: Organ | None,
    kinds: tuple[str, ...],
    as_text: bool,
    jobs: int,
    means: Means,
) -> None:
    """Finds what each INPUT (files, folders, zips) cites: resolutions, documents, treaties, places of the text itself.

    A file is read as a resolution, in any format that unres reads; each reference then stands in a block or a footnote.
    With --text, and for "-", it is any plain text. What cannot be read is named on standard error, and the other files
    follow; exit code 1 says that there was some.

    \b
    Examples:
      unres refs resolution.pdf                         a table
      unres refs --format csv *.docx > references.csv   for a spreadsheet
      unres refs --kind resolution --kind treaty a.pdf  those kinds alone
      echo "See resolution 67/190." | unres refs -      in any text
    """
    rows: list[tuple[str, str, Reference]] = []
    failed = False
    sources = set()
    for source, found in _found(files, language, organ, as_text, jobs, means):
        if found is None:
            failed = True
            continue
        sources.add(source)
        rows += ((source, place, each) for place, each in found if not kinds or each.kind in kinds)
    if form == "jsonl":
        for source, place, reference in rows:
            given = reference.model_dump(mode="json", exclude_defaults=True)
            row = {"file": source, "place": place, **given, "kind": reference.kind}
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        _write_csv(rows)
    else:
        _write_table(rows, several=len(sources) > 1)
    sys.exit(1 if failed else 0)


def _found(
    files: tuple[str, ...], language: Language | None, organ: Organ | None, as_text: bool, jobs: int, means: Means
) -> Iterator[tuple[str, Iterable[tuple[str, Reference]] | None]]:
    """Each file with what was found in it; None where it could not be read, which has then been said."""
    from unres.references.related import placed

    texts = [name for name in files if as_text or name == "-"]
    for name in texts:
        for source, text in _texts(name):
            yield source, None if text is None else _in_text(text, language, organ)
    for parsed in read_files([name for name in files if name not in texts], jobs, means, language):
        for resolution in parsed.resolutions:
            yield parsed.source, placed(resolution)
        if parsed.failures:
            yield parsed.source, None


def _texts(name: str) -> Iterator[tuple[str, str | None]]:
    """The text of a file, or of each of a folder."""
    from unres.batch.inputs import expand

    sources = ["-"] if name == "-" else [one.source for one in expand([name]) if one.member is None]
    for source in sources:
        try:
            with click.open_file(source, encoding="utf-8", errors="replace") as stream:
                yield source, stream.read()
        except OSError as error:
            click.echo(f"unres: {explain(error, source)}", err=True)
            yield source, None


def _in_text(text: str, language: Language | None, organ: Organ | None) -> Iterator[tuple[str, Reference]]:
    from unres.references import find_references

    for reference in find_references(text, language, organ):
        yield "", reference


def _flat(source: str, place: str, reference: Reference) -> dict[str, str]:
    """A row of plain words: a pinpoint in one cell."""
    from unres.references.related import describe_pinpoint

    given = reference.model_dump(mode="json", exclude_none=True)
    cells = {name: str(given.get(name, "")) for name in COLUMNS}
    cells["confidence"] = f"{reference.confidence:g}"
    return cells | {"file": source, "place": place, "pinpoint": describe_pinpoint(reference)}


def _write_csv(rows: list[tuple[str, str, Reference]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, ("file", *COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_flat(*row) for row in rows)
    click.echo(out.getvalue(), nl=False)


def _write_table(rows: list[tuple[str, str, Reference]], *, several: bool) -> None:
    """A table no wider than the terminal."""
    table = [{name: " ".join(cell.split()) for name, cell in _flat(*row).items()} for row in rows]
    widths = _widths(table, terminal_width() - len(_GAP) * (len(_SHOWN) - 1))
    last = None
    click.echo(_line(dict(zip(_SHOWN, _SHOWN, strict=True)), widths))
    for cells in table:
        if several and cells["file"] != last:
            last = cells["file"]
            click.echo(f"\n{last}")
        click.echo(_line(cells, widths))
    if not rows:
        click.echo("nothing found", file=sys.stderr)


def _widths(table: list[dict[str, str]], room: int) -> dict[str, int]:
    """As wide as the longest cell of each column; where there is no room for that, the widest columns give way."""
    widths = {name: max(len(name), *(len(cells[name]) for cells in table), 0) for name in _SHOWN}
    for _ in range(sum(widths.values()) - room):
        widest = max(widths, key=lambda name: widths[name] - len(name))
        widths[widest] = max(len(widest), widths[widest] - 1)
    return widths


def _line(cells: dict[str, str], widths: dict[str, int]) -> str:
    cut = (
        (cells[name] if len(cells[name]) <= width else f"{cells[name][: width - 1]}…").ljust(width)
        for name, width in widths.items()
    )
    return _GAP.join(cut).rstrip()
