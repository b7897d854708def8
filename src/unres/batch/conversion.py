"""A whole run: inputs to one output, with a journal, a report and a way to stop."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from unres.batch.destination import OutputError, make_ready
from unres.batch.journal import Journal, Kept, partial_folder
from unres.batch.outputs import sink
from unres.batch.plan import Plan, chosen_format
from unres.batch.report import Report
from unres.batch.run import Progress, Run
from unres.batch.settings import MEMORY, SECONDS, Settings, processors, see_to_recognition
from unres.batch.writable import check
from unres.readers.limits import DEFAULT_LIMITS, Limits
from unres.readers.office import find_program

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.batch.inputs import Argument
    from unres.models.vocabulary import Language


def convert(
    inputs: Iterable[Argument] | Argument,
    to: Argument,
    *,
    form: str | None = None,
    jobs: int | None = None,
    language: Language | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    ocr: bool = False,
    office: bool = False,
    resume: bool = False,
    overwrite: bool = False,
    fail_fast: bool = False,
    max_failures: int | None = None,
    report: Argument | None = None,
    progress: Progress | None = None,
) -> Report:
    """Reads files and writes one data set.

    Each file is read in a process of its own limits. One that takes too long or too much memory is ended and reported,
    and the rest goes on. The order of the output is that of the inputs, whatever the number of jobs.

    Args:
        inputs: files, folders, globs, zips, addresses that fsspec knows (extra ``remote``).
        to: a file (``.jsonl``, ``.csv``, ``.parquet``), a folder, or "-" for standard output.
        form: the name of a format: "jsonl", "parquet" and "csv" are one file; "json", "akn", "markdown" and the others
            of :mod:`unres.exports.formats` are a folder with a file for each resolution. None to tell it by the ending
            of ``to``; a folder is of JSON.
        jobs: how many processes; None for as many as there are processors.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most; None for the defaults.
        seconds: how long one file may take.
        memory: bytes that a process may use to read (held on Linux); None for no limit.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument.
        resume: go on with a run that was interrupted. Where there is none it is a new one; where the output is whole
            there is nothing to do.
        overwrite: replace what is at ``to``.
        fail_fast: stop at the first file that cannot be read.
        max_failures: stop when more files than that cannot be read.
        report: where to write the report as JSON; None for beside the output.
        progress: called with the report so far, some times a second.

    Returns:
        The report. ``finished`` is False where the run was stopped, by Ctrl-C or a threshold; ``resume`` goes on.

    Raises:
        ValueError: it cannot be written there, as is said before anything is done; or an option is out of its range.
        OutputError: the output cannot be written, or is there already. What was done is kept, for ``resume``.
        ResumeError: the interrupted run was of other inputs or options.
        MissingExtraError: a package, or tesseract for ``ocr``, is not installed.
    """
    names = [os.fspath(name) for name in ([inputs] if isinstance(inputs, (str, os.PathLike)) else inputs)]
    check(names, os.fspath(to), form, os.fspath(report) if report is not None else None)
    if ocr:
        see_to_recognition(language)
    if office:
        find_program()
    plan = Plan(
        names,
        os.fspath(to),
        Settings(chosen_format(form, os.fspath(to)), language, limits or DEFAULT_LIMITS, seconds, memory, ocr, office),
        processors() if jobs is None else jobs,
        0 if fail_fast else max_failures,
        os.fspath(report) if report is not None else None,
    )
    if resume and plan.streamed:
        raise ValueError("what went to standard output cannot be resumed; write to a file")
    try:
        return _whole_run(plan, progress, resume=resume, overwrite=overwrite)
    except BrokenPipeError:
        raise
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(error.errno, f"{error.strerror or error}", error.filename or plan.to) from error


def _whole_run(plan: Plan, progress: Progress | None, *, resume: bool, overwrite: bool) -> Report:
    if plan.streamed:
        return Run(plan, None, sink(plan.settings.form, plan.to, "")).run(Kept(), progress)
    if not make_ready(plan, resume=resume, overwrite=overwrite):
        return Report(finished=True, stopped="nothing to resume: the output is whole")
    partial = partial_folder(plan.to)
    journal = Journal(partial, plan.options)
    try:
        kept = journal.open(resume=resume)
        done = Run(plan, journal, sink(plan.settings.form, plan.to, partial)).run(kept, progress)
    finally:
        journal.close()
    if done.finished:
        journal.remove()
    return done
