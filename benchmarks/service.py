"""How the service answers under load, alone and with hostile files mixed in; and whether anything is lost or leaks.

    python benchmarks/service.py [FOLDER] [--requests 20000] [--seconds 20] [--workers 2] [--load 0.8] [--attack]

FOLDER holds documents that ``unres`` reads (taken with their subfolders; zips are opened); without it, the examples of
the package are sent. Printed are:

1. the bare time of parsing, in this process: mean, median, 99th percentile; and that of a parse with nothing else to
   do, asked for over HTTP one after the other;
2. the highest rate, with as many requests under way as keep all workers busy;
3. latencies at 80 % (`--load`) of that rate, sent at even distances and at random ones (Poisson). A latency
   counts from when the request was due, not from when there was a connection for it. Beside them stands what a queue
   alone comes to, were the parses all that takes time;
4. the same with hostile requests, two in 25, and the ratio of the 99th percentiles of the others;
5. many requests under attack: two in 25 are hostile, 600 clients open a connection and send nothing or half a head,
   and 50 take answers of megabytes a little at a time. Printed are the 99th percentile of good ones beside that of as
   many without any of it, answers by status, the largest size of the service itself and the bytes that it held; and
   after the attackers have left, the seconds until ten documents in a row are answered as quickly as before.

Run it on a quiet machine: the load comes from a process of its own, on the same cores. So do the attackers, at a low
priority, for the time that they take is that of other machines.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import heapq
import io
import itertools
import math
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import unres

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOSTILE = (12, 25)
"""Every twelfth and every twenty-fifth of 25 requests: 8 %."""
IDLE = 600
SLOW = 50
LARGE = "A/RES/71/94\n\n71/94. Lamps\n\nThe General Assembly,\n\n1. Recalls resolution 67/190.\n" + "".join(
    f"({i}) Ibid.\n" for i in range(1, 8000)
)
"""A small document whose answer has some megabytes."""
MOST_CONNECTIONS = 100
IDLE_SECONDS = 3


@dataclass
class Request:
    """What is sent."""

    body: bytes
    content_type: str = "text/plain"
    hostile: str = ""

    def sent(self) -> bytes:
        """As bytes."""
        head = f"POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: {self.content_type}\r\n"
        return f"{head}Content-Length: {len(self.body)}\r\n\r\n".encode() + self.body


@dataclass
class Run:
    """What came of a run."""

    latencies: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    hostile: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def said(self) -> str:
        """Percentiles in milliseconds."""
        return "  ".join(f"p{p:g} {percentile(self.latencies, p) * 1000:7.1f}" for p in (50, 90, 99, 99.9))


def percentile(values: Iterable[float], p: float) -> float:
    """By nearest rank."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, math.ceil(len(ranked) * p / 100) - 1)] if ranked else math.nan


@cache
def hostile_requests() -> list[Request]:
    """One of each kind of bad file; made before anything is measured."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * 100_000_000)
    clauses = b"The General Assembly,\n\nRecalling its resolution 67/190 of 20 December 2012,\n\n"
    octets = "application/octet-stream"
    return [
        Request(packed.getvalue(), octets, "zip bomb"),
        Request(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" * 50, octets, "truncated PDF"),
        Request(random.Random(1).randbytes(500_000), octets, "binary garbage"),  # noqa: S311  no secret
        Request(b'{"text":' + b"[" * 500_000, "application/json", "deep JSON"),
        Request(clauses * 10_000, "text/plain", "780 KB of clauses"),
        Request(clauses * 40_000, "text/plain", "3 MB of clauses"),
        Request(b"(" * 1_500_000, "text/plain", "brackets"),
        Request(b"x", "image/png", "wrong content type"),
    ]


class Client:
    """Connections that are kept, and used by one request at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.free: list[tuple[float, asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.room = asyncio.Semaphore(MOST_CONNECTIONS)

    async def ask(self, request: Request) -> int:
        """Sends and takes the answer; its status, 0 where there was none."""
        async with self.room:
            reader, writer = await self._connection()
            try:
                writer.write(request.sent())
                head = await reader.readuntil(b"\r\n\r\n")
                length = re.search(rb"content-length: (\d+)", head)
                left = int(length[1]) if length else 0
                while left:  # in pieces: to put megabytes together would hold up the others that are measured
                    left -= len(await reader.readexactly(min(left, 65536)))
            except (OSError, asyncio.IncompleteReadError):
                writer.close()
                return 0
            if b"connection: close" in head:
                writer.close()
            else:
                self.free.append((time.monotonic(), reader, writer))
            return int(head.split(b" ", 2)[1])

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """One that was used a moment ago, or a new one: the service closes those that are idle for five seconds."""
        while self.free:
            since, reader, writer = self.free.pop()
            if time.monotonic() - since < IDLE_SECONDS and not reader.at_eof():
                return reader, writer
            writer.close()
        return await asyncio.open_connection("127.0.0.1", self.port)


async def at_once(client: Client, requests: Iterator[Request], under_way: int, seconds: float) -> Run:
    """So many under way at any time, for so long."""
    run = Run()
    end = time.perf_counter() + seconds

    async def one_after_the_other() -> None:
        while (start := time.perf_counter()) < end:
            status = await client.ask(next(requests))
            run.latencies.append(time.perf_counter() - start)
            run.statuses[str(status)] += 1

    start = time.perf_counter()
    await asyncio.gather(*(one_after_the_other() for _ in range(under_way)))
    run.seconds = time.perf_counter() - start
    return run


async def at_rate(client: Client, requests: Iterator[Request], rate: float, count: int, *, at_random: bool) -> Run:
    """So many a second, whether or not the answers keep up."""
    run = Run()
    chance = random.Random(7)  # noqa: S311  no secret
    tasks: set[asyncio.Task[None]] = set()

    async def one(request: Request, due: float) -> None:
        status = await client.ask(request)
        if request.hostile:
            run.hostile[f"{request.hostile}: {status}"] += 1
        else:
            run.latencies.append(time.perf_counter() - due)
            run.statuses[str(status)] += 1

    start = due = time.perf_counter()
    for _ in range(count):
        due += chance.expovariate(rate) if at_random else 1 / rate
        if (pause := due - time.perf_counter()) > 0:
            await asyncio.sleep(pause)
        task = asyncio.create_task(one(next(requests), due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    run.seconds = time.perf_counter() - start
    return run


def mixed(good: list[Request]) -> Iterator[Request]:
    """Two in 25 are hostile."""
    bad = itertools.cycle(hostile_requests())
    for number, request in enumerate(itertools.cycle(good)):
        yield next(bad) if number % 25 + 1 in HOSTILE else request


def documents(folder: Path | None, most: int) -> list[Request]:
    """Texts of documents: of a folder, or of the package."""
    if folder is None:
        folder = Path(unres.__file__).parent / "examples"
        return [Request(path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
    texts = []
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".txt", ".xml", ".docx", ".zip"})
    for path in paths:
        with contextlib.suppress(unres.UnreadableError):
            found = itertools.islice(unres.read_all(path, on_error=lambda _error: None), most)
            texts.extend(resolution.source_text for resolution in found)
    random.Random(3).shuffle(texts)  # noqa: S311  no secret
    return [Request(text.encode()) for text in texts[:most]]


def bare(good: list[Request]) -> list[float]:
    """Seconds to parse each and to write it as JSON, here."""
    times = []
    for request in good:
        text = request.body.decode()
        start = time.perf_counter()
        unres.parse(text).model_dump_json()
        times.append(time.perf_counter() - start)
    return times


def ideal(times: list[float], workers: int, load: float, *, at_random: bool, count: int = 50_000) -> float:
    """The 99th percentile, were there nothing but these times and a queue: what no service could go below."""
    chance = random.Random(7)  # noqa: S311  no secret
    pause = statistics.mean(times) / workers / load
    free = [0.0] * workers
    latencies = []
    now = 0.0
    for seconds in itertools.islice(itertools.cycle(times), count):
        now += chance.expovariate(1 / pause) if at_random else pause
        end = max(now, heapq.heappop(free)) + seconds
        heapq.heappush(free, end)
        latencies.append(end - now)
    return percentile(latencies, 99)


def children(pid: int) -> list[int]:
    """Processes that a process started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid and fields[0] != "Z":
                found.append(int(path.parent.name))
    return found


def megabytes(pid: int) -> float:
    """Resident memory."""
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def state(pid: int) -> str:
    """Workers and memory of the service."""
    workers = [worker for child in children(pid) for worker in children(child)]
    files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    largest = max(map(megabytes, workers), default=0)
    return (
        f"{len(workers)} workers, service {megabytes(pid):.0f} MB, largest worker {largest:.0f} MB, {files} open files"
    )


async def measure(port: int, pid: int, good: list[Request], given: argparse.Namespace) -> None:
    """Everything but the bare times."""
    client = Client(port)
    hostile_requests()
    await at_once(client, itertools.cycle(good), given.workers, 2)
    alone = await at_once(client, itertools.cycle(good), 1, given.seconds / 4)
    print(f"one after the other        {alone.said()} ms")
    full = await at_once(client, itertools.cycle(good), 2 * given.workers, given.seconds / 2)
    rate = len(full.latencies) / full.seconds
    print(f"highest rate               {rate:.0f} documents a second; {dict(full.statuses)}")
    if not given.attack:
        await latencies(client, good, rate, given)
    await many(client, pid, good, rate, given)


async def latencies(client: Client, good: list[Request], rate: float, given: argparse.Namespace) -> None:
    """At even and random distances, with and without hostile files."""
    count = max(200, int(given.load * rate * given.seconds))
    p99 = {}
    for name, requests in (("alone", itertools.cycle(good)), ("hostile", mixed(good))):
        for at_random in (False, True):
            run = await at_rate(client, requests, given.load * rate, count, at_random=at_random)
            p99[name, at_random] = percentile(run.latencies, 99)
            label = f"{given.load:.0%}, {'random' if at_random else 'even'}, {name}"
            print(f"{label:<26} {run.said()} ms; {dict(run.statuses)}")
            if run.hostile:
                print("   ", dict(sorted(run.hostile.items())))
            await asyncio.sleep(3)
    mean, tail = statistics.mean(given.times), percentile(given.times, 99)
    for at_random in (False, True):
        words = "random" if at_random else "even"
        quiet, noisy = p99["alone", at_random], p99["hostile", at_random]
        floor = ideal(given.times, given.workers, given.load, at_random=at_random)
        print(
            f"p99 at {given.load:.0%}, {words}: {quiet / mean:.1f} times the mean of parsing, "
            f"{quiet / tail:.1f} times its p99; a queue alone would have {floor / mean:.1f}"
        )
        print(f"p99 with hostile files, {words}: {noisy / quiet:.2f} times that without")


async def does_nothing(port: int, number: int) -> None:
    """Opens a connection, sends nothing or half a head, and again some seconds after it is closed."""
    while True:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(b"POST /v1/parse HT" if number % 2 else b"")
                await reader.read()
            finally:
                writer.close()
        await asyncio.sleep(5)


async def takes_little(port: int, begun: asyncio.Semaphore) -> None:
    """Asks for a large answer, takes it hardly faster than it must, and again as soon as it has it or is cut off."""
    while True:
        with contextlib.suppress(OSError):
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(0)
            await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", port))
            reader, writer = await asyncio.open_connection(sock=connection, limit=4096)
            try:
                writer.write(Request(LARGE.encode()).sent())
                taken = len(await reader.read(1))
                begun.release()
                while taken:
                    await asyncio.sleep(0.25)
                    taken = len(await reader.read(5000))
            finally:
                writer.close()
        await asyncio.sleep(0.5)


async def attack(port: int) -> None:
    """All that do nothing or take little, until standard input ends; a line is printed when they have begun."""
    os.nice(19)
    begun = asyncio.Semaphore(0)
    idle = (does_nothing(port, number) for number in range(IDLE))
    slow = (takes_little(port, begun) for _ in range(SLOW))
    attackers = [asyncio.create_task(attacker) for attacker in (*idle, *slow)]
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(120):
            for _ in range(SLOW):  # until their answers are there; after that each asks again every few minutes
                await begun.acquire()
    print("begun", flush=True)
    await asyncio.to_thread(sys.stdin.read)  # it ends with the process that measures, however that does
    for attacker in attackers:
        attacker.cancel()


async def watched(port: int, pid: int, most: dict[str, float]) -> None:
    """Notes the largest size of the service itself, and the most bytes that it says it holds."""
    while True:
        most["MB"] = max(most["MB"], megabytes(pid))
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            held = re.search(rb"^unres_bytes_held (\S+)", await reader.read(), re.MULTILINE)
            writer.close()
            most["held"] = max(most["held"], float(held[1]) / 1e6 if held else 0)
        await asyncio.sleep(0.2)


async def many(client: Client, pid: int, good: list[Request], rate: float, given: argparse.Namespace) -> None:
    """Many requests, in ten parts, without and then with attackers."""
    count = given.requests
    before = await at_rate(client, itertools.cycle(good), given.load * rate, max(100, count // 4), at_random=True)
    quick = percentile((await at_once(client, itertools.cycle(good), 1, 2)).latencies, 90)
    print(f"{count} requests, 8 % hostile, {IDLE} idle and {SLOW} slow clients, at {given.load:.0%} of that rate:")
    print(f"  alone        {before.said()} ms")
    most = {"MB": megabytes(pid), "held": 0.0}
    first = most["MB"]
    watching = asyncio.create_task(watched(client.port, pid, most))
    words = [sys.executable, __file__, "--against", str(client.port)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    attackers = await asyncio.create_subprocess_exec(*words, **pipes)  # a process that takes no time of this one
    assert attackers.stdout  # noqa: S101  it was asked for
    await attackers.stdout.readline()
    requests, whole = mixed(good), Run()
    for part in range(10):
        run = await at_rate(client, requests, given.load * rate, count // 10, at_random=True)
        whole.latencies += run.latencies
        whole.statuses += run.statuses
        whole.hostile += run.hostile
        print(f"  {(part + 1) * count // 10:>6}  {state(pid)}; p99 {percentile(run.latencies, 99) * 1000:.1f} ms")
    attackers.kill()
    await attackers.wait()
    watching.cancel()
    await asyncio.wait({watching})
    seconds = await recovered(client, good, 2 * quick)
    answers = whole.statuses.total() + whole.hostile.total()
    unanswered = whole.statuses["0"] + sum(n for name, n in whole.hostile.items() if name.endswith(": 0"))
    ratio = percentile(whole.latencies, 99) / percentile(before.latencies, 99)
    print(f"  under attack {whole.said()} ms: p99 {ratio:.2f} times that without")
    print(f"  answers {answers} of {count // 10 * 10}, without one {unanswered}; good ones {dict(whole.statuses)}")
    print("  hostile ones", dict(sorted(whole.hostile.items())))
    print(f"  the service had {first:.0f} MB and came to {most['MB']:.0f} MB, with {most['held']:.0f} MB held at most")
    print(f"  {seconds:.1f} s after the attackers left all is as before")
    await asyncio.sleep(5)
    print(f"  at rest {state(pid)}")


async def recovered(client: Client, good: list[Request], quick: float) -> float:
    """Seconds until the first of ten requests in a row that are good, and answered in so many seconds."""
    start = time.perf_counter()
    since, row = start, 0
    for request in itertools.cycle(good):
        asked = time.perf_counter()
        status = await client.ask(request)
        row = row + 1 if status == 200 and time.perf_counter() - asked <= quick else 0
        since = since if row else time.perf_counter()
        if row == 10 or asked - start > 60:
            return since - start
    return math.nan


def main() -> None:
    """Starts the service, measures, and stops it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--load", type=float, default=0.8, help="part of the highest rate")
    parser.add_argument("--attack", action="store_true", help="only the last of these")
    parser.add_argument("--against", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.against:
        asyncio.run(attack(given.against))
        return
    good = documents(given.folder, given.documents)
    bare(good[:20])
    given.times = bare(good)
    print(f"{len(good)} documents, {statistics.mean(len(each.body) for each in good):,.0f} bytes in the mean")
    times = "  ".join(f"p{p} {percentile(given.times, p) * 1000:.1f}" for p in (50, 90, 99))
    print(f"bare parsing and JSON      mean {statistics.mean(given.times) * 1000:.1f}  {times} ms")
    words = [sys.executable, "-c", "from unres.cli import main; main()", "serve", "--port", "0", "--no-log-requests"]
    service = subprocess.Popen([*words, "--workers", str(given.workers)], stderr=subprocess.PIPE)
    try:
        assert service.stderr  # noqa: S101  it was asked for
        found = re.search(rb":(\d+)/", service.stderr.readline())
        if found is None:
            sys.exit("the service did not start")
        asyncio.run(measure(int(found[1]), service.pid, good, given))
    finally:
        service.send_signal(signal.SIGTERM)
        print("exit code", service.wait(60))
        rest = service.stderr.read().decode() if service.stderr else ""
        print(rest, end="")


if __name__ == "__main__":
    main()
