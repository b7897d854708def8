"""The text that other tools give of the same PDFs, scored in the same way.

    python benchmarks/pdf/others.py FOLDER [--only TEXT] [--every N] [--tools pdfplumber,pdftotext]

Those that are not installed are left out: pdfplumber, pdfminer.six, pypdfium2, PyMuPDF, pdftotext, docling-parse,
markitdown, unstructured, docling, marker. The last two fetch models when they first run; a tool that fails says so.
PyMuPDF is under the AGPL and marker under the GPL: they may be measured, never depended on.
"""

# ruff: noqa: S607  # each tool is imported and found where it is installed

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from scoring import Reading, read_truth, score

if TYPE_CHECKING:
    from collections.abc import Callable


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(str(path))


def _pypdfium2(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def _pymupdf(path: Path) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def _pdftotext(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode("utf-8", "replace")


def _docling(path: Path) -> str:
    from docling_parse.pdf_parser import DoclingPdfParser

    document = DoclingPdfParser().load(str(path))
    lines: list[str] = []
    for _, page in document.iterate_pages():
        lines += [cell.text for cell in page.textline_cells]
    return "\n".join(lines)


def _markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return MarkItDown().convert(path).text_content


def _unstructured(path: Path) -> str:
    from unstructured.partition.pdf import partition_pdf

    return "\n".join(str(each) for each in partition_pdf(str(path), strategy="fast", languages=["ara"]))


def _whole_docling(path: Path) -> str:
    from docling.document_converter import DocumentConverter

    return DocumentConverter().convert(path).document.export_to_markdown()


def _marker(path: Path) -> str:
    from marker.converters.pdf import PdfConverter
    from marker.models import create_model_dict

    return PdfConverter(artifact_dict=create_model_dict())(str(path)).markdown


TOOLS: dict[str, tuple[str, Callable[[Path], str]]] = {
    "pdfplumber": ("pdfplumber", _pdfplumber),
    "pdfminer": ("pdfminer", _pdfminer),
    "pypdfium2": ("pypdfium2", _pypdfium2),
    "PyMuPDF": ("pymupdf", _pymupdf),
    "pdftotext": ("", _pdftotext),
    "docling-parse": ("docling_parse", _docling),
    "markitdown": ("markitdown", _markitdown),
    "unstructured": ("unstructured", _unstructured),
    "docling": ("docling", _whole_docling),
    "marker": ("marker", _marker),
}


def main() -> None:
    """Prints the means of each tool."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--tools", default=",".join(TOOLS))
    options = arguments.parse_args()
    paths = [path for path in sorted(options.folder.glob("*_*.pdf")) if options.only in path.stem][:: options.every]
    for name in options.tools.split(","):
        module, read = TOOLS[name]
        if (importlib.util.find_spec(module) if module else shutil.which(name)) is None:
            print(f"{name:14} not installed")
            continue
        sums: dict[str, list[float]] = defaultdict(list)
        for path in paths:
            truth_path = options.folder / "truth" / f"{path.stem.split('_', 1)[0]}.json"
            if not truth_path.exists():
                continue
            start = time.perf_counter()
            try:
                text = read(path)
            except (OSError, RuntimeError, ValueError) as error:
                print(f"{name:14} failed: {type(error).__name__}: {str(error).splitlines()[0][:120]}")
                break
            sums["seconds"].append(time.perf_counter() - start)
            for key, value in score(read_truth(truth_path), Reading(text)).items():
                sums[key].append(value)
        if not sums["characters"]:
            continue
        print(
            f"{name:14} {len(sums['seconds']):4}",
            *(f"{key} {sum(v) / len(v):.4f}" for key, v in sums.items()),
            flush=True,
        )


if __name__ == "__main__":
    main()
