"""The same run on a Dask cluster: partitions of inputs go out, parts of a Parquet data set come to lie at the output.

A task reads its inputs as one machine does, in a process under limits, and writes its part itself, so that nothing but
counts and failures goes through the scheduler. Inputs and output must be reachable from every machine: a shared folder,
or addresses that fsspec knows. A part is the same whoever writes it, so that a task may be done twice: by a retry, or
for a straggler.

parts    what is given out, what a machine does with it, and what comes back
output   the data set, which all machines write to
run      the loop that leads all this
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from unres.batch.dask_engine.output import Output
from unres.batch.dask_engine.parts import DaskOptions, absolute, partitions
from unres.batch.dask_engine.run import Run
from unres.batch.destination import OutputError
from unres.batch.options import takes
from unres.errors import needs

if TYPE_CHECKING:
    from distributed import Client

    from unres.batch.report import Report


@takes(DaskOptions)
def convert(options: DaskOptions) -> Report:
    """Reads files on a cluster and writes a folder of Parquet.

    It holds ``resolutions/``, ``blocks/``, ``references/`` and ``footnotes/``, a part for each partition. ``inputs``
    are listed here, and read on the machines of the cluster; ``to`` is a folder that all machines share, or an address
    that fsspec knows; ``jobs`` is how many processes a cluster that is made here has.

    Returns:
        The report; by default it is written to ``_report.json`` in the output too.

    Raises:
        ValueError: another format than Parquet is asked for.
        MissingExtraError: Dask is not installed.
        OutputError: the output cannot be written, or is there already; or no scheduler answers.
    """
    if options.form not in {None, "parquet"} or options.of is not None:
        raise ValueError("Dask writes folders of Parquet alone, with all tables")
    where = Output(absolute(os.fspath(options.to)))
    settings = options.settings("parquet")
    with _client(options) as cluster:  # first: without one nothing is made at the output
        where.prepare(resume=options.resume, overwrite=options.overwrite)
        done = Run(cluster, where, options).run(partitions(options, settings))
    where.finish(done, os.fspath(options.report) if options.report is not None else None)
    return done


def _client(options: DaskOptions) -> contextlib.AbstractContextManager[Client, bool | None]:
    """The client of a scheduler, the one that is current (which stays open), or that of a new cluster on this machine.

    Raises:
        MissingExtraError: Dask is not installed.
        OutputError: no scheduler answers there.
    """
    try:
        from distributed import Client
        from distributed.client import default_client
    except ImportError as error:
        raise needs("dask", error) from error
    if options.scheduler is not None:
        try:
            return Client(options.scheduler, timeout=30)
        except OSError as error:
            raise OutputError(f"no Dask scheduler answers at {options.scheduler}") from error
    try:
        return contextlib.nullcontext(default_client())
    except ValueError:
        return Client(n_workers=options.jobs, threads_per_worker=1, dashboard_address=None)
