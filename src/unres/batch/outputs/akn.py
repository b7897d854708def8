"""Akoma Ntoso: a file a resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.batch.outputs.folder import FolderSink, encode_each
from unres.exports.akn import to_akn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

__all__ = ["encode", "sink"]

sink = FolderSink


def encode(inputs: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """``a/b.pdf.xml``."""
    return encode_each(inputs, parsed, ".xml", to_akn)
