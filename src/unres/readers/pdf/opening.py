"""Opening a PDF: what is no PDF, is locked, or is too large is refused with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.readers.pdf.glyphs import BombError, LockedError

if TYPE_CHECKING:
    from unres.readers.pdf.page_source import PageSource
    from unres.readers.pdf.reader import PdfLimits

_LONGEST_REASON = 150
_HEAD = 1024  # the header may stand behind some bytes of another program's


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
    from unres.readers.pdf.page_source import PageSource  # slow to import

    try:
        source = PageSource(data, limits.max_pages, password)
    except LockedError as error:
        raise UnreadableError(
            "the PDF is encrypted; save a copy without a password", source=name, code="encrypted"
        ) from error
    except BombError as error:
        raise UnreadableError(f"the PDF is too large: {error}", source=name, code="too_large") from error
    except Exception as error:
        raise UnreadableError(
            f"the PDF is damaged and cannot be opened ({str(error)[:_LONGEST_REASON]})", source=name, code="damaged"
        ) from error
    if source.page_count == 0 and b"%%EOF" not in data[-_HEAD:]:
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
