"""The page that shows a parse: the viewer, with the pages of a PDF. Runs in the workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import Language

_MOST_PICTURES = 40
_HEAD = 1024


def show(resolution: Resolution, data: bytes, other: Resolution | None, other_data: bytes, interface: Language) -> str:
    """A whole page, nothing loaded from elsewhere.

    Args:
        resolution: What to show.
        data: The file that it was read from; empty for a text.
        other: The same resolution in another language, to stand beside it.
        other_data: The file of that.
        interface: The language of buttons and names.
    """
    from unres.exports.viewer import to_viewer

    return to_viewer(
        resolution, other, pdf=_pdf(data), other_pdf=_pdf(other_data), interface=interface, pictures=_MOST_PICTURES
    )


def _pdf(data: bytes) -> bytes | None:
    return data if b"%PDF-" in data[:_HEAD] else None
