"""JSON lines: a line a resolution, exactly what ``Resolution.model_validate_json`` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.batch.outputs.stream import stream_sink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

__all__ = ["encode", "sink"]

sink = stream_sink


def encode(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    """One line for each resolution."""
    return "".join(f"{resolution.model_dump_json()}\n" for one in parsed for resolution in one.resolutions).encode()
