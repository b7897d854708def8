"""Where the output goes: whether it can be written there, which is found out before hours of work and not after."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from unres.batch.inputs import is_remote, missing, require_remote
from unres.batch.journal import partial_folder
from unres.batch.outputs import format_of, is_one_file, require
from unres.batch.outputs.sinks import DATA_SET

if TYPE_CHECKING:
    from unres.batch.options import Plan

_OF_FILES = frozenset(".json .xml .akn .html .htm .md .txt .docx .pdf .tsv .arrow .zip .gz .zst .bz2 .xz".split())
"""Endings of files that are not written. A name that ends so is hardly meant for a folder of JSON."""


class OutputError(OSError):
    """The output cannot be written: the disk is full, the folder may not be written to, something is there already."""


def there_already(to: str) -> OutputError:
    """The error where an output is in the way."""
    return OutputError(f"{to} is there already; --overwrite replaces it, --resume goes on with it")


def make_ready(plan: Plan) -> bool:
    """Makes the folder, and looks at what lies there; whether there is anything to do.

    Raises:
        OutputError: there is something that may not be replaced.
        OSError: the folder cannot be made.
    """
    if plan.folder:
        os.makedirs(plan.to, exist_ok=True)
    resume = plan.asked.resume
    if plan.asked.overwrite:
        if plan.folder and not resume:
            _empty(plan)
        return True
    interrupted = os.path.isdir(partial_folder(plan.to))
    if (resume and interrupted) or not _is_there(plan):
        return True
    if resume:
        return False
    raise there_already(plan.to)


def _is_there(plan: Plan) -> bool:
    """Whether there is something that a new run would replace."""
    if plan.folder:
        return any(not entry.name.startswith("_partial") for entry in os.scandir(plan.to))
    return os.path.lexists(plan.to)


def _empty(plan: Plan) -> None:
    """Parts of an earlier data set would be read as if they belonged to this one."""
    if plan.settings.form == "parquet":
        for name in DATA_SET:
            shutil.rmtree(os.path.join(plan.to, name), ignore_errors=True)


def check(plan: Plan) -> None:
    """Whether it can be written there; nothing is written, and nothing is asked of what is there already.

    Raises:
        ValueError: it cannot; the message says what can be done.
        MissingExtraError: a package that is needed is not installed.
    """
    to, report = plan.to, plan.asked.report
    if not to:
        raise ValueError("the output has no name")
    if plan.arguments and len(absent := missing(plan.arguments)) == len(plan.arguments):
        raise ValueError(f"there is no {', no '.join(map(repr, absent[:3]))}: nothing is read, and no output is made")
    if is_remote(to):
        raise ValueError(f"{to} is an address, and this writes to files; --engine dask writes to addresses")
    if not plan.streamed:
        _check_output(to, plan.asked.form)
        if any(os.path.isdir(one) and os.path.realpath(one) == os.path.realpath(to) for one in plan.arguments):
            raise ValueError(f"{to} is an input too, and the next run would read what this one writes; name another")
    if report is not None:
        _check_report(os.fspath(report), to)
    require(plan.settings.form)
    if any(map(is_remote, plan.arguments)):
        require_remote()


def _check_output(to: str, form: str | None) -> None:
    ending = os.path.splitext(to)[1].lower()
    folder = os.path.isdir(to)
    if form is None and ending in _OF_FILES and not folder:
        raise ValueError(
            f"{to} ends in {ending}, which tells no format of a whole data set; for one file take .jsonl, .csv, "
            ".xlsx or .parquet, for a folder with a file each say --format json, akn, markdown …"
        )
    chosen = form or format_of(to) or "json"
    one_file = is_one_file(chosen, to)
    if one_file and (folder or to.endswith(("/", os.sep))):
        raise ValueError(
            f"{to} is a folder, and {chosen} is one file; name one in it: {os.path.join(to, 'all')}.{chosen}"
        )
    if not one_file and os.path.lexists(to) and not folder:
        raise ValueError(f"{to} is a file, and {chosen} needs a folder here")
    if os.path.exists(to) and not folder and not stat.S_ISREG(os.stat(to).st_mode):
        raise ValueError(f"{to} is no plain file that could be replaced; --to - writes to standard output")


def _check_report(report: str, to: str) -> None:
    if report in {"", "-"} or os.path.isdir(report):
        raise ValueError("the report needs the name of a file: --report report.json")
    if os.path.realpath(report) == os.path.realpath(to):
        raise ValueError("the report would replace the output")
    if not os.path.isdir(os.path.dirname(report) or "."):
        raise ValueError(f"there is no folder {os.path.dirname(report)} for the report")
    if not os.access(report if os.path.exists(report) else os.path.dirname(report) or ".", os.W_OK):
        raise ValueError(f"the report cannot be written to {report}")
