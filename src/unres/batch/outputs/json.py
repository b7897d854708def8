"""JSON: a file a resolution, indented for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.batch.outputs.folder import FolderSink, encode_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile
    from unres.models import Resolution

__all__ = ["encode", "sink"]

sink = FolderSink


def encode(inputs: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """``a/b.pdf.json``."""
    return encode_each(inputs, parsed, ".json", _write)


def _write(resolution: Resolution) -> str:
    return resolution.model_dump_json(indent=2) + "\n"
