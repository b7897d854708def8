"""A short round of fuzzing that always does the same: seeded, without coverage, in one process, for some minutes.

Each target takes bytes and raises nothing but what it says. Mutants are made so that most get past the first check:
lines of two documents spliced, the script of digits swapped, one part of a zip or one stream of a PDF changed and
packed again. A mutant that breaks a property is made smaller, and kept in OUT/findings.
"""

from __future__ import annotations

import importlib.util
import io
import json
import logging
import random
import re
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mutate import is_xml, mutated
from properties import LIMITS, BrokenPropertyError, examine
from pydantic import ValidationError
from seeds import seeds
from targets import Connections, of_words, recognized

import unres
from unres.batch.inputs import expand
from unres.batch.parsing import parse_path
from unres.exports.docx import to_docx
from unres.models import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Target = Callable[[bytes], str]

LARGEST = 30_000
_ROOT = Path(__file__).parents[2]
SECONDS = 20
"""A target that takes longer than that hangs; texts are of `LARGEST` bytes."""
_DIGITS = re.compile(rb"[0-9]")
_PATHS = ("/v1/parse?format=akn", "/v1/parse-all", "/v1/references?as=text&date=2016-12-19", "/v1/view?interface=ar")
_TRIES = 60
"""Attempts to make a finding smaller."""


class Finding(NamedTuple):
    """What broke."""

    target: str
    data: bytes
    error: BaseException


class HangError(Exception):
    """A target took too long."""


def main(out: Path, minutes: float, seed: int, corpus: Path | None, only: list[str] | None = None) -> int:
    """Runs until the time is over, on all targets or these only; how many findings there are."""
    chance = random.Random(seed)  # noqa: S311  no secret
    pools = _pools(corpus)
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[str, Finding] = {}
    signal.signal(signal.SIGALRM, _hang)
    logging.disable(logging.CRITICAL)  # what libraries say of each mutant
    end = time.monotonic() + 60 * minutes
    names = sorted(only or pools)
    turn = 0
    while time.monotonic() < end:
        name = names[turn % len(names)]
        turn += 1
        data = _mutant(pools[name], chance)
        outcome, error = _try(TARGETS[name], data)
        counts[name, outcome] += 1
        if error is not None and (key := _key(name, error)) not in found:
            found[key] = Finding(name, _smaller(TARGETS[name], data, key, name), error)
    _report(out, counts, found)
    return len(found)


def _pools(corpus: Path | None) -> dict[str, list[bytes]]:
    """Seeds of each target, by what they are."""
    known = [(name, data) for name, data in seeds(corpus) if len(data) <= LARGEST]
    ends = {"text": ".txt", "html": ".html", "akn": ".xml", "zip": ".zip", "docx": ".docx", "pdf": ".pdf"}
    pools = {kind: [data for name, data in known if name.endswith(end)] for kind, end in ends.items()}
    pools["docx"] += [to_docx(unres.parse(text.decode("utf-8", "replace"))) for text in pools["text"][:4]]
    pools["pdf"] += [_pdf(text.decode("utf-8", "replace")) for text in pools["text"][:6]]
    pools["zip"] += [_packed(pools["text"][:3]), _packed(pools["html"][:2])]
    texts = pools["text"][:6]
    pools["json"] = [unres.parse(text.decode("utf-8", "replace")).model_dump_json().encode() for text in texts]
    pools["body"] = [
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n' + t + b"\r\n--x--\r\n"
        for t in texts
    ]
    pools["body"] += [json.dumps({"text": text.decode("utf-8", "replace")}).encode() for text in texts]
    pools["words"] = [recognized(text.decode("utf-8", "replace")) for text in pools["text"]]
    pools["http"] = [_request(path, body) for body in pools["body"] for path in _PATHS]
    pools["batch"] = pools["zip"]
    return {kind: pool for kind, pool in pools.items() if pool}


def _pdf(text: str) -> bytes:
    """The first lines of a text as a page, glyph by glyph, as the tests of the reader write it."""
    folder = _ROOT / "tests" / "readers" / "pdf"
    if str(folder) not in sys.path:
        sys.path.append(str(folder))  # what it imports stands beside it
    spec = importlib.util.spec_from_file_location("written_pdfs", folder / "conftest.py")
    assert spec is not None  # noqa: S101  for the type checker
    assert spec.loader is not None  # noqa: S101
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = module.Pdf()
    page = written.page()
    for number, line in enumerate(text.splitlines()[:40]):
        arabic = any("\u0600" <= c <= "\u06ff" for c in line)
        (page.right if arabic else page.left)(520 if arabic else 70, 800 - 18 * number, line[:70])
    data: bytes = written.bytes()
    return data


def _request(path: str, body: bytes) -> bytes:
    kind = "application/json" if body.startswith(b"{") else "multipart/form-data; boundary=x"
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _packed(members: list[bytes]) -> bytes:

    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, data in enumerate(members):
            archive.writestr(f"{number}.txt", data)
    return box.getvalue()


def _mutant(pool: list[bytes], chance: random.Random) -> bytes:
    data = chance.choice(pool)
    if data.startswith(b"POST ") and chance.random() < 0.8:
        return _in_request(data, pool, chance)
    for _ in range(chance.choice((1, 1, 2, 4))):
        kind = chance.random()
        if data.startswith(b"{") and kind < 0.95 and (changed := _in_json(data, chance)) is not None:
            data = changed
        elif kind < 0.25 and not data.startswith((b"PK", b"%PDF")) and not is_xml(data):
            data = _spliced(data, chance.choice(pool), chance)
        elif kind < 0.35 and not data.startswith((b"PK", b"%PDF")) and not is_xml(data):
            data = _DIGITS.sub(lambda digit: chr(0x660 + int(digit[0])).encode(), data)
        else:
            data = mutated(data, LARGEST, chance, lambda piece, largest: _bytes(piece, largest, chance))
    return data


def _in_request(data: bytes, pool: list[bytes], chance: random.Random) -> bytes:
    """Another body, of a true length, or another value of a header or a parameter."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    at = chance.randrange(len(lines) - 1)  # the last is the length
    if chance.random() < 0.7:
        body = _mutant([body], chance)
    elif at == 0:
        value = chance.choice((b"xml", b"ar", b"", b"%00", b"%F0", b"9" * 5000, "ر".encode().hex().encode()))
        lines[0] = re.sub(rb"=[^& ]*", lambda found: chance.choice((found[0], b"=" + value)), lines[0])
    else:
        lines[at] = lines[at].partition(b":")[0] + b": " + chance.choice(pool)[:99].partition(b"\r")[0]
    lines[-1] = b"Content-Length: %d" % len(body)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _in_json(data: bytes, chance: random.Random) -> bytes | None:
    """One value of a JSON object replaced by another one, left out, or changed; None for what is none any more."""
    try:
        whole = json.loads(data)
    except ValueError:
        return None
    places: list[tuple[Any, Any]] = []
    waiting = [whole]
    while waiting:
        inner = waiting.pop()
        keys = inner if isinstance(inner, dict) else range(len(inner))
        places += ((inner, key) for key in keys)
        waiting += (inner[key] for key in keys if isinstance(inner[key], (dict, list)))
    if not places:
        return None
    inner, key = chance.choice(places)
    alike = [each for each in places if type(each[0][each[1]]) is type(inner[key])]
    other, name = chance.choice([each for each in alike if each[1] == key] if chance.random() < 0.9 else alike)
    match chance.randrange(4):
        case 0 if isinstance(inner, list) or chance.random() < 0.1:
            inner.pop(key)
        case 1 if isinstance(inner[key], int):
            inner[key] = chance.choice((-1, 0, 1, 10**9, inner[key] + 1))
        case 2 if isinstance(inner[key], str):
            at = chance.randint(0, len(inner[key]))
            inner[key] = inner[key][:at] + chance.choice("١1(\u200f\ud800\0 A/") + inner[key][at:]
        case _:
            inner[key] = json.loads(json.dumps(other[name]))
    return json.dumps(whole).encode()


def _spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Lines of one document between those of another."""
    lines, more = data.splitlines(keepends=True), other.splitlines(keepends=True)
    at, start = chance.randint(0, len(lines)), chance.randint(0, len(more))
    return b"".join(lines[:at] + more[start : start + chance.randint(1, 8)] + lines[at:])[:LARGEST]


def _bytes(data: bytes, largest: int, chance: random.Random) -> bytes:
    """One piece taken out, repeated, or replaced."""
    at, length = chance.randint(0, len(data)), chance.choice((1, 1, 2, 4, 16))
    match chance.randrange(4):
        case 0:
            made = data[:at] + data[at + length :]
        case 1:
            made = data[:at] + data[at : at + length] * chance.choice((2, 3, 200)) + data[at + length :]
        case 2:
            made = data[:at] + chance.randbytes(length) + data[at + length :]
        case _:
            made = data[:at] + bytes([chance.choice(b"\x00\xff<>&\"'()[]{}0-/:;\\\n \t")]) * length + data[at:]
    return made[:largest]


def _of_json(data: bytes) -> str:
    """JSON back in: a resolution that writes the same again, or a ValidationError."""
    try:
        found = Resolution.model_validate_json(data)
    except ValidationError as error:
        return "not_json" if error.errors()[0]["type"] == "json_invalid" else "refused"
    if Resolution.model_validate_json(found.model_dump_json()) != found:
        raise BrokenPropertyError("JSON does not round-trip")
    return "read"


def _of_body(data: bytes) -> str:
    """A request's body: a document or a problem."""
    from unres.service.bodies import document
    from unres.service.problems import ProblemError

    kind = "application/json" if data.startswith(b"{") else "multipart/form-data; boundary=x"
    try:
        document(data, kind)
    except ProblemError as error:
        return error.code
    return "read"


def _of_batch(data: bytes) -> str:
    """A zip in a run: listed and read, with a reason for what could not be."""
    path = Path(_SCRATCH) / "hostile.zip"
    path.write_bytes(data)
    found = [parse_path(one, limits=LIMITS) for one in expand([path])]
    if not found:
        raise BrokenPropertyError("a file gave neither a document nor a reason")
    for parsed in found:
        for failure in parsed.failures:
            if failure.code == "internal":
                raise BrokenPropertyError(f"a stray exception: {failure.reason}")
    return "read"


_SCRATCH = tempfile.mkdtemp(prefix="unres-fuzz-")
TARGETS: dict[str, Target] = {
    **dict.fromkeys(("text", "html", "akn", "zip", "docx", "pdf"), examine),
    "json": _of_json,
    "body": _of_body,
    "batch": _of_batch,
    "words": of_words,
    "http": Connections(),
}


def _hang(*_: object) -> None:
    raise HangError("it takes too long")


def _try(target: Target, data: bytes) -> tuple[str, BaseException | None]:
    try:
        signal.alarm(SECONDS)
        try:
            return target(data), None
        finally:
            signal.alarm(0)  # the alarm may go off even here, and is a finding then too
    except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
        return "finding", error


def _key(name: str, error: BaseException) -> str:
    """One finding for each place in the code."""
    frame, place = error.__traceback__, ""
    while frame is not None:
        place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
        frame = frame.tb_next
    return f"{name} {type(error).__name__} {re.sub(r'[0-9]+|: .*', '', str(error))[:50]} {place}"


def _smaller(target: Target, data: bytes, key: str, name: str) -> bytes:
    """Halves, quarters, … are taken out as long as it breaks in the same place."""
    size, tries = len(data) // 2, _TRIES
    while size and tries:
        for start in _starts(len(data), size):
            tries -= 1
            without = data[:start] + data[start + size :]
            _, error = _try(target, without)
            if error is not None and _key(name, error) == key:
                data = without
                break
            if not tries:
                break
        else:
            size //= 2
    return data


def _starts(length: int, size: int) -> Iterator[int]:
    yield from range(0, length - size + 1, size)


FIRST_CHECKS = {
    "not_well_formed",
    "unknown_format",
    "damaged",
    "not_json",
    "not_multipart",
    "unreadable",
    "broken",
    "empty",
    "400",
    "nothing",
}
"""What becomes of a mutant that is thrown away before anything of it is read."""


def _report(out: Path, counts: Counter[tuple[str, str]], found: dict[str, Finding]) -> None:
    """Prints what came of the mutants, how many came past the first check, and the memory; keeps the findings."""
    for name in sorted({name for name, _ in counts}):
        outcomes = Counter({outcome: count for (target, outcome), count in counts.items() if target == name})
        beyond = sum(count for outcome, count in outcomes.items() if outcome not in FIRST_CHECKS) / outcomes.total()
        told = ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common(6))
        print(f"{name:6} {outcomes.total():7,} mutants, {beyond:.0%} past the first check: {told}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    folder = out / "findings"
    for number, (key, finding) in enumerate(found.items()):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"short-{number}.bin").write_bytes(finding.data)
        print(f"finding {folder / f'short-{number}.bin'}: {key}: {finding.error}", file=sys.stderr)
