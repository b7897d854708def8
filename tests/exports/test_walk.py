"""Blocks in their order, rows of a table together."""

from __future__ import annotations

from unres.exports.walk import in_order, with_tables
from unres.models import Block


def block(name: str, kind: str = "paragraph", children: list[Block] | None = None) -> Block:
    return Block(id=name, zone="operative", kind=kind, text=name, children=children or [])


def row(name: str) -> Block:
    return block(name, "table_row")


def names(part: Block | list[Block]) -> str | list[str]:
    return [each.id for each in part] if isinstance(part, list) else part.id


def test_rows_that_follow_one_another_are_one_table():
    blocks = [row("a"), row("b"), block("c"), row("d"), block("e"), block("f"), row("g"), row("h")]
    assert [names(part) for part in with_tables(blocks)] == [["a", "b"], "c", ["d"], "e", "f", ["g", "h"]]
    assert list(with_tables([])) == []


def test_what_is_under_a_block_follows_it_one_level_deeper():
    under = [block("a.1", children=[row("a.1.r1"), row("a.1.r2")]), block("a.2")]
    walked = [(names(part), depth) for part, depth in in_order([block("a", children=under), row("r"), block("b")])]
    assert walked == [("a", 0), ("a.1", 1), (["a.1.r1", "a.1.r2"], 2), ("a.2", 1), (["r"], 0), ("b", 0)]
