"""Typesets Arabic resolutions with three real producers, and writes what was typeset beside them.

    python benchmarks/pdf/typeset.py RECORDS.json OUT [--count 42] [--producers lo,chromium,typst]

RECORDS.json is a list of reference records of resolutions: "symbol", "language", "cover" and "preface" (lists of
lines), "enacting_formula", "closing" (lines), "blocks" ("zone", "kind", "label", "written", "text", "marks",
"mark_offsets") and "footnotes" ("label", "text"). OUT gets ``<key>_<producer>-<font>.pdf``,
``truth/<key>.json`` and ``records.json``.

LibreOffice (``soffice``) sets a Word file with real footnotes, Chromium a page that lays itself out, typst
(the Python package) its own language. Fonts: Amiri, Noto Naskh Arabic, KacstBook. Half of the texts are set
with Eastern digits, and the styles turn: indents, spacing, justified or ragged.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import docx_writer
import html_writer
import typst_writer

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FONTS = ("Amiri", "Noto Naskh Arabic", "KacstBook")
_LATIN_OR_DIGITS = re.compile(r"[A-Za-z][\w./\-]*(?: ?\([A-Za-z0-9 ]+\))?|⁽\d+⁾|\d+")


@dataclass
class Style:
    """How one document is set."""

    font: str
    size: float = 13
    indent: float = 24
    gap: float = 6
    leading: float = 1.5
    justified: bool = True
    eastern: bool = False


@dataclass
class Paragraph:
    """Kind: right, left (of the masthead), line, title, clause, number, point, heading, closing."""

    kind: str
    text: str


@dataclass
class Document:
    """A resolution ready to be set; footnote marks stand in the text as ⁽12⁾."""

    symbol: str
    job: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def document_of(record: dict, *, eastern: bool) -> Document:
    """The record's paragraphs in the order of the page."""
    out = Document(record["symbol"], "21-17045")
    turn = to_eastern if eastern else str
    before_date = True
    for line in record["cover"]:
        latin = re.match("[A-Za-z]|[0-9]+ [A-Z]", line) is not None
        if latin:
            out.paragraphs.append(Paragraph("left", line))
            before_date = before_date and not line.startswith("Distr")
        else:
            out.paragraphs.append(Paragraph("right" if before_date else "line", turn(line)))
    title = " ".join(record["preface"])
    if title:
        out.paragraphs.append(Paragraph("title", turn(re.sub(r"^([\d/]+)\.? *-? *(?=\S)", r"\1 - ", title))))
    if record.get("enacting_formula"):
        out.paragraphs.append(Paragraph("clause", turn(record["enacting_formula"])))
    closing = [Paragraph("closing", turn(line)) for line in record["closing"]]
    for block in record["blocks"]:
        if closing and block["zone"] == "annex":
            out.paragraphs += closing
            closing = []
        out.paragraphs.append(Paragraph(_kind(block), turn(_text(block))))
    out.paragraphs += closing
    out.notes = {note["label"]: turn(note["text"]) for note in record["footnotes"]}
    return out


def _kind(block: dict) -> str:
    if block["kind"] in {"heading", "point", "table"}:
        return "point" if block["kind"] == "point" else "heading"
    return "number" if block["label"] else "clause"


def _text(block: dict) -> str:
    text, last, out = block["text"], 0, []
    for at, label in zip(block["mark_offsets"], block["marks"], strict=True):
        out += [text[last:at], f"⁽{label}⁾"]
        last = at
    text = "".join([*out, text[last:]])
    label, written = block["label"], block.get("written") or ""
    if not label:
        return f"{written} {text}".strip()
    if label.isdigit() and block["kind"] != "point":
        return f"{label} - {text}"
    return f"{written} {text}" if written and not written.rstrip(".-– ").isdigit() else f"({label}) {text}"


def to_eastern(text: str) -> str:
    """Digits as Arabic pages have them; those within Latin symbols stay."""
    if not re.search("[\u0621-\u064a]", text):
        return text
    return _LATIN_OR_DIGITS.sub(
        lambda m: m[0] if m[0][0].isalpha() or m[0][0] == "⁽" else m[0].translate(EASTERN), text
    )


def truth_of(document: Document) -> dict:
    """What a perfect reader would read."""
    masthead = [p.text for p in document.paragraphs if p.kind in {"right", "left", "line"}]
    body = [p.text for p in document.paragraphs if p.kind not in {"right", "left", "line"}]
    return {"masthead": masthead, "paragraphs": body, "notes": document.notes}


def set_with(producer: str, document: Document, style: Style, path: Path) -> None:
    """Sets one document."""
    if producer == "typst":
        typst_writer.write(document, style, path)
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if producer == "lo":
            docx_writer.write(document, style, work / "text.docx")
            _run(
                "soffice",
                f"-env:UserInstallation=file://{work}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(work / "text.docx"),
            )
        else:
            html_writer.write(document, style, work / "text.html")
            _run(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                "--virtual-time-budget=60000",
                f"--print-to-pdf={folder}/text.pdf",
                f"file://{folder}/text.html",
            )
        shutil.move(work / "text.pdf", path)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def chosen(records: list[dict], count: int) -> list[dict]:
    """Arabic records of all sets and lengths, evenly; the longest are left out to keep the run short."""
    usable = [
        r for r in records if r["language"] == "ar" and r["symbol"] and 6 <= len(r["blocks"]) <= 90 and _numbered(r)
    ]
    usable.sort(key=lambda r: (r["symbol"].split("/")[0], len(r["blocks"]), r["symbol"]))
    return usable[:: max(1, len(usable) // count)][:count]


def _numbered(record: dict) -> bool:
    """Whether its footnotes are 1, 2, 3 ... in the order of their marks, as a word processor numbers them."""
    marks = list(dict.fromkeys(mark for block in record["blocks"] for mark in block["marks"]))
    labels = [note["label"] for note in record["footnotes"]]
    return marks == labels == [str(number) for number in range(1, len(labels) + 1)]


def main() -> None:
    """Sets all, and leaves alone what is there already."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("records", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--count", type=int, default=42)
    arguments.add_argument("--producers", default="lo,chromium,typst")
    options = arguments.parse_args()
    (options.out / "truth").mkdir(parents=True, exist_ok=True)
    records = chosen(json.loads(options.records.read_text()), options.count)
    keyed = {re.sub(r"[^A-Za-z0-9]+", "-", r["symbol"]): r for r in records}
    (options.out / "records.json").write_text(json.dumps(keyed, ensure_ascii=False))
    for number, (key, record) in enumerate(keyed.items()):
        eastern = number % 2 == 1
        document = document_of(record, eastern=eastern)
        (options.out / "truth" / f"{key}.json").write_text(json.dumps(truth_of(document), ensure_ascii=False, indent=1))
        for turn, producer in enumerate(options.producers.split(",")):
            font = FONTS[(number + turn) % 3]
            variant = (number // 3 + turn) % 4
            style = Style(
                font,
                indent=0 if variant == 1 else 24,
                gap=0 if variant == 2 else 6,
                leading=1.3 if variant == 3 else 1.5,
                justified=variant != 3,
                eastern=eastern,
            )
            path = options.out / f"{key}_{producer}-{font.split()[0].lower()}.pdf"
            if not path.exists():
                set_with(producer, document, style, path)
                print(path.name, flush=True)


if __name__ == "__main__":
    main()
