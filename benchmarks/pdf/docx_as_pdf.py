"""Saves Word files as PDF with LibreOffice and compares the blocks read from both.

    python benchmarks/pdf/docx_as_pdf.py CORPUS [--pdfs DIR] [--folders docx-en,docx-ar] [--only NAME] [--misses]

A block is equal when zone, kind, label, text and footnote marks agree. Text is compared after NFC, without kashidas
and with one kind of space, and with the label as in the tree. Prints, for each file and in all, the share
of equal blocks in both (2 × equal / (blocks of the DOCX + blocks of the PDF)), the same for footnotes, and what of the
masthead differs. The PDFs are kept in DIR and made again only where they are missing.
"""

# soffice is found where it is installed

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import unres

if TYPE_CHECKING:
    from unres import Resolution

_KASHIDA = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]")
_MASTHEAD = (
    "symbol", "title", "session", "issued_on", "adopted_on", "meeting_number", "agenda_items", "basis", "distribution",
    "enacting_formula",
)  # fmt: skip


def plain(text: str | None) -> str:
    """What both formats can say alike."""
    text = unicodedata.normalize("NFC", text or "").replace("\u2011", "-")
    return re.sub(r"\s+", " ", _KASHIDA.sub("", text)).strip()


def blocks_of(resolution: Resolution) -> list[tuple[str, ...]]:
    """Everything that must agree of each block; annexes give their label and title too."""
    found = [
        (
            block.zone,
            block.kind,
            plain(block.label),
            plain(block.text),
            " ".join(f"{mark.label}@{plain(block.text[: mark.offset])[-12:]}" for mark in block.footnote_marks),
        )
        for block in resolution.walk()
    ]
    return found + [("annex", "title", plain(annex.label), plain(annex.title), "") for annex in resolution.annexes]


def notes_of(resolution: Resolution) -> list[tuple[str, ...]]:
    """Label, text, and where each footnote is marked."""
    return [(note.label, plain(note.text), " ".join(note.block_ids)) for note in resolution.footnotes]


def masthead_differences(word: Resolution, pdf: Resolution) -> list[str]:
    """The fields of the masthead that differ."""
    out = []
    for name in _MASTHEAD:
        one, other = getattr(word, name), getattr(pdf, name)
        if (plain(one) != plain(other)) if isinstance(one, str) and isinstance(other, str) else one != other:
            out.append(f"{name}: {one!r} | {other!r}")
    return out


def convert(paths: list[Path], out: Path) -> None:
    """Saves those as PDF that are not there yet, in one run of LibreOffice with a profile of its own."""
    missing = [path for path in paths if not (out / f"{path.stem}.pdf").exists()]
    if not missing:
        return
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(out), *map(str, missing)], check=True, capture_output=True, timeout=1200
        )


def difference(name: str, due: list[tuple[str, ...]], found: list[tuple[str, ...]], *, show: bool) -> int:
    """How many are equal; prints what is not, each with what is nearest to it on the other side."""
    one, other = Counter(due), Counter(found)
    lost, gained = list((one - other).elements()), list((other - one).elements())
    if show:
        texts = {" | ".join(item): item for item in gained}
        for item in lost:
            key = " | ".join(item)
            near = get_close_matches(key, list(texts), 1, 0.3)
            print(f"    {name} docx: {_short(key, near[0] if near else '')}")
            if near:
                print(f"    {name} pdf:  {_short(near[0], key)}")
                texts.pop(near[0])
        for key in texts:
            print(f"    {name} only in pdf: {key[:300]}")
    return len(due) - len(lost)


def _short(text: str, other: str) -> str:
    """The text, cut to where it begins to differ and where it ends to."""
    if len(text) < 260:
        return text
    at = next((n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    return f"{text[:40]} … {text[max(0, at - 40) : at + 100]} … {text[-60:]}"


def main() -> None:
    """Prints a line a file, what differs where asked, and the sums."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--pdfs", type=Path, default=Path("docx-as-pdf"))
    arguments.add_argument("--folders", default="docx-en,docx-ar")
    arguments.add_argument("--only", default="")
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    for folder in options.folders.split(","):
        paths = [path for path in sorted((options.corpus / folder).glob("*.docx")) if options.only in path.stem]
        convert(paths, options.pdfs / folder)
        sums: Counter[str] = Counter()
        for path in paths:
            _compare(path, options.pdfs / folder / f"{path.stem}.pdf", sums, show=options.misses)
        print(
            f"{folder}: {sums['files']} files, blocks equal {_share(sums, 'blocks'):.4f} of {sums['blocks in docx']}, "
            f"footnotes equal {_share(sums, 'notes'):.4f} of {sums['notes in docx']}, "
            f"files with another masthead {sums['mastheads']}"
        )


def _share(sums: Counter[str], what: str) -> float:
    total = sums[f"{what} in docx"] + sums[f"{what} in pdf"]
    return 2 * sums[f"{what} equal"] / total if total else 1.0


def _compare(path: Path, pdf_path: Path, sums: Counter[str], *, show: bool) -> None:
    word, pdf = unres.read(path), unres.read(pdf_path)
    own: Counter[str] = Counter()
    for what, of in (("blocks", blocks_of), ("notes", notes_of)):
        due, found = of(word), of(pdf)
        own[f"{what} in docx"], own[f"{what} in pdf"] = len(due), len(found)
        own[f"{what} equal"] = difference(what, due, found, show=show)
    head = masthead_differences(word, pdf)
    if show:
        for line in head:
            print(f"    masthead {line}")
    print(f"{path.stem:24} blocks {_share(own, 'blocks'):.4f} notes {_share(own, 'notes'):.4f} masthead {len(head)}")
    sums.update(own)
    sums.update(files=1, mastheads=bool(head))


if __name__ == "__main__":
    main()
