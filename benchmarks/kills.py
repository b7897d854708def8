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

TEXT = "A/RES/70/{n}\n\nThe General Assembly,\n\nRecalling the lamps of {n} harbours,\n\n1. Decides to light them;\n"
UNRES = [sys.executable, "-c", "from unres.cli import main; main()"]
LONGEST = 600
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


def run(engine: str, kills: int, files: int, chance: random.Random, place: Path) -> bool:
    """Whether all is there, once, after so many kills of runs."""
    folder, killed, ends = place / f"{engine}-files", 0, 0
    folder.mkdir()
    for n in range(files):
        (folder / f"{n:05}.txt").write_text(TEXT.format(n=n + 1), "utf-8")
    lost = twice = 0
    while killed < kills:
        out = place / f"{engine}-{ends}.jsonl"
        options = ["--engine", "dask"] if engine == "dask" else []
        words = [*UNRES, "convert", str(folder), "-o", str(out), "--jobs", "2", *options]
        resume: list[str] = []
        for _ in range(LONGEST):
            with subprocess.Popen(
                [*words, *resume], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            ) as leader:
                try:
                    leader.wait(chance.uniform(0.5, 12 if engine == "dask" else 5) if killed < kills else LONGEST)
                except subprocess.TimeoutExpired:
                    if chance.random() < 0.5:
                        os.killpg(leader.pid, signal.SIGKILL)
                        killed += 1
                    else:
                        killed += kill(psutil.Process(leader.pid).children(recursive=True), chance)
                leader.wait(LONGEST)
            resume = ["--resume"]
            if leader.returncode == 0:
                break
        paths = sorted(out.glob("*.jsonl")) if out.is_dir() else [out]
        lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
        symbols = collections.Counter(line["symbol"] for line in lines)
        lost += files - len(symbols)
        twice += symbols.total() - len(symbols)
        ends += 1
        shutil.rmtree(out, ignore_errors=True)
    print(
        f"{engine:8} {killed} kills, {ends} runs of {files} files to their end: lost {lost}, twice {twice}", flush=True
    )
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
