"""Akoma Ntoso as it is written: valid, and the same blocks when it is read again."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

import unres
from unres.exports.akn import to_akn
from unres.models import Annex, Block, Footnote, FootnoteMark, Resolution, ResolutionReference, Verb
from unres.models.action import Action
from unres.pipeline import parse_source
from unres.readers import open_source

A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
WRITTEN = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))


def hanging_on(block: Block) -> tuple[object, ...]:
    """A block without its places in the source, which another source changes."""
    return (
        block.id,
        block.zone,
        block.kind,
        block.label,
        block.ordinal,
        block.text,
        block.verbs,
        block.footnote_marks,
        [reference.model_dump(exclude={"confidence", "because"}) for reference in block.references],
        [child.id for child in block.children],
    )


def blocks_of(resolution: Resolution) -> list[tuple[object, ...]]:
    return [hanging_on(block) for block in resolution.walk()]


def again(resolution: Resolution) -> Resolution:
    return parse_source(open_source(to_akn(resolution).encode()))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_written_documents_come_back_the_same(path):
    first = unres.parse(path.read_text(encoding="utf-8"))
    second = again(first)
    assert blocks_of(second) == blocks_of(first)
    # at the foot of a page "*" stands before "1"; here notes follow the order of their marks
    assert sorted((n.label, n.text) for n in second.footnotes) == sorted((n.label, n.text) for n in first.footnotes)
    for name in ("symbol", "title", "session", "adopted_on", "issued_on", "meeting_number", "agenda_items", "basis"):
        assert getattr(second, name) == getattr(first, name), name


NOTES = [("0", "Apart."), ("*", "A & B"), ("1", "A/71/1.")]


def built(language: str = "en") -> Resolution:
    """A resolution made by hand, without any source."""
    reference = ResolutionReference(
        text="resolution 70/1", offset=13, symbol="A/RES/70/1", url="https://docs.un.org/en/A/RES/70/1"
    )
    recalling = Block(
        id="pp1",
        zone="preamble",
        kind="clause",
        text="Recalling its resolution 70/1 & <others>,",
        verbs=[Verb(text="Recalling", action=Action.OTHER, offset=0)],
        references=[reference.model_copy(update={"offset": 14})],
        footnote_marks=[FootnoteMark(label="1", offset=40), FootnoteMark(label="*", offset=9)],
    )
    rows = [
        Block(id=f"op2.r{n}", zone="operative", kind="table_row", text=text) for n, text in enumerate(("A\tB", "C\t1"))
    ]
    point = Block(id="op1.a", zone="operative", kind="subparagraph", label="a", ordinal=1, text="To act;")
    rule = Block(id="annex1.1", zone="annex", kind="paragraph", text="One.")
    return Resolution(
        language=language,
        symbol="A/RES/71/94",
        title="Lamps",
        adopted_on=datetime.date(2016, 12, 6),
        enacting_formula="The General Assembly",
        preamble=[recalling],
        operative=[
            Block(id="op.h1", zone="operative", kind="heading", text="On lamps"),
            Block(id="op1", zone="operative", kind="paragraph", label="1", ordinal=1, text="Urges:", children=[point]),
            Block(
                id="op2",
                zone="operative",
                kind="paragraph",
                label="2",
                ordinal=2,
                text="Takes note.\x07",
                footnote_marks=[FootnoteMark(label="1", offset=10)],
                children=rows,
            ),
        ],
        annexes=[Annex(label="Annex", title="Rules", blocks=[rule])],
        footnotes=[Footnote(label=label, text=text) for label, text in NOTES],
        job_number="16-21494",
    )


def root_of(resolution: Resolution) -> ET.Element:
    return ET.fromstring(to_akn(resolution))  # noqa: S314 - our own


def texts(element: ET.Element | None) -> str:
    assert element is not None
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def test_links_verbs_and_notes():
    root = root_of(built())
    clause = root.find(f".//{A}container[@eId='pp1']/{A}p")
    assert clause is not None
    assert [(a.get("href"), a.text) for a in clause.iter(f"{A}a")] == [
        ("https://docs.un.org/en/A/RES/70/1", "resolution 70/1")
    ]
    assert texts(clause.find(f"{A}span[@class='italic']")) == "Recalling"
    notes = [(note.get("marker"), note.get("class"), texts(note)) for note in root.iter(f"{A}authorialNote")]
    assert notes == [("0", "unmarked", "Apart."), ("*", None, "A & B"), ("1", None, "A/71/1.")]
    assert [(ref.get("marker"), ref.get("href")) for ref in root.iter(f"{A}noteRef")] == [("1", "#authorialNote_3")]


def test_labels_are_written_as_the_un_writes_them():
    assert [num.text for num in root_of(built()).iter(f"{A}num")] == ["1.", "(a)", "2."]
    assert [num.text for num in root_of(built("ar")).iter(f"{A}num")] == ["1 -", "(a)", "2 -"]


def test_ids_are_those_of_the_blocks_and_unique():
    ids = [element.get("eId") for element in root_of(built()).iter() if element.get("eId")]
    assert len(ids) == len(set(ids))
    assert {"pp1", "op1", "op1.a", "annex1.1"} <= set(ids)


def test_what_no_xml_can_hold_is_left_out():
    assert texts(root_of(built()).find(f".//{A}paragraph[@eId='op2']//{A}intro")).startswith("Takes note")


def test_a_resolution_made_by_hand_comes_back():
    second = again(built())
    assert second.symbol == "A/RES/71/94"
    assert second.title == "Lamps"
    assert [(b.id, b.kind, b.label, b.text) for b in second.walk()] == [
        ("pp1", "clause", None, "Recalling its resolution 70/1 & <others>,"),
        ("op.h1", "heading", None, "On lamps"),
        ("op1", "paragraph", "1", "Urges:"),
        ("op1.a", "subparagraph", "a", "To act;"),
        ("op2", "paragraph", "2", "Takes note."),
        ("op2.r1", "table_row", None, "A\tB"),
        ("op2.r2", "table_row", None, "C\t1"),
        (second.annexes[0].blocks[0].id, "paragraph", None, "One."),
    ]
    assert [(note.label, note.text) for note in second.footnotes] == NOTES


def test_an_empty_resolution_is_written():
    assert root_of(Resolution(language="en")).find(f".//{A}mainBody") is not None


@pytest.fixture(scope="module")
def schema(real_documents):
    etree = pytest.importorskip("lxml.etree", reason="lxml validates against the schema")
    return etree.XMLSchema(etree.parse(real_documents / "schema" / "akomantoso30.xsd")), etree


def test_what_is_written_is_valid(schema):
    check, etree = schema
    for resolution in (
        built(),
        built("ar"),
        Resolution(language="en"),
        *(unres.parse(p.read_text("utf-8")) for p in WRITTEN),
    ):
        assert check.validate(etree.fromstring(to_akn(resolution).encode())), check.error_log


def test_real_files_come_back_the_same(real_documents, schema):
    check, etree = schema
    for archive in sorted((real_documents / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            names = [name for name in files.namelist() if name.endswith(".xml")]
            for name in names[:: max(1, len(names) // 10)]:
                first = parse_source(open_source(files.read(name)))
                assert check.validate(etree.fromstring(to_akn(first).encode())), (name, check.error_log)
                assert blocks_of(again(first)) == blocks_of(first), name
