"""What a run writes: each format encodes in the worker process, and a sink writes in the parent.

Formats of :mod:`unres.exports.formats` go to a folder with a file for each resolution, or, where they are lines, to one
file that grows. Tables have a module of this folder each, with ``encode(inputs, parsed)``, which turns what some files
gave into bytes, and ``sink(output, partial)``, which makes the :class:`Sink` that takes these bytes in order.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial as bound
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from unres.batch.outputs.folder import FolderSink, encode_each
from unres.batch.outputs.stream import stream_sink
from unres.exports import formats
from unres.exports.formats import FORMATS

if TYPE_CHECKING:
    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile
    from unres.exports.formats import Format

TABLES: dict[str, tuple[str, ...]] = {"parquet": (".parquet", ".pq"), "csv": (".csv",), "csv_excel": ()}
"""Formats of tables, a module each, and how their files end."""


Payload = bytes | list[tuple[str, bytes]]
Encoder = Callable[[Sequence["Input"], Sequence["ParsedFile"]], Any]


class Sink(Protocol):
    """Where results go. What it wrote before :meth:`state` is still there after a crash."""

    def restore(self, state: dict[str, Any] | None) -> None:
        """Begins: after the state that an earlier run left, or anew for None."""

    def write(self, payload: Any) -> None:  # noqa: ANN401  each format its own
        """Takes what the encoder made."""

    def state(self) -> dict[str, Any]:
        """Brings everything to the disk, and says in plain values how to go on from here."""

    def finish(self) -> None:
        """Makes the output whole and puts it in its place."""

    def close(self) -> None:
        """Lets go of files, finished or not."""


def names() -> list[str]:
    """What ``form`` and ``--format`` may be."""
    return [*FORMATS, *TABLES]


def is_stream(form: str) -> bool:
    """Whether a format is one file that grows, and can go to standard output."""
    return form in {"csv", "csv_excel"} or (form in FORMATS and FORMATS[form].holds == "lines")


def encoder(form: str) -> Encoder:
    """The encoder of a format."""
    if form == "objects":
        return _objects
    if form in FORMATS:
        return bound(_lines if is_stream(form) else encode_each, FORMATS[form])
    encode: Encoder = import_module(f"unres.batch.outputs.{form}").encode
    return encode


def sink(form: str, output: str, partial: str) -> Sink:
    """Writes a format to a file or a folder; what is not yet whole lies in the folder ``partial``."""
    if form in FORMATS:
        return stream_sink(output, partial) if is_stream(form) else FolderSink(output, partial)
    made: Sink = import_module(f"unres.batch.outputs.{form}").sink(output, partial)
    return made


def format_of(output: str) -> str | None:
    """The format of one file that a name's ending tells; None where it tells none."""
    written = formats.format_of(output)
    if written is not None:
        return written.name if is_stream(written.name) else None
    ending = os.path.splitext(output)[1].lower()
    return next((name for name, endings in TABLES.items() if ending in endings), None)


def _lines(form: Format, _: Sequence[Input], parsed: Sequence[ParsedFile]) -> bytes:
    return form.write([resolution for one in parsed for resolution in one.resolutions])


def _objects(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """The resolutions themselves: pickled file by file, so that the parent need not hold all at once."""
    import pickle

    return [("", pickle.dumps(one, protocol=5)) for one in parsed]
