"""Folders of documents written for the tests, and the command line as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from importlib.resources import files
from pathlib import Path

ENGLISH = (files("unres.examples") / "general-assembly.en.txt").read_text("utf-8")
ARABIC = (files("unres.examples") / "general-assembly.ar.txt").read_text("utf-8")
COMMAND = [sys.executable, "-c", "from unres.cli import main; main()", "convert"]


def make_documents(folder: Path, count: int) -> Path:
    """So many documents, each with a number of its own, in both languages."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        text = ARABIC if n % 5 == 0 else ENGLISH.replace("71/94", f"71/{n + 1}")
        (folder / f"{n:05}.txt").write_text(text, "utf-8")
    return folder


class Running:
    """``unres convert`` in a process of its own."""

    def __init__(self, *arguments: object, **options: object) -> None:
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        self.process = subprocess.Popen([*COMMAND, *map(str, arguments)], start_new_session=True, **options)

    def wait_for(self, path: Path, seconds: float = 60) -> None:
        """Until a file is there."""
        end = time.monotonic() + seconds
        while not path.exists():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, f"no {path} after {seconds} seconds"
            time.sleep(0.02)

    def send(self, number: signal.Signals) -> None:
        """As ``kill`` does."""
        os.kill(self.process.pid, number)

    def said(self, seconds: float = 60) -> str:
        """Waits for its end; what it said on standard error."""
        _, said = self.process.communicate(timeout=seconds)
        return said.decode()

    @property
    def code(self) -> int:
        """Its exit code."""
        return self.process.returncode


def convert(*arguments: object, **options: object) -> tuple[int, str]:
    """Runs it to its end: the exit code and what it said."""
    running = Running(*arguments, **options)
    said = running.said()
    return running.code, said


HOSTILE_FAILURES = ["hostile.zip/damaged.txt", "junk.zip"]


def hostile_folder(folder: Path) -> Path:
    """Two documents, a zip of four more and of what is meant to break who reads it, and junk that begins as a zip."""
    folder.mkdir()
    for name in ("before.txt", "last.txt"):
        (folder / name).write_text(ENGLISH, "utf-8")
    path = folder / "hostile.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for number, name in enumerate(["", "a/../b.txt", "whole.txt", "\x00", "damaged.txt", "/"]):
            info = zipfile.ZipInfo("x")
            info.filename, info.compress_type = name, zipfile.ZIP_LZMA
            archive.writestr(info, f"The Harbour Council,\n\n1. Decides to light lamp {number};\n")
    data = bytearray(path.read_bytes())
    start = data.index(b"damaged.txt") + len("damaged.txt")
    data[start + 9 : start + 30] = bytes(21)
    path.write_bytes(bytes(data))
    (folder / "junk.zip").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 9 + b"PK\x05\x06" + bytes(18))
    return folder
