"""Where the output goes: that nothing is replaced that nobody asked to replace."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from unres.batch.journal import partial_folder

if TYPE_CHECKING:
    from unres.batch.plan import Plan

TABLES = ("resolutions", "blocks", "references", "footnotes")
"""The folders of a data set of Parquet: the nested rows, and flat tables of the same."""


class OutputError(OSError):
    """The output cannot be written: the disk is full, the folder may not be written to, something is there already."""


def there_already(to: str) -> OutputError:
    """The error where an output is in the way."""
    return OutputError(f"{to} is there already; --overwrite replaces it, --resume goes on with it")


def make_ready(plan: Plan, *, resume: bool, overwrite: bool) -> bool:
    """Makes the folder, and looks at what lies there; whether there is anything to do.

    Args:
        plan: what was asked for.
        resume: an interrupted run may be there; where the output is whole there is nothing to do.
        overwrite: whatever is there may be replaced.

    Raises:
        OutputError: there is something that may not be replaced.
        OSError: the folder cannot be made.
    """
    if plan.folder:
        os.makedirs(plan.to, exist_ok=True)
    if overwrite:
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
        for name in TABLES:
            shutil.rmtree(os.path.join(plan.to, name), ignore_errors=True)
