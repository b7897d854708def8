"""What may become of any file: it is read, or refused with a reason."""

from __future__ import annotations

from unres.errors import UnreadableError
from unres.readers import open_source
from unres.readers.source import Source


def is_read_or_refused(data: bytes) -> bool:
    """False where a reader gave something else; any other exception passes through."""
    try:
        return isinstance(open_source(data), Source)
    except UnreadableError as error:
        return bool(error.code and error.reason)
