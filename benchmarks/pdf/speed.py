"""CPU time a page of PDF, and megabytes a second of document XML, reading alone and with the parse.

    python benchmarks/pdf/speed.py CORPUS [--only pdf] [--rounds 3] [--others] [--every 1]

One core; imports of a first run are left out, and of several rounds the best of each file counts. With --others the
text extraction of pdfplumber and pypdfium2 is timed between the rounds, and how many times as long as this library
they take is printed: on a busy machine the times say little, and these ratios still hold. XML is what the reader has
to take: the unpacked parts of a Word file's text, the file itself for Akoma Ntoso (one zip of the corpus).
"""

from __future__ import annotations

import argparse
import io
import time
import zipfile
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2

from unres.languages import page_words
from unres.pipeline import parse_source
from unres.readers import open_source

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml")


def timed(data: bytes) -> tuple[float, float, int]:
    """Seconds of reading, seconds with the parse, and pages."""
    start = time.process_time()
    source = open_source(data, words=page_words())
    read = time.process_time() - start
    parse_source(source)
    pages = max((line.page or 1 for line in source.lines or ()), default=1)
    return read, time.process_time() - start, pages


def of_others(data: bytes) -> tuple[float, float]:
    """Seconds of pdfplumber's and of pypdfium2's text extraction."""
    start = time.process_time()
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.extract_text()
    plumber = time.process_time() - start
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        document[number].get_textpage().get_text_range()
    document.close()
    return plumber, time.process_time() - start - plumber


def xml_size(data: bytes) -> int:
    """Bytes of document XML."""
    if not data.startswith(b"PK"):
        return len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(info.file_size for info in archive.infolist() if info.filename in _PARTS)


def main() -> None:
    """Prints the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--only", default="", help="sets whose name begins so: pdf, pdf-ar, docx-en, akn")
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--others", action="store_true")
    arguments.add_argument("--every", type=int, default=1, help="only every so many files")
    options = arguments.parse_args()
    corpus = options.corpus
    with zipfile.ZipFile(min((corpus / "akn").glob("*.zip"))) as archive:
        akn = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")][:60]
    sets = {
        "pdf-en-un": [path.read_bytes() for path in sorted((corpus / "pdf-en-un").glob("*.pdf"))],
        "pdf-en": [path.read_bytes() for path in sorted((corpus / "pdf-en").glob("*.pdf"))],
        "pdf-ar": [path.read_bytes() for path in sorted((corpus / "pdf-ar").glob("r*_[cltwx]*.pdf"))],
        "docx-en": [path.read_bytes() for path in sorted((corpus / "docx-en").glob("*.docx"))],
        "akn": akn,
    }
    for name, every_file in sets.items():
        files = every_file[:: options.every]
        if not name.startswith(options.only) or not files:
            continue
        timed(files[0])
        rounds: list[list[tuple[float, float, int]]] = []
        others: list[list[tuple[float, float]]] = []
        for _ in range(options.rounds):
            rounds.append([timed(data) for data in files])
            if options.others and name.startswith("pdf"):
                others.append([of_others(data) for data in files])
        rows = [min(row, key=lambda one: one[1]) for row in zip(*rounds, strict=True)]
        if name.startswith("pdf"):
            show("this library, reading", [read / pages for read, _, pages in rows], name)
            show("this library, with the parse", [whole / pages for _, whole, pages in rows], name)
            for at, tool in enumerate(("pdfplumber", "pypdfium2") if others else ()):
                best = [min(one[at] for one in row) for row in zip(*others, strict=True)]
                show(tool, [seconds / row[2] for seconds, row in zip(best, rows, strict=True)], name)
                times = median(seconds / row[1] for seconds, row in zip(best, rows, strict=True))
                print(f"{name}: {tool} takes {times:.2f} times as long as this library with the parse")
        else:
            size = sum(map(xml_size, files)) / 1e6
            read, whole = sum(row[0] for row in rows), sum(row[1] for row in rows)
            print(f"{name}: {size:.1f} MB of XML, MB/s {size / read:.1f} reading, {size / whole:.1f} with the parse")


def show(tool: str, seconds: list[float], name: str) -> None:
    """Prints the median of seconds a page."""
    print(f"{name}: median ms a page {1000 * median(seconds):.1f}, {tool}", flush=True)


if __name__ == "__main__":
    main()
