"""How files are read in a run: what processes and machines are told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.exports.formats import FORMATS
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from unres.exports.formats import Format
    from unres.models.vocabulary import Language

SECONDS = 120.0
"""A file may take so long. The slowest resolution known takes three seconds; a hostile file takes for ever."""
MEMORY = 2 * 1024**3
"""A process may use so many bytes beyond those it starts with."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Pickled, and sent to each process once."""

    form: str
    """The output's format; "objects" for the resolutions themselves."""
    language: Language | None = None
    limits: Limits = DEFAULT_LIMITS
    seconds: float = SECONDS
    """For one file."""
    memory: int | None = MEMORY
    """For one process; None for no limit."""
    ocr: bool = False
    """Whether the text of scans is recognised."""
    office: bool = False
    """Whether LibreOffice converts old Word files, Rich Text and OpenDocument."""
    written: Format | None = field(init=False, default=None)
    """What is registered under the name of the format, for processes that have not run the code that registered it."""

    def __post_init__(self) -> None:
        """A wrong value would otherwise look like a fault of every file.

        Raises:
            ValueError: no such language, or no time or memory at all.
        """
        object.__setattr__(self, "written", FORMATS.get(self.form))
        if self.language not in {None, "ar", "en"}:
            raise ValueError(f"no language {self.language!r}; there are 'ar' and 'en', and None to find it out")
        if self.seconds <= 0 or (self.memory is not None and self.memory <= 0):
            raise ValueError("a file needs some time and memory: seconds and memory are more than 0")


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def see_to_recognition(language: Language | None) -> None:
    """Sees at the beginning of a run, and not anew for each scan, that the recognition of text is installed.

    Raises:
        MissingExtraError: the extra ``ocr``, tesseract, or the data of a language is not.
    """
    from unres.readers.ocr import Recognizer

    Recognizer.check(language)
