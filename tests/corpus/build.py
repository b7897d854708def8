"""Makes each test document, and what must be read from it, out of one annotated text.

    python tests/corpus/build.py            writes <name>.<language>.txt and .expected.json anew

An annotated text is the document itself with a mark before each line and inside it. Both files come from
the hand that wrote the document and never from the parser. `README.md` beside this file explains the marks.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ANNOTATED = HERE / "annotated"
EXAMPLES = HERE.parents[1] / "src" / "unres" / "examples"
IN_THE_PACKAGE = {"general-assembly", "eastern-digits", "improving-coordination", "security-council"}
ZONES = {"pp": "preamble", "op": "operative", "annex": "annex", "*": None}
KINDS = {"h": "heading", "r": "table_row", "c": "clause", "p": "paragraph", "s": "subparagraph", "x": None}
EASTERN = {0x660 + d: str(d) for d in range(10)}
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INLINE = re.compile(r"\{([#^=@>-])(?:([^{}:]*):)?([^{}]*)\}")
_INVISIBLE = re.compile("[\u0640\u200e\u200f\u00ad\u200b-\u200d\ufeff]")
_NOTE_LABEL = re.compile(r"^(?:\(?[0-9٠-٩⁰-⁹¹²³*]+\)?|\*)\s+")
_MARK = "\ue000"


@dataclass
class Piece:
    """A block or a footnote while its lines are gathered."""

    id: str | None
    zone: str | None
    kind: str | None
    ordinal: int | None = None
    label: str | None = None
    raw: str = ""
    marks: list[str] = field(default_factory=list)
    verb: dict[str, str] | None = None
    symbols: list[str] = field(default_factory=list)
    internal: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """One more line of it: the marks inside are taken out and noted."""
        self.raw += " " + _INLINE.sub(self._note, line)

    def _note(self, match: re.Match[str]) -> str:
        sort, value, text = match[1], match[2], match[3]
        if sort == "#":
            self.label = re.sub(r"[\s(),.\\\-–\[\]’‘']+", "", text).translate(EASTERN)
            return ""
        if sort == "-":
            return ""
        if sort == "^":
            self.marks.append(re.sub(r"[()⁽⁾^\[\]]", "", text).translate(EASTERN).translate(SUPERSCRIPT))
            return _MARK
        if sort == "=":
            self.verb = {"text": plain(text), "action": value}
        elif sort == "@":
            self.symbols += value.split(",")
        elif sort == ">":
            self.internal += value.split(",")
        return text

    def text_and_marks(self) -> tuple[str, list[list[str | int]]]:
        """The text as it must come out, and label and offset of each mark."""
        pieces = plain(self.raw).split(_MARK)
        marks, text = [], pieces[0]
        for label, piece in zip(self.marks, pieces[1:], strict=True):
            marks.append([label, len(text)])
            text += piece
        return text, marks


def plain(text: str) -> str:
    """One space between words, nothing invisible."""
    return " ".join(_INVISIBLE.sub("", text).split())


def _ordinal(identifier: str) -> int | None:
    last = re.sub(r"^(?:pp|op|annex)", "", identifier.rsplit(".", 1)[-1])
    return (int(last) if last.isdigit() else ord(last) - ord("a") + 1) if last else None


def start(tag: str) -> Piece:
    """The block that a tag such as ``op4.a``, ``op2~`` or ``h:op`` begins."""
    if ":" in tag:
        kind, zone = tag.split(":")
        return Piece(None, ZONES[zone], KINDS[kind])
    identifier = tag.rstrip("~")
    match = re.match(r"(pp|op|annex)", identifier)
    if not match:
        raise ValueError(f"unknown tag {tag!r}")
    zone = ZONES[match[1]]
    depth = identifier.count(".") - (zone == "annex")
    kind = "subparagraph" if depth > 0 else "clause" if zone == "preamble" else "paragraph"
    return Piece(identifier if tag == identifier else None, zone, kind, _ordinal(identifier))


@dataclass
class Document:
    """What an annotated text says."""

    facts: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    blocks: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    annexes: list[dict[str, str | None]] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        """All lines, in order."""
        for row in text.splitlines():
            if not row.strip():
                self.lines.append("")
            elif row.startswith(":"):
                key, _, value = row[1:].partition(" ")
                self.facts[key] = value.strip()
            else:
                tag, bar, line = row.partition("|")
                if not bar:
                    raise ValueError(f"no tag: {row!r}")
                self._line(tag.strip(), line)

    def _line(self, tag: str, line: str) -> None:
        self.lines.append(_INLINE.sub(lambda m: m[3], line))
        if tag in {"m", "e"}:
            return
        if tag == "f":
            self.furniture.append(plain(self.lines[-1]))
        elif tag.startswith("n:"):
            self.notes.append(Piece(tag[2:], None, None))
            self.notes[-1].add(line)
        elif tag == "n+":
            self.notes[-1].add(line)
        elif tag == "A":
            self.annexes.append({"label": plain(_INLINE.sub("", line)) or None, "title": None})
        elif tag == "T":
            self.annexes[-1]["title"] = plain(f"{self.annexes[-1]['title'] or ''} {_INLINE.sub('', line)}")
        elif tag == "+":
            self.blocks[-1].add(line)
        elif tag.startswith("+"):
            next(b for b in self.blocks if b.id == tag[1:]).add(line)
        else:
            piece = start(tag)
            piece.add(line)
            self.blocks.append(piece)

    def expected(self) -> dict[str, object]:
        """What must be read from the document."""
        facts = self.facts
        numbers = ("session", "year", "meeting_number")
        words = ("kind", "language", "organ", "symbol", "title", "issued_on", "adopted_on", "distribution")
        words += ("original_language", "job_number", "enacting_formula")
        resolution: dict[str, object] = {key: facts.get(key) for key in words}
        resolution |= {key: int(facts[key]) if key in facts else None for key in numbers}
        resolution["kind"] = facts.get("kind", "resolution")
        resolution["agenda_items"] = [item.strip() for item in facts.get("agenda", "").split(";") if item.strip()]
        basis = facts.get("basis")
        resolution["basis"] = None
        if basis:
            kind, *symbols = basis.split()
            resolution["basis"] = {"kind": kind, "symbols": symbols}
        vote = facts.get("vote")
        resolution["vote"] = [int(number) for number in vote.split()] if vote else None
        return {
            "about": facts.get("about"),
            "resolution": resolution,
            "blocks": [_block(block) for block in self.blocks],
            "footnotes": [_note(note) for note in self.notes],
            "annexes": self.annexes,
            "furniture": self.furniture,
            "diagnostics": facts.get("diagnostics", "").split(),
        }


def _block(block: Piece) -> dict[str, object]:
    text, marks = block.text_and_marks()
    return {
        "id": block.id,
        "zone": block.zone,
        "kind": block.kind,
        "label": block.label,
        "ordinal": block.ordinal if block.label else None,
        "text": text,
        "verb": block.verb,
        "marks": marks,
        "symbols": block.symbols,
        "internal": block.internal,
    }


def _note(note: Piece) -> dict[str, object]:
    return {"label": note.id, "text": _NOTE_LABEL.sub("", plain(note.raw)), "symbols": note.symbols}


def build(path: Path) -> tuple[str, str]:
    """The document and the expectation, as texts, for one annotated text."""
    document = Document()
    document.facts["language"] = path.name.split(".")[-2]
    document.read(path.read_text("utf-8"))
    text = "\n".join(document.lines).strip("\n") + "\n"
    return text, json.dumps(document.expected(), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Writes both files of every annotated text."""
    for path in sorted(ANNOTATED.glob("*.txt")):
        try:
            text, expected = build(path)
        except (ValueError, KeyError, StopIteration) as error:
            sys.exit(f"{path.name}: {error!r}")
        (HERE / path.name).write_text(text, "utf-8")
        if path.name.split(".")[0] in IN_THE_PACKAGE:
            (EXAMPLES / path.name).write_text(text, "utf-8")
        (HERE / path.with_suffix(".expected.json").name).write_text(expected, "utf-8")


if __name__ == "__main__":
    main()
