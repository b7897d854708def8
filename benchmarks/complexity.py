"""How the time of each step grows with the number of paragraphs: the exponent, 1 for linear and 2 for quadratic.

    python benchmarks/complexity.py [--only read parse export align compare view] [--largest 10000] [--shapes 10]

Each step is measured on ten shapes of documents, among them those that are meant to be slow: all paragraphs the same,
in another order, with nothing in common, all words in one paragraph. Sizes double from 100 paragraphs on. Printed are,
for each step and shape, the processor time of the largest size and the exponent, which is the slope of the logarithms
over the sizes that take a hundredth of a second at least. Ends with 1 where an exponent is over its bound: 1.1 for
reading, parsing and exporting, 1.2 for ``align`` and ``compare`` and the viewer.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import unres
from unres.exports.akn import to_akn
from unres.exports.docx import to_docx
from unres.exports.html import to_html
from unres.exports.markdown import to_markdown
from unres.exports.text import to_text
from unres.exports.viewer import to_viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEADS = {
    "en": "A/RES/71/94\n\n71/94. Lamps of the harbours\n\nThe General Assembly,\n\n",
    "ar": "A/RES/71/94\n\n71/94 - مصابيح الموانئ\n\nإن الجمعية العامة،\n\n",
}
WORDS = {
    "en": "lamp harbour ferry keeper tide rope signal island report session states members urges secretary general "
    "measures regional water coast vessels training council resolution annual budget crew beacon weather".split(),
    "ar": "مصباح ميناء عبارة حارس مد حبل إشارة جزيرة تقرير دورة الدول الأعضاء الأمين العام تدابير إقليمية مياه ساحل "
    "سفن تدريب مجلس قرار سنوية ميزانية طاقم منارة طقس".split(),
}
VERBS = {"en": ("Recalling", "Noting", "Recognizing"), "ar": ("وإذ تشير إلى", "وإذ تلاحظ", "وإذ تسلم")}
LEAST_SECONDS = 0.01
BOUNDS = {"read": 1.1, "parse": 1.1, "export": 1.1, "align": 1.2, "compare": 1.2, "view": 1.2}


class Pair(NamedTuple):
    """Paragraphs of two versions."""

    older: list[str]
    newer: list[str]


def words(chance: random.Random, language: str, count: int) -> str:
    """So many words; every fourth is one that hardly stands anywhere else."""
    known = WORDS[language]
    rare = "abcdefghijklmnopqrstuvwxyz" if language == "en" else "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
    made = (chance.choice(known) if n % 4 else "".join(chance.choices(rare, k=7)) for n in range(count))
    return " ".join(made)


def plain(n: int, chance: random.Random, language: str) -> list[str]:
    """Paragraphs that differ."""
    return [f"{chance.choice(VERBS[language])} {words(chance, language, 18)} {n}" for n in range(n)]


def shapes(other: str) -> dict[str, Callable[[int, random.Random], Pair]]:
    """Ten kinds of two versions; `other` is the language of the older one, the newer one is English."""

    def same(n: int, chance: random.Random) -> Pair:
        seeds = random.Random(1), random.Random(1)  # noqa: S311  no secret
        del chance
        return Pair(plain(n, seeds[0], other), plain(n, seeds[1], "en"))

    def dropped(n: int, chance: random.Random) -> Pair:
        both = same(n, chance)
        return Pair(both.older, [text for text in both.newer if chance.random() > 0.2])

    def one(text: str) -> list[str]:
        return [text]

    def shuffled(texts: list[str], chance: random.Random) -> list[str]:
        return chance.sample(texts, len(texts))

    verb = VERBS[other][0]
    return {
        "the same": same,
        "nothing in common": lambda n, chance: Pair(plain(n, chance, other), plain(n, random.Random(2), "en")),  # noqa: S311
        "another order": lambda n, chance: Pair(same(n, chance).older, shuffled(same(n, chance).newer, chance)),
        "backwards": lambda n, chance: Pair(same(n, chance).older, same(n, chance).newer[::-1]),
        "a fifth dropped": dropped,
        "one text": lambda n, _: Pair([f"{verb} {WORDS[other][0]}"] * n, ["Recalling lamp"] * (n + 7)),
        "one text but for a number": lambda n, _: Pair(
            [f"{verb} {WORDS[other][0]} {i}" for i in range(n)], [f"Recalling lamp {i + 3}" for i in range(n)]
        ),
        "words of one paragraph in another order": lambda n, chance: Pair(
            one(" ".join(WORDS[other] * (n // 3))), one(" ".join(shuffled(WORDS["en"] * (n // 3), chance)))
        ),
        "one paragraph of references": lambda n, _: Pair(
            one(" ".join(f"A/RES/{60 + i % 9}/{i % 300 + 1}," for i in range(n))),
            one(" ".join(f"A/RES/{60 + i % 9}/{i % 299 + 1}," for i in range(n))),
        ),
        "sentences of one paragraph": lambda n, chance: Pair(
            one(". ".join(plain(n, chance, other))), one(". ".join(plain(n // 2, chance, "en")))
        ),
    }


def text_of(paragraphs: list[str], language: str) -> str:
    """A resolution of these clauses, which have no numbers: another number would be another text."""
    comma, end = (",", "1. Decides.") if language == "en" else ("،", "1 - تقرر.")
    return HEADS[language] + "".join(f"{text}{comma}\n\n" for text in paragraphs) + f"{end}\n"


def seconds(work: Callable[[], object]) -> float:
    """The better one of two times, without the collector's passes."""
    best = math.inf
    for _ in range(2):
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        gc.enable()
        if best > 5:
            break
    return best


def slope(points: list[tuple[int, float]]) -> float:
    """The exponent; 0 where all sizes are too quick to tell."""
    told = [(math.log(n), math.log(t)) for n, t in points if t >= LEAST_SECONDS]
    if len(told) < 3:
        return 0.0
    middle = sum(x for x, _ in told) / len(told), sum(y for _, y in told) / len(told)
    spread = sum((x - middle[0]) ** 2 for x, _ in told)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in told) / spread


def sizes(largest: int) -> Iterator[int]:
    """100 and its doubles."""
    n = 100
    while n <= largest:
        yield n
        n *= 2


def steps(pair: Pair, second: Pair, wanted: set[str]) -> Iterator[tuple[str, str, Callable[[], object]]]:
    """The group and the name of each step, and what is measured; `second` has an Arabic older version."""
    text = text_of(pair.newer, "en")
    if wanted & {"parse"}:
        yield "parse", "parse", lambda: unres.parse(text)
    newer = unres.parse(text, language="en")
    writers = {"akn": to_akn, "docx": to_docx, "html": to_html, "markdown": to_markdown, "text": to_text}
    for name, write in writers.items():
        if wanted & {"export"}:
            yield "export", f"export {name}", lambda write=write: write(newer)
        if wanted & {"read"}:
            data = write(newer)
            packed = data if isinstance(data, bytes) else data.encode()
            limits = unres.Limits(max_ratio=100_000)
            yield "read", f"read {name}", lambda packed=packed, limits=limits: opened(packed, limits)
    if wanted & {"compare"}:
        older = unres.parse(text_of(pair.older, "en"), language="en")
        yield "compare", "compare", lambda: unres.compare(older, newer)
    if wanted & {"align", "view"}:
        arabic = unres.parse(text_of(second.older, "ar"), language="ar")
        english = unres.parse(text_of(second.newer, "en"), language="en")
        if wanted & {"align"}:
            yield "align", "align", lambda: unres.align(arabic, english)
            aligned = unres.align(arabic, english)
            yield "align", "align: checks", aligned.checks
            yield "align", "align: sentences", lambda: [aligned.sentences(each) for each in aligned.pairs]
        if wanted & {"view"}:
            yield "view", "viewer", lambda: to_viewer(arabic, english)


def opened(data: bytes, limits: unres.Limits) -> None:
    """Reads a file without parsing it."""
    from unres.readers import open_source

    open_source(data, limits)


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=BOUNDS, default=list(BOUNDS))
    options.add_argument("--largest", type=int, default=10_000)
    options.add_argument("--shapes", type=int, default=10, help="only the first so many")
    given = options.parse_args()
    over = 0
    english, arabic = shapes("en"), shapes("ar")
    for shape in list(english)[: given.shapes]:
        found: dict[tuple[str, str], list[tuple[int, float]]] = {}
        for n in sizes(given.largest):
            made = (kinds[shape](n, random.Random(n)) for kinds in (english, arabic))  # noqa: S311  no secret
            for group, name, work in steps(*made, set(given.only)):
                found.setdefault((group, name), []).append((n, seconds(work)))
        for (group, name), points in found.items():
            exponent = slope(points)
            over += exponent > BOUNDS[group]
            mark = "  OVER" if exponent > BOUNDS[group] else ""
            print(f"{name:18} {shape:40} {points[-1][1]:8.3f} s  {exponent:5.2f}{mark}", flush=True)
    sys.exit(over > 0)


if __name__ == "__main__":
    main()
