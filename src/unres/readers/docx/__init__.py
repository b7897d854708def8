"""Word files (.docx): everything that Word shows, in the order of reading.

Automatic numbers are counted out, notes are bound to their marks, tracked changes are taken as accepted, and
the head of the first page, where the UN sets its masthead, comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.docx.document import Document
from unres.readers.docx.package import Package

if TYPE_CHECKING:
    from unres.readers.limits import Limits
    from unres.readers.source import Source


def read_docx(data: bytes, name: str, limits: Limits) -> Source:
    """A Word file.

    Raises:
        UnreadableError: damaged (``"broken"``, ``"not_well_formed"``), ``"encrypted"``, ``"unsafe_xml"``, or over
            a limit (``"too_large"``).
    """
    return Document(Package(data, name, limits), limits).read()
