"""How resolutions of the Security Council of 1946 to 1994 are read: number, year, date, meeting, order of paragraphs.

    UNRES_CORPUS=… python benchmarks/security_council_texts.py [--show]

The folder holds ``cr-unsc-texts.zip`` (Corpus of Resolutions: UN Security Council, corrected OCR with lines as they
were printed). A file's name gives number and year; they are compared with what was read. A date counts when it lies in
that year, a meeting when one was read from a text that names one, paragraphs when their numbers run 1, 2, 3 without a
gap. With ``--show`` every text that fails is named; some fail because the scan does ("Resolution 434 (1973)").
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path

import unres

NAME = re.compile(r"S_RES_(?P<number>[0-9]{4})_(?P<year>[0-9]{4})")
ADOPTED = re.compile(r"\bAdopted\b[^.]{0,200}\bmeeting\b", re.DOTALL)


def measure(name: str, text: str) -> dict[str, bool]:
    """What was read rightly of one text; a measure that does not apply is left out."""
    match = NAME.search(name)
    if match is None:
        raise ValueError(f"no number in the name of {name}")
    number, year = int(match["number"]), int(match["year"])
    resolution = unres.parse(text, language="en")
    ordinals = [block.ordinal for block in resolution.operative if block.kind == "paragraph" and block.ordinal]
    found = {
        "number": resolution.number is not None and resolution.number.number == number,
        "year": resolution.year == year,
        "symbol": resolution.symbol == f"S/RES/{number} ({year})",
        "date": resolution.adopted_on is not None and resolution.adopted_on.year == year,
        "operative part": bool(resolution.operative),
    }
    if ADOPTED.search(text):
        found["meeting"] = resolution.meeting_number is not None
    if ordinals:
        found["paragraphs 1…n"] = ordinals == list(range(1, len(ordinals) + 1))
    return found


def main() -> int:
    """Prints the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="name the texts that fail")
    args = parser.parse_args()
    folder = os.environ.get("UNRES_CORPUS")
    if folder is None:
        print("UNRES_CORPUS is not set: the folder with cr-unsc-texts.zip", file=sys.stderr)
        return 2
    right: Counter[str] = Counter()
    due: Counter[str] = Counter()
    failed: dict[str, list[str]] = {}
    with zipfile.ZipFile(Path(folder) / "cr-unsc-texts.zip") as files:
        names = sorted(name for name in files.namelist() if name.endswith(".txt"))
        for name in names:
            for key, good in measure(name, files.read(name).decode("utf-8", "replace")).items():
                due[key] += 1
                right[key] += good
                if not good:
                    failed.setdefault(key, []).append(Path(name).stem)
    print(f"{len(names)} texts")
    for key in due:
        print(f"{key:16} {right[key]:>4} of {due[key]:>4}  {100 * right[key] / due[key]:6.2f} %")
        if args.show:
            print("".join(f"    {name}\n" for name in failed.get(key, [])), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
