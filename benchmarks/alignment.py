"""How many blocks are aligned as the United Nations' own structure pairs them, and how long it takes.

    python benchmarks/alignment.py CORPUS [--styles clean paged] [--every 1] [--misses 40] [--disagreeing 0]

CORPUS holds ``akn/*.zip``; beside it lies ``evaluation/`` with the reference reader (``akn_gold``) and the writer of
plain text (``render``). Both versions of a resolution are written as text, parsed and aligned. Where both files have
the same blocks in the same order, the n-th block of one is the n-th of the other: an alignment is right where the
blocks that hold those two texts are paired with each other, and with nothing else. Documents whose files disagree are
counted apart; ``--disagreeing N`` shows what was done with N of them.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import unres
from unres.alignment import Alignment, align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres import Resolution

Record = dict[str, Any]
_LETTERS = re.compile(r"[\W_]+")


@dataclass
class Result:
    """What came of one resolution."""

    symbol: str
    agree: bool
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0
    blocks: int = 0


def records(corpus: Path) -> Iterator[tuple[str, Record, Record]]:
    """Symbol and both reference records of every resolution that is there in both languages."""
    sys.path.insert(0, str(corpus.parent / "evaluation"))
    import akn_gold  # lies beside the corpus

    for archive in sorted((corpus / "akn").glob("*.zip")):
        found: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as files:
            files.extractall(folder)
            for path in sorted(Path(folder).rglob("*.xml")):
                try:
                    record = akn_gold.read(path)
                except SyntaxError:  # a few of the files are not well-formed
                    continue
                found[record["symbol"]][record["language"]].append(record)
        for symbol, versions in found.items():
            for arabic, english in zip(versions["ar"], versions["en"], strict=False):
                yield f"{archive.stem}/{symbol}", arabic, english


def plain(text: str) -> str:
    """Letters and digits alone, in which two copies of a text are compared."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def built_alike(arabic: Record, english: Record) -> bool:
    """Whether both files have the same blocks in the same order."""
    return [(b["zone"], b["kind"]) for b in arabic["blocks"]] == [(b["zone"], b["kind"]) for b in english["blocks"]]


def places(record: Record, resolution: Resolution) -> list[str | None]:
    """For each block of a record, the id of the block that was read from it."""
    ids: dict[str, list[str]] = defaultdict(list)
    blocks = list(resolution.walk())
    for block in blocks:
        ids[plain(block.text)].append(block.id)
    found: list[str | None] = []
    for block in record["blocks"]:
        text = plain(block["text"])
        if ids[text]:
            found.append(ids[text].pop(0))
        else:
            found.append(next((b.id for b in blocks if len(text) > 20 and text[:40] in plain(b.text)), None))
    return found


def judge(symbol: str, arabic: Record, english: Record, style: str) -> Result:
    """Writes, parses, aligns and compares one resolution."""
    import render

    mine, theirs = unres.parse(render.render(arabic, style)), unres.parse(render.render(english, style))
    alike = built_alike(arabic, english)
    result = Result(f"{symbol} {style}", alike)
    result.blocks = sum(1 for _ in mine.walk())
    start = time.process_time()
    alignment = align(mine, theirs)
    result.seconds = time.process_time() - start
    result.counts.update(alignment.counts())
    if not alike:
        result.misses = [line(alignment, n) for n, p in enumerate(alignment.pairs) if p.arabic != p.english]
        return result
    paired = {block: (pair.arabic, pair.english) for pair in alignment.pairs for block in pair.arabic}
    for block, (left, right) in enumerate(zip(places(arabic, mine), places(english, theirs), strict=True)):
        if left is None or right is None:
            result.counts["not parsed"] += 1
            result.misses.append(f"not parsed: {arabic['blocks'][block]['text'][:50]}")
            continue
        right_one = paired[left] == ([left], [right])
        same_block = left in paired[left][0] and right in paired[left][1]
        result.counts["right" if right_one else "joined" if same_block else "wrong"] += 1
        if not right_one:
            result.misses.append(f"{left} – {right}, not {paired[left]}")
    return result


def line(alignment: Alignment, n: int) -> str:
    """A pair for reading."""
    pair = alignment.pairs[n]
    arabic, english = alignment.texts(pair)
    ids = f"{'+'.join(pair.arabic) or '–'} | {'+'.join(pair.english) or '–'}"
    return f"{ids} | {pair.score} | {arabic[:70]} | {english[:70]}"


def _judge(job: tuple[str, Record, Record, str]) -> Result:
    return judge(*job)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--styles", nargs="+", default=["clean", "paged"])
    parser.add_argument("--every", type=int, default=1, help="only every n-th resolution")
    parser.add_argument("--misses", type=int, default=40)
    parser.add_argument("--disagreeing", type=int, default=0)
    asked = parser.parse_args()
    all_ = list(records(asked.corpus))[:: asked.every]
    for style in asked.styles:
        with ProcessPoolExecutor(2) as pool:
            results = list(pool.map(_judge, [(*job, style) for job in all_], chunksize=8))
        report(style, results, asked.misses, asked.disagreeing)


def report(style: str, results: list[Result], misses: int, disagreeing: int) -> None:
    """One style."""
    alike = [result for result in results if result.agree]
    total: Counter[str] = Counter()
    for result in alike:
        total.update(result.counts)
    due = sum(total[key] for key in ("right", "joined", "wrong", "not parsed"))
    print(f"{style}: {len(results)} resolutions, {len(alike)} built alike, {due} blocks in them")
    print(f"  aligned as the structure pairs them: {total['right']} = {total['right'] / due:.4%}")
    print("  " + ", ".join(f"{key}: {total[key]}" for key in ("joined", "wrong", "not parsed")))
    times = sorted(result.seconds * 1000 for result in results)
    small = sorted(result.seconds * 1000 for result in results if result.blocks <= 60)
    most = small[len(small) * 95 // 100]
    print(f"  align: median {times[len(times) // 2]:.1f} ms; up to 60 blocks: 95 % under {most:.1f} ms")
    print(f"  align, all together: {sum(times) / 1000:.1f} s of processor time")
    for text in [f"{r.symbol}: {m}" for r in alike for m in r.misses][:misses]:
        print("    " + text)
    for result in [r for r in results if not r.agree][:disagreeing]:
        print(f"  {result.symbol}: {dict(result.counts)}")
        for text in result.misses:
            print("    " + text)


if __name__ == "__main__":
    main()
