"""Reads typeset resolutions through the whole of the library and scores blocks, headings, marks and footnotes.

    python benchmarks/pdf/blocks.py FOLDER --referee DIR [--only TEXT] [--misses]

FOLDER as typeset.py leaves it, with ``records.json``; DIR holds the referee, ``score.py``, whose way of comparing is
used: a block counts only when zone, label and whole text agree.
"""

# ruff: noqa: ANN401  # the referee and what it is given have no types here

from __future__ import annotations

import argparse
import collections
import importlib
import json
import sys
from pathlib import Path
from typing import Any

from unres.languages import page_words
from unres.pipeline import parse_source
from unres.readers.limits import Limits
from unres.readers.pdf import read_pdf


def main() -> None:
    """Prints F1 by producer."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--referee", type=Path, required=True)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    sys.path.insert(0, str(options.referee))
    referee: Any = importlib.import_module("score")
    records = json.loads((options.folder / "records.json").read_text())
    counts: dict[str, Any] = collections.defaultdict(referee.Count)
    for path in sorted(options.folder.glob("*_*.pdf")):
        text, producer = path.stem.split("_", 1)
        key = text.split("-")[0]
        if options.only not in path.stem or key not in records:
            continue
        resolution = parse_source(read_pdf(path.read_bytes(), path.name, Limits(), page_words()))
        due, found = _due(referee, records[key]), _found(referee, resolution)
        for family in ("all", producer.split("-")[0]):
            for name in due:
                counts[family].bag(name, due[name], found[name])
        if options.misses:
            for name in ("blocks", "footnotes"):
                _show(path.stem, name, collections.Counter(due[name]), collections.Counter(found[name]))
    for family, count in counts.items():
        print(f"{family:10}", *(f"{name} {row['f1']:.2f}" for name, row in referee.table(count).items()))


def _due(referee: Any, record: dict) -> dict[str, list]:
    same, label_of = referee.same, referee.label_of
    blocks = [block for block in record["blocks"] if not referee.is_formula(block["text"])]
    plain = [block for block in blocks if block["kind"] not in {"heading", "table"}]
    return {
        "blocks": [(block["zone"], label_of(block["label"]), same(block["text"])) for block in plain],
        "headings": [same(block["text"]) for block in blocks if block["kind"] in {"heading", "table"}],
        "marks": [(same(block["text"])[-30:], mark) for block in blocks for mark in block["marks"]],
        "footnotes": [(note["label"], same(note["text"])) for note in record["footnotes"]],
        "symbol": [referee.symbol_form(record["symbol"])],
    }


def _found(referee: Any, resolution: Any) -> dict[str, list]:
    same, label_of = referee.same, referee.label_of
    blocks = [block for block in resolution.walk() if not referee.is_formula(block.text)]
    plain = [block for block in blocks if block.kind not in {"heading", "table_row"}]
    titles = [same(text) for annex in resolution.annexes for text in (annex.label, annex.title) if text]
    return {
        "blocks": [(block.zone, label_of(block.label), same(block.text)) for block in plain],
        "headings": [same(block.text) for block in blocks if block.kind in {"heading", "table_row"}] + titles,
        "marks": [(same(block.text)[-30:], label_of(mark.label)) for block in blocks for mark in block.footnote_marks],
        "footnotes": [(label_of(note.label), same(note.text)) for note in resolution.footnotes],
        "symbol": [referee.symbol_form(resolution.symbol)],
    }


def _show(stem: str, name: str, due: collections.Counter, found: collections.Counter) -> None:
    for key in due - found:
        print(f"{stem} {name} missed  ", key[:-1], key[-1][:90], "…", key[-1][-40:])
    for key in found - due:
        print(f"{stem} {name} invented", key[:-1], key[-1][:90], "…", key[-1][-40:])


if __name__ == "__main__":
    main()
