"""Whole documents drawn as scans: real texts in faces that training never sees, with the right answer to each."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pages import EASTERN, HELD_OUT, Paragraph, Printer, Wear, eastern, worn

import unres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from PIL import Image

ARCHIVES = ("ga76.zip", "sc2012.zip", "ecosoc2022.zip", "sc2004.zip")
"""Those of the corpus that training leaves alone."""
_MARK = re.compile("⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")
_NOTE = re.compile(r"\(([0-9]+)\) ")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", EASTERN)
_CHARACTERS_A_LINE = 78


@dataclass(slots=True)
class Document:
    """A drawn document."""

    name: str
    face: str
    text: str = ""
    """What is drawn, in Arabic-Indic digits."""
    pages: list[Image.Image] = field(default_factory=list)

    def tiff(self, dpi: int) -> bytes:
        """Its pages as one file."""
        box = io.BytesIO()
        first, *others = self.pages
        first.save(box, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi), compression="tiff_deflate")
        return box.getvalue()


def documents(
    corpus: Path, dpi: int, count: int, most_pages: int, rng: np.random.Generator, *, wear: Wear | None = None
) -> Iterator[Document]:
    """Documents of the corpus, drawn one after the other in the held-out faces; worn by chance, unless it is said."""
    sources = itertools.zip_longest(*(_resolutions(corpus / "akn" / name) for name in ARCHIVES))
    found = (source for several in sources for source in several if source)
    for number, (name, lines) in enumerate(itertools.islice(found, count)):
        face = HELD_OUT[number % len(HELD_OUT)]
        document = Document(name, face)
        _draw(document, lines, (dpi, most_pages), rng, wear)
        yield document


def _resolutions(archive: Path) -> Iterator[tuple[str, list[str]]]:
    with zipfile.ZipFile(archive) as files:
        names = [name for name in sorted(files.namelist()) if name.startswith("ar/")]
        for name in names[1::5]:
            lines = [line for line in unres.read(files.read(name)).source_text.splitlines() if line.strip()]
            if 12 < len(lines) < 90 and not any("\t" in line for line in lines):
                yield name, lines


def _draw(
    document: Document, lines: list[str], sizes: tuple[int, int], rng: np.random.Generator, wear: Wear | None
) -> None:
    """Draws the text on pages, each with the footnotes of its marks below a rule."""
    dpi, most_pages = sizes
    notes = {match[1]: line for line in lines if (match := _NOTE.match(line))}
    body = [line for line in lines if not _NOTE.match(line)]
    drawn: list[str] = []
    while body and len(document.pages) < most_pages:
        printer = Printer(document.face, "liberation/LiberationSerif-Regular", dpi, spacing=1.75)
        below: list[str] = []
        while body:
            marks = [mark[1:-1].translate(_WESTERN) for mark in _MARK.findall(body[0])]
            marked = [notes[mark] for mark in marks if mark in notes]
            wanted = _height(body[0], 14, 1.75) + sum(_height(note, 10, 1.5) for note in below + marked) + 20
            if wanted > printer.room and (printer.page.rows or wanted < 600):
                break
            line = eastern(_MARK.sub(lambda m: f"⁽{m[0][1:-1].translate(_RAISED)}⁾", body.pop(0)))
            below += marked
            printer.paragraph(Paragraph(line, 14, indent=2))
            drawn.append(line)
        for at, note in enumerate(below):
            line = eastern(note)
            printer.paragraph(Paragraph(line, 10.5, rule_above=at == 0))
            drawn.append(line)
        document.pages.append(worn(printer.page, wear or Wear.of(rng, dpi), rng).picture)
    document.text = "\n".join(drawn)


_WESTERN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _height(text: str, size: float, spacing: float) -> float:
    """About how many points a paragraph takes."""
    return (len(text) * size / 14 / _CHARACTERS_A_LINE + 1) * size * spacing + 0.35 * size
