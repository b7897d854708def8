"""Names, folders and zips that are meant to lose a file, to stop a run, or to put something in the wrong place."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from running import ARABIC, ENGLISH, HOSTILE_FAILURES, convert, hostile_folder

from unres import batch
from unres.batch.inputs import expand, glob_matches
from unres.batch.outputs.sinks import StreamSink
from unres.batch.report import Report, write_json
from unres.batch.targets import of_remote
from unres.cli import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the names and links of Unix")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str | bytes, text: str = ENGLISH) -> None:
    for name in names:
        path = Path(os.fsdecode(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def targets(*arguments: str) -> list[str]:
    return [one.target for one in expand(arguments)]


def run(*arguments: object):
    return CliRunner().invoke(main, ["convert", *map(str, arguments)])


def written(folder: str) -> list[str]:
    found = (os.path.relpath(path, folder) for path in Path(folder).rglob("*.json"))
    return sorted(path for path in found if path != "_report.json")


# Names


def test_each_input_has_an_output_of_its_own():
    put("in/a#", "in/a%23", "in/a%2523", "in/a", "in/a.json/b", "in/a%2Ejson/b", "in/_report", "in/%5Freport")
    put("in/_partial/x", "in/b.xml/c", "in/b", "in/100%")
    with zipfile.ZipFile("in/z.zip", "w") as archive:
        for name in ("b~1", "../b", "a", "a.json/b", "_partial/x"):
            archive.writestr(name, ENGLISH)
    report = batch.convert("in", "out", jobs=1)
    assert report.finished
    assert len(written("out")) == report.resolutions == 17
    assert len(set(targets("in"))) == 17
    assert json.loads(Path("out/_report.json").read_text("utf-8"))["inputs"] == 17


def test_names_without_need_are_kept():
    put("in/100%.pdf", "in/a b.pdf", "in/قرار.pdf", "in/a.md", "in/x.y/c.txt", "in/report_")
    assert targets("in") == ["100%.pdf", "a b.pdf", "a.md", "report_", "x.y/c.txt", "قرار.pdf"]


@pytest.mark.parametrize("name", ["x" * 251, "ق" * 124, "x" * 246 + ".txt"])
def test_long_names_are_cut(name):
    put(f"in/{name}", f"in/{name[:-1]}", "in/ok.txt")
    report = batch.convert("in", "out", jobs=1)
    assert report.finished
    assert len(written("out")) == 3


def test_a_zip_with_long_names_is_written():
    with zipfile.ZipFile("long.zip", "w") as archive:
        archive.writestr("ق" * 150 + ".txt", ARABIC)
        archive.writestr("ق" * 150 + ".text", ARABIC)
        archive.writestr("/".join(["d" * 150] * 40) + "/x.txt", ENGLISH)
    assert batch.convert("long.zip", "out", jobs=1).finished
    assert len(written("out")) == 3


def test_names_that_are_no_text():
    put(b"in/bad\xff\x80.txt", "in/new\nline.txt")
    put(b"in/none\xfe.txt", text="")
    out = os.fsdecode(b"out\xfe.jsonl")
    assert batch.convert("in", out, jobs=1).parsed == 2
    report = json.loads(Path(f"{out}.report.json").read_text("utf-8"))
    assert report["output"] == out
    assert report["failures"][0]["source"] == os.fsdecode(b"in/none\xfe.txt")


def test_places_with_the_same_paths_are_kept_apart():
    memory = pytest.importorskip("fsspec").filesystem("memory")
    memory.pipe("/docs/a.txt", ENGLISH.encode())
    memory.pipe("/docs/b:c.txt", ENGLISH.encode())
    memory.pipe("/docs/b_c.txt", ENGLISH.encode())
    put("docs/a.txt", "other.txt")
    assert targets("memory://docs/a.txt") == ["docs/a.txt"]
    assert len(set(targets("memory://docs"))) == 3
    assert len(set(targets("memory://docs/a.txt", "docs/a.txt", "other.txt"))) == 3


def test_a_remote_name_is_one_that_files_can_have():
    names = ["https://h:80/a?b=1", "https://h:80/a%3Fb=1", "https://h:80/a_b=1", "https://h:80/a#b", "https://h:80/a. "]
    made = [of_remote(name) for name in names]
    assert len(set(made)) == len(names)
    assert made[0] == "h%3A80/a%3Fb=1"
    assert not re.search(r"[:?#]|[. ]$", " ".join(made))
    assert of_remote("bucket/docs/a b.pdf") == "bucket/docs/a b.pdf"
    assert of_remote("docs/a.pdf", "sftp:host") == "sftp%3Ahost/docs/a.pdf"


def test_an_address_that_cannot_be_listed_costs_nothing_else(monkeypatch):
    fsspec = pytest.importorskip("fsspec")
    put("in/a.txt")

    def fails(*_: object) -> None:
        raise ConnectionResetError(104, "Connection reset by peer")

    monkeypatch.setattr(fsspec.get_filesystem_class("memory"), "isdir", fails)
    found = list(expand(["memory://gone", "in"]))
    assert [one.source for one in found] == ["memory://gone", "in/a.txt"]


def test_what_is_missing_elsewhere_is_said_in_words():
    pytest.importorskip("fsspec")
    assert batch.parse_path("memory://none.txt").failures[0].reason == "it is not there, or cannot be reached"
    assert [one.source for one in expand(["memory://none/*.pdf"])] == ["memory:///none/*.pdf"]


@pytest.mark.parametrize("wrong", [{"language": "fr"}, {"seconds": 0}, {"memory": 0}])
def test_wrong_settings_are_no_faults_of_files(wrong):
    put("in/a.txt")
    with pytest.raises(ValueError, match=r"is not read|more than 0"):
        list(batch.iter_resolutions("in", **wrong))
    with pytest.raises(ValueError, match=r"is not read|more than 0"):
        batch.convert("in", "out.jsonl", **wrong)


# Folders and links


def test_links_that_lead_nowhere_or_back_stop_nothing():
    put("in/a.txt", "other/b.txt")
    Path("in/self").symlink_to("self")
    Path("in/dangling").symlink_to("nowhere")
    Path("in/loop").symlink_to(".")
    Path("in/linked").symlink_to("../other")
    report = batch.convert("in", "out.jsonl", jobs=1)
    assert report.finished
    assert (report.parsed, dict(report.unreadable)) == (1, {"missing": 1, "cannot_open": 1})
    assert [one.source for one in expand(["in/linked"])] == ["in/linked/b.txt"]


def test_a_glob_is_not_led_in_a_circle():
    put("in/a/x.txt", "in/b/c/y.txt", "in/.hidden/z.txt", "in/a/.z.txt")
    for n in range(4):  # a glob of the standard library enters these some 10^24 times
        Path(f"in/a/loop{n}").symlink_to("..")
    assert glob_matches("in/**/*.txt") == ["in/a/x.txt", "in/b/c/y.txt"]
    assert glob_matches("in/**/**/y.*") == ["in/b/c/y.txt"]
    assert glob_matches("./in/*/x.txt") == ["./in/a/x.txt"]
    assert glob_matches("*/[ab]/x.txt") == ["in/a/x.txt"]
    assert glob_matches("in/a/.*") == ["in/a/.z.txt"]
    assert glob_matches("none/*") == []


def test_folders_of_any_depth():
    Path("in").mkdir()
    os.chdir("in")
    for _ in range(1_100):  # more than Python calls itself
        Path("d").mkdir()
        os.chdir("d")
    Path("x.txt").write_text(ENGLISH, "utf-8")
    os.chdir(Path.cwd().parents[1_100])
    report = batch.convert("in", "out", jobs=1)
    assert report.parsed == 1
    assert len(written("out")) == 1
    subprocess.run(["/bin/rm", "-rf", "in"], check=True)


def test_a_pipe_named_zip_holds_up_one_file():
    put("in/a.txt")
    os.mkfifo("in/pipe.zip")
    code, said = convert("in", "--to", "out.jsonl", "--seconds", 1)
    assert code == 1
    assert "in/pipe.zip: timeout" in said
    assert "parsed      1 file, 1 resolution (" in said


# Zips


def test_all_files_of_one_name_in_a_zip_are_read():
    with zipfile.ZipFile("d.zip", "w") as archive:
        archive.writestr("a.txt", ENGLISH)
        for text in (ARABIC, ARABIC.replace("71/94", "71/95")):
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("a.txt", text)
    assert [one.source for one in expand(["d.zip"])] == ["d.zip/a.txt~1", "d.zip/a.txt~2", "d.zip/a.txt"]
    assert [one.language for one in batch.iter_resolutions("d.zip")] == ["en", "ar", "ar"]


def test_a_name_does_not_get_at_the_terminal():
    with zipfile.ZipFile("bad.zip", "w") as archive:
        archive.writestr("قرار\x1b[2J\u202egpj\n.txt", "")
    code, said = convert("bad.zip", "--to", "out.jsonl")
    assert code == 1
    assert "bad.zip/قرار\\x1b[2J\\u202egpj\\n.txt: empty" in said


def test_a_zip_without_a_document_is_said():
    zipfile.ZipFile("none.zip", "w").close()
    report = batch.convert("none.zip", "out.jsonl", jobs=1)
    assert dict(report.unreadable) == {"empty": 1}


# Outputs


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", ""], "has no name"),
        (["--to", "memory://b/x.jsonl"], "--engine dask"),
        (["--to", "s3://b/x"], "--engine dask"),
        (["--to", "x.md"], "--format json, akn, markdown"),
        (["--to", "x.jsonl.gz"], "tells no format"),
        (["--to", "new/", "--format", "jsonl"], "name one in it: new/all.jsonl"),
        (["--to", "in", "--format", "csv", "--overwrite"], "is a folder"),
        (["--to", "in/a.txt", "--format", "json"], "is a file"),
        (["--to", "in/", "--format", "json", "--overwrite"], "is an input too"),
        (["--to", "null", "--format", "jsonl", "--overwrite"], "--to -"),
        (["--to", "o.jsonl", "--report", "none/r.json"], "no folder none"),
        (["--to", "o.jsonl", "--report", "in"], "needs the name of a file"),
        (["--to", "o.jsonl", "--report", "-"], "needs the name of a file"),
        (["--to", "o.jsonl", "--report", "./o.jsonl"], "replace the output"),
        (["--to", "o.jsonl", "--max-diagnostics", "eror=0"], "did you mean error?"),
        (["--to", "o.jsonl", "--max-diagnostics", "reference.ibid=0"], "neither a severity nor a code"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_done(arguments, words):
    put("in/a.txt")
    os.mkfifo("null")
    before = sorted(Path().rglob("*"))
    result = run("in", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert sorted(Path().rglob("*")) == before


def test_nothing_is_promised_where_nothing_was_done():
    put("in/a.txt")
    result = run("in", "--to", "in/a.txt/out.jsonl")
    assert result.exit_code == 1
    assert "--resume" not in result.stderr


def test_a_report_into_a_pipe_or_a_link_goes_through_it():
    Path("link.json").symlink_to("real.json")
    Path("real.json").write_text("", "utf-8")
    write_json("link.json", Report(), None, {})
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text("utf-8"))["inputs"] == 0
    Path("null").symlink_to(os.devnull)
    write_json("null", Report(), None, {})
    assert stat.S_ISCHR(Path("null").stat().st_mode)


KILLED = """
import os
from unres.batch import conversion, run
run.write_json = lambda *_: os.kill(os.getpid(), 9)
conversion.convert("in", "out.jsonl", jobs=1)
"""


def test_a_run_killed_after_its_output_was_put_in_place_is_taken_up():
    put("in/a.txt", "in/b.txt")
    assert subprocess.run([sys.executable, "-c", KILLED], check=False).returncode == -signal.SIGKILL
    whole = Path("out.jsonl").read_bytes()
    assert batch.convert("in", "out.jsonl", jobs=1, resume=True).finished
    assert Path("out.jsonl").read_bytes() == whole
    assert not Path("out.jsonl.partial").exists()


def test_what_is_in_place_is_taken_back_where_nothing_else_is():
    Path("partial").mkdir()
    Path("out.jsonl").write_bytes(b"a\nb\n")
    sink = StreamSink("out.jsonl", "partial")
    sink.restore({"size": [4]})
    sink.write(b"c\n")
    sink.finish()
    assert Path("out.jsonl").read_bytes() == b"a\nb\nc\n"


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_processes_are_refused_and_not_waited_for(jobs):
    put("in/a.txt")
    with pytest.raises(ValueError, match="one at least"):
        list(batch.iter_resolutions("in", jobs=jobs))


def test_nothing_that_a_zip_holds_ends_the_run(tmp_path):
    source = hostile_folder(tmp_path / "in")
    report = batch.convert(source, tmp_path / "out.jsonl", jobs=2)
    assert report.finished
    assert report.resolutions == 6
    assert [failure.source for failure in report.failures] == [f"{source}/{name}" for name in HOSTILE_FAILURES]


def test_a_run_over_a_hostile_zip_is_taken_up_again(tmp_path):
    names = [hostile_folder(tmp_path / "in") / "hostile.zip"]
    stopped = batch.convert(names, tmp_path / "out.jsonl", jobs=1, max_failures=0)
    assert not stopped.finished
    report = batch.convert(names, tmp_path / "out.jsonl", jobs=1, resume=True)
    assert report.finished
    assert report.resolutions == 4


FORMULAS = {
    "en": 'The Harbour Council,\n\n1. Decides:\n\n(a) =HYPERLINK("http://x","lamp");\n\n(b) @SUM(1);\n\n(c) Lamps.\n',
    "ar": 'إن مجلس الموانئ،\n\n1 - يقرر:\n\n(أ) =HYPERLINK("http://x")؛\n\n(ب) +1+1؛\n\n(ج) المصابيح.\n',
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_cell_for_a_spreadsheet_is_a_formula(language):
    put("=lamp.txt", text=FORMULAS[language])
    result = run("=lamp.txt", "--to", "out.csv", "--excel", "--language", language)
    assert result.exit_code == 0, result.output
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    texts = [row["text"] for row in rows]
    assert sum(text.startswith("'") for text in texts) == 2
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert run("=lamp.txt", "--to", "plain.csv", "--language", language).exit_code == 0
    plain = list(csv.DictReader(io.StringIO(Path("plain.csv").read_text("utf-8"))))
    assert [row["text"] for row in plain] == [text.removeprefix("'") for text in texts]


def test_only_csv_is_written_for_spreadsheets():
    put("lamp.txt")
    assert run("lamp.txt", "--to", "out.jsonl", "--excel").exit_code == 2
