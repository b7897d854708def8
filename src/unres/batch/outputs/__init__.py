"""One module a format. Each encodes in the worker process, and writes in the parent.

A format is a module of this folder with ``encode(inputs, parsed)``, which turns what some files gave into bytes, and
``sink(path)``, which makes the :class:`Sink` that takes these bytes in order.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile

FORMATS = ("json", "jsonl", "parquet", "csv", "akn", "markdown")
"""What ``form`` and ``--format`` may be."""
STREAMED = ("jsonl", "csv")
"""What can go to standard output."""
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".pq": "parquet", ".csv": "csv"}

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


def encoder(form: str) -> Encoder:
    """The encoder of a format."""
    if form == "objects":
        return _objects
    encode: Encoder = import_module(f"unres.batch.outputs.{form}").encode
    return encode


def sink(form: str, output: str, partial: str) -> Sink:
    """Writes a format to a file or a folder; what is not yet whole lies in the folder ``partial``."""
    made: Sink = import_module(f"unres.batch.outputs.{form}").sink(output, partial)
    return made


def format_of(output: str) -> str | None:
    """The format that a name's ending tells; None where it tells none."""
    return _ENDINGS.get(os.path.splitext(output)[1].lower())


def _objects(_: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """The resolutions themselves: pickled file by file, so that the parent need not hold all at once."""
    import pickle

    return [("", pickle.dumps(one, protocol=5)) for one in parsed]
