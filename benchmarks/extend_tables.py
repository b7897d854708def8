"""Extends the tables by which references are checked from a corpus of official documents.

    python benchmarks/extend_tables.py CORPUS [--write]

CORPUS is a folder that holds ``akn/*.zip`` with Akoma Ntoso files of the United Nations. Every symbol of a
resolution that the files carry or link to widens what has been seen: the lowest and highest number of the
Security Council in a year, the highest number of a session of the General Assembly. A number that only one
place gives, far from all others of its year, is a slip of the markup and is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "src" / "unres" / "un" / "data"
SECURITY_COUNCIL = re.compile(r"S/RES/(\d{1,4}) ?\((\d{4})\)")
GENERAL_ASSEMBLY = re.compile(r"A/RES/(\d{2})/(\d{1,3})(?!\d)")
NEAR = 130
"""The Council has never adopted as many resolutions in a year: a number further off belongs to another year."""


def texts(corpus: Path) -> Iterator[str]:
    """The text of every XML file in the archives."""
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in files.namelist():
                if name.endswith(".xml"):
                    yield unquote(files.read(name).decode("utf-8", "replace"))


def count(corpus: Path) -> tuple[dict[int, Counter[int]], dict[int, Counter[int]]]:
    """How often each number was seen, for each year of the Council and each session of the Assembly."""
    council: dict[int, Counter[int]] = defaultdict(Counter)
    assembly: dict[int, Counter[int]] = defaultdict(Counter)
    for text in texts(corpus):
        for number, year in set(SECURITY_COUNCIL.findall(text)):
            council[int(year)][int(number)] += 1
        for session, number in set(GENERAL_ASSEMBLY.findall(text)):
            assembly[int(session)][int(number)] += 1
    return council, assembly


def bounds(council: dict[int, Counter[int]], last: dict[str, int]) -> dict[str, list[int]]:
    """Lowest and highest number of each year after the table of last numbers, in an order that can be."""
    seen: dict[str, list[int]] = {}
    floor = max(last.values())
    for year in sorted(year for year in council if year > max(map(int, last))):
        numbers = sorted(n for n in council[year] if floor < n <= floor + NEAR * 2)
        later = [n for other, found in council.items() if other == year + 1 for n, times in found.items() if times > 1]
        numbers = [n for n in numbers if council[year][n] > 1 and (not later or n < max(later))]
        if not numbers or numbers[-1] - numbers[0] > NEAR:
            continue
        seen[str(year)] = [numbers[0], numbers[-1]]
        floor = numbers[-1]
    return seen


def main() -> None:
    """Prints what would change, and changes it with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    council, assembly = count(args.corpus)
    path = DATA / "security_council.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    table["seen"] = bounds(council, table["last"])
    print(table["seen"])
    if args.write:
        path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    path = DATA / "general_assembly.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    for session, numbers in sorted(assembly.items()):
        # decisions count from 301 or 401 up; a number that one document alone gives may be its slip
        highest = max((n for n, times in numbers.items() if n < 400 and times > 1), default=0)
        known = table["highest"].get(str(session), 0)
        if known and highest > known:
            print("session", session, known, "->", highest)
            table["highest"][str(session)] = highest
    if args.write:
        path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
