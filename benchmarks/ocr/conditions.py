"""Pages as they come: what is read of the same text under each damage that scans have.

    python benchmarks/ocr/conditions.py CORPUS [--count 4] [--only NAME]

Arabic documents are drawn in the held-out faces as `documents.py` draws them, and then put through one condition each.
English pages are those of Security Council resolutions of the first decades, set in a typewriter's face in two columns.
``numbers``, ``sure`` and ``letters`` are those of `table.py`; ``order`` is the share of the English letters that stand
in the right order. Needs edlib and tesseract.
"""

from __future__ import annotations

import argparse
import io
import itertools
import textwrap
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import documents
import edlib
import numpy as np
from pages import Drawn, Wear, face_path, worn
from PIL import Image, ImageDraw, ImageFont
from table import counted, figures, plain

import unres

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENT = unres.Limits(seconds_per_ocr_page=600)
CLEAN = Wear(blur=0.5, noise=4, ink=30, paper=235)
WEARS = {
    "clean": (CLEAN, 200),
    "turned by 2 degrees": (replace(CLEAN, turned=2.0), 200),
    "150 dots an inch": (replace(CLEAN, blur=0.3), 150),
    "400 dots an inch": (CLEAN, 400),
    "JPEG at quality 15": (replace(CLEAN, jpeg=15), 200),
    "faint type": (replace(CLEAN, ink=165, paper=235), 200),
    "much noise": (replace(CLEAN, noise=22), 200),
    "specks": (replace(CLEAN, specks=0.002), 200),
}
_FULL_PAGE = 3500  # characters
PICTURES = ("black border", "stamp", "spread")
COLUMNS = {
    "two columns, English": CLEAN,
    "the same, worn": Wear(turned=0.8, blur=0.8, noise=10, specks=0.0003, ink=70, paper=205, jpeg=35),
}


def main() -> None:
    """Prints a line for each condition."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--count", type=int, default=4, help="documents for each condition, of two pages")
    options.add_argument("--only", default="")
    given = options.parse_args()
    for name, (wear, dpi) in [*WEARS.items(), *((name, (CLEAN, 200)) for name in PICTURES)]:
        if given.only in name:
            print(f"{name:22}", figures(_arabic(given.corpus, name, wear, dpi, given.count)), flush=True)
    for name, wear in COLUMNS.items():
        if given.only in name:
            print(f"{name:22}", _english(given.corpus, wear, given.count), flush=True)


def _arabic(corpus: Path, name: str, wear: Wear, dpi: int, count: int) -> Counter[str]:
    """The counts of so many documents under one condition."""
    total: Counter[str] = Counter()
    rng = np.random.default_rng(11)
    for document in documents.documents(corpus, dpi, count, 2, rng, wear=wear):
        number = len(document.pages)
        if name in PICTURES:
            document.pages = _PICTURES[name](document.pages)
        read = unres.read(document.tiff(dpi), language="ar", ocr=True, limits=PATIENT)
        total += counted(document, read, show=False)
        total["pages"] += number
    return total


def _bordered(pages: list[Image.Image]) -> list[Image.Image]:
    """On a copier's glass that was larger than the page."""
    out = []
    for page in pages:
        wide = Image.new("L", (page.width + 190, page.height + 150), 25)
        wide.paste(page, (60, 90))
        out.append(wide)
    return out


def _stamped(pages: list[Image.Image]) -> list[Image.Image]:
    """With a library's stamp across the foot of the text."""
    stamp = Image.new("L", (520, 170), 0)
    draw = ImageDraw.Draw(stamp)
    draw.rounded_rectangle((4, 4, 515, 165), 24, outline=255, width=6)
    draw.text((60, 55), "RECEIVED 3 MAY", font=ImageFont.load_default(48), fill=255)
    stamp = stamp.rotate(11, expand=True)
    out = []
    for page in pages:
        marked = page.copy()
        marked.paste(90, (int(page.width * 0.12), int(page.height * 0.86)), stamp)
        out.append(marked)
    return out


def _spread(pages: list[Image.Image]) -> list[Image.Image]:
    """Two pages on one picture, the first on the right."""
    out = []
    for first, second in zip(pages[::2], pages[1::2], strict=False):
        both = Image.new("L", (first.width * 2, first.height), 235)
        both.paste(second, (0, 0))
        both.paste(first, (first.width, 0))
        out.append(both)
    return out + pages[len(pages) - len(pages) % 2 :]


_PICTURES: dict[str, Callable[[list[Image.Image]], list[Image.Image]]] = {
    "black border": _bordered,
    "stamp": _stamped,
    "spread": _spread,
}


def _english(corpus: Path, wear: Wear, count: int) -> str:
    """How much of pages in two columns is read, and in the right order."""
    wanted = right = pages = 0
    rng = np.random.default_rng(11)
    with zipfile.ZipFile(corpus / "cr-unsc-texts.zip") as files:
        texts = (" ".join(files.read(name).decode().split()) for name in sorted(files.namelist()))
        for text in itertools.islice((text for text in texts if len(text) > _FULL_PAGE), count):
            page, drawn = _two_columns(text)
            picture = worn(Drawn(page), wear, rng).picture
            box = io.BytesIO()
            picture.save(box, "PNG", dpi=(200, 200))
            read = unres.read(box.getvalue(), language="en", ocr=True, limits=PATIENT)
            letters = plain(drawn)
            wanted += len(letters)
            right += len(letters) - edlib.align(letters, plain(read.source_text))["editDistance"]
            pages += 1
    return f"letters in order {right / max(1, wanted):7.2%} of {wanted:5} on {pages} pages"


def _two_columns(text: str) -> tuple[Image.Image, str]:
    """A page of a typewriter's face in two columns, and what of the text it holds."""
    font = ImageFont.truetype(str(face_path("liberation/LiberationMono-Regular")), 26)
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    lines = textwrap.wrap(text, 40)[:100]
    half = (len(lines) + 1) // 2
    for at, line in enumerate(lines):
        draw.text((140 + 720 * (at >= half), 240 + 36 * (at % half)), line, font=font, fill=0)
    return page, " ".join(lines)


if __name__ == "__main__":
    main()
