"""Where and how ``unres parse`` writes: one stream for all resolutions, or a file for each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.models import Resolution

_ENDINGS = {
    "json": ".json",
    "jsonl": ".jsonl",
    "akn": ".xml",
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "docx": ".docx",
    "bibtex": ".bib",
    "csl": ".csl.json",
    "outline": ".outline.txt",
}
_FORMATS = {ending: form for form, ending in _ENDINGS.items()} | {".htm": "html", ".markdown": "markdown"}
_ALONE = frozenset({"akn", "html", "docx"})
"""Formats of which a file holds one resolution."""
_GATHERED = frozenset({"bibtex", "csl"})
"""Formats in which resolutions are written together, at the end."""
_NO_NAME = re.compile(r"[^\w.()-]+")


def format_of(output: str | None) -> str:
    """The format that the name of a file asks for; an outline where it asks for none."""
    name = (output or "").lower()
    return next((form for ending, form in _FORMATS.items() if name.endswith(ending) and form != "csl"), "outline")


class Output:
    """Takes resolutions one by one. What is written before a failure stays written."""

    def __init__(self, form: str, output: str | None, outline: Callable[[Resolution], str]) -> None:
        self._form = form
        self._outline = outline
        self._name = output
        self._folder = bool(output) and (Path(str(output)).is_dir() or str(output).endswith(("/", "\\")))
        if form == "docx" and output is None:
            raise click.UsageError("a Word file is written with --output NAME.docx, not to the terminal")
        self._written: set[str] = set()
        self._gathered: list[Resolution] = []

    def add(self, resolution: Resolution) -> None:
        """Writes one, or keeps it for the end where the format writes all together."""
        if self._folder:
            self._write(self._name_in_folder(resolution), self._content([resolution]))
        elif self._form in _GATHERED:
            self._gathered.append(resolution)
        else:
            if self._form in _ALONE and self._written:
                raise click.UsageError(
                    f"a file of {self._form} holds one resolution, and there are several: "
                    "give --output a folder, such as out/"
                )
            self._write(self._name, self._content([resolution]))
            self._written.add("")

    def close(self) -> None:
        """Writes what was kept."""
        if self._gathered:
            self._write(self._name, self._content(self._gathered))

    def _name_in_folder(self, resolution: Resolution) -> str:
        """A name from symbol and language that no other has."""
        first = _NO_NAME.sub("-", resolution.symbol or resolution.title or "resolution").strip("-.")
        first = f"{first[:80]}.{resolution.language}"
        stem, number = first, 1
        while stem in self._written:
            number += 1
            stem = f"{first}-{number}"
        self._written.add(stem)
        return str(Path(str(self._name)) / f"{stem}{_ENDINGS[self._form]}")

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

    def _content(self, resolutions: list[Resolution]) -> bytes:
        if self._form == "docx":
            from unres.exports.docx import to_docx

            return to_docx(resolutions[0])
        return self._text(resolutions).encode("utf-8", "replace")

    def _text(self, resolutions: list[Resolution]) -> str:
        match self._form:
            case "bibtex":
                from unres.exports.citation import to_bibtex

                return to_bibtex(*resolutions)
            case "csl":
                from unres.exports.citation import to_csl_json

                return to_csl_json(*resolutions)
            case "outline":
                return "".join(self._outline(resolution) for resolution in resolutions)
            case _:
                return "".join(_written(resolution, self._form) for resolution in resolutions)


def _written(resolution: Resolution, form: str) -> str:
    """One resolution in a format of text."""
    match form:
        case "json":
            return resolution.model_dump_json(indent=2) + "\n"
        case "jsonl":
            return resolution.model_dump_json() + "\n"
        case "akn":
            from unres.exports.akn import to_akn

            return to_akn(resolution)
        case "markdown":
            from unres.exports.markdown import to_markdown

            return to_markdown(resolution)
        case "html":
            from unres.exports.html import to_html

            return to_html(resolution)
        case _:
            return _plain_text(resolution)


def _plain_text(resolution: Resolution) -> str:
    """Plain text; what it would not bring back is said on standard error."""
    from unres.exports.text import losses, to_text

    for remark in losses(resolution):
        click.echo(f"unres: {resolution.symbol or 'a resolution'}: {remark.message}", err=True)
    return to_text(resolution)
