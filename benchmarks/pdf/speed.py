"""CPU time a page of PDF, and megabytes a second of document XML, reading alone and with the parse.

    python benchmarks/pdf/speed.py CORPUS

One core; garbage and imports of a first run are left out. XML is what the reader has to take: the unpacked parts of
a Word file's text, the file itself for Akoma Ntoso (one zip of the corpus).
"""

from __future__ import annotations

import argparse
import io
import time
import zipfile
from pathlib import Path
from statistics import median

from unres.pipeline import parse_source
from unres.readers import open_source

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml")


def timed(data: bytes) -> tuple[float, float, int]:
    """Seconds of reading, seconds with the parse, and pages."""
    start = time.process_time()
    source = open_source(data)
    read = time.process_time() - start
    parse_source(source)
    pages = max((line.page or 1 for line in source.lines or ()), default=1)
    return read, time.process_time() - start, pages


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
    corpus = arguments.parse_args().corpus
    with zipfile.ZipFile(min((corpus / "akn").glob("*.zip"))) as archive:
        akn = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")][:60]
    sets = {
        "pdf-en": [path.read_bytes() for path in sorted((corpus / "pdf-en").glob("*.pdf"))],
        "pdf-ar": [path.read_bytes() for path in sorted((corpus / "pdf-ar").glob("r*_[cltwx]*.pdf"))],
        "docx-en": [path.read_bytes() for path in sorted((corpus / "docx-en").glob("*.docx"))],
        "akn": akn,
    }
    for name, files in sets.items():
        timed(files[0])
        rows = [timed(data) for data in files]
        if name.startswith("pdf"):
            per_page = [1000 * whole / pages for _, whole, pages in rows]
            reading = [1000 * read / pages for read, _, pages in rows]
            print(f"{name}: median ms a page {median(reading):.1f} reading, {median(per_page):.1f} with the parse")
        else:
            size = sum(map(xml_size, files)) / 1e6
            read, whole = sum(row[0] for row in rows), sum(row[1] for row in rows)
            print(f"{name}: {size:.1f} MB of XML, MB/s {size / read:.1f} reading, {size / whole:.1f} with the parse")


if __name__ == "__main__":
    main()
