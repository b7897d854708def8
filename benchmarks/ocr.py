"""Measures the recognition of scans against the text layer of the same pages.

    python benchmarks/ocr.py CORPUS [--pages 4] [--only TEXT]

A PDF with a text layer is read, its pages are drawn and recognised as a scan would be, and the two are compared:
``characters`` is the share of the characters of all blocks and footnotes that stand in the recognised text,
``words`` and ``numbers`` the share of whole words and of words with digits, ``blocks`` the share of blocks with the
same zone and label and a text that is alike to nine tenths, and ``exact`` those whose text is the same. The one
true scan of the corpus is compared with the pages that it was made of. Needs edlib and tesseract. What becomes of
numbers on pages with noise is measured by ``benchmarks/ocr/table.py``.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import edlib
import pypdfium2

import unres

if TYPE_CHECKING:
    from PIL import Image

    from unres.models import Resolution

FILES = (
    "pdf-ar/r67_lo-amiri.pdf",  # Arabic-Indic digits
    "pdf-ar/r67_chromium-noto.pdf",
    "pdf-ar/r76_lo-noto.pdf",  # Western digits
    "pdf-ar/r76_typst-amiri.pdf",
    "pdf-en/A_RES_73_7-EN.pdf",
    "pdf-en/S_2017_444-EN.pdf",
    "pdf-en/S_2023_970-EN.pdf",
)
SCAN, SCANNED = "pdf-ar/scan_r67_p2-4.pdf", ("pdf-ar/r67_lo-amiri.pdf", [1, 2, 3])
DPI = 200
ALIKE = 0.9
_MARKS = re.compile("[\u0640\u200b-\u200f\u202a-\u202e]")


def main() -> None:
    """Prints a line for each file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--pages", type=int, default=4, help="pages of each file, from the first")
    options.add_argument("--only", default="")
    given = options.parse_args()
    for name in FILES:
        if given.only in name:
            pages = range(given.pages)
            typeset = some_pages(given.corpus / name, list(pages))
            show(name, unres.read(typeset), pictures(typeset))
    if given.only in SCAN:
        name, wanted = SCANNED
        show(SCAN, unres.read(some_pages(given.corpus / name, wanted)), (given.corpus / SCAN).read_bytes())


def some_pages(path: Path, wanted: list[int]) -> bytes:
    """A PDF of these pages, counted from 0."""
    whole, part = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    part.import_pages(whole, [page for page in wanted if page < len(whole)])
    box = io.BytesIO()
    part.save(box)
    return box.getvalue()


def pictures(pdf: bytes) -> bytes:
    """A TIFF of its pages."""
    frames: list[Image.Image] = [
        page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)
    ]
    box = io.BytesIO()
    frames[0].save(box, "TIFF", save_all=True, append_images=frames[1:], dpi=(DPI, DPI), compression="tiff_deflate")
    return box.getvalue()


def show(name: str, truth: Resolution, scan: bytes) -> None:
    """One line of figures."""
    start = time.perf_counter()
    read = unres.read(scan, ocr=True)
    seconds = time.perf_counter() - start
    pages = sum(remark.code == "ocr.page" for remark in read.diagnostics)
    figures = compared(truth, read)
    print(f"{name:30}", *(f"{key} {value:6.1%}" for key, value in figures.items()), f"{seconds / pages:.1f} s a page")


def compared(truth: Resolution, read: Resolution) -> dict[str, float]:
    """The shares that the module's docstring explains."""
    pieces = [plain(block.text) for block in truth.walk()] + [plain(note.text) for note in truth.footnotes]
    whole = plain(read.source_text)
    lost = sum(min(len(p), edlib.align(p, whole, mode="HW")["editDistance"]) for p in pieces if p)
    words = Counter(word for piece in pieces for word in piece.split())
    found = Counter(whole.split())
    numbers = Counter({word: count for word, count in words.items() if re.search(r"\d", word)})
    blocks = list(read.walk())
    same = [
        b
        for b in truth.walk()
        if any(_alike(b.text, o.text) for o in blocks if (o.zone, _label(o)) == (b.zone, _label(b)))
    ]
    exact = {(o.zone, _label(o), plain(o.text)) for o in blocks}
    total = sum(1 for _ in truth.walk())
    return {
        "characters": 1 - lost / sum(map(len, pieces)),
        "words": (words & found).total() / words.total(),
        "numbers": (numbers & found).total() / max(1, numbers.total()),
        "blocks": len(same) / total,
        "exact": sum((b.zone, _label(b), plain(b.text)) in exact for b in truth.walk()) / total,
    }


def _label(block: unres.models.Block) -> str | None:
    return block.label.strip(".()") if block.label else None


def _alike(one: str, other: str) -> bool:
    one, other = plain(one), plain(other)
    longest = max(len(one), len(other), 1)
    return edlib.align(one, other, k=int(longest * (1 - ALIKE)))["editDistance"] >= 0


def plain(text: str) -> str:
    """Without kashidas and direction marks, one space between words."""
    return " ".join(_MARKS.sub("", text).split())


if __name__ == "__main__":
    main()
