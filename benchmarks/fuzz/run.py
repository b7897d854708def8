"""Fuzzes all readers and the parser, guided by coverage.

    python benchmarks/fuzz/run.py --corpus FOLDER --minutes 60

Every input must be read or refused with UnreadableError, in time and memory, and what is read must keep the
invariants of the model. A finding is written to OUT/findings, one file for each distinct place in the code, and the
run goes on; a process that dies or hangs is a finding too, and is started again. Prints executions, coverage, what
came of the inputs, and findings. Needs atheris.

    python benchmarks/fuzz/run.py --short [--minutes 2]

The short round needs no atheris: the same mutants each time, of all targets (texts, files, zips in a run, JSON back in,
bodies of requests, words of a recognised page, bytes of a connection). Ends with 1 where it found something.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import json
import random
import re
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
LARGEST = 150_000
HANG = 60
MEMORY_MB = 2500


def main() -> None:
    """Makes the seeds, and keeps one fuzzing process running until the time is over."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, help="folder of real documents; without it only ours are mutated")
    options.add_argument("--minutes", type=float, help="60; of a short round, 2")
    options.add_argument("--short", action="store_true", help="the short round")
    options.add_argument("--out", type=Path, default=Path("build/fuzz"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", nargs="+", metavar="TARGET", help="of a short round: these targets and no others")
    options.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given, rest = options.parse_known_args()
    if given.child:
        _child(given.out, rest)
        return
    if given.short:
        import short

        if unknown := sorted({*(given.only or ())} - {*short.TARGETS}):
            options.error(f"no such target: {', '.join(unknown)}; there are {', '.join(short.TARGETS)}")
        sys.exit(short.main(given.out, given.minutes or 2, given.seed, given.corpus, given.only) > 0)
    _prepare(given.out, given.corpus)
    end = time.monotonic() + 60 * (given.minutes or 60)
    starts = 0
    while (left := end - time.monotonic()) > 1:
        starts += 1
        _start(given.out, int(left), given.seed + starts)
    _report(given.out, starts)


def _prepare(out: Path, corpus: Path | None) -> None:
    from seeds import seeds

    for folder in ("corpus", "findings", "crashes"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for name, data in seeds(corpus):
        (out / "corpus" / f"seed-{name}").write_bytes(data)


def _start(out: Path, seconds: int, seed: int) -> None:
    """One process of libFuzzer, to its end."""
    flags = [
        f"-max_total_time={seconds}",
        f"-max_len={LARGEST}",
        f"-timeout={HANG}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-artifact_prefix={out}/crashes/",
        f"-seed={seed}",
        "-len_control=0",
        "-print_final_stats=1",
        str(out / "corpus"),
    ]
    with (out / "log.txt").open("ab") as log:
        command = [sys.executable, str(Path(__file__)), "--child", "--out", str(out), *flags]
        subprocess.run(command, stdout=log, stderr=log, check=False)


class _Book:
    """What came of the inputs, and the findings, one for each place in the code."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.path = out / f"book-{time.time_ns()}.json"
        self.outcomes: Counter[str] = Counter()
        self.executions = 0
        self.known: set[str] = {path.stem for path in (out / "findings").glob("*.txt")}
        self.written = time.monotonic()

    def note(self, outcome: str) -> None:
        self.executions += 1
        self.outcomes[outcome] += 1
        if time.monotonic() - self.written > 20:
            self.written = time.monotonic()
            self.path.write_text(json.dumps({"executions": self.executions, "outcomes": self.outcomes}), "utf-8")

    def finding(self, data: bytes, error: BaseException) -> None:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "benchmarks/fuzz" not in f.filename]
        places = [f"{Path(f.filename).name}:{f.name}" for f in frames[-3:]]
        sort = re.sub(r"\d+|: .*", "", str(error))[:60]
        mark = f"{type(error).__name__} {sort} {' '.join(places)}"
        name = hashlib.sha256(mark.encode()).hexdigest()[:12]
        if name not in self.known:
            self.known.add(name)
            (self.out / "findings" / f"{name}.bin").write_bytes(data)
            told = "".join(traceback.format_exception(error))
            (self.out / "findings" / f"{name}.txt").write_text(f"{mark}\n\n{told}", "utf-8", "replace")


def _child(out: Path, flags: list[str]) -> None:
    import atheris

    sys.setrecursionlimit(1000)
    with atheris.instrument_imports(include=["unres", "playa"], enable_loader_override=False):
        import unres.parsers.source
        import unres.pipeline
        import unres.readers.akn
        import unres.readers.docx
        import unres.readers.html
        import unres.readers.pdf.opening
        import unres.readers.pdf.reader
        import unres.readers.text  # noqa: F401
    sys.path.insert(0, str(HERE))
    from mutate import mutated
    from properties import examine

    book = _Book(out)
    hang = (out / "hangs.txt").open("ab")

    def one(data: bytes) -> None:
        faulthandler.dump_traceback_later(HANG - 10, file=hang)
        try:
            book.note(examine(data))
        except Exception as error:  # noqa: BLE001  # whatever it is, it is a finding
            book.note("finding")
            book.finding(data, error)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def custom(data: bytes, largest: int, seed: int) -> bytes:
        return mutated(bytes(data), largest, random.Random(seed), atheris.Mutate)  # noqa: S311  # no secret

    atheris.Setup([sys.argv[0], *flags], one, custom_mutator=custom)
    atheris.Fuzz()


def _report(out: Path, starts: int) -> None:
    books = [json.loads(path.read_text("utf-8")) for path in out.glob("book-*.json")]
    outcomes: Counter[str] = Counter()
    for book in books:
        outcomes.update(book["outcomes"])
    log = (out / "log.txt").read_text("utf-8", "replace")
    covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", log)
    print(f"executions {sum(book['executions'] for book in books):,} in {starts} processes")
    if covered:
        first, last = covered[0], max(covered, key=lambda found: int(found[0]))
        print(f"coverage {int(first[0]):,} → {int(last[0]):,} edges, corpus {last[2]} inputs")
    memory = max(map(int, re.findall(r"rss: (\d+)Mb", log)), default=0)
    print(f"memory {memory} MB at most")
    for outcome, count in outcomes.most_common():
        print(f"  {outcome:20} {count:,}")
    for path in sorted((out / "findings").glob("*.txt")):
        print(f"finding {path.stem}: {path.read_text('utf-8').splitlines()[0]}")
    for path in sorted((out / "crashes").iterdir()):
        what = "slow" if path.name.startswith("slow-unit") else "process died"
        print(f"{what}: {path.name}")


if __name__ == "__main__":
    main()
