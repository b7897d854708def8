"""A folder with a file for each resolution, laid out as the inputs were."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.inputs import Input
    from unres.batch.parsing import ParsedFile
    from unres.exports.formats import Format


def encode_each(form: Format, inputs: Sequence[Input], parsed: Sequence[ParsedFile]) -> list[tuple[str, bytes]]:
    """Relative paths and what goes there: ``a/b.pdf.json``, and ``a/b.pdf#2.json`` for the second of a file."""
    return [
        (f"{one.target}{f'#{place}' if place > 1 else ''}{form.ending}", form.write([resolution]))
        for one, file in zip(inputs, parsed, strict=True)
        for place, resolution in enumerate(file.resolutions, 1)
    ]


class FolderSink:
    """Each file is written beside its place and then put into it, so that none is ever half there."""

    def __init__(self, output: str, partial: str) -> None:
        self._output = output
        self._being_written = os.path.join(partial, "being-written")
        self._fresh: list[str] = []
        self._folders: set[str] = set()

    def restore(self, state: dict[str, Any] | None) -> None:
        """As :class:`Sink`; files written after the last state are written again, with the same content."""

    def write(self, payload: list[tuple[str, bytes]]) -> None:
        """As :class:`Sink`."""
        for target, data in payload:
            path = os.path.join(self._output, *target.split("/"))
            self._make_folder(os.path.dirname(path))
            with open(self._being_written, "wb") as file:
                file.write(data)
            os.replace(self._being_written, path)
            self._fresh.append(path)

    def state(self) -> dict[str, Any]:
        """As :class:`Sink`."""
        for path in self._fresh:
            _sync(path)
        for folder in {os.path.dirname(path) for path in self._fresh}:
            _sync(folder)
        self._fresh.clear()
        return {}

    def finish(self) -> None:
        """As :class:`Sink`."""
        self.state()

    def close(self) -> None:
        """As :class:`Sink`."""

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            if len(self._folders) > 10_000:  # noqa: PLR2004  a memory of what is there, not a list of it
                self._folders.clear()
            self._folders.add(folder)


def _sync(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
