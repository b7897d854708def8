"""The command line as people use it: formats, files, errors, help, colours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import unres
from unres.cli import console, main
from unres.cli.console import explain, form_for, wants_colour
from unres.cli.help import topics

COMMANDS = list(main.list_commands(click.Context(main)))
ENGLISH, ARABIC = "improving-coordination.en.txt", "improving-coordination.ar.txt"


@pytest.fixture(autouse=True)
def a_folder_with_examples(tmp_path, monkeypatch):
    for name, language in ((ENGLISH, "en"), (ARABIC, "ar")):
        (tmp_path / name).write_text(unres.examples.text("improving-coordination", language), "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*words, **options):
    return CliRunner().invoke(main, list(words), **options)


STARTS = {
    "outline": "A/RES/72/148  ",
    "json": "{\n",
    "jsonl": '{"schema_version"',
    "akn": "<?xml ",
    "text": "RESOLUTION 72/148\n",
    "markdown": "# A/RES/72/148 — ",
    "html": "<!doctype html>",
    "bibtex": "@techreport{A-RES-72-148-en,",
    "csl": '[\n  {\n    "id": "A-RES-72-148-en"',
}


@pytest.mark.parametrize("form", STARTS)
def test_every_format_is_written(form):
    result = run("parse", "--format", form, ENGLISH)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(STARTS[form])
    assert result.stdout.endswith("\n")


@pytest.mark.parametrize("ending", ["json", "jsonl", "xml", "txt", "md", "html", "bib", "docx"])
def test_the_ending_of_the_output_tells_the_format_and_what_was_written_can_be_read(ending, tmp_path):
    result = run("parse", ARABIC, "-o", f"out.{ending}")
    assert result.exit_code == 0, result.output
    assert not result.stdout
    written = (tmp_path / f"out.{ending}").read_bytes()
    if ending in {"xml", "txt", "docx"}:
        assert unres.read(written).symbol == "A/RES/72/148"
    else:
        assert "تحسين" in written.decode()


def test_several_resolutions_go_into_one_file_or_each_into_its_own(tmp_path):
    assert run("parse", ENGLISH, ARABIC, "-o", "all.jsonl").exit_code == 0
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["en", "ar"]
    assert run("parse", ENGLISH, ARABIC, ENGLISH, "-o", "out/", "--format", "html").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["A-RES-72-148.ar.html", "A-RES-72-148.en-2.html", "A-RES-72-148.en.html"]
    refused = run("parse", ENGLISH, ARABIC, "-o", "one.html")
    assert refused.exit_code == 2
    assert "give --output a folder" in refused.output
    assert run("parse", ENGLISH, ARABIC, "-o", "both.bib").exit_code == 0
    assert (tmp_path / "both.bib").read_text("utf-8").count("@techreport") == 2


def test_a_file_is_made_anew_and_not_added_to(tmp_path):
    for _ in range(2):
        run("parse", ENGLISH, "-o", "one.jsonl")
    assert len((tmp_path / "one.jsonl").read_text("utf-8").splitlines()) == 1


def test_plain_text_says_what_it_would_not_bring_back():
    text = "The General Assembly,\n\n1. Decides:\n\nA heading of no kind\n\n2. Decides again."
    resolution = unres.parse(text)
    assert resolution.operative
    heading = {
        "id": "op.h9",
        "zone": "operative",
        "kind": "heading",
        "text": "Decides in lower case, as no heading does;",
    }
    broken = resolution.model_copy(
        update={"operative": [*resolution.operative, type(resolution.operative[0]).model_validate(heading)]}
    )
    from unres.exports.losses import losses

    assert not losses(unres.parse(unres.examples.text("improving-coordination", "ar")))
    (remark,) = losses(broken)
    assert remark.code == "export.not_read_back"
    assert "op.h9" in remark.message


def test_word_goes_to_no_terminal():
    result = run("parse", "--format", "docx", ENGLISH)
    assert result.exit_code == 2
    assert "--output NAME.docx" in result.output


@pytest.mark.parametrize("command", ["parse", "refs", "graph", "view", "diff", "align", "convert"])
def test_a_missing_file_is_answered_with_what_is_there(command):
    second = [ARABIC] if command in {"view", "diff", "align"} else ["--to", "x.csv"] if command == "convert" else []
    result = run(command, "improving-coordinaton.en.txt", *second)
    assert result.exit_code == 2
    assert f"did you mean {ENGLISH}" in result.stderr
    assert "no folder nowhere" in run(command, "nowhere/a.pdf", *second).stderr


@pytest.mark.parametrize("command", [["align", "--folder"], ["terms"], ["mcp"]])
def test_a_missing_folder_is_answered_with_what_is_there(command):
    Path("harbours").mkdir()
    result = run(*command, "harbors")
    assert result.exit_code == 2
    assert "harbors: there is no such folder; did you mean harbours" in result.stderr
    assert "is a file" in run(*command, ENGLISH).stderr


def test_two_files_that_are_written_side_by_side_are_told():
    told = run("align", ARABIC, ENGLISH, "-o", "both.docx")
    assert "no places to look at; written to both.docx" in told.stderr
    Path("slip.en.txt").write_text(Path(ENGLISH).read_text("utf-8").replace("December 1991", "December 1919"), "utf-8")
    told = run("align", ARABIC, "slip.en.txt", "-o", "memory.tmx")
    assert "place to look at; written to memory.tmx\n  " in told.stderr.replace("places", "place")
    assert run("align", ARABIC, ENGLISH, "--to", "tsv").stderr == ""


def test_what_to_do_about_files_that_were_not_read_is_said_once_for_each_reason():
    for name in ("lamp.rtf", "ferry.rtf"):
        Path(name).write_text("{\\rtf1 A lamp.}", "utf-8")
    told = run("convert", ".", "--to", "all.jsonl", "--jobs", "1")
    assert told.exit_code == 1
    assert told.stderr.count("With --office an installed LibreOffice converts it.") == 1
    told = run("align", "--folder", ".", "--jobs", "1", "-o", "memory.tmx")
    assert "left out: ferry.rtf" in told.stderr
    assert "--office" in told.stderr


@pytest.mark.parametrize(("name", "label", "note"), [("eastern-digits", "١", "١"), ("general-assembly", "1", "1")])
def test_labels_and_marks_of_an_outline_have_the_digits_of_the_text(name, label, note):
    Path("text.txt").write_text(unres.examples.text(name, "ar"), "utf-8")
    lines = run("parse", "text.txt").stdout.splitlines()
    (first,) = [line for line in lines if line.startswith("op1 ")]
    assert f"] {label} " in first
    assert any(line.startswith(f"   {note}  ") for line in lines)


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "papers").mkdir()
    assert f"papers{os.sep}*" in run("parse", "papers").stderr


@pytest.mark.parametrize(
    ("code", "advice"),
    [("no_text_layer", "unres[ocr]"), ("unknown_format", "unres help formats"), ("damaged", "Fetch the file again")],
)
def test_an_unreadable_file_says_what_to_do(code, advice):
    said = explain(unres.UnreadableError("this and that", source="a.pdf", code=code), "a.pdf")
    assert said.startswith("a.pdf: this and that\n  ")
    assert advice in said


def test_advice_for_python_is_said_where_the_command_line_has_none():
    error = unres.UnreadableError("too long", source="a.pdf", code="no_text_layer", advice="pass ocr=True")
    assert "ocr=True" not in explain(error, "a.pdf")
    error = unres.UnreadableError("over 5", source="a.pdf", code="too_large", advice="pass limits=Limits(max_bytes=…)")
    assert explain(error, "a.pdf") == "a.pdf: over 5\n  In Python: pass limits=Limits(max_bytes=…)."


@pytest.mark.parametrize("words", [("parse",), ("refs",), ("graph",), ("view",), ("diff", ENGLISH), ("align", ARABIC)])
def test_every_command_says_in_its_own_words_what_to_do_with_a_scan(tmp_path, words):
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    result = run(*words, "scan.png")
    assert "scan.png: a scan: a picture (PNG) without text\n  With --ocr " in result.stderr
    assert "ocr=True" not in result.stderr


def test_advice_is_for_reasons_that_there_are():
    readers = Path(unres.__file__).parent / "readers"
    source = "".join(path.read_text("utf-8") for path in readers.rglob("*.py"))
    assert not [code for code in console.NEXT if f'"{code}"' not in source]


def test_an_organ_that_is_none_is_answered_with_those_there_are():
    result = run("refs", "--organ", "assembly", "--text", ENGLISH)
    assert result.exit_code == 2
    assert "general_assembly, security_council" in " ".join(result.stderr.split())


def test_a_picture_is_refused_with_the_formats_that_are_read(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    result = run("parse", "scan.pdf", ENGLISH, "--format", "jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("unres: scan.pdf: ")
    assert result.stdout.startswith('{"schema_version"')  # the other file follows


@pytest.mark.parametrize(
    "words",
    [
        ("parse", ENGLISH, "-o", "file/out.json"),
        ("view", ENGLISH, "-o", "file/out.html"),
        ("graph", ENGLISH, "-o", "file/out.json"),
        ("align", ENGLISH, ARABIC, "-o", "file/out.tsv"),
        ("terms", ".", "-o", "file/out.csv"),
    ],
)
def test_what_cannot_be_written_says_so(tmp_path, words):
    (tmp_path / "file").write_text("")
    result = run(*words)
    assert result.exit_code == 1
    assert f"{words[-1]} cannot be written: " in result.stderr


def test_the_ending_of_a_name_tells_the_format():
    formats = ("csv", "json")
    names = ("a.csv", "folder.json/A.JSON", "a.txt", "a", "", None)
    assert [form_for(name, formats, "table", plain="txt") for name in names] == ["csv", "json", *["table"] * 4]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("graph", ENGLISH), "lamps.odt"),
        (("terms", "."), "lamps.xlsx"),
        (("align", ARABIC, ENGLISH), "lamps.odt"),
        (("align", ARABIC, ENGLISH), "lamps"),
    ],
)
def test_a_file_that_ends_as_no_format_does_is_not_written(words, name):
    result = run(*words, "-o", name)
    assert result.exit_code == 2
    assert "no format ends in" in result.stderr
    assert not Path(name).exists()


def test_a_graph_is_drawn_where_the_output_is_a_picture():
    pytest.importorskip("matplotlib", reason="the extra graph is not installed")
    assert run("graph", ENGLISH, "-o", "web.svg").exit_code == 0
    assert "<svg" in Path("web.svg").read_text("utf-8")
    assert run("graph", ENGLISH, "-o", "new/folder/web.png").exit_code == 0
    assert Path("new/folder/web.png").read_bytes().startswith(b"\x89PNG")
    barred = run("graph", ENGLISH, "-o", "web.svg/web.svg")
    assert barred.exit_code == 1
    assert "web.svg/web.svg cannot be written" in barred.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("parse", ENGLISH, "-o", "new/folder/out.json"),
        ("view", ENGLISH, "-o", "new/folder/out.html"),
        ("graph", ENGLISH, "-o", "new/folder/out.csv"),
        ("align", ENGLISH, ARABIC, "-o", "new/folder/out.tmx"),
        ("diff", ENGLISH, ENGLISH, "-o", "new/folder/out.json"),
        ("terms", ".", "-o", "new/folder/out.tbx"),
    ],
)
def test_the_folder_of_an_output_is_made(words):
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    assert Path(words[-1]).stat().st_size


@pytest.mark.parametrize("words", [("terms", "."), ("align", "--folder", ".")])
def test_a_folder_with_rich_text_says_what_converts_it(words):
    Path("lighthouse.rtf").write_bytes(rb"{\rtf1 A lamp is lit.}")
    result = run(*words)
    assert result.exit_code == 0
    assert "left out: lighthouse.rtf: " in result.stderr
    assert "With --office an installed LibreOffice converts it." in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"unres {command}" in result.output.partition("Example")[2]
    assert run("help", command).output == result.output


@pytest.mark.parametrize("name", topics())
def test_topics_fit_a_terminal(name):
    result = run("help", name)
    assert result.exit_code == 0
    assert all(len(line) <= 120 for line in result.output.splitlines())


def test_extras_that_help_names_are_those_there_are():
    tomllib = pytest.importorskip("tomllib")
    project = Path(__file__).parents[2] / "pyproject.toml"
    extras = set(tomllib.loads(project.read_text("utf-8"))["project"]["optional-dependencies"])
    said = run("help", "extras").output
    assert {extra for extra in extras if f"unres[{extra}]" not in said} <= {"dev", "docs"}


def test_help_lists_commands_and_topics_and_knows_what_is_meant():
    listed = run("help").output
    assert all(name in listed for name in [*COMMANDS, *topics()])
    wrong = run("help", "formts")
    assert wrong.exit_code == 2
    assert "Did you mean formats?" in wrong.output


@pytest.mark.parametrize(("typed", "answer"), [("prase", "Did you mean parse?"), (ENGLISH, f"`unres parse {ENGLISH}`")])
def test_a_mistyped_command_is_answered(typed, answer):
    result = run(typed)
    assert result.exit_code == 2
    assert answer in result.stderr


def test_the_page_of_the_manual_has_every_command_and_no_error():
    page = run("help", "--man").output
    assert all(f".SS unres {command} " in page for command in COMMANDS)
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        [groff, "-Kutf8", "-man", "-Tutf8", "-ww"],
        input=page,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert not done.stderr
    assert "unres parse resolution.docx -o page.html" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_UNRES_COMPLETE={shell}_complete" in result.output
    if shutil.which(shell):
        subprocess.run([shutil.which(shell), "-n"], input=result.output, text=True, check=True)


def test_completion_completes_commands_options_and_topics():
    def completed(*words):
        environment = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        result = run(env={**environment, "_UNRES_COMPLETE": "bash_complete"}, prog_name="unres")
        return [line.partition(",")[2] for line in result.output.splitlines()]

    assert completed("unres", "pa") == ["parse"]
    assert "bibtex" in completed("unres", "parse", "--format", "b")
    assert "formats" in completed("unres", "help", "f")


class Terminal:
    """A stream that shows colours."""

    def isatty(self):
        """It is a terminal."""
        return True


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_and_for_those_who_want_them(monkeypatch, environment, wanted):
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(Terminal()) is wanted
    assert not wants_colour(sys.stdout)


def test_colours_change_nothing_but_colours():
    plain = run("parse", "--width", "90", ENGLISH)
    coloured = run("parse", "--width", "90", ENGLISH, env={"FORCE_COLOR": "1"}, color=True)
    assert "\x1b[" not in plain.output
    assert "\x1b[36m[recall]\x1b[0m" in coloured.output
    assert click.unstyle(coloured.output) == plain.output
    assert "\x1b[" not in run("parse", "--rtl", "visual", ARABIC, env={"FORCE_COLOR": "1"}, color=True).output


@pytest.mark.speed
def test_help_is_quick_in_a_process_of_its_own():
    """By processor time of the whole process: what other programs take of the machine is no matter here."""
    best = 9.0
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, "-c", "from unres.cli import main; main()", "--help"], check=True)
        after = os.times()
        taken = after.children_user + after.children_system - before.children_user - before.children_system
        best = min(best, taken)
    assert best < 0.2


def test_arabic_comes_out_whole_whatever_the_locale():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", "from unres.cli import main; main()", "parse", ARABIC],
        capture_output=True,
        check=True,
        env=environment,
    )
    assert "تحسين التنسيق" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_with_a_broken_file_is_searched_for_citations_to_its_end(tmp_path, jobs):
    folder = tmp_path / "harbour"
    (folder / "below").mkdir(parents=True)
    (folder / "a-broken.pdf").write_bytes(b"%PDF-1.4 lamps")
    (folder / "below" / "b.txt").write_bytes(Path(ENGLISH).read_bytes())
    (folder / "c.txt").write_bytes(Path(ARABIC).read_bytes())
    found = run("refs", "--format", "csv", "--jobs", jobs, str(folder))
    assert found.exit_code == 1
    assert "a-broken.pdf" in found.stderr
    files = {line.partition(",")[0] for line in found.stdout.splitlines()[1:]}
    assert files == {str(folder / "below" / "b.txt"), str(folder / "c.txt")}
    web = run("graph", "--to", "json", "--jobs", jobs, str(folder))
    assert web.exit_code == 1
    assert "a-broken.pdf" in web.stderr
    assert "A/RES/72/148" in web.stdout


def test_exit_codes_are_told_where_there_are_several():
    for command in ("parse", "convert", "refs", "graph", "diff", "fetch"):
        assert "xit code" in run(command, "--help").stdout, command


@pytest.mark.parametrize(
    "words",
    [
        ("align", "--folder", ".", "-o", "memory.tmx"),
        ("convert", ".", "-o", "rows.csv"),
        ("refs", ENGLISH),
        ("graph", ENGLISH, "-o", "web.json", "--plot", "web.svg"),
    ],
)
def test_a_missing_package_is_told_before_anything_is_made(words, monkeypatch):
    missing, extra = ("matplotlib", "graph") if "--plot" in words else ("pytesseract", "ocr")
    monkeypatch.setitem(sys.modules, missing, None)  # as where the extra is not installed
    result = run(*words, *["--ocr"] * (extra == "ocr"))
    assert result.exit_code == 1
    assert f'pip install "unres[{extra}]"' in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == [ARABIC, ENGLISH]


def test_a_missing_program_is_told_before_a_folder_is_read(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    result = run("align", "--folder", ".", "--office", "-o", "pairs.xlsx")
    assert result.exit_code == 1
    assert "LibreOffice" in result.stderr
    assert not Path("pairs.xlsx").exists()
