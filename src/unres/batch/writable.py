"""Whether a run can write where it is told to: found out before hours of work and not after."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from unres.batch.inputs import is_remote
from unres.batch.outputs import format_of, is_stream
from unres.batch.outputs.stream import STANDARD_OUTPUT

if TYPE_CHECKING:
    from collections.abc import Iterable

_OF_FILES = frozenset(".json .xml .akn .html .htm .md .txt .docx .pdf .tsv .xlsx .arrow .zip .gz .zst .bz2 .xz".split())
"""Endings of files that are not written. A name that ends so is hardly meant for a folder of JSON."""


def check(inputs: Iterable[str], to: str, form: str | None, report: str | None) -> None:
    """Nothing is written, and nothing is asked of what is there already.

    Args:
        inputs: files, folders, globs, addresses.
        to: the output.
        form: its format; None to tell it by the ending.
        report: where the report goes, if it was said.

    Raises:
        ValueError: it cannot be written there; the message says what can be done.
    """
    if not to:
        raise ValueError("the output has no name")
    if is_remote(to):
        raise ValueError(f"{to} is an address, and this writes to files; --engine dask writes to addresses")
    if to != STANDARD_OUTPUT:
        _check_output(to, form)
        if any(os.path.isdir(one) and os.path.realpath(one) == os.path.realpath(to) for one in inputs):
            raise ValueError(f"{to} is an input too, and the next run would read what this one writes; name another")
    if report is not None:
        _check_report(report, to)


def _check_output(to: str, form: str | None) -> None:
    ending = os.path.splitext(to)[1].lower()
    folder = os.path.isdir(to)
    if form is None and ending in _OF_FILES and not folder:
        raise ValueError(
            f"{to} ends in {ending}, which tells no format of a whole data set; for one file take .jsonl, .csv or "
            ".parquet, for a folder with a file each say --format json, akn, markdown …"
        )
    chosen = form or format_of(to) or "json"
    one_file = is_stream(chosen) or (chosen == "parquet" and format_of(to) == "parquet")
    if one_file and (folder or to.endswith(("/", os.sep))):
        raise ValueError(
            f"{to} is a folder, and {chosen} is one file; name one in it: {os.path.join(to, 'all')}.{chosen}"
        )
    if not one_file and os.path.lexists(to) and not folder:
        raise ValueError(f"{to} is a file, and {chosen} needs a folder here")
    if os.path.exists(to) and not folder and not stat.S_ISREG(os.stat(to).st_mode):
        raise ValueError(f"{to} is no plain file that could be replaced; --to - writes to standard output")


def _check_report(report: str, to: str) -> None:
    if report in {"", STANDARD_OUTPUT} or os.path.isdir(report):
        raise ValueError("the report needs the name of a file: --report report.json")
    if os.path.realpath(report) == os.path.realpath(to):
        raise ValueError("the report would replace the output")
    if not os.path.isdir(os.path.dirname(report) or "."):
        raise ValueError(f"there is no folder {os.path.dirname(report)} for the report")
    if not os.access(report if os.path.exists(report) else os.path.dirname(report) or ".", os.W_OK):
        raise ValueError(f"the report cannot be written to {report}")
