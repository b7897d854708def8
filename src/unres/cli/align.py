"""``unres align``: two language versions side by side."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unres.cli.console import explain, format_by_ending, write
from unres.cli.options import means_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.alignment import Alignment
    from unres.cli.options import Means
    from unres.exports.parallel_rows import Level
    from unres.models import Resolution

FORMATS = ("tmx", "tsv", "jsonl", "json", "html")
_FILE = click.Path(exists=True, dir_okay=False)


@click.command()
@click.argument("files", nargs=-1, type=_FILE, metavar="[ARABIC ENGLISH]")
@click.option(
    "--folder", "directory", type=click.Path(exists=True, file_okay=False), help="Pair all files of a folder by symbol."
)
@click.option(
    "--to", "form", type=click.Choice(FORMATS), help="The format; by default by the ending of --output, else a summary."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(writable=True),
    help="Where to write it [default: standard output]; for the HTML of a folder, a folder.",
)
@click.option(
    "--level",
    type=click.Choice(["block", "sentence"]),
    default="block",
    show_default=True,
    help="What a row of TMX, TSV and JSON lines is.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes for a folder [default: one a processor].")
@means_options
def align(
    files: tuple[str, ...],
    directory: str | None,
    form: str | None,
    output: str | None,
    level: Level,
    jobs: int | None,
    *,
    means: Means,
) -> None:
    """Puts the Arabic and the English version of a resolution side by side, and says where they disagree.

    The two files may come in either order. With --folder all files of a folder are paired by symbol.

    \b
    Examples:
      unres align resolution.ar.docx resolution.en.docx
      unres align resolution.ar.pdf resolution.en.pdf -o both.html
      unres align --folder resolutions/ -o memory.tmx
    """
    if bool(directory) == bool(files) or len(files) not in (0, 2):
        raise click.UsageError("give two files, or --folder with a folder")
    form = form or format_by_ending(output, FORMATS)
    if output and form is None:
        ending = Path(output).suffix.lower() or "."
        raise click.UsageError(f"no format ends in “{ending}”: say --to {'|'.join(FORMATS)}")
    if directory and any(means.values()):
        raise click.UsageError("--ocr and --office are for two files, not for a folder")
    if directory:
        _folder(directory, form, output, level, jobs)
    else:
        write(_two(files, form, level, means), output)


def _two(files: tuple[str, ...], form: str | None, level: Level, means: Means) -> str:
    import unres
    from unres.alignment import align as align_versions

    try:
        versions: list[Resolution] = [unres.read(name, **means) for name in files]
    except unres.UnreadableError as error:
        raise click.ClickException(explain(error, error.source)) from error
    except (unres.MissingExtraError, OSError) as error:
        raise click.ClickException(str(error)) from error
    versions.sort(key=lambda version: version.language)  # Arabic before English
    try:
        alignment = align_versions(*versions)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    return "\n".join(summary(alignment)) + "\n" if form is None else written([alignment], form, level)


def written(alignments: list[Alignment], form: str, level: Level) -> str:
    """Alignments in one of the formats."""
    from unres.exports import parallel, parallel_rows, tmx

    match form:
        case "tmx":
            return tmx.to_tmx(alignments, level)
        case "tsv":
            return parallel_rows.to_tsv(alignments, level)
        case "jsonl":
            return parallel_rows.to_jsonl(alignments, level)
        case "html":
            return "".join(parallel.to_parallel_html(alignment) for alignment in alignments)
    return "".join(alignment.model_dump_json(indent=2) + "\n" for alignment in alignments)


def summary(alignment: Alignment) -> Iterator[str]:
    """What a person wants to know first: how much was paired, what was not, what disagrees."""
    english, arabic = alignment.english, alignment.arabic
    yield f"{english.symbol or arabic.symbol or 'without symbol'}  {english.title or ''}".rstrip()
    counts = alignment.counts()
    shapes = ", ".join(f"{n} {shape}" for shape, n in counts.most_common())
    yield f"  blocks      {counts['1-1']} pairs" + (f" ({shapes})" if len(counts) > 1 else "")
    yield f"  footnotes   {_paired(alignment.notes)}"
    yield f"  references  {_paired(alignment.references)}"
    for pair in alignment.pairs:
        if len(pair.arabic) != 1 or len(pair.english) != 1:
            yield f"  {'+'.join(pair.arabic) or '–'} | {'+'.join(pair.english) or '–'}  {pair.because}"
    checks = alignment.checks()
    yield f"  {len(checks) or 'no'} {'place' if len(checks) == 1 else 'places'} to look at"
    for check in checks:
        place = check.english or check.arabic
        yield f"    {place[0] if place else '':<10} {check.message}"


def _paired(pairs: list) -> str:  # type: ignore[type-arg]  # of notes or of references
    both = sum(pair.arabic is not None and pair.english is not None for pair in pairs)
    alone = len(pairs) - both
    return f"{both} pairs" + (f", {alone} alone" if alone else "")


def _folder(directory: str, form: str | None, output: str | None, level: Level, jobs: int | None) -> None:
    from functools import partial

    from unres.cli._folders import Folder, each_pair

    if form == "html" and not output:
        raise click.UsageError("the HTML of a folder is many pages: say --output and a folder")
    folder = Folder()
    make = partial(_made, form=form, level=level)
    texts = []
    for name, text in each_pair(directory, jobs, make, folder):
        if form == "html" and output:
            Path(output).mkdir(parents=True, exist_ok=True)
            write(text, str(Path(output) / f"{re.sub(r'[^A-Za-z0-9.]+', '-', name).strip('-')}.html"))
        else:
            texts.append(text)
    if not folder.names:
        raise click.ClickException(f"{directory}: no two files are the Arabic and the English of one resolution")
    if form != "html" and texts:
        write(_together(texts, form), output)
    for reason in folder.unreadable:
        click.echo(f"left out: {reason}", err=True)
    for path in folder.alone:
        click.echo(f"without counterpart: {path}", err=True)


def _made(alignment: Alignment, form: str | None, level: Level) -> str:
    """What one pair of a folder gives."""
    return "\n".join(summary(alignment)) + "\n" if form is None else written([alignment], form, level)


def _together(texts: list[str], form: str | None) -> str:
    """The outputs of many pairs as one file."""
    if form == "tsv":  # one header
        return texts[0] + "".join(text.split("\n", 1)[1] for text in texts[1:])
    if form == "tmx":  # one header and one body
        head = texts[0][: texts[0].index("<body>") + len("<body>")] if "<body>" in texts[0] else texts[0]
        bodies = [
            text[text.index("<body>") + len("<body>") : text.index("</body>")] for text in texts if "<body>" in text
        ]
        return head + "".join(body.rstrip() for body in bodies) + "\n  </body>\n</tmx>\n"
    if form == "json":
        return json.dumps([json.loads(text) for text in texts], ensure_ascii=False, indent=2) + "\n"
    return "".join(texts)
