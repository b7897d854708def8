"""How many megabytes of text a second references are found in, on one core.

    python benchmarks/references_speed.py CORPUS [--sample 150]

Three figures for each language, the best of several runs, in megabytes of UTF-8 and seconds of processor time:

* ``find_in_document``: what the parser calls, plain values out;
* ``find_references``: the public function, models out;
* eyecite, the nearest neighbour, which finds citations of courts: its tokenizer by hyperscan alone, and its
  ``get_citations`` with it, on the same text in the same run, where ``eyecite`` and ``hyperscan`` are installed.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from akn_texts import Text, read_corpus

from unres.references import find_references
from unres.references.border import find_in_document
from unres.references.passages import Context, Passage

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5


def best(texts: list[Text], work: Callable[[Text], object]) -> float:
    """The least processor time of several runs over all texts."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - start)
    return min(times)


def in_document(text: Text) -> object:
    """What the parser asks for."""
    passages = [Passage(passage) for passage in text.passages]
    passages += [Passage(note, f"fn:{at}", "footnote") for at, note in enumerate(text.notes, 1)]
    return find_in_document(passages, Context(language=text.language, organ="general_assembly", session=78))


def whole(text: Text) -> str:
    """The text as one string."""
    return "\n\n".join((*text.passages, *text.notes))


def neighbour() -> list[tuple[str, Callable[[Text], object]]]:
    """Eyecite with its fastest tokenizer, where it is installed."""
    try:
        import hyperscan  # noqa: F401 - the tokenizer loads it when it is first used
        from eyecite import get_citations  # may be missing
        from eyecite.tokenizers import HyperscanTokenizer
    except ImportError:
        return []
    tokenizer = HyperscanTokenizer()
    get_citations("Foo v. Bar, 1 U.S. 2 (1999)", tokenizer=tokenizer)  # compiles its patterns, which is not counted
    return [
        ("eyecite tokenizer", lambda text: tokenizer.tokenize(whole(text))),
        ("eyecite citations", lambda text: get_citations(whole(text), tokenizer=tokenizer)),
    ]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=150, help="how many texts of each language")
    args = parser.parse_args()
    texts = list(read_corpus(args.corpus))
    theirs = neighbour()
    for language in ("ar", "en"):
        mine = [text for text in texts if text.language == language]
        mine = mine[:: max(1, len(mine) // args.sample)]
        size = sum(len(whole(text).encode()) for text in mine) / 1e6
        rows: list[tuple[str, Callable[[Text], object]]] = [
            ("find_in_document", in_document),
            ("find_references", lambda text: find_references(whole(text), organ="general_assembly")),
        ]
        for name, work in (*rows, *theirs):
            print(f"{language}  {name:18} {size / best(mine, work):7.2f} MB/s   ({size:.1f} MB)")
    if not theirs:
        print("eyecite with hyperscan is not installed: no comparison")


if __name__ == "__main__":
    main()
