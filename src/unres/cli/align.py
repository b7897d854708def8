"""``unres align`` and ``unres terms``: two language versions side by side, of one resolution or of a whole folder."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from unres.cli.console import OneOf, explain, format_by_ending, means_options, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.alignment import Alignment
    from unres.alignment.verbs import Term
    from unres.cli.console import Means
    from unres.exports.parallel_rows import Level
    from unres.models import Resolution
    from unres.models.vocabulary import Language

FORMATS = ("tmx", "tsv", "jsonl", "json", "html")
_TERM_FORMATS = ("table", "csv", "json")
_ENDINGS = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".xml", ".txt"})
"""Of files of a folder that are read."""
Made = TypeVar("Made")
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


# Folders, read and aligned by several processes under supervision.


@dataclass
class Folder:
    """What came of a folder."""

    names: list[str] = field(default_factory=list)
    """The name of each pair: its symbol, or what the names of its files share."""
    alone: list[str] = field(default_factory=list)
    """Files without counterpart."""
    unreadable: list[str] = field(default_factory=list)
    """Files that could not be read, and pairs that could not be aligned, with the reason."""


def each_pair(
    directory: str, jobs: int | None, make: Callable[[Alignment], Made], folder: Folder
) -> Iterator[tuple[str, Made]]:
    """What ``make`` gives for each pair of a folder, with the pair's name; the folder's account is filled on the way.

    Args:
        directory: is searched with its subfolders.
        jobs: processes; None for one a processor.
        make: a function at the top of a module: it is carried to other processes.
        folder: gets names, files without counterpart and files that cannot be read.
    """
    from unres.alignment.folder import key, pair_up
    from unres.batch.engine import PRELOAD
    from unres.pool import in_order, processors, why

    paths = sorted(path for path in Path(directory).rglob("*") if path.suffix.lower() in _ENDINGS)
    jobs = jobs or processors()
    with tempfile.TemporaryDirectory(prefix="unres-") as spool:
        found: list[tuple[str, Language, _Version]] = []
        stored = [Path(spool) / str(n) for n in range(len(paths))]
        read = in_order(_read, None, zip(paths, stored, strict=True), jobs, preload=PRELOAD)
        for path, place, event in zip(paths, stored, read, strict=True):
            if event.kind != "done":
                folder.unreadable.append(f"{path.name}: {why(event)}")
            elif isinstance(event.result, str):
                folder.unreadable.append(event.result)
            else:
                symbol, language = event.result
                found.append((key(symbol, path.stem), language, _Version(str(path), symbol, place)))
        paired = pair_up(found)
        folder.alone += [version.path for _, _, version in paired.alone]
        folder.names += [english.symbol or name for name, _, english in paired.pairs]
        places = ((arabic.place, english.place) for _, arabic, english in paired.pairs)
        for name, event in zip(folder.names, in_order(_align, make, places, jobs, preload=PRELOAD), strict=True):
            if event.kind == "done":
                yield name, event.result
            else:
                folder.unreadable.append(f"{name}: {why(event)}")


class _Version(NamedTuple):
    """A file that was read."""

    path: str
    symbol: str | None
    place: Path
    """Where the resolution was put by."""


def _read(_setup: None, task: tuple[Path, Path]) -> tuple[str | None, Language] | str:
    """Reads a file and puts the resolution by; gives symbol and language, or why it could not be read."""
    import unres

    path, place = task
    try:
        resolution = unres.read(path)
    except unres.UnreadableError as error:
        return f"{error.source}: {error.reason}"
    except OSError as error:
        return str(error)
    place.write_bytes(pickle.dumps(resolution, pickle.HIGHEST_PROTOCOL))
    return resolution.symbol, resolution.language


def _align(make: Callable[[Alignment], Made], task: tuple[Path, Path]) -> Made:
    from unres.alignment import align

    return make(align(*map(_stored, task)))


def _stored(place: Path) -> Resolution:
    """What this run put by itself."""
    resolution: Resolution = pickle.loads(place.read_bytes())  # noqa: S301  written by _read a moment ago
    return resolution


# The verbs of all pairs of a folder.


def _actions() -> Iterable[str]:
    """The actions that a clause can have."""
    from unres.models.action import Action

    return Action


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--to",
    "form",
    type=click.Choice(_TERM_FORMATS),
    help="The format; by default by the ending of --output, else table.",
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

    folder = Folder()
    counts: Counter[tuple[str, str, str]] = Counter()
    for _, found in each_pair(directory, jobs, _keys, folder):
        counts.update(found)
    if not folder.names:
        raise click.ClickException(f"{directory}: no two files are the Arabic and the English of one resolution")
    rows = [row for row in table(counts) if row.times >= least and (not actions or row.action in actions)]
    write(_terms_written(rows, form or format_by_ending(output, _TERM_FORMATS) or "table"), output)
    for reason in folder.unreadable:
        click.echo(f"left out: {reason}", err=True)


def _keys(alignment: Alignment) -> list[tuple[str, str, str]]:
    """The verbs of one pair, as they are counted."""
    from unres.alignment.verbs import keys, verb_pairs

    return list(keys(verb_pairs(alignment)))


def _terms_written(rows: list[Term], form: str) -> str:
    if form == "json":
        return json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("action", "english", "arabic", "times"))
        writer.writerows(rows)
        return out.getvalue()
    return "".join(f"{row.times:>6}  {row.action:<18} {row.english:<30} {row.arabic}\n" for row in rows)
