"""What can be said of a run: :class:`ConvertOptions`, which the command line, Python and Dask share.

A new option is a field here, an option of ``unres convert`` where it is one there too, and the line that heeds it.
"""

from __future__ import annotations

import inspect
import os
from dataclasses import KW_ONLY, dataclass, field, fields
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from unres.batch.inputs import expand, is_remote
from unres.batch.journal import partial_folder
from unres.batch.outputs import TABLES as TABULAR
from unres.batch.outputs import format_of, is_one_file, is_stream, names
from unres.batch.outputs.sinks import STANDARD_OUTPUT
from unres.batch.parsing import Reading
from unres.exports.formats import FORMATS
from unres.pool import processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.batch.inputs import Argument, Input, PassedOver
    from unres.batch.report import Report
    from unres.exports.columns import Of
    from unres.exports.formats import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Reading):
    """What processes and machines are told: pickled, and sent to each once."""

    form: str = "objects"
    """The output's format; "objects" for the resolutions themselves."""
    of: Of | None = None
    """What the rows of a table are; None for what its format is for."""
    written: Format | None = field(init=False, default=None)
    """What is registered under the name of the format, for processes that have not run the code that registered it."""

    def __post_init__(self) -> None:
        """As :class:`Reading`; and looks the format up."""
        Reading.__post_init__(self)
        object.__setattr__(self, "written", FORMATS.get(self.form))


@dataclass(frozen=True, slots=True)
class ConvertOptions(Reading):
    """A run: inputs to one output.

    Args:
        inputs: files, folders, globs, zips, addresses that fsspec knows (extra ``remote``).
        to: a file (``.jsonl``, ``.csv``, ``.xlsx``, ``.parquet``), a folder, or "-" for standard output.
        form: the name of a format: "jsonl", "parquet", "csv" and "xlsx" are one file; "json", "akn", "markdown" and the
            others of :mod:`unres.exports.formats` are a folder with a file for each resolution. None to tell it by the
            ending of ``to``; a folder is of JSON.
        of: what the rows of a table are: "resolutions", "blocks", "references" or "footnotes". None for blocks in CSV
            and XLSX, and for everything, nested, in Parquet.
        jobs: how many processes; None for as many as there are processors.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most; None for the defaults.
        seconds: how long one file may take.
        memory: bytes that a process may use to read (held on Linux); None for no limit.
        ocr: whether the text of scans is recognised (extra ``ocr`` and tesseract), which takes seconds for each page.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument.
        only: "resolutions" leaves out what does not look like a resolution (diagnostic
            ``structure.not_a_resolution``), "drafts" what is no draft either; the report counts what was left out.
        resume: go on with a run that was interrupted. Where there is none it is a new one; where the output is whole
            there is nothing to do.
        overwrite: replace what is at ``to``.
        fail_fast: stop at the first file that cannot be read.
        max_failures: stop when more files than that cannot be read.
        report: where to write the report as JSON; None for beside the output.
        progress: called with the report so far, some times a second.
    """

    inputs: Iterable[Argument] | Argument
    to: Argument
    _: KW_ONLY
    form: str | None = None
    of: Of | None = None
    jobs: int | None = None
    resume: bool = False
    overwrite: bool = False
    fail_fast: bool = False
    max_failures: int | None = None
    report: Argument | None = None
    progress: Callable[[Report], None] | None = None

    def expanded(self, passed: PassedOver | None = None) -> Iterator[Input]:
        """All inputs in their order; what lies at the output, an interrupted run and the report are none of them.

        Args:
            passed: counts the files and folders that hold data and no documents.

        Raises:
            MissingExtraError: there is an address with a scheme, and fsspec is not installed.
        """
        to = os.fspath(self.to)
        own = [] if to == STANDARD_OUTPUT or is_remote(to) else [to, partial_folder(to), beside(to)]
        return expand(listed(self.inputs), own if self.report is None else [*own, self.report], passed)

    def settings(self, form: str) -> Settings:
        """What of it processes and machines are told."""
        return Settings(form=form, of=self.of, **{one.name: getattr(self, one.name) for one in fields(Reading)})


class Plan:
    """What was asked for, settled: names as text, numbers in their ranges, the format.

    Args:
        options: what was asked for.

    Raises:
        ValueError: a number is out of its range, there is no such format, it does not go to standard output, or it
            is no table of such rows.
    """

    def __init__(self, options: ConvertOptions) -> None:
        self.asked = options
        self.arguments = listed(options.inputs)
        self.to = os.fspath(options.to)
        self.settings = options.settings(chosen_format(options.form, self.to))
        self.jobs = processors() if options.jobs is None else options.jobs
        self.max_failures = 0 if options.fail_fast else options.max_failures
        if self.jobs < 1:
            raise ValueError("jobs is how many processes read: at least 1")
        if self.max_failures is not None and self.max_failures < 0:
            raise ValueError("max_failures is how many files may be unreadable: at least 0")
        if options.of is not None:
            self._check_rows(options.of)
        if options.resume and self.streamed:
            raise ValueError("what went to standard output cannot be resumed; write to a file")

    def _check_rows(self, of: Of) -> None:
        from unres.exports.columns import TABLES as ROWS

        if of not in ROWS:
            raise ValueError(f"rows are {', '.join(ROWS)}, not {of!r}")
        if self.settings.form not in TABULAR or self.folder:
            raise ValueError(f"rows of {of} are for a table in one file: .csv, .xlsx or .parquet")

    @property
    def streamed(self) -> bool:
        """Whether the output is standard output."""
        return self.to == STANDARD_OUTPUT

    @property
    def folder(self) -> bool:
        """Whether the output is a folder."""
        return not self.streamed and not is_one_file(self.settings.form, self.to)

    @property
    def report_path(self) -> str | None:
        """Where the report goes; None for nowhere."""
        if self.asked.report is not None:
            return os.fspath(self.asked.report)
        if self.streamed:
            return None
        return os.path.join(self.to, "_report.json") if self.folder else beside(self.to)

    @property
    def must_agree(self) -> dict[str, object]:
        """What must be the same when a run is taken up again."""
        settings = self.settings
        means: dict[str, object] = {name: True for name in ("ocr", "office") if getattr(settings, name)}
        if settings.only != "all":
            means["only"] = settings.only
        if settings.of is not None:
            means["of"] = settings.of
        return {"inputs": self.arguments, "format": settings.form, "language": settings.language, **means}


def beside(to: str) -> str:
    """Where the report on one file goes."""
    return f"{to}.report.json"


def listed(inputs: Iterable[Argument] | Argument) -> list[str]:
    """One name or several, as text."""
    return [os.fspath(inputs)] if isinstance(inputs, (str, os.PathLike)) else [os.fspath(name) for name in inputs]


def chosen_format(form: str | None, to: str) -> str:
    """The format that was named, or that the name of the output tells.

    Raises:
        ValueError: there is none of this name, or it does not go to standard output.
    """
    chosen = form or format_of(to) or ("jsonl" if to == STANDARD_OUTPUT else "json")
    if chosen not in names():
        raise ValueError(f"no format {chosen!r}; there are {', '.join(names())}")
    if to == STANDARD_OUTPUT and not is_stream(chosen):
        raise ValueError(f"{chosen} does not go to standard output; {' and '.join(filter(is_stream, names()))} do")
    return chosen


Given = ParamSpec("Given")
Options = TypeVar("Options", bound=ConvertOptions)


def takes(options: Callable[Given, Options]) -> Callable[[Callable[[Options], Report]], Callable[Given, Report]]:
    """Gives a function of some options the parameters of their class, one by one, and their description."""
    signature = inspect.signature(options).replace(return_annotation="Report")

    def decorate(run: Callable[[Options], Report]) -> Callable[Given, Report]:
        @wraps(run)
        def taking(*positional: Given.args, **named: Given.kwargs) -> Report:
            signature.bind(*positional, **named)  # raises without the name of the class
            return run(options(*positional, **named))

        before, _, after = (inspect.getdoc(run) or "").partition("Returns:")
        about = (inspect.getdoc(options) or "").partition("Args:")[2].rstrip()
        taking.__doc__ = f"{before}Args:{about}\n\nReturns:{after}"
        taking.__dict__["__signature__"] = signature
        return taking

    return decorate
