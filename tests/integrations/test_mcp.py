"""The server of the Model Context Protocol, asked by the SDK's own client, in this process and in another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="the MCP SDK is not installed")

import anyio
from mcp import Client, StdioServerParameters, stdio_client

import unres
from unres.integrations.mcp import server

HARBOURS = (
    "General Assembly\nA/RES/70/{number}\n\nThe General Assembly,\n\nRecalling its resolution 69/118,\n\n"
    "1. Urges Member States to light the lamps of {count} harbours;\n\n2. Requests a report."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("allowed")
    for language in ("ar", "en"):
        (root / f"boats.{language}.txt").write_text(unres.examples.text("general-assembly", language), "utf-8")
    (root / "old").mkdir()
    (root / "old" / "lamps.txt").write_text(HARBOURS.format(number=7, count=12), "utf-8")
    (root / "lamps.txt").write_text(HARBOURS.format(number=8, count=15), "utf-8")
    (root / "empty.txt").write_text("", "utf-8")
    (root / ".hidden.txt").write_text("hidden", "utf-8")
    return root


def ask(served, *calls):
    """The answers to calls, each a tool's name with its arguments, of one session."""

    async def session():
        async with Client(served) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return anyio.run(session)


def answers(served, *calls):
    found = ask(served, *calls)
    assert not any(each.is_error for each in found), found
    return [each.structured_content for each in found]


def refusals(served, *calls):
    found = ask(served, *calls)
    assert all(each.is_error for each in found), found
    return [each.content[0].text for each in found]


def test_a_client_is_told_of_the_tools(folder):
    async def session():
        async with Client(server(folder)) as client:
            return client.instructions, (await client.list_tools()).tools

    instructions, tools = anyio.run(session)
    assert "`next`" in instructions
    assert {tool.name for tool in tools} == {"files", "parse", "references", "chunks", "align", "compare"}
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint


def test_one_session_asks_for_everything(folder):
    files, parsed, notes, cited, said, pieces, aligned, changed = answers(
        server(folder),
        ("files", {"pattern": "*.txt"}),
        ("parse", {"file": "boats.ar.txt", "most": 1000}),
        ("parse", {"file": "boats.en.txt", "of": "footnotes"}),
        ("references", {"file": "old/lamps.txt"}),
        ("references", {"text": "القرار 67/190"}),
        ("chunks", {"file": "boats.en.txt"}),
        ("align", {"arabic": "boats.ar.txt", "english": "boats.en.txt"}),
        ("compare", {"older": "old/lamps.txt", "newer": "lamps.txt"}),
    )
    assert files["files"] == ["boats.ar.txt", "boats.en.txt", "empty.txt", "lamps.txt", "old/lamps.txt"]
    arabic, english = (unres.examples.load("general-assembly", language) for language in ("ar", "en"))
    assert parsed["head"]["symbol"] == arabic.symbol
    assert [(row["id"], row["text"]) for row in parsed["blocks"]] == [(b.id, b.text) for b in arabic.walk()]
    assert [row["text"] for row in notes["footnotes"]] == [note.text for note in english.footnotes]
    assert [row["symbol"] for row in cited["references"]] == ["A/RES/69/118"]
    assert [row["symbol"] for row in said["references"]] == ["A/RES/67/190"]
    assert pieces["chunks"][0]["citation"] == english.chunks()[0].citation
    assert aligned["total"] == len(aligned["pairs"])
    assert aligned["disagreements"] == [check.message for check in unres.align(arabic, english).checks()]
    (change,) = changed["changes"]
    assert (change["older"]["id"], change["newer"]["text"].split()[-2]) == ("op1", "15")


def test_long_answers_come_in_pages(folder):
    asked = [("parse", {"file": "boats.en.txt", "start": start, "most": 5}) for start in range(0, 15, 5)]
    whole, *pages = answers(server(folder), ("parse", {"file": "boats.en.txt", "most": 1000}), *asked)
    assert "next" not in whole
    assert 10 < whole["total"] <= 15
    assert [page.get("next") for page in pages] == [5, 10, None]
    assert [row for page in pages for row in page["blocks"]] == whole["blocks"]


def test_nothing_outside_the_folder_is_read(folder, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(HARBOURS.format(number=9, count=1), "utf-8")
    links = {"link.txt": secret, "link-to-folder": tmp_path, "circle.txt": folder / "circle.txt"}
    for name, target in links.items():
        try:
            (folder / name).symlink_to(target)
        except OSError:
            pytest.skip("not here: links need a privilege on this system")
    (folder / "inside.txt").symlink_to(folder / "lamps.txt")
    outside = os.path.relpath(secret, folder)
    names = [str(secret), outside, *links, "link-to-folder/secret.txt", "old", "", "no\0name", "none.txt"]
    try:
        said = refusals(server(folder), *(("parse", {"file": name}) for name in names))
        listed, inside = answers(server(folder), ("files", {}), ("parse", {"file": "inside.txt"}))
    finally:
        for name in (*links, "inside.txt"):
            (folder / name).unlink()
    assert all("there is no file" in each for each in said), said
    assert "inside.txt" in listed["files"]
    assert not {*links, "link-to-folder/secret.txt"}.intersection(listed["files"])
    assert inside["head"]["symbol"] == "A/RES/70/8"


def test_what_cannot_be_had_is_said(folder):
    empty, part, neither, languages, unknown = refusals(
        server(folder),
        ("parse", {"file": "empty.txt"}),
        ("parse", {"file": "lamps.txt", "part": 2}),
        ("references", {}),
        ("compare", {"older": "boats.ar.txt", "newer": "boats.en.txt"}),
        ("parse", {"file": "lamps.txt", "most": 0}),
    )
    assert "empty.txt" in empty
    assert str(folder) not in empty
    assert "holds 1" in part
    assert "either a file or a text" in neither
    assert "'ar'" in languages
    assert "most" in unknown


def test_a_file_over_a_limit_costs_its_answer_alone(folder):
    """The process that reads is ended, and another answers the next question."""
    large = folder / "large.txt"
    large.write_text("\n\n".join(f"{n}. Requests lamps in resolution 69/118;" for n in range(1, 60_000)), "utf-8")
    served = server(folder, seconds=0.5)
    try:
        late, listed = ask(served, ("parse", {"file": "large.txt"}), ("files", {}))
        small, *_ = refusals(server(folder, limits=unres.Limits(max_bytes=1000)), ("references", {"file": "large.txt"}))
    finally:
        large.unlink()
    assert late.is_error
    assert "0.5 seconds" in late.content[0].text
    assert listed.structured_content["total"] >= 5
    assert "limit of 1,000" in small


def test_the_command_speaks_over_standard_input_and_output(folder):
    path = os.pathsep.join([str(Path(unres.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    command = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from unres.cli import main; main()", "mcp", str(folder)],
        env={"PYTHONPATH": path},
    )
    parsed, missing = ask(
        stdio_client(command), ("parse", {"file": "boats.ar.txt"}), ("parse", {"file": "../boats.ar.txt"})
    )
    assert parsed.structured_content["head"]["symbol"] == "A/RES/71/94"
    assert missing.is_error


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(NotADirectoryError):
        server(tmp_path / "none")
