"""What the recognition of scans makes of numbers, on documents whose texts and faces training never saw.

    python benchmarks/ocr/table.py CORPUS [--dpi 300] [--count 10] [--seed 5] [--show]

``numbers`` is the share of the numbers in Arabic-Indic digits that stand in the recognised text in the right order,
``sure`` the share of those that are right among the ones that no diagnostic calls doubtful, ``pairs`` the share of
bare pairs whose symbol the parser found, ``labels`` that of the labels of paragraphs, ``letters`` that of the
characters that are no digits. Needs edlib and tesseract.
"""

from __future__ import annotations

import argparse
import difflib
import re
import time
from collections import Counter
from pathlib import Path

import edlib
import numpy as np
from documents import Document, documents

import unres

_MARKS = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u064b-\u0652]")
_NUMBER = re.compile(r"[٠-٩]+(?:[/.,][٠-٩]+)*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "٠١٢٣٤٥٦٧٨٩")
_LETTERS = re.compile(r"[^\u0621-\u064aA-Za-z\s]")


def main() -> None:
    """Prints a line for each document, and one for all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--dpi", type=int, default=300)
    options.add_argument("--count", type=int, default=10)
    options.add_argument("--pages", type=int, default=3)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--show", action="store_true", help="print what was misread")
    given = options.parse_args()
    total: Counter[str] = Counter()
    rng = np.random.default_rng(given.seed)
    for document in documents(given.corpus, given.dpi, given.count, given.pages, rng):
        start = time.process_time()
        read = unres.read(document.tiff(given.dpi), language="ar", ocr=True)
        spent = time.process_time() - start
        counts = counted(document, read, show=given.show)
        counts["pages"], counts["milliseconds"] = len(document.pages), round(spent * 1000)
        total += counts
        print(f"{document.name[3:26]:24}{document.face.split('/')[1]:24}", figures(counts), flush=True)
    print(f"{'all, ' + str(given.dpi) + ' dpi':48}", figures(total))


def figures(counts: Counter[str]) -> str:
    """The shares, and what they are shares of."""
    shares = (
        f"{name} {counts[name + ' right'] / max(1, counts[name]):7.2%} of {counts[name]:4}"
        for name in ("numbers", "sure", "pairs", "labels", "letters")
    )
    return " · ".join(shares) + f" · {counts['milliseconds'] / max(1, counts['pages']) / 1000:.1f} s a page"


def counted(document: Document, read: unres.Resolution, *, show: bool) -> Counter[str]:
    """Counts of what the module's docstring names."""
    counts: Counter[str] = Counter()
    wanted = [match[0].translate(_RAISED) for match in _NUMBER.finditer(document.text)]
    found = list(_NUMBER.finditer(read.source_text))
    said = [match[0].translate(_RAISED) for match in found]
    remarks = [remark for remark in read.diagnostics if remark.code == "ocr.doubtful_number" and remark.span]
    spans = [(remark.span.start, remark.span.end, remark.message) for remark in remarks if remark.span]
    right = in_order(_placed(document.text), _placed(read.source_text))
    counts["numbers"], counts["numbers right"] = len(wanted), len(right)
    for place, match in enumerate(found):
        doubt = any(a <= match.start() < b and said[place] in m.translate(_RAISED) for a, b, m in spans)
        counts["sure"] += not doubt
        counts["sure right"] += not doubt and place in right
        if show and not doubt and place not in right:
            around = read.source_text[max(0, match.start() - 25) : match.end() + 25].replace("\n", "⏎")
            print("   sure but wrong:", said[place], "in", around)
    if show:
        for kind, a, b, c, d in difflib.SequenceMatcher(None, wanted, said, autojunk=False).get_opcodes():
            if kind != "equal":
                print("   wanted", wanted[a:b], "read", said[c:d])
    truth = unres.parse(document.text, language="ar")
    pairs = [r.symbol for r in truth.references if r.symbol and re.search("[٠-٩]/[٠-٩]", r.text)]
    there = [r.symbol for r in read.references if r.symbol]
    counts["pairs"], counts["pairs right"] = len(pairs), (Counter(pairs) & Counter(there)).total()
    labels = [block.label for block in truth.operative if block.label]
    here = [block.label for block in read.operative if block.label]
    counts["labels"], counts["labels right"] = len(labels), (Counter(labels) & Counter(here)).total()
    letters, seen = plain(document.text), plain(read.source_text)
    counts["letters"] = len(letters)
    counts["letters right"] = len(letters) - min(len(letters), edlib.align(letters, seen)["editDistance"])
    return counts


def in_order(wanted: list[tuple[str, ...]], said: list[tuple[str, ...]]) -> set[int]:
    """The places in `said` of the longest run of wanted numbers; of equal ones, that between the wanted letters."""
    best = np.zeros((len(wanted) + 1, len(said) + 1))
    for row, (number, *around) in enumerate(wanted, 1):
        for column, (other, *beside) in enumerate(said, 1):
            alike = sum(one == two for one, two in zip(around, beside, strict=True))
            same = best[row - 1, column - 1] + (number == other) * (1 + alike / 1000)
            best[row, column] = max(same, best[row - 1, column], best[row, column - 1])
    right, row, column = set(), len(wanted), len(said)
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            right.add(column)
    return right


def _placed(text: str) -> list[tuple[str, ...]]:
    """The numbers of a text, each with the letters before and behind it."""
    return [
        (
            m[0].translate(_RAISED),
            _LETTERS.sub("", text[: m.start()][-12:])[-3:],
            _LETTERS.sub("", text[m.end() :][:12])[:3],
        )
        for m in _NUMBER.finditer(text)
    ]


def plain(text: str) -> str:
    """Letters alone, one space between words."""
    return " ".join(_LETTERS.sub("", _MARKS.sub("", text)).split())


if __name__ == "__main__":
    main()
