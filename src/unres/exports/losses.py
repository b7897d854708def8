"""What a format that can be read does not bring back of a resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.formats import FORMATS
from unres.models.base import Diagnostic

if TYPE_CHECKING:
    from unres.models import Resolution

READ_BACK = ("text", "akn", "docx", "html")
"""Formats that are written and read."""


def losses(resolution: Resolution, form: str = "text", written: bytes | None = None) -> list[Diagnostic]:
    """What a format cannot bring back: the resolution is written and read again, and each block is compared.

    Args:
        resolution: what is to be written.
        form: the name of the format: "text", "akn", "docx" or "html".
        written: what the format wrote of it, where that has been done.

    Returns:
        Nothing where the blocks and footnotes read back are those of the resolution. Otherwise one remark, of code
        ``"export.not_read_back"``, that names the first block that differs and how many do.

    Raises:
        ValueError: a format that is not read.
    """
    if form not in READ_BACK:
        raise ValueError(f"{form!r} is not read; there are {', '.join(READ_BACK)}")
    before, after = _shapes(resolution), _shapes_read_back(resolution, form, written)
    differing = [name for name, shape in before.items() if after.get(name) != shape]
    differing += [name for name in after if name not in before]
    if not differing:
        return []
    message = f"The format {form} does not bring back all: {differing[0]} would be read otherwise"
    message += f", and {len(differing) - 1} more." if len(differing) > 1 else "."
    return [Diagnostic(code="export.not_read_back", severity="warning", message=message)]


def _shapes_read_back(resolution: Resolution, form: str, written: bytes | None) -> dict[str, tuple[object, ...]]:
    from unres.errors import UnreadableError
    from unres.pipeline import parse_source
    from unres.readers import open_source
    from unres.readers.source import Source

    if written is None:
        written = FORMATS[form].write([resolution])
    if form == "text":
        source = Source(written.decode(), "<text>")
    else:
        try:
            source = open_source(written)
        except UnreadableError:
            return {}
    return _shapes(parse_source(source, resolution.language))


def _shapes(resolution: Resolution) -> dict[str, tuple[object, ...]]:
    """Blocks and footnotes by their names, without their places in the source."""
    shapes: dict[str, tuple[object, ...]] = {
        block.id: (
            block.zone,
            block.kind,
            block.label,
            block.text,
            [(mark.label, mark.offset) for mark in block.footnote_marks],
        )
        for block in resolution.walk()
    }
    notes = ((f"footnote {note.label}", (note.text,)) for note in resolution.footnotes)
    return {**shapes, **dict(notes)}
