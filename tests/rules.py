"""One file for each rule of layout and structure: small documents, and what is read from them.

A file is a sequence of cases. Each begins with a line ``=== name``, then the document, then a line ``=>``, then the
answer: first any fields (``title: Lamps``; ``title:`` alone for none), then every block in reading order as its id,
two blanks and its text, in which an ellipsis stands for what was left out. Before the text of a heading stands ``# ``,
before that of a table row ``| ``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import unres
from unres.models import Block, Resolution

_CASE = re.compile(r"^=== (?P<name>.+)\n(?P<text>[^\0]*?)\n=>\n(?P<answer>[^\0]*?)(?=^=== |\Z)", re.MULTILINE)
_FIELD = re.compile(r"(?P<name>[a-z]\w+):(?: (?P<value>.*))?")


def cases(folder: Path) -> list:
    """The cases of all files of a folder: texts, and the lines of their answers."""
    return [
        pytest.param(match["text"], match["answer"].split("\n"), id=f"{path.stem}: {match['name']}")
        for path in sorted(folder.glob("*.txt"))
        for match in _CASE.finditer(path.read_text("utf-8"))
    ]


def _field(resolution: Resolution, name: str) -> str | None:
    vote, basis, number = resolution.vote, resolution.basis, resolution.number
    made = {
        "agenda": "; ".join(f"{item.number} {item.title or ''}".strip() for item in resolution.agenda_items) or None,
        "basis": basis and " ".join([basis.kind, *basis.symbols]),
        "against": vote and ", ".join(vote.states_against),
        "abstaining": vote and ", ".join(vote.states_abstaining),
        "written": number and number.as_written,
        "sponsors": "; ".join(resolution.sponsors) or None,
        "marks": " ".join(f"{b.id}:{mark.label}" for b in resolution.walk() for mark in b.footnote_marks) or None,
        "formula": resolution.enacting_formula,
        "meeting": resolution.meeting_number,
        "vote": vote and f"{vote.in_favour} to {vote.against}, {vote.abstaining}",
        "notes": "; ".join(f"{note.label} {note.text}" for note in resolution.footnotes) or None,
        "remarks": " ".join(d.code for d in resolution.diagnostics if d.severity != "info") or None,
        "annexes": "; ".join(f"{annex.label}: {annex.title}" for annex in resolution.annexes) or None,
    }
    value = made[name] if name in made else getattr(resolution, name)
    return None if value is None else str(value)


def _shown(block: Block) -> str:
    sign = {"heading": "# ", "table_row": "| "}.get(block.kind, "")
    return f"{block.id}  {sign}{block.text}"


def _as_answered(shown: str, answered: str) -> str:
    """The line as answered where it agrees with what is shown, else what is shown."""
    pattern = ".+".join(map(re.escape, answered.split("…")))
    return answered if re.fullmatch(pattern, shown) else shown


def check(text: str, answer: list[str]) -> None:
    """Asserts that a text is read as its answer says."""
    resolution = unres.parse(text)
    fields = [line for line in answer if _FIELD.fullmatch(line)]
    found = [
        f"{name}: {value}" if (value := _field(resolution, name)) is not None else f"{name}:"
        for line in fields
        for name in [line.partition(":")[0]]
    ]
    assert found == fields
    blocks = [line for line in answer if line.strip() and line not in fields]
    shown = [_shown(block) for block in resolution.walk()]
    assert [_as_answered(*pair) for pair in zip(shown, blocks, strict=False)] + shown[len(blocks) :] == blocks
