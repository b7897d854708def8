"""The resolutions of many files, one after the other."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

from unres.batch.inputs import Argument, expand
from unres.batch.parsing import ParsedFile, close_zip, parse_input
from unres.batch.settings import MEMORY, SECONDS, Settings, see_to_recognition
from unres.readers.limits import DEFAULT_LIMITS, Limits
from unres.readers.office import find_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.batch.parsing import Failure
    from unres.models import Resolution
    from unres.models.vocabulary import Language


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
        jobs: 1 reads here, in this process; more read in so many others, each under limits of time and memory. The
            script must then be guarded by ``if __name__ == "__main__":``, as for all of Python's processes.
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
    if ocr:
        see_to_recognition(language)
    if office:
        find_program()
    named = [inputs] if isinstance(inputs, (str, os.PathLike)) else inputs
    settings = Settings("objects", language, limits or DEFAULT_LIMITS, seconds, memory, ocr, office)
    for parsed in _parsed(named, jobs, settings):
        yield from parsed.resolutions
        for failure in parsed.failures:
            if on_error is None:
                raise failure.error()
            on_error(failure)


def _parsed(inputs: Iterable[Argument], jobs: int, settings: Settings) -> Iterator[ParsedFile]:
    if jobs == 1:
        try:
            for one in expand(inputs):
                yield parse_input(one, settings)
        finally:
            close_zip()
        return
    from unres.batch.engine import results

    for result in results(expand(inputs), settings, jobs):
        for _, data in result.payload:
            parsed: ParsedFile = pickle.loads(data)  # noqa: S301  from our own process
            yield parsed
