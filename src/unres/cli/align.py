"""``unres align``: two language versions side by side, of one resolution or of a whole folder."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from unres.cli.console import (
    InputFile,
    InputFolder,
    codes_option,
    explain,
    form_for,
    language_option,
    means_options,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.alignment import Alignment
    from unres.alignment.model import Check
    from unres.cli.console import Means
    from unres.cli.pairs import Folder
    from unres.exports.parallel_rows import Level, Row
    from unres.exports.tmx import Codes
    from unres.models import Resolution
    from unres.models.vocabulary import Language

FORMATS = ("tmx", "tsv", "jsonl", "xlsx", "docx", "json", "html")
_OF_ROWS = frozenset({"tmx", "tsv", "jsonl", "xlsx", "docx"})
"""What is written of rows of any number of alignments."""
_BINARY = frozenset({"xlsx", "docx"})
_FILE = InputFile(folders=True, dash=False)


class _Writing(NamedTuple):
    """How an alignment is written."""

    form: str | None
    """One of the formats; None for a summary."""
    level: Level
    codes: Codes | None
    source: Language


@click.command()
@click.argument("files", nargs=-1, type=_FILE, metavar="[ARABIC ENGLISH]")
@click.option("--folder", "directory", type=InputFolder(), help="Pair all files of a folder by symbol.")
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
    help="What a row of TMX, TSV, JSON lines, XLSX and DOCX is.",
)
@codes_option
@click.option(
    "--source",
    type=click.Choice(["arabic", "english"]),
    default="english",
    show_default=True,
    help="The language that was translated from, for TMX.",
)
@language_option
@click.option("--force", is_flag=True, help="Align two files even where their symbols differ.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes for a folder [default: one a processor].")
@means_options
def align(
    files: tuple[str, ...],
    directory: str | None,
    form: str | None,
    output: str | None,
    level: Level,
    codes: Codes | None,
    source: str,
    language: Language | None,
    force: bool,
    jobs: int | None,
    *,
    means: Means,
) -> None:
    """Puts the Arabic and the English version of a resolution side by side, and says where they disagree.

    The two files may come in either order; --language is that of the first, where it is not recognised. With --folder
    all files of a folder are paired by symbol, and what was done is said on standard error.

    \b
    Examples:
      unres align resolution.ar.docx resolution.en.docx
      unres align resolution.ar.pdf resolution.en.pdf -o both.html
      unres align --folder resolutions/ --codes ar-SA,en-US -o memory.tmx
      unres align --folder resolutions/ -o memory.xlsx
    """
    from unres.models.vocabulary import ARABIC, ENGLISH

    if folders := [name for name in files if Path(name).is_dir()]:
        raise click.UsageError(f"{folders[0]} is a folder; for all its pairs: unres align --folder {folders[0]}")
    if bool(directory) == bool(files) or len(files) not in (0, 2):
        raise click.UsageError("give two files, or --folder with a folder")
    form = form or form_for(output, FORMATS, None)
    if form in _BINARY and not output:
        raise click.UsageError(f"{form} is not for the terminal: say --output and a file")
    if directory and (language or force):
        raise click.UsageError("--language and --force are for two files, not for a folder")
    writing = _Writing(form, level, codes, ARABIC if source == "arabic" else ENGLISH)
    if directory:
        _folder(directory, writing, output, jobs, means)
    else:
        alignment = _two(files, means, language, force=force)
        if writing.form is None:
            write("\n".join(summary(alignment)) + "\n", output)
            return
        write(_written([alignment], writing), output)
        if output:
            looks = _looks(alignment.checks())
            done = f"{len(alignment.pairs)} pairs of blocks, {_places(len(looks))}; written to {output}"
            click.echo("\n  ".join([done, *looks]), err=True)


def _two(files: tuple[str, ...], means: Means, first: Language | None, *, force: bool) -> Alignment:
    import unres
    from unres.alignment import align as align_versions
    from unres.alignment.folder import key
    from unres.languages import codes

    second = next((code for code in codes() if code != first), None) if first else None
    try:
        versions: list[Resolution] = [
            unres.read(name, language=language, **means) for name, language in zip(files, (first, second), strict=True)
        ]
    except unres.UnreadableError as error:
        raise click.ClickException(explain(error, error.source)) from error
    except (unres.MissingExtraError, OSError) as error:
        raise click.ClickException(str(error)) from error
    try:
        alignment = align_versions(*sorted(versions, key=lambda version: version.language))  # Arabic before English
    except ValueError as error:
        raise click.ClickException(f"{error}; --language says which language the first file is in") from error
    symbols = [version.symbol for version in versions]
    if not force and all(symbols) and len({key(symbol, "") for symbol in symbols}) > 1:
        said = " and ".join(f"{name} is {symbol}" for name, symbol in zip(files, symbols, strict=True))
        raise click.ClickException(f"{said}: two resolutions, it seems; with --force they are aligned all the same")
    return alignment


def _written(alignments: Iterable[Alignment | Row], writing: _Writing) -> str | bytes:
    """Alignments, or their rows, in the formats that are made of rows; one alignment in the others."""
    from unres.alignment import Alignment
    from unres.exports import bilingual, parallel, parallel_rows, tmx

    match writing.form:
        case "tmx":
            return tmx.to_tmx(alignments, writing.level, codes=writing.codes or tmx.PLAIN, source=writing.source)
        case "tsv":
            return parallel_rows.to_tsv(alignments, writing.level)
        case "jsonl":
            return parallel_rows.to_jsonl(alignments, writing.level)
        case "docx":
            return bilingual.to_bilingual_docx(alignments, writing.level)
        case "xlsx":
            try:
                return bilingual.to_xlsx(alignments, writing.level)
            except ValueError as error:
                raise click.ClickException(str(error)) from error
    whole = [each for each in alignments if isinstance(each, Alignment)]
    if writing.form == "html":
        return "".join(map(parallel.to_parallel_html, whole))
    return "".join(each.model_dump_json(indent=2) + "\n" for each in whole)


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
    yield f"  {_places(len(checks))}"
    yield from (f"    {look}" for look in _looks(checks))


def _places(number: int) -> str:
    return f"{number or 'no'} {'place' if number == 1 else 'places'} to look at"


def _looks(checks: Iterable[Check]) -> list[str]:
    """Where two versions disagree, a line for each place."""
    places = ((check.english or check.arabic or [""])[0] for check in checks)
    return [f"{place:<10} {check.message}" for place, check in zip(places, checks, strict=True)]


def _paired(pairs: list) -> str:  # type: ignore[type-arg]  # of notes or of references
    both = sum(pair.arabic is not None and pair.english is not None for pair in pairs)
    alone = len(pairs) - both
    return f"{both} pairs" + (f", {alone} alone" if alone else "")


class _Pair(NamedTuple):
    """What one pair of a folder gives."""

    rows: list[Row]
    """Of formats that are made of rows."""
    text: str
    """Of others."""
    looks: list[str]
    """Where its versions disagree."""


def _made(alignment: Alignment, writing: _Writing) -> _Pair:
    from unres.exports.parallel_rows import rows

    looks = _looks(alignment.checks())
    if writing.form is None:
        return _Pair([], "\n".join(summary(alignment)) + "\n", looks)
    if writing.form in _OF_ROWS:
        return _Pair(list(rows(alignment, writing.level)), "", looks)
    return _Pair([], str(_written([alignment], writing)), looks)


def _folder(directory: str, writing: _Writing, output: str | None, jobs: int | None, means: Means) -> None:
    from unres.cli.pairs import Folder, each_pair

    pages = Path(output or "") if writing.form == "html" else None
    if pages and not output:
        raise click.UsageError("the HTML of a folder is many pages: say --output and a folder")
    folder = Folder()
    rows: list[Row] = []
    texts: list[str] = []
    looks: dict[str, list[str]] = {}
    for name, pair in each_pair(directory, jobs, partial(_made, writing=writing), folder, means):
        rows += pair.rows
        if pages:
            write(pair.text, str(pages / f"{re.sub(r'[^A-Za-z0-9.]+', '-', name).strip('-')}.html"))
        else:
            texts.append(pair.text)
        if pair.looks:
            looks.setdefault(name, []).extend(pair.looks)
    if writing.form in _OF_ROWS:
        write(_written(rows, writing), output)
    elif not pages:
        whole = writing.form == "json"
        write("[" + ",\n".join(text.rstrip() for text in texts) + "]\n" if whole else "".join(texts), output)
    _report(folder, looks if writing.form else {}, sum(map(len, looks.values())), output)


def _report(folder: Folder, looks: dict[str, list[str]], places: int, output: str | None) -> None:
    """Says what was done, and where versions disagree unless the output says so itself."""
    where = f"; written to {output}" if output else ""
    folder.report(more=f", {_places(places)}{where}")
    for name, lines in looks.items():
        click.echo(f"{name}\n" + "\n".join(f"  {line}" for line in lines), err=True)
