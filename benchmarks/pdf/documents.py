"""What is typeset: documents of paragraphs and notes, from reference records, stored truths or plain text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring import read_truth

if TYPE_CHECKING:
    from pathlib import Path

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789")
_LATIN_OR_DIGITS = re.compile(r"[A-Za-z][\w./\-]*(?: ?\([A-Za-z0-9 ]+\))?|⁽\d+⁾|\d+")
_MARK = re.compile("[⁽^][(⁽]?([0-9٠-٩⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)⁾]")
_NOTE = re.compile(r"[(⁽]([0-9٠-٩⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)⁾] (.+)")
_KINDS = (("title", r"[0-9٠-٩]+/[0-9٠-٩]+ - "), ("number", r"[0-9٠-٩]+ ?- "), ("point", "[(’]"))


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
    font_file: str = ""


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


def document_of(record: dict) -> Document:
    """The record's paragraphs in the order of the page."""
    out = Document(record["symbol"], "21-17045")
    before_date = True
    for line in record["cover"]:
        latin = re.match("[A-Za-z]|[0-9]+ [A-Z]", line) is not None
        if latin:
            out.paragraphs.append(Paragraph("left", line))
            before_date = before_date and not line.startswith("Distr")
        else:
            out.paragraphs.append(Paragraph("right" if before_date else "line", line))
    title = " ".join(record["preface"])
    if title:
        out.paragraphs.append(Paragraph("title", re.sub(r"^([\d/]+)\.? *-? *(?=\S)", r"\1 - ", title)))
    if record.get("enacting_formula"):
        out.paragraphs.append(Paragraph("clause", record["enacting_formula"]))
    closing = [Paragraph("closing", line) for line in record["closing"]]
    for block in record["blocks"]:
        if closing and block["zone"] == "annex":
            out.paragraphs += closing
            closing = []
        out.paragraphs.append(Paragraph(_kind(block), _text(block)))
    out.paragraphs += closing
    out.notes = {note["label"]: note["text"] for note in record["footnotes"]}
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


def texts_in(path: Path, count: int, out: Path) -> dict[str, Document]:
    """The documents of a file by a short name: records or a truth (.json), or a text (.txt) of paragraphs and notes.

    Of records, so many are taken, and kept in OUT/records.json.
    """
    if path.suffix == ".txt":
        return {_name(path.stem): _of_text(path.read_text())}
    data = json.loads(path.read_text())
    if isinstance(data, list):
        keyed = {_name(record["symbol"]): record for record in chosen(data, count)}
        (out / "records.json").write_text(json.dumps(keyed, ensure_ascii=False))
        return {name: document_of(record) for name, record in keyed.items()}
    truth = read_truth(path)
    return {_name(path.stem): _document(truth.masthead, truth.paragraphs, truth.notes)}


def _name(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "", text.removesuffix(".ar"))


def _of_text(text: str) -> Document:
    """A text whose first lines, up to the adoption, are its masthead, and whose last are its notes."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = next((n for n, line in enumerate(lines) if line.startswith(("قرار", "[", "إن "))), 0)
    notes: dict[str, str] = {}
    while lines[body:] and (note := _NOTE.fullmatch(lines[-1])) and not lines[-1].endswith("؛"):
        notes = {note[1]: note[2]} | notes
        lines.pop()
    return _document(lines[:body], lines[body:], notes)


def _document(masthead: list[str], paragraphs: list[str], notes: dict[str, str]) -> Document:
    symbol = next((line for line in masthead if re.match("[A-Z]+/", line)), "A/RES/1/1")
    out = Document(symbol, "21-17045")
    out.paragraphs = [
        Paragraph("left" if re.match("[A-Za-z]|[0-9]+ [A-Z]", line) else "line", line) for line in masthead
    ]
    for text in paragraphs:
        kind = next((kind for kind, start in _KINDS if re.match(start, text)), "clause")
        out.paragraphs.append(Paragraph(kind, _MARK.sub(lambda m: f"⁽{m[1].translate(WESTERN)}⁾", text)))
    out.notes = {label.translate(WESTERN): text for label, text in notes.items()}
    return out


def with_digits(document: Document, *, eastern: bool) -> Document:
    """The same document with digits of one kind."""
    turn = to_eastern if eastern else to_western
    paragraphs = [Paragraph(p.kind, turn(p.text)) for p in document.paragraphs]
    return Document(
        document.symbol, document.job, paragraphs, {label: turn(text) for label, text in document.notes.items()}
    )


def to_western(text: str) -> str:
    """Digits as most Arabic documents of today have them."""
    return text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))


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
