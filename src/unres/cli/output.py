"""Where and how ``unres parse`` writes: one stream for all resolutions, or a file for each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unres.exports.losses import losses

if TYPE_CHECKING:
    from unres.exports.formats import Format
    from unres.models import Resolution

_NO_NAME = re.compile(r"[^\w.()-]+")


class Output:
    """Takes resolutions one by one. What is written before a failure stays written."""

    def __init__(self, form: Format, output: str | None) -> None:
        self._form = form
        self._name = output
        self._folder = bool(output) and (Path(str(output)).is_dir() or str(output).endswith(("/", "\\")))
        if form.name == "docx" and output is None:
            raise click.UsageError("a Word file is written with --output NAME.docx, not to the terminal")
        self._written: set[str] = set()
        self._gathered: list[Resolution] = []

    def add(self, resolution: Resolution) -> None:
        """Writes one, or keeps it for the end where the format writes all together."""
        for remark in losses(resolution, self._form.name) if self._form.read_back else ():
            click.echo(f"unres: {resolution.symbol or 'a resolution'}: {remark.message}", err=True)
        if self._folder:
            self._write(self._name_in_folder(resolution), self._form.write([resolution]))
        elif self._form.holds == "all":
            self._gathered.append(resolution)
        else:
            if self._form.holds == "one" and self._written:
                raise click.UsageError(
                    f"a file of {self._form.name} holds one resolution, and there are several: "
                    "give --output a folder, such as out/"
                )
            self._write(self._name, self._form.write([resolution]))
            self._written.add("")

    def close(self) -> None:
        """Writes what was kept."""
        if self._gathered:
            self._write(self._name, self._form.write(self._gathered))

    def _name_in_folder(self, resolution: Resolution) -> str:
        """A name from symbol and language that no other has."""
        first = _NO_NAME.sub("-", resolution.symbol or resolution.title or "resolution").strip("-.")
        first = f"{first[:80]}.{resolution.language}"
        stem, number = first, 1
        while stem in self._written:
            number += 1
            stem = f"{first}-{number}"
        self._written.add(stem)
        return str(Path(str(self._name)) / f"{stem}{self._form.ending}")

    def _write(self, name: str | None, content: bytes) -> None:
        """To a file; to the standard output without a name. The first write to a file makes it anew."""
        if name is None:
            click.echo(content, nl=False)
            return
        try:
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab" if self._written and not self._folder else "wb") as stream:
                stream.write(content)
        except OSError as error:
            raise click.ClickException(f"{name} cannot be written: {error.strerror or error}") from error
