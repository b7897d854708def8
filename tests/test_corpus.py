"""The documents of tests/corpus are read as their annotations say."""

from __future__ import annotations

import json
import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import unres
from unres.models import Block, Resolution

CORPUS = Path(__file__).parent / "corpus"
NAMES = sorted(path.name.removesuffix(".txt") for path in CORPUS.glob("*.txt"))
PAIRS = sorted({name.removesuffix(".ar").removesuffix(".en") for name in NAMES})
TWO_RESOLUTIONS = {"parts-a-and-b"}
FIELDS = [
    "kind",
    "language",
    "organ",
    "symbol",
    "session",
    "year",
    "title",
    "issued_on",
    "adopted_on",
    "meeting_number",
    "distribution",
    "original_language",
]


@cache
def text_of(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_text("utf-8")


@cache
def expected(name: str) -> dict[str, Any]:
    return json.loads((CORPUS / f"{name}.expected.json").read_text("utf-8"))


@cache
def parsed(name: str) -> Resolution:
    return unres.parse(text_of(name))


def blocks_of(name: str) -> list[Block]:
    return list(parsed(name).walk())


def squeeze(text: str) -> str:
    return " ".join(text.split())


def bare(text: str | None) -> str:
    """Without white space and closing comma: how the UN prints a formula or a symbol is no matter here."""
    return re.sub(r"\s|[,،]$", "", text or "")


def letters(text: str) -> str:
    """Letters and digits alone: whether a heading's number is set apart by a stop or a dash is no matter here."""
    return "".join(filter(str.isalnum, text))


def test_there_is_a_pair_for_every_document():
    assert sorted(f"{pair}.{language}" for pair in PAIRS for language in ("ar", "en")) == NAMES
    assert len(PAIRS) >= 25


def test_documents_and_expectations_are_current():
    build = runpy.run_path(str(CORPUS / "build.py"))["build"]
    for name in NAMES:
        text, wanted = build(CORPUS / "annotated" / f"{name}.txt")
        assert text == text_of(name), name
        assert json.loads(wanted) == expected(name), name


@pytest.mark.parametrize("name", [n for n in NAMES if n[:-3] not in TWO_RESOLUTIONS])
def test_masthead(name):
    resolution = parsed(name)
    wanted = dict(expected(name)["resolution"])
    found = resolution.model_dump(mode="json")
    assert {field: found[field] for field in FIELDS if field != "symbol"} == {
        field: wanted[field] for field in FIELDS if field != "symbol"
    }
    assert bare(resolution.symbol) == bare(wanted["symbol"])
    assert bare(resolution.enacting_formula) == bare(wanted["enacting_formula"])
    assert [item.number for item in resolution.agenda_items] == wanted["agenda_items"]
    assert (resolution.job_number or "").startswith(wanted["job_number"] or "")


@pytest.mark.parametrize("name", NAMES)
def test_basis_and_vote(name):
    resolution = parsed(name)
    wanted = expected(name)["resolution"]
    basis = resolution.basis and {"kind": resolution.basis.kind, "symbols": resolution.basis.symbols}
    assert basis == wanted["basis"]
    vote = resolution.vote and [resolution.vote.in_favour, resolution.vote.against, resolution.vote.abstaining]
    assert vote == wanted["vote"]


def agrees(block: Block, wanted: dict[str, Any]) -> bool:
    """Whether a block is the wanted one; what an annotation leaves open is not compared."""
    if wanted["kind"] == "heading":
        same_text = letters(wanted["text"]) in {letters(block.text), letters(f"{block.label}{block.text}")}
    else:
        same_text = squeeze(block.text) == wanted["text"] and block.label == wanted["label"]
    return (
        same_text
        and (wanted["kind"] or block.kind) == block.kind
        and (wanted["zone"] or block.zone) == block.zone
        and (wanted["id"] or block.id) == block.id
        and (wanted["ordinal"] is None or wanted["ordinal"] == block.ordinal)
    )


@pytest.mark.parametrize("name", NAMES)
def test_blocks(name):
    found, wanted = blocks_of(name), expected(name)["blocks"]
    keys = ("id", "zone", "kind", "label", "ordinal", "text")
    wrong = [
        f"{tuple(w[k] for k in keys)} was read as {(b.id, b.zone, b.kind, b.label, b.ordinal, squeeze(b.text))}"
        for b, w in zip(found, wanted, strict=False)
        if not agrees(b, w)
    ]
    assert not wrong, "\n".join(wrong[:3])
    assert len(found) == len(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_verbs(name):
    wanted = {b["text"]: b["verb"] for b in expected(name)["blocks"] if b["verb"]}
    found = {squeeze(b.text): b.verbs[0] for b in blocks_of(name) if b.verbs}
    for text, verb in wanted.items():
        assert text in found, text
        assert found[text].text.split()[0] == verb["text"].split()[0]
        assert found[text].action == verb["action"], found[text].text


@pytest.mark.parametrize("name", NAMES)
def test_marks_and_footnotes(name):
    wanted = expected(name)
    found = parsed(name).footnotes
    marks = [(m.label, b.text[: m.offset].split()[-1]) for b in blocks_of(name) for m in b.footnote_marks]
    assert marks == [(m[0], b["text"][: m[1]].split()[-1]) for b in wanted["blocks"] for m in b["marks"]]
    notes = [(note.label, squeeze(note.text)) for note in found]
    assert notes == [(note["label"], note["text"]) for note in wanted["footnotes"]]
    for note in found:
        assert note.block_ids, f"no block carries the mark of footnote {note.label}"


@pytest.mark.parametrize("name", NAMES)
def test_annexes_and_furniture(name):
    resolution = parsed(name)
    annexes = [(annex.label, annex.title) for annex in resolution.annexes]
    assert annexes == [(annex["label"], annex["title"]) for annex in expected(name)["annexes"]]
    furniture = [squeeze(piece.text) for piece in resolution.furniture]
    assert furniture == expected(name)["furniture"]


@pytest.mark.parametrize("name", NAMES)
def test_references(name):
    for block, wanted in zip(blocks_of(name), expected(name)["blocks"], strict=True):
        assert [bare(r.symbol) for r in block.references if r.symbol] == [bare(s) for s in wanted["symbols"]]
        internal = [i for r in block.references if r.kind == "internal" for i in r.block_ids]
        assert internal == wanted["internal"]
    for note, wanted in zip(parsed(name).footnotes, expected(name)["footnotes"], strict=True):
        assert [bare(r.symbol) for r in note.references if r.symbol] == [bare(s) for s in wanted["symbols"]]


@pytest.mark.parametrize("name", [n for n in NAMES if n[:-3] not in TWO_RESOLUTIONS])
def test_a_good_document_gives_no_warning(name):
    remarks = [remark for remark in parsed(name).diagnostics if remark.severity != "info"]
    assert sorted({remark.code for remark in remarks}) == sorted(expected(name)["diagnostics"]), remarks


@pytest.mark.parametrize("pair", PAIRS)
def test_both_languages_have_the_same_structure(pair):
    arabic, english = parsed(f"{pair}.ar"), parsed(f"{pair}.en")
    assert [(b.id, b.kind, b.ordinal) for b in arabic.walk()] == [(b.id, b.kind, b.ordinal) for b in english.walk()]
    assert actions(arabic) == actions(english)


def actions(resolution: Resolution) -> list[tuple[str, str]]:
    """What clauses and paragraphs do. In a subparagraph Arabic may put a verb where English begins with a noun."""
    blocks = [*resolution.preamble, *resolution.operative]
    return [(b.id, b.verbs[0].action) for b in blocks if b.verbs and b.kind in {"clause", "paragraph"}]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_parts_under_one_number_are_two_resolutions(language):
    parts = list(unres.read_all(text_of(f"parts-a-and-b.{language}").encode()))
    assert [bare(part.symbol) for part in parts] == ["A/RES/63/100A", "A/RES/63/100B"]
    assert [[block.id for block in part.walk()] for part in parts] == [
        ["pp1", "op1", "op2"],
        ["pp1", "pp2", "op1", "op2"],
    ]
