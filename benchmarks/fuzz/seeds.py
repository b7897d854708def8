"""The files that fuzzing starts from: small real ones of every format, and ours."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

import unres
from unres.exports.akn import to_akn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
LARGEST = 120_000
EACH = 12


def seeds(corpus: Path | None) -> Iterator[tuple[str, bytes]]:
    """Names and contents; the real ones only where a corpus is given."""
    yield from _texts()
    yield from _strange()
    if corpus is not None:
        yield from _akn(corpus)
        yield from _words(corpus)
        yield from _pdfs(corpus)


def _texts() -> Iterator[tuple[str, bytes]]:
    """Our own documents as text in several encodings, as Akoma Ntoso, as HTML, and zipped."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
            text = path.read_text("utf-8")
            archive.writestr(path.name, text)
            yield path.name, text.encode()
            akn = to_akn(unres.parse(text)).encode()
            if len(akn) < LARGEST // 4:
                yield f"{path.stem}.xml", akn
            paragraphs = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
            way = "rtl" if ".ar" in path.name else "ltr"
            yield f"{path.stem}.html", f'<html dir="{way}"><body>{paragraphs}</body></html>'.encode()
            if ".ar" in path.name:
                yield f"{path.stem}.1256.txt", text.encode("cp1256", "ignore")
                yield f"{path.stem}.utf16.txt", text.encode("utf-16")
    yield "all.zip", box.getvalue()


def _strange() -> Iterator[tuple[str, bytes]]:
    """What HTML and XML can do besides."""
    yield (
        "table.html",
        (
            b"<!doctype html><meta charset=windows-1256><table dir=rtl><tr><td rowspan=2>A/RES/71/94<td>1/<sup>2</sup>"
            b"<tr><td colspan=3><ol start=4 type=a><li>Urges<ul><li>x</ul><li value=9>y</ol></table><hr><p>1/ Note"
            b"<a href=#n1 name=r1>1</a><script>x</script><!-- c --><style>p{}</style>&nbsp;&#1575;&#x5d0;&amp;<br>"
        ),
    )
    yield "entity.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso>&b;</akomaNtoso>'
    yield "empty.zip", b"PK\x05\x06" + bytes(18)


def _akn(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """The smallest files of each set in each language."""
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for language in ("ar/", "en/"):
                members = sorted(
                    (info for info in opened.infolist() if language in info.filename and not info.is_dir()),
                    key=lambda info: info.file_size,
                )
                for info in members[:2]:
                    yield f"{archive.stem}-{Path(info.filename).name}", opened.read(info)


def _words(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """The smallest Word files, without what no reader opens: pictures, themes, printer settings."""
    files = sorted((corpus / "docx-ar").glob("*.docx"))
    files += sorted((corpus / "docx-en").glob("*.docx"), key=lambda path: path.stat().st_size)[:EACH]
    for path in files:
        box = io.BytesIO()
        with (
            zipfile.ZipFile(path) as opened,
            zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as kept,
        ):
            for name in opened.namelist():
                if name.endswith((".xml", ".rels")) and not any(s in name for s in ("theme", "fontTable", "docProps")):
                    kept.writestr(name, opened.read(name))
        yield path.name, box.getvalue()


def _pdfs(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """One page of each PDF that is small enough."""
    for path in sorted([*(corpus / "pdf-ar").glob("r*.pdf"), *(corpus / "pdf-en").glob("*.pdf")]):
        whole = pypdfium2.PdfDocument(path)
        page = pypdfium2.PdfDocument.new()
        page.import_pages(whole, [min(1, len(whole) - 1)])
        box = io.BytesIO()
        page.save(box)
        if len(box.getvalue()) <= LARGEST:
            yield path.name, box.getvalue()
