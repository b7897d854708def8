"""References found in resolutions of the Security Council of 1946 to 1993, against the patterns of CR-UNSC.

    python benchmarks/cr_unsc.py CORPUS

CORPUS holds ``cr-unsc-texts.zip`` (Corpus of Resolutions: UN Security Council, corrected OCR). Sixty of its texts were
read and every resolution of any organ that they cite was noted; what the texts misprint is noted as printed
(tests/references/cr_unsc_annotations.json: file names and symbols). On these texts the finder and the patterns with
which the data set builds its citation graph are compared; a resolution's own number and numbers after it are left
out for both, as the data set does. Then both are counted on all texts.

The patterns are, for the Security Council, a number of up to four digits with a year in brackets; for the Assembly,
in letters of either case, "General Assembly resolution" with a number and a Roman session or with a pair, and "A/RES/"
with a pair.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

from unres.references import find_references

ANNOTATIONS = Path(__file__).parent.parent / "tests" / "references" / "cr_unsc_annotations.json"
COUNCIL = re.compile(r"([0-9]{1,4})\s*\(([0-9]{4})\)")
ASSEMBLY = re.compile(
    r"general\s*assembly\s*resolution\s*([0-9]{1,5})\s*\(([IVXLC]+)\)"
    r"|general\s*assembly\s*resolution\s*([0-9]{1,5})/([0-9]{1,5})|A/RES/([0-9]+)/([0-9]+)",
    re.IGNORECASE,
)
NAME = re.compile(r"S_RES_([0-9]{4})_([0-9]{4})")


def by_patterns(text: str) -> set[str]:
    """What the data set's patterns find."""
    found = {f"S/RES/{int(number)} ({year})" for number, year in COUNCIL.findall(text)}
    for number, roman, *pairs in ASSEMBLY.findall(text):
        numbers = [part for part in pairs if part]
        found.add(f"A/RES/{number}({roman.upper()})" if roman else f"A/RES/{'/'.join(numbers)}")
    return found


def by_unres(text: str) -> set[str]:
    """What the finder finds, decisions left out."""
    return {
        reference.symbol
        for reference in find_references(text, "en", "security_council")
        if reference.kind == "resolution" and reference.instrument == "resolution" and reference.symbol
    }


def earlier(found: set[str], name: str) -> set[str]:
    """Without the text's own number and numbers of the Council after it."""
    match = NAME.match(name)
    if match is None:
        return found
    own = int(match[1])

    def is_earlier(symbol: str) -> bool:
        council = COUNCIL.search(symbol)
        return not symbol.startswith("S/") or council is None or 0 < int(council[1]) < own

    return {symbol for symbol in found if is_earlier(symbol)}


def show(name: str, due: set[tuple[str, str]], found: set[tuple[str, str]]) -> None:
    """One line of the table."""
    hit = len(due & found)
    recall, precision = 100 * hit / max(1, len(due)), 100 * hit / max(1, len(found))
    print(f"{name:30} due {len(due):>4}  found {len(found):>4}  recall {recall:6.2f}  precision {precision:6.2f}")


def main() -> None:
    """Prints the tables and every difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    args = parser.parse_args()
    annotations: dict[str, list[str]] = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
    methods = {"unres": by_unres, "patterns of CR-UNSC": by_patterns}
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in methods}
    totals: dict[str, Counter[str]] = {name: Counter() for name in methods}
    with zipfile.ZipFile(args.corpus / "cr-unsc-texts.zip") as files:
        for path in sorted(files.namelist()):
            text = files.read(path).decode("utf-8", "replace")
            name = Path(path).name
            for method, find in methods.items():
                symbols = earlier(find(text), name)
                totals[method].update(symbol.split("/")[0] for symbol in symbols)
                if name in annotations:
                    found[method] |= {(name, symbol) for symbol in symbols}
    due = {(name, symbol) for name, symbols in annotations.items() for symbol in symbols}
    for label, head in (("all", ""), ("Security Council", "S/"), ("General Assembly", "A/")):
        for method, all_found in found.items():
            show(
                f"{method}, {label}",
                {d for d in due if d[1].startswith(head)},
                {f for f in all_found if f[1].startswith(head)},
            )
    for method, all_found in found.items():
        for name, symbol in sorted(due - all_found):
            print(f"{method} misses {symbol} in {name}")
        for name, symbol in sorted(all_found - due):
            print(f"{method} invents {symbol} in {name}")
    print("on all texts:", {method: dict(counts) for method, counts in totals.items()})


if __name__ == "__main__":
    main()
