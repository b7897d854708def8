"""How long, and how large, what people look at is for the longest resolutions of a corpus.

python benchmarks/people.py CORPUS [--longest 5]
"""

from __future__ import annotations

import argparse
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import unres
from unres.exports.docx import to_docx
from unres.exports.html import to_html
from unres.exports.markdown import to_markdown
from unres.exports.text import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from unres.models import Resolution

WRITERS: dict[str, Callable[[Resolution], str | bytes]] = {
    "notebook": lambda resolution: resolution._repr_html_(),
    "references": lambda resolution: resolution.references._repr_html_(),
    "html": to_html,
    "markdown": to_markdown,
    "docx": to_docx,
    "text": to_text,
}


def longest(corpus: Path, number: int) -> list[bytes]:
    """The largest files of each archive, by their size unpacked."""
    found: list[tuple[int, Path, str]] = []
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            found += [
                (each.file_size, archive, each.filename) for each in files.infolist() if each.filename.endswith("xml")
            ]
    out = []
    for _, archive, name in sorted(found, reverse=True)[:number]:
        with zipfile.ZipFile(archive) as files:
            out.append(files.read(name))
    return out


def main() -> None:
    """Prints milliseconds of processor time and kilobytes for each kind of output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--longest", type=int, default=5)
    arguments = parser.parse_args()
    for data in longest(arguments.corpus, arguments.longest):
        resolution = unres.read(data)
        blocks = sum(1 for _ in resolution.walk())
        print(
            f"{resolution.symbol} ({resolution.language}): {len(resolution.source_text):,} characters, {blocks} blocks"
        )
        for name, write in WRITERS.items():
            best = 9e9
            for _ in range(3):
                start = time.process_time()
                written = write(resolution)
                best = min(best, time.process_time() - start)
            print(f"  {name:<11}{best * 1000:8.1f} ms {len(written) / 1000:8.0f} kB")


if __name__ == "__main__":
    main()
