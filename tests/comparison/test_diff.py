"""``unres diff``."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from click.testing import CliRunner

from unres.cli import main
from unres.comparison import Comparison

FOLDER = files("unres") / "examples"
OLDER, NEWER = (str(FOLDER / f"{name}.en.txt") for name in ("general-assembly", "general-assembly-next"))
ARABIC = str(FOLDER / "general-assembly.ar.txt")


def run(*args: str, **options):
    return CliRunner().invoke(main, ["diff", *args], **options)


def test_summary():
    result = run(OLDER, NEWER)
    assert result.exit_code == 0
    assert result.stdout.startswith("A/RES/71/94 → A/RES/73/128  Cooperation among national seed banks\n")
    assert "7 kept, 4 changed, 2 added, 1 dropped, 2 moved" in result.stdout
    assert "\x1b[" not in result.stdout


@pytest.mark.parametrize(("older", "newer", "code"), [(OLDER, OLDER, 0), (OLDER, NEWER, 1)])
def test_exit_code_says_whether_they_differ(older, newer, code):
    assert run("--exit-code", older, newer).exit_code == code
    assert run(older, newer).exit_code == 0


def test_two_languages_are_trouble():
    result = run(OLDER, ARABIC)
    assert result.exit_code == 2
    assert "unres align" in result.stderr


def test_a_file_that_cannot_be_read_is_trouble(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    result = run("--exit-code", str(empty), NEWER)
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr


def test_standard_input():
    with open(OLDER, "rb") as stream:  # noqa: PTH123  a stream is what is tested
        assert run("-", NEWER, input=stream.read()).exit_code == 0


def test_json_and_page(tmp_path):
    data, page, text = (tmp_path / name for name in ("out.json", "out.HTML", "out.txt"))
    for path in (data, page, text):
        result = run(OLDER, NEWER, "-o", str(path))
        assert (result.exit_code, result.stdout) == (0, "")
    assert Comparison.model_validate(json.loads(data.read_text("utf-8"))).counts["added"] == 2
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert text.read_text("utf-8").startswith("A/RES/71/94 →")


def test_a_file_in_the_place_of_a_folder_is_trouble(tmp_path):
    (tmp_path / "none").write_bytes(b"")
    result = run(OLDER, NEWER, "-o", str(tmp_path / "none" / "out.html"))
    assert result.exit_code == 2
    assert "out.html" in result.stderr


@pytest.mark.parametrize(
    ("asked", "terminal", "environment", "coloured"),
    [
        ("auto", True, {"TERM": "xterm"}, True),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"TERM": "xterm"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"TERM": "xterm"}, False),
    ],
)
def test_when_there_are_colours(monkeypatch, asked, terminal, environment, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: terminal)
    result = run(OLDER, NEWER, "--color", asked, env=environment, color=True)
    assert ("\x1b[" in result.output) is coloured
