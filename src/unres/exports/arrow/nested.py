"""Resolutions to nested rows, column by column.

Columns are built across all documents at once: the fields of frozen models are read straight from their ``__dict__``,
field by field, so that the time goes into Arrow's own conversion and not into dictionaries of each row.
"""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from unres.exports.arrow.schema import BLOCK, CITED, INTEGER, REFERENCE, SCHEMA, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Block, Reference, Resolution


def to_batch(
    resolutions: Sequence[Resolution],
    sources: Sequence[str | None] | None = None,
    positions: Sequence[int] | None = None,
) -> pa.RecordBatch:
    """The nested rows of some resolutions, as one batch of :data:`SCHEMA`."""
    rows = [resolution.__dict__ for resolution in resolutions]
    own: dict[str, pa.Array] = {
        "source": pa.array(sources or [None] * len(rows), TEXT),
        "position": pa.array(positions or [0] * len(rows), INTEGER),
        "blocks": _block_lists(resolutions),
    }
    columns = [
        own[field.name] if field.name in own else _array([row[field.name] for row in rows], field.type)
        for field in SCHEMA
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """Values of models, lists of models, or plain ones, as an array of the type that the schema gives them."""
    if pa.types.is_struct(kind):
        return _structs(values, kind)
    if pa.types.is_list(kind) and not pa.types.is_primitive(kind.value_type):
        flat = _array(list(chain.from_iterable(values)), kind.value_type) if None not in values else None
        if flat is not None:
            return pa.ListArray.from_arrays(_offsets(values), flat, type=kind)
    return pa.array(values, kind)


def _offsets(values: list[Any]) -> pa.Array:
    return pa.array(accumulate(map(len, values), initial=0), pa.int32())


def _structs(values: list[Any], kind: pa.StructType) -> pa.Array:
    """Models, or None, as structs."""
    present = [value for value in values if value is not None]
    if len(present) < len(values):
        places = iter(range(len(present)))
        chosen = pa.array([None if value is None else next(places) for value in values], pa.int32())
        return _structs(present, kind).take(chosen)
    if kind in {REFERENCE, CITED}:
        return _references(values, kind)
    rows = [value.__dict__ for value in values]
    return _of_fields([_array([row[field.name] for row in rows], field.type) for field in kind], kind)


def _of_fields(arrays: list[pa.Array], kind: pa.StructType) -> pa.Array:
    return pa.StructArray.from_arrays(arrays, fields=list(kind))


def _references(references: list[Reference], kind: pa.StructType) -> pa.Array:
    """References of all kinds in one struct: what a kind does not have is null."""
    rows = [reference.__dict__ for reference in references]
    treaties = {n for n, row in enumerate(rows) if row["kind"] == "treaty"}
    arrays = []
    for field in kind:
        name = "number" if field.name == "registration" else field.name
        values = [row.get(name) for row in rows]
        if name == "number":
            wanted = field.name == "registration"
            values = [value if (n in treaties) is wanted else None for n, value in enumerate(values)]
        arrays.append(_array(values, field.type))
    return _of_fields(arrays, kind)


def _block_lists(resolutions: Sequence[Resolution]) -> pa.Array:
    """The blocks of each resolution in reading order, with parent, depth and annex."""
    blocks: list[Block] = []
    parents: list[str | None] = []
    depths: list[int] = []
    annexes: list[int | None] = []
    ends = [0]

    def add(block: Block, parent: str | None, depth: int, annex: int | None) -> None:
        blocks.append(block)
        parents.append(parent)
        depths.append(depth)
        annexes.append(annex)
        for child in block.children:
            add(child, block.id, depth + 1, annex)

    for resolution in resolutions:
        for block in (*resolution.preamble, *resolution.operative):
            add(block, None, 0, None)
        for number, annex in enumerate(resolution.annexes, 1):
            for block in annex.blocks:
                add(block, None, 0, number)
        ends.append(len(blocks))
    rows = [block.__dict__ for block in blocks]
    first = [row["verbs"][0] if row["verbs"] else None for row in rows]
    own: dict[str, list[Any]] = {
        "parent": parents,
        "depth": depths,
        "annex": annexes,
        "action": [verb and verb.action for verb in first],
        "verb": [verb and verb.text for verb in first],
    }
    arrays = [_array(own.get(field.name) or [row[field.name] for row in rows], field.type) for field in BLOCK]
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), _of_fields(arrays, BLOCK))
