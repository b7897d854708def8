# ruff: noqa: ARG001  the fixture `tree` is where a test stands
"""Inputs, formats, order, thresholds, and the Python front door of many files."""

from __future__ import annotations

import csv
import json
import os
import pickle
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from running import ARABIC, ENGLISH, convert, make_documents

import unres
from unres import batch
from unres.batch.engine import chunks
from unres.batch.inputs import Input, expand
from unres.batch.parsing import parse_path
from unres.cli import main
from unres.errors import NO_MEMORY
from unres.exports.akn import to_akn
from unres.exports.columns import TABLES
from unres.exports.formats import FORMATS
from unres.exports.markdown import to_markdown

EXAMPLES = Path(unres.__file__).parent / "examples"


def sources(*arguments, **options) -> list[str]:
    return [one.source for one in expand(arguments, **options)]


def targets(*arguments) -> list[str]:
    return [one.target for one in expand(arguments)]


@pytest.fixture
def tree(tmp_path, monkeypatch) -> Path:
    """Two folders with files of the same names, a hidden file, and a zip."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/a/x.txt", "in/a/y.txt", "in/b/x.txt", "in/.hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ENGLISH, "utf-8")
    with zipfile.ZipFile(tmp_path / "in" / "c.zip", "w") as archive:
        archive.writestr("z/one.txt", ENGLISH)
        archive.writestr("__MACOSX/._one.txt", "")
        archive.writestr("two.txt", ARABIC)
        archive.writestr("broken.png", b"\x89PNG\r\n\x1a\n\x00")
    return tmp_path


# Inputs


def test_a_folder_is_walked_in_order_and_zips_are_entered(tree):
    want = ["in/a/x.txt", "in/a/y.txt", "in/b/x.txt", "in/c.zip/z/one.txt", "in/c.zip/two.txt", "in/c.zip/broken.png"]
    assert sources("in") == want
    assert targets("in") == [name.removeprefix("in/") for name in want]


def test_globs_and_several_arguments_keep_their_order(tree):
    assert sources("in/**/x.txt") == ["in/a/x.txt", "in/b/x.txt"]
    assert sources("in/b/x.txt", "in/a") == ["in/b/x.txt", "in/a/x.txt", "in/a/y.txt"]
    assert targets("in/b/x.txt", "in/a/x.txt") == ["b/x.txt", "a/x.txt"]


def test_what_does_not_exist_is_an_input_that_fails(tree):
    assert sources("nothing/*.txt", "nowhere.txt") == ["nothing/*.txt", "nowhere.txt"]
    report = batch.convert(["nothing/*.txt", "nowhere.txt", "in/a"], "out.jsonl", jobs=1)
    assert report.unreadable == {"missing": 2}


def test_where_nothing_that_was_named_exists_no_output_is_made(tree):
    with pytest.raises(ValueError, match="nothing is read, and no output"):
        batch.convert(["nothing/*.txt", "nowhere.txt"], "made/out.jsonl", jobs=1)
    assert invoke("nowhere.txt", "--to", "out/").exit_code == 2
    assert not Path("out").exists()


def test_outputs_of_earlier_runs_are_passed_over_in_folders_and_read_where_they_are_named(tree):
    first = batch.convert("in", "in/all.jsonl", jobs=1)
    batch.convert("in", "in/text", form="text", jobs=1)
    Path("in/about.json").write_text('{"lamps": 3}')
    again = batch.convert("in", "again.jsonl", jobs=1)
    assert (again.inputs, again.parsed, again.failed) == (first.inputs, first.parsed, first.failed)
    assert again.passed_over == 4  # the lines and their report, the folder of texts, and what is about the harbour
    assert "passed over 4 files" in "\n".join(again.lines())
    assert batch.convert("in/*", "glob.jsonl", jobs=1).passed_over == 3
    assert batch.convert("in/text", "named.jsonl", jobs=1).parsed == first.resolutions


def test_files_of_every_format_of_data_are_passed_over(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "logs", replace(FORMATS["csl"], name="logs", endings=(".log",)))
    (tmp_path / "in").mkdir()
    for name in ("lamps.log", "lamps.bib", "lamps.csl.json", "lamps.chunks.jsonl", "lamps.tmx"):
        (tmp_path / "in" / name).write_text("lamps")
    (tmp_path / "in" / "lamps.txt").write_text("The Harbour Council,\n\n1. Decides to light the lamps.\n")
    report = batch.convert(tmp_path / "in", tmp_path / "out.jsonl", jobs=1)
    assert (report.inputs, report.passed_over) == (1, 5)


def test_what_a_run_writes_is_no_input_of_it(tree):
    batch.convert("in", "in/out", form="json", jobs=1)
    assert sources("in", leave_out=["in/out"]) == sources("in/a", "in/b", "in/c.zip")
    report = batch.convert("in", "in/out", form="json", jobs=1, overwrite=True)
    assert report.inputs == 6


def test_a_word_file_named_zip_is_one_document_and_a_broken_zip_is_reported(tree):
    with zipfile.ZipFile("word.zip", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", "")
    Path("broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    assert sources("word.zip", "broken.zip") == ["word.zip", "broken.zip"]
    report = batch.convert(["word.zip", "broken.zip"], "out.jsonl", jobs=1)
    assert [failure.source for failure in report.failures] == ["word.zip", "broken.zip"]
    assert report.failures[1].code == "broken"


@pytest.mark.parametrize("member", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:\\evil.txt"])
def test_no_name_in_a_zip_leads_out_of_the_output(member, tree):
    with zipfile.ZipFile("evil.zip", "w") as archive:
        archive.writestr(member, ENGLISH)
        archive.writestr("good.txt", ENGLISH)
    for target in targets("evil.zip"):
        assert ".." not in target.split("/")
        assert not target.startswith("/")
        assert ":" not in target
    batch.convert("evil.zip", "out", form="json", jobs=1)
    assert len([path for path in Path("out").rglob("*.json") if path.name != "_report.json"]) == 2
    assert not list(tree.glob("*evil.txt*"))


def test_remote_addresses_through_fsspec(tree):
    pytest.importorskip("fsspec")
    base = f"file://{tree}/in"
    assert [Path(source).name for source in sources(base)] == [
        "x.txt",
        "y.txt",
        "x.txt",
        "one.txt",
        "two.txt",
        "broken.png",
    ]
    assert len(sources(f"{base}/*/x.txt")) == 2
    report = batch.convert(base, "out.jsonl", jobs=2)
    assert (report.parsed, report.unreadable) == (5, {"image": 1})
    batch.convert("in", "local.jsonl", jobs=1)
    assert Path("out.jsonl").read_bytes() == Path("local.jsonl").read_bytes()
    assert batch.parse_path(f"file://{tree}/nowhere.txt").failures[0].code == "missing"


def test_without_fsspec_the_extra_is_named():
    code = (
        "import sys; sys.modules['fsspec.core'] = None\n"
        "from unres import batch\n"
        "try: batch.parse_path('s3://bucket/file.pdf')\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert 'pip install "unres[remote]"' in done.stdout


def test_small_files_go_together_and_large_ones_alone():
    sizes = [1000] * 20 + [10_000_000, 1000]
    groups = [len(chunk) for chunk in chunks(Input(str(n), size=size) for n, size in enumerate(sizes))]
    assert groups == [16, 4, 1, 1]


# Formats


def test_json_lines_are_the_resolutions(documents, whole):
    lines = whole.decode().splitlines()
    assert len(lines) == 40
    assert unres.Resolution.model_validate_json(lines[0]) == unres.parse(ARABIC)


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_order_is_the_same_whatever_the_jobs(jobs, documents, whole, tmp_path):
    batch.convert(documents, tmp_path / "out.jsonl", jobs=jobs)
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def test_json_and_akn_are_a_file_each(tree):
    report = batch.convert("in", "json", form="json", jobs=1)
    assert report.parsed == 5
    written = sorted(str(path.relative_to("json")) for path in Path("json").rglob("*.txt.json"))
    assert written == ["a/x.txt.json", "a/y.txt.json", "b/x.txt.json", "c.zip/two.txt.json", "c.zip/z/one.txt.json"]
    assert unres.Resolution.model_validate_json(Path("json/b/x.txt.json").read_bytes()) == unres.parse(ENGLISH)
    batch.convert("in/a", "akn", form="akn", jobs=1)
    assert Path("akn/x.txt.xml").read_text("utf-8") == to_akn(unres.parse(ENGLISH))
    batch.convert("in/a", "markdown", form="markdown", jobs=1)
    assert Path("markdown/x.txt.md").read_text("utf-8") == to_markdown(unres.parse(ENGLISH))


def test_several_resolutions_of_a_file_are_files_of_their_own(tmp_path):
    parts = (Path(__file__).parents[1] / "corpus").rglob("*parts*.en.txt")
    compilation = next((path for path in parts if len(list(unres.read_all(path))) > 1), None)
    if compilation is None:
        second = ENGLISH.replace("71/94. Cooperation", "71/95. Further cooperation")
        compilation = tmp_path / "compilation.txt"
        compilation.write_text(f"{ENGLISH}\n\n{second[second.index('71/95.') :]}", "utf-8")
    count = len(list(unres.read_all(compilation)))
    assert count > 1
    batch.convert(compilation, tmp_path / "out", form="json", jobs=1)
    names = sorted(path.name for path in (tmp_path / "out").glob(f"{compilation.name}*"))
    assert names == sorted([f"{compilation.name}.json", *(f"{compilation.name}#{n}.json" for n in range(2, count + 1))])


def test_csv_is_a_row_a_block(tree):
    batch.convert("in/a", "out.csv", jobs=1)
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    records = unres.parse(ENGLISH).to_records()
    assert len(rows) == 2 * len(records)
    assert [row["text"] for row in rows[: len(records)]] == [record["text"] for record in records]
    assert {row["source"] for row in rows} == {"in/a/x.txt", "in/a/y.txt"}
    assert rows[0]["references"] == "A/RES/69/118; E/RES/2015/31"


LAMP = """الجمعية العامة
A/RES/70/77

70/77 - صون المنارات

إن الجمعية العامة،

إذ تشير إلى قرارها 69/12،

1 - تقرر أن تضاء المنارات."""


def test_csv_and_parquet_of_resolutions_are_a_row_a_resolution(tree):
    pq = pytest.importorskip("pyarrow.parquet")
    Path("in/a/lamp.txt").write_text(LAMP, "utf-8")
    batch.convert("in/a", "out.csv", of="resolutions", jobs=1)
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["source"], row["language"], row["symbol"], row["operative_paragraphs"]) for row in rows] == [
        ("in/a/lamp.txt", "ar", "A/RES/70/77", "1"),
        ("in/a/x.txt", "en", "A/RES/71/94", "5"),
        ("in/a/y.txt", "en", "A/RES/71/94", "5"),
    ]
    assert rows[1]["meeting_record"] == "A/71/PV.64"
    batch.convert("in/a", "out.parquet", of="resolutions", jobs=2)
    table = pq.read_table("out.parquet")
    assert table["source"].to_pylist() == [row["source"] for row in rows]
    assert table["earlier"].to_pylist()[0] == ["A/RES/69/12"]
    assert table["adopted_on"].to_pylist()[1] == unres.parse(ENGLISH).adopted_on
    assert table.column_names == ["source", "position", *TABLES["resolutions"].names]


def test_the_command_takes_what_rows_are_and_refuses_it_where_there_are_none(tree):
    assert invoke("in/a", "--to", "out.csv", "--of", "footnotes", "--jobs", "1").exit_code == 0
    assert Path("out.csv").read_text("utf-8").startswith("source,symbol,language,label,text")
    for wrong in (["--to", "out.jsonl"], ["--to", "out/", "--format", "parquet"]):
        refused = invoke("in/a", *wrong, "--of", "resolutions")
        assert refused.exit_code == 2
        assert ".csv, .xlsx or .parquet" in refused.stderr
    assert not Path("out").exists()
    with pytest.raises(ValueError, match="lamps"):
        batch.convert("in/a", "lamps.csv", of="lamps")


def sheet(path) -> list[list[object]]:
    """The cells of a workbook: numbers are numbers, texts are texts."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as packed:
        rows = etree.fromstring(packed.read("xl/worksheets/sheet1.xml")).iter(f"{name}row")
        return [
            [cell if (value := cell.find(f"{name}v")) is None else float(value.text) for cell in row] for row in rows
        ]


def test_a_workbook_has_numbers_days_and_arabic_from_the_right(tree):
    Path("in/a/lamp.txt").write_text(LAMP, "utf-8")
    batch.convert("in/a", "out.xlsx", of="resolutions", jobs=2)
    names, lamp, seeds, _ = sheet("out.xlsx")
    at = {"".join(cell.itertext()): n for n, cell in enumerate(names)}
    assert seeds[at["operative_paragraphs"]] == 5
    assert seeds[at["adopted_on"]] == 42723  # 19 December 2016, as sheets count days
    assert "".join(lamp[at["title"]].itertext()) == "صون المنارات"
    assert [row[at["title"]].get("s") for row in (lamp, seeds)] == ["2", "1"]
    assert lamp[at["adopted_on"]].get("t") is None
    again = batch.convert("in/a", "again.xlsx", of="resolutions", jobs=1)
    assert again.parsed == 3
    assert Path("again.xlsx").read_bytes() == Path("out.xlsx").read_bytes()


def test_a_workbook_that_has_more_rows_than_a_sheet_says_so(tree, monkeypatch):
    monkeypatch.setattr("unres.exports.sheet.MOST_ROWS", 20)
    with pytest.raises(batch.OutputError, match="more rows than the 20 of a sheet; write CSV"):
        batch.convert("in/a", "out.xlsx", jobs=1)
    assert not Path("out.xlsx").exists()


def test_what_parquet_needs_is_named(documents, tmp_path):
    code = "import sys; sys.modules['pyarrow'] = None; from unres.cli import main; main()"
    command = [sys.executable, "-c", code, "convert", str(documents), "--to", str(tmp_path / "out.parquet")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "unres[arrow]"' in done.stderr


def test_parquet_one_file_loses_nothing(documents, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    from unres.exports.arrow import SCHEMA, from_table

    batch.convert(documents, tmp_path / "out.parquet", jobs=2)
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.schema == SCHEMA
    assert list(from_table(table)) == list(batch.iter_resolutions(documents))
    assert table["source"].to_pylist() == sources(documents)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.parquet", "out.parquet.report.json"]


def test_parquet_says_least_and_greatest_of_what_is_filtered_by(documents, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    batch.convert(documents, tmp_path / "out.parquet", jobs=1)
    group = pq.ParquetFile(tmp_path / "out.parquet").metadata.row_group(0)
    of = {group.column(n).path_in_schema: group.column(n).statistics for n in range(group.num_columns)}
    assert of["source"].min < of["source"].max
    assert of["language"].has_min_max
    assert of["source_text"] is None
    assert of["blocks.list.element.text"] is None


def test_parquet_is_read_by_others_as_by_arrow(documents, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    path = tmp_path / "out.parquet"
    batch.convert(documents, path, jobs=1)
    want = [
        (row["source"], len(row["blocks"]), [block["text"] for block in row["blocks"]])
        for row in pq.read_table(path).to_pylist()
    ]
    found = duckdb.sql(
        f"select source, len(blocks), list_transform(blocks, lambda b: b.text) from '{path}'"  # noqa: S608  ours
    ).fetchall()
    assert sorted(found) == sorted(want)
    frame = polars.read_parquet(path)
    assert [(row["source"], len(row["blocks"]), [b["text"] for b in row["blocks"]]) for row in frame.to_dicts()] == want
    assert pytest.importorskip("pandas").read_parquet(path)["source"].tolist() == [row[0] for row in want]


def test_parquet_in_a_folder_has_flat_tables_and_parts(documents, tmp_path, monkeypatch):
    pq = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("unres.batch.outputs.parquet.PART_ROWS", 15)
    monkeypatch.setattr("unres.batch.outputs.parquet.GROUP_ROWS", 4)
    batch.convert(documents, tmp_path / "out", form="parquet", jobs=2)
    parts = sorted(path.name for path in (tmp_path / "out" / "resolutions").iterdir())
    assert parts == [f"part-{n:05}.parquet" for n in range(3)]
    assert pq.read_table(tmp_path / "out" / "resolutions" / parts[0]).num_rows == 15
    made = unres.tables(batch.iter_resolutions(documents), sources(documents))
    for name in ("resolutions", "blocks", "references", "footnotes"):
        assert pq.read_table(tmp_path / "out" / name).equals(getattr(made, name)), name
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"select count(*) from '{tmp_path}/out/blocks/*.parquet'").fetchall()  # noqa: S608  ours
    assert found == [(made.blocks.num_rows,)]


def test_an_interrupted_folder_of_parquet_is_taken_up_between_its_parts(documents, tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    monkeypatch.setattr("unres.batch.outputs.parquet.PART_ROWS", 7)
    monkeypatch.setattr("unres.batch.run.KEEP_EVERY", 0)
    batch.convert(documents, tmp_path / "whole", form="parquet", jobs=1)
    (tmp_path / "mixed").mkdir()
    broken = make_documents(tmp_path / "mixed", 33)
    (broken / "00020.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    stopped = batch.convert(broken, tmp_path / "out", form="parquet", jobs=1, fail_fast=True)
    assert not stopped.finished
    (broken / "00020.txt").write_text(ENGLISH, "utf-8")
    again = batch.convert(broken, tmp_path / "out", form="parquet", jobs=1, resume=True)
    assert again.finished
    assert again.inputs == 33
    rows = sum(1 for _ in (tmp_path / "out" / "resolutions").iterdir())
    assert rows == -(-again.resolutions // 7)
    assert not (tmp_path / "out" / "_partial").exists()


# What is there already


def test_nothing_is_replaced_unless_asked(documents, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    with pytest.raises(batch.OutputError, match="is there already"):
        batch.convert(documents, out)
    assert out.read_text() == "mine"
    done = batch.convert(documents, out, resume=True)
    assert done.finished
    assert out.read_text() == "mine"


def test_a_data_set_is_replaced_whole(documents, tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    monkeypatch.setattr("unres.batch.outputs.parquet.PART_ROWS", 10)
    out = tmp_path / "out"
    batch.convert(documents, out, form="parquet", jobs=1)
    batch.convert(documents / "00001.txt", out, form="parquet", jobs=1, overwrite=True)
    assert [path.name for path in (out / "blocks").iterdir()] == ["part-00000.parquet"]


# Python


def test_iter_resolutions_here_and_in_processes(documents):
    here = list(batch.iter_resolutions(documents))
    assert len(here) == 40
    assert list(batch.iter_resolutions([documents], jobs=2)) == here


def test_iter_resolutions_raises_or_tells(tree):
    with pytest.raises(unres.UnreadableError) as raised:
        list(batch.iter_resolutions("in"))
    assert raised.value.code == "image"
    assert str(raised.value).endswith("; to have its text recognised, pass ocr=True")
    assert "on_error=print" in raised.value.__notes__[0]
    told = []
    assert len(list(batch.iter_resolutions("in", on_error=told.append, jobs=2))) == 5
    assert [failure.source for failure in told] == ["in/c.zip/broken.png"]
    assert "ocr=True" in told[0].advice


def test_a_report_has_no_advice_for_python(tree):
    for to in ("out.jsonl", "out"):
        report = batch.convert("in", to, jobs=1)
        assert report.failures[0].reason == "a scan: a picture (PNG) without text"
    for name in ("out.jsonl.report.json", "out/_report.json"):
        failures = json.loads(Path(name).read_text("utf-8"))["failures"]
        assert [sorted(failure) for failure in failures] == [["code", "reason", "source"]]
        assert "ocr=True" not in json.dumps(failures)


def test_parse_path_is_pickled_and_never_raises(tree):
    function = pickle.loads(pickle.dumps(batch.parse_path))  # noqa: S301  our own
    parsed = pickle.loads(pickle.dumps(function(Path("in/a/x.txt"))))  # noqa: S301  our own
    assert parsed.resolutions == [unres.parse(ENGLISH)]
    assert parsed.failures == []
    assert function("nowhere").failures[0].code == "missing"
    assert function("in").failures[0].code == "cannot_open"
    inside = function("in/c.zip")
    assert len(inside.resolutions) == 2
    assert [failure.source for failure in inside.failures] == ["in/c.zip/broken.png"]


def test_a_defect_of_the_parser_costs_one_file(tree, monkeypatch):
    monkeypatch.setattr("unres.pipeline.parse_source", lambda *_: 1 / 0)
    assert batch.parse_path("in/a/x.txt").failures[0].code == "internal"


def test_the_core_is_enough_for_reading_here():
    code = (
        "import sys\n"
        "for name in ('rich', 'pebble', 'pyarrow', 'fsspec', 'dask'): sys.modules[name] = None\n"
        "from unres import batch\n"
        f"print(len(list(batch.iter_resolutions({str(EXAMPLES / '*.txt')!r}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) == len(list(EXAMPLES.glob("*.txt")))


def script(tmp_path, text: str) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "script.py"
    path.write_text(f'print("begun")\nfrom unres import batch\n{text}\n')
    return subprocess.run([sys.executable, path], capture_output=True, text=True, check=False, timeout=240)


def test_a_script_needs_no_guard_and_runs_once(tmp_path, documents):
    done = script(tmp_path, f"print(batch.convert({str(documents)!r}, {str(tmp_path / 'o.jsonl')!r}, jobs=2).parsed)")
    assert (done.returncode, done.stdout) == (0, "begun\n40\n"), done.stderr


def test_a_script_that_hands_over_a_format_of_its_own_is_told_to_be_guarded(tmp_path, documents):
    done = script(
        tmp_path,
        "from unres.exports.formats import Format, register\n"
        "def loud(resolutions): return b'LAMPS'\n"
        "register(Format('loud', ('.loud',), 'text/plain', 'lines', loud, 'lamps'))\n"
        f"batch.convert({str(documents)!r}, {str(tmp_path / 'o.loud')!r}, jobs=2)",
    )
    assert done.returncode == 1
    assert '__name__ == "__main__"' in done.stderr


def test_the_options_are_those_of_one_class(documents, tmp_path):
    """Python and Dask take what the class has, by name, and describe each."""
    from inspect import getdoc, signature

    named = set(signature(batch.ConvertOptions).parameters)
    assert set(signature(batch.convert).parameters) == named
    described = getdoc(batch.convert) or ""
    assert all(f"\n    {name}:" in described for name in named)
    with pytest.raises(TypeError, match="lamps"):
        batch.convert(documents, tmp_path / "o.jsonl", lamps=1)
    assert not list(tmp_path.iterdir())


NOTE = {"en": "Lamps of the harbour are painted in spring.\n", "ar": "تطلى مصابيح الميناء في الربيع.\n"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_no_resolution_is_left_out_when_asked_and_counted(language, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(NOTE[language], "utf-8")
    example = EXAMPLES / f"general-assembly.{language}.txt"
    (folder / "lamp.txt").write_bytes(example.read_bytes())
    whole = batch.convert(folder, tmp_path / "all.jsonl", jobs=1)
    assert (whole.resolutions, whole.left_out) == (2, 0)
    report = batch.convert(folder, tmp_path / "some.jsonl", jobs=1, only="resolutions")
    assert (report.inputs, report.parsed, report.resolutions, report.left_out, report.failed) == (2, 1, 1, 1, 0)
    assert "left out    1 document of another kind" in "\n".join(report.lines())
    assert batch.convert(folder, tmp_path / "drafts.jsonl", jobs=1, only="drafts").left_out == 2
    with pytest.raises(ValueError, match="resolutions"):
        batch.convert(folder, tmp_path / "none.jsonl", only="lamps")


def test_a_notebook_shows_a_report_and_what_failed_as_text():
    report = batch.Report(inputs=1)
    report.failures.append(batch.Failure("<lamp>.pdf", "damaged", "its end is missing & gone"))
    report.unreadable["damaged"] += 1
    shown = report._repr_html_()
    assert "&lt;lamp&gt;.pdf" in shown
    assert "missing &amp; gone" in shown
    assert "unreadable  1" in shown


def test_a_report_that_is_printed_is_the_report_for_people():
    report = batch.Report(inputs=23)
    for number in range(23):
        report.failures.append(batch.Failure(f"lamp{number}.pdf", "damaged", "its end\x1b[2J is missing"))
    report.unreadable["damaged"] = 23
    shown = str(report).splitlines()
    assert shown[:2] == report.lines()[:2]
    assert shown[-2:] == ["  lamp19.pdf: damaged: its end\\x1b[2J is missing", "  … and 3 more, in the report"]
    assert str(report.failures[0]).startswith("lamp0.pdf: damaged: ")


# The command line


def invoke(*arguments):
    return CliRunner().invoke(main, ["convert", *map(str, arguments)])


def test_the_report_says_what_became_of_all(tree):
    result = invoke("in", "--to", "out.jsonl")
    assert result.exit_code == 1
    assert "parsed      5 files, 5 resolutions" in result.stderr
    assert "image  1" in result.stderr
    assert "in/c.zip/broken.png: image:" in result.stderr
    report = json.loads(Path("out.jsonl.report.json").read_text("utf-8"))
    assert (report["inputs"], report["parsed"], report["unreadable"]) == (6, 5, {"image": 1})
    assert report["failures"][0]["source"] == "in/c.zip/broken.png"
    assert report["finished"]


def test_thresholds(tree):
    assert invoke("in", "-o", "out.jsonl", "--overwrite", "--max-failures", 1).exit_code == 0
    assert invoke("in/a", "-o", "out.jsonl", "--overwrite").exit_code == 0
    Path("in/a/none.txt").write_text("The General Assembly,\n\n1. Decides;\n\n3. Decides also.", "utf-8")
    result = invoke("in/a", "-o", "out.jsonl", "--overwrite", "--max-diagnostics", "warning=0")
    assert result.exit_code == 1
    assert "of warning, more than the 0 allowed" in result.stderr
    assert invoke("in/a", "-o", "out.jsonl", "--overwrite", "--max-diagnostics", "warning=9").exit_code == 0
    assert invoke("in/a", "-o", "out.jsonl", "--max-diagnostics", "warning").exit_code == 2


def test_fail_fast_stops_and_can_be_taken_up(tree):
    result = invoke("in/c.zip", "in", "-o", "out.jsonl", "--fail-fast", "--jobs", 1)
    assert result.exit_code == 1
    assert not Path("out.jsonl").exists()
    assert invoke("in/c.zip", "in", "-o", "out.jsonl", "--resume", "--max-failures", 9).exit_code == 0
    assert len(Path("out.jsonl").read_text("utf-8").splitlines()) == 7


def test_wrong_use(tree):
    assert invoke("in", "-o", "-", "--format", "parquet").exit_code == 2
    assert invoke("in", "-o", "-", "--resume").exit_code == 2
    assert invoke("in", "-o", "out.jsonl", "--scheduler", "tcp://x").exit_code == 2
    assert invoke("in").exit_code == 2


def test_quiet_says_nothing_when_all_went_well(tree):
    result = invoke("in/a", "-o", "out.jsonl", "-q")
    assert (result.exit_code, result.output) == (0, "")


def test_standard_output_has_nothing_but_the_lines(tree):
    code, said = convert("in/a", "-o", "-", cwd=tree)
    assert code == 0, said


def test_progress_in_a_terminal(documents, tmp_path):
    pytest.importorskip("rich")
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-c", "from unres.cli import main; main()", "convert", documents, "-o", tmp_path / "o.jsonl"],
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        shown += more
    os.close(ours)
    assert running.wait(30) == 0
    assert b"40/40" in shown
    assert b"parsed" in shown


def test_a_parameter_that_is_not_there_is_named_without_the_class_behind_it(tmp_path):
    with pytest.raises(TypeError, match=r"^got an unexpected keyword argument 'format'"):
        batch.convert(tmp_path, tmp_path / "out", format="json")


@pytest.mark.parametrize("error", [MemoryError(), SystemError("returned NULL without setting an exception")])
def test_a_file_for_which_memory_does_not_suffice_is_told_as_such(documents, monkeypatch, error):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(unres, "read_all", fails)
    (failure,) = parse_path(next(documents.glob("*.txt"))).failures
    assert (failure.code, failure.reason) == ("memory", NO_MEMORY)
