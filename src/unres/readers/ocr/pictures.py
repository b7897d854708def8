"""Pictures to recognise: pages of a PDF drawn, and files of images."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from unres.errors import UnreadableError, needs
from unres.readers.limits import too_large
from unres.readers.ocr.recognizer import lines_of, nothing_recognized, remarks_on
from unres.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from unres.readers.limits import Limits
    from unres.readers.ocr.recognizer import RecognizedPage, Recognizer

DPI = 200
"""Measured on scans and typeset pages: more costs time and gives nothing."""
_MOST_PIXELS = 30_000_000  # of a drawn page; a larger page is drawn coarser
_LEAST_DPI, _MOST_DPI = 70, 1200
_PAGE_HEIGHT_INCHES = 11.7  # what a picture is taken for that does not say its resolution: a page of A4


def drawn_pages(data: bytes, numbers: list[int]) -> Iterator[tuple[int, Image.Image, int]]:
    """Pages of a PDF, each with its number and resolution; a page that cannot be drawn is left out."""
    try:
        import pypdfium2
    except ImportError as error:
        raise needs("ocr", error) from error
    document = pypdfium2.PdfDocument(data)
    try:
        for number in numbers:
            page = document[number - 1]
            width, height = page.get_size()
            dpi = DPI
            while width * height * (dpi / 72) ** 2 > _MOST_PIXELS and dpi > 1:
                dpi //= 2
            yield number, page.render(scale=dpi / 72, grayscale=True).to_pil(), dpi
            page.close()
    finally:
        document.close()


def read_image(data: bytes, name: str, limits: Limits, recognizer: Recognizer) -> Source:
    """A JPEG, PNG or TIFF as a document, each of its frames a page.

    Raises:
        UnreadableError: damaged, over a limit, or no text was recognised.
        MissingExtraError: what recognition needs is not installed.
    """
    source = Source("", name, [])
    pages: list[RecognizedPage] = []
    for number, (picture, dpi) in enumerate(_frames(data, name, limits), 1):
        page = recognizer.page(picture, number, dpi, name)
        pages.append(page)
        text, lines = lines_of(page, len(source.text))
        source.remarks += remarks_on(page, lines)
        if lines and source.lines is not None:
            source.text += text + "\n"
            source.lines += lines
    if not source.text.strip():
        nothing_recognized(pages, name)
    return source


def _frames(data: bytes, name: str, limits: Limits) -> Iterator[tuple[Image.Image, int]]:
    try:
        from PIL import Image, ImageSequence
    except ImportError as error:
        raise needs("ocr", error) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is ours
            opened = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "TIFF"))
        for frame in ImageSequence.Iterator(opened):
            if frame.width * frame.height > limits.max_pixels:
                too_large(name, "the number of pixels of a page", "max_pixels", limits.max_pixels)
            yield frame.convert("L"), _resolution(frame)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"a damaged picture: {error}", source=name, code="damaged") from error


def _resolution(picture: Image.Image) -> int:
    """Dots an inch: as the file says, where that can be; otherwise as if it were a whole page."""
    said = picture.info.get("dpi", (0, 0))[1]
    dpi = round(float(said))
    if not _LEAST_DPI < dpi < _MOST_DPI:
        dpi = round(max(picture.height, picture.width) / _PAGE_HEIGHT_INCHES)
    return max(_LEAST_DPI, min(dpi, _MOST_DPI))
