"""Scans in a run: recognised where that is asked for, with what is said of how sure it is; otherwise refused."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

import unres
from unres.batch import convert, iter_resolutions, parse_path
from unres.cli import main

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
pytesseract = pytest.importorskip("pytesseract", reason="the extra ocr is not installed")
from PIL import ImageDraw, ImageFont  # noqa: E402  after it is known to be there

LINES = (
    "A/RES/71/94",
    "General Assembly",
    "71/94. Lamps of the harbour",
    "The General Assembly,",
    "Recalling its resolution 70/12 of 9 December 2015,",
    "1. Urges Member States to keep the lamps burning;",
    "2. Decides to remain seized of the matter.",
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or "eng" not in pytesseract.get_languages(config=""),
    reason="tesseract with English is not installed",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A scan as PDF and as PNG, and a file of text."""
    place = tmp_path_factory.mktemp("scans")
    page = Image.new("L", (1654, 1200), 255)
    draw = ImageDraw.Draw(page)
    for row, text in enumerate(LINES):
        draw.text((150, 150 + 90 * row), text, font=ImageFont.load_default(34), fill=0)
    page.save(place / "a.pdf", "PDF", resolution=200.0)
    page.save(place / "b.png", "PNG", dpi=(200, 200))
    (place / "c.txt").write_text("\n\n".join(LINES), "utf-8")
    return place


def codes(resolution):
    return {remark.code for remark in resolution.diagnostics}


def test_without_it_a_scan_is_a_failure(folder):
    parsed = parse_path(folder / "a.pdf")
    assert [failure.code for failure in parsed.failures] == ["no_text_layer"]


@needs_tesseract
def test_a_file_in_this_process(folder):
    (resolution,) = parse_path(folder / "b.png", "en", ocr=True).resolutions
    assert resolution.symbol == "A/RES/71/94"
    assert "ocr.page" in codes(resolution)


@needs_tesseract
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_keeps_what_is_said_of_the_recognition(folder, tmp_path, jobs):
    out = tmp_path / "all.jsonl"
    report = convert(folder, out, jobs=jobs, language="en", ocr=True)
    assert (report.parsed, report.failed) == (3, 0)
    read = [unres.Resolution.model_validate_json(line) for line in out.read_text("utf-8").splitlines()]
    assert ["ocr.page" in codes(each) for each in read] == [True, True, False]
    assert report.diagnostics["ocr.page"] == 2
    assert [each.symbol for each in iter_resolutions(folder, jobs=jobs, language="en", ocr=True)] == ["A/RES/71/94"] * 3


@needs_tesseract
def test_a_run_with_it_does_not_go_on_without(folder, tmp_path):
    out = tmp_path / "all.jsonl"
    convert(folder, out, language="en", ocr=True, fail_fast=True, max_failures=None)
    assert json.loads((tmp_path / "all.jsonl.report.json").read_text("utf-8"))["diagnostics"]["ocr.page"] == 2


@needs_tesseract
def test_the_command(folder, tmp_path):
    out = tmp_path / "all.jsonl"
    done = CliRunner().invoke(main, ["convert", str(folder), "--to", str(out), "--ocr", "--language", "en", "-q"])
    assert done.exit_code == 0, done.output
    assert out.read_text("utf-8").count("ocr.page") == 2


def test_the_command_says_at_once_what_is_missing(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = CliRunner().invoke(main, ["convert", str(folder), "--to", str(tmp_path / "all.jsonl"), "--ocr"])
    assert done.exit_code == 1
    assert "apt install tesseract-ocr" in done.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_without_tesseract_ends_with_what_is_missing(folder, tmp_path, monkeypatch, jobs):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(unres.MissingExtraError, match="tesseract"):
        convert(folder / "a.pdf", tmp_path / "all.jsonl", jobs=jobs, ocr=True)
