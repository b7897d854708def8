"""Processes killed with SIGKILL at random moments: whether anything is lost, or there twice.

    python benchmarks/kills.py [--kills 100] [--files 600] [--seed 1] [--only batch dask service]

batch    a run over a folder is killed as a whole, or one of its processes, and taken up again, until it ends
dask     the same on a cluster of its own
service  processes of a running service are killed while documents are asked for, eight at a time; each is asked for
         again where the answer says that its process was lost

The kills are shared out equally. Printed are kills, runs, and what was lost or there twice; ends with 1 where anything
was.
"""

from __future__ import annotations

import argparse
import collections
import http.client
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pyarrow.parquet as pq

TEXT = "A/RES/70/{n}\n\nThe General Assembly,\n\nRecalling the lamps of {n} harbours,\n\n1. Decides to light them;\n"
UNRES = [sys.executable, "-c", "from unres.cli import main; main()"]
LONGEST = 600
PARTITIONS = 12
"""Parts of a run on Dask."""
LOST = {502, 503, 504}
"""What the service answers where a document can be sent again."""


def kill(found: list[psutil.Process], chance: random.Random) -> bool:
    """Kills one of them."""
    if not found:
        return False
    try:
        chance.choice(found).kill()
    except psutil.NoSuchProcess:
        return False
    return True


def disturbed(words: list[str], seconds: float, chance: random.Random) -> tuple[int | None, int]:
    """Runs a command and kills it, or one of its processes, after so long: its exit code, and the kills."""
    killed = 0
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as leader:
        try:
            leader.wait(seconds)
        except subprocess.TimeoutExpired:
            if chance.random() < 0.5:
                os.killpg(leader.pid, signal.SIGKILL)
                killed = 1
            else:
                killed = int(kill(psutil.Process(leader.pid).children(recursive=True), chance))
        leader.wait(LONGEST)
    return leader.returncode, killed


def symbols(out: Path) -> collections.Counter[str]:
    """How often each resolution stands in the output: lines of JSON, or the data set that Dask writes."""
    if out.is_dir():
        return collections.Counter(pq.read_table(out / "resolutions", columns=["symbol"])["symbol"].to_pylist())
    return collections.Counter(json.loads(line)["symbol"] for line in out.read_text("utf-8").splitlines())


def run(engine: str, kills: int, files: int, chance: random.Random, place: Path) -> bool:
    """Whether all is there, once, after so many kills, at any moment of the time that a run takes by itself."""
    folder, killed, runs = place / f"{engine}-files", 0, 0
    folder.mkdir()
    for n in range(files):
        (folder / f"{n:05}.txt").write_text(TEXT.format(n=n + 1), "utf-8")
    options = ["--engine", "dask", "--partition", str(max(1, files // PARTITIONS))] if engine == "dask" else []
    words = [*UNRES, "convert", str(folder), "--jobs", "2", *options]
    start = time.monotonic()
    code, _ = disturbed([*words, "-o", str(place / f"{engine}.jsonl")], LONGEST, chance)
    longest = time.monotonic() - start
    assert code == 0, "a run that is left alone fails"  # noqa: S101  nothing could be told of others
    lost = twice = taken_up = 0
    while killed < kills:
        out = place / f"{engine}-{runs}.jsonl"
        code, more = disturbed([*words, "-o", str(out)], chance.uniform(0, longest), chance)
        while code != 0:
            killed, taken_up = killed + more, taken_up + 1
            seconds = chance.uniform(0, longest) if killed < kills else LONGEST
            code, more = disturbed([*words, "-o", str(out), "--resume"], seconds, chance)
        killed, runs = killed + more, runs + 1
        found = symbols(out)
        lost += files - len(found)
        twice += found.total() - len(found)
        shutil.rmtree(out, ignore_errors=True)
        said = f"{killed} kills, {runs} runs of {files} files to their end, taken up {taken_up} times"
        print(f"{engine:8} {said}: lost {lost}, twice {twice}; {longest:.0f} s where nothing is killed", flush=True)
    return not lost and not twice


def ask(port: int, n: int) -> tuple[int, str]:
    """How often a document was asked for, and the symbol that came."""
    body = TEXT.format(n=n).encode()
    for times in range(1, LONGEST):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/v1/parse", body, {"Content-Type": "text/plain"})
        answer = connection.getresponse()
        told = json.loads(answer.read())
        connection.close()
        if answer.status not in LOST:
            return times, json.dumps(told)
        time.sleep(0.2)
    return LONGEST, ""


def service(kills: int, chance: random.Random) -> bool:
    """Whether each document was answered with its own resolution."""
    words = [*UNRES, "serve", "--port", "0", "--no-log-requests", "--workers", "2"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as leader:
        assert leader.stderr  # noqa: S101  it was asked for
        found = re.search(rb":(\d+)/", leader.stderr.readline())
        assert found  # noqa: S101  the service did not start
        port, killed, over = int(found[1]), 0, threading.Event()

        def asked(first: int) -> tuple[int, int, int]:
            count = again = wrong = 0
            while not over.is_set():
                n = first + 8 * count
                times, told = ask(port, n)
                count, again = count + 1, again + times - 1
                wrong += f"A/RES/70/{n}" not in told
            return count, again, wrong

        with ThreadPoolExecutor(8) as clients:
            counted = [clients.submit(asked, first) for first in range(1, 9)]
            while killed < kills:
                time.sleep(chance.uniform(0.05, 1))
                helpers = psutil.Process(leader.pid).children()  # one of them starts the workers
                workers = [worker for helper in helpers for worker in helper.children()]
                killed += kill(workers, chance)
            over.set()
            counts, again, wrong = map(sum, zip(*(each.result() for each in counted), strict=True))
        leader.send_signal(signal.SIGTERM)
        code = leader.wait(60)
    print(
        f"service  {killed} kills, {counts} documents, {again} asked for again: wrong or lost {wrong}; exit code {code}"
    )
    return not wrong and code == 0


def main() -> None:
    """Kills, and prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--files", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=("batch", "dask", "service"), default=["batch", "dask", "service"])
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311  no secret
    each = -(-given.kills // len(given.only))
    good = True
    with tempfile.TemporaryDirectory() as place:
        for name in given.only:
            if name == "service":
                good &= service(each, chance)
            else:
                good &= run(name, each, given.files, chance, Path(place))
    sys.exit(not good)


if __name__ == "__main__":
    main()
