"""Many files to one output, with a journal and a report; or to their resolutions, one after the other."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from unres.batch.destination import OutputError, check, make_ready
from unres.batch.inputs import Argument, expand
from unres.batch.journal import Journal, Kept, partial_folder
from unres.batch.options import ConvertOptions, Plan, Settings, listed, takes
from unres.batch.outputs import sink
from unres.batch.parsing import ParsedFile, close_zip, parse_input
from unres.batch.report import Report
from unres.batch.run import Run
from unres.pool import MEMORY, SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.batch.parsing import Failure
    from unres.models import Resolution
    from unres.models.vocabulary import Language
    from unres.readers.limits import Limits


@takes(ConvertOptions)
def convert(options: ConvertOptions) -> Report:
    """Reads files and writes one data set.

    Each file is read in a process of its own limits. One that takes too long or too much memory is ended and reported,
    and the rest goes on. The order of the output is that of the inputs, whatever the number of jobs.

    Returns:
        The report. ``finished`` is False where the run was stopped, by Ctrl-C or a threshold; ``resume`` goes on.

    Raises:
        ValueError: it cannot be written there, as is said before anything is done; or an option is out of its range.
        OutputError: the output cannot be written, or is there already. What was done is kept, for ``resume``.
        ResumeError: the interrupted run was of other inputs or options.
        MissingExtraError: a package, tesseract for ``ocr``, or LibreOffice for ``office`` is not installed.
    """
    plan = Plan(options)
    check(plan)
    options.see_to_programs()
    try:
        return _whole_run(plan)
    except (BrokenPipeError, OutputError):
        raise
    except OSError as error:
        raise OutputError(error.errno, f"{error.strerror or error}", error.filename or plan.to) from error


def _whole_run(plan: Plan) -> Report:
    if plan.streamed:
        return Run(plan, None, sink(plan.settings.form, plan.to, "", plan.settings.of)).run(Kept())
    if not make_ready(plan):
        return Report(finished=True, stopped="nothing to resume: the output is whole")
    partial = partial_folder(plan.to)
    journal = Journal(partial, plan.must_agree)
    try:
        kept = journal.open(resume=plan.asked.resume)
        done = Run(plan, journal, sink(plan.settings.form, plan.to, partial, plan.settings.of)).run(kept)
    finally:
        journal.close()
    if done.finished:
        journal.remove()
    return done


def iter_resolutions(
    inputs: Iterable[Argument] | Argument,
    *,
    jobs: int = 1,
    language: Language | None = None,
    limits: Limits | None = None,
    on_error: Callable[[Failure], None] | None = None,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    ocr: bool = False,
    office: bool = False,
) -> Iterator[Resolution]:
    """Reads files and gives their resolutions in the order of the files.

    Args:
        inputs: files, folders, globs, zips, addresses that fsspec knows (extra ``remote``).
        jobs: 1 reads here, in this process; more read in so many others, each under limits of time and memory.
        language: "ar" or "en"; None to detect it for each.
        limits: what a file may come to at most; None for the defaults.
        on_error: called for each file that cannot be read, after which the next follows.
        seconds: with several jobs, how long one file may take.
        memory: with several jobs, bytes that a process may use to read.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument.

    Raises:
        UnreadableError: a file cannot be read, and there is no ``on_error``.
        ValueError: there are no jobs.
        MissingExtraError: a package, or tesseract for ``ocr``, is not installed.
    """
    settings = Settings(language=language, limits=limits, seconds=seconds, memory=memory, ocr=ocr, office=office)
    settings.see_to_programs()
    for parsed in parsed_files(listed(inputs), jobs, settings):
        yield from parsed.resolutions
        for failure in parsed.failures:
            if on_error is None:
                raise failure.error(ask=True)
            on_error(failure)


def parsed_files(inputs: list[str], jobs: int, settings: Settings) -> Iterator[ParsedFile]:
    """What each file gave, in the order of the files; read here with one job, otherwise in so many processes.

    Raises:
        ValueError: there are no jobs.
    """
    if jobs == 1:
        try:
            for one in expand(inputs):
                yield parse_input(one, settings)
        finally:
            close_zip()
        return
    from unres.batch.engine import results

    for result in results(expand(inputs), settings, jobs):
        if isinstance(result.payload, list):
            for _, data in result.payload:
                parsed: ParsedFile = pickle.loads(data)  # noqa: S301  from our own process
                yield parsed
