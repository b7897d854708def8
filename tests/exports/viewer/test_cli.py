"""``unres view``."""

from __future__ import annotations

import re

import pytest
import viewer_documents as documents
from click.testing import CliRunner

from unres.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ar.txt").write_text(documents.ARABIC, "utf-8")
    (tmp_path / "en.txt").write_text(documents.ENGLISH, "utf-8")
    (tmp_path / "small.pdf").write_bytes(documents.small_pdf())
    return tmp_path


def run(*words, **options):
    return CliRunner().invoke(main, ["view", *words], **options)


def test_one_file(folder):
    result = run("ar.txt")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"ar\.view\.html  \d\d kB\n", result.output)
    assert 'id="op2.a"' in (folder / "ar.view.html").read_text("utf-8")


def test_two_files_and_a_name(folder):
    assert run("ar.txt", "en.txt", "-o", "both.html", "--interface", "ar").exit_code == 0
    page = (folder / "both.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert 'id="en-op4"' in page


def test_a_pdf_has_its_pages(folder):
    assert run("small.pdf", "--pictures", "1").exit_code == 0
    assert (folder / "small.view.html").read_text("utf-8").count("data:image/webp") == 1


@pytest.mark.usefixtures("folder")
def test_standard_input_and_output():
    result = run("-", "-o", "-", input=documents.ENGLISH.encode())
    assert result.exit_code == 0
    assert result.output.startswith("<!doctype html>")


@pytest.mark.usefixtures("folder")
def test_what_is_read_is_not_written_over():
    result = run("ar.txt", "en.txt", "-o", "en.txt")
    assert result.exit_code == 2
    assert "name another page" in result.output


@pytest.mark.usefixtures("folder")
def test_what_goes_wrong_is_said():
    assert run("missing.txt").exit_code == 2
    assert run("ar.txt", "-o", "ar.txt/folder.html").exit_code == 1, "a file is no folder"
    empty = run("-", input=b"")
    assert empty.exit_code == 1
    assert "Error:" in empty.output
    assert run("ar.txt", "-o", "-", "--open").exit_code == 2
