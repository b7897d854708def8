"""What a run was asked for: inputs, output, format, how files are read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unres.batch.outputs import format_of, is_stream, names
from unres.batch.outputs.stream import STANDARD_OUTPUT

if TYPE_CHECKING:
    from unres.batch.settings import Settings


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for."""

    arguments: list[str]
    to: str
    settings: Settings
    jobs: int
    max_failures: int | None
    report: str | None

    def __post_init__(self) -> None:
        """Raises a ValueError where a number is out of its range."""
        if self.jobs < 1:
            raise ValueError("jobs is how many processes read: at least 1")
        if self.max_failures is not None and self.max_failures < 0:
            raise ValueError("max_failures is how many files may be unreadable: at least 0")

    @property
    def streamed(self) -> bool:
        """Whether the output is standard output."""
        return self.to == STANDARD_OUTPUT

    @property
    def folder(self) -> bool:
        """Whether the output is a folder."""
        return not self.streamed and not (
            is_stream(self.settings.form) or (self.settings.form == "parquet" and format_of(self.to) == "parquet")
        )

    @property
    def report_path(self) -> str | None:
        """Where the report goes; None for nowhere."""
        if self.report is not None or self.streamed:
            return self.report
        return os.path.join(self.to, "_report.json") if self.folder else f"{self.to}.report.json"

    @property
    def options(self) -> dict[str, Any]:
        """What must be the same when a run is taken up again."""
        means = {name: True for name in ("ocr", "office") if getattr(self.settings, name)}
        return {"inputs": self.arguments, "format": self.settings.form, "language": self.settings.language, **means}


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
