"""unres align and unres terms."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zipfile
from importlib import import_module

import pytest
from click.testing import CliRunner

from unres.alignment.folder import key, pair_up


@pytest.fixture
def folder(tmp_path, texts):
    arabic, english = texts
    (tmp_path / "one.ar.txt").write_text(arabic, "utf-8")
    (tmp_path / "one.en.txt").write_text(english, "utf-8")
    other = tmp_path / "more"
    other.mkdir()
    (other / "A2.txt").write_text(arabic.replace("70/301", "70/302"), "utf-8")
    (other / "E2.txt").write_text(english.replace("70/301", "70/302").replace("66/120", "66/210"), "utf-8")
    (other / "alone.txt").write_text(english.replace("70/301", "70/303"), "utf-8")
    (other / "empty.txt").write_text("", "utf-8")
    return tmp_path


def run(*words):
    return CliRunner().invoke(import_module("unres.cli").main, [str(word) for word in words])


def test_a_summary_in_either_order(folder):
    first = run("align", folder / "one.ar.txt", folder / "one.en.txt")
    second = run("align", folder / "one.en.txt", folder / "one.ar.txt")
    assert first.exit_code == 0, first.output
    assert first.output == second.output
    assert "9 pairs" in first.output
    assert "no places to look at" in first.output


@pytest.mark.parametrize("ending", ["tmx", "tsv", "jsonl", "json", "html"])
def test_the_ending_gives_the_format(folder, ending):
    out = folder / f"both.{ending}"
    result = run("align", folder / "one.ar.txt", folder / "one.en.txt", "-o", out)
    assert result.exit_code == 0, result.output
    text = out.read_text("utf-8")
    if ending == "json":
        assert json.loads(text)["pairs"][0]["english"] == ["pp1"]
    assert "الأمين العام" in text


def test_a_folder_is_paired_by_symbol(folder):
    result = run("align", "--folder", folder, "--jobs", 1)
    assert result.exit_code == 0, result.output
    assert "A/RES/70/301" in result.output
    assert "the Arabic says 66/120, the English 66/210" in result.output
    assert "alone.txt" in result.output
    assert "empty.txt" in result.output


def test_a_folder_as_one_file(folder):
    for form, check in (("tmx", ET.fromstring), ("json", json.loads)):
        result = run("align", "--folder", folder, "--jobs", 2, "--to", form, "-o", folder / f"all.{form}")
        assert result.exit_code == 0, result.output
        check((folder / f"all.{form}").read_text("utf-8"))
    assert (folder / "all.tmx").read_text("utf-8").count("<tu ") == 24
    tsv = run("align", "--folder", folder, "--jobs", 1, "--to", "tsv")
    assert tsv.output.count("because") == 1


def test_a_folder_says_what_was_done(folder):
    result = run("align", "--folder", folder, "--jobs", 1, "-o", folder / "all.xlsx")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert f"2 pairs of 6 files, 1 place to look at; written to {folder / 'all.xlsx'}\n" in result.stderr
    assert "A/RES/70/302\n  pp1        reference: the Arabic says 66/120, the English 66/210\n" in result.stderr
    for said in ("left out: empty.txt", f"without counterpart: {folder / 'more' / 'alone.txt'}"):
        assert said in result.stderr


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_folder_as_a_table_for_people(folder, ending):
    out = folder / f"all.{ending}"
    assert run("align", "--folder", folder, "--jobs", 1, "-o", out).exit_code == 0
    assert zipfile.is_zipfile(out)


def test_two_resolutions_are_aligned_only_when_forced(folder):
    files = (folder / "one.ar.txt", folder / "more" / "E2.txt")
    refused = run("align", *files)
    assert refused.exit_code == 1
    assert "is A/RES/70/301 and" in refused.stderr
    assert "is A/RES/70/302" in refused.stderr
    forced = run("align", *files, "--force")
    assert forced.exit_code == 0, forced.output
    assert "9 pairs" in forced.output


def test_the_language_of_the_first_file_can_be_said(folder):
    (folder / "short.txt").write_text("70/301", "utf-8")
    (folder / "brief.txt").write_text("70/301.", "utf-8")
    unsure = run("align", folder / "short.txt", folder / "brief.txt")
    assert unsure.exit_code == 1
    assert "--language" in unsure.stderr
    assert run("align", folder / "short.txt", folder / "brief.txt", "--language", "ar").exit_code == 0


def test_a_folder_as_pages(folder):
    result = run("align", "--folder", folder, "--jobs", 1, "--to", "html", "-o", folder / "pages")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (folder / "pages").iterdir()) == ["A-RES-70-301.html", "A-RES-70-302.html"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["one.ar.txt"], "two files"),
        (["one.ar.txt", "one.en.txt", "--folder", "."], "two files"),
        (["one.ar.txt", "one.en.txt", "-o", "x.odt"], "no format ends in"),
        (["--folder", ".", "--to", "html"], "say --output and a folder"),
        (["--folder", ".", "--to", "xlsx"], "say --output and a file"),
        (["--folder", ".", "--force"], "for two files"),
        (["more"], "unres align --folder more"),
        (["one.ar.txt", "one.en.txt", "--codes", "ar"], "such as ar-SA,en-US"),
    ],
)
def test_wrong_use_says_what_to_do(folder, monkeypatch, words, said):
    monkeypatch.chdir(folder)
    result = run("align", *words)
    assert result.exit_code == 2
    assert said in result.output


def test_two_of_one_language_point_to_compare(folder):
    result = run("align", folder / "one.en.txt", folder / "more" / "E2.txt")
    assert result.exit_code == 1
    assert "unres.compare" in result.output


def test_a_folder_without_pairs_says_so(tmp_path):
    for command in (["align", "--folder"], ["terms"]):
        result = run(*command, tmp_path)
        assert result.exit_code == 1
        assert "no two files" in result.output


def test_terms_are_counted(folder):
    table = run("terms", folder, "--jobs", 1, "--least", 2)
    assert table.exit_code == 0, table.output
    assert "urges" in table.output
    rows = json.loads(run("terms", folder, "--jobs", 1, "--to", "json", "--action", "urge").stdout)
    assert rows == [{"action": "urge", "english": "urges", "arabic": "تحث", "times": 2}]
    glossary = run("terms", folder, "--jobs", 1, "--codes", "ar-EG,en-GB", "--to", "tbx")
    assert '<langSet xml:lang="ar-EG">' in glossary.stdout
    assert "<term>حفظ المنارات</term>" in glossary.stdout
    csv = run("terms", folder, "--jobs", 1, "--to", "csv")
    assert csv.stdout.startswith("action,english,arabic,times\n")
    assert "left out: empty.txt" in csv.stderr


def test_versions_meet_by_symbol_or_by_name():
    assert key("S/RES/1325 (2000)", "x") == "S/RES/1325(2000)"
    assert key(None, "report.ar") == key(None, "report.en") == "report"
    found = pair_up([("x", "en", 1), ("x", "ar", 2), ("x", "ar", 3), ("y", "en", 4)])
    assert found.pairs == [("x", 2, 1)]
    assert found.alone == [("x", "ar", 3), ("y", "en", 4)]
