"""What the documentation shows was run, and its generated pages are current."""

from __future__ import annotations

import doctest
import importlib
import re
import runpy
import shlex
import textwrap
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from unres.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
EXAMPLES = ROOT / "src" / "unres" / "examples"
_FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def fences(page: Path, kind: str) -> list[str]:
    return [match["body"] for match in _FENCE.finditer(page.read_text("utf-8")) if match["kind"] == kind]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def pdf_of(text: str) -> bytes:
    """The text on pages of fifty rows; signs that a plain font lacks are left out."""
    rows = [row for line in text.splitlines() for row in textwrap.wrap(line, 100) or [""]]
    pages = [rows[start : start + 50] for start in range(0, len(rows), 50)]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        shown = b"".join(b"(%b) ' " % row.encode("cp1252", "ignore").translate(None, b"()\\") for row in page)
        content = b"BT /F1 9 Tf 14 TL 60 800 Td " + shown + b"ET"
        head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R" % (5 + 2 * number)
        objects.append(head + b" /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(b"<< /Length %d >> stream\n%b\nendstream" % (len(content), content))
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


@pytest.fixture
def in_a_folder_with_the_examples(tmp_path, monkeypatch):
    """A folder of its own in which the example documents lie, as in the pages."""
    for path in EXAMPLES.glob("*.txt"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    resolution = (EXAMPLES / "general-assembly.en.txt").read_text("utf-8")
    (tmp_path / "general-assembly.en.pdf").write_bytes(pdf_of(resolution))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", [p for p in PAGES if fences(p, "python")], ids=name_of)
@pytest.mark.usefixtures("in_a_folder_with_the_examples")
def test_examples_in_python(page):
    """All blocks of a page are one session: what one defines, the next may use."""
    source = "\n".join(fences(page, "python"))
    test = doctest.DocTestParser().get_doctest(source, {}, name_of(page), str(page), 0)
    assert test.examples, "blocks of Python are written as sessions, with >>>"
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=said.append)
    assert runner.failures == 0, "".join(said)


@pytest.mark.parametrize("page", [p for p in PAGES if any("$ unres " in f for f in fences(p, "console"))], ids=name_of)
@pytest.mark.usefixtures("in_a_folder_with_the_examples")
def test_examples_at_the_command_line(page):
    """Commands of unres print what stands under them; other commands are left to the machine that has them."""
    cli = importlib.import_module("unres.cli")
    for body in fences(page, "console"):
        for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
            words = shlex.split(command, comments=True)
            if words[0] != "unres":
                continue
            result = CliRunner().invoke(cli.main, words[1:])
            assert result.exit_code == 0, (command, result.output)
            if printed.strip():
                checker = doctest.OutputChecker()
                flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
                assert checker.check_output(printed, result.output, flags), (command, result.output)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_inside_the_project_lead_somewhere(page):
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


PLACE = re.compile(r"`([\w.*/-]+(?:\.(?:py|toml|html|md|txt|json)|/))`|`([a-z]\w*/[\w.*/-]+)`")
"""A file or folder of the repository or of `src/unres`, as pages name it; `*` stands for any name."""


def there_is(place: str) -> bool:
    return any(True for root in (ROOT, ROOT / "src" / "unres") for _ in root.glob(place.rstrip("/")))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_files_and_folders_that_are_named_are_there(page):
    places = {one or other for one, other in PLACE.findall((ROOT / page).read_text("utf-8"))}
    assert len(places) > 10
    # a module may be named alone where its folder is the subject of the line
    alone = {path.name for path in (ROOT / "src" / "unres").rglob("*.py")}
    assert sorted(place for place in places if not there_is(place) and place not in alone) == []


def test_every_folder_of_the_package_stands_in_the_page_of_architecture():
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    folders = {path.parent.name for path in (ROOT / "src" / "unres").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "src" / "unres").glob("*.py")} - {"_version.py"}
    assert {"parsers", "readers"} < folders
    assert [name for name in sorted(folders) if f"`{name}/`" not in page] == []
    assert [name for name in sorted(modules) if f"`{name}`" not in page] == []


def test_every_option_says_what_it_means():
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    options = [
        (name, each)
        for name, command in commands.items()
        for each in command.params
        if each.param_type_name == "option"
    ]
    assert len(options) > 60
    assert [(name, each.name) for name, each in options if not each.help] == []


def test_generated_pages_are_current():
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]
    for name, page in pages.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == page(), f"make docs ({name})"
