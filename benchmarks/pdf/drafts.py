"""Reads the drafts among a folder of real PDFs, for which there is no markup, and counts what they plainly must have.

    python benchmarks/pdf/drafts.py FOLDER

FOLDER holds files named by symbol, ``A_80_L.1.pdf``; those of a session's limited series (``L.`` in the name) are
drafts. Counted: the symbol is that of the file's name, there is a title of two to sixty words without a sentence's
stop, and the operative paragraphs, where they are numbered, run from 1 on without a gap. Each file that lacks one is
named.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import unres

if TYPE_CHECKING:
    from unres import Resolution

_LIMITED = re.compile(r"_L\.\d")
_LONGEST_TITLE = 60  # words


def lacks(resolution: Resolution, stem: str) -> list[str]:
    """What a draft lacks, by name, with what was found instead."""
    found: list[str] = []
    symbol = stem.replace("_", "/")
    if (resolution.symbol or "").replace(" ", "") != symbol:
        found.append(f"symbol: {resolution.symbol}")
    title = resolution.title or ""
    if not 1 < len(title.split()) <= _LONGEST_TITLE or title.endswith((",", ";", ".")):
        found.append(f"title: {title[:100]!r}")
    numbers = [int(block.label) for block in resolution.operative if (block.label or "").isdigit()]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"1…n: {numbers}")
    return found


def main() -> None:
    """Prints what each draft lacks, and how many have each."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    files = sorted(path for path in arguments.parse_args().folder.glob("*.pdf") if _LIMITED.search(path.stem))
    lacking: Counter[str] = Counter()
    for path in files:
        for what in lacks(unres.read(path), path.stem):
            lacking[what.split(":")[0]] += 1
            print(path.stem, what)
    print(*(f"{what} {len(files) - lacking[what]} of {len(files)}" for what in ("symbol", "title", "1…n")), sep=", ")


if __name__ == "__main__":
    main()
