"""Many files: one clean data set out of a folder, with nothing lost when one of the files is broken.

unres.batch.convert(inputs, "out.parquet")     a whole run, which can be interrupted and taken up again
unres.batch.iter_resolutions(inputs, jobs=4)   the resolutions, one after the other
unres.batch.parse_path(path)                   one file, whatever happens: for other engines
"""

from __future__ import annotations

from unres.batch.conversion import convert, iter_resolutions
from unres.batch.destination import OutputError
from unres.batch.journal import ResumeError
from unres.batch.options import ConvertOptions
from unres.batch.parsing import Failure, ParsedFile, parse_path
from unres.batch.report import Report

__all__ = [
    "ConvertOptions",
    "Failure",
    "OutputError",
    "ParsedFile",
    "Report",
    "ResumeError",
    "convert",
    "iter_resolutions",
    "parse_path",
]
