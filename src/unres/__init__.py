"""Reads United Nations resolutions, in Arabic and English, into typed Python objects.

What it offers:
    unres.parse(text)              a text, as people have it
    unres.read(source)             a file: PDF, Word, HTML, Akoma Ntoso XML, plain text
    unres.read_all(source)         a zip, a compilation, or one symbol with parts A and B
    unres.compare(older, newer)    what changed from one resolution to another
    unres.find_references(text)    what any text cites
    unres.annotate(text, found)    the text with links
    unres.align(arabic, english)   two language versions side by side
    unres.tables(resolutions)      Arrow tables, for pandas, polars, DuckDB
    unres.fetch(symbol, language)  the file of a document, from the United Nations, when asked for
    unres.batch                    many files: convert, iter_resolutions, parse_path
    unres.to_frame(what)           a data frame of blocks, references or footnotes
    unres.examples.load(name)      a resolution to try things on
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres._version import __version__
from unres.delegates import provides
from unres.errors import MissingExtraError, UnreadableError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

    from unres import batch, examples
    from unres.alignment import Alignment, align
    from unres.annotation import annotate
    from unres.comparison import Comparison, compare
    from unres.exports.frames import tables, to_frame
    from unres.fetching import fetch
    from unres.models import Chunk, Related, Resolution
    from unres.models.block import Origin
    from unres.models.vocabulary import Language
    from unres.readers.limits import Limits
    from unres.references import find_references

__all__ = [
    "Alignment",
    "Comparison",
    "Limits",
    "MissingExtraError",
    "Resolution",
    "UnreadableError",
    "__version__",
    "align",
    "annotate",
    "batch",
    "compare",
    "examples",
    "fetch",
    "find_references",
    "parse",
    "read",
    "read_all",
    "tables",
    "to_frame",
]

_ELSEWHERE = {
    "Comparison": "unres.comparison",
    "Alignment": "unres.alignment",
    "Limits": "unres.readers.limits",
    "Resolution": "unres.models",
    "align": "unres.alignment",
    "batch": "unres.batch",
    "annotate": "unres.annotation",
    "examples": "unres.examples",
    "compare": "unres.comparison",
    "fetch": "unres.fetching",
    "find_references": "unres.references",
    "tables": "unres.exports.frames",
    "to_frame": "unres.exports.frames",
}
_MODULES = frozenset({"batch", "examples"})


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever the name stands for
    """Names that are loaded when they are first used, so that ``import unres`` stays quick."""
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'unres' has no attribute {name!r}")
    from importlib import import_module

    module = import_module(_ELSEWHERE[name])
    value = module if name in _MODULES else getattr(module, name)
    globals()[name] = value
    return value


@provides("cite")
def _cite(block_id: str, origin: Origin, language: Language) -> str:
    from unres.exports.pinpoint import cite

    return cite(block_id, origin, language)


@provides("chunks")
def _chunks(
    resolution: Resolution, most: int, tokenizer: Callable[[str], int] | None, language: Language | None
) -> list[Chunk]:
    from unres.exports.chunks import chunks

    return chunks(resolution, max_tokens=most, tokenizer=tokenizer, language=language)


@provides("related")
def _related(resolution: Resolution) -> list[Related]:
    from unres.references.related import related

    return related(resolution)


@provides("html")
def _html(value: object) -> str:
    from unres.exports.notebook import render

    return render(value)


def parse(text: str, *, language: Language | None = None) -> Resolution:
    """Parses the text of a resolution.

    Args:
        text: the text in logical order, as people have it: copied from a page, wrapped, with footnotes in between.
        language: "ar" or "en"; None to detect it.

    Returns:
        The resolution. However broken the text, what could not be placed is in ``diagnostics``.

    Raises:
        UnreadableError: the text is empty, longer than the default limit of characters, or the name of a file.
        ValueError: the language is another.
    """
    from unres.languages import check_language
    from unres.pipeline import parse_source
    from unres.readers.limits import DEFAULT_LIMITS, too_large
    from unres.readers.source import Source
    from unres.usage import check_text

    check_language(language)
    check_text(text)
    if not text.strip():
        raise UnreadableError("there is no text", source="<text>", code="empty")
    if len(text) > DEFAULT_LIMITS.max_characters:
        too_large("<text>", f"a text of {len(text):,} characters", "max_characters", DEFAULT_LIMITS.max_characters)
    return parse_source(Source(text, "<text>"), language)


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO | PDF | Page | list[Page] | tuple[Page, ...],
    *,
    language: Language | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
    office: bool = False,
) -> Resolution:
    """Reads a file of one resolution: PDF, DOCX, HTML, Akoma Ntoso XML or plain text, told apart by content.

    Args:
        source: a path, the bytes of a file, or a binary file open for reading; or what pdfplumber opened: a PDF, a
            page of one, cropped or filtered, or a list of its pages, of which only the characters left are read.
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most; None for the defaults.
        ocr: whether the text of pages without a text layer, and of JPEG, PNG and TIFF, is recognised from the
            picture. It needs the extra ``ocr`` and the program tesseract; diagnostics ``ocr.…`` say how sure it is.
        office: whether an installed LibreOffice converts old Word files (.doc), Rich Text and OpenDocument to DOCX. It
            runs with a profile of its own, without macros and network, for ``limits.seconds_per_office_file`` at most.

    Raises:
        UnreadableError: there is nothing to read; its ``code`` and ``reason`` say why.
        MissingExtraError: `ocr` or `office` is asked for, needed, and not installed.
        OSError: the file cannot be opened.
    """
    from unres.languages import check_language, page_words
    from unres.pipeline import parse_source
    from unres.readers import open_source
    from unres.readers.limits import DEFAULT_LIMITS

    check_language(language)
    wanted = (language or "any") if ocr else None
    words = page_words()
    return parse_source(open_source(source, limits or DEFAULT_LIMITS, wanted, office=office, words=words), language)


def read_all(  # noqa: PLR0913  each option is an argument
    source: str | os.PathLike[str] | bytes | BinaryIO | PDF | Page | list[Page] | tuple[Page, ...],
    *,
    language: Language | None = None,
    limits: Limits | None = None,
    on_error: Callable[[UnreadableError], None] | None = None,
    ocr: bool = False,
    office: bool = False,
) -> Iterator[Resolution]:
    """Reads every resolution of a file: of a zip, of a compilation, of one symbol that carries parts A and B.

    Args:
        source: a path, the bytes of a file, or a binary file open for reading; or what pdfplumber opened: a PDF, a
            page of one, cropped or filtered, or a list of its pages, of which only the characters left are read.
        language: "ar" or "en"; None to detect it for each.
        limits: what files may come to at most; None for the defaults.
        on_error: called for a file of a zip that cannot be read; without it the error is raised.
        ocr: as for :func:`read`.
        office: as for :func:`read`.

    Raises:
        UnreadableError: as :func:`read`.
        MissingExtraError: as :func:`read`.
        OSError: the file cannot be opened.
    """
    from unres.languages import check_language, page_words
    from unres.parsers.source import split_source
    from unres.pipeline import parse_source
    from unres.readers import open_sources
    from unres.readers.limits import DEFAULT_LIMITS

    check_language(language)
    wanted = (language or "any") if ocr else None
    words = page_words()
    for document in open_sources(source, limits or DEFAULT_LIMITS, on_error, wanted, office=office, words=words):
        for part in split_source(document, language):
            yield parse_source(part, language)
