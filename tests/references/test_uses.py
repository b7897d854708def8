"""What is made of references: links in the text, the citation graph, the commands."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

import unres
from unres.annotation import annotate
from unres.cli.graph import graph as graph_command
from unres.cli.refs import refs as refs_command
from unres.exports.akn import to_akn
from unres.graph import BELONGING, CitationGraph, build_graph
from unres.graph.drawing import shaped
from unres.models import Resolution
from unres.references import find_references

TEXT = "Recalling its resolution 67/190 <b> and [see] paragraph 7 of Security Council resolution 1325 (2000),"


def test_html_links_and_escapes():
    html = annotate(TEXT, find_references(TEXT))
    assert (
        '<a href="https://docs.un.org/en/A/RES/67/190" data-kind="resolution" data-symbol="A/RES/67/190">67/190</a>'
        in html
    )
    assert "&lt;b&gt;" in html
    assert html.count("<a ") == 2


def test_markdown_links_and_escapes():
    text = annotate(TEXT, find_references(TEXT), form="markdown")
    assert "[67/190](https://docs.un.org/en/A/RES/67/190)" in text
    assert "\\[see\\]" in text
    assert "%281325" not in text
    assert "1325%20%282000%29)" in text


def test_nested_references_are_linked_once():
    text = "Official Records of the General Assembly, Fiftieth Session, Supplement No. 4 (A/50/4)."
    assert annotate(text, find_references(text)).count("<a ") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://example.org/a", "HTTPS:evil", 'https://a"b', ""])
def test_an_address_that_is_not_of_the_web_becomes_none(address):
    stored = find_references(TEXT)[0].model_dump() | {"url": address}
    reference = type(find_references(TEXT)[0]).model_validate(stored)
    assert reference.url is None
    assert "<a " not in annotate(TEXT, [reference])


def test_akoma_ntoso_never_links_to_a_script():
    stored = resolution().model_dump_json().replace("https://docs.un.org/en/A/RES/67/190", "javascript:alert(1)")
    assert "javascript" in stored
    assert "javascript" not in to_akn(Resolution.model_validate_json(stored))


def test_own_addresses_and_no_address():
    assert annotate(TEXT, find_references(TEXT), link=lambda _: None) == TEXT.replace("<b>", "&lt;b&gt;")


def test_references_of_another_text_are_refused():
    with pytest.raises(ValueError, match="another text"):
        annotate("x" * 200, find_references(TEXT))


def resolution():
    blocks = [
        {
            "id": "op1",
            "zone": "operative",
            "kind": "paragraph",
            "text": TEXT,
            "verbs": [{"text": "Recalling", "action": "recall", "offset": 0}],
            "references": [r.model_dump() for r in find_references(TEXT)],
        }
    ]
    note = "United Nations, Treaty Series, vol. 2225, No. 39574.\n\nIbid., vol. 2225, No. 39574."
    return Resolution.model_validate(
        {
            "kind": "resolution",
            "language": "en",
            "organ": "general_assembly",
            "symbol": "A/RES/70/1",
            "title": "A title",
            "operative": blocks,
            "footnotes": [{"label": "1", "text": note, "references": find_references(note), "block_ids": ["op1"]}],
        }
    )


def test_edges_carry_kind_action_pinpoint_and_count():
    web = build_graph([resolution()])
    edges = {edge.target: (edge.kind, edge.action, edge.pinpoint, count) for edge, count in web.edges.items()}
    assert edges["A/RES/67/190"] == ("resolution", "recall", "", 1)
    assert edges["S/RES/1325 (2000)"] == ("resolution", "recall", "para. 7", 1)
    assert edges["UNTS vol. 2225, No. 39574"] == ("treaty", "recall", "", 2)
    assert web.nodes["A/RES/70/1"]["title"] == "A title"
    assert web.nodes["S/RES/1325 (2000)"]["year"] == 2000


def test_what_belongs_to_a_resolution_has_edges_and_no_place_in_the_picture():
    lamp = unres.examples.load("improving-coordination", "ar")
    web = build_graph([lamp])
    belonging = [(edge.target, edge.kind) for edge in web.edges if edge.kind in BELONGING]
    assert belonging == [("A/72/PV.74", "meeting_record"), ("A/72/421", "report")]
    assert web.nodes["A/72/PV.74"]["url"] == "https://docs.un.org/ar/A/72/PV.74"
    pytest.importorskip("matplotlib", reason="the extra graph is not installed")
    from unres.graph.drawing import drawn

    assert "A/72/PV.74" not in {target for _, target in web.citations()}
    picture = drawn(web.nodes, web.citations(), 60)
    assert not [text for text in picture.axes[0].texts if "A/72/PV.74" in text.get_text()]


def test_json_and_csv():
    web = build_graph([resolution()])
    data = json.loads(web.to_json())
    assert {node["id"] for node in data["nodes"]} == set(web.nodes)
    rows = list(csv.DictReader(io.StringIO(web.to_csv())))
    assert [row["target"] for row in rows] == [edge.target for edge in web.edges]


def test_graphml_and_picture(tmp_path):
    networkx = pytest.importorskip("networkx", reason="the extra graph is not installed")
    web = build_graph([resolution()])
    path = tmp_path / "web.graphml"
    path.write_text(web.to_graphml(), encoding="utf-8")
    read = networkx.read_graphml(path)
    assert set(read.nodes) == set(web.nodes)
    assert read.number_of_edges() == len(web.edges)
    pytest.importorskip("matplotlib", reason="the extra graph is not installed")
    web.plot(tmp_path / "web.svg")
    assert "<svg" in (tmp_path / "web.svg").read_text(encoding="utf-8")


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(ImportError, match=r"unres\[graph\]"):
        CitationGraph().to_networkx()


def test_arabic_labels_are_shaped():
    assert shaped("A/RES/67/190", by_library=False) == "A/RES/67/190"
    # joined forms in visual order: the last letter of the word comes first
    assert shaped("حق", by_library=False) == "\ufed6\ufea3"
    assert shaped("حق", by_library=True) == "\u200fحق"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_refs_as_json_lines(file):
    result = CliRunner().invoke(refs_command, [file, "--text", "--format", "jsonl"])
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["symbol"] for row in rows if row["kind"] == "resolution"] == ["A/RES/67/190", "S/RES/1325 (2000)"]
    assert all(TEXT[row["offset"] :].startswith(row["text"]) for row in rows)


def test_refs_as_csv_and_table(file):
    result = CliRunner().invoke(refs_command, [file, "--text", "--format", "csv", "--kind", "resolution"])
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert rows[1]["pinpoint"] == "para. 7"
    result = CliRunner().invoke(refs_command, [file, "--text"])
    assert "S/RES/1325 (2000)" in result.output


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("Recalling resolution 67/190, annex, paragraph 3,", "annex, para. 3"),
        ("وإذ يشير إلى الوثيقة A/70/1، المرفق الثاني،", "annex الثاني"),
    ],
)
def test_refs_name_a_place_once(text, pinpoint):
    result = CliRunner().invoke(refs_command, ["-", "--format", "csv"], input=text)
    assert [row["pinpoint"] for row in csv.DictReader(io.StringIO(result.output))] == [pinpoint]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_the_table_fits_the_terminal(file, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = CliRunner().invoke(refs_command, [file, "--text"]).output.splitlines()
    assert len(lines) == 3
    assert max(map(len, lines)) <= columns
    assert lines[0].split() == ["place", "kind", "symbol", "text", "pinpoint", "confidence"]


def test_refs_from_standard_input():
    result = CliRunner().invoke(refs_command, ["-", "--format", "jsonl"], input="القرار 67/190")
    assert json.loads(result.output)["symbol"] == "A/RES/67/190"


def test_a_graph_of_nothing_is_not_written(tmp_path):
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(graph_command, [str(tmp_path / "empty"), "-o", str(tmp_path / "web.json")])
    assert result.exit_code == 1
    assert "nothing was read" in result.output
    assert not (tmp_path / "web.json").exists()


def test_graph_command_needs_files():
    assert CliRunner().invoke(graph_command, []).exit_code != 0
