"""How well blocks are aligned when one version was damaged: blocks removed, joined, divided and swapped at random.

    python benchmarks/alignment_damage.py CORPUS [--damage 0.1] [--every 5] [--seed 1] [--labels kept renumbered]

For each resolution of ``CORPUS/akn`` whose two files read to the same ids, a tenth of the blocks of one language is
damaged, a quarter of it in each way. Damage is done among the leaves under one parent. With
``renumbered``, what is left is given new labels and ids in its order, as another draft would have them: ids then lead
astray from the first loss on. With ``kept``, labels and ids stay as they were, as when a typesetter loses a paragraph.
An even seed damages the Arabic, an odd one the English. F1 counts links of an Arabic with an English block.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from versions import alike, archives, versions

from unres.alignment import align, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres import Resolution
    from unres.models import Block

WAYS = ("remove", "join", "divide", "swap")


@dataclass
class Leaf:
    """A block, and the ids of the original blocks whose text it holds."""

    block: Block
    origins: tuple[str, ...]


def documents(corpus: Path, sets: set[str]) -> Iterator[tuple[Resolution, Resolution]]:
    """Both versions of each resolution that reads to the same ids."""
    for archive in archives(corpus, sets):
        yield from (both for both in versions(archive) if alike(*both))


class Damage:
    """Damages one version, and knows what became of each block."""

    def __init__(self, rng: random.Random, share: float, *, renumber: bool) -> None:
        self.rng, self.share, self.renumber = rng, share, renumber
        self.origins: dict[str, tuple[str, ...]] = {}
        self.done: Counter[str] = Counter()
        self.fresh = 0

    def version(self, resolution: Resolution) -> Resolution:
        """The damaged version; `origins` then gives for each id the blocks that it came from."""
        return resolution.model_copy(
            update={
                "preamble": self.siblings(resolution.preamble, "pp", "pp"),
                "operative": self.siblings(resolution.operative, "op", "op"),
                "annexes": [
                    annex.model_copy(update={"blocks": self.siblings(annex.blocks, f"annex{n}.", f"annex{n}.p")})
                    for n, annex in enumerate(resolution.annexes, 1)
                ],
            }
        )

    def siblings(self, blocks: list[Block], prefix: str, plain: str) -> list[Block]:
        """The blocks under one parent, damaged, and with ids."""
        leaves = [Leaf(block, (block.id,)) for block in blocks]
        at = 0
        while at < len(leaves):
            if not leaves[at].block.children and self.rng.random() < self.share * 0.8:  # joins and swaps take two
                at = self.hurt(leaves, at)
            at += 1
        return [self.finished(leaf, n, prefix, plain) for n, leaf in enumerate(leaves, 1)]

    def hurt(self, leaves: list[Leaf], at: int) -> int:
        """One damage; gives the place after which to go on."""
        way = self.rng.choice(WAYS)
        block = leaves[at].block
        following = leaves[at + 1].block if at + 1 < len(leaves) else None
        text = block.text
        if way == "divide" and len(text.split()) >= 8:
            words = text.split(" ")
            cut = self.rng.randint(len(words) // 3, 2 * len(words) // 3)
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            leaves[at : at + 1] = [
                Leaf(part(block, first, 0), leaves[at].origins),
                Leaf(part(block, second, len(first) + 1), leaves[at].origins),
            ]
            self.done[way] += 1
            return at + 1
        if way == "join" and following and not following.children and following.kind == block.kind:
            joined = block.model_copy(
                update={
                    "text": f"{text} {following.text}",
                    "verbs": block.verbs,
                    "references": [*block.references, *following.references],
                    "footnote_marks": [*block.footnote_marks, *following.footnote_marks],
                }
            )
            leaves[at : at + 2] = [Leaf(joined, leaves[at].origins + leaves[at + 1].origins)]
            self.done[way] += 1
        elif way == "swap" and following and not following.children:
            other = self.rng.choice([n for n in range(at + 1, len(leaves)) if not leaves[n].block.children][:6])
            leaves[at], leaves[other] = leaves[other], leaves[at]
            self.done[way] += 1
        elif way == "remove":
            del leaves[at]
            self.done[way] += 1
            return at - 1
        return at

    def finished(self, leaf: Leaf, n: int, prefix: str, plain: str) -> Block:
        """With its id, and with what is under it."""
        block = leaf.block
        update: dict[str, object] = {}
        if self.renumber:
            numbered = block.ordinal is not None
            update["id"] = f"{prefix}{n}" if numbered or prefix == "pp" else f"{plain}{block.kind[0]}{n}"
            if numbered:
                update |= {"ordinal": n, "label": str(n)}
        elif block.id in self.origins:  # the second half of a divided block
            self.fresh += 1
            update["id"] = f"{block.id}~{self.fresh}"
        new_id = str(update.get("id", block.id))
        self.origins[new_id] = leaf.origins
        update["children"] = self.siblings(block.children, f"{new_id}.", f"{new_id}.p")
        return block.model_copy(update=update)


def part(block: Block, text: str, offset: int) -> Block:
    """Some of a block's text, with what stands in it."""
    end = offset + len(text)
    return block.model_copy(
        update={
            "text": text,
            "verbs": [verb for verb in block.verbs if offset <= verb.offset < end],
            "references": [r for r in block.references if offset <= r.offset < end],
            "footnote_marks": [m for m in block.footnote_marks if offset < m.offset <= end],
        }
    )


def links(arabic: Resolution, english: Resolution) -> set[tuple[str, str]]:
    """What was found."""
    return {(a, e) for pair in align(arabic, english).pairs for a in pair.arabic for e in pair.english}


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--damage", type=float, default=0.1)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--labels", nargs="+", default=["kept", "renumbered"])
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--sets", nargs="*", default=[], help="archives by name; all unless told otherwise")
    parser.add_argument("--words", type=Path, help="another table of words, learnt from other sets")
    asked = parser.parse_args()
    if asked.words:
        words.read_table = asked.words.read_text
    chosen = list(documents(asked.corpus, set(asked.sets)))[:: asked.every]
    for labels in asked.labels:
        hit = due = found = 0
        done: Counter[str] = Counter()
        blocks = 0
        for n, (arabic, english) in enumerate(chosen):
            rng = random.Random(f"{asked.seed} {n}")  # noqa: S311  # not for secrets
            damage = Damage(rng, asked.damage, renumber=labels == "renumbered")
            hurt_arabic = (asked.seed + n) % 2 == 0
            hurt = damage.version(arabic if hurt_arabic else english)
            pairs = links(hurt, english) if hurt_arabic else links(arabic, hurt)
            true = {(new, old) for new, olds in damage.origins.items() for old in olds}
            true = true if hurt_arabic else {(old, new) for new, old in true}
            hit, due, found = hit + len(pairs & true), due + len(true), found + len(pairs)
            done.update(damage.done)
            blocks += len(damage.origins)
            for a, e in sorted(pairs ^ true)[: max(0, asked.misses)]:
                sign = "-" if (a, e) in true else "+"
                print(f"   {sign} {arabic.symbol} {'ar' if hurt_arabic else 'en'} {a} {e}")
        precision, recall = hit / found, hit / due
        f1 = 2 * precision * recall / (precision + recall)
        share = (sum(done.values()) + done["join"] + done["swap"]) / blocks
        print(f"labels {labels}: {len(chosen)} resolutions, {blocks} blocks, {share:.1%} damaged")
        print(f"  {dict(sorted(done.items()))}")
        print(f"  precision {precision:.2%}, recall {recall:.2%}, F1 {f1:.2%}")


if __name__ == "__main__":
    main()
