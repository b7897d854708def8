"""Many files: what supervision, order and resumability cost beside bare parsing and beside other engines.

    python benchmarks/batch.py CORPUS [--count 10000] [--keep FOLDER] [--only NAME …]

CORPUS is a folder of real documents: Akoma Ntoso files in ``akn/*.zip``, and where they are there Word files in
``docx-en/`` and PDFs in ``pdf-en/``. They are written under other names into a folder of so many files: Akoma Ntoso,
the text of the same, Word, and PDF. Every engine then reads that folder and writes the same JSON lines:

=================  =====================================================================================
bare               one process, a loop: read, parse, write. Neither order, limits nor resuming
two loops          two such processes at once, each with every other file, which know nothing of each other: what two
                   of the machine's processors can do at most
unres 1, unres 2   ``unres.batch.convert`` with one and two processes
joblib, dask.bag,  the same function mapped by each with two processes, its results written in order by
executor           the parent; no file has limits, one that hangs or dies ends or spoils the run
=================  =====================================================================================

Printed for each: time by the clock, files a second, processor time of all its processes together, the memory of the
process that leads, and what it costs in processor time beside the bare loop.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import unres
from unres import batch
from unres.readers import open_source

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS_EVERY, PDF_EVERY, TEXT_EVERY = 25, 100, 3
SUBREAPER = 36
"""Of Linux's prctl: processes whose parent is gone become ours, so that their time is counted."""


def make_folder(corpus: Path, folder: Path, count: int) -> None:
    """So many files, a hundred to a folder."""
    xml, texts = [], []
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            xml += [files.read(name) for name in sorted(files.namelist()) if name.endswith(".xml")]
    step = max(1, len(xml) // count)
    xml = xml[::step]
    for data in xml[:: TEXT_EVERY * 2]:
        try:
            texts.append(open_source(data).text.encode())
        except unres.UnreadableError:
            continue
    word = [path.read_bytes() for path in sorted((corpus / "docx-en").glob("*.docx"))]
    pdf = [path.read_bytes() for path in sorted((corpus / "pdf-en").glob("*.pdf"))]
    given = {"xml": itertools.cycle(xml), "txt": itertools.cycle(texts)}
    given |= {ending: itertools.cycle(data) for ending, data in (("docx", word), ("pdf", pdf)) if data}
    for n in range(count):
        ending = "xml"
        if n % PDF_EVERY == 1 and "pdf" in given:
            ending = "pdf"
        elif n % WORDS_EVERY == 2 and "docx" in given:
            ending = "docx"
        elif n % TEXT_EVERY == 0:
            ending = "txt"
        path = folder / f"{n // 100:04}" / f"{n:06}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(next(given[ending]))


def paths(folder: Path) -> list[str]:
    """All files, in the order of their names."""
    return [str(path) for path in sorted(folder.rglob("*")) if path.is_file()]


def lines(path: str) -> str:
    """What every engine maps: a file to JSON lines."""
    try:
        return "".join(f"{resolution.model_dump_json()}\n" for resolution in unres.read_all(path))
    except unres.UnreadableError:
        return ""


def write(found: Iterator[str], out: Path) -> None:
    """Lines, in order."""
    with out.open("w", encoding="utf-8") as file:
        file.writelines(found)


def bare(folder: Path, out: Path) -> None:
    """A loop."""
    write(map(lines, paths(folder)), out)


def two_loops(folder: Path, out: Path) -> None:
    """Two at once. Their outputs stand one after the other, so that the order is another."""
    from multiprocessing import get_context

    names = paths(folder)
    parts = [out.with_suffix(f".{part}") for part in range(2)]
    context = get_context("spawn")
    loops = [context.Process(target=_loop, args=(names[part::2], parts[part])) for part in range(2)]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join()
    with out.open("wb") as whole:
        for part in parts:
            whole.write(part.read_bytes())
            part.unlink()


def _loop(names: list[str], out: Path) -> None:
    write(map(lines, names), out)


def unres_1(folder: Path, out: Path) -> None:
    """One process under supervision."""
    batch.convert(folder, out, jobs=1, form="jsonl")


def unres_2(folder: Path, out: Path) -> None:
    """Two."""
    batch.convert(folder, out, jobs=2, form="jsonl")


def executor(folder: Path, out: Path) -> None:
    """The standard library's."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(2) as pool:
        write(pool.map(lines, paths(folder), chunksize=16), out)


def joblib(folder: Path, out: Path) -> None:
    """Its default back end."""
    from joblib import Parallel, delayed

    write(Parallel(n_jobs=2, return_as="generator")(delayed(lines)(path) for path in paths(folder)), out)


def dask_bag(folder: Path, out: Path) -> None:
    """On its scheduler of processes, as bags do by default."""
    import dask.bag

    names = paths(folder)
    bag = dask.bag.from_sequence(names, npartitions=max(2, len(names) // 100)).map(lines)
    write(iter(bag.compute(scheduler="processes", num_workers=2)), out)


ENGINES = {
    "bare": bare,
    "two loops": two_loops,
    "unres 1": unres_1,
    "unres 2": unres_2,
    "executor": executor,
    "joblib": joblib,
    "dask.bag": dask_bag,
}


def run_one(name: str, folder: Path, out: Path) -> None:
    """In a process of its own: runs an engine, prints what it took."""
    began = time.perf_counter()
    ENGINES[name](folder, out)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "memory": peak()}))


def peak() -> float:
    """The most memory that this process has held, in MB. The kernel's ``ru_maxrss`` begins with its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(held.split()[1]) / 1024


def measure(name: str, folder: Path, out: Path) -> dict[str, Any]:
    """Runs an engine and waits for every process that it left, so that none's time is missed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, __file__, "--engine", name, "--folder", str(folder), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[-1]}
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with out.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()[:12]
    out.unlink()
    return {**json.loads(done.stdout.splitlines()[-1]), "cpu": cpu, "digest": digest}


def main() -> None:
    """Makes the folder, runs the engines, prints a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder for the files, kept for the next time")
    parser.add_argument("--only", nargs="*", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--rounds", type=int, default=1, help="the quickest of so many is taken")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.engine:
        run_one(asked.engine, asked.folder, asked.out)
        return
    if asked.corpus is None:
        parser.error("name the folder of real documents")
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as place:
        folder = asked.keep or Path(place) / "files"
        if not folder.exists():
            make_folder(asked.corpus, folder, asked.count)
        count = len(paths(folder))
        print(f"{count:,} files, {len(os.sched_getaffinity(0))} processors")
        print(f"{'':10} {'clock':>9} {'files/s':>8} {'cpu':>9} {'leader':>8}  beside bare (cpu)   output")
        found: dict[str, dict[str, Any]] = {}
        for name in asked.only:
            rounds = [measure(name, folder, Path(place) / "out.jsonl") for _ in range(asked.rounds)]
            it = found[name] = min(rounds, key=lambda each: each.get("seconds", 0))  # an error before all
            if "error" in it:
                print(f"{name:10} {it['error']}")
                continue
            beside = f"{it['cpu'] / found['bare']['cpu'] - 1:+.1%}" if "bare" in found else ""
            print(
                f"{name:10} {it['seconds']:8.1f}s {count / it['seconds']:8.1f} {it['cpu']:8.1f}s {it['memory']:6.0f}MB"
                f"  {beside:18}  {it['digest']}",
                flush=True,
            )
        for one, two in (("unres 1", "unres 2"), ("bare", "two loops")):
            if all("seconds" in found.get(name, {}) for name in (one, two)):
                print(f"{two} beside {one}: {found[one]['seconds'] / found[two]['seconds']:.2f} times as fast")


if __name__ == "__main__":
    main()
