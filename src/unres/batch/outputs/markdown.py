"""Markdown: a file a resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.batch.outputs.folder import FolderSink, encode_each
from unres.exports.markdown import to_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

__all__ = ["encode", "sink"]

sink = FolderSink


def encode(inputs: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """``a/b.pdf.md``."""
    return encode_each(inputs, parsed, ".md", to_markdown)
