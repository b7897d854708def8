# ruff: noqa: S607  mount and umount are where the system has them
"""Whatever is killed, full, gone or broken: nothing is lost, nothing is written twice, and it is said."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest
from running import ENGLISH, Running, convert, make_documents

from unres import batch
from unres.batch.journal import has_state
from unres.batch.parsing import parse_path

psutil = pytest.importorskip("psutil", reason="psutil shows which processes are left")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and named pipes are POSIX")


def lines(path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def report_of(path) -> dict[str, object]:
    return json.loads(path.with_name(f"{path.name}.report.json").read_text("utf-8"))


def unblock(folder) -> None:
    """The pipe becomes a document."""
    (folder / "00033.txt.pipe").unlink()
    (folder / "00033.txt.pipe").write_text(ENGLISH, "utf-8")


def run_until_it_hangs(folder, out, *more) -> Running:
    """A run that has done what stands before the pipe, has kept that, and waits."""
    running = Running(folder, "--to", out, "--jobs", 2, "--seconds", 300, *more)
    state = out.with_name(f"{out.name}.partial") / "state.json"
    running.wait_for(state)
    while json.loads(state.read_text("utf-8"))["done"] == 0:
        time.sleep(0.05)
        running.wait_for(state)
    return running


@pytest.fixture
def many_then_a_pipe(tmp_path):
    folder = make_documents(tmp_path / "docs", 40)
    os.mkfifo(folder / "00033.txt.pipe")
    return folder


def plain(folder) -> bytes:
    """What a run gives in which nothing happens, with the pipe as a document."""
    out = folder.parent / "plain.jsonl"
    batch.convert(folder, out, jobs=1)
    return out.read_bytes()


def test_the_parent_is_killed_and_the_run_taken_up_again(many_then_a_pipe, tmp_path):
    folder, out = many_then_a_pipe, tmp_path / "out.jsonl"
    running = run_until_it_hangs(folder, out)
    family = psutil.Process(running.process.pid).children(recursive=True)
    assert len(family) >= 2
    running.send(signal.SIGKILL)
    running.said()
    assert not out.exists()
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    done = json.loads((tmp_path / "out.jsonl.partial" / "state.json").read_text("utf-8"))["done"]
    assert 0 < done < 41
    unblock(folder)
    code, said = convert(folder, "--to", out, "--resume")
    assert (code, out.read_bytes()) == (0, plain(folder)), said
    assert report_of(out)["inputs"] == 41
    assert not (tmp_path / "out.jsonl.partial").exists()


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_other_formats_are_taken_up_again_too(form, many_then_a_pipe, tmp_path):
    pytest.importorskip("pyarrow")
    folder, out = many_then_a_pipe, tmp_path / f"out.{form}"
    running = run_until_it_hangs(folder, out)
    running.send(signal.SIGKILL)
    running.said()
    unblock(folder)
    batch.convert(folder, out, resume=True, jobs=2)
    batch.convert(folder, tmp_path / f"plain.{form}", jobs=1)
    assert out.read_bytes() == (tmp_path / f"plain.{form}").read_bytes()


def test_workers_are_killed_again(documents, whole, tmp_path):
    """Twice: whichever files those are that were read, each is tried a third time."""
    out = tmp_path / "out.jsonl"
    running = Running(*[documents] * 8, "--to", out, "--jobs", 2)
    killed = 0
    while running.process.poll() is None and killed < 2:
        for process in psutil.Process(running.process.pid).children(recursive=True):
            if process.children() or process.ppid() == running.process.pid:
                continue  # the servers that start the workers
            process.kill()
            killed += 1
            break
        time.sleep(0.2)
    said = running.said()
    assert killed == 2
    assert running.code == 0, said
    assert out.read_bytes() == whole * 8


def test_a_file_that_hangs_is_ended_and_the_rest_goes_on(pipe, tmp_path):
    report = batch.convert(pipe, tmp_path / "out.jsonl", jobs=2, seconds=4)
    assert report.unreadable == {"timeout": 1}
    assert report.failures[0].source.endswith("00000.txt.pipe")
    assert len(lines(tmp_path / "out.jsonl")) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds the limit of memory")
def test_a_file_that_eats_memory_is_ended_and_the_rest_goes_on(tmp_path):
    folder = make_documents(tmp_path / "docs", 6)
    (folder / "00002.txt").write_text("The General Assembly,\n" + "Recalling everything,\n" * 600_000, "utf-8")
    report = batch.convert(folder, tmp_path / "out.jsonl", jobs=1, memory=160 * 1024**2)
    assert sum(report.unreadable.values()) == 1
    assert report.failures[0].code == "memory"
    assert len(lines(tmp_path / "out.jsonl")) == 5


def test_ctrl_c_once_finishes_what_was_begun_and_can_be_taken_up(tmp_path):
    folder, out = make_documents(tmp_path / "docs", 250), tmp_path / "out.jsonl"
    running = Running(folder, "--to", out, "--jobs", 1)
    running.wait_for(tmp_path / "out.jsonl.partial" / "state.json")
    running.send(signal.SIGINT)
    said = running.said()
    assert (running.code, out.exists()) == (130, False), said
    assert "--resume" in said
    assert "Traceback" not in said
    done = json.loads((tmp_path / "out.jsonl.partial" / "state.json").read_text("utf-8"))["done"]
    assert 0 < done < 250
    assert report_of(out)["stopped"] == "interrupted"
    code, said = convert(folder, "--to", out, "--resume")
    assert code == 0, said
    assert [line["symbol"] for line in lines(out)][1:4] == ["A/RES/71/2", "A/RES/71/3", "A/RES/71/4"]
    assert len(lines(out)) == 250


def test_ctrl_c_twice_ends_at_once_and_can_be_taken_up(many_then_a_pipe, tmp_path):
    folder, out = many_then_a_pipe, tmp_path / "out.jsonl"
    running = run_until_it_hangs(folder, out)
    family = psutil.Process(running.process.pid).children(recursive=True)
    running.send(signal.SIGINT)
    time.sleep(0.5)
    assert running.process.poll() is None
    began = time.monotonic()
    running.send(signal.SIGINT)
    said = running.said()
    assert time.monotonic() - began < 10
    assert running.code == 130, said
    assert "Traceback" not in said
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    unblock(folder)
    assert convert(folder, "--to", out, "--resume")[0] == 0
    assert out.read_bytes() == plain(folder)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 300 kB."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"a small file system cannot be made here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_the_disk_is_full(documents, whole, small_disk):
    out = small_disk / "out.jsonl"
    code, said = convert(documents, "--to", out, "--jobs", 1)
    assert (code, out.exists()) == (1, False), said
    assert "No space left" in said
    assert ("--resume" in said) == has_state(str(out)), "what was done is kept once a second"
    assert "Traceback" not in said
    subprocess.run(["mount", "-o", "remount,size=30m", small_disk], check=True)
    assert convert(documents, "--to", out, "--resume")[0] == 0
    assert out.read_bytes() == whole


def test_a_file_may_not_grow_any_further(documents, whole, tmp_path):
    """The same on systems where no file system can be made: the process may not write more than that."""
    out = tmp_path / "out.jsonl"
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))  # noqa: E731
    code, said = convert(documents, "--to", out, "--jobs", 1, preexec_fn=limit)
    assert (code, out.exists()) == (1, False), said
    assert "too large" in said
    assert "Traceback" not in said
    assert convert(documents, "--to", out, "--resume")[0] == 0
    assert out.read_bytes() == whole


@pytest.fixture
def read_only(tmp_path):
    """A folder in which nothing can be written, even by one who may everything."""
    place = tmp_path / "read-only"
    place.mkdir()
    if os.geteuid() != 0:
        place.chmod(0o555)
        yield place
        place.chmod(0o755)
        return
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "none", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"root may write everywhere, and no file system can be made: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("out", ["out.jsonl", "", "folder"])
def test_the_output_may_not_be_written(out, documents, read_only):
    form = [] if out.endswith(".jsonl") else ["--format", "json"]
    code, said = convert(documents, "--to", read_only / out, *form)
    assert code == 1
    assert "Read-only file system" in said or "Permission denied" in said
    assert "Traceback" not in said


def test_a_file_vanishes_before_it_is_read(pipe, tmp_path):
    """It is there when the folder is listed, and gone when its turn comes."""
    out = tmp_path / "out.jsonl"
    running = Running(pipe, "--to", out, "--jobs", 1)
    running.wait_for(tmp_path / "out.jsonl.partial" / "lock")
    with (pipe / "00000.txt.pipe").open("wb") as writer:  # opens as soon as the worker reads
        (pipe / "00001.txt").unlink()
        writer.write(ENGLISH.encode())
    said = running.said()
    assert running.code == 1, said
    assert report_of(out)["unreadable"] == {"missing": 1}
    assert len(lines(out)) == 2


def test_a_file_changes_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "growing.txt"
    path.write_text(ENGLISH, "utf-8")
    real = os.fstat

    def grows_afterwards(handle):
        state = real(handle)
        with path.open("a") as more:
            more.write("\nMore.")
        return state

    monkeypatch.setattr("unres.batch.parsing.os.fstat", grows_afterwards)
    assert [failure.code for failure in parse_path(path).failures] == ["changed"]


def test_nobody_reads_any_more(documents):
    running = Running(documents, documents, "--to", "-", "--jobs", 1)
    assert json.loads(running.process.stdout.readline())["kind"] == "resolution"
    running.process.stdout.close()
    said = running.process.stderr.read().decode()
    running.process.stderr.close()
    assert running.process.wait(30) == 1
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_a_thousand_unreadable_files_in_a_row(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    for n in range(1000):
        (folder / f"{n:04}.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "last.txt").write_text(ENGLISH, "utf-8")
    out = tmp_path / "out.jsonl"
    code, said = convert(folder, "--to", out)
    assert code == 1
    assert "and 980 more" in said
    assert report_of(out)["unreadable"] == {"image": 1000}
    assert len(report_of(out)["failures"]) == 1000
    assert len(lines(out)) == 1
    assert convert(folder, "--to", out, "--overwrite", "--max-failures", 1000, "-q")[0] == 0


def test_two_runs_at_once_do_not_mix(many_then_a_pipe, tmp_path):
    out = tmp_path / "out.jsonl"
    running = run_until_it_hangs(many_then_a_pipe, out)
    code, said = convert(many_then_a_pipe, "--to", out, "--overwrite")
    assert code == 1
    assert "another run" in said
    running.send(signal.SIGKILL)
    running.said()


def test_other_inputs_are_not_taken_for_the_same(many_then_a_pipe, tmp_path):
    out = tmp_path / "out.jsonl"
    running = run_until_it_hangs(many_then_a_pipe, out)
    running.send(signal.SIGKILL)
    running.said()
    (many_then_a_pipe / "00001.txt").rename(many_then_a_pipe / "00001b.txt")
    shutil.rmtree(many_then_a_pipe / "nothing", ignore_errors=True)
    (many_then_a_pipe / "00033.txt.pipe").unlink()
    code, said = convert(many_then_a_pipe, "--to", out, "--resume")
    assert code == 1
    assert "no longer those" in said
    assert convert(many_then_a_pipe, "--to", out, "--resume", "--language", "en")[0] == 1
    assert convert(many_then_a_pipe, "--to", out, "--overwrite")[0] == 0
