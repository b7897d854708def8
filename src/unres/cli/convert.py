"""``unres convert``: many files to one data set.

Exit codes: 0 done; 1 not all could be read, a threshold was passed, or the output could not be written; 2 wrong use;
130 interrupted.
"""

from __future__ import annotations

import difflib
import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from unres.cli.console import OneOf, advice_for, language_option, missing, ocr_option, office_option
from unres.diagnostics import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from unres.batch import Report

    Show = Callable[[Report], None]

_SEVERITIES = ("info", "warning", "error")
_MB = 1024 * 1024
_INTERRUPTED = 130


class Threshold(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4 alone
    """``NAME=NUMBER``: of a code of diagnostic, or of a severity."""

    name = "NAME=NUMBER"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Takes it apart."""
        name, _, number = str(value).rpartition("=")
        if not name or not number.isdecimal():
            self.fail(f"{value!r} is not like error=0 or reference.ibid_unresolved=20", param, ctx)
        if name not in _SEVERITIES and name not in CODES:
            near = difflib.get_close_matches(name, [*_SEVERITIES, *CODES], n=1)
            meant = f"; did you mean {near[0]}?" if near else ""
            self.fail(f"{name!r} is neither a severity nor a code of diagnostic{meant}", param, ctx)
        return name, int(number)


def _formats() -> list[str]:
    from unres.batch.outputs import names

    return names()


def _rows() -> tuple[str, ...]:
    from unres.exports.columns import TABLES

    return tuple(TABLES)


def _only() -> tuple[str, ...]:
    from unres.batch.parsing import ONLY

    return ONLY


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--to", "-o", required=True, metavar="OUT", help='A file, a folder, or "-" for standard output.')
@click.option("--format", "form", type=OneOf(_formats), help="By default by OUT's ending; a folder is of JSON.")
@click.option("--of", type=OneOf(_rows), help="A row a resolution, block, reference or footnote [default: a block].")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: no cell of it is a formula.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes [default: as many as processors].")
@language_option
@click.option("--resume", is_flag=True, help="Go on with an interrupted run; without one, begin.")
@click.option("--overwrite", is_flag=True, help="Replace what is at OUT.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first file that cannot be read.")
@click.option(
    "--max-failures", type=click.IntRange(min=0), help="Stop, and exit with 1, when more files cannot be read."
)
@click.option(
    "--max-diagnostics",
    "most",
    type=Threshold(),
    multiple=True,
    help="Exit with 1 when there are more of a code or a severity: error=0. May be given more than once.",
)
@click.option("--seconds", type=click.FloatRange(min=0.1), default=120, show_default=True, help="Time for one file.")
@click.option(
    "--memory", type=click.IntRange(min=64), default=2048, show_default=True, help="MB to read with, for one process."
)
@ocr_option
@office_option
@click.option(
    "--only",
    type=OneOf(_only),
    default="all",
    show_default=True,
    help="Leave out what does not look like a resolution (resolutions), or what is no draft either (drafts).",
)
@click.option("--report", metavar="FILE", help="Where to write the report as JSON [default: beside OUT].")
@click.option("--quiet", "-q", is_flag=True, help="No progress, and a report only where something failed.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Who works.")
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler: tcp://host:8786.")
@click.option(
    "--partition", type=click.IntRange(min=1), default=500, show_default=True, help="Files in one task of Dask."
)
def convert(
    inputs: tuple[str, ...],
    to: str,
    form: str | None,
    excel: bool,
    quiet: bool,
    most: tuple[tuple[str, int], ...],
    max_failures: int | None,
    **options: Any,
) -> None:
    """Reads INPUTs (files, folders, globs, zips, addresses such as s3://…) and writes one data set to OUT.

    A file that cannot be read, takes too long or takes too much memory is reported, and the rest goes on. A folder of
    Parquet holds the flat tables of blocks, references and footnotes too.

    Exit code 0: all was read; 1: not all could be read, a threshold was passed, or the output could not be written;
    2: wrong use; 130: interrupted.

    \b
    Examples:
      unres convert documents/ --to all.jsonl
      unres convert documents/ --to all.parquet --jobs 8
      unres convert documents/ --to resolutions.csv --of resolutions --excel
      unres convert 'docs/**/*.pdf' more.zip --to tables/ --format parquet
      unres convert s3://bucket/docs --to s3://bucket/tables \\
          --engine dask --scheduler tcp://host:8786
    """
    from unres.batch import OutputError, ResumeError

    _see_to(inputs)
    options["memory"] *= _MB
    form = _for_excel(form, to) if excel else form
    try:
        with _progress(inputs, to, quiet=quiet) as progress:
            options |= {"form": form, "max_failures": max_failures, "progress": progress}
            report = _run(inputs, to, options)
    except BrokenPipeError:
        _nobody_reads()
    except (OutputError, ResumeError, ImportError) as error:
        raise click.ClickException(_words(error, to)) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo("interrupted at once; --resume goes on from what was kept", err=True)
        sys.exit(_INTERRUPTED)
    failed = _tell(report, most, max_failures, quiet=quiet)
    if not report.finished and report.stopped in {"interrupted", "asked to end"}:
        click.echo("the same command with --resume goes on", err=True)
        sys.exit(_INTERRUPTED)
    sys.exit(1 if failed else 0)


def _for_excel(form: str | None, to: str) -> str:
    from unres.batch.outputs import format_of

    if (form or format_of(to)) != "csv":
        raise click.UsageError("--excel is for CSV: name OUT so, or say --format csv")
    return "csv_excel"


def _see_to(inputs: tuple[str, ...]) -> None:
    """Where nothing that was named is there, says what may be meant; where something is, the run counts the others."""
    from unres.batch.inputs import missing as absent_of

    if len(absent := absent_of(inputs)) == len(inputs):
        said = "\n".join(missing(name, "file or folder") for name in absent[:3])
        raise click.UsageError(f"{said}\nNothing is read, and no output is made.")


def _run(inputs: tuple[str, ...], to: str, options: dict[str, Any]) -> Report:
    cluster = {name: options.pop(name) for name in ("scheduler", "partition")}
    if options.pop("engine") == "dask":
        from unres.batch.dask_engine import convert as on_dask

        return on_dask(inputs, to, **options, **cluster)
    if cluster["scheduler"]:
        raise click.UsageError("--scheduler is for --engine dask")
    from unres.batch import convert as here

    return here(inputs, to, **options)


def _tell(report: Report, most: tuple[tuple[str, int], ...], max_failures: int | None, *, quiet: bool) -> bool:
    """Says what became of it, on standard error; returns whether that is a failure."""
    over = [
        f"{count:,} of {name}, more than the {limit:,} allowed"
        for name, limit in most
        if (count := (report.severities if name in _SEVERITIES else report.diagnostics)[name]) > limit
    ]
    failed = report.failed > (max_failures or 0) or bool(over) or not report.finished
    if failed or not quiet:
        for line in (str(report), *over, *advice_for(report.unreadable)):
            click.echo(line, err=True)
    return failed


def _words(error: Exception, to: str) -> str:
    if isinstance(error, OSError):
        from unres.batch.journal import has_state

        where = f": {error.filename}" if error.filename else ""
        words = f"{error.strerror or error}{where}"
        return f"{words}. What was done is kept; --resume goes on with it" if error.errno and has_state(to) else words
    if isinstance(error, ImportError):
        return str(error)
    return f"{error}; --overwrite begins anew"


def _nobody_reads() -> None:
    """The reader of a pipe has gone: nothing more can be said, and nothing need be."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)


@contextmanager
def _progress(inputs: Sequence[str], to: str, *, quiet: bool) -> Iterator[Show | None]:
    """Gives what is to be called with each report; None where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    except ImportError:
        click.echo('no progress is shown without rich: pip install "unres[batch]"', err=True)
        yield None
        return
    bar = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None, rate="", failed="")
        threading.Thread(target=lambda: bar.update(task, total=_count(inputs, to)), daemon=True).start()
        first: list[tuple[int, float]] = []

        def show(report: Report) -> None:
            first[:] = first or [(report.inputs, report.seconds)]
            done, seconds = report.inputs - first[0][0], report.seconds - first[0][1]
            rate = f"{done / seconds:,.0f}/s" if seconds > 1 else ""
            failed = f"[red]{report.failed:,} unreadable[/red]" if report.failed else ""
            bar.update(task, completed=report.inputs, rate=rate, failed=failed)

        yield show


def _count(inputs: Sequence[str], to: str) -> int | None:
    """How many files there are; None where that cannot be told (the run itself says why)."""
    from unres.batch import ConvertOptions

    try:
        return sum(1 for _ in ConvertOptions(inputs, to).expanded())
    except (OSError, ImportError):
        return None
