"""A bar for people who watch: done of all, rate, time left, failures. Nothing where nobody does."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from unres.batch import Report

    Show = Callable[[Report], None]


@contextmanager
def shown(inputs: Sequence[str], to: str, *, quiet: bool) -> Iterator[Show | None]:
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
    from unres.batch.inputs import expand
    from unres.batch.journal import partial_folder

    try:
        return sum(1 for _ in expand(inputs, [to, partial_folder(to)]))
    except (OSError, ImportError):
        return None
