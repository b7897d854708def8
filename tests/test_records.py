"""Flat records of blocks: the same keys everywhere, and nothing of the tree lost."""

from __future__ import annotations

from importlib.resources import files

import unres

KEYS = ("symbol language id parent zone kind label ordinal depth text action verb footnotes references page").split()


def example() -> unres.Resolution:
    return unres.parse((files("unres.examples") / "general-assembly.en.txt").read_text("utf-8"))


def test_one_record_a_block_in_reading_order_with_the_same_keys():
    resolution = example()
    records = resolution.to_records()
    assert [record["id"] for record in records] == [block.id for block in resolution.walk()]
    assert all(list(record) == KEYS for record in records)


def test_the_tree_can_be_built_again_from_the_records():
    resolution = example()
    children = {block.id: [child.id for child in block.children] for block in resolution.walk()}
    again: dict[str, list[str]] = {record["id"]: [] for record in resolution.to_records()}
    for record in resolution.to_records():
        if record["parent"]:
            again[record["parent"]].append(record["id"])
    assert again == children
    assert {record["depth"] for record in resolution.to_records()} == {0, 1, 2}


def test_a_record_holds_what_the_block_says():
    records = {record["id"]: record for record in example().to_records()}
    assert records["op2.b.1"]["parent"] == "op2.b"
    assert (records["op2.b.1"]["label"], records["op2.b.1"]["ordinal"]) == ("i", 1)
    assert records["pp1"]["symbol"] == "A/RES/71/94"
    assert records["pp1"]["references"] == ["A/RES/69/118", "E/RES/2015/31"]
    assert records["pp2"]["footnotes"] == ["2", "3"]
    assert (records["op2"]["action"], records["op2"]["verb"]) == ("urge", "Urges")
    assert records["op2.a"]["action"] is None
    assert records["op1"]["page"] is None


def test_values_are_plain():
    for record in example().to_records():
        assert all(value is None or type(value) in {str, int, list} for value in record.values())
