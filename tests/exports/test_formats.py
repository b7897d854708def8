"""A format is one object: registered, it is offered by the commands, by batch, by the service and by the docs."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import unres
from unres.batch import convert
from unres.cli import main
from unres.exports.formats import FORMATS, Format, format_of, register


def _shout(resolutions):
    return "".join(f"{each.symbol}!\n" for each in resolutions).encode()


SHOUT = Format("shout", (".shout",), "text/x-shout", "each", _shout, "the symbol, loudly", "test.shout")


@pytest.fixture
def shout(monkeypatch):
    monkeypatch.setitem(FORMATS, "shout", SHOUT)
    return SHOUT


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "in" / "lamps.txt"
    path.parent.mkdir()
    path.write_text(unres.examples.load("general-assembly", "en").source_text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("shout")
def test_a_new_format_is_taken_by_parse(tmp_path, text):
    assert "shout" in CliRunner().invoke(main, ["parse", "--help"]).output
    shown = CliRunner().invoke(main, ["parse", "--format", "shout", str(text), str(text)])
    assert shown.output == "A/RES/71/94!\nA/RES/71/94!\n"
    assert CliRunner().invoke(main, ["parse", str(text), "-o", str(tmp_path / "out.shout")]).exit_code == 0
    assert (tmp_path / "out.shout").read_text() == "A/RES/71/94!\n"
    assert "the symbol, loudly" in CliRunner().invoke(main, ["help", "formats"]).output


@pytest.mark.usefixtures("shout")
def test_and_by_convert(tmp_path, text):
    report = convert(text.parent, tmp_path / "out", form="shout", jobs=1)
    assert report.finished
    assert (tmp_path / "out" / "lamps.txt.shout").read_text() == "A/RES/71/94!\n"
    assert "shout" in CliRunner().invoke(main, ["convert", "--help"]).output


@pytest.mark.usefixtures("shout")
def test_and_by_the_service(text):
    pytest.importorskip("fastapi", reason="the extra http is not installed")
    from unres.service.settings import Settings
    from unres.service.tasks import Asked, run

    media_type, body = run(Asked("parse", "text/plain", form="shout"), text.read_bytes(), Settings())
    assert (media_type, body) == ("text/x-shout", b"A/RES/71/94!\n")


@pytest.mark.usefixtures("shout")
def test_and_by_the_docs():
    path = Path(__file__).parents[2] / "docs" / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", path)
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert "| `shout` | `.shout` | `test.shout` | the symbol, loudly |" in generate.formats_page()


@pytest.mark.usefixtures("shout")
@pytest.mark.parametrize("endings", [(".shout",), (".new", ".json")])
def test_two_formats_do_not_share_an_ending(endings):
    with pytest.raises(ValueError, match="end in"):
        register(Format("new", endings, "text/plain", "one", _shout, ""))
    with pytest.raises(ValueError, match="already"):
        register(SHOUT)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.json", "json"),
        ("a.csl.json", "csl"),
        ("A.HTM", "html"),
        ("a.ndjson", "jsonl"),
        ("a.pdf", None),
        (None, None),
    ],
)
def test_the_longest_ending_tells_the_format(name, expected):
    found = format_of(name)
    assert (found.name if found else None) == expected


def test_several_resolutions_as_json_are_one_array(tmp_path, text):
    out = tmp_path / "both.json"
    CliRunner().invoke(main, ["parse", str(text), str(text), "-o", str(out)])
    assert [each["symbol"] for each in json.loads(out.read_text("utf-8"))] == ["A/RES/71/94"] * 2


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_both_languages(name):
    for language in ("ar", "en"):
        assert FORMATS[name].write([unres.examples.load("general-assembly", language)])
