"""What is found to have changed between resolutions of one title in successive sessions, and how surely.

    python benchmarks/comparison.py CORPUS [--pairs 40] [--damage 0.1] [--seed 7] [--show SYMBOL]

CORPUS is a folder with Akoma Ntoso files in ``akn/*.zip``. Two things are measured:

series     resolutions of one organ, language and title from two archives are compared: how many blocks are kept,
           changed, added, dropped and moved, and the processor time of a comparison, parsing left out
synthetic  blocks of a resolution are deleted, inserted (from another resolution), edited, and moved, each to a share
           of ``--damage``, and renumbered; the comparison has to say which became what. F1 of each kind, where a pair
           counts when both blocks and the kind are right

``--show SYMBOL`` prints the comparison of the pair whose newer one has that symbol, to be read.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import unres
from unres.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.comparison import Change, Comparison
    from unres.models import Block, Resolution

ROUNDS = 3
KINDS = ("kept", "changed", "added", "dropped", "moved")
LONG = 8
"""A block of fewer words is not touched: whether "Takes note of the report" was dropped or edited nobody can say."""
FAR = 3
"""A block moves over so many others at least: of two neighbours that change places either may be the one that moved."""
_MARKS = re.compile(r"\W+")
Truth = set[tuple[str | None, str | None, str]]


@dataclass(slots=True)
class File:
    """Where one resolution lies."""

    archive: Path
    name: str
    language: str


def read(file: File) -> Resolution:
    """The resolution of a file."""
    with zipfile.ZipFile(file.archive) as files:
        return unres.read(files.read(file.name))


def series(corpus: Path) -> Iterator[tuple[File, File]]:
    """Pairs of one organ, language and title from two archives, each title once, in the order of the archives."""
    found: dict[tuple[object, ...], dict[Path, list[File]]] = defaultdict(lambda: defaultdict(list))
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            names = sorted(name for name in files.namelist() if name.endswith(".xml"))
        for name in names:
            file = File(archive, name, "")
            try:
                resolution = read(file)
            except unres.UnreadableError as error:
                print(f"left out: {name}: {error}")
                continue
            if resolution.title:
                file.language = resolution.language
                title = _MARKS.sub(" ", resolution.title).strip().lower()
                found[resolution.organ, resolution.language, title][archive].append(file)
    for places in found.values():
        single = [files[0] for files in places.values() if len(files) == 1]
        yield from pairwise(single)


def measure_series(pairs: list[tuple[File, File]]) -> None:
    """Counts of each kind, and times."""
    for language in ("en", "ar"):
        counts: Counter[str] = Counter()
        times: list[float] = []
        sizes: list[int] = []
        for older, newer in (pair for pair in pairs if pair[0].language == language):
            a, b = read(older), read(newer)
            took, comparison = timed(a, b)
            counts.update(comparison.counts)
            times.append(took)
            sizes.append(len(comparison.blocks))
        if len(times) > 1:
            shares = "  ".join(f"{kind} {counts[kind]:5}" for kind in KINDS)
            tenths = quantiles(times, n=10)
            print(f"{language}  {len(times):3} pairs, {median(sizes):.0f} blocks in the middle  {shares}")
            print(
                f"    ms a pair: {median(times) * 1e3:.1f} in the middle, {tenths[-1] * 1e3:.1f} for nine of ten, "
                f"{max(times) * 1e3:.1f} at most ({sizes[times.index(max(times))]} blocks)"
            )


def spread(pairs: list[tuple[File, File]], language: str, count: int) -> list[tuple[File, File]]:
    """So many pairs of a language, spread over all."""
    found = [pair for pair in pairs if pair[0].language == language]
    return found[:: max(1, len(found) // count)][:count]


def timed(older: Resolution, newer: Resolution) -> tuple[float, Comparison]:
    """Seconds of processor time, the best of some rounds, and the comparison."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        comparison = compare(older, newer)
        best = min(best, time.process_time() - start)
    return best, comparison


# --- synthetic -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Damage:
    """Blocks changed by a generator of chance; the ids of blocks stay with them, so that the truth is known."""

    chance: random.Random
    share: float
    strangers: list[Block]
    truth: Truth = field(default_factory=set)

    def apply(self, resolution: Resolution) -> Resolution:
        """The resolution, damaged."""
        self.truth = {(block.id, block.id, "kept") for block in resolution.walk()}
        parts = {name: self._zone(list(getattr(resolution, name))) for name in ("preamble", "operative")}
        return resolution.model_copy(update=parts)

    def _zone(self, blocks: list[Block]) -> list[Block]:
        blocks = self._moved(blocks)
        return renumbered(self._list(blocks, []))

    def _list(self, blocks: list[Block], out: list[Block]) -> list[Block]:
        """Blocks of one parent, some deleted, edited, or with another before them."""
        for block in blocks:
            if self._chosen(block) and not self._has(block, "moved"):
                self._set(block, "dropped")
                continue
            if self._chosen(block):
                out.append(self._stranger(block))
            if self._chosen(block):
                block = self._edited(block)  # noqa: PLW2901  it takes its place
            out.append(block.model_copy(update={"children": self._list(block.children, [])}))
        return out

    def _chosen(self, block: Block) -> bool:
        return len(block.text.split()) >= LONG and self.chance.random() < self.share

    def _moved(self, blocks: list[Block]) -> list[Block]:
        """Some of the blocks at another place."""
        movable = [block for block in blocks if self._chosen(block)]
        for block in movable:
            at = blocks.index(block)
            places = [n for n in range(len(blocks)) if abs(n - at) >= FAR and far_enough(blocks, at, n)]
            if not places:
                continue
            blocks.remove(block)
            blocks.insert(self.chance.choice(places), block)
            for each in block.walk():
                self._swap(each.id, "kept", "moved")
        return blocks

    def _stranger(self, block: Block) -> Block:
        other = self.chance.choice(self.strangers)
        given = f"new{len(self.truth)}"
        self.truth.add((None, given, "added"))
        update = {"id": given, "zone": block.zone, "kind": block.kind, "label": block.label, "children": []}
        return other.model_copy(update=update)

    def _edited(self, block: Block) -> Block:
        """A tenth to four tenths of the words replaced, in runs, by words of another resolution."""
        words = block.text.split(" ")
        others = self.chance.choice(self.strangers).text.split(" ")
        count = max(1, int(len(words) * self.chance.uniform(0.1, 0.4)))
        at = self.chance.randrange(0, len(words) - count + 1)
        put = others[: self.chance.randrange(0, count + 1)]
        text = " ".join([*words[:at], *put, *words[at + count :]])
        if text.split() == block.text.split():
            return block
        self._swap(block.id, "kept", "changed")
        return block.model_copy(update={"text": text, "references": [], "verbs": [], "footnote_marks": []})

    def _has(self, block: Block, kind: str) -> bool:
        return (block.id, block.id, kind) in self.truth

    def _swap(self, given: str, old: str, new: str) -> None:
        if (given, given, old) in self.truth:
            self.truth.remove((given, given, old))
            self.truth.add((given, given, new))

    def _set(self, block: Block, kind: str) -> None:
        """A block that went, with all that is under it."""
        for each in block.walk():
            self.truth = {entry for entry in self.truth if entry[0] != each.id}
            self.truth.add((each.id, None, kind))


def far_enough(blocks: list[Block], at: int, to: int) -> bool:
    """Whether a block passes more text than it holds: else nobody can say that it moved, and not what it passed."""
    passed = blocks[at + 1 : to + 1] if to > at else blocks[to:at]
    return sum(map(words_of, passed)) > 1.5 * words_of(blocks[at])


def words_of(block: Block) -> int:
    """Words of a block and of all under it."""
    return sum(len(each.text.split()) for each in block.walk())


def renumbered(blocks: list[Block]) -> list[Block]:
    """The blocks with labels from 1 on, as a drafter would number them."""
    numbered = 0
    out = []
    for block in blocks:
        label = block.label
        if label is not None:
            numbered += 1
            label = str(numbered)
        out.append(block.model_copy(update={"label": label, "children": renumbered(block.children)}))
    return out


def said(change: Change) -> tuple[str | None, str | None, str]:
    """What the comparison says of a block."""
    return (change.older and change.older.id, change.newer and change.newer.id, change.kind)


def measure_synthetic(files: list[File], share: float, seed: int) -> None:
    """F1 of each kind over damaged resolutions."""
    resolutions = [read(file) for file in files]
    for language in ("en", "ar"):
        chance = random.Random(seed)  # noqa: S311  not for secrets
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        here = [resolution for resolution in resolutions if resolution.language == language]
        for resolution in here:
            body = resolution.model_copy(update={"annexes": [], "footnotes": []})
            strangers = [
                block
                for other in chance.sample(here, min(5, len(here)))
                if other.title != resolution.title
                for block in other.walk()
                if len(block.text.split()) >= LONG
            ]
            if not strangers:
                continue
            damage = Damage(chance, share, strangers)
            found = {said(change) for change in compare(body, damage.apply(body)).blocks}
            for kind in KINDS:
                truth = {entry for entry in damage.truth if entry[2] == kind}
                told = {entry for entry in found if entry[2] == kind}
                right[kind] += len(truth & told)
                wrong[kind] += len(told - truth)
                missed[kind] += len(truth - told)
        for kind in KINDS:
            both = 2 * right[kind] + wrong[kind] + missed[kind]
            if both:
                figures = f"right {right[kind]:5}  wrong {wrong[kind]:4}  missed {missed[kind]:4}"
                print(f"{language}  {kind:8} F1 {2 * right[kind] / both:7.2%}  {figures}")


def show(pairs: list[tuple[File, File]], symbol: str) -> None:
    """Prints the comparisons whose newer one has the symbol."""
    from unres.exports.comparison import to_summary

    for older, newer in pairs:
        if symbol.rsplit("/", 1)[1] in newer.name and (b := read(newer)).symbol == symbol:
            print(to_summary(compare(read(older), b), width=10_000))


def main() -> None:
    """Measures both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pairs", type=int, default=0, help="only so many pairs of each language; 0 for all")
    parser.add_argument("--damage", type=float, default=0.1, help="the share of blocks for each kind of damage")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", help="the symbol of a newer one, whose comparison is printed")
    asked = parser.parse_args()
    pairs = list(series(asked.corpus))
    if asked.show:
        show(pairs, asked.show)
        return
    if asked.pairs:
        pairs = [pair for code in ("en", "ar") for pair in spread(pairs, code, asked.pairs)]
    measure_series(pairs)
    measure_synthetic([older for older, _ in pairs], asked.damage, asked.seed)


if __name__ == "__main__":
    main()
