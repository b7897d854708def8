"""Blocks in the order in which they are written, rows of one table together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.models import Block


def with_tables(blocks: Iterable[Block]) -> Iterator[Block | list[Block]]:
    """Each block by itself; rows that follow one another come together, as the table that they are."""
    for is_row, group in groupby(blocks, key=lambda block: block.kind == "table_row"):
        if is_row:
            yield list(group)
        else:
            yield from group


def in_order(blocks: Iterable[Block], depth: int = 0) -> Iterator[tuple[Block | list[Block], int]]:
    """The same with what is under each block after it, and how deep that is set in."""
    for part in with_tables(blocks):
        yield part, depth
        if not isinstance(part, list):
            yield from in_order(part.children, depth + 1)
