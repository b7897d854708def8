"""The same run on a Dask cluster: partitions of inputs go out, parts of a Parquet data set come to lie at the output.

A task reads its inputs as one machine does, in a process under limits, and writes its part itself, so that nothing but
counts and failures goes through the scheduler. Inputs and output must be reachable from every machine: a shared folder,
or addresses that fsspec knows. A part is the same whoever writes it, so that a task may be done twice: by a retry, or
for a straggler.

partitions   what is given out
task         what a machine of the cluster does with it
parts        what comes back, and is counted
run          the loop that leads all this
output       the data set, which all machines write to
cluster      the client of Dask's scheduler
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from unres.batch.dask_engine.cluster import client
from unres.batch.dask_engine.output import Output
from unres.batch.dask_engine.partitions import absolute, partitions
from unres.batch.dask_engine.run import Run
from unres.batch.settings import MEMORY, SECONDS, Settings
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from unres.batch.inputs import Argument
    from unres.batch.report import Report
    from unres.models.vocabulary import Language

PARTITION = 500
"""Files in a task: some seconds of work, so that the way there and back costs little and a lost one is no loss."""
RETRIES = 3


def convert(
    inputs: Iterable[Argument] | Argument,
    to: Argument,
    *,
    scheduler: str | None = None,
    partition: int = PARTITION,
    retries: int = RETRIES,
    jobs: int | None = None,
    language: Language | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int | None = MEMORY,
    ocr: bool = False,
    office: bool = False,
    resume: bool = False,
    overwrite: bool = False,
    max_failures: int | None = None,
    report: Argument | None = None,
    progress: Callable[[Report], None] | None = None,
) -> Report:
    """Reads files on a cluster and writes a folder of Parquet.

    It holds ``resolutions/``, ``blocks/``, ``references/`` and ``footnotes/``, a part for each partition.

    Args:
        inputs: as for :func:`unres.batch.convert`; listed here, read on the machines of the cluster.
        to: a folder that all machines share, or an address that fsspec knows.
        scheduler: its address, ``tcp://host:8786``; None for the client that is current, or a cluster on this machine.
        partition: how many files make a task, and a part.
        retries: how often a task that failed, or whose machine was lost, is tried again.
        jobs: of a cluster made here: how many processes.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most.
        seconds: how long one file may take.
        memory: bytes that a process may use to read.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument.
        resume: leave out parts that are there.
        overwrite: replace what is at ``to``.
        max_failures: stop when more files than that cannot be read.
        report: where to write the report as JSON; None for ``_report.json`` in the output.
        progress: called with the report so far.

    Raises:
        MissingExtraError: Dask is not installed.
        OutputError: the output cannot be written, or is there already.
    """
    where = Output(absolute(os.fspath(to)))
    settings = Settings("parquet", language, limits or DEFAULT_LIMITS, seconds, memory, ocr, office)
    following = partitions(inputs, to, partition, settings)
    with client(scheduler, jobs) as cluster:  # first: without one nothing is made at the output
        where.prepare(resume=resume, overwrite=overwrite)
        run = Run(
            cluster, where, settings, retries=retries, max_failures=max_failures, progress=progress, resume=resume
        )
        done = run.run(following)
    where.finish(done, os.fspath(report) if report is not None else None)
    return done
