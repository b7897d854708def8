"""Opens a PDF and gives its pages: playa-pdf reads the file's objects, and the interpreter here the pages' content.

What is no PDF, is locked, or is too large is refused with its reason.
"""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING

import playa

from unres.errors import UnreadableError
from unres.readers.pdf.fonts import Fonts
from unres.readers.pdf.geometry import most_common_quarter
from unres.readers.pdf.glyphs import GlyphPage
from unres.readers.pdf.interpreter import Interpreter
from unres.readers.pdf.limits import BombError, LateError, LockedError, PageClock, check_packed_objects, checked_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from playa.page import Page

    from unres.readers.pdf.fonts import PdfFont
    from unres.readers.pdf.limits import PdfLimits

_LONGEST_REASON = 150
_HEAD = 1024  # the header may stand behind some bytes of another program's, and its last line before some
_PADDED = 65_536


def is_cut_off(data: bytes) -> bool:
    """Whether the end of a PDF is missing, as after a download that broke off."""
    return b"%%EOF" not in data[-_PADDED:].rstrip(b"\0 \r\n")[-_HEAD:]


def open_pdf(data: bytes, name: str, limits: PdfLimits, password: str = "") -> PageSource:
    """Opens a PDF.

    Raises:
        UnreadableError: with code ``empty``, ``too_large``, ``not_pdf``, ``encrypted`` or ``damaged``.
    """
    if not data:
        raise UnreadableError("the file is empty", source=name, code="empty")
    if len(data) > limits.max_bytes:
        raise UnreadableError(
            f"the file is over the limit of {limits.max_bytes:,} bytes (max_bytes)", source=name, code="too_large"
        )
    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadableError(f"the file is no PDF{_looks_like(data)}", source=name, code="not_pdf")
    try:
        source = PageSource(data, name, limits.max_pages, password)
    except LockedError as error:
        raise UnreadableError(
            "the PDF is encrypted; save a copy without a password", source=name, code="encrypted"
        ) from error
    except BombError as error:
        raise UnreadableError(f"the PDF is too large: {error}", source=name, code="too_large") from error
    except Exception as error:
        why = "cut off: its end is missing, and it" if is_cut_off(data) else "damaged and"
        raise UnreadableError(
            f"the PDF is {why} cannot be opened ({(str(error) or type(error).__name__)[:_LONGEST_REASON]})",
            source=name,
            code="damaged",
        ) from error
    if source.page_count == 0 and is_cut_off(data):
        raise UnreadableError(
            "the PDF is cut off: its end is missing, and no page can be found", source=name, code="damaged"
        )
    if source.page_count == 0:
        raise UnreadableError("the PDF has no pages", source=name, code="empty")
    if source.page_count > limits.max_pages:
        reason = f"the PDF has more pages than the limit of {limits.max_pages:,} (max_pages)"
        raise UnreadableError(reason, source=name, code="too_large")
    return source


_KINDS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"PK\x03\x04", "a zip or Word file"),
    (b"<", "HTML or XML"),
)


def _looks_like(data: bytes) -> str:
    """What the first bytes say that it is instead."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return f", but {kind}"
    return ""


_SHARE = 0.6
"""Of the time for a page, for its interpretation: what was found until then is still to be put together."""

logging.getLogger("playa").setLevel(logging.CRITICAL)  # what it warns of is counted here and said in remarks


class PageSource:
    """An open PDF.

    Args:
        data: the whole file.
        name: what to call it in errors.
        most_pages: pages beyond these are not counted.
        password: of an encrypted file.
    """

    def __init__(self, data: bytes, name: str, most_pages: int = 5_000, password: str = "") -> None:
        self.data = data
        self.name = name
        check_packed_objects(data)
        try:
            self._document = playa.parse(data, space="page", password=password)
        except playa.PDFEncryptionError as error:
            raise LockedError from error
        self._fonts = Fonts(self._document)
        if isinstance(self._document.catalog, dict):
            self._document.catalog.pop("PageLabels", None)  # nobody asks for them, and they may run in a circle
        self.page_count = sum(1 for _ in islice(self._document.pages.page_objects, most_pages + 1))

    @property
    def fonts(self) -> list[PdfFont]:
        """The fonts that the pages read so far set text in."""
        return self._fonts.used

    def close(self) -> None:
        """Lets go of the document and of what was remembered of its fonts."""
        self._document.close()
        self._fonts.clear()

    def pages(self, seconds_per_page: float, numbers: Sequence[int] | None = None) -> Iterator[GlyphPage]:
        """Every page in order, or those with these numbers in theirs; one that fails says why in ``broken``."""
        pages: Iterable[tuple[int, Page | Exception]] = self._numbered()
        if numbers is not None:
            chosen = {number: page for number, page in pages if number in numbers}
            pages = [(number, chosen[number]) for number in numbers if number in chosen]
        for number, page in pages:
            if isinstance(page, Exception):
                broken = f"{type(page).__name__}: {page}"
                yield GlyphPage(number, 0.0, 0.0, broken=broken, clock=PageClock(seconds_per_page))
            else:
                yield self._read(page, number, PageClock(seconds_per_page))

    def _numbered(self) -> Iterator[tuple[int, Page | Exception]]:
        """The pages by number; what a damaged tree of pages raises takes the place of the rest."""
        pages = iter(self._document.pages)
        for number in range(1, self.page_count + 1):
            try:
                yield number, next(pages)
            except Exception as error:  # noqa: BLE001  # anything
                yield number, error
                return

    def _read(self, page: Page, number: int, clock: PageClock) -> GlyphPage:
        """What the page shows, turned so that most of its text stands upright."""
        result = _empty(page, number, 0)
        try:
            with clock.running(_SHARE):
                content = checked_content(page.streams)
                turn = most_common_quarter(self._interpret(page, content, result))
                if turn:
                    page.set_initial_ctm("page", page.rotate + 90 * turn)
                    result = _empty(page, number, turn)
                    self._interpret(page, content, result)
        except LateError:
            result.late = True
        except Exception as error:  # noqa: BLE001  # a damaged page raises anything; the others are still read
            result.broken = f"{type(error).__name__}: {error}"
        result.clock = clock
        return result

    def _interpret(self, page: Page, content: bytes, result: GlyphPage) -> list[int]:
        interpreter = Interpreter(result, self._fonts, page.ctm)
        interpreter.run(content, page.resources)
        return interpreter.quarters


def _empty(page: Page, number: int, quarters: int) -> GlyphPage:
    """The page before its content is interpreted, as wide and high as it is shown."""
    width, height = abs(float(page.width)), abs(float(page.height))
    if page.rotate % 180:
        width, height = height, width
    return GlyphPage(number, width, height, quarters=quarters)
