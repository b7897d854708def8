"""Measures this library's PDF reader on typeset resolutions.

    python benchmarks/pdf/measure.py FOLDER [--only TEXT] [--misses] [--held-out | --all]

FOLDER holds ``<text>_<producer>.pdf`` and ``truth/<text>.json``. Of the files that typeset.py made, a fifth is kept
aside while the reader is worked on: it is left out, unless it alone (``--held-out``) or all is asked for.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from scoring import Reading, Truth, held_out, plain, read_truth, score

from unres.errors import UnreadableError
from unres.languages import page_words
from unres.readers.pdf import read_pdf


@dataclass(frozen=True)
class _Limits:
    max_bytes: int = 64 << 20
    max_pages: int = 5_000
    max_characters: int = 64_000_000
    seconds_per_page: float = 20.0


LIMITS = _Limits()
_NOTE = re.compile("^(?:\\(([0-9٠-٩]+)\\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)) ?")


def reading_of(data: bytes, name: str) -> Reading:
    """Paragraphs whole over pages, notes by label."""
    source = read_pdf(data, name, LIMITS, page_words())
    paragraphs: list[str] = []
    notes: dict[str, str] = {}
    label, in_note = "", False
    for line in source.lines or ():
        text = source.text[line.start : line.end]
        if line.role == "footnote":
            match = _NOTE.match(text)
            label = (match[1] or plain(match[2]).strip("⁽⁾")) if match else ""
            notes[label] = text[match.end() :] if match else text
            in_note = True
        elif line.role == "continues" and in_note:
            notes[label] += " " + text
        elif line.role == "continues" and paragraphs:
            paragraphs[-1] += " " + text
        elif line.role != "furniture":
            paragraphs.append(text)
            in_note = False
    return Reading("\n".join(paragraphs + list(notes.values())), paragraphs, notes)


def main() -> None:
    """Prints a line for each file, and the mean for each producer."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--held-out", action="store_true")
    arguments.add_argument("--all", action="store_true")
    options = arguments.parse_args()
    sums: dict[str, list[dict[str, float]]] = defaultdict(list)
    for path in sorted(options.folder.glob("*_*.pdf"))[:: options.every]:
        text, producer = path.stem.split("_", 1)
        truth_path = options.folder / "truth" / f"{text}.json"
        if options.only not in path.stem or not truth_path.exists():
            continue
        if not options.all and held_out(path.stem) != options.held_out:
            continue
        truth = read_truth(truth_path)
        start = time.process_time()
        try:
            reading = reading_of(path.read_bytes(), path.name)
        except UnreadableError as error:
            print(f"{path.stem:34} refused: {error.reason[:90]}")
            continue
        seconds = time.process_time() - start
        figures = score(truth, reading) | {"seconds": seconds}
        for family in ("all", *(part for n, part in enumerate(producer.split("-")) if n in (0, 3))):
            sums[family].append(figures)
        print(f"{path.stem:34}", *(f"{k[:6]} {v:.4f}" for k, v in figures.items()), flush=True)
        if options.misses:
            show_misses(truth, reading)
    for family, rows in sums.items():
        means = {k: sum(row[k] for row in rows) / len(rows) for k in rows[0]}
        print(f"{family:28} {len(rows):4}", *(f"{k[:6]} {v:.4f}" for k, v in means.items()))


def show_misses(truth: Truth, reading: Reading) -> None:
    """Paragraphs and notes of the truth that were not read exactly."""
    got = {plain(text) for text in reading.paragraphs or ()}
    for want in truth.paragraphs:
        if want not in got:
            print("  - ", want[:3000])
            near = max(got, key=lambda text: len(set(text.split()) & set(want.split())), default="")
            print("  + ", near[:3000])
    for label, want in truth.notes.items():
        have = {k: plain(v) for k, v in (reading.notes or {}).items()}
        have = {k.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")): v for k, v in have.items()}
        if have.get(label) != want:
            print("  -n", label, want[:200])
            print("  +n", label, str(have.get(label))[:200])


if __name__ == "__main__":
    main()
