"""How often a question finds its clause: chunks against windows of a fixed length, with BM25.

    python benchmarks/retrieval.py CORPUS [--set ga78] [--questions 200] [--seed 1]

CORPUS holds ``akn/*.zip``. All resolutions of a set, in Arabic and English, are put into one index three times: as the
chunks of ``resolution.chunks()``, with their context and without, and as windows of 512 tokens of the same texts, one
after the other. Questions are made from clauses that are drawn at random: words of the clause in their order, without
its first verb; every second question has words of the title too. A clause is found where one of the first five answers
holds it; of a window it is enough that it holds more than half of the clause.
"""

from __future__ import annotations

import argparse
import random
import re
import zipfile
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import bm25s

import unres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from unres.models import Block, Resolution

WINDOW = 512
FIRST = 5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_MARKS = re.compile("[\u0640\u064b-\u0652]")
_LETTERS = str.maketrans("أإآىة", "ااايه")
_ARTICLE = re.compile(r"(?:[وفبك]?ال|لل|و)(?=\w{3})")


def words(text: str) -> list[str]:
    """The words that BM25 compares; Arabic ones without vowel marks, conjunction and article."""
    plain = _MARKS.sub("", text.lower()).translate(_LETTERS)
    return [_ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word for word in _WORD.findall(plain)]


@dataclass(frozen=True, slots=True)
class Passage:
    """What an index holds: a text, and which clauses of which file it answers for."""

    text: str
    file: int
    clauses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the clause that answers it."""

    text: str
    file: int
    clause: str
    language: str
    with_title: bool


def read(corpus: Path, name: str) -> Iterator[Resolution]:
    """Every file of a set that can be read."""
    with zipfile.ZipFile(corpus / "akn" / f"{name}.zip") as files:
        for member in files.namelist():
            try:
                resolution = unres.read(files.read(member))
            except unres.UnreadableError as error:
                print(f"left out: {member}: {error.reason}")
                continue
            yield resolution


def in_chunks(resolution: Resolution, file: int, field: str) -> Iterator[Passage]:
    """The chunks, by their text or their context."""
    for chunk in resolution.chunks():
        yield Passage(getattr(chunk, field), file, frozenset(chunk.block_ids))


def in_windows(resolution: Resolution, file: int) -> Iterator[Passage]:
    """Windows of so many tokens; a clause belongs to the one that holds more than half of it."""
    parts = [resolution.symbol or "", resolution.title or ""]
    middles: dict[str, int] = {}
    length = sum(len(part) + 1 for part in parts)
    for block in resolution.walk():
        written = f"{block.label}. {block.text}" if block.label else block.text
        middles[block.id] = length + len(written) - len(block.text) // 2
        parts.append(written)
        length += len(written) + 1
    text = "\n".join([*parts, *(f"{note.label} {note.text}" for note in resolution.footnotes)])
    ends = [match.end() for match in _TOKEN.finditer(text)]
    edges = [0, *ends[WINDOW - 1 : -1 : WINDOW], len(text)]
    for start, end in pairwise(edges):
        held = frozenset(name for name, middle in middles.items() if start <= middle < end)
        yield Passage(text[start:end], file, held)


def clauses(resolution: Resolution) -> Iterator[Block]:
    """Those with a verb, nothing below them, and words enough to be asked for."""
    for block in (*resolution.preamble, *resolution.operative):
        if not block.children and block.verbs and len(words(block.text)) >= 15:
            yield block


def question(resolution: Resolution, file: int, block: Block, *, with_title: bool, draw: random.Random) -> Question:
    """Six words of the clause in their order, and with the title three of it."""
    verb = block.verbs[0]
    asked = some_of(block.text[verb.offset + len(verb.text) :], 6, draw)
    if with_title and resolution.title:
        asked = [*some_of(resolution.title, 3, draw), *asked]
    return Question(" ".join(asked), file, block.id, resolution.language, with_title)


def some_of(text: str, count: int, draw: random.Random) -> list[str]:
    """Words of four letters and more, in their order."""
    long = [word for word in dict.fromkeys(_WORD.findall(text)) if len(word) >= 4 and not word.isdigit()]
    return sorted(draw.sample(long, min(count, len(long))), key=long.index)


def search(passages: Sequence[Passage], asked: Sequence[Question]) -> list[list[Passage]]:
    """The first answers to each question."""
    index = bm25s.BM25()
    index.index([words(passage.text) for passage in passages], show_progress=False)
    places, _ = index.retrieve([words(each.text) for each in asked], k=FIRST, show_progress=False)
    return [[passages[place] for place in row] for row in places]


def share(hits: Iterable[bool]) -> str:
    """Of all, in per cent."""
    held = list(hits)
    return f"{100 * sum(held) / len(held):.1f} %"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--set", default="ga78")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)  # noqa: S311  no secret is drawn

    resolutions = list(read(arguments.corpus, arguments.set))
    asked = []
    for language in ("ar", "en"):
        here = [
            (file, block)
            for file, resolution in enumerate(resolutions)
            if resolution.language == language
            for block in clauses(resolution)
        ]
        for number, (file, block) in enumerate(draw.sample(here, arguments.questions // 2)):
            asked.append(question(resolutions[file], file, block, with_title=number % 2 == 1, draw=draw))
    print(f"{len(resolutions)} resolutions of {arguments.set}, {len(asked)} questions, for example:")
    for each in (asked[0], asked[-1]):
        print(f"  {each.text}")

    kinds: dict[str, Callable[[Resolution, int], Iterable[Passage]]] = {
        "chunks, with context": partial(in_chunks, field="context"),
        "chunks, text alone": partial(in_chunks, field="text"),
        f"windows of {WINDOW} tokens": in_windows,
    }
    print("| index | passages | Arabic | English | clause alone | with title | all | as the first | tokens of five |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, cut in kinds.items():
        passages = [each for file, resolution in enumerate(resolutions) for each in cut(resolution, file)]
        found = search(passages, asked)
        hits = [[q.file == p.file and q.clause in p.clauses for p in row] for q, row in zip(asked, found, strict=True)]
        some = [(q, any(row)) for q, row in zip(asked, hits, strict=True)]
        tokens = sum(len(_TOKEN.findall(p.text)) for row in found for p in row) / len(found)
        cells = (
            f"{len(passages):,}",
            share(hit for q, hit in some if q.language == "ar"),
            share(hit for q, hit in some if q.language == "en"),
            share(hit for q, hit in some if not q.with_title),
            share(hit for q, hit in some if q.with_title),
            share(hit for _, hit in some),
            share(row[0] for row in hits),
            f"{tokens:,.0f}",
        )
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
